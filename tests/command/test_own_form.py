#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ocop form: forms of other authors filled in place, and read by other programs than ours."""
import datetime
import os
import pathlib
import re
import shutil
import struct
import subprocess
import tempfile
import unittest
import zipfile
import zlib

import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break

from ocop_case import OCOP, OcopCase

FIRST, SECOND = "Biểu 1", "Biểu 2"
DAY = "2026-11-23"
BORDER = Border(*[Side(style="thin")] * 4)


def png():
    """A red dot."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(b"\0\xff\0\0")) + chunk(b"IEND", b""))


def fill_first(sheet):
    """Targets: merged titles, borders, a percentage, a date, formulas, conditional formats, what is to be printed."""
    sheet.merge_cells("A1:F1")
    sheet["A1"] = "BÁO CÁO KẾT QUẢ"
    sheet["A1"].font = Font(name="Times New Roman", bold=True, size=14)
    sheet.merge_cells("A2:F2")
    sheet["F3"].number_format = "dd/mm/yyyy"
    for place, title in enumerate(("TT", "Chỉ tiêu", "Kế hoạch", "Thực hiện", "Tỷ lệ", "Ghi chú"), 1):
        sheet.cell(4, place, title).border = BORDER
    for row in range(5, 9):
        for column in range(1, 7):
            sheet.cell(row, column).border = BORDER
        sheet.cell(row, 2, f"Nội dung {row - 4}")
        sheet.cell(row, 5).number_format = "0.0%"
    sheet["C8"], sheet["D8"], sheet["E8"] = 7, "=SUM(D5:D7)", "=D8/C8"
    sheet.merge_cells("B10:D11")
    sheet.column_dimensions["B"].width = 40
    sheet.row_dimensions[5].height = 30
    sheet.conditional_formatting.add("D5:D8", CellIsRule(operator="lessThan", formula=["C5"], fill=PatternFill("solid", bgColor="FFAAAA")))
    sheet.print_area = "A1:F8"
    sheet.page_setup.orientation = "landscape"


def fill_second(sheet):
    """Rows by locality, of which the form styles the first."""
    for column, title in enumerate(("TT", "Xã", "Tổng", "3 sao"), 1):
        sheet.cell(3, column, title)
        sheet.cell(4, column).border = BORDER
        sheet.cell(4, column).font = Font(italic=True)
    sheet.row_dimensions[4].height = 22
    sheet["G1"] = "=SUM(C4:C500)"


def add_picture(path, target):
    """The workbook at @path with a picture on its last sheet: openpyxl needs a library for that."""
    spreadsheet = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    anchor = (f'<xdr:wsDr xmlns:xdr="{spreadsheet}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
              '<xdr:oneCellAnchor><xdr:from><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff>'
              '</xdr:from><xdr:ext cx="100000" cy="100000"/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="1" name="p"/><xdr:cNvPicPr/></xdr:nvPicPr>'
              f'<xdr:blipFill><a:blip xmlns:r="{relations}" r:embed="rId1"/><a:stretch/></xdr:blipFill><xdr:spPr><a:prstGeom prst="rect"/>'
              '</xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>')

    def relation(kind, to):
        return f'<Relationships xmlns="{package}"><Relationship Id="rId1" Type="{relations}/{kind}" Target="{to}"/></Relationships>'
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "xl/worksheets/sheet4.xml":
                text = text.replace(b"</worksheet>", f'<drawing xmlns:r="{relations}" r:id="rId1"/></worksheet>'.encode())
            if name == "[Content_Types].xml":
                text = text.replace(b"</Types>", b'<Default Extension="png" ContentType="image/png"/><Override PartName="/xl/drawings/drawing1.xml" '
                                    b'ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/></Types>')
            new.writestr(name, text)
        new.writestr("xl/worksheets/_rels/sheet4.xml.rels", relation("drawing", "/xl/drawings/drawing1.xml"))
        new.writestr("xl/drawings/drawing1.xml", anchor)
        new.writestr("xl/drawings/_rels/drawing1.xml.rels", relation("image", "/xl/media/image1.png"))
        new.writestr("xl/media/image1.png", png())


def make_form(path):
    book = openpyxl.Workbook()
    book.active.title = FIRST
    fill_first(book.active)
    fill_second(book.create_sheet(SECOND))
    book.create_sheet("Tổng hợp")["A1"] = f"='{SECOND}'!G1+'{FIRST}'!D8"
    own = book.create_sheet("Riêng")
    own["A1"], own["A2"] = 2, "=A1*3"
    name = DefinedName("tong", attr_text=f"'{SECOND}'!$G$1")
    book.defined_names.add(name) if hasattr(book.defined_names, "add") else book.defined_names.append(name)
    book.save(f"{path}.plain")
    add_picture(f"{path}.plain", path)


def parts(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def look(cell):
    """All that a cell shows but its value: which of the workbook's fonts, borders, formats it has."""
    return tuple(cell._style or (0,) * 9)


