#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ocop report, chart: LibreOffice, openpyxl and poppler find the same in the files as we put there."""
import csv
import datetime
import re
import shutil
import subprocess
import unittest

from test_papers import CHARTS, REPORTS, Papers

try:
    import openpyxl
except ImportError:
    openpyxl = None

A4 = (595.28, 841.89)
A3 = (841.89, 1190.55)
# Reports of so many columns that A4 would break their words.
WIDE = ["valid-products-22"]
# Comma, double quotes, UTF-8, all columns as shown, in English.
CSV_FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true"


def show(cell):
    """A cell as LibreOffice writes it: a date as one, a number with the words of its format."""
    if cell.value is None:
        return ""
    if isinstance(cell.value, datetime.datetime):
        return cell.value.strftime("%d/%m/%Y")
    words = re.findall(r'"([^"]*)"', cell.number_format) if isinstance(cell.value, (int, float)) else []
    return str(cell.value) + "".join(words)


def on_paper(cell):
    """A cell of a csv as pages show it."""
    date = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", cell)
    return "/".join(reversed(date.groups())) if date else cell


def convert(case, paths, wanted):
    profile = (case.folder / "office").as_uri()
    subprocess.run(["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", wanted,
                    "--outdir", str(case.folder), *map(str, paths)], check=True, capture_output=True, timeout=120)


def squeeze(text):
    return "".join(text.split())


class Workbooks(Papers):
    @unittest.skipUnless(openpyxl, "openpyxl is not installed")
    @unittest.skipUnless(shutil.which("soffice"), "LibreOffice is not installed")
    def test_two_readers_agree(self):
        paths = [self.report(name, "xlsx") for name in REPORTS]
        convert(self, paths, CSV_FILTER)
        for name, path in zip(REPORTS, paths):
            with self.subTest(name):
                with open(self.path(f"{name}.csv"), encoding="utf-8", newline="") as file:
                    converted = list(csv.reader(file))
                sheet = openpyxl.load_workbook(path).worksheets[0]
                rows = [[show(cell) for cell in row] for row in sheet.iter_rows()]
                # How a row ends is each program's own.
                strip = lambda table: [re.sub("\0+$", "", "\0".join(row)) for row in table]
                self.assertEqual(strip(rows), strip(converted))

    @unittest.skipUnless(openpyxl, "openpyxl is not installed")
    def test_dates_are_dates(self):
        for name in REPORTS:
            with self.subTest(name):
                sheet = openpyxl.load_workbook(self.report(name, "xlsx")).worksheets[0]
                cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
                for cell in cells:
                    if isinstance(cell.value, datetime.datetime):
                        self.assertEqual(cell.number_format, "dd/mm/yyyy")
                    else:
                        self.assertNotRegex(str(cell.value), r"^(\d{4}-\d\d-\d\d|\d\d?/\d\d?/\d{4})$")
                        self.assertNotRegex(cell.value if isinstance(cell.value, str) else "", r"^\d{1,3}$")
                self.assertEqual(sheet.page_setup.paperSize, int(sheet.PAPERSIZE_A3 if name in WIDE else sheet.PAPERSIZE_A4))


class Pages(Papers):
    def ask(self, *arguments):
        done = subprocess.run(arguments, cwd=self.folder, capture_output=True, check=True, encoding="utf-8")
        return done.stdout

    def check_fonts(self, name):
        """Every face of the one family, and embedded."""
        lines = self.ask("pdffonts", name).splitlines()[2:]
        faces = {line.split()[0].split("+")[-1] for line in lines}
        self.assertEqual(len({face.split("-")[0] for face in faces}), 1, faces)
        for line in lines:
            embedded, _subset, _unicode = re.search(r" (yes|no) +(yes|no) +(yes|no) +\d+ +\d+$", line).groups()
            self.assertEqual(embedded, "yes", line)

    @unittest.skipUnless(shutil.which("pdffonts"), "pdffonts is not installed")
    def test_reports(self):
        titles = {report["name"]: report["title"] for report in self.ocop_json("report", "--list")}
        [product] = self.ocop_json("list", self.register, "products", "--limit", "1")
        self.ocop("add", self.register, "dossiers", "name=Một", f"product={product['id']}", "kind=first", "--reason=Thử",
                  "step=commune-received", "step_on=2026-06-01", "commune_received_on=2026-06-01")
        for name in REPORTS:
            with self.subTest(name):
                rows = [row for row in self.read_csv(name)[1:] if row[0].isdigit()]
                self.report(name, "pdf")
                self.check_text(f"{name}.pdf", titles[name], rows)
                self.check_fonts(f"{name}.pdf")
                self.check_size(f"{name}.pdf", A3 if name in WIDE else A4)
                self.check_words(f"{name}.pdf", rows)

    def check_text(self, name, title, rows):
        """Cells are searched without their spaces, as lines break where the column ends."""
        text = squeeze(self.ask("pdftotext", "-raw", name, "-"))
        self.assertIn(squeeze(title.split(" (")[0]).upper(), text)
        self.assertGreater(len(rows), 0)
        for row in rows:
            self.assertIn(squeeze(row[1]), text)

    def check_words(self, name, rows):
        """Every word stands on one line."""
        text = self.ask("pdftotext", "-raw", name, "-")
        found = set(text.split())
        for row in rows:
            for cell in row:
                self.assertLessEqual(set(on_paper(cell).split()), found)

    def check_size(self, name, paper):
        sizes = re.findall(r"Page +(?:\d+ +)?size: +([\d.]+) x ([\d.]+)", self.ask("pdfinfo", name))
        for size in sizes:
            for found, meant in zip(sorted(map(float, size)), paper):
                self.assertAlmostEqual(found, meant, delta=0.5)
        self.assertEqual(len(sizes), 1)

    @unittest.skipUnless(shutil.which("pdffonts"), "pdffonts is not installed")
    def test_charts(self):
        for name in CHARTS:
            with self.subTest(name):
                self.ocop("chart", self.register, name, "-o", f"{name}.pdf")
                self.check_fonts(f"{name}.pdf")
                self.assertRegex(self.ask("pdfinfo", f"{name}.pdf"), r"\nPages: +1\n")

    @unittest.skipUnless(shutil.which("soffice") and shutil.which("pdftotext"), "LibreOffice is not installed")
    def test_drawn(self):
        """LibreOffice draws the chart: its title stands above the figures and in it."""
        self.ocop("chart", self.register, "star-distribution", "-o", "a.xlsx")
        convert(self, [self.path("a.xlsx")], "pdf")
        title = next(chart["title"] for chart in self.ocop_json("chart", "--list") if chart["name"] == "star-distribution")
        self.assertEqual(self.ask("pdftotext", "a.pdf", "-").count(title), 2)


class ChartWorkbooks(Papers):
    @unittest.skipUnless(openpyxl, "openpyxl is not installed")
    def test_figures(self):
        """A chart's workbook has the figures of ocop stats."""
        counted = self.ocop_json("stats", self.register, "--by", "locality")
        self.ocop("chart", self.register, "by-locality", "-o", "a.xlsx")
        sheet = openpyxl.load_workbook(self.path("a.xlsx"), data_only=True).active
        rows = {row[0]: row[1:6] for row in sheet.iter_rows(values_only=True)}
        for row in counted["rows"]:
            self.assertEqual(rows[row["label"]], tuple(row[star] for star in ("3", "4", "potential5", "5", "total")))
        self.assertIn(counted["total"]["total"], [row[-1] for row in rows.values()])


if __name__ == "__main__":
    unittest.main()
