# SPDX-License-Identifier: GPL-3.0-or-later
"""Decisions by the keyboard: drafted from a closed session, submitted, issued; recognitions only then. Revocation."""
import json

import desktop
from score_sheets import choices

SETS = {"Gạo sạch": "QD26-03", "Rượu men lá": "QD26-13", "Trà hoa cúc": "QD26-12"}
# Places of options: 82 points, 100 points and 16 points of the first two sets.
PLACES = {"Gạo sạch": 2, "Rượu men lá": 99, "Trà hoa cúc": 0}
MEMBERS = (("Nguyễn Văn An", "chair"), ("Trần Thị Bình", "member"))
SIGNATORY = ("PCT", "Nguyen Van Ky")


class DecisionsTest(desktop.DeskCase):
    def count_stars(self):
        rows = json.loads(self.ocop("stats", str(self.register), "--by", "star", "--json"))["rows"]
        return {row["key"]: row["total"] for row in rows}

    def make_session(self):
        """Closed, with a product of 3 stars, one of 5 and one that reaches no class."""
        self.register = self.new_practice("decisions.ocop")
        council = self.add("councils", name="Hội đồng cấp tỉnh", kind="council")
        members = [self.add("council_members", council=council, name=name, role=role) for name, role in MEMBERS]
        session = self.add("sessions", council=council, name="Đợt 2", state="closed", held_on="2026-11-20")
        for member in members:
            self.add("attendances", session=session, member=member, present="1")
        for place, (name, code) in enumerate(SETS.items()):
            product = self.add("products", name=name, criteria_set=code)
            dossier = self.add("dossiers", name=f"{name} 2026", product=product, kind="first", step="council", story="1")
            judged = self.add("session_products", session=session, dossier=dossier, name=name, place=place + 1, criteria_set=code,
                              scoring="1")
            for member in members:
                self.add("sheets", session_product=judged, member=member, scoring="1", choices=choices(code, PLACES[name]), source="paper")

    def draft(self):
        self.make_session()
        program = self.open(self.register)
        program.find("label", "Tính đến ngày")
        program.key("alt+5")
        program.click(program.find("list item", "Đợt 2"))
        program.find("push button", "Dự thảo quyết định").press()
        program.find("list item", "Công nhận 3 và 4 sao – Đợt 2")
        return program

    def submit(self, program):
        program.key("ctrl+m")
        program.find_window("Trình dự thảo")
        program.focus_window()
        program.key("ctrl+Return")
        program.wait_for_windows(1)
        program.focus_window()
        program.find("push button", "Ban hành")

    def issue(self, program, number, slip=None):
        """With a day yet to come, it is asked about once."""
        program.key("ctrl+m")
        program.find_window("Ban hành quyết định")
        program.focus_window()
        program.type(number)
        program.key("Tab")
        if slip:
            program.key("ctrl+a")
            program.type(slip)
        program.key("Tab", "Tab")
        program.type(SIGNATORY[0])
        program.key("Tab")
        program.type(SIGNATORY[1])
        program.key("ctrl+Return")
        if slip:
            program.find("label", f"{slip} còn ở tương lai")
            program.key("ctrl+Return")
        program.wait_for_windows(1)
        program.focus_window()

    def test_asks_about_a_day_yet_to_come(self):
        program = self.draft()
        self.submit(program)
        self.issue(program, "1588/QĐ-UBND", "01/02/2060")
        program.find("list item", "Quyết định số 1588/QĐ-UBND ngày 01/02/2060")
        self.close(program)

    def test_says_what_has_no_code_yet(self):
        program = self.draft()
        line = next(line["id"] for line in self.list("decision_lines", "--columns", "id"))
        self.ocop("edit", self.register, "decision_lines", line, "product_code=")
        program.find("list item", "Công nhận 3 và 4 sao – Đợt 2")
        program.key("ctrl+m")
        program.find("label", "Chưa có mã sản phẩm", program.find_window("Trình dự thảo"))
        program.focus_window()
        program.key("ctrl+Return")
        program.wait_for_windows(1)
        program.focus_window()
        self.close(program)

    def test_recognitions_come_with_the_issue(self):
        program = self.draft()
        self.assertEqual(len(self.list("decisions")), 3)
        before = self.count_stars()
        self.submit(program)
        self.assertEqual(self.count_stars(), before)
        self.issue(program, "1587/QĐ-UBND")
        program.find("list item", "Quyết định số 1587/QĐ-UBND")
        program.find("push button", "Công bố")
        after = self.count_stars()
        self.assertEqual(after["3"], before["3"] + 1)
        self.assertEqual({**after, "3": 0}, {**before, "3": 0})
        program.key("ctrl+z")
        desktop.wait_for("the recognition to be taken back", lambda: self.count_stars() == before)
        program.key("ctrl+y")
        desktop.wait_for("the recognition to be back", lambda: self.count_stars() == after)
        self.close(program)

    def test_a_line_is_struck_and_put_back(self):
        program = self.draft()
        program.key("Tab", "Delete")
        program.find_window("Rút khỏi quyết định")
        program.focus_window()
        program.type("cho ket qua")
        program.key("ctrl+Return")
        program.wait_for_windows(1)
        program.focus_window()
        program.find("push button", "Đưa lại")
        desktop.wait_for("the line to be struck", lambda: [line["struck"] for line in self.list("decision_lines")].count(True) == 1)
        program.key("Insert")
        desktop.wait_for("the line to be back", lambda: not any(line["struck"] for line in self.list("decision_lines")))
        self.close(program)

    def test_keys_go_on_after_a_button_has_gone(self):
        """The button that strikes a line gives way to the one that puts it back: the focus must not go with it."""
        program = self.draft()
        program.key("Tab")
        program.go_to("push button", "Rút dòng…")
        program.key("space")
        program.find_window("Rút khỏi quyết định")
        program.focus_window()
        program.type("cho ket qua")
        program.key("ctrl+Return")
        program.wait_for_windows(1)
        program.find("push button", "Đưa lại")
        program.focus_window()
        program.key("ctrl+m")
        program.find_window("Trình dự thảo")
        program.focus_window()
        program.key("Escape")
        program.wait_for_windows(1)
        program.focus_window()
        self.close(program)

    def test_found_by_the_search(self):
        """By what stands on its lines, too; Enter goes to what was found, and Escape brings all back."""
        program = self.draft()

        def shown():
            return [row.name for row in program.find("list", "Quyết định").children]

        whole = shown()
        [approval] = [name for name in whole if name.startswith("Phê duyệt")]
        program.key("ctrl+f")
        program.type("ruou men la")
        desktop.wait_for("one decision", lambda: shown() == [approval])
        program.key("Return")
        desktop.wait_for("the decision to have the focus", lambda: program.find("list item", approval).is_focused)
        program.key("ctrl+f", "ctrl+a")
        program.type("khong co")
        program.find("label", "Không có mục nào khớp")
        program.key("Escape")
        desktop.wait_for("all decisions", lambda: shown() == whole)
        self.close(program)

    def test_revokes_from_the_recognitions(self):
        self.register = self.new_practice("decisions.ocop")
        program = self.open(self.register)
        program.find("label", "Tính đến ngày")
        program.key("alt+7")
        program.find("tree table", "Kết quả công nhận")
        program.key("Down", "Down", "ctrl+r")
        program.find_window("Thu hồi giấy chứng nhận")
        program.focus_window()
        program.key("ctrl+Return")
        program.find("label", "Hãy chọn căn cứ thu hồi")
        program.key("space")
        program.find("label", "Không còn sản xuất")
        program.key(*["Down"] * 5, "Return", "Tab")
        program.type("12/XN")
        program.key("Tab")
        program.type("20/11/2026")
        program.key("ctrl+Return")
        program.wait_for_windows(1)
        program.find("list item", "Thu hồi – ")
        [revocation] = self.list("decisions")
        self.assertEqual((revocation["kind"], revocation["state"]), ("revocation", "draft"))
        [line] = self.list("decision_lines")
        self.assertEqual((line["ground"], line["conclusion_date"]), ("stopped", "2026-11-20"))
        self.close(program)


if __name__ == "__main__":
    desktop.run()
