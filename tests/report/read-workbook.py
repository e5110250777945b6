# SPDX-License-Identifier: GPL-3.0-or-later
"""Says what another program finds in a workbook: one fact a line."""
import datetime
import pathlib
import sys

import openpyxl

sys.dont_write_bytecode = True
sys.path.append(str(pathlib.Path(__file__).parent.parent))
import open_xml  # noqa: E402


def show(value):
    if isinstance(value, datetime.datetime):
        return "date " + value.date().isoformat()
    return f"{type(value).__name__} {value}"


for fault in open_xml.find_faults(sys.argv[1]) + open_xml.find_chart_faults(sys.argv[1]):
    print(fault, file=sys.stderr)
book = openpyxl.load_workbook(sys.argv[1])
print("created", book.properties.created.isoformat())
print("title", book.properties.title)
for sheet in book:
    setup = sheet.page_setup
    print(f"sheet {sheet.title}: {sheet.max_row} x {sheet.max_column}")
    print("  freeze", sheet.freeze_panes, "filter", sheet.auto_filter.ref, "repeat", sheet.print_title_rows)
    print("  paper", setup.paperSize, setup.orientation, "fit", setup.fitToWidth, setup.fitToHeight)
    print("  header", sheet.oddHeader.center.text, "|", sheet.oddHeader.right.text)
    print("  charts", len(sheet._charts))
    print("  heights", *(f"{row}:{int(known.height)}" for row, known in sorted(sheet.row_dimensions.items()) if known.height), "")
    for row in sheet.iter_rows(max_row=60):
        for cell in row:
            if cell.value is not None:
                print(f"  {cell.coordinate} {show(cell.value)} [{cell.number_format}] {cell.data_type}")
