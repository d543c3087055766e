"""Lists the cells of a workbook, one a line: sheet, row, column, n or s, value."""
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
with open(sys.argv[2], "w") as output:
    for number, sheet in enumerate(book.worksheets):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is None:
                    continue
                kind = "n" if isinstance(cell.value, (int, float)) else "s"
                value = str(cell.value).replace("\n", " ").replace("\t", " ")
                output.write(f"{number}\t{cell.row - 1}\t{cell.column - 1}\t{kind}\t{value}\n")
