#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ocop ballots and ocop take: what a member is handed, and what comes of what is given back."""
import contextlib
import json
import random
import shutil
import sqlite3
import unittest
import zipfile

from ocop_case import OcopCase

try:
    import openpyxl
except ImportError:
    openpyxl = None

SET = "QD26-03"
MEMBERS = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Thu Cúc")
# Nothing else in a register is written like these.
COMMENTS = ("Vịt-bầu~Ω17", "Rùa*đá≈ξ29", "Sóc§nâu⌘41")


class Ballots(OcopCase):
    def setUp(self):
        super().setUp()
        self.register = self.new_register()
        council = self.add("councils", name="Hội đồng cấp tỉnh", kind="council")
        self.members = [self.add("council_members", council=council, name=name, role="member" if place else "chair", place=str(place + 1))
                        for place, name in enumerate(MEMBERS)]
        self.session = self.add("sessions", council=council, name="Đợt 2", state="open", held_on="2026-11-24")
        self.products = [self.add_product(name, place) for place, name in enumerate(("Gạo sạch", "Nếp cái"))]
        for member in self.members:
            self.add("attendances", session=self.session, member=member, present="1")

    def add(self, plural, **fields):
        return self.ocop("add", "a.ocop", plural, *(f"{name}={value}" for name, value in fields.items())).strip()

    def add_product(self, name, place):
        product = self.add("products", name=name, criteria_set=SET, description=f"Mô tả của {name}")
        dossier = self.add("dossiers", name=f"{name} 2026", product=product, kind="first", step="council", story="1")
        return self.add("session_products", session=self.session, dossier=dossier, name=name, place=str(place + 1),
                        criteria_set=SET, scoring="1")

    def act(self, sql):
        """What is done on the council's page, and not by whoever edits records."""
        with contextlib.closing(sqlite3.connect(self.folder / "a.ocop")) as register, register:
            register.execute(sql)

    def export(self, *options, folder="out"):
        """The paths of the ballots, one for each member."""
        return [self.folder / row["file"] for row in self.ocop_json("ballots", "a.ocop", self.session, "-o", folder, *options)]

    def take(self, path, *options, status=0):
        """The outcome, and what was said beside it."""
        done = self.run_ocop("take", "a.ocop", path, "--json", *options)
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        rows = json.loads(done.stdout) if done.stdout else []
        return rows[0]["outcome"] if rows else None, done.stderr

    def sheets(self):
        return self.ocop_json("list", "a.ocop", "sheets", "--columns", "member,choices,comment,source")

    def rewrite(self, path, change, name="sheets.json"):
        """Rewrites one part of a ballot file, as somebody's own tool would."""
        with zipfile.ZipFile(path) as archive:
            parts = {info.filename: archive.read(info) for info in archive.infolist()}
        part = json.loads(parts[name])
        part = change(part) or part
        parts[name] = json.dumps(part, ensure_ascii=False).encode()
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for key, value in parts.items():
                archive.writestr(key, value)

    def score(self, path, choices="1.1=0 1.2=0", comment=None, product=0):
        def change(part):
            part["done"] = True
            part["sheets"][product]["choices"] = choices
            if comment:
                part["sheets"][product]["comment"] = comment
        self.rewrite(path, change)

    def assert_refused_for(self, path, *reasons, status=1):
        outcome, said = self.take(path, status=status)
        self.assertEqual(outcome, "refused" if status == 1 else None)
        for reason in reasons:
            self.assertIn(reason, said)
        self.assertEqual(self.sheets(), [])


