#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ocop law, and ocop criteria as a register has them."""
import json
import random
import shutil
import unittest
import zipfile

from ocop_case import PROJECT, OcopCase

ON = ("--on", "2026-11-01")


def leaves(criteria):
    """The criteria that are scored, in the order of the sheet."""
    for criterion in criteria:
        yield from leaves(criterion["criteria"]) if "criteria" in criterion else [criterion]


class Law(OcopCase):
    def setUp(self):
        super().setUp()
        self.new_register()

    def option(self, set_code, criterion, place, *options):
        """The text of one option."""
        sheet = self.ocop_json("criteria", set_code, *ON, *options)
        return next(leaf for leaf in leaves(sheet["parts"]) if leaf["code"] == criterion)["options"][place]["text"]

    def amend(self, good, bad, path="26-2026/QD26-01.json"):
        """A folder with the shipped files, one of them changed."""
        folder = self.folder / "book"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(PROJECT / "data" / "law", folder)
        text = (folder / path).read_text(encoding="utf-8")
        self.assertIn(good, text)
        (folder / path).write_text(text.replace(good, bad, 1), encoding="utf-8")
        return folder

    def pack(self, folder, root, method=zipfile.ZIP_DEFLATED):
        """A zip of the folder's files."""
        packed = self.folder / "book.zip"
        with zipfile.ZipFile(packed, "w", method) as archive:
            for path in sorted(folder.rglob("*.json")):
                archive.write(path, root + path.relative_to(folder).as_posix())
        return packed

    def list_of(self, *rows):
        """A csv list of wordings."""
        self.folder.joinpath("words.csv").write_text("\n".join(rows), encoding="utf-8")
        return "words.csv"

    def test_nothing_held_is_as_shipped(self):
        self.assertEqual(self.ocop_json("law", "a.ocop"), [])
        self.assertEqual(self.ocop("criteria", "QD26-01", "--json", *ON),
                         self.ocop("criteria", "QD26-01", "--json", *ON, "--register", "a.ocop"))

    def test_folder(self):
        folder = self.amend("Rau, củ, quả, hạt tươi", "Rau và quả")
        held = self.ocop_json("law", "a.ocop", "--load", folder, "--as", "An")
        self.assertEqual([(row["person"], row["in_force"]) for row in held], [("An", True)])
        self.assertTrue(held[0]["book"].startswith("26/2026/QĐ-TTg@"))
        self.assertEqual(self.ocop_json("criteria", "QD26-01", *ON, "--register", "a.ocop")["title"], "Rau và quả")
        self.assertEqual(self.ocop_json("criteria", "QD26-01", *ON)["title"], "Rau, củ, quả, hạt tươi")
        # Once more is once; the shipped one after it is in force, and the amended one is still there.
        self.assertEqual(len(self.ocop_json("law", "a.ocop", "--load", folder)), 1)
        again = self.ocop_json("law", "a.ocop", "--load", PROJECT / "data" / "law")
        self.assertEqual([row["in_force"] for row in again], [False, True])
        self.assertEqual(self.ocop_json("criteria", "QD26-01", *ON, "--register", "a.ocop", "--book", held[0]["book"])["title"],
                         "Rau và quả")
        self.assertTrue(self.ocop_json("check", "a.ocop")["sound"])

    def test_zip(self):
        folder = self.amend("Rau, củ, quả, hạt tươi", "Rau trong gói")
        for root in ("", "luật sửa đổi/"):
            self.pack(folder, root)
            self.ocop("law", "a.ocop", "--load", "book.zip")
        self.assertEqual(len(self.ocop_json("law", "a.ocop")), 1)
        self.assertEqual(self.ocop_json("criteria", "QD26-01", *ON, "--register", "a.ocop")["title"], "Rau trong gói")

    def test_refused_books(self):
        for good, bad, path, place in (('"points": 3', '"points": 4', "26-2026/QD26-07.json", "26-2026/QD26-07.json: $.parts["),
                                       ('"months": 36', '"months": 0', "rules.json", "rules.json: $.books[0].validity.months"),
                                       ('"criteria": "26-2026"', '"criteria": "27"', "rules.json", "27/QD26-01.json")):
            said = self.assert_refused(2, "law", "a.ocop", "--load", self.amend(good, bad, path))
            self.assertIn(place, said)
        self.folder.joinpath("empty").mkdir()
        self.assertIn("rules.json", self.assert_refused(2, "law", "a.ocop", "--load", "empty"))
        self.folder.joinpath("a.zip").write_bytes(b"PK\x03\x04 no zip")
        self.assert_refused(2, "law", "a.ocop", "--load", "a.zip")
        self.assert_refused(2, "law", "a.ocop", "--load", "nothing.zip")
        self.assertEqual(self.ocop_json("law", "a.ocop"), [])

    def test_damaged_zips(self):
        """Whatever byte is wrong, the book is refused or was not touched by it: never a crash, never half a book."""
        dice = random.Random(26)
        whole = self.pack(self.amend("Rau, củ, quả, hạt tươi", "Rau trong gói"), "").read_bytes()
        shipped = self.ocop("law", "a.ocop", "--load", "book.zip", "--json")
        for _ in range(25):
            damaged = bytearray(whole)
            for _ in range(dice.choice((1, 8))):
                # Half of them in the directory at the end, where the sizes and names are.
                place = dice.randrange(len(damaged)) if dice.random() < 0.5 else len(damaged) - 1 - dice.randrange(2500)
                damaged[place] = dice.randrange(256)
            self.folder.joinpath("book.zip").write_bytes(damaged[:dice.choice((len(damaged), dice.randrange(len(damaged))))])
            done = self.run_ocop("law", "a.ocop", "--load", "book.zip", "--json")
            self.assertIn(done.returncode, (0, 2), done.stderr)
            if done.returncode == 0:
                self.assertEqual([row["book"] for row in json.loads(done.stdout)], [row["book"] for row in json.loads(shipped)])
        self.assertTrue(self.ocop_json("check", "a.ocop")["sound"])

    def test_changed_on_the_way(self):
        """One letter, which still reads as a law."""
        packed = self.pack(self.amend("Rau, củ, quả, hạt tươi", "Rau trong goi"), "", zipfile.ZIP_STORED)
        packed.write_bytes(packed.read_bytes().replace(b"Rau trong goi", b"Rau trong toi"))
        self.assert_refused(2, "law", "a.ocop", "--load", "book.zip")

    def test_wording(self):
        before = self.option("QD26-01", "1.1", 1)
        words = self.list_of("Lời văn theo Công báo,,,,", "Bộ,Tiêu chí,Điểm,Thứ tự,Nội dung",
                             "QD26-01,1.1,3,,\"Toàn bộ, nguyên văn\"", "7,3.1,,2,Mức thứ hai", "07,3.1,3,,Mức ba điểm")
        self.ocop("law", "a.ocop", "--wording", words)
        register = ("--register", "a.ocop")
        sheet = self.ocop_json("criteria", "QD26-01", *ON, *register)
        leaf = next(leaf for leaf in leaves(sheet["parts"]) if leaf["code"] == "1.1")
        self.assertEqual([option["text"] for option in leaf["options"] if option["points"] == 3], ["Toàn bộ, nguyên văn"])
        self.assertEqual(self.option("QD26-01", "1.1", 1, *register) == before, leaf["options"][1]["points"] != 3)
        self.assertEqual(self.option("QD26-07", "3.1", 1, *register), "Mức thứ hai")
        self.assertEqual(self.option("QD26-07", "3.1", 2, *register), "Mức ba điểm")
        self.assertNotEqual(self.option("QD26-07", "3.1", 1), "Mức thứ hai")
        # A second list goes on from the first.
        self.ocop("law", "a.ocop", "--wording", self.list_of("set,criterion,place,text", "QD26-07,3.1,1,Mức thứ nhất"))
        self.assertEqual([self.option("QD26-07", "3.1", place, *register) for place in range(3)],
                         ["Mức thứ nhất", "Mức thứ hai", "Mức ba điểm"])
        self.assertEqual(len(self.ocop_json("law", "a.ocop")), 2)

    def test_wording_changes_nothing_else(self):
        def strip(sheet):
            for leaf in leaves(sheet["parts"]):
                for option in leaf["options"]:
                    del option["text"]
            return sheet

        self.ocop("law", "a.ocop", "--wording", self.list_of("set,criterion,place,text", "26,1.1,1,Khác"))
        for number in range(1, 27):
            code = f"QD26-{number:02}"
            self.assertEqual(strip(self.ocop_json("criteria", code, *ON)),
                             strip(self.ocop_json("criteria", code, *ON, "--register", "a.ocop")))

    def test_refused_wordings(self):
        heading = "set,criterion,points,place,text"
        for row, place in (("QD26-27,1.1,3,,a", "QD26-27"), ("QD26-01,9.9,3,,a", "9.9"), ("QD26-01,A,3,,a", "“A”"),
                           ("QD26-01,1.1,2.5,,a", "2.5"), ("QD26-07,3.1,1,,a", "3.1"), ("QD26-01,1.1,,9,a", "9"),
                           ("QD26-01,1.1,,,a", "vị trí"), ("QD26-01,1.1,3,,", "nội dung")):
            said = self.assert_refused(2, "law", "a.ocop", "--wording", self.list_of(heading, "QD26-02,1.1,,1,tốt", row))
            self.assertIn("Dòng 3: ", said)
            self.assertIn(place, said)
        self.assertIn("Dòng 3: ", self.assert_refused(2, "law", "a.ocop", "--wording",
                                                      self.list_of(heading, "2,1.1,,1,a", "QD26-02,1.1,,1,b")))
        self.assert_refused(2, "law", "a.ocop", "--wording", self.list_of("set,text", "QD26-01,a"))
        self.assertEqual(self.ocop_json("law", "a.ocop"), [])

    def test_unusable_arguments(self):
        self.assert_refused(2, "law", "a.ocop", "--load", "x", "--wording", "y")
        self.assert_refused(2, "law")
        self.assert_refused(2, "criteria", "--book", "x")
        self.assert_refused(2, "criteria", "--register", "a.ocop", "--book", "x")
        self.assert_refused(2, "criteria", "--register", "b.ocop")


if __name__ == "__main__":
    unittest.main()
