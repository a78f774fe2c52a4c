"""A mail in headless Chromium: the page after its scripts, a picture of it, or its print."""

import os
import shutil
import subprocess

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
#: where CI says that it is CI, nothing is skipped
needs_chromium = pytest.mark.skipif(CHROMIUM is None and not os.environ.get("CI"), reason="needs Chromium")

_QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--allow-file-access-from-files",
]

#: the mail in a frame of the width of a screen: a window cannot be made that narrow
_FRAME = """<!DOCTYPE html><body style="margin:0"><iframe id="f" src="mail.html"
style="width:{width}px;height:{height}px;border:0"></iframe><script>{script}</script>"""


def run(folder, page, *flags, dark=False):
    """The DOM of a page of the folder after its scripts, or what the flags make of it."""
    assert CHROMIUM, "Chromium is not installed"
    colours = ["--blink-settings=preferredColorScheme=0"] if dark else []
    flags = [*_QUIET, f"--user-data-dir={folder / 'profile'}", "--virtual-time-budget=10000", *colours, *flags]
    done = subprocess.run(
        [CHROMIUM, *flags, (folder / page).as_uri()], capture_output=True, text=True, timeout=90, check=True
    )
    return done.stdout


def frame(folder, html, width, *, height=900, script=""):
    """Write the mail and the page that frames it; the name of the page."""
    (folder / "mail.html").write_text(html, encoding="utf-8")
    (folder / "frame.html").write_text(_FRAME.format(width=width, height=height, script=script), encoding="utf-8")
    return "frame.html"
