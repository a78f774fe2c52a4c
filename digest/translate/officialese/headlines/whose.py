"""What a matter means by who holds the meeting: whose rights a women's federation protects, which community reviews."""

from __future__ import annotations

_RIGHTS = {
    "women's federation": "women's rights",
    "federation of trade unions": "employees' rights",
    "disabled persons' federation": "the rights of people with disabilities",
    "consumers' association": "consumers' rights",
    "consumer council": "consumers' rights",
    "Communist Youth League": "young people's rights",
}
#: a kind of body before the kind of meeting: 社区年终总结大会 of a community is its own
_KINDS = {
    "社区": ("community", "community of "),
    "学校": ("school",),
    "大学": ("university",),
    "学院": ("college", "institute"),
    "医院": ("hospital",),
    "公司": ("company", "corporation"),
    "集团": ("group",),
}


#: fields of work, by words that say a little else in a clause
_WORKS = {
    "税收": "taxation",
    "业务": "operations",
    "党政": "Party and government affairs",
    "群团": "mass organisations",
    "机关": "office work",
}


def meant_by(matter: str, who: str | None) -> str | None:
    """``维权`` of a women's federation "protection of women's rights", ``执行`` of a court "enforcement"."""
    if said := _WORKS.get(matter):
        return said
    if not who:
        return None
    if matter == "执行" and who.endswith("court"):
        return "enforcement"
    whose = next((said for body, said in _RIGHTS.items() if body in who), "") if matter == "维权" else ""
    return f"protection of {whose}" if whose else None


def is_themselves(matter: str, who: str | None) -> bool:
    """True for ``社区`` where one community holds the meeting: it is not about communities."""
    kinds = _KINDS.get(matter, ())
    holder = (who or "").partition(", ")[0].lower()  # Yangguang Community, Yunling Subdistrict
    return any(holder.endswith(f" {kind}") or holder.startswith(f"the {kind}") for kind in kinds)
