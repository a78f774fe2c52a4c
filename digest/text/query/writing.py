"""A tree written out as the shortest text that parses to it again."""

from __future__ import annotations

from digest.text.query.parser import TOKEN, is_operator, word_fault
from digest.text.query.tree import And, Due, Node, Not, Or, Term


def written(node: Node) -> str:
    """The query text of a node, with the parentheses that its precedence needs."""
    if isinstance(node, Term):
        text = node.text if _is_plain(node.text) else f'"{node.text}"'
        return f"{node.field}:{text}" if node.field else text
    if isinstance(node, Due):
        return f"due<{node.days}d"
    if isinstance(node, Not):
        return f"NOT {_inside(node.part, And, Or)}"
    if isinstance(node, And):
        return " AND ".join(_inside(part, And, Or) for part in node.parts)
    return " OR ".join(_inside(part, Or) for part in node.parts)


def _inside(part: Node, *looser: type) -> str:
    return f"({written(part)})" if isinstance(part, looser) else written(part)


def _is_plain(text: str) -> bool:
    """Whether a term may stand without quotation marks."""
    token = TOKEN.match(text)
    whole = token is not None and token.lastgroup == "word" and token.end() == len(text)
    return whole and not is_operator(text) and word_fault(text) is None
