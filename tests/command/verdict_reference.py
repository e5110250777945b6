# SPDX-License-Identifier: GPL-3.0-or-later
"""A second implementation of `ocop verdict`, made from what its help and documentation describe, in exact fractions.

It shares nothing with the program but the criteria sets, as `ocop criteria SET --json` prints them."""
import collections
import datetime
import math
from fractions import Fraction

FIRST_DAY = datetime.date(2026, 5, 22)  # Decision 26/2026/QĐ-TTg is in force from here on.
THRESHOLDS = {1: 0, 2: 30, 3: 50, 4: 70, 5: 90}
MARKED_CLASSES = (3, 4, 5)
LEAST_CLASS_BY_MINIMA = 2
RULES = {"aggregate": "mean", "max_spread": 10, "quorum_percent": 75}
AGGREGATES = ("mean", "trimmed")
SHEETS_TO_TRIM = 5

# A criterion with options; choice and case tell where it stands if only one of several cases is scored.
Criterion = collections.namedtuple("Criterion", "code part points minima only_with_story choice case")


def judge(set_json, scoring):
    """Every member of the verdict but its reasons; ValueError says what is invalid."""
    sheet = [criterion for part in set_json["parts"] for criterion in read_criteria(part, part["code"])]
    story = scoring.get("story", False)
    rules = {**RULES, **scoring.get("rules", {})}
    check(set_json, sheet, scoring, rules, story)
    applying = [criterion for criterion in sheet if story or not criterion.only_with_story]
    members = scoring["members"]
    sheets = [member["choices"] for member in members if member["present"] and not member["recused"]]
    averaged = trim(sheets) if rules["aggregate"] == "trimmed" else sheets
    mean = mean_of(averaged)
    agreed = agree(applying, sheets, scoring.get("agreed", {}))
    by_mean = max(star for star, threshold in THRESHOLDS.items() if mean >= threshold)
    by_minima = star_by_minima(applying, agreed)
    disqualified = scoring.get("disqualified", False)
    star = 0 if disqualified else min(by_mean, by_minima)
    totals = [sum(choices.values()) for choices in sheets]
    spread = max(totals) - min(totals) if totals else 0
    spread_exceeded = spread > exactly(rules["max_spread"])
    quorum = has_quorum(members, exactly(rules["quorum_percent"]))
    complete = all(is_complete(applying, choices) for choices in sheets)
    return {
        "mean": cut(mean),
        "mean_exact": str(mean),
        "counted": len(sheets),
        "star_by_mean": by_mean,
        "star_by_minima": by_minima,
        "star": star,
        "quorum": quorum,
        "final": quorum and complete and not spread_exceeded and bool(sheets),
        "spread": cut(Fraction(spread)),
        "spread_exceeded": spread_exceeded,
        "complete": complete,
        "parts": {part["code"]: cut(mean_of(averaged, only_part(sheet, part["code"]))) for part in set_json["parts"]},
        "agreed": agreed,
        "missing": {} if disqualified else {
            str(wanted): {"points": raised(max(THRESHOLDS[wanted] - mean, Fraction(0))),
                          "criteria": unmet(applying, agreed, wanted)}
            for wanted in range(star + 1, 6)},
    }


def read_criteria(node, part, choice=None, case=None):
    """The criteria below a node that are scored, in the sheet's order."""
    if "options" in node:
        minima = {option["min_star"]: option["points"] for option in node["options"] if "min_star" in option}
        yield Criterion(node["code"], part, [option["points"] for option in node["options"]], minima,
                        node.get("only_with_story", False), choice, case)
    for child in node.get("criteria", []):
        if node.get("choose_one"):
            yield from read_criteria(child, part, node["code"], child["code"])
        else:
            yield from read_criteria(child, part, choice, case)


