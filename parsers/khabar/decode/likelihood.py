"""Which encoding makes bytes the most probable text.

Every candidate reads them; the sum of the logarithms of how often its characters are written (letters.py)
says how probable the text is in each language that the encoding was made for. It is the ordinary comparison
of likelihoods, so candidates of one and of two bytes per character stand on one scale. Word shapes
(`letters.shape`) settle what letters alone leave near.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from khabar.decode.letters import LANGUAGES, LATIN, Model, model, plain_letters, shape


class Candidate(NamedTuple):
    codec: str
    languages: tuple[str, ...]
    prior: float
    """Logarithm of how much rarer than windows-1252 the encoding is met with: it decides only short texts."""


_ARAB = ("ar", "fa", "ur")
_CYRILLIC = ("ru", "uk", "bg", "sr")
_WESTERN = ("english", "french", "german", "spanish", "portuguese", "italian", "nordic", "icelandic", "celtic")
_CENTRAL = ("polish", "czech", "hungarian", "croatian", "romanian")

_SINGLE = (
    Candidate("cp1252", _WESTERN, 0.0),
    Candidate("cp1256", _ARAB, -0.5),
    Candidate("cp1251", _CYRILLIC, -0.5),
    Candidate("cp1254", ("turkish",), -1.0),
    Candidate("cp1250", _CENTRAL, -1.0),
    Candidate("iso8859-6", ("ar",), -2.0),
    Candidate("koi8-r", ("ru",), -1.0),
    Candidate("koi8-u", ("uk",), -2.0),
    Candidate("iso8859-5", _CYRILLIC, -3.0),
    Candidate("cp866", ("ru",), -3.0),
    Candidate("iso8859-2", _CENTRAL, -2.0),
    Candidate("cp1253", ("el",), -1.0),
    Candidate("iso8859-7", ("el",), -2.0),
    Candidate("cp1255", ("he",), -1.0),
    Candidate("iso8859-8", ("he",), -2.0),
    Candidate("cp1257", ("baltic",), -2.0),
    Candidate("cp1258", ("vietnamese",), -3.0),
    Candidate("tis-620", ("th",), -1.0),
    Candidate("cp874", ("th",), -1.5),
    Candidate("mac-arabic", _ARAB, -4.0),
    Candidate("cp720", ("ar",), -5.0),
    Candidate("cp864", ("ar",), -60.0),
    Candidate("mac-cyrillic", ("ru", "uk"), -5.0),
    Candidate("mac-roman", _WESTERN, -7.0),
    Candidate("cp850", _WESTERN, -7.0),
    Candidate("cp857", ("turkish",), -8.0),
    Candidate("cp852", _CENTRAL, -8.0),
)
_DOUBLE = (
    Candidate("gb18030", ("zh",), -0.5),
    Candidate("big5hkscs", ("zh-Hant",), -0.5),
    Candidate("cp932", ("ja",), -0.5),
    Candidate("euc_jp", ("ja",), -1.0),
    Candidate("cp949", ("ko",), -0.5),
)

_ASCII_SPACE, _ASCII_LETTER, _ASCII_DIGIT, _ASCII_OTHER = map(math.log, (0.15, 0.01, 0.005, 0.004))
_MIXED = re.compile(r"[A-Za-z](?=[^\x00-\u024f\u1e00-\u22ff\ufffd])|[^\x00-\u024f\u1e00-\u22ff\ufffd](?=[A-Za-z])")
_LONE = re.compile(r"(?<![^\x00-\x7f])[\u3400-\u9fff\uac00-\ud7a3](?![^\x00-\x7f])")
_MIX = -4.0
"""Log odds of a letter beyond Latin touching a Latin one: hardly anybody writes so, but the accented
letters of a Latin text read in a wrong code page all do. The same for an ideograph alone."""
_MARKS: Model = {
    **dict.fromkeys("،’", 6e-3),
    **dict.fromkeys("“”«»–—\u200c£€", 2e-3),
    **dict.fromkeys("؟؛…‘„•\u00a0、。，．・「」", 1e-3),
    **dict.fromkeys("©®°·№：；？！《》（）％☆■、¿¡%\u200d\u200e\u200f", 2e-4),
}
"""Shares of marks, the same for all languages: only their order of magnitude matters."""
_NEVER = math.log(1e-7)
_ORDINARY = -4.9
"""Mean log share of the characters beyond ASCII over which a text is in its own encoding: what is read in a wrong
one has -5 (Cyrillic as Arabic) and less."""


@cache
def _logs(language: str) -> dict[str, float]:
    return {ch: math.log(p) for ch, p in {**_MARKS, **model(language)}.items()}


def _ascii(ch: str, plain: float) -> float:
    if ch in " \n\r\t":
        return _ASCII_SPACE
    if ch.isalpha():
        return _ASCII_LETTER + plain
    return _ASCII_DIGIT if ch.isdigit() else _ASCII_OTHER if ch >= " " else -15.0


def _unlisted(ch: str, language: str) -> float:
    """The floor for a character that the language's table has not."""
    point = ord(ch)
    if language in ("zh", "zh-Hant", "ja"):
        if 0x4E00 <= point <= 0x9FFF:
            return -8.2  # about half of a text over the 2,000 or 3,000 characters in use
        if 0x3040 <= point <= 0x30FF:
            return -6.5 if language == "ja" else -11.0
    elif language == "ko" and 0xAC00 <= point <= 0xD7A3:
        return -7.3
    if ch == "\ufffd" or point < 0xA0 or 0xE000 <= point <= 0xF8FF:
        return -19.0
    if 0x2500 <= point <= 0x259F:
        return -16.0
    if not ch.isalpha():
        return -12.5
    return -9.2 if language in LATIN and point < 0x180 and ch not in "ÿþð" else -11.5  # names from elsewhere


