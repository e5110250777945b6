# SPDX-License-Identifier: GPL-3.0-or-later
"""The papers of a session: chosen by check marks, shown as pages, and written into a folder, where nothing is lost."""
import desktop

TITLE = "Giấy tờ của phiên họp"
# What GTK 4.8 calls the role of a status.
STATUS = ""


class SessionPapersTest(desktop.DeskCase):
    def make_session(self):
        self.register = self.new_register("papers.ocop", "--sample")
        council = self.add("councils", name="Hội đồng cấp tỉnh", kind="council")
        for name, role in (("Nguyễn Văn An", "chair"), ("Trần Thị Bình", "secretary")):
            self.add("council_members", council=council, name=name, role=role)
        session = self.add("sessions", council=council, name="Đợt 2", state="planned", held_on="2026-11-24")
        product = self.add("products", name="Gạo sạch", criteria_set="QD26-03")
        dossier = self.add("dossiers", name="Gạo sạch 2026", product=product, kind="first", step="council", story="1")
        self.add("session_products", session=session, dossier=dossier, name="Gạo sạch", place="1", criteria_set="QD26-03", scoring="1")

    def open_papers(self):
        self.make_session()
        program = self.open(self.register)
        program.find("label", "Tính đến ngày")
        program.key("alt+5")
        program.click(program.find("list item", "Đợt 2"))
        program.find("list item", "Gạo sạch, 0/0 phiếu")
        program.find("push button", "Giấy tờ…").press()
        program.find_window(TITLE)
        program.focus_window()
        return program

    def test_previewed(self):
        program = self.open_papers()
        program.find("push button", "Xem các trang: Phiếu đánh giá để chấm").press()
        program.find_window("Phiếu đánh giá để chấm")
        program.find("push button", "Lưu PDF…")
        program.focus_window()
        program.key("Escape")
        program.wait_for_windows(2)
        program.focus_window()
        program.key("Escape")
        program.wait_for_windows(1)
        self.close(program)

    def test_written_into_a_folder(self):
        folder = self.folder / "giay"
        folder.mkdir()
        program = self.open_papers()
        program.key("ctrl+s")
        program.open_file("Thư mục lưu giấy tờ", "Lưu vào đây", folder)
        desktop.wait_for("the minutes", (folder / "Biên bản họp Hội đồng.docx").exists)
        desktop.wait_for("the sheets", (folder / "Phiếu đánh giá để chấm" / "01 Gạo sạch.pdf").exists)
        program.find(STATUS, "Đã ghi")
        (folder / "Biên bản họp Hội đồng.docx").write_bytes(b"edited")
        program.focus_window()
        program.key("ctrl+s")
        program.open_file("Thư mục lưu giấy tờ", "Lưu vào đây", folder)
        program.find(STATUS, "được giữ nguyên")
        self.assertEqual((folder / "Biên bản họp Hội đồng.docx").read_bytes(), b"edited")
        program.focus_window()
        program.find("push button", "Ghi đè").press()
        desktop.wait_for("the new minutes", lambda: (folder / "Biên bản họp Hội đồng.docx").read_bytes() != b"edited")
        program.wait_for_windows(2)
        program.focus_window()
        program.key("Escape")
        program.wait_for_windows(1)
        self.close(program)


if __name__ == "__main__":
    desktop.run()
