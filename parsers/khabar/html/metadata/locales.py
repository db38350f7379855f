"""Language and direction as a page claims them."""

from __future__ import annotations

import re

from khabar.lazy import Lazy
from khabar.lexicon.store import languages

_TAG = Lazy(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,6}")
_NAMES = {
    "iw": "he", "in": "id", "ji": "yi", "cmn": "zh", "arb": "ar", "nb": "no",
    # countries written for languages
    "jp": "ja", "cn": "zh-Hans", "dk": "da", "cz": "cs", "ua": "uk", "gr": "el",
}  # fmt: skip
"""Old codes, and wrong ones that are no language's."""
_NONE = frozenset(("und", "zxx", "mul", "mis", "xx"))
_SCRIPTS = {"tw": "Hant", "hk": "Hant", "mo": "Hant", "cn": "Hans", "sg": "Hans", "my": "Hans"}
"""The script of Chinese by region. (Regions of other languages make no difference to a reader.)"""


def language_tag(claim: str | None) -> str | None:
    """A BCP 47 tag of a page as khabar writes tags: "ar_AR" -> "ar", "zh-tw" -> "zh-Hant", "uz-cyrl" ->
    "uz-Cyrl", "en-GB" -> "en". The script stays where khabar knows the language in two. None for what is no tag."""
    if not claim:
        return None
    first = claim.replace(";", ",").split(",", 1)[0].strip()
    if len(first) > 40 or not _TAG().fullmatch(first):
        return None
    parts = re.split("[-_]", first)
    language = _NAMES.get(parts[0].lower(), parts[0].lower())
    if language in _NONE:
        return None
    rest = [p.lower() for p in parts[1:]]
    for part in rest:
        if len(part) == 4 and part.isalpha() and f"{language}-{part.title()}" in languages():
            return f"{language}-{part.title()}"
    if language == "zh":
        return next((f"zh-{_SCRIPTS[p]}" for p in rest if p in _SCRIPTS), "zh")
    return language


def direction(claim: str | None) -> str | None:
    """ "rtl" or "ltr" of a dir attribute, else None."""
    value = (claim or "").strip().lower()
    return value if value in ("rtl", "ltr") else None
