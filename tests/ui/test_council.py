# SPDX-License-Identifier: GPL-3.0-or-later
"""A council's session: the agenda is made, all are there, a sheet takes as many digits as it has criteria, and what
the council says beside its sheets."""
import time

import desktop
from score_sheets import best_digits, choices

SET = "QD26-03"
MEMBERS = (("Nguyễn Văn An", "chair"), ("Trần Thị Bình", "member"), ("Lê Thu Cúc", "member"))


class SessionCase(desktop.DeskCase):
    """A session of three members, with one dossier that waits."""

    def wait_for_number(self, plural, number):
        desktop.wait_for(f"{number} {plural}", lambda: len(self.list(plural)) == number)

    def make_session(self, representative="Mai Văn Phú"):
        self.register = self.new_practice("council.ocop")
        self.council = self.add("councils", name="Hội đồng cấp tỉnh", kind="council")
        self.members = [self.add("council_members", council=self.council, name=name, role=role, place=str(place + 1))
                        for place, (name, role) in enumerate(MEMBERS)]
        self.session = self.add("sessions", council=self.council, name="Đợt 2", state="planned", held_on="2026-11-24")
        producer = self.add("producers", name="HTX Bình An", representative=representative)
        product = self.add("products", name="Gạo sạch", criteria_set=SET, producer=producer)
        self.dossier = self.add("dossiers", name="Gạo sạch 2026", product=product, kind="first", step="council", story="1")

    def make_agenda(self, *sheets, **fields):
        """As it is when the council sits: all are there, so many have given the sheets."""
        self.ocop("edit", str(self.register), "sessions", self.session, "state=open")
        self.product = self.add("session_products", session=self.session, dossier=self.dossier, name="Gạo sạch", place="1",
                                criteria_set=SET, law_book="26/2026/QĐ-TTg", **{"scoring": "1", **fields})
        for member in self.members:
            self.add("attendances", session=self.session, member=member, present="1")
        for member, sheet in zip(self.members, sheets):
            self.add("sheets", session_product=self.product, member=member, scoring="1", choices=sheet, source="paper")

    def open_session(self):
        program = self.open(self.register)
        program.find("label", "Tính đến ngày")
        program.key("alt+5")
        program.click(program.find("list item", "Đợt 2"))
        program.find("label", "phiếu · Hội đồng cấp tỉnh")
        return program

    def open_product(self, program, criterion="1.1 "):
        """From the agenda; the first criterion that is not scored has the focus then."""
        self.tab_to(program, "list item", "Gạo sạch")
        program.key("Return")
        desktop.wait_for("the first criterion", lambda: any(name.startswith(criterion) for name in program.names("label")))

    def tab_to(self, program, role, name):
        """As go_to(), where the widgets are made anew meanwhile."""
        desktop.wait_for(f"{role} {name!r}", lambda: program.find(role, name).is_focused or program.key("Tab"))

    def choose_of_product(self, program, position):
        """In the menu of what can be done with the product."""
        program.key("F4")
        program.find("menu item", "Loại hồ sơ")
        program.key(*["Down"] * position, "Return")