class Files(Ballots):
    def test_is_taken_once(self):
        ballot = self.export()[0]
        self.score(ballot, comment="Tốt")
        self.assertEqual(self.take(ballot), ("taken", ""))
        self.assertEqual([(row["choices"], row["comment"], row["source"]) for row in self.sheets()], [("1.1=0 1.2=0", "Tốt", "ballot")])
        history = self.ocop_json("list", "a.ocop", "history")
        self.assertIn("Phiếu chấm của Nguyễn Văn An: Đợt 2", json.dumps(history[0], ensure_ascii=False))
        self.assertEqual(self.take(ballot)[0], "same")
        self.assertEqual(len(self.ocop_json("list", "a.ocop", "history")), len(history))
        # Taken back, it may be taken in again.
        self.ocop("undo", "a.ocop")
        self.assertEqual(self.sheets(), [])
        self.assertEqual(self.take(ballot)[0], "taken")
        self.assertTrue(self.ocop_json("check", "a.ocop")["sound"])

    def test_two_products_are_one_change(self):
        ballot = self.export()[1]
        self.score(ballot)
        self.score(ballot, "1.1=1", product=1)
        before = len(self.ocop_json("list", "a.ocop", "history", "--columns", "change"))
        self.assertEqual(self.take(ballot)[0], "taken")
        self.assertEqual(len(self.sheets()), 2)
        self.ocop("undo", "a.ocop")
        self.assertEqual(self.sheets(), [])
        self.assertLess(before, len(self.ocop_json("list", "a.ocop", "history")))

    def test_another_copy_is_a_conflict(self):
        ballot = self.export()[0]
        other = self.folder / "other.ocopballot"
        self.score(ballot, comment="Tốt")
        shutil.copy(ballot, other)
        self.score(other, "1.1=1 1.2=0 1.3=0", comment="Khá")
        self.take(ballot)
        stored = self.sheets()
        outcome, said = self.take(other, status=1)
        self.assertEqual(outcome, "conflict")
        self.assertIn("Gạo sạch, 1.1 ", said)
        self.assertIn("Gạo sạch, 1.3 ", said)
        self.assertIn("đang lưu Tốt, trên phiếu Khá", said)
        self.assertNotIn(", 1.2 ", said)
        self.assertEqual(self.sheets(), stored)
        self.assertEqual(self.take(other, "--replace")[0], "taken")
        self.assertEqual(self.sheets()[0]["choices"], "1.1=1 1.2=0 1.3=0")

    def test_what_was_left_empty_says_nothing(self):
        """The first copy had one product, the second the other."""
        first, second = self.export(folder="one")[1], self.export(folder="two")[1]
        self.score(first)
        self.score(second, product=1)
        self.assertEqual(self.take(first), ("taken", ""))
        self.assertEqual(self.take(second), ("taken", ""))
        self.assertEqual([row["choices"] for row in self.sheets()], ["1.1=0 1.2=0"] * 2)

    def test_a_ballot_holds_the_member_s_own_sheet(self):
        ballot = self.export()[0]
        self.score(ballot, comment="Tốt")
        self.take(ballot)
        again = self.export(folder="again")[0]
        with zipfile.ZipFile(again) as archive:
            self.assertEqual(json.loads(archive.read("sheets.json"))["sheets"][0],
                             {"product": self.products[0], "choices": "1.1=0 1.2=0", "comment": "Tốt"})
        self.assertEqual(self.take(again)[0], "same")

    def test_the_same_session_makes_the_same_bytes(self):
        first = [path.read_bytes() for path in self.export()]
        self.assertEqual(first, [path.read_bytes() for path in self.export(folder="again")])

    def test_nothing_scored(self):
        self.assert_refused_for(self.export()[0], "chưa chấm gì")

    def test_options_that_there_are_not(self):
        ballot = self.export()[0]
        for choices, place in (("1.1=9", "Tiêu chí 1.1"), ("9.9=1", "9.9"), ("1.1=0 1.1=1", "Tiêu chí 1.1")):
            self.score(ballot, choices)
            self.assert_refused_for(ballot, "$.sheets[0].choices", "Gạo sạch", place, status=2)

    def test_another_session(self):
        ballot = self.export()[0]
        self.score(ballot)
        self.new_register("b.ocop")
        self.assertIn("dữ liệu khác", self.run_ocop("take", "b.ocop", ballot).stderr)
        self.assertIn("lý do", self.run_ocop("edit", "a.ocop", "sessions", self.session, "state=closed").stderr)
        self.ocop("edit", "a.ocop", "sessions", self.session, "state=closed", "--reason", "Thử")
        self.assert_refused_for(ballot, "kết thúc")

    def test_identities_changed(self):
        ballot = self.export()[0]
        self.score(ballot)
        kept = ballot.read_bytes()
        other = "01a20344-0000-7000-8000-000000000000"

        def set_member(part):
            part["member"]["id"] = other

        def set_session(part):
            part["session"]["id"] = other

        def borrow(part):
            part["member"]["id"] = self.members[1]

        for change, reason in ((set_member, "không phải thành viên"), (set_session, "phiên khác"), (borrow, "Trần Thị Bình")):
            ballot.write_bytes(kept)
            self.rewrite(ballot, change, "ballot.json")
            self.assert_refused_for(ballot, reason)

    def test_agenda_changed(self):
        ballot = self.export()[0]
        self.score(ballot)
        kept = ballot.read_bytes()

        def swap(part):
            part["products"].reverse()

        def drop(part):
            part["products"].pop()

        def rename(part):
            part["products"][0]["name"] = "Gạo bẩn"

        def advise(part):
            part["products"][1]["facts"][1]["text"] = "Khác hẳn"

        def storyless(part):
            part["products"][0]["story"] = False

        for change, reason in ((swap, "thứ tự"), (rename, "phiếu ghi “Gạo bẩn”, dữ liệu ghi “Gạo sạch”"),
                               (advise, "Nếp cái, Mô tả: phiếu ghi “Khác hẳn”"), (storyless, "câu chuyện")):
            ballot.write_bytes(kept)
            self.rewrite(ballot, change, "ballot.json")
            self.assert_refused_for(ballot, reason)
        ballot.write_bytes(kept)
        self.rewrite(ballot, drop, "ballot.json")
        self.rewrite(ballot, lambda part: part["sheets"].pop() and part)
        self.assert_refused_for(ballot, "Nếp cái có trong chương trình mà không có trên phiếu")

    def test_criteria_changed(self):
        ballot = self.export()[0]
        self.score(ballot)
        kept = ballot.read_bytes()
        part = f"law/1/26-2026/{SET}.json"

        def reword(sheet):
            option = first_leaf(sheet)["options"][1]
            option["text"] = "Lời khác"

        def note(sheet):
            sheet["rejected_when"] = [{"text": "Không bao giờ"}]

        for change, reason in ((reword, "Gạo sạch, tiêu chí 1.1, phương án 2"), (note, f"26-2026/{SET}.json")):
            ballot.write_bytes(kept)
            self.rewrite(ballot, change, part)
            self.assert_refused_for(ballot, reason)

    def test_what_the_office_corrects_is_a_note(self):
        ballot = self.export()[0]
        self.score(ballot)
        self.ocop("edit", "a.ocop", "session_products", self.products[0], "name=Gạo rất sạch")
        outcome, said = self.take(ballot)
        self.assertEqual(outcome, "taken")
        self.assertIn("khi xuất phiếu là “Gạo sạch”, nay là “Gạo rất sạch”", said)

    def test_recused(self):
        ballot = self.export()[0]
        self.score(ballot)
        self.add("recusals", session_product=self.products[1], member=self.members[0], kind="family")
        self.assert_refused_for(ballot, "Nguyễn Văn An không tham gia chấm Nếp cái")
        self.assertEqual(self.ocop_json("ballots", "a.ocop", self.session, "-o", "out")[0]["products"], 1)
        self.add("recusals", session_product=self.products[0], member=self.members[0], kind="family")
        row = self.ocop_json("ballots", "a.ocop", self.session, "-o", "out")[0]
        self.assertEqual((row["file"], row["reason"]), (None, "Nguyễn Văn An không có sản phẩm nào để chấm."))

    def test_absent(self):
        self.add("council_members", council=self.ocop_json("list", "a.ocop", "councils")[0]["id"], name="Đỗ Dũng", role="member", place="4")
        rows = self.ocop_json("ballots", "a.ocop", self.session, "-o", "out")
        self.assertIsNone(rows[3]["file"])
        self.assertIn("có mặt", rows[3]["reason"])

    def test_another_scoring(self):
        ballot = self.export()[0]
        self.score(ballot)
        self.ocop("edit", "a.ocop", "session_products", self.products[0], "scoring=2")
        self.assert_refused_for(ballot, "Gạo sạch: phiếu của lần chấm 1, sản phẩm đang ở lần chấm 2")

    def test_mutations(self):
        """Whatever happens to the bytes: a message, and nothing is stored but what a ballot says."""
        ballot = self.export()[0]
        self.score(ballot)
        whole = ballot.read_bytes()
        chance = random.Random(4)
        for number in range(60):
            data = bytearray(whole)
            if number % 3 == 0:
                data = data[:chance.randrange(len(data))]
            else:
                for _ in range(chance.randrange(1, 8)):
                    data[chance.randrange(len(data))] = chance.randrange(256)
            ballot.write_bytes(data)
            done = self.run_ocop("take", "a.ocop", ballot, "--json")
            self.assertIn(done.returncode, (0, 1, 2), done.stderr)
            if done.returncode == 0:
                self.assertEqual([row["choices"] for row in self.sheets()], ["1.1=0 1.2=0"])
                self.ocop("undo", "a.ocop") if json.loads(done.stdout)[0]["outcome"] == "taken" else None
            else:
                self.assertTrue(done.stderr.startswith("ocop: "), done.stderr)
                self.assertEqual(self.sheets(), [])

    def test_other_types(self):
        ballot = self.export()[0]
        self.score(ballot)
        whole = ballot.read_bytes()
        values = (None, 7, -1, "", "x" * 5000, [], {}, [1], True, 1.5)
        for name in ("ballot.json", "sheets.json"):
            with zipfile.ZipFile(ballot) as archive:
                members = list(json.loads(archive.read(name)))
            for member in members:
                for value in values:
                    if name == "sheets.json" and member == "done" and value is True:
                        continue
                    ballot.write_bytes(whole)
                    self.rewrite(ballot, lambda part, m=member, v=value: part.update({m: v}), name)
                    outcome, said = self.take_any(ballot)
                    self.assertNotEqual(outcome, "taken", (name, member, value))
                    self.assertTrue(said.startswith("ocop: "), (name, member, value))
        self.assertEqual(self.sheets(), [])

    def take_any(self, path):
        done = self.run_ocop("take", "a.ocop", path, "--json")
        self.assertIn(done.returncode, (1, 2), done.stdout)
        rows = json.loads(done.stdout) if done.stdout else []
        return rows[0]["outcome"] if rows else None, done.stderr

    def test_no_ballots(self):
        bomb = self.folder / "bomb.ocopballot"
        with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("mimetype", "application/vnd.ocop.ballot")
            archive.writestr("ballot.json", b" " * 200_000_000)
        other = self.folder / "other.ocopballot"
        with zipfile.ZipFile(other, "w") as archive:
            archive.writestr("a.txt", "?")
        text = self.folder / "text.ocopballot"
        text.write_text("không phải phiếu")
        for path, reason in ((bomb, "không được mở"), (other, "ballot.json"), (text, ""), (self.folder / "không có", "")):
            self.assert_refused_for(path, reason, status=2)
        self.assertEqual(self.run_ocop("take", "a.ocop", self.register).returncode, 2)


