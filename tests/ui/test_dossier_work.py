# SPDX-License-Identifier: GPL-3.0-or-later
"""Ideas, points, the advisory group and papers of dossiers, by keyboard; what was stored is asked of the command line."""
import json
import subprocess
import zipfile

import desktop


class DossierWorkTest(desktop.DeskCase):
    def setUp(self):
        super().setUp()
        self.register = self.new_practice("practice.ocop")

    def ocop(self, *arguments):
        done = subprocess.run([desktop.OCOP, *arguments, "--json"], capture_output=True, text=True, check=True,
                              env=dict(self.desktop.environment, OCOP_LANGUAGE="vi"))
        return json.loads(done.stdout)

    def list(self, kind, *options):
        rows = self.ocop("list", self.register, kind, *options)
        return rows if kind == "products" else self.own(kind, rows)

    def add(self, plural, **fields):
        return self.ocop("add", self.register, plural, *(f"{name}={value}" for name, value in fields.items()))["id"]

    def begin(self, words, **fields):
        product = self.list("products", "--search", words)[0]
        return self.add("dossiers", product=product["id"], name=f"Zq {product['name']} – Lần đầu 2026", kind="first", step="complete", **{"--reason": "Thu"},
                        step_on="2026-11-02", criteria_set=self.ocop("show", self.register, "products", product["id"])["criteria_set"], **fields)

    def wait_for(self, what, *question):
        def stored():
            return [list(row.values()) for row in self.list(*question)] == what
        desktop.wait_for(f"{question}: {what}", stored)

    def type(self, program, text):
        program.key(*("space" if letter == " " else letter for letter in text))

    def open_dossiers(self):
        program = self.open(self.register)
        program.find("label", "Tính đến ngày")
        program.key("alt+4", "ctrl+k")
        self.type(program, "zq")
        program.key("Return")
        return program

    def choose_paper(self, program, place):
        """From the list of papers: arrows and Enter."""
        program.key("ctrl+shift+p")
        program.find_window("Biểu mẫu, văn bản của")
        program.key(*["Down"] * place, "Return")

    def test_idea(self):
        """An idea is kept of a product that is no more than a name, of a day before the law that says how dossiers go too."""
        self.add("products", name="Tra hoa vang")
        program = self.open(self.register)
        program.find("label", "Tính đến ngày")
        program.key("alt+3", "ctrl+k")
        self.type(program, "tra hoa vang")
        program.key("Return")
        program.find("label", "khớp “tra hoa vang”")
        program.key("Return")
        program.find("page tab", "Thông tin")
        program.key("Escape", "ctrl+m")
        program.find_window("Lập hồ sơ")
        program.find("label", "Xã đã tiếp nhận")
        program.choose("Up")
        program.find("label", "Ý tưởng")
        program.key("Tab", "ctrl+a")
        program.type_path("10/04/2023")
        program.key("ctrl+Return")
        desktop.wait_for("an idea", lambda: [(dossier["step"], dossier["step_on"]) for dossier in self.list("dossiers")] == [("idea", "2023-04-10")])
        self.close(program)

    def test_documents_are_a_key_away(self):
        """The first of them takes the next key, not a button below them."""
        self.begin("mat ong bac ha")
        program = self.open_dossiers()
        program.find("label", "1 hồ sơ")
        program.key("Down", "Return", "ctrl+Page_Down")
        desktop.wait_for("the first row", lambda: program.find("list item", "Phiếu đăng ký").is_focused)
        program.key("1")
        program.find("list item", "Phiếu đăng ký đánh giá, phân hạng sản phẩm OCOP · Đã nộp")
        self.close(program)

    def test_points(self):
        """Digits and arrows; what no option has is refused, and nothing is lost by one key."""
        dossier = self.begin("mat ong bac ha")
        program = self.open_dossiers()
        program.find("label", "1 hồ sơ")
        program.key("Down", "ctrl+b")
        program.find_window("Điểm: ")
        program.find("label", "1.1 Nguồn gốc sản phẩm")
        program.key("3", "1", "9")
        program.find("label", "không có mức 9 điểm")
        program.key("Right", "2", "Escape")
        program.find("label", "chưa được lưu")
        program.key("ctrl+s")
        self.wait_for([[dossier, "1.1=2 1.2=1", "1.3=1"]], "dossiers", "--columns", "id,self_choices,advised_choices")
        self.close(program)

    def test_advisory_group(self):
        """All chosen dossiers to the members of their ministries, and a visit to each commune, a working day each."""
        self.begin("mat ong bac ha")
        self.begin("ao cham")
        council = self.add("councils", name="Zq to tu van", kind="advisory")
        self.add("councils", name="Zq hoi dong", kind="council")
        self.add("council_members", council=council, name="Mot Nong", role="member", body="agriculture")
        self.add("council_members", council=council, name="Hai Cong", role="member", body="industry")
        program = self.open_dossiers()
        program.find("label", "2 hồ sơ")
        program.key("ctrl+a", "ctrl+t")
        program.find_window("Tổ tư vấn")
        self.type(program, "zq")
        desktop.wait_for("that group alone", lambda: program.find("label", "Zq to tu van")
                         and not any(name.startswith(("Hội đồng đánh giá", "Zq hoi dong")) for name in program.names("label")))
        program.key("Down", "Return", "ctrl+Return")
        desktop.wait_for("two visits", lambda: len(self.list("visits")) == 2)
        self.assertEqual(sorted(assignment["member"] for assignment in self.list("assignments")), ["Hai Cong", "Mot Nong"])
        self.assertEqual(len(self.list("visit_products")), 2)
        self.close(program)

    def test_begins_several(self):
        """A dossier for each chosen product, by one change; one that has a dossier under way is named and left out."""
        for name in ("Zq mot", "Zq hai", "Zq ba"):
            self.add("products", name=name, criteria_set="QD26-04")
        product = self.list("products", "--search", "zq mot")[0]
        self.add("dossiers", product=product["id"], name="Zq mot cu", kind="first", step="complete", step_on="2026-11-02")
        program = self.open(self.register)
        program.find("label", "Tính đến ngày")
        program.key("alt+3", "ctrl+k")
        self.type(program, "zq")
        program.key("Return")
        program.find("label", "3 sản phẩm")
        program.key("ctrl+a", "ctrl+m")
        dialog = program.find_window("Lập hồ sơ cho 3 sản phẩm")
        program.find("label", "Zq mot: Sản phẩm còn một hồ sơ", dialog)
        program.focus_window()
        program.key("ctrl+Return")
        desktop.wait_for("the two dossiers", lambda: len(self.list("dossiers")) == 3)
        program.wait_for_windows(1)
        program.find("label", "Đã lập 2 hồ sơ. Chưa lập cho:")
        program.focus_window()
        program.key("ctrl+z")
        desktop.wait_for("none of them", lambda: len(self.list("dossiers")) == 1)
        self.close(program)

    def test_moves_several(self):
        """All chosen dossiers by one change, which one undoing takes back; not those of several steps."""
        self.begin("mat ong bac ha")
        self.begin("ao cham")
        program = self.open_dossiers()
        program.find("label", "2 hồ sơ")
        program.key("ctrl+a", "ctrl+m")
        program.find_window("Chuyển bước 2 hồ sơ")
        program.find("label", "Tổ tư vấn đang thẩm định")
        columns = ["dossiers", "--columns", "id,step"]
        stood = self.list(*columns)
        program.key("ctrl+Return")
        desktop.wait_for("both moved", lambda: all(row["step"] != "complete" for row in self.list(*columns)))
        # One each when they were begun, and one each now.
        self.assertEqual(len(self.list("dossier_moves")), 4)
        program.wait_for_windows(1)
        program.focus_window()
        program.key("ctrl+z")
        desktop.wait_for("both back", lambda: self.list(*columns) == stood)
        product = self.list("products", "--search", "nuoc mam")[0]
        self.add("dossiers", product=product["id"], name="Zq nuoc mam", kind="first", step="idea", step_on="2026-11-02")
        program.find("label", "3 hồ sơ")
        program.key("ctrl+a", "ctrl+m")
        program.find_window("Chuyển bước 3 hồ sơ")
        program.find("label", "khác nhau về loại hoặc bước")
        self.close(program)

    def test_form(self):
        """Of two dossiers in one preview."""
        self.begin("mat ong bac ha")
        self.begin("ao cham")
        program = self.open_dossiers()
        program.find("label", "2 hồ sơ")
        program.key("ctrl+a")
        self.choose_paper(program, 0)
        program.find_window("Mẫu số 01")
        program.find("label", "2 trang")
        self.close(program)

    def test_letter(self):
        """Of one dossier, as a file."""
        self.begin("mat ong bac ha")
        program = self.open_dossiers()
        program.find("label", "1 hồ sơ")
        program.key("Down")
        self.choose_paper(program, 5)
        path = self.folder / "letter.docx"
        program.choose_file("Lưu văn bản", path)
        program.find("label", "Đã ghi: ")
        self.check_document(path)
        with zipfile.ZipFile(path) as package:
            self.assertIn("Nộp bổ sung", package.read("word/document.xml").decode("utf-8"))
        program.wait_for_windows(1)
        program.focus_window()
        self.close(program)

    def test_own_template(self):
        """Chosen from a file, used with what it lacks said, and taken out again."""
        own = self.folder / "own.docx"
        subprocess.run([desktop.OCOP, "template", "minutes", "-o", own], check=True)
        self.begin("mat ong bac ha")
        program = self.open_dossiers()
        program.find("label", "1 hồ sơ")
        program.key("Down", "ctrl+shift+p")
        dialog = program.find_window("Biểu mẫu, văn bản của")
        self.choose_template(program, dialog, "mẫu của chương trình", "Chọn tệp làm mẫu riêng…")
        program.open_file("Mẫu riêng của cơ quan", "Chọn", own)
        program.find("label", "Từ nay dùng mẫu riêng của cơ quan.", dialog)
        program.focus_window()
        program.key("Escape")
        program.wait_for_windows(1)
        program.focus_window()
        self.choose_paper(program, 5)
        program.choose_file("Lưu văn bản", self.folder / "letter.docx")
        program.find("label", "«dot_danh_gia» không phải là tên trường dùng được ở đây")
        program.key("Escape")
        program.wait_for_windows(1)
        program.focus_window()
        program.key("ctrl+shift+p")
        dialog = program.find_window("Biểu mẫu, văn bản của")
        self.choose_template(program, dialog, "mẫu riêng của cơ quan", "Dùng lại mẫu của chương trình")
        program.find("label", "Từ nay dùng mẫu của chương trình. Mẫu trước được giữ tại: ", dialog)
        self.assertEqual([path.name for path in self.register.with_suffix(".mau").iterdir()], ["completion-request (1).docx"])
        program.focus_window()
        program.key("Escape")
        program.wait_for_windows(1)
        program.focus_window()
        self.close(program)

    def choose_template(self, program, dialog, used, action):
        program.focus_window()
        program.find("push button", f"Yêu cầu hoàn thiện hồ sơ: {used}", dialog).children[0].press()
        program.find("menu item", action).press()


if __name__ == "__main__":
    desktop.run()
