# SPDX-License-Identifier: GPL-3.0-or-later
"""The papers of a year: what foreign readers find in them is what `ocop plan` counts and what the records say."""
import csv
import html
import re
import subprocess
import unittest
import zipfile

import openpyxl

from ocop_case import OcopCase

YEAR = 2026
ON = "2026-11-23"


class YearPapers(OcopCase):
    def setUp(self):
        super().setUp()
        self.new_register("a.ocop", "--sample")
        (plan,) = self.ocop_json("list", "a.ocop", "plans")
        self.plan = plan["id"]
        self.targets = {target["code"]: target["id"] for target in self.ocop_json("list", "a.ocop", "targets")}
        self.communes = [unit["id"] for unit in self.ocop_json("list", "a.ocop", "units") if unit["level"] == "commune"][:3]

    def add(self, kind, /, **fields):
        return self.ocop("add", "a.ocop", kind, *(f"{field}={value}" for field, value in fields.items()))

    def sheets(self, name, *options):
        """The cells of each sheet of a paper, line by line."""
        self.ocop("report", "a.ocop", name, "-o", f"{name}.xlsx", "--on", ON, "--lang", "vi", *options)
        book = openpyxl.load_workbook(self.path(f"{name}.xlsx"))
        return [[list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book.worksheets]

    def rows(self, name, *options):
        """Those lines of the first table that begin with a number."""
        return [row for row in self.sheets(name, *options)[0] if isinstance(row[0], (int, float))]

    def test_progress(self):
        self.add("target_figure", target=self.targets["X50"], counted_on="2026-10-31", met="1",
                 text="Chấm điểm bằng phần mềm", source="Báo cáo số 45")
        self.add("target_figure", target=self.targets["T01"], counted_on="2026-10-31", value="7", source="Sở Nội vụ")
        told = {target["target"]: target for target in self.ocop_json("plan", "a.ocop", "--year", YEAR, "--on", ON)}
        rows = self.rows("plan-progress", "--year", str(YEAR))
        self.assertEqual({row[1] for row in rows}, set(told))
        self.assertEqual([row[0] for row in rows], list(range(1, len(rows) + 1)))
        for _, name, _, _, actual, percent, _, _, state, note in rows:
            with self.subTest(name):
                self.assertEqual(state, told[name]["state_title"])
                for found, expected in ((actual, told[name]["figure"]), (percent, told[name]["percent"])):
                    self.assertEqual(found, None if expected is None else float(expected))
                self.assertEqual("Nhập tay" in (note or ""), told[name]["counted"].startswith("Nhập tay"))
        self.assertEqual(sum("Báo cáo số 45" in (row[9] or "") for row in rows), 1)

    def test_period(self):
        """A quarter ends on its last day, and what is said of it is said of the same days a year before."""
        lines = [cell for row in self.sheets("plan-progress", "--period", "quarter-2")[0] for cell in row if isinstance(cell, str)]
        self.assertTrue(any("từ 15/03/2026 đến 14/06/2026" in line for line in lines))
        self.assert_refused(1, "report", "a.ocop", "plan-progress", "-o", "x.pdf", "--year", "2019")
        self.assert_refused(2, "report", "a.ocop", "plan-progress", "-o", "x.pdf", "--period", "quarter-5")

    def test_annexes(self):
        product = self.ocop_json("list", "a.ocop", "products", "--limit", "1")[0]
        there = self.total_of_budget()
        self.add("plan_product", plan=self.plan, place=1, name="Có trong dữ liệu", product=product["id"], kind="upgrade", expected_class=4)
        self.add("plan_product", plan=self.plan, place=2, name="Mới là ý tưởng", unit=self.communes[0], kind="first", expected_class=3)
        for commune, value in zip(self.communes, (2, 3, 1)):
            self.add("target_share", target=self.targets["P52"], unit=commune, value=value)
        for place, (source, amount) in enumerate((("Tỉnh", 105_000_000), ("Trung ương", 250_000_000), ("Tỉnh", 45_000_000)), 1):
            self.add("budget_line", plan=self.plan, place=place, name=f"Nội dung {place}", source=source, amount=amount)

        products = [row for row in self.rows("plan-products") if row[1] in ("Có trong dữ liệu", "Mới là ý tưởng")]
        self.assertEqual([row[1] for row in products], ["Có trong dữ liệu", "Mới là ý tưởng"])
        self.assertEqual(products[0][3], product["producer"])
        self.assertEqual([row[8] for row in products], [4, 3])
        shares = self.sheets("plan-shares")[0]
        self.assertEqual(sorted(row[2] for row in shares if isinstance(row[0], int)), [1, 2, 3])
        self.assertEqual([row[2] for row in shares if row[0] in ("Tổng số", "Kế hoạch giao chung")], [6, 8])
        self.assertEqual(self.total_of_budget(), there + 400_000_000)
        sources = {row[1]: row[2] for row in self.sheets("plan-budget")[1] if isinstance(row[0], int)}
        self.assertEqual((sources["Tỉnh"], sources["Trung ương"]), (150_000_000, 250_000_000))
        self.assertEqual(sum(sources.values()), there + 400_000_000)

    def test_schedule(self):
        """A mark in each month in which a task runs; what is late is said in words."""
        self.add("task", plan=self.plan, place=91, name="Việc quá hạn", begins_on="2026-02-15", due_on="2026-04-10", state="under-way")
        self.add("task", plan=self.plan, place=92, name="Việc cả năm trước", begins_on="2025-11-01", due_on="2026-01-20", state="done")
        self.add("task", plan=self.plan, place=93, name="Việc chưa có ngày", state="planned")
        rows = {row[1]: row for row in self.rows("plan-schedule")}
        months = {name: [month for month in range(1, 13) if row[2 + month] == "x"] for name, row in rows.items()}
        self.assertEqual([months[name] for name in ("Việc quá hạn", "Việc cả năm trước", "Việc chưa có ngày")], [[2, 3, 4], [1], []])
        self.assertEqual([rows[name][16] for name in ("Việc quá hạn", "Việc cả năm trước", "Việc chưa có ngày")],
                         ["Trễ hạn", "Đã xong", "Chưa bắt đầu"])

    def test_tasks(self):
        """The list of tasks says who, until when, at what cost and how it stands; the cost is summed up."""
        there = sum(task["cost"] or 0 for task in self.ocop_json("list", "a.ocop", "tasks"))
        self.add("task", plan=self.plan, place=91, name="Việc quá hạn", body="Sở Công Thương", due_on="2026-04-10", cost=5_000_000, state="under-way")
        lines = self.sheets("plan-tasks")[0]
        task = next(row for row in lines if row[1] == "Việc quá hạn")
        self.assertEqual([task[2], str(task[5])[:10], task[6], task[7]], ["Sở Công Thương", "2026-04-10", 5_000_000, "Trễ hạn"])
        self.assertEqual(next(row[6] for row in lines if row[0] == "Tổng số"), there + 5_000_000)

    def test_plans_side_by_side(self):
        """Each target beside that of the year before, by how much more is set; what only one plan has is left empty."""
        before = self.add("plan", name="Kế hoạch năm trước", year=YEAR - 1, state="draft").strip()
        self.add("target", plan=before, place=1, name="Sản phẩm thêm", indicator="P52", operator="at-least", value=5)
        lines = self.sheets("plan-compare")[0]
        rows = {row[1]: row for row in lines if isinstance(row[0], int)}
        self.assertEqual([rows["Sản phẩm được công nhận thêm"][column] for column in (3, 6, 9)], [8, 5, 3])
        self.assertEqual(rows["Lớp tập huấn đã tổ chức"][6:11], [None] * 5)
        self.assertTrue(any("Kế hoạch năm trước" in str(row[0]) for row in lines))

    def test_frozen(self):
        """What a report said and what the one before had said; without one there is nothing to print."""
        self.assert_refused(1, "report", "a.ocop", "plan-frozen", "-o", "x.pdf")
        for name, day, value in (("Quý 1", "2026-03-14", 10), ("Quý 2", "2026-06-14", 17)):
            report = self.add("frozen_report", plan=self.plan, name=name, from_day="2025-12-15", until_day=day, frozen_on=day).strip()
            self.add("frozen_figure", report=report, target=self.targets["P52"], name="Sản phẩm thêm", value=value, text=value)
        (row,) = self.rows("plan-frozen")
        self.assertEqual(row[1:4], ["Sản phẩm thêm", "10", "17"])

    def total_of_budget(self):
        return next(row[5] for row in self.sheets("plan-budget")[0] if row[0] == "Tổng số")

    def test_letters(self):
        self.ocop("edit", "a.ocop", "plan", self.plan, "legal_bases=Căn cứ thứ nhất;\nCăn cứ thứ hai;", "carrying_out=Các sở thực hiện.",
                  "number=66/KH-UBND", "issued_on=2026-03-07", "office=Ủy ban nhân dân tỉnh Thực Hành", "signatory_title=TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH")
        self.add("task", plan=self.plan, place=1, name="Việc của quý hai", due_on="2026-06-01", state="planned")
        self.add("task", plan=self.plan, place=2, name="Việc của quý bốn", due_on="2026-12-01", state="planned")
        self.add("budget_line", plan=self.plan, place=1, name="Tập huấn", source="Tỉnh", amount=105_000_000, paid=52_500_000)
        self.add("frozen_report", plan=self.plan, name="Quý 1", from_day="2025-12-15", until_day="2026-03-14", frozen_on="2026-03-20",
                 note="Hồ sơ còn chậm.\nPhương hướng kỳ tới:\nMở thêm một lớp.")
        self.ocop("papers", "a.ocop", self.plan, "-o", "papers", "--on", ON, "--period", "quarter-2", "--lang", "vi",
                  "--only", "plan", "--only", "period-report")
        plan, report = (self.read_docx(f"papers/{name}.docx") for name in ("Kế hoạch năm", "Báo cáo kỳ"))
        for text in (plan, report):
            self.assertNotIn("«", text)
        for words in ("Căn cứ thứ nhất;", "Căn cứ thứ hai;", "66/KH-UBND", "ngày 07 tháng 3 năm 2026", "105.000.000",
                      "Việc của quý hai", "Việc của quý bốn", "Các sở thực hiện.", "ỦY BAN NHÂN DÂN TỈNH THỰC HÀNH"):
            self.assertIn(words, plan)
        for words in ("quý 2 năm 2026", "từ 15/03/2026 đến 14/06/2026", "Việc của quý hai", "Hồ sơ còn chậm.", "Mở thêm một lớp.", "52.500.000"):
            self.assertIn(words, report)
        self.assertNotIn("Việc của quý bốn", report)
        self.assertLess(report.index("Hồ sơ còn chậm."), report.index("V. PHƯƠNG HƯỚNG"))

    def read_docx(self, name):
        with zipfile.ZipFile(self.path(name)) as package:
            text = package.read("word/document.xml").decode("utf-8")
        return html.unescape(re.sub("<[^>]*>", "", text.replace("</w:p>", "\n"))).replace("\xa0", " ")

    def test_work(self):
        """As many lines as there are records, and sums of what stands in them; what lies outside the period is left out."""
        self.add("course", name="Lớp năm trước", state="held", held_on="2025-03-03")
        self.add("support", name="Máy", granted_on="2025-03-03", granted=5_000_000, paid=4_000_000, funding="province")
        listed = self.ocop_json("list", "a.ocop", "inspections")
        held = [row for row in listed if row["held_on"] and "2025-12-15" <= row["held_on"] <= ON]
        faults = [row for row in self.ocop_json("list", "a.ocop", "inspection_points")
                  if row["result"] == "fault" and row["inspection_id"] in {row["id"] for row in held}]
        found = self.rows("inspections")
        self.assertEqual(len(found), len(held))
        self.assertEqual(sum(cell or 0 for row in found for cell in row[5:11]), len(faults))
        courses = [row for row in self.ocop_json("list", "a.ocop", "courses") if row["state"] == "held" and row["held_on"] >= "2025-12-15"]
        self.assertEqual(sorted(row[1] for row in self.rows("training")), sorted(row["name"] for row in courses))
        people = [row for row in self.ocop_json("list", "a.ocop", "trainees") if not row["absent"]]
        self.assertEqual(sum(row[6] for row in self.rows("training")), len(people))
        (total,) = (row for row in self.sheets("promotion")[0] if row[0] == "Tổng số")
        self.assertEqual(total[9], sum(row["value"] or 0 for row in self.ocop_json("list", "a.ocop", "participations")))
        self.assertEqual(sum(row[6] or 0 for row in self.rows("disbursement")), 4_000_000)
        # Of a programme, whose source it need not repeat.
        programme = self.add("support_programme", name="Khuyến công mẫu", funding="industry-promotion").strip()
        sources = {row[1]: row[3] or 0 for row in self.rows("disbursement")}
        self.add("support", name="Máy sấy", programme=programme, granted_on="2026-03-03", granted=7_000_000)
        after = {row[1]: row[3] or 0 for row in self.rows("disbursement")}
        self.assertEqual({source: paid - sources.get(source, 0) for source, paid in after.items() if paid != sources.get(source, 0)}, {"Khuyến công": 7_000_000})
        for row in self.rows("rounds"):
            self.assertEqual(row[2], sum(row[3:9]), row)
        self.check_classes_of_rounds()
        told = {target["target"]: target["figure"] for target in self.ocop_json("plan", "a.ocop", "--year", YEAR, "--on", ON)}
        for row in self.rows("plan-years"):
            self.assertEqual(row[7], None if told[row[1]] is None else float(told[row[1]]), row)

    def test_charts_of_localities(self):
        """One for each target that sets a number for each locality, by the name that the list says."""
        self.add("target", plan=self.plan, place=90, name="Chuỗi xanh mỗi nơi", indicator="V20", operator="each-at-least", value=2)
        self.add("target", plan=self.plan, place=91, name="Chuỗi xanh nữa", indicator="V20", operator="each-at-least", value=3)
        plain = {chart["name"] for chart in self.ocop_json("chart", "--list")}
        named = {chart["name"]: chart["title"] for chart in self.ocop_json("chart", "a.ocop", "--list", "--on", ON)
                 if chart["name"].startswith("plan-") and chart["name"] not in plain}
        self.assertEqual([title.split(": ")[1] for title in named.values()],
                         ["Sản phẩm làng nghề ở từng địa phương", "Chuỗi xanh mỗi nơi", "Chuỗi xanh nữa"])
        self.assertEqual(list(named)[:2], ["plan-localities:G20", "plan-localities:V20"])
        for name, title in named.items():
            self.ocop("chart", "a.ocop", name, "-o", "a.pdf", "--on", ON)
            told = subprocess.run(["pdftotext", self.path("a.pdf"), "-"], check=True, capture_output=True, encoding="utf-8").stdout
            self.assertIn(title.split(": ")[1], told)
        for name in ("plan-localities:P01", "plan-targets:G20"):
            self.assert_refused(2, "chart", "a.ocop", name, "-o", "a.svg", "--on", ON)

    def add_year_before(self):
        """As much more of each work, in the year before."""
        product = self.ocop_json("list", "a.ocop", "products", "--limit", "1")[0]
        for day in ("2025-03-03", "2025-06-06"):
            self.add("inspection", name="Kiểm tra", producer=product["producer_id"], held_on=day)
        self.add("course", name="Lớp năm trước", state="held", held_on="2025-03-03", cost=3_000_000)
        self.add("course", name="Lớp sau ngày này", state="held", held_on="2025-11-30", cost=5_000_000)
        self.add("event", name="Hội chợ năm trước", type="fair", held_on="2025-04-04")
        (event,) = (row["id"] for row in self.ocop_json("list", "a.ocop", "events") if row["name"] == "Hội chợ năm trước")
        self.add("participation", event=event, producer=product["producer_id"], dealing="contract", value=10_000_000)
        self.add("sales_point", name="Điểm cũ", unit=self.communes[0], opened_on="2025-01-01")
        self.add("sales_point", name="Điểm mới", unit=self.communes[0], opened_on="2026-01-01")

    def assert_against(self, table, first, counted):
        """The rows of sums: of the period, of the year before, and what the one is of the other."""
        named = {row[0]: row for row in table if isinstance(row[0], str)}
        total, percent = named["Tổng số"], named["% cùng kỳ"]
        before = named[f"Cùng kỳ năm trước ({counted})"]
        for now, then, part in list(zip(total, before, percent))[first:]:
            if isinstance(now, (int, float)):
                self.assertEqual(part.replace(".", "").replace(",", "."), f"{now * 10000 // then / 100:g}%" if then else "–")
        return before

    def test_year_before(self):
        """Each table of progress says what there was in the same period of the year before; later days of it are not in that."""
        self.add_year_before()
        self.assert_against(self.sheets("inspections")[0], 5, 2)
        self.assertEqual(self.assert_against(self.sheets("training")[0], 4, 1)[11], 3_000_000)
        self.assertEqual(self.assert_against(self.sheets("promotion")[0], 6, 1)[6:10], [1, 0, 1, 10_000_000])
        (points,) = (row[11:14] for row in self.sheets("sales")[0] if row[0] == "Tổng số")
        listed = [row["opened_on"] for row in self.ocop_json("list", "a.ocop", "sales_points") if not row["closed_on"]]
        self.assertEqual(points[:2], [len(listed), len([day for day in listed if not day or day <= "2025-11-23"])])
        self.assertEqual(points[2], points[0] * 10000 // points[1] / 100)
        for row in self.rows("sales"):
            self.assertEqual([bool(then) for then in row[3::3]], [part is not None for part in row[4::3]], row)
        for row in self.rows("rounds"):
            self.assertEqual([bool(then) for then in row[9:11]], [part is not None for part in row[11:13]], row)

    def check_classes_of_rounds(self):
        """By locality and sector, and by sector: all that took part, each in one class; by key trade: those that have some."""
        sessions = {row["id"] for row in self.ocop_json("list", "a.ocop", "sessions") if row["round_year"] == YEAR}
        judged = {row["dossier_id"] for row in self.ocop_json("list", "a.ocop", "session_products") if row["session_id"] in sessions}
        dossiers = [row for row in self.ocop_json("list", "a.ocop", "dossiers") if row["id"] in judged]
        self.ocop("edit", "a.ocop", "products", dossiers[0]["product_id"], "key_trades=Lúa gạo, Sen")
        products = {row["id"]: row["key_trades"] or "" for row in self.ocop_json("list", "a.ocop", "products", "--columns", "id,key_trades")}
        trades = sum(len([trade for trade in products[row["product_id"]].split(",") if trade.strip()]) for row in dossiers)
        (total, _, by_place, by_sector, by_trade), lines = self.totals_of_rounds()
        self.assertEqual(by_place, total)
        self.assertEqual(by_sector, total)
        self.assertEqual(by_trade[0], trades)
        for row in lines:
            self.assertEqual(row[2], sum(row[3:9]), row)

    def totals_of_rounds(self):
        """Of each table: taking part, recognised, forwarded, failed, open; and all lines."""
        lines = [[row for row in sheet if isinstance(row[0], (int, float)) and len(row) >= 9] for sheet in self.sheets("rounds")]
        sums = [[sum(row[cell] for row in sheet) for cell in range(2, 9)] for sheet in lines]
        return [[all, three + four + five, *rest] for all, three, four, five, *rest in sums], [row for sheet in lines for row in sheet]

    def test_csv(self):
        self.ocop("report", "a.ocop", "plan-progress", "-o", "a.csv", "--on", ON)
        with open(self.path("a.csv"), encoding="utf-8-sig", newline="") as file:
            by_name = {row[1]: row for row in csv.reader(file)}
        self.assertEqual(by_name["Sản phẩm được công nhận từ 3 sao trong kỳ"][3:5], ["20–25", "33"])


if __name__ == "__main__":
    unittest.main()
