# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists and forms by keyboard alone. What was done is asked of the command line: walking the
accessible tree of a whole table is slow."""
import contextlib
import csv
import json
import re
import shutil
import sqlite3
import subprocess
import unittest

import desktop


class ListsTest(desktop.DeskCase):
    def open_products(self):
        self.register = self.new_register("practice.ocop", "--sample")
        program = self.open_register()
        program.key("alt+3")
        return program

    def open_register(self):
        program = self.open(self.register)
        program.shunned = ("tree table",)
        program.find("label", "Tính đến ngày")
        return program

    def type(self, program, text):
        program.key(*("space" if letter == " " else letter for letter in text))

    def products(self):
        answer = subprocess.run([desktop.OCOP, "list", str(self.register), "products", "--json"],
                                capture_output=True, text=True, check=True, env=self.desktop.environment).stdout
        return json.loads(answer)

    def stored(self, words):
        answer = subprocess.run([desktop.OCOP, "list", str(self.register), "products", "--search", words, "--json"],
                                capture_output=True, text=True, check=True, env=self.desktop.environment).stdout
        return [product["name"] for product in json.loads(answer)]

    def wait_for_stored(self, words, names):
        desktop.wait_for(f"{names} in the register", lambda: self.stored(words) == names)

    def drafts(self):
        """The names in the unsaved forms of new products."""
        path = self.folder / "data" / "ocop-desk" / "drafts.db"
        if not path.exists():
            return []
        with contextlib.closing(sqlite3.connect(path)) as drafts:
            try:
                rows = drafts.execute("SELECT fields FROM draft WHERE kind = 'product' AND record = x''").fetchall()
            except sqlite3.OperationalError:
                # The program is just making it.
                return []
        return [json.loads(fields)["name"] for fields, in rows]

    def test_adds_edits_and_undoes(self):
        program = self.open_products()
        program.key("ctrl+n")
        self.type(program, "Zq thu")
        program.key("ctrl+s")
        self.wait_for_stored("zq thu", ["Zq thu"])
        program.key("End")
        self.type(program, " hai")
        program.key("ctrl+s")
        self.wait_for_stored("zq thu", ["Zq thu hai"])
        program.key("ctrl+z")
        self.wait_for_stored("zq thu", ["Zq thu"])
        program.key("ctrl+z")
        self.wait_for_stored("zq thu", [])
        self.close(program)

    def test_charts_products_alone(self):
        """Every chart counts products: no other list offers one, which could not be drawn."""
        self.register = self.new_practice("practice.ocop")
        program = self.open_register()
        program.key("alt+2")
        program.find("label", "100 chủ thể")
        self.assertIsNone(program.application().find("push button", "Vẽ biểu đồ"))
        program.key("ctrl+g", "alt+3")
        program.find("label", "152 sản phẩm")
        program.find("push button", "Vẽ biểu đồ")
        self.close(program)

    def test_leaves_typing_to_the_input_method(self):
        """At the j of "zqaoj", an input method that retypes keeps the j and sends two backspaces, ạ, o."""
        program = self.open_products()
        program.key("ctrl+n")
        program.key("z", "q", "a", "o", "BackSpace", "BackSpace", "U1EA1", "o", "ctrl+s")
        self.wait_for_stored("zqao", ["zqạo"])
        self.close(program)

    def test_stores_nothing_without_a_name(self):
        program = self.open_products()
        before = self.stored("")
        program.key("ctrl+n", "Tab", "ctrl+s")
        self.type(program, "Zq sau")
        program.key("ctrl+s")
        self.wait_for_stored("zq sau", ["Zq sau"])
        self.assertEqual(len(self.stored("")), len(before) + 1)
        self.close(program)

    def test_goes_to_what_was_found(self):
        """From a page without a list, by Enter and by Down, and on into the record."""
        for way in ("Return", "Down"):
            program = self.open_products()
            program.key("alt+1", "ctrl+k")
            self.type(program, "bun gao lut")
            program.key(way)
            program.find("label", "khớp “bun gao lut”")
            program.find("text", "Sản phẩm")
            program.key("Return", "End")
            self.type(program, " zq")
            program.key("ctrl+s")
            self.wait_for_stored("bun gao lut zq", ["Bún gạo lứt Sông Nhỏ zq"])
            self.close(program)
            self.register.unlink()

    def export(self, program):
        """What the list shows, row by row."""
        path = self.folder / "shown.csv"
        program.key("ctrl+e")
        program.choose_file("Xuất đúng những gì đang hiện", path)
        with open(path, encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file))

    def print(self, program):
        """The text of the pages that show the list."""
        path = self.folder / "shown.pdf"
        program.key("ctrl+p")
        program.find("label", "1 trang", program.find_window("Danh sách sản phẩm OCOP"))
        program.focus_window()
        program.key("ctrl+s")
        program.choose_file("Lưu báo cáo", path)
        program.find("push button", "Mở tệp", program.find_window("Danh sách sản phẩm OCOP"))
        program.key("Escape")
        program.wait_for_windows(1)
        program.focus_window()
        return subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout

    @unittest.skipIf(shutil.which("pdftotext") is None, "needs pdftotext")
    def test_writes_and_prints_what_is_shown(self):
        program = self.open_products()
        program.key("ctrl+k")
        self.type(program, "gao")
        program.key("Return")
        program.find("text", "Sản phẩm")
        names = self.stored("gao")
        self.assertGreater(len(names), 1)

        program.key("ctrl+k")
        rows = self.export(program)
        self.assertEqual(rows[0], ["Sản phẩm", "Chủ thể", "Địa phương", "Hạng sao", "Hết hạn", "Trạng thái"])
        self.assertEqual([row[0] for row in rows[1:]], names)

        text = self.print(program)
        self.assertIn("khớp “gao”", text)
        self.assertIn(f"{len(names)} sản phẩm", text)
        self.assertEqual([name for name in self.stored("") if re.search(rf"\d +{re.escape(name)}  ", text)], names)
        self.close(program)

    def titles(self, program):
        program.shunned = ()
        header = program.find("tree table", "Sản phẩm").children[0]
        program.shunned = ("tree table",)
        return [widget.name for widget in header.walk() if widget.role == "label" and widget.is_shown]

    def wait_for_titles(self, program, titles):
        desktop.wait_for(f"the columns {titles}", lambda: sorted(self.titles(program)) == sorted(titles))

    def test_shows_the_columns_that_have_room_beside_a_record(self):
        program = self.open_products()
        everything = ["Sản phẩm", "Chủ thể", "Địa phương", "Hạng sao", "Hết hạn", "Trạng thái"]
        self.wait_for_titles(program, everything)
        program.key("Down")
        program.find("text", "Sản phẩm")
        self.wait_for_titles(program, ["Sản phẩm", "Chủ thể", "Hạng sao", "Trạng thái"])
        # What it is sorted by is always there.
        program.key("Menu")
        program.find("menu item", "Sắp xếp theo").press()
        program.find("menu item", "Địa phương").press()
        self.wait_for_titles(program, ["Sản phẩm", "Địa phương", "Hạng sao", "Trạng thái"])
        program.focus_window()
        program.find("push button", "Đóng mục").press()
        self.wait_for_titles(program, everything)
        self.close(program)

    def test_quits_from_a_preview(self):
        program = self.open_products()
        program.key("ctrl+p")
        program.find("push button", "Lưu PDF", program.find_window("Danh sách sản phẩm OCOP"))
        program.focus_window()
        self.close(program)

    def test_filters_what_is_unknown(self):
        program = self.open_products()
        program.find("push button", "Lọc thêm").press()
        program.find("push button", "Còn thiếu").press()
        program.find("check box", "Chủ thể")
        program.key("space", "Escape")
        program.find("push button", "Còn thiếu: Chủ thể")
        unknown = [product["name"] for product in self.products() if product["producer"] is None]
        self.assertGreater(len(unknown), 0)
        self.assertEqual([row[0] for row in self.export(program)[1:]], unknown)
        self.close(program)

    def test_says_what_to_do_where_nothing_is(self):
        """A search or a filter is not to blame for it."""
        program = self.open(self.new_register("empty.ocop"))
        program.find("push button", "Nhập dữ liệu với tên này")
        program.focus_window()
        program.key("A", "n", "Return")
        program.wait_for_windows(1)
        program.focus_window()
        program.key("alt+3", "ctrl+k")
        self.type(program, "zq")
        program.key("Return")
        program.find("label", "Chưa có sản phẩm nào")
        self.assertNotIn("Không có mục nào khớp", program.names("label"))
        self.close(program)

    def test_bins_and_restores(self):
        program = self.open_products()
        names = self.stored("")
        program.key("Down", "shift+Down", "shift+Down", "Delete")
        self.wait_for_stored("", names[:1] + names[4:])
        # On a busy machine a dialog has shown how far it was.
        program.wait_for_windows(1)
        program.focus_window()
        program.key("Menu")
        program.find("menu item", "Xem thùng rác").press()
        back = program.find("push button", "Lấy khỏi thùng rác")
        program.key("ctrl+a")
        desktop.wait_for("all to be selected", lambda: back.is_sensitive)
        back.press()
        self.wait_for_stored("", names)
        program.find("label", "Thùng rác trống")
        self.close(program)

    def test_keeps_what_is_unsaved(self):
        program = self.open_products()
        program.key("ctrl+n")
        self.type(program, "Zq do")
        desktop.wait_for("a draft of all of it", lambda: self.drafts() == ["Zq do"])
        program.key("ctrl+s")
        self.wait_for_stored("zq do", ["Zq do"])
        desktop.wait_for("the draft to go", lambda: self.drafts() == [])
        self.close(program)

    def test_offers_the_draft_again(self):
        program = self.open_products()
        program.key("ctrl+n")
        self.type(program, "Zq nhap")
        desktop.wait_for("a draft", lambda: self.drafts() == ["Zq nhap"])
        program.key("ctrl+q")
        program.find("push button", "Đóng, không lưu").press()
        desktop.wait_for("the end", lambda: program.process.poll() is not None)
        self.close(program)
        program = self.open_register()
        program.key("alt+3", "ctrl+n")
        program.find("push button", "Dùng bản nháp").press()
        desktop.wait_for("the draft in the form", lambda: any(text.text == "Zq nhap" for text in program.application().walk("text", program.shunned)))
        program.key("ctrl+s")
        self.wait_for_stored("zq nhap", ["Zq nhap"])
        self.close(program)

    def test_says_when_the_file_is_gone(self):
        """What was typed is kept, and can be saved when the file is back."""
        program = self.open_products()
        elsewhere = self.register.with_name("elsewhere.ocop")
        program.key("ctrl+n")
        self.type(program, "Zq mat")
        self.register.rename(elsewhere)
        program.find("push button", "Lưu một bản sao")
        program.key("ctrl+s")
        program.find("label", "không còn ở đó")
        program.key("Escape")
        desktop.wait_for("a draft", lambda: self.drafts() == ["Zq mat"])
        elsewhere.rename(self.register)
        desktop.wait_for("the warning to go", lambda: "Lưu một bản sao…" not in program.names("push button"))
        program.key("ctrl+s")
        self.wait_for_stored("zq mat", ["Zq mat"])
        self.close(program)


if __name__ == "__main__":
    desktop.run()
