"""Names in pinyin: one word for a name, ``Zhang San`` for a person."""

from __future__ import annotations

from digest.translate.officialese.words.lexicon import HAN, section

#: characters of the longest name of a person
_LONGEST = 4


def one_word(said: list[str]) -> str:
    """Syllables as one word, with an apostrophe before a later one that begins with a vowel."""
    word = "".join(f"'{s}" if index and s[0] in "aeo" else s for index, s in enumerate(said))
    return word[0].upper() + word[1:]


def spelled(han: str) -> str:
    """Pinyin of a name as one word."""
    return one_word(syllables(han))


def syllables(han: str) -> list[str]:
    """The readings of a name, one a character."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 - loads the dictionary of readings

    return list(lazy_pinyin(han, style=Style.NORMAL, v_to_u=True))


def person(name: str) -> str | None:
    """``Zhang San`` for a name of two to four Han characters; None for anything else."""
    if not 2 <= len(name) <= _LONGEST or len(HAN.findall(name)) != len(name):
        return None
    compound = section("names.txt", "compound").get(name[:2])
    if compound and len(name) > 2:
        return f"{compound} {one_word(_given(name[2:]))}"
    family = section("names.txt", "surnames").get(name[0]) or one_word(syllables(name[0]))
    return f"{family} {one_word(_given(name[1:]))}"


def _given(han: str) -> list[str]:
    """Readings of a given name; 长 is "long" in all of them."""
    return ["chang" if one == "长" else said for one, said in zip(han, syllables(han), strict=True)]
