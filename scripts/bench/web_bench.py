#!/usr/bin/env python3
"""How long the month page takes five reviewers at once while a fetch runs.

    python3 scripts/bench/web_bench.py [--collector PATH] [--items 10000] [--months 1] [--seconds 20]

Fills a store from feeds of its own, then lets five reviewers load pages of the month and decide now and then, each as
fast as answers come but with a second's thought in between (--thought), while `fetch --force` runs again and again on
feeds that change each time. Feeds and reviewers are processes of their own, so that what is measured is not this script.
Prints the times that the month page and the decisions took, and fails if the 99th percentile of the pages is not below
--limit milliseconds. Standard library only.
"""
import argparse, concurrent.futures, datetime as dt, http.client, http.server, multiprocessing, pathlib, random, re
import subprocess, sys, tempfile, time, urllib.parse

FEEDS = 100
NOW = "2024-02-25T12:00:00Z"


class Feeds(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    items, months, asked = 0, 1, {}

    def do_GET(self):
        number = int(self.path.strip("/"))
        Feeds.asked[number] = Feeds.asked.get(number, -1) + 1  # one entry more each time
        body = feed(number, self.items, self.months, Feeds.asked[number]).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def serve_feeds(items, months, port):
    Feeds.items, Feeds.months = items, months
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Feeds)
    port.put(server.server_port)
    server.serve_forever()


def feed(number, items, months, generation):
    entries = []
    for i in range(items // FEEDS + generation):
        day = dt.datetime(2024, 1, 1) - dt.timedelta(days=30 * (i % months)) + dt.timedelta(minutes=(number * 7919 + i * 431) % 44000)
        kind = "Project%d %d.%d released" % (number, i, i % 9) if i % 3 == 0 else "How we made thing %d of feed %d" % (i, number)
        entries.append("<item><title>%s</title><guid>%d-%d</guid><link>https://blog%d.example/posts/%d</link>"
                       "<description>%s</description><pubDate>%s</pubDate></item>"
                       % (kind, number, i, number, i, "Something to read about it. " * 12, day.strftime("%a, %d %b %Y %H:%M:%S GMT")))
    return '<rss version="2.0"><channel><title>Feed %d</title>%s</channel></rss>' % (number, "".join(entries))


def fetch(collector, work):
    subprocess.run([collector, "-q", "--config", work / "feeds.yaml", "--db", work / "news.db", "--now", NOW, "fetch", "--force"], check=True)


class Reviewer:
    def __init__(self, port, seed):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.random = random.Random(seed)
        self.times, self.decisions, self.overtaken = [], [], 0

    def ask(self, method, target, body=None):
        headers = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        start = time.perf_counter()
        self.connection.request(method, target, body, headers)
        answer = self.connection.getresponse()
        page = answer.read()
        return answer.status, page.decode(), 1000 * (time.perf_counter() - start)

    def review(self, until, thought):
        while time.monotonic() < until:
            target = "/month/2024-01?page=%d" % self.random.randint(1, 20)
            status, page, took = self.ask("GET", target)
            self.times.append(took)
            assert status == 200, status
            items = re.findall(r'type="hidden" name="item" value="([^"]+)"', page)
            token = re.search(r'name="token" value="([^"]+)"', page)
            if items and self.random.random() < 0.5:
                form = {"action": self.random.choice(["keep", "drop"]), "token": token[1], "item": self.random.choice(items), "back": target}
                status, _, took = self.ask("POST", "/decide", urllib.parse.urlencode(form))
                assert status in (303, 409), status
                self.decisions.append(took)
                self.overtaken += status == 409
            time.sleep(thought * self.random.random() * 2)


def review(port, seed, until, thought):
    one = Reviewer(port, seed)
    one.review(until, thought)
    return one.times, one.decisions, one.overtaken


def line(what, times):
    times = sorted(times)
    at = lambda share: times[min(len(times) - 1, int(share * len(times)))]
    print("%s: %d, p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, longest %.1f ms" % (what, len(times), at(.5), at(.9), at(.99), times[-1]))
    return at(.99)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--collector", default="build/release/src/collector")
    parser.add_argument("--items", type=int, default=10000)
    parser.add_argument("--months", type=int, default=1, help="over which the items are spread")
    parser.add_argument("--reviewers", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--thought", type=float, default=1.0, help="seconds between two pages, on average")
    parser.add_argument("--limit", type=float, default=100, help="milliseconds")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        feed_port = multiprocessing.Queue()
        feeds = multiprocessing.Process(target=serve_feeds, args=(asked.items, asked.months, feed_port), daemon=True)
        feeds.start()
        server_port = feed_port.get()
        lines = ["settings: {allow_private_addresses: true, max_per_host: 8}", "feeds:"]
        lines += ["  - {name: feed %d, url: 'http://127.0.0.1:%d/%d'}" % (i, server_port, i) for i in range(FEEDS)]
        (work / "feeds.yaml").write_text("\n".join(lines) + "\n")
        fetch(asked.collector, work)
        pages = subprocess.Popen([asked.collector, "--config", work / "feeds.yaml", "--db", work / "news.db", "--now", NOW, "serve",
                                  "--listen", "127.0.0.1:0", "--as", "Bench"], stderr=subprocess.PIPE, text=True)
        try:
            port = int(re.search(r":(\d+)/", pages.stderr.readline())[1])
            Reviewer(port, 0).ask("GET", "/month/2024-01")
            until = time.monotonic() + asked.seconds
            fetches = 0
            with concurrent.futures.ProcessPoolExecutor(asked.reviewers) as pool:
                running = [pool.submit(review, port, seed, until, asked.thought) for seed in range(asked.reviewers)]
                while time.monotonic() < until:
                    fetch(asked.collector, work)
                    fetches += 1
                done = [one.result() for one in running]
        finally:
            pages.terminate()
            pages.wait()
        print("%d items over %d month(s), %d reviewers, %d fetches meanwhile, %d decisions overtaken"
              % (asked.items, asked.months, asked.reviewers, fetches, sum(overtaken for _, _, overtaken in done)))
        line("decisions", [took for _, decisions, _ in done for took in decisions] or [0])
        worst = line("month page", [took for times, _, _ in done for took in times])
        return 0 if worst < asked.limit else 1


if __name__ == "__main__":
    sys.exit(main())
