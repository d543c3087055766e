"""Writes a dataset as a workbook, or reads every cell of a workbook's sheets with one program.

Usage: bench-workbook.py write FOLDER BOOK, or bench-workbook.py openpyxl|calamine|polars BOOK.
"""
import csv
import datetime
import os
import re
import sys

NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,11})(\.[0-9]{0,5}[1-9])?$")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}$")


def write(folder, path):
    import xlsxwriter

    book = xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd"})
    for name in sorted(name for name in os.listdir(folder) if name.endswith(".csv")):
        sheet = book.add_worksheet(name[:-4])
        with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.reader(file)):
                if number == 0:
                    headings = row
                for at, text in enumerate(row):
                    if DATE.match(text):
                        sheet.write_datetime(number, at, datetime.datetime.fromisoformat(text))
                    elif NUMBER.match(text) and not headings[at].endswith("_id"):
                        sheet.write_number(number, at, float(text))
                    elif text:
                        sheet.write_string(number, at, text)
    book.close()


def openpyxl(path):
    from openpyxl import load_workbook

    for sheet in load_workbook(path, read_only=True, data_only=True).worksheets:
        yield sum(len(row) for row in sheet.iter_rows(values_only=True))


def calamine(path):
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        yield sum(len(row) for row in book.get_sheet_by_name(name).to_python())


def polars(path):
    from polars import read_excel

    for frame in read_excel(path, sheet_id=0, engine="calamine").values():
        yield frame.height * frame.width


if sys.argv[1] == "write":
    write(*sys.argv[2:])
else:
    print(sum(globals()[sys.argv[1]](sys.argv[2])), "cells")
