# SPDX-License-Identifier: GPL-3.0-or-later
"""The package around a document (ISO/IEC 29500-2): an archive of parts, their types, and what leads from one to another."""
import functools
import posixpath
import re
import zipfile
from xml.etree import ElementTree

TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
TERMS = "{http://purl.org/dc/terms/}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
OFFICE = "application/vnd.openxmlformats-officedocument."
MAIN_TYPES = {
    ".docx": OFFICE + "wordprocessingml.document.main+xml",
    ".xlsx": OFFICE + "spreadsheetml.sheet.main+xml",
    ".pptx": OFFICE + "presentationml.presentation.main+xml",
}
# Of parts that are led to by a relation so called.
LINKED_TYPES = {
    "slide": OFFICE + "presentationml.slide+xml",
    "slideLayout": OFFICE + "presentationml.slideLayout+xml",
    "slideMaster": OFFICE + "presentationml.slideMaster+xml",
    "notesSlide": OFFICE + "presentationml.notesSlide+xml",
    "notesMaster": OFFICE + "presentationml.notesMaster+xml",
    "theme": OFFICE + "theme+xml",
    "chart": OFFICE + "drawingml.chart+xml",
    "drawing": OFFICE + "drawing+xml",
    "worksheet": OFFICE + "spreadsheetml.worksheet+xml",
    "sharedStrings": OFFICE + "spreadsheetml.sharedStrings+xml",
    "table": OFFICE + "spreadsheetml.table+xml",
    "numbering": OFFICE + "wordprocessingml.numbering+xml",
    "header": OFFICE + "wordprocessingml.header+xml",
    "footer": OFFICE + "wordprocessingml.footer+xml",
}
UTF8_NAME = 0x800
ENCRYPTED = 0x1


class Link:
    def __init__(self, part, element):
        self.id = element.get("Id")
        self.kind = element.get("Type").rpartition("/")[2]
        self.outside = element.get("TargetMode") == "External"
        # A target that begins with a slash is one from the root.
        self.target = None if self.outside else posixpath.normpath(posixpath.join("/" + posixpath.dirname(part), element.get("Target")))[1:]


def is_text(name):
    return name.endswith((".xml", ".rels", ".svg", ".vml"))


class Package:
    def __init__(self, path):
        self.ending = path.suffix
        with zipfile.ZipFile(path) as archive:
            self.damaged = archive.testzip()
            self.entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            self.parts = {} if self.damaged else {entry.filename: archive.read(entry) for entry in self.entries}
        self.trees = {}

    def tree(self, name):
        if name not in self.trees:
            self.trees[name] = ElementTree.fromstring(self.parts[name])
        return self.trees[name]

    def links(self, part):
        """By their ids; of the package itself where @part is ""."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", name + ".rels")
        return {link.id: link for link in (Link(part, one) for one in self.tree(relations))} if relations in self.parts else {}

    def linked(self, part, *kinds):
        """The parts to which such relations lead."""
        return [link.target for link in self.links(part).values() if link.kind in kinds and not link.outside]

    @functools.cached_property
    def main(self):
        return self.linked("", "officeDocument")[0]

    @functools.cached_property
    def types(self):
        tree = self.tree("[Content_Types].xml")
        endings = {one.get("Extension").lower(): one.get("ContentType") for one in tree.iter(TYPES + "Default")}
        own = {one.get("PartName")[1:]: one.get("ContentType") for one in tree.iter(TYPES + "Override")}
        return {name: own.get(name, endings.get(name.rpartition(".")[2].lower())) for name in self.parts}

    def find_faults(self):
        return (list(self.find_archive_faults()) or list(self.find_text_faults())
                or list(self.find_type_faults()) + list(self.find_link_faults()) + list(self.find_property_faults()))

    def find_archive_faults(self):
        if self.damaged:
            yield f"{self.damaged} is damaged"
        if "[Content_Types].xml" not in self.parts or "_rels/.rels" not in self.parts:
            yield "no package"
        lower = [entry.filename.lower() for entry in self.entries]
        yield from (f"{name} is there twice" for name in set(lower) if lower.count(name) > 1)
        for entry in self.entries:
            if entry.flag_bits & ENCRYPTED or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                yield f"{entry.filename} is packed in a way of which offices know nothing"
            if not entry.filename.isascii() and not entry.flag_bits & UTF8_NAME:
                yield f"{entry.filename} does not say how its name is written"

    def find_text_faults(self):
        for name in filter(is_text, self.parts):
            try:
                self.tree(name)
            except ElementTree.ParseError as error:
                yield f"{name}: {error}"
                continue
            data = self.parts[name]
            if b"<!DOCTYPE" in data[:1000]:
                yield f"{name} has a document type"
            # What may be skipped has to be declared, even where none of it is left.
            for prefixes in re.findall(rb'\bIgnorable="([^"]*)"', data[:20000]):
                yield from (f"{name} declares nothing as {prefix.decode()}" for prefix in prefixes.split() if b"xmlns:" + prefix + b"=" not in data)

    def find_type_faults(self):
        yield from (f"{name} has no type" for name, type in self.types.items() if type is None and name != "[Content_Types].xml")
        named = [one.get("PartName")[1:] for one in self.tree("[Content_Types].xml").iter(TYPES + "Override")]
        yield from (f"{name} has a type but is not there" for name in set(named) - set(self.parts))
        yield from (f"{name} has two types" for name in set(named) if named.count(name) > 1)
        if not self.linked("", "officeDocument"):
            yield "nothing to begin with"
        elif self.types.get(self.main) != MAIN_TYPES[self.ending]:
            yield f"{self.main} is no {self.ending}: {self.types.get(self.main)}"

    def find_link_faults(self):
        reached, waiting = set(), [""]
        while waiting:
            part = waiting.pop()
            yield from self.find_faults_of_links(part)
            found = {link.target for link in self.links(part).values() if not link.outside} & set(self.parts) - reached
            reached |= found
            waiting += found
        yield from (f"nothing leads to {name}" for name in set(self.parts) - reached
                    if name != "[Content_Types].xml" and not name.endswith(".rels"))

    def find_faults_of_links(self, part):
        links = self.links(part)
        for link in links.values():
            if not link.outside and link.target not in self.parts:
                yield f"{part} leads to {link.target}, which is not there"
            elif LINKED_TYPES.get(link.kind, self.types.get(link.target)) != self.types.get(link.target):
                yield f"{part} leads to {link.target} as {link.kind}, which is {self.types[link.target]}"
        if part and is_text(part):
            used = {value for element in self.tree(part).iter() for name, value in element.attrib.items() if name.startswith(R)}
            yield from (f"{part} names {name}, which leads nowhere" for name in used - set(links) if name)

    def find_property_faults(self):
        for part in self.linked("", "core-properties"):
            tags = [one.tag for one in self.tree(part)]
            yield from (f"{part} says {tag} twice" for tag in set(tags) if tags.count(tag) > 1)
            for day in self.tree(part):
                if day.tag.startswith(TERMS) and not re.fullmatch(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))?", day.text or ""):
                    yield f"{part}: {day.text} is no time"
