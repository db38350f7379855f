"""What is known of a quotation that tells a statement, a fragment and a name apart: the features of its kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property, lru_cache

from khabar.entries import QuoteKind
from khabar.quotations.lexicon import ATTRIBUTIONS, ING_PART, MASDAR, NOUN, PART, Lexicon, is_letters
from khabar.quotations.made import SPEECH
from khabar.quotations.options import Option, near, touches
from khabar.quotations.passage import COLONS, COMMAS, DASHES, ENDS, PAUSES, Passage
from khabar.quotations.spans import Marked

_SIZES = (1, 2, 4, 6, 9, 14)
"""Words beyond which a quotation is longer: each step has a weight."""
_ROUGH = ((1, "words=1"), (2, "words=2"), (4, "words=4"), (7, "words=7"))
"""Upper ends of the lengths, in words, for which the classes around a quotation are weighed apart."""
_NAME = 4
"""Words of a quotation that may be a name, which the article has elsewhere, too."""
_TIED, _CLOSE = 2, 6
"""Words between two quotations of a sentence: side by side ("…" and "…"), and near."""
_BACK = 4
"""Words back in which a noun is looked for that a name in marks follows."""
_REPORT = 25
"""Words back in which the conjunction of a report is looked for."""
_KEPT = 1 << 14
"""Words whose classes are kept."""
_LOOKED, _WHOLE = 200, 60_000
"""Names that are looked up in an article, and characters of it that are looked through: what bounds the time."""

_CLASSES = (
    "object", "preposition", "article", "lead", "inside", "relative", "sentence", "auxiliary", "title", "day",
    "adverb", "blocks", "stop",
)  # fmt: skip
_CUES = {PART: "fragment verb", ING_PART: "fragment verb", NOUN: "noun of saying", MASDAR: "noun of saying"}
_CUES |= dict.fromkeys(ATTRIBUTIONS, "by")


class Around:
    """What an article shows of the words in marks: which stand in marks again, and which without, as names do; and
    the kind of the quotation before."""

    def __init__(self, texts: Sequence[str], found: Sequence[Marked], lexicon: Lexicon) -> None:
        self.lexicon, self._texts, self._found = lexicon, texts, found
        self.kind: dict[tuple[int, int], QuoteKind] = {}
        """By paragraph and number, what was decided."""
        self._known: dict[str, str] = {}

    @cached_property
    def _words(self) -> tuple[Counter[str], str]:
        """What stands in marks, and how often; and the text without it. Most articles have no short quotations."""
        marked: Counter[str] = Counter()
        bare: list[str] = []
        for text, one in zip(self._texts, self._found, strict=True):
            at = 0
            for span in one.spans:
                end = span.end if span.last == span.at else len(text)
                marked[self._key(text[span.start : end])] += 1
                bare.append(text[at : span.before])
                at = max(at, end)
            bare.append(text[at:])
        return marked, f" {self.lexicon.key(' | '.join(bare)[:_WHOLE])} "

    def _key(self, text: str) -> str:
        return self.lexicon.key(text).strip(".,،؛:!?؟ ")

    def again(self, text: str) -> str:
        """Where the article has the words of a short quotation elsewhere."""
        key = self._key(text)
        if key not in self._known:
            self._known[key] = self._again(key) if len(self._known) < _LOOKED else "no"
        return self._known[key]

    def _again(self, key: str) -> str:
        count, bare = self._words
        marked = "marked" if count[key] > 1 else "once"
        joined = "".join(self.lexicon.conjunctions + self.lexicon.prepositions)
        at = bare.find(key)
        while at > 0:
            if not bare[at + len(key)].isalnum():
                if not bare[at - 1].isalnum() or not self.lexicon.spaces:
                    return f"{marked} bare"
                if bare[at - 1] in joined and not bare[at - 2].isalnum():
                    return f"{marked} joined"
            at = bare.find(key, at + 1)
        return marked


def features(p: Passage, k: int, text: str, found: Sequence[Option], around: Around) -> list[str]:
    """The features of the k-th quotation of a paragraph. `text`: what stands between its marks (in this paragraph);
    `found`: the cues that may govern it."""
    x = p.lexicon
    first, last = p.places[k]
    words = [word for word in p.keys[first:last] if is_letters(word)]
    if not words:
        return ["empty"]
    count = len(words) if x.spaces else (len(words) + 1) // 2
    size = next((name for step, name in _ROUGH if count <= step), "words=more")
    left, right, head = _left(p, first), _right(p, last), _head(words[0], text, x)
    cue, that = _cue(p, first, last, found)
    whole, previous = _whole(words, x), _previous(p, k, around)
    if that == "none" and previous in SPEECH:
        that = "carried"
    out = [
        f"left={left}", f"right={right}", f"left={left}&right={right}",
        f"head={head}", f"left={left}&head={head}", f"cue={cue}&{size}", f"that={that}",
        f"whole={whole}", f"whole={whole}&left={left}",
        *(f"size>{step}" for step in _SIZES if count > step), f"previous={previous}",
    ]  # fmt: skip
    if previous != "no":
        gap = first - p.places[k - 1][1]
        tie = "tied" if gap <= _TIED else "close" if gap <= _CLOSE else "far"
        out += (f"previous={previous}&{tie}", f"previous={previous}&{size}")
    if count > 1:
        out.append(f"tail={_tail(words[-1], x)}")
    if count <= _NAME:
        out.append(f"again={around.again(text)}")
    if x.capitals and _titled(words, text, x):
        out += ("capitals", f"capitals&{size}")
    return out + _place(p, k, right)


def _place(p: Passage, k: int, right: str) -> list[str]:
    """Whether it stands alone, behind a noun whose name it is, in somebody's name."""
    first, last = p.places[k]
    ends = last >= p.count or right in ("end", "pause")
    facts = (first < p.count and first == p.began[first] and ends, _named(p, first), k in p.named)
    return [name for name, fact in zip(("alone", "named", "in a name"), facts, strict=True) if fact]


