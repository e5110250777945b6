#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ocop template: templates of the program and of two word processors, filled, and read by other programs than ours."""
import json
import pathlib
import re
import shutil
import subprocess
import unittest
import xml.etree.ElementTree
import zipfile

from ocop_case import PROJECT, OcopCase

HERE = pathlib.Path(__file__).parent
DATA = HERE / "template-data.json"
# What somebody typed in LibreOffice, and what LibreOffice 7.4 saved of it as .docx.
TYPED = HERE / "template-libreoffice.fodt"
LIBREOFFICE = HERE / "template-libreoffice.docx"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = (
    "completion-request", "proposal-letter", "visit-schedule", "council-decision", "advisory-group-decision", "evaluation-plan",
    "sample-handover", "advisory-report", "invitation", "attendance-list", "allowance-list", "minutes", "council-report", "written-report",
    "submission", "recognition-decision", "approval-decision", "result-notice", "commune-notice", "ministry-letter",
    "revocation-decision", "revocation-notice", "withdrawal-decision", "withdrawal-notice", "plan", "period-report",
)
# Whoever is there signs them.
SIGNED_BY_HAND = ("sample-handover", "allowance-list")

# In the manner of Word: runs split by what it noted while somebody typed, identities on every paragraph, a content
# control, an alternative for older readers, a text box.
WORD_BODY = """
<w:p w14:paraId="5A1B0C01" w14:textId="77777777" w:rsidR="00A35C12" w:rsidRDefault="00A35C12">
 <w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs><w:rPr><w:lang w:val="vi-VN"/></w:rPr></w:pPr>
 <w:r w:rsidRPr="00C41D55"><w:t xml:space="preserve">Sản phẩm </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>«</w:t></w:r>
 <w:proofErr w:type="spellStart"/><w:r w:rsidRPr="00C41D55"><w:rPr><w:b/></w:rPr><w:t>ten_san</w:t></w:r><w:proofErr w:type="spellEnd"/>
 <w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>
 <w:r w:rsidR="00D70E1A"><w:t>_pham</w:t></w:r><w:proofErr w:type="gramStart"/><w:r><w:t xml:space="preserve">» của </w:t></w:r>
 <w:sdt><w:sdtPr><w:id w:val="1"/></w:sdtPr><w:sdtContent><w:r><w:t>«chu</w:t></w:r><w:r><w:t>_the»</w:t></w:r></w:sdtContent></w:sdt>
</w:p>
<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>
 <w:p><w:r><w:t>«dia_danh»</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice>
 <mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>«dia_danh»</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback>
</mc:AlternateContent></w:r></w:p>
<w:tbl><w:tr w14:paraId="5A1B0C02" w14:textId="77777777"><w:tc><w:p><w:r><w:t>«#san_</w:t></w:r><w:r><w:t>pham»«tt»</w:t></w:r></w:p></w:tc>
<w:tc><w:p><w:r><w:t>«ten_san_pham»: «diem»</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:sectPr/>
"""
WORD_PARTS = {
    "[Content_Types].xml":
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels":
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
    "word/document.xml":
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
        '<w:document xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        f'xmlns:w="{WORD}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" mc:Ignorable="w14">'
        f"<w:body>{WORD_BODY}</w:body></w:document>",
}


def read_paragraphs(path, part="word/document.xml"):
    """The text of each paragraph, a break as a line end; text boxes within paragraphs are part of them too."""
    with zipfile.ZipFile(path) as package:
        root = xml.etree.ElementTree.fromstring(package.read(part))
    found = []
    for paragraph in root.iter(f"{{{WORD}}}p"):
        pieces = {f"{{{WORD}}}t": lambda piece: piece.text or "", f"{{{WORD}}}br": lambda piece: "\n"}
        found.append("".join(pieces[piece.tag](piece) for piece in paragraph.iter() if piece.tag in pieces))
    return found


class Templates(OcopCase):
    def setUp(self):
        super().setUp()
        self.data = json.loads(DATA.read_text(encoding="utf-8"))

    def fill(self, template, out="out.docx"):
        self.ocop("template", template, DATA, "-o", out)
        return self.path(out)

    def convert(self, path, suffix):
        """A document as LibreOffice saves it; skips the test without its word processor."""
        office = shutil.which("soffice")
        if office is None:
            self.skipTest("LibreOffice is not installed")
        subprocess.run([office, f"-env:UserInstallation={pathlib.Path(self.path('office')).as_uri()}", "--headless",
                        "--convert-to", suffix, "--outdir", self.folder, path], capture_output=True, timeout=90, check=False)
        made = self.folder / f"{pathlib.Path(path).stem}.{suffix}"
        if not made.exists():
            self.skipTest("LibreOffice's word processor is not installed")
        return made

    def pdf_text(self, path):
        """What LibreOffice shows of a document."""
        if shutil.which("pdftotext") is None:
            self.skipTest("poppler is not installed")
        pdf = self.convert(path, "pdf")
        return subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True).stdout.decode("utf-8")


