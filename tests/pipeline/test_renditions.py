"""Readers are many, renditions few: an edition is rendered once for each filter that somebody reads by."""

import pytest
from office import WATER, long_article
from sqlalchemy import func, select

from digest.pipeline import build
from digest.store.schema import full_pages, renditions


@pytest.mark.parametrize(("article", "pages"), [(WATER, 0), (long_article(35), 20)], ids=["whole", "shortened"])
def test_a_thousand_readers_with_twenty_filters_are_twenty_renderings(office, monkeypatch, article, pages):
    office.readers(*({"email": f"r{n}@example.com", "keywords": f"管网 OR 词{n % 20}"} for n in range(1000)))
    office.write("a.txt", article)
    monkeypatch.setattr("digest.render.edition.MAX_SOURCE", 12_000)  # a small edition takes less time to shorten
    calls = []
    real = build.render

    def counted(edition, **options):
        calls.append(options["keywords"])
        return real(edition, **options)

    monkeypatch.setattr(build, "render", counted)
    office.ingest()
    built = office.build()
    assert len(calls) == len(set(calls)) == 20
    assert built.deliveries == len(office.rows()) == 1000
    with office.store.read() as conn:
        count = {table.name: conn.scalar(select(func.count()).select_from(table)) for table in (renditions, full_pages)}
    assert count == {"renditions": 20, "full_pages": pages}