class OwnFormCase(OcopCase):
    """Each on a copy of the same practice register and of the same form."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.models = pathlib.Path(folder.name)
        subprocess.run([OCOP, "new", cls.models / "a.ocop", "--sample"], check=True, capture_output=True,
                       env=dict(os.environ, OCOP_LANGUAGE="vi", XDG_DATA_HOME=folder.name, XDG_CONFIG_HOME=folder.name))
        make_form(cls.models / "biểu.xlsx")

    def setUp(self):
        super().setUp()
        self.register, self.form = "a.ocop", self.path("biểu.xlsx")
        for name in ("a.ocop", "biểu.xlsx"):
            shutil.copy(self.models / name, self.folder)

    def take(self, *cells, name="Biểu của Sở", form=None):
        self.ocop("form", self.register, name, "--take", form or self.form)
        if cells:
            self.ocop("form", self.register, name, *[option for cell in cells for option in ("--set", cell)])

    def fill(self, status=0, name="Biểu của Sở", out="ra.xlsx"):
        done = self.run_ocop("form", self.register, name, "-o", self.path(out), "--on", DAY)
        self.assertEqual(done.returncode, status, done.stderr)
        return self.path(out), done.stderr

    def targets(self):
        return {target["code"]: target for target in self.ocop_json("plan", self.register, "--on", DAY)}


class Filling(OwnFormCase):
    CELLS = (f"{FIRST}!D5=target:P01:actual", f"{FIRST}!E5=target:P01:percent", f"{FIRST}!F5=target:P01:state",
             f"{FIRST}!D6=count:total", f"{FIRST}!D7=count:4", f"{FIRST}!A2=office:name", f"{FIRST}!F3=period:day",
             f"{FIRST}!D7=count:3", f"{SECOND}!B4=report:star-distribution:locality", f"{SECOND}!C4=report:star-distribution:total",
             f"{SECOND}!F1=report:star-distribution:total:total")

    def assert_others_unchanged(self, before, after, filled):
        """Whatever was not filled is as it was; what was filled looks as it did."""
        for sheet in before:
            other = after[sheet.title]
            self.assertEqual({str(area) for area in sheet.merged_cells.ranges}, {str(area) for area in other.merged_cells.ranges})
            self.assertEqual(sheet.print_area, other.print_area)
            self.assertEqual([str(area.sqref) for area in sheet.conditional_formatting], [str(area.sqref) for area in other.conditional_formatting])
            self.assertEqual({key: width.width for key, width in sheet.column_dimensions.items()},
                             {key: width.width for key, width in other.column_dimensions.items()})
            for cell in list(sheet._cells.values()):
                there = other[cell.coordinate]
                self.assertEqual(look(cell), look(there), f"{sheet.title} {cell.coordinate}")
                if (sheet.title, cell.coordinate) not in filled:
                    self.assertEqual(cell.value, there.value, f"{sheet.title} {cell.coordinate}")

    def test_filled(self):
        self.take(*self.CELLS)
        out, said = self.fill()
        self.assertEqual(said, "")
        before, after = openpyxl.load_workbook(self.form), openpyxl.load_workbook(out)
        target = self.targets()["P01"]
        counts = self.ocop_json("stats", self.register, "--by", "locality", "--on", DAY)
        first, second = after[FIRST], after[SECOND]
        self.assertEqual((first["D5"].value, first["F5"].value), (target["part"], target["state_title"]))
        self.assertAlmostEqual(first["E5"].value * 100, float(target["percent"]))
        total = sum(row["total"] for row in counts["rows"])
        self.assertEqual((first["D6"].value, first["D7"].value, second["F1"].value), (total, sum(row["3"] for row in counts["rows"]), total))
        self.assertEqual(first["F3"].value, datetime.datetime.fromisoformat(DAY))
        self.assertEqual(first["A2"].value, self.ocop_json("list", self.register, "offices")[0]["name"])
        rows = {second.cell(row, 2).value: second.cell(row, 3).value for row in range(4, 4 + len(counts["rows"]))}
        self.assertEqual(rows, {row["label"]: row["total"] for row in counts["rows"]})
        self.assertEqual(second.row_dimensions[10].height, 22)
        self.assertEqual(look(second["A10"]), look(second["A4"]))
        filled = {(FIRST, "D5"), (FIRST, "E5"), (FIRST, "F5"), (FIRST, "D6"), (FIRST, "D7"), (FIRST, "A2"), (FIRST, "F3"),
                  (SECOND, "B4"), (SECOND, "C4"), (SECOND, "F1")}
        self.assert_others_unchanged(before, after, filled)
        self.assert_parts(out, {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/workbook.xml"})

    def assert_parts(self, out, changed):
        """All other parts, the picture among them, are the same bytes; the workbook differs in one attribute."""
        old, new = parts(self.form), parts(out)
        self.assertEqual(list(old), list(new))
        self.assertEqual({name for name in old if old[name] != new[name]} | {"xl/workbook.xml"}, changed)
        self.assertEqual(re.sub(rb' fullCalcOnLoad="\w+"', b"", new["xl/workbook.xml"]), re.sub(rb' fullCalcOnLoad="\w+"', b"", old["xl/workbook.xml"]))
        self.assertIn(b'fullCalcOnLoad="1"', new["xl/workbook.xml"])

    def test_rows_the_form_names(self):
        """A column whose rows the form lists itself, in an order of its own, with one that nobody knows."""
        book = openpyxl.load_workbook(self.form)
        counts = self.ocop_json("stats", self.register, "--by", "locality", "--on", DAY)["rows"]
        names = [row["label"] for row in counts[:-1]]
        for place, name in enumerate([*reversed(names), "Xã không có"]):
            book[SECOND].cell(20 + place, 2, name.upper())
        book[SECOND].cell(21, 4, "=1+1")
        book.save(self.form)
        self.take(f"{SECOND}!C20@B=report:star-distribution:total", f"{SECOND}!D20@B=report:star-distribution:star3")
        out, said = self.fill(status=1)
        sheet = openpyxl.load_workbook(out)[SECOND]
        self.assertEqual({sheet.cell(row, 2).value: sheet.cell(row, 3).value for row in range(20, 20 + len(names))},
                         {row["label"].upper(): row["total"] for row in counts[:-1]})
        self.assertIsNone(sheet.cell(20 + len(names), 3).value)
        self.assertEqual(sheet["D21"].value, "=1+1")
        self.assertIn("D21", said)
        self.assertIn(counts[-1]["label"], said)

    def test_rows_that_do_not_fit(self):
        book = openpyxl.load_workbook(self.form)
        book[SECOND]["C9"] = "7"
        book.save(self.form)
        self.take(f"{SECOND}!C4=report:star-distribution:total")
        self.assertIn("“7”", self.assert_refused(1, "form", self.register, "Biểu của Sở", "-o", "x.xlsx", "--on", DAY))
        self.ocop("form", self.register, "Biểu của Sở", "--set", f"{SECOND}!C4:C90=report:star-distribution:total")
        self.assertTrue(openpyxl.load_workbook(self.fill()[0])[SECOND]["C9"].value >= 0)

    @unittest.skipIf(shutil.which("soffice") is None, "LibreOffice is not installed")
    def test_libreoffice(self):
        """A form that LibreOffice saved; it computes what was filled into it and into one of openpyxl's."""
        profile = f"-env:UserInstallation=file://{self.path('profile')}"

        def convert(folder, *files):
            subprocess.run(["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", self.path(folder), *files],
                           check=True, capture_output=True, timeout=120)
        convert("office", self.form)
        self.take(*self.CELLS)
        self.take(*self.CELLS, name="Biểu từ LibreOffice", form=self.path("office/biểu.xlsx"))
        self.fill(out="một.xlsx")
        self.fill(name="Biểu từ LibreOffice", out="hai.xlsx")
        convert("read", self.path("một.xlsx"), self.path("hai.xlsx"))
        for name in ("một", "hai"):
            book = openpyxl.load_workbook(self.path(f"read/{name}.xlsx"), data_only=True)
            first, second = book[FIRST], book[SECOND]
            self.assertEqual(first["D8"].value, sum(first[f"D{row}"].value for row in (5, 6, 7)))
            self.assertEqual(second["G1"].value, second["F1"].value)
            self.assertEqual(book["Tổng hợp"]["A1"].value, second["G1"].value + first["D8"].value)
            self.assertEqual(book["Riêng"]["A2"].value, 6)
            self.assert_others_unchanged(openpyxl.load_workbook(self.path("office/biểu.xlsx"))
                                         if name == "hai" else openpyxl.load_workbook(self.form),
                                         openpyxl.load_workbook(self.path(f"{name}.xlsx")),
                                         {(FIRST, "D5"), (FIRST, "E5"), (FIRST, "F5"), (FIRST, "D6"), (FIRST, "D7"), (FIRST, "A2"),
                                          (FIRST, "F3"), (SECOND, "B4"), (SECOND, "C4"), (SECOND, "F1")})