def _previous(p: Passage, k: int, around: Around) -> str:
    """The kind of the quotation before in the sentence."""
    first = p.places[k][0]
    if not k or first >= p.count or p.began[p.places[k - 1][0]] != p.began[first]:
        return "no"
    return around.kind.get((p.at, k - 1), "no")


def _left(p: Passage, first: int) -> str:
    """The class of the word before."""
    if first == 0:
        return "start"
    key = p.keys[first - 1]
    if p.inside[first - 1] != -1:
        return "quotation"
    if key in COLONS:
        return "colon"
    if key in COMMAS:
        return "comma"
    if key in DASHES:
        return "dash"
    if first == p.began[first]:
        return "sentence"
    return class_of(key, p.lexicon, p.capital(first - 1)) if is_letters(key) else "mark"


def _right(p: Passage, last: int) -> str:
    """The class of the word behind."""
    if last >= p.count or p.keys[last] in ENDS:
        return "end"
    key = p.keys[last]
    if key in PAUSES:
        return "pause"
    if p.inside[last] != -1:
        return "quotation"
    return class_of(key, p.lexicon, p.capital(last)) if is_letters(key) else "mark"


@lru_cache(_KEPT)
def class_of(key: str, x: Lexicon, capital: bool = False) -> str:
    """The class of a word, by the lexicon, then by its shape."""
    if key in x.that or (x.capitals and key.rstrip("'") + "'" in x.that):
        return "that"
    if x.is_naming(key):
        return "naming"
    cue = x.cue_of(key)
    if cue is not None:
        return _CUES.get(cue.kind, "verb of saying")
    for name in _CLASSES:
        if key in getattr(x, name):
            return name
    if x.is_title(key):
        return "title"
    if key[0].isdigit():
        return "figure"
    if x.capitals:
        return "capital" if capital and not x.nouns_capital else "word"
    return "definite" if x.is_definite(key) else "verb" if x.is_verb(key) else _shape(key, x)


