"""Language and direction as a page claims them."""

from __future__ import annotations

import re

from khabar.entries import Direction
from khabar.lazy import Lazy
from khabar.lexicon.store import languages
from khabar.lexicon.tags import NO_LANGUAGE, meant_tags

_TAG = Lazy(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,6}")


def language_tag(claim: str | None) -> str | None:
    """A BCP 47 tag of a page as khabar writes tags: "ar_AR" -> "ar", "zh-tw" -> "zh-Hant", "uz-cyrl" ->
    "uz-Cyrl", "en-GB" -> "en". The script stays where khabar knows the language in two. None for what is no tag."""
    if not claim:
        return None
    first = claim.replace(";", ",").split(",", 1)[0].strip()
    if len(first) > 40 or not _TAG().fullmatch(first):
        return None
    parts = re.split("[-_]", first)
    language = meant_tags().get(parts[0].lower(), parts[0].lower())
    if language == NO_LANGUAGE:
        return None
    rest = [p.lower() for p in parts[1:]]
    for part in rest:
        if len(part) == 4 and part.isalpha() and f"{language}-{part.title()}" in languages():
            return f"{language}-{part.title()}"
    return next((tag for part in rest if (tag := meant_tags().get(f"{language}-{part}"))), language)


def direction(claim: str | None) -> Direction | None:
    """The direction that a dir attribute gives, if it gives one."""
    value = (claim or "").strip().lower()
    return "rtl" if value == "rtl" else "ltr" if value == "ltr" else None
