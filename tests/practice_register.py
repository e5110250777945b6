# SPDX-License-Identifier: GPL-3.0-or-later
"""A practice register for each test, filled once for all tests of a file: that takes as long as twenty commands."""
import atexit
import functools
import json
import os
import pathlib
import shutil
import subprocess
import tempfile


@functools.cache
def filled():
    folder = tempfile.TemporaryDirectory()
    atexit.register(folder.cleanup)
    path = pathlib.Path(folder.name) / "practice.ocop"
    homes = dict.fromkeys(("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"), folder.name)
    subprocess.run([os.environ["OCOP"], "new", path, "--sample"], check=True, stdout=subprocess.DEVNULL,
                   env=dict(os.environ, OCOP_LANGUAGE="vi", **homes))
    return path


def copy(path):
    """As `ocop new PATH --sample` makes it."""
    return shutil.copy(filled(), path)


@functools.cache
def ids(plural):
    """Of the records of one kind that are in it."""
    listed = subprocess.run([os.environ["OCOP"], "list", filled(), plural, "--columns", "id", "--json"],
                            capture_output=True, text=True, check=True).stdout
    return {row["id"] for row in json.loads(listed)}
