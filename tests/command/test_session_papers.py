#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ocop papers: what the papers of a session and a decision say, held against the figures reckoned here."""
import json
import pathlib
import re
import shutil
import subprocess
import unittest
import xml.etree.ElementTree
import zipfile

try:
    import openpyxl
except ImportError:
    openpyxl = None

from ocop_case import OcopCase
from score_sheets import read_leaves

SET = "QD26-03"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MEMBERS = (("Nguyễn Văn Mẫu", "chair"), ("Trần Thị Bình", "member"), ("Lê Thu Cúc", "member"), ("Đỗ Thị Lan", "secretary"))
SUMMARY = "Bảng tổng hợp điểm"


LEAVES = read_leaves(SET)
BEST = {leaf["code"]: len(leaf["options"]) - 1 for leaf in LEAVES}
LOW = dict(BEST, **{LEAVES[place]["code"]: 0 for place in (0, 4, 9)})
LEAST = dict.fromkeys(BEST, 0)


def reckon(choices):
    return sum(leaf["options"][choices[leaf["code"]]]["points"] for leaf in LEAVES)


def format_choices(choices):
    return " ".join(f"{code}={place}" for code, place in choices.items())


def read_docx(path):
    with zipfile.ZipFile(path) as package:
        root = xml.etree.ElementTree.fromstring(package.read("word/document.xml"))
    return "\n".join("".join(piece.text or "" for piece in paragraph.iter(f"{WORD}t")) for paragraph in root.iter(f"{WORD}p"))


class SessionPapers(OcopCase):
    """Two products: all points from three members while a fourth takes no part; and the second, scored twice."""

    made = None

    def setUp(self):
        super().setUp()
        self.register = "a.ocop"
        # Made once, and copied: each sheet is a call of its own.
        if SessionPapers.made is None:
            self.make_session()
            SessionPapers.made = (pathlib.Path(self.path(self.register)).read_bytes(), self.session, self.members, self.products)
        content, self.session, self.members, self.products = SessionPapers.made
        pathlib.Path(self.path(self.register)).write_bytes(content)

    def make_session(self):
        self.new_register(self.register, "--sample")
        self.make_council()
        self.products = [self.make_product(name, place) for place, name in enumerate(("Gạo thơm Thử", "Gạo lứt Thử"), 1)]
        self.ocop("add", self.register, "recusals", f"session_product={self.products[0][0]}", f"member={self.members[2]}",
                  "kind=family", "reason=Người nhà của chủ thể")
        for place in (0, 1, 3):
            self.add_sheet(self.products[0][0], place, BEST, 1)
        for place in range(4):
            self.add_sheet(self.products[1][0], place, LEAST if place == 0 else BEST, 1)
            self.add_sheet(self.products[1][0], place, LOW, 2)

    def add(self, plural, **fields):
        return self.ocop("add", self.register, plural, *(f"{name}={value}" for name, value in fields.items())).strip()

    def make_council(self):
        council = self.add("councils", name="Hội đồng OCOP tỉnh Thực Hành", kind="council", decision_number="900/QĐ-UBND",
                           decision_date="2026-03-02")
        self.members = [self.add("council_members", council=council, name=name, role=role, place=place)
                        for place, (name, role) in enumerate(MEMBERS, 1)]
        self.session = self.add("sessions", council=council, name="Phiên 1", state="open", held_on="2026-08-05", round_year=2026,
                                round_number=1, venue="Hội trường số 1")
        for member in self.members:
            self.add("attendances", session=self.session, member=member, present=1)

    def make_product(self, name, place):
        product = self.add("products", name=name, criteria_set=SET)
        dossier = self.add("dossiers", name=f"{name} 2026", product=product, kind="again" if place == 2 else "first", step="council", story=1,
                           **{"--reason": "Thử"})
        return self.add("session_products", session=self.session, dossier=dossier, name=name, place=place, criteria_set=SET,
                        scoring=place), product

    def add_sheet(self, product, member, choices, scoring):
        self.add("sheets", session_product=product, member=self.members[member], scoring=scoring, choices=format_choices(choices))

    def write(self, *options, subject=None):
        return self.ocop("papers", self.register, subject or self.session, "-o", "out", *options)

    def pdf_text(self, name, *options):
        done = subprocess.run(["pdftotext", "-layout", *options, self.path(f"out/{name}.pdf"), "-"], capture_output=True, check=True)
        return done.stdout.decode("utf-8")

    def assert_one_family(self, name):
        listed = subprocess.run(["pdffonts", self.path(f"out/{name}.pdf")], capture_output=True, check=True).stdout.decode("utf-8")
        fonts = [line.split()[0].partition("+")[2] for line in listed.splitlines()[2:]]
        self.assertEqual(len({re.sub("-.*", "", font) for font in fonts}), 1, listed)
        for line in listed.splitlines()[2:]:
            self.assertIn(" yes yes ", line)


