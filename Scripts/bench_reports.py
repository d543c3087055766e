"""Measures whole reports beside the one table: packs, the first screen, and releases that were missed and are made together."""
import json
import os
import shutil

from bench_runs import DATA, MILLIONS, TODAY, in_turn, make, median, table

# The dataset's records end in 2019: each schedule is due until then, and has no other period.
FIRST_MONTHS = {1: "2019-12", 36: "2017-01"}


def rows(runs, first):
    """A table of runs, with their times as multiples of the first one's."""
    lines = [f"| command | wall, s (median) | processors, s | peak memory, MB | times {first} |", "| --- | ---: | ---: | ---: | ---: |"]
    for name, its in runs.items():
        ratio = median(its) / median(runs[first])
        lines.append(f"| {name} | {median(its):.2f} | {median(its, 'cpu'):.2f} | {median(its, 'memory'):.0f} | {ratio:.2f} |")
    return "\n".join(lines)


def pack(program):
    folder = make(program, "cross", MILLIONS * 1e6)
    runs = in_turn({
        "table": table(program, folder, f"{DATA}/pack.csv"),
        "summary": [program, "summary", folder, "--today", TODAY, "-q"],
        "report": [program, "report", folder, "--today", TODAY, "-q", "-o", f"{DATA}/pack"],
    })
    return (f"`pack`: the built-in report in its usual formats, and the first screen, beside the one table of `cross`, on {MILLIONS:g} M "
            f"participations.\n\n" + rows(runs, "table"))


def schedule(folder, months):
    """The file of a schedule of the built-in report, of so many months, and the folder of its releases."""
    place = os.path.abspath(f"{DATA}/catch-up-{months}")
    shutil.rmtree(place, ignore_errors=True)
    os.makedirs(place)
    report = {"name": "monthly", "recurrence": "monthly", "dataset": os.path.abspath(folder), "output": "out"}
    with open(place + "/schedule.json", "w") as stream:
        json.dump({"from": FIRST_MONTHS[months], "reports": [report]}, stream)
    return place + "/schedule.json", place + "/out"


def catch_up(program):
    folder = make(program, "cross", MILLIONS * 1e6)
    commands = {}
    for months in FIRST_MONTHS:
        file, out = schedule(folder, months)
        # Each run begins with an empty archive.
        again = 'rm -rf "$2" && exec "$0" run "$1" --today 2020-01-01'
        commands["1 release" if months == 1 else f"{months} releases"] = ["sh", "-c", again, program, file, out]
    runs = in_turn(commands, pairs=3)
    for months in FIRST_MONTHS:
        made = [name for name in os.listdir(f"{DATA}/catch-up-{months}/out") if name[:2] == "20"]
        if len(made) != months:
            raise SystemExit(f"bench: catch-up: {len(made)} releases were made, not {months}")
    return (f"`catch-up`: monthly releases of the built-in report that are due at once, on {MILLIONS:g} M participations; the archive is "
            f"empty before each run.\n\n" + rows(runs, "1 release"))
