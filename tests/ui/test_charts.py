# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of charts: its marks by the keyboard, and what is said of each to those who do not see it."""
import itertools
import json
import re

import desktop
import openpyxl

NUMBER = r"(–|\d+(?:\.\d{3})*(?:,\d+)?)(?![\w/])"


def to_people(value):
    """A cell of a workbook as the window writes it."""
    if value is None:
        return "–"
    if not isinstance(value, (int, float)):
        return value
    whole, _, rest = f"{value:,.2f}".partition(".")
    return ",".join(filter(None, (whole.replace(",", "."), rest.rstrip("0"))))


class ChartsTest(desktop.DeskCase):
    def open_charts(self):
        self.register = self.new_register("practice.ocop", "--sample")
        program = self.open(self.register)
        program.find("label", "Tính đến ngày")
        program.key("alt+8")
        return program

    def find_mark(self, program, words):
        """The mark that the keyboard is on: what it says."""
        def search():
            return next((image for image, _ in program.application().walk_named("image") if words in image.description), None)
        return desktop.wait_for(f"the mark “{words}”", search).description

    def test_opens_what_is_behind_a_mark(self):
        """Of another day than the window's, which then becomes the window's."""
        program = self.open_charts()
        program.find("image", "Cơ cấu sản phẩm OCOP")
        program.key(*["Down"] * 9)
        program.find("image", "Sản phẩm OCOP còn hiệu lực theo thời gian")
        program.key("Return")
        program.key("Home")
        number = self.find_mark(program, "3 sao: ").split("3 sao: ")[1].split()[0]
        program.key("Return")
        program.find("tree table", "Sản phẩm")
        program.find("label", f"{number} sản phẩm")
        program.find("label", "Mọi số liệu nay tính đến ngày 3")
        self.close(program)

    def test_opens_what_councils_did(self):
        """The products that moved between classes; the dossiers of an average and of an unmet minimum; the sheet of a member."""
        program = self.open_charts()
        charts = json.loads(self.ocop("chart", "--list", "--json"))
        names = [chart["name"] for chart in charts]
        chosen = 0
        program.find("image", charts[chosen]["title"])
        for name, opened in (("round-moves", "sản phẩm"), ("round-parts", "hồ sơ"), ("round-minima", "hồ sơ")):
            program.key(*["Down"] * (names.index(name) - chosen))
            chosen = names.index(name)
            program.find("image", charts[chosen]["title"])
            program.key("Return", "Home")
            figure = re.search(r": ([\d,]+) (sản phẩm|%)", self.find_mark(program, ": "))
            program.key("Return")
            shown = figure[1] if figure[2] == "sản phẩm" else ""
            program.find("label", f"{shown} {opened}".strip())
            program.find("push button", "có Kết quả công nhận" if opened == "sản phẩm" else f"Đã chọn: {shown}")
            program.key("alt+8")
            program.find("image", charts[chosen]["title"])
        program.key(*["Down"] * (names.index("session-members") - chosen))
        program.find("image", charts[names.index("session-members")]["title"])
        program.key("Return", "Home")
        self.find_mark(program, ": ")
        program.key("Return")
        desktop.wait_for("the sheet", lambda: program.find("", "1.1 Nguồn gốc sản phẩm, Lê Văn Khuôn: ").is_focused)
        self.close(program)

    def read_figures(self, chart):
        """The heading and the rows of the command line's workbook, as the window writes them; sums are formulas there."""
        path = self.folder / f"{chart}.xlsx"
        self.ocop("chart", self.register, chart, "-o", path)
        rows = openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True)
        rows = list(itertools.dropwhile(lambda row: row[1] is None, rows))
        is_formula = [any(str(row[i]).startswith("=") for row in rows[1:3]) for i in range(len(rows[0]))]
        return [[to_people(row[i]) for i, title in enumerate(rows[0]) if title is not None and not is_formula[i]] for row in rows]

    def check_words(self, words, figures):
        """Every figure that is said of a category is the workbook's; nothing is said of all in long charts."""
        said = 0
        for label, *values in figures[1:]:
            if len(values) == 1:
                found = re.findall(rf"[:,;.] {re.escape(label)} {NUMBER}", words)
                self.assertLessEqual(set(found), set(values), f"{label} in {words}")
                said += len(found)
                continue
            for parts in re.findall(rf"[;.:] {re.escape(label)} [^;(]*\(([^()]*)\)(?=[;.])", words):
                for heading, value in zip(figures[0][1:], values):
                    found = re.findall(rf"(?:^|, ){re.escape(heading)} {NUMBER}", parts)
                    self.assertIn(found, ([value], []), f"{heading} of {label} in {words}")
                    said += len(found)
        self.assertGreater(said, 0, words)

    @staticmethod
    def has_table(program, figures):
        """Whether the table that is shown is theirs: its rows in sight, in the columns that both have."""
        table = program.application().find("tree table", "Bảng số liệu")
        labels = [name for _, name in table.walk_named("label")] if table else []
        starts = [i for i in range(1, len(labels)) if labels[i:i + 2] == figures[1][:2]]
        if not starts:
            return False
        headings = labels[:starts[0]]
        shown = [labels[i:i + len(headings)] for i in range(len(headings), len(labels) - len(headings), len(headings))]
        common = [heading for heading in headings if heading in figures[0]]
        rows = [[dict(zip(titles, row)) for row in table] for titles, table in ((headings, shown), (figures[0], figures[1:]))]
        rows = [[[row[heading] for heading in common] for row in table] for table in rows]
        return len(common) > 1 and len(shown) > 0 and rows[0] == rows[1][:len(shown)]

    def test_says_every_chart(self):
        """What is heard of a chart, and its table, have the figures that the command line draws it from."""
        program = self.open_charts()
        charts = json.loads(self.ocop("chart", "--list", "--json"))
        figures = [self.read_figures(chart["name"]) for chart in charts]
        for number, chart in enumerate(charts):
            if number > 0:
                program.key("Down")
            self.check_words(program.find("image", chart["title"]).name, figures[number])
        program.key("ctrl+t")
        for known in reversed(figures):
            desktop.wait_for(f"the table {known[:4]}", lambda: self.has_table(program, known))
            program.key("Up")
        self.close(program)

    def save_chart(self, program, name):
        program.click(program.find("push button", "Sao chép, lưu"))
        program.find("menu item", "Lưu biểu đồ với tên").press()
        program.wait_for_windows(2)
        program.focus_window()
        program.key("ctrl+a")
        program.type(name)
        program.key("Return")
        program.wait_for_windows(1)
        program.focus_window()

    def test_compares_two_years(self):
        """Kept under a name, and chosen again. One chart of both, with the difference in its table; the list of a bar of last year is of last year."""
        program = self.open_charts()
        program.find("image", "Cơ cấu sản phẩm OCOP")
        program.click(program.find("push button", "Không so sánh"))
        program.type("cuoi nam")
        program.key("Return")
        program.find("image", "31/12/")
        self.save_chart(program, "Hai nam")
        program.find("label", "Biểu đồ đã lưu")
        program.key("alt+8", "Down", "Down")
        program.find("image", "Tỷ lệ sản phẩm")
        program.key("Home")
        program.find("image", "31/12/")
        self.assertTrue(program.find("list item", "Hai nam").is_selected)
        program.key("ctrl+t")
        program.find("label", "Chênh lệch")
        program.key("ctrl+t")
        program.find("image", "31/12/")
        program.key("Return", "Home", "Up")
        number = self.find_mark(program, "3 sao, 31/12/").split(": ")[1].split()[0]
        program.key("Return")
        program.find("label", "Mọi số liệu nay tính đến ngày 31/12/")
        program.find("label", f"{number} sản phẩm")
        self.close(program)


if __name__ == "__main__":
    desktop.run()