class Ours(SessionPapers):
    def test_summary(self):
        self.write("--only", "score-summary")
        text = self.pdf_text(SUMMARY)
        for words in (f"{reckon(BEST)},00", f"{reckon(LOW)},00", "Gạo thơm Thử", "K: không tham gia chấm", "lần 2)"):
            self.assertIn(words, re.sub(r"\s+", " ", text))
        self.assert_one_family(SUMMARY)

    @unittest.skipIf(openpyxl is None, "openpyxl is not installed")
    def test_summary_workbook(self):
        self.write("--only", "score-summary")
        sheet = openpyxl.load_workbook(self.path(f"out/{SUMMARY}.xlsx")).active
        rows = {row[1]: row for row in sheet.iter_rows(values_only=True) if row[1] in ("Gạo thơm Thử", "Gạo lứt Thử")}
        best, low = reckon(BEST), reckon(LOW)
        self.assertEqual(rows["Gạo thơm Thử"][3:8], (best, best, "K", best, best))
        self.assertEqual(rows["Gạo lứt Thử"][3:8], (low,) * 5)

    @unittest.skipIf(openpyxl is None, "openpyxl is not installed")
    def test_summary_before_all_sheets_are_in(self):
        """A mean of sheets that are not all there says nothing: no mean and no class, while the totals that are there stand."""
        judged, _ = self.make_product("Gạo nếp Thử", 3)
        self.add_sheet(judged, 0, BEST, 3)
        self.write("--only", "score-summary")
        sheet = openpyxl.load_workbook(self.path(f"out/{SUMMARY}.xlsx")).active
        (row,) = (row for row in sheet.iter_rows(values_only=True) if row[1] == "Gạo nếp Thử")
        self.assertEqual(row[3:12], (reckon(BEST), "…", "…", "…", None, None, None, None, None))

    def test_sheets(self):
        self.write("--only", "blank-sheets", "--only", "score-sheets")
        blank = self.pdf_text("Phiếu đánh giá để chấm/01 Gạo thơm Thử")
        filled = self.pdf_text("Phiếu đánh giá đã chấm/01 Gạo thơm Thử")
        for text in (blank, filled):
            self.assertIn("BỘ TIÊU CHÍ ĐÁNH GIÁ SẢN PHẨM OCOP", text)
            self.assertIn("*****", text)
            self.assertEqual(text.count("TỔNG ĐIỂM"), 3)
            self.assertNotIn("Lê Thu Cúc", text)
        self.assertEqual(len(re.findall(rf"TỔNG ĐIỂM\s+100\s+{reckon(BEST)}\b", filled)), 3)
        self.assert_one_family("Phiếu đánh giá đã chấm/01 Gạo thơm Thử")

    def test_sheets_of_all_sets(self):
        """Each of the 26 stays on A4 portrait: no word of it is too long for its column."""
        for number in range(1, 27):
            product = self.add("products", name=f"Bộ {number}", criteria_set=f"QD26-{number:02}")
            dossier = self.add("dossiers", name=f"Bộ {number}", product=product, kind="first", step="council")
            self.add("session_products", session=self.session, dossier=dossier, name=f"Bộ {number}", place=number + 2,
                     criteria_set=f"QD26-{number:02}", scoring=1)
        self.write("--only", "blank-sheets")
        for path in pathlib.Path(self.path("out")).rglob("*.pdf"):
            told = subprocess.run(["pdfinfo", path], capture_output=True, check=True).stdout.decode("utf-8")
            self.assertIn("595.276 x 841.89", told, path)

    def test_advice_and_opinions(self):
        self.write("--only", "advice", "--only", "opinion-form", "--only", "opinion-table")
        self.assertIn("Các tiêu chí còn nhiều điểm để phấn đấu", self.pdf_text("Hướng dẫn chủ thể/02 Gạo lứt Thử"))
        form = self.pdf_text("Phiếu lấy ý kiến")
        self.assertIn("Gạo lứt Thử", form)
        self.assertNotIn("Gạo thơm Thử", form)
        self.assertIn(f"{reckon(LOW)},00", self.pdf_text("Bảng tổng hợp ý kiến"))


