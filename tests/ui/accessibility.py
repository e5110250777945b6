# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs as assistive technology sees them, asked in its own protocol (AT-SPI 2) over its own bus.

The usual client library keeps a copy of each program's tree; while windows come and go, that of
Debian 12 now and then ends the process that asks. Here nothing is kept: each answer is the
program's own, at the moment of asking. An object that has gone away raises GLib.Error."""
import contextlib

from gi.repository import Gio, GLib

REGISTRY = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
ANSWER_WITHIN = 10_000  # milliseconds

# AtspiRole of those that tests ask for.
ROLES = {
    2: "alert", 7: "check box", 8: "check menu item", 11: "combo box", 16: "dialog", 23: "frame", 27: "image", 29: "label", 31: "list",
    32: "list item", 35: "menu item", 37: "page tab", 43: "push button", 51: "slider", 61: "text", 62: "toggle button", 66: "tree table",
    75: "application", 79: "entry",
}

# AtspiStateType.
STATE_CHECKED = 4
STATE_FOCUSED = 12
STATE_SELECTED = 23
STATE_SENSITIVE = 24

# AtspiCoordType.
WITHIN_WINDOW = 1

# Questions that are put to many widgets: interface, method and arguments.
ROLE = ("Accessible", "GetRole")
STATES = ("Accessible", "GetState")
EXTENTS = ("Component", "GetExtents", GLib.Variant("(u)", (WITHIN_WINDOW,)))

# Roles of what has no parts that a test asks for.
LEAVES = ("image", "label")


def has_state(words, state):
    return bool(words[state // 32] >> (state % 32) & 1)


class Bus:
    """The bus of assistive technology that belongs to a session bus."""

    def __init__(self, session_address):
        session = self.connect(session_address)
        answer = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                   Gio.DBusCallFlags.NONE, ANSWER_WITHIN, None)
        session.close_sync(None)
        self.connection = self.connect(answer.unpack()[0])

    @staticmethod
    def connect(address):
        connection = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
            None, None)
        connection.set_exit_on_close(False)
        return connection

    def close(self):
        self.connection.close_sync(None)

    def call(self, owner, path, interface, method, arguments=None):
        """The answer's values; a single one bare."""
        values = self.connection.call_sync(owner, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE,
                                           ANSWER_WITHIN, None).unpack()
        return values[0] if len(values) == 1 else values

    def call_all(self, calls):
        """The answers to many calls, each as call() takes it, in their order; None of an object that has gone away. They
        are sent at once: a window holds a thousand widgets, and the way to each and back is most of the price."""
        answers = [None] * len(calls)
        waiting = len(calls)

        def take(connection, result, place):
            nonlocal waiting
            waiting -= 1
            with contextlib.suppress(GLib.Error):
                values = connection.call_finish(result).unpack()
                answers[place] = values[0] if len(values) == 1 else values

        for place, (owner, path, interface, method, arguments) in enumerate(calls):
            self.connection.call(owner, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, ANSWER_WITHIN, None,
                                 take, place)
        while waiting:
            GLib.MainContext.default().iteration(True)
        return answers

    def application(self, process_id):
        """Of the program with that process; None before it has told of itself."""
        for owner, path in self.call(*REGISTRY, "org.a11y.atspi.Accessible", "GetChildren"):
            if self.process_of(owner) == process_id:
                return Widget(self, owner, path)
        return None

    def process_of(self, owner):
        try:
            return self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                             "GetConnectionUnixProcessID", GLib.Variant("(s)", (owner,)))
        except GLib.Error:  # it ended, and the registry has not heard of it yet
            return None


