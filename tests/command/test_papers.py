#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ocop report, chart: what is in the files, read by other programs than ours."""
import collections
import csv
import datetime
import re
import shutil
import struct
import subprocess
import unittest
import xml.etree.ElementTree

try:
    import openpyxl
except ImportError:
    openpyxl = None

from counting import STARS, Practice, last_day
from ocop_case import OcopCase, open_xml

REPORTS = ("quick", "valid-products", "valid-products-22", "producers", "star-distribution", "expiring", "dossiers")
CHARTS = ("star-distribution", "star-ring", "by-locality", "by-sector", "by-set", "by-kind", "by-women", "by-trade",
          "by-year", "stock", "expiring-by-month", "round-funnel", "round-scores", "round-moves", "round-before",
          "round-parts", "round-criteria", "session-criteria", "round-minima", "session-members", "session-minima",
          "plan-targets", "plan-localities", "plan-months", "coverage", "coverage-localities")


class Papers(OcopCase):
    def setUp(self):
        super().setUp()
        self.register = self.new_register("a.ocop", "--sample")
        self.practice = Practice(datetime.date.today())
        self.stock = list(self.practice.counted(datetime.date.today(), "valid"))

    def report(self, name, suffix, *options):
        self.ocop("report", self.register, name, "-o", f"{name}.{suffix}", *options)
        return self.path(f"{name}.{suffix}")

    def read_csv(self, name):
        with open(self.report(name, "csv"), encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file))

    def pdf_text(self, name):
        done = subprocess.run(["pdftotext", "-layout", self.report(name, "pdf"), "-"], capture_output=True, check=True)
        return done.stdout.decode("utf-8")