class Letters(SessionPapers):
    def test_minutes(self):
        self.write("--only", "minutes")
        text = read_docx(self.path("out/Biên bản họp Hội đồng.docx"))
        former = (3 * reckon(BEST) + reckon(LEAST)) * 100 // 4
        for words in ("ngày 05 tháng 8 năm 2026", "có mặt 04 trên tổng số 04", "Hội trường số 1",
                      "Lê Thu Cúc không chấm sản phẩm “Gạo thơm Thử” (người nhà của chủ thể)",
                      f"đã chấm 2 lần (lần trước: trung bình {former // 100},{former % 100:02}"):
            self.assertIn(words, text)

    def test_invitation(self):
        """Two working days before a Monday are those of the week before."""
        self.ocop("edit", self.register, "sessions", self.session, "held_on=2026-08-03")
        self.write("--only", "invitation")
        text = read_docx(self.path("out/Giấy mời họp Hội đồng.docx"))
        for words in ("trước ngày 30/07/2026", "Số: ……/GM-HĐ", "- Như trên;"):
            self.assertIn(words, text)

    def test_choice_is_told(self):
        """Article 3.3: at 90 points and more with a minimum of 5 stars unmet the minutes say what the council chose,
        by the class that really results: with one of 4 stars unmet as well, that is 3 stars."""
        for star, choice, told in ((5, "forward", "trình Trung ương (5 sao)"), (5, "recognise-4", "công nhận 4 sao"),
                                   (4, "forward", "trình Trung ương (5 sao)"), (4, "recognise-4", "công nhận 3 sao")):
            with self.subTest(star=star, choice=choice):
                self.assertIn(f"Hội đồng chọn: {told}.", self.read_minutes(star, choice))

    def read_minutes(self, star, choice):
        """Of a session with a product at its best, but for the first criterion that asks class @star for a later option."""
        pathlib.Path(self.path(self.register)).write_bytes(SessionPapers.made[0])
        code, place = next((leaf["code"], place) for leaf in LEAVES for place, option in enumerate(leaf["options"])
                           if option.get("min_star") == star and place > 0)
        product = self.make_product("Gạo nếp Thử", 3)[0]
        self.ocop("edit", self.register, "session_products", product, "scoring=1", f"enough_for_five={choice}")
        for member in range(4):
            self.add_sheet(product, member, dict(BEST, **{code: place - 1}), 1)
        self.write("--only", "minutes", "--only", "council-report")
        minutes = read_docx(self.path("out/Biên bản họp Hội đồng.docx"))
        shutil.rmtree(self.path("out"))
        return minutes

    def test_none_left_open(self):
        self.write()
        written = list(pathlib.Path(self.path("out")).rglob("*.docx"))
        self.assertGreaterEqual(len(written), 9)
        for path in written:
            self.assertNotRegex(read_docx(path), "[«»]", path)

    def test_own_template(self):
        folder = pathlib.Path(self.path("a.mau"))
        folder.mkdir()
        self.ocop("template", "attendance-list", "-o", folder / "minutes.docx")
        self.write("--only", "minutes")
        self.assertIn("Ký tên", read_docx(self.path("out/Biên bản họp Hội đồng.docx")))

    @unittest.skipIf(shutil.which("soffice") is None, "LibreOffice is not installed")
    def test_shown_by_libreoffice(self):
        self.write("--only", "minutes")
        office = pathlib.Path(self.path("office")).as_uri()
        subprocess.run(["soffice", f"-env:UserInstallation={office}", "--headless", "--convert-to", "pdf", "--outdir", self.path("out"),
                        self.path("out/Biên bản họp Hội đồng.docx")], capture_output=True, timeout=90, check=False)
        if not pathlib.Path(self.path("out/Biên bản họp Hội đồng.pdf")).exists():
            self.skipTest("LibreOffice's word processor is not installed")
        text = re.sub(r"\s+", " ", self.pdf_text("Biên bản họp Hội đồng"))
        for words in ("BIÊN BẢN", "ngày 05 tháng 8 năm 2026", "Gạo thơm Thử", f"{reckon(LOW)},00"):
            self.assertIn(words, text)


