#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ocop exchange: a province and its communes hand each other their records, and what both changed is said."""
import contextlib
import csv
import json
import sqlite3
import unittest

from ocop_case import OcopCase

PROVINCE = "91"
COMMUNES = ("An Khê", "Bến Củi", "Cầu Đá")


class Exchange(OcopCase):
    def setUp(self):
        super().setUp()
        self.ocop("new", "tinh.ocop", "--office", "Văn phòng", "--province", PROVINCE)
        self.write("units.csv", [("Mã", "Tên", "Loại", "Cấp")] + [(99001 + at, name, "xã", "commune") for at, name in enumerate(COMMUNES)])
        self.write("products.csv", [("Tên sản phẩm", "Chủ thể", "Xã", "Tỉnh", "Hạng sao", "Số quyết định", "Ngày quyết định")] + [
            (f"Gạo {name} {number}", f"HTX {name}", f"xã {name}", "An Giang", 3, "10/QĐ-UBND", "10/03/2025") for name in COMMUNES for number in (1, 2)])
        self.ocop("import", "tinh.ocop", "units.csv", "--kind", "units")
        self.ocop("import", "tinh.ocop", "products.csv", "--kind", "products")
        for number, name in enumerate(COMMUNES):
            self.send("tinh.ocop", name, f"{number}.package")
            self.ocop("new", f"xa{number}.ocop", "--province", PROVINCE)
            self.take(f"xa{number}.ocop", f"{number}.package")

    def write(self, name, rows):
        with open(self.folder / name, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)

    def find(self, register, kind, name):
        return self.ocop_json("list", register, kind, "--filter", f"name={name}", "--columns", "id")[0]["id"]

    def send(self, register, name, path):
        self.ocop("exchange", register, "--locality", self.find(register, "units", name), "-o", path)

    def take(self, register, *arguments, status=0):
        done = self.run_ocop("exchange", register, *arguments, "--json")
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        return json.loads(done.stdout), done.stderr

    def product(self, register, name, field):
        return self.ocop_json("show", register, "products", self.find(register, "products", name))[field]

    def edit(self, register, name, *fields):
        self.ocop("edit", register, "products", self.find(register, "products", name), *fields)

    def dump(self, register="tinh.ocop"):
        """What stands in the register, its history and how often a record was written apart."""
        with contextlib.closing(sqlite3.connect(self.folder / register)) as opened:
            opened.row_factory = sqlite3.Row
            kinds = [row["name"] for row in opened.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%binned INTEGER%'")]
            return {kind: [tuple(row[key] for key in row.keys() if key != "version")
                           for row in opened.execute(f"SELECT * FROM {kind} WHERE binned = 0 ORDER BY uuid")] for kind in sorted(kinds)}

    def test_what_a_commune_gets(self):
        names = sorted(row["name"] for row in self.ocop_json("list", "xa1.ocop", "products"))
        self.assertEqual(names, ["Gạo Bến Củi 1", "Gạo Bến Củi 2"])
        self.assertEqual([row["name"] for row in self.ocop_json("list", "xa1.ocop", "producers")], ["HTX Bến Củi"])
        self.assertEqual(len(self.ocop_json("list", "xa1.ocop", "recognitions")), 2)
        self.assertTrue(self.ocop_json("check", "xa1.ocop")["sound"])

    def test_three_communes_work_and_give_back(self):
        for number, name in enumerate(COMMUNES):
            self.edit(f"xa{number}.ocop", f"Gạo {name} 1", "activity=paused", "description=Mô tả của xã")
            product = self.find(f"xa{number}.ocop", "products", f"Gạo {name} 2")
            self.ocop("add", f"xa{number}.ocop", "sales_links", f"product={product}", "channel=platform", "name=Chợ mẫu", "active=1")
            self.ocop("add", f"xa{number}.ocop", "product_years", f"product={product}", "year=2026", f"revenue={1000 + number}")
            self.send(f"xa{number}.ocop", name, f"ve{number}.package")
        # Meanwhile the province changes another field of one, and the same one of another.
        self.edit("tinh.ocop", "Gạo An Khê 1", "packaging=Túi giấy")
        self.edit("tinh.ocop", "Gạo Bến Củi 1", "activity=stopped")
        before = self.dump()
        answer, said = self.take("tinh.ocop", "ve0.package", "ve1.package", "ve2.package", status=1)
        self.assertEqual([(row["added"], row["edited"], row["conflicts"]) for row in answer], [(2, 1, 0), (2, 1, 1), (2, 1, 0)])
        self.assertIn("Gạo Bến Củi 1, Tình trạng hoạt động: ở đây là “Đã ngừng”, trong gói là “Tạm ngừng”", said)
        self.assertEqual([self.product("tinh.ocop", f"Gạo {name} 1", "activity") for name in COMMUNES], ["paused", "stopped", "paused"])
        self.assertEqual([self.product("tinh.ocop", f"Gạo {name} 1", "description") for name in COMMUNES], ["Mô tả của xã"] * 3)
        self.assertEqual(self.product("tinh.ocop", "Gạo An Khê 1", "packaging"), "Túi giấy")
        self.assertEqual(sorted(row["revenue"] for row in self.ocop_json("list", "tinh.ocop", "product_years", "--columns", "revenue")), [1000, 1001, 1002])
        self.assertEqual(len(self.ocop_json("list", "tinh.ocop", "products")), 6)
        after = self.dump()
        again, _said = self.take("tinh.ocop", "ve0.package", "ve1.package", "ve2.package", status=1)
        self.assertEqual([(row["added"], row["edited"]) for row in again], [(0, 0)] * 3)
        self.assertEqual(self.dump(), after)
        self.assertTrue(self.ocop_json("check", "tinh.ocop")["sound"])
        for _ in COMMUNES:
            self.ocop("undo", "tinh.ocop")
        self.assertEqual(self.dump(), before)

    def test_it_goes_on_from_both_sides(self):
        name = COMMUNES[0]
        self.edit("xa0.ocop", f"Gạo {name} 1", "activity=paused")
        self.send("xa0.ocop", name, "1")
        self.take("tinh.ocop", "1")
        # The province goes on from what the commune said, the commune from what the province said.
        self.edit("tinh.ocop", f"Gạo {name} 1", "activity=active")
        self.send("tinh.ocop", name, "2")
        self.assertEqual(self.take("xa0.ocop", "2")[0][0]["conflicts"], 0)
        self.assertEqual(self.product("xa0.ocop", f"Gạo {name} 1", "activity"), "active")
        self.edit("xa0.ocop", f"Gạo {name} 1", "activity=stopped")
        self.send("xa0.ocop", name, "3")
        self.assertEqual(self.take("tinh.ocop", "3")[0][0]["conflicts"], 0)
        self.assertEqual(self.product("tinh.ocop", f"Gạo {name} 1", "activity"), "stopped")

    def test_what_both_changed_is_taken_when_wanted(self):
        name = COMMUNES[0]
        self.edit("xa0.ocop", f"Gạo {name} 1", "activity=paused")
        self.edit("tinh.ocop", f"Gạo {name} 1", "activity=stopped")
        self.send("xa0.ocop", name, "1")
        self.take("tinh.ocop", "1", status=1)
        self.take("tinh.ocop", "1", "--theirs")
        self.assertEqual(self.product("tinh.ocop", f"Gạo {name} 1", "activity"), "paused")

    def test_refuses(self):
        self.assertIn("chính bộ dữ liệu này", self.run_ocop("exchange", "tinh.ocop", "0.package").stderr)
        (self.folder / "x").write_bytes(b"nothing")
        self.assertEqual(self.run_ocop("exchange", "tinh.ocop", "x").returncode, 2)
        self.assertEqual(self.run_ocop("exchange", "tinh.ocop").returncode, 2)


if __name__ == "__main__":
    unittest.main()
