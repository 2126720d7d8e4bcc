"""usage: network_test.py PROGRAM PROJECT

No command but those that say so reaches for the network. Each other one runs under a filter of the kernel (seccomp)
that kills it when it asks for a socket of any kind but the local one, which the C library asks name services through.
"""
import ctypes
import functools
import http.server
import os
import pathlib
import platform
import re
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import threading
import unittest

PROGRAM, PROJECT = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
MAY_ASK = {"fetch", "feeds", "add", "serve", "demo"}

# Where what the help shows is not enough to run a command: its arguments. ID is an item's, MONTH the sample month.
RUNS = {
    ("edit",): ["ID", "--title", "Another title"],
    ("move",): ["ID", "clients"],
    ("merge",): ["ID", "OTHER"],
    ("note",): ["ID", "--why", "for the test"],
    ("undo",): ["ID"],
    ("issue", "close"): ["MONTH"],
    ("issue", "reopen"): ["MONTH"],
    ("db", "backup"): ["NEW_FILE"],
    ("lint",): ["MARKDOWN"],
    ("review",): ["--apply", "MARKDOWN", "--month", "MONTH"],
    ("classify",): ["JSONL"],
    ("learn",): ["MARKDOWN_FOLDER"],
    ("backtest",): ["MARKDOWN_FOLDER"],
    ("projects", "import"): ["SOFTWARE"],
    ("parse",): ["FEED"],
    ("completion",): ["bash"],
}

# struct sock_filter: load the number of the call, then its first argument; allow, or kill the process.
SOCKET_CALL = {"x86_64": 41, "aarch64": 198}.get(platform.machine())
LOAD, EQUAL, RETURN = 0x20, 0x15, 0x06
ALLOW, KILL = 0x7FFF0000, 0x80000000
PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, FILTER_MODE = 38, 22, 2


def forbid_network():
    """For the child, before it becomes the program."""
    rules = [(LOAD, 0, 0, 0), (EQUAL, 0, 3, SOCKET_CALL), (LOAD, 0, 0, 16), (EQUAL, 1, 0, 1),
             (RETURN, 0, 0, KILL), (RETURN, 0, 0, ALLOW)]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *rule) for rule in rules))
    program = struct.pack("HxxxxxxP", len(rules), ctypes.addressof(code))
    libc = ctypes.CDLL(None, use_errno=True)
    for call in ((PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), (PR_SET_SECCOMP, FILTER_MODE, program, 0, 0)):
        if libc.prctl(*call) != 0:
            os._exit(99)


def confined(*arguments, folder):
    return subprocess.run([PROGRAM, *arguments], cwd=folder, capture_output=True, text=True, preexec_fn=forbid_network,
                          stdin=subprocess.DEVNULL, timeout=120, env=dict(os.environ, HOME=str(folder)), check=False)


def commands(*path):
    """The commands below `path` that do something themselves."""
    text = subprocess.run([PROGRAM, *path, "--help"], check=True, capture_output=True, text=True).stdout
    found, heading = [], ""
    for line in text.splitlines():
        if re.match(r"[A-Z].*:$", line):
            heading = line[:-1]
        elif heading not in ("", "Arguments", "Options") and (match := re.match(r"  ([a-z]\S*)", line)):
            found += commands(*path, match[1])
    return found or [(path, text)]


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@unittest.skipIf(SOCKET_CALL is None, "the number of the call is not known for this machine")
class Network(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.fill_store()
        cls.values = cls.make_values()

    @classmethod
    def fill_store(cls):
        serve = functools.partial(Quiet, directory=PROJECT / "share/demo")
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), serve) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            text = (PROJECT / "share/demo/feeds.yaml").read_text()
            (cls.folder / "feeds.yaml").write_text(
                text.replace("{server}", f"http://127.0.0.1:{server.server_port}"))
            subprocess.run([PROGRAM, "-q", "--db", "news.db", "fetch", "--now", "2024-02-03T00:00:00Z"],
                           cwd=cls.folder, check=True)
            server.shutdown()

    @classmethod
    def make_values(cls):
        listed = subprocess.run([PROGRAM, "list", "--month", "2024-01", "--format", "tsv", "--db", "news.db"],
                                cwd=cls.folder, check=True, capture_output=True, text=True).stdout
        ids = [line.split("\t")[0] for line in listed.splitlines()[1:]]
        draft = subprocess.run([PROGRAM, "export", "--month", "2024-01", "--draft", "--db", "news.db"],
                               cwd=cls.folder, check=True, capture_output=True, text=True).stdout
        files = {"MARKDOWN": ("draft.md", draft), "JSONL": ("lines.jsonl", '{"title": "Quay 1.0", "url": ""}\n'),
                 "SOFTWARE": ("software.json", '[{"name": "Quay", "categories": ["client"]}]'),
                 "FEED": ("feed.xml", "<rss version='2.0'><channel><title>x</title></channel></rss>")}
        for name, text in files.values():
            (cls.folder / name).write_text(text)
        newsletters = cls.folder / "newsletters"
        newsletters.mkdir()
        (newsletters / "2024-01-05-newsletter.md").write_text(draft)
        return {"ID": ids[0], "OTHER": ids[1], "MONTH": "2024-01", "NEW_FILE": "new.db",
                "MARKDOWN_FOLDER": "newsletters", **{key: name for key, (name, _) in files.items()}}

    def arguments_of(self, path, text):
        if path in RUNS:
            given = RUNS[path]
        else:
            given = [word for word in re.findall(r"\b[A-Z_]{2,}\b", text.splitlines()[0]) if word in self.values]
            given += ["--month", "MONTH"] if "--month" in text else []
        return [self.values.get(word, word) for word in given]

    def test_the_filter_kills_who_asks_for_the_network(self):
        ran = confined("feeds", "check", "http://127.0.0.1:9/", folder=self.folder)
        self.assertEqual(ran.returncode, -signal.SIGSYS, ran.stderr)

    def test_no_other_command_asks_for_the_network(self):
        ran_some = 0
        for path, text in commands():
            if path[0] in MAY_ASK:
                continue
            with self.subTest(" ".join(path)):
                arguments = self.arguments_of(path, text)
                ran = confined(*path, *arguments, "--db", "news.db", "--config", "feeds.yaml", folder=self.folder)
                self.assertGreaterEqual(ran.returncode, 0, f"was killed: it asked for the network {ran.stderr}")
                self.assertNotEqual(ran.returncode, 2, f"was not run; say in RUNS how it is: {ran.stderr}")
                self.assertNotEqual(ran.returncode, 99, "the filter cannot be set")
                ran_some += 1
        self.assertGreater(ran_some, 20)


unittest.main(argv=sys.argv[:1], verbosity=2)
