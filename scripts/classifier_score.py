#!/usr/bin/env python3
"""How well the classifier predicts issues it has never seen.

    scripts/classifier_score.py COLLECTOR SHARED [--errors N] [--undated]

SHARED holds data/newsletter-items.jsonl, data/xmpp-software.json and newsletters/. Two measures, on the
items of articles, clients, servers and libraries since 2021, given only `link_text` as title and `url`:

  last    learn from the issues before 2025-07, predict the later ones;
  folds   five folds over whole issues: predict each fifth by all the other issues.

For every prediction the program itself is run: `learn` on the Markdown of the issues that may be seen, in a
new database, then `classify` on the others' items. What the preset knows of projects is dated: a project or
a repository that neither the XSF's software list nor an issue that may be seen names is left out, and a
listed project has the section that its category in the list stands for. Nothing is looked up by an item's own URL.

Closes with 'N passed, N failed': an item that is predicted right passes, in both measures.
Standard library only.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

SECTIONS = ("articles", "clients", "servers", "libraries")
FIRST = "2021"
SPLIT = "2025-07"
FOLDS = 5
SURE = 0.9
CATEGORIES = {"client": "clients", "server": "servers", "library": "libraries", "tool": "libraries",
              "component": "libraries", "integrated-platform": ""}
PRESET = pathlib.Path(__file__).resolve().parent.parent / "src/config/presets/xmpp.yaml"


def fold(text):
    return re.sub(r"[^a-z0-9+\u0080-\uffff]", "", text.lower())


class Registry:
    """The preset's projects, and the configuration that is left when some are not known yet."""

    def __init__(self, software, undated):
        self.undated = undated
        text = PRESET.read_text(encoding="utf-8")
        head, projects = text.split("\nprojects:\n")
        self.head = head.replace("newsletter:\n", "newsletter:\n  preset: none\n", 1)
        self.blocks = re.split(r"(?m)^(?=  - name: )", re.sub(r"(?m)^  # ----.*\n", "", projects))[1:]
        self.listed = {fold(entry["name"]): entry for entry in json.loads(software)}
        self.software = software.lower()

    def section(self, name, given):
        entry = self.listed.get(fold(name))
        meant = [CATEGORIES[c] for c in entry["categories"]] if entry else []
        return given if not meant or given in meant else meant[0]

    def as_of(self, printed):
        """The configuration that knows what the list and the text `printed` say."""
        if self.undated:
            return "", len(self.blocks)
        words, links = fold(printed), printed.lower()
        kept = []
        for block in self.blocks:
            name = re.match(r"  - name: \"?(.*?)\"?\n", block).group(1)
            if fold(name) not in self.listed and fold(name) not in words:
                continue
            lines = []
            for line in block.splitlines():
                section = re.fullmatch(r"    section: (\w+)", line)
                if section:
                    line = "    section: " + self.section(name, section.group(1))
                    if line.endswith(": "):
                        continue
                if re.match(r"    (feeds|changelog|description):", line):
                    continue
                if line.startswith("    aliases: ["):
                    names = [n for n in line[len("    aliases: ["):-1].split(", ") if fold(n) in words]
                    if not names:
                        continue
                    line = "    aliases: [%s]" % ", ".join(names)
                if line.startswith("      - http"):
                    if not self.is_public(line[8:], links):
                        continue
                elif line.startswith("    repositories: ["):
                    urls = [u for u in line[len("    repositories: ["):-1].split(", ") if self.is_public(u, links)]
                    if not urls:
                        continue
                    line = "    repositories: [%s]" % ", ".join(urls)
                lines.append(line)
            text = "\n".join(lines) + "\n"
            kept.append(re.sub(r"    repositories:\n(?!      - )", "", text))
        return self.head + "\nprojects:\n" + "".join(kept), len(kept)

    def is_public(self, url, links):
        address = url.split("://")[-1].rstrip("/").lower()
        return address in links or address in self.software or address.split("/", 1)[-1] in self.software


