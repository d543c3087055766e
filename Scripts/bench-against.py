"""Measures two builds of tadrib against each other, and checks that both give the same bytes.

Called by Scripts/bench --against OLD_BINARY [CASE...]. Each case runs the old and the new program in turn; what counts is the median of
the ratios of the pairs. Exits with 1 if the bytes of a case differ.
"""
import os
import shutil
import statistics
import sys

from bench_runs import DATA, MILLIONS, PAIRS, TODAY, in_turn, make, median, table

OLD, NEW = sys.argv[1:3]
SAMPLE = ["Samples/regional-centre", "--today", "2019-12-31", "-q"]


def cross(program, output):
    return table(program, make(NEW, "cross", MILLIONS * 1e6), output + "/table.csv")


def hostile(program, output):
    return table(program, make(NEW, "hostile", MILLIONS * 1e6, "--hostile"), output + "/table.csv")


def check(program, output):
    return [program, "check", make(NEW, "cross", MILLIONS * 1e6), "--today", TODAY]


def small(program, output):
    return [program, "report", *SAMPLE, "-o", output + "/pack"]


def sheet(program, output):
    folder = make(NEW, "sheet", min(400_000, MILLIONS * 1e6))
    return [program, "records", folder, "--measure", "gain-normalised", "--names", "--today", TODAY, "-q", "-o", output + "/records.xlsx"]


def pack(program, output):
    return [program, "report", make(NEW, "cross", MILLIONS * 1e6), "--today", TODAY, "-q", "-o", output + "/pack"]


CASES = {case.__name__: case for case in [cross, hostile, check, small, sheet, pack]}


def contents(folder):
    """The bytes of all files below a folder, by their paths."""
    files = {}
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            with open(path, "rb") as stream:
                files[os.path.relpath(path, folder)] = stream.read()
    return files


def compare(name):
    """Measures one case; gives its row of the table, and the files whose bytes differ."""
    folders = {which: f"{DATA}/against-{name}/{which}" for which in ("old", "new")}
    commands = {}
    for which, program in (("old", OLD), ("new", NEW)):
        shutil.rmtree(folders[which], ignore_errors=True)
        os.makedirs(folders[which])
        commands[which] = CASES[name](program, folders[which])
    outputs = {which: folder + "/standard-output" for which, folder in folders.items()}
    # The check of records with errors ends with 65.
    pairs = max(PAIRS, 5) if name != "small" else max(PAIRS, 20)
    runs = in_turn(commands, pairs, outputs, codes=(0, 65) if name == "check" else (0,))
    before, after = contents(folders["old"]), contents(folders["new"])
    different = sorted(file for file in before.keys() | after.keys() if before.get(file) != after.get(file))
    ratios = {
        what: statistics.median(getattr(new, what) / getattr(old, what) for old, new in zip(runs["old"], runs["new"]))
        for what in ("wall", "cpu", "memory")
    }
    cells = [name, str(pairs)]
    for what, form in (("wall", ".3f"), ("cpu", ".3f"), ("memory", ".1f")):
        cells += [format(median(runs["old"], what), form), format(median(runs["new"], what), form), format(ratios[what], ".3f")]
    cells.append("all" if not different else f"{len(different)} of {len(after)} files differ")
    return "| " + " | ".join(cells) + " |", different


def main():
    names = [name for name in sys.argv[3:] if name != "all"] or list(CASES)
    if unknown := [name for name in names if name not in CASES]:
        sys.exit(f"bench: there is no case {unknown[0]}; there are {', '.join(CASES)}")
    rows, differences = [], {}
    for name in names:
        print(f"{name} ...", file=sys.stderr)
        row, differences[name] = compare(name)
        rows.append(row)
    print("| case | pairs | wall old, s | new | ratio | processors old, s | new | ratio | peak old, MB | new | ratio | same bytes |")
    print("| --- |" + " ---: |" * 10 + " --- |")
    print("\n".join(rows))
    for name, different in differences.items():
        for file in different:
            print(f"{name}: {file} differs: {DATA}/against-{name}/{{old,new}}/{file}")
    sys.exit(1 if any(differences.values()) else 0)


main()
