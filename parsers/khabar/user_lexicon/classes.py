"""Which classes and modes a user's lexicon may have: those that our own files have."""

from __future__ import annotations

import re
from functools import cache

from khabar.lexicon.additions import AGENCIES, BYLINES, MARKERS, QUOTATIONS
from khabar.lexicon.files import MODES, names, path

PERSON = "person"
"""The class of people who are known by several names, and who reads it."""
WORD, PAIR = "word", "pair"
LINES = MODES - {WORD, PAIR}
"""Modes that look a marker up in a line. A class that has one of them may have any."""
_READ = {
    MARKERS: ("common.txt", *names("languages"), *names("publishers")),
    QUOTATIONS: tuple(names("quotations")),
    AGENCIES: (AGENCIES,),
    BYLINES: (BYLINES,),
}
"""Our files, by who reads their sections. Others are of no use to a user, or have a format of their own."""
_HEADER = re.compile(r"^\[([^\] ]+) ([a-z]+)\]", re.MULTILINE)


@cache
def readers() -> dict[str, dict[str, str]]:
    """Class -> mode -> who reads such a section."""
    out: dict[str, dict[str, str]] = {PERSON: {PAIR: PERSON}}
    for reader, files in _READ.items():
        for name in files:
            with open(path(name), encoding="utf-8") as handle:
                found = _HEADER.findall(handle.read())
            for cls, mode in found:
                modes = LINES if reader == MARKERS and mode in LINES else (mode,)
                of = out.setdefault(cls, {})
                for one in modes:
                    of.setdefault(one, reader)
    return out


def quotation_languages() -> list[str]:
    """The tags whose quotations have a lexicon."""
    return [name.removeprefix("quotations/").removesuffix(".txt") for name in _READ[QUOTATIONS]]
