"""The full edition on its way: rendered once, kept with its edition, attached to every mail, the same at every attempt."""

from __future__ import annotations

import email
import email.policy
import tracemalloc

import pytest
from office import SCHOOL, WATER, long_article
from sqlalchemy import select

from digest.pipeline import make_sender, write_html
from digest.pipeline.envelopes import Envelopes
from digest.render import MAX_HTML
from digest.store.schema import bodies, full_pages

READERS = ("a@example.com", "b@example.com", "c@example.com")
NAME = "digest-2026-11-23.html"


def parse(raw):
    return email.message_from_bytes(raw, policy=email.policy.default)


def content(part):
    return part.get_content().replace("\r\n", "\n").removesuffix("\n")


def pages(office):
    with office.store.read() as conn:
        return conn.execute(select(full_pages.c.name, full_pages.c.html)).all()


@pytest.fixture
def long(office):
    """An edition that no mail shows whole, queued for three readers."""
    office.readers(*READERS)
    office.write("a.txt", long_article(150))
    office.write("b.txt", SCHOOL)
    office.run(send=False)
    return office


@pytest.fixture
def over_smtp(long, smtp_server, certificates):
    long.smtp(smtp_server, certificates.ca_file)
    return long


def test_a_real_server_gets_the_short_mail_and_the_whole_edition(over_smtp, smtp_server):
    assert over_smtp.deliver().sent == 3
    ((name, html),) = pages(over_smtp)
    assert [accepted.rcpt for accepted in smtp_server.accepted] == list(READERS)
    for accepted in smtp_server.accepted:
        message = parse(accepted.raw)
        (page,) = message.iter_attachments()
        assert page["Content-Disposition"] == f'attachment; filename="{NAME}"'
        assert (page["Content-Type"], name) == ('text/html; charset="utf-8"', NAME)
        assert content(page) == html
        shown = content(message.get_body(("html",)))
        assert len(shown.encode()) <= MAX_HTML
        assert "全文见附件中的完整版" in shown
        for n in range(1, 151):
            assert f"第{n}段老旧管网" in content(page)
            assert f"第{n}段老旧管网" in "".join(content(message.get_body(("plain",))).split())
        assert not all(f"第{n}段老旧管网" in shown for n in range(1, 151))
        assert max(map(len, accepted.raw.split(b"\r\n"))) <= 998


def test_an_office_can_do_without_the_attachment(office):
    office.save(digest={"attach_full": False})
    office.write("a.txt", long_article(150))
    office.run()
    assert pages(office) == []
    mail = parse(office.mails()[0].read_bytes())
    assert list(mail.iter_attachments()) == []
    shown = " ".join(content(mail.get_body(("html",))).split())
    assert "全文见本邮件的纯文本部分" in shown
    assert "附件中" not in shown


def test_nothing_but_our_page_is_ever_attached(office):
    office.write("a.txt", long_article(150))
    office.write('摘要"; filename="evil.exe.txt', SCHOOL)
    office.write(
        "c.html",
        "<html><head><title>config.yaml</title></head><body><p>11月20日，云溪县召开会议。</p>"
        '<p>会议要求，县教育局要检查全部食堂。</p><img src="file:///etc/passwd"><a href="b.pdf">附件1：台账.pdf</a></body></html>',
    )
    office.write(
        "d.eml",
        "From: a@example.com\r\nSubject: =?utf-8?q?x=0d=0aContent-Disposition:_attachment?=\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n'
        "会议要求，各乡镇要排查燃气隐患。\r\n--b\r\nContent-Type: application/pdf; name=secret.pdf\r\n"
        "Content-Disposition: attachment; filename=secret.pdf\r\n\r\nJVBERi0\r\n--b--\r\n",
    )
    assert office.run().counts.new == 4
    (path,) = office.mails()
    message = parse(path.read_bytes())
    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "text/html",
    ]
    assert [part.get_filename() for part in message.walk() if part.get_filename()] == [NAME]
    (page,) = message.iter_attachments()
    assert "<img" not in content(page)
    assert "file://" not in content(page)
    assert "/etc/" not in content(page)


def test_an_edition_that_fits_has_no_attachment_and_no_page(office):
    office.write("a.txt", WATER)
    (built,) = office.run().built
    (path,) = office.mails()
    assert parse(path.read_bytes()).get_content_type() == "multipart/alternative"
    assert (built.renditions[0].full, pages(office)) == (None, [])
    (written,) = write_html(office.folder / "pages", built)
    assert (written.full, [each.name for each in (office.folder / "pages").iterdir()]) == (None, [written.html.name])


def test_a_later_attempt_repeats_the_bytes_though_the_page_was_touched(over_smtp, smtp_server):
    smtp_server.answer_dot("451 4.3.0 try again later", "451 4.3.0 try again later")
    seen = []
    original = smtp_server.handle_DATA

    async def remember(server, session, envelope):
        seen.append((envelope.rcpt_tos[0], envelope.original_content))
        return await original(server, session, envelope)

    smtp_server.handle_DATA = remember
    over_smtp.deliver()
    with over_smtp.store.transaction() as conn:
        conn.execute(full_pages.update().values(html="<p>other</p>"))
    over_smtp.later(minutes=6)
    assert over_smtp.deliver().sent == 2
    for reader in READERS[:2]:
        first, again = [raw for rcpt, raw in seen if rcpt == reader]
        assert first == again
        assert len(first) > 100_000
    assert {smtp_server.copies(reader) for reader in READERS} == {1}


def test_the_page_is_in_the_store_before_anything_leaves_and_survives_a_restart(long):
    ((name, html),) = pages(long)
    long.write("a.txt", WATER)  # what the article says now is of no matter
    long.close()
    long.deliver()
    attached = {content(next(parse(path.read_bytes()).iter_attachments())) for path in long.mails()}
    assert (attached, name) == ({html}, NAME)


def test_the_bodies_of_many_renditions_are_not_all_held_in_memory(office):
    office.readers(*({"email": f"r{n}@example.com", "keywords": f"管网 OR 词{n}"} for n in range(14)))
    office.write("a.txt", WATER)
    office.run(send=False)
    body = "Content-Type: text/plain\r\n\r\n" + f"{'A' * 76}\r\n" * 50_000
    with office.store.transaction() as conn:
        for row in office.rows():
            conn.execute(bodies.insert().values(rendition_id=row.rendition_id, body=body))
    envelopes = Envelopes(office.store, make_sender(office.settings))
    tracemalloc.start()
    for _ in range(2):
        for row in office.rows():
            assert envelopes.of(row).body == body.encode()
    held, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held < 35_000_000 < 14 * len(body)
    assert peak < held + 6 * len(body)


def test_the_body_with_the_page_is_stored_once(over_smtp, smtp_server):
    over_smtp.deliver()
    with over_smtp.store.read() as conn:
        heads = conn.exec_driver_sql("SELECT head FROM messages").scalars().all()
        (body,) = conn.execute(select(bodies.c.body)).scalars().all()
    assert {(head + body).encode() for head in heads} == {message.raw for message in smtp_server.accepted}
    assert max(map(len, heads)) < 4000


def test_the_operator_finds_the_whole_page_beside_the_other(office):
    office.write("a.txt", long_article(150))
    (built,) = office.run(send=False).built
    folder = office.folder / "pages"
    (written,) = write_html(folder, built)
    name = "daily-2026-11-23T09-00-00+0800.1.html"
    assert (written.html, written.full) == (folder / name, folder / "full" / name)
    assert written.html.read_text(encoding="utf-8") == built.renditions[0].html
    assert written.full.read_text(encoding="utf-8") == built.renditions[0].full.html
