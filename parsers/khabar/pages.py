"""The stages for a page: text -> tree -> blocks -> labelled blocks -> Article. Imported when a page comes."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from khabar.article import Article
from khabar.assemble import assemble
from khabar.characters import fold
from khabar.entries import Stripped
from khabar.errors import EmptyInput
from khabar.html.metadata.choice import choose_title
from khabar.html.metadata.lead import is_logo
from khabar.html.metadata.read import Metadata
from khabar.html.metadata.settled import is_settled, settled
from khabar.html.metadata.stamps import in_address
from khabar.html.metadata.told import Calendar, Seen
from khabar.html.metadata.visible import date_behind, seen_dates
from khabar.html.page import Source, open_page
from khabar.html.pictures.credited import credited
from khabar.labels.authors import mark_bylines
from khabar.labels.document import Document
from khabar.labels.markup import TITLE_MARKUP
from khabar.publisher import publisher_of
from khabar.readings import FROM_TOLD, read_whole
from khabar.traced import Parsed

_PAID = "the page says that not all of its text is free: it may break off"


def parsed_page(
    text: str,
    told: Sequence[str],
    read_with: str | None,
    *,
    data: bytes | None = None,
    language: str | None = None,
    fields: Collection[str] | None = None,
) -> Parsed:
    """Parse a page's text. `told`: warnings so far; `read_with`: its encoding; `data`: the text in UTF-8, where that
    is at hand. Errors as `khabar.parse`."""
    page = open_page(text, data)
    doc, source, tag, direction, *_ = read_whole(page, language)
    byline = mark_bylines(source, doc)
    article = assemble(doc, fields).replace(byline=byline)
    blocks = doc.blocks
    meta = source.metadata
    wanted = fields.__contains__ if fields is not None else lambda name: True
    warnings = (*told, *source.warnings, *article.warnings)
    if not article.sections:
        if not (meta.titles or meta.byline or any(block.text for block in blocks)):
            raise EmptyInput("empty: a page without any text")
        warnings += ("no body text was found",)
    elif meta.paid:
        warnings += (_PAID,)
    described = _described(article, source, doc, wanted("publisher"), wanted("published") or wanted("modified"), tag)
    return Parsed(
        described.replace(
            format="html",
            encoding=read_with,
            language=tag,
            direction=direction,
            stripped=described.stripped if wanted("stripped") else (),
            image=_lead(source, article) if wanted("image") else None,
            images=credited(article.images, meta, told=FROM_TOLD in doc.warnings),
            warnings=warnings if wanted("warnings") else (),
        ),
        blocks,
    )


def _described(
    article: Article, source: Source, doc: Document, publisher: bool, dates: bool, tag: str | None
) -> Article:
    """The article with what the page says of itself: that counts more than what its text seems to say.

    A title that the page shows, and that another wording stands for, is stripped.
    """
    meta = source.metadata
    title = choose_title(meta, source.headings) or article.title
    other = tuple(Stripped(TITLE_MARKUP.id, text) for text in _rest(article.title or "", title or ""))
    published, modified = _dates(article, source, doc) if dates else (None, None)
    return article.replace(
        title=title,
        stripped=article.stripped + other,
        published=published,
        modified=modified,
        url=meta.url,
        publisher=(meta.publisher or publisher_of(doc, tag)) if publisher else None,
    )


def _rest(shown: str, title: str) -> tuple[str, ...]:
    """What of the title's heading is not in the title: kicker and subtitle, or all of it where that is in other
    words."""
    if not shown or fold(shown) in fold(title):
        return ()
    before, found, after = shown.partition(title)
    return tuple(text for part in (before, after) if (text := part.strip())) if found else (shown,)


def _lead(source: Source, article: Article) -> str | None:
    """The lead picture: the one that the page names, else the first large one of the article's."""
    if source.metadata.image:
        return source.metadata.image
    shown = (image.src for image in article.images if image.src in source.large)
    return next((src for src in shown if src and not is_logo(src, ())), None)


def _dates(article: Article, source: Source, doc: Document) -> tuple[str | None, str | None]:
    """Dates of publication and of change: those that the page declares, those that readers see, at last the day in
    the address."""
    meta = source.metadata
    calendar = Calendar(doc.months, doc.month_first, doc.lexicon.stamp_words())
    seen = Seen(None, None)
    if not meta.modified or not is_settled(meta.stamps, sure=meta.sure):
        seen = seen_dates(source.begin, source.core, calendar)
    published = settled(meta.stamps, seen.published, sure=meta.sure) or article.published
    if published is None:
        published = date_behind(source.core, calendar) or in_address(meta.url)
    return published, meta.modified or seen.modified or article.modified


__all__ = ["Metadata", "parsed_page"]
