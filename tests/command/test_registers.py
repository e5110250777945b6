#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ocop new, add, edit, show, list, undo, redo, check, backup, restore."""
import csv
import io
import json
import pathlib
import unicodedata
import unittest

from ocop_case import OcopCase, read_practice


def fold(text):
    """Without marks and case, as names are searched."""
    marked = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in marked if not unicodedata.combining(letter))


class Calling(OcopCase):
    def test_help_names_every_command(self):
        text = self.ocop("--help")
        for command in ("new", "import", "list", "show", "add", "edit", "undo", "redo", "stats", "brief", "chart", "report",
                        "criteria", "law", "verdict", "due", "check", "backup", "restore"):
            self.assertIn(f"\n  {command} ", text)
            self.assertIn("--as", self.ocop(command, "--help"))

    def test_two_languages(self):
        self.assertIn("Cách dùng", self.ocop("--help"))
        self.assertIn("Usage", self.ocop("--help", language="en"))
        self.assertIn("Usage", self.ocop("--help", "--lang", "en"))

    def test_unusable_arguments(self):
        self.assertEqual(self.run_ocop().returncode, 2)
        self.new_register()
        for arguments in (["frobnicate"], ["new"], ["list", "a.ocop"], ["list", "a.ocop", "apples"],
                          ["list", "a.ocop", "products", "--colour"], ["list", "a.ocop", "products", "--columns", "colour"],
                          ["list", "a.ocop", "products", "--sort", "colour"], ["list", "a.ocop", "products", "--filter", "star"],
                          ["list", "a.ocop", "products", "--filter", "star=9"], ["list", "a.ocop", "products", "--json", "--csv"],
                          ["stats", "a.ocop", "--by", "colour"], ["stats", "a.ocop", "--validity", "some"],
                          ["stats", "a.ocop", "--on", "31/02/2026"], ["stats", "a.ocop", "--on", "2026"],
                          ["chart", "a.ocop", "pie", "-o", "a.svg"], ["chart", "a.ocop", "star-ring"],
                          ["chart", "a.ocop", "star-ring", "-o", "a.svg", "--size", "big"],
                          ["chart", "a.ocop", "star-ring", "-o", "a.bmp"], ["report", "a.ocop", "novel", "-o", "a.pdf"],
                          ["report", "a.ocop", "expiring", "-o", "a.doc"], ["add", "a.ocop", "products", "colour=red"],
                          ["add", "a.ocop", "products", "name"], ["add", "a.ocop", "products", "name=A", "star=5"],
                          ["brief", "a.ocop", "--from", "2026-05"], ["brief", "a.ocop", "--on", "2026-01-01", "--from", "2026-02-01"]):
            with self.subTest(arguments):
                self.assert_refused(2, *arguments)

    def test_unusable_files(self):
        pathlib.Path(self.path("text.ocop")).write_text("no register\n" * 1000, encoding="utf-8")
        pathlib.Path(self.path("empty.ocop")).write_bytes(b"")
        for name in ("text.ocop", "empty.ocop", "none.ocop", "."):
            for command in (["check", name], ["stats", name], ["list", name, "products"], ["edit", name, "products", "x", "name=y"]):
                with self.subTest(command):
                    self.assert_refused(2, *command)
        self.new_register()
        self.assert_refused(2, "new", "a.ocop")
        self.assert_refused(2, "restore", "text.ocop", "a.ocop")
        self.assertIn("sound", self.ocop("check", "a.ocop"))


    def test_damaged(self):
        register = self.new_register("a.ocop", "--sample")
        path = pathlib.Path(self.path(register))
        data = bytearray(path.read_bytes())
        data[len(data) // 3:len(data) // 2] = bytes(len(data) // 2 - len(data) // 3)
        path.write_bytes(data)
        done = self.run_ocop("check", register, "--json")
        self.assertEqual(done.returncode, 1, done.stderr)
        answer = json.loads(done.stdout)
        self.assertFalse(answer["sound"])
        self.assertGreater(len(answer["problems"]), 0)


class Making(OcopCase):
    def test_empty(self):
        register = self.new_register()
        self.assertEqual(self.ocop_json("list", register, "products"), [])
        self.assertEqual(self.ocop_json("check", register), {"sound": True, "problems": []})
        self.assertIn("có 0 sản phẩm", self.ocop("brief", register))

    def test_office(self):
        register = self.new_register("a.ocop", "--office", "Văn phòng Một", "--province", "08")
        office = self.ocop_json("show", register, "offices", "Văn phòng Một")
        self.assertEqual(office["level"], "province")
        self.assertEqual(office["unit"], "Tuyên Quang")
        self.assertEqual(len(office["unit_id"]), 36)

    def test_finds_the_province_by_its_name(self):
        for wanted in ("Quảng Trị", "quang tri", "44"):
            register = self.new_register(f"{wanted}.ocop", "--province", wanted)
            self.assertEqual(json.loads(self.ocop("list", register, "offices", "--columns", "unit", "--json"))[0]["unit"], "Quảng Trị")

    def test_unknown_province_leaves_no_file(self):
        self.assert_refused(2, "new", "a.ocop", "--province", "77")
        self.assertFalse(pathlib.Path(self.path("a.ocop")).exists())

    def test_practice(self):
        register = self.new_register("a.ocop", "--sample")
        self.assertEqual(len(self.ocop_json("list", register, "products")), len(read_practice("products")))
        self.assertTrue(self.ocop_json("list", register, "offices")[0]["practice"])
        self.assertEqual(self.ocop_json("check", register)["problems"], [])


class Writing(OcopCase):
    def setUp(self):
        super().setUp()
        self.register = self.new_register()
        self.producer = self.ocop("add", self.register, "producers", "name=HTX Đồng Xanh", "kind=Hợp tác xã").strip()
        self.product = self.ocop_json("add", self.register, "products", "name=Gạo nếp", "producer=htx dong xanh",
                                      "criteria_set=3")["id"]

    def show(self):
        return self.ocop_json("show", self.register, "products", self.product)

    def test_shown_as_written(self):
        shown = self.show()
        self.assertEqual((shown["name"], shown["producer"], shown["producer_id"]), ("Gạo nếp", "HTX Đồng Xanh", self.producer))
        self.assertEqual((shown["criteria_set"], shown["state"], shown["star"]), ("QD26-03", "none", None))
        self.assertEqual(self.ocop_json("show", self.register, "producers", self.producer)["kind"], "cooperative")
        self.assertIn("Hợp tác xã", self.ocop("show", self.register, "producers", self.producer))

    def test_recognised(self):
        self.ocop("add", self.register, "recognitions", f"product={self.product}", "outcome=recognised", "class=4",
                  "decision_date=15/3/2024", "score=87,33")
        on = lambda day: self.ocop_json("show", self.register, "products", self.product, "--on", day)
        self.assertEqual(on("2024-03-14")["state"], "none")
        self.assertEqual(on("2024-03-15")["state"], "valid")
        self.assertEqual(on("2027-03-15")["state"], "valid")
        self.assertEqual(on("2027-03-16")["state"], "expired")
        self.assertEqual((on("2025-01-01")["star"], on("2025-01-01")["valid_until"]), ("4", "2027-03-15"))
        self.assertEqual(self.ocop_json("list", self.register, "recognitions", "--columns", "score")[0]["score"], "87.33")

    def test_dossiers(self):
        self.ocop("add", self.register, "dossiers", "name=Chè Tân Cương – Lần đầu 2026", f"product={self.product}", "kind=first",
                  "step=commune-received", "step_on=2026-06-01", "officer=Nguyễn Văn Thử")
        [dossier] = self.ocop_json("list", self.register, "dossiers")
        self.assertEqual([dossier[name] for name in ("product", "product.producer", "step", "step_on", "officer")],
                         ["Gạo nếp", "HTX Đồng Xanh", "commune-received", "2026-06-01", "Nguyễn Văn Thử"])
        self.assertEqual([(move["step"], move["moved_on"]) for move in self.ocop_json("list", self.register, "dossier_moves")],
                         [("commune-received", "2026-06-01")])
        self.assertIn("Xã đã tiếp nhận", self.ocop("list", self.register, "dossiers"))
        for words, count in (("che tan cuong", 1), ("gạo nếp", 1), ("đồng xanh", 1), ("không có", 0)):
            self.assertEqual(len(self.ocop_json("list", self.register, "dossiers", "--search", words)), count, words)
        for condition, count in (("kind=first", 1), ("step=council", 0), ("officer~thử", 1)):
            self.assertEqual(len(self.ocop_json("list", self.register, "dossiers", "--filter", condition)), count, condition)

    def test_dossiers_received(self):
        for name, step, received in (("Một", "commune-received", "2026-06-01"), ("Hai", "withdrawn", "2026-06-01"),
                                     ("Ba", "idea", ""), ("Bốn", "commune-received", "2026-06-10")):
            self.ocop("add", self.register, "dossiers", f"name={name}", f"product={self.product}", "kind=first", f"step={step}", "--reason=Thử",
                      f"step_on={received}", f"commune_received_on={received}")
        self.ocop("report", self.register, "dossiers", "-o", "report.csv", "--on", "2026-06-05", "--lang", "vi")
        with open(self.path("report.csv"), encoding="utf-8-sig", newline="") as file:
            [_, row] = csv.reader(file)
        self.assertEqual((row[2], row[3], row[5], row[8]), ("Gạo nếp", "HTX Đồng Xanh", "2026-06-01", "2026-06-22"))
        self.assertIn("1. Thiếu: Phiếu đăng ký đánh giá, phân hạng sản phẩm OCOP (Mẫu số 01, Điều 6.1.a);\n2. ", row[7])
        self.assertNotIn("UBND cấp xã", row[7])

    def test_edit_by_name(self):
        self.ocop("edit", self.register, "products", "gạo nếp", "name=Gạo nếp cái, hoa vàng", "note=Một")
        self.assertEqual(self.show()["name"], "Gạo nếp cái, hoa vàng")
        self.ocop("edit", self.register, "products", self.product, "note=")
        self.assertIsNone(self.show()["note"])

    def test_undo_and_redo(self):
        self.ocop("edit", self.register, "products", self.product, "name=Gạo tẻ")
        self.assertIn("Gạo tẻ", self.ocop("undo", self.register))
        self.assertEqual(self.show()["name"], "Gạo nếp")
        self.ocop("redo", self.register)
        self.assertEqual(self.show()["name"], "Gạo tẻ")
        self.assert_refused(1, "redo", self.register)
        self.assert_refused(1, "--as", "Somebody else", "undo", self.register)

    def test_refused(self):
        self.assert_refused(1, "edit", self.register, "products", self.product, "name=")
        self.assert_refused(1, "edit", self.register, "products", "Gạo không có", "name=A")
        self.assert_refused(1, "show", self.register, "products", "Gạo không có")
        self.assert_refused(1, "add", self.register, "products", "name=A", "producer=Nobody")
        self.assert_refused(2, "edit", self.register, "products", self.product, "criteria_set=fish")
        self.assert_refused(1, "add", self.register, "recognitions", f"product={self.product}", "outcome=recognised", "class=7")
        self.ocop("add", self.register, "products", "name=Gạo nếp")
        self.assertIn("2", self.assert_refused(1, "show", self.register, "products", "Gạo nếp"))
        self.assertEqual(len(self.ocop_json("list", self.register, "products")), 2)

    def test_history_says_who(self):
        self.ocop("--as", "Đào Thử", "edit", self.register, "products", self.product, "note=Hai")
        newest = self.ocop_json("list", self.register, "history", "--limit", "1")[0]
        self.assertEqual((newest["person"], newest["record"], newest["action"]), ("Đào Thử", self.product, "edit"))
        self.assertEqual(json.loads(newest["after"])["note"], "Hai")

    def test_backup_and_restore(self):
        self.ocop("backup", self.register, "backup.ocop")
        self.ocop("edit", self.register, "products", self.product, "name=Gạo tẻ")
        said = self.ocop("restore", "backup.ocop", self.register)
        self.assertEqual(self.show()["name"], "Gạo nếp")
        kept = [path for path in self.folder.glob("a.ocop.*") if path.name in said]
        self.assertEqual(len(kept), 1, said)
        self.assertEqual(self.ocop_json("show", kept[0].name, "products", self.product)["name"], "Gạo tẻ")
        self.assertEqual(self.ocop_json("check", self.register)["problems"], [])


    def test_photo_and_scan_go_with_the_files(self):
        picture = self.folder / "Ảnh sản phẩm.PNG"
        picture.write_bytes(b"\x89PNG\r\n\x1a\n made for a test IEND")
        self.ocop("edit", self.register, "products", self.product, f"photo={picture}")
        name = self.show()["photo"]
        self.assertEqual(next(self.folder.glob(f"*.files/{name}")).read_bytes(), picture.read_bytes())
        scan = self.folder / "Quyết định.PDF"
        scan.write_bytes(b"%PDF-1.7 made for a test\n%%EOF\n")
        self.ocop("add", self.register, "decisions", "kind=recognition", "state=draft", f"file={scan}")

        self.ocop("backup", self.register, "with.zip", "--with-files")
        self.ocop("backup", self.register, "without.ocop")
        self.assertIn(name, (self.folder / "without.ocop.files.csv").read_text(encoding="utf-8"))
        (self.folder / "elsewhere").mkdir()
        self.ocop("restore", "with.zip", "elsewhere/a.ocop")
        self.assertEqual(next(self.folder.glob(f"elsewhere/*.files/{name}")).read_bytes(), picture.read_bytes())
        self.assertEqual(next(self.folder.glob("elsewhere/*.files/*.pdf")).read_bytes(), scan.read_bytes())

        (self.folder / "bare").mkdir()
        said = self.run_ocop("restore", "without.ocop", "bare/a.ocop")
        self.assertEqual(said.returncode, 0)
        self.assertIn(name, said.stderr)

    def test_issued_decision_stays(self):
        """What was issued is changed by an act of its own alone (articles 8 and 10.1.b)."""
        decision = self.ocop_json("add", self.register, "decisions", "kind=recognition", "state=issued", "number=7/QĐ-UBND")["id"]
        for arguments in (("edit", self.register, "decisions", decision, "number=8/QĐ-UBND"),
                          ("edit", self.register, "decisions", decision, "state=draft")):
            self.assertIn("10.1.b", self.assert_refused(1, *arguments))
        line = self.ocop("add", self.register, "decision_lines", f"decision={decision}", f"product={self.product}").strip()
        self.assertIn("10.1.b", self.assert_refused(1, "edit", self.register, "decision_lines", line, "class=4"))
        self.assertEqual(self.ocop_json("show", self.register, "decisions", decision)["number"], "7/QĐ-UBND")

    def test_acts_have_their_reasons(self):
        """What an act brings about in the window meets the same objections here, and leaves the same reason."""
        self.ocop("add", self.register, "recognitions", f"product={self.product}", "outcome=recognised", "class=3",
                  "decision_date=2024-03-15")
        # The certificate ends on 15/03/2027: 119 days before it the window of article 7.6 is over by a day.
        filed = ("add", self.register, "dossiers", "name=Gạo – Đánh giá lại", f"product={self.product}", "kind=again",
                 "step=commune-received", "step_on=2026-11-16")
        self.assertIn("7.6", self.assert_refused(1, *filed))
        dossier = self.ocop(*filed, "--reason", "Xã mất điện ba ngày", "--as", "Lan").strip()
        moves = self.ocop_json("list", self.register, "dossier_moves", "--columns", "step,moved_on,person,reason")
        self.assertEqual([list(move.values())[-4:] for move in moves],
                         [["commune-received", "2026-11-16", "Lan", "Xã mất điện ba ngày"]])
        skipping = ("edit", self.register, "dossiers", dossier, "step=council", "step_on=2026-11-20")
        self.assertIn("lý do", self.assert_refused(1, *skipping))
        self.assertIn("officer", self.assert_refused(1, *skipping, "officer=Lan", "--reason", "Thử"))
        self.ocop(*skipping, "--reason", "Nhập hồ sơ cũ")
        self.assertEqual(self.ocop_json("show", self.register, "dossiers", dossier)["step"], "council")
        self.assertEqual(len(self.ocop_json("list", self.register, "dossier_moves")), 2)

    def test_session_begins_with_a_chair(self):
        council = self.ocop("add", self.register, "councils", "name=Hội đồng", "kind=council").strip()
        session = ["add", self.register, "sessions", f"council={council}", "name=Đợt 1", "held_on=2026-11-24"]
        self.assertIn("Chủ tịch", self.assert_refused(1, *session, "state=open"))
        planned = self.ocop(*session, "state=planned").strip()
        self.assertIn("Chủ tịch", self.assert_refused(1, "edit", self.register, "sessions", planned, "state=open"))
        self.ocop("add", self.register, "council_members", f"council={council}", "name=An", "role=chair")
        self.ocop("edit", self.register, "sessions", planned, "state=open")
        self.assertEqual(self.ocop_json("show", self.register, "sessions", planned)["state"], "open")

    def test_photo_has_to_be_a_picture(self):
        (self.folder / "list.csv").write_text("STT,Tên\n", encoding="utf-8")
        self.assertIn("list.csv", self.assert_refused(2, "edit", self.register, "products", self.product, "photo=list.csv"))
        self.assertIsNone(self.show()["photo"])


class Listing(OcopCase):
    def setUp(self):
        super().setUp()
        self.register = self.new_register("a.ocop", "--sample")

    def names(self, *options, kind="products"):
        return [row["name"] for row in self.ocop_json("list", self.register, kind, *options)]

    def test_filters(self):
        rows = self.ocop_json("list", self.register, "products", "--columns", "star,state,producer.kind,locality")
        self.assertEqual(len(rows), len(read_practice("products")))
        count = lambda *filters: len(self.names(*[word for text in filters for word in ("--filter", text)]))
        self.assertEqual(count("star=4"), sum(row["star"] == "4" for row in rows))
        self.assertEqual(count("star=3 sao,5 sao"), sum(row["star"] in ("3", "5") for row in rows))
        self.assertEqual(count("star=4", "state=valid"), sum((row["star"], row["state"]) == ("4", "valid") for row in rows))
        self.assertEqual(count("state!=valid"), sum(row["state"] != "valid" for row in rows))
        self.assertEqual(count("producer.kind=cooperative,farm"),
                         sum(row["producer.kind"] in ("cooperative", "farm") for row in rows))
        self.assertEqual(count("locality=99008"), sum(row["locality"] == "Đồng Xanh" for row in rows))
        self.assertEqual(count("locality=dong xanh"), count("locality=99008"))
        self.assertEqual(count("star="), sum(row["star"] is None for row in rows))
        self.assertGreater(count("name~gạo"), 0)
        self.assertEqual(count("name~gạo"), sum("gao" in fold(name) for name in self.names()))

    def test_search_sort_limit(self):
        self.assertIn("Gạo tẻ thơm Đồng Xanh", self.names("--search", "dong xanh gao"))
        descending = self.names("--sort", "-name", "--limit", "5")
        self.assertEqual(descending, list(reversed(self.names()))[:5])

    def test_sector_by_its_title(self):
        of_food = self.ocop_json("list", self.register, "products", "--columns", "name,sector", "--filter", "criteria_set=QD26-03")
        self.assertEqual({row["sector"] for row in of_food}, {"I"})
        self.assertIn("Thực phẩm", self.ocop("list", self.register, "products", "--columns", "name,sector"))

    def test_csv_and_table(self):
        rows = list(csv.DictReader(io.StringIO(self.ocop("list", self.register, "products", "--csv"))))
        self.assertEqual([row["id"] for row in rows], [row["id"] for row in self.ocop_json("list", self.register, "products")])
        lines = self.ocop("list", self.register, "producers", "--columns", "name,kind", "--limit", "20").splitlines()
        self.assertEqual(len(lines), 21)
        kinds = [line.rindex("  ") for line in lines]
        self.assertTrue(all(len(line) > place for line, place in zip(lines, kinds)))
        self.assertEqual(len({line.index(title) for line, title in zip(lines, ["Loại hình"])}), 1)

    def test_every_kind(self):
        for kind in ("units", "offices", "persons", "producers", "products", "recognitions", "certificates", "sales_links",
                     "product_years", "producer_years"):
            with self.subTest(kind):
                self.assertIsInstance(self.ocop_json("list", self.register, kind), list)


if __name__ == "__main__":
    unittest.main()
