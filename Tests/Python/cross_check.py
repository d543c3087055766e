"""Reads workbooks with three programs that share no code with the one that wrote them: all must find the same.

openpyxl and calamine read every cell; LibreOffice calculates every formula anew, from a copy in which the results that
the file holds have been replaced by nonsense. The arguments are a folder for what is made on the way, and workbooks.
"""
import datetime
import os
import re
import subprocess
import sys
import warnings
import zipfile

import openpyxl
import python_calamine

warnings.filterwarnings("ignore")
NONSENSE = "-123456789"
RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def plain(value):
    """A cell's value as both readers can give it."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    return value


def same(one, other):
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) <= 1e-12 * max(1.0, abs(one))
    return one == other


def readers_differ(path):
    """Cells that openpyxl and calamine read differently, and how many they read."""
    book = openpyxl.load_workbook(path, data_only=True)
    other = python_calamine.CalamineWorkbook.from_path(path)
    differences, cells = [], 0
    if other.sheet_names != book.sheetnames:
        differences.append(f"sheets {other.sheet_names} {book.sheetnames}")
    for sheet in book.worksheets:
        rows = other.get_sheet_by_name(sheet.title).to_python(skip_empty_area=False)
        for row in sheet.iter_rows():
            for cell in row:
                place = (cell.row - 1, cell.column - 1)
                second = rows[place[0]][place[1]] if place[0] < len(rows) and place[1] < len(rows[place[0]]) else None
                cells += plain(cell.value) is not None
                if not same(plain(cell.value), plain(second)):
                    differences.append(f"{sheet.title}!{cell.coordinate}: {cell.value!r} and {second!r}")
    return differences, cells


def poisoned(path, target):
    """A copy whose formulas have nonsense for results."""
    with zipfile.ZipFile(path) as read, zipfile.ZipFile(target, "w") as write:
        for name in read.namelist():
            data = read.read(name)
            if name.startswith("xl/worksheets/sheet"):
                data = re.sub(rb"(</f><v>)[^<]*(</v>)", rb"\g<1>" + NONSENSE.encode() + rb"\g<2>", data)
            write.writestr(name, data)


def recalculated(paths, folder):
    """The workbooks as LibreOffice calculates them."""
    profile = os.path.join(folder, "profile")
    os.makedirs(os.path.join(profile, "user"), exist_ok=True)
    with open(os.path.join(profile, "user", "registrymodifications.xcu"), "w") as settings:
        settings.write(RECALCULATE)
    output = os.path.join(folder, "recalculated")
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{os.path.abspath(profile)}", "--headless", "--convert-to", "xlsx",
         "--outdir", output] + paths, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return [os.path.join(output, os.path.basename(path)) for path in paths]


def main():
    folder, workbooks = sys.argv[1], sys.argv[2:]
    copies = []
    for index, path in enumerate(workbooks):
        copies.append(os.path.join(folder, f"{index}.xlsx"))
        poisoned(path, copies[-1])
    faults = 0
    for path, calculated in zip(workbooks, recalculated(copies, folder)):
        differences, cells = readers_differ(path)
        held, live = openpyxl.load_workbook(path, data_only=True), openpyxl.load_workbook(path)
        fresh = openpyxl.load_workbook(calculated, data_only=True)
        formulas = 0
        for sheet in live.worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type != "f":
                        continue
                    formulas += 1
                    ours = plain(held[sheet.title][cell.coordinate].value)
                    theirs = plain(fresh[sheet.title][cell.coordinate].value)
                    if not same(ours, theirs):
                        differences.append(f"{sheet.title}!{cell.coordinate} {cell.value}: {ours}, recalculated {theirs}")
        print(f"{path}: {cells} cells read alike, {formulas} formulas recalculated, {len(differences)} differences")
        for difference in differences[:20]:
            print("  " + difference)
        faults += len(differences)
    sys.exit(1 if faults else 0)


main()
