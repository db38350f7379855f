"""A page read and labelled, and read again where the first reading lost text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lxml.etree import _Element

from khabar.blocks import Block, Label
from khabar.entries import Direction
from khabar.html.evidence import Zone
from khabar.html.gather import part_block
from khabar.html.lost import TEXT, body_sentences, lost, most_stripped
from khabar.html.outside import SHOWN
from khabar.html.page import Page, Source, read_page
from khabar.html.pictures.parts import part_pictures
from khabar.html.prose import NOTHING
from khabar.html.states import text_in
from khabar.html.told import COVERED, LITTLE, LONGEST, covered, made, place_of, plain_text
from khabar.html.words import beginning
from khabar.labels.document import Document
from khabar.labels.pages import label_page
from khabar.labels.rules import OFF
from khabar.labels.switches import without_rules
from khabar.language import detect, direction_of, lexicon_tags, script_of
from khabar.lexicon import lexicon_for
from khabar.lexicon.store import languages

_PUT_BACK = "text was put back: an element's name said that it is not the article, and it holds most of the text"
_TOLD_PLACE = "the text was taken from where the page shows what its JSON-LD tells"
FROM_TOLD = "the page shows no text: it is from JSON-LD's articleBody"
_FROM_STATE = "the page shows no text: it is from the data of a script"
_CUT = f"a long text: its first {LONGEST:,} characters are read"
_READINGS = 2
"""Times at the most that a page is read again for an element's name."""
_MORE = 1.5
"""Times as many sentences as before that a body must have, more than, for the text to be put back."""
_TIMES = 4
"""Times as many sentences as it left that one rule must have stripped, more than, to be wrong."""
_SAMPLE = 1000
"""Characters of the article's blocks that its language is told by."""


class Reading(NamedTuple):
    """A reading of a page with its labels."""

    doc: Document
    source: Source
    tag: str | None
    """The language's tag."""
    direction: Direction
    sentences: int
    """Of the body."""
    trusted: frozenset[_Element] = frozenset()
    """Elements that were read whatever their names say."""


def read_whole(page: Page, language: str | None) -> Reading:
    """The reading of a page that holds its text. `language`: the tag that was asked for."""
    read = _restored(page, _read(page, language), language)
    read = _without(page, read, language)
    told = plain_text(page.metadata.text or "")
    share = covered(told, _body(read)) if told else 1.0
    if share < COVERED:
        place = place_of(page.body, told)
        if place is not None:
            again = _read(page, language, place.trusted, place.core)
            found = covered(told, _body(again))
            if found > share:
                again.doc.warnings.append(_TOLD_PLACE)
                read, share = again, found
    if share < LITTLE and (other := _from_data(page, page.metadata.text, read, language)) is not None:
        other.doc.warnings.append(FROM_TOLD)
        return other
    if read.sentences == 0:
        if (other := _from_data(page, text_in(page.states), read, language)) is not None:
            other.doc.warnings.append(_FROM_STATE)
            return other
    return read


def _read(
    page: Page,
    language: str | None,
    trusted: frozenset[_Element] = frozenset(),
    core: _Element | None = None,
) -> Reading:
    """Read a page and label its blocks."""
    source = read_page(page, trusted, core)
    return _labelled(source, source.blocks, language)._replace(trusted=trusted)


def _labelled(source: Source, blocks: list[Block], language: str | None) -> Reading:
    tag, direction = _language(source, language)
    lexicon = lexicon_for(*lexicon_tags(tag))
    doc = Document(part_pictures(blocks, lexicon), lexicon)
    doc.month_first = source.metadata.month_first
    doc.authors = source.metadata.byline
    label_page(doc)
    return Reading(doc, source, tag, direction, body_sentences(doc.blocks))


def _restored(page: Page, read: Reading, language: str | None) -> Reading:
    """The reading, or another where it took away more of the text than it left."""
    trusted: frozenset[_Element] = frozenset()
    for _ in range(_READINGS):
        found = lost(read.source.taken, read.sentences)
        if not found:
            break
        trusted |= found
        again = _read(page, language, trusted)
        if again.sentences <= _MORE * read.sentences:
            break
        again.doc.warnings.append(_PUT_BACK)
        read = again
    return read


def _without(page: Page, read: Reading, language: str | None) -> Reading:
    """The reading, or another without the rule that took away many times what it left."""
    left = read.sentences
    rule, count = most_stripped(read.doc.blocks)
    if rule and count >= NOTHING and count > _TIMES * left:
        with without_rules((*OFF.get(), rule)):
            again = _read(page, language, read.trusted)
        if again.sentences > _TIMES * left:
            again.doc.warnings.append(f"text was put back: the rule {rule} had stripped most of it")
            return again
    return read


def _body(read: Reading) -> list[str]:
    return [b.text for b in read.doc.blocks if b.label in TEXT or b.label is Label.HEADING]


def _from_data(page: Page, text: str | None, read: Reading, language: str | None) -> Reading | None:
    """A reading of a text that the page has only as data; what it shows is stripped. None where the page shows a
    text of its own, or there is none in the data."""
    if text is None or read.sentences >= NOTHING:
        return None
    body = made(text)
    if body is None:
        return None
    source = read_page(page._replace(body=body))
    shown, chars = beginning(page.body, SHOWN)
    blocks = source.blocks
    if shown:
        shell = part_block(page.body, shown, Zone.TAIL, "region", None)
        if shell.markup is not None:
            shell.markup.chars = chars
        blocks = [*blocks, shell]
    made_of = _labelled(source._replace(headings=read.source.headings), blocks, language)
    if len(text) > LONGEST:
        made_of.doc.warnings.append(_CUT)
    return made_of


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
