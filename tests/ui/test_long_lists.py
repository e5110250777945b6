# SPDX-License-Identifier: GPL-3.0-or-later
"""A list of 20,000 products by keyboard: to its end, all but two of it changed at once and changed back, and on paper."""
import json
import os
import re
import shutil
import subprocess
import unittest

import desktop

MAKE_REGISTER = os.environ.get("OCOP_MAKE_REGISTER")
N_PRODUCTS = 20_000
COUNT = "20.000 sản phẩm"
PAPER = "Danh sách sản phẩm OCOP"


@unittest.skipIf(MAKE_REGISTER is None, "nothing makes the register")
class LongListsTest(desktop.DeskCase):
    def open_products(self):
        self.register = self.folder / "long.ocop"
        subprocess.run([MAKE_REGISTER, str(self.register), str(N_PRODUCTS)], check=True, stdout=subprocess.DEVNULL)
        # Nobody is asked who he is, and where.
        self.ocop("add", str(self.register), "office", "name=Văn phòng", "practice=1")
        program = self.open(self.register)
        program.shunned = ("tree table",)
        program.find("label", "Tính đến ngày")
        program.key("alt+3")
        program.find("label", COUNT)
        return program

    def ocop(self, *arguments):
        return subprocess.run([desktop.OCOP, *arguments], check=True, capture_output=True, text=True,
                              env=self.desktop.environment).stdout

    def values(self, field):
        """Of all products, in the order of the list."""
        answer = self.ocop("list", str(self.register), "products", "--columns", f"name,{field}", "--json")
        return [product[field] for product in json.loads(answer)]

    def name_in_form(self, program):
        return program.application().find("text", "Sản phẩm", program.shunned).text

    def test_goes_to_the_end(self):
        program = self.open_products()
        last = self.values("name")[-1]
        program.key("Down", "End", "space")
        desktop.wait_for(last, lambda: self.name_in_form(program) == last)
        program.key("Home", "space")
        first = self.values("name")[0]
        desktop.wait_for(first, lambda: self.name_in_form(program) == first)
        self.close(program)

    def set_key_trades(self, program, text):
        """Of the selected records."""
        program.key("Menu")
        program.find("menu item", "Đặt thông tin cho các mục đã chọn").press()
        program.wait_for_windows(2)  # the menu is one as well, and gives the focus back when it goes
        dialog = program.find_window("Đặt một mục thông tin cho 19.998 dòng")
        program.focus_window()
        fields = program.find("combo box", "Mục thông tin", dialog)
        desktop.wait_for("the focus", lambda: fields.is_focused)
        program.choose("Down", "Down", "Down")
        program.find("text", "Ngành hàng chủ lực", dialog)
        program.key("Tab")
        program.type(text)
        program.find("push button", "Áp dụng", dialog).press()

    def test_changes_all_but_two_and_back(self):
        program = self.open_products()
        before = self.values("key_trades")
        program.key("ctrl+a")
        program.find("label", "đã chọn 20.000")
        program.key("ctrl+Down", "ctrl+space", "ctrl+Down", "ctrl+space")
        program.find("label", "đã chọn 19.998")
        self.set_key_trades(program, "zq")
        desktop.wait_for("the change", lambda: self.values("key_trades") != before)
        self.assertEqual(self.values("key_trades").count("zq"), N_PRODUCTS - 2)
        self.assertEqual(self.values("key_trades")[1:3], before[1:3])
        program.wait_for_windows(1)
        program.focus_window()
        program.find("label", "đã chọn 19.998")
        program.key("ctrl+z")
        desktop.wait_for("the undoing", lambda: self.values("key_trades") == before)
        self.close(program)

    def print(self, program):
        program.key("ctrl+p")
        preview = program.find_window(PAPER)
        program.find("push button", "Lưu PDF", preview)
        program.focus_window()
        return preview

    def begin_pdf(self, program, path):
        program.key("ctrl+s")
        program.find("push button", "Lưu", program.find_window("Lưu báo cáo"))
        program.focus_window()
        program.key("ctrl+a")
        program.type_path(path)
        program.key("Return")

    @unittest.skipIf(shutil.which("pdftotext") is None, "needs pdftotext")
    def test_prints_or_leaves_off(self):
        program = self.open_products()
        preview = self.print(program)
        path = self.folder / "long.pdf"
        self.begin_pdf(program, path)
        program.find("push button", "Hủy", program.find_window("Đang lưu báo cáo"))
        program.focus_window()
        program.key("Escape")
        program.wait_for_windows(2)
        program.focus_window()
        self.assertEqual([file.name for file in self.folder.iterdir() if "long.pdf" in file.name], [])

        self.begin_pdf(program, path)
        program.find("push button", "Mở tệp", preview)
        pages = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout
        numbers = [int(number.replace(".", "")) for number in re.findall(r"^ *([0-9.]+) .* sao ", pages, re.MULTILINE)]
        self.assertEqual(numbers, list(range(1, N_PRODUCTS + 1)))
        program.wait_for_windows(2)
        program.focus_window()
        program.key("Escape")
        program.wait_for_windows(1)
        program.focus_window()
        self.close(program)


if __name__ == "__main__":
    desktop.run()
