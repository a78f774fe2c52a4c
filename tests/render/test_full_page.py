"""The full edition as a file of its own: only where the mail leaves something out, whole, and nobody else's."""

import email
import email.policy
import http.server
import json
import re
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html import unescape
from html.parser import HTMLParser

import pytest
from chromium_rig import frame, needs_chromium, run
from mail_samples import PASSWORD, account_for, make_envelope, make_sender
from sample_edition import coal, edition, english, flood, huge, safety
from smtp_rig import SmtpServer

from digest.mail import OutcomeKind, compose_body
from digest.mail.smtp import SmtpTransport
from digest.model import Period, Skipped, Story
from digest.render import MAX_HTML, MAX_MESSAGE, render

LANGUAGES = ("zh-Hans", "zh-Hant", "en")
HOSTILE = '</title></h2><script>alert(1)</script><img src="http://evil.example/x.png">"\r\nBcc: spy@example.net'


def made(told, languages=("zh-Hans", "en"), **options):
    return render(told, key="k", languages=languages, english=english(), **options)


class Page(HTMLParser):
    """Elements, what they load, and the words of a page."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.loads, self.handlers, self.words = [], [], [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        for name, value in attributes:
            if name in ("src", "srcset", "background", "data", "poster") or (name == "href" and tag != "a"):
                self.loads.append(value)
            if name.startswith("on"):
                self.handlers.append(name)

    def handle_data(self, data):
        self.words.append(data)


def text_of(html):
    return "".join("".join(Page(re.sub(r"<!--.*?-->|<style>.*?</style>", "", html, flags=re.DOTALL)).words).split())


@pytest.fixture(scope="module", params=[(3, 1000), (300, 10)], ids=["long stories", "many stories"])
def large(request):
    return made(huge(*request.param))


def test_the_page_has_all_three_thousand_directives_and_the_mail_fits(large):
    assert len(large.html.encode()) <= MAX_HTML
    assert len(re.findall(r'class="d" id="s\d+d\d+"', large.full.html)) == large.directives == 3000
    assert len(re.findall(r'class="d" id="s\d+d\d+"', large.html)) < 1000
    for left_out in (" more ", "另有", "附件"):
        assert left_out not in text_of(large.full.html)


def test_the_page_loads_and_runs_nothing(large):
    page = Page(large.full.html)
    assert page.loads == page.handlers == []
    assert not {"script", "iframe", "object", "embed", "link", "base", "form", "img", "svg"} & set(page.tags)
    assert not re.search(r"url\(|@import|https?://", large.full.html)
    assert "default-src 'none'" in large.full.html


def test_a_message_with_it_is_within_the_limit(large):
    assert len(compose_body(large.text, large.html, large.full)) < MAX_MESSAGE


def test_the_page_says_what_it_is():
    full = made(huge(2, 300), LANGUAGES).full
    assert "· 完整版</title>" in full.html
    assert "完整版·Fulledition" in text_of(full.html)


def test_the_mail_says_in_each_language_that_the_rest_is_attached():
    skipped = tuple(Skipped(file=f"扫描件{n}.pdf", reason="a scan without text") for n in range(9))
    told = huge(60, 20)
    due = replace(coal().brief.directives[0], deadline="11月28日前", deadline_date="2026-11-28")
    near = Story(
        brief=replace(coal().brief, directives=tuple(replace(due, id=f"n{n}", owner=f"{n}号街道") for n in range(30)))
    )
    shown = text_of(made(replace(told, stories=(near, *told.stories), skipped=skipped), LANGUAGES).html)
    for words in (
        r"本报道另有\d+条要求，全文见附件中的完整版。",
        r"本報道另有\d+條要求，全文見附件中的完整版。",
        r"\d+moredirectivesfromthisstoryareintheattachedfulledition\.",
        r"另有\d+篇报道，全文见附件中的完整版。",
        r"另有\d+篇報道，全文見附件中的完整版。",
        r"\d+morestoriesareintheattachedfulledition\.",
        r"另有18项即将到期，见附件中的完整版。",
        r"18moreareduesoon;theyareintheattachedfulledition\.",
        r"另有3份，见附件中的完整版。",
        r"3moreareintheattachedfulledition\.",
    ):
        assert re.search(words, shown), words
    assert "plain-text" not in shown
    assert "纯文本" not in shown


@pytest.mark.parametrize("languages", [("zh-Hans",), ("zh-Hant",), ("en",), LANGUAGES])
def test_a_mail_that_shows_everything_attaches_nothing(languages):
    for told in (edition(), edition(stories=()), edition(stories=(coal(), flood(), safety()))):
        rendition = made(told, languages)
        assert rendition.full is None
        assert not re.search("附件|attached|完整版|Full edition|Content-Security", rendition.html)


def test_a_mail_that_is_only_denser_attaches_nothing():
    rendition = made(huge(2, 60))
    assert len(re.findall(r'class="d" id=', rendition.html)) == 120
    assert rendition.full is None


def many_unread(number):
    skipped = tuple(Skipped(file=f"扫描件{n}.pdf", reason="a scan without any text in it " * 3) for n in range(number))
    return made(edition(skipped=skipped))


def test_whatever_the_size_the_message_stays_within_the_limit_or_has_no_attachment():
    attached = []
    for number in (9, 19_000, 21_000, 26_000):
        rendition = many_unread(number)
        attached.append(rendition.full is not None)
        size = len(compose_body(rendition.text, rendition.html, rendition.full))
        assert size < MAX_MESSAGE or rendition.full is None
        where = "attached full edition" if rendition.full else "in the plain-text part"
        assert f"{number - 6:,} more are in the" in rendition.html
        assert where in rendition.html
    assert attached == sorted(attached, reverse=True)
    assert set(attached) == {True, False}


def test_its_name_is_the_local_day():
    end = datetime(2026, 11, 28, 23, 30, tzinfo=UTC)
    period = Period(start=end - timedelta(days=1), end=end)
    names = {
        zone: made(replace(huge(1, 300), period=period, timezone=zone)).full.name
        for zone in ("Asia/Shanghai", "America/New_York")
    }
    assert names == {"Asia/Shanghai": "digest-2026-11-29.html", "America/New_York": "digest-2026-11-28.html"}


def test_the_same_edition_gives_the_same_page():
    assert made(huge(1, 300)) == made(huge(1, 300))


def test_hostile_words_are_words():
    (story,) = huge(1, 300).stories
    article = replace(story.brief.article, title=HOSTILE, source=HOSTILE, file=f"../../{HOSTILE}.html", place=HOSTILE)
    first = replace(story.brief.directives[0], text=HOSTILE, head=HOSTILE, owner=HOSTILE, issuer=HOSTILE)
    brief = replace(story.brief, article=article, directives=(first, *story.brief.directives[1:]))
    rendition = made(edition(stories=(replace(story, brief=brief),)), title=HOSTILE, keywords=HOSTILE)
    assert rendition.full.name == "digest-2026-11-23.html"
    page = Page(rendition.full.html)
    assert page.loads == page.handlers == []
    assert not {"script", "img"} & set(page.tags)
    assert "<script>alert(1)</script>" in "".join(page.words)


# in a browser

MEASURE = """onload = () => {
  const d = document.getElementById("f").contentDocument, w = document.getElementById("f").contentWindow;
  const shown = e => e.getClientRects().length > 0 && w.getComputedStyle(e).visibility === "visible";
  const demands = [...d.querySelectorAll(".d[id]")].filter(shown);
  document.title = JSON.stringify({demands: demands.length, titles: [...d.querySelectorAll("h2")].filter(shown).length,
    words: demands.filter(e => e.innerText.includes("落实第")).length, heading: d.querySelector("h1").innerText,
    scroll: d.documentElement.scrollWidth, client: d.documentElement.clientWidth,
    card: w.getComputedStyle(d.querySelector(".cd")).backgroundColor,
    dead: [...d.querySelectorAll("a[href^='#']")].filter(a => !d.getElementById(a.hash.slice(1))).length});
};"""


@pytest.fixture(scope="module")
def received(large, certificates):
    """The message of the large edition as a real server got it, parsed."""
    with SmtpServer(certificates.context(), security="starttls", users={"login-name": PASSWORD}) as server:
        body = compose_body(large.text, large.html, large.full)
        envelope = make_envelope(make_sender(), subject=large.subject, body=body)
        with SmtpTransport(account_for(server, certificates)) as transport:
            assert transport.deliver(envelope, lambda: None).kind is OutcomeKind.SENT
        (accepted,) = server.accepted
    return email.message_from_bytes(accepted.raw, policy=email.policy.default)


@pytest.mark.browser
@needs_chromium
@pytest.mark.parametrize(("width", "dark"), [(760, False), (400, True)])
def test_chromium_shows_all_three_thousand_of_the_attachment_that_arrived(tmp_path, large, received, width, dark):
    (attached,) = received.iter_attachments()
    assert attached.get_filename() == "digest-2026-11-23.html"
    assert len(received.get_body(("html",)).get_content().replace("\r\n", "\n").encode()) <= MAX_HTML + 1
    page = frame(tmp_path, attached.get_content(), width, script=MEASURE)
    dom = run(tmp_path, page, "--dump-dom", dark=dark)
    found = json.loads(unescape(dom.partition("<title>")[2].partition("</title>")[0]))
    assert (found["demands"], found["words"], found["titles"]) == (3000, 3000, large.stories)
    assert found["heading"] == "政务要求摘要 Directive digest"
    assert found["scroll"] <= found["client"]
    assert found["card"] == ("rgb(26, 32, 34)" if dark else "rgb(255, 255, 255)")
    assert found["dead"] == 0


@pytest.mark.browser
@needs_chromium
def test_chromium_fetches_nothing_for_it_even_from_a_template_that_asks(tmp_path):
    asked = []

    class Server(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        html = made(huge(1, 300)).full.html
        for name, head in (("page", html), ("bare", "<!DOCTYPE html><title>bare</title><body></body>")):
            ask = f'<img src="{address}/{name}.png"><script>document.title = "ran"</script></body>'
            (tmp_path / f"{name}.html").write_text(head.replace("</body>", ask), encoding="utf-8")
        doms = [run(tmp_path, f"{name}.html", "--dump-dom") for name in ("page", "bare")]
        server.shutdown()
    assert asked == ["/bare.png"]  # the server is there, and was asked by the page without the rule
    assert ["<title>ran" in dom for dom in doms] == [False, True]
