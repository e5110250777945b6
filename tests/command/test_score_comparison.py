#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ocop paper FILE score-comparison: how a product was scored the time before, and now."""
import csv
import pathlib
import subprocess
import unittest

from test_session_papers import BEST, LEAVES, LOW, SET, SessionPapers, format_choices, reckon


class ScoreComparison(SessionPapers):
    def setUp(self):
        super().setUp()
        self.dossiers = {product: self.ocop_json("show", self.register, "session_products", judged)["dossier_id"]
                         for judged, product in self.products}

    def compare(self, dossier, ending):
        self.ocop("paper", self.register, "score-comparison", dossier, "-o", f"c.{ending}")
        return self.path(f"c.{ending}")

    def read_rows(self, dossier):
        """By code: the option and points of both, and the change."""
        with open(self.compare(dossier, "csv"), newline="", encoding="utf-8-sig") as file:
            return {row[0]: row[2:] for row in csv.reader(file) if row and len(row) >= 7}

    def judge_again(self, criteria_set, choices, kind="again"):
        """The first product in a later session of the same council."""
        product = self.products[0][1]
        session = self.add("sessions", council=self.ocop_json("show", self.register, "sessions", self.session)["council_id"], name="Phiên 2",
                           state="open", held_on="2029-06-05")
        dossier = self.add("dossiers", name="Gạo thơm Thử 2029", product=product, kind=kind, step="council", story=1, **{"--reason": "Thử"})
        judged = self.add("session_products", session=session, dossier=dossier, name="Gạo thơm Thử", place=1,
                          criteria_set=criteria_set, scoring=1)
        for member in self.members[:2]:
            self.add("attendances", session=session, member=member, present=1)
            self.add("sheets", session_product=judged, member=member, scoring=1, choices=choices)
        return dossier

    def test_another_session(self):
        rows = self.read_rows(self.judge_again(SET, format_choices(LOW)))
        for leaf in LEAVES:
            best, low = (leaf["options"][choices[leaf["code"]]] for choices in (BEST, LOW))
            option, points, new_option, new_points, change = rows[leaf["code"]]
            self.assertEqual((float(points), float(new_points)), (best["points"], low["points"]), leaf["code"])
            self.assertEqual(float(change or 0), low["points"] - best["points"], leaf["code"])
            self.assertEqual(option == new_option, best == low)

    def test_second_scoring(self):
        """What most chose in the first one, not what the one who differed chose."""
        rows = self.read_rows(self.dossiers[self.products[1][1]])
        changed = {code for code, cells in rows.items() if cells[4] not in ("", "Thay đổi") and code in BEST}
        self.assertEqual(changed, {code for code in BEST if BEST[code] != LOW[code]})

    def test_another_set(self):
        path = self.compare(self.judge_again("QD26-04", "1.1=2", kind="upgrade"), "pdf")
        text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True).stdout.decode("utf-8")
        for words in ("bộ sản phẩm hoặc văn bản khác nhau", "Phiên 1", "Phiên 2", f"{reckon(BEST)},00"):
            self.assertIn(words, text)

    def test_nothing_to_compare(self):
        said = self.assert_refused(1, "paper", self.register, "score-comparison", self.dossiers[self.products[0][1]], "-o", "c.pdf")
        self.assertIn("mới được chấm một lần", said)
        new = self.add("dossiers", name="Mới", product=self.products[1][1], kind="again", step="complete", **{"--reason": "Thử"})
        self.assertIn("chưa được Hội đồng chấm", self.assert_refused(1, "paper", self.register, "score-comparison", new, "-o", "c.pdf"))
        self.assertFalse(pathlib.Path(self.path("c.pdf")).exists())


if __name__ == "__main__":
    unittest.main()
