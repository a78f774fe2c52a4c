"""Header fields as folded lines (RFC 5322 2.2.3, RFC 2047). Pure.

Written here and not by ``email.policy``: some of its releases turn a long List-Unsubscribe into an encoded word, which
is dead for one-click, leave ASCII words standing between encoded ones, or lose the quotes of a name when they fold it.
"""

from __future__ import annotations

import re
from email.header import Header

#: RFC 5322 2.1.1: lines should not be longer, without the CRLF.
LINE = 78
#: RFC 2047 2: an encoded word, and so every line of them, has at most 75 characters.
_ENCODED_LINE = 75
_UNPRINTABLE = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?: [A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")


def one_line(text: str) -> str:
    """The text with every run of white space and control characters, so also CR and LF, as one space; trimmed."""
    return _UNPRINTABLE.sub(" ", text.encode("utf-8", "replace").decode("utf-8")).strip()


def text_header(name: str, text: str) -> str:
    """``Name: text``: short ASCII as it stands, anything else as one run of encoded words."""
    line = one_line(text)
    if line.isascii() and "=?" not in line and len(name) + 2 + len(line) <= LINE:
        return f"{name}: {line}\r\n"
    return f"{name}: {_encoded(name, line)}\r\n"


def phrase_header(name: str, phrase: str | None, token: str) -> str:
    """``Name: phrase <token>``, the form of From, To and List-Id; the token itself is never encoded or split."""
    line = one_line(phrase or "")
    if not line:
        return f"{name}: <{token}>\r\n"
    shown = _phrase(name, line)
    last = len(name) + 2 + len(shown) if "\r\n" not in shown else len(shown.rpartition("\r\n")[2])
    gap = " " if last + len(token) + 3 <= LINE else "\r\n "
    return f"{name}: {shown}{gap}<{token}>\r\n"


def verbatim_header(name: str, value: str) -> str:
    """``Name: value``, folded between the angle brackets of a list of URIs and nowhere else."""
    folded = value.replace(", <", ",\r\n <") if len(name) + 2 + len(value) > LINE else value
    return f"{name}: {folded}\r\n"


def _phrase(name: str, line: str) -> str:
    """A phrase as atoms, as a quoted string, or as encoded words."""
    if not line.isascii() or "=?" in line:
        return _encoded(name, line)
    quoted = line if _ATOMS.fullmatch(line) else '"' + re.sub(r'(["\\])', r"\\\1", line) + '"'
    return quoted if len(name) + 2 + len(quoted) <= LINE else _encoded(name, line)


def _encoded(name: str, line: str) -> str:
    return Header(line, "utf-8", maxlinelen=_ENCODED_LINE, header_name=name).encode(linesep="\r\n")
