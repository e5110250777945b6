# SPDX-License-Identifier: GPL-3.0-or-later
"""Of an office whose register holds products of another province too: overview, charts and papers
count the same ones, and all can be widened to everything."""
import json
import re
import shutil
import subprocess
import unittest

import desktop

CHART = "Cơ cấu sản phẩm OCOP theo hạng sao:"
WIDENED = "Gồm cả sản phẩm của tỉnh khác"
LEFT_OUT = "không gồm sản phẩm của tỉnh khác"


class AreaTest(desktop.DeskCase):
    def setUp(self):
        super().setUp()
        self.register = self.new_register("own.ocop", "--province", "68", "--office", "Văn phòng")
        provinces = {}
        for unit in json.loads(self.ocop("list", self.register, "units", "--columns", "id,code,level,valid_until", "--json")):
            if unit["level"] == "province" and unit["valid_until"] is None:
                provinces[unit["code"]] = unit["id"]
        for name, code in (("Zq Một", "68"), ("Zq Hai", "68"), ("Zq Ba", "66")):
            commune = self.ocop("add", self.register, "units", f"name={name}", "type=xã", "level=commune", f"parent={provinces[code]}").strip()
            product = self.ocop("add", self.register, "products", f"name={name}", f"unit={commune}").strip()
            self.ocop("add", self.register, "recognitions", f"product={product}", "outcome=recognised", "class=3",
                      "decision_date=2026-05-10")

    def open_office(self):
        program = self.open(self.register)
        program.find("push button", "Nhập dữ liệu với tên này")
        program.focus_window()
        program.key("A", "n", "Return")
        program.wait_for_windows(1)
        program.focus_window()
        return program

    def wait_for_chart(self, program, number, words):
        def drawn():
            return any(name.startswith(CHART) and re.search(rf"3 sao {number} sản phẩm", name) for name in program.names("image"))
        desktop.wait_for(f"{number} {words}", drawn)

    def find_named(self, program, name):
        """The button of just that name; the overview has one that is called much the same."""
        return [button for button, found in program.application().walk_named("push button") if found == name][-1]

    def test_filters_by_whole_provinces(self):
        """In the filter where communes are chosen, the two of a province and the one of the other."""
        program = self.open_office()
        program.key("alt+3")
        program.find("tree table", "Sản phẩm")
        program.click(self.find_named(program, "Địa phương"))
        program.find("check box", "Lâm Đồng")
        self.assertEqual(len([name for name in program.names("check box") if name.startswith("Zq")]), 3)
        program.key("Down", "space")
        desktop.wait_for("both of the province", lambda: "2 sản phẩm" in program.names("label"))
        program.key("Down", "space")
        desktop.wait_for("the third", lambda: "3 sản phẩm" in program.names("label"))
        program.key("Escape")
        program.find("push button", "Địa phương: Lâm Đồng, Zq Ba")
        self.close(program)

    def test_charts_count_as_the_overview_does(self):
        program = self.open_office()
        text = program.find("label", "Tính đến ngày").text
        self.assertIn("toàn tỉnh có 02 sản phẩm", text)
        self.assertIn("Chưa tính 01 sản phẩm còn hiệu lực thuộc tỉnh khác", text)
        program.key("alt+8")
        self.wait_for_chart(program, 2, "of the province")
        program.click(self.find_named(program, "Địa phương: Toàn tỉnh"))
        program.find("label", WIDENED)
        for letter in "gom ca":
            program.key("space" if letter == " " else letter)
        program.key("Return")
        self.wait_for_chart(program, 3, "of all")
        self.close(program)

    @unittest.skipIf(shutil.which("pdftotext") is None, "pdftotext reads the pages")
    def test_papers_count_as_the_overview_does(self):
        program = self.open_office()
        program.find("label", "Tính đến ngày")
        program.find("push button", "Báo cáo").press()
        program.find("menu item", "Danh sách sản phẩm OCOP còn hiệu lực").press()
        preview = program.find_window("Danh sách sản phẩm")
        program.focus_window()
        for name, number, left_out in (("own.pdf", "02", True), ("all.pdf", "03", False)):
            path = self.folder / name
            program.key("ctrl+s")
            program.choose_file("Lưu báo cáo", path)
            text = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout
            self.assertIn(f"(Danh sách gồm {number} sản phẩm.)", text)
            self.assertEqual(LEFT_OUT in text, left_out)
            program.click(program.find("check box", WIDENED, preview))
            program.focus_window()
        program.key("Escape")
        program.wait_for_windows(1)
        program.focus_window()
        self.close(program)


if __name__ == "__main__":
    desktop.run()
