# SPDX-License-Identifier: GPL-3.0-or-later
"""The register's file, gone while the window has it open."""
import json
import subprocess

import desktop


class CareTest(desktop.DeskCase):
    def products(self, register):
        answer = subprocess.run([desktop.OCOP, "list", str(register), "products", "--json"],
                                capture_output=True, text=True, check=True, env=self.desktop.environment).stdout
        return sorted(product["name"] for product in json.loads(answer))

    def open_practice(self, register):
        program = self.open(register)
        program.find("label", "Tính đến ngày")
        return program

    def choose_path(self, program, title, button, path):
        """In the dialog that asks for a file."""
        program.find("push button", button, program.find_window(title))
        program.focus_window()
        names = {"/": "slash", ".": "period", "-": "minus", "_": "underscore"}
        program.key("ctrl+a", *(names.get(letter, letter) for letter in str(path)), "Return")

    def test_saves_a_copy_when_the_file_is_gone(self):
        register = self.new_register("practice.ocop", "--sample")
        names = self.products(register)
        program = self.open_practice(register)
        away, copy = self.folder / "away.ocop", self.folder / "copy.ocop"
        register.rename(away)
        program.find("label", "Không còn thấy tệp dữ liệu")
        program.find("push button", "Lưu một bản sao").press()
        self.choose_path(program, "Lưu một bản sao", "Lưu", copy)
        desktop.wait_for("the notice to go", lambda: not any("Không còn thấy" in name for name in program.names("label")))
        self.assertEqual(self.products(copy), names)
        program.focus_window()
        self.close(program)

    def test_restores_a_copy(self):
        """One that lies elsewhere than the program's own, and is older than what was written since."""
        register = self.new_register("practice.ocop", "--sample")
        names = self.products(register)
        copy = self.folder / "copy.ocop"
        subprocess.run([desktop.OCOP, "backup", str(register), str(copy)], check=True, stdout=subprocess.DEVNULL)
        subprocess.run([desktop.OCOP, "add", str(register), "product", "name=Cam Thử"], check=True, stdout=subprocess.DEVNULL)
        self.assertEqual(len(self.products(register)), len(names) + 1)
        program = self.open_practice(register)
        program.key("F10")
        program.find("menu item", "Khôi phục từ bản sao lưu").press()
        program.find("push button", "Chọn bản sao").press()
        program.open_file("Khôi phục từ bản sao lưu", "Chọn", copy)
        program.find("label", "Đưa bản sao lưu")
        program.focus_window()
        program.find("push button", "Khôi phục").press()
        program.find("label", "Đã khôi phục")
        self.assertEqual(self.products(register), names)
        program.find("label", "Tính đến ngày")
        kept = list(self.folder.glob("practice.ocop.replaced-*"))
        self.assertEqual([len(self.products(path)) for path in kept], [len(names) + 1])
        program.focus_window()
        self.close(program)


if __name__ == "__main__":
    desktop.run()