def _language_score(counts: Counter[str], language: str) -> tuple[float, float]:
    """Log probability of the characters, and the mean of those beyond ASCII."""
    logs = _logs(language)
    plain = plain_letters(language)
    ascii_part = rest = 0.0
    beyond = 0
    for ch, n in counts.items():
        if ch < "\x80":
            ascii_part += n * _ascii(ch, plain)
            continue
        if ch == "\u00a0" and n <= counts[" "]:
            ascii_part += n * _ASCII_SPACE  # in some texts every other space is one
            continue
        log = logs.get(ch)
        rest += n * (_unlisted(ch, language) if log is None else log)
        beyond += n
    return ascii_part + rest, rest / beyond if beyond else _NEVER


class Verdict(NamedTuple):
    score: float
    mean: float
    codec: str
    language: str
    text: str


def judge(piece: bytes, declared: Sequence[str] = ()) -> list[Verdict]:
    """Candidates that can read the piece, the most probable first. `declared`: codecs to try whatever they are."""
    verdicts: list[Verdict] = []
    seen: dict[tuple[str, tuple[str, ...]], None] = {}
    # what is declared comes first: of candidates that read the same it is the one that is kept
    candidates = (*map(_candidate, declared), *_SINGLE, *_DOUBLE)
    for candidate in dict.fromkeys(candidates):
        text = _folded(piece.decode(candidate.codec, "replace"), candidate.codec)
        if text.count("\ufffd") * 10 > len(text) or (text, candidate.languages) in seen:
            continue
        seen[text, candidate.languages] = None
        verdicts.append(_verdict(text, candidate))
    verdicts.sort(key=lambda v: -v.score)
    best = [v._replace(score=v.score + shape(v.text, v.language)) for v in verdicts[:4]]
    return sorted(best, key=lambda v: -v.score) + verdicts[4:]


def is_plain(piece: bytes, codec: str) -> bool:
    """Whether the piece, read with this codec, is so ordinary a text that others need not be asked."""
    text = _folded(piece.decode(codec, "replace"), codec)
    if "\ufffd" in text or _MIXED.search(text):
        return False
    return _verdict(text, _candidate(codec)).mean > _ORDINARY


def _candidate(codec: str) -> Candidate:
    for candidate in (*_SINGLE, *_DOUBLE):
        if candidate.codec == codec:
            return candidate
    return Candidate(codec, LANGUAGES, -1.0)


def _verdict(text: str, candidate: Candidate) -> Verdict:
    counts = Counter(text)
    score, mean, language = max((*_language_score(counts, lang), lang) for lang in candidate.languages)
    score += _MIX * (len(_MIXED.findall(text)) + len(_LONE.findall(text)))
    return Verdict(score + candidate.prior, mean, candidate.codec, language, text)


_FINAL_FIRST = re.compile(r"(?<!\w)\ufeca")


def _folded(text: str, codec: str) -> str:
    """The text as its letters are counted. Code page 864 holds the forms of letters, not the letters, in the
    places of ISO 8859-6; what gives it away is a form where it cannot stand (final ain at a word's beginning
    is an alef of the other)."""
    if codec != "cp864":
        return text
    return unicodedata.normalize("NFKC", _FINAL_FIRST.sub("\ufffd", text))
