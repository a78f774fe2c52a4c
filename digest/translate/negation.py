"""Whether the English still says no where the Chinese does.

Chinese writes 不 and 无 in many words that negate nothing (不断, 无线, 非常), and English says no in many ways (ban,
without, un-, free of). A negation counts as lost only when the Chinese surely has one and the English has none of its
ways. The opposite, a prohibition that the Chinese does not have, turns a demand around and counts too.

>>> lost("严禁焚烧秸秆", "Strictly control straw burning"), lost("不断完善机制", "Keep improving the mechanism")
(True, False)
"""

from __future__ import annotations

import re

from digest import data

#: words with a sign of negation that negate nothing, or nothing that English must say as a no
_HARMLESS = re.compile(data.alternation(data.sections("translation_gate")["not_negation"]))

#: who may not do what: needs a strong no
_BAN = re.compile("严禁|禁止|不得|不准|不许|不允许|不可以|[绝决]不|切勿|请勿|切忌|禁[燃放烧售鸣行停渔猎采]|勿")
_LIMIT = re.compile(r"不(?:超过|高于|大于|多于|低于|少于|小于|迟于|晚于|早于|到(?=[\d一二三四五六七八九十百千半]))")
_PLAIN = re.compile("[不未无非]|没有|没|^否$")

_STRONG_NO = re.compile(
    r"""\b(?:no|not|cannot|never|none|nobody|nothing|neither|nor|without|zero|ban|bans|banned|banning|bar|bars|barred
    |prohibit\w*|forbid\w*|forbade|outlaw\w*|illegal\w*|unlawful\w*|disallow\w*|refrain\w*|avoid\w*|prevent\w*|refus\w*
    |restrict\w*
    |moratorium|stop|stops|stopped|stopping|halt\w*|cease\w*|eliminat\w*|eradicat\w*|off[- ]limits
    |closed[ ](?:to|season|fishing)|\w+-free|crack(?:ing)?[ ]down|keep\ [^.]{1,40}\ from)\b|n['’]t\b""",
    re.VERBOSE,
)
#: "under" and "unit" deny nothing
_WEAK_NO = re.compile(
    r"""\b(?:un(?!der|it|ion|iq|ivers|iform|ify|ifi|ison|ilater|anim|cle|veil|fold)\w{3,}|non-?\w+
    |in(?:sufficien|adequa|appropria|consisten|complete|valid|effect|accura|abil|visibl|evitab|dispens|cessant|active
    |action|significan|eligib|exact|stab|convenien|just|equal)\w*
    |im(?:proper|possib|perfect|moral|matur)\w*|il(?:legal|licit|logical)\w*|ir(?:regular|respons|revers|relevan)\w*
    |dis(?:qualif|allow|continu|regard|obey|order|honest|satisf|abl|agree)\w*|mis(?!sion)\w{3,}|\w{3,}less(?:ly|ness)?
    |lack\w*|fail\w*|absen\w+|short(?:age|fall|of)?|except\w*|exclud\w*|exempt\w*|rather[ ]than|instead|unless|until
    |less|away|free|loss|los[et]|abolish\w*|remov\w*|abandon\w*|reject\w*|den(?:y|ies|ied)|declin\w*|exceed\w*|beyond
    |hardly|rarely|seldom|few|little|oppos\w*|resist\w*|overdue|despite|yet|vacan\w*|poor\w*|weak\w*|bad|difficult\w*
    |substandard|pending|remain\w*|false\w*|mismatch\w*|others|otherwise)\b""",
    re.VERBOSE,
)
_LIMIT_SAID = re.compile(
    r"\b(?:no|not|at (?:most|least)|up to|max\w*|min\w*|within|under|below|above|over|exceed\w*|limit\w*|cap|capped"
    r"|or (?:more|less|fewer|above|below|higher|lower|later|earlier)|less|fewer|more than|before|by|after|until)\b"
)
_PROHIBITS = re.compile(
    r"\b(?:(?:must|shall|should|may|can) not|cannot|can't|mustn't|(?:is|are) (?:not|never) (?:allowed|permitted)"
    r"|prohibit\w*|forbid\w*|forbidden|is banned|are banned|ban on)\b"
)
#: anything that an English prohibition may come from
_ANY_NO = re.compile("[不无非未勿禁没否别莫免拒停忌限防杜绝戒控查打封难]|[红底]线|制止|取缔|零")


def lost(source: str, english: str) -> bool:
    """True if the Chinese surely says no and the English does not."""
    said = english.casefold()
    text = _HARMLESS.sub("", source)
    if _STRONG_NO.search(said):
        return False
    if _BAN.search(text):
        return True
    text, limits = _LIMIT.subn("", text)
    if limits and not _LIMIT_SAID.search(said):
        return True
    return bool(_PLAIN.search(text)) and not _WEAK_NO.search(said)


def invented(source: str, english: str) -> bool:
    """True if the English prohibits and nothing in the Chinese could."""
    return bool(_PROHIBITS.search(english.casefold())) and not _ANY_NO.search(source)
