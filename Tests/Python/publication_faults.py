"""Shows that the rules of publication_rules.py see what breaks them: each fault is put into a sound workbook, alone.

The argument is an accessible workbook in Arabic, whose fourth sheet has a table. Prints each fault that is not seen.
"""
import os
import subprocess
import sys
import tempfile

import openpyxl
from openpyxl.chart import BarChart
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.filters import AutoFilter

RULES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "publication_rules.py")


def heading(sheet):
    """The row of the headings of a sheet's table."""
    return openpyxl.utils.range_boundaries(next(iter(sheet.tables.values())).ref)[1]


def put(part, **values):
    """Gives a part of a workbook other values."""
    for name, value in values.items():
        setattr(part, name, value)


# Each fault: what it does to the workbook, the table's sheet and the row below the headings, and the rule that must see it.
FAULTS = [
    (lambda b, s, r: s.insert_rows(3), "a blank row"),
    (lambda b, s, r: s.cell(2, 2, "x"), "text beside column A"),
    (lambda b, s, r: s.cell(r, s.max_column + 1, 1), "something beside or below the table"),
    (lambda b, s, r: s.cell(s.max_row + 1, 1, "x"), "something beside or below the table"),
    (lambda b, s, r: put(s.cell(1, 1), value=None), "no title in A1"),
    (lambda b, s, r: put(s.cell(1, 1), font=Font(name="Arial", size=12, bold=True)), "font"),
    (lambda b, s, r: put(s.cell(r, 2), font=Font(name="Calibri", size=12)), "font"),
    (lambda b, s, r: put(s.cell(r, 2), fill=PatternFill("solid", fgColor="FFFF00")), "a fill"),
    (lambda b, s, r: put(s.cell(r, 2), alignment=Alignment(readingOrder=1)), "no reading order"),
    (lambda b, s, r: put(s.cell(r, 2), number_format="General"), "a number without a format"),
    (lambda b, s, r: put(s.cell(r - 1, 2), alignment=Alignment(readingOrder=2)), "a heading that is not wrapped"),
    (lambda b, s, r: s.cell(r - 1, 2, s.cell(r - 1, 3).value), "headings that are empty or the same"),
    (lambda b, s, r: s.cell(r - 1, 2, "x [ملاحظة 2]"), "a marker that can be broken over lines"),
    (lambda b, s, r: s.cell(r, 2, "many"), "words among figures"),
    (lambda b, s, r: s.cell(r, 2, "[c]"), "shorthand that is not explained"),
    (lambda b, s, r: put(s.cell(r, 2), value=None), "an empty cell"),
    (lambda b, s, r: s.cell(r, 2, "7 [ملاحظة 1]"), "a note in a cell of figures"),
    (lambda b, s, r: s.cell(r, 2, "=1+1"), "a formula"),
    (lambda b, s, r: s.merge_cells("A2:B2"), "merged cells"),
    (lambda b, s, r: put(s, freeze_panes="A3"), "panes"),
    (lambda b, s, r: put(s.auto_filter, ref="A2:B3"), "a filter"),
    (lambda b, s, r: put(next(iter(s.tables.values())), autoFilter=AutoFilter(ref="A2:B3")), "filters"),
    (lambda b, s, r: s.tables.clear(), "not one table"),
    (lambda b, s, r: put(s.row_dimensions[r], hidden=True), "something hidden"),
    (lambda b, s, r: put(s.column_dimensions["B"], hidden=True), "something hidden"),
    (lambda b, s, r: put(s, sheet_state="hidden"), "hidden"),
    (lambda b, s, r: put(s.row_dimensions[r], outlineLevel=1), "an outline"),
    (lambda b, s, r: put(s.oddHeader.center, text="x"), "a header or footer"),
    (lambda b, s, r: s.add_chart(BarChart(), "D1"), "an image or chart"),
    (lambda b, s, r: put(s.cell(r, 2), comment=Comment("x", "y")), "a comment"),
    (lambda b, s, r: put(s.sheet_view.selection[0], activeCell="B2"), "the cursor is not in A1"),
    (lambda b, s, r: s.column_dimensions.pop("B"), "no width"),
    (lambda b, s, r: s.cell(3, 1, "x"), "no source"),
    (lambda b, s, r: b.worksheets[2].cell(heading(b.worksheets[2]) + 1, 1, "[ملاحظة 7]"),
     "notes that are not numbered one after the other"),
    (lambda b, s, r: s.cell(1, 1, "x"), "notes that are not numbered by appearance, or not used"),
    (lambda b, s, r: put(b.worksheets[1].cell(heading(b.worksheets[1]) + 2, 1), hyperlink=None),
     "contents that do not lead to every sheet"),
    (lambda b, s, r: put(b, active=2), "it does not open at the cover"),
    (lambda b, s, r: put(b.properties, title=None), "not set: title"),
    (lambda b, s, r: put(b.properties, subject=None), "not set: subject"),
    (lambda b, s, r: put(b.properties, creator=""), "not set: creator"),
]

with tempfile.TemporaryDirectory() as folder:
    for number, (fault, rule) in enumerate(FAULTS):
        book = openpyxl.load_workbook(sys.argv[1])
        sheet = book.worksheets[3]
        fault(book, sheet, heading(sheet) + 1)
        path = os.path.join(folder, f"{number}.xlsx")
        book.save(path)
        seen = subprocess.run([sys.executable, RULES, path], capture_output=True, text=True)
        if not any(rule in line for line in seen.stdout.split("\n")):
            print(f"{number}: {rule}: {seen.stdout}{seen.stderr}")
