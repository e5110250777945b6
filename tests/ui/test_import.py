# SPDX-License-Identifier: GPL-3.0-or-later
"""A list comes into the register through the window, and goes out of it again."""
import csv
import shutil
import subprocess

import desktop
import files

SAMPLE = desktop.PROJECT / "data" / "sample" / "recognised-products.csv"


class ImportTest(desktop.DeskCase):
    def open_assistant(self):
        self.register = self.new_register("office.ocop", "--office", "Chi cục Thử Nghiệm")
        program = self.open(self.register)
        program.find("push button", "Nhập dữ liệu với tên này")
        program.focus_window()
        program.key("A", "n", "Return")
        program.find("label", "Chi cục Thử Nghiệm · An")
        program.focus_window()
        program.key("ctrl+i")
        program.find("push button", "Chọn tệp")
        return program

    def choose(self, program, path):
        program.focus_window()
        program.key("ctrl+o")
        program.open_file("Chọn danh sách", "Mở", path)

    def type_path(self, program, path):
        program.focus_window()
        program.key("ctrl+a")
        subprocess.run(["xdotool", "type", "--delay", "20", str(path)], env=self.desktop.environment, check=True)
        desktop.wait_for("the path", lambda: str(path) in self.texts(program))
        program.key("Return")

    def close_assistant(self, program, outcome):
        program.find("label", "Cả lần nhập là một thao tác")
        program.focus_window()
        program.key("Escape")
        program.find("label", outcome)
        program.focus_window()

    def texts(self, program):
        return [widget.text for widget in program.application().walk("text")]

    def count_products(self):
        listed = subprocess.run([desktop.OCOP, "list", str(self.register), "product", "--csv"], capture_output=True,
                                text=True, check=True, env=self.desktop.environment).stdout
        return max(len(listed.splitlines()) - 1, 0)

    def test_imports_a_list_and_takes_it_back(self):
        with SAMPLE.open(encoding="utf-8-sig", newline="") as file:
            n_rows = len(list(csv.DictReader(file)))
        path = self.folder / "list.csv"
        shutil.copy(SAMPLE, path)
        program = self.open_assistant()
        self.choose(program, path)
        program.find("push button", f"Tất cả  {n_rows}")
        program.find("combo box", "Cột “Tên sản phẩm” chứa")
        # What has the focus in a choice is its button, which GTK would call by its class.
        self.assertEqual([button for button in program.application().walk("push button") if button.name.startswith("Gtk")], [])
        # By the button: without a window manager it is left to chance when the keyboard comes back from the chooser.
        desktop.wait_for("the button", lambda: program.find("push button", f"Nhập {n_rows} dòng").is_sensitive)
        program.find("push button", f"Nhập {n_rows} dòng").press()
        desktop.wait_for("the products", lambda: self.count_products() == n_rows)
        self.close_assistant(program, f"Đã nhập {n_rows} dòng của list.csv")
        program.find("label", f"{n_rows} sản phẩm")
        program.key("ctrl+z")
        desktop.wait_for("an empty list", lambda: self.count_products() == 0)
        self.close(program)

    def test_chooses_between_look_alikes_and_saves_what_to_repair(self):
        path = self.folder / "list.csv"
        path.write_text("Tên sản phẩm,Chủ thể,Xã,Tỉnh,Hạng sao,Ngày công nhận\n"
                        "Gạo,HTX Mẫu,xã Một,Quảng Trị,3,15/01/2024\nTrà,Hợp tác xã Mẫu,xã Một,Quảng Trị,3,15/01/2024\n"
                        "Mật,HTX Mẫu,xã Một,Quảng Trị,7,15/01/2024\n", encoding="utf-8")
        saved = self.folder / "repair.xlsx"
        program = self.open_assistant()
        self.choose(program, path)
        program.find("push button", "Coi là chủ thể khác").press()
        program.find("push button", "Coi là cùng chủ thể")
        program.focus_window()
        program.key("ctrl+s")
        program.find("push button", "Lưu")
        self.type_path(program, saved)
        desktop.wait_for("the saved rows", lambda: saved.exists() and saved.stat().st_size > 0)
        program.focus_window()
        self.assertEqual(program.find("push button", "Nhập 2 dòng").is_sensitive, True)
        program.find("label", "1 dòng sai, không nhập")
        program.find("push button", "Nhập 2 dòng").press()
        desktop.wait_for("the products", lambda: self.count_products() == 2)
        program.find("label", f"Các dòng cần sửa nằm trong tệp {saved}")
        self.close_assistant(program, "Đã nhập 2 dòng")
        self.close(program)

    def test_imports_who_came_to_a_course(self):
        """From the list of those who came: the kind is that of the list, and the course is said once for all rows."""
        path = self.folder / "list.csv"
        path.write_text("TT,Họ và tên,Giới tính,Chủ thể\n1,Nguyễn Thị Mẫu,Nữ,HTX Bản Mây\n2,Trần Văn Mẫu,Nam,\n3,Lê Văn Lạ,Nam,HTX Không Có\n",
                        encoding="utf-8")
        self.register = self.new_practice("practice.ocop")
        self.add("courses", name="Lop cua bai thu", state="held", held_on="2026-05-04")
        self.add("producers", name="HTX Bản Mây", kind="cooperative")
        program = self.open(self.register)
        program.find("label", "Tính đến ngày")
        program.click(program.find("list item", "Tập huấn"))
        program.click(program.find("page tab", "Học viên"))
        program.focus_window()
        program.key("ctrl+i")
        program.find("push button", "Chọn tệp")
        self.choose(program, path)
        program.find("push button", "Sai  3")
        program.focus_window()
        program.go_to("text", "Lớp tập huấn (cho mọi dòng)")
        program.type("Lop cua bai")
        program.find("label", "Lop cua bai thu")
        program.key("Down", "Return")
        program.find("label", "dữ liệu không có chủ thể “HTX Không Có”")
        desktop.wait_for("the button", lambda: program.find("push button", "Nhập 2 dòng").is_sensitive)
        program.find("push button", "Nhập 2 dòng").press()
        desktop.wait_for("who came", lambda: {(row["name"], row["course"]) for row in self.list("trainees")}
                         == {("Nguyễn Thị Mẫu", "Lop cua bai thu"), ("Trần Văn Mẫu", "Lop cua bai thu")})
        self.close_assistant(program, "Đã nhập 2 dòng của list.csv")
        self.close(program)

    def test_takes_cells_from_the_clipboard(self):
        """As LibreOffice and Excel offer them: parted by tabs, a cell with two lines within quotes."""
        cells = self.folder / "cells.txt"
        cells.write_text('TT\tTên sản phẩm\tChủ thể\tHạng sao\tNgày công nhận\tGhi chú\n'
                         '1\tGạo sen\tHTX Một\t3\t15/01/2024\t"hai\ndòng"\n'
                         '2\tTrà 3" xanh\tHTX Hai\t4\t20/02/2024\t\n', encoding="utf-8")
        program = self.open_assistant()
        for target in ("UTF8_STRING", "text/plain;charset=utf-8"):
            with files.clipboard(program, target, cells):
                program.focus_window()
                program.key("ctrl+v")
                program.find("push button", "Tất cả  2")
        program.find("label", "các ô đã dán")
        desktop.wait_for("the button", lambda: program.find("push button", "Nhập 2 dòng").is_sensitive)
        program.find("push button", "Nhập 2 dòng").press()
        desktop.wait_for("the products", lambda: self.count_products() == 2)
        self.close_assistant(program, "Đã nhập 2 dòng")
        self.close(program)

    def test_reads_lists_for_old_fonts(self):
        path = self.folder / "list.csv"
        path.write_bytes("Tªn s¶n phÈm,Chñ thÓ,H¹ng sao\nG¹o s¹ch,Hîp t¸c x· MÉu,3\n".encode("latin-1"))
        program = self.open_assistant()
        self.choose(program, path)
        program.find("push button", "Giữ nguyên").press()
        program.find("push button", "Chuyển sang Unicode").press()
        program.find("push button", "Giữ nguyên")
        program.find("push button", "Nhập 1 dòng").press()
        desktop.wait_for("the product", lambda: self.count_products() == 1)
        self.close_assistant(program, "Đã nhập 1 dòng")
        self.close(program)

    def test_knows_the_kind_of_list_and_says_when_nothing_goes_in(self):
        path = self.folder / "list.csv"
        path.write_text("Tên chủ thể,Loại hình,Địa chỉ\n,Hợp tác xã,xã Một\n", encoding="utf-8")
        program = self.open_assistant()
        self.choose(program, path)
        program.find("combo box", "Cột “Tên chủ thể” chứa")
        program.find("label", "Không có dòng nào được nhập: 1 dòng sai, không nhập")
        self.assertEqual(program.find("push button", "Nhập 0 dòng").is_sensitive, False)
        program.focus_window()
        program.key("Escape")
        program.focus_window()
        self.close(program)

    def test_says_what_cannot_be_read(self):
        path = self.folder / "broken.xlsx"
        path.write_bytes(b"PK\x03\x04" + bytes(400))
        program = self.open_assistant()
        self.choose(program, path)
        program.find("alert", "Tệp bị hỏng hoặc bị cắt cụt")
        program.find("push button", "Chọn tệp")
        program.focus_window()
        program.key("Escape")
        program.focus_window()
        self.close(program)


if __name__ == "__main__":
    desktop.run()
