# SPDX-License-Identifier: GPL-3.0-or-later
"""What a form says and keeps, by keyboard; what was stored is asked of the command line."""
import datetime
import json
import subprocess

import desktop


class FormsTest(desktop.DeskCase):
    def setUp(self):
        super().setUp()
        self.register = self.new_register("practice.ocop", "--sample")

    def open_page(self, page):
        program = self.open(self.register)
        program.find("label", "Tính đến ngày")
        program.key(page)
        return program

    def open_product(self, words):
        """The form of the first product found by these words, its name ready to be typed in."""
        program = self.open_page("alt+3")
        program.key("ctrl+k")
        self.type(program, words)
        program.key("Return")
        program.find("label", f"khớp “{words}”")
        program.key("Return")
        return program

    def type(self, program, text):
        names = {" ": "space", "/": "slash"}
        program.key(*(names.get(letter, letter) for letter in text))

    def wait_for_field(self, kind, name, field, value):
        def stored():
            try:
                return self.show(kind, name)[field] == value
            except subprocess.CalledProcessError:  # not there yet
                return False
        desktop.wait_for(f"{field} = {value} of {name}", stored)

    def test_closes_when_the_adding_is_undone(self):
        self.ocop("add", self.register, "products", "name=Zzq tam")
        program = self.open_product("zzq")
        program.find("page tab", "Thông tin")
        program.key("Escape", "ctrl+z")
        desktop.wait_for("the form to close", lambda: "Thông tin" not in program.names("page tab"))
        self.close(program)

    def test_says_beside_the_field_what_is_odd(self):
        program = self.open_page("alt+2")
        program.key("ctrl+n")
        top = program.find("text", "Mã số thuế").extents[1]
        self.type(program, "Zq HTX")
        program.find("label", "chưa lưu")
        self.assertAlmostEqual(program.find("text", "Mã số thuế").extents[1], top, delta=2)  # no line came above it
        program.click(program.find("page tab", "Giấy tờ"))
        program.find("label", "Lưu bản ghi trước")
        program.click(program.find("page tab", "Thông tin"))
        program.click(program.find("text", "Chủ thể"))
        program.key("Tab", "Tab")
        self.type(program, "0300588560")
        program.key("Tab", "Tab")
        program.find("label", "Các chữ số của mã số thuế không khớp nhau")
        self.type(program, "31/02/2024")
        program.key("Tab")
        program.find("label", "“31/02/2024” không phải là ngày")
        program.key("ctrl+s")
        self.type(program, "29/02/2024")
        program.key("ctrl+s")
        self.wait_for_field("producers", "Zq HTX", "registration_date", "2024-02-29")
        before = self.count_changes()
        program.key("ctrl+z", "ctrl+y")  # the second is heard while the first is under way
        desktop.wait_for("both steps", lambda: self.count_changes() == before + 2)
        self.wait_for_field("producers", "Zq HTX", "registration_date", "2024-02-29")
        self.close(program)

    def count_changes(self):
        return len(json.loads(self.ocop("list", self.register, "history", "--json")))

    def test_adds_a_producer_on_the_way(self):
        program = self.open_page("alt+3")
        program.key("ctrl+n")
        self.type(program, "Zq sen")
        program.key("Tab")
        self.type(program, "Zq tap the")
        addition = "+ Thêm “Zq tap the”…"
        program.find("label", addition)
        program.key("Escape")
        desktop.wait_for("the suggestions to go", lambda: addition not in program.names("label"))
        program.key("Down")  # asks for them again
        program.find("label", addition)
        program.key("Down", "Return")
        program.find("label", "Thêm mới: Chủ thể")
        program.focus_window()
        program.key("ctrl+s")
        desktop.wait_for("the new producer", lambda: "Zq tap the" in self.ocop("list", self.register, "producers", "--search", "zq tap"))
        program.focus_window()
        program.key("ctrl+s")
        self.wait_for_field("products", "Zq sen", "producer", "Zq tap the")
        self.close(program)

    def test_says_which_days_are_estimated(self):
        product = self.ocop("add", self.register, "products", "name=Zq mật").strip()
        year = datetime.date.today().year - 1
        self.ocop("add", self.register, "recognitions", f"product={product}", "outcome=recognised", "class=3",
                  f"decision_date={year}")
        program = self.open_product("zq mat")
        program.find("label", f"đến ≈\u00a031/12/{year + 3} (ước tính theo năm)")
        program.click(program.find("page tab", "Công nhận"))
        program.find("label", f"năm {year} · đến ≈\u00a031/12/{year + 3} (ước tính)")
        self.close(program)

    def test_says_the_term_of_what_stands_in_the_form(self):
        product = self.ocop("add", self.register, "products", "name=Zq mật").strip()
        self.ocop("add", self.register, "recognitions", f"product={product}", "outcome=recognised", "class=3",
                  "decision_date=2025-05-10")
        program = self.open_page("alt+7")
        program.key("ctrl+k")
        self.type(program, "zq mat")
        program.key("Return")
        program.find("label", "khớp “zq mat”")
        program.key("Return")
        program.find("label", "Hiệu lực 10/05/2025 – 10/05/2028")
        program.click(program.find("text", "Ngày quyết định"))
        program.key("ctrl+a")
        self.type(program, "11/05/2025")
        program.find("label", "Hiệu lực 11/05/2025 – 11/05/2028")
        program.key("Escape")
        program.find("push button", "Bỏ").press()
        program.find("label", "Hiệu lực 10/05/2025 – 10/05/2028")
        self.close(program)

    def open_recognition(self, decided_on):
        """The form of a product's one recognition by a decision of that day."""
        product = self.ocop("add", self.register, "products", "name=Zq mật").strip()
        self.ocop("add", self.register, "recognitions", f"product={product}", "outcome=recognised", "class=3",
                  f"decision_date={decided_on}", "decision_number=7/QD")
        program = self.open_page("alt+7")
        program.key("ctrl+k")
        self.type(program, "zq mat")
        program.key("Return")
        program.find("label", "khớp “zq mat”")
        program.key("Return")
        program.find("label", "Hiệu lực ")
        return program

    def choose_ending(self, program, number):
        """By keyboard; the list begins with an empty line."""
        program.go_to("combo box", "Hình thức chấm dứt")
        program.choose(*["Down"] * number)

    def wait_for_state(self, state, on=None, **fields):
        day = ["--on", on] if on else []

        def stored():
            [found] = json.loads(self.ocop("list", self.register, "recognitions", "--search", "zq mat", "--json", "--columns",
                                           ",".join(["state", *fields]), *day))
            return found["state"] == state and all(found[field] == value for field, value in fields.items())
        desktop.wait_for(f"{state} with {fields}", stored)

    def test_revoked_and_withdrawn(self):
        today = datetime.date.today()
        program = self.open_recognition(today.replace(year=today.year - 1, day=1))
        self.choose_ending(program, 1)
        program.find("label", "chưa rõ từ ngày nào")
        program.key("Tab")
        self.type(program, today.strftime("%d/%m/%Y"))
        program.find("label", f"Không còn hiệu lực từ {today:%d/%m/%Y}")
        program.go_to("text", "Quyết định chấm dứt")
        self.type(program, "9/QD")
        program.go_to("text", "Lý do")
        self.type(program, "ngung san xuat")
        program.key("ctrl+s")
        self.wait_for_state("revoked", ending_decision="9/QD", ending_reason="ngung san xuat", ended_on=today.isoformat())
        self.choose_ending(program, 1)  # from revoked on: withdrawn
        program.key("ctrl+s")
        self.wait_for_state("withdrawn")
        program.key("ctrl+z", "ctrl+z")
        self.wait_for_state("valid", ending_decision=None, ended_on=None)
        program.find("label", "Hiệu lực ")
        program.click(program.find("page tab", "Khen thưởng"))
        program.find("label", "Nơi ghi số tiền đã thưởng")
        self.close(program)

    def test_running_on(self):
        """Article 12.3: a certificate that ended in the months of transition."""
        program = self.open_recognition("2023-08-01")
        program.find("label", "Hiệu lực 01/08/2023 – 01/08/2026")
        self.choose_ending(program, 4)
        program.find("label", "muộn nhất đến 28/01/2027 (Điều 12.3)")
        program.key("ctrl+s")
        self.wait_for_state("extended", on="2026-10-01")
        program.key("ctrl+z")
        self.wait_for_state("expired", on="2026-10-01")
        self.close(program)

    def test_tells_no_from_unknown(self):
        self.ocop("add", self.register, "producers", "name=Zq HTX")
        program = self.open_page("alt+2")
        program.key("ctrl+k")
        self.type(program, "zq htx")
        program.key("Return")
        program.find("label", "khớp “zq htx”")
        program.key("Return")
        for key, value in (("Down", True), ("Down", False)):
            program.go_to("combo box", "Có tên miền .vn")
            program.choose(key)
            program.find("label", "chưa lưu")
            program.key("ctrl+s")
            self.wait_for_field("producers", "Zq HTX", "vn_domain", value)
            desktop.wait_for("the form to be read again", lambda: "chưa lưu" not in program.names("label"))
        self.close(program)

    def test_keeps_what_is_typed_while_it_saves(self):
        """Keys do not wait: what comes after Ctrl+S is neither lost when the record is read again nor a conflict with oneself."""
        program = self.open_product("bun gao lut")
        program.key("End", "z", "ctrl+s", "q", "ctrl+s", "v", "ctrl+s")
        self.wait_for_field("products", "Bún gạo lứt Sông Nhỏzqv", "name", "Bún gạo lứt Sông Nhỏzqv")
        desktop.wait_for("the form to be saved", lambda: "chưa lưu" not in program.names("label"))
        self.close(program)

    def close_unsaved(self, program):
        program.key("ctrl+q")
        program.find("push button", "Đóng, không lưu").press()
        desktop.wait_for("the end", lambda: program.process.poll() is not None)
        self.close(program)

    def test_shows_both_sides_of_a_conflict(self):
        program = self.open_product("bun gao lut")
        program.key("End")
        self.type(program, " zq")
        self.ocop("edit", self.register, "products", "Bún gạo lứt Sông Nhỏ", "name=Bún của người khác", "note=Khác")
        program.key("ctrl+s")
        program.find("label", "Bún của người khác")
        program.find("push button", "Giữ của tôi").press()
        self.wait_for_field("products", "Bún gạo lứt Sông Nhỏ zq", "note", "Khác")
        self.close(program)

    def test_keeps_of_each_field_what_is_marked(self):
        program = self.open_product("bun gao lut")
        program.key("End")
        self.type(program, " zq")
        program.go_to("text", "Mã vạch")
        self.type(program, "96385074")
        self.ocop("edit", self.register, "products", "Bún gạo lứt Sông Nhỏ", "name=Bún của người khác", "barcode=4006381333931",
                  "note=Khác")
        program.key("ctrl+s")
        program.click(program.find("check box", "Bún của người khác"))
        program.find("push button", "Giữ những giá trị đã đánh dấu").press()
        self.wait_for_field("products", "Bún của người khác", "barcode", "96385074")
        self.assertEqual(self.show("products", "Bún của người khác")["note"], "Khác")
        self.close(program)

    def test_offers_only_what_was_typed_over_what_moved_on(self):
        """A draft begun in one window, while another saves the same record."""
        program = self.open_product("bun gao lut")
        program.go_to("text", "Mã vạch")
        self.type(program, "96385074")
        program.find("label", "chưa lưu")
        self.close_unsaved(program)
        self.ocop("edit", self.register, "products", "Bún gạo lứt Sông Nhỏ", "name=Bún của người khác", "note=Khác")
        program = self.open_product("bun cua nguoi khac")
        program.find("label", "Bản nháp được viết trước khi")
        program.find("push button", "Giữ của tôi").press()
        program.find("label", "chưa lưu")
        program.key("ctrl+s")
        self.wait_for_field("products", "Bún của người khác", "barcode", "96385074")
        self.assertEqual(self.show("products", "Bún của người khác")["note"], "Khác")
        self.close(program)

    def test_brings_back_what_stood_before(self):
        program = self.open_product("bun gao lut")
        program.key("End")
        self.type(program, " zq")
        program.key("ctrl+s")
        self.wait_for_field("products", "Bún gạo lứt Sông Nhỏ zq", "name", "Bún gạo lứt Sông Nhỏ zq")
        program.key("ctrl+Page_Up")  # from the field that has the focus, round to the last tab: the history
        program.find("push button", "Lấy lại giá trị trước đó").press()
        program.find("label", "chưa lưu")
        program.key("ctrl+s")
        self.wait_for_field("products", "Bún gạo lứt Sông Nhỏ", "name", "Bún gạo lứt Sông Nhỏ")
        self.close(program)


if __name__ == "__main__":
    desktop.run()