class Widget:
    """One widget; an application is the widget that holds its windows."""

    def __init__(self, bus, owner, path):
        self.bus = bus
        self.owner = owner
        self.path = path

    def call(self, interface, method, arguments=None):
        return self.owner, self.path, "org.a11y.atspi." + interface, method, arguments

    def property_call(self, interface, name):
        return (self.owner, self.path, "org.freedesktop.DBus.Properties", "Get",
                GLib.Variant("(ss)", ("org.a11y.atspi." + interface, name)))

    def ask(self, *question):
        return self.bus.call(*self.call(*question))

    def get(self, interface, name):
        return self.bus.call(*self.property_call(interface, name))

    @property
    def name(self):
        return self.get("Accessible", "Name")

    @property
    def description(self):
        return self.get("Accessible", "Description")

    @property
    def role(self):
        """Empty when no test asks for such."""
        return ROLES.get(self.ask(*ROLE), "")

    @property
    def children(self):
        return [Widget(self.bus, *child) for child in self.ask("Accessible", "GetChildren")]

    @property
    def parent(self):
        return Widget(self.bus, *self.get("Accessible", "Parent"))

    def has_state(self, state):
        return has_state(self.ask(*STATES), state)

    @property
    def extents(self):
        """Left, top, width and height in its window."""
        return self.ask(*EXTENTS)

    @property
    def is_shown(self):
        try:
            return min(self.extents[2:]) > 0
        except GLib.Error:  # it went away while it was asked
            return False

    @property
    def is_sensitive(self):
        return self.has_state(STATE_SENSITIVE)

    @property
    def is_focused(self):
        """It, or a part of it."""
        states = self.bus.call_all([widget.call(*STATES) for widget in (self, *self.walk())])
        return any(words and has_state(words, STATE_FOCUSED) for words in states)

    @property
    def is_selected(self):
        return self.has_state(STATE_SELECTED)

    @property
    def is_checked(self):
        return self.has_state(STATE_CHECKED)

    @property
    def text(self):
        return self.ask("Text", "GetText", GLib.Variant("(ii)", (0, self.get("Text", "CharacterCount"))))

    @property
    def middle(self):
        left, top, width, height = self.extents
        return left + width // 2, top + height // 2

    def press(self):
        """A menu button is a box around the button that opens its menu."""
        widget = self
        while widget.get("Action", "NActions") == 0:
            widget = widget.children[0]
        widget.ask("Action", "DoAction", GLib.Variant("(i)", (0,)))

    def focus(self):
        self.ask("Component", "GrabFocus")

    def walk(self, role=None, shunned=()):
        """What is shown in it, each before its parts, but what is within `shunned` roles; of several windows the latest
        first. With a role, those alone. It is asked for level by level: nothing in what is not shown is."""
        parts = {}
        roles = {self: self.role}
        level = [self]
        while level:
            level = [widget for widget in level if roles[widget] not in (*LEAVES, *shunned)]
            found = []
            for widget, children in zip(level, self.bus.call_all([widget.call("Accessible", "GetChildren") for widget in level])):
                parts[widget] = [Widget(self.bus, *child) for child in children or ()]
                found += parts[widget]
            places = self.bus.call_all([widget.call(*EXTENTS) for widget in found])
            level = [widget for widget, extents in zip(found, places) if extents and min(extents[2:]) > 0]
            numbers = self.bus.call_all([widget.call(*ROLE) for widget in level])
            roles |= {widget: ROLES.get(number, "") for widget, number in zip(level, numbers)}
        return [widget for widget in self.line_up(parts, roles) if role in (None, roles[widget])]

    def line_up(self, parts, roles):
        for widget in reversed(parts.get(self, ())) if roles[self] == "application" else parts.get(self, ()):
            if widget in roles:
                yield widget
                yield from widget.line_up(parts, roles)

    def find(self, role, name, shunned=()):
        """The first that is shown in it, with that role and that in its name; None when there is none."""
        return next((widget for widget, found in self.walk_named(role, shunned) if name in found), None)

    def walk_named(self, role, shunned=()):
        """As walk(), each with its name."""
        widgets = self.walk(role, shunned)
        names = self.bus.call_all([widget.property_call("Accessible", "Name") for widget in widgets])
        return [(widget, name) for widget, name in zip(widgets, names) if name is not None]
