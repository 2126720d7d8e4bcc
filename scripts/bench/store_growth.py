#!/usr/bin/env python3
"""What the size of the store costs: a month listed and exported, and a fetch that brings no
news, with 10,000 and with 1,000,000 items of the same feeds and the same months.

    scripts/bench/store_growth.py COLLECTOR STORE_BENCH [FOLDER]

The databases (6 GB) are made in FOLDER (default /tmp/store-growth) and kept for the next time.
Prints the best of five runs each, and the ratio, which should stay below 2.
"""
import http.server
import os
import subprocess
import sys
import threading
import time

FEEDS = 300
PORT = 18777  # as in store_bench.cpp
SIZES = (10_000, 1_000_000)
NOW = "2025-10-15T00:00:00Z"


class Unchanged(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.send_response(304)
        self.send_header("ETag", '"same"')
        self.end_headers()

    def log_message(self, *_):
        pass


def write_config(path):
    with open(path, "w", encoding="utf-8") as file:
        file.write("settings: {allow_private_addresses: true, max_per_host: 20}\n"
                   "newsletter: {preset: none}\nfeeds:\n")
        for n in range(FEEDS):
            file.write(f'  - {{name: "feed {n}", url: "http://127.0.0.1:{PORT}/{n}"}}\n')


def best(command):
    times = []
    for _ in range(5):
        start = time.monotonic()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        times.append(time.monotonic() - start)
    return min(times)


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    collector, bench = sys.argv[1:3]
    folder = sys.argv[3] if len(sys.argv) == 4 else "/tmp/store-growth"
    os.makedirs(folder, exist_ok=True)
    config = os.path.join(folder, "feeds.yaml")
    write_config(config)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", PORT), Unchanged)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    commands = {
        "list --month": ["list", "--month", "2024-03", "--format", "json"],
        "export --month": ["export", "--month", "2024-03"],
        "fetch, no news": ["-q", "fetch", "--force"],
    }
    times = {}
    for size in SIZES:
        database = os.path.join(folder, f"{size}.db")
        if not os.path.exists(database):
            subprocess.run([bench, database, str(size), str(FEEDS)], check=True)
        for name, command in commands.items():
            times[name, size] = best([collector, "--config", config, "--db", database, "--now", NOW, *command])
    for name in commands:
        small, large = (times[name, size] for size in SIZES)
        print(f"{name:16} {small * 1000:8.1f} ms {large * 1000:8.1f} ms  {large / small:.2f}x")


if __name__ == "__main__":
    main()
