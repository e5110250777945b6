# SPDX-License-Identifier: GPL-3.0-or-later
"""The criteria sets that the program brings, and sheets that are filled in by them."""
import json
import os
import pathlib

FOLDER = pathlib.Path(os.environ["OCOP_PROJECT"], "data", "law", "26-2026")


def find_leaves(criterion):
    inner = criterion.get("parts", []) + criterion.get("criteria", [])
    return [leaf for child in inner for leaf in find_leaves(child)] if inner else [criterion]


def read_leaves(code):
    """The criteria of that set that are scored, in the order of the sheet."""
    return find_leaves(json.loads((FOLDER / f"{code}.json").read_text(encoding="utf-8")))


def choices(code, place):
    """A whole sheet of that set: of each criterion the option at that place, or the last."""
    return " ".join(f"{leaf['code']}={min(place, len(leaf['options']) - 1)}" for leaf in read_leaves(code))


def best_digits(code):
    """What is typed for the most points of each criterion."""
    return [str(max(option["points"] for option in leaf["options"])) for leaf in read_leaves(code)]