class CouncilTest(SessionCase):
    def begin(self):
        self.make_session()
        program = self.open_session()
        program.key("ctrl+n")
        dialog = program.find_window("Chọn hồ sơ đưa vào chương trình")
        program.find("check box", "Gạo sạch 2026", dialog)
        program.find("label", "Thiếu: Phiếu đăng ký", dialog)
        program.focus_window()
        program.key("space", "ctrl+Return")
        program.wait_for_windows(1)
        program.focus_window()
        program.find("list item", "Gạo sạch, 0/0 phiếu")
        program.find("push button", "Tất cả có mặt").press()
        program.find("list item", "Gạo sạch, 0/3 phiếu")
        program.find("label", "3/3: đủ điều kiện họp")
        program.find("push button", "Bắt đầu phiên").press()
        program.find("label", "Chưa có thành viên của", program.find_window("Bắt đầu phiên"))
        program.focus_window()
        program.key("ctrl+Return")
        program.wait_for_windows(1)
        program.focus_window()
        program.find("push button", "Kết thúc phiên")
        self.open_product(program)
        return program

    def test_plans_with_what_is_known(self):
        """The only council, the year, the round; and it is what one goes on with."""
        self.register = self.new_practice("council.ocop")
        program = self.open(self.register)
        program.find("label", "Tính đến ngày")
        program.key("alt+5")
        program.find("push button", "Phiên họp mới")
        program.key("ctrl+n")
        program.find_window("Thêm mới: Phiên họp")
        program.focus_window()
        program.key("Tab")
        program.type("Dot 1")
        program.key("ctrl+Return")
        program.wait_for_windows(1)
        session = self.list("sessions")[0]
        self.assertEqual((session["name"], session["council"][:19], session["round_year"]),
                         ("Dot 1", "Hội đồng đánh giá, ", time.localtime().tm_year))
        self.assertGreater(session["round_number"], 0)
        program.focus_window()
        desktop.wait_for("the focus on what was planned", lambda: program.find("list item", "Dot 1").is_focused)
        self.close(program)

    def test_begins_on_the_newest_session(self):
        """A key away, also when the list is read only after the page is shown."""
        self.make_session()
        program = self.open(self.register)
        program.find("label", "Tính đến ngày")
        program.key("alt+5")
        desktop.wait_for("the focus", lambda: program.find("list item", "Đợt 2").is_focused)
        program.key("Return")
        program.find("label", "phiếu · Hội đồng cấp tỉnh")
        program.key("Escape")
        desktop.wait_for("the focus again", lambda: program.find("list item", "Đợt 2").is_focused)
        self.close(program)

    def test_takes_a_digit_for_each_criterion(self):
        program = self.begin()
        program.key(*best_digits(SET))
        program.find("label", "100,00")
        program.key("ctrl+s")
        self.wait_for_number("sheets", 1)
        program.find("label", "đủ 1/3 phiếu")
        # What is typed while it is saved and read again is neither lost nor taken for another member's.
        program.key("Tab", *best_digits(SET)[:4], "ctrl+s", *best_digits(SET)[4:8], "ctrl+s")
        self.wait_for_number("sheets", 2)
        desktop.wait_for("all that was typed", lambda: sorted(len(sheet["choices"].split()) for sheet in self.list("sheets"))[0] == 8)
        self.close(program)

    def test_keeps_what_was_typed_when_killed(self):
        self.make_session()
        self.make_agenda()
        program = self.open_session()
        self.open_product(program)
        program.key("3", "2", "Tab", "1")
        time.sleep(1)
        program.kill()
        program = self.open_session()
        self.open_product(program, "1.3 ")
        program.find("label", "còn nhập dở, đã mở lại")
        program.key("ctrl+s")
        self.wait_for_number("sheets", 2)
        self.close(program)

    def test_keeps_what_was_agreed_when_killed(self):
        self.make_session()
        self.make_agenda(*[choices(SET, 99)] * 3)
        program = self.open_session()
        self.open_product(program)
        # The last column, after those of the members; 1.3 is the first criterion with a star mark there.
        program.key("Tab", "Tab", "Right", "3")
        time.sleep(1)
        program.kill()
        self.assertIsNone(self.show("session_products", self.product).get("agreed_choices"))
        program = self.open_session()
        self.open_product(program, "1.")
        program.find("label", "Mức điểm thống nhất còn nhập dở, đã mở lại")
        program.key("ctrl+s")
        desktop.wait_for("what was agreed", lambda: self.show("session_products", self.product).get("agreed_choices") == "1.3=2")
        self.close(program)

    def test_goes_through_a_pile_of_sheets(self):
        """Each product's sheets from the first member on, and nothing of them in another column than the members'."""
        self.make_session()
        self.make_agenda(*[choices(SET, 99)] * 2)
        second = self.add("session_products", session=self.session, name="Gạo nếp", place="2", scoring="1", criteria_set=SET,
                          law_book="26/2026/QĐ-TTg", dossier=self.add("dossiers", name="Gạo nếp 2026", kind="first", step="council",
                                                                      product=self.add("products", name="Gạo nếp", criteria_set=SET)))
        program = self.open_session()
        program.find("list item", "Gạo nếp")
        self.open_product(program)
        program.key(*best_digits(SET))
        program.find("label", "Các phiếu đã đủ")
        # Tab does not lead to what was agreed, nor do the digits of a next sheet get there, or over the last one.
        program.key("Tab", "1", "2", "1")
        program.find("label", "Các phiếu đã đủ. Ctrl+Enter")
        program.key("ctrl+Return", *best_digits(SET)[:3], "ctrl+s")
        desktop.wait_for("the next product's", lambda: self.choices_of("Gạo nếp"))
        self.assertEqual(self.choices_of("Gạo nếp"), {MEMBERS[0][0]: " ".join(choices(SET, 99).split()[:3])})
        self.assertEqual(set(self.choices_of("Gạo sạch").values()), {choices(SET, 99)})
        for product in (self.product, second):
            self.assertIsNone(self.show("session_products", product).get("agreed_choices"))
        self.close(program)

    def choices_of(self, product):
        return {sheet["member"]: sheet["choices"] for sheet in self.list("sheets") if sheet["session_product"] == product}

    def test_keeps_what_was_typed_without_a_pause(self):
        self.make_session()
        self.make_agenda()
        program = self.open_session()
        self.open_product(program)
        program.key(*best_digits(SET)[:-1])
        program.kill()
        program = self.open_session()
        self.open_product(program, "1")
        program.find("label", "còn nhập dở, đã mở lại")
        program.key("ctrl+s")
        self.wait_for_number("sheets", 1)
        self.assertGreater(len(self.list("sheets")[0]["choices"].split()), len(best_digits(SET)) // 2)
        self.close(program)

    def test_notes_attendance_by_keyboard(self):
        self.make_session()
        program = self.open_session()
        self.tab_to(program, "list item", "Nguyễn Văn An")
        program.key("space")
        program.find("list item", "Nguyễn Văn An, có mặt")
        # The row keeps the focus, and the next one is a key away.
        program.key("Down", "space")
        program.find("list item", "Trần Thị Bình, có mặt")
        program.find("label", "2/3: chưa đủ điều kiện họp")
        program.key("space")
        program.find("list item", "Trần Thị Bình, vắng")
        self.close(program)


class ConflictTest(SessionCase):
    """Two who type one sheet."""

    def set_sheet(self, text):
        sheet = self.list("sheets")[0]["id"]
        self.ocop("edit", str(self.register), "sheets", sheet, f"choices={text}")

    def begin(self):
        self.make_session()
        self.make_agenda("1.1=0 1.2=0")
        program = self.open_session()
        self.open_product(program, "1.3 ")
        return program

    def settle(self, program, choice):
        program.find("push button", choice).press()
        desktop.wait_for("the choice", lambda: choice not in program.names("push button"))

    def test_shows_both_cell_by_cell(self):
        program = self.begin()
        # The first criterion that is not scored is 1.3; back to 1.1.
        program.key("Home", best_digits(SET)[0])
        self.set_sheet("1.1=1 1.2=1")
        program.find("label", "Có 1 ô người khác vừa lưu điểm khác")
        program.key("ctrl+s")
        program.find("label", "Chưa lưu")
        self.settle(program, "Giữ điểm của tôi")
        program.key("ctrl+s")
        # Mine where we differ, and what only the other has changed.
        desktop.wait_for("both", lambda: self.list("sheets")[0]["choices"] == "1.1=2 1.2=1")
        self.close(program)

    def test_a_stale_draft_stands_beside(self):
        program = self.begin()
        program.key("Home", best_digits(SET)[0])
        time.sleep(1)
        program.kill()
        self.set_sheet("1.1=1 1.2=1")
        program = self.open_session()
        self.open_product(program, "1.")
        program.find("label", "chỗ khác nhau hiện cả hai")
        self.settle(program, "Lấy điểm của họ")
        program.key("ctrl+s")
        self.close(program)
        self.assertEqual(self.list("sheets")[0]["choices"], "1.1=1 1.2=1")


class ResultsTest(SessionCase):
    """What the council says beside its sheets."""

    def show_product(self):
        return self.show("session_products", self.product)

    def test_recuses_whom_it_suggests(self):
        self.make_session(representative="Lê Thu Cúc")
        self.make_agenda()
        program = self.open_session()
        program.find("label", "có thể liên quan")
        self.choose_of_product(program, 0)
        program.find_window("Không tham gia chấm")
        program.focus_window()
        program.key("ctrl+Return")
        program.wait_for_windows(1)
        self.wait_for_number("recusals", 1)
        recusal = self.list("recusals")[0]
        self.assertEqual((recusal["member"], recusal["kind"]), ("Lê Thu Cúc", "producer"))
        program.focus_window()
        program.find("label", "1 không tham gia chấm")
        self.close(program)

    def test_rejects_by_a_line_of_the_sheet(self):
        self.make_session()
        self.make_agenda(choices(SET, 99))
        program = self.open_session()
        self.choose_of_product(program, 1)
        dialog = program.find_window("Loại hồ sơ")
        program.focus_window()
        program.key("space")
        program.key("ctrl+Return")
        program.find("label", "Ghi rõ ai phát hiện", dialog)
        program.type("So Y te")
        program.key("ctrl+Return")
        program.wait_for_windows(1)
        desktop.wait_for("the rejection", lambda: self.show_product().get("disqualified"))
        program.focus_window()
        program.find("label", "bị loại")
        self.close(program)

    def test_scores_again_and_shows_the_first(self):
        self.make_session()
        self.make_agenda(choices(SET, 99), choices(SET, 99), choices(SET, 0))
        program = self.open_session()
        program.find("label", "cần chấm lại")
        self.choose_of_product(program, 3)
        program.find("label", "quá mức cho phép", program.find_window("Chấm lại"))
        program.focus_window()
        program.key("ctrl+Return")
        program.wait_for_windows(1)
        desktop.wait_for("the second scoring", lambda: self.show_product()["scoring"] == 2)
        program.focus_window()
        program.find("label", "chấm lần 2")
        self.open_product(program)
        program.find("label", "lần chấm trước")
        program.key(*best_digits(SET), "ctrl+s")
        self.wait_for_number("sheets", 4)
        self.choose_of_product(program, 6)
        preview = program.find_window("So sánh điểm lần trước và lần này")
        program.find("push button", "Lưu PDF…", preview)
        program.focus_window()
        program.key("Escape")
        program.wait_for_windows(1)
        program.focus_window()
        self.close(program)

    def test_goes_on_where_it_was_after_the_menu(self):
        self.make_session()
        self.make_agenda(choices(SET, 99), choices(SET, 99), choices(SET, 0))
        program = self.open_session()
        self.tab_to(program, "list item", "Gạo sạch")
        self.choose_of_product(program, 3)
        program.find_window("Chấm lại")
        program.focus_window()
        program.key("Escape")
        program.wait_for_windows(1)
        desktop.wait_for("the agenda to have the focus", lambda: program.find("list item", "Gạo sạch").is_focused)
        # By the mouse, from the grid.
        self.open_product(program)
        desktop.wait_for("a cell to have the focus", lambda: self.is_in_grid(program))
        program.click(next(button for button in program.application().walk("push button") if button.name == "Sản phẩm"))
        program.find("menu item", "Loại hồ sơ")
        program.key("Escape")
        program.wait_for_windows(1)
        desktop.wait_for("the cell to have it again", lambda: self.is_in_grid(program))
        self.close(program)

    @staticmethod
    def is_in_grid(program):
        return program.find("", "1.1 Nguồn gốc").is_focused

    def test_chooses_at_ninety_points(self):
        self.make_session()
        self.make_agenda(*[choices(SET, 99)] * 3, agreed_choices="1.5=1")
        program = self.open_session()
        program.find("label", "chờ chọn")
        self.choose_of_product(program, 2)
        dialog = program.find_window("Đủ điểm 5 sao")
        program.find("label", "thiếu yêu cầu tối thiểu 5 sao: 1.5", dialog)
        program.focus_window()
        # Nothing is chosen for the council.
        self.assertFalse(program.find("push button", "Chọn", dialog).is_sensitive)
        program.key("space")
        program.find("label", "Trình Trung ương", dialog)
        program.key("Down")
        program.key("Return")
        desktop.wait_for("what was chosen", lambda: program.find("push button", "Chọn", dialog).is_sensitive)
        program.key("ctrl+Return")
        program.wait_for_windows(1)
        desktop.wait_for("the choice", lambda: self.show_product().get("enough_for_five") == "forward")
        # The class whose minima are met is not what becomes of it.
        program.find("label", "Tiềm năng 5\u00a0sao")
        self.close(program)

    def test_closes_and_opens_again_with_a_reason(self):
        self.make_session()
        self.make_agenda(choices(SET, 99))
        program = self.open_session()
        for title, state in (("Kết thúc phiên", "closed"), ("Mở lại phiên", "open")):
            program.find("push button", title).press()
            dialog = program.find_window(title)
            program.focus_window()
            program.key("ctrl+Return")
            program.find("label", "Hãy ghi lý do", dialog)
            program.type("het gio")
            program.key("ctrl+Return")
            program.wait_for_windows(1)
            desktop.wait_for(state, lambda state=state: self.show("sessions", self.session)["state"] == state)
            program.focus_window()
        # It had begun without one.
        self.assertEqual([move["reason"] for move in self.list("session_moves") if move["reason"]], ["het gio", "het gio"])
        self.close(program)

    def test_says_that_it_is_closed(self):
        self.make_session()
        self.make_agenda(*[choices(SET, 99)] * 3)
        program = self.open_session()
        program.find("push button", "Kết thúc phiên").press()
        program.find_window("Kết thúc phiên")
        program.focus_window()
        program.key("ctrl+Return")
        program.wait_for_windows(1)
        desktop.wait_for("the end", lambda: self.show("sessions", self.session)["state"] == "closed")
        program.focus_window()
        program.find("push button", "Mở lại phiên")
        program.click(program.find("list item", "Gạo sạch"))
        program.find("label", "Phiên đã kết thúc, phiếu chỉ để xem")
        desktop.wait_for("no saving", lambda: not program.find("push button", "Lưu").is_sensitive)
        for key in ("3", "BackSpace", "ctrl+s", "ctrl+Return"):
            program.key("Down")
            desktop.wait_for("the usual line", lambda: not self.says_refusal(program))
            program.key(key)
            desktop.wait_for(f"an answer to {key}", lambda: self.says_refusal(program))
        # What would be refused is not asked for.
        self.choose_of_product(program, 0)
        program.find("label", "Phiên họp đã kết thúc: mở lại phiên rồi mới sửa.")
        program.wait_for_windows(1)
        self.close(program)

    @staticmethod
    def says_refusal(program):
        return any(name.startswith("Không sửa được điểm: phiên đã kết thúc") for name in program.names("label"))

    def test_takes_off_and_moves_to_another_set(self):
        self.make_session()
        self.make_agenda()
        program = self.open_session()
        self.choose_of_product(program, 4)
        program.find_window("Chuyển bộ tiêu chí")
        program.focus_window()
        program.key("space")
        desktop.wait_for("the open list", lambda: len(program.windows()) == 3)
        program.key("Up", "Return")  # from the third, its own
        desktop.wait_for("the closed list", lambda: len(program.windows()) == 2)
        program.focus_window()
        program.key("ctrl+Return")
        program.wait_for_windows(1)
        desktop.wait_for("set 2", lambda: self.show_product()["criteria_set"] == "QD26-02")
        program.focus_window()
        self.choose_of_product(program, 5)
        self.wait_for_number("session_products", 0)
        program.find("label", "Chương trình chưa có sản phẩm")
        self.close(program)


class CouncilsTest(SessionCase):
    def test_orders_copies_and_warns(self):
        self.make_session()
        program = self.open(self.register)
        program.find("label", "Tính đến ngày")
        program.key("alt+5")
        program.find("push button", "Hội đồng và thành viên").press()
        program.click(program.find("list item", "Hội đồng cấp tỉnh"))
        program.find("label", "Chưa có thành viên của: Nông nghiệp")
        program.find("label", "Chưa đặt quy chế riêng, áp dụng: Trung bình cộng; chênh lệch tối đa 10 điểm; có mặt ít nhất 75%")
        program.find("push button", "Sửa…").press()
        form = program.find_window("Hội đồng")
        for usual in ("Trung bình cộng", "10 điểm", "75 phần trăm"):
            program.find("label", f"Nếu để trống: {usual}", form)
        program.focus_window()
        program.key("Escape")
        program.wait_for_windows(1)
        program.focus_window()
        program.click(program.find("list item", "Nguyễn Văn An"))
        program.key("ctrl+Down")
        desktop.wait_for("the new order", lambda: {member["name"]: member["place"] for member in self.list("council_members")}
                         == {"Trần Thị Bình": 1, "Nguyễn Văn An": 2, "Lê Thu Cúc": 3})
        program.find("push button", "Lập theo mẫu cho nhiệm kỳ sau").press()
        self.wait_for_number("councils", 2)
        self.assertEqual(len(self.list("council_members")), 6)
        program.find("list item", "Hội đồng cấp tỉnh (nhiệm kỳ mới)")
        self.close(program)


if __name__ == "__main__":
    desktop.run()