LIST, SUMMARY = "Danh mục", "Tổng hợp"


def fill_list(sheet, last):
    """A list whose rows 5 to @last the form keeps, its total, and below it all that has a place."""
    total = last + 1
    sheet.merge_cells("A1:G1")
    sheet["A1"] = "DANH MỤC"
    for column, title in enumerate(("TT", "Xã", "Tổng", "3 sao", "Ngoài 3 sao", "Ghi chú"), 1):
        sheet.cell(4, column, title).border = BORDER
    for row in range(5, total):
        for column in range(1, 8):
            sheet.cell(row, column).border = BORDER
        sheet.cell(row, 5, f"=C{row}-SUM(D{row}:D{row})")
        sheet.merge_cells(f"F{row}:G{row}")
        sheet.row_dimensions[row].height = 21
    sheet.cell(total, 2, "Tổng cộng").font = Font(bold=True)
    for letter in "CDE":
        sheet[f"{letter}{total}"] = f"=SUM({letter}5:{letter}{last})"
    sheet[f"G{total}"] = f"=E{total}/C{total}"
    sheet.row_dimensions[total].height = 33
    sheet.merge_cells(f"B{total + 2}:D{total + 3}")
    sheet[f"B{total + 2}"] = "NGƯỜI LẬP BIỂU"
    sheet[f"B{total + 2}"].comment = Comment("Ký, ghi rõ họ tên", "Sở")
    sheet[f"A{total + 5}"] = "Xem tổng"
    sheet[f"A{total + 5}"].hyperlink = f"#'{LIST}'!C{total}"
    sheet["J1"], sheet["J2"] = f"=$C${total}", '=COUNTIF($C$5:$C$%d,">0")' % last
    sheet.conditional_formatting.add(f"C5:C{last}", CellIsRule(operator="lessThan", formula=[f"$C${total}"], fill=PatternFill("solid", bgColor="FFAAAA")))
    check = DataValidation(type="list", formula1=f"$J${total}:$J${total + 2}")
    check.add(f"F5:F{last}")
    sheet.add_data_validation(check)
    sheet.print_area = f"A1:G{total}"
    sheet.print_title_rows = "4:4"
    sheet.row_breaks.append(Break(id=total))
    sheet.freeze_panes = "A5"
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=3, min_row=5, max_row=last))
    sheet.add_chart(chart, f"B{total + 8}")


