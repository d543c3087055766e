"""Writes datasets as workbooks with several programs, and has the same report made of each: all must give the same tables.

The arguments are the program, a folder for what is made on the way, and folders of datasets.
"""
import csv
import datetime
import filecmp
import json
import os
import re
import subprocess
import sys

import openpyxl
import pandas
import rustpy_xlsxwriter
import xlsxwriter

NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,11})(\.[0-9]{0,5}[1-9])?$")
# The table that names the files and their digests.
FILES = "quality.csv"
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}$")


def typed(text, column):
    """A field as somebody would have it in a spreadsheet: days and numbers as such, identifiers as text."""
    if DATE.match(text):
        return datetime.date.fromisoformat(text)
    if NUMBER.match(text) and not column.endswith("_id"):
        return float(text) if "." in text else int(text)
    return text or None


def settings(folder):
    """The settings of a dataset as rows of a sheet."""
    path = os.path.join(folder, "dataset.json")
    if not os.path.exists(path):
        return
    with open(path, encoding="utf-8") as file:
        for key, value in json.load(file).items():
            if isinstance(value, dict):
                yield from ([f"{key}.{language}", text] for language, text in value.items())
            else:
                yield [key, ", ".join(value) if isinstance(value, list) else value]


def sheets(folder):
    """Name, headings and rows of each table."""
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".csv"):
            continue
        with open(os.path.join(folder, name), encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        yield name[:-4], rows[0], [[typed(text, rows[0][at]) for at, text in enumerate(row)] for row in rows[1:]]
    rows = list(settings(folder))
    if rows:
        yield "settings", ["key", "value"], rows


def by_openpyxl(path, tables):
    book = openpyxl.Workbook(write_only=True)
    for name, headings, rows in tables:
        sheet = book.create_sheet(name)
        for row in [headings] + rows:
            sheet.append(row)
    book.save(path)


def by_xlsxwriter(path, tables):
    book = xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"})
    for name, headings, rows in tables:
        sheet = book.add_worksheet(name)
        for number, row in enumerate([headings] + rows):
            for at, value in enumerate(row):
                if isinstance(value, str):
                    sheet.write_string(number, at, value)
                elif value is not None:
                    sheet.write(number, at, value)
    book.close()


def by_pandas(path, tables):
    with pandas.ExcelWriter(path, engine="openpyxl") as writer:
        for name, headings, rows in tables:
            frame = pandas.DataFrame(rows, columns=headings)
            for column in headings:
                values = [value for value in frame[column] if value is not None]
                if values and all(isinstance(value, datetime.date) for value in values):
                    frame[column] = pandas.to_datetime(frame[column])
                elif values and all(isinstance(value, (int, float)) for value in values):
                    frame[column] = frame[column].astype(float)
            frame.to_excel(writer, sheet_name=name, index=False)


def by_rust(path, tables):
    """The crate rust_xlsxwriter, through its binding."""
    book = rustpy_xlsxwriter.FastExcel(path)
    for name, headings, rows in tables:
        book = book.sheet(name, [dict(zip(headings, row)) for row in rows])
    book.save()


def by_libreoffice(path, source):
    """A workbook of another program, opened and saved anew."""
    folder, name = os.path.split(path)
    ending = name.rsplit(".", 1)[1]
    os.makedirs(folder + "/saved", exist_ok=True)
    subprocess.run(
        ["soffice", "--headless", "--convert-to", ending, "--outdir", folder + "/saved", source],
        check=True, capture_output=True)
    saved = os.path.splitext(os.path.basename(source))[0] + "." + ending
    os.replace(os.path.join(folder, "saved", saved), path)


def report(program, dataset, into):
    """The tables of the report on a dataset."""
    done = subprocess.run(
        [program, "report", dataset, "--today", "2019-12-31", "--max-rejects", "5%", "-q", "--format", "csv", "-o", into],
        capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{dataset}: {done.stderr}")
    return os.path.join(into, "tables")


def counts(tables):
    """What the table of files says of each, but for its name and digest."""
    with open(os.path.join(tables, FILES), encoding="utf-8-sig", newline="") as file:
        return [row[1:-1] for row in csv.reader(file)]


def main(program, made, *datasets):
    differ = False
    for dataset in datasets:
        base = os.path.join(made, os.path.basename(dataset.rstrip("/")))
        expected = report(program, dataset, base + "-folder")
        tables = list(sheets(dataset))
        books = {way: f"{base}-{way}.xlsx" for way in ["openpyxl", "xlsxwriter", "pandas", "rust", "libreoffice"]}
        by_openpyxl(books["openpyxl"], tables)
        by_xlsxwriter(books["xlsxwriter"], tables)
        by_pandas(books["pandas"], tables)
        by_rust(books["rust"], tables)
        by_libreoffice(books["libreoffice"], books["xlsxwriter"])
        books["ods"] = f"{base}-libreoffice.ods"
        by_libreoffice(books["ods"], books["openpyxl"])
        for way, book in books.items():
            found = report(program, book, f"{base}-{way}")
            names = sorted(os.listdir(expected))
            plain = [name for name in names if name != FILES]
            _, other, missing = filecmp.cmpfiles(expected, found, plain, shallow=False)
            wrong = other + missing + sorted(set(os.listdir(found)) ^ set(names))
            if counts(expected) != counts(found):
                wrong.append(FILES)
            print(f"{book}: {len(names)} tables, {len(wrong)} differ {' '.join(wrong)}")
            differ = differ or bool(wrong)
    sys.exit(differ)


main(*sys.argv[1:])
