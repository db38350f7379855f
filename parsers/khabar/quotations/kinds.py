"""What is known of a quotation that tells a statement, a fragment and a name apart: the features of its kind."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.quotations.candidates import Option, near, touches
from khabar.quotations.lexicon import ATTRIBUTIONS, ING_PART, PART, Lexicon, is_letters
from khabar.quotations.passage import COLONS, COMMAS, DASHES, ENDS, PAUSES, Passage

_SIZES = (1, 2, 3, 4, 5, 6, 8, 11, 15, 25)
"""Upper ends of the lengths, in words, that are told apart."""
_BACK = 4
"""Words back in which a noun is looked for that a name in marks follows."""


def features(p: Passage, k: int, text: str, found: Sequence[Option], seen: set[str]) -> list[str]:
    """The features of the k-th quotation of a paragraph. `text`: what stands between its marks (in this paragraph);
    `found`: the cues that may govern it; `seen`: earlier quotations of the article that were names."""
    x = p.lexicon
    first, last = p.places[k]
    words = [word for word in x.keys(text) if is_letters(word)]
    if not words:
        return ["empty"]
    count = len(words) if x.spaces else (len(words) + 1) // 2
    size = next((str(step) for step in _SIZES if count <= step), "long")
    before, after = p.key(first - 1), p.key(last)
    left, right = _left(p, first), _right(p, last)
    ended = text.rstrip()[-1:] in ENDS
    whole = is_sentence(words, x)
    first_word = _first_word(words[0], text, x)
    cue = _cue(p, first, last, found)
    alone = first < p.count and first == p.began[first] and (last >= p.count or right in ("end", "pause"))
    out = [
        "bias", f"size={size}", f"left={left}", f"left={left}&size={size}", f"right={right}",
        f"left={left}&right={right}",
        f"ended={ended}&size={size}", f"ended={ended}&right={right}", f"whole={whole}", f"whole={whole}&left={left}",
        f"whole={whole}&size={size}", f"head={first_word}", f"head={first_word}&left={left}",
        f"head={first_word}&size={size}", f"cue={cue}", f"cue={cue}&left={left}", f"cue={cue}&size={size}",
        f"alone={alone}", f"alone={alone}&size={size}", f"cue={cue}&whole={whole}", f"cue={cue}&head={first_word}",
    ]  # fmt: skip
    if naming := _naming(p, first):
        out += (f"naming={naming}", f"naming={naming}&size={size}", f"naming={naming}&cue={cue}")
    if touched := _touched(p, first):
        out += (f"touched={touched}", f"touched={touched}&size={size}")
    if x.foreign and any(word.isascii() and word.isalpha() for word in words):
        out += ("foreign", f"foreign&size={size}")
    if x.capitals and _titled(words, text, x):
        out += ("capitals", f"capitals&cue={cue}", f"capitals&size={size}")
    if words[0] in x.naming:
        out.append("names itself")
    if words[0] in x.object and not x.is_definite(words[0]):
        out.append("object")
    if " ".join(words) in seen:
        out.append("named before")
    if k in p.named:
        out.append("in a name")
    if len(p.places) > 2:
        out.append("many")
    if any(i >= 0 for i in p.inside[max(0, first - 2) : first]) and before not in PAUSES | COLONS:
        out.append("coordinated")
    if after in COMMAS or before in COMMAS:
        out.append(f"commas={before in COMMAS}{after in COMMAS}")
    if any(option.side == "inside" for option in found):
        out.append("incised")
    if first == 0 and last >= p.count:
        out.append("paragraph")
    return out


def _left(p: Passage, first: int) -> str:
    """The class of the word before."""
    if first == 0:
        return "start"
    x, key = p.lexicon, p.keys[first - 1]
    if p.inside[first - 1] != -1:
        return "quotation"
    if key in COLONS:
        return "colon"
    if key in x.that or (x.capitals and key.rstrip("'") + "'" in x.that):
        return "that"
    if key in COMMAS:
        return "comma"
    if key in DASHES:
        return "dash"
    if first == p.began[first]:
        return "sentence"
    if not is_letters(key):
        return "mark"
    if x.is_naming(key):
        return "naming"
    cue = x.cue_of(key)
    if cue is not None:
        return "fragment verb" if cue.kind in (PART, ING_PART) else "verb"
    for name in (
        "object",
        "preposition",
        "article",
        "lead",
        "inside",
        "relative",
        "auxiliary",
        "blocks",
        "title",
        "day",
    ):
        if key in getattr(x, name):
            return name
    if x.is_title(key):
        return "title"
    return "definite" if x.is_definite(key) else "capital" if x.capitals and p.capital(first - 1) else "word"


def _right(p: Passage, last: int) -> str:
    """The class of the word behind."""
    if last >= p.count:
        return "end"
    x, key = p.lexicon, p.keys[last]
    if key in ENDS:
        return "end"
    if key in PAUSES:
        return "pause"
    if p.inside[last] != -1:
        return "quotation"
    if x.cue_of(key) is not None:
        return "cue"
    if key in x.lead:
        return "lead"
    if key in x.stop or key in x.inside or key in x.preposition:
        return "small"
    if x.is_verb(key) or key in x.sentence or key in x.auxiliary:
        return "verb"
    return "word" if is_letters(key) else "mark"


def _cue(p: Passage, first: int, last: int, found: Sequence[Option]) -> str:
    """The cue that most likely governs it: its class, on which side, how far."""
    for option in found:
        if option.found is None:
            continue
        kind = option.found.cue.kind
        if option.side == "behind" and touches(p, last, option.found.at):
            return f"{kind} behind"
        if option.side == "inside":
            return "inside"
    for option in found:
        if option.side == "before" and option.found is not None and option.found.begins:
            kind = option.found.cue.kind
            kind = "attribution" if kind in ATTRIBUTIONS else kind
            return f"{kind} {near(first - option.found.to)}"
    sides = {option.side for option in found}
    return "behind" if "behind" in sides else "unknown" if "unknown" in sides else "no"


def _naming(p: Passage, first: int) -> str:
    """Does a noun stand before it whose name it is: right before, or with what agrees between?"""
    x = p.lexicon
    if not first or p.inside[first - 1] != -1:
        return ""
    if x.is_naming(p.keys[first - 1]):
        return "close"
    touched = bool(_touched(p, first))
    for i in range(first - 1 - touched, max(-1, first - 1 - _BACK), -1):
        if p.inside[i] != -1 or not is_letters(p.keys[i]):
            break
        if x.is_naming(p.keys[i]):
            return "near"
        if x.definite and not x.is_definite(p.keys[i]):
            break
    return ""


def _touched(p: Passage, first: int) -> str:
    """Does a one-letter preposition or conjunction, or an article, touch the mark ("لـ«كذا»")?"""
    x = p.lexicon
    if not first or p.ends[first - 1] != p.starts[first] or x.capitals:
        return ""
    key = p.keys[first - 1]
    if key in x.prepositions:
        return "preposition"
    if key in x.conjunctions:
        return "conjunction"
    return "article" if x.definite and len(key) < 4 and key.endswith(x.definite) else ""


def is_sentence(words: Sequence[str], x: Lexicon) -> bool:
    """Does it look like a whole sentence? By the words that only sentences have, or a verb for its first."""
    return not x.sentence.isdisjoint(words) or (x.order == "vso" and x.is_verb(words[0]))


def _first_word(word: str, text: str, x: Lexicon) -> str:
    """The class of its first word."""
    if x.capitals:
        head = text.lstrip("…. ¿¡[(“\"'«")[:1]
        shape = "upper" if head.isupper() else "lower" if head.islower() else "other"
        small = "pronoun" if word in x.pronouns else "article" if word in x.article else ""
        return f"{shape} {small}" if small else shape
    for name in ("sentence", "that", "object", "lead", "stop", "preposition", "inside"):
        if word in getattr(x, name):
            return name
    if x.is_verb(word):
        return "verb"
    return "title" if x.is_title(word) else "definite" if x.is_definite(word) else "word"


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
