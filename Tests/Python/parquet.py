"""Holds tables read from Parquet against the same tables as CSV: parquet.py PROGRAM DUCKDB FOLDER SAMPLE..."""
import glob
import os
import shutil
import subprocess
import sys

program, duckdb, folder, *samples = sys.argv[1:]
failures = 0


def table(dataset, rows):
    words = [program, "table", dataset, "--rows", rows, "--measures", "trainees,completions,trainee-hours,cost",
             "--totals", "--today", "2025-12-31", "--max-rejects", "5%", "-q", "-f", "csv"]
    path = os.path.dirname(duckdb) + ":" + os.environ["PATH"]
    return subprocess.run(words, capture_output=True, text=True, env={**os.environ, "PATH": path})


for sample in samples:
    name = os.path.basename(sample.rstrip("/"))
    made = os.path.join(folder, name)
    shutil.rmtree(made, ignore_errors=True)
    os.makedirs(made)
    for file in glob.glob(sample + "/*"):
        if not file.endswith(".csv"):
            if os.path.isfile(file):
                shutil.copy(file, made)
            continue
        target = os.path.join(made, os.path.basename(file)[:-4] + ".parquet")
        # Numbers and days as such, so that DuckDB has to write them as text again; identifiers stay text.
        query = f"COPY (SELECT * FROM read_csv('{file}', header = true, all_varchar = false)) TO '{target}' (FORMAT parquet)"
        subprocess.run([duckdb, "-init", "/dev/null", ":memory:", "-c", query], check=True)
    for rows in ["state", "topic,year", "institution,sex"]:
        expected, found = table(sample, rows), table(made, rows)
        if expected.returncode or expected.stdout != found.stdout:
            failures += 1
            print(f"{name}, {rows}: differs\n{found.stderr}")
    print(f"{name}: 3 tables from Parquet")
sys.exit(1 if failures else 0)
