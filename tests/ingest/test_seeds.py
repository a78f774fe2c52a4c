import re
from pathlib import Path

from digest.ingest.folder import scan
from digest.ingest.readers import KINDS, read

SEEDS = Path(__file__).parents[2] / "seeds"


def test_every_seed_is_listed_read_and_dated_by_its_name():
    found = scan(SEEDS, recursive=True, suffixes=KINDS)
    assert len(found) == len([path for path in SEEDS.iterdir() if path.name != "README.md"]) >= 9
    for state in found:
        document = read(state.path, max_bytes=100_000)
        assert document.encoding == "utf-8"
        assert 500 < len(document.text) < 2500, document.file
        assert re.match(r"2026-11-\d\d-[a-z-]+\.(txt|html)$", document.file)


def test_the_seeds_hold_a_page_and_two_tellings_of_one_story():
    documents = [read(state.path, max_bytes=100_000) for state in scan(SEEDS, recursive=True, suffixes=KINDS)]
    assert [d.file for d in documents if d.kind == "html"] == ["2026-11-13-qingping-school-canteens.html"]
    told = [d for d in documents if "围绕“四个到位”抓好工作落实" in d.text]
    assert len({d.sha256 for d in told}) == len(told) == 2
