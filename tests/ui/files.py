# SPDX-License-Identifier: GPL-3.0-or-later
"""Files for records, made small and whole, and the ways in which a person brings them to the window."""
import contextlib
import ctypes
import os
import shutil
import struct
import subprocess
import time
import unittest
import zlib

import desktop

DRAG_SOURCE = os.environ.get("DRAG_SOURCE", "")


def png(width=40, height=30, colour=b"\x30\x80\x50"):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + colour * width for _ in range(height))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def pdf(pages=1):
    """With so many empty pages."""
    kids = " ".join(f"{3 + i} 0 R" for i in range(pages))
    objects = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {pages}>>"]
    objects += ["<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]>>"] * pages
    text, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(text))
        text += f"{number} 0 obj\n{content}\nendobj\n"
    start = len(text)
    text += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    text += "".join(f"{place:010} 00000 n \n" for place in places)
    text += f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"
    return text.encode("ascii")


@contextlib.contextmanager
def clipboard(program, kind, path):
    """What the file holds is on the clipboard, as another program offers it."""
    if shutil.which("xclip") is None:
        raise unittest.SkipTest("xclip puts it there")
    with open(path, "rb") as content:
        holder = subprocess.Popen(["xclip", "-quiet", "-selection", "clipboard", "-t", kind], stdin=content,
                                  env=program.desktop.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        time.sleep(0.5)
        yield
    finally:
        holder.terminate()
        holder.wait()


def copy_files(program, folder, *paths):
    """As a file manager's copying does."""
    listed = folder / "copied.txt"
    listed.write_text("".join(path.as_uri() + "\r\n" for path in paths), encoding="ascii")
    return clipboard(program, "text/uri-list", listed)


def mark_as_managed(program, window):
    """Tells the program that drags that the window is one to drop on: window managers do, and here is none."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    display = ctypes.c_void_p(x11.XOpenDisplay(program.desktop.environment["DISPLAY"].encode()))
    state = x11.XInternAtom(display, b"WM_STATE", 0)
    normal = (ctypes.c_long * 2)(1, 0)
    x11.XChangeProperty(display, ctypes.c_ulong(int(window)), ctypes.c_ulong(state), ctypes.c_ulong(state), 32, 0,
                        ctypes.cast(normal, ctypes.c_char_p), 2)
    x11.XCloseDisplay(display)


def pointer(program, *arguments):
    subprocess.run(["xdotool", *map(str, arguments)], env=program.desktop.environment, check=True)


def middle_at_rest(widget):
    """Where it is once what stands above it has taken its place: a form is filled and its list makes room beside it."""
    def look():
        before = widget.middle
        time.sleep(0.3)
        return before if widget.middle == before else None
    return desktop.wait_for("a widget at rest", look)


@contextlib.contextmanager
def dropped(program, widget, *paths):
    """Drags the files from another window and drops them on the widget, slowly as a hand does. That
    window stays until what is done with them has been seen: it hands them over when it is asked."""
    window = program.window()
    mark_as_managed(program, window)
    source = subprocess.Popen([DRAG_SOURCE, *map(str, paths)], env=dict(program.desktop.environment, GDK_BACKEND="x11"))
    try:
        corner = desktop.wait_for("the window to drag from", lambda: subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--pid", str(source.pid)], env=program.desktop.environment,
            capture_output=True, text=True).stdout.split())[-1]
        pointer(program, "mousemove", "--window", corner, 20, 20, "mousedown", 1)
        for step in range(8):
            pointer(program, "mousemove_relative", "--", 4, 3)
            time.sleep(0.03)
        x, y = middle_at_rest(widget)
        for step in (30, 20, 10, 0):
            pointer(program, "mousemove", "--window", window, x + step, y)
            time.sleep(0.15)
        time.sleep(0.4)
        pointer(program, "mouseup", 1)
        yield
    finally:
        source.terminate()
        source.wait()


def install_viewer(folder, content_type):
    """A program for files of that type, before the window is opened; gives the file in which it notes what it was given."""
    opened = folder / "opened.txt"
    viewer = folder / "viewer"
    viewer.write_text(f"#!/bin/sh\necho \"$1\" >{opened}\n", encoding="utf-8")
    viewer.chmod(0o700)
    applications = folder / "data" / "applications"
    applications.mkdir(parents=True)
    (applications / "viewer.desktop").write_text(
        f"[Desktop Entry]\nType=Application\nName=Viewer\nExec={viewer} %f\nMimeType={content_type};\n", encoding="utf-8")
    (applications / "mimeinfo.cache").write_text(f"[MIME Cache]\n{content_type}=viewer.desktop;\n", encoding="utf-8")
    return opened
