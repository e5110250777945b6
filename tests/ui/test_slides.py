# SPDX-License-Identifier: GPL-3.0-or-later
"""Slides of a meeting: put together by mouse and keys, kept under a name, and saved."""
import json
import re
import shutil
import subprocess
import unittest
import zipfile

import desktop

STARS = "Cơ cấu sản phẩm OCOP theo hạng sao"
PLACES = "Sản phẩm OCOP theo địa phương"
SPENT = "Giải ngân trong kỳ"
SAVED = "Nửa năm"


class SlidesTest(desktop.DeskCase):
    def kept(self):
        [office] = json.loads(self.ocop("list", self.register, "offices", "--columns", "slides", "--json"))
        return json.loads(office["slides"] or "{}")

    def save(self, program, window, entry, name):
        program.click(program.find("push button", "Lưu ra tệp", window))
        program.find("menu item", entry).press()
        program.choose_file("Lưu trang chiếu", self.folder / name)
        program.find("label", name, window)
        return self.folder / name

    def save_chart(self):
        """As the page of charts does."""
        [office] = json.loads(self.ocop("list", self.register, "offices", "--columns", "id", "--json"))
        charts = {SAVED: {"chart": "by-sector", "against": "year-end", "on": "2026-06-30"}}
        self.ocop("edit", self.register, "offices", office["id"], "saved_charts=" + json.dumps(charts, ensure_ascii=False))

    def choose_to_add(self, program, window, *keys):
        """From the list, whose first is the saved chart."""
        program.click(program.find("push button", "Thêm biểu đồ", window))
        desktop.wait_for("the keyboard in the list", lambda: program.find("list item", SAVED, window).is_focused)
        program.key(*keys, "Return")

    def put_together(self, program):
        """The chart on the screen with what it is compared with, a saved one, another one, a slide of lines before it, and the table
        of a report."""
        program.click(program.find("push button", "Không so sánh"))
        program.type("cuoi nam")
        program.key("Return")
        program.find("image", "31/12/")
        program.click(program.find("push button", "Sao chép, lưu"))
        program.find("menu item", "Thêm vào trang chiếu").press()
        program.find("label", "Đã thêm vào trang chiếu")
        program.find("push button", "Trang chiếu…").press()
        window = program.find_window("Các trang chiếu")
        program.focus_window()
        program.find("image", "Chương trình OCOP: kết quả và tiến độ", window)
        program.find("image", STARS, window)
        program.key("Down")
        program.find("text", "Tiêu đề riêng", window)
        self.choose_to_add(program, window)
        program.find("label", "Biểu đồ · 30/06/2026 so với 31/12/2025", window)
        program.wait_for_windows(2)
        program.focus_window()
        self.choose_to_add(program, window, *["Down"] * 3)
        program.find("label", PLACES, window)
        program.wait_for_windows(2)
        program.focus_window()
        program.click(program.find("check box", "Dạng bảng", window))
        program.find("label", "Bảng · 4 trang", window)
        program.find("push button", "Thêm trang chữ", window).press()
        program.find("text", "Tiêu đề trang", window)
        program.focus_window()
        program.type("Viec")
        program.key("Tab")
        program.type("Mot")
        program.key("Return")
        program.type("Hai")
        program.find("image", "Viec: Mot", window)
        self.choose_to_add(program, window, "End")
        program.wait_for_windows(2)
        program.focus_window()
        program.find("image", SPENT, window)
        return window

    def order(self, window):
        labels = [label for label in window.walk("label") if label.name in (STARS, PLACES, "Viec") and label.is_shown]
        return [label.name for label in sorted(labels, key=lambda label: label.middle[1])]

    def move(self, program, window):
        program.click(next(label for label in window.walk("label") if label.name == "Viec"))
        program.key("alt+Up")
        desktop.wait_for(lambda: f"the lines higher: {self.order(window)}", lambda: self.order(window) == [STARS, "Viec", PLACES])
        program.key("Delete")
        desktop.wait_for("the lines gone", lambda: self.order(window) == [STARS, PLACES])
        program.key("ctrl+z")
        desktop.wait_for("the lines again", lambda: self.order(window) == [STARS, "Viec", PLACES])

    def go_back(self, program, window):
        """From the slide that is chosen, which says all that stands there, to all before it, and round."""
        row = program.find("list item", "4. Viec. Trang chữ", window)
        desktop.wait_for("the keyboard on the slide", lambda: row.is_focused)
        program.key("shift+Tab", "shift+Tab", "shift+Tab")
        desktop.wait_for("the keyboard before the choice", lambda: program.find("push button", "Cách trình chiếu", window).is_focused)
        program.key("Tab", "Tab", "Tab")
        desktop.wait_for("the keyboard on the slide again", lambda: row.is_focused)

    def present(self, program, window):
        """As it was chosen before, and back to the slides at the end."""
        program.click(program.find("push button", "Cách trình chiếu", window))
        program.find("check menu item", "Khi trình chiếu: số liệu tự cập nhật", window).press()
        program.focus_window()
        program.key("F5")
        speaker = program.find_window("Trình chiếu: Hop giao ban")
        self.assertTrue(program.find("check box", "Số liệu tự cập nhật", speaker).is_checked)
        self.assertTrue(program.find("check box", "Che tên người", speaker).is_checked)
        program.focus_window()
        program.key("Escape")
        program.wait_for_windows(2)
        program.focus_window()

    def check_presentation(self, path):
        self.check_document(path)
        with zipfile.ZipFile(path) as archive:
            slides = [archive.read(f"ppt/slides/slide{n}.xml").decode() for n in range(1, 6)]
        texts = [re.findall("<a:t>([^<]*)</a:t>", slide) for slide in slides]
        self.assertEqual(texts[0][0], "Hop giao ban")
        self.assertEqual(texts[1][0], STARS)
        self.assertIn("so với 31/12/", texts[1][1])
        self.assertEqual(texts[2][1], "30/06/2026 so với 31/12/2025")
        self.assertEqual(texts[3][:3], ["Viec", "Mot", "Hai"])
        self.assertIn(PLACES, texts[4][0])
        self.assertIn("<a:tbl>", slides[4])

    @unittest.skipIf(shutil.which("pdftotext") is None, "pdftotext reads the pages")
    def test_puts_slides_together(self):
        self.register = self.new_practice("practice.ocop")
        self.save_chart()
        program = self.open(self.register)
        program.find("label", "Tính đến ngày")
        program.key("alt+8")
        program.find("image", STARS)
        window = self.put_together(program)
        self.move(program, window)
        self.go_back(program, window)
        program.click(program.find("label", "Trang bìa", window))
        program.click(program.find("text", "Tiêu đề cuộc họp", window))
        program.type("Hop giao ban")
        program.find("image", "Hop giao ban. ", window)
        program.click(program.find("text", "Tên để lưu bộ trang", window))
        program.type("Quy II")
        program.key("ctrl+s")
        desktop.wait_for("the set", lambda: "Quy II" in self.kept())
        self.assertEqual([slide.get("chart", slide.get("report")) for slide in self.kept()["Quy II"]["slides"]],
                         ["star-distribution", "by-sector", None, "by-locality", "disbursement"])
        self.present(program, window)
        self.check_presentation(self.save(program, window, "Bài trình chiếu", "a.pptx"))
        pdf = self.save(program, window, "PDF các trang", "a.pdf")
        pages = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout.split("\f")[:-1]
        self.assertEqual(len(pages), 9)
        self.assertIn("Mot", pages[3])
        self.assertIn(SPENT, pages[8])
        self.save(program, window, "Tài liệu phát", "b.pdf")
        program.key("Escape")
        program.wait_for_windows(1)
        program.focus_window()
        program.key("ctrl+z")
        desktop.wait_for("the set no longer kept", lambda: not self.kept())
        self.close(program)


if __name__ == "__main__":
    desktop.run()
