# SPDX-License-Identifier: GPL-3.0-or-later
"""What all tests of the command line share: a folder of their own, and `ocop` run in it."""
import csv
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import unittest

OCOP = os.environ["OCOP"]
PROJECT = pathlib.Path(os.environ["OCOP_PROJECT"])
# What window and command tests share lies beside them.
sys.path.append(str(PROJECT / "tests"))
import open_xml  # noqa: E402
import practice_register  # noqa: E402


def read_practice(name):
    """The rows of one file of the practice province."""
    with open(PROJECT / "data" / "sample" / "practice" / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class OcopCase(unittest.TestCase):
    """Runs in a new folder; nothing of the machine's own settings gets in."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def path(self, name):
        return str(self.folder / name)

    def run_ocop(self, *arguments, language="vi"):
        """The finished process, whatever its exit status."""
        environment = dict(os.environ, OCOP_LANGUAGE=language)
        for variable, name in (("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config"), ("XDG_STATE_HOME", "state")):
            environment[variable] = self.path(name)
        begun = time.time_ns()
        done = subprocess.run([OCOP, *map(str, arguments)], cwd=self.folder, env=environment,
                              capture_output=True, encoding="utf-8", timeout=100)
        if done.returncode < 2:
            self.check_written(arguments, begun)
        return done

    def check_written(self, arguments, begun):
        """Whatever documents the call has written since it was begun, office programs open them without repair."""
        for option, path in zip(arguments, arguments[1:]):
            if option in ("-o", "--output"):
                self.assertEqual(open_xml.find_faults_in(self.folder / path, begun), [], arguments)

    def ocop(self, *arguments, language="vi"):
        """The standard output of a call that must succeed."""
        done = self.run_ocop(*arguments, language=language)
        self.assertEqual(done.returncode, 0, f"{arguments}: {done.stderr}")
        return done.stdout

    def ocop_json(self, *arguments):
        return json.loads(self.ocop(*arguments, "--json"))

    def assert_refused(self, status, *arguments):
        """A call that must fail with that status and say why, on standard error; returns what it said."""
        done = self.run_ocop(*arguments)
        self.assertEqual(done.returncode, status, f"{arguments}: {done.stdout}{done.stderr}")
        self.assertTrue(done.stderr.startswith("ocop: "), f"{arguments}: {done.stderr!r}")
        return done.stderr

    def new_register(self, name="a.ocop", *options):
        if options == ("--sample",):
            practice_register.copy(self.folder / name)
        else:
            self.ocop("new", name, *options)
        return name
