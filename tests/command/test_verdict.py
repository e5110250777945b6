#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ocop verdict: every member of it equal to a calculation made without the program.

OCOP_VERDICT_ROUNDS (default 500) is the number of scorings made up at random; a failure prints its scoring."""
import collections
import datetime
import json
import os
import random
import subprocess
import unittest

from ocop_case import OCOP, OcopCase
from verdict_reference import FIRST_DAY, judge, read_criteria

ROUNDS = int(os.environ.get("OCOP_VERDICT_ROUNDS", "500"))
SEED = 26
NEAR = (30, 50, 70, 90)


class Sheet:
    """What a generator needs of a criteria set."""

    def __init__(self, set_json):
        self.json = set_json
        self.criteria = [one for part in set_json["parts"] for one in read_criteria(part, part["code"])]
        self.marked = [one for one in self.criteria if one.minima]

    def to_score(self, story, pick_case):
        """What one member has to score; pick_case takes the cases of a choice."""
        cases = collections.defaultdict(list)
        for one in self.criteria:
            if one.choice:
                cases[one.choice].append(one.case)
        picked = {choice: pick_case(sorted(set(names))) for choice, names in cases.items()}
        return [one for one in self.criteria
                if (story or not one.only_with_story) and (one.choice is None or picked[one.choice] == one.case)]


def fill(criteria, pick):
    return {one.code: pick(one.points) for one in criteria}


def fill_to(criteria, wanted, chance):
    """A complete sheet of a total as near to the wanted one as single steps come."""
    choices = fill(criteria, chance.choice)
    order = list(criteria)
    chance.shuffle(order)
    for one in order * 2:
        rest = sum(choices.values()) - choices[one.code]
        choices[one.code] = min(one.points, key=lambda points: abs(wanted - rest - points))
        if rest + choices[one.code] == wanted:
            break
    return choices


class Generator:
    """Makes up scorings, the same ones for the same seed."""

    def __init__(self, sets, seed):
        self.sheets = [Sheet(set_json) for set_json in sets]
        self.chance = random.Random(seed)

    def often(self, share):
        return self.chance.random() < share

    def scoring(self):
        chance = self.chance
        # The one set with cases comes up more often than its turn.
        sheet = self.sheets[-1] if self.often(0.1) else chance.choice(self.sheets)
        story = self.often(0.6)
        return {
            "set": sheet.json["code"],
            "on": (FIRST_DAY + datetime.timedelta(days=chance.choice((0, 1, chance.randrange(1500))))).isoformat(),
            "kind": "first",
            "story": story,
            "disqualified": self.often(0.08),
            "rules": {"aggregate": chance.choice(("mean", "trimmed")),
                      "max_spread": chance.choice((0, 1, 5, 10, 10, 20, 100)),
                      "quorum_percent": chance.choice((0, 34, 50, 60, 67, 75, 75, 80, 100))},
            "members": self.members(sheet, story),
            "agreed": self.agreed(sheet, story),
        }

    def members(self, sheet, story):
        chance = self.chance
        count = chance.randint(1, 11)
        absent, recused, gaps = (chance.choice((0, 0, 0.1, 0.4)) for _ in range(3))
        chair = chance.randrange(count) if self.often(0.85) else None
        fill_sheet = self.way_to_fill()
        one_case = chance.choice((min, max, chance.choice))
        members = []
        for number in range(count):
            choices = fill_sheet(sheet.to_score(story, one_case))
            for code in [code for code in choices if self.often(gaps / 10)]:
                del choices[code]
            members.append({"name": f"Ủy viên {number + 1}", "role": "chair" if number == chair else "member",
                            "present": not self.often(absent), "recused": self.often(recused),
                            "choices": {} if self.often(0.02) else choices})
        return members

    def way_to_fill(self):
        """One way for all members, so that the mean comes out where it is wanted."""
        chance = self.chance
        around, apart = chance.choice((*NEAR, *NEAR, chance.randint(20, 100))), chance.choice((0, 1, 3, 8))
        near = lambda criteria: fill_to(criteria, around + chance.randint(-apart, apart), chance)
        ways = (
            (6, near),
            (1, lambda criteria: fill(criteria, max)),
            (1, lambda criteria: fill(criteria, min)),
            (1, lambda criteria: fill(criteria, chance.choice)),
            (1, lambda criteria: {} if self.often(0.5) else fill(criteria, chance.choice)),
        )
        return chance.choices([way for _, way in ways], [weight for weight, _ in ways])[0]

    def agreed(self, sheet, story):
        """Nothing, or what the council fixed for some or all criteria; sometimes for ones that bear no mark too."""
        chance = self.chance
        if self.often(0.35):
            return {}
        criteria = sheet.to_score(story, chance.choice)
        if self.often(0.85):
            criteria = [one for one in criteria if one.minima]
        share = chance.choice((0.2, 0.7, 1, 1))
        high, least = chance.choice((0.5, 0.9, 0.97, 1)), chance.choice((3, 4, 5))
        agreed = {}
        for one in criteria:
            if self.often(share):
                enough = max((points for star, points in one.minima.items() if star <= least), default=0)
                agreed[one.code] = enough if enough in one.points and self.often(high) else chance.choice(one.points)
        return agreed


class VerdictCase(OcopCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.sets = {}

    def set_json(self, code):
        if code not in self.sets:
            self.sets[code] = self.ocop_json("criteria", code)
        return self.sets[code]

    def all_sets(self):
        return [self.set_json(row["code"]) for row in self.ocop_json("criteria")]

    def run_lines(self, lines):
        """The finished `ocop verdict -` fed with these lines."""
        environment = dict(os.environ, OCOP_LANGUAGE="vi", XDG_DATA_HOME=self.path("data"),
                           XDG_CONFIG_HOME=self.path("config"), XDG_STATE_HOME=self.path("state"))
        return subprocess.run([OCOP, "verdict", "-"], cwd=self.folder, env=environment, capture_output=True,
                              input="".join(f"{line}\n" for line in lines), encoding="utf-8", timeout=300)

    def run_scorings(self, scorings):
        return self.run_lines(json.dumps(scoring, ensure_ascii=False) for scoring in scorings)

    def run_file(self, text):
        (self.folder / "input.json").write_text(text, encoding="utf-8")
        return self.run_ocop("verdict", "input.json")

    def verdict(self, scoring):
        """The verdict on one scoring, from a file; its exit status has to tell whether it is final."""
        done = self.run_file(json.dumps(scoring, ensure_ascii=False, indent=2))
        self.assertEqual(done.stderr, "")
        answer = json.loads(done.stdout)
        self.assertEqual(done.returncode, 0 if answer["final"] else 1)
        return answer

    def assert_members(self, expected, answer):
        self.assertEqual({name: answer[name] for name in expected}, expected)

    def full_sheet(self, code, changed=None):
        """The highest points of every criterion, but for the changed ones."""
        choices = fill(Sheet(self.set_json(code)).to_score(True, min), max)
        return {**choices, **(changed or {})}

    def sheet_of(self, code, total):
        choices = fill_to(Sheet(self.set_json(code)).to_score(True, min), total, random.Random(total))
        self.assertEqual(sum(choices.values()), total)
        return choices


def council(sheets, **members):
    return [{"name": f"Ủy viên {number + 1}", "role": "member" if number else "chair", "present": True, "recused": False,
             "choices": choices, **members} for number, choices in enumerate(sheets)]


def scored(code, members, agreed=None, aggregate="mean", max_spread=100, quorum_percent=75, **others):
    return {"set": code, "on": "2026-11-01", "kind": "first", "story": True, "disqualified": False,
            "rules": {"aggregate": aggregate, "max_spread": max_spread, "quorum_percent": quorum_percent},
            "members": members, "agreed": agreed or {}, **others}


class AgainstTheReference(VerdictCase):
    """Scorings made up at random."""

    def test_all_members(self):
        sets = self.all_sets()
        self.assertEqual(len(sets), 26)
        generator = Generator(sets, SEED)
        scorings = [generator.scoring() for _ in range(ROUNDS)]
        expected = [judge(self.set_json(scoring["set"]), scoring) for scoring in scorings]
        self.check_variety(expected)
        self.check_verdicts(scorings, expected, 0 if all(verdict["final"] for verdict in expected) else 1)
        final = [scoring for scoring, verdict in zip(scorings, expected) if verdict["final"]]
        self.check_verdicts(final, [verdict for verdict in expected if verdict["final"]], 0)
        other = [scoring for scoring, verdict in zip(scorings, expected) if not verdict["final"]]
        for scoring in other[:30]:
            self.assertEqual(self.run_scorings([scoring]).returncode, 1, scoring)

    def check_variety(self, expected):
        """The generator reaches what it is for."""
        if ROUNDS >= 500:
            self.assertEqual({verdict["star"] for verdict in expected}, set(range(6)))
            for name in ("final", "quorum", "complete", "spread_exceeded"):
                self.assertEqual({verdict[name] for verdict in expected}, {True, False}, name)
            self.assertIn(0, {verdict["counted"] for verdict in expected})

    def check_verdicts(self, scorings, expected, status):
        done = self.run_scorings(scorings)
        self.assertEqual(done.stderr, "")
        lines = done.stdout.splitlines()
        self.assertEqual(len(lines), len(scorings))
        differences = collections.Counter()
        shown = {}
        for scoring, verdict, line in zip(scorings, expected, lines):
            for name, wanted, got in self.differing(verdict, json.loads(line)):
                differences[name] += 1
                shown.setdefault(name, f"{name}: expected {wanted}, got {got}\n{json.dumps(scoring, ensure_ascii=False)}")
        self.assertFalse(differences, f"of {len(lines)}: {dict(differences)}\n" + "\n".join(shown.values()))
        self.assertEqual(done.returncode, status)

    def differing(self, expected, answer):
        reasons = answer.pop("reasons", None)
        if not (isinstance(reasons, list) and reasons and all(isinstance(text, str) and text.strip() for text in reasons)):
            yield "reasons", "texts", reasons
        for name in [*expected, *(answer.keys() - expected.keys())]:
            # As text, so that true is not 1 and the order of the criteria counts.
            if json.dumps(expected.get(name)) != json.dumps(answer.get(name)):
                yield name, expected.get(name), answer.get(name)


class ByHand(VerdictCase):
    """Verdicts worked out on paper."""

    # totals of the members, mean, exact mean, class by the mean, what the class above lacks
    MEANS = (
        ([50] * 299 + [49], "49.99", "14999/300", 2, "0.01"),
        ([50] * 2 + [49], "49.66", "149/3", 2, "0.34"),
        ([50] * 3, "50.00", "50", 3, "20.00"),
        ([49, 51], "50.00", "50", 3, "20.00"),
        ([70] * 99 + [69], "69.99", "6999/100", 3, "0.01"),
        ([70] * 299 + [69], "69.99", "20999/300", 3, "0.01"),
        ([69, 70, 71], "70.00", "70", 4, "20.00"),
        ([87, 87, 88], "87.33", "262/3", 4, "2.67"),
        ([90] * 99 + [89], "89.99", "8999/100", 4, "0.01"),
        ([90] * 299 + [89], "89.99", "26999/300", 4, "0.01"),
        ([89, 90, 91], "90.00", "90", 5, None),
        ([100], "100.00", "100", 5, None),
    )

    def test_means(self):
        agreed = self.all_minima("QD26-03")
        for totals, mean, exact, star, lacks in self.MEANS:
            with self.subTest(totals=collections.Counter(totals)):
                answer = self.verdict(scored("QD26-03", council([self.sheet_of("QD26-03", total) for total in totals]), agreed))
                self.assert_members({"mean": mean, "mean_exact": exact, "counted": len(totals), "star_by_mean": star,
                                     "star_by_minima": 5, "star": star, "final": True}, answer)
                self.assertEqual(answer["spread"], f"{max(totals) - min(totals)}.00")
                self.assertEqual(list(answer["missing"]), [str(above) for above in range(star + 1, 6)])
                if lacks:
                    self.assertEqual(answer["missing"][str(star + 1)], {"points": lacks, "criteria": []})

    def all_minima(self, code):
        return {one.code: max(one.minima.values()) for one in Sheet(self.set_json(code)).marked}

    # points changed in a full sheet of set 01, mean, class by the minima, minima missing by class
    MINIMA = (
        ({}, "100.00", 5, {}),
        ({"1.5": 2}, "99.00", 4, {"5": [("1.5", 3, 2)]}),
        ({"4.1": 3}, "98.00", 4, {"5": [("4.1", 5, 3)]}),
        ({"1.5": 0}, "97.00", 3, {"4": [("1.5", 2, 0)], "5": [("1.5", 3, 0)]}),
        ({"4.1": 1}, "96.00", 2, {"3": [("4.1", 2, 1)], "4": [("4.1", 3, 1)], "5": [("4.1", 5, 1)]}),
        ({"2.2": 1, "3.4": 1}, "97.00", 2, {"3": [("2.2", 2, 1)], "4": [("2.2", 2, 1), ("3.4", 2, 1)],
                                              "5": [("2.2", 2, 1), ("3.4", 2, 1)]}),
    )

    def test_minima(self):
        for changed, mean, star, missing in self.MINIMA:
            with self.subTest(changed=changed):
                answer = self.verdict(scored("QD26-01", council([self.full_sheet("QD26-01", changed)] * 3)))
                self.assert_members({"mean": mean, "star_by_mean": 5, "star_by_minima": star, "star": star}, answer)
                self.assertEqual(answer["missing"], {
                    above: {"points": "0.00", "criteria": [{"code": code, "needs": needs, "has": has}
                                                           for code, needs, has in criteria]}
                    for above, criteria in missing.items()})

    def test_agreed_points(self):
        one_high = [self.full_sheet("QD26-01", {"1.5": points}) for points in (3, 2, 2)]
        tie = [self.full_sheet("QD26-01", {"1.5": points}) for points in (3, 2)]
        unscored = [self.full_sheet("QD26-01") for _ in range(2)]
        for choices in unscored:
            del choices["1.5"]
        for sheets, agreed, points, source, star in (
                (one_high, {}, 2, "most chosen", 4), (one_high, {"1.5": 3}, 3, "council", 5), (tie, {}, 2, "most chosen", 4),
                (tie, {"1.5": 1}, 1, "council", 3), (unscored, {}, 0, "most chosen", 3)):
            answer = self.verdict(scored("QD26-01", council(sheets), agreed))
            self.assertEqual(answer["agreed"]["1.5"], {"points": points, "from": source})
            self.assertEqual(answer["star"], star)

    def test_trimmed(self):
        totals = [60, 70, 71, 72, 100]
        for count, aggregate, exact in ((5, "trimmed", "71"), (5, "mean", "373/5"), (4, "trimmed", "273/4")):
            sheets = [self.sheet_of("QD26-03", total) for total in totals[:count]]
            answer = self.verdict(scored("QD26-03", council(sheets), aggregate=aggregate))
            self.assert_members({"mean_exact": exact, "counted": count, "spread": f"{totals[count - 1] - 60}.00"}, answer)

    def test_quorum(self):
        full = self.full_sheet("QD26-01")
        # the members present (the first is the chair), those recused, the share asked for
        for present, recused, percent, quorum in (("1110", "0000", 75, True), ("1110", "0000", 76, False),
                                                  ("0111", "0000", 75, False), ("1110", "1000", 75, True),
                                                  ("110", "000", 66, True), ("110", "000", 67, False)):
            members = council([full] * len(present))
            for member, here, out in zip(members, present, recused):
                member["present"], member["recused"] = here == "1", out == "1"
            answer = self.verdict(scored("QD26-01", members, quorum_percent=percent))
            self.assert_members({"quorum": quorum, "final": quorum,
                                 "counted": present.count("1") - recused.count("1")}, answer)

    def test_spread(self):
        for low, limit, exceeded in ((90, 10, False), (89, 10, True), (100, 0, False), (99, 0, True)):
            sheets = [self.full_sheet("QD26-03"), self.sheet_of("QD26-03", low)]
            answer = self.verdict(scored("QD26-03", council(sheets), max_spread=limit))
            self.assert_members({"spread": f"{100 - low}.00", "spread_exceeded": exceeded, "final": not exceeded}, answer)

    def test_disqualified(self):
        answer = self.verdict(scored("QD26-01", council([self.full_sheet("QD26-01")]), disqualified=True))
        self.assert_members({"mean": "100.00", "star_by_mean": 5, "star_by_minima": 5, "star": 0, "missing": {},
                             "final": True}, answer)

    def test_no_sheet_counts(self):
        answer = self.verdict(scored("QD26-01", council([self.full_sheet("QD26-01")] * 2, recused=True)))
        self.assert_members({"mean": "0.00", "mean_exact": "0", "counted": 0, "star_by_mean": 1, "star": 1, "quorum": True,
                             "final": False, "spread": "0.00", "parts": {"A": "0.00", "B": "0.00", "C": "0.00"}}, answer)

    def test_story(self):
        with_story = self.full_sheet("QD26-01")
        without = {code: points for code, points in with_story.items() if code != "5.2"}
        for sheet, story, complete in ((with_story, True, True), (without, True, False), (without, False, True)):
            answer = self.verdict(scored("QD26-01", council([sheet]), story=story))
            self.assert_members({"complete": complete, "final": complete}, answer)

    def test_cases(self):
        """Members may see different cases; one case of each choice is enough, none is not."""
        sheet = Sheet(self.set_json("QD26-26"))
        first, second = (fill(sheet.to_score(False, pick), max) for pick in (min, max))
        self.assertEqual({"8.a", "9.a", "15.a"}, first.keys() - second.keys())
        answer = self.verdict(scored("QD26-26", council([first, second]), story=False))
        self.assert_members({"mean": "100.00", "complete": True, "star": 5,
                             "parts": {"A": "40.00", "B": "25.00", "C": "35.00"}}, answer)
        del second["15.b"]
        answer = self.verdict(scored("QD26-26", council([first, second]), story=False))
        self.assert_members({"mean": "98.50", "complete": False, "spread": "3.00"}, answer)


class Refused(VerdictCase):
    """Input that cannot be judged."""

    def good(self):
        return scored("QD26-01", council([self.full_sheet("QD26-01")] * 3))

    def bad(self):
        """Broken scorings, each with what the message has to name."""
        for name, change, place in (
                ("unknown set", {"set": "QD26-99"}, "QD26-99"),
                ("unknown rule", {"rules": {"aggregate": "mean", "majority": 3}}, "majority"),
                ("unknown aggregate", {"rules": {"aggregate": "median"}}, "aggregate"),
                ("no members", {"members": []}, "members"),
                ("unknown criterion agreed", {"agreed": {"99.9": 1}}, "agreed.99.9"),
                ("points agreed that no option has", {"agreed": {"1.3": 0}}, "agreed.1.3"),
                ("day before the set's period", {"on": "2026-05-21"}, "$.on"),
                ("no such day", {"on": "2026-02-30"}, "$.on")):
            yield name, {**self.good(), **change}, place
        for name, choices, place in (
                ("unknown criterion", {"99.9": 1}, "99.9"), ("a group of criteria", {"1": 1}, "choices.1"),
                ("points that no option has", {"1.1": 4}, "1.1"), ("negative points", {"1.2": -1}, "1.2")):
            yield name, self.with_second_sheet("QD26-01", choices), f"members[1].choices.{place.removeprefix('choices.')}"
        yield "a story's criterion", {**self.with_second_sheet("QD26-01", {"5.2": 1}), "story": False}, "members[1].choices.5.2"
        yield "two cases", self.with_second_sheet("QD26-26", {"8.a": 1, "8.b": 1}), "members[1].choices.8."
        twins = self.good()
        twins["members"][2]["name"] = twins["members"][0]["name"]
        yield "two members of one name", twins, "members[2].name"
        chairs = self.good()
        chairs["members"][1]["role"] = "chair"
        yield "two chairs", chairs, "members[1].role"
        yield "no such kind of dossier", {**self.good(), "kind": "frist"}, "$.kind"
        roles = self.good()
        roles["members"][1]["role"] = "Chair"
        yield "no such role", roles, "members[1].role"
        absent = self.with_second_sheet("QD26-01", {"1.1": 4})
        absent["members"][1]["present"] = False
        yield "a wrong sheet that does not count", absent, "members[1].choices.1.1"

    def with_second_sheet(self, code, choices):
        return scored(code, council([{"2.1": 1}, choices]))

    def test_files(self):
        for name, scoring, place in self.bad():
            with self.subTest(name):
                done = self.run_file(json.dumps(scoring))
                self.check_message(done, place)
                self.assertEqual(done.stdout, "")

    def check_message(self, done, place):
        self.assertEqual(done.returncode, 2, done.stdout)
        self.assertTrue(done.stderr.startswith("ocop: "), done.stderr)
        self.assertIn(place, done.stderr)

    def test_reference_refuses_too(self):
        for name, scoring, _ in self.bad():
            code = scoring["set"] if scoring["set"] != "QD26-99" else "QD26-01"
            with self.subTest(name), self.assertRaises(ValueError):
                judge(self.set_json(code), scoring)

    def test_not_json(self):
        for text in ("", "chấm điểm", "{", "[]", "null", "[" * 200_000, '{"set":' * 200_000, '{"set": "QD26-01"', json.dumps(self.good()) + " }"):
            with self.subTest(text[:20]):
                self.assertEqual(self.run_file(text).returncode, 2)
                self.assert_refused(2, "verdict", "input.json")
        self.assert_refused(2, "verdict", "no-such-file.json")

    def test_repeated_key(self):
        """The later one would silently take the place of the earlier."""
        good = json.dumps(self.good())
        for text, key in ((good.replace('"1.2":', '"1.1":', 1), "1.1"), (good.replace('{"set":', '{"on": "2026-11-01", "set":'), "on"),
                          (good.replace('"role": "chair"', '"present": false, "role": "chair"'), "present")):
            with self.subTest(key):
                self.check_message(self.run_file(text), f"“{key}”")
                refused = self.run_lines([good, text])
                self.check_message(refused, f"“{key}”")
                self.assertIn(f"“{key}”", json.loads(refused.stdout.splitlines()[1])["error"])

    def test_lines(self):
        """A refused line does not keep the following ones from being judged."""
        good = json.dumps(self.good())
        broken = [(json.dumps(scoring), place) for _, scoring, place in self.bad()]
        broken += [("chấm điểm", ""), ("{", ""), (good[:40], "")]
        alone = json.loads(self.run_lines([good]).stdout)
        for line, place in broken:
            with self.subTest(line[:60]):
                done = self.run_lines([good, line, good])
                self.check_message(done, place)
                first, refused, last = map(json.loads, done.stdout.splitlines())
                self.assertEqual((first, last), (alone, alone))
                self.assertEqual(list(refused), ["error"])
                self.assertIn(place, refused["error"])
        done = self.run_lines([line for line, _ in broken])
        self.assertEqual((done.returncode, len(done.stdout.splitlines())), (2, len(broken)))

    def test_last_line_without_an_end(self):
        """A file's last line counts also where no line break follows it."""
        good = json.dumps(self.good())
        for last, status in ((good, 0), ("{}", 2), ("{", 2)):
            with self.subTest(last[:10]):
                done = self.run_without_end(good, last)
                self.assertEqual((done.returncode, len(done.stdout.splitlines())), (status, 2))

    def run_without_end(self, *lines):
        return subprocess.run([OCOP, "verdict", "-"], cwd=self.folder, input="\n".join(lines), capture_output=True,
                              encoding="utf-8", timeout=100)


if __name__ == "__main__":
    unittest.main()