class Written(SessionPapers):
    """A re-evaluation by written opinions (article 7.6): no paper of it speaks of a meeting."""

    def setUp(self):
        super().setUp()
        council = self.ocop_json("show", self.register, "sessions", self.session)["council_id"]
        self.written = self.add("sessions", council=council, name="Lấy ý kiến đánh giá lại", state="open", manner="written", answers_by="2026-09-20")
        self.product = self.add("products", name="Gạo nếp Thử", criteria_set=SET)
        dossier = self.add("dossiers", name="Gạo nếp Thử 2026", product=self.product, kind="again", step="council", story=1,
                           **{"--reason": "Thử"})
        self.judged = self.add("session_products", session=self.written, dossier=dossier, name="Gạo nếp Thử", place=1, criteria_set=SET, scoring=1)
        for place, member in enumerate(self.members):
            self.add("attendances", session=self.written, member=member, present=int(place < 3))
        for place in range(3):
            self.add_sheet(self.judged, place, BEST, 1)

    def read(self, name):
        return read_docx(self.path(f"out/{name}.docx"))

    def test_report(self):
        self.write(subject=self.written)
        self.assertFalse(pathlib.Path(self.path("out/Báo cáo của Hội đồng.docx")).exists())
        text = self.read("Báo cáo của Hội đồng về kết quả lấy ý kiến bằng văn bản")
        for words in ("lấy ý kiến của các thành viên bằng văn bản", "hết ngày 20 tháng 9 năm 2026", "03 trên tổng số 04 thành viên đã gửi",
                      f"chưa có ý kiến: {MEMBERS[3][0]}", "báo cáo kết quả đánh giá lại năm 2026", "Bảng tổng hợp ý kiến"):
            self.assertIn(words, text)

    def test_mean_of_the_opinions_that_came(self):
        """Who has answered of one product and not yet of another draws nothing down."""
        dossier = self.add("dossiers", name="Gạo tẻ Thử 2026", product=self.product, kind="again", step="council", story=1, **{"--reason": "Thử"})
        other = self.add("session_products", session=self.written, dossier=dossier, name="Gạo tẻ Thử", place=2, criteria_set=SET, scoring=1)
        for place in range(2):
            self.add_sheet(other, place, BEST, 1)
        self.write("--only", "opinion-table", subject=self.written)
        [row] = [line for line in self.pdf_text("Bảng tổng hợp ý kiến").splitlines() if line.strip().startswith("2 ")]
        self.assertEqual(row.count("100,00"), 3, row)
        self.assertIn("Không", row)

    def test_no_meeting(self):
        decision = self.add("decisions", name="Công nhận đánh giá lại", kind="recognition", state="draft", session=self.written)
        self.add("decision_lines", decision=decision, session_product=self.judged, place=1, **{"class": 4}, score="88,50",
                 product=self.product)
        self.write(subject=self.written)
        for path in pathlib.Path(self.path("out")).rglob("*.docx"):
            text = read_docx(path)
            self.assertNotRegex(text, "[«»]", path)
            if "thành lập" not in path.name:
                self.assertNotRegex(text, "[Hh]ọp ngày|Biên bản họp|họp Hội đồng đánh giá|Tổ tư vấn đã|…… h", path)
        self.assertIn("hạn trả lời đến hết ngày 20 tháng 9 năm 2026", self.read("Tờ trình kết quả đánh giá"))
        self.assertIn("Bảng tổng hợp ý kiến bằng văn bản", self.read("Công nhận đánh giá lại/Quyết định công nhận, kèm danh sách sản phẩm"))


