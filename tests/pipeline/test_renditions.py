"""Readers are many, renditions few: an edition is rendered once for each filter that somebody reads by."""

from office import SCHOOL, WATER
from sqlalchemy import func, select

from digest.pipeline import build
from digest.store.schema import renditions


def test_a_thousand_readers_with_twenty_filters_are_twenty_renderings(office, monkeypatch):
    office.readers(*({"email": f"r{n}@example.com", "keywords": f"管网 OR 词{n % 20}"} for n in range(1000)))
    office.write("a.txt", WATER)
    office.write("b.txt", SCHOOL)
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
        assert conn.execute(select(func.count()).select_from(renditions)).scalar() == 20
