"""Where a verb's subject stands: behind it, before it, at the head of its clause or sentence, behind a preposition.

Each function has one idea of grammar and returns a mention or None; which of them is right in a language, and behind
which cue, is for the weights to say. `agents` and `phrases` have more of them, `clauses` what they ask of a clause.
"""

from __future__ import annotations

from khabar.quotations.capitals import short_title
from khabar.quotations.clauses import ASIDE, aside, before_adverbs, behind_dateline, bounds, find, opens_clause, past
from khabar.quotations.lexicon import INSIDE, RELAY
from khabar.quotations.mentions import NAME, NOUN, PRONOUN, Mention, apposed, mention_at
from khabar.quotations.passage import COLONS, COMMAS, DASHES, Found, Passage

_CLAUSE = 16
"""Words of a clause before its verb."""
_ASIDES = 3
_OPENING = 18
"""Words of an adverbial clause before a sentence's subject."""
_BETWEEN = 9
"""Words between a verb and a subject that does not follow at once."""
_SUBJECT = 10
"""Words of a mention that is looked for from its end."""


def after(p: Passage, found: Found) -> Mention | None:
    """Behind its verb, adverbs apart: "قال الوزير", "…," said Jane Roe, "…", dit-elle."""
    x, keys = p.lexicon, p.keys
    if x.fixed:
        return None
    for at in range(found.at + 1, min(found.to + 1, p.count)):
        if keys[at][0] == "-" and len(keys[at]) > 1 and p.inside[at] == -1:
            return mention_at(p, at)  # a pronoun written onto the verb: "a-t-il déclaré"
    at = found.to
    if found.cue.kind == INSIDE:
        at = past(p, at, p.count, x.adverb)
        if p.key(at) in x.governs:
            return mention_at(p, at + 1)
    at = past(p, at, p.count, x.aside)
    if p.key(at) in x.that:
        return None  # "reported that Jane Roe …"
    later = past(p, at, p.count, x.settings)
    return _subject(p, mention_at(p, later if x.is_title(p.key(later)) else at, cue=found.cue))


def _subject(p: Passage, m: Mention | None) -> Mention | None:
    """A mention as a subject, with what is apposed to it; none whose article shows another case ("dem Sender")."""
    if m is None or p.keys[m.first] in p.lexicon.oblique:
        return None
    return apposed(p, m)


def further(p: Passage, found: Found) -> Mention | None:
    """Behind its verb and what stands between: "ويرى في هذا الصدد الباحث فلان", "sagte am Montag der Minister"."""
    x = p.lexicon
    for at in range(found.to + 1, min(p.end_of(found.at), found.to + _BETWEEN)):
        if p.inside[at] != -1 or p.keys[at] in x.that or p.keys[at] in COLONS:
            return None
        if x.is_title(p.keys[at]) and p.keys[at - 1] not in x.inside and not x.is_title(p.keys[at - 1]):
            return _subject(p, mention_at(p, at))
        if x.complements and p.capital(at) and p.keys[at - 1][0].islower() and not p.capital(at - 1):
            if p.keys[at - 1] not in x.small and not x.is_title(p.keys[at - 1]):
                return _subject(p, mention_at(p, at))  # "napisał w mediach społecznościowych Jan Wrona"
    return None


def named_by(p: Passage, found: Found) -> Mention | None:
    """Behind an attribution, or what it is put together with: "بحسب ما قال X", "according to X"."""
    x, at = p.lexicon, found.to
    to = short_title(p, at) if at < p.count and x.capitals else 0
    if to and not p.keys[to - 1][0].isalnum():
        return Mention(at + 1, to - 1, NAME)  # in marks and nothing else: "Laut „Nordblatt“"
    for _ in range(3):
        if p.is_word(at) and (p.keys[at] in x.relative or x.is_cue(p.keys[at])):
            at += 1
    at += at + 1 < p.count and p.keys[at] in x.prepositions and p.inside[at + 1] >= 0
    m = mention_at(p, at)
    return m and apposed(p, m, closed=True)


def source(p: Passage, found: Found) -> Mention | None:
    """Whose words are passed on: "نقلت الوكالة عن الوزير"; behind the verb where no preposition says so."""
    x = p.lexicon
    if not x.source:
        return mention_at(p, found.to)
    at = find(p, range(found.to, min(found.to + ASIDE, p.end_of(found.at))), x.source)
    return mention_at(p, at + 1) if at >= 0 else None


