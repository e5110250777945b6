#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ocop import of lists of the work: what is stored equals what was written into the cells, and each fault is said with
its cell."""
import datetime
import json
import unittest

try:
    import openpyxl
except ImportError:
    openpyxl = None

from ocop_case import OcopCase


@unittest.skipUnless(openpyxl, "needs openpyxl")
class ImportWorkTest(OcopCase):
    def setUp(self):
        super().setUp()
        self.file = self.folder / "register.ocop"
        self.new_register("register.ocop")
        self.commune = self.add("units", name="Đồng Xanh", type="xã", level="commune", code="99016")
        self.producer = self.add("producers", name="HTX Bản Mây", tax_code="0101234567", unit=self.commune)
        self.product = self.add("products", name="Chè dây", producer=self.producer, unit=self.commune)

    def add(self, plural, **fields):
        return self.ocop("add", self.file, plural, *(f"{name}={value}" for name, value in fields.items())).strip()

    def write(self, *rows):
        """A workbook as an office writes it: titles above, then the headings."""
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.append(["SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"])
        sheet.append(["DANH SÁCH (kèm theo Báo cáo)"])
        sheet.append([])
        for row in rows:
            sheet.append(row)
        path = self.folder / "list.xlsx"
        book.save(path)
        return path

    def take(self, kind, path, *options, wrong=0):
        """What is said of each row of the list, by its result."""
        done = self.run_ocop("import", self.file, path, "--kind", kind, "--json", *options)
        self.assertEqual(done.returncode, 1 if wrong else 0, done.stderr)
        said = json.loads(done.stdout)
        self.assertEqual(said["counts"]["wrong"], wrong, said)
        return said

    def list(self, plural, *columns):
        rows = self.ocop_json("list", self.file, plural, "--columns", ",".join(columns), "--sort", columns[0])
        return [tuple(row[column] for column in columns) for row in rows]

    def messages(self, said):
        return {row["row"]: (row["result"], row["messages"]) for row in said["rows"]}

    def test_targets_and_their_shares(self):
        """The targets of a plan by their headings; what is shared out by the codes of target and commune."""
        plan = "Kế hoạch 2026"
        self.add("plans", name=plan, year="2026", state="draft")
        self.add("plans", name="Kế hoạch 2025", year="2025", state="draft")
        path = self.write(["TT", "Kế hoạch", "Mã chỉ tiêu", "Chỉ tiêu", "Cách tính", "Số giao", "Đến mức", "ĐVT"],
                          [1, 2026, "P01", "Sản phẩm được công nhận", "P01", 25, 30, "sản phẩm"],
                          [2, 2026, "T01", "Lớp tập huấn", "T01", 5, None, "lớp"],
                          [3, 2026, "X50", "Số hóa", None, None, None, None])
        self.take("plan-targets", path)
        self.assertEqual(self.list("targets", "code", "plan", "operator", "value", "value_to"),
                         [("P01", plan, "between", "25.00", "30.00"), ("T01", plan, "at-least", "5.00", None),
                          ("X50", plan, "counted", None, None)])
        shares = self.write(["Xã", "Mã chỉ tiêu", "Số giao"], ["99016", "P01", 3], ["99016", "T01", 1], ["Chỗ Khác", "P01", 2],
                            ["99016", "P99", 2])
        self.take("target_shares", shares, wrong=2)
        self.assertEqual(sorted(self.list("target_shares", "value", "unit")), [("1.00", "Đồng Xanh"), ("3.00", "Đồng Xanh")])

    def test_targets_as_plans_write_them(self):
        """Under “Kế hoạch” stands what is to be reached, often in words; a year there is the plan that a target is of."""
        plan = self.add("plans", name="Kế hoạch 2021", year="2021", state="draft")
        path = self.write(["TT", "Chỉ tiêu", "ĐVT", "Kế hoạch"],
                          [1, "Sản phẩm 3 sao", "sản phẩm", 23], [2, "HTX có sản phẩm", "HTX", "4 - 6"], [3, "Chủ thể tham gia xúc tiến", None, "> 70%"],
                          [4, "Đánh giá cấp tỉnh", None, "trước 20/11/2021"], [5, "Sản phẩm 4 sao", "sản phẩm", "mỗi huyện ít nhất 2"],
                          [6, "Chủ thể được kiểm tra", None, 0.5], [7, "Kinh phí hỗ trợ", "tỷ đồng", 19])
        book = openpyxl.load_workbook(path)
        book.active["D10"].number_format = "0%"
        book.save(path)
        self.take("targets", path, "--set", "plan=Kế hoạch 2021")
        self.assertEqual(self.list("targets", "place", "operator", "value", "value_to", "by_day", "unit_name"),
                         [(5, "at-least", "23.00", None, None, "sản phẩm"), (6, "between", "4.00", "6.00", None, "HTX"),
                          (7, "more-than", "70.00", None, None, "%"), (8, "by-day", None, None, "2021-11-20", None),
                          (9, "each-at-least", "2.00", None, None, "sản phẩm"), (10, "at-least", "50.00", None, None, "%"),
                          (11, "at-least", "19000000000.00", None, None, "đồng")])
        said = self.take("targets", self.write(["TT", "Chỉ tiêu", "ĐVT", "Kế hoạch giao"], [1, "Khác", "lần", "thường xuyên"]), "--set", "plan=Kế hoạch 2021", wrong=1)
        self.assertRegex(self.messages(said)[5][1], "D: .*“thường xuyên”.*25–30")

    def test_a_single_target_in_billions(self):
        """Typed one by one, too, it is compared with đồng."""
        plan = self.add("plans", name="Kế hoạch 2021", year="2021", state="draft")
        target = self.add("targets", plan=plan, name="Kinh phí hỗ trợ", operator="between", value="1,5", value_to="2", unit_name="tỷ đồng")
        self.ocop("edit", self.file, "targets", target, "value_to=3", "unit_name=tỷ đồng")
        self.assertEqual(self.list("targets", "value", "value_to", "unit_name"), [("1500000000.00", "3000000000.00", "đồng")])

    def test_choices_in_the_words_of_offices(self):
        """Less than the title says is enough where it says one choice; else the choices are named."""
        path = self.write(["TT", "Tên sự kiện", "Loại sự kiện", "Ngày tổ chức"],
                          [1, "Hội chợ A", "hội chợ", "20/07/2025"], [2, "Diễn đàn B", "Diễn đàn quốc tế", "21/07/2025"],
                          [3, "Họp C", "diễn đàn", "22/07/2025"], [4, "Lễ D", "lễ hội", "23/07/2025"])
        said = self.messages(self.take("events", path, wrong=1))
        self.assertEqual(self.list("events", "name", "type"), [("Diễn đàn B", "international-forum"), ("Họp C", "forum"), ("Hội chợ A", "fair")])
        self.assertRegex(said[5][1], "“hội chợ” .*“Hội chợ, triển lãm”")
        self.assertRegex(said[8][1], "Hội chợ, triển lãm; Kết nối cung cầu; ")
        path = self.write(["TT", "Sự kiện", "Chủ thể", "Kết quả", "Đối tác"], [1, "Hội chợ A", "HTX Bản Mây", "ký biên bản ghi nhớ", "Siêu thị"])
        self.take("participations", path)
        self.assertEqual(self.list("participations", "dealing"), [("memorandum",)])
        path = self.write(["TT", "Nội dung kiểm tra", "Chủ thể", "Ngày kiểm tra", "Kết luận"], [1, "Kiểm tra năm", "HTX Bản Mây", "15/08/2025", "đạt"],
                          [2, "Phúc tra", "HTX Bản Mây", "16/08/2025", "không đạt"])
        self.take("inspections", path)
        self.assertEqual(self.list("inspections", "conclusion"), [("met",), ("repair",)])

    def test_ideas_of_newcomers(self):
        """Ideas registered for a plan bring producers that the register has not heard of, each once; undo takes both back."""
        self.add("plans", name="Kế hoạch 2021", year="2021", state="draft")
        path = self.write(["TT", "Ý tưởng", "Chủ thể", "Xã", "Hạng dự kiến"], [1, "Du lịch Mây", "HTX Mây Mới", "Đồng Xanh", 3],
                          [2, "Chè dây", "HTX Bản Mây", "Đồng Xanh", 4], [3, "Mật ong", "HTX Mây Mới", "Đồng Xanh", 3])
        before = self.list("producers", "name")
        said = self.messages(self.take("plan_products", path, "--set", "plan=Kế hoạch 2021"))
        self.assertRegex(said[5][1], "C: .*chưa có")
        self.assertEqual(self.list("plan_products", "name", "producer", "product", "expected_class"),
                         [("Chè dây", "HTX Bản Mây", "Chè dây", 4), ("Du lịch Mây", "HTX Mây Mới", None, 3), ("Mật ong", "HTX Mây Mới", None, 3)])
        self.assertEqual(self.list("producers", "name", "unit"), [("HTX Bản Mây", "Đồng Xanh"), ("HTX Mây Mới", "Đồng Xanh")])
        self.ocop("undo", self.file)
        self.assertEqual((self.list("plan_products", "name"), self.list("producers", "name")), ([], before))

    def test_when_tasks_are_to_be_done(self):
        """As tables of tasks say it; what is no day is left out, not the task."""
        self.add("plans", name="Kế hoạch 2025", year="2025", state="draft")
        path = self.write(["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian hoàn thành"], [1, "Tập huấn", "Chi cục", "Quý III/2025"],
                          [2, "Hội chợ", "Sở", "5/11/2025"], [3, "Kiểm tra", "Sở", "tháng 4-6/2025"], [4, "Tuyên truyền", "Sở", "Thường xuyên"])
        said = self.messages(self.take("tasks", path, "--set", "plan=2025"))
        self.assertEqual(self.list("tasks", "name", "due_on"), [("Hội chợ", "2025-11-05"), ("Kiểm tra", "2025-06-30"),
                                                               ("Tập huấn", "2025-09-30"), ("Tuyên truyền", None)])
        self.assertRegex(said[8][1], "D: .*“Thường xuyên”")

    def test_courses(self):
        path = self.write(["TT", "Tên lớp tập huấn", "Từ ngày", "Đến ngày", "Xã/phường", "Địa điểm", "Kinh phí (triệu đồng)", "Ghi chú"],
                          [1, "Bán hàng trên sàn", datetime.date(2026, 5, 4), datetime.date(2026, 5, 6), "xã Đồng Xanh", "Nhà văn hóa", 12.5, "có ảnh"],
                          [2, "Truy xuất nguồn gốc", "15/06/2026", "16/06/2026", "99016", "UBND xã", 30, None],
                          [3, "Lớp ở nơi lạ", "17/06/2026", None, "xã Không Có", None, 1, None],
                          [4, "Ngày sai", "45/13/2026", None, None, None, 1, None],
                          [5, "Bán hàng trên sàn", "04/05/2026", None, "Đồng Xanh", None, 12.5, None])
        before = self.list("courses", "name")
        dry = self.take("courses", path, "--dry-run", wrong=2)
        self.assertEqual((dry["taken"], self.list("courses", "name")), (2, before))
        said = self.messages(self.take("courses", path, wrong=2))
        self.assertEqual([said[row][0] for row in (5, 6, 7, 8, 9)], ["new", "new", "wrong", "wrong", "duplicate"])
        self.assertRegex(said[7][1], "E: .*xã Không Có")
        self.assertRegex(said[8][1], "C: .*45/13/2026")
        self.assertRegex(said[9][1], r"\b5\b")
        self.assertEqual(self.list("courses", "name", "held_on", "held_until", "unit", "venue", "cost", "note"), [
            ("Bán hàng trên sàn", "2026-05-04", "2026-05-06", "Đồng Xanh", "Nhà văn hóa", 12500000, "có ảnh"),
            ("Truy xuất nguồn gốc", "2026-06-15", "2026-06-16", "Đồng Xanh", "UBND xã", 30000000, None)])
        self.ocop("undo", self.file)
        self.assertEqual(self.list("courses", "name"), [])

    def test_trainees(self):
        """Who came to one course, which the list itself does not name."""
        self.add("courses", name="Bán hàng trên sàn", state="held", held_on="2026-05-04")
        path = self.write(["STT", "Họ và tên", "Giới tính", "Chức vụ", "Chủ thể", "Số điện thoại", "Đối tượng"],
                          [1, "Nguyễn Thị Mẫu", "Nữ", "Giám đốc", "HTX Bản Mây", 912345678, None],
                          [2, "Trần Văn Mẫu", "Nam", "Công chức", None, "0987 654 321", "official"],
                          [3, "Lê Văn Lạ", "Nam", None, "HTX Không Có", None, None],
                          [4, "Phạm Văn Chọn", "Nam", None, None, None, "người ngoài hành tinh"],
                          [5, "NGUYỄN THỊ MẪU", "Nữ", "Giám đốc", "Hợp tác xã Bản Mây", "0912345678", None])
        said = self.messages(self.take("trainees", path, "--set", "course=Bán hàng trên sàn", wrong=2))
        self.assertEqual([said[row][0] for row in (5, 6, 7, 8, 9)], ["new", "new", "wrong", "wrong", "duplicate"])
        self.assertRegex(said[7][1], "E: .*HTX Không Có")
        self.assertRegex(said[8][1], "G: .*người ngoài hành tinh")
        self.assertEqual(self.list("trainees", "name", "course", "gender", "position", "producer", "phone", "kind"), [
            ("Nguyễn Thị Mẫu", "Bán hàng trên sàn", "female", "Giám đốc", "HTX Bản Mây", "0912345678", "producer"),
            ("Trần Văn Mẫu", "Bán hàng trên sàn", "male", "Công chức", None, "0987 654 321", "official")])
        again = self.take("trainees", path, "--set", "course=Bán hàng trên sàn", wrong=2)
        self.assertEqual((again["taken"], again["counts"]["duplicate"]), (0, 3))

    def test_who_signed(self):
        """The list that people sign names where they work: a producer where the register has it, else words."""
        self.add("courses", name="Hồ sơ", state="held", held_on="2026-05-04")
        path = self.write(["TT", "Họ và tên", "Chức vụ", "Đơn vị công tác", "Ký tên"], [1, "Phạm Văn Mẫu", "Chuyên viên", "UBND xã Đồng Xanh", None],
                          [2, "Võ Thị Mẫu", "Giám đốc", "HTX Bản Mây", None], [3, "Đỗ Văn Mẫu", None, "Trường Mẫu", None])
        self.take("trainees", path, "--set", "course=Hồ sơ")
        self.assertEqual(sorted(self.list("trainees", "name", "kind", "producer", "note")), [
            ("Phạm Văn Mẫu", "official", None, "UBND xã Đồng Xanh"), ("Võ Thị Mẫu", "producer", "HTX Bản Mây", None),
            ("Đỗ Văn Mẫu", "other", None, "Trường Mẫu")])

    def test_sums(self):
        """The unit after the number, else that of the heading; a fraction of a đồng is no sum."""
        self.add("events", name="Hội chợ", type="fair", held_on="2026-01-10")
        path = self.write(["Sự kiện", "Chủ thể", "Đối tác", "Giá trị (triệu đồng)", "Doanh số của công ty"],
                          ["Hội chợ", "HTX Bản Mây", "A", "1,2 tỷ", "35.000.000"], ["Hội chợ", "HTX Bản Mây", "B", "800", "1,5 tỷ đồng"],
                          ["Hội chợ", "HTX Bản Mây", "C", 12.5, 2500000], ["Hội chợ", "HTX Bản Mây", "D", "1 tỷ 2", None],
                          ["Hội chợ", "HTX Bản Mây", "E", None, "1,2"])
        said = self.messages(self.take("participations", path, wrong=2))
        self.assertEqual([said[row][0] for row in (8, 9)], ["wrong", "wrong"])
        self.assertEqual(self.list("participations", "partner", "value", "sales"), [
            ("A", 1200000000, 35000000), ("B", 800000000, 1500000000), ("C", 12500000, 2500000)])

    def test_choices_in_more_words(self):
        path = self.write(["Sự kiện", "Loại", "Từ ngày", "Nguồn kinh phí"], ["A", "Hội nghị kết nối cung cầu", "01/03/2026", "CTMTQG nông thôn mới"],
                          ["B", "Họp báo", "01/04/2026", "tỉnh"])
        self.take("events", path, wrong=1)
        self.assertEqual(self.list("events", "name", "type", "funding"), [("A", "supply-demand", "target-programme")])

    def test_faults(self):
        """Of visits of one name by the producer, or by the number of the record."""
        other = self.add("producers", name="HTX Khác", unit=self.commune)
        for producer, number in ((self.producer, "05/BB"), (other, "06/BB")):
            self.add("inspections", name="Đợt 1", producer=producer, held_on="2026-05-12", record_number=number)
        path = self.write(["Nội dung kiểm tra", "Chủ thể", "Lý do", "Ngày kiểm tra"], ["Đợt 2", "HTX Bản Mây", "Có phản ánh", "01/06/2026"])
        self.take("inspections", path)
        self.assertEqual(self.list("inspections", "held_on", "reason")[-1], ("2026-06-01", "complaint"))
        path = self.write(["Cuộc kiểm tra", "Chủ thể", "Sản phẩm", "Nội dung", "Kết quả", "Lỗi phát hiện", "Hạn khắc phục"],
                          ["Đợt 1", "HTX Bản Mây", "Chè dây", "Nhãn", "Không đạt", "Thiếu ngày sản xuất", "30/05/2026"],
                          ["06/BB", None, None, "Quảng cáo", None, "Sai hạng sao", "30/06/2026"],
                          ["Đợt 1", None, None, "Bao bì", None, "Cũ", None],
                          ["05/BB", None, None, "Bao bì", "Đạt", None, None])
        said = self.messages(self.take("inspection_points", path, wrong=1))
        self.assertRegex(said[7][1], "A: .*Đợt 1")
        self.assertEqual(self.list("inspection_points", "topic", "result", "inspection.record_number", "product", "repair_by"), [
            ("label", "fault", "05/BB", "Chè dây", "2026-05-30"), ("packaging", "met", "05/BB", None, None),
            ("advertising", "fault", "06/BB", None, "2026-06-30")])

    def test_stalls_and_years(self):
        path = self.write(["STT", "Sản phẩm", "Tên sàn", "Đường dẫn"], [1, "Chè dây", "Shopee", "https://shopee.vn/mau"])
        self.take("sales_links", path)
        self.assertEqual(self.list("sales_links", "product", "channel", "name", "active"), [("Chè dây", "platform", "Shopee", True)])
        path = self.write(["Chủ thể", "Năm", "Tổng số lao động", "Lao động qua đào tạo (có bằng cấp)", "Doanh thu (triệu đồng)"],
                          ["HTX Bản Mây", 2025, 20, 5, "1.500"], ["HTX Bản Mây", "07/3/2023", 20, 5, None])
        said = self.messages(self.take("producer_years", path, wrong=1))
        self.assertRegex(said[6][1], "B: .*07/3/2023.*2026")
        self.assertEqual(self.list("producer_years", "producer", "year", "workers", "trained", "revenue"), [("HTX Bản Mây", 2025, 20, 5, 1500000000)])
        path = self.write(["Sản phẩm", "Năm", "Sản lượng", "ĐVT"], ["Chè dây", 2025, "12,5", "tấn"])
        self.take("product_years", path)
        self.assertEqual(self.list("product_years", "product", "output", "output_unit"), [("Chè dây", "12.50", "tấn")])

    def test_rewards(self):
        """What was paid before the register: for the recognition by that decision, or of that class."""
        for number, stars, day in (("1/QĐ", 3, "2022-06-01"), ("2/QĐ", 3, "2025-06-01"), ("3/QĐ", 4, "2026-01-05")):
            self.add("recognitions", product=self.product, decision_number=number, decision_date=day, outcome="recognised", **{"class": stars})
        path = self.write(["TT", "Chủ thể", "Sản phẩm", "Hạng sao", "Số quyết định", "Số tiền (triệu đồng)", "Ngày chi"],
                          [1, "HTX Bản Mây", "Chè dây", "3 sao", "1/QĐ", 10, "01/08/2022"], [2, "HTX Bản Mây", "Chè dây", "4 sao", None, 20, "01/03/2026"],
                          [3, "HTX Bản Mây", "Chè dây", "3 sao", None, 10, None], [4, "HTX Bản Mây", "Chè dây", 4, None, 20, "02/03/2026"])
        said = self.messages(self.take("rewards", path, wrong=1))
        self.assertEqual([said[row][0] for row in (5, 6, 7, 8)], ["new", "new", "wrong", "duplicate"])
        self.assertEqual(self.list("rewards", "amount", "recognition.decision_number", "producer", "paid_on"), [
            (10000000, "1/QĐ", "HTX Bản Mây", "2022-08-01"), (20000000, "3/QĐ", "HTX Bản Mây", "2026-03-01")])

    def test_participations(self):
        self.add("events", name="Hội chợ Xuân", type="fair", held_on="2026-01-10")
        path = self.write(["TT", "Hội chợ", "Tên chủ thể", "Tên sản phẩm", "Đối tác", "Giá trị hợp đồng (đồng)", "Ngày ký", "Doanh thu tại chỗ"],
                          [1, "Hội chợ Xuân", "HTX Bản Mây", "Chè dây", "Siêu thị A", "1.250.000 đ", "11/01/2026", 2500000],
                          [2, "Hội chợ Thu", "HTX Bản Mây", "Chè dây", None, None, None, None],
                          [3, "Hội chợ Xuân", "HTX Bản Mây", "Chè lạ", None, None, None, None],
                          [4, "Hội chợ Xuân", None, None, "Siêu thị B", None, None, None])
        said = self.messages(self.take("participations", path, wrong=3))
        self.assertRegex(said[6][1], "B: .*Hội chợ Thu")
        self.assertRegex(said[7][1], "D: .*Chè lạ")
        self.assertEqual(self.list("participations", "event", "producer", "product", "partner", "value", "signed_on", "sales"), [
            ("Hội chợ Xuân", "HTX Bản Mây", "Chè dây", "Siêu thị A", 1250000, "2026-01-11", 2500000)])

    def test_plan(self):
        """Lines of the budget and products of a plan that is called by its number, or by its year."""
        self.add("plans", name="Kế hoạch năm 2026", number="66/KH-UBND", year="2026", state="draft")
        path = self.write(["TT", "Nội dung", "ĐVT", "Số lượng", "Đơn giá (nghìn đồng)", "Thành tiền (nghìn đồng)", "Nguồn kinh phí", "Kế hoạch"],
                          [1, "In tem", "tem", 1000.5, 0.5, 500.25, "Ngân sách tỉnh", "66/KH-UBND"],
                          [2, "Hội nghị", "lần", 2, 15000, 30000, "Ngân sách tỉnh", 2026],
                          [3, "Hội nghị", "lần", 2, 15000, 30000, "Ngân sách tỉnh", "Kế hoạch năm 2031"])
        self.take("budget_lines", path, wrong=1)
        self.assertEqual(self.list("budget_lines", "name", "plan", "unit_name", "quantity", "price", "amount", "source"), [
            ("Hội nghị", "Kế hoạch năm 2026", "lần", "2.00", 15000000, 30000000, "Ngân sách tỉnh"),
            ("In tem", "Kế hoạch năm 2026", "tem", "1000.50", 500, 500250, "Ngân sách tỉnh")])
        path = self.write(["TT", "Sản phẩm", "Nhóm", "Chủ thể", "Xã", "Lần đầu/nâng hạng/đánh giá lại", "Hạng dự kiến", "Đợt"],
                          [1, "Chè dây", "QD26-12", "HTX Bản Mây", "Đồng Xanh", "Nâng hạng", "4 sao", 2],
                          [2, "Chè mới", "QD26-12", None, "Đồng Xanh", "Lần đầu", 3, 1])
        self.take("plan_products", path, "--set", "plan=2026")
        self.assertEqual(self.list("plan_products", "name", "product", "producer", "unit", "kind", "expected_class", "round_number"), [
            ("Chè dây", "Chè dây", "HTX Bản Mây", "Đồng Xanh", "upgrade", 4, 2), ("Chè mới", None, None, "Đồng Xanh", "first", 3, 1)])

    def test_nothing_is_added_to_an_issued_plan(self):
        """What a list or the command line would add is refused with the plan's name and the way out."""
        self.add("plans", name="Kế hoạch năm 2025", year="2025", state="issued")
        self.add("plans", name="Kế hoạch năm 2026", year="2026", state="draft")
        path = self.write(["TT", "Kế hoạch", "Nhiệm vụ"], [1, 2025, "Mở lớp tập huấn"], [2, 2026, "Đi hội chợ"])
        result, messages = self.messages(self.take("tasks", path, wrong=1))[5]
        self.assertEqual(result, "wrong")
        self.assertIn("Kế hoạch năm 2025: ", messages)
        self.assertIn("Điều chỉnh", messages)
        self.assertEqual(self.list("tasks", "name", "plan"), [("Đi hội chợ", "Kế hoạch năm 2026")])
        issued = next(row["id"] for row in self.ocop_json("list", self.file, "plans", "--columns", "id,year") if row["year"] == 2025)
        done = self.run_ocop("add", self.file, "budget_lines", f"plan={issued}", "name=In tem")
        self.assertEqual(done.returncode, 1)
        self.assertIn("Kế hoạch năm 2025: ", done.stderr)

    def test_nothing_of_what_cannot_be_read(self):
        path = self.folder / "list.xlsx"
        path.write_bytes(b"PK\x03\x04 no workbook")
        self.assert_refused(2, "import", self.file, path, "--kind", "courses")
        path = self.write(["TT", "Màu sắc", "Hình dáng"], [1, "xanh", "tròn"])
        self.assert_refused(2, "import", self.file, path, "--kind", "courses")
        self.assert_refused(2, "import", self.file, path, "--kind", "colours")
        self.assertEqual(self.list("courses", "name"), [])


if __name__ == "__main__":
    unittest.main()
