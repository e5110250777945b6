#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ocop merge: producers and products that were entered twice."""
import unittest

from ocop_case import OcopCase


class Merge(OcopCase):
    def setUp(self):
        super().setUp()
        self.new_register()
        self.one = self.add("producers", "name=HTX Một", "phone=0900000001")
        self.two = self.add("producers", "name=HTX 1", "phone=0900000002", "tax_code=0100000001")
        self.product = self.add("products", "name=Gạo", f"producer={self.two}")

    def add(self, kind, *fields):
        return self.ocop("add", "a.ocop", kind, *fields).strip()

    def show(self, kind, record):
        return self.ocop_json("show", "a.ocop", kind, record)

    def names(self, kind):
        return [row["name"] for row in self.ocop_json("list", "a.ocop", kind)]

    def merge(self, *arguments):
        return self.ocop_json("merge", "a.ocop", *arguments)

    def test_says_what_moves_and_what_differs(self):
        said = self.merge("producers", self.two, self.one, "--dry-run")
        self.assertEqual([(part["kind"], part["moved"]) for part in said["moves"]], [("products", 1)])
        self.assertEqual({field["field"]: (field["goes"], field["stays"], field["kept"]) for field in said["fields"]},
                         {"name": ("HTX 1", "HTX Một", "HTX Một"),
                          "tax_code": ("0100000001", "", "0100000001"),
                          "phone": ("0900000002", "0900000001", "0900000001")})
        self.assertFalse(said["done"])
        self.assertEqual(len(self.names("producers")), 2)

    def test_merges_and_undoes(self):
        self.assertTrue(self.merge("producers", self.two, self.one)["done"])
        self.assertEqual(self.names("producers"), ["HTX Một"])
        self.assertEqual(self.show("products", self.product)["producer_id"], self.one)
        kept = self.show("producers", self.one)
        self.assertEqual((kept["phone"], kept["tax_code"]), ("0900000001", "0100000001"))
        self.assertIn("HTX 1", self.ocop("undo", "a.ocop"))
        self.assertEqual(self.show("products", self.product)["producer_id"], self.two)
        self.assertIsNone(self.show("producers", self.one)["tax_code"])
        self.ocop("redo", "a.ocop")
        self.assertEqual(self.show("products", self.product)["producer_id"], self.one)
        self.ocop("check", "a.ocop")

    def test_takes_a_field_of_the_one_that_goes(self):
        self.merge("producers", "HTX 1", "HTX Một", "--take", "phone", "--take=name")
        kept = self.show("producers", self.one)
        self.assertEqual((kept["name"], kept["phone"]), ("HTX 1", "0900000002"))

    def test_products(self):
        other = self.add("products", "name=Gạo thơm")
        for product, day in ((self.product, "2024-01-01"), (other, "2025-01-01")):
            self.add("recognitions", f"product={product}", "outcome=recognised", "class=3", f"decision_date={day}")
            self.add("product_years", f"product={product}", "year=2025", "revenue=1000")
        said = self.merge("products", other, self.product)
        self.assertEqual([(part["kind"], part["moved"]) for part in said["moves"]], [("recognitions", 1)])
        self.assertEqual(len(said["notes"]), 2)
        self.assertEqual(self.names("products"), ["Gạo"])
        self.assertEqual(len(self.ocop_json("list", "a.ocop", "product_years")), 1)
        self.assertEqual(len(self.ocop_json("list", "a.ocop", "recognitions")), 2)

    def test_says_it_to_people(self):
        said = self.ocop("merge", "a.ocop", "producers", self.two, self.one, "--dry-run")
        self.assertIn("“HTX 1” sẽ được gộp vào “HTX Một”", said)
        self.assertIn("Sản phẩm", said)
        self.assertIn("Không có gì", self.ocop("merge", "a.ocop", "producers", self.one, self.two, "--dry-run"))

    def test_refuses(self):
        self.assertIn("chính nó", self.assert_refused(1, "merge", "a.ocop", "producers", self.one, self.one))
        self.assertIn("chủ thể và sản phẩm", self.assert_refused(1, "merge", "a.ocop", "persons", "root", "root"))
        self.assert_refused(1, "merge", "a.ocop", "producers", self.one, "không có")
        self.assert_refused(2, "merge", "a.ocop", "producers", self.one)
        self.assert_refused(2, "merge", "a.ocop", "producers", self.two, self.one, "--take", "products")
        self.merge("producers", self.two, self.one)
        self.assertIn("thùng rác", self.assert_refused(1, "merge", "a.ocop", "producers", self.one, self.two))


if __name__ == "__main__":
    unittest.main()
