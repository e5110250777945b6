# SPDX-License-Identifier: GPL-3.0-or-later
"""What PowerPoint takes for granted in a presentation (ISO/IEC 29500-1, 13 and 19)."""
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# Slides are numbered below, masters and layouts from here on.
FIRST_OF_MASTERS = 1 << 31
FIRST_OF_SLIDES = 256


def find_faults(package):
    tree = package.tree(package.main)
    slides = [package.links(package.main)[one.get(R + "id")].target for one in tree.iter(P + "sldId")]
    faults = list(find_number_faults(package, tree))
    for slide in slides:
        faults += [f"{slide}: {fault}" for find in (find_shape_faults, find_holder_faults, find_table_faults, find_word_faults)
                   for fault in find(package, slide)]
    for part in package.linked(package.main, "slideMaster") + sorted(layouts_of(package)):
        faults += [f"{part}: {fault}" for fault in find_shape_faults(package, part)]
    return faults


def layouts_of(package):
    return {layout for master in package.linked(package.main, "slideMaster") for layout in package.linked(master, "slideLayout")}


def find_number_faults(package, tree):
    slides = [int(one.get("id")) for one in tree.iter(P + "sldId")]
    masters = [int(one.get("id")) for one in tree.iter(P + "sldMasterId")]
    for master in package.linked(package.main, "slideMaster"):
        masters += [int(one.get("id")) for one in package.tree(master).iter(P + "sldLayoutId")]
        if len(package.linked(master, "theme")) != 1:
            yield f"{master} has no theme of its own"
        for layout in package.linked(master, "slideLayout"):
            if package.linked(layout, "slideMaster") != [master]:
                yield f"{layout} does not lead back to {master}"
    if len(set(slides)) != len(slides) or not all(FIRST_OF_SLIDES <= number < FIRST_OF_MASTERS for number in slides):
        yield f"slides have the numbers {slides}"
    if len(set(masters)) != len(masters) or min(masters) < FIRST_OF_MASTERS:
        yield f"masters and layouts have the numbers {masters}"


def find_shape_faults(package, part):
    ids = [shape.get("id") for shape in package.tree(part).iter(P + "cNvPr")]
    yield from (f"two shapes have the id {number}" for number in set(ids) if ids.count(number) > 1)


def holders(tree):
    """What is held, and in which place."""
    return [(one.get("type", "obj"), one.get("idx", "0")) for one in tree.iter(P + "ph")]


def find_holder_faults(package, slide):
    layouts = package.linked(slide, "slideLayout")
    if len(layouts) != 1 or layouts[0] not in layouts_of(package):
        yield f"stands on {layouts}"
        return
    held = holders(package.tree(slide))
    yield from (f"its layout has no place for {holder}" for holder in held if holder not in holders(package.tree(layouts[0])))
    if sum(kind in ("title", "ctrTitle") for kind, _place in held) != 1:
        yield "has not one title"
    for notes in package.linked(slide, "notesSlide"):
        if package.linked(notes, "slide") != [slide] or not package.linked(notes, "notesMaster"):
            yield f"{notes} are not of this slide"


def find_table_faults(package, slide):
    for table in package.tree(slide).iter(A + "tbl"):
        n_columns = len(list(table.iter(A + "gridCol")))
        if table.find(A + "tblPr") is None or table.find(A + "tblPr").get("firstRow") != "1":
            yield "a table has no row of headings"
        yield from (f"a row has not {n_columns} cells" for row in table.iter(A + "tr") if len(row.findall(A + "tc")) != n_columns)


def find_word_faults(package, slide):
    """Whoever hears the slide, and the speller, need them."""
    tree = package.tree(slide)
    for kind, properties in (("pic", "nvPicPr"), ("graphicFrame", "nvGraphicFramePr")):
        for shape in tree.iter(P + kind):
            if not shape.find(f"{P}{properties}/{P}cNvPr").get("descr"):
                yield f"a {kind} is not described"
    for run in tree.iter(A + "r"):
        if run.find(A + "rPr") is None or not run.find(A + "rPr").get("lang"):
            yield f"a text has no language: {run.findtext(A + 't')}"
