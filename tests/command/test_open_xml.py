#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reader that all written documents go through: it finds nothing in them, and what is broken in them afterwards."""
import unittest
import zipfile

from ocop_case import OcopCase, open_xml

TYPES = "[Content_Types].xml"
LINKS = "xl/_rels/workbook.xml.rels"
SHEET, CHART, BOOK, STYLES, STRINGS = ("xl/" + name for name in (
    "worksheets/sheet1.xml", "charts/chart1.xml", "workbook.xml", "styles.xml", "sharedStrings.xml"))
SLIDE, MASTER = "ppt/slides/slide2.xml", "ppt/slideMasters/slideMaster1.xml"
DOCUMENT = "word/document.xml"
# In which part what is put in the place of what, and what is said of it.
BROKEN = {
    "a.xlsx": [
        (TYPES, "spreadsheetml.sheet.main+xml", "spreadsheetml.template.main+xml", "is no .xlsx"),
        (TYPES, "/xl/styles.xml", "/xl/style.xml", "has a type but is not there"),
        (LINKS, "sharedStrings.xml", "strings.xml", "which is not there"),
        (LINKS, 'Id="rId1"', 'Id="rId9"', "which leads nowhere"),
        ("docProps/core.xml", "T00:00:00Z", " 0:00", "is no time"),
        (SHEET, "<c r=", "<c q= r=", "not well-formed"),
        (SHEET, '<c r="B', '<c r="C', "is out of order"),
        (SHEET, ' s="1"', ' s="99"', "has style 99"),
        (SHEET, 't="s"><v>0<', 't="s"><v>9999<', "is text 9999"),
        (SHEET, '<dimension ref="A1:', '<dimension ref="B1:', "covers more"),
        (SHEET, "<mergeCell ", '<mergeCell ref="A1:B9"/><mergeCell ', "merged ranges"),
        (SHEET, '<col min="1"', '<col min="3"', "columns 3"),
        (SHEET, "<drawing ", '<mergeCells count="0"/><drawing ', "in the order"),
        (BOOK, '<sheet name="', '<sheet name="A sheet with a name that is much too long: ', "may not be called"),
        (BOOK, 'localSheetId="0"', 'localSheetId="7"', "is that of sheet 7"),
        (STYLES, 'fontId="1"', 'fontId="99"', "has fontId 99"),
        (STRINGS, "uniqueCount=", 'uniqueCount="1" q=', "texts are"),
        (CHART, "<c:v>", "<c:v>7", "a chart keeps"),
    ],
    "a.pptx": [
        (TYPES, 'Extension="rels"', 'Extension="rel"', "has no type"),
        (TYPES, "presentationml.slideLayout+xml", "presentationml.slide+xml", "leads to ppt/slideLayouts/slideLayout1.xml"),
        ("ppt/_rels/presentation.xml.rels", 'Target="slides/slide1.xml"', 'Target="slides/slide2.xml"', "nothing leads to"),
        ("ppt/presentation.xml", '<p:sldId id="256"', '<p:sldId id="255"', "slides have the numbers"),
        (MASTER, 'id="2147483650"', 'id="2147483649"', "masters and layouts"),
        (SLIDE, 'id="3"', 'id="2"', "two shapes"),
        (SLIDE, 'type="title"', 'type="dt"', "no place for"),
        (SLIDE, 'firstRow="1"', "", "no row of headings"),
        (SLIDE, "<a:gridCol ", '<a:gridCol w="1"/><a:gridCol ', "cells"),
        (SLIDE, " descr=", " title=", "is not described"),
        (SLIDE, '<a:rPr lang="vi-VN"', "<a:rPr", "has no language"),
    ],
    "a.docx": [
        ("_rels/.rels", "word/document.xml", "word/none.xml", "which is not there"),
        (DOCUMENT, "<w:tc>", "<w:tc/><w:tc>", "a cell ends in nothing"),
        (DOCUMENT, '<w:pStyle w:val="', '<w:pStyle w:val="No', "there is no style No"),
        (DOCUMENT, ' xml:space="preserve">BIÊN BẢN', "> BIÊN BẢN", "spaces are lost"),
        (DOCUMENT, "<w:p>", '<w:p><w:bookmarkStart w:id="7" w:name="x"/>', "bookmarks begin"),
        (DOCUMENT, "<w:document ", '<w:document xmlns:q="urn:q" q:Ignorable="w15" ', "declares nothing as w15"),
    ],
}


class Reader(OcopCase):
    def make(self):
        register = self.new_register("a.ocop", "--sample")
        self.ocop("chart", register, "by-sector", "-o", "a.xlsx")
        self.ocop("slides", register, "-o", "a.pptx", "--table", "by-sector")
        self.ocop("template", "minutes", "-o", "a.docx")

    def find(self, name, part, before, after):
        """What is said of the file once that is done to its part."""
        broken = self.folder / f"broken{name[1:]}"
        with zipfile.ZipFile(self.path(name)) as old, zipfile.ZipFile(broken, "w") as new:
            for entry in old.namelist():
                content = old.read(entry).decode("utf-8", "surrogateescape")
                if entry == part:
                    self.assertTrue(before in content, "nothing is broken")
                    content = content.replace(before, after, 1)
                new.writestr(entry, content.encode("utf-8", "surrogateescape"))
        return open_xml.find_faults(broken) or (open_xml.find_chart_faults(broken) if name.endswith(".xlsx") else [])

    def test_what_is_broken(self):
        self.make()
        for name, breaks in BROKEN.items():
            for part, before, after, words in breaks:
                with self.subTest(name=name, part=part, after=after):
                    self.assertIn(words, " ".join(self.find(name, part, before, after) or ["none"]))


if __name__ == "__main__":
    unittest.main()
