"""usage: same_bytes_test.py PROGRAM PROJECT

The same store, configuration and --now give the same bytes, in whichever process, and in whichever order the items came.
"""
import functools
import http.server
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import unittest

PROGRAM, PROJECT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
FEEDS = PROJECT / "share" / "demo"
FETCHED, ASKED = "2024-02-05T12:00:00Z", "2024-02-06T12:00:00Z"
WAYS = [["--format", "markdown"], ["--format", "json"], ["--draft"], ["--draft", "--boxes"], ["--draft", "--format", "json"],
        ["--final"], ["--final", "--format", "json"], ["--full"]]


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


class SameBytes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=FEEDS))
        cls.addClassCleanup(server.server_close)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        cls.addClassCleanup(server.shutdown)
        text = (FEEDS / "feeds.yaml").read_text(encoding="utf-8")
        text = text.replace("{server}", f"http://127.0.0.1:{server.server_port}")
        cls.names = re.findall(r"^  - name: (.*)$", text, re.M)
        cls.config = pathlib.Path(cls.folder.name, "feeds.yaml")
        cls.config.write_text(text, encoding="utf-8")

    def run_on(self, database, now, *arguments):
        ran = subprocess.run([PROGRAM, "--config", self.config, "--db", pathlib.Path(self.folder.name, database), "--now", now,
                              *arguments], capture_output=True, timeout=120, check=False)
        self.assertEqual(ran.returncode, 0, ran.stderr.decode())
        return ran.stdout

    def fill(self, database, names):
        for name in names:
            self.run_on(database, FETCHED, "-q", "fetch", "--force", "--only", name.strip("\"'"))
        ids = re.findall(r"[0-9a-f]{10}", self.run_on(database, FETCHED, "list", "--month", "2024-01", "--format", "tsv").decode())
        self.run_on(database, FETCHED, "keep", *sorted(set(ids))[:12], "--as", "Ana")

    def test_exports(self):
        self.assertGreater(len(self.names), 10)
        self.fill("one.db", self.names)
        self.fill("other.db", reversed(self.names))
        for way in WAYS:
            with self.subTest(way):
                asked = ["export", "--month", "2024-01", *way]
                first = self.run_on("one.db", ASKED, *asked)
                self.assertGreater(len(first), 500)
                self.assertEqual(first, self.run_on("one.db", ASKED, *asked))
                self.assertEqual(first, self.run_on("other.db", ASKED, *asked))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
