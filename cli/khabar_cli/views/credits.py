"""`khabar credits`: one row for each picture (and each player with a caption) of each document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from khabar import Image, Trace
from khabar.characters import fold

from khabar_cli.unmatched import Name
from khabar_cli.views.base import Grid, Line, Record
from khabar_cli.views.documents import DocumentRows, picture, unsaid

_FIGURE = frozenset({"source", "credit", "caption", "agencies", "alt", "src"})
"""What a figure in Markdown shows, as far as it is to be seen there."""


class CreditsView(DocumentRows):
    """`picture` is the picture's place in `images` of a document, from 0, as sections and paragraphs count; `n` is
    one more. `section` and `paragraph` say before which paragraph the picture stood."""

    fields = (
        "source",
        "n",
        "credit",
        "caption",
        "agencies",
        "alt",
        "src",
        "section",
        "paragraph",
        "media",
        "picture",
    )

    made_of = ("images",)
    asked: tuple[str, ...] = ()
    """The agencies of --agency as they were typed."""
    agencies: frozenset[str] = frozenset()
    """And as they are compared."""

    def take(self, params: Mapping[str, Any]) -> None:
        self.asked = tuple(params["agency"] or ())
        if self.asked:
            from khabar.pictures.credits.agencies import agencies_called

            meant = (name for typed in self.asked for name in agencies_called(typed) or (typed,))
            self.agencies = frozenset(map(fold, meant))

    def pictures(self, item: Trace) -> Iterator[tuple[int, Image]]:
        """The pictures that are meant, each with its place among all of the document, from 0."""
        for at, image in enumerate(item.article.images):
            if not self.agencies or not self.agencies.isdisjoint(map(fold, image.agencies)):
                yield at, image

    def unmatched(self, document: Trace) -> frozenset[Name] | None:
        if not self.agencies or any(self.pictures(document)):
            return None
        return frozenset((name, None) for image in document.article.images for name in image.agencies)

    def nobody(self, names: frozenset[Name]) -> str:
        told = f"no pictures of {' or '.join(self.asked)}"
        if not names:
            return f"{told}; no agency is credited"
        number = "1 agency is" if len(names) == 1 else f"{len(names)} agencies are"
        return f"{told}; {number} credited: khabar agencies lists them"

    def all(self, item: Trace) -> Iterator[Record]:
        for at, image in self.pictures(item):
            found = {"source": item.article.source, "n": at + 1, **image.to_dict(), "media": image.media}
            yield {**found, "picture": at}

    def _selected(self, image: Image) -> Image:
        """The picture with nothing in the fields that were not asked for."""
        return image.replace(
            credit=image.credit if self.wants("credit") else None,
            caption=image.caption if self.wants("caption") else None,
            agencies=image.agencies if self.wants("agencies") else (),
            alt=image.alt if self.wants("alt") else None,
            src=image.src if self.wants("src") else None,
        )

    def _place(self, at: int, image: Image) -> Iterator[Line]:
        """What people are shown only where they ask for it."""
        named = {
            "n": at + 1,
            "src": image.src,
            "section": image.section,
            "paragraph": image.paragraph,
            "media": image.media,
        }
        for name, held in named.items():
            if self.chosen and name in self.chosen and held is not None:
                yield Line(f"{name}: {held}", "dim", base="ltr")

    def lines(self, item: Trace) -> Iterable[Line]:
        for at, image in self.pictures(item):
            if self.wants("picture"):
                yield Line(f"picture {at}", "dim", gap=True)
            for line in picture(self._selected(image)):
                line.gap = line.gap and not self.wants("picture")
                yield line
            yield from self._place(at, image)

    def grid(self, item: Trace) -> Grid:
        columns = {"#": "number", "credit": "side", "caption [alt]": "prose"}
        rows = []
        for at, image in self.pictures(item):
            about = [Line(image.caption)] if image.caption else []
            if image.alt:
                about.append(Line(f"[{image.alt}]", "dim"))
            credit = [Line(image.credit)] if image.credit else []
            credit += [Line(name, "dim") for name in unsaid(image)]
            rows.append([[Line(str(at))], credit or [Line("–")], about])
        return Grid(item.article.source, item.article.direction, columns, rows)

    def markdown(self, item: Trace) -> str:
        if self.chosen and not set(self.chosen) <= _FIGURE:
            return super().markdown(item) if any(self.pictures(item)) else ""
        from khabar.markdown import figure

        return "\n\n".join(figure(self._selected(image)) for _, image in self.pictures(item))


VIEW = CreditsView
