# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the practice province without the program: from its csv files and the decision's text alone."""
import collections
import dataclasses
import datetime
import json

from ocop_case import PROJECT, read_practice

STARS = ("3", "4", "potential5", "5")
VALID_STATES = ("valid", "potential5", "extended")


def last_day(text):
    """The last day of a term as a report writes it, as 2026-12-31; "≈ 31/12/2026" where it is estimated."""
    if not text.startswith("≈"):
        return text
    return datetime.datetime.strptime(text, "≈\u00a0%d/%m/%Y").date().isoformat()


def add_years(day, years):
    """The anniversary; of 29 February, the last day of the month."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


@dataclasses.dataclass
class Recognition:
    outcome: str
    star: str
    kind: str
    first: datetime.date
    last: datetime.date
    year: int
    ending: str
    ended_on: datetime.date
    estimated: bool

    def ended(self, day):
        return self.ending in ("revoked", "withdrawn") and self.ended_on <= day

    def state(self, day):
        if self.ended(day):
            return self.ending
        if self.last < day:
            return "expired"
        return "potential5" if self.outcome == "potential5" else "valid"


def read_recognition(row, today):
    day = lambda text: today + datetime.timedelta(days=int(text)) if text else None
    decided = day(row["decision_date"])
    if decided:
        first, last = decided, add_years(decided, 3)
    else:
        year = today.year - int(row["years_ago"])
        first, last = datetime.date(year, 1, 1), datetime.date(year + 3, 12, 31)
    star = "potential5" if row["outcome"] == "potential5" else row["class"]
    return Recognition(row["outcome"], star, row["kind"], first, last, first.year, row["ending"], day(row["ended_on"]),
                       estimated=decided is None and row["outcome"] == "recognised")


class Practice:
    """The practice province as it was made today."""

    def __init__(self, today):
        self.products = {row["key"]: row for row in read_practice("products")}
        self.producers = {row["key"]: row for row in read_practice("producers")}
        self.units = {row["code"]: row for row in read_practice("units")}
        self.recognitions = collections.defaultdict(list)
        for row in read_practice("recognitions"):
            self.recognitions[row["product"]].append(read_recognition(row, today))
        self.sets = self.read_sets()

    @staticmethod
    def read_sets():
        """Set → (sector, group)."""
        text = (PROJECT / "data" / "law" / "classification.json").read_text(encoding="utf-8")
        return {entry["code"]: (sector["code"], group["title"])
                for sector in json.loads(text)["sectors"] for group in sector["groups"] for entry in group["sets"]}

    def reigning(self, key, day):
        """The decision that counts on the day: the latest; while a certificate holds, potential 5 stars do not."""
        known = sorted((one for one in self.recognitions[key] if one.first <= day), key=lambda one: one.first)
        certified = [one for one in known if one.outcome == "recognised"]
        if certified and certified[-1].state(day) == "valid":
            return certified[-1]
        return known[-1] if known else None

    def counted(self, day, validity):
        for key, product in self.products.items():
            decision = self.reigning(key, day)
            if decision and (validity == "recorded" or decision.state(day) in VALID_STATES):
                yield product, decision

    def key_of(self, by, product, decision, day):
        producer = self.producers.get(product["producer"])
        sector, group = self.sets.get(product["criteria_set"], (None, None))
        return {
            "star": decision.star,
            "locality": self.units[product["unit"]]["name"] if product["unit"] else None,
            "province": self.units["99"]["name"] if product["unit"] else None,
            "sector": sector,
            "group": group,
            "set": product["criteria_set"] or None,
            "kind": (producer["kind"] or None) if producer else None,
            "year": str(decision.year),
            "status": decision.state(day),
        }[by]

    def statistics(self, by, day, validity):
        """Key → Counter of classes."""
        rows = collections.defaultdict(collections.Counter)
        for product, decision in self.counted(day, validity):
            rows[self.key_of(by, product, decision, day)][decision.star] += 1
        return rows
