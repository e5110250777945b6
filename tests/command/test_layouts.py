#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ocop report --columns, --keep, --layout: columns hidden, renamed, in another order, and kept under a name."""
import csv
import unittest

import openpyxl

from ocop_case import OcopCase

NAME = "star-distribution"
COLUMNS = "locality=Xã,star4,total=Cộng"


class Layouts(OcopCase):
    def setUp(self):
        super().setUp()
        self.register = self.new_register("a.ocop", "--sample")

    def read(self, *options):
        self.ocop("report", self.register, NAME, "-o", "out.csv", *options)
        with open(self.path("out.csv"), encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file))

    def test_kept(self):
        usual = self.read()
        kept = self.read("--columns", COLUMNS, "--keep", "Mẫu Sở")
        places = [1, 4, 2]
        self.assertEqual(kept[0], ["Xã", usual[0][4], "Sản phẩm – Cộng"])
        # A total's label stands in the first column that is shown.
        self.assertEqual(kept[1:-3], [[row[place] for place in places] for row in usual[1:-3]])
        self.assertEqual(self.read("--layout", "Mẫu Sở"), kept)
        self.assertEqual(self.read(), usual)
        self.ocop("report", self.register, NAME, "-o", "out.xlsx", "--layout", "Mẫu Sở")
        cells = {cell.value for row in openpyxl.load_workbook(self.path("out.xlsx")).worksheets[0].iter_rows() for cell in row}
        self.assertLessEqual({"Xã", "Cộng"}, cells)
        self.assertNotIn("3 sao", cells)
        self.ocop("undo", self.register)
        self.assert_refused(1, "report", self.register, NAME, "-o", "out.csv", "--layout", "Mẫu Sở")

    def test_columns_of_the_records(self):
        """Those that a plan gives are one among the others: its months, its targets."""
        def heads(name, *options):
            self.ocop("report", self.register, name, "-o", "out.csv", "--on", "2026-11-23", *options)
            with open(self.path("out.csv"), encoding="utf-8-sig", newline="") as file:
                return next(csv.reader(file))
        number, task, body, *months, due, state = heads("plan-schedule")
        self.assertEqual(len(months), 12)
        self.assertEqual(heads("plan-schedule", "--columns", "state,months,name=Việc"), [state, *months, "Việc"])
        usual = heads("plan-shares")
        self.assertEqual(heads("plan-shares", "--columns", "note,targets"), [usual[-1], *usual[2:-1]])

    def test_refused(self):
        self.assertIn("star4", self.assert_refused(2, "report", self.register, NAME, "-o", "out.csv", "--columns", "locality,star9"))
        self.read("--columns", COLUMNS, "--keep", "Mẫu Sở")
        self.assertIn("Mẫu Sở", self.assert_refused(1, "report", self.register, NAME, "-o", "out.csv", "--layout", "Mẫu"))
        self.assert_refused(2, "report", self.register, NAME, "-o", "out.csv", "--keep", "Mẫu")
        self.assert_refused(2, "report", self.register, NAME, "-o", "out.csv", "--layout", "Mẫu Sở", "--columns", COLUMNS)


if __name__ == "__main__":
    unittest.main()
