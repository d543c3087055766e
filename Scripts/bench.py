"""Measures tadrib against its peers, checks first that all give the same numbers, and writes BENCHMARKS.md.

Called by Scripts/bench. Every run is a whole process, from files in the page cache to the finished table. Ours and
theirs run in turn (A B A B ...); what counts is the ratio of medians, not seconds.
"""
import csv
import datetime
import importlib.metadata
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys

import bench_reports
from bench_cluster import cluster
from bench_prepared import prepared
from bench_runs import DATA, MILLIONS, PAIRS, TODAY, Run, in_turn, make, median, require_same_bytes, table
from bench_stores import stores

TADRIB = sys.argv[1]
PEERS = ["duckdb", "polars", "chdb", "pandas"]
PYTHON = sys.executable


def same_numbers(first, second):
    """Whether two answers agree: counts exactly, sums and means within the error of adding doubles."""
    with open(first) as left, open(second) as right:
        rows = list(csv.reader(left)), list(csv.reader(right))
    if len(rows[0]) != len(rows[1]):
        return f"{len(rows[0])} rows and {len(rows[1])}"
    for left, right in zip(rows[0][1:], rows[1][1:]):
        if left[:6] != right[:6]:
            return f"{left} and {right}"
        for a, b in zip(left[6:], right[6:]):
            if (a == "_Z") != (b == "_Z") or a != "_Z" and abs(float(a) - float(b)) > 1e-9 * max(1, abs(float(a))):
                return f"{left} and {right}"
    return None


def against_peers(name, participations, *options):
    folder = make(TADRIB, name, participations, *options)
    ours = f"{DATA}/{name}.csv"
    Run(table(TADRIB, folder, ours))
    commands = {"tadrib": table(TADRIB, folder, ours)}
    for peer in PEERS:
        answer = f"{DATA}/{name}.{peer}.csv"
        commands[peer] = [PYTHON, "Scripts/bench-peers.py", peer, folder, answer]
        Run(commands[peer])
        if difference := same_numbers(ours, answer):
            sys.exit(f"bench: {name}: {peer} gives other numbers: {difference}")
    # The slow ones are measured once; the two fastest in as many pairs as asked for.
    quick = sorted(PEERS, key=lambda peer: Run(commands[peer]).wall)[:2]
    runs = in_turn({"tadrib": commands["tadrib"]} | {peer: commands[peer] for peer in quick})
    runs |= in_turn({peer: commands[peer] for peer in PEERS if peer not in quick}, pairs=1)
    lines = ["| program | wall, s (median) | processors, s | peak memory, MB | times ours |", "| --- | ---: | ---: | ---: | ---: |"]
    for program, its in sorted(runs.items(), key=lambda item: median(item[1])):
        ratio = median(its) / median(runs["tadrib"])
        lines.append(f"| {program} | {median(its):.2f} | {median(its, 'cpu'):.2f} | {median(its, 'memory'):.0f} | {ratio:.1f} |")
    fastest = min(quick, key=lambda peer: median(runs[peer]))
    pace = median(runs[fastest]) / median(runs["tadrib"])
    memory = median(runs["tadrib"], "memory") / median(runs[fastest], "memory")
    size = sum(os.path.getsize(f"{folder}/{file}") for file in os.listdir(folder)) / 1e6
    return (f"`{name}`: {participations / 1e6:g} M participations, {size:.0f} MB; {PAIRS} rounds in turn after one to warm up; all five "
            f"answers agree.\n\n" + "\n".join(lines)
            + f"\n\n**{pace:.1f} times as fast as the fastest peer ({fastest}), with {memory:.2f} of its peak memory.**")


def cross():
    return against_peers("cross", MILLIONS * 1e6)


def hostile():
    return against_peers("hostile", MILLIONS * 1e6, "--hostile")


