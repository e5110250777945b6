# SPDX-License-Identifier: GPL-3.0-or-later
"""Every number of every report on a published list equals one counted from the list's file itself."""
import collections
import csv
import datetime
import unittest

import counting
from ocop_case import OcopCase, PROJECT

LIST = PROJECT / "data" / "sample" / "recognised-products.csv"
IN_FORCE = datetime.date(2026, 5, 22)
KINDS = {"Hợp tác xã": 0, "Tổ hợp tác": 1, "Doanh nghiệp": 2, "Trang trại": 3, "Hộ kinh doanh/hộ sản xuất": 4, "Cơ sở sản xuất": 4}


class Row:
    """A line of the list, by what the law makes of it."""

    def __init__(self, cells):
        self.name = cells["Tên sản phẩm"]
        self.producer = cells["Chủ thể"]
        self.kind = cells["Loại hình"]
        self.star = "potential5" if "tiềm năng" in cells["Tình trạng"].lower() else cells["Hạng sao"]
        self.locality = cells["Xã/phường"] or cells["Huyện (cũ)"] or cells["Tỉnh"]
        decided, year = cells["Ngày quyết định"], cells["Năm"]
        self.first = self.last = None
        if decided:
            self.first = datetime.datetime.strptime(decided, "%d/%m/%Y").date()
            self.last = counting.add_years(self.first, 3)
        elif year:
            self.first, self.last = datetime.date(int(year), 1, 1), datetime.date(int(year) + 3, 12, 31)

    def holds(self, day):
        """What was forwarded to the centre waits for its decision, however long."""
        if self.first is None or self.first > day:
            return False
        return self.star == "potential5" or day <= self.last


class Lists(OcopCase):
    def setUp(self):
        super().setUp()
        self.ocop("new", "list.ocop", "--office", "Chi cục Thử Nghiệm")
        self.ocop("import", "list.ocop", LIST)
        with LIST.open(encoding="utf-8-sig", newline="") as file:
            self.rows = [Row(cells) for cells in csv.DictReader(file)]

    def read(self, name, day):
        self.ocop("report", "list.ocop", name, "-o", "report.csv", "--on", day.isoformat(), "--lang", "vi")
        with open(self.path("report.csv"), encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file))[1:]

    def days(self):
        """The ends of years and the days about an expiry."""
        ends = sorted({row.last for row in self.rows if row.last})
        middle = ends[len(ends) // 2]
        return [datetime.date(year, 12, 31) for year in range(2019, 2027)] + [middle, middle + datetime.timedelta(1)]

    def test_valid_products(self):
        for day in self.days():
            with self.subTest(day):
                expected = sorted(row.name for row in self.rows if row.holds(day))
                self.assertEqual(sorted(row[1] for row in self.read("valid-products", day)), expected)
                self.assertEqual(sorted(row[1] for row in self.read("valid-products-22", day)), expected)

    def test_distribution(self):
        for day in self.days():
            with self.subTest(day):
                *body, total, before, percent = self.read("star-distribution", day)
                held = [row for row in self.rows if row.holds(day)]
                self.assertEqual([int(cell) for cell in total[2:7]], self.count_stars(held))
                self.assertEqual([int(cell) for cell in total[7:14]], self.count_producers(held))
                self.assertEqual(int(total[14]), 0, "the list says nobody's gender")
                then = [row for row in self.rows if row.holds(day.replace(year=day.year - 1))]
                self.assertEqual([int(cell) for cell in before[2:7]], self.count_stars(then))
                self.assertEqual([cell != "–" for cell in percent[2:7]], [cell != "0" for cell in before[2:7]])
                for column in range(2, 7):
                    self.assertEqual(sum(int(row[column]) for row in body), int(total[column]))

    def count_stars(self, rows):
        stars = collections.Counter(row.star for row in rows)
        return [len(rows), *(stars[star] for star in counting.STARS)]

    def count_producers(self, rows):
        kinds = {row.producer: row.kind for row in rows if row.producer}
        counted = [0] * 6
        for kind in kinds.values():
            counted[KINDS.get(kind, 5)] += 1
        return [len(kinds), *counted]

    def test_expiring(self):
        for day in self.days():
            with self.subTest(day):
                expected = collections.Counter((row.name, row.last.isoformat()) for row in self.rows if row.star != "potential5"
                                               and row.holds(day) and (row.last - day).days <= 180)
                found = [row for row in self.read("expiring", day) if row[0].isdigit()]
                self.assertEqual(collections.Counter((row[1], counting.last_day(row[7])) for row in found), expected)
                for row in found:
                    self.check_window(day, *row[7:10])

    def check_window(self, day, until, opens, closes):
        """Earlier decisions asked for no dossier between two days; and they are not known where the last day is not."""
        if not opens:
            self.assertTrue(day < IN_FORCE or until.startswith("≈"))
            return
        until, opens, closes = map(datetime.date.fromisoformat, (until, opens, closes))
        self.assertEqual(((until - opens).days, (until - closes).days), (180, 120))


if __name__ == "__main__":
    unittest.main()