class Reports(Papers):
    def test_listed(self):
        listed = self.ocop_json("report", "--list")
        # Those of a year's plan and work come behind them.
        self.assertEqual(tuple(report["name"] for report in listed)[:len(REPORTS)], REPORTS)
        self.assertEqual(listed[0]["title"], "Báo cáo nhanh")

    def test_valid_products(self):
        rows = self.read_csv("valid-products")
        self.assertEqual(len(rows) - 1, len(self.stock))
        self.assertEqual([row[0] for row in rows[1:]], [str(number + 1) for number in range(len(self.stock))])
        self.assertEqual(sorted(row[1] for row in rows[1:]), sorted(product["name"] for product, _ in self.stock))
        # It is for the public.
        text = "\n".join(",".join(row) for row in rows)
        for producer in self.practice.producers.values():
            if producer["phone"]:
                self.assertNotIn(producer["phone"], text)
            if producer["representative"]:
                self.assertNotIn(producer["representative"], text)

    def test_producers(self):
        """Each producer once, with its products; those that have none in force are not named."""
        *body, total = self.read_csv("producers")[1:]
        counts = collections.Counter(product["producer"] for product, _ in self.stock if product["producer"])
        names = {key: self.practice.producers[key]["name"] for key in counts}
        self.assertEqual(sorted((row[1], row[7]) for row in body), sorted((names[key], str(n)) for key, n in counts.items()))
        for row in body:
            self.assertEqual(sum(map(int, row[8:])), int(row[7]))
        self.assertEqual(int(total[7]), sum(counts.values()))

    def test_twenty_two_columns(self):
        rows = self.read_csv("valid-products-22")
        self.assertEqual({len(row) for row in rows}, {22})
        by_name = {row[1]: row for row in rows[1:]}
        self.assertEqual(len(by_name), len(self.stock))
        for product, _ in self.stock:
            decisions = sorted(self.practice.recognitions[product["key"]], key=lambda one: one.first)
            row = by_name[product["name"]]
            self.assertEqual(row[13], str(decisions[0].year))
            self.assertEqual(row[18], str(decisions[-1].year) if len(decisions) > 1 else "")

    def test_distribution(self):
        rows = self.read_csv("star-distribution")
        expected = self.practice.statistics("locality", datetime.date.today(), "valid")
        body, total = rows[1:-3], rows[-3]
        self.assertEqual({row[1]: [int(cell) for cell in row[3:7]] for row in body},
                         {name: [counts[star] for star in STARS] for name, counts in expected.items()})
        for column in range(2, 7):
            self.assertEqual(sum(int(row[column]) for row in body), int(total[column]))
        self.check_producers(total)

    def check_producers(self, total):
        producers = {product["producer"] for product, _ in self.stock if product["producer"]}
        kinds = [self.practice.producers[key]["kind"] for key in producers]
        self.assertEqual(int(total[7]), len(producers))
        self.assertEqual(int(total[8]), kinds.count("cooperative"))
        self.assertEqual(int(total[12]), kinds.count("household") + kinds.count("workshop"))
        self.assertEqual(sum(map(int, total[8:14])), len(producers))
        self.assertEqual(int(total[14]),
                         sum(self.practice.producers[key]["representative_gender"] == "female" for key in producers))

    def test_expiring(self):
        today = datetime.date.today()
        expected = {product["name"]: decision.last for product, decision in self.stock
                    if decision.outcome == "recognised" and (decision.last - today).days <= 180}
        rows = [row for row in self.read_csv("expiring")[1:] if row[0].isdigit()]
        estimated = [row for row in rows if row[7].startswith("≈")]
        self.assertEqual({row[1]: last_day(row[7]) for row in rows},
                         {name: last.isoformat() for name, last in expected.items()})
        for row in estimated:  # the days to hand in are counted from one that nobody knows
            self.assertEqual(row[8:10], ["", ""])
        for row in rows:
            if row in estimated:
                continue
            until, opens, closes = map(datetime.date.fromisoformat, row[7:10])
            self.assertEqual(((until - opens).days, (until - closes).days), (180, 120))

    @unittest.skipUnless(openpyxl, "openpyxl is not installed")
    def test_workbooks_say_the_same(self):
        for name in REPORTS:
            with self.subTest(name):
                sheet = openpyxl.load_workbook(self.report(name, "xlsx")).worksheets[0]
                cells = [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]
                numbers = sorted(cell for cell in cells if isinstance(cell, (int, float)) and not isinstance(cell, bool))
                dates = sum(isinstance(cell, datetime.datetime) for cell in cells)
                rows = self.read_csv(name)[1:]
                written = [cell for row in rows for cell in row]
                self.assertEqual(dates, sum(bool(re.fullmatch(r"\d{4}-\d\d-\d\d", cell)) for cell in written))
                self.assertEqual([number for number in numbers],
                                 sorted(int(cell) for cell in written if re.fullmatch(r"\d{1,6}", cell)))
                # A paragraph above the table would take the window's place.
                self.assertEqual(sheet.freeze_panes is None, name == "quick")

    @unittest.skipUnless(shutil.which("pdftotext"), "pdftotext is not installed")
    def test_pages_say_the_same(self):
        text = self.pdf_text("star-distribution")
        total = self.read_csv("star-distribution")[-3]
        line = next(line for line in text.splitlines() if re.fullmatch(r" *Tổng số[ \d]+", line))
        self.assertEqual(re.findall(r"\d+", line), [cell for cell in total[2:]])
        self.assertIn("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", text)
        self.assertIn("DỮ LIỆU MẪU", text)
        self.assertEqual(len(self.read_csv("valid-products")) - 1,
                         len(re.findall(r"^ *\d+ +\S.* sao ", self.pdf_text("valid-products"), re.MULTILINE)))

    def test_year_and_language(self):
        last_year = datetime.date.today().year - 1
        self.ocop("report", self.register, "valid-products", "-o", "last.csv", "--year", last_year)
        self.ocop("report", self.register, "valid-products", "-o", "same.csv", "--on", f"{last_year}-12-31")
        read = lambda name: (self.folder / name).read_text(encoding="utf-8-sig")
        self.assertEqual(read("last.csv"), read("same.csv"))
        self.ocop("report", self.register, "valid-products", "-o", "english.csv", "--lang", "en")
        self.assertIn("Product group", read("english.csv"))


class Charts(Papers):
    def test_listed(self):
        self.assertEqual(tuple(chart["name"] for chart in self.ocop_json("chart", "--list")), CHARTS)

    def test_every_chart_in_every_format(self):
        for name in CHARTS:
            for suffix in ("svg", "png", "pdf", "xlsx"):
                with self.subTest(name=name, suffix=suffix):
                    self.ocop("chart", self.register, name, "-o", f"{name}.{suffix}", "--size", "700x500")
                    path = self.path(f"{name}.{suffix}")
                    with open(path, "rb") as file:
                        self.check_picture(suffix, file.read())
                    self.assertEqual(open_xml.find_chart_faults(path) if suffix == "xlsx" else [], [])

    def check_picture(self, suffix, data):
        if suffix == "png":
            self.assertEqual(struct.unpack(">II", data[16:24]), (700, 500))
        elif suffix == "svg":
            root = xml.etree.ElementTree.fromstring(data)
            self.assertTrue(root.get("width").startswith("700"))
        elif suffix == "xlsx":
            self.assertTrue(data.startswith(b"PK"))
        else:
            self.assertTrue(data.startswith(b"%PDF-"))

    def test_a_failed_chart_leaves_no_file(self):
        self.assert_refused(2, "chart", "none.ocop", "star-ring", "-o", "a.png")
        self.assertFalse((self.folder / "a.png").exists())


if __name__ == "__main__":
    unittest.main()
