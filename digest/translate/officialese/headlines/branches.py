"""Parts of a body somewhere: a local office of a whole, a branch of a bureau, an office behind a bare place."""

from __future__ import annotations

import re

from digest.translate.officialese.headlines.institutions import institution
from digest.translate.officialese.names.names import is_bare_name, leading_place, place, place_name
from digest.translate.officialese.names.organs import department, organ
from digest.translate.officialese.words.lexicon import section

_BRANCHES = {
    "分局": "branch",
    "局": "branch",
    "所": "office",
    "派出所": "police station",
    "交警中队": "traffic police squadron",
    "司法所": "judicial office",
    "监管所": "regulation office",
    "税务所": "tax office",
    "法庭": "tribunal",
    "支行": "sub-branch",
    "分行": "branch",
    "分公司": "branch",
    "分院": "branch",
    "院区": "campus",
    "校区": "campus",
}
_KINDS = "|".join(sorted(_BRANCHES, key=len, reverse=True))
_BRANCH = re.compile(f"^(.+(?:局|法院|银行|公司|集团|医院|大学|学院|学校))(.{{2,6}}?)({_KINDS})$")


def local_part(text: str) -> str | None:
    """``国网云岭县供电公司``: a whole that is told with its local part."""
    for whole, english in section("offices.txt", "wholes").items():
        local = text.removeprefix(whole)
        said = (organ(local) or _bare_branch(local) or after_bare_place(local)) if local and local != text else None
        if said:
            return english.format(said.removeprefix("the "))
    found = re.match("^武警(.{2,6})([支总中]队)$", text)
    return (organ(f"{found[1]}武警{found[2]}") or after_bare_place(f"{found[1]}武警{found[2]}")) if found else None


_LOCAL_PART = re.compile("^(.{2,3}?)(分行|支行|分公司|公司|监管局|监管分局|调查队)$")
_PARTS = {
    "分行": "branch",
    "支行": "sub-branch",
    "分公司": "branch",
    "公司": "company",
    "调查队": "survey office",
    "监管局": "financial regulatory bureau",
    "监管分局": "financial regulatory branch bureau",
}


def _bare_branch(text: str) -> str | None:
    """``云岭支行`` behind the name of a bank: where it is, which no list has to know."""
    found = _LOCAL_PART.match(text)
    where = (place(found[1]) or (place_name(found[1]) if is_bare_name(found[1]) else None)) if found else None
    return f"the {where} {_PARTS[found[2]]}" if found and where else None


def branch(text: str) -> str | None:
    """``青川市公安局云岭分局`` "the Yunling branch of the Qingchuan City public security bureau"."""
    found = _BRANCH.match(text)
    whole, inner = (organ(found[1]) or institution(found[1]), leading_place(found[2])) if found else (None, None)
    if found is None or whole is None:
        return None
    if inner and inner.level and inner.length == len(found[2]):
        return f"the {inner.english} {_BRANCHES[found[3]]} of {whole}"
    return f"the {place_name(found[2])} {_BRANCHES[found[3]]} of {whole}" if is_bare_name(found[2]) else None


def after_bare_place(text: str) -> str | None:
    """``上海警备区``, ``青岛海关``: an organ behind a city or a province without its level."""
    for size in (2, 3, 4):
        office, where = department(text[size:]), place(text[:size])
        if office and where is None and text.endswith(_NO_LEVEL) and is_bare_name(text[:size]):
            where = place_name(text[:size])
        if office and where and leading_place(text[:size]) is None:
            return f"the {where} {office}"
    return None


#: offices that stand behind the bare name of a place, since they are of no local government
_NO_LEVEL = (
    *("海事局", "海事处", "证监局", "银保监局", "监分局", "监管分局", "边检站", "航道局", "供电公司", "铁路局"),
    *(
        "水文中心",
        "水文局",
        "地震局",
        "邮政管理局",
        "通信管理局",
        "煤监局",
        "烟草公司",
        "铁路公安处",
        "监狱",
        "戒毒所",
        "高院",
        "石油公司",
        "盐业公司",
        "电力公司",
    ),
)