def make_list_form(path, last):
    book = openpyxl.Workbook()
    book.active.title = SUMMARY
    sheet = book.create_sheet(LIST)
    fill_list(sheet, last)
    summary = book[SUMMARY]
    summary["A1"], summary["A2"] = f"='{LIST}'!C{last + 1}", f"=SUM('{LIST}'!D5:D{last})"
    summary["A3"], summary["A4"] = '="C5 của biểu"', "=SUM(A1:A2)"
    name = DefinedName("tong", attr_text=f"'{LIST}'!$C${last + 1}")
    book.defined_names.add(name) if hasattr(book.defined_names, "add") else book.defined_names.append(name)
    book.save(path)


class Lists(OwnFormCase):
    """More rows than the form keeps: they are put in, and everything below stays in its place."""
    MAPPED = ("A", "number"), ("B", "locality"), ("C", "total"), ("D", "star3")

    def fill_list(self, last, until=None, **options):
        make_list_form(self.form, last)
        self.take(*[f"{LIST}!{column}5{f':{column}{until}' if until else ''}=report:star-distribution:{name}" for column, name in self.MAPPED])
        return self.fill(**options)

    def counts(self):
        return self.ocop_json("stats", self.register, "--by", "locality", "--on", DAY)["rows"]

    def assert_in_place(self, out, last, n):
        """As the form that its author would have made with @n more rows."""
        make_list_form(self.path("wanted.xlsx"), last + n)
        wanted, found = openpyxl.load_workbook(self.path("wanted.xlsx")), openpyxl.load_workbook(out)
        for sheet in wanted:
            there = found[sheet.title]
            self.assertEqual({str(area) for area in sheet.merged_cells.ranges}, {str(area) for area in there.merged_cells.ranges})
            self.assertEqual((sheet.print_area, sheet.print_title_rows, sheet.freeze_panes), (there.print_area, there.print_title_rows, there.freeze_panes))
            self.assertEqual([(str(area.sqref), [rule.formula for rule in area.rules]) for area in sheet.conditional_formatting],
                             [(str(area.sqref), [rule.formula for rule in area.rules]) for area in there.conditional_formatting])
            self.assertEqual([(str(check.sqref), check.formula1) for check in sheet.data_validations.dataValidation],
                             [(str(check.sqref), check.formula1) for check in there.data_validations.dataValidation])
            self.assertEqual([row.id for row in sheet.row_breaks.brk], [row.id for row in there.row_breaks.brk])
            self.assertEqual({row: size.height for row, size in sheet.row_dimensions.items() if size.height},
                             {row: size.height for row, size in there.row_dimensions.items() if size.height})
            for cell in list(sheet._cells.values()):
                other = there[cell.coordinate]
                self.assertEqual(look(cell), look(other), f"{sheet.title} {cell.coordinate}")
                self.assertEqual(cell.comment and cell.comment.text, other.comment and other.comment.text)
                self.assertEqual(*[one.hyperlink and (one.hyperlink.ref, one.hyperlink.target) for one in (cell, other)])
                if sheet.title != LIST or cell.row < 5 or cell.row > last + n or cell.column > 4:
                    self.assertEqual(cell.value, other.value, f"{sheet.title} {cell.coordinate}")
        self.assertEqual(found[LIST]._charts[0].anchor._from.row, wanted[LIST]._charts[0].anchor._from.row)
        if last > 5:  # A single cell is no area.
            self.assertEqual(found[LIST]._charts[0].series[0].val.numRef.f, wanted[LIST]._charts[0].series[0].val.numRef.f)
        names = [book.defined_names["tong"].attr_text for book in (wanted, found)]
        self.assertEqual(*names)

    def test_rows_put_in(self):
        for last in (5, 6, 9):
            with self.subTest(prepared=last - 4):
                counts = self.counts()
                out, said = self.fill_list(last)
                self.assertEqual(said, "")
                self.assert_in_place(out, last, len(counts) - (last - 4))
                sheet = openpyxl.load_workbook(out)[LIST]
                self.assertEqual([[sheet.cell(5 + i, column).value for column in (1, 2, 3)] for i in range(len(counts))],
                                 [[i + 1, row["label"], row["total"]] for i, row in enumerate(counts)])

    def test_shared_formulas(self):
        """Written once for all rows of the list, and one of them for cells that do not move."""
        make_list_form(f"{self.form}.plain", 9)
        with zipfile.ZipFile(f"{self.form}.plain") as old, zipfile.ZipFile(self.form, "w") as new:
            for name in old.namelist():
                text = old.read(name)
                if name == "xl/worksheets/sheet2.xml":
                    text = text.replace(b"<f>C5-SUM(D5:D5)</f>", b'<f t="shared" ref="E5:E9" si="0">C5-SUM(D5:D5)</f>')
                    text, n = re.subn(rb"<f>C[6-9]-SUM\(D[6-9]:D[6-9]\)</f>", b'<f t="shared" si="0"/>', text)
                    self.assertEqual(n, 4)
                new.writestr(name, text)
        self.take(*[f"{LIST}!{column}5=report:star-distribution:{name}" for column, name in self.MAPPED])
        self.assert_in_place(self.fill()[0], 9, len(self.counts()) - 5)

    @unittest.skipIf(shutil.which("soffice") is None, "LibreOffice is not installed")
    def test_sums(self):
        """LibreOffice computes the same sums from filled forms, also from one that it saved itself."""
        def convert(folder, *files):
            subprocess.run(["soffice", f"-env:UserInstallation=file://{self.path('profile')}", "--headless", "--convert-to", "xlsx", "--outdir",
                            self.path(folder), *files], check=True, capture_output=True, timeout=120)
        counts = self.counts()
        made = [self.fill_list(last, out=f"{last}.xlsx")[0] for last in (5, 9)]
        convert("office", self.form)
        self.take(form=self.path("office/biểu.xlsx"))
        made.append(self.fill(out="office.xlsx")[0])
        convert("read", *made)
        total, three = sum(row["total"] for row in counts), sum(row["3"] for row in counts)
        for path in made:
            book = openpyxl.load_workbook(self.path("read") + "/" + os.path.basename(path), data_only=True)
            sheet, summary, end = book[LIST], book[SUMMARY], 5 + len(counts)
            self.assertEqual([sheet.cell(end, column).value for column in (2, 3, 4, 5)], ["Tổng cộng", total, three, total - three])
            self.assertEqual((sheet["J1"].value, sheet["J2"].value), (total, sum(row["total"] > 0 for row in counts)))
            self.assertEqual([summary[f"A{row}"].value for row in (1, 2, 3, 4)], [total, three, "C5 của biểu", total + three])

    def test_rows_kept(self):
        """Where the last row is said, it counts; where none below says that the list ends, nobody guesses."""
        n = len(self.counts())
        self.assert_in_place(self.fill_list(9, until=9)[0], 9, n - 5)
        book = openpyxl.load_workbook(self.form)
        for row in range(5, 10):
            book[LIST].cell(row, 1, row - 4)
        book.save(self.form)
        self.take(f"{LIST}!A5=report:star-distribution:number")
        self.assertIn("A6", self.assert_refused(1, "form", self.register, "Biểu của Sở", "-o", "x.xlsx", "--on", DAY))
        self.take(f"{LIST}!A5:A9=report:star-distribution:number")
        self.assertEqual(openpyxl.load_workbook(self.fill()[0])[LIST].cell(n + 5, 2).value, "Tổng cộng")

    def test_refused(self):
        def refuse(change, said):
            make_list_form(self.form, 9)
            book = openpyxl.load_workbook(self.form)
            change(book)
            book.save(self.form)
            self.take(f"{LIST}!C5:C9=report:star-distribution:total")
            self.assertIn(said, self.assert_refused(1, "form", self.register, "Biểu của Sở", "-o", "x.xlsx", "--on", DAY))
            self.assertFalse(os.path.exists(self.path("x.xlsx")))

        def put(sheet, cell, value):
            return lambda book: book[sheet].__setitem__(cell, value)
        refuse(put(SUMMARY, "B1", '=INDIRECT("C9")'), "INDIRECT")
        refuse(put(SUMMARY, "B1", f"=SUM('{SUMMARY}:{LIST}'!C5)"), "B1")
        refuse(put(LIST, "H9", "=H8+C9"), "H9")
        refuse(lambda book: book[LIST].merge_cells("I6:I7"), "I6")


