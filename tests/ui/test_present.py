# SPDX-License-Identifier: GPL-3.0-or-later
"""Slides shown to an audience: by the keys of any program for presenting, covered, with figures that stay or follow the register."""
import datetime
import pathlib
import shutil
import subprocess
import tempfile
import threading
import unittest

from gi.repository import Gio, GLib

import desktop

TITLE = "Chương trình OCOP: kết quả và tiến độ"
FIRST = "Cơ cấu sản phẩm OCOP theo hạng sao: "
CHANGED = "dữ liệu đã thay đổi sau đó"

# Nobody is there, and the machine is not used.
IDLE_AND_ASLEEP = 8 | 4
SESSION_MANAGER = """<node><interface name="org.gnome.SessionManager">
  <method name="Inhibit">
    <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/><arg type="u" direction="in"/>
    <arg type="u" direction="out"/>
  </method>
  <method name="Uninhibit"><arg type="u" direction="in"/></method>
  <method name="RegisterClient"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="o" direction="out"/></method>
</interface></node>"""

# Xvfb has one monitor; a graphics card that is none has as many as one likes.
TWO_MONITORS = """
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoAddGPU" "false"
EndSection
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 64000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5.0 - 1000.0
  VertRefresh 5.0 - 200.0
  Modeline "1366x768" 85.25 1366 1436 1579 1792 768 771 774 798
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Modes "1366x768"
    Virtual 2732 1536
  EndSubSection
EndSection
"""
LEFT = (0, 0, 1366, 768)
RIGHT = (1366, 0, 1366, 768)


class SessionManager(threading.Thread):
    """What desktops ask whether the machine may fall asleep; remembers who does not want it to."""

    def __init__(self, address):
        super().__init__(daemon=True)
        self.address = address
        self.inhibited = {}
        self.ready = threading.Event()
        self.start()
        self.ready.wait()

    def run(self):
        context = GLib.MainContext()
        context.push_thread_default()
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        bus = Gio.DBusConnection.new_for_address_sync(self.address, flags, None, None)
        bus.register_object("/org/gnome/SessionManager", Gio.DBusNodeInfo.new_for_xml(SESSION_MANAGER).interfaces[0], self.answer, None, None)
        Gio.bus_own_name_on_connection(bus, "org.gnome.SessionManager", Gio.BusNameOwnerFlags.NONE, lambda *_: self.ready.set(), None)
        while True:
            context.iteration(True)

    def answer(self, _bus, _sender, _path, _interface, method, arguments, invocation):
        if method == "Inhibit":
            self.inhibited[7] = arguments.unpack()
            invocation.return_value(GLib.Variant("(u)", (7,)))
        elif method == "Uninhibit":
            del self.inhibited[arguments.unpack()[0]]
            invocation.return_value(None)
        else:
            invocation.return_value(GLib.Variant("(o)", ("/client",)))


