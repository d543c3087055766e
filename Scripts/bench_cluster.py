"""The case `cluster` of the benchmarks: how many machines of Spark are as quick as one with the program."""
import os
import shutil
import sys

from bench_runs import DATA, MILLIONS, Run, in_turn, make, median, require_same_bytes, table
from bench_stores import engine


def answer(folder, whose):
    return f"{DATA}/cluster-{os.path.basename(folder)}-{whose}.csv"


def lake(folder, parts=8):
    """The folder with its participations in parts, since Spark gives a file of CSV to one worker; made records have a line each."""
    place = os.path.abspath(folder) + ".lake"
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(folder, place, ignore=shutil.ignore_patterns("participations.csv"))
    os.makedirs(place + "/participations.csv")
    with open(folder + "/participations.csv") as stream:
        header = stream.readline()
        files = [open(f"{place}/participations.csv/part-{number}.csv", "w") for number in range(parts)]
        for file in files:
            file.write(header)
        for number, line in enumerate(stream):
            files[number % parts].write(line)
        for file in files:
            file.close()
    return place


def spark_times(program, lakes, workers):
    """Wall seconds of the table of each folder, which has a lake, by a Spark of so many workers of one processor each, after one to warm up."""
    setting = {"TADRIB_SPARK_WORKERS": str(workers), "TADRIB_SPARK_MEMORY": "4"}
    os.environ.update(setting)
    times = []
    try:
        server = engine("spark", "start")
        for folder, place in lakes.items():
            command = table(program, f"{server}/;lake={place}", answer(folder, "spark"))
            if not times:
                Run(command)
            times.append(Run(command).wall)
            print(f"  Spark, {workers} workers, {folder}: {times[-1]:.1f} s", file=sys.stderr)
            require_same_bytes(answer(folder, "spark"), answer(folder, "tadrib"), f"cluster: Spark gives another table of {folder}")
    finally:
        engine("spark", "stop")
        for name in setting:
            del os.environ[name]
    return times


def cluster(program):
    """The section's text: times of two sizes, by one and two workers, and by the program on one and two processors."""
    # The larger one takes minutes as it is.
    sizes = [MILLIONS / 10, MILLIONS * 3 / 10]
    folders = [make(program, "cross", size * 1e6) for size in sizes]
    ours = {"one": [], "two": []}
    for folder in folders:
        command = table(program, folder, answer(folder, "tadrib"))
        for name, its in in_turn({"one": ["taskset", "-c", "0", *command], "two": command}, pairs=3).items():
            ours[name].append(median(its))
    lakes = {folder: lake(folder) for folder in folders}
    spark = {"one": spark_times(program, lakes, 1), "two": spark_times(program, lakes, 2)}
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
    return (f"`cluster`: the request of `cross` at two sizes, counted at a server of Spark 4.3.0 with one worker and with two, of one processor and 4 GB each; "
            f"CSV files as a lake, the participations in 8 parts, after a run to warm up; all answers have the same bytes. Spark's driver runs beside them on the same two processors.\n\n"
            + "\n".join(lines)
            + f"\n\nWith one worker a participation takes {each(spark['one']):.2f} µs, and each question {fixed:.1f} s besides; the program takes "
            f"{each(ours['one']):.3f} µs on one processor. A second worker makes the larger size {gain:.2f} times as fast. "
            f"**Workers that share all of that without loss overtake the program on one processor where they are more than {share:.0f}, and "
            f"the participations more than {fixed / each(ours['one']):.0f} M.**")
