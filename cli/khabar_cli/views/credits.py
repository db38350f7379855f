"""`khabar credits`: one row for each picture (and each player with a caption) of each document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from khabar import Image, Trace

from khabar_cli.views.base import Grid, Line, Record
from khabar_cli.views.documents import DocumentRows, picture, unsaid


class CreditsView(DocumentRows):
    """`n` counts pictures from 1; `section` and `paragraph` say before which paragraph the picture stood."""

    fields = ("source", "n", "credit", "caption", "agencies", "alt", "src", "section", "paragraph", "media")

    def needs(self) -> tuple[str, ...]:
        return ("images", "warnings")

    def all(self, item: Trace) -> Iterator[Record]:
        for n, image in enumerate(item.article.images, 1):
            yield {"source": item.article.source, "n": n, **image.to_dict(), "media": image.media}

    def _selected(self, image: Image) -> Image:
        """The picture with nothing in the fields that were not asked for."""
        return image.replace(
            credit=image.credit if self.wants("credit") else None,
            caption=image.caption if self.wants("caption") else None,
            agencies=image.agencies if self.wants("agencies") else (),
            alt=image.alt if self.wants("alt") else None,
            src=image.src if self.wants("src") else None,
        )

    def lines(self, item: Trace) -> Iterable[Line]:
        for n, image in enumerate(item.article.images, 1):
            if self.wants("n"):
                yield Line(f"picture {n}", "dim", gap=True, base="ltr")
            for line in picture(self._selected(image)):
                line.gap = line.gap and not self.wants("n")
                yield line

    def grid(self, item: Trace) -> Grid:
        columns = {
            "n": ("#", "number"),
            "credit": ("credit", "side"),
            "caption": ("caption [alt]", "prose"),
        }
        asked = {"credit": ("credit", "agencies")}
        kept = {name: column for name, column in columns.items() if self.wants(*asked.get(name, (name,)))}
        rows = []
        for n, image in enumerate(map(self._selected, item.article.images), 1):
            about = [Line(image.caption)] if image.caption else []
            if image.alt:
                about.append(Line(f"[{image.alt}]", "dim"))
            credit = [Line(image.credit)] if image.credit else []
            credit += [Line(name, "dim") for name in unsaid(image)]
            cells = {"n": [Line(str(n))], "credit": credit or [Line("–")], "caption": about}
            rows.append([cells[name] for name in kept])
        return Grid(item.article.source, item.article.direction, dict(kept.values()), rows)

    def markdown(self, item: Trace) -> str:
        from khabar.markdown import figure

        return "\n\n".join(figure(self._selected(image)) for image in item.article.images)


VIEW = CreditsView
