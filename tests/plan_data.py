# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans as provinces and districts issued them, each with an invented register behind it: tests/data/plans/*.json.

A file says: "province" (its code), "records" (lists of [kind, fields], where "times" makes several of one), "plans" (their
fields, "targets" with their fields, and "parts", tasks and annexes as records are listed) and "looks" (on which day what is
expected of which target, and why, and what it had come to "before", by the same day of the year before). In texts "{n}" is the
number of the copy, from 1, and "{n%5}" counts 1 to 5 again and again; "@name" links to the record made "as" that name."""
import json
import os
import pathlib
import re
import subprocess

FOLDER = pathlib.Path(__file__).parent / "data" / "plans"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))


def load(name):
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def number(text, n):
    """The copy's own text."""
    def mark(found):
        every = found.group(1)
        return str(n if every is None else (n - 1) % int(every) + 1)
    return re.sub(r"\{n(?:%(\d+))?\}", mark, text)


def expand(entries):
    for kind, fields in entries:
        for n in range(1, fields.get("times", 1) + 1):
            yield {"kind_of_record": kind, **{key: number(str(value), n) for key, value in fields.items() if key != "times"}}


def records(data):
    """All records of a file, each after those that it links to."""
    made = list(expand(data["records"]))
    for place, plan in enumerate(data["plans"]):
        fields = {key: value for key, value in plan.items() if key not in ("targets", "figures", "parts")}
        made += expand([["plan", {"as": f"plan-{place}", **fields}]])
        for order, target in enumerate(plan["targets"], 1):
            made += expand([["target", {"as": f"{place}-{target['code']}", "plan": f"@plan-{place}", "place": order,
                                        "indicator": target["code"], **target}]])
        for kind, fields in plan.get("parts", []):
            made += expand([[kind, fields if kind == "target_share" else {"plan": f"@plan-{place}", **fields}]])
        for code, figure in plan.get("figures", {}).items():
            made += expand([["target_figure", {"target": f"@{place}-{code}", **figure}]])
    return [{key: value for key, value in record.items() if value != ""} for record in made]


def make(name, path):
    """A register at path with all that the file holds."""
    data = load(name)
    listed = pathlib.Path(f"{path}.json")
    subprocess.run([os.environ["OCOP"], "new", str(path), "--office", data["office"], "--province", data["province"]], check=True,
                   stdout=subprocess.DEVNULL)
    listed.write_text(json.dumps(records(data), ensure_ascii=False), encoding="utf-8")
    subprocess.run([os.environ["OCOP_MAKE_RECORDS"], str(path), str(listed)], check=True)
    listed.unlink()
    return data
