"""Second pass over a page: the caption and the credit that stand in paragraphs below a picture."""

from __future__ import annotations

from khabar.blocks import Block, Label
from khabar.characters import ends_sentence, fold
from khabar.html.evidence import CENTER, Evidence, Zone
from khabar.labels.document import Document
from khabar.labels.looks import Looks
from khabar.labels.markup import PICTURE_AGAIN
from khabar.labels.rules import give, rule
from khabar.pictures.credits import Parts, clean_credit, is_marked_credit, split_caption
from khabar.pictures.record import Picture

CAPTION_UNDER = rule(
    "caption.under",
    Label.CAPTION,
    "below a picture without a caption, with a credit, in small print, or in the words of the alt text",
    "<p><img></p><p><em>The hall in March. Photo: Jane Roe</em></p>",
)
CREDIT_UNDER = rule(
    "credit.under", Label.CREDIT, "below a picture, and nothing but a credit", "<p><img></p><p>Photo: Jane Roe</p>"
)

_MOST, _MOST_MARKED = 400, 800
"""Characters of a caption at the most, as in `html.pictures.containers`; of one with a credit and its marker."""
_WORDS = 40
"""Words of a caption that no credit proves, at the most."""
_LEAST = 3
"""Words of one, at the least."""
_EMPHASIS = 25
"""Words of a caption that nothing but emphasis tells, at the most."""
_HEADING = 6
"""Words of a caption in a heading element, at the least."""
_LEAST_OWN, _MOST_OWN = 5, 60
"""Words of a caption that its looks tell: fewer are a rubric or a name."""
_AHEAD = 8
"""Blocks behind it, at the most, that the text goes on within."""
_CREDIT_WORDS = 16
"""Words of a paragraph that is nothing but a credit, at the most."""
_PARTS = frozenset((Label.ALT, Label.CAPTION, Label.CREDIT))
_TEXT = frozenset((Label.PARAGRAPH, Label.UNKNOWN, Label.STANDFIRST, Label.CREDIT, Label.CAPTION))
_BESIDE = frozenset(("page.beside", "page.head", "source.line"))
"""Rules whose blocks may be a picture's, too: short lines, a line with a marker for sources."""
_ENDS = " .)]）］"
_CLOSE = ")）"
_SMALL = frozenset(("small", "font"))


class _Open:
    """The last picture, as long as nothing but its texts follows."""

    __slots__ = ("alt", "caption", "credit", "key", "picture")

    def __init__(self, picture: Picture) -> None:
        self.picture = picture
        self.alt = ""
        self.key = ""
        """The caption, folded."""
        self.caption = self.credit = False

    def add(self, block: Block) -> None:
        """Note a part that the picture has."""
        if block.label is Label.ALT:
            self.alt = block.text
        elif block.label is Label.CAPTION:
            self.key = block.key
        self.caption = self.caption or block.label is Label.CAPTION
        self.credit = self.credit or block.label is Label.CREDIT or block.credit is not None


def below_pictures(doc: Document) -> None:
    """Give pictures the caption and the credit that stand below them."""
    if all(block.picture is None for block in doc.blocks):
        return
    last: _Open | None = None
    text = False
    looks = Looks(doc.blocks)
    for at, block in enumerate(doc.blocks):
        markup = block.markup
        text = text or (block.label is Label.PARAGRAPH and block.stop)
        if markup is None:
            last = None
        elif markup.part:
            if block.picture is not None and block.label in _PARTS:
                if last is None or last.picture is not block.picture:
                    last = _Open(block.picture)
                last.add(block)
        elif (last is None or not last.caption) and _is_heading(block, markup) and _credit_follows(at, doc):
            if last is None:
                last = _Open(Picture())
            give(block, CAPTION_UNDER)
            block.picture = last.picture
            last.add(block)
        elif last is not None:
            if _is_again(block, last, doc):
                give(block, PICTURE_AGAIN)
            elif _may_be(block, markup) and _taken(at, last, doc, looks, inside=text):
                block.picture = last.picture
                last.add(block)
            else:
                last = None


def _may_be(block: Block, markup: Evidence) -> bool:
    if markup.heading or markup.title or markup.zone is Zone.TAIL:
        return False
    return len(block.text) <= _MOST_MARKED and (
        markup.zone is Zone.ABOVE or block.label in _TEXT or block.rule in _BESIDE
    )


def _is_heading(block: Block, markup: Evidence) -> bool:
    """A heading element in the text with too many words for a heading: some sites write captions into them."""
    if markup.zone is Zone.TAIL or markup.zone is Zone.ABOVE or markup.title:
        return False
    return markup.heading > 0 and block.words >= _HEADING


