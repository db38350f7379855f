"""Subjects where the verb comes first: cue, subject, adverbs, quotation. And where the subject comes before it."""

from __future__ import annotations

from collections.abc import Container

from khabar.quotations.lexicon import ATTRIBUTION, INSIDE, RELAY, Lexicon
from khabar.quotations.lines import Found, Line
from khabar.quotations.names import Name, agrees, is_object, name_at

_ASIDE = 30


def subject_of(line: Line, found: Found, lexicon: Lexicon, end: int) -> Name | None:
    """The subject of a verb, or whom an attribution names, where it is said; `end`: where the quotation begins."""
    kind = found.cue.kind
    if kind == RELAY:
        return _source(line, found, lexicon, end)
    if kind == ATTRIBUTION:
        return _named_by(line, found, lexicon)
    at = after_adverbs(line, found.to, lexicon)
    words = line.words.words
    if kind == INSIDE:
        at += at < line.count and words[at] in lexicon.inside
        return name_at(line, at, lexicon) if at < line.count and lexicon.is_title(words[at]) else None
    name = name_at(line, at, lexicon, cue=found.cue)
    if name is not None and agrees(found.cue.gender, name.gender):
        return name
    return subject_before(line, found, lexicon)


def after_adverbs(line: Line, at: int, lexicon: Lexicon) -> int:
    """The first word behind what may stand between a verb and its subject."""
    words = line.words.words
    while at < line.count and words[at] in lexicon.adverb:
        at += 1
    later = at
    while later < line.count and (words[later] in lexicon.time or words[later] in lexicon.adverb):
        later += 1
    return later if later < line.count and lexicon.is_title(words[later]) else at


def _source(line: Line, found: Found, lexicon: Lexicon, end: int) -> Name | None:
    """Behind "عن": whose words are passed on; else the one who passes them on."""
    words = line.words.words
    for i in range(found.to, min(found.to + _ASIDE, line.count)):
        if words[i] in lexicon.source and line.inside[i] < 0:
            return name_at(line, i + 1, lexicon)
    return name_at(line, found.to, lexicon)


def _named_by(line: Line, found: Found, lexicon: Lexicon) -> Name | None:
    """Behind "بحسب", and behind "بحسب ما قال"."""
    words = line.words.words
    at = found.to
    for _ in range(3):
        if at < line.count and line.inside[at] < 0 and (words[at] in lexicon.relative or lexicon.is_cue(words[at])):
            at += 1
    if at >= line.count:
        return None
    return name_at(line, at, lexicon)


def subject_before(line: Line, found: Found, lexicon: Lexicon) -> Name | None:
    """The subject ahead of its verb: "أما الوزير فقال", "لكن X أكد", "وكان X قد أعلن", "X قال"."""
    words = line.words.words
    began = line.began[found.at]
    word = words[found.at]
    at = found.at - 1
    start = -1
    while at >= began and found.at - at < _ASIDE:
        if line.inside[at] < 0 and words[at] in lexicon.lead and _clause(line, at, lexicon):
            start = at
            while start < found.at and (words[start] in lexicon.lead or words[start] in lexicon.that):
                start += 1
            break
        at -= 1
    leading = start >= 0
    if not leading:
        if found.at - began > _ASIDE or lexicon.unjoined(word) != word:
            return None
        start = began
        head = lexicon.unjoined(words[start])
        if not (lexicon.is_title(head) or (lexicon.article and head.startswith(lexicon.article))):
            return None
    if start >= found.at:
        return None
    name = name_at(line, start, lexicon, end=found.at)
    if name is None or not agrees(found.cue.gender, name.gender):
        return None
    if not leading and not _reaches(line, name.last, found.at, lexicon):
        return None
    return name


def is_verb(word: str, lexicon: Lexicon) -> bool:
    """Does a word look like a verb of the present?"""
    return len(word) > 3 and word.startswith(lexicon.verbs) and word not in lexicon.noun


def _clause(line: Line, at: int, lexicon: Lexicon) -> bool:
    """Does a clause begin at a word?"""
    words = line.words.words
    return not words[at - 1][-1:].isalnum() or words[at - 1] in lexicon.lead or words[at - 1] in lexicon.clause


def _reaches(line: Line, last: int, at: int, lexicon: Lexicon) -> bool:
    """Nothing but an aside stands between the subject and its verb."""
    return line.words.words[last] in "،,(" and line.words.words[at - 1] in "،,)"


def antecedent(line: Line, found: Found, lexicon: Lexicon) -> Name | None:
    """Somebody just named of whom it is said that he said: "الوزير الذي قال"."""
    words = line.words.words
    began = line.began[found.at]
    at = found.at - 1
    if at <= began or words[at] not in lexicon.antecedent:
        return None
    for start in range(at - 1, max(began, at - 10) - 1, -1):
        if line.inside[start] < 0 and lexicon.is_title(words[start]):
            name = name_at(line, start, lexicon, end=at)
            if name is not None and name.last == at and agrees(found.cue.gender, name.gender):
                return name
    return None


def verb_gender(line: Line, start: int, lexicon: Lexicon) -> str:
    """Gender of the verb that a sentence begins with: "f" by its ending, else "m"; "" where it may be no verb."""
    words = line.words.words
    if start >= line.count:
        return ""
    return "f" if lexicon.feminine_verbs and words[start].endswith(lexicon.feminine_verbs) else "m"


def sentence_subject(line: Line, at: int, lexicon: Lexicon, known: Container[str] = ()) -> Name | None:
    """The subject of the main verb of the sentence that a word stands in, whatever the verb.

    `known`: last words of names; a sentence may begin with one of them.
    """
    words = line.words.words
    start = line.began[at]
    while start < at and (words[start] in lexicon.lead or words[start] in lexicon.negative):
        start += 1
    head = words[start]
    bare = lexicon.unjoined(head)
    if head in lexicon.stop or head in lexicon.inside or head in lexicon.that or is_object(bare, lexicon):
        comma = next(
            (i for i in range(start, min(at, start + _ASIDE)) if words[i] in "،," and line.inside[i] < 0), -1
        )
        start = comma + 1
    return name_at(line, after_adverbs(line, start + 1, lexicon), lexicon, end=at)
