"""The rules, one by one: fixture files of input and expected verdicts (tests/fixtures/rules).

A case is a title, an input, and a line for each block: `rule.id | text`, or `rule.id < first.rule | text` where the
first verdict is to be tested, too. `{ar1}` stands for a paragraph of paragraphs.txt, which must come out as one and
has no line of its own; a line `*` stands for any number of blocks. A list mark is written before the text.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import khabar
import pytest

FOLDER = Path(__file__).parent / "fixtures" / "rules"
FILLERS = dict(line.split(" ", 1) for line in (FOLDER / "paragraphs.txt").read_text("utf-8").splitlines())
BODY = {"paragraph.sentence", "paragraph.long"}
ASSEMBLE = {rule.id for rule in khabar.rules() if rule.stage == "assemble"}


class Case(NamedTuple):
    """One case of a fixture file."""

    where: str
    text: str
    expected: list[str]


def read(path: Path) -> list[Case]:
    """The cases of a file."""
    out = []
    line = 1
    for part in path.read_text("utf-8").split("=== ")[1:]:
        title, _, rest = part.partition("\n")
        text, _, expected = rest.partition("\n---\n")
        for name, paragraph in FILLERS.items():
            text = text.replace("{" + name + "}", paragraph)
        out.append(Case(f"{path.name}:{line} {title}", text, [x for x in expected.split("\n") if x.strip()]))
        line += part.count("\n")
    return out


CASES = [case for path in sorted(FOLDER.glob("*.txt")) if path.name != "paragraphs.txt" for case in read(path)]


def verdicts(case: Case) -> list[str]:
    """What the labeller says, in the form of the expected lines."""
    firsts = {line.partition(" | ")[2] for line in case.expected if " < " in line.partition(" | ")[0]}
    out = []
    for block in khabar.trace(case.text).blocks:
        if block.text in FILLERS.values():
            assert block.rule in BODY, f"{case.where}: {block.rule} | {block.text}"
            continue
        text = f"{block.bullet} {block.text}" if block.rule.startswith("dump.") and block.bullet else block.text
        first = f" < {block.first_rule}" if text in firsts else ""
        out.append(f"{block.rule}{first} | {text}")
    return out


@pytest.mark.parametrize("case", CASES, ids=[case.where for case in CASES])
def test_verdicts(case: Case) -> None:
    got = verdicts(case)
    if "*" not in case.expected:
        assert got == case.expected
        return
    at = 0
    for before, want in zip(["", *case.expected], case.expected, strict=False):
        if want == "*":
            continue
        assert want in got[at:], f"no line {want!r} behind line {at}"
        found = got.index(want, at)
        assert before == "*" or found == at, f"{want!r} is not next: {got[at]!r}"
        at = found + 1


def test_every_rule_has_a_case() -> None:
    named = {
        name.strip()
        for case in CASES
        for line in case.expected
        if line != "*"
        for name in line.partition(" | ")[0].split(" < ")
    }
    for case in CASES:  # the first verdicts that a second pass overruled count, too
        named |= {block.first_rule for block in khabar.trace(case.text).blocks}
    known = {rule.id for rule in khabar.rules()}
    assert named <= known
    assert known - named - ASSEMBLE == set()


def test_rules_explain_themselves() -> None:
    for rule in khabar.rules():
        assert rule.reason
        assert rule.example
        assert rule.stage in {"first", "second", "assemble"}
        assert khabar.rule(rule.id) is rule
    with pytest.raises(KeyError):
        khabar.rule("no.such-rule")
