#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Five plans as they were issued, with a register behind each: what every target comes to, how it stands, and why."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.append(str(pathlib.Path(__file__).parent.parent))
import plan_data  # noqa: E402

OCOP = os.environ["OCOP"]
# All that the plans set or report.
CODES = 69


class SeedsTest(unittest.TestCase):
    def look_at(self, register, year, day):
        said = subprocess.run([OCOP, "plan", register, "--year", str(year), "--on", day, "--json"], check=True, capture_output=True,
                              encoding="utf-8").stdout
        return {row["code"]: row for row in json.loads(said)}

    def check_look(self, register, look):
        rows = self.look_at(register, look["year"], look["on"])
        for code, (figure, state, why) in look["expected"].items():
            with self.subTest(on=look["on"], code=code, why=why):
                row = rows[code]
                self.assertEqual((row["day"] or row["figure"], row["state"]), (figure, state), row["target"])
                self.assertTrue(why)
                self.assertTrue(row["counted"])
        return set(rows)

    def test_plans(self):
        codes = set()
        for name in plan_data.NAMES:
            with self.subTest(name), tempfile.TemporaryDirectory() as folder:
                register = os.path.join(folder, f"{name}.ocop")
                data = plan_data.make(name, register)
                for look in data["looks"]:
                    codes |= self.check_look(register, look)
                for plan in data["plans"]:
                    said = {code for look in data["looks"] for code in look["expected"]}
                    self.assertEqual({target["code"] for target in plan["targets"]} - said, set(), "each target is expected something")
        self.assertEqual(len(codes), CODES, sorted(codes))


if __name__ == "__main__":
    unittest.main()
