#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Charts held against another day or locality, charts that the office keeps under a name, and who is named on them: as pictures,
as workbooks and on slides, with the figures of ocop stats."""
import json
import re
import unittest
import zipfile

from ocop_case import OcopCase
from test_slides import P, Presentation, count_pages

DAY, BEFORE = "2026-06-30", "2025-12-31"


def signed(text):
    return int(text.replace("−", "-").replace("+", "").replace(".", "").replace("–", "0"))


class Comparisons(OcopCase):
    def setUp(self):
        super().setUp()
        self.register = self.new_register("a.ocop", "--sample")

    def stats(self, by, day):
        return {row["label"]: row["total"] for row in self.ocop_json("stats", self.register, "--by", by, "--on", day)["rows"]}

    def keep(self, field, kept):
        [office] = self.ocop_json("list", self.register, "offices", "--columns", "id")
        self.ocop("edit", self.register, "offices", office["id"], f"{field}={json.dumps(kept, ensure_ascii=False)}")

    def slides(self, *options):
        self.ocop("slides", self.register, "-o", "a.pptx", *options)
        return Presentation(self.path("a.pptx"))

    def workbook(self, *options):
        """All that a workbook says."""
        self.ocop("chart", self.register, *options, "-o", "a.xlsx")
        with zipfile.ZipFile(self.path("a.xlsx")) as archive:
            return archive.read("xl/sharedStrings.xml").decode()

    def test_saved(self):
        """On slides a saved chart has its own day and what it is held against: in the picture, in rows, and on paper."""
        self.keep("saved_charts", {"Cả năm": {"chart": "by-sector", "against": "year-end", "on": DAY},
                                   "Nay": {"chart": "star-distribution", "sector": "I"}})
        show = self.slides("--saved-table", "Cả năm", "--chart", "by-year", "--saved=Cả năm", "--saved", "Nay", "--on", "2026-11-23")
        self.assertEqual(len(show.slides), 5)
        table, _, picture, now = show.slides[1:]
        self.assertIn("30/06/2026 so với 31/12/2025", " ".join(show.texts(table)))
        self.assertIn("30/06/2026", show.texts(table)[-2])
        figures, before = self.stats("sector", DAY), self.stats("sector", BEFORE)
        rows = show.rows(table)
        self.assertEqual(rows[0][1:], ["30/06/2026", "31/12/2025", "Chênh lệch"])
        self.assertEqual({row[0]: [signed(cell) for cell in row[1:]] for row in rows[1:] if row[0] in figures},
                         {label: [n, before.get(label, 0), n - before.get(label, 0)] for label, n in figures.items()})
        drawn = show.trees[picture].find(f".//{P}pic")
        self.assertIn("31/12/2025", drawn.find(f".//{P}cNvPr").get("descr"))
        self.assertIn("23/11/2026", " ".join(show.texts(now)))
        self.ocop("slides", self.register, "-o", "a.pdf", "--handout", "--saved", "Cả năm")
        self.assertEqual(count_pages(self.path("a.pdf")), 1)
        self.assertIn("31/12/2025", self.workbook("--saved", "Cả năm"))
        for command in ("slides", "chart"):
            self.assertIn("“Cả năm”", self.assert_refused(1, command, self.register, "--saved", "Khác", "-o", "b.pdf"))

    def test_kept_slides(self):
        """A slide of a set keeps what its chart is narrowed to and held against; of its own day among slides of another."""
        [unit] = [row for row in self.ocop_json("stats", self.register, "--by", "locality", "--on", DAY)["rows"] if row["key"]][:1]
        self.keep("slides", {"Họp": {"on": "2026-11-23", "slides": [
            {"chart": "star-distribution", "place": "office", "against": f"in:{unit['key']}", "on": DAY, "table": True},
            {"chart": "star-distribution", "place": unit["key"], "table": True}]}})
        show = self.slides("--set", "Họp")
        both, one = (show.rows(slide)[-1] for slide in show.slides[1:])
        total = self.ocop_json("stats", self.register, "--on", DAY)["total"]["total"]
        self.assertEqual([signed(cell) for cell in both[1:]], [total, unit["total"], total - unit["total"]])
        self.assertIn(unit["label"], " ".join(show.texts(show.slides[2])))
        self.assertEqual(len(one), 2)
        self.keep("slides", {"Họp": {"slides": [{"chart": "stock", "place": "0"}]}})
        self.assert_refused(1, "slides", self.register, "--set", "Họp", "-o", "b.pptx")

    def test_against(self):
        """Two localities, and another day, in one chart."""
        [first, second] = [row for row in self.ocop_json("stats", self.register, "--by", "locality")["rows"] if row["key"]][:2]
        words = self.workbook("star-distribution", "--locality", first["key"], "--against", second["key"])
        for unit in (first, second):
            self.assertIn(unit["label"], words)
        self.assertIn("30/06/2025", self.workbook("by-sector", "--on", DAY, "--against", "last-year"))
        self.ocop("chart", self.register, "by-sector", "--against", BEFORE, "-o", "a.svg")
        self.ocop("chart", self.register, "by-sector", "--against", BEFORE, "-o", "a.png")
        for name, against in (("by-sector", "nowhere"), ("by-sector", "2026"), ("plan-targets", BEFORE), ("stock", BEFORE), ("none", BEFORE)):
            done = self.run_ocop("chart", self.register, name, "--against", against, "-o", "b.svg")
            self.assertIn(done.returncode, (1, 2), (name, against))
            self.assertTrue(done.stderr.startswith("ocop: "), done.stderr)
        self.assert_refused(2, "chart", self.register, "by-sector", "--on", DAY, "--against", DAY, "-o", "b.svg")
        self.assert_refused(2, "chart", self.register, "by-sector", "--saved", "Nay", "-o", "b.svg")
        self.assertFalse(self.folder.joinpath("b.svg").exists())

    def test_names(self):
        """Nobody is named unless that is asked for."""
        members = {row["name"] for row in self.ocop_json("list", self.register, "council_members", "--columns", "name")}
        tables = ["".join(map(str, self.slides("--table", "session-members", *options).rows("ppt/slides/slide2.xml"))) for options in ((), ("--names",))]
        books = [self.workbook("session-members", *options) for options in ((), ("--names",))]
        for masked, named in (tables, books):
            self.assertRegex(masked, "Thành viên 1")
            self.assertFalse([name for name in members if re.search(re.escape(name), masked)])
            self.assertTrue([name for name in members if name in named])


if __name__ == "__main__":
    unittest.main()
