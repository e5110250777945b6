# SPDX-License-Identifier: GPL-3.0-or-later
"""Slides shown to an audience: by the keys of any program for presenting, covered, with figures that stay or follow the register."""
import datetime

import desktop

TITLE = "Chương trình OCOP: kết quả và tiến độ"
FIRST = "Cơ cấu sản phẩm OCOP theo hạng sao: "
CHANGED = "dữ liệu đã thay đổi sau đó"


class PresentTest(desktop.DeskCase):
    def start(self):
        program = self.open(self.register)
        program.find("list", "Các trang")
        program.find("push button", "Tính đến")
        program.key("alt+8")
        program.find("push button", "Sao chép, lưu").press()
        program.find("menu item", "Trình chiếu các biểu đồ").press()
        program.wait_for_windows(3)
        return program

    def recognise(self):
        """One more product with 3 stars."""
        producer = self.add("producers", name="HTX Moi", kind="cooperative")
        product = self.add("products", name="San pham moi", producer=producer, criteria_set="QD26-03")
        self.add("recognitions", product=product, outcome="recognised", **{"class": "3"}, kind="first",
                 decision_date=str(datetime.date.today() - datetime.timedelta(days=30)))

    def test_is_presented(self):
        self.register = self.new_practice("practice.ocop")
        program = self.start()
        speaker = program.find_window(f"Trình chiếu: {TITLE}")
        audience = next(window for window in program.application().children if window.name == TITLE)
        program.find("image", TITLE, audience)
        program.focus_window()

        program.key("Next")  # a remote control's: Page Down
        program.find("image", FIRST, audience)
        program.find("label", FIRST, speaker)  # to read out
        program.find("label", "2/", speaker)
        program.key("period")
        program.find("image", "Màn hình đen", audience)
        program.find("label", "Màn hình đen", speaker)
        program.key("b", "comma")
        program.find("image", "Màn hình trắng", audience)
        program.key("w", "BackSpace")
        program.find("image", TITLE, audience)
        program.key("3", "Return")
        program.find("image", "Sản phẩm OCOP theo địa phương: ", audience)
        program.key("space", "Home", "Right", "1", "7")
        program.find("label", "→ 17, bấm Enter", speaker)
        program.key("Escape")  # what was typed, not the show
        program.find("image", FIRST, audience)
        program.key("shift+F5", "Up", "F5", "n")
        program.find("image", FIRST, audience)

        # The speaker's window takes the same keys, and goes by its list.
        on_top = program.window()
        program.key("F6")
        desktop.wait_for("the speaker's window on top", lambda: program.window() != on_top)
        program.focus_window()
        program.click(program.find("list item", "9. ", speaker))
        program.find("label", "9/", speaker)
        program.key("Prior")
        program.find("label", "8/", speaker)
        program.key("2", "KP_Enter")
        masked = program.find("check box", "Che tên người", speaker)
        self.assertTrue(masked.is_checked)
        self.assertFalse(masked.is_sensitive)  # none of these slides names a person
        program.find("push button", "Dừng giờ", speaker).press()
        program.find("push button", "Chạy giờ", speaker)

        # Figures stay as they were at the beginning, until somebody wants them live.
        self.recognise()
        program.find("label", CHANGED, speaker)
        program.find("image", f"{FIRST}3 sao 72 ", audience)
        program.click(program.find("check box", "Số liệu tự cập nhật", speaker))
        program.find("image", f"{FIRST}3 sao 73 ", audience)
        self.assertNotIn(CHANGED, "".join(program.names("label")))
        self.recognise()
        program.find("image", f"{FIRST}3 sao 74 ", audience)

        program.focus_window()
        program.key("Escape")
        program.wait_for_windows(1)
        program.focus_window()
        self.close(program)


if __name__ == "__main__":
    desktop.run()
