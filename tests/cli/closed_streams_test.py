"""usage: closed_streams_test.py PROGRAM

A stream that was closed before the program began is not taken by a file of ours: the lock of a run held its log.
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM = pathlib.Path(sys.argv[1]).resolve()


class ClosedStreams(unittest.TestCase):
    def test_no_file_is_told_what_is_meant_for_the_user(self):
        for closed in ([2], [1, 2], [0, 1, 2]):
            with self.subTest(closed), tempfile.TemporaryDirectory() as folder:
                feeds = pathlib.Path(folder, "feeds.yaml")
                feeds.write_text("feeds: [{name: planet, url: 'http://127.0.0.1:1/planet'}]\n", encoding="utf-8")
                ran = subprocess.run([PROGRAM, "--db", "news.db", "fetch"], cwd=folder, check=False, timeout=120,
                                     preexec_fn=lambda: [os.close(stream) for stream in closed])
                self.assertEqual(ran.returncode, 3)
                for file in pathlib.Path(folder).iterdir():
                    self.assertNotIn(b"feeds asked:", file.read_bytes(), file.name)

    def test_what_cannot_be_printed_is_no_success(self):
        ran = subprocess.run([PROGRAM, "--help"], check=False, timeout=120, preexec_fn=lambda: os.close(1))
        self.assertEqual(ran.returncode, 1)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
