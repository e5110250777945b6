# SPDX-License-Identifier: GPL-3.0-or-later
"""A re-evaluation by written opinions (article 7.6): how the session is held, the forms sent out, an answer, the end."""
import datetime

import desktop
import test_council
from score_sheets import best_digits


class OpinionsTest(test_council.SessionCase):
    def make_session(self):
        super().make_session()
        # The chair's answer is enough.
        self.ocop("edit", str(self.register), "councils", self.council, "quorum_percent=30")
        self.ocop("edit", str(self.register), "sessions", self.session, "held_on=")
        product = self.add("products", name="Gạo nếp", criteria_set=test_council.SET)
        self.again = self.add("dossiers", name="Gạo nếp 2026", product=product, kind="again", step="council", story="1",
                              **{"--reason": "Thu"})

    def apply(self, program):
        program.focus_window()
        program.key("ctrl+Return")
        program.wait_for_windows(1)
        program.focus_window()

    def choose_written(self, program):
        """In the session's form: how it is held, and by which day the members answer."""
        program.find("push button", "Sửa…").press()
        program.find_window("Phiên họp")
        program.focus_window()
        program.go_to("combo box", "Hình thức")
        program.choose("Down", "Down")
        desktop.wait_for("the closed list", lambda: len(program.windows()) == 2)
        program.focus_window()
        program.go_to("text", "Hạn trả lời")
        program.type((datetime.date.today() + datetime.timedelta(days=10)).strftime("%d/%m/%Y"))
        self.apply(program)
        desktop.wait_for("the written session", lambda: self.show("sessions", self.session)["manner"] == "written")

    def add_dossier(self, program):
        program.key("ctrl+n")
        dialog = program.find_window("Chọn hồ sơ đưa vào chương trình")
        program.find("label", "phải họp Hội đồng", dialog)
        program.find("check box", "Gạo nếp 2026", dialog)
        program.focus_window()
        program.key("space", "ctrl+Return")
        program.wait_for_windows(1)
        program.focus_window()
        program.find("list item", "Gạo nếp, 0/3 phiếu")

    def send_out(self, program):
        program.find("push button", "Gửi phiếu lấy ý kiến").press()
        program.find("label", "Ai trả lời thì được tính là có mặt", program.find_window("Gửi phiếu lấy ý kiến"))
        self.apply(program)
        program.find("push button", "Kết thúc phiên")
        program.find("label", "Đang lấy ý kiến đến hết")
        program.find("label", "0/3: chưa đủ số ý kiến")

    def answer(self, program):
        self.tab_to(program, "list item", "Gạo nếp")
        program.key("Return")
        desktop.wait_for("the first criterion", lambda: any(name.startswith("1.1 ") for name in program.names("label")))
        program.key(*best_digits(test_council.SET))
        program.find("label", "100,00")
        program.key("ctrl+s")
        self.wait_for_number("sheets", 1)
        program.find("label", "đủ 1/3 phiếu")
        program.key("Escape")
        program.find("label", "1/3: đủ số ý kiến")
        program.find("list item", "Nguyễn Văn An, đã cho ý kiến")

    def close_session(self, program):
        program.find("push button", "Kết thúc phiên").press()
        dialog = program.find_window("Kết thúc phiên")
        program.find("label", "Còn 2 thành viên chưa cho ý kiến", dialog)
        program.focus_window()
        program.type("khong cho them")
        self.apply(program)
        desktop.wait_for("the scored dossier", lambda: self.show("dossiers", self.again)["step"] == "scored")

    def test_written_opinions(self):
        self.make_session()
        program = self.open_session()
        self.choose_written(program)
        program.find("label", "Lấy ý kiến bằng văn bản · Dự kiến · 0/0 phiếu")
        self.add_dossier(program)
        self.send_out(program)
        self.answer(program)
        self.close_session(program)
        program.find("push button", "Giấy tờ…").press()
        papers = program.find_window("Giấy tờ")
        program.find("check box", "Bảng tổng hợp ý kiến", papers)
        self.assertFalse([name for name in program.names("check box") if name.startswith(("Biên bản họp", "Giấy mời"))])
        program.focus_window()
        program.key("Escape")
        program.wait_for_windows(1)
        self.close(program)


if __name__ == "__main__":
    desktop.run()
