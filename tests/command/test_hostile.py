#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ocop import: a file that cannot be read, or a cell that makes no sense, is named and does no harm."""
import io
import pathlib
import unittest
import zipfile

from ocop_case import OcopCase

try:
    import openpyxl
except ImportError:
    openpyxl = None

HEADINGS = ["STT", "Tên sản phẩm", "Chủ thể", "Tỉnh", "Hạng sao", "Ngày quyết định"]
GOOD_ROW = [1, "Gạo thơm", "HTX Đồng Xanh", "Phú Thọ", 4, "15/01/2025"]
CONTENT_TYPES = ('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                 '<Default Extension="xml" ContentType="application/xml"/></Types>')


def make_workbook(*rows):
    workbook = openpyxl.Workbook()
    workbook.active.title = "Danh mục"
    for row in [HEADINGS, *rows]:
        workbook.active.append(row)
    data = io.BytesIO()
    workbook.save(data)
    return data.getvalue()


def make_zip(**parts):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return data.getvalue()


def replace_part(workbook, name, change):
    """The workbook with one of its parts changed."""
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            content = old.read(entry)
            new.writestr(entry, change(content) if entry == name else content)
    return data.getvalue()


class Hostile(OcopCase):
    def setUp(self):
        super().setUp()
        self.register = self.new_register()
        self.ocop("add", self.register, "products", "name=Chè thử")
        self.before = self.state()

    def state(self):
        self.assertEqual(self.ocop_json("check", self.register)["problems"], [])
        return [self.ocop_json("list", self.register, kind) for kind in ("products", "producers", "units", "recognitions", "history")]

    def write(self, name, data):
        path = pathlib.Path(self.path(name))
        path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
        return path.name

    def assert_not_taken(self, name, data, *words):
        """Refused as a whole, saying so; the register is what it was."""
        said = self.assert_refused(2, "import", self.register, self.write(name, data))
        for word in words:
            self.assertIn(word, said)
        self.assertEqual(self.state(), self.before)

    def import_rows(self, name, data):
        """What is printed of a list of which some rows are wrong."""
        done = self.run_ocop("import", self.register, self.write(name, data), language="en")
        self.assertEqual(done.returncode, 1, done.stderr)
        return done.stdout

    def assert_row_left_out(self, said, row, *words):
        line = next(line for line in said.splitlines() if line.split()[:1] == [str(row)])
        for word in words:
            self.assertIn(word, line)


class Files(Hostile):
    def test_empty(self):
        for name in ("a.csv", "a.xlsx", "a.xls"):
            with self.subTest(name):
                self.assert_not_taken(name, b"", "Tệp trống")

    def test_none(self):
        self.assert_refused(2, "import", self.register, "none.xlsx")
        self.assert_refused(2, "import", self.register, ".")
        self.assertEqual(self.state(), self.before)

    def test_encrypted(self):
        """A workbook with a password is an OLE file under the name of an xlsx."""
        ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016)
        self.assert_not_taken("a.xlsx", ole + "EncryptedPackage".encode("utf-16-le") + bytes(2048), "mật khẩu")
        self.assert_not_taken("a.xlsx", ole + bytes(3072))

    def test_text_document(self):
        self.assert_not_taken("a.docx", make_zip(word__document="<document/>"), "docx")
        self.assert_not_taken("a.xlsx", make_zip(word__document="<document/>"), "docx")

    def test_no_list(self):
        self.assert_not_taken("a.csv", "một,hai\nba,bốn\n")

    def test_binary(self):
        self.assert_not_taken("a.csv", bytes(range(256)) * 40)

    @unittest.skipUnless(openpyxl, "openpyxl is not installed")
    def test_truncated(self):
        whole = make_workbook(GOOD_ROW)
        for length in (10, len(whole) // 3, len(whole) // 2, len(whole) - 30, len(whole) - 1):
            with self.subTest(length=length):
                self.assert_not_taken("a.xlsx", whole[:length], "bị hỏng")

    @unittest.skipUnless(openpyxl, "openpyxl is not installed")
    def test_zip_bomb(self):
        """A megabyte of spaces for each kilobyte of file."""
        bomb = replace_part(make_workbook(GOOD_ROW), "xl/worksheets/sheet1.xml",
                            lambda part: part.replace(b"</sheetData>", b" " * 50_000_000 + b"</sheetData>"))
        self.assertLess(len(bomb), 200_000)
        self.assert_not_taken("a.xlsx", bomb, "khi giải nén", "sheet1.xml")

    @unittest.skipUnless(openpyxl, "openpyxl is not installed")
    def test_broken_part(self):
        broken = replace_part(make_workbook(GOOD_ROW), "xl/worksheets/sheet1.xml",
                              lambda part: part[:len(part) // 2])
        self.assert_not_taken("a.xlsx", broken, "bị hỏng", "sheet1.xml")


class Cells(Hostile):
    BAD = {
        "class": (["2", "Gạo hạng lạ", "HTX Đồng Xanh", "Phú Thọ", "9", "15/01/2025"], "column E", "9"),
        "date": (["3", "Gạo ngày lạ", "HTX Đồng Xanh", "Phú Thọ", "3", "31/02/2025"], "column F", "31/02/2025"),
        "error": (["4", "#REF!", "HTX Đồng Xanh", "Phú Thọ", "3", "15/01/2025"], "column B", "#REF!"),
    }

    def check_bad_rows(self, name, data):
        said = self.import_rows(name, data)
        for number, (cells, *words) in enumerate(self.BAD.values(), 3):
            self.assert_row_left_out(said, number, *words)
        names = [row["name"] for row in self.ocop_json("list", self.register, "products")]
        self.assertEqual(sorted(names), ["Chè thử", "Gạo thơm"])
        self.assertEqual(self.ocop_json("check", self.register)["problems"], [])
        self.ocop("undo", self.register)
        self.assertEqual(len(self.ocop_json("list", self.register, "products")), 1)

    def test_csv(self):
        rows = [HEADINGS, map(str, GOOD_ROW), *(cells for cells, *_ in self.BAD.values())]
        self.check_bad_rows("a.csv", "\n".join(",".join(row) for row in rows))

    @unittest.skipUnless(openpyxl, "openpyxl is not installed")
    def test_xlsx(self):
        self.check_bad_rows("a.xlsx", make_workbook(GOOD_ROW, *(cells for cells, *_ in self.BAD.values())))

    def test_only_bad_rows(self):
        """Nothing goes in, and the history does not grow."""
        cells = self.BAD["class"][0]
        self.import_rows("a.csv", ",".join(HEADINGS) + "\n" + ",".join(cells) + "\n")
        self.assertEqual(self.state(), self.before)


if __name__ == "__main__":
    unittest.main()
