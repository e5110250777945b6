#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the figures of every chart once more, in plain loops over the register's lists and the score sheets: the tables on
slides must say the same, and so must the pictures."""
import collections
import json
import re
import subprocess
import unittest

from ocop_case import OcopCase
from score_sheets import FOLDER, find_leaves
from test_slides import P, Presentation

DAYS = ("2025-10-31", "2026-06-30", "2026-11-23")
CLASSIFICATION = FOLDER.parent / "classification.json"
STARS = ("3", "4", "potential5", "5")
STAR_TITLES = ("3 sao", "4 sao", "Tiềm năng 5 sao", "5 sao")
UNKNOWN = "Chưa rõ"
COUNTED = ("valid", "extended", "potential5")
PRODUCT_COLUMNS = ("id,name,state,star,locality,producer,producer.kind,producer.representative_gender,sector,criteria_set,"
                   "key_trades,year,valid_until,craft_village")
FUNNEL = ["idea", "commune-received", "province-received", "complete", "council", "recognised"]
STEPS = ["idea", "commune-received", "commune-returned", "commune-passed", "province-received", "province-returned", "complete",
         "advisory", "council", "scored", "submitted", "recognised", "not-classed"]
WORKS = {"T02": "Chủ thể có người dự tập huấn", "K01": "Chủ thể được kiểm tra, giám sát",
         "M01": "Sản phẩm bán trên sàn thương mại điện tử", "M30": "Chủ thể tham gia xúc tiến thương mại"}
# So many rows are read out one by one; of these charts every figure is written in the picture.
READ_OUT = 10
WRITTEN = ("star-distribution", "round-before", "round-parts", "round-criteria", "session-criteria", "round-funnel", "round-minima")


def number(text):
    """What people read, in hundredths."""
    if text == "–":
        return None
    whole, _, decimals = text.replace(".", "").partition(",")
    return int(whole) * 100 + int(decimals.ljust(2, "0") if decimals else 0)


def share(part, whole):
    """Percent, cut off, in hundredths."""
    return part * 10000 // whole if whole else None


def by_label(rows):
    return {row[0]: [number(cell) for cell in row[1:]] for row in rows}


def of_classes(products, stars=STARS):
    """Hundredths, as all figures here."""
    counts = collections.Counter(product["star"] for product in products)
    return [counts[star] * 100 for star in stars]


def with_total(figures):
    return figures + [sum(figures)]


class Sheets:
    """What the members gave, by product of a session; only products whose sheets are all whole."""

    def __init__(self, case, day):
        self.sets = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in FOLDER.glob("QD26-*.json")}
        present = {(row["session_id"], row["member_id"]) for row in case.list("attendances", "session,member,present") if row["present"]}
        recused = {(row["session_product_id"], row["member_id"]) for row in case.list("recusals", "session_product,member")}
        sessions = {row["id"]: row["held_on"] for row in case.list("sessions", "id,held_on,council.kind")
                    if row["council.kind"] == "council" and row["held_on"] <= day}
        rows = case.list("session_products", "id,name,session,dossier,dossier.story,criteria_set,scoring,place")
        sheets = {(row["session_product_id"], row["member_id"], row["scoring"]): row["choices"]
                  for row in case.list("sheets", "session_product,member,scoring,choices")}
        self.products, self.begun = [], {}
        for row in sorted(rows, key=lambda row: row["place"]):
            members = [member for session, member in present
                       if session == row["session_id"] and (row["id"], member) not in recused]
            given = [sheets.get((row["id"], member, row["scoring"])) for member in members]
            whole = [text is not None and self.is_whole(self.sets[row["criteria_set"]], text, row["dossier.story"]) for text in given]
            self.begun[row["name"]] = sum(whole)
            if row["session_id"] in sessions and whole and all(whole):
                self.add({**row, "held_on": sessions[row["session_id"]]}, [dict(pair.split("=") for pair in text.split()) for text in given])

    def is_whole(self, criterion, text, story):
        """Every criterion is scored; of several cases every one of one case."""
        inner = criterion.get("parts", []) + criterion.get("criteria", [])
        if not inner:
            return f" {criterion['code']}=" in f" {text}" or (criterion.get("only_with_story", False) and not story)
        return (any if criterion.get("choose_one") else all)(self.is_whole(child, text, story) for child in inner)

    def add(self, row, given):
        law = self.sets[row["criteria_set"]]
        leaves = [leaf for leaf in find_leaves(law) if row["dossier.story"] or not leaf.get("only_with_story")]
        cases = {leaf["code"]: place for place, leaf in enumerate(leaves)}
        asked = [leaf for leaf in leaves if leaf["code"] in given[0]]
        points = {leaf["code"]: [round(leaf["options"][int(sheet[leaf["code"]])]["points"] * 100) for sheet in given] for leaf in asked}
        assert set(given[0]) == set(points) <= set(cases)
        self.products.append({**row, "law": law, "points": points, "n": len(given)})

    @staticmethod
    def codes(criterion):
        return [leaf["code"] for leaf in find_leaves(criterion)]

    def mean(self, product, criterion):
        """Of what is in the criterion, in hundredths of a point, cut off."""
        return sum(sum(product["points"].get(code, [])) for code in self.codes(criterion)) // product["n"]

    def most(self, criterion):
        """The most points that it has, those of the richest of its cases."""
        inner = criterion.get("parts", []) + criterion.get("criteria", [])
        if not inner:
            return round(max(option["points"] for option in criterion["options"]) * 100)
        return (max if criterion.get("choose_one") else sum)(self.most(child) for child in inner)

    def latest(self):
        """Of each dossier the last time, in the order of the sessions, the latest first."""
        seen = {}
        for product in sorted(self.products, key=lambda product: product["held_on"], reverse=True):
            seen.setdefault(product["dossier_id"], product)
        return list(seen.values())

    def unmet(self, product):
        """The criteria of the next class above the one that it has, of which the agreed points fall short."""
        minima = {}
        for leaf in find_leaves(product["law"]):
            given = collections.Counter(product["points"].get(leaf["code"], []))
            if not given or not any("min_star" in option for option in leaf["options"]):
                continue
            agreed = min(given, key=lambda points: (-given[points], points))
            for star in (3, 4, 5):
                needs = max((round(option["points"] * 100) for option in leaf["options"] if option.get("min_star", 9) <= star), default=0)
                if agreed < needs:
                    minima.setdefault(star, []).append(leaf["title"])
        mean = self.mean(product, product["law"])
        by_mean = max(star for star, least in {1: 0, 2: 3000, 3: 5000, 4: 7000, 5: 9000}.items() if mean >= least)
        by_minima = max((star for star in (3, 4, 5) if not any(below in minima for below in range(3, star + 1))), default=2)
        return minima.get(min(by_mean, by_minima) + 1, [])


def plain(title):
    return title[0] + title[1:].lower() if title == title.upper() else title


class Charts(OcopCase):
    maxDiff = None

    def setUp(self):
        super().setUp()
        self.register = self.new_register("a.ocop", "--sample")
        self.lists = {}

    def list(self, kind, columns, day=None):
        """Each list is asked for once: it does not change."""
        key = (kind, columns, day)
        if key not in self.lists:
            self.lists[key] = self.ocop_json("list", self.register, kind, "--columns", columns, *(["--on", day] if day else []))
        return self.lists[key]

    def read(self, day, pictures):
        """The tables of all charts, by name and subject, and what the pictures say in words."""
        names = [row["name"] for row in self.ocop_json("chart", self.register, "--list", "--on", day)]
        painted = [name for name in names if pictures and ":" not in name]
        asked = [part for name in names for part in (["--chart", name] if name in painted else []) + ["--table", name]]
        self.ocop("slides", self.register, "-o", "all.pptx", "--on", day, *asked)
        show = Presentation(self.path("all.pptx"))
        tables, words = [], []
        for slide in show.slides[1:]:
            picture = show.trees[slide].find(f".//{P}pic")
            if picture is not None:
                words.append(picture.find(f".//{P}cNvPr").get("descr"))
            elif re.search(r"\((?!1/)\d+/\d+\)$", show.texts(slide)[0]):
                tables[-1] += show.rows(slide)[1:]
            else:
                tables.append(show.rows(slide))
        self.assertEqual((len(tables), len(words)), (len(names), len(painted)))
        self.tables, self.words = dict(zip(names, tables)), dict(zip(painted, words))

    def expect(self, name, rows, labels=True):
        """The table of a chart has these figures: by their labels, or in any order."""
        said = by_label(self.tables[name][1:])
        with self.subTest(chart=name, day=self.day):
            self.assertEqual(said if labels else sorted(said.values()), rows if labels else sorted(rows.values()))

    def test_practice_register(self):
        for self.day in DAYS:
            self.read(self.day, pictures=self.day == DAYS[-1])
            self.products = self.list("products", PRODUCT_COLUMNS, self.day)
            self.valid = [product for product in self.products if product["state"] in COUNTED]
            self.check_products()
            self.check_time()
            self.check_round()
            self.check_coverage()
            self.check_plan()
            self.check_points(Sheets(self, self.day))
        self.check_pictures()

    # Products

    def check_products(self):
        figures = of_classes(self.valid)
        classes = {title: [figure] for title, figure in zip(STAR_TITLES, figures)}
        for name in ("star-distribution", "star-ring"):
            self.expect(name, {**classes, "Tổng số": [sum(figures)]})
        self.check_grouped("by-locality", self.valid, lambda product: [product["locality"] or UNKNOWN])
        for name, field in (("sector", "sector"), ("set", "criteria_set"), ("kind", "producer.kind"),
                            ("women", "producer.representative_gender")):
            self.check_grouped(f"by-{name}", self.valid, lambda product, field=field: [product[field]], labels=False)
        self.check_grouped("by-trade", self.valid, lambda product: [product["key_trades"] or UNKNOWN])
        recorded = [product for product in self.products if product["year"] is not None]
        self.check_grouped("by-year", recorded, lambda product: [str(product["year"])])

    def check_grouped(self, name, products, keys, labels=True):
        groups = collections.defaultdict(list)
        for product in products:
            for key in keys(product):
                groups[key].append(product)
        rows = {key: with_total(of_classes(group)) for key, group in groups.items()}
        rows["Tổng số"] = [sum(column) for column in zip(*rows.values())]
        self.expect(name, rows, labels)

    # Over time

    def valid_on(self, day):
        return [product for product in self.list("products", "star,state", day) if product["state"] in COUNTED]

    def check_time(self):
        said = by_label(self.tables["stock"][1:])
        own = "/".join(reversed(self.day.split("-")))
        self.assertEqual(said[own], with_total(of_classes(self.valid)), self.day)
        for label in [label for label in list(said)[::8] if label != own]:
            month, _, year = label.partition("/")
            last = {"03": "31", "06": "30", "09": "30", "12": "31"}[month]
            self.assertEqual(said[label], with_total(of_classes(self.valid_on(f"{year}-{month}-{last}"))), (label, self.day))
        ending = collections.defaultdict(list)
        for product in self.valid:
            if product["valid_until"] >= self.day:
                ending["/".join(reversed(product["valid_until"][:7].split("-")))].append(product)
        for label, figures in by_label(self.tables["expiring-by-month"][1:-1]).items():
            self.assertEqual(figures, with_total(of_classes(ending[label])), (label, self.day))
        before = f"{int(self.day[:4]) - 1}-12-31"
        figures = list(zip(of_classes(self.valid_on(before)), of_classes(self.valid)))
        rows = {title: list(pair) for title, pair in zip(STAR_TITLES, figures)}
        self.expect("round-before", {**rows, "Tổng số": [sum(column) for column in zip(*figures)]})

    # The year's rounds

    def check_round(self):
        year = self.day[:4]
        dossiers = {row["id"] for row in self.list("dossiers", "id,round_year") if row["round_year"] == int(year)}
        reached = collections.defaultdict(set)
        for move in self.list("dossier_moves", "dossier,step,moved_on"):
            if move["dossier_id"] in dossiers and move["moved_on"] <= self.day and move["step"] in STEPS:
                reached[move["step"]].add(move["dossier_id"])
        figures = [len(set().union(*(reached[step] for step in STEPS[STEPS.index(stage):]
                                     if stage != "recognised" or step == stage))) * 100 for stage in FUNNEL]
        self.assertEqual([row[0] for row in by_label(self.tables["round-funnel"][1:]).values()], figures, self.day)
        decided = [row for row in self.list("recognitions", "product,decision_date,score,outcome")
                   if row["decision_date"] and f"{year}-01-01" <= row["decision_date"] <= self.day]
        self.check_scores([float(row["score"]) for row in decided if row["score"]])
        self.check_moves({row["product_id"] for row in decided}, f"{int(year) - 1}-12-31")

    def check_scores(self, scores):
        counts = collections.Counter(min(int(score // 5), 19) for score in scores)
        rows = {f"{5 * i}–{5 * i + 5}": [counts[i] * 100] for i in range(20)}
        self.expect("round-scores", {**rows, "Tổng số": [len(scores) * 100]})

    def check_moves(self, decided, before):
        def classes(products):
            return {product["id"]: product["star"] if product["state"] in COUNTED else None for product in products}
        after, former = classes(self.products), classes(self.list("products", "id,star,state", before))
        moves = collections.Counter((former.get(product), after[product]) for product in decided)
        said = [row[:-1] for row in by_label(self.tables["round-moves"][1:-1]).values()]
        ends = STARS + (None,)
        # A row for each class after, a column for each before.
        self.assertEqual(said, [[moves[old, new] * 100 for old in ends] for new in ends], self.day)

    # How far the work has reached

    def check_coverage(self):
        first, last = self.period()
        holders = {product["producer_id"] for product in self.valid} - {None}
        producers = {row["id"]: row["locality"] for row in self.list("producers", "id,locality", self.day)}
        inspected = {row["producer_id"] for row in self.list("inspections", "producer,held_on")
                     if row["held_on"] and first <= row["held_on"] <= last}
        trained = {row["producer_id"] for row in self.list("trainees", "producer,absent,course.state,course.held_on")
                   if not row["absent"] and row["course.state"] == "held" and first <= row["course.held_on"] <= last}
        promoted = {row["producer_id"] for row in self.list("participations", "producer,event.held_on")
                    if row["event.held_on"] and first <= row["event.held_on"] <= last}
        sold = {row["product_id"] for row in self.list("sales_links", "product,channel,active")
                if row["channel"] == "platform" and row["active"]}
        places = {product["id"]: product["locality"] for product in self.valid}
        wholes = {"T02": holders, "K01": holders, "M30": holders, "M01": set(places)}
        parts = {"T02": trained, "K01": inspected, "M30": promoted, "M01": sold}
        places |= producers
        counts = {code: {} for code in wholes}
        for code, whole in wholes.items():
            for one in whole:
                pair = counts[code].setdefault(places[one] or UNKNOWN, [0, 0])
                pair[0] += one in parts[code]
                pair[1] += 1
        localities = set().union(*counts.values())
        columns = [next(code for code, title in WORKS.items() if title == heading) for heading in self.tables["coverage"][0][1:]]
        self.expect("coverage", {name: [share(*counts[code].get(name, (0, 0))) for code in columns] for name in localities})
        for code, pairs in counts.items():
            rows = {name: [part * 100, (whole - part) * 100, whole * 100] for name, (part, whole) in pairs.items()}
            rows["Tổng số"] = [sum(column) for column in zip(*rows.values())]
            self.expect(f"coverage-localities:{code}", rows)

    def period(self):
        """The year of reports that the day lies in, up to the day."""
        year = int(self.day[:4]) + (self.day[5:] > "12-14")
        return f"{year - 1}-12-15", self.day

    # The plan

    def check_plan(self):
        plans = [row for row in self.list("plans", "year,state") if row["year"] == int(self.day[:4])]
        if not plans:
            for name in ("plan-targets", "plan-months"):
                self.assertEqual(len(self.tables[name]), 1)
            return
        actual = {row["target"]: row["actual"].split()[0] for row in
                  self.ocop_json("plan", self.register, "--year", self.day[:4], "--on", self.day) if row["actual"]}
        for name, figures in by_label(self.tables["plan-targets"][1:]).items():
            self.assertEqual(figures[0], number(actual[name]), (name, self.day))
        self.check_months()
        crafts = collections.Counter(product["locality"] for product in self.valid if product["craft_village"])
        localities = by_label(self.tables["plan-localities:G20"][1:-1])
        facts = [fact for fact, _, _ in localities.values()]
        self.assertEqual(facts, sorted(facts))
        for name, (fact, missing, _) in localities.items():
            self.assertEqual((fact, missing), (crafts[name] * 100, max(1 - crafts[name], 0) * 100), (name, self.day))

    def check_months(self):
        counts = collections.defaultdict(set)
        for row in self.list("recognitions", "product,decision_date,score,outcome"):
            day = row["decision_date"]
            if row["outcome"] == "recognised" and day and len(day) == 10:
                year, month = int(day[:4]), int(day[5:7]) + (day[8:] > "14")
                if day <= self.day or year + month // 13 < int(self.day[:4]):
                    counts[year + month // 13, month % 13 + month // 13].add(row["product_id"])
        year = int(self.day[:4])
        begun = int(self.day[5:7]) + (self.day[8:] > "14")
        for month in range(1, 13):
            figures = [len(counts[year, month]) * 100 if month <= begun else None, len(counts[year - 1, month]) * 100]
            self.assertEqual(by_label(self.tables["plan-months"][1:])[f"{month:02}"], figures, (month, self.day))

    # Points

    def check_points(self, sheets):
        year = [product for product in sheets.latest() if product["held_on"][:4] == self.day[:4]]
        sets = collections.defaultdict(list)
        for product in year:
            sets[product["criteria_set"]].append(product)
        titles = {one["code"]: one["title"] for sector in json.loads(CLASSIFICATION.read_text(encoding="utf-8"))["sectors"]
                  for group in sector["groups"] for one in group["sets"]}
        parts = {}
        for code, products in sets.items():
            law = sheets.sets[code]
            parts[titles[code]] = [share(sum(sheets.mean(product, part) for product in products), sheets.most(part) * len(products))
                                   for part in law["parts"] + [law]]
            rows = {f"{leaf['code']}. {plain(leaf['title'])}":
                    [share(sum(sheets.mean(product, leaf) for product in products if leaf["code"] in product["points"]),
                           sheets.most(leaf) * len([product for product in products if leaf["code"] in product["points"]]))]
                    for leaf in find_leaves(law)}
            self.expect(f"round-criteria:{code}", rows)
        self.expect("round-parts", parts)
        unmet = collections.Counter(plain(title) for product in year for title in sheets.unmet(product))
        self.expect("round-minima", {title: [n * 100] for title, n in unmet.items()})
        for session in {product["session_id"] for product in sheets.products}:
            self.check_session(sheets, session)

    def check_session(self, sheets, session):
        products = [product for product in sheets.products if product["session_id"] == session]
        rows = collections.defaultdict(lambda: [None] * len(products))
        for place, product in enumerate(products):
            for criterion in (criterion for part in product["law"]["parts"] for criterion in part["criteria"]):
                rows[plain(criterion["title"])][place] = share(sheets.mean(product, criterion), sheets.most(criterion))
        self.expect(f"session-criteria:{session}", dict(rows))
        totals = by_label(self.tables[f"session-members:{session}"][1:])
        for product in products:
            given = sorted(sum(points[i] for points in product["points"].values()) for i in range(product["n"]))
            self.assertEqual(sorted(total for total in totals[product["name"]] if total is not None), given)
        # A sheet that is being filled in is not held against whole ones.
        for name in totals.keys() & set(sheets.begun):
            self.assertEqual(len([total for total in totals[name] if total is not None]), sheets.begun[name], name)
        unmet = collections.Counter(plain(title) for product in products for title in sheets.unmet(product))
        self.expect(f"session-minima:{session}", {title: [n * 100] for title, n in unmet.items()})

    # Pictures

    def check_pictures(self):
        """A picture is read out with the figures of its table; where it has room for all, all are written in it."""
        for name, words in self.words.items():
            rows = [row for row in self.tables[name][1:] if row[0] != "Tổng số"]
            if len(rows) <= READ_OUT:
                for cell in (cell for row in rows for cell in row[1:] if cell not in ("0", "–")):
                    self.assertRegex(words, rf"(?<![\d.,]){re.escape(cell)}(?![\d]|[.,]\d)", name)
            if name in WRITTEN:
                self.assertLessEqual({cell for row in rows for cell in row[1:]} - {"–"}, self.painted(name), name)

    def painted(self, name):
        self.ocop("chart", self.register, name, "-o", "a.pdf", "--on", self.day, "--size", "1400x1000")
        done = subprocess.run(["pdftotext", "-layout", self.path("a.pdf"), "-"], capture_output=True, check=True, encoding="utf-8")
        return set(done.stdout.split())


if __name__ == "__main__":
    unittest.main()
