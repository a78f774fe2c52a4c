"""The mail as Chromium lays it out: widths, colours, columns, the picture, the print."""

import json
import os
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pypdfium2
import pytest
from chromium_rig import frame, needs_chromium, run
from PIL import Image, ImageChops, ImageStat
from sample_edition import edition, english

from digest.render import render

pytestmark = [pytest.mark.browser, needs_chromium]

GOLDEN = Path(__file__).parent / "golden"

#: what the mail measures becomes the title of the page
MEASURE = """onload = () => {
  const d = document.getElementById("f").contentDocument, root = d.documentElement;
  const box = e => { const r = e.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom].map(Math.round); };
  const pairs = [...d.querySelectorAll(".d > .co + .e")].map(e => [box(e.previousElementSibling), box(e)]);
  document.title = JSON.stringify({scroll: root.scrollWidth, client: root.clientWidth, pairs,
    card: box(d.querySelector(".cd")), colour: getComputedStyle(d.querySelector(".cd")).backgroundColor});
};"""


def mail(**options):
    return render(edition(), key="k", languages=("zh-Hans", "en"), english=english(), **options).html


def measured(folder, html, width, *, dark=False):
    page = run(folder, frame(folder, html, width, script=MEASURE), "--dump-dom", dark=dark)
    return json.loads(unescape(page.partition("<title>")[2].partition("</title>")[0]))


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
    html = render(edition(), key="k", languages=("zh-Hans", "en"), english=english() | long_word).html
    found = measured(tmp_path, html, width, dark=dark)
    assert found["scroll"] <= found["client"]
    assert found["client"] > width - 40
    assert found["card"][2] - found["card"][0] == (card or found["client"])
    assert found["colour"] == colour


def test_the_languages_stand_side_by_side_on_a_wide_screen(tmp_path):
    pairs = measured(tmp_path, mail(), 700)["pairs"]
    assert len(pairs) > 5
    for chinese, english_ in pairs:
        assert chinese[1] == english_[1]
        assert chinese[2] <= english_[0]


@pytest.mark.parametrize("width", [360, 480])
def test_they_stand_one_under_the_other_on_a_phone(tmp_path, width):
    pairs = measured(tmp_path, mail(), width)["pairs"]
    assert len(pairs) > 5
    for chinese, english_ in pairs:
        assert chinese[3] <= english_[1]
        assert chinese[0] == english_[0]


def test_a_program_that_drops_the_style_element_shows_one_column_that_fits(tmp_path):
    html = re.sub(r"<style>.*?</style>", "", mail(), flags=re.DOTALL)
    found = measured(tmp_path, html, 380)
    assert found["scroll"] <= found["client"]
    assert all(chinese[3] <= english_[1] for chinese, english_ in found["pairs"])


def test_a_print_is_dark_on_white_whatever_the_screen_is(tmp_path):
    (tmp_path / "mail.html").write_text(mail(), encoding="utf-8")
    run(tmp_path, "mail.html", f"--print-to-pdf={tmp_path / 'mail.pdf'}", "--no-pdf-header-footer", dark=True)
    pdf = pypdfium2.PdfDocument(tmp_path / "mail.pdf")
    try:
        text = "".join(page.get_textpage().get_text_range() for page in pdf)
        picture = pdf[0].render(scale=0.5).to_pil().convert("L")
    finally:
        pdf.close()
    assert "各乡镇、各单位" in text
    assert ImageStat.Stat(picture).mean[0] > 200
    assert picture.getpixel((2, 2)) == 255


def fonts():
    """The fonts that this machine shows the mail with."""
    families = re.search(r"font-family:([^;]*)", mail())[1].split(",")
    asked = ["fc-match", "-f", "%{family} %{style} %{fontversion}", "--"]
    names = (family.strip(" '") for family in families)
    return [subprocess.run([*asked, name], capture_output=True, text=True, check=True).stdout for name in names]


@pytest.mark.skipif(shutil.which("fc-match") is None, reason="needs fontconfig")
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [700, 400])
def test_the_mail_looks_as_it_did(tmp_path, width, dark):
    """A quarter of its size, so that no hair counts. UPDATE_GOLDEN=1 takes the picture anew: look at it."""
    height, taken = 1400, 2000  # the last rows of a picture are not always painted
    page = frame(tmp_path, mail(), width, height=taken)
    shot = tmp_path / "shot.png"
    run(tmp_path, page, f"--window-size=700,{taken}", f"--screenshot={shot}", dark=dark)
    with Image.open(shot) as image:
        seen = image.convert("RGB").crop((0, 0, width, height)).resize((width // 4, height // 4), Image.Resampling.BOX)
    path, known = GOLDEN / f"mail-{width}-{'dark' if dark else 'light'}.png", GOLDEN / "fonts.json"
    if os.environ.get("UPDATE_GOLDEN"):
        seen.quantize(128, dither=Image.Dither.NONE).save(path, optimize=True)
        known.write_text(json.dumps(fonts(), indent=1) + "\n", encoding="utf-8")
    if json.loads(known.read_text(encoding="utf-8")) != fonts():
        pytest.skip("the pictures were taken with other fonts than this machine has")
    with Image.open(path) as golden:
        difference = ImageChops.difference(seen, golden.convert("RGB")).convert("L")
    assert ImageStat.Stat(difference).mean[0] < 2
    tiles = difference.resize((width // 40, height // 40), Image.Resampling.BOX)
    assert tiles.getextrema()[1] < 25
