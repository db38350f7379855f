"""How much two texts speak of the same: the one likeness that all rules use."""

from __future__ import annotations

from khabar.characters import fold

_MARKS = ".,;:!?،؛؟۔।…\"'()[]|-"
_STEM = 5
"""Letters of a word that are compared: languages change a word at its end."""
_SHORTEST = 4
"""Letters of a word at the least: shorter ones are of every text."""
_DENSE = "\u0e00"
"""From here on, scripts without spaces between words, or with short ones: pairs of characters are compared."""


def stems(text: str, articles: tuple[str, ...] = ()) -> set[str]:
    """The beginnings of a text's longer words; pairs of characters in scripts without spaces.

    `articles`: what is written onto the beginning of words ("ال"), the longest first.
    """
    out: set[str] = set()
    for word in fold(text).split():
        bare = word.strip(_MARKS)
        if bare[:1] >= _DENSE:
            out.update(bare[i : i + 2] for i in range(len(bare) - 1))
            continue
        for article in articles:
            if bare.startswith(article) and len(bare) - len(article) >= _SHORTEST - 1:
                bare = bare[len(article) :]
                break
        else:
            if len(bare) < _SHORTEST:
                continue
        out.add(bare[:_STEM])
    return out


def share(of: set[str], within: set[str]) -> float:
    """The share of one text's stems that another has; 0 for a text without any."""
    return len(of & within) / len(of) if of else 0.0