def _shape(key: str, x: Lexicon) -> str:
    """What the first and last letters of a word show, where these mark gender, owners and verbs."""
    if not x.definite:
        return "word"
    if x.feminine_ends and key.endswith(x.feminine_ends):
        return "feminine"
    if x.feminine_verbs and key.endswith(x.feminine_verbs):
        return "feminine verb"
    if len(key) > 3 and key.endswith(x.owners):
        return "owned"
    if key[-1] == "ا":
        return "first person" if key[-2:-1] == "ن" else "adverbial"
    if len(key) > 3 and x.feminine_verbs and key.startswith(x.feminine_verbs):
        return "imperfect"
    return "joined" if len(key) > 3 and key.startswith(x.prepositions + x.conjunctions) else "word"


def _head(word: str, text: str, x: Lexicon) -> str:
    """The class of its first word."""
    if not x.capitals:
        return class_of(word, x)
    letter = text.lstrip("…. ¿¡[](“\"'«")[:1]
    shape = "upper" if letter.isupper() else "lower" if letter.islower() else "other"
    if x.nouns_capital and shape == "upper" and not (word in x.small or word in x.preposition or word in x.sentence):
        shape = "other"
    for name in ("pronouns", "article", "that", "relative", "preposition", "inside", "sentence"):
        if word in getattr(x, name):
            return f"{shape} {name}"
    return shape


def _tail(word: str, x: Lexicon) -> str:
    """The class of its last word."""
    if not x.capitals:
        return class_of(word, x)
    return "small" if word in x.small else "figure" if word[0].isdigit() else "word"


def _whole(words: Sequence[str], x: Lexicon) -> str:
    """Does it look like a whole sentence? By the words that only sentences have, and verbs where these come first."""
    out = str(min(2, sum(word in x.sentence for word in words)))
    return out + " verb" if x.order == "vso" and any(x.is_verb(w) or x.cue_of(w) is not None for w in words) else out


def _cue(p: Passage, first: int, last: int, found: Sequence[Option]) -> tuple[str, str]:
    """The cue that most likely governs it: its class, on which side, how far; and how far before it a conjunction
    opens the report."""
    for option in found:
        if option.found is not None and option.side == "behind" and touches(p, last, option.found.at):
            return f"{option.found.cue.kind} behind", "behind"
        if option.side == "inside":
            return "inside", "inside"
    for option in found:
        if option.side == "before" and option.found is not None and option.found.begins:
            kind = option.found.cue.kind
            kind = "attribution" if kind in ATTRIBUTIONS else kind
            gap = first - option.found.to
            far = "0" if gap <= 0 else "3" if gap <= 3 else "9" if gap <= 9 else "far"
            return f"{kind} {far}", _that(p, max(option.found.to, first - _REPORT), first)
    sides = {option.side for option in found}
    away = next((side for side in ("behind", "unknown", "earlier") if side in sides), "no")
    return away, "none"


def _that(p: Passage, start: int, first: int) -> str:
    """How far before it the conjunction or the colon stands behind which a cue's report begins; and whether a
    relative clause began since."""
    x, clause = p.lexicon, ""
    for i in range(first - 1, start - 1, -1):
        if p.inside[i] != -1:
            continue
        key = p.keys[i]
        if key in x.that:
            return near(first - 1 - i) + clause
        if key in COLONS and i < first - 1:
            return "colon" + clause
        if key in x.relative:
            clause = " relative"
    return "no" + clause


def _named(p: Passage, first: int) -> bool:
    """Does a noun stand before it whose name it is, with what agrees between?"""
    x = p.lexicon
    for i in range(first - 1, max(-1, first - 1 - _BACK), -1):
        key = p.keys[i]
        if p.inside[i] != -1 or not is_letters(key):
            break
        if x.is_naming(key):
            return True
        if x.definite and not x.is_definite(key) and key not in x.prepositions:
            break
    return False


def _titled(words: Sequence[str], text: str, x: Lexicon) -> bool:
    """Does every word of weight have a capital, as those of titles and names do?"""
    if x.nouns_capital:
        return False
    parts = [part.strip("\"'“”„«».,;:!?()") for part in text.split()]
    parts = [part for part in parts if part]
    return (
        bool(parts)
        and all(part[0].isupper() or part[0].isdigit() or len(part) < 4 for part in parts)
        and parts[0][0].isupper()
    )