class Measure:
    def __init__(self, collector, issues, registry, work):
        self.collector, self.issues, self.registry, self.work = collector, issues, registry, work
        self.runs = 0

    def run(self, *args):
        done = subprocess.run([self.collector, *args], capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit("%s: exit %d: %s" % (" ".join(args), done.returncode, done.stderr.strip()))
        return done.stdout

    def predict(self, seen, items):
        """The program's answers to `items`, after it has learned from the issues `seen`."""
        self.runs += 1
        place = self.work / str(self.runs)
        (place / "issues").mkdir(parents=True)
        for day in seen:
            (place / "issues" / self.issues[day].name).write_bytes(self.issues[day].read_bytes())
        printed = "\n".join(self.issues[day].read_text(encoding="utf-8") for day in seen)
        config, known = self.registry.as_of(printed)
        (place / "feeds.yaml").write_text(config, encoding="utf-8")
        lines = "".join(json.dumps({"title": i["link_text"], "url": i["url"]}) + "\n" for i in items)
        (place / "items.jsonl").write_text(lines, encoding="utf-8")
        options = ["--config", str(place / "feeds.yaml"), "--db", str(place / "news.db")]
        self.run(*options, "learn", "--force", str(place / "issues"))
        answers = self.run(*options, "classify", str(place / "items.jsonl"))
        print("  %d issues seen, %d projects known, %d items predicted" % (len(seen), known, len(items)))
        return [json.loads(line) for line in answers.splitlines()]


def macro_f1(pairs):
    scores = []
    for section in SECTIONS:
        both = sum(a == b == section for a, b in pairs)
        scores.append(2 * both / max(1, sum((a == section) + (b == section) for a, b in pairs)))
    return sum(scores) / len(scores)


def report(name, items, answers, errors):
    pairs = [(i["section"], a["section"]) for i, a in zip(items, answers)]
    right = sum(a == b for a, b in pairs)
    print("%s: %d of %d right: accuracy %.3f, macro-F1 %.3f"
          % (name, right, len(pairs), right / len(pairs), macro_f1(pairs)))
    sure = [a == b for (a, b), answer in zip(pairs, answers) if answer["confidence"] >= SURE]
    print("  confidence of %.1f and more: %d of %d right (%.1f %%), %.1f %% of the items"
          % (SURE, sum(sure), len(sure), 100 * sum(sure) / max(1, len(sure)), 100 * len(sure) / len(pairs)))
    answered = [*SECTIONS, *sorted({b for _, b in pairs} - set(SECTIONS))]
    count = collections.Counter(pairs)
    print("  %-12s%s" % ("is \\ answer", "".join("%15s" % s for s in answered)))
    for section in SECTIONS:
        print("  %-12s%s" % (section, "".join("%15d" % count[section, s] for s in answered)))
    wrong = [(a["confidence"], i, a) for i, a in zip(items, answers) if i["section"] != a["section"]]
    print("  the worst errors:")
    for confidence, item, answer in sorted(wrong, key=lambda w: -w[0])[:errors]:
        print("    %.2f %-9s is %-9s %s  %s  %s" % (confidence, answer["section"], item["section"], item["issue"],
                                                    item["link_text"][:50], item["url"][:100]))
    return right, len(pairs)


def repository(url):
    found = re.match(r"https?://((?:github\.com|codeberg\.org|gitlab\.com|salsa\.debian\.org|invent\.kde\.org"
                     r"|dev\.gajim\.org|lab\.louiz\.org|git\.sr\.ht)/[^/]+/[^/]+)", url.lower())
    return found.group(1) if found else None


def contradictions(items):
    """Labels that go against most others of the same repository, and against those of the same host."""
    sections = collections.defaultdict(collections.Counter)
    for item in items:
        repo = repository(item["url"])
        sections[repo or item["domain"]][item["section"]] += 1
    minority = {key: sum(c.values()) - max(c.values()) for key, c in sections.items()}
    repositories = [key for key in sections if "/" in key and len(sections[key]) > 1]
    print("labels that editors contradict: %d items of %d repositories stand in another section than most of their"
          " repository's;\n  with whole hosts, %d of %d items stand in another than most of theirs"
          % (sum(minority[k] for k in repositories), len(repositories), sum(minority.values()), len(items)))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("collector")
    ap.add_argument("shared")
    ap.add_argument("--errors", type=int, default=20, help="how many errors to list")
    ap.add_argument("--undated", action="store_true", help="let it know every project of the preset, for comparison")
    args = ap.parse_args()
    shared = pathlib.Path(args.shared)
    read = [json.loads(line) for line in open(shared / "data/newsletter-items.jsonl", encoding="utf-8")]
    items = [i for i in read if i["issue"] >= FIRST and i["section"] in SECTIONS and i["url"]]
    issues = {p.name[:10]: p for p in sorted((shared / "newsletters").glob("20*-newsletter.md"))}
    registry = Registry((shared / "data/xmpp-software.json").read_text(encoding="utf-8"), args.undated)
    passed = total = 0
    contradictions(items)
    with tempfile.TemporaryDirectory() as temporary:
        measure = Measure(str(pathlib.Path(args.collector).resolve()), issues, registry, pathlib.Path(temporary))
        later = [i for i in items if i["issue"] >= SPLIT]
        right, count = report("last", later, measure.predict([d for d in issues if d < SPLIT], later), args.errors)
        passed, total = passed + right, total + count
        days = sorted({i["issue"] for i in items})
        asked, answers = [], []
        for number in range(FOLDS):
            hidden = set(days[number::FOLDS])
            some = [i for i in items if i["issue"] in hidden]
            asked += some
            answers += measure.predict([d for d in issues if d not in hidden], some)
        right, count = report("folds", asked, answers, args.errors)
        passed, total = passed + right, total + count
    print("%d passed, %d failed" % (passed, total - passed))


if __name__ == "__main__":
    main()
