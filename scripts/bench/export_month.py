#!/usr/bin/env python3
"""What printing one month of many costs: `export --month`, its draft and its JSON, and `list --month`, on a store of
100,000 items that are spread over 24 months.

    scripts/bench/export_month.py COLLECTOR STORE_BENCH [FOLDER]

The database (0.5 GB) is made in FOLDER (default /tmp/export-month) and kept for the next time. Prints the median of nine
runs each, wall time and CPU time, less the median of `--version` (start-up), and fails when the export is not below the
limit.
"""
import os
import resource
import statistics
import subprocess
import sys
import time

ITEMS = 100_000
RUNS = 9
LIMIT_MS = 150
MONTH = ["--month", "2024-03"]
COMMANDS = {
    "export": ["export", *MONTH],
    "export --format json": ["export", *MONTH, "--format", "json"],
    "export --draft": ["export", *MONTH, "--draft"],
    "list": ["list", *MONTH, "--format", "json"],
}


def cpu():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def median(command):
    """Milliseconds of wall and of CPU time."""
    walls, cpus = [], []
    for _ in range(RUNS):
        before, start = cpu(), time.monotonic()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        walls.append(1000 * (time.monotonic() - start))
        cpus.append(1000 * (cpu() - before))
    return statistics.median(walls), statistics.median(cpus)


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    collector, bench = sys.argv[1:3]
    folder = sys.argv[3] if len(sys.argv) == 4 else "/tmp/export-month"
    os.makedirs(folder, exist_ok=True)
    database = os.path.join(folder, f"{ITEMS}.db")
    if not os.path.exists(database):
        subprocess.run([bench, database, str(ITEMS)], check=True)
    base = [collector, "--db", database, "--now", "2025-10-15T00:00:00Z"]
    start_up = median([collector, "--version"])
    print(f"{'start-up':22} {start_up[0]:6.0f} ms {start_up[1]:6.0f} ms of CPU")
    beyond = {}
    for name, command in COMMANDS.items():
        wall, used = median([*base, *command])
        beyond[name] = wall - start_up[0]
        print(f"{name:22} {beyond[name]:6.0f} ms {used - start_up[1]:6.0f} ms of CPU beyond it")
    if beyond["export"] >= LIMIT_MS:
        sys.exit(f"export: {beyond['export']:.0f} ms, {LIMIT_MS} ms are allowed")


if __name__ == "__main__":
    main()
