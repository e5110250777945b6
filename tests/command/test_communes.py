#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ocop communes: what communes are sent, and what comes of what they give back."""
import contextlib
import csv
import datetime
import json
import shutil
import sqlite3
import unittest

from ocop_case import OcopCase

try:
    import openpyxl
except ImportError:
    openpyxl = None

PROVINCE = "91"
FIRST_ROW = 6
# The columns that are filled in, by letter.
ACTIVITY, SINCE, REVENUE, AGAIN, REMARK = "I", "J", "K", "L", "M"
WORKERS, WOMEN, TRAINED = "D", "E", "F"


@unittest.skipIf(openpyxl is None, "needs openpyxl")
class Communes(OcopCase):
    def make(self, n_communes, n_products=3):
        """A register of communes with as many products each, of one producer."""
        self.ocop("new", "a.ocop", "--office", "Văn phòng", "--province", PROVINCE)
        names = [f"An Khê {number + 1:03}" for number in range(n_communes)]
        self.write("units.csv", [("Mã", "Tên", "Loại", "Cấp")] + [(99001 + at, name, "xã", "commune") for at, name in enumerate(names)])
        self.write("products.csv", [("Tên sản phẩm", "Chủ thể", "Xã", "Tỉnh", "Hạng sao", "Số quyết định", "Ngày quyết định")] + [
            (f"Gạo {name[-3:]}-{number + 1}", f"HTX {name}", f"xã {name}", "An Giang", 3 + number % 2, "10/QĐ-UBND", f"1{number}/03/2025")
            for name in names for number in range(n_products)])
        self.ocop("import", "a.ocop", "units.csv", "--kind", "units")
        self.ocop("import", "a.ocop", "products.csv", "--kind", "products")
        return names

    def write(self, name, rows):
        with open(self.folder / name, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)

    def send(self, folder="out", *options, year="2026"):
        rows = self.ocop_json("communes", "a.ocop", "--year", year, "-o", folder, *options)
        return [self.folder / row["file"] for row in rows]

    def fill(self, path, change, to=None, saved=None):
        """Opens the workbook, lets @change fill it in, and saves it as a person's program would."""
        book = openpyxl.load_workbook(path)
        change(book)
        book.save(to or path)
        if saved:
            # The writer notes the time of saving by itself.
            book = openpyxl.load_workbook(to or path)
            book.properties.modified = saved
            writer = openpyxl.writer.excel.ExcelWriter(book, openpyxl.writer.excel.ZipFile(to or path, "w", openpyxl.writer.excel.ZIP_DEFLATED))
            writer.save()

    def take(self, *arguments, status=0, year="2026"):
        done = self.run_ocop("communes", "a.ocop", *arguments, "--year", year, "--json")
        self.assertEqual(done.returncode, status, done.stdout[-2000:] + done.stderr)
        return json.loads(done.stdout)

    def rows(self, plural, columns):
        return [tuple(row[column] for column in columns.split(",")) for row in self.ocop_json("list", "a.ocop", plural, "--columns", columns)]

    def n_changes(self):
        with contextlib.closing(sqlite3.connect(self.folder / "a.ocop")) as register:
            return register.execute("SELECT count(*) FROM change").fetchone()[0]

    def dump(self):
        """What stands in the register, its history and how often a record was written apart."""
        with contextlib.closing(sqlite3.connect(self.folder / "a.ocop")) as register:
            register.row_factory = sqlite3.Row
            kinds = [row["name"] for row in register.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%binned INTEGER%'")]
            return {kind: [tuple(row[key] for key in row.keys() if key not in ("version",))
                           for row in register.execute(f"SELECT * FROM {kind} WHERE binned = 0 ORDER BY uuid")] for kind in sorted(kinds)}

    def states(self, answer):
        return {row["commune"].removeprefix("Xã "): row["state"] for row in answer["communes"]}


def products(book):
    return book["Sản phẩm"]


class Workbook(Communes):
    def test_what_is_sent(self):
        """Prefilled, locked but for what is to be filled in, with lists to choose from, and nothing of others in it."""
        self.make(2)
        first, _second = self.send()
        self.assertEqual(first.name, "Biểu xã 2026 – Xã An Khê 001.xlsx")
        book = openpyxl.load_workbook(first)
        self.assertEqual(book.sheetnames, ["Sản phẩm", "Hướng dẫn", "Chủ thể", "Kênh bán hàng", "Đăng ký", "OCOP"])
        self.assertEqual(book["OCOP"].sheet_state, "hidden")
        sheet = products(book)
        self.assertEqual([cell.value for cell in sheet["C"]][FIRST_ROW - 1:], ["Gạo 001-1", "Gạo 001-2", "Gạo 001-3"])
        self.assertEqual([sheet[f"{column}6"].value for column in "DEFG"], ["HTX An Khê 001", "3 sao", "10/QĐ-UBND", "10/03/2028"])
        self.assertEqual(sheet["H6"].value, "12/09/2027 – 11/11/2027")
        for letter, locked in [(letter, True) for letter in "ABCDEFGH"] + [(letter, False) for letter in "IJKLM"]:
            self.assertEqual(sheet[f"{letter}6"].protection.locked, locked, letter)
        for page in book:
            self.assertTrue(page.protection.sheet, page.title)
        lists = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
        self.assertTrue(lists["I6:I8"].startswith("OCOP!"), lists)
        self.assertTrue(book["Kênh bán hàng"]["C6"].protection.locked is False)
        for page in book:
            for row in page.iter_rows(values_only=True):
                self.assertFalse(any("002" in str(value) for value in row if value and page.title != "OCOP"), page.title)

    def test_one_commune(self):
        self.make(2)
        unit = self.ocop_json("list", "a.ocop", "units", "--filter", "name=An Khê 002", "--columns", "id")[0]["id"]
        self.assertEqual([path.name for path in self.send("one", "--only", unit)], ["Biểu xã 2026 – Xã An Khê 002.xlsx"])


class Hundred(Communes):
    """A hundred workbooks with the faults that people make."""

    def fill_in(self, number):
        def change(book):
            sheet = products(book)
            sheet[f"{ACTIVITY}6"] = "Đang sản xuất"
            for row in range(3):
                sheet[f"{REVENUE}{FIRST_ROW + row}"] = number * 1000 + row
            sheet[f"{AGAIN}7"] = "Có"
            people = book["Chủ thể"]
            people[f"{WORKERS}6"], people[f"{WOMEN}6"], people[f"{TRAINED}6"] = 10 + number, 5, 3
            channels = book["Kênh bán hàng"]
            channels["B6"], channels["C6"], channels["D6"] = f"1. Gạo {number:03}-1", "Sàn thương mại điện tử", "Chợ mẫu"
            channels["E6"] = f"https://cho.example/{number}"
            book["Đăng ký"]["B6"], book["Đăng ký"]["D6"], book["Đăng ký"]["E6"] = f"Bún {number:03}", "Lần đầu", 4
        return change

    def spoil(self, names, paths):
        out = self.folder / "out"
        self.send("former", year="2025")
        shutil.copy(paths[0], out / "gửi lại lần hai.xlsx")
        self.fill(paths[1], lambda book: setattr(products(book), "title", "Trang tính 1"))
        self.fill(paths[2], lambda book: products(book).__setitem__("C7", "Gạo khác"))
        (self.folder / "former" / "Biểu xã 2025 – Xã An Khê 004.xlsx").replace(paths[3])
        paths[4].unlink()

        def text(book):
            products(book)[f"{REVENUE}6"] = "6.000.000"
            products(book)[f"{ACTIVITY}7"] = "Tạm ngừng"
            products(book)[f"{SINCE}7"] = "15/03/2026"
            products(book)[f"{SINCE}8"] = datetime.date(2026, 4, 1)
        self.fill(paths[5], text)

        def move(book):
            sheet = products(book)
            for first, second in zip(sheet[6], sheet[7]):
                first.value, second.value = second.value, first.value
            sheet.insert_rows(8)
        self.fill(paths[6], move)
        self.fill(paths[7], lambda book: products(book).__setitem__(f"{REVENUE}6", "nhiều"))
        self.fill(paths[8], lambda book: book["Chủ thể"].__setitem__(f"{WOMEN}6", 99))
        self.fill(paths[9], lambda book: products(book).__setitem__(f"{REVENUE}6", 777), to=out / "bản mới.xlsx", saved=datetime.datetime(2099, 1, 1))
        (out / "~$đang mở.xlsx").write_bytes(b"x")
        (out / "không phải biểu.xlsx").write_bytes(b"x")

    def expected(self):
        """What is to stand there, worked out here: number of the commune → its figures."""
        revenue = {number: [number * 1000, number * 1000 + 1, number * 1000 + 2] for number in range(1, 101) if number not in (3, 4, 5)}
        revenue[6][0] = 6000000
        revenue[8] = revenue[8][1:]
        revenue[10][0] = 777
        return revenue

    def test_nothing_is_lost_or_doubled(self):
        names = self.make(100)
        paths = self.send()
        for number, path in enumerate(paths, 1):
            self.fill(path, self.fill_in(number))
        self.spoil(names, paths)
        before, n_before = self.dump(), self.n_changes()
        self.assertEqual(self.states(self.take("out", "--dry-run", status=1))["An Khê 001"], "sent")
        self.assertEqual(self.dump(), before)
        answer = self.take("out", status=1)
        self.assertEqual(self.n_changes(), n_before + 1)
        self.assert_states(answer)
        self.assert_figures()
        after = self.dump()
        self.ocop("report", "a.ocop", "not-sent", "--year", "2026", "-o", "not-sent.csv")
        with open(self.folder / "not-sent.csv", encoding="utf-8-sig", newline="") as file:
            self.assertEqual([row[1] for row in csv.reader(file)][1:], ["An Khê 003", "An Khê 004", "An Khê 005"])
        again = self.take("out", status=1)
        self.assertEqual(self.dump(), after)
        self.assertEqual(self.n_changes(), n_before + 1)
        self.assertEqual(self.states(again)["An Khê 001"], "known")
        self.ocop("undo", "a.ocop")
        self.assertEqual(self.dump(), before)
        self.assertTrue(self.ocop_json("check", "a.ocop")["sound"])

    def assert_states(self, answer):
        states = self.states(answer)
        self.assertEqual({name for name, state in states.items() if state == "refused"}, {"An Khê 003", "An Khê 004"})
        self.assertEqual({name for name, state in states.items() if state == "not-sent"}, {"An Khê 005"})
        self.assertEqual(sum(state == "sent" for state in states.values()), 97)
        files = {row["file"]: row for row in answer["files"]}
        self.assertNotIn("~$đang mở.xlsx", files)
        for name, state, remark in (
                ("gửi lại lần hai.xlsx", "copy", "cùng nội dung"),
                ("Biểu xã 2026 – Xã An Khê 002.xlsx", "read", "đổi tên thành “Trang tính 1”"),
                ("Biểu xã 2026 – Xã An Khê 003.xlsx", "refused", "ô C7 là ô khóa đã bị sửa: khi gửi là “Gạo 003-2”, nay là “Gạo khác”"),
                ("Biểu xã 2026 – Xã An Khê 004.xlsx", "refused", "Đây là biểu năm 2025, không phải năm 2026"),
                ("Biểu xã 2026 – Xã An Khê 008.xlsx", "read", "bỏ qua ô K6. Doanh thu (đồng): “nhiều”"),
                ("Biểu xã 2026 – Xã An Khê 010.xlsx", "older", "lưu sau"),
                ("không phải biểu.xlsx", "refused", "")):
            self.assertEqual(files[name]["state"], state, name)
            self.assertIn(remark, files[name]["remarks"] or "")
        self.assertEqual({row["locality"] for row in answer["differences"] if row["refusal"]}, {"Xã An Khê 009"})

    def assert_figures(self):
        expected = self.expected()
        stored = {}
        for name, revenue in self.rows("product_years", "product.name,revenue"):
            stored.setdefault(int(name.split()[1].split("-")[0]), []).append(revenue)
        self.assertEqual({number: sorted(values) for number, values in stored.items()}, {number: sorted(values) for number, values in expected.items()})
        revenue = dict(self.rows("product_years", "product.name,revenue"))
        self.assertEqual([revenue[f"Gạo 007-{row}"] for row in (1, 2, 3)], [7000, 7001, 7002])
        people = self.rows("producer_years", "producer.name,workers,women,trained")
        self.assertEqual(sorted(people), [(f"HTX An Khê {number:03}", 10 + number, 5, 3) for number in range(1, 101) if number not in (3, 4, 5, 9)])
        self.assertEqual(sorted(self.rows("sales_links", "address,active")),
                         sorted((f"https://cho.example/{number}", True) for number in expected))
        self.assertEqual(sorted(self.rows("plan_products", "plan.year,name,kind,expected_class,unit.name"), key=str),
                         sorted([(2027, f"Bún {number:03}", "first", 4, f"An Khê {number:03}") for number in expected] +
                                [(2027, f"Gạo {number:03}-2", "again", None, f"An Khê {number:03}") for number in expected], key=str))
        since = dict(self.rows("products", "name,activity_since"))
        self.assertEqual((since["Gạo 006-2"], since["Gạo 006-3"]), ("2026-03-15", "2026-04-01"))
        self.assertEqual(len(self.rows("commune_reports", "name")), len(expected))


class ThreeWays(Communes):
    def setUp(self):
        super().setUp()
        self.make(1)
        self.book = self.send()[0]
        self.product = self.ocop_json("list", "a.ocop", "products", "--filter", "name=Gạo 001-1", "--columns", "id")[0]["id"]

    def activity(self):
        return self.ocop_json("show", "a.ocop", "products", self.product)["activity"]

    def say(self, value, to=None, saved=None):
        self.fill(self.book, lambda book: products(book).__setitem__(f"{ACTIVITY}6", value), to=to, saved=saved)

    def test_what_changed_meanwhile_is_a_conflict(self):
        self.ocop("edit", "a.ocop", "products", self.product, "activity=stopped")
        self.say("Tạm ngừng")
        answer = self.take("out", status=1)
        row = answer["differences"][0]
        self.assertEqual((row["mine"], row["theirs"], row["base"], row["conflict"], row["taken"]), ("Đã ngừng", "Tạm ngừng", "", 1, 0))
        self.assertEqual(self.activity(), "stopped")
        self.assertEqual(self.take("out", "--theirs")["differences"][0]["taken"], 1)
        self.assertEqual(self.activity(), "paused")

    def test_the_same_said_twice_is_none(self):
        self.ocop("edit", "a.ocop", "products", self.product, "activity=paused")
        self.say("Tạm ngừng")
        self.assertEqual(self.take("out")["differences"], [])

    def test_a_newer_one_takes_the_place_of_its_own_words(self):
        self.say("Tạm ngừng", saved=datetime.datetime(2026, 12, 1))
        self.take("out")
        newer = self.folder / "newer.xlsx"
        self.say("Đã ngừng", to=newer, saved=datetime.datetime(2026, 12, 2))
        row = self.take(newer)["differences"][0]
        self.assertEqual((row["conflict"], row["taken"]), (0, 1))
        self.assertEqual(self.activity(), "stopped")
        self.assertEqual(self.take("out")["files"][0]["state"], "older")
        self.assertEqual(self.activity(), "stopped")

    def test_what_the_office_corrected_after_it_stays(self):
        self.say("Tạm ngừng")
        self.take("out")
        self.ocop("edit", "a.ocop", "products", self.product, "activity=active")
        self.assertEqual(self.take("out")["differences"], [])
        self.assertEqual(self.activity(), "active")

    def test_another_register_has_no_use_for_it(self):
        self.ocop("new", "b.ocop", "--province", PROVINCE)
        done = self.run_ocop("communes", "b.ocop", self.book, "--year", "2026")
        self.assertEqual(done.returncode, 1)
        self.assertIn("bộ dữ liệu khác", done.stderr)

    def test_a_hidden_sheet_that_was_changed_is_refused(self):
        self.fill(self.book, lambda book: book["OCOP"].__setitem__("C11", "khác"))
        answer = self.take("out", status=1)
        self.assertIn("trang ẩn", answer["files"][0]["remarks"])

    def test_the_plan_counts_it(self):
        """M01: products that are sold on a platform; L20: workers that are trained."""
        plan = self.ocop("add", "a.ocop", "plans", "name=Kế hoạch 2026", "year=2026", "state=draft").strip()
        for indicator in ("M01", "L20"):
            self.ocop("add", "a.ocop", "targets", f"plan={plan}", f"name={indicator}", f"code={indicator}", f"indicator={indicator}", "operator=at-least", "value=50")

        def change(book):
            book["Chủ thể"][f"{WORKERS}6"], book["Chủ thể"][f"{TRAINED}6"] = 8, 2
            for row, product in ((6, "1. Gạo 001-1"), (7, "3. Gạo 001-3")):
                sheet = book["Kênh bán hàng"]
                sheet[f"B{row}"], sheet[f"C{row}"], sheet[f"D{row}"] = product, "Sàn thương mại điện tử", "Chợ mẫu"
        self.fill(self.book, change)
        self.take("out")
        figures = {row["code"]: (row["part"], row["whole"]) for row in self.ocop_json("plan", "a.ocop", "--year", "2026")}
        self.assertEqual(figures, {"M01": (2, 3), "L20": (2, 8)})


if __name__ == "__main__":
    unittest.main()
