# SPDX-License-Identifier: GPL-3.0-or-later
"""What comes after the council, by the keyboard: the centre's result, publication and notices, the end of certificates
and their issue once more. Each is one change, taken back once."""
import json
import subprocess

import desktop

APPROVAL = "Quyết định số 88/QĐ-UBND"
RECOGNITION = "Quyết định số 15/QĐ-UBND"
APPROVED = "Chè shan Thác Trắng"
RECOGNISED = "Chè xanh Thác Trắng"
CENTRE = "Kết quả của Trung ương"


class DecisionActsTest(desktop.DeskCase):
    def ocop(self, *arguments):
        return subprocess.run([desktop.OCOP, *map(str, arguments)], capture_output=True, text=True, check=True,
                              env=self.desktop.environment).stdout.strip()

    def add(self, plural, **fields):
        return self.ocop("add", self.register, plural, *(f"{name}={value}" for name, value in fields.items()))

    def list(self, plural, *arguments):
        return self.own(plural, json.loads(self.ocop("list", self.register, plural, "--json", *arguments)))

    def get_recognitions(self, product):
        """The newest last: what each came to."""
        rows = self.list("recognitions", "--search", product, "--sort", "decision_date",
                         "--columns", "product,star,state,decision_number,certificate_number")
        return [(row["star"], row["state"]) for row in rows if row["product"] == product]

    def make_decided(self, kind, number, name, stars, step, **recognition):
        """An issued decision with one line, and what it recognised."""
        self.register = self.new_practice("acts.ocop")
        product = self.add("products", name=name, criteria_set="QD26-12")
        dossier = self.add("dossiers", name=f"{name} 2026", product=product, kind="first", step=step)
        council = self.add("councils", name="Hội đồng cấp tỉnh", kind="council")
        session = self.add("sessions", council=council, name="Đợt 1", state="closed", held_on="2026-06-01")
        judged = self.add("session_products", session=session, dossier=dossier, name=name, place="1", criteria_set="QD26-12", scoring="1")
        decision = self.add("decisions", name="Kết quả đợt 1", kind=kind, state="issued", session=session, number=number,
                            decided_on="2026-06-20", issuer="UBND tỉnh Thực Hành")
        recognised = self.add("recognitions", product=product, **{"class": stars}, kind="first", decision_number=number,
                              decision_date="2026-06-20", **recognition)
        self.add("decision_lines", decision=decision, session_product=judged, product=product, place="1", outcome="recognised",
                 recognition=recognised, **{"class": stars}, score="92" if stars == 5 else "74")

    def make_approval(self):
        self.make_decided("approval", "88/QĐ-UBND", APPROVED, 5, "forwarded", outcome="potential5")

    def make_recognition(self):
        self.make_decided("recognition", "15/QĐ-UBND", RECOGNISED, 4, "recognised", outcome="recognised",
                          certificate_number="777-15/GCN-OCOP")

    def open_decision(self, title):
        program = self.open(self.register)
        program.find("label", "Tính đến ngày")
        program.key("alt+6")
        self.choose_decision(program, title)
        return program

    def choose_decision(self, program, title):
        self.click_decision(program, title)
        program.find("label", f"{title} ngày ")
        program.find("push button", "Công bố…")

    def click_decision(self, program, title):
        """In their list, which may be read anew just then; the overview may have one of that name too."""
        def chosen():
            row = program.find("list item", title, program.find("list", "Quyết định"))
            return row.is_selected or program.click(row)
        desktop.wait_for(title, chosen)

    def fill(self, program, title, *entries):
        """The questions of an act, one after another; a number is a place in a list of choices, None what stands there."""
        program.find_window(title)
        program.focus_window()
        program.park_pointer()  # or it may choose from a list that opens below it
        for place, entry in enumerate(entries):
            if place > 0:
                program.key("Tab")
            if isinstance(entry, int):
                program.key("space")
                program.key(*["Down"] * entry, "Return")
            elif entry is not None:
                program.key("ctrl+a")
                program.type(entry)
        program.key("ctrl+Return")
        program.wait_for_windows(1)
        program.focus_window()

    def submit_and_issue(self, program, submitted_on, number, decided_on):
        program.key("ctrl+m")
        self.fill(program, "Trình dự thảo", submitted_on)
        program.find("push button", "Ban hành…")
        program.key("ctrl+m")
        self.fill(program, "Ban hành quyết định", number, decided_on, None, "PCT", "Nguyen Van Ky")

    def undo_and_redo(self, program, what, condition):
        """What was done is there, is taken back, and is there again."""
        desktop.wait_for(what, condition)
        program.key("ctrl+z")
        desktop.wait_for(f"{what}: undone", lambda: not condition())
        program.key("ctrl+y")
        desktop.wait_for(f"{what}: done again", condition)

    def test_centre_gives_five_stars(self):
        self.make_approval()
        program = self.open_decision(APPROVAL)
        program.key("Tab", "ctrl+r")
        self.fill(program, CENTRE, 1, "91,5", "7/QD-BNNMT", "15/09/2026", "BT", "Nguyen Van Ky")
        program.find("list item", "Quyết định số 7/QD-BNNMT")
        self.undo_and_redo(program, "the five stars", lambda: ("5", "valid") in self.get_recognitions(APPROVED))
        self.close(program)

    def test_centre_gives_four_stars_for_the_province_to_recognise(self):
        self.make_approval()
        program = self.open_decision(APPROVAL)
        program.key("Tab", "ctrl+r")
        self.fill(program, CENTRE, 2, "4", "84", "31/TB-VPDP", "15/09/2026")
        program.find("list item", "Công nhận 3 và 4 sao theo kết quả của Trung ương")
        self.undo_and_redo(program, "the draft", lambda: [line["class"] for line in self.list("decision_lines")] == [5, 4])
        self.assertEqual(self.get_recognitions(APPROVED), [("potential5", "potential5")])
        self.click_decision(program, "Công nhận 3 và 4 sao theo kết quả của Trung ương")
        program.find("push button", "Trình…")
        self.submit_and_issue(program, "20/09/2026", "190/QD-UBND", "01/10/2026")
        self.undo_and_redo(program, "the four stars",
                           lambda: self.get_recognitions(APPROVED) == [("potential5", "replaced"), ("4", "valid")])
        self.close(program)

    def test_published_and_told(self):
        self.make_recognition()
        program = self.open(self.register)
        program.find("list item", f"{RECOGNITION} ngày 20/06/2026, Chưa thông báo")
        program.key("alt+6")
        self.choose_decision(program, RECOGNITION)
        program.key("ctrl+m")
        self.fill(program, "Công bố", "22/06/2026", "Cong thong tin dien tu tinh")
        program.find("label", "công bố ngày 22/06/2026 (Cong thong tin dien tu tinh) · chưa thông báo")
        program.key("ctrl+m")
        self.fill(program, "Thông báo cho chủ thể và UBND cấp xã", "24/06/2026")
        program.find("label", "thông báo ngày 24/06/2026")
        program.key("alt+1")
        desktop.wait_for("nothing to be told", lambda: not self.is_to_be_told(program))
        program.key("ctrl+z")
        program.find("list item", f"{RECOGNITION} ngày 20/06/2026, Chưa thông báo")
        program.key("ctrl+z")
        desktop.wait_for("not published", lambda: self.list("decisions")[0]["published_on"] is None)
        self.close(program)

    def is_to_be_told(self, program):
        return any(RECOGNITION in name and "Chưa thông báo" in name for name in program.names("list item"))

    def test_ministry_has_a_decision_withdrawn(self):
        self.make_recognition()
        program = self.open_decision(RECOGNITION)
        program.find("push button", "Thu hồi quyết định…").press()
        self.fill(program, "Thu hồi quyết định công nhận", "512/BNNMT", "10/07/2026", "Bo NN va MT", 1, "cham sai bo tieu chi")
        program.find("list item", "Thu hồi quyết định công nhận")
        self.assertEqual(self.get_recognitions(RECOGNISED), [("4", "valid")])
        self.submit_and_issue(program, "15/07/2026", "40/QD-UBND", "20/07/2026")
        self.undo_and_redo(program, "the end of the recognition",
                           lambda: self.get_recognitions(RECOGNISED) == [("4", "withdrawn")] and self.list("dossiers")[0]["step"] == "council")
        self.close(program)

    def test_revoked_within_fifteen_days(self):
        self.make_recognition()
        program = self.open_recognition()
        program.key("ctrl+r")
        self.fill(program, "Thu hồi giấy chứng nhận", 3, "9/KL-TTr", "03/08/2026", "Thanh tra tinh")
        program.find("list item", f"Thu hồi – {RECOGNISED}")
        program.find("label", "hạn 18/08/2026")
        self.submit_and_issue(program, "10/08/2026", "44/QD-UBND", "17/08/2026")
        self.undo_and_redo(program, "the revocation", lambda: self.get_recognitions(RECOGNISED) == [("4", "revoked")])
        self.close(program)

    def test_certificate_issued_again(self):
        self.make_recognition()
        program = self.open_recognition()
        program.key("Menu")
        program.find("menu item", "Cấp lại giấy chứng nhận…").press()
        self.fill(program, "Cấp lại giấy chứng nhận", 1, "05/09/2026", "777-15B/GCN-OCOP")
        self.undo_and_redo(program, "the new certificate", lambda: self.get_certificate() == ("777-15B/GCN-OCOP", "777-15/GCN-OCOP", "renamed"))
        self.assertEqual(self.get_recognitions(RECOGNISED), [("4", "valid")])
        self.close(program)

    def get_certificate(self):
        [row] = self.list("recognitions", "--search", RECOGNISED, "--columns", "certificate_number,reissued_for,reissue_reason")
        return row["certificate_number"], row["reissued_for"], row["reissue_reason"]

    def open_recognition(self):
        """The only one that is found."""
        program = self.open(self.register)
        program.find("label", "Tính đến ngày")
        program.key("alt+7")
        program.find("tree table", "Kết quả công nhận")
        program.key("ctrl+k")
        program.type("777-15/GCN")
        program.find("label", "1 lần công nhận")
        program.key("Return")
        return program


if __name__ == "__main__":
    desktop.run()