def scale():
    lines = ["| participations | wall, s | ns a row | peak memory, MB | bytes a row |", "| ---: | ---: | ---: | ---: | ---: |"]
    paces = []
    for millions in [MILLIONS / 10, MILLIONS, MILLIONS * 10, MILLIONS * 20, MILLIONS * 30]:
        folder = make(TADRIB, "cross", millions * 1e6)
        runs = in_turn({f"{millions:g} M": table(TADRIB, folder, f"{DATA}/scale.csv")}, pairs=3 if millions <= MILLIONS else 1)
        its = next(iter(runs.values()))
        paces.append(median(its) / millions)
        lines.append(f"| {millions:g} M | {median(its):.2f} | {median(its) / millions * 1e3:.0f} | {median(its, 'memory'):.0f} | "
                     f"{median(its, 'memory') * 1.048576 / millions:.0f} |")
        if millions > MILLIONS:
            shutil.rmtree(folder)
    mean = statistics.mean(paces)
    return ("`scale`: the request of `cross` at five sizes; the files of the largest and what the program needs are nearly all the memory of this machine.\n\n" + "\n".join(lines)
            + f"\n\nA row takes at most {max(abs(pace / mean - 1) for pace in paces):.0%} more or less than the mean of all.")


def compile_c(name):
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "xlsxwriter"], capture_output=True, text=True, check=True).stdout
    program = f"{DATA}/{name}"
    subprocess.run(["gcc", "-O2", f"Scripts/{name}.c", "-o", program, *flags.split()], check=True)
    return program


def small():
    program = compile_c("bench-cells")
    lines = ["| sample | tadrib, ms | C, ms | ratio | start-up of `tadrib --version`, ms |", "| --- | ---: | ---: | ---: | ---: |"]
    for sample, options in [("regional-centre", []), ("gulf-military-training", ["--max-rejects", "5%"])]:
        pack = f"{DATA}/pack-{sample}"
        ours = [TADRIB, "report", f"Samples/{sample}", "--today", "2019-12-31", "-q", "-o", pack, *options]
        Run(ours)
        cells = f"{DATA}/{sample}.cells"
        subprocess.run(["/usr/bin/python3", "Scripts/bench-dump.py", pack + "/report.xlsx", cells], check=True)
        bare = f"{DATA}/bare-{sample}"
        os.makedirs(bare, exist_ok=True)
        runs = in_turn({"tadrib": ours, "C": [program, cells, bare], "version": [TADRIB, "--version"]}, 20)
        lines.append(f"| {sample} | {median(runs['tadrib']) * 1e3:.0f} | {median(runs['C']) * 1e3:.0f} | "
                     f"{median(runs['tadrib']) / median(runs['C']):.1f} | {median(runs['version']) * 1e3:.0f} |")
    return ("`small`: `tadrib report` with all formats, against a C program that writes the cells of the same workbook in "
            "the same formats (read from a list; no statistics, no words, no charts, nothing synced).\n\n" + "\n".join(lines))


def sheet():
    program = compile_c("bench-sheet")
    # Of so many participations a million have a gain: a sheet holds few more rows.
    folder = make(TADRIB, "sheet", 1_380_000)
    records = [TADRIB, "records", folder, "--measure", "gain-normalised", "--names", "--today", TODAY, "-q", "-o"]
    ours = records + [f"{DATA}/records.xlsx"]
    theirs = [program, f"{DATA}/records.csv", f"{DATA}/records-c.xlsx"]
    Run(records + [f"{DATA}/records.csv"])
    runs = in_turn({"tadrib": ours, "C": theirs})
    with open(f"{DATA}/records.csv") as stream:
        columns, rows = stream.readline().count(",") + 1, sum(1 for _ in stream)
    return (f"`sheet`: {rows} records in {columns} columns into a workbook, with the reading and checking of the dataset, against a C program "
            f"that makes the same calls of libxlsxwriter on a finished CSV.\n\n"
            f"| program | wall, s | peak memory, MB |\n| --- | ---: | ---: |\n"
            + "\n".join(f"| {name} | {median(its):.2f} | {median(its, 'memory'):.0f} |" for name, its in runs.items())
            + f"\n\nRatio {median(runs['tadrib']) / median(runs['C']):.2f}.")


