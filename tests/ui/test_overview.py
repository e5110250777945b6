# SPDX-License-Identifier: GPL-3.0-or-later
"""The three answers a newcomer is asked for, each from the overview: the quick report, what ends
soon, the table of localities. And the ways from a figure to what it counts."""
import json
import re
import shutil
import subprocess
import unittest

import desktop

LAST_DAY = re.compile(r", hết hạn \d\d/\d\d/\d{4}")


class OverviewTest(desktop.DeskCase):
    def open_practice(self):
        self.register = self.new_register("practice.ocop", "--sample")
        program = self.open(self.register)
        self.brief = program.find("label", "Tính đến ngày")
        return program

    def brief_of_command(self, *arguments):
        return subprocess.run([desktop.OCOP, "brief", str(self.register), *arguments], capture_output=True, text=True,
                              check=True, env=dict(self.desktop.environment, OCOP_LANGUAGE="vi")).stdout.strip()

    def clipboard(self, target):
        return subprocess.run(["xclip", "-selection", "clipboard", "-out", "-target", target], capture_output=True,
                              text=True, env=self.desktop.environment, timeout=10).stdout

    @unittest.skipIf(shutil.which("xclip") is None, "xclip reads the clipboard")
    def test_copies_the_quick_report(self):
        program = self.open_practice()
        program.find("push button", "Sao chép").press()
        text = self.brief_of_command()
        desktop.wait_for("the text", lambda: self.clipboard("TARGETS"))
        for target in ("UTF8_STRING", "text/plain;charset=utf-8", "text/plain"):
            self.assertEqual(self.clipboard(target), text)
        html = self.clipboard("text/html")
        self.assertIn("charset=utf-8", html)
        self.assertEqual(re.sub("<[^>]*>", "", html), text)
        self.close(program)

    def test_says_how_many_ends_are_estimated(self):
        program = self.open_practice()
        number = re.search(r"trong đó (\d+) sản phẩm", self.brief.text)[1]
        self.assertIn(f"· {int(number)} ước tính", program.find("push button", "còn hiệu lực: ").name)
        self.close(program)

    def test_opens_the_list_behind_a_figure(self):
        program = self.open_practice()
        for caption in ("Công nhận mới trong kỳ", "Hết hạn trong 180 ngày"):
            card = program.find("push button", caption)
            number = re.search(r": ([\d.]+),", card.name)[1]
            card.press()
            self.assertRegex(card.name, r"cùng kỳ năm trước [\d.]+$")
            program.find("label", f"{number} sản phẩm")
            program.key("alt+1")
        row = program.find("list item", ", Có nguy cơ không đạt")
        name = row.name.partition(",")[0]
        program.go_to("list item", name)
        program.key("Return")
        program.find("tree table", "Chỉ tiêu")
        program.find("label", name)
        self.close(program)

    def test_lists_what_ends_soon_by_locality(self):
        program = self.open_practice()
        number = int(re.search(r": (\d+),", program.find("push button", "Hết hạn trong 180 ngày").name)[1])
        rows = [name for _, name in program.find("list", "Giấy chứng nhận sắp hết hạn").walk_named("list item")]
        self.assertRegex(rows[0], r"^.+: \d+$")
        self.assertTrue(any(LAST_DAY.search(row) for row in rows))
        self.assertLess(int(rows[0].rpartition(": ")[2]), number)
        self.close(program)

    def test_opens_the_record_of_a_row(self):
        program = self.open_practice()
        name = program.find("list item", ", hết hạn ").name.partition(",")[0]
        program.go_to("list item", f"{name}, hết hạn ")
        program.key("Return")
        program.find("tree table", "Sản phẩm")
        self.assertEqual(program.find("text", "Sản phẩm").text, name)
        self.close(program)

    def test_opens_a_dossier_that_is_late(self):
        register = self.new_register("practice.ocop", "--sample")
        listed = subprocess.run([desktop.OCOP, "list", register, "products", "--json", "--limit", "1"], capture_output=True,
                                text=True, check=True)
        [product] = json.loads(listed.stdout)
        subprocess.run([desktop.OCOP, "add", register, "dossiers", "name=Hồ sơ chờ xã", f"product={product['id']}", "kind=first",
                        "step=commune-received", "commune_received_on=2026-06-01", "--reason", "Thu", "--as", "Lan"], check=True, capture_output=True)
        program = self.open(register)
        row = program.find("list item", "Hồ sơ chờ xã, Xã quá hạn kiểm tra")
        self.assertIn("quá hạn", row.name)
        program.click(row)
        program.find("page tab", "Các bước")
        self.close(program)

    def test_tells_what_changed_since_the_last_visit(self):
        register = self.new_register("practice.ocop", "--sample")
        program = self.open(register, settings="keyfile")
        program.find("label", "Tính đến ngày")
        self.assertEqual([name for name in program.names("list") if "lần mở trước" in name], [])
        self.close(program)
        subprocess.run([desktop.OCOP, "add", register, "producers", "name=HTX Mới Mở", "kind=cooperative", "--as", "Lan"],
                       check=True, capture_output=True)
        program = self.open(register, settings="keyfile")
        program.click(program.find("list item", "1 chủ thể mới"))
        program.find("label", "1 chủ thể")
        self.close(program)

    def test_prints_with_one_click(self):
        program = self.open_practice()
        for button, title in (("In danh sách sắp hết hạn", "Sản phẩm OCOP sắp hết hạn"),
                              ("In biểu theo địa phương", "Cơ cấu sản phẩm OCOP theo hạng sao và địa phương")):
            program.find("push button", button).press()
            program.wait_for_windows(2)
            program.find("label", title)
            program.focus_window()
            program.key("Escape")
            program.wait_for_windows(1)
            program.focus_window()
        self.close(program)

    def read_pdf(self, program, title):
        path = self.folder / "report.pdf"
        path.unlink(missing_ok=True)
        preview = program.find_window(title)
        program.focus_window()
        program.key("ctrl+s")
        program.choose_file("Lưu báo cáo", path)
        program.find("push button", "Mở tệp", preview)
        program.key("Escape")
        program.wait_for_windows(1)
        program.focus_window()
        return subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout

    def read_report(self, program, name, title):
        program.find("push button", "Báo cáo").press()
        program.find("menu item", name).press()
        return self.read_pdf(program, title)

    @unittest.skipIf(shutil.which("pdftotext") is None, "pdftotext reads the pages")
    def test_reports_on_the_place_chosen(self):
        program = self.open_practice()
        program.click(program.find("push button", "Tất cả địa phương"))
        program.find("entry", "Tìm kiếm")
        program.type("Ao Sen")
        program.key("Return")
        program.find("label", ", xã Ao Sen có ")
        text = self.read_report(program, "Danh sách sản phẩm OCOP còn hiệu lực", "Danh sách sản phẩm OCOP còn hiệu lực")
        self.assertIn("Phạm vi: xã Ao Sen", text)
        self.assertIn("Trà lá sen Ao Sen", text)
        self.assertNotIn("Ấp Bưởi", text)
        text = " ".join(self.read_report(program, "Báo cáo nhanh", "Báo cáo nhanh").split())
        self.assertIn(self.brief_of_command("--locality", "Ao Sen"), text)
        # From another page the reports are of all.
        program.key("alt+3")
        program.find("tree table", "Sản phẩm")
        text = " ".join(self.read_report(program, "Báo cáo nhanh", "Báo cáo nhanh").split())
        self.assertIn(self.brief_of_command(), text)
        self.close(program)

    def test_searches_as_one_types(self):
        program = self.open_practice()
        program.key("ctrl+k", "g", "a", "o")
        program.find("label", "khớp “gao”")
        program.key("space", "l", "u", "t")
        program.find("label", "khớp “gao lut”")
        self.assertEqual(program.find("entry", "Tìm kiếm").text, "gao lut")
        program.key("Escape")
        program.find("label", "Tính đến ngày")
        self.assertEqual(program.find("entry", "Tìm kiếm").text, "")
        self.close(program)


if __name__ == "__main__":
    desktop.run()
