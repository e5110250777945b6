# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen, a keyboard and a session bus of the tests' own, and the window on them as a screen reader sees it."""
import contextlib
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

try:
    import accessibility
    from gi.repository import GLib
except ImportError:
    accessibility = None

PROJECT = pathlib.Path(os.environ["OCOP_PROJECT"])
# What window and command tests share lies beside them.
sys.path.append(str(PROJECT / "tests"))
import open_xml  # noqa: E402
import practice_register  # noqa: E402
OCOP = os.environ["OCOP"]
OCOP_DESK = os.environ["OCOP_DESK"]

# Letters that tests type get keys of their own before the program reads the keymap: giving them
# one while it runs is a race with its reading the keymap again, and the letter gets lost.
LETTERS = "ạươđĐ"
FIRST_FREE_KEY = 200
PATIENCE = 40
# More than these failing in one file do not fail by chance.
MOST_BY_CHANCE = 2


def missing():
    """What this machine lacks to show a window to a test."""
    tools = [tool for tool in ("Xvfb", "dbus-daemon", "xdotool", "xmodmap") if shutil.which(tool) is None]
    return tools + ([] if accessibility else ["python3-gi"])


def wait_for(what, condition):
    """The first true answer of `condition`; fails when there is none in time, saying `what`, or what that answers."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with contextlib.suppress(GLib.Error):  # a widget went away while it was asked; the next look will not meet it
            answer = condition()
            if answer:
                return answer
        time.sleep(0.05)
    raise AssertionError(f"waited in vain for {what() if callable(what) else what}")


class NoScreen(Exception):
    """An X server that did not start: what it takes beside its own program is not there."""


class Desktop:
    """An X server that nobody sees, and what a session needs beside it."""

    def __init__(self):
        self.processes = []
        self.environment = {name: value for name, value in os.environ.items() if name != "LD_PRELOAD"}
        self.start_screen()
        self.start_bus()

    def start(self, *arguments, **options):
        process = subprocess.Popen(arguments, env=self.environment, **options)
        self.processes.append(process)
        return process

    def screen(self):
        """The X server, in words of the command line."""
        return ["Xvfb", "-screen", "0", "1366x768x24"]

    def start_screen(self):
        reading, writing = os.pipe()
        server = self.start(*self.screen(), "-displayfd", str(writing), "-nolisten", "tcp", "-noreset",
                            pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as display:
            number = display.readline().strip()
        if not number:
            self.processes.remove(server)
            raise NoScreen(f"{server.args[0]} ended with {server.wait()}")
        self.environment["DISPLAY"] = f":{number}"
        keys = "".join(f"keycode {FIRST_FREE_KEY + i} = U{ord(letter):04X} U{ord(letter):04X}\n" for i, letter in enumerate(LETTERS))
        subprocess.run(["xmodmap", "-"], input=keys, text=True, env=self.environment, check=True)

    def start_bus(self):
        bus = self.start("dbus-daemon", "--session", "--nofork", "--print-address", stdout=subprocess.PIPE, text=True,
                         stderr=subprocess.DEVNULL)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        self.accessibility = accessibility.Bus(self.environment["DBUS_SESSION_BUS_ADDRESS"])

    def close(self):
        self.accessibility.close()
        for process in reversed(self.processes):
            process.send_signal(signal.SIGTERM)
            process.wait()
            if process.stdout is not None:
                process.stdout.close()


class Program:
    """The window's program, running on a desktop. Nothing is sought within `shunned` roles: tables
    of thousands of cells, where a test wants none of them."""

    shunned = ()

    def __init__(self, desktop, folder, *arguments, language="vi", settings="memory"):
        environment = dict(desktop.environment, OCOP_LANGUAGE=language, GDK_BACKEND="x11", GSK_RENDERER="cairo",
                           GTK_A11Y="atspi", GSETTINGS_BACKEND=settings, G_DEBUG="fatal-warnings", GTK_USE_PORTAL="0")
        for variable, name in (("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config"), ("XDG_STATE_HOME", "state"),
                               ("XDG_CACHE_HOME", "cache"), ("XDG_RUNTIME_DIR", "run")):
            environment[variable] = str(folder / name)
            (folder / name).mkdir(mode=0o700, exist_ok=True)
        self.keep_still(folder / "config" / "gtk-4.0")
        self.desktop = desktop
        self.park_pointer()
        self.log = open(folder / "log.txt", "w+", encoding="utf-8")
        self.process = subprocess.Popen([OCOP_DESK, *map(str, arguments)], env=environment, stdout=subprocess.DEVNULL,
                                        stderr=self.log)

    @staticmethod
    def keep_still(folder):
        """What glides and blinks is painted sixty times a second, and is nothing to a test."""
        folder.mkdir(exist_ok=True)
        (folder / "settings.ini").write_text("[Settings]\ngtk-enable-animations=false\ngtk-cursor-blink=false\n", encoding="utf-8")

    def application(self):
        return self.desktop.accessibility.application(self.process.pid)

    def find(self, role, name, within=None):
        """The first widget shown with that role and name; waits until there is one."""
        def search():
            self.check()
            root = within or self.application()
            return root and root.find(role, name, self.shunned)

        def described():
            return f"{role} {name!r}; there are {self.names(role)}"
        return wait_for(described, search)

    def wait_for_windows(self, number):
        """Until so many are on the screen, and assistive technology knows of them."""
        def described():
            return f"{number} windows; there are {len(self.windows())}: {[child.name for child in self.application().children]}"
        wait_for(described, lambda: len(self.windows()) == number == len(self.application().children))

    def find_window(self, title):
        """The newest window with that in its title; what is looked for within it need not be sought in a whole list."""
        def search():
            self.check()
            application = self.application()
            windows = application.children if application else []
            return next((window for window in reversed(windows) if title in window.name and window.is_shown), None)
        return wait_for(f"window {title!r}", search)

    def names(self, role):
        return [name for _, name in self.application().walk_named(role, self.shunned)]

    def windows(self):
        """The numbers of the windows on the screen, the one on top last."""
        return subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid), "--name", "."],
                              env=self.desktop.environment, capture_output=True, text=True).stdout.split()

    def window(self):
        return wait_for("a window", self.windows)[-1]

    def focus_window(self):
        """There is no window manager to do it."""
        subprocess.run(["xdotool", "windowfocus", "--sync", self.window()], env=self.desktop.environment, check=True)

    def park_pointer(self):
        """Where nothing is that says more about itself: a tooltip is a window too."""
        subprocess.run(["xdotool", "mousemove", "2", "700"], env=self.desktop.environment, check=True)

    def click(self, widget):
        x, y = widget.middle
        subprocess.run(["xdotool", "mousemove", "--window", self.window(), str(x), str(y), "click", "1"],
                       env=self.desktop.environment, check=True)

    def drag(self, start, end):
        """By the mouse, in steps: what takes a drag wants to see it move."""
        steps = [(start[0] + (end[0] - start[0]) * i // 8, start[1] + (end[1] - start[1]) * i // 8) for i in range(9)]
        moves = [["mousemove", "--window", self.window(), str(x), str(y), "sleep", "0.03"] for x, y in steps]
        subprocess.run(["xdotool", *moves[0], "mousedown", "1", *(word for move in moves[1:] for word in move), "mouseup", "1"],
                       env=self.desktop.environment, check=True)

    def key(self, *keys):
        subprocess.run(["xdotool", "key", "--delay", "30", *keys], env=self.desktop.environment, check=True)

    def choose(self, *keys):
        """In the drop-down that has the focus, by these keys while its list is seen."""
        def is_in_list():
            return any(row.has_state(accessibility.STATE_FOCUSED) for row in self.application().walk("list item", self.shunned))
        self.key("space")
        wait_for("the drop-down's list", is_in_list)
        self.key(*keys, "Return")
        wait_for("the list to close", lambda: not is_in_list())

    def go_to(self, role, name):
        """By Tab, which scrolls to what is out of sight."""
        widget = self.find(role, name)
        for _ in range(60):
            if widget.is_focused:
                return
            self.key("Tab")
        raise AssertionError(f"no way to {role} {name!r}")

    def type(self, text):
        lacking = {letter for letter in text if not letter.isascii()} - set(LETTERS)
        assert not lacking, f"LETTERS lacks {lacking}"
        subprocess.run(["xdotool", "type", "--delay", "30", text], env=self.desktop.environment, check=True)

    def type_path(self, path):
        names = {"/": "slash", ".": "period", "-": "minus", "_": "underscore"}
        self.key(*(names.get(letter, letter) for letter in str(path)))

    def choose_file(self, title, path):
        """In the dialog that asks where to save."""
        self.find("push button", "Lưu", self.find_window(title))
        self.focus_window()
        self.key("ctrl+a")
        self.type_path(path)
        self.key("Return")
        wait_for(path.name, path.exists)
        self.focus_window()

    def open_file(self, title, button, path):
        """In the dialog that asks what to open. While it looks at what a path may be completed to, it passes by
        what is asked of it, and goes on doing so: it gets the time to look, and the path again with more of it."""
        chooser = self.find_window(title)
        self.find("push button", button, chooser)
        for pause in (1, 2, 4, 8):
            self.focus_window()
            self.key("ctrl+a")
            self.type(str(path))
            wait_for("the path", lambda: any(widget.text == str(path) for widget in chooser.walk("text")))
            time.sleep(pause)
            self.key("Return")
            end = time.monotonic() + 2 + pause
            while chooser.is_shown and time.monotonic() < end:
                time.sleep(0.1)
            if not chooser.is_shown:
                return
        raise AssertionError(f"{title!r} does not take {path}")

    def check(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the program ended with {self.process.returncode}:\n{self.read_log()}")

    def read_log(self):
        self.log.seek(0)
        return self.log.read()

    def kill(self):
        """Without a warning, as the power goes."""
        self.process.kill()
        self.process.wait()
        self.log.close()

    def close(self):
        """Ends it; the exit status says whether anything was warned of."""
        self.key("ctrl+q")
        try:
            status = self.process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            status = self.process.wait()
        log = self.read_log()
        self.log.close()
        return status, log


class DeskCase(unittest.TestCase):
    """Runs the window on a desktop that its tests share, each in a folder of its own."""

    @classmethod
    def setUpClass(cls):
        lacking = missing()
        if lacking:
            raise unittest.SkipTest("not on this machine: " + ", ".join(lacking))
        cls.desktop = Desktop()
        cls.addClassCleanup(cls.desktop.close)

    def setUp(self):
        folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.practises = False

    def check_document(self, path):
        """What the window saved there, office programs open without repair."""
        self.assertEqual(open_xml.find_faults(path), [])

    def new_register(self, name, *arguments):
        path = self.folder / name
        if arguments == ("--sample",):
            return practice_register.copy(path)
        subprocess.run([OCOP, "new", str(path), *arguments], check=True, stdout=subprocess.DEVNULL)
        return path

    def ocop(self, *arguments):
        """What the command line says of the register behind the window."""
        return subprocess.run([OCOP, *map(str, arguments)], capture_output=True, text=True, check=True,
                              env=dict(self.desktop.environment, OCOP_LANGUAGE="vi")).stdout.strip()

    def add(self, plural, **fields):
        """The id of a new record of self.register."""
        return self.ocop("add", self.register, plural, *(f"{name}={value}" for name, value in fields.items()))

    def list(self, plural, *options):
        """Records of self.register; of what a practice register holds of the evaluation, those that the test made."""
        rows = json.loads(self.ocop("list", self.register, plural, "--json", *options))
        return rows if plural == "products" or not self.practises else self.own(plural, rows)

    def show(self, plural, name):
        return json.loads(self.ocop("show", self.register, plural, name, "--json"))

    def new_practice(self, name):
        """A practice register: list() tells what a test makes from what was in it."""
        self.practises = True
        return self.new_register(name, "--sample")

    def own(self, plural, rows):
        """Those of the rows that were not in the practice register."""
        return [row for row in rows if row["id"] not in practice_register.ids(plural)]

    def open(self, *arguments, language="vi", settings="memory"):
        program = Program(self.desktop, self.folder, *arguments, language=language, settings=settings)
        self.addCleanup(program.process.kill)
        program.find("frame", "")
        program.focus_window()
        return program

    def close(self, program):
        status, log = program.close()
        self.assertEqual((status, log), (0, ""))


def passes_alone(failed):
    """Whether all of these few tests pass one by one; says so in a line that the count of all tests repeats."""
    if len(failed) > MOST_BY_CHANCE or not all(isinstance(test, DeskCase) for test in failed):
        return False
    again = unittest.TestSuite(type(test)(test.id().rpartition(".")[2]) for test in failed)
    passed = unittest.TextTestRunner().run(again).wasSuccessful()
    if passed:
        print("second attempt:", *(test.id() for test in failed), file=sys.stderr)
    return passed


def run():
    """As unittest.main(), but a program whose tests were all skipped says so to meson. Keys and pictures take their time
    beside other programs: what failed is tried once more."""
    outcome = unittest.main(exit=False).result
    if outcome.skipped and outcome.testsRun == 0:
        sys.exit(77)
    sys.exit(not outcome.wasSuccessful() and not passes_alone([test for test, _ in outcome.failures + outcome.errors]))