class TwoMonitors(desktop.Desktop):
    """A desktop whose second monitor can be plugged in and out, right of the first."""

    def start_screen(self):
        with tempfile.TemporaryDirectory() as folder:  # read, and the log begun, before anything is shown
            self.settings = pathlib.Path(folder) / "xorg.conf"
            self.settings.write_text(TWO_MONITORS)
            super().start_screen()

    def screen(self):
        return ["Xorg", "-config", str(self.settings), "-logfile", str(self.settings.with_suffix(".log")), "-novtswitch", "-sharevts"]

    def start_bus(self):
        super().start_bus()
        self.environment["EGL_LOG_LEVEL"] = "fatal"  # there is nothing to draw on but memory
        self.xrandr("--addmode", "DUMMY1", "1366x768")
        self.plug("--mode", "1366x768", "--right-of", "DUMMY0")
        self.start("openbox", "--sm-disable", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def xrandr(self, *arguments):
        subprocess.run(["xrandr", *arguments], env=self.environment, check=True, capture_output=True)

    def plug(self, *how):
        self.xrandr("--output", "DUMMY1", *how)
        self.xrandr("--query")  # the driver says that something is plugged in when it is asked


class PresentCase(desktop.DeskCase):
    def start(self):
        program = self.open(self.register)
        program.find("list", "Các trang")
        program.find("push button", "Tính đến")
        program.key("alt+8")
        program.find("push button", "Sao chép, lưu").press()
        program.find("menu item", "Trình chiếu các biểu đồ").press()
        program.wait_for_windows(3)
        return program


class PresentTest(PresentCase):
    def recognise(self):
        """One more product with 3 stars."""
        producer = self.add("producers", name="HTX Moi", kind="cooperative")
        product = self.add("products", name="San pham moi", producer=producer, criteria_set="QD26-03")
        self.add("recognitions", product=product, outcome="recognised", **{"class": "3"}, kind="first",
                 decision_date=str(datetime.date.today() - datetime.timedelta(days=30)))

    def test_is_presented(self):
        self.register = self.new_practice("practice.ocop")
        manager = SessionManager(self.desktop.environment["DBUS_SESSION_BUS_ADDRESS"])
        program = self.start()
        [(_, _, why, what)] = manager.inhibited.values()
        self.assertEqual((why, what), ("Đang trình chiếu", IDLE_AND_ASLEEP))
        speaker = program.find_window(f"Trình chiếu: {TITLE}")
        audience = next(window for window in program.application().children if window.name == TITLE)
        program.find("image", TITLE, audience)
        program.focus_window()

        program.key("Next")  # a remote control's: Page Down
        program.find("image", FIRST, audience)
        program.find("label", FIRST, speaker)  # to read out
        program.find("label", "2/", speaker)
        program.key("period")
        program.find("image", "Màn hình đen", audience)
        program.find("label", "Màn hình đen", speaker)
        program.key("b", "comma")
        program.find("image", "Màn hình trắng", audience)
        program.key("w", "BackSpace")
        program.find("image", TITLE, audience)
        program.key("3", "Return")
        program.find("image", "Sản phẩm OCOP theo địa phương: ", audience)
        program.key("space", "Home", "Right", "1", "7")
        program.find("label", "→ 17, bấm Enter", speaker)
        program.key("Escape")  # what was typed, not the show
        program.find("image", FIRST, audience)
        program.key("shift+F5", "Up", "F5", "n")
        program.find("image", FIRST, audience)

        # The speaker's window takes the same keys, and goes by its list.
        on_top = program.window()
        program.key("F6")
        desktop.wait_for("the speaker's window on top", lambda: program.window() != on_top)
        program.focus_window()
        program.click(program.find("list item", "9. ", speaker))
        program.find("label", "9/", speaker)
        program.key("Prior")
        program.find("label", "8/", speaker)
        program.key("2", "KP_Enter")
        masked = program.find("check box", "Che tên người", speaker)
        self.assertTrue(masked.is_checked)
        self.assertFalse(masked.is_sensitive)  # none of these slides names a person
        program.find("push button", "Dừng giờ", speaker).press()
        program.find("push button", "Chạy giờ", speaker)

        # Figures stay as they were at the beginning, until somebody wants them live.
        self.recognise()
        program.find("label", CHANGED, speaker)
        program.find("image", f"{FIRST}3 sao 72 ", audience)
        program.click(program.find("check box", "Số liệu tự cập nhật", speaker))
        program.find("image", f"{FIRST}3 sao 73 ", audience)
        self.assertNotIn(CHANGED, "".join(program.names("label")))
        self.recognise()
        program.find("image", f"{FIRST}3 sao 74 ", audience)

        program.focus_window()
        program.key("Escape")
        program.wait_for_windows(1)
        desktop.wait_for("a machine that may fall asleep", lambda: not manager.inhibited)
        program.focus_window()
        self.close(program)


def can_have_two_monitors():
    return all(shutil.which(tool) for tool in ("Xorg", "xrandr", "openbox"))


@unittest.skipUnless(can_have_two_monitors(), "two monitors take Xorg with its dummy driver, xrandr and openbox")
class TwoMonitorsTest(PresentCase):
    @classmethod
    def setUpClass(cls):
        try:
            cls.desktop = TwoMonitors()
        except desktop.NoScreen as error:
            raise unittest.SkipTest(f"no card that is none: {error}")
        cls.addClassCleanup(cls.desktop.close)

    def area(self, program, title):
        """Where a window is on the desktop: x, y, width, height."""
        command = ["xdotool", "search", "--all", "--onlyvisible", "--pid", str(program.process.pid), "--name", f"^{title}$", "getwindowgeometry", "--shell"]
        lines = subprocess.run(command, env=self.desktop.environment, capture_output=True, text=True).stdout.split()
        values = dict(line.split("=") for line in lines)
        return tuple(int(values.get(name, -1)) for name in ("X", "Y", "WIDTH", "HEIGHT"))

    def wait_for_areas(self, program, speaker, audience):
        """Where the speaker's window and the audience's come to lie; the speaker's may be anywhere when None."""
        def areas():
            return self.area(program, f"Trình chiếu: {TITLE}"), self.area(program, TITLE)

        def are_there():
            places = areas()
            return places[1] == audience and (places[0] == speaker if speaker else places[0][2:] == (1240, 680) and places[0][0] < 200)
        desktop.wait_for(lambda: f"windows at {speaker} and {audience}: {areas()}", are_there)

    def test_each_has_a_monitor(self):
        self.register = self.new_practice("practice.ocop")
        program = self.start()
        self.wait_for_areas(program, LEFT, RIGHT)
        program.key("F7")
        self.wait_for_areas(program, RIGHT, LEFT)
        program.key("F7")
        self.wait_for_areas(program, LEFT, RIGHT)
        for unplugged in (["--off"], ["--mode", "1366x768", "--same-as", "DUMMY0"]):  # a projector that repeats the first is none
            self.desktop.plug(*unplugged)
            self.wait_for_areas(program, None, LEFT)
            self.desktop.plug("--mode", "1366x768", "--right-of", "DUMMY0")
            self.wait_for_areas(program, LEFT, RIGHT)
        program.key("Next")  # the speaker's window has the keyboard
        program.find("label", "2/", program.find_window(f"Trình chiếu: {TITLE}"))
        program.key("Escape")
        program.wait_for_windows(1)
        self.close(program)


if __name__ == "__main__":
    desktop.run()
