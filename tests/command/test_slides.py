#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ocop slides: presentations whose parts hold together, with the figures of ocop stats, and pages of the same."""
import json
import pathlib
import posixpath
import re
import unittest
import zipfile
from xml.etree import ElementTree

from ocop_case import OcopCase

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"


class Presentation:
    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.trees = {name: ElementTree.fromstring(data) for name, data in self.parts.items()
                      if name.endswith((".xml", ".rels", ".svg"))}
        self.presentation = self.trees["ppt/presentation.xml"]
        links = self.links("ppt/presentation.xml")
        self.slides = [links[one.get(R + "id")] for one in self.presentation.iter(P + "sldId")]

    def links(self, part):
        """What a part leads to, by the names it uses."""
        folder, name = posixpath.split(part)
        tree = self.trees.get(posixpath.join(folder, "_rels", name + ".rels"))
        return {} if tree is None else {one.get("Id"): posixpath.normpath(posixpath.join(folder, one.get("Target"))) for one in tree}

    def texts(self, slide):
        return ["".join(run.text or "" for run in paragraph.iter(A + "t")) for paragraph in self.trees[slide].iter(A + "p")]

    def outline(self, slide):
        """What stands in the places of the slide's layout, by which a presentation is edited in words alone."""
        return {shape.find(f".//{P}ph").get("type"): "".join(run.text or "" for run in shape.iter(A + "t"))
                for shape in self.trees[slide].iter(P + "sp") if shape.find(f".//{P}ph") is not None}

    def rows(self, slide):
        return [["".join(run.text or "" for run in cell.iter(A + "t")) for cell in row.iter(A + "tc")]
                for row in self.trees[slide].iter(A + "tr")]


def count_pages(path):
    return len(re.findall(rb"/Type\s*/Page\b", pathlib.Path(path).read_bytes()))


