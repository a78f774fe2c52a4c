"""The error tree: drawn as it is, each with a message and an exit code."""

from __future__ import annotations

import inspect
import re

import pytest

from digest import errors
from digest.errors import DigestError

CLASSES = [c for _, c in inspect.getmembers(errors, inspect.isclass) if issubclass(c, DigestError)]
#: depth, name and, where a branch says it, exit code of each line of the drawing
DRAWN = [
    (len(match["indent"]) // 4, match["name"], match["code"])
    for match in re.finditer(
        r"^    (?P<indent>(?:[│ ]   )*(?:[├└]── )?)(?P<name>[A-Z]\w+) +(?:exit code )?(?P<code>\d+)?",
        errors.__doc__,
        re.MULTILINE,
    )
]


def drawn_tree():
    """Name → (name of the parent, exit code) as the docstring draws it."""
    tree, path = {}, []
    for depth, name, code in DRAWN:
        del path[depth:]
        parent = path[-1] if path else None
        tree[name] = (parent, int(code) if code else tree[parent][1])
        path.append(name)
    return tree


def test_the_tree_is_drawn_as_it_is():
    real = {c.__name__: (c.__base__.__name__ if c is not DigestError else None, c.exit_code) for c in CLASSES}
    assert drawn_tree() == real


def test_the_drawing_is_not_empty():
    assert len(DRAWN) >= 14


@pytest.mark.parametrize("error", CLASSES)
def test_every_error_has_a_docstring_that_becomes_its_message(error):
    assert "__doc__" in vars(error)
    assert error.__doc__.endswith(".")
    assert str(error()) == error.__doc__.strip().rstrip(".")


@pytest.mark.parametrize("error", CLASSES)
def test_a_subject_stands_before_the_message(error):
    told = error("is broken", subject="a.txt")
    assert (str(told), told.message, told.subject) == ("a.txt: is broken", "is broken", "a.txt")
    assert str(error(subject="a.txt")) == f"a.txt: {error().message}"


def test_exit_codes_are_those_of_the_command_lines_contract():
    assert {c.exit_code for c in CLASSES} == {1, 2, 3, 4, 75}


def test_no_error_is_defined_anywhere_else():
    import importlib
    import pkgutil

    import digest

    for module in pkgutil.walk_packages(digest.__path__, "digest."):
        if "migrations" not in module.name and module.name != "digest.__main__":
            importlib.import_module(module.name)
    found, todo = set(), [DigestError]
    while todo:
        error = todo.pop()
        found.add(error)
        todo += error.__subclasses__()
    assert {c for c in found if c.__module__.startswith("digest")} == set(CLASSES)
