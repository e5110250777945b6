# SPDX-License-Identifier: GPL-3.0-or-later
"""A list as somebody has laid it out: its columns by mouse, and that very list in files and on the clipboard, cell by
cell as the window shows it and as the command line answers."""
import csv
import datetime
import html.parser
import json
import shutil
import subprocess
import time
import typing
import unittest

import desktop

try:
    import openpyxl
except ImportError:
    openpyxl = None

# The columns chosen, as the window and as the command line name them.
CHOSEN = {"Sản phẩm": "name", "Hết hạn": "valid_until", "Hạng sao": "star", "Quyết định": "decision_number",
          "Năm": "year"}
STARS = {"3": "★★★", "4": "★★★★", "potential5": "Tiềm năng 5 sao", "5": "★★★★★"}


class Heading(typing.NamedTuple):
    """Where the title of a column stands in the window."""

    left: int
    top: int
    width: int
    height: int

    @property
    def middle(self):
        return self.left + self.width // 2, self.top + self.height // 2

    @property
    def edge(self):
        """Where the mouse takes hold of the column's width."""
        return self.left + self.width + 10, self.top + self.height // 2


class Cells(html.parser.HTMLParser):
    """The rows of the first table of a page."""

    def __init__(self, text):
        super().__init__()
        self.rows = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_data(self, text):
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += text.strip()


