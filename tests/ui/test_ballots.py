# SPDX-License-Identifier: GPL-3.0-or-later
"""Member mode: a ballot in a window of its own, filled in by keyboard, and taken in again at the office."""
import json
import time
import zipfile

import desktop
import files
import test_council
from score_sheets import best_digits, read_leaves

SET = "QD26-03"
MEMBERS = ("An", "Binh")
# Nothing else is written like this: it must be on no path of another member's ballot.
SECRET = "Vit-bau~O17"
# Products whose documents are written for longer than it takes to cancel.
MANY = 60


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
        program.kill()
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


class OfficeTest(test_council.SessionCase):
    """The council's page: ballots go out and come back, and the members get their documents."""

    def begin(self, *sheets):
        self.make_session()
        self.make_agenda(*sheets)
        self.out = self.folder / "out"
        self.out.mkdir()
        return self.open_session()

    def choose(self, program, item):
        program.find("push button", "Phiếu chấm").press()
        program.find("menu item", item).press()

    def export(self, program, item="Xuất phiếu chấm…"):
        self.choose(program, item)
        program.open_file("Thư mục để xuất phiếu chấm", "Xuất", self.out)
        program.focus_window()

    def score(self, number, choices, name=None):
        """As the member at home would."""
        [path] = desktop.wait_for("the ballot", lambda: list(self.out.glob(f"{number:02} *.ocopballot")))
        with zipfile.ZipFile(path) as archive:
            parts = {part: archive.read(part) for part in archive.namelist()}
        sheets = json.loads(parts["sheets.json"])
        sheets["sheets"][0]["choices"] = choices
        parts["sheets.json"] = json.dumps(sheets, ensure_ascii=False).encode()
        copy = self.folder / (name or f"{number}.ocopballot")
        with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as archive:
            for part, data in parts.items():
                archive.writestr(part, data)
        return copy

    def take(self, program, path):
        self.choose(program, "Nhận phiếu chấm…")
        program.open_file("Phiếu chấm cần nhận", "Nhận", path)
        return program.find_window("Nhận phiếu chấm")

    def put_away(self, program):
        program.focus_window()
        program.key("Escape")
        program.wait_for_windows(1)
        program.focus_window()

    def choices(self):
        return {sheet["member"]: sheet["choices"] for sheet in self.list("sheets")}

    def test_ballots_go_out_and_come_back(self):
        program = self.begin()
        self.export(program)
        program.find("label", "Đã ghi 3 phiếu chấm vào thư mục “out”.")
        program.find("push button", "Mở thư mục")
        # A mnemonic is no part of what a screen reader says, and it says the rest once.
        self.assertIn("Giấy tờ…", program.names("push button"))
        self.assertFalse([name for name in program.names("push button") if "_" in name])
        self.assertEqual(sorted(path.name for path in self.out.iterdir()),
                         [f"{place:02} {name}.ocopballot" for place, (name, _) in enumerate(test_council.MEMBERS, 1)])
        intake = self.take(program, self.score(1, "1.1=2 1.2=1"))
        program.find("label", "đã nhận 1 phiếu", intake)
        program.find("label", "Còn 30 tiêu chí chưa chấm.", intake)
        self.put_away(program)
        self.assertEqual(self.choices(), {"Nguyễn Văn An": "1.1=2 1.2=1"})
        # The same copy once more changes nothing.
        intake = self.take(program, self.folder / "1.ocopballot")
        program.find("label", "bản này đã nhận rồi", intake)
        self.put_away(program)
        self.close(program)

    def test_another_copy_stands_beside_cell_by_cell(self):
        program = self.begin()
        self.export(program)
        first, second = self.score(1, "1.1=2 1.2=1 1.3=0", "mot.ocopballot"), self.score(1, "1.1=2 1.2=0 1.4=1", "hai.ocopballot")
        program.find("label", "đã nhận 1 phiếu", self.take(program, first))
        self.put_away(program)
        intake = self.take(program, second)
        program.find("label", "đã nhận một bản khác", intake)
        cells = [name for _, name in intake.walk_named("label") if name[:4] in ("1.1 ", "1.2 ", "1.3 ", "1.4 ")]
        self.assertEqual([name[:3] for name in cells], ["1.2", "1.3", "1.4"])
        program.find("push button", "Giữ điểm đang lưu", intake).press()
        program.find("label", "giữ điểm đang lưu", intake)
        self.put_away(program)
        self.assertEqual(self.choices(), {"Nguyễn Văn An": "1.1=2 1.2=1 1.3=0"})
        intake = self.take(program, second)
        program.find("push button", "Lấy theo phiếu này", intake).press()
        program.find("label", "đã nhận 1 phiếu", intake)
        self.put_away(program)
        self.assertEqual(self.choices(), {"Nguyễn Văn An": "1.1=2 1.2=0 1.4=1"})
        self.close(program)

    def test_ballots_as_workbooks(self):
        program = self.begin()
        self.export(program, "Xuất phiếu dạng bảng tính…")
        program.find("label", "Đã ghi 3 phiếu chấm")
        # Under a name that can be typed in any locale.
        intake = self.take(program, (self.out / "02 Trần Thị Bình.xlsx").rename(self.folder / "binh.xlsx"))
        program.find("label", "không nhận", intake)
        program.find("label", "chưa chấm gì", intake)
        self.put_away(program)
        self.close(program)

    def test_documents_for_the_members(self):
        opened = files.install_viewer(self.folder, "inode/directory")
        program = self.begin()
        self.choose(program, "Tài liệu cho thành viên…")
        program.open_file("Thư mục bộ tài liệu cho thành viên", "Xuất", self.out)
        program.focus_window()
        program.find("label", "Đã ghi 4 tệp cho thành viên.")
        self.assertEqual(sorted(path.relative_to(self.out).as_posix() for path in self.out.rglob("*.pdf")),
                         ["01 Gạo sạch/Phiếu chấm trống.pdf", "01 Gạo sạch/Tóm tắt.pdf", "Chương trình phiên họp.pdf",
                          "Danh sách giao nhận.pdf"])
        program.find("push button", "Mở thư mục").press()
        desktop.wait_for("the folder", opened.exists)
        desktop.wait_for("its name", lambda: "out" in opened.read_text())
        self.close(program)

    def test_documents_are_cancelled(self):
        """Of a session of many products, so that there is the time to."""
        self.make_session()
        self.make_agenda()
        product = self.add("products", name="Gạo", criteria_set=SET)
        for place in range(2, MANY):
            dossier = self.add("dossiers", name=f"Gạo {place}", product=product, kind="first", step="council", story="1",
                               **{"--reason": "Thu"})
            self.add("session_products", session=self.session, dossier=dossier, name=f"Gạo {place}", place=str(place),
                     criteria_set=SET, law_book="26/2026/QĐ-TTg", scoring="1")
        self.out = self.folder / "out"
        self.out.mkdir()
        program = self.open_session()
        self.choose(program, "Tài liệu cho thành viên…")
        program.open_file("Thư mục bộ tài liệu cho thành viên", "Xuất", self.out)
        program.find("push button", "Hủy", program.find_window("Đang ghi tài liệu cho thành viên…")).press()
        program.wait_for_windows(1)
        program.focus_window()
        program.find("label", "Đã hủy: phần ghi trước đó nằm trong thư mục.")
        self.assertLess(len(list(self.out.rglob("*.pdf"))), 2 * MANY)
        self.close(program)


if __name__ == "__main__":
    desktop.run()
