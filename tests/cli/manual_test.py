"""usage: manual_test.py PROGRAM MAN_FOLDER

Help, manual page and completions of each command say the same: whatever a command's help lists, its section of the
manual page explains and the shells offer, and nothing else.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM, MAN = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])


def run(*arguments, **more):
    return subprocess.run(arguments, check=True, capture_output=True, text=True, **more).stdout


class Help:
    """What PROGRAM … --help lists."""

    def __init__(self, path):
        self.path = path
        self.text = run(PROGRAM, *path, "--help")
        self.commands, self.options, self.arguments = [], [], []
        heading = ""
        for line in self.text.splitlines():
            if re.match(r"[A-Z].*:$", line):
                heading = line[:-1]
            elif match := re.match(r"  (-[a-z], )?(--[a-z-]+)", line):
                self.options.append(match[2])
            elif match := re.match(r"  ([^ ]+)", line):
                if heading == "Arguments":
                    self.arguments.append(match[1])
                elif heading not in ("", "Options"):
                    self.commands.append(match[1])


def every_help():
    outermost = Help(())
    found = [outermost]
    for name in outermost.commands:
        command = Help((name,))
        found.append(command)
        found += [Help((name, inner)) for inner in command.commands]
    return found


HELPS = every_help()
GLOBALS = set(HELPS[0].options)


class Manual(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        commands = run(os.path.join(MAN, "commands"), PROGRAM)
        with open(os.path.join(MAN, "collector.1.scd"), encoding="utf-8") as file:
            source = file.read().replace("@COMMANDS@", commands)
        cls.page = run("scdoc", input=source)
        # Section by section, as a reader sees it: roff's escapes undone.
        plain = re.sub(r"\\f.|\\&", "", cls.page).replace("\\-", "-").replace("\\(", "(")
        before, commands, after = re.split(r"^\.SH COMMANDS$|^\.SH EXIT STATUS$", plain, flags=re.M)
        parts = re.split(r"^\.SS (.*)$", commands, flags=re.M)
        cls.sections = dict(zip((title.strip() for title in parts[1::2]), parts[2::2]))
        cls.rest = before + after

    def test_every_command_has_a_section_with_its_options_and_arguments(self):
        for help_text in HELPS[1:]:
            usage = help_text.text.splitlines()[0].removeprefix("Usage: ")
            with self.subTest(command=usage):
                self.assertIn(usage, self.sections)
                named = re.findall(r"^(--[a-z-]+|[A-Z][A-Z_]*(?= *$))", self.sections[usage], flags=re.M)
                self.assertEqual(named, help_text.arguments + help_text.options)

    def test_there_is_no_section_of_a_command_that_is_gone(self):
        self.assertEqual(len(self.sections), len(HELPS) - 1)

    def test_the_global_options_are_explained(self):
        for option in GLOBALS:
            self.assertIn(option, self.rest)


class Completion(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.record_program()
        self.environment = dict(os.environ, HOME=self.folder.name,
                                PATH=self.folder.name + ":" + os.environ["PATH"])

    def record_program(self):
        """A program "collector" that says what the real one says, at once: shells ask it hundreds of times."""
        answers = {(*help_text.path, "--help"): help_text.text for help_text in HELPS}
        for shell in ("bash", "zsh", "fish"):
            answers["completion", shell] = run(PROGRAM, "completion", shell)
        for words, text in answers.items():
            with open(os.path.join(self.folder.name, " ".join(words)), "w", encoding="utf-8") as file:
                file.write(text)
        program = os.path.join(self.folder.name, "collector")
        with open(program, "w", encoding="utf-8") as file:
            file.write(f'#!/bin/sh\nexec cat "{self.folder.name}/$*" 2>/dev/null\n')
        os.chmod(program, 0o755)

    def offered(self, shell, path, begun):
        words = " ".join(("collector",) + path)
        scripts = {
            "bash": ["bash", "-c", 'source <(collector completion bash); COMP_WORDS=($1 "$2"); '
                     'COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _collector; printf "%s\\n" "${COMPREPLY[@]}"',
                     "bash", words, begun],
            "zsh": ["zsh", "-f", "-c", 'compdef() { }; _describe() { print -l -- ${(P)3}; }; '
                    'source <(collector completion zsh); words=(${=1} "$2"); CURRENT=$#words; _collector',
                    "zsh", words, begun],
            "fish": ["fish", "-c", 'collector completion fish | source; complete -C "$argv[1] $argv[2]"',
                     words, begun]}
        lines = run(*scripts[shell], env=self.environment).splitlines()
        found = {re.split(r"[\t:]", line)[0] for line in lines if line}
        return {word for word in found if word.startswith("--") == begun.startswith("--")}

    def check(self, shell):
        if shutil.which(shell) is None:
            self.skipTest(shell + " is not installed")
        for help_text in HELPS:
            with self.subTest(command=" ".join(help_text.path)):
                self.assertEqual(self.offered(shell, help_text.path, "--"), set(help_text.options) | GLOBALS)
                if help_text.commands:
                    self.assertEqual(self.offered(shell, help_text.path, ""), set(help_text.commands))

    def test_bash_offers_what_the_help_lists(self):
        self.check("bash")

    def test_bash_offers_files_or_the_words_of_an_option_behind_it(self):
        self.assertEqual(self.offered("bash", ("list", "--format"), ""), {"table", "json", "tsv"})
        self.assertEqual(self.offered("bash", ("feeds", "list", "--format"), "j"), {"json"})
        self.assertEqual(self.offered("bash", ("--config",), ""), set())
        self.assertEqual(self.offered("bash", ("export", "--output"), ""), set())

    def test_zsh_offers_what_the_help_lists(self):
        self.check("zsh")

    def test_fish_offers_what_the_help_lists(self):
        self.check("fish")


unittest.main(argv=sys.argv[:1], verbosity=2)