def before(p: Passage, found: Found) -> Mention | None:
    """The mention that ends right before its verb, adverbs and asides apart: "Jane Roe, the mayor, said"."""
    x, end = p.lexicon, found.at
    low = max(p.began[end] if end < p.count else 0, end - ASIDE - _CLAUSE)
    end = before_adverbs(p, end, low)
    if end <= low:
        return None
    if found.cue.kind == INSIDE:
        return _place(p, end, low)
    m = _ends_before(p, end, low)
    if m is None or x.order != "vso" or m.first == p.began[m.first]:
        return m
    if x.unjoined(p.keys[found.at]) != p.keys[found.at] and p.keys[m.first - 1] not in x.lead:
        return None  # "من بينهم ضابط شرطة، وقالت": the sentence goes on
    # what stands before a verb that comes first is mostly another one's object
    return m if p.inside[m.first - 1] == -1 and opens_clause(p, m.first - 1) else None


def _ends_before(p: Passage, end: int, low: int) -> Mention | None:
    """The mention that ends before a word, or before an aside there."""
    x, last = p.lexicon, p.keys[end - 1]
    if last in COMMAS or last in DASHES or last == ")":
        return _before_aside(p, end - 1, low) or (closing(p, end - 1, low) if x.order == "vso" else None)
    m = closing(p, end, low)
    return _with_office(p, m, low) if m else ending(p, end, low) if x.complements else None


def _place(p: Passage, end: int, low: int) -> Mention | None:
    """In what it is written, where that begins the clause: "In der Mitteilung des Landkreises heißt es"."""
    for at in range(end - 1, low - 1, -1):
        if p.inside[at] != -1 or bounds(p, at):
            return None
        if p.keys[at] in p.lexicon.governs and (at == low or bounds(p, at - 1)):
            m = mention_at(p, at + 1, end, whole=True)
            return m if m is not None and m.last == end and p.titled(m.first, end) else None
    return None


def _before_aside(p: Passage, close: int, low: int) -> Mention | None:
    """The mention that an aside is about which ends with a mark: "Roe, the harbour master, a friend of his,"."""
    end, found = close, None
    for _ in range(_ASIDES):
        end = aside(p, end, low)
        if end <= low:
            break
        m = closing(p, end, low)
        if m is None or (found is not None and (m.kind != NAME or not _first(p, m.first))):
            continue
        if found is not None or m.kind != NOUN or p.key(m.first - 1) not in COMMAS:
            return apposed(p, m)
        found = m  # what somebody is who may be named before it
    return found and apposed(p, found)


def _first(p: Passage, at: int) -> bool:
    """Does a word begin its sentence, or stand right behind a quotation?"""
    return at == p.began[at] or p.inside[at - 1] != -1


def closing(p: Passage, end: int, low: int) -> Mention | None:
    """The mention that ends at a word and has the clause to itself."""
    x, start = p.lexicon, end
    while start > low and end - start < _CLAUSE and not bounds(p, start - 1):
        start -= 1
    for at in range(start, end):
        if at > start and p.keys[at - 1] not in x.before and not p.keys[at - 1].isdigit():
            continue
        m = mention_at(p, at, end, whole=True)
        if m is not None and m.last == end:
            return m if p.keys[m.first] not in x.oblique else None
    return _of_somewhere(p, start, end)


def ending(p: Passage, end: int, low: int) -> Mention | None:
    """The longest mention that ends at a word, wherever its clause begins: "Tace il ministro Rossi, che accusa"."""
    x = p.lexicon
    for start in range(max(low, end - _SUBJECT), end):
        key = p.keys[start]
        if p.inside[start] == -1 and (p.capital(start) or x.is_title(key) or key in x.article or key in x.honorific):
            m = mention_at(p, start, end, whole=True)
            if m is not None and m.last == end and m.kind != PRONOUN:
                return m
    return None


def _of_somewhere(p: Passage, start: int, end: int) -> Mention | None:
    """A name that begins the clause, with what its bearer belongs to: "Jane Roe of the Daily Mail recalled"."""
    x = p.lexicon
    m = mention_at(p, start, end) if start < end else None
    if m is None or m.kind != NAME or m.last - m.first < 2 or m.last >= end or p.keys[m.last] not in x.governs:
        return None
    return None if any(key in x.verbal or key in x.pronouns for key in p.keys[m.last : end]) else m


def clause(p: Passage, found: Found) -> Mention | None:
    """The mention that the verb's clause begins with: "أما الوزير فقال", "وی در پاسخ گفت", "汪文斌周五在北京表示"."""
    began = p.began[found.at]
    for at in range(found.at - 1, max(began, found.at - ASIDE) - 1, -1):
        if at == began or opens_clause(p, at):
            start = at if at == began and not opens_clause(p, at) else at + 1
            m = beginning(p, start, found.at)
            if m is not None:
                return _with_office(p, m, began)
    return None


def _with_office(p: Passage, m: Mention, began: int) -> Mention:
    """Whose office stands behind a comma: the name before it ("کاوه بهرامی، رئیس اتحادیه، گفت")."""
    x, comma = p.lexicon, m.first - 1
    if x.capitals or x.order == "vso" or not x.is_title(p.keys[m.first]):
        return m  # elsewhere a name and its office are one mention
    if comma <= began or p.keys[comma] not in COMMAS:
        return m
    name = closing(p, comma, max(began, comma - _SUBJECT))
    return name if name is not None and name.kind == NAME else m