def check():
    folder = make(TADRIB, "cross", MILLIONS * 1e6)
    runs = in_turn({"table": table(TADRIB, folder, f"{DATA}/check.csv"), "check": [TADRIB, "check", folder, "--today", TODAY]})
    return (f"`check` of the records of `cross` takes {median(runs['check']):.2f} s, {median(runs['check']) / median(runs['table']):.2f} "
            f"times the table ({median(runs['table']):.2f} s), and {median(runs['check'], 'memory'):.0f} MB.")


def workbook():
    folder = make(TADRIB, "workbook", 1e6)
    book = f"{DATA}/workbook.xlsx"
    if not os.path.exists(book):
        subprocess.run([PYTHON, "Scripts/bench-workbook.py", "write", folder, book], check=True)
    Run(table(TADRIB, folder, f"{DATA}/workbook-folder.csv"))
    ours = table(TADRIB, book, f"{DATA}/workbook.csv")
    Run(ours)
    require_same_bytes(f"{DATA}/workbook-folder.csv", f"{DATA}/workbook.csv", "workbook: it gives another table than its folder")
    readers = {name: [PYTHON, "Scripts/bench-workbook.py", name, book] for name in ["calamine", "polars", "openpyxl"]}
    runs = in_turn({"tadrib": ours, "calamine": readers["calamine"], "polars": readers["polars"]}, pairs=3)
    runs["openpyxl"] = [Run(readers["openpyxl"])]
    lines = ["| program | wall, s (median) | processors, s | peak memory, MB | times ours |", "| --- | ---: | ---: | ---: | ---: |"]
    for program, its in runs.items():
        ratio = median(its) / median(runs["tadrib"])
        lines.append(f"| {program} | {median(its):.2f} | {median(its, 'cpu'):.2f} | {median(its, 'memory'):.0f} | {ratio:.1f} |")
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in ["openpyxl", "python-calamine", "polars"])
    return (f"`workbook`: the request of `cross` on a workbook of XlsxWriter with 1 M participations, {os.path.getsize(book) / 1e6:.0f} MB; the "
            f"others read every cell and compute nothing (openpyxl in its read-only mode; calamine and Polars from Python; {versions}).\n\n" + "\n".join(lines))


CASES = {"cross": cross, "hostile": hostile, "prepared": lambda: prepared(TADRIB, PYTHON, same_numbers), "scale": scale, "small": small,
         "sheet": sheet, "check": check, "workbook": workbook, "stores": lambda: stores(TADRIB), "cluster": lambda: cluster(TADRIB),
         "pack": lambda: bench_reports.pack(TADRIB), "catch-up": lambda: bench_reports.catch_up(TADRIB)}


def machine():
    with open("/proc/cpuinfo") as stream:
        model = re.search(r"model name\s*: (.*)", stream.read()).group(1)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout.split("\n")[0]
    tool = subprocess.run([TADRIB, "--version"], capture_output=True, text=True).stdout.strip()
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in PEERS + ["pyarrow"])
    return (f"{datetime.date.today()}, {model}, {os.cpu_count()} processors, {memory:.0f} GiB, Linux {platform.release()}; "
            f"{tool}, {swift}; Python {platform.python_version()}, {versions}.")


def main():
    names = [name for name in sys.argv[2:] if name != "all"] or list(CASES)
    if unknown := [name for name in names if name not in CASES]:
        sys.exit(f"bench: there is no case {unknown[0]}; there are {', '.join(CASES)}")
    os.makedirs(DATA, exist_ok=True)
    path = "BENCHMARKS.md"
    with open(path) as stream:
        text = stream.read()
    for case in names:
        print(f"{case} ...", file=sys.stderr)
        result = f"<!-- {case} -->\n{machine()}\n\n{CASES[case]()}\n<!-- end of {case} -->"
        print(result + "\n")
        pattern = re.compile(f"<!-- {case} -->.*?<!-- end of {case} -->", re.S)
        text = pattern.sub(lambda _: result, text)
        with open(path + ".tmp", "w") as stream:
            stream.write(text)
        os.replace(path + ".tmp", path)


main()
