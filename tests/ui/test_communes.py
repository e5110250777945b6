# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports of communes: the workbooks go out into a folder, come back filled in, and what they say is taken in."""
import datetime
import json
import unittest

import desktop

try:
    import openpyxl
except ImportError:
    openpyxl = None


@unittest.skipIf(openpyxl is None, "needs openpyxl")
class CommunesTest(desktop.DeskCase):
    def choose(self, program, name):
        # The plan that is shown is called so too.
        next(button for button, title in program.application().walk_named("push button") if title == "Kế hoạch").press()
        program.find("menu item", name).press()

    def activities(self):
        return {row["name"]: row["activity"] for row in json.loads(self.ocop("list", self.register, "products", "--columns", "name,activity", "--json"))}

    def fill(self, path, value):
        book = openpyxl.load_workbook(path)
        sheet = book["Sản phẩm"]
        sheet["I6"], sheet["J6"] = value, datetime.date(2026, 3, 15)
        book.save(path)
        return sheet["C6"].value

    def test_go_out_and_come_back(self):
        self.register = self.new_practice("practice.ocop")
        out = self.folder / "out"
        out.mkdir()
        program = self.open(self.register)
        program.find("list", "Các trang")
        program.find("push button", "Tính đến")
        program.key("alt+9")
        program.find("label", "16 chỉ tiêu")
        self.choose(program, "Lập biểu xã…")
        program.open_file("Thư mục để biểu xã năm 2026", "Xuất", out)
        program.find("label", "Đã lập biểu của 45 xã trong thư mục “out”.")
        back = (out / "Biểu xã 2026 – Xã Bờ Tre.xlsx").rename(self.folder / "bo-tre.xlsx")
        name = self.fill(back, "Tạm ngừng")
        self.assertEqual(self.activities()[name], "active")
        program.focus_window()
        self.choose(program, "Nhận biểu xã…")
        intake = program.find_window("Nhận biểu xã năm 2026")
        program.find("label", "45 xã: 0 xã vừa gửi, 0 xã đã nhận trước đó, 0 xã không nhận được, 45 xã chưa gửi.", intake)
        program.focus_window()
        program.key("ctrl+o")
        program.open_file("Các biểu xã", "Đọc", back)
        program.find("label", "45 xã: 1 xã vừa gửi", intake)
        program.focus_window()
        program.key("ctrl+p")
        program.find_window("Danh sách xã chưa gửi biểu")
        program.focus_window()
        program.key("Escape")
        program.wait_for_windows(2)
        program.focus_window()
        program.key("ctrl+Return")
        desktop.wait_for("the answers", lambda: self.activities()[name] == "paused")
        program.find("label", "45 xã: 0 xã vừa gửi, 1 xã đã nhận trước đó, 0 xã không nhận được, 44 xã chưa gửi.", intake)
        program.key("Escape")
        program.wait_for_windows(1)
        program.focus_window()
        program.key("ctrl+z")
        desktop.wait_for("the state before", lambda: self.activities()[name] == "active")
        self.close(program)

    def test_packages_go_out_and_come_back(self):
        register = self.new_practice("practice.ocop")
        other = self.folder / "commune.ocop"
        out = self.folder / "packages"
        out.mkdir()
        program = self.open(register)
        program.find("list", "Các trang")
        program.find("push button", "Tính đến")
        program.key("alt+9")
        program.find("label", "16 chỉ tiêu")
        self.choose(program, "Lập gói dữ liệu xã…")
        program.open_file("Thư mục để gói dữ liệu của các xã", "Xuất", out)
        program.find("label", "Đã lập gói dữ liệu của 45 xã trong thư mục “packages”")
        self.ocop("new", other)
        self.ocop("exchange", other, next(out.glob("*Bờ Tre*.ocoppackage")))
        row = json.loads(self.ocop("list", other, "products", "--columns", "id,name", "--json"))[0]
        self.ocop("edit", other, "products", row["id"], "activity=stopped")
        unit = json.loads(self.ocop("list", other, "units", "--filter", "name=Bờ Tre", "--columns", "id", "--json"))[0]["id"]
        back = self.folder / "bo-tre.ocoppackage"
        self.ocop("exchange", other, "--locality", unit, "-o", back)
        program.focus_window()
        self.register = register
        self.choose(program, "Nhận gói dữ liệu…")
        intake = program.find_window("Nhận gói dữ liệu")
        program.focus_window()
        program.key("ctrl+o")
        program.open_file("Gói dữ liệu của cơ quan khác", "Đọc", back)
        program.find("label", "0 bản ghi mới, 1 bản ghi thay đổi, 0 chỗ hai bên cùng sửa", intake)
        program.focus_window()
        program.key("ctrl+Return")
        desktop.wait_for("the change", lambda: self.activities()[row["name"]] == "stopped")
        program.wait_for_windows(1)


if __name__ == "__main__":
    desktop.run()
