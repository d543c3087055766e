"""The benchmark of prepared records: the request of `cross` on a dataset that was read before, beside peers on files of their own."""
import os
import shutil

from bench_runs import DATA, MILLIONS, PAIRS, Run, in_turn, make, median, require_same_bytes, table

PEERS = {"tadrib": "", "duckdb": " on its own database file", "polars": " on Parquet files"}


def prepared(program, python, same_numbers):
    """The section's text; `same_numbers` compares two answers."""
    folder = make(program, "cross", MILLIONS * 1e6)
    cache = f"{DATA}/cache"
    shutil.rmtree(cache, ignore_errors=True)
    fresh, ours = f"{DATA}/prepared-fresh.csv", f"{DATA}/prepared.csv"
    first = ["env", "TADRIB_NO_CACHE=", *table(program, folder, ours), "--cache", cache]
    without = table(program, folder, fresh)
    Run(without)
    making = []
    for _ in range(3):
        shutil.rmtree(cache, ignore_errors=True)
        making.append(Run(first))
    size = sum(os.path.getsize(f"{cache}/{name}") for name in os.listdir(cache))
    commands = {"tadrib": first}
    for peer in ["duckdb", "polars"]:
        answer = f"{DATA}/prepared.{peer}.csv"
        commands[peer] = [python, "Scripts/bench-peers.py", peer + "-own", folder, answer]
        # The first run makes the peer's files.
        Run(commands[peer])
        if difference := same_numbers(ours, answer):
            raise SystemExit(f"bench: prepared: {peer} gives other numbers: {difference}")
    require_same_bytes(fresh, ours, "prepared: another table than from a fresh reading")
    runs = in_turn({"tadrib, fresh": without} | commands)
    lines = ["| program | wall, s (median) | processors, s | peak memory, MB | times ours |", "| --- | ---: | ---: | ---: | ---: |"]
    for name, its in sorted(runs.items(), key=lambda item: median(item[1])):
        lines.append(f"| {name}{PEERS.get(name, ', every table from CSV')} | {median(its):.2f} | {median(its, 'cpu'):.2f} | "
                     f"{median(its, 'memory'):.0f} | {median(its) / median(runs['tadrib']):.1f} |")
    return (f"`prepared`: the request of `cross` on {MILLIONS:g} M participations that were read before; {PAIRS} rounds in turn after one to warm up; "
            f"all answers agree, and the table has the same bytes as from a fresh reading.\n\n" + "\n".join(lines)
            + f"\n\nThe prepared records take {size / 1e6:.0f} MB, {size / MILLIONS / 1e6:.0f} bytes a participation. The reading that makes them takes "
            f"{median(making):.2f} s and {median(making, 'memory'):.0f} MB.")
