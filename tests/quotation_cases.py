"""Reading the cases in `tests/fixtures/quotations` and `tests/fixtures/statements`."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from khabar.article import Article, Section

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
