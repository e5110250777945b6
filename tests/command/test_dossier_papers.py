#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ocop paper: the forms and letters of a dossier, read by other programs than ours."""
import shutil
import subprocess
import unittest
import zipfile

from ocop_case import OcopCase

FORMS = ("form-01", "form-02", "form-03", "receipt", "visit-record")
LETTERS = ("completion-request", "proposal-letter", "visit-schedule", "advisory-report")


class DossierPapers(OcopCase):
    def setUp(self):
        super().setUp()
        self.register = self.new_register("a.ocop", "--sample")
        self.products = self.ocop_json("list", self.register, "products")
        self.honey = next(product for product in self.products if product["name"].startswith("Mật ong bạc hà"))
        self.dossier = self.begin(self.honey, commune_received_on="2026-10-05", commune_receipt="07-X/PĐK-99-99012-2026")

    def add(self, plural, **fields):
        return self.ocop_json("add", self.register, plural, *(f"{name}={value}" for name, value in fields.items()))["id"]

    def begin(self, product, **fields):
        return self.add("dossiers", product=product["id"], name=f"{product['name']} – Lần đầu 2026", kind="first", step="commune-received",
                        step_on="2026-10-05", criteria_set="QD26-04", **{"--reason": "Thử"}, **fields)

    def paper(self, name, *ids, suffix="pdf", options=()):
        path = f"{name}.{suffix}"
        self.ocop("paper", self.register, name, *(ids or (self.dossier,)), "-o", path, "--on", "2026-11-01", *options)
        return self.path(path)

    def text(self, *arguments, **options):
        done = subprocess.run(["pdftotext", "-layout", self.paper(*arguments, **options), "-"], capture_output=True, check=True)
        return done.stdout.decode("utf-8")

    def letter(self, name, *ids):
        with zipfile.ZipFile(self.paper(name, *ids, suffix="docx")) as package:
            return package.read("word/document.xml").decode("utf-8")

    def visit(self):
        visit = self.add("visits", name="xã Khe Ong", visit_on="2026-11-09", begins_at="08 giờ", members="Hoàng Thị Tư")
        return self.add("visit_products", visit=visit, dossier=self.dossier, verify="1.1 6.1", findings="Tổ ong đặt trong xã")

    def test_listed(self):
        self.assertEqual(tuple(paper["name"] for paper in self.ocop_json("paper", "--list")), FORMS + LETTERS + ("score-comparison",))

    def test_application(self):
        text = self.text("form-01")
        for words in ("Mẫu số 01", "PHIẾU ĐĂNG KÝ ĐÁNH GIÁ, PHÂN HẠNG SẢN PHẨM OCOP", "Tên đơn vị: HTX Mật ong Khe Ong",
                      "Nhóm sản phẩm đăng ký (Ngành, Nhóm, Phân nhóm): Thực phẩm – Thực phẩm thô, sơ chế",
                      "■ Lần đầu", "□ Nâng hạng", "□ Đánh giá lại", "07-X/PĐK-99-99012-2026", "Cơ quan tiếp nhận", "UBND xã Khe Ong"):
            self.assertIn(words, text)

    def test_self_assessment(self):
        """All criteria of the set, the points that the producer gave itself, and their sum."""
        self.ocop("edit", self.register, "dossiers", self.dossier, "self_choices=1.1=2 1.2=1")
        text = self.text("form-02")
        for words in ("Phần I. Thông tin chung", "Phần II. Kết quả thực hiện phương án sản xuất kinh doanh",
                      "Phần III. Đánh giá kết quả thực hiện theo Bộ tiêu chí sản phẩm OCOP", "Phần IV. Kế hoạch sản xuất, kinh doanh",
                      "Bộ sản phẩm: 04. Mật ong", "CƠ HỘI THỊ TRƯỜNG TOÀN CẦU"):
            self.assertIn(words, text)
        total = next(line for line in text.splitlines() if "Tổng cộng" in line)
        self.assertEqual(total.split()[-2:], ["100", "4"])

    def test_report_of_the_commune(self):
        text = self.text("form-03")
        for words in ("ỦY BAN NHÂN DÂN", "XÃ KHE ONG", "BC-UBND", "1. Về sử dụng nguyên liệu địa phương", "2. Về sử dụng lao động địa phương",
                      "3. Nguồn gốc ý tưởng sản phẩm", "4. Bản sắc/trí tuệ địa phương", "UBND xã Khe Ong đề nghị UBND tỉnh Thực Hành",
                      "TM. ỦY BAN NHÂN DÂN"):
            self.assertIn(words, text)

    def test_several_at_once(self):
        other = self.begin(self.products[0])
        text = self.text("form-01", self.dossier, other)
        self.assertEqual(text.count("Mẫu số 01"), 2)
        self.assertIn(self.products[0]["name"], text)

    def test_one_face(self):
        for form in FORMS:
            fonts = subprocess.run(["pdffonts", self.paper(form)], capture_output=True, check=True, encoding="utf-8").stdout.splitlines()[2:]
            families = {font.split()[0].partition("+")[2].partition("-")[0] for font in fonts}
            self.assertEqual(len(families), 1, fonts)
            self.assertTrue(all(" yes yes yes " in font for font in fonts), fonts)

    def test_visit_record(self):
        self.visit()
        text = self.text("visit-record")
        for words in ("BIÊN BẢN KIỂM TRA THỰC TẾ", "Ngày kiểm tra: 09/11/2026", "Hoàng Thị Tư", "6.1", "Tạp chất", "Tổ ong đặt trong xã"):
            self.assertIn(words, text)
        self.assertNotIn("6.2", text)

    def test_what_is_missing(self):
        """Two papers of the producer are missing; the commune has 15 working days from 05/10/2026, which are over."""
        letter = self.letter("completion-request")
        for words in ("HTX Mật ong Khe Ong", "07-X/PĐK-99-99012-2026", "Mẫu số 01, Điều 6.1.a", "Mẫu số 02, Điều 6.1.a", "Nộp bổ sung", "13/11/2026"):
            self.assertIn(words, letter)
        self.assertNotIn("«", letter)

    def test_nothing_missing(self):
        for document, name in (("form-01", "Phiếu"), ("form-02", "Báo cáo")):
            self.add("dossier_documents", dossier=self.dossier, document=document, name=name, state="handed-in")
        said = self.assert_refused(1, "paper", self.register, "completion-request", self.dossier, "-o", "a.docx")
        self.assertIn("đã đủ giấy tờ", said)

    def test_proposal(self):
        letter = self.letter("proposal-letter")
        self.assertIn("UBND tỉnh Thực Hành", letter)
        self.assertIn("ỦY BAN NHÂN DÂN XÃ KHE ONG", letter)
        self.assertNotIn("«", letter)
        elsewhere = self.begin(next(product for product in self.products if product["locality"] != self.honey["locality"]))
        said = self.assert_refused(1, "paper", self.register, "proposal-letter", self.dossier, elsewhere, "-o", "a.docx")
        self.assertIn("Mỗi xã đề nghị sản phẩm của mình", said)

    def test_schedule_and_report(self):
        said = self.assert_refused(1, "paper", self.register, "visit-schedule", self.dossier, "-o", "a.docx")
        self.assertIn("chưa có lịch kiểm tra", said)
        visited = self.visit()
        self.add("extra_tests", dossier=self.dossier, name="Chì", result="0,02 mg/kg")
        self.ocop("edit", self.register, "dossiers", self.dossier, "advised_choices=1.1=2", "advice=Trình Hội đồng")
        self.assertIn("Hoàng Thị Tư", self.letter("visit-schedule"))
        report = self.letter("advisory-report")
        for words in ("Chì: 0,02 mg/kg", "Kiểm tra ngày 09/11/2026", "Trình Hội đồng"):
            self.assertIn(words, report)
        self.assertNotIn("«", report)
        self.ocop("edit", self.register, "visit_products", visited, "findings=")
        self.assertIn("Dự kiến kiểm tra ngày 09/11/2026", self.letter("advisory-report"))

    def test_report_of_the_group(self):
        """In the name of the group that the province set up, and signed by its head."""
        report = self.letter("advisory-report")
        for words in ("TỔ TƯ VẤN ĐÁNH GIÁ, PHÂN HẠNG SẢN PHẨM OCOP TỈNH\u00a0THỰC\u00a0HÀNH", "TM. TỔ TƯ VẤN", "Lý Văn Gương", "- Như trên;", "- Lưu: VT."):
            self.assertIn(words, report)

    def test_own_template(self):
        """An office's own template, and a field of it that nobody knows."""
        self.ocop("template", "completion-request", "-o", "own.docx")
        done = self.run_ocop("paper", self.register, "completion-request", self.dossier, "--template", "own.docx", "-o", "a.docx")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        said = self.assert_refused(2, "paper", self.register, "completion-request", self.dossier, "--template", "none.docx", "-o", "a.docx")
        self.assertIn("none.docx", said)

    def test_own_template_beside_the_register(self):
        folder = self.folder / (str(self.register).removesuffix(".ocop") + ".mau")
        folder.mkdir()
        self.ocop("template", "minutes", "-o", folder / "completion-request.docx")
        said = self.assert_refused(1, "paper", self.register, "completion-request", self.dossier, "-o", "a.docx")
        self.assertIn("«", said)

    def test_refused(self):
        self.assertIn("form-99", self.assert_refused(2, "paper", self.register, "form-99", self.dossier, "-o", "a.pdf"))
        self.assert_refused(2, "paper", self.register, "form-01", "-o", "a.pdf")
        self.assert_refused(1, "paper", self.register, "form-01", "no-such-id", "-o", "a.pdf")
        self.assert_refused(2, "paper", self.register, "form-01", self.dossier, "-o", "a.txt")
        self.assert_refused(2, "paper", self.register, "completion-request", self.dossier, self.dossier, "-o", "a.docx")
        self.assertIn(".docx", self.assert_refused(2, "paper", self.register, "completion-request", self.dossier, "-o", "a.xlsx"))

    def test_shown_by_libreoffice(self):
        """The filled letters are papers that a word processor opens."""
        self.visit()
        office = shutil.which("soffice")
        if office is None:
            self.skipTest("LibreOffice is not installed")
        papers = [self.paper(letter, suffix="docx") for letter in LETTERS]
        subprocess.run([office, "--headless", f"-env:UserInstallation=file://{self.path('office')}", "--convert-to", "pdf",
                        "--outdir", self.path("."), *papers], capture_output=True, timeout=200)
        shown = [paper for paper in papers if (self.folder / paper.replace(".docx", ".pdf")).exists()]
        if not shown:
            self.skipTest("LibreOffice's word processor is not installed")
        for paper in shown:
            text = subprocess.run(["pdftotext", paper.replace(".docx", ".pdf"), "-"], capture_output=True, check=True, encoding="utf-8").stdout
            self.assertIn("Mật ong bạc hà", text)
        self.assertEqual(len(shown), len(LETTERS))


if __name__ == "__main__":
    unittest.main()
