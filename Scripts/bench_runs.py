"""Runs of whole processes for the benchmarks, and the datasets that they read."""
import os
import statistics
import subprocess
import sys
import time

DATA = os.environ.get("TADRIB_BENCH_DATA", ".build/bench/data")
PAIRS = int(os.environ.get("TADRIB_BENCH_PAIRS", "5"))
MILLIONS = float(os.environ.get("TADRIB_BENCH_MILLIONS", "10"))
MEASURES = "enrolments,trainees,completions,trainee-hours,gain-mean"
TODAY = "2020-12-31"
# Records are read anew but where a case is about prepared ones; an older program does not know what this means.
os.environ["TADRIB_NO_CACHE"] = "1"


class Run:
    """Wall seconds, processor seconds and peak megabytes of one finished process; its standard output goes to a file if one is named."""

    def __init__(self, command, output=os.devnull, codes=(0,)):
        start = time.perf_counter()
        with open(output, "wb") as stream:
            process = subprocess.Popen(command, stdout=stream, stderr=subprocess.PIPE)
        errors = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.wall = time.perf_counter() - start
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024
        if process.returncode not in codes:
            sys.exit(f"bench: {' '.join(command)} ended with {process.returncode}: {errors.decode()[-800:]}")


def median(runs, what="wall"):
    return statistics.median(getattr(run, what) for run in runs)


def in_turn(commands, pairs=PAIRS, outputs={}, codes=(0,)):
    """Runs several commands in turn, each once to warm up; a list of runs for each name.

    Every other round goes through them backwards, so that a machine that slows down harms all alike.
    """
    runs = {name: [] for name in commands}
    for number in range(pairs + 1):
        for name, command in list(commands.items())[:: -1 if number % 2 else 1]:
            run = Run(command, outputs.get(name, os.devnull), codes)
            if number > 0:
                runs[name].append(run)
            print(f"  {name}: {run.wall:.2f} s, {run.cpu:.2f} s of processors, {run.memory:.0f} MB", file=sys.stderr)
    return runs


def make(program, name, participations, *options):
    """The folder of a made-up dataset of so many participations; it is in the page cache."""
    folder = f"{DATA}/{name}-{participations / 1e6:g}M"
    if not os.path.exists(folder + "/participations.csv"):
        Run([program, "generate", "-o", folder, "--participations", str(int(participations)), "--seed", "7", "-q", *options])
    for file in os.listdir(folder):
        with open(f"{folder}/{file}", "rb") as stream:
            while stream.read(1 << 24):
                pass
    return folder


def require_same_bytes(first, second, where):
    """Ends the benchmark if two files differ; `where` says which two."""
    with open(first, "rb") as left, open(second, "rb") as right:
        if left.read() != right.read():
            sys.exit(f"bench: {where}")


def table(program, folder, output):
    """The request that most cases measure."""
    return [program, "table", folder, "--rows", "state,year,topic", "--measures", MEASURES, "--today", TODAY, "-q", "-o", output]
