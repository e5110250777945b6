# SPDX-License-Identifier: GPL-3.0-or-later
"""A form of another author: taken in, a cell chosen and what goes there, and a filled copy saved."""
import json
import zipfile

import desktop

TYPES = ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
         'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
         '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
         '<Override PartName="/xl/worksheets/sheet1.xml" '
         'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>')
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def relations(kind, target):
    return (f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{RELATIONS}/{kind}" Target="{target}"/></Relationships>')


def make_form(path):
    """Two titles and a line to be filled; a list of one row, and its end."""
    rows = "".join(f'<row r="{row}">' + "".join(f'<c r="{column}{row}" t="inlineStr"><is><t>{text}</t></is></c>' for column, text in cells)
                   + "</row>" for row, cells in ((1, (("A", "Noi dung"), ("B", "So luong"))), (2, (("A", "San pham OCOP"),)),
                                                            (4, (("A", ""),)), (5, (("A", "Tong cong"),))))
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("[Content_Types].xml", TYPES)
        book.writestr("_rels/.rels", relations("officeDocument", "xl/workbook.xml"))
        book.writestr("xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets><sheet name="Bieu" sheetId="1" r:id="rId1"/>'
                                         '</sheets></workbook>')
        book.writestr("xl/_rels/workbook.xml.rels", relations("worksheet", "worksheets/sheet1.xml"))
        book.writestr("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>')
    return path


class OwnFormsTest(desktop.DeskCase):
    def form(self, *arguments):
        return json.loads(self.ocop("form", self.register, *arguments, "--json"))

    def choose(self, program, button, typed, chosen):
        """In a list that is searched."""
        program.click(program.find("push button", button))
        program.find("entry", "Tìm kiếm")
        program.type(typed)
        program.key("Return")
        program.find("push button", chosen)

    def test_map_and_fill(self):
        self.register = self.new_practice("practice.ocop")
        program = self.open(self.register)
        program.find("push button", "Báo cáo").press()
        program.find("menu item", "Biểu mẫu của nơi khác…").press()
        dialog = program.find_window("Biểu mẫu của nơi khác")
        program.focus_window()
        program.find("label", "Đây là nơi giữ các bảng tính")
        program.find("push button", "Thêm biểu mẫu…", dialog).press()
        program.open_file("Tệp biểu mẫu", "Chọn", make_form(self.folder / "Bieu nam.xlsx"))
        program.focus_window()
        program.find("push button", "A2 San pham OCOP", dialog)
        program.find("push button", "B2", dialog).press()
        self.choose(program, "Nội dung điền: Không điền", "con hieu luc", "Nội dung điền: Sản phẩm còn hiệu lực")
        self.choose(program, "Mục cụ thể: Chọn…", "4 sao", "Mục cụ thể: 4 sao")
        program.find("push button", "Điền vào ô", dialog).press()
        desktop.wait_for("the cell", lambda: [cell["source"] for cell in self.form("Bieu nam")] == ["count:4"])
        [cell] = self.form("Bieu nam")
        self.assertEqual((cell["cell"], cell["left"], cell["above"]), ("B2", "San pham OCOP", "So luong"))
        program.find("push button", f"B2 {cell['value']}", dialog)
        program.find("push button", "Lưu biểu đã điền…", dialog).press()
        out = self.folder / "ra.xlsx"
        program.choose_file("Lưu biểu đã điền", out)
        program.find("label", "ra.xlsx")
        program.find("push button", "A4", dialog).press()
        self.choose(program, "Nội dung điền: Sản phẩm còn hiệu lực", "dong cua co cau", "Nội dung điền: Các dòng của")
        self.choose(program, "Mục cụ thể: Chọn…", "dia phuong", "Mục cụ thể: Địa phương")
        program.find("push button", "Điền vào ô", dialog).press()
        localities = [row["label"] for row in json.loads(self.ocop("stats", self.register, "--by", "locality", "--json"))["rows"]]
        program.find("push button", f"A4 {localities[0]}", dialog)
        program.find("push button", localities[1], dialog).press()
        self.assertEqual(program.find("text", "Ô", dialog).text, "A4", "a row that was put in is that of the form which it looks like")
        with zipfile.ZipFile(out) as book:
            self.assertIn(f'<c r="B2"><v>{cell["value"]}</v></c>', book.read("xl/worksheets/sheet1.xml").decode())
        self.close(program)


if __name__ == "__main__":
    desktop.run()
