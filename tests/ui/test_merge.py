# SPDX-License-Identifier: GPL-3.0-or-later
"""Two records that are one and the same become one: from the list and by keyboard."""
import desktop

TITLE = "Gộp hai bản ghi là một"


class MergeTest(desktop.DeskCase):
    def setUp(self):
        super().setUp()
        self.register = self.new_practice("practice.ocop")

    def open_found(self, page):
        """The list of the two records that are called so."""
        program = self.open(self.register)
        program.find("label", "Tính đến ngày")
        program.key(page, "ctrl+k")
        program.key("z", "z", "q", "Return")
        program.find("label", "khớp “zzq”")
        return program

    def open_both(self, page):
        program = self.open_found(page)
        program.key("Home", "shift+Down")
        program.find("label", "đã chọn 2")
        return program

    def add_producers(self):
        one = self.add("producers", name="Zzq mot", phone="0900000001", note="Ghi chu")
        two = self.add("producers", name="Zzq mot hai", phone="0900000002", tax_code="0100000001")
        product = self.add("products", name="Gao", producer=two)
        return one, two, product

    def wait_for_names(self, plural, *names):
        desktop.wait_for(f"{names}", lambda: [row["name"] for row in self.list(plural, "--search", "zzq")] == list(names))

    def test_producers(self):
        """The one that more belongs to stays, unless told; with the other's values where its own are unknown."""
        _, two, _ = self.add_producers()
        program = self.open_both("alt+2")
        program.key("ctrl+j")
        dialog = program.find_window(TITLE)
        program.find("label", "“Zzq mot” không có gì phải chuyển sang", dialog)
        self.assertTrue(program.find("check box", "Ghi chú: Ghi chu", dialog).is_checked)
        self.assertTrue(program.find("check box", "Điện thoại: 0900000002", dialog).is_checked)
        program.focus_window()
        program.key("ctrl+Return")
        self.wait_for_names("producers", "Zzq mot hai")
        kept = self.show("producers", two)
        self.assertEqual((kept["note"], kept["phone"], kept["tax_code"]), ("Ghi chu", "0900000002", "0100000001"))
        program.wait_for_windows(1)
        program.find("label", "Gộp Chủ thể “Zzq mot” vào “Zzq mot hai”")
        desktop.wait_for("the one that stays", lambda: program.find("text", "Chủ thể").text == "Zzq mot hai")
        program.focus_window()
        program.key("ctrl+z")
        self.wait_for_names("producers", "Zzq mot", "Zzq mot hai")
        self.close(program)

    def test_the_other_stays(self):
        """By an arrow key the other one, by a click one value of that which goes."""
        one, _, product = self.add_producers()
        program = self.open_both("alt+2")
        program.key("ctrl+j")
        dialog = program.find_window(TITLE)
        program.find("label", "không có gì phải chuyển sang", dialog)
        program.focus_window()
        program.key("Left")
        program.find("label", "Chuyển sang “Zzq mot”: Sản phẩm: 1", dialog)
        program.click(program.find("check box", "Điện thoại: 0900000002", dialog))
        program.key("ctrl+Return")
        self.wait_for_names("producers", "Zzq mot")
        kept = self.show("producers", one)
        self.assertEqual((kept["note"], kept["phone"], kept["tax_code"]), ("Ghi chu", "0900000002", "0100000001"))
        self.assertEqual(self.show("products", product)["producer_id"], one)
        self.close(program)

    def test_products(self):
        """From the menu; the history of the one that stays tells of it."""
        self.add("products", name="Zzq gao")
        two = self.add("products", name="Zzq gao thom")
        self.add("recognitions", product=two, outcome="recognised", **{"class": "3"}, decision_date="2026-01-05")
        program = self.open_both("alt+3")
        program.key("Menu")
        program.find("menu item", "Gộp hai mục đang chọn…").press()
        dialog = program.find_window(TITLE)
        program.find("label", "“Zzq gao” không có gì phải chuyển sang", dialog)
        program.find("push button", "Gộp", dialog).press()
        self.wait_for_names("products", "Zzq gao thom")
        program.wait_for_windows(1)
        program.focus_window()
        program.click(program.find("page tab", "Lịch sử"))
        program.find("label", "Đã nhận gộp: Zzq gao")
        self.close(program)

    def test_look_alike(self):
        """From the notice of a form: what is typed is saved first."""
        one = self.add("producers", name="Zzq mot")
        self.add("producers", name="Zzq", note="Ghi chu")
        program = self.open_found("alt+2")
        program.key("Home", "F2", "End")
        program.type(" mot")
        program.key("Tab")
        program.find("push button", "Lưu và gộp…").press()
        dialog = program.find_window(TITLE)
        program.find("label", "không có gì phải chuyển sang", dialog)
        program.focus_window()
        program.key("Right", "ctrl+Return")
        self.wait_for_names("producers", "Zzq mot")
        self.assertEqual(self.show("producers", one)["note"], "Ghi chu")
        program.wait_for_windows(1)
        self.close(program)

    def test_split(self):
        """A product that another producer makes from now on: what its certificate asks for is said, nothing is forbidden."""
        former = self.add("producers", name="Zzr mot")
        self.add("producers", name="Zzr hai")
        product = self.add("products", name="Zzq gao", producer=former)
        self.add("recognitions", product=product, outcome="recognised", **{"class": "3"}, decision_date="2026-01-05")
        self.add("dossiers", product=product, name="Ho so", kind="upgrade", step="council", **{"--reason": "Thu"})
        program = self.open_found("alt+3")
        program.key("Home", "F2", "Tab", "ctrl+a")
        program.type("zzr hai")
        program.find("label", "Zzr hai")
        program.key("Down", "Return", "Tab")
        program.find("label", "lưu xong, hãy dùng “Cấp lại giấy chứng nhận…” ở trang Kết quả công nhận. Hồ sơ đang giải quyết")
        program.key("ctrl+s")
        desktop.wait_for("the producer", lambda: self.show("products", product)["producer"] == "Zzr hai")
        self.close(program)

    def test_one_alone(self):
        """With one chosen it cannot be asked for."""
        self.add_producers()
        program = self.open_found("alt+2")
        program.key("Menu")
        self.assertFalse(program.find("menu item", "Gộp hai mục đang chọn…").is_sensitive)
        program.key("Escape")
        self.close(program)


if __name__ == "__main__":
    desktop.run()
