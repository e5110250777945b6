#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ocop due: what stands beside the certificates of products."""
import unittest

from ocop_case import OcopCase

MEMBERS = ["product_id", "day", "state", "state_title", "product", "producer_id", "producer", "locality_id", "locality", "star",
           "valid_until", "opens", "closes", "estimated", "what"]


class Due(OcopCase):
    def setUp(self):
        super().setUp()
        self.new_register()
        self.producer = self.add("producers", "name=HTX Thử")
        self.product = self.add("products", "name=Gạo", f"producer={self.producer}")
        self.add("recognitions", f"product={self.product}", "outcome=recognised", "class=3", "decision_date=2024-01-15")

    def add(self, kind, *fields):
        """The id of a new record."""
        return self.ocop_json("add", "a.ocop", kind, *fields)["id"]

    def due(self, on, within):
        rows = self.ocop_json("due", "a.ocop", "--on", on, "--within", within)
        for row in rows:
            self.assertEqual(list(row), MEMBERS)
        return rows

    def test_all_in_the_order_of_days(self):
        self.add("dossiers", "name=Hồ sơ gạo", f"product={self.product}", "kind=upgrade", "step=commune-received", "--reason=Thử",
                 "commune_received_on=2026-08-20")
        self.add("certificates", f"product={self.product}", "name=VietGAP", "expires_on=2026-09-17")
        rows = self.due("2026-09-15", 45)
        self.assertEqual([(row["day"], row["state"], row["what"]) for row in rows],
                         [("2026-09-14", "commune-late", "Hồ sơ gạo"), ("2026-09-17", "closing", None),
                          ("2026-09-17", "certificate-expiring", "VietGAP"), ("2026-10-29", "round-closing", "Đợt 2 năm 2026, cấp tỉnh")])
        late, _, certificate, closing = rows
        self.assertEqual((late["product_id"], late["producer"], late["opens"], late["closes"], late["valid_until"], late["estimated"]),
                         (self.product, "HTX Thử", "2026-08-20", "2026-09-14", None, False))
        self.assertEqual((certificate["valid_until"], certificate["closes"]), ("2026-09-17", None))
        self.assertIsNone(closing["product_id"])

    def test_handed_in(self):
        """Its time to be handed in neither runs out nor is over any more, from the day on which it came."""
        self.add("dossiers", "name=Hồ sơ gạo", f"product={self.product}", "kind=again", "step=commune-received", "--reason=Thử",
                 "commune_received_on=2026-09-10")
        for on, state, day in (("2026-09-09", "closing", "2026-09-17"), ("2026-09-10", "filed", "2027-01-15"),
                               ("2026-10-01", "filed", "2027-01-15"), ("2027-01-16", "expired", "2027-01-15")):
            self.assertIn((state, day), [(row["state"], row["day"]) for row in self.due(on, 180) if row["what"] is None])

    def test_expected_holidays_are_said(self):
        self.add("dossiers", "name=Hồ sơ gạo", f"product={self.product}", "kind=upgrade", "step=commune-received", "--reason=Thử",
                 "commune_received_on=2027-01-25")
        row = next(row for row in self.due("2027-02-01", 30) if row["state"] == "commune-check")
        self.assertEqual((row["day"], row["estimated"]), ("2027-02-22", True))

    def test_table_for_people(self):
        self.add("certificates", f"producer={self.producer}", "name=HACCP", "expires_on=2026-09-10")
        text = self.ocop("due", "a.ocop", "--on", "2026-09-15", "--within", "10")
        self.assertIn("Giấy chứng nhận khác đã hết hạn", text)
        self.assertIn("HACCP", text)


if __name__ == "__main__":
    unittest.main()