def _taken(at: int, last: _Open, doc: Document, looks: Looks, *, inside: bool) -> bool:
    """Make a block the caption or the credit of the picture above it, if it is one. `inside`: the picture stands in
    the article's text, not above it."""
    block = doc.blocks[at]
    parts = _parts(block, doc)
    own = looks.of_captions(block)
    if not last.credit and (_is_credit(block, parts) or (own > 1 and parts.credit == block.text)):
        give(block, CREDIT_UNDER, value=parts.credit)
        return True
    if last.caption or block.label is Label.CREDIT:
        return False
    told = inside or (parts.caption is not None and parts.credit is not None)
    if own and _is_own(at, doc, looks, many=own > 1, told=told):
        once = parts.caption is not None and not (last.credit and parts.credit)
        give(block, CAPTION_UNDER, value=parts.caption if once else None, credit=parts.credit if once else None)
        return True
    if _is_credited(block, parts) and not (last.credit and parts.credit):
        give(block, CAPTION_UNDER, value=parts.caption, credit=parts.credit)
        return True
    if block.markup is not None and block.markup.zone is Zone.ABOVE:
        return False  # without a credit it may be anything of the page's
    if _LEAST <= block.words <= _WORDS and (
        _is_told(block, last) or _credit_follows(at, doc) or (inside and _is_emphasis(block))
    ):
        give(block, CAPTION_UNDER)
        return True
    return False


def _is_again(block: Block, last: _Open, doc: Document) -> bool:
    """Is it the picture's caption once more, alone or with the credit?"""
    if not last.caption or not block.key.startswith(last.key) or block.words < _LEAST:
        return False
    if block.key == last.key:
        return True
    caption = _parts(block, doc).caption
    return caption is not None and fold(caption) == last.key


def _is_own(at: int, doc: Document, looks: Looks, *, many: bool, told: bool) -> bool:
    """A text that looks as nothing but texts below pictures do, before one that looks as the article's. One alone is
    no <p>, and stands inside the text or has a credit (`told`), as above the text a standfirst stands."""
    block = doc.blocks[at]
    if not _LEAST_OWN <= block.words <= _MOST_OWN:
        return False
    if not many and (not told or block.markup is None or block.markup.tag == "p"):
        return False
    for after in doc.blocks[at + 1 : at + 1 + _AHEAD]:
        if after.markup is not None and not after.markup.part:
            return looks.of_text(after)
    return True


def _parts(block: Block, doc: Document) -> Parts:
    """Caption and credit of a block; a short line that begins with a marker is a credit, whatever follows it."""
    text = block.text
    parts = split_caption(text, doc.lexicon)
    if parts.credit is None and is_marked_credit(text, doc.lexicon):
        return Parts(None, *clean_credit(text, doc.lexicon))
    return parts


def _is_credit(block: Block, parts: Parts) -> bool:
    """Nothing but a credit, with a marker or set apart."""
    if parts.caption or not parts.credit or block.words > _CREDIT_WORDS or parts.credit not in block.text:
        return False
    return _is_marked(block, parts) or _apart(block) != ""


def _is_marked(block: Block, parts: Parts) -> bool:
    return bool(parts.label) or "©" in block.text


def _is_credited(block: Block, parts: Parts) -> bool:
    """A caption and the credit at its end: with a marker, or both set apart from the text, or in brackets or
    behind a full stop the photographer's and the agency's name ("(Ann Poe/AFP)"; the agency's alone may end a
    report)."""
    credit, caption = parts.credit, parts.caption
    if not credit or not caption or caption not in block.text:
        return False
    if not block.text.rstrip(_ENDS).endswith(credit.rstrip(_ENDS)):
        return False
    if _is_marked(block, parts):
        return True
    if len(block.text) > _MOST:
        return False
    two = "/" in credit and block.words <= _WORDS and (block.text[-1] in _CLOSE or ends_sentence(caption))
    return two or _apart(block) != ""


def _apart(block: Block) -> str:
    return block.markup.apart if block.markup is not None else ""


def _is_told(block: Block, last: _Open) -> bool:
    """In small print, or what the alt text says, and no sentence of the article that it was taken from."""
    apart = _apart(block)
    if apart in _SMALL:
        return True
    return bool(last.alt) and fold(last.alt) == block.key and (apart != "" or not ends_sentence(block.text))


def _is_emphasis(block: Block) -> bool:
    """A line or two, all of them in an <em> or in the middle. (Above the text a standfirst is.)"""
    apart = _apart(block)
    return apart != "" and (block.words <= _EMPHASIS or apart == CENTER)


def _credit_follows(at: int, doc: Document) -> bool:
    """Is the next block nothing but a credit?"""
    after = doc.blocks[at + 1] if at + 1 < len(doc.blocks) else None
    if after is None or after.markup is None or after.markup.part or len(after.text) > _MOST:
        return False
    if after.words > _CREDIT_WORDS or not _may_be(after, after.markup):
        return False  # to take it apart costs more
    return _is_credit(after, _parts(after, doc))
