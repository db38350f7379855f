"""The rules, one by one: fixture files of input and expected verdicts (tests/fixtures/rules and, of HTML, pages).

A case is a title behind `=== `, an input, a line `---`, and a line for each block of the input:

    rule.id | text of the block
    rule.id < first.rule | text     the first verdict is tested, too
    * | text                        any rule
    *                               any number of blocks

A title that begins with `! ` is of a case that is known to fail: what is expected is what ought to be.
`{ar1}` in an input stands for a paragraph of paragraphs.txt, which must come out as one and has no line of its own;
where it does not, it is told as `{ar1}`. A list mark is written before the text where the rule keeps it. Blocks of a
page that have no text (pictures without an alt text) have no line.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import ndiff
from pathlib import Path
from typing import NamedTuple

import khabar
import pytest
from _pytest.mark import ParameterSet

FIXTURES = Path(__file__).parent / "fixtures"
PARAGRAPHS = FIXTURES / "rules" / "paragraphs.txt"
FILLERS = dict(line.split(" ", 1) for line in PARAGRAPHS.read_text("utf-8").splitlines() if line)
NAMES = {text: name for name, text in FILLERS.items()}
BODY = {"paragraph.sentence", "paragraph.long", "paragraph.markup"}


class Case(NamedTuple):
    """One case of a fixture file."""

    title: str
    where: str
    text: str
    expected: list[str]
    html: bool

    @property
    def trace(self) -> khabar.Trace:
        """The article and the blocks of its input."""
        return khabar.trace(self.text, input_format="html" if self.html else "text")

    @property
    def rules(self) -> set[str]:
        """The ids that it expects, of both passes."""
        heads = (line.partition(" | ")[0] for line in self.expected)
        return {name.strip() for head in heads for name in head.split(" < ")} - {"*"}


def read(path: Path) -> Iterator[Case]:
    """The cases of a file."""
    head, *parts = ("\n" + path.read_text("utf-8")).split("\n=== ")
    assert not head.strip(), f"{path.name}: text before the first case"
    line = 1
    for part in parts:
        title, _, rest = part.partition("\n")
        text, rule, expected = f"{rest}\n".partition("\n---\n")
        assert rule, f"{path.name}:{line}: no line --- in the case"
        for name, paragraph in FILLERS.items():
            text = text.replace("{" + name + "}", paragraph)
        lines = [x for x in expected.split("\n") if x.strip()]
        yield Case(title, f"{path.parent.name}/{path.name}:{line}", text, lines, path.parent.name == "pages")
        line += part.count("\n") + 1


FILES = [path for folder in ("pages", "rules") for path in sorted((FIXTURES / folder).glob("*.txt"))]
CASES = [case for path in FILES if path != PARAGRAPHS for case in read(path)]


def verdicts(case: Case) -> list[str]:
    """What the labeller says, in the form of the expected lines."""
    firsts = {line.partition(" | ")[2] for line in case.expected if " < " in line.partition(" | ")[0]}
    out = []
    for block in case.trace.blocks:
        text = block.text
        if not text:
            continue
        if text in NAMES:
            if block.rule in BODY:
                continue
            text = "{" + NAMES[text] + "}"
        elif block.rule in {"head.above", "tail.below"} and block.bullet:
            text = f"{block.bullet} {text}"
        first = f" < {block.first_rule}" if text in firsts else ""
        out.append(f"{block.rule}{first} | {text}")
    return out


def fits(got: list[str], expected: list[str]) -> bool:
    """Is every block what is expected? `*` stands for any number of blocks, `* |` for any rule."""
    if not expected:
        return not got
    want, rest = expected[0], expected[1:]
    if want == "*":
        return any(fits(got[n:], rest) for n in range(len(got) + 1))
    if not got:
        return False
    if want.startswith("* | "):
        return got[0].partition(" | ")[2] == want[4:] and fits(got[1:], rest)
    return got[0] == want and fits(got[1:], rest)


def params() -> list[ParameterSet]:
    """The cases, those that are known to fail marked."""
    known = pytest.mark.xfail(reason="known")
    return [pytest.param(c, marks=known if c.title.startswith("! ") else (), id=c.where) for c in CASES]


@pytest.mark.parametrize("case", params())
def test_verdicts(case: Case) -> None:
    got = verdicts(case)
    if not fits(got, case.expected):
        diff = "\n".join(line for line in ndiff(case.expected, got) if line[0] != "?")
        pytest.fail(f"{case.where} {case.title}\n(- expected, + got)\n{diff}", pytrace=False)


def test_every_rule_has_a_case() -> None:
    traces = [case.trace for case in CASES]
    blocks = {block.first_rule for trace in traces for block in trace.blocks}
    stripped = {piece.rule for trace in traces for piece in trace.article.stripped}
    for rule in khabar.rules():
        if rule.stage == "assemble":
            assert rule.id in stripped
        else:  # `short` is only ever a first verdict
            assert rule.id in blocks or any(rule.id in case.rules for case in CASES), rule.id


def test_no_case_names_an_unknown_rule() -> None:
    known = {rule.id for rule in khabar.rules() if rule.stage != "assemble"}
    assert {case.where: unknown for case in CASES if (unknown := case.rules - known)} == {}


def test_titles_of_cases_are_unique() -> None:
    titles = [case.title for case in CASES]
    assert sorted(titles) == sorted(set(titles))


def test_every_paragraph_of_the_fixtures_is_used() -> None:
    used = {block.text for case in CASES for block in case.trace.blocks}
    assert [name for text, name in NAMES.items() if text not in used] == []


def test_rules_explain_themselves() -> None:
    for rule in khabar.rules():
        assert rule.reason
        assert rule.example
        assert rule.stage in {"first", "second", "assemble"}
        assert khabar.rule(rule.id) is rule
    with pytest.raises(KeyError):
        khabar.rule("no.such-rule")
