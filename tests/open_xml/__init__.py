# SPDX-License-Identifier: GPL-3.0-or-later
"""What office programs refuse or repair in a .docx, .xlsx or .pptx, by rules that no schema states.

They take for granted that the parts of a package lead to each other, and that numbers, names and places within them agree."""
import pathlib

from . import document, presentation, workbook
from .package import Package

READERS = {".docx": document.find_faults, ".xlsx": workbook.find_faults, ".pptx": presentation.find_faults}


def find_faults(path):
    """What is wrong with the file, each with the part in which it is; none with a file of another kind."""
    path = pathlib.Path(path)
    if path.suffix not in READERS:
        return []
    package = Package(path)
    # Where parts are missing nothing can be said about what is in them.
    return package.find_faults() or READERS[path.suffix](package)


def find_chart_faults(path):
    """What is wrong with the charts of a workbook of our own, in which nothing has changed since they were drawn."""
    return workbook.find_chart_faults(Package(pathlib.Path(path)))


def find_faults_in(path, since):
    """Likewise, of that file, or of those in that folder, where it was written since then: each with its file's name."""
    path = pathlib.Path(path)
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    return [f"{file.name}: {fault}" for file in files if file.is_file() and file.stat().st_mtime_ns >= since
            for fault in find_faults(file)]
