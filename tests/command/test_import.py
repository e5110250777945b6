#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ocop import: the published list goes in, and every count equals one made from its csv alone."""
import collections
import csv
import datetime
import pathlib
import shutil
import unittest

try:
    import openpyxl
except ImportError:
    openpyxl = None

from counting import STARS, VALID_STATES, add_years
from ocop_case import PROJECT, OcopCase

LIST = PROJECT / "data" / "sample" / "recognised-products.csv"
KINDS = {
    "Hợp tác xã": "cooperative",
    "Tổ hợp tác": "cooperative-group",
    "Doanh nghiệp": "enterprise",
    "Cơ sở sản xuất": "workshop",
    "Hộ kinh doanh/hộ sản xuất": "household",
    "Trang trại": "farm",
}
# Years apart, and on both sides of the day on which provinces merged.
DAYS = [datetime.date(2021, 1, 1), datetime.date(2022, 6, 30), datetime.date(2024, 12, 31), datetime.date(2025, 6, 30),
        datetime.date(2025, 7, 1), datetime.date(2026, 11, 22)]


def read_cells():
    with open(LIST, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def read_list():
    return [Row(cells) for cells in read_cells()]


def read_successors():
    """Name of a former province → that of the one it went into."""
    with open(PROJECT / "data" / "units" / "provinces.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = {row["code"]: row["name"] for row in rows if not row["valid_until"]}
    return {row["name"]: names[row["successor"]] for row in rows if row["valid_until"] and row["successor"]}


SUCCESSORS = read_successors()


class Row:
    """What one line of the list says."""

    def __init__(self, cells):
        self.product = cells["Tên sản phẩm"]
        self.producer = cells["Chủ thể"]
        self.kind = KINDS[cells["Loại hình"]] if cells["Loại hình"] else None
        self.places = [cells[name] for name in ("Xã/phường", "Huyện (cũ)", "Tỉnh")]
        potential = "iềm năng" in cells["Tình trạng"]
        self.star = "potential5" if potential else cells["Hạng sao"]
        self.year = int(cells["Năm"]) if cells["Năm"] else None
        self.set_term(cells["Ngày quyết định"], potential)

    def set_term(self, decided, potential):
        if decided:
            day, month, year = map(int, decided.split("/"))
            self.first = datetime.date(year, month, day)
            self.last = add_years(self.first, 3)
        elif self.year is None:
            self.first, self.last = datetime.date.min, None
        else:
            self.first, self.last = datetime.date(self.year, 1, 1), datetime.date(self.year + 3, 12, 31)
        # It stands until the centre decides.
        if potential:
            self.last = datetime.date.max

    def state(self, day):
        if self.last is None:
            return "undated"
        if self.last < day:
            return "expired"
        return "potential5" if self.star == "potential5" else "valid"

    def locality(self, day):
        place = next(place for place in self.places if place)
        for word in ("xã ", "phường ", "thị trấn "):
            place = place.removeprefix(word)
        return self.province(day) if place == self.places[-1] else place

    def province(self, day):
        merged = day >= datetime.date(2025, 7, 1)
        return SUCCESSORS.get(self.places[-1], self.places[-1]) if merged else self.places[-1]

    def key(self, by, day):
        return {
            "star": self.star,
            "kind": self.kind,
            "year": str(self.year) if self.year else None,
            "status": self.state(day),
            "locality": self.locality(day),
            "province": self.province(day),
            "set": None,
            "sector": None,
            "group": None,
        }[by]


class Importing(OcopCase):
    def setUp(self):
        super().setUp()
        self.register = self.new_register()

    def test_dry_run_stores_nothing(self):
        plan = self.ocop_json("import", self.register, LIST, "--dry-run")
        self.assertTrue(plan["dry_run"])
        self.assertEqual(plan["taken"], len(read_list()))
        self.assertEqual(len(plan["rows"]), sum(plan["counts"].values()))
        self.assertEqual(self.ocop_json("list", self.register, "products"), [])

    def test_twice_is_once(self):
        self.ocop("import", self.register, LIST)
        again = self.ocop_json("import", self.register, LIST)
        self.assertEqual(again["taken"], 0)
        self.assertEqual(len(self.ocop_json("list", self.register, "products")), len(read_list()))

    def test_is_one_change(self):
        self.ocop("import", self.register, LIST)
        self.assertIn(LIST.name, self.ocop("undo", self.register))
        self.assertEqual(self.ocop_json("list", self.register, "products"), [])
        self.ocop("redo", self.register)
        self.assertEqual(len(self.ocop_json("list", self.register, "products")), len(read_list()))
        self.assertEqual(self.ocop_json("check", self.register)["problems"], [])

    def test_mapped_by_hand(self):
        path = pathlib.Path(self.path("odd.csv"))
        path.write_text("Mặt hàng lạ,Cột B,Cột C\nGạo thử,4,10/02/2025\nChè thử,chín,10/02/2025\n", encoding="utf-8")
        done = self.run_ocop("import", self.register, path, "--map", "product.name=A", "--map", "recognition.class=Cột B",
                             "--map", "recognition.decision_date=C")
        self.assertEqual(done.returncode, 1, done.stderr)
        rows = self.ocop_json("list", self.register, "products")
        self.assertEqual([(row["name"], row["star"], row["decision_date"]) for row in rows if row["star"]],
                         [("Gạo thử", "4", "2025-02-10")])

    def test_unusable(self):
        path = pathlib.Path(self.path("broken.xlsx"))
        path.write_bytes(b"PK\x03\x04 and no more")
        self.assert_refused(2, "import", self.register, path)
        self.assert_refused(2, "import", self.register, "none.csv")
        self.assert_refused(2, "import", self.register, LIST, "--kind", "apples")
        pretender = self.folder / "text.xlsx"
        shutil.copy(LIST, pretender)
        self.assertIn("text.xlsx", self.assert_refused(2, "import", self.register, pretender))
        self.assert_refused(2, "import", self.register, LIST, "--on-duplicate", "guess")
        self.assert_refused(2, "import", self.register, LIST, "--map", "apples=A")
        self.assert_refused(2, "import", self.register, LIST, "--sheet", "none")
        self.assertEqual(self.ocop_json("list", self.register, "products"), [])


class Counting(OcopCase):
    def setUp(self):
        super().setUp()
        self.register = self.new_register()
        self.ocop("import", self.register, LIST)
        self.rows = read_list()

    def expect(self, by, day, validity):
        counts = collections.defaultdict(collections.Counter)
        for row in self.rows:
            if row.first <= day and (validity == "recorded" or row.state(day) in VALID_STATES):
                counts[row.key(by, day)][row.star] += 1
        return counts

    def test_every_count(self):
        for day in DAYS:
            for validity in ("valid", "recorded"):
                for by in ("star", "province", "kind", "year", "status", "set", "sector", "group"):
                    with self.subTest(day=day, validity=validity, by=by):
                        answer = self.ocop_json("stats", self.register, "--by", by, "--on", day, "--validity", validity)
                        named = "label" if by == "province" else "key"
                        rows = {None if row["key"] == "unknown" else row[named]: [row[star] for star in STARS]
                                for row in answer["rows"]}
                        self.assertEqual(rows, {key: [counts[star] for star in STARS]
                                                for key, counts in self.expect(by, day, validity).items()})

    def test_localities(self):
        """Two communes of one name are two rows."""
        for day in (datetime.date(2025, 6, 30), datetime.date(2026, 11, 22)):
            answer = self.ocop_json("stats", self.register, "--by", "locality", "--on", day, "--validity", "recorded")
            found = collections.Counter()
            for row in answer["rows"]:
                found[row["label"]] += row["total"]
            self.assertEqual(found, collections.Counter(row.locality(day) for row in self.rows if row.first <= day))

    def test_producers(self):
        answer = self.ocop_json("list", self.register, "producers")
        self.assertEqual(len(answer), len({(row.producer, row.province(datetime.date.max)) for row in self.rows if row.producer}))


@unittest.skipUnless(openpyxl, "openpyxl is not installed")
class SameListAsWorkbook(OcopCase):
    """As an office would lay the list out: a title, provinces written once in merged cells, a total below."""

    COLUMNS = {
        "units": "name,type,level,code,parent,valid_from,valid_until,successor",
        "producers": "name,kind,unit",
        "products": "name,producer,unit,star,state,valid_from,valid_until,estimated",
        "recognitions": "product,outcome,class,kind,year,decision_number,decision_date,issuer,note",
    }

    def write_workbook(self, path):
        workbook = openpyxl.Workbook()
        sheet = workbook.active
        rows = sorted(read_cells(), key=lambda cells: cells["Tỉnh"])
        headings = list(rows[0])
        sheet.append(["DANH SÁCH SẢN PHẨM OCOP"])
        sheet.append(["(Kèm theo báo cáo)"])
        sheet.append([])
        sheet.append(headings)
        for number, cells in enumerate(rows, 1):
            sheet.append([self.make_cell(name, str(number) if name == "STT" else text) for name, text in cells.items()])
        sheet.append(["", "Tổng cộng", "", "", "", "", "", len(rows)])
        sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(headings))
        self.merge_provinces(sheet, rows, headings.index("Tỉnh") + 1)
        workbook.save(path)

    @staticmethod
    def make_cell(name, text):
        if name in ("STT", "Hạng sao", "Năm") and text:
            return int(text)
        if name == "Ngày quyết định" and text:
            return datetime.datetime.strptime(text, "%d/%m/%Y")
        return text or None

    @staticmethod
    def merge_provinces(sheet, rows, column):
        first = 5
        for number, cells in enumerate(rows, 5):
            if number - 4 == len(rows) or rows[number - 4]["Tỉnh"] != cells["Tỉnh"]:
                sheet.merge_cells(start_row=first, end_row=number, start_column=column, end_column=column)
                first = number + 1

    def read_register(self, name):
        """All records without their ids, in an order of their own."""
        return {kind: sorted(([row[column] for column in columns.split(",")]
                              for row in self.ocop_json("list", name, kind, "--columns", columns)), key=str)
                for kind, columns in self.COLUMNS.items()}

    def test_same_register(self):
        self.write_workbook(self.path("list.xlsx"))
        for name, path in (("csv.ocop", LIST), ("xlsx.ocop", "list.xlsx")):
            self.new_register(name)
            self.ocop("import", name, path)
        csv_records, xlsx_records = self.read_register("csv.ocop"), self.read_register("xlsx.ocop")
        self.assertEqual(len(csv_records["products"]), len(read_list()))
        for kind in self.COLUMNS:
            self.assertEqual(csv_records[kind], xlsx_records[kind])


if __name__ == "__main__":
    unittest.main()
