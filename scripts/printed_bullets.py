#!/usr/bin/env python3
"""How near the program's bullets come to those that were printed.

    scripts/printed_bullets.py COLLECTOR NEWSLETTERS [--from 2025-07] [--to 2026-06] [--show]

Reads the software bullets of the issues in the folder NEWSLETTERS, serves their version links from this machine as a
feed whose entries say no more than a forge does, lets COLLECTOR fetch and export them, and compares. A bullet has its
facts in the registry when a project there bears its name and its home page, and each version link is told as a version
of that project. Of these it counts those that come out with the same version links in the same order and the same
opening words: the text before the first version, descriptions aside. --show prints both beside each other.
Closes with 'N passed, N failed': bullets that come out the same, and those that have their facts but do not.
Exit status 0 when both shares are reached, 1 otherwise, 2 when the program could not be run. Standard library only.
"""
import argparse, collections, datetime as dt, http.server, json, pathlib, re, subprocess, sys, tempfile, threading
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

WANTED_FACTS, WANTED_SAME = 0.60, 0.90
LINK = re.compile(r"\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^()\s]*)\)")
VERSION = re.compile(r"(?<![\w.])v?\d+(?:\.\w+)+(?:[ .-]?(?:alpha|beta|rc)[ .-]?\d*)?", re.I)
SPAN = re.compile(r" to |\.\.\.")                            # the text of a compare link
BETWEEN = re.compile(r"[\s,]*(?:and|to)?[\s,]*")            # what may stand between two version links
FORGE = re.compile(r"/releases/|/-/(?:releases|tags)/|/tags?/|/refs/|/files/|/src/tag/")
README = re.compile(r"#readme$|/(?:-/)?(?:blob|src/branch|tree)/[^?#]*README[^?#/]*$", re.I)

Link = collections.namedtuple("Link", "text url")
Bullet = collections.namedtuple("Bullet", "issue line text links opening versions")


class Unusable(Exception):
    pass


def canonical(url):
    """The same page under its usual spellings; a README is its repository's front page."""
    url = README.sub("", re.sub(r"\?ref_type=\w+", "", url))
    parts = urlsplit(url)
    path = re.sub(r"/+", "/", parts.path).rstrip("/")
    return (parts.hostname or "").removeprefix("www.") + path + ("?" + parts.query if parts.query else "")


def read_bullet(issue, line, markdown):
    """A bullet of Markdown, taken apart. The run of version links ends where other words begin."""
    links = [(match, Link(*match.groups())) for match in LINK.finditer(markdown)]
    versions, end, opening = [], None, ""
    for match, link in links:
        if end is None:
            if not VERSION.search(link.text) or SPAN.search(link.text):
                continue
            named = VERSION.split(link.text)[0]             # "ejabberd " of [ejabberd 25.07]
            opening = LINK.sub(r"\1", markdown[:match.start()]) + named
        elif not BETWEEN.fullmatch(markdown[end:match.start()]):
            break
        versions.append(link)
        end = match.end()
    return Bullet(issue, line, markdown, [link for _, link in links], opening, versions)


def read_issue(path):
    """The bullets below the headings on software, nested ones included."""
    bullets, inside = [], False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if re.match(r"##? ", line):
            inside = "software" in line.lower()
        item = re.match(r"\s*[-*] +(.*)", line)
        if inside and item:
            bullets.append(read_bullet(path.name[:10], number, item.group(1)))
    return bullets


def entry_title(bullet, link):
    """What a feed calls such an entry: a forge its version, a blog the project, too."""
    if FORGE.search(link.url) or not re.fullmatch(VERSION, link.text):
        return link.text
    return bullet.links[0].text + " " + link.text


def make_feed(bullets, day):
    """An RSS document of all version links, dated one minute apart in the order of print."""
    lines, date = [], dt.datetime.fromisoformat(day + "T06:00:00+00:00")
    for bullet in bullets:
        for link in bullet.versions:
            date += dt.timedelta(minutes=1)
            lines.append("<item><title>%s</title><link>%s</link><guid>%s</guid><pubDate>%s</pubDate></item>" % (
                escape(entry_title(bullet, link)), escape(link.url), escape(link.url),
                date.strftime("%a, %d %b %Y %H:%M:%S +0000")))
    return ("<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel><title>News</title>"
            "<link>https://printed.invalid/</link><description/>" + "\n".join(lines) + "</channel></rss>")


class Program:
    """The collector, with a folder of its own and a server for its one feed."""

    def __init__(self, collector, folder):
        self.collector, self.folder, self.document = collector, pathlib.Path(folder), b""
        program = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200 if self.path == "/feed" else 404)
                self.send_header("Content-Type", "application/rss+xml")
                self.end_headers()
                self.wfile.write(program.document if self.path == "/feed" else b"")

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.config = self.folder / "feeds.yaml"
        self.config.write_text("settings: {allow_private_addresses: true}\nfeeds:\n  - name: releases\n"
                               "    url: http://127.0.0.1:%d/feed\n    prereleases: show\n" % self.server.server_port)

    def run(self, *arguments):
        done = subprocess.run([self.collector, "--config", str(self.config), *arguments], capture_output=True, text=True)
        if done.returncode != 0:
            raise Unusable("%s: exit %d: %s" % (arguments[0], done.returncode, done.stderr.strip()[-300:]))
        return done.stdout

    def export(self, bullets, issue):
        """The entries that come of the version links of an issue, nested ones included."""
        self.document = make_feed(bullets, issue).encode()
        store = ("--db", str(self.folder / (issue + ".db")), "--now", issue + "T23:00:00Z")
        self.run(*store, "fetch", "--force")
        made = json.loads(self.run(*store, "export", "--from", issue, "--to", issue, "--format", "json"))
        waiting = [entry for section in made["sections"] for entry in section["entries"]]
        for entry in waiting:
            waiting.extend(entry["entries"])
        return waiting

    def projects(self):
        return json.loads(self.run("projects", "list", "--format", "json"))


