"""What the rules that cut directives mean, for whoever asks why something was read as one."""

from __future__ import annotations

from types import MappingProxyType

#: name, as ``Directive.rules`` holds it → meaning; ``grammar`` applies them in its order
MEANINGS = MappingProxyType(
    {
        "marked": "after 。a sentence whose first demand clause has a marker (要, 必须, 严禁 …) is a new directive",
        "list item": "an item of a numbered list (一要 …, 二是 …) that demands, or follows one that did, is a directive",
        "semicolon": "；always splits inside demand scope, with or without a marker",
        "elaboration": "any other sentence joins the directive before it",
        "label": "the short heading of a list item joins the sentence after it",
        "owner": "an unmarked sentence with an explicit new owner is a new directive",
        "umbrella": "a heading that only announces a list is no directive; its items are",
        "inherited": "after the 要 of a central meeting, unmarked sentences are directives too",
        "request": "要求 demands by itself, without another marker",
        "notice": "the numbered items of a notice are in demand scope",
    }
)
