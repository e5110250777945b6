#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ocop import, edit: killed at any moment, they leave a sound register with all or none of the change.

OCOP_KILLS says how often (10 unless told)."""
import csv
import os
import random
import shutil
import subprocess
import time
import unittest

from ocop_case import OCOP, OcopCase

KILLS = int(os.environ.get("OCOP_KILLS", "10"))
PRODUCTS = 3000
PRODUCERS = 700


class Killed(OcopCase):
    def setUp(self):
        super().setUp()
        seed = random.SystemRandom().randrange(2 ** 32)
        self.random = random.Random(seed)
        # A failure names the seed.
        context = self.subTest(seed=seed)
        context.__enter__()
        self.addCleanup(context.__exit__, None, None, None)

    def write_list(self):
        with open(self.path("list.csv"), "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["STT", "Tên sản phẩm", "Chủ thể", "Loại hình", "Tỉnh", "Hạng sao", "Ngày quyết định"])
            for number in range(1, PRODUCTS + 1):
                writer.writerow([number, f"Gạo số {number}", f"HTX số {number % PRODUCERS}", "Hợp tác xã", "Phú Thọ",
                                 3 + number % 2, "15/01/2025"])

    def start(self, *arguments):
        environment = dict(os.environ, XDG_DATA_HOME=self.path("data"), XDG_STATE_HOME=self.path("state"))
        return subprocess.Popen([OCOP, *arguments], cwd=self.folder, env=environment,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def kill(self, process, seconds):
        """After so long; whether it was still running."""
        try:
            process.wait(seconds)
            return False
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            return True

    def count(self, register, kind):
        return len(self.ocop_json("list", register, kind, "--columns", "name" if kind != "history" else "record"))

    def test_import(self):
        self.write_list()
        empty = self.new_register("empty.ocop")
        history = self.count(empty, "history")
        shutil.copy(self.path(empty), self.path("whole.ocop"))
        started = time.monotonic()
        self.ocop("import", "whole.ocop", "list.csv")
        took = time.monotonic() - started
        whole = self.count("whole.ocop", "history")
        killed = stored = 0
        for number in range(KILLS):
            register = f"{number}.ocop"
            shutil.copy(self.path(empty), self.path(register))
            killed += self.kill(self.start("import", register, "list.csv"), self.random.uniform(0, took))
            self.assertEqual(self.ocop_json("check", register), {"sound": True, "problems": []})
            counts = tuple(self.count(register, kind) for kind in ("products", "producers", "history"))
            self.assertIn(counts, ((0, 0, history), (PRODUCTS, PRODUCERS, whole)))
            stored += counts[0] > 0
            for path in self.folder.glob(f"{register}*"):
                path.unlink()
        print(f"# {KILLS} imports of {took:.2f} s, {killed} killed, {stored} with all of the change")
        self.assertGreater(killed, 0)

    def test_edit(self):
        """A loop of edits, each of which writes two fields that must agree."""
        register = self.new_register()
        product = self.ocop("add", register, "products", "name=Gạo 0", "note=0").strip()
        for number in range(1, KILLS + 1):
            process = self.start("edit", register, "products", product, f"name=Gạo {number}", f"note={number}")
            self.kill(process, self.random.uniform(0, 0.06))
            self.assertEqual(self.ocop_json("check", register), {"sound": True, "problems": []})
            shown = self.ocop_json("show", register, "products", product)
            self.assertEqual(shown["name"], f"Gạo {shown['note']}")
            self.assertLessEqual(int(shown["note"]), number)


if __name__ == "__main__":
    unittest.main()
