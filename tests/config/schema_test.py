"""usage: schema_test.py PROJECT

schema/feeds.schema.json, as editors' language servers use it: takes the shipped configurations, and refuses what the
program refuses, as far as a schema can see it.
"""
import json
import pathlib
import re
import sys
import unittest

import jsonschema
import yaml

ROOT = pathlib.Path(sys.argv[1])
SCHEMA = json.loads((ROOT / "schema/feeds.schema.json").read_text())

# What only the program can see: names that refer to each other, what a pattern means, YAML itself.
BEYOND_A_SCHEMA = {
    "broken-pattern",           # RE2's own grammar
    "feed-name-twice",
    "key-given-twice",          # the reader keeps the last one
    "project-in-unknown-section",
    "second-document",
    "section-without-preset",
    "standing-in-unknown-section",
    "line-indented-too-far",
    "line-without-colon",
    "tab-for-indent",
    "unknown-section",
    "unknown-time-zone",
}


def is_valid(document):
    return jsonschema.Draft7Validator(SCHEMA).is_valid({} if document is None else document)


def load(text):
    """As feeds.yaml is read: words like yes stay texts unless YAML 1.2 says otherwise, dates are texts."""
    class Loader(yaml.SafeLoader):
        pass
    Loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()}
    return yaml.load(text, Loader)


class Schema(unittest.TestCase):
    def test_it_is_a_schema(self):
        jsonschema.Draft7Validator.check_schema(SCHEMA)

    def test_the_shipped_configurations_are_valid(self):
        shipped = [ROOT / "feeds.yaml", ROOT / "share/demo/feeds.yaml", ROOT / "src/config/presets/first_feeds.yaml",
                   *ROOT.glob("tests/data/community/*.yaml")]
        for path in shipped:
            with self.subTest(path.name):
                text = path.read_text().replace("{server}", "http://127.0.0.1:8080")
                errors = list(jsonschema.Draft7Validator(SCHEMA).iter_errors(load(text)))
                self.assertEqual([error.message for error in errors], [])

    def test_the_examples_of_the_documentation_are_valid(self):
        seen = 0
        for path in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
            for block in re.findall(r"(?:^    .*\n|^\n(?=    ))+", path.read_text(), flags=re.M):
                text = re.sub(r"^    ", "", block, flags=re.M).strip("\n")
                if not re.match(r"(settings|newsletter|feeds|projects|rules):\n", text):
                    continue
                document = load(text)
                if "rules" in document:
                    document = {"newsletter": document}
                with self.subTest(path=path.name, text=text.splitlines()[0]):
                    self.assertTrue(is_valid(document), text)
                seen += 1
        self.assertGreater(seen, 2)

    def test_the_broken_configurations_are_refused(self):
        broken = sorted((ROOT / "tests/data/config").glob("*.yaml"))
        self.assertGreater(len(broken), 20)
        for path in broken:
            if path.stem in BEYOND_A_SCHEMA:
                continue
            with self.subTest(path.name):
                self.assertFalse(is_valid(load(path.read_text())), "the schema takes it")

    def test_every_exception_is_still_one(self):
        for name in BEYOND_A_SCHEMA:
            path = ROOT / f"tests/data/config/{name}.yaml"
            with self.subTest(name):
                self.assertTrue(path.exists(), "there is no such file")
                try:
                    document = load(path.read_text())
                except yaml.YAMLError:
                    continue
                self.assertTrue(is_valid(document), "the schema refuses it by now")


unittest.main(argv=sys.argv[:1], verbosity=2)
