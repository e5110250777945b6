# SPDX-License-Identifier: GPL-3.0-or-later
"""Photos and scanned documents come to their records by file chooser, clipboard and mouse; what was
stored is asked of the command line."""
import json
import pathlib

import desktop
import files


class AttachmentCase(desktop.DeskCase):
    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content)
        return path

    def kept(self):
        """The files beside the register."""
        return sorted(path.name for path in self.folder.glob("*.files/*"))

    def type(self, program, text):
        names = {" ": "space", "/": "slash"}
        program.key(*(names.get(letter, letter) for letter in text))

    def show_first_found(self, program, page, words):
        program.find("label", "Tính đến ngày")
        program.key(page, "ctrl+k")
        self.type(program, words)
        program.key("Return")
        program.find("label", f"khớp “{words}”")
        program.key("Return")
        program.find("page tab", "Thông tin")

    def choose(self, program, path):
        program.open_file("Chọn", "Chọn", path)
        program.wait_for_windows(1)
        program.focus_window()


class PhotosTest(AttachmentCase):
    def setUp(self):
        super().setUp()
        self.register = self.new_register("practice.ocop", "--sample")
        self.product = self.ocop("add", self.register, "products", "name=Zq mat ong").strip()

    def photo(self):
        return json.loads(self.ocop("show", self.register, "products", self.product, "--json"))["photo"]

    def wait_for_photo(self, condition=bool):
        return desktop.wait_for("the photo", lambda: condition(self.photo()) and (self.photo() or True))

    def open_product(self):
        program = self.open(self.register)
        self.show_first_found(program, "alt+3", "zq mat")
        program.go_to("push button", "Chọn ảnh")
        return program

    def give_photo(self):
        picture = self.write("given.png", files.png())
        self.ocop("edit", self.register, "products", self.product, f"photo={picture}")
        return self.photo()

    def test_chosen_and_looked_at(self):
        picture = self.write("chosen.png", files.png())
        program = self.open_product()
        program.key("space")
        self.choose(program, picture)
        program.find("label", "PNG")
        program.key("ctrl+s")
        name = self.wait_for_photo()
        self.assertEqual(self.kept(), [name])
        program.find("push button", "Xem cỡ lớn").press()
        program.find_window("Ảnh")
        program.wait_for_windows(2)
        program.focus_window()
        program.key("Escape")
        program.wait_for_windows(1)
        program.focus_window()
        self.close(program)

    def test_pasted(self):
        picture = self.write("copied.png", files.png())
        program = self.open_product()
        with files.clipboard(program, "image/png", picture):
            program.key("ctrl+v")
            program.find("label", "PNG")
        program.key("ctrl+s")
        self.wait_for_photo()
        other = self.write("other.png", files.png(colour=b"\xff\0\0"))
        with files.copy_files(program, self.folder, other):
            program.key("ctrl+v")
            program.find("label", "chưa lưu")
        program.key("ctrl+s")
        desktop.wait_for("both photos", lambda: len(self.kept()) == 2)
        self.close(program)

    def test_dropped(self):
        picture = self.write("dropped.png", files.png())
        program = self.open_product()
        with files.dropped(program, program.find("push button", "Chọn ảnh"), picture):
            program.find("label", "PNG")
        program.focus_window()
        program.key("ctrl+s")
        self.wait_for_photo()
        self.close(program)

    def test_refused(self):
        """What cannot be a photo is said beside the field, and what stood there stays."""
        name = self.give_photo()
        program = self.open(self.register)
        self.show_first_found(program, "alt+3", "zq mat")
        program.go_to("push button", "Chọn")
        for path, words in ((self.write("list.png", b"STT,Ten\n"), "không phải tệp ảnh"),
                            (self.write("cut.png", files.png()[:-20]), "bị cắt cụt"),
                            (self.write("empty.png", b""), "tệp rỗng"),
                            (self.write("large.png", files.png() + bytes(64 * 1024 * 1024)), "lớn hơn 64 MB")):
            program.key("space")
            self.choose(program, path)
            program.find("label", words)
            program.find("label", path.name)
        self.assertNotIn("chưa lưu", program.names("label"))
        self.assertEqual(self.photo(), name)
        self.assertEqual(self.kept(), [name])
        self.close(program)

    def test_removed_and_brought_back(self):
        name = self.give_photo()
        program = self.open(self.register)
        self.show_first_found(program, "alt+3", "zq mat")
        program.go_to("push button", "Chọn")
        program.key("Delete")
        program.find("label", "Kéo thả ảnh")
        program.key("ctrl+s")
        self.wait_for_photo(lambda photo: photo is None)
        self.assertEqual(self.kept(), [name])
        program.key("ctrl+z")
        self.wait_for_photo(lambda photo: photo == name)
        program.find("label", "PNG")
        self.close(program)

    def test_missing(self):
        """The file is gone from beside the register: the record says so, and is saved all the same."""
        name = self.give_photo()
        for path in self.folder.glob("*.files/*"):
            path.unlink()
        program = self.open(self.register)
        self.show_first_found(program, "alt+3", "zq mat")
        program.find("label", "Thiếu tệp này bên cạnh dữ liệu")
        program.key("End")
        self.type(program, " moi")
        program.key("ctrl+s")
        desktop.wait_for("the new name", lambda: "Zq mat ong moi" in self.ocop("list", self.register, "products", "--search", "zq mat"))
        self.assertEqual(self.photo(), name)
        self.close(program)


