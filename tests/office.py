"""An office that uses digest: a config.yaml, a watched folder, a state, and a clock that is set by hand.

``Office`` works on real files and a real SQLite store; the articles are about places that do not exist.
"""

from __future__ import annotations

import functools
import json
import os
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from digest.config import load
from digest.mail import Maildir
from digest.pipeline import Watch, by_hand, deliver, ingest, make_chain, make_sender, make_transport, on_schedule
from digest.pipeline.build import build
from digest.pipeline.due import by_hand as by_hand_slot
from digest.store import Store, articles, deliveries, editions

SHANGHAI = ZoneInfo("Asia/Shanghai")
#: a Monday
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=SHANGHAI)
PASSWORD = "correct horse"

WATER = """\
星桥市召开供水管网改造推进会
2026-11-20 08:30 来源：星桥日报

11月19日，星桥市召开供水管网改造推进会，副市长沈未央主持会议。
会议指出，老旧管网漏损率偏高，部分小区高峰时段水压不足，群众反映强烈。
会议要求，市水务局要在12月20日前完成三十公里老旧管网更换。市财政局要保障改造资金及时拨付到位。
"""
SCHOOL = """\
云溪县部署中小学校园食堂安全检查
2026-11-20 10:00 来源：云溪新闻网

11月20日上午，云溪县教育系统食品安全工作会议举行，县长陶知行出席并讲话。
陶知行强调，校园食堂关系千家万户，后厨管理不能有半点马虎。
会议要求，县教育局要于本月底前对全部学校食堂开展一轮拉网式检查。严禁采购来源不明的食材。
"""
FOREST = """\
望岳区安排冬季森林防火工作
2026-11-21 15:20 来源：望岳融媒

11月21日，望岳区召开森林防火指挥部全体会议，分析今冬火险等级形势。
会议认为，入冬以来降水持续偏少，林下可燃物增多，野外火源管控压力加大。
会议强调，各乡镇要组织护林员每日巡山两次。区林业局要在12月1日前建成十二处视频瞭望点。
"""
BUSES = """\
临江市优化公交线网方案征求意见
2026-11-22 09:10 来源：临江发布

11月22日，临江市交通运输局介绍公交线网优化情况，新增四条微循环线路覆盖城北片区。
会议要求，市公交集团要在元旦前完成站牌更换，并同步更新手机查询系统的班次信息。
"""


def long_article(number: int) -> str:
    """So many directives of one meeting that no mail shows them all."""
    demands = "".join(f"第{n}街道要在12月20日前完成第{n}段老旧管网更换，并逐户登记。\n" for n in range(1, number + 1))
    return f"{WATER}会议还对各街道提出要求。\n会议要求，{demands}"


@functools.cache
def _empty_database() -> bytes:
    """A migrated database: copying it is ten times as fast as migrating anew."""
    with tempfile.TemporaryDirectory() as folder:
        Store.open(f"sqlite:///{folder}/digest.db").close()
        return Path(folder, "digest.db").read_bytes()


