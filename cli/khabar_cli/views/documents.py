"""What the views of documents have in common: an item is a `khabar.Trace`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khabar import Article, Image, Trace

from khabar_cli.views.base import Line, RowView, View


class _OfTrace:
    """Name, direction and warnings of a document."""

    def base(self, item: Trace) -> str:
        return item.article.direction

    def source(self, item: Trace) -> str | None:
        return item.article.source

    def warnings(self, item: Trace) -> Sequence[str]:
        return item.article.warnings


class DocumentView(_OfTrace, View[Trace]):
    """One record for each document."""


class DocumentRows(_OfTrace, RowView[Trace]):
    """Several rows for each document."""


def body(article: Article) -> Iterator[tuple[bool, str]]:
    """Title, headings and paragraphs in order: is it a heading (or the title), and its text."""
    if article.title:
        yield True, article.title
    for section in article.sections:
        if section.heading:
            yield True, section.heading
        for paragraph in section.paragraphs:
            yield False, paragraph


def unsaid(image: Image) -> list[str]:
    """The agencies that the credit has under another name, or in another script."""
    return [name for name in image.agencies if name not in (image.credit or "")]


def picture(image: Image) -> Iterator[Line]:
    """A picture for people: the caption, the credit, the alt text, one line of the terminal for each."""
    kind = {"video": "▶", "audio": "♪"}.get(image.media or "", "▣")
    caption = image.caption or ("" if image.credit or image.alt else image.src or "")
    if caption:
        yield Line(f"{kind} {caption}", "cyan", gap=True)
    credit = " ".join(filter(None, (image.credit, *(f"[{name}]" for name in unsaid(image)))))
    if credit:
        yield Line(f"© {credit}" if caption else f"{kind} © {credit}", "dim cyan", gap=not caption)
    if image.alt:
        yield Line(f"[{image.alt}]", "dim", gap=not caption and not image.credit)
