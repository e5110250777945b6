#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ocop import, edit: killed at any moment, they leave a sound register with all or none of the change.

OCOP_KILL_ROUNDS says how often each is killed while it runs (10 unless told), and an import again while it
writes, which its log tells. A process that had ended before the
signal came counts for nothing, and another is started."""
import contextlib
import csv
import os
import random
import shutil
import subprocess
import time
import unittest

from ocop_case import OCOP, OcopCase

ROUNDS = int(os.environ.get("OCOP_KILL_ROUNDS", "10"))
PRODUCTS = 3000
PRODUCERS = 700
# Of a machine on which every process ends before it is killed, nothing would be learnt.
MOST_MISSES = 20


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

    def measure(self, make_arguments):
        """How long one takes, in seconds: the least of three."""
        times = []
        for _ in range(3):
            arguments = make_arguments()
            started = time.monotonic()
            self.assertEqual(self.start(*arguments).wait(), 0)
            times.append(time.monotonic() - started)
        return min(times)

    def kill_while_running(self, make_arguments):
        """Kills one after a random part of the time one takes; says how many ended before they could be.

        Every second one is killed towards its end, where it writes."""
        late = self.random.random() < 0.5
        for missed in range(MOST_MISSES):
            process = self.start(*make_arguments())
            started = time.monotonic()
            try:
                process.wait(self.random.uniform(0.6, 1.1) * self.took if late else self.random.uniform(0, self.took))
                # How busy the machine is changes from one to the next.
                self.took = time.monotonic() - started
            except subprocess.TimeoutExpired:
                process.kill()
                # Ended by the signal, and not just before it came.
                if process.wait() < 0:
                    self.took *= 1.01
                    return missed
        self.fail(f"{MOST_MISSES} processes in a row ended before they were killed")

    def kill_while_writing(self, make_arguments, log, whole_log):
        """Kills one once a random part of what it writes stands in the log; says how many ended before they could be."""
        for missed in range(MOST_MISSES):
            arguments = make_arguments()
            part = self.random.uniform(0, 1) * whole_log
            process = self.start(*arguments)
            while process.poll() is None:
                with contextlib.suppress(FileNotFoundError):
                    size = log.stat().st_size
                    if size > 0 and size >= part:
                        process.kill()
                        break
            if process.wait() < 0:
                return missed
        self.fail(f"{MOST_MISSES} processes in a row ended before they were killed")

    def measure_log(self, make_arguments, log):
        """How large the log of one becomes, in bytes."""
        process = self.start(*make_arguments())
        largest = 0
        while process.poll() is None:
            with contextlib.suppress(FileNotFoundError):
                largest = max(largest, log.stat().st_size)
        self.assertEqual(process.returncode, 0)
        self.assertGreater(largest, 0)
        return largest

    def count(self, register, kind):
        return len(self.ocop_json("list", register, kind, "--columns", "name" if kind != "history" else "record"))

    def counts(self, register):
        return tuple(self.count(register, kind) for kind in ("products", "producers", "history"))

    def assert_sound(self, register):
        self.assertEqual(self.ocop_json("check", register), {"sound": True, "problems": []})

    def test_import(self):
        self.write_list()
        empty = self.new_register("empty.ocop")

        def begin():
            for path in self.folder.glob("new.ocop*"):
                path.unlink()
            shutil.copy(self.path(empty), self.path("new.ocop"))
            return "import", "new.ocop", "list.csv"

        self.took = self.measure(begin)
        whole = self.counts("new.ocop")
        self.assertEqual(whole[:2], (PRODUCTS, PRODUCERS))
        none = self.counts(empty)
        log = self.folder / "new.ocop-wal"
        largest = self.measure_log(begin, log)
        for phase, kill in ((f"of {self.took:.2f} s, killed while they ran", lambda: self.kill_while_running(begin)),
                            (f"killed while they wrote {largest >> 10} KB", lambda: self.kill_while_writing(begin, log, largest))):
            missed = stored = with_log = 0
            for _ in range(ROUNDS):
                missed += kill()
                with_log += log.exists() and log.stat().st_size > 0
                self.assert_sound("new.ocop")
                counts = self.counts("new.ocop")
                self.assertIn(counts, (none, whole))
                stored += counts == whole
            print(f"# {ROUNDS} imports {phase} ({missed} had ended before); "
                  f"{with_log} left a log, {stored} all of the change, {ROUNDS - stored} none of it")

    def test_edit(self):
        """A loop of edits, each of which writes two fields that must agree."""
        register = self.new_register()
        product = self.ocop("add", register, "products", "name=Gạo 0", "note=0").strip()
        number = 0

        def begin():
            nonlocal number
            number += 1
            return "edit", register, "products", product, f"name=Gạo {number}", f"note={number}"

        self.took = self.measure(begin)
        missed = stored = 0
        for _ in range(ROUNDS):
            missed += self.kill_while_running(begin)
            self.assert_sound(register)
            shown = self.ocop_json("show", register, "products", product)
            self.assertEqual(shown["name"], f"Gạo {shown['note']}")
            self.assertLessEqual(int(shown["note"]), number)
            stored += int(shown["note"]) == number
        print(f"# edits of {self.took:.3f} s: {ROUNDS} killed while they ran ({missed} had ended before); "
              f"{stored} all of the change, {ROUNDS - stored} none of it")


if __name__ == "__main__":
    unittest.main()
