#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ocop exchange: a province and its communes hand each other their records, and what both changed is said."""
import contextlib
import csv
import hashlib
import json
import sqlite3
import unittest
import zipfile

from ocop_case import OcopCase

PROVINCE = "91"
COMMUNES = ("An Khê", "Bến Củi", "Cầu Đá")


class Exchange(OcopCase):
    def setUp(self):
        super().setUp()
        self.ocop("new", "tinh.ocop", "--office", "Văn phòng", "--province", PROVINCE)
        self.write("units.csv", [("Mã", "Tên", "Loại", "Cấp")] + [(99001 + at, name, "xã", "commune") for at, name in enumerate(COMMUNES)])
        self.write("products.csv", [("Tên sản phẩm", "Chủ thể", "Xã", "Tỉnh", "Hạng sao", "Số quyết định", "Ngày quyết định")] + [
            (f"Gạo {name} {number}", f"HTX {name}", f"xã {name}", "An Giang", 3, "10/QĐ-UBND", "10/03/2025") for name in COMMUNES for number in (1, 2)])
        self.ocop("import", "tinh.ocop", "units.csv", "--kind", "units")
        self.ocop("import", "tinh.ocop", "products.csv", "--kind", "products")
        for number, name in enumerate(COMMUNES):
            self.send("tinh.ocop", name, f"{number}.package")
            self.ocop("new", f"xa{number}.ocop", "--province", PROVINCE)
            self.take(f"xa{number}.ocop", f"{number}.package")

    def write(self, name, rows):
        with open(self.folder / name, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)

    def find(self, register, kind, name):
        return self.ocop_json("list", register, kind, "--filter", f"name={name}", "--columns", "id")[0]["id"]

    def send(self, register, name, path):
        self.ocop("exchange", register, "--locality", self.find(register, "units", name), "-o", path)

    def take(self, register, *arguments, status=0):
        done = self.run_ocop("exchange", register, *arguments, "--json")
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        return json.loads(done.stdout)["files"], done.stderr

    def product(self, register, name, field):
        return self.ocop_json("show", register, "products", self.find(register, "products", name))[field]

    def edit(self, register, name, *fields):
        self.ocop("edit", register, "products", self.find(register, "products", name), *fields)

    def dump(self, register="tinh.ocop"):
        """What stands in the register, its history and how often a record was written apart."""
        with contextlib.closing(sqlite3.connect(self.folder / register)) as opened:
            opened.row_factory = sqlite3.Row
            kinds = [row["name"] for row in opened.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%binned INTEGER%'")]
            return {kind: [tuple(row[key] for key in row.keys() if key != "version")
                           for row in opened.execute(f"SELECT * FROM {kind} WHERE binned = 0 ORDER BY uuid")] for kind in sorted(kinds)}

    def test_what_a_commune_gets(self):
        names = sorted(row["name"] for row in self.ocop_json("list", "xa1.ocop", "products"))
        self.assertEqual(names, ["Gạo Bến Củi 1", "Gạo Bến Củi 2"])
        self.assertEqual([row["name"] for row in self.ocop_json("list", "xa1.ocop", "producers")], ["HTX Bến Củi"])
        self.assertEqual(len(self.ocop_json("list", "xa1.ocop", "recognitions")), 2)
        self.assertTrue(self.ocop_json("check", "xa1.ocop")["sound"])

    def test_three_communes_work_and_give_back(self):
        for number, name in enumerate(COMMUNES):
            self.edit(f"xa{number}.ocop", f"Gạo {name} 1", "activity=paused", "description=Mô tả của xã")
            product = self.find(f"xa{number}.ocop", "products", f"Gạo {name} 2")
            self.ocop("add", f"xa{number}.ocop", "sales_links", f"product={product}", "channel=platform", "name=Chợ mẫu", "active=1")
            self.ocop("add", f"xa{number}.ocop", "product_years", f"product={product}", "year=2026", f"revenue={1000 + number}")
            self.send(f"xa{number}.ocop", name, f"ve{number}.package")
        # Meanwhile the province changes another field of one, and the same one of another.
        self.edit("tinh.ocop", "Gạo An Khê 1", "packaging=Túi giấy")
        self.edit("tinh.ocop", "Gạo Bến Củi 1", "activity=stopped")
        before = self.dump()
        answer, said = self.take("tinh.ocop", "ve0.package", "ve1.package", "ve2.package", status=1)
        self.assertEqual([(row["added"], row["edited"], row["conflicts"]) for row in answer], [(2, 1, 0), (2, 1, 1), (2, 1, 0)])
        self.assertIn("Gạo Bến Củi 1, Tình trạng hoạt động: ở đây là “Đã ngừng”, nhận được “Tạm ngừng”. Hai bên cùng sửa; trước đó là “–”", said)
        self.assertEqual([self.product("tinh.ocop", f"Gạo {name} 1", "activity") for name in COMMUNES], ["paused", "stopped", "paused"])
        self.assertEqual([self.product("tinh.ocop", f"Gạo {name} 1", "description") for name in COMMUNES], ["Mô tả của xã"] * 3)
        self.assertEqual(self.product("tinh.ocop", "Gạo An Khê 1", "packaging"), "Túi giấy")
        self.assertEqual(sorted(row["revenue"] for row in self.ocop_json("list", "tinh.ocop", "product_years", "--columns", "revenue")), [1000, 1001, 1002])
        self.assertEqual(len(self.ocop_json("list", "tinh.ocop", "products")), 6)
        after = self.dump()
        again, _said = self.take("tinh.ocop", "ve0.package", "ve1.package", "ve2.package", status=1)
        self.assertEqual([(row["added"], row["edited"]) for row in again], [(0, 0)] * 3)
        self.assertEqual(self.dump(), after)
        self.assertTrue(self.ocop_json("check", "tinh.ocop")["sound"])
        for _ in COMMUNES:
            self.ocop("undo", "tinh.ocop")
        self.assertEqual(self.dump(), before)

    def test_it_goes_on_from_both_sides(self):
        name = COMMUNES[0]
        self.edit("xa0.ocop", f"Gạo {name} 1", "activity=paused")
        self.send("xa0.ocop", name, "1")
        self.take("tinh.ocop", "1")
        # The province goes on from what the commune said, the commune from what the province said.
        self.edit("tinh.ocop", f"Gạo {name} 1", "activity=active")
        self.send("tinh.ocop", name, "2")
        self.assertEqual(self.take("xa0.ocop", "2")[0][0]["conflicts"], 0)
        self.assertEqual(self.product("xa0.ocop", f"Gạo {name} 1", "activity"), "active")
        self.edit("xa0.ocop", f"Gạo {name} 1", "activity=stopped")
        self.send("xa0.ocop", name, "3")
        self.assertEqual(self.take("tinh.ocop", "3")[0][0]["conflicts"], 0)
        self.assertEqual(self.product("tinh.ocop", f"Gạo {name} 1", "activity"), "stopped")

    def test_what_both_changed_is_taken_when_wanted(self):
        name = COMMUNES[0]
        self.edit("xa0.ocop", f"Gạo {name} 1", "activity=paused")
        self.edit("tinh.ocop", f"Gạo {name} 1", "activity=stopped")
        self.send("xa0.ocop", name, "1")
        self.take("tinh.ocop", "1", status=1)
        self.take("tinh.ocop", "1", "--theirs")
        self.assertEqual(self.product("tinh.ocop", f"Gạo {name} 1", "activity"), "paused")

    def alter(self, source, path, change, digest=True):
        """The package with its object changed, as another program or a careless hand would have it."""
        with zipfile.ZipFile(self.folder / source) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        root = json.loads(parts["records.json"])
        change(root)
        parts["records.json"] = json.dumps(root).encode()
        if digest:
            parts["digest"] = hashlib.sha256(parts["records.json"]).hexdigest().encode()
        with zipfile.ZipFile(self.folder / path, "w") as package:
            for name, part in parts.items():
                package.writestr(name, part)

    def test_an_older_package_brings_nothing_back(self):
        name, product = COMMUNES[0], f"Gạo {COMMUNES[0]} 1"
        self.edit("xa0.ocop", product, "packaging=Túi giấy")
        self.send("xa0.ocop", name, "1")
        self.edit("xa0.ocop", product, "packaging=Hộp tre")
        self.send("xa0.ocop", name, "2")
        self.take("tinh.ocop", "2")
        before = self.dump()
        said = self.assert_refused(1, "exchange", "tinh.ocop", "1")
        self.assertIn("cũ hơn", said)
        self.assertEqual(self.dump(), before)
        # Once the newer one is undone, the older one is the newest again; after it the newer one comes as ever.
        self.ocop("undo", "tinh.ocop")
        self.take("tinh.ocop", "1")
        self.assertEqual(self.product("tinh.ocop", product, "packaging"), "Túi giấy")
        self.take("tinh.ocop", "2")
        self.assertEqual(self.product("tinh.ocop", product, "packaging"), "Hộp tre")
        self.assertEqual(self.take("tinh.ocop", "2")[0][0]["edited"], 0)
        # What another commune sent is older and another matter.
        self.send("xa1.ocop", COMMUNES[1], "3")
        self.take("tinh.ocop", "3")

    def test_what_was_altered_or_is_not_known(self):
        def unheard_of(root):
            root["records"].append({"kind": "festival", "id": "x", "now": {}, "common": {}})
            for entry in root["records"]:
                if entry["kind"] == "product":
                    entry["now"]["smell"] = "thơm"

        def without_packaging(root):
            root["fields"]["product"].remove("packaging")
            for entry in root["records"]:
                entry["now"].pop("packaging", None)

        name, product = COMMUNES[0], f"Gạo {COMMUNES[0]} 1"
        self.edit("xa0.ocop", product, "packaging=Túi giấy", "description=Của xã")
        self.send("xa0.ocop", name, "1")
        self.alter("1", "altered", unheard_of, digest=False)
        self.assertIn("đã bị sửa", self.assert_refused(2, "exchange", "tinh.ocop", "altered"))
        (self.folder / "cut").write_bytes((self.folder / "1").read_bytes()[:-90])
        self.assert_refused(2, "exchange", "tinh.ocop", "cut")
        self.alter("1", "newer", unheard_of)
        _answer, said = self.take("tinh.ocop", "newer")
        self.assertIn("“festival”", said)
        self.assertIn("“product.smell”", said)
        self.assertEqual(self.product("tinh.ocop", product, "packaging"), "Túi giấy")
        # A program that has no such field says nothing of it: what stands here stays.
        self.alter("1", "poorer", without_packaging)
        self.take("tinh.ocop", "poorer")
        self.assertEqual(self.product("tinh.ocop", product, "packaging"), "Túi giấy")

    def link(self, register, number):
        product = self.find(register, "products", f"Gạo {COMMUNES[0]} 1")
        return self.ocop_json("add", register, "sales_links", f"product={product}", "channel=platform", f"name=Chợ {number}", "active=1")["id"]

    def links(self):
        return sorted(row["name"] for row in self.ocop_json("list", "tinh.ocop", "sales_links"))

    def test_deletions_are_told_and_taken_when_wanted(self):
        name = COMMUNES[0]
        own = self.link("tinh.ocop", 2)
        self.send("tinh.ocop", name, "0")
        self.take("xa0.ocop", "0")
        given_up = [self.link("xa0.ocop", number) for number in range(2)]
        # The province gives up its own (to undo an addition is to put it into the bin), then gets the commune's two.
        self.ocop("undo", "tinh.ocop")
        self.send("xa0.ocop", name, "1")
        self.assertEqual(self.take("tinh.ocop", "1")[0][0]["binned"], 1)
        # Now the commune gives up both, on one of which the province has worked, and works on the province's own.
        self.ocop("edit", "tinh.ocop", "sales_links", given_up[1], "address=https://cho.example")
        self.ocop("undo", "xa0.ocop")
        self.ocop("undo", "xa0.ocop")
        self.ocop("edit", "xa0.ocop", "sales_links", own, "name=Chợ mới")
        self.send("xa0.ocop", name, "2")
        answer, said = self.take("tinh.ocop", "2", status=1)
        self.assertEqual((answer[0]["edited"], answer[0]["conflicts"]), (0, 2))
        self.assertIn(f"Chợ 0 · Gạo {name} 1, Kênh bán hàng: ở đây là “Ở đây không đổi”, nhận được “Trong thùng rác”", said)
        self.assertIn(f"Chợ 1 · Gạo {name} 1, Kênh bán hàng: ở đây là “Ở đây đã sửa”, nhận được “Trong thùng rác”", said)
        self.assertEqual(self.links(), ["Chợ 0", "Chợ 1"])
        self.take("tinh.ocop", "2", "--deletions", status=1)
        self.assertEqual(self.links(), ["Chợ 1"])
        self.take("tinh.ocop", "2", "--deletions", "--theirs")
        self.assertEqual(self.links(), ["Chợ mới"])
        self.assertTrue(self.ocop_json("check", "tinh.ocop")["sound"])
        self.ocop("undo", "tinh.ocop")
        self.assertEqual(self.links(), ["Chợ 1"])

    def test_the_level_to_which_a_field_belongs_wins(self):
        name = COMMUNES[0]
        self.ocop("edit", "xa0.ocop", "offices", self.ocop_json("list", "xa0.ocop", "offices", "--columns", "id")[0]["id"], "level=commune")
        for register, phone, score in (("xa0.ocop", "0901000001", "61,5"), ("tinh.ocop", "0901000002", "62,5")):
            self.ocop("edit", register, "producers", self.find(register, "producers", f"HTX {name}"), f"phone={phone}")
            product = self.find(register, "products", f"Gạo {name} 1")
            recognition = self.ocop_json("list", register, "recognitions", "--filter", f"product={product}", "--columns", "id")[0]["id"]
            self.ocop("edit", register, "recognitions", recognition, f"score={score}")
        self.send("xa0.ocop", name, "1")
        answer, said = self.take("tinh.ocop", "1", status=1)
        self.assertEqual((answer[0]["conflicts"], answer[0]["edited"]), (2, 1))
        self.assertIn("0901000002", said)
        self.assertEqual(self.ocop_json("show", "tinh.ocop", "producers", self.find("tinh.ocop", "producers", f"HTX {name}"))["phone"], "0901000001")
        self.assertNotIn(6150, [row["score"] for row in self.ocop_json("list", "tinh.ocop", "recognitions", "--columns", "score")])

    def add(self, register, kind, *fields):
        return self.ocop("add", register, kind, *fields).strip()

    def names(self, register, kind, columns="name"):
        return sorted(tuple(row[column] for column in columns.split(",")) if "," in columns else row[columns]
                      for row in self.ocop_json("list", register, kind, "--columns", columns))

    def make_plan(self):
        plan = self.add("tinh.ocop", "plans", "name=Kế hoạch tỉnh", "year=2026", "level=province", "state=draft")
        target = self.add("tinh.ocop", "targets", f"plan={plan}", "name=Sản phẩm mới", "operator=at-least", "value=30")
        for number, name in enumerate(COMMUNES):
            self.add("tinh.ocop", "target_shares", f"target={target}", f"unit={self.find('tinh.ocop', 'units', name)}", f"value={number + 1}")
            office = self.ocop_json("list", f"xa{number}.ocop", "offices", "--columns", "id")[0]["id"]
            self.ocop("edit", f"xa{number}.ocop", "offices", office, "level=commune")
        self.add("tinh.ocop", "tasks", f"plan={plan}", "name=Tập huấn", "state=planned")
        self.add("tinh.ocop", "budget_lines", f"plan={plan}", "name=Chi tập huấn", "amount=5000000")
        for number, name in enumerate(COMMUNES):
            self.send("tinh.ocop", name, f"ke-hoach{number}")
            self.take(f"xa{number}.ocop", f"ke-hoach{number}")

    def work_in(self, number, name):
        """A plan and a dossier of the commune's own, and what came of the province's plan there."""
        register = f"xa{number}.ocop"
        plan = self.add(register, "plans", f"name=Kế hoạch {name}", "year=2026", "level=commune", "state=draft")
        self.add(register, "targets", f"plan={plan}", "name=Sản phẩm của xã", "operator=at-least", "value=2")
        product = self.find(register, "products", f"Gạo {name} 1")
        dossier = self.add(register, "dossiers", f"name=Hồ sơ {name}", f"product={product}", "kind=upgrade", "step=commune-received", "--reason=Thử")
        self.ocop("edit", register, "dossiers", dossier, "step=proposed", "--reason=Thử")
        self.add(register, "dossier_documents", f"dossier={dossier}", "name=Phiếu đăng ký", "document=form-01", "state=handed-in")
        self.ocop("edit", register, "tasks", self.find(register, "tasks", "Tập huấn"), f"evidence=Xã {name} đã làm")
        self.send(register, name, f"xa{number}.back")

    def test_plans_and_dossiers_go_both_ways(self):
        self.make_plan()
        for number, name in enumerate(COMMUNES):
            register = f"xa{number}.ocop"
            self.assertEqual(self.names(register, "plans", "name,level,unit.name"), [("Kế hoạch tỉnh", "province", "An Giang")])
            self.assertEqual(self.names(register, "target_shares", "unit.name,value"), [(name, f"{number + 1}.00")])
            self.assertEqual(self.names(register, "tasks") + self.names(register, "budget_lines"), ["Tập huấn", "Chi tập huấn"])
            self.work_in(number, name)
        # What the plan sets is the province's own: a commune's wish is shown, not taken.
        self.ocop("edit", "xa2.ocop", "targets", self.find("xa2.ocop", "targets", "Sản phẩm mới"), "value=20")
        self.send("xa2.ocop", COMMUNES[2], "xa2.back")
        before = self.dump()
        answer, said = self.take("tinh.ocop", "xa0.back", "xa1.back", "xa2.back", status=1)
        # All three say something of the same task: the first is taken, the others are shown.
        self.assertEqual([(row["edited"], row["conflicts"]) for row in answer], [(1, 0), (0, 1), (0, 1)])
        self.assertIn("Sản phẩm mới · Kế hoạch tỉnh, Kế hoạch giao: ở đây là “30”, nhận được “20”. Thuộc quyền của cơ quan này", said)
        self.assertEqual(self.names("tinh.ocop", "plans", "name,level,unit.name")[0], ("Kế hoạch An Khê", "commune", "An Khê"))
        self.assertEqual(len(self.names("tinh.ocop", "target_shares", "value")), 3)
        self.assertEqual(self.names("tinh.ocop", "dossiers"), [f"Hồ sơ {name}" for name in COMMUNES])
        self.assertEqual(self.names("tinh.ocop", "dossier_moves", "dossier.name,step"),
                         [(f"Hồ sơ {name}", step) for name in COMMUNES for step in ("commune-received", "proposed")])
        self.assertIn("Phiếu đăng ký", self.names("tinh.ocop", "dossier_documents"))
        self.assertEqual(self.names("tinh.ocop", "tasks", "evidence"), ["Xã An Khê đã làm"])
        self.assertTrue(self.ocop_json("check", "tinh.ocop")["sound"])
        # The dossier goes on at the province, and the commune hears of it.
        dossier = self.find("tinh.ocop", "dossiers", "Hồ sơ An Khê")
        self.ocop("edit", "tinh.ocop", "dossiers", dossier, "step=province-received", "--reason=Thử")
        self.send("tinh.ocop", COMMUNES[0], "tin")
        self.assertEqual(self.take("xa0.ocop", "tin")[0][0]["conflicts"], 0)
        self.assertEqual(self.names("xa0.ocop", "dossiers", "step"), ["province-received"])
        self.assertEqual(self.names("xa0.ocop", "dossier_moves", "step"), ["commune-received", "proposed", "province-received"])
        self.ocop("undo", "tinh.ocop")
        for _ in COMMUNES:
            self.ocop("undo", "tinh.ocop")
        self.assertEqual(self.dump(), before)

    def test_attached_files_go_along(self):
        """Scanned papers come with their records, those that the other has already stay away, and none is taken on trust."""
        name, other = COMMUNES[0], "xa0.ocop"
        (self.folder / "tinh-minh.pdf").write_bytes(b"%PDF-1.4\n" + b"1 0 obj\n<<>>\nendobj\n" * 2000 + b"%%EOF\n")
        product = self.find(other, "products", f"Gạo {name} 1")
        dossier = self.add(other, "dossiers", "name=Hồ sơ", f"product={product}", "kind=upgrade", "step=commune-received", "--reason=Thử")
        document = self.add(other, "dossier_documents", f"dossier={dossier}", "name=Bản quét", "document=form-01", "state=handed-in")
        self.ocop("edit", other, "dossier_documents", document, "file=tinh-minh.pdf")
        scan = self.ocop_json("show", other, "dossier_documents", document)["file"]
        self.send(other, name, "1")
        before = self.dump()

        def parts(path):
            with zipfile.ZipFile(self.folder / path) as package:
                return [part for part in package.namelist() if part.startswith("files/")]

        self.assertEqual(parts("1"), [f"files/{scan}"])
        with zipfile.ZipFile(self.folder / "1") as package, zipfile.ZipFile(self.folder / "bare", "w") as bare, zipfile.ZipFile(self.folder / "false", "w") as false:
            for part in package.namelist():
                if not part.startswith("files/"):
                    bare.writestr(part, package.read(part))
                false.writestr(part, package.read(part) if not part.startswith("files/") else b"%PDF-1.4\nfalse\n%%EOF\n")
        self.assertEqual(self.run_ocop("exchange", "tinh.ocop", "false").returncode, 2)
        self.assertEqual(self.dump(), before)
        # Without the file the record comes all the same, and the file when it does come.
        _answer, said = self.take("tinh.ocop", "bare")
        self.assertIn("1 tệp đính kèm không được gửi kèm", said)
        self.assertIsNone(self.ocop_json("show", "tinh.ocop", "dossier_documents", document)["file"])
        self.take("tinh.ocop", "1")
        self.assertEqual(self.ocop_json("show", "tinh.ocop", "dossier_documents", document)["file"], scan)
        kept = [path.read_bytes() for path in self.folder.glob(f"*.files/{scan}")]
        self.assertEqual(kept, [(self.folder / "tinh-minh.pdf").read_bytes()] * 2)
        # What both have stays at home.
        self.send("tinh.ocop", name, "2")
        self.assertEqual(parts("2"), [])
        self.take(other, "2")
        for _ in range(2):
            self.ocop("undo", "tinh.ocop")
        self.assertEqual(self.dump(), before)

    def test_an_issued_plan_is_changed_by_its_own_office_alone(self):
        def issue(root):
            for entry in root["records"]:
                if entry["kind"] == "plan":
                    entry["now"]["state"] = "issued"

        self.make_plan()
        self.ocop("edit", "tinh.ocop", "targets", self.find("tinh.ocop", "targets", "Sản phẩm mới"), "value=40")
        self.send("tinh.ocop", COMMUNES[0], "1")
        self.alter("1", "issued", issue)
        self.take("xa0.ocop", "issued")
        self.assertEqual(self.names("xa0.ocop", "plans", "name,state"), [("Kế hoạch tỉnh", "issued")])
        self.ocop("new", "moi.ocop", "--province", PROVINCE)
        self.take("moi.ocop", "issued")
        self.assertEqual(self.names("moi.ocop", "targets") + self.names("moi.ocop", "tasks"), ["Sản phẩm mới", "Tập huấn"])
        self.ocop("edit", "tinh.ocop", "targets", self.find("tinh.ocop", "targets", "Sản phẩm mới"), "value=50")
        self.send("tinh.ocop", COMMUNES[0], "2")
        self.alter("2", "unsigned", lambda root: (issue(root), root.pop("level")))
        office = self.ocop_json("list", "xa0.ocop", "offices", "--columns", "id")[0]["id"]
        self.ocop("edit", "xa0.ocop", "offices", office, "level=")
        _answer, said = self.take("xa0.ocop", "unsigned", status=1)
        self.assertIn("Kế hoạch đã ban hành", said)
        self.ocop("edit", "xa0.ocop", "offices", office, "level=commune")
        self.alter("2", "signed", issue)
        self.take("xa0.ocop", "signed")
        self.assertEqual(self.names("xa0.ocop", "targets", "name,value"), [("Sản phẩm mới", "50.00")])

    def test_a_whole_province_keeps_its_communes(self):
        self.send("tinh.ocop", "An Giang", "all")
        self.ocop("new", "khac.ocop")
        self.take("khac.ocop", "all")
        self.assertEqual(self.names("khac.ocop", "products", "name,locality.name"),
                         [(f"Gạo {name} {number}", name) for name in COMMUNES for number in (1, 2)])

    def test_refuses(self):
        self.assertIn("chính bộ dữ liệu này", self.run_ocop("exchange", "tinh.ocop", "0.package").stderr)
        (self.folder / "x").write_bytes(b"nothing")
        self.assertEqual(self.run_ocop("exchange", "tinh.ocop", "x").returncode, 2)
        self.assertEqual(self.run_ocop("exchange", "tinh.ocop").returncode, 2)


if __name__ == "__main__":
    unittest.main()
