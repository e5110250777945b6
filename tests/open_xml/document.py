# SPDX-License-Identifier: GPL-3.0-or-later
"""What Word takes for granted in a document (ISO/IEC 29500-1, 11 and 17)."""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def find_faults(package):
    faults = []
    for part in [package.main] + package.linked(package.main, "header", "footer", "footnotes", "endnotes"):
        faults += [f"{part}: {fault}" for find in (find_table_faults, find_mark_faults, find_text_faults)
                   for fault in find(package.tree(part))]
        faults += [f"{part}: {fault}" for fault in find_reference_faults(package, package.tree(part))]
    return faults


def find_table_faults(tree):
    for row in tree.iter(W + "tr"):
        if next(row.iter(W + "tc"), None) is None:
            yield "a row has no cell"
    for cell in tree.iter(W + "tc"):
        # A cell ends in a paragraph, behind which only controls may close.
        blocks = [one for one in cell if one.tag not in (W + "tcPr", W + "bookmarkEnd", W + "bookmarkStart")]
        if not blocks or blocks[-1].tag not in (W + "p", W + "sdt"):
            yield f"a cell ends in {blocks[-1].tag if blocks else 'nothing'}"


def find_mark_faults(tree):
    begun = [one.get(W + "id") for one in tree.iter(W + "bookmarkStart")]
    ended = [one.get(W + "id") for one in tree.iter(W + "bookmarkEnd")]
    if sorted(begun) != sorted(ended) or len(set(begun)) != len(begun):
        yield f"bookmarks begin {begun} and end {ended}"
    drawings = [one.get("id") for one in tree.iter(WP + "docPr")]
    yield from (f"two drawings have the id {number}" for number in set(drawings) if drawings.count(number) > 1)
    depth = 0
    for mark in tree.iter(W + "fldChar"):
        depth += {"begin": 1, "end": -1}.get(mark.get(W + "fldCharType"), 0)
        if depth < 0:
            yield "a field ends that did not begin"
    if depth > 0:
        yield "a field does not end"


def find_text_faults(tree):
    for text in tree.iter(W + "t"):
        if text.text and text.text != text.text.strip(" \t\n") and text.get(XML_SPACE) != "preserve":
            yield f"spaces are lost around “{text.text}”"


def find_reference_faults(package, tree):
    """Styles and lists that the document has not."""
    styles = {style.get(W + "styleId") for part in package.linked(package.main, "styles") for style in package.tree(part).iter(W + "style")}
    lists = {one.get(W + "numId") for part in package.linked(package.main, "numbering") for one in package.tree(part).iter(W + "num")}
    for kind in ("pStyle", "rStyle", "tblStyle"):
        yield from (f"there is no style {name}" for name in {one.get(W + "val") for one in tree.iter(W + kind)} - styles)
    yield from (f"there is no list {name}" for name in {one.get(W + "val") for one in tree.iter(W + "numId")} - lists - {"0"})
