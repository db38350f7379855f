"""Language tags (BCP 47): their shape, their usual form, and what is meant by others."""

from __future__ import annotations

from functools import cache, lru_cache

from khabar.lazy import Lazy
from khabar.lexicon.files import names, path

NO_LANGUAGE = "-"
"""What stands in `tags.txt` for a tag that is no language's."""
_SHAPE = Lazy(
    r"[a-z]{2,3}(?:-[a-z]{3}){0,3}"  # language, extended
    r"(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?"  # script, region
    r"(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*"  # variants
    r"(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*"  # extensions
    r"(?:-x(?:-[a-z\d]{1,8})+)?"  # private use
    r"|x(?:-[a-z\d]{1,8})+|i-[a-z]{3,8}"  # nothing but private use; old tags ("i-klingon")
)
"""A tag as RFC 5646 has it, in small letters."""


@cache
def meant_tags() -> dict[str, str]:
    """Claim -> tag, as `tags.txt` has them."""
    with open(path("tags.txt"), encoding="utf-8") as handle:
        return dict(line.split() for line in handle if line[0] != "#")


@lru_cache(64)
def canonical_tag(tag: str) -> str | None:
    """A tag in its usual form: "PT-br" -> "pt-BR", "ara" -> "ar", "zh-tw" -> "zh-Hant".

    Empty for one that says no language ("und"); None for what is not shaped as a tag.
    """
    low = tag.lower()
    if not tag.isascii() or not _SHAPE().fullmatch(low):
        return None
    language, *rest = low.split("-")
    language = meant_tags().get(language, language)
    if language == NO_LANGUAGE:
        return ""
    if len(rest) == 1 and f"{language}-{rest[0]}" in meant_tags():
        return meant_tags()[f"{language}-{rest[0]}"]
    plain = next((at for at, subtag in enumerate(rest) if len(subtag) == 1), len(rest))  # of extensions all is small
    if len(language) == 1:
        plain = 0
    cased = [
        subtag.upper() if len(subtag) == 2 else subtag.title() if len(subtag) == 4 and subtag.isalpha() else subtag
        for subtag in rest[:plain]
    ]
    return "-".join([language, *cased, *rest[plain:]])


def tags_of_name(name: str) -> list[str]:
    """The tags of the language that is called so in English, or nearly so: "arabic" -> ["ar"]; none: []."""
    from difflib import get_close_matches

    found: dict[str, list[str]] = {}
    for file in names("languages"):
        with open(path(file), encoding="utf-8") as handle:
            called = next((line[len("@name ") :] for line in handle if line.startswith("@name ")), "")
        language = called.split("(")[0].strip().lower()  # without the script
        for form in dict.fromkeys((language, language.split(" ")[-1], *language.split(" and "))):
            found.setdefault(form, []).append(file[len("languages/") : -len(".txt")])
    near = get_close_matches(name.lower(), found, n=1, cutoff=0.8)
    return found[near[0]] if near else []
