"""Holds an accessible workbook against the rules for one; prints each breach on a line, nothing where all is well.

The argument is the workbook. What openpyxl does not tell is looked up in the parts of the file.
"""
import re
import sys
import zipfile

import openpyxl
from openpyxl.utils import range_boundaries

SHORTHAND = re.compile(r"\[[cxzpreb]\]")
NOTE = re.compile(r"\[(?:note|ملاحظة)\s(\d+)\]")


def breach(place, rule, detail=""):
    print(f"{place}: {rule}{': ' if detail else ''}{detail}")


def check_parts(path):
    with zipfile.ZipFile(path) as parts:
        for name in parts.namelist():
            if name.startswith("xl/comments"):
                breach(name, "a comment")
            elif name.startswith(("xl/drawings", "xl/media", "xl/charts")):
                breach(name, "an image or chart")
            if name.startswith("xl/worksheets/sheet"):
                xml = parts.read(name).decode()
                for mark, rule in [
                    ("<headerFooter", "a header or footer"), ("<pane", "panes"), ("<autoFilter", "a filter"),
                    ("<mergeCell", "merged cells"), ("<conditionalFormatting", "conditional colours"),
                    ("<f>", "a formula"), ('hidden="1"', "something hidden"), ("outlineLevel", "an outline"),
                ]:
                    if mark in xml:
                        breach(name, rule)


def check_cells(sheet, is_arabic):
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is None:
                continue
            size = 16 if cell.coordinate == "A1" else 12
            if (cell.font.name, cell.font.sz) != ("Arial", size):
                breach(f"{sheet.title}!{cell.coordinate}", "font", f"{cell.font.name} {cell.font.sz}")
            if cell.fill.fill_type is not None:
                breach(f"{sheet.title}!{cell.coordinate}", "a fill")
            if is_arabic and cell.alignment.readingOrder != 2:
                breach(f"{sheet.title}!{cell.coordinate}", "no reading order")
            if isinstance(cell.value, (int, float)) and cell.number_format == "General":
                breach(f"{sheet.title}!{cell.coordinate}", "a number without a format")


def check_sheet(sheet, has_table):
    title = sheet.title
    is_arabic = bool(sheet.sheet_view.rightToLeft)
    if not sheet["A1"].value or not sheet["A1"].font.b:
        breach(title, "no title in A1")
    if sheet.freeze_panes or sheet.merged_cells.ranges or sheet.auto_filter.ref or sheet._images or sheet._charts:
        breach(title, "frozen, merged, filtered or with pictures")
    if sheet.sheet_state != "visible" or any(d.hidden for d in sheet.row_dimensions.values()):
        breach(title, "hidden")
    if any(d.hidden for d in sheet.column_dimensions.values()):
        breach(title, "a hidden column")
    cursor = [s.activeCell for s in sheet.sheet_view.selection if s.activeCell] or ["A1"]
    if cursor != ["A1"] or sheet.sheet_view.topLeftCell not in (None, "A1"):
        breach(title, "the cursor is not in A1", str(cursor))
    check_cells(sheet, is_arabic)
    tables = list(sheet.tables.values())
    if len(tables) != (1 if has_table else 0):
        breach(title, "not one table", str(len(tables)))
        return
    box = range_boundaries(tables[0].ref) if tables else (1, sheet.max_row + 1, 1, sheet.max_row + 1)
    left, top, right, bottom = box
    for row in range(1, sheet.max_row + 1):
        values = [cell.value for cell in sheet[row]]
        if not any(value is not None for value in values):
            breach(title, "a blank row", str(row))
        if row < top and any(value is not None for value in values[1:]):
            breach(title, "text beside column A", str(row))
    if not tables:
        return
    table = tables[0]
    if table.autoFilter is not None or table.headerRowCount not in (None, 1) or table.totalsRowCount:
        breach(title, "filters or more than one heading row")
    style = table.tableStyleInfo
    if style is not None and style.name is not None and (style.showRowStripes or style.showColumnStripes):
        breach(title, "stripes")
    if (left, sheet.max_row, sheet.max_column) != (1, bottom, right):
        breach(title, "something beside or below the table", table.ref)
    if top < 2:
        breach(title, "no title above the table")
    check_table(sheet, top, right, bottom)


