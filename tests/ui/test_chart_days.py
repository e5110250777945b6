# SPDX-License-Identifier: GPL-3.0-or-later
"""Charts on other days, by the slider below them."""
import json
import re

import desktop

CHART = "Cơ cấu sản phẩm OCOP theo hạng sao"
STARS = {"3": "3 sao", "4": "4 sao", "potential5": "Tiềm năng 5 sao", "5": "5 sao"}
DAY = re.compile(r"Tính đến (\d\d)/(\d\d)/(\d{4})")


class ChartDaysTest(desktop.DeskCase):
    def count(self, day):
        """By class, as the command line counts on that day."""
        return json.loads(self.ocop("stats", self.register, "--on", day, "--json"))["total"]

    def chosen(self, program):
        """The day that the slider says, as the command line wants it; the button above says another."""
        (label,) = {name for name in program.names("label") if DAY.fullmatch(name)} - {self.today}
        day, month, year = DAY.fullmatch(label).groups()
        return f"{year}-{month}-{day}"

    def check(self, program):
        """The chart comes to say what is counted on the day that is chosen."""
        day = self.chosen(program)
        counted = self.count(day)

        said = [f"{title} {counted[star]} sản phẩm" for star, title in STARS.items() if counted[star] > 0]

        def says_so():
            return any(all(re.search(f"(?<!năng ){words}", name) for words in said)
                       for name in program.names("image") if name.startswith(f"{CHART}:"))

        desktop.wait_for(f"the chart of {day}", says_so)
        return day

    def test_slides(self):
        """By the mouse and by keys; played; back by Escape, by the button, and by going to another page."""
        self.register = self.new_register("practice.ocop", "--sample")
        program = self.open(self.register)
        program.find("label", "Tính đến ngày")
        program.key("alt+8")
        program.find("image", f"{CHART}:")
        back = program.find("push button", "Về lại ")
        (self.today,) = {name for name in program.names("label") if DAY.fullmatch(name)}
        self.assertFalse(back.is_sensitive)
        program.click(program.find("slider", "Ngày của số liệu"))
        desktop.wait_for("another day", lambda: back.is_sensitive)
        days = [self.check(program)]
        for key in ("Home", "Page_Up", "Right", "Left", "Page_Down"):
            program.key(key)
            desktop.wait_for("another day", lambda: self.chosen(program) != days[-1])
            days.append(self.check(program))
        self.assertEqual((days[5], days[4]), (days[1], days[2]))
        self.assertEqual(int(days[2][:4]), int(days[1][:4]) + 1)
        program.key("Escape")
        desktop.wait_for("the day of the window", lambda: not back.is_sensitive)
        program.find("push button", "Chạy lần lượt").press()
        stop = program.find("push button", "Dừng")
        desktop.wait_for("the months to go by", lambda: self.chosen(program) > days[3])
        stop.press()
        program.find("push button", "Chạy lần lượt")
        self.check(program)
        back.press()
        desktop.wait_for("the day of the window", lambda: not back.is_sensitive)
        program.click(program.find("slider", "Ngày của số liệu"))
        desktop.wait_for("another day", lambda: back.is_sensitive)
        program.key("alt+1")
        program.find("label", "Tính đến ngày")
        program.key("alt+8")
        desktop.wait_for("the day of the window", lambda: not program.find("push button", "Về lại ").is_sensitive)
        program.go_to("list item", CHART)
        program.key("End")
        desktop.wait_for("no slider", lambda: not any("Ngày của số liệu" in name for name in program.names("slider")))
        self.close(program)


if __name__ == "__main__":
    desktop.run()
