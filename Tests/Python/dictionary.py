"""Makes the figures of dictionaries again, and validates the data packages with frictionless.

The arguments are the program, a folder for what is made on the way, and folders of datasets.
"""
import csv
import io
import json
import os
import shutil
import subprocess
import sys

import frictionless


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [row for row in csv.reader(file) if any(field.strip() for field in row)]


def main(program, made, *datasets):
    wrong = 0
    for dataset in datasets:
        folder = os.path.join(made, "dictionary-" + os.path.basename(dataset))
        shutil.copytree(dataset, folder)
        package = os.path.join(folder, "datapackage.json")
        done = subprocess.run(
            [program, "dictionary", folder, "--data-package", package, "--max-rejects", "5%", "--today", "2019-12-31", "-q", "-f", "csv"],
            capture_output=True, text=True, check=True)
        # Own measures have entries too, and no table.
        entries = [
            entry for entry in csv.DictReader(io.StringIO(done.stdout))
            if os.path.exists(f"{folder}/{entry['table']}.csv")]
        expected = []
        for table in dict.fromkeys(entry["table"] for entry in entries):
            names, *records = rows(f"{folder}/{table}.csv")
            for at, name in enumerate(names):
                values = [row[at] for row in records if at < len(row) and row[at]]
                expected.append((table, name, len(records), len(values), len(set(values))))
        for entry, (table, name, records, filled, distinct) in zip(entries, expected, strict=True):
            found = (entry["table"], entry["column"], int(entry["records"]), int(entry["filled"]))
            if found != (table, name, records, filled) or entry["distinct"] not in ("", str(distinct)):
                print(f"{dataset}: {found} {entry['distinct']} is not {(table, name, records, filled, distinct)}")
                wrong += 1
        report = frictionless.validate(package)
        with open(package, encoding="utf-8") as file:
            resources = json.load(file)["resources"]
        print(f"{dataset}: {len(entries)} columns, {len(resources)} resources, valid: {report.valid}")
        for task in report.tasks:
            for error in task.errors[:5]:
                print("  ", task.name, error.message)
                wrong += 1
        wrong += len(report.errors)
    sys.exit(1 if wrong else 0)


main(*sys.argv[1:])
