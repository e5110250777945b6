# SPDX-License-Identifier: GPL-3.0-or-later
"""Member mode: a ballot in a window of its own, filled in by keyboard, and taken in again at the office."""
import json
import time
import zipfile

import desktop
from score_sheets import best_digits, read_leaves

SET = "QD26-03"
MEMBERS = ("An", "Binh")
# Nothing else is written like this: it must be on no path of another member's ballot.
SECRET = "Vit-bau~O17"


class BallotTest(desktop.DeskCase):
    def setUp(self):
        super().setUp()
        self.register = self.new_register("council.ocop")
        council = self.add("councils", name="Hội đồng cấp tỉnh", kind="council")
        members = [self.add("council_members", council=council, name=name, role="chair" if name == "An" else "member", place=str(place))
                   for place, name in enumerate(MEMBERS)]
        self.session = self.add("sessions", council=council, name="Đợt 2", state="open", held_on="2026-11-24")
        for place, name in enumerate(("Gao", "Nep")):
            product = self.add("products", name=name, criteria_set=SET, description="Thơm")
            dossier = self.add("dossiers", name=f"{name} 2026", product=product, kind="first", step="council", story="1")
            self.product = self.add("session_products", session=self.session, dossier=dossier, name=name, place=str(place + 1),
                                    criteria_set=SET, scoring="1")
            if name == "Gao":
                self.add("sheets", session_product=self.product, member=members[0], scoring="1", choices="1.1=0 1.3=2", comment=SECRET)
        for member in members:
            self.add("attendances", session=self.session, member=member, present="1")
        self.ocop("ballots", str(self.register), self.session, "-o", str(self.folder / "out"))
        self.ballot = self.folder / "b.ocopballot"
        (self.folder / "out" / "02 Binh.ocopballot").rename(self.ballot)

    def stored(self):
        with zipfile.ZipFile(self.ballot) as archive:
            return json.loads(archive.read("sheets.json"))

    def wait_for_choices(self, choices, product=0):
        desktop.wait_for(f"choices {choices}", lambda: self.stored()["sheets"][product].get("choices") == choices)

    def open_ballot(self):
        program = self.open(self.ballot)
        program.find("label", "Phiếu chấm của Binh")
        desktop.wait_for("the first criterion", lambda: "1.1 " in " ".join(program.names("label")))
        return program

    def test_scores_both_products_and_says_that_it_is_done(self):
        program = self.open_ballot()
        program.key(*best_digits(SET))
        program.find("list item", "Gao, đủ")
        program.key("Tab")
        program.type("Bao bi dep")
        program.key("ctrl+Return")
        desktop.wait_for("the comment", lambda: self.stored()["sheets"][0].get("comment") == "Bao bi dep")
        program.find("list item", "Nep, còn 32 tiêu chí")
        program.find("push button", "Đã chấm xong").press()
        program.find("label", "Nep: Còn 32 tiêu chí chưa chấm.")
        self.assertFalse(self.stored()["done"])
        program.key(*best_digits(SET))
        program.find("label", "Đã chấm đủ")
        program.find("push button", "Đã chấm xong").press()
        desktop.wait_for("done", lambda: self.stored()["done"])
        program.find("push button", "Chấm tiếp")
        # Nothing more is typed into it.
        program.key("1")
        program.find("label", "Đã chấm xong. Hãy gửi tệp phiếu này")
        self.close(program)
        self.assertEqual(json.loads(self.ocop("take", str(self.register), str(self.ballot), "--json"))[0]["outcome"], "taken")
        sheets = json.loads(self.ocop("list", str(self.register), "sheets", "--columns", "choices,comment,source", "--json"))
        self.assertEqual(sum(row["source"] == "ballot" for row in sheets), 2)

    def test_keeps_what_was_typed_when_killed(self):
        program = self.open_ballot()
        program.key("1", "1")
        time.sleep(1)
        program.process.kill()
        program.process.wait()
        program.log.close()
        self.assertNotIn("choices", self.stored()["sheets"][0])
        program = self.open_ballot()
        program.find("label", "Gao còn chấm dở chưa lưu, đã mở lại")
        program.key("ctrl+s")
        self.wait_for_choices("1.1=0 1.2=1" if self.option("1.2", 1) == 1 else "1.1=0 1.2=0")
        self.close(program)
        # Neither the draft nor anything else that the window left holds what another member scored or said.
        for path in self.folder.rglob("*"):
            if path.is_file() and path.suffix != ".ocop" and "out" not in path.parts and not path.name.startswith("council.ocop"):
                self.assertNotIn(SECRET.encode(), path.read_bytes(), path)

    def option(self, code, points):
        leaf = next(leaf for leaf in read_leaves(SET) if leaf["code"] == code)
        return [option["points"] for option in leaf["options"]].index(points)

    def test_asks_before_it_closes(self):
        program = self.open_ballot()
        program.key("1")
        program.key("ctrl+w")
        program.find("label", "Lưu điểm vừa chấm?")
        program.find("push button", "Hủy").press()
        program.wait_for_windows(1)
        program.focus_window()
        program.key("ctrl+w")
        program.find("label", "Lưu điểm vừa chấm?")
        program.wait_for_windows(2)
        program.find("push button", "Lưu", program.application().children[-1]).press()
        self.wait_for_choices("1.1=0")
        program.process.wait(timeout=desktop.PATIENCE)

    def test_refuses_what_is_no_ballot(self):
        with zipfile.ZipFile(self.ballot) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        parts["ballot.json"] = parts["ballot.json"].replace(b"Gao", b"Gia")
        with zipfile.ZipFile(self.ballot, "w") as archive:
            for name, data in parts.items():
                archive.writestr(name, data)
        program = self.open(self.ballot)
        program.find("label", "Không mở được phiếu chấm")
        program.find("label", "đã bị sửa")
        self.close(program)


if __name__ == "__main__":
    desktop.run()