class Slides(OcopCase):
    def setUp(self):
        super().setUp()
        self.register = self.new_register("a.ocop", "--sample")

    def make(self, *options, name="a.pptx"):
        self.ocop("slides", self.register, "-o", name, *options)
        return Presentation(self.path(name))

    def test_review(self):
        """What a meeting usually sees: the same file twice, and as many pages."""
        show = self.make()
        self.make(name="again.pptx")
        self.assertEqual(pathlib.Path(self.path("a.pptx")).read_bytes(), pathlib.Path(self.path("again.pptx")).read_bytes())
        self.assertIn("Chương trình OCOP: kết quả và tiến độ", show.texts(show.slides[0]))
        self.assertIn("DỮ LIỆU MẪU", show.texts(show.slides[0]))
        size = show.presentation.find(P + "sldSz")
        self.assertEqual((size.get("cx"), size.get("cy")), ("12192000", "6858000"))
        self.ocop("slides", self.register, "-o", "a.pdf")
        self.assertEqual(count_pages(self.path("a.pdf")), len(show.slides))
        self.ocop("slides", self.register, "-o", "b.pdf", "--handout")
        self.assertEqual(count_pages(self.path("b.pdf")), (len(show.slides) + 1) // 2)

    def test_chosen(self):
        show = self.make("--table", "star-distribution", "--chart=by-locality", "--table", "by-locality",
                         "--title", "Họp <giao ban> & tổng kết", "--on", "2026-06-30")
        self.assertIn("Họp <giao ban> & tổng kết", show.texts(show.slides[0]))
        self.assertTrue(any("tháng 6 năm 2026" in text for text in show.texts(show.slides[0])))
        figures = self.ocop_json("stats", self.register, "--on", "2026-06-30")["total"]
        stars = {row[0]: row[1] for row in show.rows(show.slides[1])[1:]}
        self.assertEqual((stars["3 sao"], stars["4 sao"]), (str(figures["3"]), str(figures["4"])))
        self.check_picture(show, show.slides[2])
        self.check_localities(show)

    def check_picture(self, show, slide):
        picture = show.trees[slide].find(f".//{P}pic")
        self.assertIn("sản phẩm", picture.find(f".//{P}cNvPr").get("descr"))
        links = show.links(slide)
        self.assertTrue(links[picture.find(f".//{A}blip").get(R + "embed")].endswith(".png"))
        self.assertTrue(links[picture.find(f".//{SVG}").get(R + "embed")].endswith(".svg"))
        self.assertIn("30/06/2026", show.outline(slide)["body"])
        self.assertEqual(show.outline(slide)["title"], show.texts(slide)[0])

    def check_localities(self, show):
        """A long table goes over several slides, the heading on each, no row lost."""
        pages = [show.rows(slide) for slide in show.slides[3:]]
        self.assertGreater(len(pages), 1)
        self.assertEqual(len({tuple(page[0]) for page in pages}), 1)
        rows = [row for page in pages for row in page[1:]]
        stats = self.ocop_json("stats", self.register, "--by", "locality", "--on", "2026-06-30")
        self.assertEqual(sorted(int(row[-1]) for row in rows[:-1]), sorted(row["total"] for row in stats["rows"]))
        self.assertEqual(int(rows[-1][-1]), stats["total"]["total"])

    def test_scope(self):
        """Picture, rows, report and workbook count the office's own products, as the quick report does; all where that is asked for."""
        self.register = self.new_register("own.ocop", "--province", "68", "--office", "Văn phòng")
        provinces = {unit["code"]: unit["id"] for unit in self.ocop_json("list", self.register, "units", "--columns", "id,code,valid_until")
                     if unit["valid_until"] is None}
        for name, code in (("Một", "68"), ("Hai", "68"), ("Ba", "66")):
            commune = self.ocop("add", self.register, "units", f"name={name}", "type=xã", "level=commune", f"parent={provinces[code]}").strip()
            product = self.ocop("add", self.register, "products", f"name={name}", f"unit={commune}").strip()
            self.ocop("add", self.register, "recognitions", f"product={product}", "outcome=recognised", "class=3", "decision_date=2026-05-10")
        self.assertIn("02 sản phẩm", self.ocop("brief", self.register))
        for place, number in (((), "2"), (("--locality", "all"), "3"), (("--locality", provinces["66"]), "1")):
            with self.subTest(place=place):
                self.check_count(number, place)
        self.assert_refused(1, "slides", self.register, "-o", "b.pptx", "--locality", "no such")

    def check_count(self, number, place):
        show = self.make("--chart", "star-distribution", "--table", "star-distribution", "--report", "star-distribution", *place)
        words = show.trees[show.slides[1]].find(f".//{P}pic").find(f".//{P}cNvPr").get("descr")
        self.assertIn(f"3 sao {number} sản phẩm", words)
        self.assertEqual(dict(row[:2] for row in show.rows(show.slides[2]))["3 sao"], number)
        self.assertEqual(dict(row[:2] for row in show.rows(show.slides[3]))["Tổng số"], number)
        self.ocop("chart", self.register, "star-distribution", "-o", "a.xlsx", *place)
        with zipfile.ZipFile(self.path("a.xlsx")) as archive:
            sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        self.assertEqual(max(re.findall(r'<c r="B\d+"(?: s="\d+")?><v>(\d+)</v>', sheet)), number)

    def test_reports(self):
        """Their tables as tables, a heading on each slide, none without what it heads; in the order asked for."""
        show = self.make("--report", "star-distribution", "--chart", "star-ring", "--report=expiring", "--report", "plan-progress")
        tables = {}
        for slide in show.slides[1:]:
            title = re.sub(r" \(\d+/\d+\)$", "", show.texts(slide)[0])
            tables.setdefault(title, []).append(show.rows(slide))
        distribution, ring, expiring, progress = tables.values()
        self.assertEqual(ring, [[]])
        stats = self.ocop_json("stats", self.register, "--by", "locality")
        found = {row[0]: row[1] for page in distribution for row in page[1:]}
        for row in stats["rows"]:
            self.assertEqual(found[row["label"]], str(row["total"]))
        self.assertEqual(found["Tổng số"], str(stats["total"]["total"]))
        for page in expiring + progress:
            self.assertTrue(any(page[-1][1:]), page)
        self.assertEqual(len({tuple(page[0]) for page in expiring}), 1)
        self.assertNotIn("0900", str(expiring))
        ends = [row[4].lstrip("≈").split("/")[::-1] for page in expiring for row in page[1:]]
        self.assertEqual(ends, sorted(ends))
        self.assert_refused(2, "slides", self.register, "-o", "b.pptx", "--report", "producers")

    def test_empty_register(self):
        self.register = self.new_register("b.ocop")
        self.make()
        self.make("--chart", "by-locality", "--table", "by-locality")

    def keep(self, sets):
        [office] = self.ocop_json("list", self.register, "offices", "--columns", "id")
        self.ocop("edit", self.register, "offices", office["id"], "slides=" + json.dumps(sets, ensure_ascii=False))

    def test_kept(self):
        """A set that the office keeps: its own day, headings, what its charts are narrowed to, and lines."""
        [unit] = self.ocop_json("stats", self.register, "--by", "locality", "--on", "2026-06-30")["rows"][:1]
        base = {"subject": "product", "where": [{"field": "state", "op": "is", "values": ["valid"]},
                                                {"field": "locality", "op": "is", "values": [unit["key"]]}]}
        self.keep({"Họp quý II": {"title": "Sơ kết <6 tháng>", "on": "2026-06-30", "slides": [
            {"chart": "star-distribution", "table": True, "base": base, "heading": "Của một xã"},
            {"heading": "Kiến nghị", "lines": "Bổ sung kinh phí\n\nTập huấn & hội chợ"},
            {"heading": "Dài", "lines": "\n".join(f"Dòng {n}" for n in range(1, 60))}]}})
        show = self.make("--set", "Họp quý II")
        self.assertIn("Sơ kết <6 tháng>", show.texts(show.slides[0]))
        self.assertEqual(show.texts(show.slides[1])[0], "Của một xã")
        self.assertIn("30/06/2026", " ".join(show.texts(show.slides[1])))
        self.assertEqual(int(show.rows(show.slides[1])[-1][1]), unit["total"])
        self.assertEqual(show.texts(show.slides[2])[:3], ["Kiến nghị", "Bổ sung kinh phí", "Tập huấn & hội chợ"])
        self.assertTrue(show.outline(show.slides[2])["body"].startswith("Bổ sung kinh phí"))
        lines = [text for slide in show.slides[3:] for text in show.texts(slide) if text.startswith("Dòng ")]
        self.assertEqual(lines, [f"Dòng {n}" for n in range(1, 60)])
        self.assertEqual(show.texts(show.slides[3])[0], f"Dài (1/{len(show.slides) - 3})")
        self.ocop("slides", self.register, "-o", "a.pdf", "--set", "Họp quý II")
        self.assertEqual(count_pages(self.path("a.pdf")), len(show.slides))
        self.assertIn("“Họp quý II”", self.assert_refused(1, "slides", self.register, "-o", "b.pptx", "--set", "Khác"))
        self.assert_refused(2, "slides", self.register, "-o", "b.pptx", "--set", "Họp quý II", "--chart", "by-year")
        self.keep({"Họp": {"slides": [{"chart": "by-year", "colour": "red"}]}})
        self.assertIn("slides[0].colour", self.assert_refused(2, "slides", self.register, "-o", "b.pptx", "--set", "Họp"))

    def test_refused(self):
        self.assert_refused(2, "slides", self.register, "-o", "a.pptx", "--chart", "nothing")
        self.assert_refused(2, "slides", self.register, "-o", "a.odp")
        self.assert_refused(2, "slides", self.register, "-o", "a.pptx", "--handout")
        self.assert_refused(2, "slides", self.register)
        self.assertFalse(self.folder.joinpath("a.pptx").exists())


if __name__ == "__main__":
    unittest.main()
