# SPDX-License-Identifier: GPL-3.0-or-later
"""A report from the overview to the PDF; charts by the keyboard."""
import re
import shutil
import subprocess
import unittest

import desktop

REPORT = "Cơ cấu sản phẩm OCOP theo hạng sao và địa phương"
CHARTS = ("Cơ cấu sản phẩm OCOP theo hạng sao", "Tỷ lệ sản phẩm OCOP theo hạng sao", "Sản phẩm OCOP theo địa phương",
          "Sản phẩm OCOP theo ngành", "Sản phẩm OCOP theo năm công nhận", "Giấy chứng nhận OCOP theo tháng hết hạn")


class PapersTest(desktop.DeskCase):
    def open_practice(self):
        self.register = self.new_register("practice.ocop", "--sample")
        program = self.open(self.register)
        program.find("label", "Tính đến ngày")
        return program

    def open_report(self, program):
        program.find("push button", "In biểu theo địa phương").press()
        program.wait_for_windows(2)
        preview = program.find_window(REPORT)
        program.focus_window()
        return preview

    def save_pdf(self, program, preview, name):
        """Its words, and those of the command line's own, which has a fingerprint at the foot of its pages."""
        path, same = self.folder / name, self.folder / f"command-{name}"
        program.key("ctrl+s")
        program.choose_file("Lưu báo cáo", path)
        program.find("push button", "Mở tệp", preview)
        subprocess.run([desktop.OCOP, "report", str(self.register), "star-distribution", "-o", str(same)], check=True,
                       stdout=subprocess.DEVNULL, env=dict(self.desktop.environment, OCOP_LANGUAGE="vi"))
        texts = [subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
                 for pdf in (path, same)]
        return [[word for word in text.split() if not re.fullmatch("[0-9a-f]{64}", word)] for text in texts]

    @unittest.skipIf(shutil.which("pdftotext") is None, "pdftotext reads the pages")
    def test_saves_a_report(self):
        program = self.open_practice()
        preview = self.open_report(program)
        words, same = self.save_pdf(program, preview, "report.pdf")
        self.assertEqual(words, same)
        self.assertIn("Khác", words)
        program.key("Escape")
        program.wait_for_windows(1)
        program.focus_window()
        self.close(program)

    def test_cancels_a_save(self):
        program = self.open_practice()
        self.open_report(program)
        program.key("ctrl+s")
        program.find("push button", "Lưu", program.find_window("Lưu báo cáo"))
        program.focus_window()
        program.key("Escape")
        program.wait_for_windows(2)
        program.focus_window()
        program.key("Escape")
        program.wait_for_windows(1)
        program.focus_window()
        self.close(program)

    def test_goes_through_the_charts_by_keys(self):
        program = self.open_practice()
        program.key("alt+5")
        for number, title in enumerate(CHARTS):
            if number > 0:
                program.key("Down")
            program.find("image", f"{title}:")
        program.key("ctrl+t")
        program.find("tree table", "")
        program.key("ctrl+t")
        program.find("image", f"{CHARTS[-1]}:")
        self.close(program)


if __name__ == "__main__":
    desktop.run()