def check_table(sheet, top, right, bottom):
    title = sheet.title
    headings = [sheet.cell(top, column) for column in range(1, right + 1)]
    if any(not cell.value for cell in headings) or len({str(c.value).lower() for c in headings}) < len(headings):
        breach(title, "headings that are empty or the same")
    if any(not cell.alignment.wrap_text for cell in headings):
        breach(title, "a heading that is not wrapped")
    if any(re.search(r"\[[^\]]* [^\]]*\]", str(cell.value)) for cell in headings):
        breach(title, "a marker that can be broken over lines")
    used = set()
    for column in range(1, right + 1):
        cells = [sheet.cell(row, column) for row in range(top + 1, bottom + 1)]
        is_numeric = any(isinstance(cell.value, (int, float)) for cell in cells)
        letter = openpyxl.utils.get_column_letter(column)
        if not any(d.min <= column <= d.max and d.customWidth for d in sheet.column_dimensions.values()):
            breach(f"{title}!{letter}", "no width")
        for cell in cells:
            place = f"{title}!{cell.coordinate}"
            if cell.value is None or cell.value == "":
                breach(place, "an empty cell")
                continue
            if not isinstance(cell.value, str):
                # Marks behind a number are part of its format.
                used.update(SHORTHAND.findall(cell.number_format))
                continue
            used.update(SHORTHAND.findall(cell.value) if title not in NOTES else [])
            if is_numeric and not all(SHORTHAND.fullmatch(word) for word in cell.value.split()):
                breach(place, "words among figures", cell.value)
            if column > 1 and NOTE.search(cell.value):
                breach(place, "a note in a cell of figures")
    lines = [str(sheet.cell(row, 1).value) for row in range(2, top)]
    for mark in sorted(used):
        if not any(line.startswith(mark) for line in lines):
            breach(title, "shorthand that is not explained", mark)
    if title in TABLES and not any(line.startswith(("Source: ", "المصدر: ")) for line in lines):
        breach(title, "no source")


def check_notes(sheets, notes):
    listed = []
    for row in notes.iter_rows(max_col=1):
        match = NOTE.fullmatch(str(row[0].value))
        if match:
            listed.append(int(match.group(1)))
    if listed != list(range(1, len(listed) + 1)):
        breach(notes.title, "notes that are not numbered one after the other", str(listed))
    met = []
    for sheet in sheets:
        for row in sheet.iter_rows():
            for cell in row:
                for number in NOTE.findall(cell.value if isinstance(cell.value, str) else ""):
                    if int(number) not in met:
                        met.append(int(number))
    if met != listed:
        breach(notes.title, "notes that are not numbered by appearance, or not used", f"{met} {listed}")


path = sys.argv[1]
check_parts(path)
book = openpyxl.load_workbook(path)
for name in ["title", "subject", "creator", "created"]:
    if not getattr(book.properties, name):
        breach("properties", "not set", name)
if book.active is not book.worksheets[0]:
    breach("workbook", "it does not open at the cover")
# Sheets of two languages are paired: as many covers, contents and notes as there are languages.
directions = [bool(sheet.sheet_view.rightToLeft) for sheet in book.worksheets]
languages = sorted(set(directions))
count = len(languages)
NOTES, TABLES = set(), set()
for is_right_to_left in languages:
    sheets = [s for s, d in zip(book.worksheets, directions) if d == is_right_to_left]
    if len(sheets) < 4:
        breach("workbook", "not cover, contents, notes and tables")
        continue
    NOTES.add(sheets[2].title)
    TABLES.update(s.title for s in sheets[3:])
    for index, sheet in enumerate(sheets):
        check_sheet(sheet, has_table=index > 0)
    check_notes(sheets[3:], sheets[2])
    links = {row[0].value for row in sheets[1].iter_rows(max_col=1) if row[0].hyperlink}
    if links != {s.title for s in sheets[2:]}:
        breach(sheets[1].title, "contents that do not lead to every sheet")