class Shipped(Templates):
    def test_listed(self):
        listed = self.ocop_json("template", "--list")
        self.assertEqual(tuple(template["name"] for template in listed), NAMES)
        self.assertEqual(listed[0]["title"], "Yêu cầu hoàn thiện hồ sơ")

    def test_all_filled(self):
        for name in NAMES:
            with self.subTest(name):
                text = "\n".join(read_paragraphs(self.fill(name)))
                self.assertNotRegex(text, "[«»]")
                self.assertIn("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", text)
                self.assertTrue(name in SIGNED_BY_HAND or self.data["nguoi_ky"] in text or self.data["thu_ky"] in text)

    def test_rows(self):
        text = read_paragraphs(self.fill("recognition-decision"))
        codes = [product["ma_so"] for product in self.data["san_pham"]]
        self.assertEqual([line for line in text if line in codes], codes)

    def test_nothing_alone_on_a_page(self):
        """A heading stays with what it announces, a signature with some text; an annex begins a page and leaves none empty."""
        for name in NAMES:
            self.ocop("template", name, "-o", "t.docx")
            with zipfile.ZipFile(self.path("t.docx")) as package:
                body = package.read("word/document.xml").decode("utf-8")
            self.assertNotIn('w:type="page"', body, name)
            paragraphs = re.findall(r'<w:p><w:pPr><w:pStyle w:val="(?:Text|WriteOn)"/>.*?</w:p>', body)
            for heading in (paragraph for paragraph in paragraphs if re.search(r"</w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t[^<]*</w:t></w:r></w:p>", paragraph)):
                self.assertIn("<w:keepNext/>", heading, name)
            before, _, _ = body.rpartition('<w:pStyle w:val="Signature"/>')
            last = re.findall(r'<w:p><w:pPr><w:pStyle w:val="(?:Text|WriteOn)"/>.*?</w:p>', before)[-1]
            self.assertIn("<w:keepNext/>", last, name)

    def test_fields_documented(self):
        documented = (PROJECT / "docs" / "templates.md").read_text(encoding="utf-8")
        for name in NAMES:
            self.ocop("template", name, "-o", "t.docx")
            for field in re.findall("«[^»]*»", "\n".join(read_paragraphs(self.path("t.docx")))):
                self.assertIn(field, documented, name)

    def test_shown_by_libreoffice(self):
        text = self.pdf_text(self.fill("recognition-decision"))
        for words in ("QUYẾT ĐỊNH", "Người Ký Mẫu", "87,33", "Chè xanh <đặc"):
            self.assertIn(words, text)


class WordProcessors(Templates):
    def test_word(self):
        with zipfile.ZipFile(self.path("word.docx"), "w", zipfile.ZIP_DEFLATED) as package:
            for name, text in WORD_PARTS.items():
                package.writestr(name, text)
        text = read_paragraphs(self.fill("word.docx"))
        self.assertEqual(text[0], "Sản phẩm Gạo nếp nương Đồng Mẫu của Hợp tác xã Nông nghiệp Đồng Xanh")
        self.assertEqual(text[2:4], ["Đồng Mẫu", "Đồng Mẫu"])
        self.assertEqual(text[4:], ["1", "Gạo nếp nương Đồng Mẫu: 87,33", "2", "Chè xanh <đặc biệt> & trà hoa: 66,50",
                                    "3", "Mật ong rừng 🍯: 58,00"])

    def assert_filled(self, out):
        """What both of LibreOffice's templates become, saved today or long ago."""
        text = read_paragraphs(out)
        self.assertEqual(text[0], "Sản phẩm Gạo nếp nương Đồng Mẫu của Hợp tác xã Nông nghiệp Đồng Xanh.")
        self.assertEqual(text[1], "Ký tên:\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH")
        self.assertEqual(text[-5:], ["2", "Chè xanh <đặc biệt> & trà hoa, 66,50", "3", "Mật ong rừng 🍯, 58,00", "Hết."])
        self.assertEqual(read_paragraphs(out, "word/header1.xml"), ["tỉnh Đồng Mẫu"])
        self.assertEqual(read_paragraphs(out, "word/footer1.xml"), ["Số 1234/QĐ-UBND"])
        self.assertIn("Địa chỉ: xã Đồng Xanh", "".join(read_paragraphs(out, "word/footnotes.xml")))

    def test_libreoffice(self):
        self.assert_filled(self.fill(LIBREOFFICE))

    def test_libreoffice_installed(self):
        self.assert_filled(self.fill(self.convert(TYPED, "docx")))

    def test_libreoffice_shows(self):
        self.assertIn("Mật ong rừng", self.pdf_text(self.fill(LIBREOFFICE)))

    def test_others_untouched(self):
        """Order, packing and bytes of the members without fields."""
        with zipfile.ZipFile(LIBREOFFICE) as before, zipfile.ZipFile(self.fill(LIBREOFFICE)) as after:
            self.assertEqual(before.namelist(), after.namelist())
            self.assertIsNone(after.testzip())
            for old, new in zip(before.infolist(), after.infolist()):
                if not re.fullmatch(r"word/(document|header\d|footer\d|footnotes)\.xml", old.filename):
                    self.assertEqual((old.CRC, old.compress_size, old.date_time), (new.CRC, new.compress_size, new.date_time))


class Refused(Templates):
    def test_unknown_field(self):
        pathlib.Path(self.path("d.json")).write_text('{"dia_danh": "Đồng Mẫu"}', encoding="utf-8")
        said = self.assert_refused(1, "template", "invitation", "d.json", "-o", "out.docx")
        self.assertIn("«co_quan_ban_hanh» không phải là tên trường dùng được ở đây (nội dung:", said)
        self.assertIn("Đồng Mẫu, «ngay_thang_nam»", "\n".join(read_paragraphs(self.path("out.docx"))))

    def test_unusable(self):
        pathlib.Path(self.path("d.json")).write_text("[1]", encoding="utf-8")
        pathlib.Path(self.path("t.docx")).write_text("no package", encoding="utf-8")
        self.assert_refused(2, "template", "invitation", "d.json", "-o", "out.docx")
        self.assert_refused(2, "template", "t.docx", DATA, "-o", "out.docx")
        self.assert_refused(2, "template", "absent.docx", DATA, "-o", "out.docx")
        self.assert_refused(2, "template", "invitation", DATA)
        self.assertFalse(pathlib.Path(self.path("out.docx")).exists())


if __name__ == "__main__":
    unittest.main()
