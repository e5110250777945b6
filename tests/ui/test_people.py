# SPDX-License-Identifier: GPL-3.0-or-later
"""Who writes, what is cleaned up, and how dialogs end."""
import contextlib
import json
import os
import sqlite3
import subprocess

import desktop


class PeopleTest(desktop.DeskCase):
    def ask(self, *arguments):
        return subprocess.run([desktop.OCOP, *map(str, arguments)], capture_output=True, text=True, check=True,
                              env=self.desktop.environment).stdout

    def people(self):
        return [person["name"] for person in json.loads(self.ask("list", self.register, "persons", "--json"))]

    def read_id(self):
        with contextlib.closing(sqlite3.connect(self.register)) as register:
            return register.execute("SELECT value FROM property WHERE name = 'id'").fetchone()[0]

    def open_register(self, *people):
        self.register = self.new_register("practice.ocop", "--sample")
        for person in people:
            self.ask("add", self.register, "persons", f"name={person}")
        program = self.open(self.register)
        program.find("label", "Tính đến ngày")
        return program

    def choose(self, program, name):
        """In the main menu."""
        program.key("F10")
        program.find("menu item", name).press()

    def edit_person(self, program, name):
        self.choose(program, "Người nhập dữ liệu")
        program.find("push button", f"Sửa: {name}", program.find_window("Người nhập dữ liệu")).press()
        program.wait_for_windows(3)
        program.focus_window()

    def leave_person(self, program):
        program.wait_for_windows(2)
        program.focus_window()
        program.key("Escape")
        program.wait_for_windows(1)
        program.focus_window()

    def test_renames_and_ends_a_person(self):
        program = self.open_register("An Na", "Be")
        self.edit_person(program, "An Na")
        program.key("End", "a", "ctrl+s")
        desktop.wait_for("another name", lambda: self.people() == ["An Naa", "Be"])
        self.leave_person(program)
        program.key("ctrl+z")
        desktop.wait_for("the former name", lambda: self.people() == ["An Na", "Be"])
        self.edit_person(program, "Be")
        program.find("push button", "Bỏ vào thùng rác").press()
        desktop.wait_for("one person", lambda: self.people() == ["An Na"])
        self.leave_person(program)
        program.key("ctrl+z")
        desktop.wait_for("both people", lambda: self.people() == ["An Na", "Be"])
        self.close(program)

    def test_quits_from_dialogs(self):
        program = self.open_register()
        self.choose(program, "Người nhập dữ liệu")
        program.wait_for_windows(2)
        program.focus_window()
        self.close(program)

    def test_asks_before_it_quits_from_a_dialog(self):
        """Where something typed would be lost."""
        program = self.open_register("An Na")
        self.edit_person(program, "An Na")
        program.key("End", "a", "ctrl+q")
        program.find("push button", "Bỏ đi").press()
        program.wait_for_windows(2)
        program.focus_window()
        self.close(program)
        self.assertEqual(self.people(), ["An Na"])

    def test_cleans_up_photos(self):
        """What a form that was never saved has left behind."""
        self.register = self.new_register("practice.ocop", "--sample")
        folder = self.folder / f"{self.read_id()}.files"
        folder.mkdir(exist_ok=True)
        left = folder / ("0" * 64 + ".png")
        left.write_bytes(b"x" * 20000)
        os.utime(left, (1000000000, 1000000000))
        program = self.open(self.register)
        program.find("label", "Tính đến ngày")
        self.choose(program, "Dọn tệp")
        program.find("label", "1 tệp, 0,02 MB")
        program.find("push button", "Xóa").press()
        desktop.wait_for("the photo to go", lambda: not left.exists())
        program.wait_for_windows(1)
        program.focus_window()
        self.choose(program, "Dọn tệp")
        program.find("label", "Không có gì để dọn")
        program.focus_window()
        self.close(program)


if __name__ == "__main__":
    desktop.run()