class ListOutputTest(desktop.DeskCase):
    def open_products(self, register):
        """With settings that outlive the program."""
        program = self.open(register, settings="keyfile")
        program.shunned = ("tree table",)
        program.find("push button", "Tính đến")
        program.shunned = ()
        program.key("alt+3")
        self.table = program.find("tree table", "Sản phẩm")
        program.shunned = ("tree table",)
        return program

    def headings(self):
        """The titles of the columns, by name, from left to right, when they have come to rest."""
        def look():
            return [(label.parent.extents, name) for label, name in self.table.children[0].walk_named("label")]

        def rest():
            before = look()
            time.sleep(0.2)
            return before if before == look() else None
        return {name: Heading(*extents) for extents, name in sorted(desktop.wait_for("columns at rest", rest))}

    def cells(self):
        """What stands in the rows that are in sight."""
        _, top, _, height = self.table.extents
        rows = [row for row in self.table.children[1].children if row.extents[1] + row.extents[3] <= top + height]
        return [[next((name for _, name in cell.walk_named("label")), "") for cell in row.children] for row in rows]

    def toggle(self, program, box):
        checked = box.is_checked
        program.go_to("check box", box.name)
        program.key("space")
        desktop.wait_for(f"{box.name} to change", lambda: box.is_checked != checked)

    def choose_columns(self, program, wanted):
        program.click(program.find("push button", "Cột"))
        for box in list(program.find("check box", "Hết hạn").parent.children):
            if (box.name in wanted) != box.is_checked:
                self.toggle(program, box)
        program.key("Escape")
        desktop.wait_for(f"the columns {wanted}", lambda: set(self.headings()) == set(wanted))

    def order(self, names):
        """The columns from left to right."""
        desktop.wait_for(lambda: f"{names}; they are {list(self.headings())}", lambda: list(self.headings()) == names)

    def answer(self, register, *arguments):
        return json.loads(subprocess.run([desktop.OCOP, "list", str(register), "products", "--json", *arguments], check=True,
                                         capture_output=True, text=True, env=self.desktop.environment).stdout)

    def test_keeps_columns_as_they_were_laid_out(self):
        register = self.new_register("practice.ocop", "--sample")
        program = self.open_products(register)
        self.order(["Sản phẩm", "Chủ thể", "Địa phương", "Hạng sao", "Hết hạn", "Trạng thái"])
        headings = self.headings()
        program.drag(headings["Hết hạn"].middle, headings["Chủ thể"].middle)
        self.order(["Sản phẩm", "Hết hạn", "Chủ thể", "Địa phương", "Hạng sao", "Trạng thái"])
        self.choose_columns(program, ["Sản phẩm", "Hết hạn", "Chủ thể", "Hạng sao", "Trạng thái", "Năm"])
        laid_out = ["Sản phẩm", "Hết hạn", "Chủ thể", "Hạng sao", "Trạng thái", "Năm"]
        self.order(laid_out)
        stars = self.headings()["Hạng sao"]
        x, y = stars.edge
        program.drag((x, y), (x + 40, y))
        desktop.wait_for("a wider column", lambda: self.headings()["Hạng sao"].width > stars.width + 30)
        width = self.headings()["Hạng sao"].width
        self.close(program)

        program = self.open_products(register)
        self.order(laid_out)
        self.assertEqual(self.headings()["Hạng sao"].width, width)
        self.close(program)

    def sort_downwards(self, program, title):
        """By its heading: upwards first, and then the other way."""
        program.click(self.headings()[title])
        place = list(self.headings()).index(title)

        def days():
            return [datetime.datetime.strptime(row[place], "%d/%m/%Y") for row in self.cells() if row[place]]
        desktop.wait_for("the first to expire first", lambda: days() == sorted(days()))
        program.click(self.headings()[title])
        desktop.wait_for("the last to expire first", lambda: days() == sorted(days(), reverse=True))

    def lay_out(self, program):
        """Valid products found by a word, of the columns chosen, the last to expire first. Returns: their answer."""
        self.choose_columns(program, CHOSEN)
        program.click(program.find("push button", "Trạng thái"))
        program.find("check box", "Còn hiệu lực")
        program.key("space")
        program.key("Escape")
        program.find("push button", "Trạng thái: Còn hiệu lực")
        program.key("ctrl+k")
        program.type("gao")
        program.key("Return")
        program.find("label", "khớp “gao”")
        self.sort_downwards(program, "Hết hạn")
        headings = self.headings()
        program.drag(headings["Hết hạn"].middle, headings["Sản phẩm"].middle)
        rows = self.answer(self.register, "--search", "gao", "--filter", "state=valid", "--sort", "-valid_until",
                           "--columns", ",".join(CHOSEN.values()))
        self.assertGreater(len(rows), 3)
        desktop.wait_for("the products", lambda: [row[1] for row in self.cells()] == [row["name"] for row in rows])
        self.assertEqual(next(iter(self.headings())), "Hết hạn")
        return rows

    def shown(self, row):
        """What the window shows of a row that the command line answers."""
        day = row["valid_until"] and datetime.date.fromisoformat(row["valid_until"]).strftime("%d/%m/%Y")
        return {"Sản phẩm": row["name"], "Hết hạn": day or "", "Hạng sao": STARS.get(row["star"], ""),
                "Quyết định": row["decision_number"] or "", "Năm": str(row["year"] or "")}

    def check_csv(self, titles, rows):
        path = self.folder / "shown.csv"
        self.export(path)
        with open(path, encoding="utf-8-sig", newline="") as file:
            written = list(csv.reader(file))
        self.assertEqual(written[0], titles)
        for cells, row in zip(written[1:], rows, strict=True):
            expected = self.shown(row) | {"Hết hạn": row["valid_until"] or "", "Hạng sao": row["star"]}
            self.assertEqual(cells, [expected[title] for title in titles])

    def check_xlsx(self, titles, rows):
        path = self.folder / "shown.xlsx"
        self.export(path)
        self.check_document(path)
        sheet = openpyxl.load_workbook(path).active
        written = [[cell.value for cell in line] for line in sheet.iter_rows()]
        head = written.index(titles)
        self.assertTrue(any("Trạng thái: Còn hiệu lực; khớp “gao”" in str(line[0]) for line in written[:head]))
        for cells, row in zip(written[head + 1:head + 1 + len(rows)], rows, strict=True):
            day = row["valid_until"] and datetime.datetime.fromisoformat(row["valid_until"])
            expected = {"Sản phẩm": row["name"], "Hết hạn": day, "Hạng sao": int(row["star"]),
                        "Quyết định": row["decision_number"], "Năm": str(row["year"])}
            self.assertEqual(cells, [expected[title] for title in titles])
        self.assertEqual([line for line in written[head + 1 + len(rows):] if line[1] is not None], [])

    def export(self, path):
        self.program.key("ctrl+e")
        self.program.choose_file("Xuất đúng những gì đang hiện", path)
        self.program.find("label", f"Đã ghi: {path.name}")
        self.program.find("push button", "Mở tệp")
        self.program.find("push button", "Mở thư mục")

    @unittest.skipIf(openpyxl is None, "openpyxl reads the workbook")
    def test_writes_just_what_is_shown(self):
        self.register = self.new_register("practice.ocop", "--sample")
        self.program = self.open_products(self.register)
        rows = self.lay_out(self.program)
        titles = list(self.headings())
        self.assertEqual(self.cells(), [[self.shown(row)[title] for title in titles] for row in rows])
        self.check_csv(titles, rows)
        self.check_xlsx(titles, rows)
        self.close(self.program)

    def clipboard(self, target):
        return subprocess.run(["xclip", "-selection", "clipboard", "-out", "-target", target], capture_output=True, text=True,
                              env=self.desktop.environment).stdout

    @unittest.skipIf(shutil.which("xclip") is None, "xclip reads the clipboard")
    def test_copies_just_what_is_selected(self):
        self.register = self.new_register("practice.ocop", "--sample")
        program = self.open_products(self.register)
        rows = self.lay_out(program)
        titles = list(self.headings())
        program.key("Escape", "Home", "shift+Down", "ctrl+c")
        program.find("label", "Đã chép thành bảng")
        text = [line.split("\t") for line in self.clipboard("UTF8_STRING").splitlines()]
        # A spreadsheet takes the text, and its numbers; a word processor the other, and its words.
        for cells, stars in ((text, "{}"), (Cells(self.clipboard("text/html")).rows, "{} sao")):
            expected = [self.shown(row) | {"Hạng sao": stars.format(row["star"])} for row in rows[:2]]
            self.assertEqual(cells, [titles] + [[row[title] for title in titles] for row in expected])
        self.close(program)


if __name__ == "__main__":
    desktop.run()
