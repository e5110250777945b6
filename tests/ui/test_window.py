# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as a person uses it, in Vietnamese unless a test says otherwise."""
import re
import subprocess
import time

import desktop


class WindowTest(desktop.DeskCase):
    def test_names_keys_as_keyboards_do(self):
        program = self.open(self.new_register("practice.ocop", "--sample"))
        program.find("label", "Tính đến ngày")
        program.key("F1")
        program.wait_for_windows(2)
        keys = set()

        def turn_pages():
            for page in program.application().walk("page tab"):
                page.press()
                keys.update(program.names("label"))
            return {"Page Down", "Page Up", "Enter", "Phím cách"} <= keys
        desktop.wait_for("the keys", turn_pages)
        self.assertNotIn("Page_Down", keys)
        self.close(program)

    def test_nothing_is_named_by_its_class(self):
        """On any page: what a screen reader says of a widget that nobody named is the name of its class."""
        program = self.open(self.new_practice("named.ocop"))
        program.find("label", "Tính đến ngày")
        unnamed = {}

        def look(page):
            named = program.application().walk_named(None)
            unnamed[page] = sorted({f"{widget.role}: {name}" for widget, name in named if name.startswith(("Gtk", "Desk"))
                                    and widget.role not in ("", "image", "label")})

        look("0")
        for page in "12345678":
            program.key(f"alt+{page}")
            time.sleep(1)
            look(page)
        program.key("alt+5")
        program.click(program.find("list item", "Phiên thứ nhất"))
        program.find("label", "phiếu · Hội đồng")
        look("session")
        self.assertEqual({page: found for page, found in unnamed.items() if found}, {})
        self.close(program)

    def test_starts_and_ends(self):
        environment = dict(self.desktop.environment, G_DEBUG="fatal-warnings", GDK_BACKEND="x11",
                           GSETTINGS_BACKEND="memory", GSK_RENDERER="cairo")
        finished = subprocess.run([desktop.OCOP_DESK, "--exit-after-startup"], env=environment, capture_output=True,
                                  text=True, timeout=60)
        self.assertEqual((finished.returncode, finished.stderr), (0, ""))

    def test_offers_ways_to_begin(self):
        program = self.open()
        for name in ("Mở dữ liệu…", "Tạo dữ liệu mới…", "Mở dữ liệu mẫu"):
            program.find("push button", name)
        self.close(program)

    def test_makes_a_register(self):
        """By the start page and the file chooser, with the questions of the first time, each asked once."""
        path = self.folder / "made.ocop"
        program = self.open()
        program.find("push button", "Tạo dữ liệu mới…").press()
        program.wait_for_windows(2)
        program.focus_window()
        program.type("Zq")
        program.key("Return")
        desktop.wait_for("the button", lambda: "Tạo" in program.names("push button"))
        program.focus_window()
        program.key("ctrl+a")
        program.type(str(path))
        program.key("Return")
        program.find("push button", "Nhập dữ liệu với tên này")
        program.focus_window()
        program.type("An")
        program.key("Return")
        program.find("label", "Zq · An")
        self.assertTrue(path.exists())
        self.close(program)
        program = self.open(path)
        program.find("label", "Zq · An")
        program.wait_for_windows(1)
        self.close(program)

    def test_opens_each_file_in_a_window_of_its_own(self):
        first, second = (self.new_register(name, "--sample") for name in ("first.ocop", "second.ocop"))
        program = self.open(first, second, first)
        program.wait_for_windows(2)
        self.close(program)

    def test_shows_its_dialogs(self):
        """GTK 4.8 never shows a window that it cannot find a size for."""
        program = self.open()
        for key in ("ctrl+shift+n", "ctrl+comma"):
            program.key(key)
            program.wait_for_windows(2)
            program.focus_window()
            program.key("Escape")
            program.wait_for_windows(1)
            program.focus_window()
        self.close(program)

    def test_opens_the_practice_register(self):
        program = self.open()
        program.find("push button", "Mở dữ liệu mẫu").press()
        program.find("label", "Dữ liệu mẫu: tên và số liệu là giả định")
        program.find("label", "Tính đến ngày")
        self.assertTrue((self.folder / "data" / "ocop-desk" / "practice.ocop").exists())
        self.close(program)

    def test_shows_every_page(self):
        program = self.open(self.new_register("practice.ocop", "--sample"))
        program.find("label", "Tính đến ngày")
        pages = [name for _, name in program.find("list", "Các trang").walk_named("list item")]
        self.assertEqual(pages, ["Tổng quan", "Chủ thể", "Sản phẩm", "Hồ sơ", "Hội đồng", "Quyết định", "Kết quả công nhận", "Kế hoạch năm",
                                 "Kiểm tra, giám sát", "Tập huấn, tư vấn", "Xúc tiến, tiêu thụ", "Hỗ trợ, khen thưởng",
                                 "Chuỗi giá trị, du lịch", "Biểu đồ"])
        for page, role, name in (("alt+2", "tree table", "Chủ thể"), ("alt+3", "tree table", "Sản phẩm"),
                                 ("alt+4", "label", "26 hồ sơ"), ("alt+5", "list item", "Phiên thứ hai"),
                                 ("alt+6", "list item", "2905/QĐ-UBND"), ("alt+7", "tree table", "Kết quả công nhận")):
            program.key(page)
            program.find(role, name)
        program.key("alt+8")
        program.find("image", "Cơ cấu sản phẩm OCOP theo hạng sao")
        program.key("alt+9")
        program.find("page tab", "Chỉ tiêu")
        program.key("alt+1")
        program.find("label", "Tính đến ngày")
        self.assert_fits(program, 1024)
        self.close(program)

    def assert_fits(self, program, width):
        """The window does not ask for more, whatever page it has shown."""
        hints = subprocess.run(["xprop", "-id", program.window(), "WM_NORMAL_HINTS"], env=self.desktop.environment, capture_output=True, text=True, check=True)
        self.assertLessEqual(int(re.search(r"minimum size: (\d+) by", hints.stdout)[1]), width)

    def test_keeps_the_page_while_tab_goes_round(self):
        """The pages' names are one stop: the arrow keys choose among them."""
        program = self.open(self.new_register("practice.ocop", "--sample"))
        program.find("label", "Tính đến ngày")
        program.key("alt+3")
        program.find("tree table", "Sản phẩm")
        program.key("ctrl+k")
        for _ in range(12):
            program.key("Tab", "Tab")
            self.assertTrue(program.find("list item", "Sản phẩm", program.find("list", "Các trang")).is_selected)
        program.click(program.find("list item", "Sản phẩm", program.find("list", "Các trang")))
        program.key("Up", "Up")
        desktop.wait_for("the page two up", lambda: program.find("list item", "Tổng quan").is_selected)
        program.key("Down")
        desktop.wait_for("the page below it", lambda: program.find("list item", "Chủ thể").is_selected)
        program.key("ctrl+n")  # the page's own keys are heard here too
        program.find("label", "Thêm mới: Chủ thể")
        self.close(program)

    def test_speaks_english_when_told(self):
        program = self.open(self.new_register("practice.ocop", "--sample"), language="en")
        program.find("label", "Practice register: names and figures are made up")
        self.close(program)

    def test_counts_as_the_command_line_does(self):
        register = self.new_register("practice.ocop", "--sample")
        brief = subprocess.run([desktop.OCOP, "brief", str(register)], capture_output=True, text=True, check=True,
                               env=dict(self.desktop.environment, OCOP_LANGUAGE="vi")).stdout.strip()
        program = self.open(register)
        self.assertEqual(program.find("label", "Tính đến ngày").text, brief)
        self.close(program)

    def test_leaves_typing_to_the_input_method(self):
        """At the j of "gaoj", an input method that retypes keeps the j and sends two backspaces, ạ, o."""
        program = self.open(self.new_register("practice.ocop", "--sample"))
        program.find("label", "Tính đến ngày")
        program.key("ctrl+k")
        program.key("g", "a", "o", "BackSpace", "BackSpace", "U1EA1", "o")
        entry = program.find("entry", "Tìm kiếm")
        desktop.wait_for("ạ", lambda: entry.text.endswith("o"))
        self.assertEqual(entry.text, "gạo")
        self.close(program)

    def test_asks_who_writes_once(self):
        register = self.new_register("office.ocop", "--office", "Chi cục Thử Nghiệm")
        program = self.open(register)
        program.find("push button", "Nhập dữ liệu với tên này")
        program.focus_window()
        program.key("A", "n", "Return")
        program.find("label", "Chi cục Thử Nghiệm · An")
        self.close(program)
        people = subprocess.run([desktop.OCOP, "list", str(register), "history", "--csv"], capture_output=True, text=True,
                                check=True, env=self.desktop.environment).stdout
        self.assertIn("An", people)

    def test_asks_how_certificates_are_numbered(self):
        register = self.new_register("office.ocop", "--sample")
        program = self.open(register)
        program.key("F10")
        program.find("menu item", "Cơ quan…").press()
        dialog = program.find_window("Cơ quan")
        program.focus_window()
        program.find("label", "Giấy thứ ba của Quyết định 1587/QĐ-UBND: 03-1587/GCN-OCOP", dialog)
        program.go_to("text", "Mẫu số giấy chứng nhận")
        program.type("{quyet_dinh}/GCN")
        program.find("label", "Thiếu số thứ tự: ghi {so} vào chỗ của số thứ tự", dialog)
        self.assertFalse(program.find("push button", "Lưu", dialog).is_sensitive)
        program.key("Home")
        program.type("{so}.")
        program.find("label", "03.1587/GCN", dialog)
        program.key("Return")
        program.wait_for_windows(1)
        desktop.wait_for("the pattern", lambda: "{so}.{quyet_dinh}/GCN" in subprocess.run(
            [desktop.OCOP, "list", str(register), "office", "--columns", "certificate_pattern", "--csv"], capture_output=True,
            text=True, check=True).stdout)
        program.focus_window()
        self.close(program)

    def test_says_that_there_is_no_backup(self):
        program = self.open(self.new_register("practice.ocop", "--sample"))
        program.key("F10")
        program.find("menu item", "Khôi phục từ bản sao lưu").press()
        program.find("label", "Dữ liệu này chưa có bản sao lưu nào.")
        program.focus_window()
        program.key("Escape")
        program.wait_for_windows(1)
        program.focus_window()
        self.close(program)

    def test_says_what_a_file_is_not(self):
        path = self.folder / "list.ocop"
        path.write_text("STT,Tên sản phẩm\n", encoding="utf-8")
        program = self.open(path)
        program.find("label", "Hãy chọn tệp có đuôi .ocop")
        program.focus_window()
        program.key("Escape")
        program.find("push button", "Mở dữ liệu…")
        program.focus_window()
        self.close(program)


if __name__ == "__main__":
    desktop.run()