class Secrecy(Ballots):
    """No ballot, on any path, holds another member's points or comments."""

    CHOICES = ("1.1=1 1.2=0 1.3=2", "1.1=0 1.2=2 1.3=0", "1.1=2 1.2=1 1.3=1")

    def setUp(self):
        super().setUp()
        for ballot, choices, comment in zip(self.export(), self.CHOICES, COMMENTS):
            self.score(ballot, choices, comment)
            self.take(ballot)
        self.assertEqual(len(self.sheets()), 3)

    def read_all(self, path):
        """The bytes of a file, and of each part of it as it unpacks."""
        yield path.name, path.read_bytes()
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                for info in archive.infolist():
                    yield f"{path.name}/{info.filename}", archive.read(info) + info.filename.encode() + info.extra + info.comment

    def assert_silent(self, member, name, data):
        for other in range(len(MEMBERS)):
            for word in (COMMENTS[other], self.CHOICES[other]):
                for form in (word, word.replace(" ", "\\u0020"), json.dumps(word)[1:-1]):
                    held = any(form.encode(code) in data for code in ("utf-8", "utf-16-le"))
                    if other != member:
                        self.assertFalse(held, f"{name} holds {word!r}")

    def search(self, options, folder):
        for member, path in enumerate(self.export(*options, folder=folder)):
            parts = list(self.read_all(path))
            # It would find them: the member's own are there.
            self.assertTrue(any(COMMENTS[member].encode() in data for _, data in parts), path)
            for name, data in parts:
                self.assert_silent(member, name, data)

    def test_files(self):
        self.search((), "second")

    def test_workbooks(self):
        self.search(("--workbook",), "second")

    def test_conflicts_and_refusals_of_a_member_name_that_member_alone(self):
        for member, ballot in enumerate(self.export(folder="second")):
            self.score(ballot, "1.1=0 1.2=0 1.3=0", "Khác")
            done = self.run_ocop("take", "a.ocop", ballot)
            self.assertEqual(done.returncode, 1)
            self.assert_silent(member, "said", (done.stdout + done.stderr).encode())
            self.act("UPDATE session_product SET scoring = 2 WHERE place = 1")
            done = self.run_ocop("take", "a.ocop", ballot)
            self.assertEqual(done.returncode, 1)
            self.assert_silent(member, "said", (done.stdout + done.stderr).encode())
            self.act("UPDATE session_product SET scoring = 1")

    def test_nothing_stays_behind(self):
        self.export("--workbook", folder="second")
        kept = {path for path in self.folder.rglob("*") if path.is_file() and path.suffix not in (".xlsx", ".ocopballot")}
        for path in kept:
            if path.name.startswith("a.ocop"):
                continue
            for comment in COMMENTS:
                self.assertNotIn(comment.encode(), path.read_bytes(), path)


