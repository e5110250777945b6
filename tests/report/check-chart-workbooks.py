# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads workbooks of charts back with another program: every figure, sum, share and reference.

Beside each NAME.xlsx of the folder there is the chart's own table, NAME.tsv, which it is held against."""
import pathlib
import re
import sys

import openpyxl
from openpyxl.utils import range_boundaries

sys.dont_write_bytecode = True
sys.path.append(str(pathlib.Path(__file__).parent.parent))
import open_xml  # noqa: E402

DRAWN = {"bars": ["barChart"], "stacked-bars": ["barChart"], "rows": ["barChart"], "stacked-rows": ["barChart"],
         "ring": ["doughnutChart"], "line": ["lineChart"], "area": ["areaChart"], "bullet": ["barChart"], "heat": [],
         "histogram": ["barChart"], "dots": ["lineChart"], "funnel": ["barChart"], "flows": []}
LYING = ("rows", "stacked-rows", "bullet", "funnel")


def number(text):
    return float(text.replace(",", ".")) if text else None


def same(left, right):
    return left == right or (left is not None and right is not None and abs(left - right) < 1e-9)


class Workbook:
    def __init__(self, path):
        self.name = path.stem
        self.kind, self.sample = path.stem.split("_")
        self.written = openpyxl.load_workbook(path).active
        self.sheet = openpyxl.load_workbook(path, data_only=True).active
        rows = [line.split("\t") for line in path.with_suffix(".tsv").read_text("utf-8").splitlines()]
        self.names = [row[0] for row in rows]
        self.headings = rows[0]
        self.figures = [[number(cell) for cell in row[1:]] for row in rows[1:]]
        self.heading = range_boundaries(self.sheet.auto_filter.ref)[1]

    def check(self, condition, what):
        if not condition:
            print(f"{self.name}: {what}")

    def read(self, reference):
        sheet, _, cells = reference.rpartition("!")
        self.check(sheet.strip("'") == self.sheet.title, f"{reference} is on another sheet")
        left, top, right, bottom = range_boundaries(cells)
        return [self.sheet.cell(row, column).value for row in range(top, bottom + 1) for column in range(left, right + 1)]

    def check_table(self):
        for down, name in enumerate(self.names):
            self.check((self.sheet.cell(self.heading + down, 1).value or "") == name, f"row {down} is not {name}")
        for across, name in enumerate(self.headings):
            self.check((self.sheet.cell(self.heading, 1 + across).value or "") == name, f"column {across} is not {name}")
        for down, row in enumerate(self.figures):
            for across, figure in enumerate(row):
                cell = self.sheet.cell(self.heading + 1 + down, 2 + across)
                self.check(same(cell.value, figure), f"{cell.coordinate} is {cell.value!r} instead of {figure!r}")

    def reckon(self, formula):
        """SUM(…), A/B and MAX(…)-MIN(…), all that we write."""
        ranges = [[value for value in self.read(f"'{self.sheet.title}'!{cells}") if value is not None]
                  for cells in re.findall(r"\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?", formula)]
        if formula.startswith("=SUM("):
            return sum(ranges[0])
        return max(ranges[0]) - min(ranges[0]) if "MAX(" in formula else ranges[0][0] / ranges[1][0]

    def check_formulas(self):
        for row in self.written.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("="):
                    stored = self.sheet[cell.coordinate].value
                    self.check(same(stored, self.reckon(cell.value)), f"{cell.coordinate}: {cell.value} is not {stored}")
                    self.check("/" not in cell.value or cell.number_format == "0.0%", f"{cell.coordinate} is no percentage")

    def check_series(self, place, series, n):
        values, names = self.read(series.val.numRef.f), self.read((series.cat.strRef or series.cat.numRef).f)
        expected = [row[place] for row in self.figures[:n]]
        heading = self.headings[1 + place]
        if self.kind == "bullet" and len(self.headings) > 2:
            expected = [row[place] / row[1] if row[place] is not None and row[1] else None for row in self.figures[:n]]
            heading += " (%)"
        self.check([name or "" for name in names] == self.names[1:n + 1], f"series {place} has the names {names}")
        self.check(len(values) == n and all(map(same, values, expected)), f"series {place} has the values {values}")
        self.check(self.read(series.tx.strRef.f) == [heading], f"series {place} is called otherwise")

    def check_chart(self, chart):
        n = len(self.figures) - any(isinstance(self.written.cell(self.heading + len(self.figures), column).value, str)
                                    for column in range(2, 3))
        self.check(chart.tagname in DRAWN[self.kind], f"a {chart.tagname}")
        if chart.tagname == "barChart":
            self.check((chart.barDir == "bar") == (self.kind in LYING), f"it lies: {chart.barDir}")
            self.check((chart.grouping == "stacked") == (self.kind.startswith("stacked")), chart.grouping)
        self.check(chart.title is not None, "it has no title")
        for place, series in enumerate(chart.series):
            self.check_series(place, series, n)

    def check_all(self):
        texts = [cell.value for row in self.sheet.iter_rows(max_row=self.heading - 1) for cell in row if cell.value]
        self.check(any("22/11/2026" in text and "Chi cục" in text for text in texts), "it has no source")
        self.check(("PRACTICE DATA" in texts) == (self.sample in ("one", "long")), "practice")
        self.check_table()
        self.check_formulas()
        drawn = [] if self.sample == "empty" else DRAWN[self.kind]
        self.check([chart.tagname for chart in self.written._charts] == drawn, f"charts: {self.written._charts}")
        for chart in self.written._charts:
            self.check_chart(chart)
        shaded = self.kind in ("heat", "flows") and self.sample != "empty"
        self.check(bool(self.written.conditional_formatting) == (shaded or (self.kind == "dots" and "limit" in self.facts())), "shades")

    def facts(self):
        return "limit" if any(cell.value == "Chênh lệch cho phép" for cell in self.sheet["A"]) else ""


paths = sorted(pathlib.Path(sys.argv[1]).glob("*.xlsx"))
for one in paths:
    Workbook(one).check_all()
    for fault in open_xml.find_faults(one) + open_xml.find_chart_faults(one):
        print(f"{one.stem}: {fault}")
print(f"read {len(paths)}")
