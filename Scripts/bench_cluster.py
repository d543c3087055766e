"""The case `cluster` of the benchmarks: how many machines of Spark are as quick as one with the program."""
import os
import sys

from bench_runs import DATA, MILLIONS, Run, in_turn, make, median, table
from bench_stores import engine


def answer(folder, whose):
    return f"{DATA}/cluster-{os.path.basename(folder)}-{whose}.csv"


def spark_times(program, folders, workers):
    """Wall seconds of the table of each folder, by a Spark of so many workers of one processor each, the second of two runs."""
    os.environ["TADRIB_SPARK_WORKERS"] = str(workers)
    times = []
    try:
        server = engine("spark", "start")
        for folder in folders:
            command = table(program, f"{server}/;lake={os.path.abspath(folder)}", answer(folder, "spark"))
            runs = [Run(command) for _ in range(2)]
            times.append(runs[1].wall)
            print(f"  Spark, {workers} workers, {folder}: {runs[0].wall:.1f} s, {runs[1].wall:.1f} s", file=sys.stderr)
            with open(answer(folder, "spark"), "rb") as left, open(answer(folder, "tadrib"), "rb") as right:
                if left.read() != right.read():
                    sys.exit(f"bench: cluster: Spark gives another table of {folder}")
    finally:
        engine("spark", "stop")
        del os.environ["TADRIB_SPARK_WORKERS"]
    return times


def cluster(program):
    """The section's text: times of two sizes, by one and two workers, and by the program on one and two processors."""
    sizes = [MILLIONS / 10, MILLIONS]
    folders = [make(program, "cross", size * 1e6) for size in sizes]
    ours = {"one": [], "two": []}
    for folder in folders:
        command = table(program, folder, answer(folder, "tadrib"))
        for name, its in in_turn({"one": ["taskset", "-c", "0", *command], "two": command}, pairs=3).items():
            ours[name].append(median(its))
    spark = {"one": spark_times(program, folders, 1), "two": spark_times(program, folders, 2)}
    lines = ["| participations | Spark with 1 worker, s | with 2 workers, s | tadrib on 1 processor, s | on 2 processors, s |",
             "| ---: | ---: | ---: | ---: | ---: |"]
    for number, size in enumerate(sizes):
        lines.append(f"| {size:g} M | {spark['one'][number]:.1f} | {spark['two'][number]:.1f} | {ours['one'][number]:.2f} | {ours['two'][number]:.2f} |")

    def each(times):
        """Microseconds that a participation takes more, whatever each question takes besides."""
        return (times[1] - times[0]) / (sizes[1] - sizes[0])

    fixed = spark["one"][0] - each(spark["one"]) * sizes[0]
    gain = spark["one"][1] / spark["two"][1]
    share = each(spark["one"]) / each(ours["one"])
    return (f"`cluster`: the request of `cross` at two sizes, counted at a server of Spark 4.3.0 with one worker and with two, of one processor each; "
            f"CSV files as a lake, the second of two runs; all answers have the same bytes. Spark's driver runs beside them on the same two processors.\n\n"
            + "\n".join(lines)
            + f"\n\nWith one worker a participation takes {each(spark['one']):.2f} µs, and each question {fixed:.1f} s besides; the program takes "
            f"{each(ours['one']):.3f} µs on one processor. A second worker makes the larger size {gain:.2f} times as fast. "
            f"**Workers that share all of that without loss overtake the program on one processor where they are more than {share:.0f}.**")
