#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the seconds that LibreOffice takes to open a workbook: open-in-libreoffice.py FILE TINY

The office already runs and has opened the TINY workbook before, so that neither its start nor its
first use of a filter is counted, and it has not opened FILE before, as nobody opens a file to open
it again; nothing is written. The best of three offices, each with a profile of its own."""

import pathlib
import subprocess
import sys
import tempfile
import time

try:
    import uno
    from com.sun.star.beans import PropertyValue
    from com.sun.star.connection import NoConnectException
except ImportError:
    sys.exit('python3-uno is not installed')

OFFICES = 3
SECONDS_TO_START = 60


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', local)
    for _ in range(SECONDS_TO_START * 5):
        try:
            return resolver.resolve(f'uno:pipe,name={pipe};urp;StarOffice.ComponentContext')
        except NoConnectException:
            time.sleep(0.2)
    sys.exit('LibreOffice does not answer')


def open_once(desktop, path):
    start = time.monotonic()
    document = desktop.loadComponentFromURL(pathlib.Path(path).resolve().as_uri(), '_blank', 0,
                                            (PropertyValue('Hidden', 0, True, 0),))
    seconds = time.monotonic() - start
    document.close(True)
    return seconds


def open_in_new_office(path, tiny):
    pipe = f'ocop-bench-{time.monotonic_ns()}'
    with tempfile.TemporaryDirectory() as profile:
        office = subprocess.Popen(['soffice', '--headless', '--norestore', '--nologo', f'--accept=pipe,name={pipe};urp;',
                                   f'-env:UserInstallation={pathlib.Path(profile).as_uri()}'])
        context = connect(pipe)
        desktop = context.ServiceManager.createInstanceWithContext('com.sun.star.frame.Desktop', context)
        open_once(desktop, tiny)
        seconds = open_once(desktop, path)
        desktop.terminate()
        office.wait()
    return seconds


print(min(open_in_new_office(*sys.argv[1:]) for _ in range(OFFICES)))