class Registry:
    def __init__(self, projects):
        self.by_name = {name.lower(): project for project in projects
                        for name in [*project["aliases"], project["name"]]}

    def find(self, name):
        return self.by_name.get(name.lower())

    def homes(self, project):
        """The pages that may stand for a project: its own, and those of who announces its releases."""
        named = [self.find(name) for name in re.findall(r"{(.*?)}", project["announcement"])]
        return {canonical(page) for one in [project, *filter(None, named)]
                for page in [one["home"], *one["repositories"][:1]] if page}


def missing_fact(bullet, entry, registry):
    """What the registry does not know of a bullet; empty when it has all."""
    if not bullet.versions:
        return "no release with a link of its own"
    if bullet.links[0] == bullet.versions[0]:
        return "no home page is printed"
    if entry is None or registry.find(entry["project"]) is None:
        return "the project is not in the registry"
    project = registry.find(entry["project"])
    named = VERSION.split(bullet.versions[0].text)[0].strip()
    if registry.find(named or bullet.links[0].text) not in (project, None if named else project):
        return "the project goes by another name there"
    if canonical(bullet.links[0].url) not in registry.homes(project):
        return "another home page is printed"
    if len(entry["versions"]) < len({link.text for link in bullet.versions}):
        return "a version that is not recognised"
    return ""


def words(text):
    """The words before the first version; a description behind a comma is left out. How many versions there are is told
    by the links: "versions 1.2" and "version 1.2 and 1.3" are slips of the printed text."""
    text = re.sub(r",.*?(?=,? (?:versions?|has)\b)", "", text, count=1)
    return re.sub(r"[^\w]+", " ", re.sub(r"\bversions\b", "version", text)).strip().lower()


def version_of(link):
    return re.sub(r"[ .-]?(alpha|beta|rc)[ .-]?", r"\1", VERSION.search(link.text).group().lower().lstrip("v"))


def difference(bullet, ours):
    """What differs in print; empty when both read the same."""
    printed = [(version_of(link), link.url) for link in bullet.versions]
    made = [(version_of(link), link.url) for link in ours.versions]
    if sorted(printed) != sorted(made):
        return "other version links"
    if printed != made:
        return "version links in another order"
    return "" if words(bullet.opening) == words(ours.opening) else "other opening words"


def judge(bullets, entries, registry):
    """Each bullet with the reason why it is not the same (empty: it is), and what was made of it."""
    for bullet in bullets:
        urls = {link.url for link in bullet.versions}
        entry = next((one for one in entries if urls & set(one["urls"])), None)
        missing = missing_fact(bullet, entry, registry)
        ours = read_bullet("", 0, entry["markdown"]) if entry else None
        yield bullet, missing, "" if missing else difference(bullet, ours), ours


def first_line(text):
    return text if len(text) < 150 else text[:150] + "…"


def report(judged, show):
    reasons = collections.defaultdict(list)
    for bullet, missing, differs, ours in judged:
        reasons[("without facts: " if missing else "differs: ") + (missing or differs) if missing or differs else ""].append(
            (bullet, ours))
    same = len(reasons.pop("", []))
    for reason, found in sorted(reasons.items()):
        print("%s (%d)" % (reason, len(found)))
        for bullet, ours in found:
            print("  %s:%d  %s" % (bullet.issue, bullet.line, first_line(bullet.text)))
            if show and ours:
                print("  %14s  %s" % ("", first_line(ours.text)))
    return same


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("collector")
    parser.add_argument("newsletters", type=pathlib.Path)
    parser.add_argument("--from", dest="first", default="2025-07", help="month of the first issue")
    parser.add_argument("--to", dest="last", default="2026-06", help="month of the last issue")
    parser.add_argument("--show", action="store_true", help="print what was made of each, too")
    asked = parser.parse_args()
    issues = [path for path in sorted(asked.newsletters.glob("*-newsletter.md"))
              if asked.first <= path.name[:7] <= asked.last]
    judged = []
    try:
        with tempfile.TemporaryDirectory() as folder:
            program = Program(asked.collector, folder)
            registry = Registry(program.projects())
            for path in issues:
                bullets = read_issue(path)
                judged += judge(bullets, program.export(bullets, path.name[:10]), registry)
    except (Unusable, OSError, ValueError) as error:
        print("%s: %s" % (asked.collector, error), file=sys.stderr)
        return 2
    if not judged:
        print("%s: no issue of %s to %s" % (asked.newsletters, asked.first, asked.last), file=sys.stderr)
        return 2
    same = report(judged, asked.show)
    known = sum(not missing for _, missing, _, _ in judged)
    print("%d issues, %d bullets; %d (%.1f %%) have their facts in the registry; %d (%.1f %%) of these come out the same" % (
        len(issues), len(judged), known, 100 * known / len(judged), same, 100 * same / max(known, 1)))
    print("%d passed, %d failed" % (same, known - same))
    return 0 if known >= WANTED_FACTS * len(judged) and same >= WANTED_SAME * known else 1


if __name__ == "__main__":
    sys.exit(main())
