# SPDX-License-Identifier: GPL-3.0-or-later
"""What Excel takes for granted in one sheet of a workbook and in what is drawn on it (ISO/IEC 29500-1, 18.3, 20.5 and 21.2)."""
import functools
import math
import re

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
D = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
# What a sheet holds, in the order in which it is read.
ORDER = """sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState
dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup
headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture
oleObjects controls webPublishItems tableParts extLst""".split()
PLACE = re.compile(r"([A-Z]{1,3})([1-9]\d*)")
N_COLUMNS, N_ROWS = 16384, 1048576
TEXT_LENGTH = 32767
LINE_LENGTH = 255
MARKS = ("b", "e", "n", "s", "str", "inlineStr", "d")


def read_place(text):
    """"C12" as row and column."""
    match = PLACE.fullmatch(text.replace("$", ""))
    if not match:
        raise ValueError(text)
    column = functools.reduce(lambda sum, letter: sum * 26 + ord(letter) - 64, match[1], 0)
    return int(match[2]), column


def read_range(text):
    """"B2:C5" as the first row and column and the last ones."""
    first, _, last = text.partition(":")
    return (*read_place(first), *read_place(last or first))


def overlap(one, other):
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


class Sheet:
    def __init__(self, book, part):
        self.book = book
        self.part = part
        self.tree = book.package.tree(part)
        self.n_shared = sum(cell.get("t") == "s" for cell in self.tree.iter(S + "c"))

    @functools.cached_property
    def cells(self):
        """By row and column."""
        return {read_place(cell.get("r")): cell for cell in self.tree.iter(S + "c") if cell.get("r")}

    def text(self, place):
        cell = self.cells.get(place)
        value = cell.findtext(S + "v") if cell is not None else None
        if cell is not None and cell.get("t") == "s" and value is not None:
            return self.book.strings[int(value)]
        return value if cell is None or cell.get("t") != "inlineStr" else "".join(text.text or "" for text in cell.iter(S + "t"))

    def find_faults(self):
        order = [one.tag.removeprefix(S) for one in self.tree]
        places = [ORDER.index(tag) for tag in order if tag in ORDER]
        if places != sorted(places):
            yield f"has its elements in the order {order}"
        for find in (self.find_row_faults, self.find_cell_faults, self.find_range_faults, self.find_column_faults, self.find_rule_faults,
                     self.find_line_faults, self.find_drawing_faults):
            yield from find()

    def find_row_faults(self):
        """Rows and cells ascend, and each cell is in its row."""
        before = 0
        for row in self.tree.iter(S + "row"):
            number = int(row.get("r", before + 1))
            columns = [read_place(cell.get("r")) for cell in row if cell.get("r")]
            if number <= before or columns != sorted(set(columns)) or any(place[0] != number for place in columns):
                yield f"row {number} is out of order"
            before = number
        if before > N_ROWS or any(column > N_COLUMNS for _row, column in self.cells):
            yield "is larger than a sheet can be"

    def find_cell_faults(self):
        for place, cell in self.cells.items():
            kind, value = cell.get("t", "n"), cell.findtext(S + "v")
            if int(cell.get("s", 0)) >= self.book.n_styles:
                yield f"{place} has style {cell.get('s')}"
            if kind not in MARKS:
                yield f"{place} is a {kind}"
            elif kind == "s" and not int(value) < len(self.book.strings):
                yield f"{place} is text {value}"
            elif kind == "n" and value and not math.isfinite(float(value)):
                yield f"{place} is {value}"
            elif kind in ("s", "inlineStr") and len((self.text(place) or "").encode("utf-16-le")) > 2 * TEXT_LENGTH:
                yield f"{place} is too long a text"

    def find_range_faults(self):
        """What is written fits into what the sheet says it covers; merged cells and tables lie apart."""
        dimension = self.tree.find(S + "dimension")
        if dimension is not None and self.cells:
            rows, columns = zip(*self.cells)
            first_row, first, last_row, last = read_range(dimension.get("ref"))
            if min(rows) < first_row or max(rows) > last_row or min(columns) < first or max(columns) > last:
                yield f"covers more than {dimension.get('ref')}"
        merged = self.tree.find(S + "mergeCells")
        ranges = [(one.get("ref"), read_range(one.get("ref"))) for one in merged] if merged is not None else []
        if merged is not None and int(merged.get("count", len(ranges))) != len(ranges):
            yield f"has {len(ranges)} merged ranges, not {merged.get('count')}"
        ranges += [(table.get("ref"), read_range(table.get("ref"))) for table in self.tables]
        yield from (f"{name} lies over {other}" for place, (name, one) in enumerate(ranges) for other, two in ranges[:place] if overlap(one, two))

    @property
    def tables(self):
        return [self.book.package.tree(part) for part in self.book.package.linked(self.part, "table")]

    def find_heading_faults(self, table):
        """A table's columns are called as the cells that head them."""
        row, first, _last_row, last = read_range(table.get("ref"))
        names = [one.get("name") for one in table.iter(S + "tableColumn")]
        if len({name.lower() for name in names}) != len(names):
            yield f"columns of a table have the same name: {names}"
        if table.get("headerRowCount") != "0":
            headings = [(self.text((row, column)) or "") for column in range(first, last + 1)]
            if [heading.replace("\n", "_x000a_") for heading in headings] != [name.replace("\n", "_x000a_") for name in names]:
                yield f"columns of a table are called {names}, the cells {headings}"

    def find_column_faults(self):
        before = 0
        for one in self.tree.iterfind(f"{S}cols/{S}col"):
            if not before < int(one.get("min")) <= int(one.get("max")) <= N_COLUMNS:
                yield f"columns {one.get('min')} to {one.get('max')} are out of order"
            before = int(one.get("max"))

    def find_rule_faults(self):
        """Conditional formats, lists to choose from, links."""
        for rule in self.tree.iter(S + "cfRule"):
            if int(rule.get("dxfId", 0)) >= max(1, self.book.n_differences):
                yield f"a conditional format is {rule.get('dxfId')}"
        for check in self.tree.iter(S + "dataValidation"):
            formula = check.findtext(S + "formula1") or ""
            if formula.startswith('"') and len(formula) > LINE_LENGTH + 2:
                yield f"a list of {len(formula)} characters to choose from"
            for attribute, longest in (("promptTitle", 32), ("errorTitle", 32), ("prompt", LINE_LENGTH), ("error", LINE_LENGTH)):
                if len(check.get(attribute, "")) > longest:
                    yield f"{attribute} is too long: {check.get(attribute)}"
        for element in [*self.tree.iter(S + "cfRule"), *self.tree.iter(S + "dataValidation")]:
            for place in (element.get("sqref") or "").split():
                read_range(place)

    def find_line_faults(self):
        for line in self.tree.iterfind(f"{S}headerFooter/*"):
            if len(line.text or "") > LINE_LENGTH:
                yield f"{line.tag.removeprefix(S)} is longer than {LINE_LENGTH} characters"

    def find_drawing_faults(self):
        for drawing in self.book.package.linked(self.part, "drawing"):
            tree = self.book.package.tree(drawing)
            ids = [one.get("id") for one in tree.iter(D + "cNvPr")]
            yield from (f"two drawings have the id {number}" for number in set(ids) if ids.count(number) > 1)
            for anchor in tree.iter(D + "twoCellAnchor"):
                start, end = ([int(anchor.findtext(f"{D}{corner}/{D}{way}")) for way in ("row", "col")] for corner in ("from", "to"))
                if start[0] > end[0] or start[1] > end[1] or min(start) < 0:
                    yield f"a drawing is anchored from {start} to {end}"
            for chart in self.book.package.linked(drawing, "chart"):
                for reference in self.book.package.tree(chart).iter(C + "f"):
                    if "!" in (reference.text or "") and self.find_named(reference.text) is None:
                        yield f"a chart shows {reference.text}"

    def find_named(self, formula):
        """The sheet and the range of "'A sheet'!$A$1:$A$3"."""
        name, _, place = formula.rpartition("!")
        part = self.book.sheets.get(name.strip("'").replace("''", "'"))
        return None if part is None else (self if part == self.part else Sheet(self.book, part), read_range(place))

    def find_chart_faults(self):
        """Of charts of our own, which are described, and keep of their figures what stands in the cells."""
        for drawing in self.book.package.linked(self.part, "drawing"):
            for frame in self.book.package.tree(drawing).iter(D + "graphicFrame"):
                if not frame.find(f"{D}nvGraphicFramePr/{D}cNvPr").get("descr"):
                    yield "a chart is not described"
            for chart in self.book.package.linked(drawing, "chart"):
                for reference in self.book.package.tree(chart).iter():
                    if reference.tag in (C + "numRef", C + "strRef"):
                        yield from self.find_figure_faults(reference)

    def find_figure_faults(self, reference):
        formula = reference.findtext(C + "f")
        shown, (top, left, bottom, right) = self.find_named(formula)
        cells = [shown.text((row, column)) or "" for row in range(top, bottom + 1) for column in range(left, right + 1)]
        kept = [""] * int(reference.find(f".//{C}ptCount").get("val"))
        for point in reference.iter(C + "pt"):
            kept[int(point.get("idx"))] = point.findtext(C + "v") or ""
        if kept != cells:
            yield f"a chart keeps {kept} of {formula}, where {cells} stand"