def first_leaf(criterion):
    inner = criterion.get("parts") or criterion.get("criteria")
    return first_leaf(inner[0]) if inner else criterion


@unittest.skipIf(openpyxl is None, "needs python3-openpyxl")
class Workbooks(Ballots):
    def fill(self, path, choices, comment=None, page=1):
        """Chooses options by their numbers; a row is found by the criterion's code."""
        book = openpyxl.load_workbook(path)
        sheet = book.worksheets[page]
        rows = {str(row[0].value): row[0].row for row in sheet.iter_rows() if row[0].value is not None}
        for code, number in choices.items():
            sheet.cell(rows[code], 6).value = number
        if comment:
            sheet.cell(rows["Ý kiến"], 2).value = comment
        book.save(path)
        return rows

    def test_is_taken_once(self):
        path = self.export("--workbook")[0]
        self.fill(path, {"1.1": 2, "1.2": 1}, "Tốt")
        self.fill(path, {"1.1": 1}, page=2)
        self.assertEqual(self.take(path), ("taken", ""))
        self.assertEqual(sorted((row["choices"], row["comment"], row["source"]) for row in self.sheets()),
                         [("1.1=0", None, "workbook"), ("1.1=1 1.2=0", "Tốt", "workbook")])
        self.assertEqual(self.take(path)[0], "same")
        # The file that says the same is the same copy.
        ballot = self.export(folder="again")[0]
        self.assertEqual(self.take(ballot)[0], "same")
        self.fill(path, {"1.1": 1})
        outcome, said = self.take(path, status=1)
        self.assertEqual(outcome, "conflict")
        self.assertIn("Gạo sạch, 1.1 ", said)

    def test_options_that_there_are_not(self):
        path = self.export("--workbook")[0]
        for value in (9, 0, -1, 1.5, "ba", True):
            rows = self.fill(path, {"1.1": value})
            self.assert_refused_for(path, f"ô F{rows['1.1']}", "tiêu chí 1.1")

    def test_other_cells(self):
        kept = self.export("--workbook")[0]
        for page, cell, value in ((1, "A1", "Gạo bẩn"), (1, "B5", "Tiêu chí khác"), (1, "C5", 99), (1, "I5", "2. [5] Lời khác"),
                                  (1, "Z9", "thêm"), (2, "A3", None), (0, "B9", "x"), (3, "D7", "QD26-01")):
            path = self.folder / "changed.xlsx"
            shutil.copy(kept, path)
            self.fill(path, {"1.1": 1})
            book = openpyxl.load_workbook(path)
            sheet = book.worksheets[page]
            sheet[cell].value = value
            book.save(path)
            self.assert_refused_for(path, *([f"“{sheet.title}”, ô {cell}"] if page < 3 else ["QD26-01"]))

    def test_hidden_sheet(self):
        path = self.export("--workbook")[0]
        book = openpyxl.load_workbook(path)
        self.assertEqual(book["OCOP"].sheet_state, "hidden")
        self.assertTrue(all(sheet.protection.sheet for sheet in book.worksheets))
        del book["OCOP"]
        book.save(path)
        self.assert_refused_for(path, "trang ẩn", status=2)

    def test_lists_and_sums(self):
        path = self.export("--workbook")[0]
        rows = self.fill(path, {"1.1": 2})
        sheet = openpyxl.load_workbook(path).worksheets[1]
        lists = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
        self.assertEqual(lists[f"F{rows['1.1']}"], "OCOP!$G$1:$G$3")
        self.assertFalse(sheet.cell(rows["1.1"], 6).protection.locked)
        self.assertTrue(sheet.cell(rows["1.1"], 5).protection.locked)
        self.assertTrue(sheet.cell(rows["1.1"], 7).value.startswith("=IF(F"))

    def test_not_a_ballot(self):
        book = openpyxl.Workbook()
        path = self.folder / "plain.xlsx"
        book.save(path)
        self.assert_refused_for(path, "không phải phiếu chấm", status=2)
        whole = self.export("--workbook")[0].read_bytes()
        for length in (100, len(whole) // 2, len(whole) - 10):
            path.write_bytes(whole[:length])
            self.assert_refused_for(path, status=2)


if __name__ == "__main__":
    unittest.main()
