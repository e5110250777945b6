# SPDX-License-Identifier: GPL-3.0-or-later
"""The work between the decisions: visits picked and planned, what they find, who comes to courses and events."""
import json

import desktop


class WorkTest(desktop.DeskCase):
    def open_list(self, page, title):
        program = self.open(self.register)
        program.find("label", "Tính đến ngày")
        if page == "inspections":
            program.key("alt+0")
        else:
            program.click(program.find("list item", page))
        program.find("label", title)
        return program

    def choose(self, program, name):
        """By its first letters; it is chosen when the record beside the list bears its name."""
        program.key("ctrl+k")
        program.type(name.lower())
        program.find("label", f"khớp “{name.lower()}”")
        program.key("Return")
        program.find("label", name)

    def test_inspects(self):
        """Picks whom to visit, notes what a visit found, and goes on to the revocation it concludes."""
        self.register = self.new_practice("practice.ocop")
        producer = json.loads(self.ocop("list", self.register, "products", "--filter", "state=valid", "--filter", "star=3",
                                        "--columns", "producer", "--limit", "1", "--json"))[0]["producer_id"]
        self.add("inspections", name="Zq", producer=producer, planned_on="2026-11-02", record_number="9/BB", conclusion="revoke")
        there, points = len(self.list("inspections")), len(self.list("inspection_points"))
        program = self.open_list("inspections", "23 cuộc kiểm tra")
        program.find("push button", "Chọn chủ thể…").press()
        program.find_window("Chọn chủ thể để kiểm tra")
        program.focus_window()
        program.type("01/12/2026")
        program.key("ctrl+s")
        desktop.wait_for("planned visits", lambda: len(self.list("inspections")) > there)
        program.wait_for_windows(1)
        planned = self.list("inspections", "--filter", "planned_on=2026-12-01")
        self.assertEqual({row["manner"] for row in planned}, {"planned"})
        program.focus_window()
        program.key("ctrl+z")
        desktop.wait_for("none of them", lambda: len(self.list("inspections")) == there)

        self.choose(program, "Zq")
        program.key("ctrl+m")
        dialog = program.find_window("Kết quả kiểm tra")
        program.focus_window()
        program.key("Tab")
        program.type("x")
        program.key("Tab")
        program.type("15/12/2026")
        program.find("push button", "Còn lại đạt", dialog).press()
        program.key("ctrl+s")
        desktop.wait_for("points", lambda: len(self.list("inspection_points")) > points)
        program.wait_for_windows(1)
        found = [row for row in self.list("inspection_points") if row["result"] == "fault" and row["finding"] == "x"]
        self.assertEqual([row["repair_by"] for row in found], ["2026-12-15"])
        self.assertEqual([(row["held_on"], row["conclusion"]) for row in self.list("inspections", "--search", "Zq")], [("2026-11-02", "revoke")])
        program.focus_window()
        program.key("ctrl+r")
        program.find_window("Thu hồi giấy chứng nhận")
        program.find("text", "Số văn bản kết luận")
        program.focus_window()
        program.key("ctrl+s")
        desktop.wait_for("a draft", lambda: len(self.list("decisions", "--filter", "kind=revocation")) == 1)
        self.close(program)

    def test_trains(self):
        """Types and pastes who came, and finds who was never reached."""
        self.register = self.new_practice("practice.ocop")
        course = self.add("courses", name="Zq lop", state="held", held_on="2026-11-02")
        program = self.open_list("Tập huấn, tư vấn", "5 lớp tập huấn")
        program.key("ctrl+n")  # from the sidebar, where the page was chosen
        program.find("label", "Thêm mới: Lớp tập huấn")
        program.key("Escape")
        self.choose(program, "Zq lop")
        program.key("ctrl+m")
        program.find_window("Học viên của lớp")
        program.focus_window()
        program.type("An")
        program.find("text", "Tên, 2")
        program.key("ctrl+s")
        desktop.wait_for("an attendee", lambda: [row["name"] for row in self.list("trainees", "--filter", f"course={course}")] == ["An"])
        program.wait_for_windows(1)
        program.focus_window()
        program.find("push button", "Chưa được tập huấn").press()
        program.find("tree table", "Chủ thể")
        self.close(program)


if __name__ == "__main__":
    desktop.run()