def beginning(p: Passage, start: int, end: int) -> Mention | None:
    """The mention that begins at a word, small words apart."""
    x, led = p.lexicon, p.key(start - 1) in p.lexicon.lead
    while start < end and p.is_word(start) and p.keys[start] not in x.pronouns:
        if p.keys[start] not in x.leading and not (led and p.keys[start] in x.that):
            break
        led = led or p.keys[start] in x.lead
        start += 1
    if start >= end or (x.order == "vso" and not led and not _may_lead(p, start)):
        return None
    return _subject(p, mention_at(p, start, end))


def _may_lead(p: Passage, at: int) -> bool:
    """May a subject stand before its verb here, where verbs come first: a title, a state, or with the article?"""
    x, key = p.lexicon, p.lexicon.unjoined(p.keys[at])
    return x.is_title(key) or x.is_definite(key) or key in x.state or key in x.pronouns or p.inside[at] >= 0


def sentence(p: Passage, at: int) -> Mention | None:
    """The mention that the sentence of a word begins with, an opening clause apart: the subject of all its verbs."""
    start = min(at, behind_dateline(p, p.began[at]))
    m = beginning(p, start, at)
    if m is not None:
        return m
    comma = find(p, range(start, min(at, start + _OPENING)), COMMAS)
    return beginning(p, comma + 1, at) if comma >= 0 else None


def first_comma(p: Passage, found: Found) -> Mention | None:
    """The mention that the first comma of the sentence ends: "Gazeteye konuşan Su, … belirterek, “…” dedi"."""
    start, at, x = p.began[found.at], found.at, p.lexicon
    if x.order != "sov" or not x.capitals:
        return None
    for i in range(start + 1, min(at, start + ASIDE)):
        named = p.capital(i - 1) or x.is_title(p.keys[i - 1])
        apart = named and p.keys[i] in x.adverb  # "Su ise …", "Su da …"
        if p.keys[i] in COMMAS or p.inside[i] != -1 or apart:
            return ending(p, i, start)
    return ending(p, at, start) if at - start < ASIDE else None


def before_mark(p: Passage, found: Found) -> Mention | None:
    """The mention that ends right before the quotation that its verb stands behind: "…, Visa sözcüsü, “…” dedi"."""
    x = p.lexicon
    if x.order != "sov" or not x.capitals or not found.at or p.inside[found.at - 1] < 0:
        return None
    end, low = p.places[p.inside[found.at - 1]][0], p.began[found.at]
    while end > low and (p.keys[end - 1] in COMMAS or p.keys[end - 1] in x.adverb):
        end -= 1
    return ending(p, end, low)


def inverted(p: Passage, began: int, end: int) -> Mention | None:
    """Somebody named with an office behind the sentence's verb, whatever the verb: "Am Abend kam die Wirtin X"."""
    x = p.lexicon
    for at in range(began + 1, min(end, began + _OPENING)):
        if p.inside[at] != -1 or p.keys[at] in x.lead or p.keys[at] in x.that or p.keys[at] in COLONS:
            return None
        m = _subject(p, mention_at(p, at, end)) if _begins_behind(p, at) else None
        if m is not None and m.kind == NAME and p.titled(m.first, m.last):
            return m
    return None


def _begins_behind(p: Passage, at: int) -> bool:
    """May a subject begin with a word, an article or an office, behind what may be a verb?"""
    x, key, before = p.lexicon, p.keys[at], p.keys[at - 1]
    if not (x.is_title(key) or key in x.article) or before in x.article or x.is_title(before):
        return False
    return p.is_word(at - 1) and before not in x.inside and before not in x.stop


def main_verb(p: Passage, at: int) -> Mention | None:
    """The subject behind the verb that a sentence begins with, whatever the verb: "ومضت سلمى تشرح … قائلة"."""
    x, start = p.lexicon, behind_dateline(p, p.began[at])
    if x.order != "vso":
        return None
    start = past(p, start, at, x.negated)
    if start >= at:
        return None
    relay = p.cue_at(start) if p.inside[start] == -1 else None
    if relay is not None and relay.cue.kind == RELAY and (m := source(p, relay)) is not None and m.last <= at:
        return m  # "ونقلت الصحيفة عن الوزير القول"
    key = x.unjoined(p.keys[start])
    if key in x.stop or key in x.inside or key in x.that or key in x.day or key.startswith(x.aims):
        start = find(p, range(start, min(at, start + ASIDE)), COMMAS) + 1
        if not start:
            return None
    start = past(p, start + 1, at, x.adverb)
    return mention_at(p, start, at) if start < at else None
