"""Every rule that cuts directives has a meaning that can be told."""

import re
from pathlib import Path

from digest.text.directives import extract, grammar
from digest.text.directives.rules import MEANINGS

SOURCE = Path(grammar.__file__).read_text(encoding="utf-8")


def test_every_rule_of_the_cutter_has_a_meaning():
    rules = set(re.findall(r'rule="([a-z ]+)"', SOURCE)) | set(re.findall(r'else "([a-z ]+)"', SOURCE))
    assert rules == MEANINGS.keys()  # nor is a rule told that there is not


def test_the_rules_of_a_directive_can_all_be_told():
    text = "县长张山强调，一要压实责任。各乡镇要在6月底前完成排查；县财政局要保障资金。"
    found = [rule for directive in extract([text]) for rule in directive.rules]
    assert found
    assert all(MEANINGS[rule] for rule in found)
