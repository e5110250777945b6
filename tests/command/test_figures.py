#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ocop stats, brief, due: every figure equal to a count made without the program."""
import datetime
import unittest

from counting import STARS, VALID_STATES, Practice
from ocop_case import OcopCase

GROUPINGS = ("star", "locality", "province", "sector", "group", "set", "kind", "year", "status")


class Figures(OcopCase):
    def setUp(self):
        super().setUp()
        self.today = datetime.date.today()
        self.register = self.new_register("a.ocop", "--sample")
        self.practice = Practice(self.today)
        self.days = [self.today - datetime.timedelta(days=back) for back in (0, 100, 400, 800, 1500)]

    def test_statistics(self):
        for day in self.days:
            for validity in ("valid", "recorded"):
                for by in GROUPINGS:
                    with self.subTest(by=by, day=day, validity=validity):
                        self.check_statistics(by, day, validity)

    def check_statistics(self, by, day, validity):
        answer = self.ocop_json("stats", self.register, "--by", by, "--on", day, "--validity", validity)
        expected = self.practice.statistics(by, day, validity)
        self.assertEqual((answer["on"], answer["by"]), (day.isoformat(), by))
        # A unit's key is an id that only the register knows.
        named = "label" if by in ("locality", "province") else "key"
        rows = {None if row["key"] == "unknown" else row[named]: {star: row[star] for star in STARS} for row in answer["rows"]}
        self.assertEqual(rows, {key: {star: counts[star] for star in STARS} for key, counts in expected.items()})
        for row in [*answer["rows"], answer["total"]]:
            self.assertEqual(row["total"], sum(row[star] for star in STARS))
        self.assertEqual(answer["total"]["total"], sum(counts.total() for counts in expected.values()))

    def test_potential_out_of_the_total(self):
        office = self.ocop_json("list", self.register, "offices")[0]["id"]
        product = self.ocop("add", self.register, "products", "name=Chè thử").strip()
        self.ocop("add", self.register, "recognitions", f"product={product}", "outcome=potential5", "class=5",
                  f"decision_date={self.today}")
        before = self.ocop_json("stats", self.register)["total"]
        self.ocop("edit", self.register, "offices", office, "potential_in_total=0")
        after = self.ocop_json("stats", self.register)["total"]
        self.assertGreater(before["potential5"], 0)
        self.assertEqual(before["potential5"], after["potential5"])
        self.assertEqual(before["total"] - after["total"], after["potential5"])

    def test_brief(self):
        for day in self.days[:3]:
            with self.subTest(day=day):
                self.check_brief(day)

    def check_brief(self, day):
        answer = self.ocop_json("brief", self.register, "--on", day)
        figures = {figure["name"]: figure["number"] for figure in answer["figures"]}
        stock = list(self.practice.counted(day, "valid"))
        self.assertEqual(figures["products"], len(stock))
        self.assertEqual(figures["producers"], len({product["producer"] for product, _ in stock if product["producer"]}))
        for name, star in (("star3", "3"), ("star4", "4"), ("potential5", "potential5"), ("star5", "5")):
            self.assertEqual(figures[name], sum(decision.star == star for _, decision in stock))
        self.assertEqual(figures["estimated"], sum(decision.estimated for _, decision in stock))
        self.check_movements(figures, datetime.date(day.year, 1, 1), day)
        self.check_paragraph(answer["text"], figures)

    def check_movements(self, figures, first, day):
        in_period = lambda when: when is not None and first <= when <= day
        for kind in ("first", "again", "upgrade"):
            self.assertEqual(figures[kind], sum(
                any(one.outcome == "recognised" and one.kind == kind and in_period(one.first) for one in decisions)
                for decisions in self.practice.recognitions.values()))
        for ending in ("revoked", "withdrawn"):
            self.assertEqual(figures[ending], sum(
                any(one.ending == ending and in_period(one.ended_on) for one in decisions)
                for decisions in self.practice.recognitions.values()))
        one_day = datetime.timedelta(days=1)
        self.assertEqual(figures["expired"], sum(
            decision.state(day) == "expired" and in_period(decision.last + one_day)
            for _, decision in self.practice.counted(day, "recorded")))

    def check_paragraph(self, text, figures):
        written = {name: f"{number:02d}" if number else "0" for name, number in figures.items()}
        self.assertIn(f"có {written['products']} sản phẩm OCOP còn hiệu lực của {written['producers']} chủ thể", text)
        self.assertIn(f"{written['star3']} sản phẩm 3 sao", text)
        self.assertIn(f"công nhận mới {written['first']}, công nhận lại {written['again']}, nâng hạng {written['upgrade']}", text)
        self.assertGreater(figures["estimated"], 0)
        self.assertIn(f"trong đó {written['estimated']} sản phẩm chỉ rõ năm công nhận", text)
        self.assertTrue(text.startswith("Tính đến ngày ") and text.endswith("."))
        self.assertNotIn("{", text)

    def test_drill_down(self):
        """A figure's query is the list behind it."""
        for figure in self.ocop_json("brief", self.register)["figures"]:
            self.assertEqual(figure["query"]["subject"], "producer" if figure["name"] == "producers" else "product")
            self.assertNotIn("measure", figure["query"])

    def test_brief_of_a_part(self):
        stock = [product for product, _ in self.practice.counted(self.today, "valid")]
        for code, unit in list(self.practice.units.items())[:6]:
            answer = self.ocop_json("brief", self.register, "--locality", code)
            expected = stock if code == "99" else [product for product in stock if product["unit"] == code]
            self.assertEqual(answer["figures"][0]["number"], len(expected))
            self.assertIn(f"{unit['type']} {unit['name']}", answer["text"])
        answer = self.ocop_json("brief", self.register, "--sector", "II")
        self.assertEqual(answer["figures"][0]["number"],
                         sum(self.practice.sets.get(product["criteria_set"], ("",))[0] == "II" for product in stock))
        self.assert_refused(1, "brief", self.register, "--locality", "99999")

    def test_due(self):
        for within in (30, 180):
            rows = self.ocop_json("due", self.register, "--within", within)
            self.assertEqual([row["day"] for row in rows], sorted(row["day"] for row in rows))
            found = sorted((row["product"], row["state"], row["day"]) for row in rows if row["what"] is None)
            self.assertEqual(found, sorted(self.expect_due(within)))

    def expect_due(self, within):
        """Article 7.6.a: not earlier than 180 and not later than 120 days before the end, unless it was handed in."""
        filed = {dossier["product"] for dossier in self.ocop_json("list", self.register, "dossiers") if dossier["kind"] == "again" and
                 dossier["step"] not in ("idea", "recognised", "not-classed", "rejected", "withdrawn")}
        for product, decision in self.practice.counted(self.today, "recorded"):
            until = decision.last
            opens, closes = until - datetime.timedelta(days=180), until - datetime.timedelta(days=120)
            if decision.state(self.today) == "expired":
                state, day = "expired", until
            elif decision.state(self.today) not in VALID_STATES or decision.outcome == "potential5":
                continue
            elif product["name"] in filed:
                state, day = "filed", until
            elif self.today < opens:
                state, day = "upcoming", opens
            elif self.today > closes:
                state, day = "over", until
            else:
                state, day = "closing" if (closes - self.today).days <= 14 else "open", closes
            if abs((day - self.today).days) <= within:
                yield product["name"], state, day.isoformat()


if __name__ == "__main__":
    unittest.main()