class Office:
    """Everything happens at ``now``; ``at`` moves it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.now = folder, MONDAY
        self.news = folder / "news"
        self.news.mkdir()
        self.config = folder / "config.yaml"
        self.env: dict[str, str] = {}
        self.parts = {
            "sources": [{"folder": "news/", "settle_seconds": 2}],
            "schedules": {"daily": {"at": "08:00", "days": "daily", "timezone": "Asia/Shanghai"}},
            "subscriptions": [{"email": "reader@example.com", "schedule": "daily"}],
            "mail": {"from": "摘要 <digest@example.org>"},
        }
        #: translation engines; what config.yaml says of them is not asked
        self.engines: list = []
        self._store: Store | None = None
        self._loaded = (None, None)
        self.save()

    def save(self, **parts) -> None:
        """Write config.yaml, with these sections replaced; JSON is YAML."""
        self.parts.update(parts)
        self.config.write_text(json.dumps(self.parts, ensure_ascii=False, indent=1), encoding="utf-8")

    def readers(self, *readers: dict | str) -> None:
        """Replace the subscriptions; a string is an address on the daily schedule."""
        items = [{"email": r} if isinstance(r, str) else r for r in readers]
        self.save(subscriptions=[{"schedule": "daily", **item} for item in items])

    def smtp(self, server, ca_file: Path | None, **changes) -> None:
        """Send over this server."""
        account = {"host": server.host, "port": server.port, "security": server.security}
        if server.users:
            account |= {"username": next(iter(server.users)), "password": "${SMTP_PASSWORD}"}
            self.env["SMTP_PASSWORD"] = PASSWORD
        if ca_file:
            account["ca_file"] = str(ca_file)
        self.save(mail={"from": "摘要 <digest@example.org>", "transport": "smtp", "smtp": {**account, **changes}})

    @property
    def settings(self):
        now = (self.config.read_bytes(), dict(self.env))
        if now != self._loaded[0]:
            self._loaded = (now, load(self.config, env=self.env))
        return self._loaded[1]

    @property
    def store(self) -> Store:
        if self._store is None:
            database = self.settings.state_dir / "digest.db"
            if not database.exists():
                database.parent.mkdir(exist_ok=True)
                database.write_bytes(_empty_database())
            self._store = Store.open(self.settings.database_url)
        return self._store

    def close(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None

    # Time

    def clock(self) -> datetime:
        return self.now.astimezone(UTC)

    def at(self, moment: str | datetime) -> None:
        """Set the clock; a string is Shanghai time."""
        self.now = datetime.fromisoformat(moment).replace(tzinfo=SHANGHAI) if isinstance(moment, str) else moment

    def later(self, **delta) -> None:
        self.now += timedelta(**delta)

    # Files

    def write(self, name: str, content: str | bytes, *, encoding="utf-8", age=60.0) -> Path:
        """Put a file into the watched folder, last changed ``age`` seconds ago."""
        path = self.news / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        stamp = self.now.timestamp() - age
        os.utime(path, (stamp, stamp))
        return path

    # The job and its parts

    def chain(self):
        """The engines of one run."""
        return make_chain(self.store, self.settings, self.engines, self.clock())

    def ingest(self):
        return ingest(self.store, self.settings, self.clock())

    def build(self, slot="daily:2026-11-23", *, name="daily", keep_empty=False):
        settings = self.settings
        return build(
            self.store,
            settings,
            name,
            by_hand_slot(slot, self.clock()),
            self.clock(),
            sender=make_sender(settings),
            chain=self.chain(),
            keep_empty=keep_empty,
        )

    def open_schedule(self, name="daily") -> None:
        """The program hears of a schedule now: its first period begins."""
        with self.store.transaction() as conn:
            editions.known_since(conn, name, self.clock())

    def deliver(self, **options):
        settings = self.settings
        with make_transport(settings) as transport:
            return deliver(self.store, make_sender(settings), transport, self.clock, **options)

    def run(self, *names: str, watch: Watch | None = None, send=True):
        """``run-once``."""
        settings = self.settings
        return by_hand(
            self.store,
            settings,
            names or tuple(settings.schedules),
            self.clock,
            sender=make_sender(settings),
            engines=self.engines,
            transport=make_transport(settings) if send else None,
            watch=watch or Watch(),
        )

    def tick(self, *, watch: Watch | None = None, hold: str | None = None):
        """One minute of the daemon."""
        settings = self.settings
        return on_schedule(
            self.store,
            settings,
            self.clock,
            sender=make_sender(settings),
            engines=self.engines,
            transport=make_transport(settings),
            watch=watch or Watch(),
            hold=hold,
        )

    # What is known

    def maildir(self) -> Maildir:
        return Maildir(self.settings.mail.maildir)

    def mails(self) -> list[Path]:
        """What the Maildir holds, by name."""
        return sorted((self.settings.mail.maildir / "new").glob("*"))

    def rows(self):
        with self.store.read() as conn:
            return deliveries.list_deliveries(conn)

    def states(self) -> dict[str, str]:
        """Address → state of the delivery; for one edition."""
        return {row.email: row.state.value for row in self.rows()}

    def counts(self) -> dict[str, int]:
        with self.store.read() as conn:
            return {state.value: n for state, n in deliveries.counts(conn).items() if n}

    def history(self):
        """The editions, oldest first."""
        with self.store.read() as conn:
            return tuple(reversed(editions.history(conn, 100)))

    def edition(self, row):
        with self.store.read() as conn:
            return editions.get(conn, row.id)

    def article_count(self) -> int:
        with self.store.read() as conn:
            return articles.count(conn)


def titles(built) -> list[str]:
    """The stories of an edition just built."""
    return [story.brief.article.title for story in built.edition.stories]
