# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan of the year: begun, its targets ticked, their numbers set, and what is counted for them; the lists of the work."""
import json
import time

import desktop
import files


class PlanTest(desktop.DeskCase):
    def open_plan(self):
        program = self.open(self.register)
        program.find("list", "Các trang")
        program.find("push button", "Tính đến")
        program.key("alt+9")
        return program

    def targets(self):
        return {row["code"]: row for row in json.loads(self.ocop("plan", self.register, "--year", "2026", "--on", "2026-11-22", "--json"))}

    def test_plans_and_counts(self):
        self.register = self.new_practice("practice.ocop")
        program = self.open_plan()
        program.find("label", "16 chỉ tiêu")
        program.key("ctrl+n")
        program.wait_for_windows(2)
        program.focus_window()
        program.go_to("text", "Địa phương")
        program.key("ctrl+a")
        program.type("quang tri")
        program.find("label", "đến 30/06/2025")  # which of the two of this name
        program.key("Down", "Return", "ctrl+s")
        desktop.wait_for("a plan", lambda: len(self.list("plans")) == 1)
        program.wait_for_windows(1)
        program.focus_window()
        program.find("label", "Chưa có chỉ tiêu")
        there = len(self.list("targets"))
        program.find("push button", "Thêm chỉ tiêu…").press()
        dialog = program.find_window("Chọn chỉ tiêu của kế hoạch")
        program.focus_window()
        program.find("check box", "P01 · Sản phẩm được công nhận từ 3 sao trong kỳ", dialog)
        program.type("trinh trung uong")
        desktop.wait_for("only what has these words", lambda: not any(name.startswith("P01 ") for name in program.names("check box")))
        self.assertFalse(any(name.startswith("P54 ") for name in program.names("check box")))  # it counts what P02 does
        for name in ("P02 · Sản phẩm trình Trung ương đánh giá 5 sao", "P24 · Sản phẩm tiềm năng 5 sao hoàn thiện hồ sơ trình Trung ương"):
            program.go_to("check box", name)
            program.key("space")
        program.find("push button", "Thêm", dialog).press()
        desktop.wait_for("two targets", lambda: len(self.list("targets")) == there + 2)
        program.wait_for_windows(1)
        program.find("label", "2 chỉ tiêu")
        program.find("label", "Sản phẩm tiềm năng 5 sao hoàn thiện hồ sơ trình Trung ương")
        self.close(program)

    def test_takes_an_own_indicator(self):
        """A file of the office's own becomes one more that can be ticked, and is ticked; what is wrong with one is said."""
        self.register = self.new_practice("practice.ocop")
        self.add("plans", name="Ke hoach", year="2026", state="draft")
        wrong = self.folder / "wrong.json"
        wrong.write_text('{"code": "X91"}', encoding="utf-8")
        program = self.open_plan()
        program.find("label", "0 chỉ tiêu")
        program.find("push button", "Thêm chỉ tiêu…").press()
        dialog = program.find_window("Chọn chỉ tiêu của kế hoạch")
        for file, role, said in ((wrong, "label", "wrong.json: $."),
                                 (desktop.PROJECT / "docs" / "indicator-example.json", "check box", "X90 · Sản phẩm còn hiệu lực có mã vạch")):
            program.focus_window()
            program.find("push button", "Từ tệp…", dialog).press()
            program.open_file("Tệp chỉ tiêu riêng", "Chọn", file)
            program.find(role, said, dialog)
        program.focus_window()
        program.find("push button", "Thêm", dialog).press()
        desktop.wait_for("the target", lambda: "X90" in self.targets())
        self.close(program)

    def test_shows_what_is_counted(self):
        """A number opens the list of what it counts."""
        self.register = self.new_practice("practice.ocop")
        plan = self.add("plans", name="Ke hoach", year="2026", state="draft")
        self.add("targets", plan=plan, place="1", code="P10", name="San pham", indicator="P10", operator="at-least", value="1")
        counted = self.targets()["P10"]["part"]
        program = self.open_plan()
        program.find("label", "ít nhất 1")
        program.find("push button", "Xem bản ghi được tính").press()
        program.find("label", f"{counted} sản phẩm")
        self.close(program)

    def test_enters_a_figure_by_hand(self):
        self.register = self.new_practice("practice.ocop")
        plan = self.add("plans", name="Ke hoach", year="2026", state="draft")
        self.add("targets", plan=plan, place="1", code="X01", name="Ten mien", indicator="X01", operator="at-least", value="20")
        program = self.open_plan()
        program.find("push button", "Nhập số tay…").press()
        program.find_window("Số nhập tay")
        program.focus_window()
        program.go_to("text", "Số lượng")
        program.type("25")
        program.go_to("text", "Nguồn số liệu")
        program.type("Bao cao")
        program.key("ctrl+s")
        program.wait_for_windows(1)
        desktop.wait_for("the figure", lambda: self.targets()["X01"]["state"] == "exceeded")
        program.find("label", "Nhập tay: Bao cao")
        self.close(program)

    def test_sets_numbers_in_a_table(self):
        """Number after number with Enter; a table copied from the plan's text becomes targets too; all of it is one change."""
        self.register = self.new_practice("practice.ocop")
        plan = self.add("plans", name="Ke hoach", year="2026", state="draft")
        for place, code in enumerate(("P02", "P10"), 1):
            self.add("targets", plan=plan, place=str(place), code=code, name=f"San pham {code}", indicator=code, operator="at-least")
        copied = self.folder / "copied.txt"
        copied.write_text("TT\tChỉ tiêu\tĐVT\tKế hoạch\n1\tLớp tập huấn\tlớp\t5 - 8\n2\tChủ thể được kiểm tra\t\ttrên 50%\n3\tTổ chức lại sản xuất\t\t\n", encoding="utf-8")
        program = self.open_plan()
        program.find("label", "2 chỉ tiêu")
        program.find("push button", "Đặt số giao…").press()
        program.find_window("Số kế hoạch giao")
        program.focus_window()
        program.find("text", "Kế hoạch giao, 3")
        program.type("1")
        program.key("Return")
        program.type("60")
        with files.clipboard(program, "UTF8_STRING", copied):
            program.key("ctrl+v")
            program.find("text", "Kế hoạch giao, 6")
        program.key("ctrl+s")
        program.wait_for_windows(1)
        program.find("label", "5 chỉ tiêu")

        def table():
            return [(row["name"], row["operator"], row["value"], row["value_to"], row["unit_name"])
                    for row in self.list("targets", "--filter", f"plan={plan}", "--sort", "place")]

        self.assertEqual(table(), [("San pham P02", "at-least", "1.00", None, None), ("San pham P10", "at-least", "60.00", None, None),
                                   ("Lớp tập huấn", "between", "5.00", "8.00", "lớp"), ("Chủ thể được kiểm tra", "more-than", "50.00", None, "%"),
                                   ("Tổ chức lại sản xuất", "qualitative", None, None, None)])
        program.focus_window()
        program.key("ctrl+z")
        program.find("label", "2 chỉ tiêu")
        self.close(program)

    def test_imports_into_the_plan_in_sight(self):
        """The kind of list is that of the tab, the plan the one that is looked at."""
        self.register = self.new_practice("practice.ocop")
        self.add("plans", name="Ke hoach", year="2031", state="draft")
        cells = self.folder / "cells.txt"
        cells.write_text("TT\tNhiệm vụ\tCơ quan chủ trì\tThời gian\n1\tHội chợ\tSở Công Thương\tQuý III/2031\n", encoding="utf-8")
        program = self.open_plan()
        program.click(program.find("page tab", "Nhiệm vụ"))
        program.find("label", "Chưa có nhiệm vụ")
        program.focus_window()
        program.key("ctrl+i")
        program.find("push button", "Chọn tệp")
        with files.clipboard(program, "UTF8_STRING", cells):
            program.focus_window()
            program.key("ctrl+v")
            desktop.wait_for("the button", lambda: program.find("push button", "Nhập 1 dòng").is_sensitive)
        program.find("push button", "Nhập 1 dòng").press()
        desktop.wait_for("the task", lambda: [(row["name"], row["plan"], row["begins_on"], row["due_on"]) for row in self.list("tasks")]
                         == [("Hội chợ", "Ke hoach", "2031-07-01", "2031-09-30")])
        program.find("label", "Cả lần nhập là một thao tác")
        program.focus_window()
        program.key("Escape")
        program.wait_for_windows(1)
        self.close(program)

    def shares(self):
        return {row["unit"]: row["value"] for row in self.list("target_shares")}

    def test_shares_targets_out(self):
        """Typed as in a spreadsheet, saved as one change; what is no number is put right first."""
        self.register = self.new_practice("practice.ocop")
        plan = self.add("plans", name="Ke hoach", year="2026", state="draft")
        self.add("targets", plan=plan, place="1", code="P01", name="San pham", indicator="P01", operator="between", value="20", value_to="25")
        self.add("targets", plan=plan, place="2", code="G20", name="Lang nghe", indicator="G20", operator="each-at-least", value="1")
        program = self.open_plan()
        program.click(program.find("page tab", "Chia chỉ tiêu"))
        program.find("text", "Ao Sen, San pham")
        program.type("15")
        program.key("Return")
        program.type("1x")
        program.key("ctrl+s")
        program.find("label", "Ô màu đỏ không phải là số: hãy sửa hoặc xóa trống, rồi lưu.")
        program.type("12")
        program.find("label", "27 trên 20–25: vượt 2")
        program.key("ctrl+s")
        desktop.wait_for("the shares", lambda: self.shares() == {"Ao Sen": "15.00", "Ấp Bưởi": "12.00"})
        program.find("label", "không cộng")
        self.close(program)

    def test_stands_beside_other_plans(self):
        """The plan of the year before stands beside it at first; a commune's own is ticked, and what is shared out to it is held against it."""
        self.register = self.new_practice("practice.ocop")
        commune = next(row["id"] for row in json.loads(self.ocop("list", self.register, "units", "--columns", "id,name", "--json")) if row["name"] == "Ao Sen")
        plans = [self.add("plans", name=name, year=year, state="draft", unit=unit)
                 for name, year, unit in (("Ke hoach", "2031", ""), ("Ke hoach", "2030", ""), ("Ke hoach xa", "2031", commune))]
        targets = [self.add("targets", plan=plan, place="1", name=f"Lang nghe {value}", indicator="P10", operator="at-least", value=value)
                   for plan, value in zip(plans, ("61", "50", "25"))]
        self.add("target_shares", target=targets[0], unit=commune, value="20")
        program = self.open_plan()
        self.turn_to(program, "1 chỉ tiêu · so với 1 kế hoạch khác · đã chia cho 1 địa phương, trong đó 1 nơi có kế hoạch riêng")
        for text in ("ít nhất 50", "+11", "20 (1/1)", "25 (1/1)", "+5"):
            program.find("label", text)
        program.find("push button", "Kế hoạch khác…").press()
        program.find("check box", "2031 · Ao Sen · Ke hoach xa")
        program.key("space", "Escape")
        program.find("label", "so với 2 kế hoạch khác")
        program.find("label", "+36")
        program.key("ctrl+c")
        program.find("label", "Đã chép thành bảng")
        self.print_tab(program, "So sánh chỉ tiêu với kế hoạch khác")
        self.close(program)

    def test_issues_and_copies(self):
        """What is issued is held fast; next year's plan begins with its targets."""
        self.register = self.new_practice("practice.ocop")
        plan = self.add("plans", name="Ke hoach nam 2026", year="2026", state="draft")
        self.add("targets", plan=plan, place="1", code="P10", name="San pham", indicator="P10", operator="at-least", value="1")
        there = len(self.list("targets"))
        program = self.open_plan()
        program.find("label", "ít nhất 1")
        self.choose(program, "Ban hành…")
        program.wait_for_windows(2)
        program.focus_window()
        program.find("text", "Số")
        program.type("66/KH")
        program.key("ctrl+s")
        desktop.wait_for("the plan to be issued", lambda: "issued" in [row["state"] for row in self.list("plans")])
        program.wait_for_windows(1)
        program.focus_window()
        program.find("label", "Ke hoach nam 2026 · 66/KH")
        self.choose(program, "Chép sang năm sau")
        desktop.wait_for("another plan", lambda: "Ke hoach nam 2027" in [row["name"] for row in self.list("plans")])
        self.assertEqual(len(self.list("targets")), there + 1)
        self.close(program)

    def fill(self, program, **texts):
        """The fields of the dialog that just opened; saves it."""
        program.wait_for_windows(2)
        program.focus_window()
        for title, text in texts.items():
            program.go_to("text", title.replace("_", " "))
            program.type(text)
        program.key("ctrl+s")
        program.wait_for_windows(1)
        program.focus_window()

    def rows(self, kind):
        return [row["name"] for row in sorted(self.list(kind), key=lambda row: row["place"])]

    def test_tasks_and_budget(self):
        """Tasks and lines of the budget are written down, ordered and thrown away by the keyboard; once the plan is issued
        only what comes of them is."""
        self.register = self.new_practice("practice.ocop")
        plan = self.add("plans", name="Ke hoach", year="2027", state="draft")
        self.add("targets", plan=plan, place="1", code="P10", name="San pham", indicator="P10", operator="at-least", value="1")
        program = self.open_plan()
        program.find("label", "ít nhất 1")
        program.click(program.find("page tab", "Nhiệm vụ"))
        program.find("label", "Chưa có nhiệm vụ")
        for name in ("Mo lop", "Hoi cho"):
            program.key("ctrl+n")
            self.fill(program, **{"Nhiệm_vụ": name})
            program.find("label", name)
        self.assertEqual(self.rows("tasks"), ["Mo lop", "Hoi cho"])
        self.print_tab(program, "Nhiệm vụ của kế hoạch")
        by_month = program.find("push button", "Theo tháng")
        program.click(by_month)
        self.print_tab(program, "Lịch thực hiện nhiệm vụ")
        program.click(by_month)
        program.key("alt+Up")  # what was added last is chosen
        desktop.wait_for("the second to be the first", lambda: self.rows("tasks") == ["Hoi cho", "Mo lop"])
        program.key("Delete")
        desktop.wait_for("one task", lambda: self.rows("tasks") == ["Mo lop"])
        program.key("ctrl+z")
        desktop.wait_for("both tasks", lambda: self.rows("tasks") == ["Hoi cho", "Mo lop"])
        program.key("ctrl+Page_Down")
        program.find("label", "Chưa có kinh phí")
        program.key("ctrl+n")
        self.fill(program, **{"Nội_dung": "Tap huan", "Số_lượng": "3", "Đơn_giá_(đồng)": "1500000"})
        program.find("label", "= 4.500.000")
        self.choose(program, "Ban hành…")
        self.fill(program, Số="1/KH")
        program.find("label", "Ke hoach · 1/KH")
        program.key("ctrl+Page_Up", "ctrl+Page_Down", "Return")
        self.fill(program, **{"Đã_chi_(đồng)": "900000"})
        program.find("label", "20 %")
        self.choose(program, "Điều chỉnh")
        desktop.wait_for("a plan that amends", lambda: any(row["amends"] for row in self.list("plans")))
        self.assertEqual([row["paid"] for row in self.list("budget_lines")], [900000, 900000])
        program.find("label", "Đã soạn kế hoạch điều chỉnh")
        program.find("label", "20 %")
        self.close(program)

    def test_freezes(self):
        """Figures that are frozen stay; what came since is named, and opens."""
        self.register = self.new_practice("practice.ocop")
        plan = self.add("plans", name="Ke hoach", year="2026", state="draft")
        self.add("targets", plan=plan, place="1", code="P33", name="Chon 5 sao", indicator="P33", operator="at-least", value="1")
        product = next(row for row in json.loads(self.ocop("list", self.register, "products", "--columns", "id,name,potential5", "--json"))
                       if not row["potential5"])
        program = self.open_plan()
        program.find("label", "ít nhất 1")
        self.turn_to(program, "Chưa chốt số liệu lần nào")
        program.find("push button", "Chốt số liệu…").press()
        program.wait_for_windows(2)
        program.focus_window()
        program.key("ctrl+s")
        desktop.wait_for("a frozen figure", lambda: len(self.list("frozen_figures")) == 1)
        program.wait_for_windows(1)
        program.focus_window()
        program.find("label", "Chưa có báo cáo trước để so sánh.")
        self.ocop("edit", self.register, "products", product["id"], "potential5=1")
        program.click(program.find("check box", "So với hiện tại"))
        program.find("push button", f"+ {product['name']}")
        self.print_tab(program, "Báo cáo đã chốt so với lần trước")
        program.find("push button", f"+ {product['name']}").press()
        program.find("label", product["name"])
        self.close(program)

    def turn_to(self, program, text):
        """Tab by tab, from the last on, until one says @text."""
        for _ in range(9):
            program.key("ctrl+Page_Up")
            time.sleep(0.4)
            if any(text in name for name in program.names("label")):
                return
        self.fail(text)

    def print_tab(self, program, title):
        """What the tab shows has a paper of its own, which is shown first."""
        program.key("ctrl+p")
        program.find_window(title)
        program.focus_window()
        program.key("Escape")
        program.wait_for_windows(1)
        program.focus_window()

    def choose(self, program, name):
        """In the plan's menu."""
        program.find("push button", "Kế hoạch").press()
        program.find("menu item", name).press()

    def choose_other_days(self, program):
        """Days of no quarter and no month are refused the wrong way round, and counted once they are right."""
        program.click(program.find("push button", "Cả kỳ kế hoạch"))
        program.type("khoang ngay")
        program.key("Return")
        program.find_window("Khoảng ngày khác")
        program.focus_window()
        for last, said in (("01/04/2026", "Ngày cuối trước ngày đầu"), ("20/08/2026", None)):
            program.click(program.find("text", "Số liệu từ ngày"))
            program.key("ctrl+a")
            program.type("10/04/2026")
            program.key("Tab", "ctrl+a")
            program.type(last)
            program.key("ctrl+Return")
            if said:
                program.find("label", said)
        program.wait_for_windows(1)
        program.focus_window()
        program.find("push button", "Từ ngày 10/04/2026 đến ngày 20/08/2026")

    def test_writes_its_papers(self):
        """The menu of the plan leads to its papers, of the period that is looked at; the reports are of the plan on the screen."""
        self.register = self.new_practice("practice.ocop")
        plan = self.add("plans", name="Ke hoach", year="2026", state="draft")
        self.add("targets", plan=plan, place="1", code="P10", name="San pham", indicator="P10", operator="at-least", value="1")
        program = self.open_plan()
        program.find("label", "ít nhất 1")
        self.choose_other_days(program)
        self.choose(program, "Văn bản…")
        program.find_window("Văn bản của kế hoạch")
        program.find("check box", "Báo cáo kỳ")
        program.find("check box", "Phụ lục 3: dự toán kinh phí")
        program.find("push button", "Chọn các cột của biểu: Phụ lục 2").press()
        dialog = program.find_window("Cột của")
        program.focus_window()
        program.click(program.find("check box", "Các chỉ tiêu được giao", dialog))
        program.find("push button", "Lưu", dialog).press()
        program.wait_for_windows(2)
        kept = json.loads(json.loads(self.ocop("list", self.register, "offices", "--columns", "report_columns", "--json"))[0]["report_columns"])
        self.assertEqual([column["name"] for column in kept["plan-shares"]], ["number", "locality", "note"])
        program.find("push button", "Xem các trang: Phụ lục 2")
        program.focus_window()
        self.close(program)

    def test_lists_the_work(self):
        self.register = self.new_practice("practice.ocop")
        self.add("courses", name="Lop xay dung ho so", state="held", held_on="2026-03-03")
        self.add("inspections", name="Kiem tra quy I", held_on="2026-02-02")
        program = self.open(self.register)
        program.find("label", "Tính đến ngày")
        program.key("alt+0")
        program.find("label", "23 cuộc kiểm tra")
        program.key("ctrl+k")
        program.type("quy ii")
        program.find("label", "khớp “quy ii”")
        program.key("alt+Page_Down")
        program.find("label", "80 nội dung")
        program.click(program.find("page tab", "Cuộc kiểm tra"))
        program.find("label", "khớp “quy ii”")
        self.close(program)


if __name__ == "__main__":
    desktop.run()
