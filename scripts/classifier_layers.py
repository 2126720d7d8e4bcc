#!/usr/bin/env python3
"""What each layer of the classifier adds, in one table.

    scripts/classifier_layers.py COLLECTOR SHARED

Columns: rules alone (the section of an item's feed, else articles); with what is known of projects and
kinds of news; with the model too. Rows: the labelled items, dated as in classifier_score.py ('last' and
'folds'), of them those of mixed sources (hosts whose items stand in three sections and more) and of unseen ones
(no issue that was learned from prints that host or repository); then the news of both replays, where each feed
has its section, and those of its mixed feeds (whose news stand in two sections and more).
"""
import collections
import json
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile

import classifier_score as score

BLANK = "# A model of collector, form 1\nsections articles clients libraries servers\n"
LAYERS = ("rules alone", "with registry", "with model")


def place(url):
    return score.repository(url) or re.sub(r"^https?://(www\.)?", "", url.lower()).split("/")[0]


def forget(database):
    """Puts a model there that knows nothing."""
    with sqlite3.connect(database) as db:
        db.execute("INSERT OR REPLACE INTO documents (name, text) VALUES ('model', ?)", (BLANK,))
    db.close()


class Layered(score.Measure):
    def predict(self, seen, items):
        """For each item: its answer by layer, and whether its place is new."""
        full = super().predict(seen, items)
        work = self.work / str(self.runs)
        forget(work / "news.db")
        known = self.run("--config", str(work / "feeds.yaml"), "--db", str(work / "news.db"), "classify",
                         str(work / "items.jsonl"))
        printed = "\n".join(self.issues[day].read_text(encoding="utf-8") for day in seen).lower()
        return [("articles", json.loads(k)["section"], f["section"], place(i["url"]) not in printed)
                for i, k, f in zip(items, known.splitlines(), full)]


def labelled(collector, shared, work):
    read = [json.loads(line) for line in open(shared / "data/newsletter-items.jsonl", encoding="utf-8")]
    items = [i for i in read if i["issue"] >= score.FIRST and i["section"] in score.SECTIONS and i["url"]]
    issues = {p.name[:10]: p for p in sorted((shared / "newsletters").glob("20*-newsletter.md"))}
    registry = score.Registry((shared / "data/xmpp-software.json").read_text(encoding="utf-8"), False)
    measure = Layered(collector, issues, registry, work)
    of_host = collections.defaultdict(set)
    for item in items:
        of_host[place(item["url"])].add(item["section"])
    days = sorted({i["issue"] for i in items})
    hidden = [("last", {d for d in days if d >= score.SPLIT}, {d for d in issues if d < score.SPLIT})]
    for n in range(score.FOLDS):
        out = set(days[n::score.FOLDS])
        hidden.append(("folds", out, set(issues) - out))
    rows = collections.defaultdict(list)
    for name, out, seen in hidden:
        some = [i for i in items if i["issue"] in out]
        for item, answer in zip(some, measure.predict(sorted(seen), some)):
            rows[name].append((item["section"], answer))
            if len(of_host[place(item["url"])]) > 2:
                rows[name + ", mixed sources"].append((item["section"], answer))
            if answer[3]:
                rows[name + ", unseen sources"].append((item["section"], answer))
    return rows


def replayed(collector, shared, work):
    """The news of a replay by feed, wanted section and answers; a feed's section comes from its list."""
    sys.path.insert(0, str(shared / "replay"))
    import run_replay
    rows = collections.defaultdict(list)
    for folder in sorted((shared / "replay").glob("replay-*")):
        subprocess.run([sys.executable, str(shared / "replay/run_replay.py"), "--collector", collector, "--keep",
                        str(work), str(folder)], stdout=subprocess.DEVNULL)
        kept = work / folder.name
        window = run_replay.Replay(folder, collector, work / "windows" / folder.name)
        base = [collector, "--config", str(kept / "feeds.yaml"), "--db", str(kept / "news.db")]

        def output(*args):
            return json.loads(subprocess.run([*base, *args, "--format", "json"], capture_output=True, text=True,
                                             check=True).stdout)

        def exported():
            """Where a page stands in what is exported: the section of its story."""
            placed = {}
            for section in output("export", "--from", window.first, "--to", window.last)["sections"]:
                entries = list(section["entries"])
                for entry in entries:
                    entries += entry.get("entries") or []
                    for url in [entry.get("url"), *(entry.get("urls") or [])]:
                        if url:
                            placed.setdefault(run_replay.canonical(url), section["section"])
            return placed

        feed_of = {run_replay.canonical(i["url"]): i["feed"] for i in output("list", "--all") if i["url"]}
        full = exported()
        forget(kept / "news.db")
        subprocess.run([*base, "-q", "classify", "--reapply"], check=True, stdout=subprocess.DEVNULL)
        known = exported()
        feeds = (kept / "feeds.yaml").read_text(encoding="utf-8")
        sections = {json.loads(name): section for name, section in
                    re.findall(r'(?m)^  - name: (".*")\n(?:    (?!section).*\n)*(?:    section: "(\w+)")?', feeds)}
        found = []
        for line in open(next(folder.glob("expected-*.jsonl")), encoding="utf-8"):
            want = json.loads(line)
            section = run_replay.SECTIONS.get(want["section"], want["section"])
            if want.get("kind", "item") != "item" or section.startswith("xep/"):
                continue
            at = next((u for u in map(run_replay.canonical, [want["url"], *want.get("alt_urls", [])]) if u in feed_of), None)
            if at:
                found.append((feed_of[at], section, (sections.get(feed_of[at]) or "articles",
                                                     known.get(at), full.get(at))))
        of_feed = collections.defaultdict(set)
        for feed, section, _ in found:
            of_feed[feed].add(section)
        for feed, section, answer in found:
            rows[folder.name].append((section, answer))
            if len(of_feed[feed]) > 1:
                rows[folder.name + ", mixed feeds"].append((section, answer))
    return rows


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__.split("\n\n")[1])
    collector, shared = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
    with tempfile.TemporaryDirectory() as temporary:
        work = pathlib.Path(temporary)
        rows = {**labelled(collector, shared, work), **replayed(collector, shared, work / "replays")}
    print("%-30s %6s" % ("", "items") + "".join("%16s" % layer for layer in LAYERS))
    for name, answers in rows.items():
        right = [sum(answer[layer] == section for section, answer in answers) for layer in range(len(LAYERS))]
        print("%-30s %6d" % (name, len(answers)) + "".join("%8d (%.3f)" % (r, r / len(answers)) for r in right))


if __name__ == "__main__":
    main()
