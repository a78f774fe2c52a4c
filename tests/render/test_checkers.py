"""The mail before checkers that others wrote: caniemail, html-validate, axe-core. `make test` installs them."""

import json
import os
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest
from chromium_rig import needs_chromium, run
from sample_edition import coal, edition, english, flood, huge, safety, song
from test_edition_mail import LANGUAGES

from digest.render import render

NODE = Path(__file__).parent / "node"

#: what some programs do not support, and what happens there; anything else fails
ACCEPTED = {
    "@media": "one column, light colours",
    "<style> element": "the same",
    "display:none": "the line for the list of mails shows on top",
    "overflow": "the same",
    "height property": "the same: it is a max-height",
    "white-space": "a number may be broken",
    "word-break": "a very long word sticks out",
    "aria-hidden attribute": "an empty cell is read",
    "role attribute": "Windows Mail reads a table out as one",
    "<body> element": "becomes a <div>; the table has the language and the colour again",
    "Local anchors": "the contents cannot be clicked",
}


def installed():
    """Fails where npm is there and the packages are not: then the set-up is broken, not the machine poor."""
    if shutil.which("npm") is None and not os.environ.get("CI"):
        pytest.skip("needs npm")
    if not (NODE / "node_modules" / "axe-core").is_dir():
        pytest.fail(f"{NODE.name}/node_modules is missing: `make test` installs it")


def mail(told, languages=("zh-Hans", "en")):
    return render(told, key="k", languages=languages, english=english(), keywords="大气 OR 防汛").html


def whole():
    return edition(stories=(coal(), flood(), safety(), song()), articles_read=6)


def mails():
    yield from ((name, mail(whole(), languages)) for name, languages in LANGUAGES.items())
    yield "short", mail(huge(2, 80))
    yield "empty", mail(edition(stories=()))
    yield "full", render(huge(2, 160), key="k", languages=("zh-Hans", "en"), english=english()).full.html


@pytest.fixture(scope="module")
def checked(tmp_path_factory):
    installed()
    folder = tmp_path_factory.mktemp("mails")
    for name, html in mails():
        (folder / f"{name}.html").write_text(html, encoding="utf-8")
    command = ["node", str(NODE / "check.mjs"), *map(str, sorted(folder.glob("*.html")))]
    done = subprocess.run(command, capture_output=True, text=True, timeout=90, check=True)
    return {Path(file).stem: told for file, told in json.loads(done.stdout).items()}


def test_it_is_valid_html_but_for_what_mail_programs_need(checked):
    assert {name: told["invalid"] for name, told in checked.items() if told["invalid"]} == {}


def test_it_uses_only_what_mail_programs_support_or_can_do_without(checked):
    # the full page is a file for a browser
    found = {title for name, told in checked.items() if name != "full" for title in told["unsupported"]}
    assert found - ACCEPTED.keys() == set()
    assert ACCEPTED.keys() - found == set(), "accepted, and no longer used"


@pytest.mark.browser
@needs_chromium
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_no_barrier(tmp_path, dark):
    """Contrast, names, order of headings, languages: WCAG 2.2 A and AA, and axe's best practices."""
    installed()
    html = mail(whole())
    axe = (NODE / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    assert "</script" not in axe
    script = """axe.run({exclude: [["script"]]}).then(found => { document.title = JSON.stringify({
      passes: found.passes.length, contrast: found.passes.some(rule => rule.id === "color-contrast"),
      violations: found.violations.map(v => v.id + ": " + v.nodes.slice(0, 3).map(n => n.html).join(" "))}); });"""
    page = re.sub(r"</body>", lambda _: f"<script>{axe}</script><script>{script}</script></body>", html)
    (tmp_path / "mail.html").write_text(page, encoding="utf-8")
    dom = run(tmp_path, "mail.html", "--dump-dom", "--window-size=800,900", dark=dark)
    told = json.loads(unescape(re.search(r"<title[^>]*>(\{.*?)</title>", dom, re.DOTALL)[1]))
    assert told["passes"] > 10
    assert told["contrast"]
    assert told["violations"] == []