class Keeping(OwnFormCase):
    def test_kept_and_undone(self):
        self.take(f"{FIRST}!D5=target:P01:actual")
        [form] = self.ocop_json("form", self.register)
        self.assertEqual((form["name"], form["cells"]), ("Biểu của Sở", 1))
        [cell] = self.ocop_json("form", self.register, "biểu của sở", "--on", DAY)
        self.assertEqual((cell["sheet"], cell["cell"], cell["source"], cell["left"], cell["above"]),
                         (FIRST, "D5", "target:P01:actual", "Nội dung 1", "Thực hiện"))
        self.ocop("form", self.register, "Biểu của Sở", "--clear", f"{FIRST}!D5")
        self.assertEqual(self.ocop_json("form", self.register)[0]["cells"], 0)
        self.ocop("undo", self.register)
        self.assertEqual(self.ocop_json("form", self.register)[0]["cells"], 1)
        self.ocop("undo", self.register)
        self.ocop("undo", self.register)
        self.assertEqual(self.ocop_json("form", self.register), [])

    def test_next_year(self):
        """The office's new file has another row: whose neighbours changed is said."""
        self.take(f"{FIRST}!D5=target:P01:actual", f"{FIRST}!D6=count:total")
        book = openpyxl.load_workbook(self.form)
        book[FIRST]["B5"] = "Nội dung khác"
        book.save(self.form)
        self.take()
        out, said = self.fill(status=1)
        self.assertIn("Nội dung khác", said)
        self.assertEqual(len(said.splitlines()), 1)
        self.assertIsNotNone(openpyxl.load_workbook(out)[FIRST]["D5"].value)

    def test_sources(self):
        offered = {source["source"] for source in self.ocop_json("form", self.register, "--sources", "--on", DAY)}
        self.assertLessEqual({"target:P01:actual", "targets:percent", "count:5", "office:name", "period:line",
                              "report:star-distribution:star4"}, offered)
        self.take(*[f"Riêng!{openpyxl.utils.get_column_letter(place + 3)}50={source}" for place, source in enumerate(sorted(offered))])
        _, said = self.fill(status=1)
        self.assertEqual({line.split(": ")[-1] for line in said.splitlines()}, {"Kế hoạch này chưa chốt số liệu lần nào"})

    def test_period(self):
        """What the plan's page says of half a year, the form gets."""
        self.take(f"{FIRST}!D5=target:P01:actual", f"{FIRST}!A2=period:until", f"{SECOND}!B4=report:plan-progress:actual")
        half, year = ({cell["cell"]: cell["value"] for cell in self.ocop_json("form", self.register, "Biểu của Sở", "--on", DAY, *period)}
                      for period in (("--period", "half"), ()))
        self.assertEqual((half["A2"], year["A2"]), ("14/06/2026", "23/11/2026"), "a period that runs ends on the day of its figures")
        self.assertLess(int(half["D5"]), int(year["D5"]))
        self.assertEqual(half["B4"], half["D5"])
        self.assert_refused(2, "form", self.register, "Biểu của Sở", "--period", "quarter-5")

    def test_refused(self):
        self.take()
        for cell, said in (("Biểu 9!C5=count:3", "Biểu 9"), (f"{FIRST}!C2=count:3", "A2"), (f"{FIRST}!D8=count:3", "D8"),
                           (f"{FIRST}!D5=count:9", "count:9"), (f"{FIRST}!D5=target:P01:none", "target:CODE:FIELD")):
            self.assertIn(said, self.assert_refused(1, "form", self.register, "Biểu của Sở", "--set", cell))
        for cell in ("D5=count:3", f"{FIRST}!5D=count:3", f"{FIRST}!D5", f"{FIRST}!D9:D5=count:3", f"{FIRST}!D5:E9=count:3"):
            self.assertIn("!C12", self.assert_refused(2, "form", self.register, "Biểu của Sở", "--set", cell))
        self.assert_refused(1, "form", self.register, "Không có", "-o", "x.xlsx")
        self.take(f"{FIRST}!D5=target:P01:actual")
        self.assertIn("1999", self.assert_refused(1, "form", self.register, "Biểu của Sở", "-o", "x.xlsx", "--year", "1999"))

    def test_refused_files(self):
        container = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
        files = {"mật.xlsx": container + "EncryptedPackage".encode("utf-16-le") + bytes(60), "cũ.xls": container + "Workbook".encode("utf-16-le") + bytes(60),
                 "chữ.xlsx": b"xin chao"}
        for name, content in files.items():
            with open(self.path(name), "wb") as file:
                file.write(content)
        with zipfile.ZipFile(self.form) as old, zipfile.ZipFile(self.path("macro.xlsm"), "w") as new:
            for part in old.namelist():
                new.writestr(part, old.read(part).replace(b"spreadsheetml.sheet.main+xml", b"ms-excel.sheet.macroEnabled.main+xml"))
        for name, said in (("mật.xlsx", "mật khẩu"), ("cũ.xls", ".xls"), ("chữ.xlsx", "chữ.xlsx"), ("macro.xlsm", "macro")):
            self.assertIn(said, self.assert_refused(2, "form", self.register, "Biểu", "--take", self.path(name)))
        self.assertEqual(self.ocop_json("form", self.register), [])


if __name__ == "__main__":
    unittest.main()
