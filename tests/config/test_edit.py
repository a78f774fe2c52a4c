"""What a command writes into somebody's config.yaml."""

import stat

import pytest

from digest.config import load
from digest.config.edit import set_engines
from digest.errors import ConfigError

REST = """\
sources:
  - folder: .   # here
schedules: {daily: {at: "08:00", days: "mon-fri"}}   # 早上
mail:
    from: '摘要 <a@example.com>'
"""
SECTIONS = {
    "no section": "",
    "empty section": "translation:\n",
    "commented": "translation:\n  # engines: [x]\n  # terms: t.tsv\n",
    "other keys": "translation:\n  max_chars_per_run: 10   # few\n",
    "flow": "translation: {engines: [], max_chars_per_run: 10}\n",
    "block list": "translation:\n  engines:\n    - ct2\n",
    "with comment": "translation:\n  engines: [ct2]   # ours\n# the end\n",
}


@pytest.mark.parametrize("section", SECTIONS.values(), ids=SECTIONS)
@pytest.mark.parametrize("at_end", [True, False], ids=["at the end", "at the beginning"])
def test_every_way_to_write_the_section_is_edited(tmp_path, section, at_end):
    path = tmp_path / "config.yaml"
    path.write_text(REST + section if at_end else section + REST, encoding="utf-8")
    comments = [line.partition("#")[2] for line in path.read_text("utf-8").splitlines() if "#" in line]
    for names in (["ct2"], []):
        set_engines(path, names, env={})
        assert load(path, env={}).translation.engines == tuple(names)
        now = path.read_text("utf-8")
        assert all(f"#{comment}" in now for comment in comments)
        assert 'at: "08:00"' in now
        assert "from: '摘要 <a@example.com>'" in now


def test_line_ends_and_rights_of_the_file_stay(tmp_path):
    path = tmp_path / "config.yaml"
    path.write_bytes(REST.replace("\n", "\r\n").encode())
    path.chmod(0o640)
    set_engines(path, ["ct2"], env={})
    data = path.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") > 5
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real.yaml").write_text(REST, encoding="utf-8")
    path = tmp_path / "config.yaml"
    path.symlink_to("real.yaml")
    set_engines(path, ["ct2"], env={})
    assert path.is_symlink()
    assert "engines: [ct2]" in (tmp_path / "real.yaml").read_text("utf-8")


def test_a_file_that_would_not_load_is_not_written(tmp_path):
    path = tmp_path / "config.yaml"
    path.write_text(REST, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"there is no engine nobody[^\n]*\nnothing was changed"):
        set_engines(path, ["nobody"], env={})
    assert path.read_text("utf-8") == REST
    assert [p.name for p in tmp_path.iterdir()] == ["config.yaml"]
