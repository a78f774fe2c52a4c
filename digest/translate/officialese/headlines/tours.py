"""What somebody did on a visit: the verbs, and the matter, people or place that they take."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.translate.officialese.headlines.bodies import body
from digest.translate.officialese.headlines.campaigns import people, topic
from digest.translate.officialese.headlines.persons import who
from digest.translate.officialese.headlines.spots import Spot, spot, when_first
from digest.translate.officialese.headlines.teams import team
from digest.translate.officialese.headlines.visitors import Actor, alternatives, from_abroad, from_somewhere
from digest.translate.officialese.nouns.compound import joined
from digest.translate.officialese.words.lexicon import section
from digest.translate.officialese.words.morphology import article

#: 我县防汛工作: whose the matter is
_OURS = re.compile("^[我本][省市县区镇乡州校院局]")
#: 2026年度新录用公务员
_YEAR = re.compile(r"^(\d{4})年度?(?=[新入毕])")
_JUST_WORK = re.compile("^(?:相关|有关|各项)?工作$")
#: 代表视察|工作安排, 督查|情况通报: papers on a visit
_PAPERS = re.compile("^工作|(?:通报|通知|公告|公示|报告|总结|方案|安排|制度|计划|纪要|简报|名单|任职)$")
#: what a place or a body may take straight from the verb
_TAKES_PLACES = re.compile("^(?:inspected|visited|surveyed|evaluated|assessed|made .* of$|paid .* to$)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Tour:
    """A row of verbs: 调研检查."""

    #: ``looked into``, ``inspected``
    past: tuple[str, ...]
    #: ``fact-finding``, ``inspection``
    kinds: tuple[str, ...]
    #: 慰问, 看望, which no matter takes
    is_of_care: bool

    @property
    def is_call(self) -> bool:
        """走访慰问: on people."""
        return "visited" in self.past


def verbs_of(run: re.Match[str]) -> Tour:
    """A first verb and more of them: groups ``first`` and ``more`` of a match."""
    verbs = [run["first"], *re.findall(alternatives("joining"), run["more"])]
    rows = [section("visits.txt", "tours")[verb].split("|") for verb in verbs]
    return Tour(
        past=tuple(dict.fromkeys(row[0] for row in rows if row[0])),
        kinds=tuple(dict.fromkeys(row[1] for row in rows if row[1])),
        is_of_care=any(verb.endswith(("慰问", "看望")) for verb in verbs),
    )


def done(tour: Tour, what: str, actor: Actor) -> str | None:
    """What was done: ``looked into flood control work in the county``."""
    if not what or _JUST_WORK.match(what):
        return _went(tour, actor) if actor.spots else None if what else _nowhere(tour, actor)
    if _PAPERS.search(what):
        return None
    whose, bare = _ours(what)
    goal, whom = spot(bare), whom_of(bare) or people(what)
    met = next((past for past in tour.past if past in {"visited", "met"}), "")
    if met == "met" or (whom and (met or goal is None)):
        whom = _partner(bare) if met == "met" else whom
        where = "" if whom and whom.endswith(actor.where) else actor.where
        return f"{met} {whom}{where}{whose}" if met and whom else None
    if goal and not _is_matter(goal, bare):
        said = _called_on(tour, goal.english, f"{actor.where}{whose}")
    else:
        said = _looked_into(tour, bare, f"{actor.where}{whose}")
    return None if said and _AS_WHAT.search(said) else said


#: 来我校开展示范高中评估: what the school is evaluated as
_AS_WHAT = re.compile("(?:schools|hospitals).* at the (?:school|institution|hospital)$")


def _looked_into(tour: Tour, what: str, where: str) -> str | None:
    pasts = [past for past in tour.past if past != "visited"]
    what = "执行工作" if what == "执行" else what  # of the courts
    about = _matter(what) or _work_of(what) if pasts and not tour.is_of_care else None
    return f"{joined(pasts)} {about}{where}" if about else None


def _work_of(text: str) -> str | None:
    """``市公安局工作`` "the work of the city public security bureau"."""
    whose = body(text.removesuffix("工作")) if text.endswith("工作") else None
    return f"the work of {whose}" if whose and whose.startswith("the ") else None


def whom_of(text: str) -> str | None:
    """``困难群众``, ``2026年度新录用公务员``, ``春节期间坚守岗位的民警``: people, and what is said of them."""
    if year := _YEAR.match(text):
        whom = people(text[year.end() :])
        return f"{whom} of {year[1]}" if whom else None
    if known := section("visits.txt", "persons").get(text) or people(text):
        return re.sub("^front line ", "frontline ", known)
    rest, time, _ = when_first(text)
    said = section("visits.txt", "attributes")
    for size in range(len(rest) - 2, 1, -1):
        if (how := said.get(rest[:size])) and (whom := people(rest[size:])):
            return f"{whom} {how}{time}"
    return None


def _partner(text: str) -> str | None:
    """``青川集团董事长王海一行``, ``云岭县客商``: whom somebody met."""
    text = re.sub("^来访的|^来华访问的", "", text)
    said = from_abroad(text) or from_somewhere(text) or people(text) or team(text) or who(text)
    return said.removesuffix(",") if said else None


def _nowhere(tour: Tour, actor: Actor) -> str | None:
    """``开展春节前慰问``, ``开展暗访调研``: nothing says where."""
    if tour.is_call:
        return "made visits" if actor.feast or actor.when else None
    return f"made {article(joined(list(tour.kinds)))} tour" if tour.kinds else None


def _is_matter(goal: Spot, text: str) -> bool:
    """``项目``, ``重点工程``: looked into, not gone to."""
    return goal.english.endswith(("projects", "works")) or text.endswith(("工程", "项目"))


def _ours(what: str) -> tuple[str, str]:
    """``我县防汛工作``: (" in the county", what is left)."""
    found = _OURS.match(what)
    whose = spot(f"我{found[0][1]}") if found and len(what) > len(found[0]) + 1 else None
    return (whose.where, what[len(found[0]) :]) if found and whose else ("", what)


def _went(tour: Tour, actor: Actor) -> str | None:
    """``来我县调研``: "made a fact-finding visit to the county"."""
    if actor.is_there:
        return f"made {article(joined(list(tour.kinds)))} tour{actor.where}" if tour.kinds else None
    return _called_on(tour, actor.goal, "", always_visit=True)


def _called_on(tour: Tour, goal: str, where: str, *, always_visit: bool = False) -> str | None:
    takes = all(_TAKES_PLACES.match(past) for past in tour.past)
    if takes and (not always_visit or not tour.kinds):
        return f"{joined(list(tour.past))} {goal}{where}"
    return f"made {article(joined(list(tour.kinds)))} visit to {goal}{where}" if tour.kinds else None


_HOW_IT_IS = re.compile("(?:工作)?(?:的)?(?:相关|有关|具体)?(?:情况|进展)$")
_LAW = re.compile("^(《.+》|.{2,14}(?:(?<![违执司立普用守非方办])法|条例))(?:贯彻)?(执法|实施|执行|落实)(?:情况)?$")


def _matter(text: str) -> str | None:
    """What was looked into; how it is going says nothing more."""
    if (law := _LAW.match(text)) and (title := topic(law[1])):
        return f"{'enforcement' if law[2] == '执法' else 'implementation'} of {title}"
    bare = _HOW_IT_IS.sub("", text)
    said = topic(bare) if bare != text and len(bare) > 1 else None
    said = said or topic(text)
    return said if said and not _TWICE_WORK.match(said) else topic(text.removesuffix("工作"))


#: "work on summer farm work", "rectification work of problems"
_TWICE_WORK = re.compile(r"work on .*work\b|\w+ work of ")
