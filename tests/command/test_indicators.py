#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ocop indicators: an office's own indicator, taken in from a file, counts as those that come with the program do."""
import json
import unittest

from ocop_case import PROJECT, OcopCase

EXAMPLE = PROJECT / "docs" / "indicator-example.json"
DAY = "2026-11-22"


class Indicators(OcopCase):
    def setUp(self):
        super().setUp()
        self.register = self.new_register("a.ocop", "--sample")

    def indicators(self):
        return {indicator["code"]: indicator for indicator in self.ocop_json("indicators", self.register)}

    def write(self, **changes):
        """The example with something else in it."""
        path = self.path("own.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(json.loads(EXAMPLE.read_text(encoding="utf-8")) | changes, file)
        return path

    def test_counts(self):
        self.assertNotIn("X90", self.indicators())
        self.ocop("indicators", self.register, "--take", EXAMPLE)
        self.assertEqual(self.indicators()["X90"]["unit"], "% sản phẩm")
        self.ocop("edit", self.register, "products", self.ocop_json("list", self.register, "products", "--filter", "state=valid", "--on", DAY)[0]["id"],
                  "barcode=8931234567890")
        plan = self.ocop_json("add", self.register, "plans", "name=Kế hoạch riêng", "year=2025", "state=draft")["id"]
        self.ocop("add", self.register, "targets", f"plan={plan}", "name=Mã vạch", "code=X90", "indicator=X90", "operator=at-least", "value=10")
        target = {target["code"]: target for target in self.ocop_json("plan", self.register, "--year", "2025", "--on", "2025-11-22")}["X90"]
        products = self.ocop_json("list", self.register, "products", "--on", "2025-11-22", "--columns", "state,barcode")
        counted = [product for product in products if product["state"] in ("valid", "extended", "potential5")]
        self.assertEqual((target["part"], target["whole"]), (sum(product["barcode"] is not None for product in counted), len(counted)))

    def test_taken_again(self):
        """One of a code that there is already is changed, in one step that can be undone."""
        self.ocop("indicators", self.register, "--take", EXAMPLE)
        self.ocop("indicators", self.register, "--take", self.write(title="Tên khác"))
        self.assertEqual(self.indicators()["X90"]["title"], "Tên khác")
        self.ocop("undo", self.register)
        self.assertEqual(self.indicators()["X90"]["title"], "Sản phẩm còn hiệu lực có mã vạch")

    def test_refused(self):
        example = json.loads(EXAMPLE.read_text(encoding="utf-8"))
        for changes, place in (({"aim": "none"}, "$.aim"), ({"part": 3}, "$.part"), ({"code": ""}, "$.code"), ({"more": 1}, "more"),
                               ({"part": {**example["part"], "subject": "planet"}}, "$.part"),
                               ({"whole": {**example["whole"], "where": [{"field": "colour", "op": "is", "values": ["1"]}]}}, "$.whole")):
            with self.subTest(place=place, changes=changes):
                self.assertIn(place, self.assert_refused(2, "indicators", self.register, "--take", self.write(**changes)))
        with open(self.path("own.json"), "w", encoding="utf-8") as file:
            file.write("{")
        self.assertIn("own.json", self.assert_refused(2, "indicators", self.register, "--take", self.path("own.json")))
        self.assertNotIn("X90", self.indicators())


if __name__ == "__main__":
    unittest.main()