class DossierDocumentsTest(AttachmentCase):
    def setUp(self):
        super().setUp()
        self.register = self.new_practice("practice.ocop")
        product = self.ocop("add", self.register, "products", "name=Zq mat ong", "criteria_set=QD26-04").strip()
        self.dossier = self.ocop("add", self.register, "dossiers", "name=Zq ho so", f"product={product}", "kind=first",
                                 "criteria_set=QD26-04", "step=commune-received").strip()

    def documents(self):
        listed = json.loads(self.ocop("list", self.register, "dossier_documents", "--json", "--columns",
                                      "document,name,state,number,issued_on,expires_on,file"))
        return {document["document"]: document for document in self.own("dossier_documents", listed)}

    def wait_for(self, code, **fields):
        def stored():
            document = self.documents().get(code, {})
            return all(document.get(field) == value for field, value in fields.items())
        desktop.wait_for(lambda: f"{code} with {fields}; it is {self.documents().get(code)}", stored)

    def open_list(self):
        program = self.open(self.register)
        self.show_first_found(program, "alt+4", "zq")
        program.key("ctrl+Page_Down")
        program.click(program.find("list item", "Phiếu đăng ký"))
        return program

    def test_ticked_and_typed_by_keyboard(self):
        program = self.open_list()
        program.find("label", "Còn thiếu 5")
        program.key("1")
        self.wait_for("form-01", state="handed-in")
        program.find("list item", "Phiếu đăng ký đánh giá, phân hạng sản phẩm OCOP · Đã nộp")
        program.key("Down", "space")
        self.wait_for("form-02", state="handed-in")
        program.key("Down", "Return")
        self.type(program, "12/GCN")
        program.key("Tab")
        self.type(program, "31/12/2020")
        program.key("Tab")
        self.type(program, "1/1/2020")
        program.key("Return")
        program.find("label", "sớm hơn")
        program.key("ctrl+a")
        self.type(program, "1/1/2021")
        program.key("Return")
        self.wait_for("business-registration", state="handed-in", number="12/GCN", issued_on="2020-12-31", expires_on="2021-01-01")
        program.find("label", "Hết hạn ngày 01/01/2021")
        program.key("3")
        self.wait_for("production-conditions", state="not-needed")
        program.key("4")
        self.wait_for("production-conditions", state="renew")
        program.find("label", "Phải làm mới 1")
        program.key("Menu")
        program.find("menu item", "Mở bằng chương trình khác (F4)")
        program.key("Escape")
        program.key("ctrl+z")
        self.wait_for("production-conditions", state="not-needed")
        self.close(program)

    def test_scan_pasted_looked_at_and_removed(self):
        scan = self.write("scan.pdf", files.pdf(pages=3))
        program = self.open_list()
        with files.copy_files(program, self.folder, scan):
            program.key("ctrl+v")
            desktop.wait_for("the scan", lambda: self.documents().get("form-01", {}).get("file"))
        self.wait_for("form-01", state="handed-in")
        program.find("push button", "Xem tệp")
        program.key("F3")
        program.find("label", "Trang 1/3")
        program.wait_for_windows(2)
        program.focus_window()
        program.key("ctrl+Page_Down")
        program.find("label", "Trang 2/3")
        program.key("Escape")
        program.wait_for_windows(1)
        program.focus_window()
        program.key("Delete")
        self.wait_for("form-01", state="handed-in", file=None)
        program.key("ctrl+z")
        desktop.wait_for("the scan again", lambda: self.documents()["form-01"]["file"])
        self.close(program)

    def test_several_are_asked_for(self):
        paths = [self.write("Mau 01.pdf", files.pdf()), self.write("Anh xuong.png", files.png()),
                 self.write("cong bo chat luong san pham.pdf", files.pdf()[:-9])]
        program = self.open_list()
        with files.dropped(program, program.find("list item", "Báo cáo tự đánh giá"), *paths):
            program.find_window("Mỗi tệp thuộc tài liệu nào?")
        program.wait_for_windows(2)
        program.focus_window()
        program.key("ctrl+Return")
        program.find("label", "cong bo chat luong san pham.pdf: tệp thiếu phần cuối")
        self.assertEqual(self.documents(), {})
        program.key("space", "Home", "Return")  # the one that is broken has the focus: it is left out
        program.key("ctrl+Return")
        program.wait_for_windows(1)
        program.focus_window()
        documents = self.documents()
        self.assertEqual({code: document["name"] for code, document in documents.items() if code == "other"}, {"other": "Anh xuong"})
        self.assertTrue(documents["form-01"]["file"].endswith(".pdf"))
        self.assertTrue(documents["other"]["file"].endswith(".png"))
        program.key("ctrl+z")
        desktop.wait_for("none of them", lambda: self.documents() == {})
        self.close(program)

    def test_opened_with_the_system_s_program(self):
        scan = self.write("scan.pdf", files.pdf())
        self.ocop("add", self.register, "dossier_documents", f"dossier={self.dossier}", "document=form-01",
                  "name=Phiếu đăng ký", "state=handed-in", f"file={scan}")
        opened = files.install_viewer(self.folder, "application/pdf")
        program = self.open_list()
        program.key("F4")
        desktop.wait_for("the viewer", opened.exists)
        copy = pathlib.Path(desktop.wait_for("its file", opened.read_text).strip())
        self.assertEqual(copy.read_bytes(), scan.read_bytes())
        self.assertEqual(copy.stat().st_mode & 0o222, 0)
        self.close(program)


if __name__ == "__main__":
    desktop.run()
