"""Reading the cases in `tests/fixtures/quotations` and `tests/fixtures/statements`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from khabar.article import Article
from khabar.entries import Quote, Section, Statement

FOLDER = Path(__file__).parent / "fixtures" / "quotations"
STATEMENTS = FOLDER.with_name("statements")


class Case(NamedTuple):
    name: str
    language: str
    article: Article
    expected: list[str]


def cases(name: str, folder: Path = FOLDER) -> list[Case]:
    """The cases of a file."""
    out: list[Case] = []
    for part in (folder / name).read_text("utf-8").split("\n== ")[1:]:
        head, _, body = part.partition("\n")
        title, _, tag = head.rstrip(")").rpartition(" (")
        lines = [line for line in body.split("\n") if line.strip()]
        sections: list[tuple[str | None, list[str]]] = [(None, [])]
        for line in lines:
            if line.startswith("->"):
                continue
            if line.startswith("# "):
                sections.append((line[2:], []))
            else:
                sections[-1][1].append(line)
        made = tuple(Section(heading, tuple(texts)) for heading, texts in sections if heading or texts)
        out.append(Case(title, tag, Article(sections=made), [line[3:] for line in lines if line.startswith("->")]))
    return out


def amiss(
    found: Sequence[Quote] | Sequence[Statement], expected: Sequence[dict[str, Any]], fields: Sequence[str]
) -> list[str]:
    """What is wrong in fields of what an article was found to hold. An entry may tell with `xfail` which of its
    fields are known faults: one, or a list."""
    out = []
    for one, entry in zip(found, expected, strict=True):
        known = entry.get("xfail", [])
        known = [known] if isinstance(known, str) else known
        out += [
            f"{one.text[:40]}: {field} {getattr(one, field)!r}, not {entry[field]!r}"
            for field in fields
            if getattr(one, field) != entry[field] and field not in known
        ]
    return out
