#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts every shipped indicator once more, with nothing of the program: plain loops over the tables of a register with
five years of work. `ocop plan` must say the same, whatever the period."""
import collections
import json
import os
import pathlib
import sqlite3
import subprocess
import tempfile
import unittest

OCOP = os.environ["OCOP"]
MAKE_REGISTER = os.environ["OCOP_MAKE_REGISTER"]
PRODUCTS = 600


class Table(list):
    """The rows of a table that are not in the bin; links are rows of other tables."""


def load(path):
    database = sqlite3.connect(path)
    database.row_factory = sqlite3.Row
    names = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    tables = {}
    for name in names:
        columns = [row[1] for row in database.execute(f"PRAGMA table_info({name})")]
        if "uuid" in columns and "binned" in columns:
            tables[name] = {row["id"]: dict(row) for row in database.execute(f"SELECT * FROM {name} WHERE binned = 0")}
    for name, rows in tables.items():
        for _, _, target, field, *_ in database.execute(f"PRAGMA foreign_key_list({name})"):
            for row in rows.values():
                row[field] = tables[target].get(row[field])
    database.close()
    return {name: Table(rows.values()) for name, rows in tables.items()}


class Count:
    """The indicators, by their codes, in one period."""

    def __init__(self, tables, year, first, last, today):
        self.tables = tables
        self.year, self.first = year, first
        self.today = self.last = min(today, last)
        self.short = {}  # by code, the localities that do not reach what the plan sets for each
        self.recognised = collections.defaultdict(list)
        for row in tables["recognition"]:
            self.recognised[row["product"]["id"]].append(row)
        self.valid = {product["id"]: star for product in tables["product"] if (star := self.find_star(product)) is not None}
        self.holders = {product["producer"]["id"] for product in tables["product"] if product["id"] in self.valid}

    def find_star(self, product):
        """The class of the latest decision, while its 36 months last."""
        decided = [row for row in self.recognised[product["id"]] if row["decision_date"] <= self.today]
        if not decided:
            return None
        latest = max(decided, key=lambda row: (row["decision_date"], row["id"]))
        until = f"{int(latest['decision_date'][:4]) + 3}{latest['decision_date'][4:]}"
        return latest["class"] if self.today <= until else None

    def within(self, day):
        return day is not None and self.first <= day <= self.last

    def runs(self, chain):
        return chain["started_on"] is not None and chain["started_on"] <= self.last and (chain["ended_on"] is None or chain["ended_on"] >= self.last)

    def rows(self, table, condition=lambda row: True):
        return [row for row in self.tables[table] if condition(row)]

    @staticmethod
    def distinct(rows, *path):
        found = set()
        for row in rows:
            for name in path:
                row = row[name] if row is not None else None
            if row is not None:
                found.add(row["id"] if isinstance(row, dict) else row)
        return found

    # Recognitions

    def products_recognised(self, condition=lambda row: True):
        return len(self.distinct(self.rows("recognition", lambda row: self.within(row["decision_date"]) and condition(row)), "product"))

    def recognised_in(self, first, last):
        return {key for key, rows in self.recognised.items() if any(first <= int(row["decision_date"][:4]) <= last for row in rows)}

    def valid_products(self, condition=lambda product: True):
        return {product["id"] for product in self.tables["product"] if product["id"] in self.valid and condition(product)}

    def producers(self, condition):
        return {producer["id"] for producer in self.tables["producer"] if condition(producer)}

    # Dossiers

    def moves(self, *steps, first=None, last=None):
        first, last = first or self.first, last or self.last
        return self.rows("dossier_move", lambda row: row["step"] in steps and first <= row["moved_on"] <= last)

    def registering(self):
        return self.distinct(self.moves("idea", "commune-received"), "dossier", "product", "producer")

    def registered_before(self):
        moves = self.rows("dossier_move", lambda row: row["step"] in ("idea", "commune-received") and row["moved_on"] < self.first)
        return self.distinct(moves, "dossier", "product", "producer")

    def judged_first(self, stars=None):
        moves = [row for row in self.moves("council", "scored") if row["dossier"]["kind"] == "first"]
        return [row for row in moves if stars is None or row["dossier"]["expected_class"] == stars]

    # Others

    def selling(self, *channels):
        return self.rows("sales_link", lambda row: row["channel"] in channels and row["active"] == 1)

    def supported(self, agency):
        return self.rows("support", lambda row: row["agency"] == agency and self.within(row["granted_on"]))

    def came(self, row):
        return row["absent"] != 1 and row["course"]["state"] == "held" and self.within(row["course"]["held_on"])

    def localities(self):
        return [unit["id"] for unit in self.tables["unit"] if unit["level"] == "commune" and unit["valid_until"] is None]

    def least(self, code, pairs):
        """The least number of different things of all localities; pairs of thing and locality. Those with none fall short."""
        things = collections.defaultdict(set)
        for thing, unit in pairs:
            things[unit].add(thing)
        self.short[code] = {unit for unit in self.localities() if len(things[unit]) < 1}
        return min(len(things[unit]) for unit in self.localities())

    def trade(self, word):
        def has(product):
            parts = [part.strip() for part in (product["key_trades"] or "").split(",")]
            return word in parts
        return self.valid_products(has)

    def figures(self):
        """By code: a number, a pair of part and whole, or a day."""
        product_rows, producer_rows = self.tables["product"], self.tables["producer"]
        year = self.year
        old = self.recognised_in(year - 3, year - 3)
        later = f"{year - 2}-01-01"
        again = {row["product"]["id"] for row in self.tables["recognition"]
                 if row["kind"] == "again" and later <= row["decision_date"] <= self.last}
        judged_again = {row["dossier"]["product"]["id"] for row in self.moves("council", "scored", first=later)
                        if row["dossier"]["kind"] == "again"}
        raised = self.distinct(self.rows("dossier", lambda row: row["kind"] == "upgrade" and self.within(row["commune_received_on"])), "product")
        registering = self.registering()
        inspected = self.distinct(self.rows("inspection", lambda row: self.within(row["held_on"])), "producer")
        unit_of = {producer["id"]: producer["unit"]["id"] for producer in producer_rows}
        in_shops = {row["product"]["id"] for row in self.selling("platform")}
        sellers = self.distinct(self.selling("platform", "supermarket", "convenience"), "product", "producer")
        taking_part = self.rows("participation", lambda row: self.within(row["event"]["held_on"]))
        recent = self.recognised_in(year - 2, year - 1)
        dealing = [row for row in taking_part if row["dealing"] in ("negotiated", "memorandum", "contract")]
        forwarded = self.distinct(self.moves("forwarded"), "dossier", "product")
        cooperatives = self.producers(lambda row: row["kind"] == "cooperative")
        first_ever = {}
        for product in product_rows:
            for row in self.recognised[product["id"]]:
                key = product["producer"]["id"]
                first_ever[key] = min(first_ever.get(key, "9999"), row["decision_date"])
        yearly = self.rows("producer_year", lambda row: row["year"] == year and row["producer"]["id"] in self.holders)
        tourism = self.distinct(self.rows("support", lambda row: row["agency"] == "culture" and row["granted_on"] is not None
                                          and row["granted_on"] <= self.last), "site")
        province = self.rows("session", lambda row: row["council"]["level"] == "province" and self.within(row["held_on"]))
        local = self.rows("session", lambda row: row["council"]["level"] == "commune" and self.within(row["held_on"]))
        chains = self.rows("value_chain", lambda row: row["type"] in ("circular", "green") and self.runs(row))
        received = self.rows("dossier", lambda row: self.within(row["province_received_on"]))
        women = self.producers(lambda row: row["representative_gender"] == "female")
        domains = self.rows("producer", lambda row: row["vn_domain"] == 1)
        organisations = self.producers(lambda row: row["kind"] in ("cooperative", "cooperative-group", "enterprise"))
        last_local = {unit: max((row["held_on"] for row in local if row["council"]["unit"]["id"] == unit), default=None)
                      for unit in self.localities()}
        self.short["D30"] = {unit for unit, day in last_local.items() if day is None or day > "2026-11-30"}
        total = len(self.valid)
        holders = self.holders
        figures = {
            "P01": self.products_recognised(lambda row: row["class"] >= 3),
            "P02": len(forwarded),
            "P03": self.products_recognised(lambda row: row["product"]["criteria_set"] == "QD26-26"),
            "P04": (len(old & again), len(old)),
            "P05": len(self.recognised_in(year - 3, year - 1) & raised),
            "E01": len(cooperatives & holders),
            "S01": (len(registering & self.distinct(self.rows("consultation", lambda row: self.within(row["given_on"])), "producer")), len(registering)),
            "T01": len(self.rows("course", lambda row: row["state"] == "held" and self.within(row["held_on"]))),
            "T02": (len(holders & self.distinct(self.rows("trainee", self.came), "producer")), len(holders)),
            "K01": (len(holders & inspected), len(holders)),
            "K02": (len({unit_of[key] for key in holders & inspected}), len({unit_of[key] for key in holders})),
            "M01": (len(in_shops & set(self.valid)), total),
            "M02": len({row["event"]["id"] for row in self.tables["participation"] if self.within(row["event"]["held_on"])}),
            "P10": total,
            "P11": len([star for star in self.valid.values() if star == 3]),
            "P12": len([star for star in self.valid.values() if star == 4]),
            "P13": len([star for star in self.valid.values() if star == 5]),
            "E10": len(holders),
            "B01": len(self.distinct(self.supported("industry"), "producer")),
            "B02": sum(row["granted"] for row in self.supported("industry")),
            "B03": len(self.supported("science")),
            "B04": sum(row["granted"] for row in self.supported("science")),
            "B05": len(tourism),
            "B06": len([row for row in self.tables["tourism_site"] if row["id"] in tourism and row["certified"] == 1]),
            "B07": sum(row["paid"] for row in self.tables["support"] if row["agency"] == "culture" and self.within(row["paid_on"])),
            "X01": (len([row for row in domains if self.within(row["vn_domain_since"])]), len(domains)),
            "G01": len(self.trade("lúa gạo")),
            "G02": len(self.trade("xoài")),
            "G03": len([key for key in self.trade("hoa kiểng") if self.valid[key] in (3, 4)
                        and next(row for row in product_rows if row["id"] == key)["criteria_set"] == "QD26-26"]),
            "G04": len(self.trade("cá tra")),
            "G05": len(self.trade("sen")),
            "P20": len(self.distinct(self.judged_first(), "dossier", "product")),
            "P21": len(self.distinct(self.judged_first(3), "dossier", "product")),
            "P22": len(self.distinct(self.judged_first(4), "dossier", "product")),
            "P23": self.least("P23", ((row["dossier"]["product"]["id"], row["dossier"]["product"]["unit"]["id"]) for row in self.judged_first(4))),
            "P24": len(forwarded & {row["id"] for row in product_rows if row["potential5"] == 1}),
            "P25": (len(old & judged_again), len(old)),
            "E20": self.least("E20", ((key, unit_of[key]) for key in cooperatives if self.within(first_ever.get(key)))),
            "G20": self.least("G20", ((product["id"], product["unit"]["id"]) for product in product_rows
                              if product["id"] in self.valid and product["craft_village"] is not None)),
            "M20": len(self.rows("event", lambda row: row["type"] == "international-forum" and self.within(row["held_on"]))),
            "V20": self.least("V20", ((row["id"], row["unit"]["id"]) for row in chains)),
            "L20": (sum(row["trained"] for row in yearly), sum(row["workers"] for row in yearly)),
            "L21": (len(women & holders), len(holders)),
            "M21": (len(sellers & holders), len(holders)),
            "P30": self.products_recognised(lambda row: row["class"] == 3),
            "P31": self.products_recognised(lambda row: row["class"] == 4),
            "P32": len({row["dossier"]["id"] for row in self.moves("idea") if row["dossier"]["criteria_set"] == "QD26-26"}),
            "P33": len([row for row in product_rows if row["potential5"] == 1]),
            "P34": len(self.distinct(self.moves("idea"), "dossier")),
            "E30": len(registering & self.producers(lambda row: row["kind"] in ("enterprise", "cooperative"))),
            "T30": len({row["name"] for row in self.tables["trainee"] if row["kind"] == "official" and self.came(row)}),
            "T31": (len(registering & self.distinct(self.rows("trainee", self.came), "producer")), len(registering)),
            "C30": (len(holders & self.distinct(self.rows("communication", lambda row: self.within(row["received_on"])), "producer")), len(holders)),
            "M30": (len(holders & self.distinct(taking_part, "producer")), len(holders)),
            "M31": (len(recent & self.distinct(dealing, "product")), len(recent & self.distinct(taking_part, "product"))),
            "D30": max(last_local.values()) if all(last_local.values()) else None,
            "D31": max((row["held_on"] for row in province), default=None),
            "P40": len(self.distinct(self.moves("idea", "commune-received"), "dossier", "product")),
            "V40": len({row["product"]["id"] for row in self.tables["value_chain_member"]
                        if row["chain"]["funding"] == "target-programme" and self.runs(row["chain"])}),
            "E40": len((registering - self.registered_before()) & organisations),
            "P51": total,
            "P52": self.products_recognised(lambda row: row["kind"] == "first" and row["class"] >= 3),
            "X50": (len([row for row in received if row["electronic"] == 1]), len(received)),
        }
        for code, other in {"M10": "M01", "E31": "E01", "P41": "P30", "P50": "P10", "P53": "P10", "P54": "P02", "M50": "M21"}.items():
            figures[code] = figures[other]
        return figures


class TestCount(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.register = pathlib.Path(cls.folder.name, "work.ocop")
        subprocess.run([MAKE_REGISTER, str(cls.register), str(PRODUCTS), "work"], check=True)
        cls.tables = load(cls.register)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def check(self, count, today):
        rows = json.loads(subprocess.run([OCOP, "plan", str(self.register), "--year", "2026", "--on", today, "--json"],
                                         check=True, capture_output=True, encoding="utf-8").stdout)
        said = {row["code"]: row for row in rows}
        figures = count.figures()
        self.assertEqual(sorted(said), sorted(figures))
        self.assertEqual(len(said), 70)
        for code, figure in sorted(figures.items()):
            row = said[code]
            with self.subTest(code=code, today=today):
                if isinstance(figure, tuple):
                    self.assertEqual((row["part"], row["whole"]), figure)
                elif isinstance(figure, str) or figure is None:
                    self.assertEqual(row["day"], figure)
                else:
                    self.assertEqual(row["part"], figure)
                names = {unit["id"]: unit["name"] for unit in self.tables["unit"]}
                self.assertEqual(sorted((row["short"] or "").split("; ")),
                                 sorted(names[unit] for unit in count.short.get(code, ())) or [""])
        self.assertTrue(any(count.short.values()))

    def test_running(self):
        """While the year lasts: what is valid is valid today."""
        self.check(Count(self.tables, 2026, "2025-12-15", "2026-12-14", "2026-11-22"), "2026-11-22")

    def test_looking_back(self):
        """By an earlier day of the year: what came after it is not in it."""
        self.check(Count(self.tables, 2026, "2025-12-15", "2026-12-14", "2026-05-01"), "2026-05-01")

    def test_over(self):
        """After the year: what is valid is valid on its last day, and what came later is not in it."""
        self.check(Count(self.tables, 2026, "2025-12-15", "2026-12-14", "2027-03-01"), "2027-03-01")


if __name__ == "__main__":
    unittest.main()
