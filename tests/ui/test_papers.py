# SPDX-License-Identifier: GPL-3.0-or-later
"""A report from the overview to the PDF; charts on their page."""
import json
import re
import shutil
import struct
import subprocess
import unittest

import desktop

CHARTS_PAGE = "Biểu đồ"
REPORT = "Cơ cấu sản phẩm OCOP theo hạng sao và địa phương"
CHART = "Cơ cấu sản phẩm OCOP theo hạng sao"


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

    def test_draws_localities_against_each_target(self):
        """A plan with two targets that set a number for each locality: a chart of each, chosen by its target."""
        self.register = self.new_register("practice.ocop", "--sample")
        (plan,) = json.loads(self.ocop("list", self.register, "plans", "--json"))
        self.add("targets", plan=plan["id"], name="Chuỗi xanh mỗi nơi", indicator="V20", operator="each-at-least", value="2", place="99")
        program = self.open(self.register)
        program.find("label", "Tính đến ngày")
        program.key("alt+8")
        program.key("End", "Up", "Up", "Up")
        program.find("image", "Địa phương so với mức tối thiểu kế hoạch giao: Sản phẩm làng nghề")
        program.click(program.find("push button", "Chỉ tiêu: Sản phẩm làng nghề"))
        program.type("chuoi xanh")
        program.key("Return")
        program.find("image", "Địa phương so với mức tối thiểu kế hoạch giao: Chuỗi xanh mỗi nơi")
        self.close(program)

    def test_says_what_to_do_where_there_is_nothing_to_draw(self):
        program = self.open(self.new_register("empty.ocop", "--office", "Văn phòng"))
        program.find("push button", "Nhập dữ liệu với tên này")
        program.focus_window()
        program.key("A", "n", "Return")
        program.wait_for_windows(1)
        program.focus_window()
        program.key("alt+8")
        program.find("label", "Biểu đồ vẽ từ sản phẩm")
        program.find("push button", "Nhập danh sách")
        self.assertFalse(program.find("push button", "Bảng số liệu").is_sensitive)
        self.close(program)

    def clipboard(self, target):
        return subprocess.run(["xclip", "-selection", "clipboard", "-out", "-target", target], capture_output=True,
                              env=self.desktop.environment, timeout=10).stdout

    def check_copied_table(self, program):
        """The same rows for a spreadsheet and for a word processor."""
        self.put_out(program, "Sao chép dạng bảng")
        program.find("label", "Đã sao chép bảng số liệu")
        text = self.clipboard("UTF8_STRING").decode("utf-8")
        self.assertEqual(self.clipboard("text/plain;charset=utf-8").decode("utf-8"), text)
        html = self.clipboard("text/html").decode("utf-8")
        self.assertIn("charset=utf-8", html)
        plain = lambda cell: re.sub(",?0+$", "", cell) if re.fullmatch(r"\d+,\d\d", cell) else cell
        for line in text.splitlines():
            for cell in filter(None, map(plain, line.split("\t"))):
                self.assertIn(f">{cell}<", html)

    @unittest.skipIf(shutil.which("xclip") is None, "xclip reads the clipboard")
    def test_copies_a_chart(self):
        program = self.open_practice()
        program.key("alt+8")
        program.find("image", f"{CHART}:")
        program.key("ctrl+c")
        program.find("label", "Đã sao chép biểu đồ")
        self.assertTrue(self.clipboard("image/png").startswith(b"\x89PNG"))
        self.check_copied_table(program)
        names = [chart["name"] for chart in json.loads(self.ocop("chart", "--list", "--json"))]
        program.click(program.find("list item", CHART))
        program.key(*["Down"] * names.index("session-members"))
        program.find("image", "Điểm các thành viên chấm")
        self.check_copied_table(program)
        self.close(program)

    def put_out(self, program, item):
        """What the menu beside the chart offers."""
        program.click(program.find("push button", "Sao chép, lưu"))
        program.find("menu item", item).press()

    def save_pixels(self, program):
        """What a use sets, and what is typed instead of it."""
        self.put_out(program, "Hình theo số điểm ảnh")
        program.wait_for_windows(2)
        program.focus_window()
        program.key("Tab")
        program.key("ctrl+a")
        program.type("1000")
        program.key("Tab", "ctrl+Return")
        path = self.folder / "pixels.png"
        program.choose_file("Lưu biểu đồ", path)
        self.assertEqual(struct.unpack(">II", path.read_bytes()[16:24]), (1000, 1080))
        program.wait_for_windows(1)
        program.focus_window()

    def test_saves_a_chart(self):
        program = self.open_practice()
        program.key("alt+8")
        program.find("image", f"{CHART}:")
        for name, start in (("chart.png", b"\x89PNG"), ("chart.svg", b"<?xml"), ("chart.pdf", b"%PDF")):
            path = self.folder / name
            program.key("ctrl+s")
            program.choose_file("Lưu biểu đồ", path)
            self.assertTrue(path.read_bytes().startswith(start), name)
            program.wait_for_windows(1)
            program.focus_window()
        self.save_pixels(program)
        self.put_out(program, "Lưu thành bảng tính Excel")
        program.choose_file("Lưu biểu đồ", self.folder / "chart.xlsx")
        self.check_document(self.folder / "chart.xlsx")
        program.wait_for_windows(1)
        program.focus_window()
        self.close(program)

    def test_opens_the_records_behind_a_bar(self):
        """The first one of its classes: it stands left in the chart, whose name says its figure."""
        program = self.open_practice()
        program.key("alt+8")
        program.find("list", CHARTS_PAGE)
        charts = [image for image, name in program.application().walk_named("image") if name.startswith(f"{CHART}:")]
        left, top, width, height = max((chart.extents for chart in charts), key=lambda extents: extents[3])
        number = re.search(r"3 sao ([\d.]+) sản phẩm", charts[0].name)[1]
        place = [str(left + width * 18 // 100), str(top + height * 3 // 4)]
        subprocess.run(["xdotool", "mousemove", "--window", program.window(), *place, "click", "1"],
                       env=self.desktop.environment, check=True)
        program.find("tree table", "Sản phẩm")
        program.find("label", f"{number} sản phẩm")
        self.close(program)

    def heads(self, name, *options):
        """The headings of a report that the command line writes now."""
        path = self.folder / "report.csv"
        subprocess.run([desktop.OCOP, "report", str(self.register), name, "-o", str(path), *options], check=True,
                       stdout=subprocess.DEVNULL, env=dict(self.desktop.environment, OCOP_LANGUAGE="vi"))
        return path.read_text(encoding="utf-8-sig").splitlines()[0].split(",")

    def test_keeps_the_columns_of_a_report(self):
        """Hidden, renamed, moved by keys and by the mouse; kept under a name, which is chosen again and given up."""
        program = self.open_practice()
        preview = self.open_report(program)
        usual = self.heads("star-distribution")
        program.find("push button", "Cột", preview).press()
        program.wait_for_windows(3)
        program.focus_window()
        dialog = program.find_window("Cột của")
        program.click(program.find("check box", "Sản phẩm: 5 sao", dialog))
        program.click(program.find("check box", "Địa phương", dialog))
        program.key("space", "alt+Up", "Tab")
        program.type("Xa")
        program.click(program.find("text", "Tên mẫu cần giữ", dialog))
        program.type("Mau So")
        program.key("Return")
        desktop.wait_for("the kept form", lambda: program.find("push button", "Bỏ mẫu", dialog).is_sensitive)
        program.find("push button", "Cột mặc định", dialog).press()
        self.choose(program, "Bắt đầu từ mẫu: Các cột đang dùng", "Mau So")
        program.find("push button", "Lưu", dialog).press()
        program.wait_for_windows(2)
        program.focus_window()
        heads = self.heads("star-distribution")
        self.assertEqual(heads, self.heads("star-distribution", "--layout", "Mau So"))
        self.assertEqual((heads[:3], len(heads)), (["Xa", usual[0], usual[2]], len(usual) - 1))
        program.find("push button", "Cột", preview).press()
        program.wait_for_windows(3)
        program.focus_window()
        dialog = program.find_window("Cột của")
        program.click(program.find("text", "Tên mẫu cần giữ", dialog))
        program.type("Mau So")
        forget = program.find("push button", "Bỏ mẫu", dialog)
        forget.press()
        desktop.wait_for("it to be given up", lambda: not forget.is_sensitive)
        self.ocop("undo", self.register)
        self.assertEqual(heads, self.heads("star-distribution", "--layout", "Mau So"))
        program.find("push button", "Cột mặc định", dialog).press()
        columns = lambda: [name for _, name in dialog.walk_named("check box")]
        desktop.wait_for("the usual columns", lambda: columns()[1:2] == ["Địa phương"])
        handles = [widget for widget, name in dialog.walk_named("image") if name.startswith("Kéo cột")]
        program.drag(handles[2].middle, handles[1].middle)
        desktop.wait_for("the column to move", lambda: columns()[1:2] == ["Sản phẩm: Tổng số"])
        program.find("push button", "Lưu", dialog).press()
        moved = [usual[0], usual[2], usual[1], *usual[3:]]
        desktop.wait_for("the columns", lambda: self.heads("star-distribution") == moved)
        self.close(program)

    def choose(self, program, button, typed):
        program.click(program.find("push button", button))
        program.find("entry", "Tìm kiếm")
        program.type(typed)
        program.key("Return")

    def expect_to_open(self, *types):
        """Returns a function that answers what was opened of these types."""
        opened = self.folder / "opened"
        script = self.folder / "open"
        script.write_text(f'#!/bin/sh\necho "$1" >>"{opened}"\n')
        script.chmod(0o755)
        applications, config = self.folder / "data" / "applications", self.folder / "config"
        for folder in (applications, config):
            folder.mkdir(parents=True, exist_ok=True)
        (applications / "opener.desktop").write_text(f"[Desktop Entry]\nType=Application\nName=Opener\nExec={script} %u\n"
                                                     f"MimeType={';'.join(types)};\n")
        (config / "mimeapps.list").write_text("[Default Applications]\n" + "".join(f"{name}=opener.desktop\n" for name in types))
        return lambda: [uri.removeprefix("file://").rstrip("/") for uri in opened.read_text().split()] if opened.exists() else []

    def test_opens_what_was_saved(self):
        opened = self.expect_to_open("application/pdf", "inode/directory")
        program = self.open_practice()
        preview = self.open_report(program)
        path = self.folder / "report.pdf"
        program.key("ctrl+s")
        program.choose_file("Lưu báo cáo", path)
        program.find("push button", "Mở tệp", preview).press()
        desktop.wait_for("the file to open", lambda: opened() == [str(path)])
        program.find("push button", "Mở thư mục", preview).press()
        desktop.wait_for("the folder to open", lambda: opened() == [str(path), str(self.folder)])
        program.key("Escape")
        program.wait_for_windows(1)
        program.focus_window()
        self.close(program)


if __name__ == "__main__":
    desktop.run()