def check(set_json, sheet, scoring, rules, story):
    if scoring["set"] != set_json["code"]:
        raise ValueError(f"set {scoring['set']}")
    if datetime.date.fromisoformat(scoring["on"]) < FIRST_DAY:
        raise ValueError(f"on {scoring['on']}")
    if set(rules) != set(RULES) or rules["aggregate"] not in AGGREGATES:
        raise ValueError(f"rules {rules}")
    if not scoring["members"]:
        raise ValueError("no members")
    if max(collections.Counter(member["name"] for member in scoring["members"]).values()) > 1:
        raise ValueError("two members of one name")
    if scoring.get("kind", "first") not in ("first", "upgrade", "again"):
        raise ValueError("no such kind of dossier")
    if any(member["role"] not in ("chair", "deputy", "member", "secretary") for member in scoring["members"]):
        raise ValueError("no such role")
    if sum(member["role"] == "chair" for member in scoring["members"]) > 1:
        raise ValueError("two chairs")
    for member in scoring["members"]:
        check_points(sheet, member["choices"], story, member["name"])
    check_points(sheet, scoring.get("agreed", {}), story, "agreed")


def check_points(sheet, chosen, story, place):
    known = {criterion.code: criterion for criterion in sheet}
    cases = {}
    for code, points in chosen.items():
        criterion = known.get(code)
        if criterion is None:
            raise ValueError(f"{place}: no criterion {code}")
        if points not in criterion.points:
            raise ValueError(f"{place}: {code} has no option of {points} points")
        if criterion.only_with_story and not story:
            raise ValueError(f"{place}: {code} without a story")
        if criterion.choice and cases.setdefault(criterion.choice, criterion.case) != criterion.case:
            raise ValueError(f"{place}: two cases of {criterion.choice}")


def trim(sheets):
    """Without one of the highest and one of the lowest total, if there are enough."""
    if len(sheets) < SHEETS_TO_TRIM:
        return sheets
    return sorted(sheets, key=lambda choices: sum(choices.values()))[1:-1]


def only_part(sheet, part):
    return {criterion.code for criterion in sheet if criterion.part == part}


def mean_of(sheets, codes=None):
    if not sheets:
        return Fraction(0)
    return Fraction(sum(points for choices in sheets for code, points in choices.items() if codes is None or code in codes),
                    len(sheets))


def agree(applying, sheets, given):
    """The points each marked criterion is held to."""
    agreed = {}
    for criterion in applying:
        if not criterion.minima or not in_a_scored_case(criterion, applying, sheets):
            continue
        if criterion.code in given:
            agreed[criterion.code] = {"points": given[criterion.code], "from": "council"}
        else:
            agreed[criterion.code] = {"points": most_chosen(criterion.code, sheets), "from": "most chosen"}
    return agreed


def in_a_scored_case(criterion, applying, sheets):
    if criterion.choice is None:
        return True
    codes = {other.code for other in applying if (other.choice, other.case) == (criterion.choice, criterion.case)}
    return any(codes & choices.keys() for choices in sheets)


def most_chosen(code, sheets):
    votes = collections.Counter(choices[code] for choices in sheets if code in choices)
    return min(votes, key=lambda points: (-votes[points], points), default=0)


def need(criterion, star):
    """The least points that a class and all below it ask of a criterion."""
    return max((points for marked, points in criterion.minima.items() if marked <= star), default=None)


def unmet(applying, agreed, star):
    return [{"code": criterion.code, "needs": need(criterion, star), "has": agreed[criterion.code]["points"]}
            for criterion in applying
            if criterion.code in agreed and need(criterion, star) is not None
            and agreed[criterion.code]["points"] < need(criterion, star)]


def star_by_minima(applying, agreed):
    return max((star for star in MARKED_CLASSES if not unmet(applying, agreed, star)), default=LEAST_CLASS_BY_MINIMA)


def has_quorum(members, percent):
    present = [member for member in members if member["present"]]
    return len(present) * 100 >= percent * len(members) and any(member["role"] == "chair" for member in present)


def is_complete(applying, choices):
    """Every criterion is scored; of a choice, every criterion of one case."""
    cases = collections.defaultdict(dict)
    for criterion in applying:
        # What belongs to no choice is a choice of one case.
        whole = cases[criterion.choice or criterion.code]
        case = criterion.case or criterion.code
        whole[case] = whole.get(case, True) and criterion.code in choices
    return all(any(whole.values()) for whole in cases.values())


def exactly(number):
    return Fraction(str(number))


def cut(value):
    return two_decimals(math.floor(value * 100))


def raised(value):
    return two_decimals(math.ceil(value * 100))


def two_decimals(hundredths):
    return f"{hundredths // 100}.{hundredths % 100:02d}"
