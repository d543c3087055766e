"""The case `stores` of the benchmarks: the same records in databases, whose servers Scripts/engines starts."""
import os
import subprocess
import sys

from bench_runs import DATA, MILLIONS, TODAY, Run, in_turn, make, median, require_same_bytes, table


def engine(name, *words):
    """What a script of Scripts/engines prints."""
    done = subprocess.run([f"Scripts/engines/{name}", *words], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"bench: Scripts/engines/{name} {' '.join(words)}: {done.stderr[-800:]}")
    return done.stdout.split()[-1] if done.stdout.split() else ""


def stores(program):
    """Imports and tables of each store beside the folder that they were made of; all must give the same table."""
    folder = make(program, "cross", MILLIONS * 1e6)
    file = f"{DATA}/stores.db"
    for end in ["", "-wal", "-shm", "-journal"]:
        if os.path.exists(file + end):
            os.remove(file + end)
    server = engine("postgresql", "start")
    try:
        lake = engine("sail", "start")
        addresses = {"SQLite": f"sqlite:{file}", "PostgreSQL": server}
        imports = {name: Run([program, "import", folder, "--into", address, "--today", TODAY, "-q"])
                   for name, address in addresses.items()}
        lake_folder = os.path.abspath(folder)
        commands = {"folder of CSV": table(program, folder, f"{DATA}/stores-folder.csv")}
        for name, address in addresses.items():
            commands[name] = table(program, address, f"{DATA}/stores-{name}.csv")
        # It takes minutes: one run must do.
        lakes = table(program, f"{lake}/;lake={lake_folder}", f"{DATA}/stores-lake.csv")
        first_runs = [Run(command) for command in [*commands.values(), lakes]]
        for command in [*commands.values(), lakes]:
            require_same_bytes(f"{DATA}/stores-folder.csv", command[-1], f"stores: {command[2]} gives another table than the folder")
        runs = in_turn(commands, pairs=3) | {"Spark Connect (Sail)": first_runs[-1:]}
    finally:
        engine("postgresql", "stop")
        engine("sail", "stop")
    first = median(runs["folder of CSV"])
    lines = ["| records in | import, s | table, s (median) | times the folder | peak memory, MB |", "| --- | ---: | ---: | ---: | ---: |"]
    for name, its in runs.items():
        taken = f"{imports[name].wall:.0f}" if name in imports else ""
        lines.append(f"| {name} | {taken} | {median(its):.2f} | {median(its) / first:.1f} | {median(its, 'memory'):.0f} |")
    return (f"`stores`: the request of `cross` on {MILLIONS:g} M participations, {os.path.getsize(file) / 1e6:.0f} MB as a SQLite store; all give "
            f"the same table. Servers run on this machine beside the program: PostgreSQL without its log being synced, Sail on the "
            f"folder's CSV files as a lake.\n\n" + "\n".join(lines))
