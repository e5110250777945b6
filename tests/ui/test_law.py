# SPDX-License-Identifier: GPL-3.0-or-later
"""The criteria sheets are read in the window; an amended law book is loaded and compared with the shipped one."""
import subprocess
import zipfile

import desktop

LAW = desktop.PROJECT / "data" / "law"


class LawTest(desktop.DeskCase):
    def amend(self):
        """A law book in which the first line of set 1 says something else."""
        path = self.folder / "amended.zip"
        with zipfile.ZipFile(path, "w") as book:
            for file in sorted(LAW.rglob("*.json")):
                text = file.read_text(encoding="utf-8")
                if file.name == "QD26-01.json":
                    text = text.replace('"text": "', '"text": "Sửa đổi: ', 1)
                book.writestr(file.relative_to(LAW).as_posix(), text)
        return path

    def open_law(self, program):
        program.find("label", "Tính đến ngày")
        program.key("F10")
        program.find("menu item", "Văn bản và bộ tiêu chí…").press()
        program.find_window("Văn bản và bộ tiêu chí")
        program.find("label", "Rau, củ, quả, hạt tươi")
        program.focus_window()

    def test_read_load_and_compare(self):
        register = self.new_register("practice.ocop", "--sample")
        program = self.open(register)
        self.open_law(program)
        program.find("label", "Nguồn gốc sản phẩm")
        program.find("push button", "Nạp văn bản sửa đổi…").press()
        program.open_file("Nạp văn bản sửa đổi", "Nạp", self.amend())
        program.find("label", "Bị loại: Sửa đổi: ")
        held = subprocess.run([desktop.OCOP, "law", str(register)], capture_output=True, text=True, check=True).stdout
        self.assertIn("26/2026/QĐ-TTg@", held)

        program.focus_window()
        program.find("push button", "Áp dụng cho phiên họp…").press()
        program.find("label", "Chấm các sản phẩm này theo văn bản đang áp dụng?")
        self.assertTrue(program.find("check box", "Bột chè xanh Đồi Chè · ").is_checked)
        self.assertFalse(program.find("check box", "Na dai Đá Chồng · ").is_checked)  # scored by the former one
        program.find("push button", "Áp dụng", program.application().children[-1]).press()
        program.find("label", "Các sản phẩm đã chọn chấm theo văn bản đang áp dụng")
        self.close(program)


if __name__ == "__main__":
    desktop.run()
