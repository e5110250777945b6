# SPDX-License-Identifier: GPL-3.0-or-later
"""What Excel takes for granted in a workbook (ISO/IEC 29500-1, 12 and 18)."""
import functools
import re

from . import sheet

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
NAME_LENGTH = 31
# As sheets are named before a place: Sheet1!$A$1 or 'A ''sheet'''!$A$1.
SHEET_OF_PLACE = re.compile(r"(?:'((?:[^']|'')+)'|([\w.]+))!")


class Workbook:
    """What the sheets of a workbook share."""

    def __init__(self, package):
        self.package = package
        self.tree = package.tree(package.main)
        links = package.links(package.main)
        self.sheets = {one.get("name"): links[one.get(R + "id")].target for one in self.tree.iter(S + "sheet")}

    def part(self, kind):
        found = self.package.linked(self.package.main, kind)
        return self.package.tree(found[0]) if found else None

    @functools.cached_property
    def strings(self):
        table = self.part("sharedStrings")
        return ["".join(text.text or "" for text in one.iter(S + "t") if text is not None)
                for one in table.findall(S + "si")] if table is not None else []

    def count(self, *path):
        """How many of such things the styles hold."""
        found = self.part("styles").find("/".join(S + step for step in path))
        return len(found) if found is not None else 0

    @functools.cached_property
    def n_styles(self):
        return self.count("cellXfs")

    @functools.cached_property
    def n_differences(self):
        return self.count("dxfs")


def find_faults(package):
    book = Workbook(package)
    faults = list(find_name_faults(book)) + list(find_place_faults(book)) + list(find_style_faults(book))
    n_shared = 0
    for part in book.sheets.values():
        one = sheet.Sheet(book, part)
        faults += [f"{part}: {fault}" for fault in one.find_faults()]
        n_shared += one.n_shared
    return faults + list(find_string_faults(book, n_shared)) + list(find_table_faults(book))


def find_chart_faults(package):
    book = Workbook(package)
    return [f"{part}: {fault}" for part in book.sheets.values() for fault in sheet.Sheet(book, part).find_chart_faults()]


def utf16_length(text):
    return len(text.encode("utf-16-le")) // 2


def find_name_faults(book):
    elements = list(book.tree.iter(S + "sheet"))
    names = [one.get("name") for one in elements]
    for name in names:
        if utf16_length(name) > NAME_LENGTH or re.search(r"[\[\]:*?/\\\x00-\x1f]", name) or name != name.strip("'") or name.lower() == "history":
            yield f"a sheet may not be called “{name}”"
    if len({name.lower() for name in names}) != len(names) or len({one.get("sheetId") for one in elements}) != len(names):
        yield f"sheets have the same name or number: {names}"
    for view in book.tree.iter(S + "workbookView"):
        if int(view.get("activeTab", 0)) >= len(names):
            yield "the sheet that is shown first is not there"


def find_place_faults(book):
    """Names of places, and the sheets in which these are."""
    seen = set()
    for one in book.tree.iter(S + "definedName"):
        name, local = one.get("name"), one.get("localSheetId")
        if (name.lower(), local) in seen:
            yield f"the name {name} is given twice"
        seen.add((name.lower(), local))
        if local is not None and int(local) >= len(book.sheets):
            yield f"the name {name} is that of sheet {local}"
        for quoted, plain in SHEET_OF_PLACE.findall(one.text or ""):
            if (quoted.replace("''", "'") or plain) not in book.sheets:
                yield f"the name {name} means a place on {quoted or plain}"


def find_style_faults(book):
    styles = book.part("styles")
    own = {one.get("numFmtId") for one in styles.iter(S + "numFmt")}
    for kind in ("cellXfs", "cellStyleXfs"):
        for format in styles.iterfind(f"{S}{kind}/{S}xf"):
            for attribute, table in (("fontId", "fonts"), ("fillId", "fills"), ("borderId", "borders"), ("xfId", "cellStyleXfs")):
                if int(format.get(attribute, 0)) >= max(1, book.count(table)):
                    yield f"a format of {kind} has {attribute} {format.get(attribute)}"
            # Below 164 they are the program's.
            if int(format.get("numFmtId", 0)) >= 164 and format.get("numFmtId") not in own:
                yield f"a format of {kind} has numFmtId {format.get('numFmtId')}"
    for table in styles:
        if table.get("count") is not None and int(table.get("count")) != len(table):
            yield f"{table.tag.rpartition('}')[2]} are {len(table)}, not {table.get('count')}"


def find_string_faults(book, n_shared):
    table = book.part("sharedStrings")
    if table is None:
        return
    if table.get("uniqueCount") is not None and int(table.get("uniqueCount")) != len(book.strings):
        yield f"texts are {len(book.strings)}, not {table.get('uniqueCount')}"
    if table.get("count") is not None and int(table.get("count")) != n_shared:
        yield f"cells with shared texts are {n_shared}, not {table.get('count')}"


def find_table_faults(book):
    tables = [(part, book.package.tree(table)) for part in book.sheets.values() for table in book.package.linked(part, "table")]
    for attribute in ("id", "displayName"):
        values = [table.get(attribute).lower() for _part, table in tables]
        if len(set(values)) != len(values):
            yield f"tables have the same {attribute}: {values}"
    for part, table in tables:
        yield from (f"{part}: {fault}" for fault in sheet.Sheet(book, part).find_heading_faults(table))
