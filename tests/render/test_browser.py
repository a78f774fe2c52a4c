import shutil
import subprocess

import pytest
from sample_edition import edition, english

from digest.render import render

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--allow-file-access-from-files",
]

#: the mail in a frame of the width of a screen (a window cannot be made that narrow); its measure becomes the title
FRAME = """<!DOCTYPE html><body><iframe id="f" src="mail.html" style="width:{width}px;height:900px;border:0"></iframe>
<script>onload = () => {{
  const d = document.getElementById("f").contentDocument, root = d.documentElement;
  const card = d.querySelector(".cd").getBoundingClientRect().width;
  document.title = [root.scrollWidth, root.clientWidth, Math.round(card),
    getComputedStyle(d.querySelector(".cd")).backgroundColor].join("|");
}};</script>"""


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")
@pytest.mark.parametrize(
    ("width", "dark", "card", "colour"),
    [
        (760, False, 680, "rgb(255, 255, 255)"),
        (400, False, None, "rgb(255, 255, 255)"),
        (400, True, None, "rgb(26, 32, 34)"),
    ],
)
def test_the_mail_fits_the_screen_and_follows_its_colours(tmp_path, width, dark, card, colour):
    long_word = {("directive", "要备足抢险物资"): english()[("head", "加大宣传力度")].__class__("x" * 300, "mt")}
    rendition = render(edition(), key="k", languages=("zh-Hans", "en"), english=english() | long_word)
    (tmp_path / "mail.html").write_text(rendition.html, encoding="utf-8")
    (tmp_path / "frame.html").write_text(FRAME.format(width=width), encoding="utf-8")
    flags = [
        *QUIET,
        f"--user-data-dir={tmp_path / 'profile'}",
        *(["--blink-settings=preferredColorScheme=0"] if dark else []),
    ]
    page = subprocess.run(
        [CHROMIUM, *flags, "--virtual-time-budget=5000", "--dump-dom", (tmp_path / "frame.html").as_uri()],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    ).stdout
    title = page.partition("<title>")[2].partition("</title>")[0]
    scroll, client, shown, background = title.split("|")
    assert int(scroll) <= int(client)
    assert int(client) > width - 40
    assert int(shown) == (card or int(client))
    assert background == colour
