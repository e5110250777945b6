#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The papers of five plans as they were issued: what somebody else's reader finds on them are the figures that the plan's own
file expects, and each paper says of which plan it is."""
import decimal
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree
import zipfile

import openpyxl

sys.path.append(str(pathlib.Path(__file__).parent.parent))
import plan_data  # noqa: E402

OCOP = os.environ["OCOP"]
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STANDINGS = {"met": "Đạt", "exceeded": "Vượt", "on-track": "Đúng tiến độ", "at-risk": "Có nguy cơ không đạt", "missed": "Không đạt", None: ""}
PROGRESS = "Tiến độ thực hiện chỉ tiêu kế hoạch"
# A plan has at least these, and each of our own as pages and as a workbook.
LETTERS = {"Kế hoạch năm.docx", "Báo cáo kỳ.docx"}
REPORTS = (PROGRESS, "Phụ lục 1- sản phẩm đăng ký", "Phụ lục 2- chỉ tiêu giao cấp xã", "Phụ lục 3- dự toán kinh phí", "Lịch thực hiện nhiệm vụ",
           "Kiểm tra, giám sát trong kỳ", "Tập huấn trong kỳ", "Xúc tiến thương mại trong kỳ", "Kênh bán hàng theo địa phương", "Giải ngân trong kỳ",
           "Kết quả các đợt đánh giá trong năm", "Chỉ tiêu kế hoạch qua năm năm", "Cơ cấu sản phẩm OCOP theo hạng sao và địa phương")
# No row of a table of progress has more letters behind the name of its target.
ROW_LENGTH = 160


def say(number):
    """As people write it: 1.234,56."""
    if number is None:
        return ""
    whole, _, parts = str(number).partition(".")
    return f"{int(whole):,}".replace(",", ".") + ("," + parts.rstrip("0") if parts.rstrip("0") else "")


def say_day(day):
    return "/".join(reversed(day.split("-")))


def percent(part, whole):
    """Cut off after two digits, never rounded up."""
    if part is None or whole is None or decimal.Decimal(whole) == 0:
        return None
    share = decimal.Decimal(part) * 100 / decimal.Decimal(whole)
    return share.quantize(decimal.Decimal("0.01"), decimal.ROUND_DOWN)


def say_goal(target, in_words):
    """In a plan as it is set, in a table of progress as a number where a number says it."""
    value, operator = say(target.get("value")), target["operator"]
    return {
        "at-least": f"ít nhất {value}" if in_words else value, "exactly": value, "more-than": f"trên {value}",
        "between": f"{value}–{say(target.get('value_to'))}", "each-at-least": f"ít nhất {value} mỗi nơi",
        "by-day": f"hạn {say_day(target.get('second_day') or target.get('by_day', '--'))}",
    }.get(operator, "")


def one_line(text):
    return " ".join(text.split())


class Document:
    """The tables and the text of a .docx."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as package:
            body = xml.etree.ElementTree.fromstring(package.read("word/document.xml"))
        self.text = "\n".join(self.read(paragraph) for paragraph in body.iter(f"{WORD}p"))
        self.tables = [[[self.read(cell) for cell in row.iter(f"{WORD}tc")] for row in table.iter(f"{WORD}tr")]
                       for table in body.iter(f"{WORD}tbl")]

    @staticmethod
    def read(element):
        return "".join(part.text or "" for part in element.iter(f"{WORD}t")).replace("\xa0", " ")

    def rows(self, heading):
        """Those of the table with that heading; none where the document has no such table."""
        return next((table[1:] for table in self.tables if heading in table[0]), [])


class Look:
    """What one day's papers must say of one plan."""

    def __init__(self, data, look):
        self.year, self.on = look["year"], look["on"]
        self.plan = next(plan for plan in data["plans"] if plan["year"] == look["year"])
        self.expected, self.before = look["expected"], look["before"]
        self.targets = [target for target in self.plan["targets"] if target["code"] in self.expected]

    def figures(self, target):
        """Planned, actual, percent, last year's, percent of that, standing."""
        figure, state, _ = self.expected[target["code"]]
        before = self.before[target["code"]]
        is_number = figure is not None and "-" not in figure
        held = percent(figure, target.get("value")) if is_number and target["operator"] not in ("counted", "qualitative") else None
        actual = say(figure) if is_number or figure is None else say_day(figure)
        return [say_goal(target, False), actual, say(held), say(before), say(percent(figure, before) if is_number else None), STANDINGS[state]]


class PrintsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.environment = dict(os.environ, OCOP_LANGUAGE="vi", XDG_DATA_HOME=str(cls.folder), XDG_STATE_HOME=str(cls.folder))

    def ocop(self, *arguments):
        done = subprocess.run([OCOP, *arguments], env=self.environment, capture_output=True, encoding="utf-8")
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def print_papers(self, register, look):
        ids = {line.split(",")[1]: line.split(",")[0] for line in
               self.ocop("list", register, "plans", "--columns", "id,name", "--csv").lstrip("\ufeff").splitlines()[1:]}
        out = pathlib.Path(f"{register}-{look.on}")
        self.ocop("papers", register, ids[look.plan["name"]], "-o", str(out), "--on", look.on)
        return out

    def check_plan(self, plan, look):
        """The plan sets what its file does, in words, and names the annexes that have something in them."""
        rows = {row[1]: row for row in plan.rows("Chỉ tiêu")}
        self.assertEqual(list(rows), [target["name"] for target in look.plan["targets"]])
        for target in look.plan["targets"]:
            self.assertEqual(rows[target["name"]][3], say_goal(target, True))
        parts = [kind for kind, _ in look.plan.get("parts", [])]
        self.assertEqual([row[1] for row in plan.rows("Nhiệm vụ")],
                         [fields["name"] for kind, fields in look.plan.get("parts", []) if kind == "task"])
        for annex, kind in ((1, "plan_product"), (2, "target_share"), (3, "budget_line")):
            self.assertEqual(f"Phụ lục {annex}," in plan.text, kind in parts, annex)
        self.assertTrue(plan.text.rstrip().count("./.") == 1 and "../." not in plan.text)

    def check_report(self, report, look):
        rows = {row[1]: row for row in report.rows("Chỉ tiêu")}
        for target in look.targets:
            with self.subTest(report=target["code"], on=look.on):
                planned, *figures, standing = look.figures(target)
                figures = self.in_words(target, figures)
                if target["operator"] == "qualitative":
                    figures[0] = standing
                self.assertEqual(rows[target["name"]][3:8], [planned, *figures])

    @staticmethod
    def in_words(target, figures):
        """Classes are told one by one behind their sum."""
        return ["150 (3 sao: 107; 4 sao: 42; 5 sao: 1)" if target["code"] == "P51" and figures[0] == "150" else
                "139 (3 sao: 96; 4 sao: 42; 5 sao: 1)" if target["code"] == "P51" else figures[0], *figures[1:]]

    @staticmethod
    def read_pages(path):
        return one_line(subprocess.run(["pdftotext", "-raw", str(path), "-"], check=True, capture_output=True, encoding="utf-8").stdout)

    def check_pages(self, path, look):
        """Each row as it is painted, cell after cell."""
        text = self.read_pages(path)
        for target in look.targets:
            with self.subTest(pages=target["code"], on=look.on):
                planned, *figures, standing = look.figures(target)
                words = filter(None, [planned, *self.in_words(target, figures), standing])
                begin = text.index(f" {target['name']} ") + len(target["name"])
                self.assertIn(f" {' '.join(words)}", text[begin:begin + ROW_LENGTH])

    def check_workbook(self, path, look):
        rows = {row[1]: row for row in openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True) if isinstance(row[0], int)}
        for target in look.targets:
            with self.subTest(workbook=target["code"], on=look.on):
                planned, *figures, standing = look.figures(target)
                found = [say(decimal.Decimal(str(cell))) if isinstance(cell, (int, float)) else (cell or "").replace("\xa0", " ")
                         for cell in rows[target["name"]][3:9]]
                self.assertEqual(found, [planned, *self.in_words(target, figures), standing])

    def check_papers(self, out, look):
        names = {path.name for path in out.iterdir()}
        self.assertEqual({path.name for path in out.glob("*.docx")}, LETTERS)
        self.assertEqual({path.stem for path in out.glob("*.pdf")}, {path.stem for path in out.glob("*.xlsx")})
        self.assertLessEqual({f"{name}.pdf" for name in REPORTS}, names)
        self.check_plan(Document(out / "Kế hoạch năm.docx"), look)
        self.check_report(Document(out / "Báo cáo kỳ.docx"), look)
        self.check_pages(out / f"{PROGRESS}.pdf", look)
        self.check_workbook(out / f"{PROGRESS}.xlsx", look)

    def check_issue(self, out):
        """A plan stands on the rules that were in force when it was issued; its annexes say of which plan they are."""
        text = Document(out / "Kế hoạch năm.docx").text
        for words in ("Căn cứ Quyết định số 148/QĐ-TTg", "Số: 66/KH-UBND", "ngày 07 tháng 3 năm 2023"):
            self.assertIn(words, text)
        annex = self.read_pages(out / "Phụ lục 1- sản phẩm đăng ký.pdf")
        self.assertIn("(Kèm theo Kế hoạch số 66/KH-UBND ngày 07 tháng 3 năm 2023 của Ủy ban nhân dân huyện Trùng Khánh)", annex)
        self.assertNotIn("CỘNG HÒA", annex)

    def check_localities(self, name, out):
        """What lay in a commune that is no more counts for the one that took its place; a list of a year names those of its time."""
        paper, kept, expected = {
            "quang-tri-2025": ("Kênh bán hàng theo địa phương", slice(1, 5), ("Xã Bàu Đá", 12, 6, 200)),
            "trung-khanh-2023": ("Phụ lục 1- sản phẩm đăng ký", slice(1, 7, 4), ("Sản phẩm 2", "Xã 2")),
        }.get(name, (None, None, None))
        if paper is not None:
            self.assertIn(expected, [row[kept] for row in openpyxl.load_workbook(out / f"{paper}.xlsx").worksheets[0].iter_rows(values_only=True)])

    def test_papers(self):
        for name in plan_data.NAMES:
            register = str(self.folder / f"{name}.ocop")
            data = plan_data.make(name, register)
            for look in (Look(data, look) for look in data["looks"]):
                with self.subTest(name, on=look.on):
                    out = self.print_papers(register, look)
                    self.check_papers(out, look)
                    self.check_localities(name, out)
                    if "number" in look.plan:
                        self.check_issue(out)


if __name__ == "__main__":
    unittest.main()
