"""The stages for a page: text -> tree -> blocks -> labelled blocks -> Article. Imported when a page comes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from lxml.etree import _Element

from khabar.article import Article, Direction, Stripped
from khabar.assemble import assemble
from khabar.blocks import Block
from khabar.characters import fold
from khabar.errors import EmptyInput
from khabar.html.lost import body_sentences, lost
from khabar.html.metadata.choice import choose_title
from khabar.html.metadata.lead import is_logo
from khabar.html.metadata.read import Metadata
from khabar.html.page import Page, Source, open_page, read_page
from khabar.html.pictures.credited import credited
from khabar.html.pictures.parts import part_pictures
from khabar.labels.document import Document
from khabar.labels.markup import BYLINE_MARKUP, TITLE_MARKUP
from khabar.labels.pages import label_page
from khabar.language import detect, direction_of, lexicon_tags, script_of
from khabar.lexicon import lexicon_for
from khabar.lexicon.store import languages
from khabar.publisher import publisher_of
from khabar.traced import Parsed

PUT_BACK = "text was put back: an element's name said that it is not the article, and it holds most of the text"
_READINGS = 2
"""Times at the most that a page is read again."""
_SAMPLE = 1000
"""Characters of the article's blocks that its language is told by."""


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
    doc, source, (tag, direction) = _whole(page, _labelled(page, language), language)
    article = assemble(doc, fields)
    blocks = doc.blocks
    meta = source.metadata
    wanted = fields.__contains__ if fields is not None else lambda name: True
    warnings = (*told, *source.warnings, *article.warnings)
    if not article.sections:
        if not any(block.text for block in blocks):
            raise EmptyInput("empty: a page without any text")
        warnings += ("no body text was found",)
    described = _described(article, source, doc, wanted("publisher"), tag)
    return Parsed(
        described._replace(
            format="html",
            encoding=read_with,
            language=tag,
            direction=direction,
            stripped=described.stripped if wanted("stripped") else (),
            image=_lead(source, article) if wanted("image") else None,
            images=credited(article.images, meta),
            warnings=warnings if wanted("warnings") else (),
        ),
        blocks,
    )


class _Labelled(NamedTuple):
    """A reading of a page with its labels."""

    doc: Document
    source: Source
    language: tuple[str | None, Direction]


def _labelled(page: Page, language: str | None, trusted: frozenset[_Element] = frozenset()) -> _Labelled:
    """Read a page and label its blocks."""
    source = read_page(page, trusted)
    tag, direction = _language(source, language)
    lexicon = lexicon_for(*lexicon_tags(tag))
    doc = Document(part_pictures(source.blocks, lexicon), lexicon)
    label_page(doc)
    return _Labelled(doc, source, (tag, direction))


def _whole(page: Page, read: _Labelled, language: str | None) -> _Labelled:
    """The reading, or another where it took away more of the text than it left."""
    left = body_sentences(read.doc.blocks)
    trusted: frozenset[_Element] = frozenset()
    for _ in range(_READINGS):
        found = lost(read.source.taken, left)
        if not found:
            break
        trusted |= found
        again = _labelled(page, language, trusted)
        more = body_sentences(again.doc.blocks)
        if more <= left:
            break
        again.doc.warnings.append(PUT_BACK)
        read, left = again, more
    return read


def _described(article: Article, source: Source, doc: Document, publisher: bool, tag: str | None) -> Article:
    """The article with what the page says of itself: that counts more than what its text seems to say.

    A title or a name that the page shows, and that another wording stands for, is stripped.
    """
    meta = source.metadata
    title = choose_title(meta, source.headings) or article.title
    byline = meta.byline or article.byline
    said = fold(" ".join((title or "", *byline)))
    names = tuple(Stripped(BYLINE_MARKUP.id, name) for name in article.byline if fold(name) not in said)
    other = (*(Stripped(TITLE_MARKUP.id, text) for text in _rest(article.title or "", title or "")), *names)
    return article._replace(
        title=title,
        byline=byline,
        stripped=article.stripped + other,
        published=meta.published or article.published,
        modified=meta.modified or article.modified,
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


def _language(source: Source, language: str | None) -> tuple[str | None, Direction]:
    """Tag and direction: as asked for; as the page says, where its text is in that language's script; as detected."""
    if language is not None:
        return language, direction_of(language)
    said = source.metadata.language
    tag, direction = detect(_sample(source.blocks))
    if said is None:
        return tag, direction
    may_be = _may_be(said, tag) if tag else direction_of(said) == direction
    return (said if may_be else tag), direction


def _may_be(said: str, found: str) -> bool:
    """What the page says holds unless its text is in another script, or in a language that we know better."""
    language = said.split("-")[0]
    if language == found.split("-")[0]:
        return True
    known = languages()
    return (said in known or language in known or found == "en") and script_of(said) == script_of(found)


def _sample(blocks: Sequence[Block]) -> str:
    """The article's longest texts, up to `_SAMPLE` characters."""
    out: list[str] = []
    size = 0
    for block in blocks:
        if len(block.text) > 40 and block.markup is not None and not block.markup.part:
            out.append(block.text[:400])
            size += len(out[-1])
            if size > _SAMPLE:
                break
    return "\n".join(out) or "\n".join(b.text[:200] for b in blocks[:20])


__all__ = ["Metadata", "parsed_page"]
