# SPDX-License-Identifier: GPL-3.0-or-later
"""A council's session: the agenda is made, all are there, and a sheet takes as many digits as it has criteria."""
import json
import os
import pathlib
import subprocess
import time

import desktop

SET = "QD26-03"
MEMBERS = (("Nguyễn Văn An", "chair"), ("Trần Thị Bình", "member"), ("Lê Thu Cúc", "member"))


def leaves(criterion):
    inner = criterion.get("parts", []) + criterion.get("criteria", [])
    return [leaf for child in inner for leaf in leaves(child)] if inner else [criterion]


class CouncilTest(desktop.DeskCase):
    def ocop(self, *arguments):
        return subprocess.run([desktop.OCOP, *arguments], capture_output=True, text=True, check=True,
                              env=self.desktop.environment).stdout.strip()

    def add(self, plural, **fields):
        return self.ocop("add", str(self.register), plural, *(f"{name}={value}" for name, value in fields.items()))

    def sheets(self):
        return json.loads(self.ocop("list", str(self.register), "sheets", "--json"))

    def wait_for_sheets(self, number):
        desktop.wait_for(f"{number} sheets", lambda: len(self.sheets()) == number)

    def make_session(self):
        self.register = self.new_register("council.ocop", "--sample")
        council = self.add("councils", name="Hội đồng cấp tỉnh", kind="council")
        for name, role in MEMBERS:
            self.add("council_members", council=council, name=name, role=role)
        self.add("sessions", council=council, name="Đợt 2", state="planned", held_on="2026-11-24")
        product = self.add("products", name="Gạo sạch", criteria_set=SET)
        self.add("dossiers", name="Gạo sạch 2026", product=product, kind="first", step="council", story="1")

    def open_session(self):
        program = self.open(self.register)
        program.find("label", "Tính đến ngày")
        program.key("alt+5")
        program.click(program.find("list item", "Đợt 2"))
        return program

    def open_product(self, program):
        program.click(program.find("list item", "Gạo sạch"))
        program.find("label", "Gõ số để chấm")
        desktop.wait_for("the first criterion", lambda: "1.1 " in " ".join(program.names("label")))

    def begin(self):
        self.make_session()
        program = self.open_session()
        program.find("push button", "Thêm hồ sơ chờ").press()
        program.find("list item", "Gạo sạch, 0/0 phiếu")
        program.find("push button", "Tất cả có mặt").press()
        program.find("list item", "Gạo sạch, 0/3 phiếu")
        program.find("push button", "Bắt đầu phiên").press()
        program.find("push button", "Kết thúc phiên")
        self.open_product(program)
        return program

    def test_takes_a_digit_for_each_criterion(self):
        path = pathlib.Path(os.environ["OCOP_PROJECT"], "data", "law", "26-2026", f"{SET}.json")
        digits = [str(max(option["points"] for option in leaf["options"])) for leaf in leaves(json.loads(path.read_text()))]
        program = self.begin()
        program.key(*digits)
        program.find("label", "100,00")
        program.key("ctrl+s")
        self.wait_for_sheets(1)
        program.find("label", "đủ 1/3 phiếu")
        self.close(program)

    def test_keeps_what_was_typed_when_killed(self):
        program = self.begin()
        program.key("3", "2", "Tab", "1")
        time.sleep(1)
        program.process.kill()
        program.process.wait()
        program.log.close()
        program = self.open_session()
        program.click(program.find("list item", "Gạo sạch"))
        program.find("label", "còn nhập dở, đã mở lại")
        program.key("ctrl+s")
        self.wait_for_sheets(2)
        self.close(program)


if __name__ == "__main__":
    desktop.run()
