#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ocop pack: what the members of a council get before a session."""
import shutil
import struct
import subprocess
import unittest
import zlib

from ocop_case import OcopCase

SECRET = "Vịt-bầu~Ω17"


def png(width, height):
    """The bytes of a grey picture."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


class Pack(OcopCase):
    def setUp(self):
        super().setUp()
        self.new_register()
        council = self.add("councils", name="Hội đồng cấp tỉnh", kind="council")
        member = self.add("council_members", council=council, name="Nguyễn Văn An", role="chair", place="1")
        self.session = self.add("sessions", council=council, name="Đợt 2", state="open", held_on="2026-11-24")
        picture = self.folder / "p.png"
        picture.write_bytes(png(30, 20))
        product = self.add("products", name="Gạo: sạch/thơm", criteria_set="QD26-03", description="Thơm dẻo", photo=picture)
        dossier = self.add("dossiers", name="Gạo 2026", product=product, kind="first", step="council", story="1")
        self.add("dossier_documents", dossier=dossier, document="registration", name="Giấy đăng ký", state="handed-in", file=picture)
        scored = self.add("session_products", session=self.session, dossier=dossier, name="Gạo: sạch/thơm", place="1",
                          criteria_set="QD26-03", scoring="1")
        self.add("attendances", session=self.session, member=member, present="1")
        self.add("sheets", session_product=scored, member=member, scoring="1", choices="1.1=1 1.2=0 1.3=2", comment=SECRET)

    def add(self, plural, **fields):
        return self.ocop("add", "a.ocop", plural, *(f"{name}={value}" for name, value in fields.items())).strip()

    def files(self):
        return {path.relative_to(self.folder / "out").as_posix(): path for path in (self.folder / "out").rglob("*") if path.is_file()}

    def test_writes_all_of_it(self):
        self.assertIn("5 tệp", self.ocop("pack", "a.ocop", self.session, "-o", "out"))
        files = self.files()
        self.assertEqual(sorted(files), ["01 Gạo- sạch-thơm/Phiếu chấm trống.pdf", "01 Gạo- sạch-thơm/Tóm tắt.pdf",
                                         "01 Gạo- sạch-thơm/Văn bản/01 Giấy đăng ký.png", "Chương trình phiên họp.pdf",
                                         "Danh sách giao nhận.pdf"])
        self.assertEqual(files["01 Gạo- sạch-thơm/Văn bản/01 Giấy đăng ký.png"].read_bytes(), (self.folder / "p.png").read_bytes())

    @unittest.skipIf(shutil.which("pdftotext") is None, "needs pdftotext")
    def test_says_what_is_known_and_nothing_that_was_scored(self):
        self.ocop("pack", "a.ocop", self.session, "-o", "out")
        texts = {name: subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, encoding="utf-8", check=True).stdout
                 for name, path in self.files().items() if name.endswith(".pdf")}
        self.assertIn("Thơm dẻo", texts["01 Gạo- sạch-thơm/Tóm tắt.pdf"])
        self.assertIn("Giấy đăng ký", texts["01 Gạo- sạch-thơm/Tóm tắt.pdf"])
        self.assertIn("Nguyễn Văn An", texts["Danh sách giao nhận.pdf"])
        self.assertIn("Gạo: sạch/thơm", texts["Chương trình phiên họp.pdf"])
        for name, text in texts.items():
            self.assertNotIn(SECRET, text, name)

    def test_missing_files_are_told(self):
        for folder in self.folder.glob("*.files"):
            shutil.rmtree(folder)
        said = self.assert_refused(1, "pack", "a.ocop", self.session, "-o", "out")
        self.assertIn("không tìm thấy ảnh", said)
        self.assertIn("Giấy đăng ký", said)
        self.assertEqual(len(self.files()), 4)

    def test_no_such_session(self):
        self.assert_refused(1, "pack", "a.ocop", "01a20344-0000-7000-8000-000000000000", "-o", "out")


if __name__ == "__main__":
    unittest.main()