class Decisions(SessionPapers):
    def decide(self, recognition="", state="draft", **fields):
        decision = self.add("decisions", name="Công nhận đợt 1", kind="recognition", state=state, session=self.session,
                            signatory="Phó Chủ tịch Mẫu", **fields)
        self.add("decision_lines", decision=decision, session_product=self.products[0][0], product=self.products[0][1], place=1,
                 **{"class": 4}, score="88,50", certificate_number="01/GCN-OCOP", product_code="99-99001-01-2026", recognition=recognition)
        return decision

    def test_papers(self):
        self.write(subject=self.decide())
        folder = "Công nhận đợt 1"
        annex = self.pdf_text(f"{folder}/Phụ lục quyết định")
        for words in ("Gạo thơm Thử", "88,50", "4 sao", "99-99001-01-2026"):
            self.assertIn(words, annex)
        text = read_docx(self.path(f"out/{folder}/Quyết định công nhận, kèm danh sách sản phẩm.docx"))
        self.assertIn("Công nhận 01 sản phẩm", text)
        self.assertNotIn("Gạo lứt Thử", text)

    def test_committee_is_no_recipient_of_its_own(self):
        office = json.loads(self.ocop("list", self.register, "office", "--columns", "id", "--json"))[0]["id"]
        self.ocop("edit", self.register, "office", office, "recipients=UBND tỉnh (báo cáo);\nChủ tịch UBND tỉnh;\nUBND các xã;\nLưu: VT.")
        self.write(subject=self.decide())
        texts = {path.name: read_docx(path) for path in pathlib.Path(self.path("out")).rglob("*.docx")}
        named = {name: "- UBND tỉnh" in text for name, text in texts.items() if "- Chủ tịch UBND tỉnh;" in text and "- UBND các xã;" in text}
        self.assertFalse(named["Quyết định công nhận, kèm danh sách sản phẩm.docx"])
        self.assertTrue(any(named.values()), named)

    def test_certificate(self):
        self.write("--only", "certificates", subject=self.decide())
        name = "Công nhận đợt 1/Giấy chứng nhận sản phẩm OCOP"
        text = self.pdf_text(name)
        for words in ("GIẤY CHỨNG NHẬN SẢN PHẨM OCOP", "Gạo thơm Thử", "ĐẠT HẠNG 4 SAO", "01/GCN-OCOP", "Phó Chủ tịch Mẫu"):
            self.assertIn(words, text)
        self.assert_one_family(name)

    def recognise(self, **reissued):
        return self.add("recognitions", product=self.products[0][1], outcome="recognised", **{"class": 4}, decision_number="12/QĐ-UBND",
                        decision_date="2026-08-20", **reissued)

    def test_certificate_issued_again(self):
        decision = self.decide()
        [line] = [line for line in self.ocop_json("list", self.register, "decision_lines") if line["decision_id"] == decision]
        recognition = self.recognise(certificate_number="01B/GCN-OCOP", reissued_on="2026-09-05", reissued_for="01/GCN-OCOP")
        self.ocop("edit", self.register, "decision_lines", line["id"], f"recognition={recognition}")
        self.write("--only", "certificates", subject=decision)
        text = self.pdf_text("Công nhận đợt 1/Giấy chứng nhận sản phẩm OCOP")
        for words in ("Số: 01B/GCN-OCOP", "Cấp lại ngày 05/09/2026, thay giấy số 01/GCN-OCOP"):
            self.assertIn(words, text)

    def test_names_the_producer_of_the_day(self):
        """A decision, once issued, names who made the product then; a certificate that was issued again, who did when it was."""
        former = self.add("producers", name="HTX Cũ", address="Thôn Một")
        later = self.add("producers", name="HTX Sau", address="Thôn Chín")
        product = self.products[0][1]
        self.ocop("edit", self.register, "products", product, f"producer={former}")
        recognition = self.recognise(certificate_number="01/GCN-OCOP")
        decision = self.decide(recognition=recognition, state="issued", number="12/QĐ-UBND", decided_on="2026-08-20")
        self.ocop("edit", self.register, "producers", former, "name=HTX Cũ đổi tên", "address=Thôn Hai")
        self.ocop("edit", self.register, "products", product, f"producer={later}", "name=Gạo tên mới")
        papers = self.read_decided(decision)
        self.assertEqual(len(papers), 4)
        for name, text in papers.items():
            with self.subTest(name):
                self.assertRegex(text, "Gạo thơm Thử")
                self.assertRegex(text, r"HTX Cũ(?! đổi)")
                self.assertNotRegex(text, "HTX Sau|Thôn Chín|Thôn Hai|tên mới")
        for name in ("annex", "certificate"):
            self.assertIn("Thôn Một", papers[name])
        self.ocop("edit", self.register, "recognitions", recognition, "reissued_on=2026-09-05", "reissue_reason=renamed")
        self.ocop("edit", self.register, "producers", later, "name=HTX Sau nữa")
        papers = self.read_decided(decision)
        certificate = papers.pop("certificate")
        for words in ("HTX Sau", "Thôn Chín", "Gạo tên mới"):
            self.assertIn(words, certificate)
        self.assertNotIn("HTX Sau nữa", certificate)
        for text in papers.values():
            self.assertIn("HTX Cũ", text)

    def read_decided(self, decision):
        self.write("--overwrite", subject=decision)
        folder = next(pathlib.Path(self.path("out")).glob("*12*"))
        notice = next(path for path in folder.rglob("Thông báo*/*.docx"))
        return {"decision": read_docx(next(folder.glob("Quyết định*.docx"))),
                "annex": self.pdf_text(f"{folder.name}/Phụ lục quyết định"),
                "certificate": self.pdf_text(f"{folder.name}/Giấy chứng nhận sản phẩm OCOP"),
                "notice": read_docx(notice)}

    def revoke(self, **why):
        decision = self.add("decisions", name="Thu hồi", kind="revocation", state="draft")
        self.add("decision_lines", decision=decision, product=self.products[0][1], place=1, **{"class": 4},
                 recognition=self.recognise(), certificate_number="01/GCN-OCOP", **why)
        self.write("--overwrite", subject=decision)
        return [read_docx(self.path("out/Thu hồi/Quyết định thu hồi giấy chứng nhận.docx")),
                read_docx(self.path("out/Thu hồi/Thông báo thu hồi giấy chứng nhận/01 Gạo thơm Thử.docx"))]

    def test_revocation(self):
        for ground, named in (("stopped", "Xác nhận"), ("breach", "Kết luận")):
            for text in self.revoke(ground=ground, conclusion_number="9/XN", conclusion_date="2026-09-03", conclusion_body="UBND xã Thử"):
                self.assertIn(f"{named} số 9/XN ngày 03 tháng 9 năm 2026 của UBND xã Thử", text)
                self.assertIn("Gạo thơm Thử", text)
            annex = self.pdf_text("Thu hồi/Phụ lục quyết định")
            for words in ("01/GCN-OCOP", f"({named} số"):
                self.assertIn(words, annex)

    def test_known_days(self):
        """What the register knows is not left to be written in."""
        decision = self.decide()
        self.ocop("edit", self.register, "decisions", decision, "submitted_on=2026-08-10", "notified_on=2026-08-25",
                  "signatory_title=KT. Chủ tịch, Phó Chủ tịch")
        self.write("--overwrite")
        folder = "out/Công nhận đợt 1"
        decided = read_docx(self.path(f"{folder}/Quyết định công nhận, kèm danh sách sản phẩm.docx"))
        for words in ("ngày 10 tháng 8 năm 2026", "gồm 01 sản phẩm 4 sao, theo", "- Như Điều 4;", "- Lưu: VT."):
            self.assertIn(words, decided)
        self.assertRegex(decided, r"KT\. CHỦ TỊCH\s*PHÓ CHỦ TỊCH")
        self.assertIn("ngày 25 tháng 8 năm 2026", read_docx(self.path(f"{folder}/Thông báo kết quả gửi chủ thể/01 Gạo thơm Thử.docx")))
        self.assertIn("ngày 10 tháng 8 năm 2026", read_docx(self.path("out/Tờ trình kết quả đánh giá.docx")))
        council = read_docx(self.path("out/Quyết định thành lập Hội đồng.docx"))
        for words in ("Số: 900/QĐ-UBND", "ngày 02 tháng 3 năm 2026"):
            self.assertIn(words, council)

    def test_notice_is_no_decision(self):
        """Article 3.3: below 3 stars nothing is decided; what tells so is a notice, and its papers name it so."""
        notice = self.add("decisions", name="Không đạt hạng 3 sao", kind="not-classed", state="draft", session=self.session)
        self.add("decision_lines", decision=notice, session_product=self.products[0][0], product=self.products[0][1], place=1,
                 outcome="not-classed", **{"class": 2}, score="44,50")
        for known, day, folder in ((("……/TB-UBND", ""), "ngày … tháng … năm …", "Không đạt hạng 3 sao"),
                                   (("407/TB-UBND", "2026-08-20"), "ngày 20 tháng 8 năm 2026", "Thông báo số 407-TB-UBND ngày 20-08-2026")):
            number, decided_on = known
            if decided_on:
                self.ocop("edit", self.register, "decisions", notice, f"number={number}", f"decided_on={decided_on}")
            self.write(subject=notice)
            made = pathlib.Path(self.path(f"out/{folder}"))
            self.assertEqual({path.relative_to(made).parts[0] for path in made.rglob("*.*")},
                             {"Phụ lục thông báo.pdf", "Phụ lục thông báo.xlsx", "Thông báo kết quả gửi chủ thể"})
            self.assertIn(f"Kèm theo Thông báo số {number} {day}", self.pdf_text(f"{folder}/Phụ lục thông báo"))
            text = read_docx(made / "Thông báo kết quả gửi chủ thể/01 Gạo thơm Thử.docx")
            self.assertIn(f"Căn cứ Thông báo số {number} {day} của Chủ tịch", text)
            self.assertNotIn("Quyết định số ……", text)

    def test_approval_is_no_class(self):
        """Article 6.3.a: what is forwarded is of 5 stars only once the centre says so."""
        decision = self.add("decisions", name="Phê duyệt", kind="approval", state="draft", session=self.session)
        self.add("decision_lines", decision=decision, session_product=self.products[0][0], product=self.products[0][1], place=1,
                 outcome="forwarded", **{"class": 5}, score="92")
        self.write(subject=decision)
        for path in pathlib.Path(self.path("out/Phê duyệt")).rglob("Thông báo*/*.docx"):
            text = read_docx(path)
            self.assertIn("Tiềm năng 5\u00a0sao", text)
            self.assertNotIn("sử dụng nhãn hiệu chứng nhận OCOP đúng quy định", text)

    def test_withdrawal(self):
        """Article 10.1.b: what the Ministry asks for is no revocation of article 8, and its papers say so."""
        decision = self.add("decisions", name="Thu hồi công nhận", kind="withdrawal", state="draft")
        self.add("decision_lines", decision=decision, product=self.products[0][1], place=1, **{"class": 4}, recognition=self.recognise(),
                 certificate_number="01/GCN-OCOP", conclusion_number="77/BNNMT-VP", conclusion_date="2026-09-03",
                 conclusion_body="Bộ Nông nghiệp và Môi trường", sent_to="council")
        self.write(subject=decision)
        folder = pathlib.Path(self.path("out/Thu hồi công nhận"))
        self.assertEqual({path.relative_to(folder).parts[0].partition(".")[0] for path in folder.rglob("*.*")},
                         {"Quyết định thu hồi quyết định công nhận", "Phụ lục quyết định", "Thông báo thu hồi quyết định công nhận"})
        asked = "Văn bản số 77/BNNMT-VP ngày 03 tháng 9 năm 2026 của Bộ Nông nghiệp và Môi trường"
        text = read_docx(folder / "Quyết định thu hồi quyết định công nhận.docx")
        for words in (asked, "Gạo thơm Thử", "12/QĐ-UBND", "01/GCN-OCOP", "Hội đồng đánh giá lại"):
            self.assertIn(words, text)
        notice = read_docx(folder / "Thông báo thu hồi quyết định công nhận/01 Gạo thơm Thử.docx")
        for words in (asked, "Gạo thơm Thử", "Hội đồng đánh giá lại"):
            self.assertIn(words, notice)
        for paper in (text, notice):
            self.assertNotRegex(paper, "[«»]|Lý do thu hồi|kết luận vi phạm")

    @unittest.skipIf(shutil.which("zbarimg") is None, "zbar is not installed")
    def test_certificate_code(self):
        self.write("--only", "certificates", subject=self.decide())
        subprocess.run(["pdftoppm", "-r", "120", "-png", self.path("out/Công nhận đợt 1/Giấy chứng nhận sản phẩm OCOP.pdf"),
                        self.path("c")], check=True)
        read = subprocess.run(["zbarimg", "-q", "--raw", self.path("c-1.png")], capture_output=True, check=False).stdout.decode("utf-8")
        self.assertEqual(read.splitlines()[:4], ["OCOP 01/GCN-OCOP", "Gạo thơm Thử", "", "4 sao"])


class Folders(SessionPapers):
    def test_nothing_overwritten_silently(self):
        self.assertIn("Đã ghi 1 tệp", self.write("--only", "minutes"))
        path = pathlib.Path(self.path("out/Biên bản họp Hội đồng.docx"))
        path.write_bytes(b"edited")
        said = self.assert_refused(1, "papers", self.register, self.session, "-o", "out", "--only", "minutes")
        self.assertIn("được giữ nguyên", said)
        self.assertEqual(path.read_bytes(), b"edited")
        self.write("--only", "minutes", "--overwrite")
        self.assertNotEqual(path.read_bytes(), b"edited")

    def test_listed(self):
        listed = self.ocop_json("papers", self.register, self.session, "--list")
        self.assertIn({"name": "minutes", "title": "Biên bản họp Hội đồng", "path": "Biên bản họp Hội đồng.docx"}, listed)

    def test_refused(self):
        self.assert_refused(1, "papers", self.register, "00000000-0000-7000-8000-000000000000", "-o", "out")
        self.assert_refused(2, "papers", self.register, self.session)
        self.assertIn("poem", self.assert_refused(2, "papers", self.register, self.session, "-o", "out", "--only", "poem"))


if __name__ == "__main__":
    unittest.main()
