"""A user's own lexicon: files in the format of ours, checked line by line, and sorted by who reads their sections."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from typing import NoReturn

from khabar.characters import fold
from khabar.language import profiles
from khabar.lexicon.additions import MARKERS, QUOTATIONS, Addition, install
from khabar.lexicon.files import Group, LexiconError, read
from khabar.lexicon.store import languages
from khabar.user_lexicon.checks import PROOF, fault
from khabar.user_lexicon.classes import LINES, PERSON, quotation_languages, readers

Path = str | bytes | os.PathLike[str] | os.PathLike[bytes]

KEYS = ("name", "brand", "language", "proof")
"""The key lines that a user's file may have."""
_PROOF_MODES = tuple(sorted(LINES - {"prefix"}))
_MOST = 16 << 20
"""Bytes that a file may have: all of ours together have less than a tenth of that."""
_EXAMPLE = "[credit prefix]"
"""A header of a section, for messages."""


def use(paths: Iterable[Path]) -> None:
    """Read these files and use them from now on, and no others. Raises LexiconError; then nothing has changed."""
    additions = tuple(read_user_lexicon(path) for path in paths)
    _check_people(additions)
    install(additions)


def read_user_lexicon(path: Path) -> Addition:
    """Read one file. Raises LexiconError: "FILE:LINE: what is wrong"."""
    name = os.fsdecode(path)
    try:
        with open(path, "rb") as handle:
            data = handle.read(_MOST + 1)
    except (OSError, ValueError) as error:  # a name with a NUL byte is a ValueError
        raise LexiconError(f"{name}: {getattr(error, 'strerror', None) or error}") from None
    if len(data) > _MOST:
        raise LexiconError(f"{name}: more than {_MOST >> 20} MB: no lexicon")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise LexiconError(f"{name}:{line}: not UTF-8") from None
    return _Reader(name).read(text)


class _Reader:
    """Reads one file, from its first line to its last."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.line = 0
        self.keys: dict[str, list[str]] = {}
        self.groups: dict[str, list[Group]] = {}
        self.people: list[tuple[str, ...]] = []
        self.forms: dict[str, str] = {}
        self.seen: dict[tuple[str, str, str], int] = {}
        """Class, mode and folded text of each entry -> its line."""
        self.section: tuple[str, Group, int] | None = None
        """Who reads the section at hand, its entries, the line of its header."""
        self.proofs = Group(PROOF, "", "", [], [], [])

    def wrong(self, message: str, line: int | None = None) -> NoReturn:
        raise LexiconError(f"{self.name}:{line or self.line}: {message}")

    def read(self, text: str) -> Addition:
        text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
        for self.line, raw in enumerate(text.split("\n"), 1):
            line = raw.strip()
            if not line or line[0] == "#":
                continue
            if line[0] == "@":
                self.key_line(line)
            elif line[0] == "[":
                self.end_section()
                self.header(line)
            elif self.section is None:
                self.wrong(f"an entry before the first section, such as {_EXAMPLE}")
            else:
                self.entry(line, *self.section[:2])
        self.end_section()
        if not self.keys and not self.groups and not self.people:
            raise LexiconError(f"{self.name}: holds no entry")
        tags = tuple(self.keys.pop("language", ()))
        self.keys.pop(PROOF, None)  # that is among the sections
        return Addition(self.name, tags, self.keys, self.groups, tuple(self.people))

    # -- key lines

    def key_line(self, line: str) -> None:
        key, _, value = line[1:].partition(" ")
        value = value.strip()
        if key not in KEYS:
            self.wrong(f"no key line @{key} in a lexicon of your own; {_near(key, KEYS, '@')}")
        if self.section is not None:
            self.wrong(f"@{key} stands behind a section: key lines come first")
        if not value:
            self.wrong(f"@{key} says nothing")
        if key == "name" and "name" in self.keys:
            self.wrong("a second @name: a file is of one publisher")
        if key == "language":
            self.check_language(value)
        if key == PROOF:
            self.proof(value)
        self.keys.setdefault(key, []).append(value)

    def check_language(self, tag: str) -> None:
        known = {*languages(), *profiles()}
        known |= {one.partition("-")[0] for one in known}
        if tag not in known:
            self.wrong(f"no language has the tag {tag}; {_near_language(tag, known)}")

    def proof(self, value: str) -> None:
        mode, _, text = value.partition(" ")
        text = text.strip()
        if mode not in _PROOF_MODES:
            self.wrong(f"@proof MODE TEXT: no mode {mode}; {_near(mode, _PROOF_MODES)}")
        if "name" not in self.keys:
            self.wrong("@proof proves a publisher: @name must stand before it")
        group = Group(PROOF, mode, self.keys["name"][0], [], [], [])
        self.entry(text, MARKERS, group)
        self.groups.setdefault(MARKERS, []).append(group)

    # -- sections

    def header(self, line: str) -> None:
        head, bracket, _ = line[1:].partition("]")
        words = head.split()
        if not bracket or not words:
            self.wrong(f"a section begins with [CLASS MODE], such as {_EXAMPLE}")
        cls, mode = words[0], " ".join(words[1:])
        known = readers()
        if cls not in known:
            self.wrong(f"no class is called {cls}; {_near(cls, known)}")
        if mode not in known[cls]:
            self.wrong(f"[{' '.join(words)}]: {_modes(cls, mode, sorted(known[cls]))}")
        reader = known[cls][mode]
        if reader == QUOTATIONS:
            self.check_quotations(cls)
        if cls == "proof.text" and "name" not in self.keys:
            self.wrong("[proof.text …] proves a publisher: the file needs @name")
        self.section = reader, Group(cls, mode, self.name, [], [], []), self.line

    def check_quotations(self, cls: str) -> None:
        """Words of quotations are of one language, and not all have a lexicon."""
        there = quotation_languages()
        tags = self.keys.get("language", [])
        if not tags:
            self.wrong(f"[{cls} word] is of one language: the file needs @language ({', '.join(there)})")
        for tag in tags:
            if tag.partition("-")[0] not in there:
                self.wrong(f"no words of quotations in {tag}; there are some in {', '.join(there)}")

    def end_section(self) -> None:
        if self.section is None:
            return
        reader, group, line = self.section
        if not group.keys:
            self.wrong(f"[{group.cls} {group.mode}] has no entry", line)
        if reader != PERSON:
            self.groups.setdefault(reader, []).append(group)

    def entry(self, text: str, reader: str, group: Group) -> None:
        key = fold(text)
        if not key:
            self.wrong("nothing is left of this entry when it is compared: it needs letters")
        first = self.seen.setdefault((group.cls, group.mode, key), self.line)
        if first != self.line:
            self.wrong(f"{text}: stands in line {first} already")
        where = f"{self.name}:{self.line}"
        if reader == PERSON:
            self.people.append(self.person(text))
        elif found := fault(reader, group.cls, group.mode, text, key):
            self.wrong(f"{text}: {found}")
        group.texts.append(text)
        group.keys.append(key)
        assert isinstance(group.wheres, list)
        group.wheres.append(where)

    def person(self, text: str) -> tuple[str, ...]:
        """A line as of a list of names: first the name to show, then the others."""
        from khabar.speakers.known import forms_in

        name, *others = forms_in(text)
        if not name:
            self.wrong("no name before the first tab, = or |")
        for form in (name, *others):
            of = self.forms.setdefault(fold(form), name)
            if fold(of) != fold(name):
                self.wrong(f"{form} is {of} already")
        return (name, *others)


def _check_people(additions: Iterable[Addition]) -> None:
    """No name is of two people, be they in two files."""
    of: dict[str, str] = {}
    for one in additions:
        for name, *others in one.people:
            for form in (name, *others):
                if fold(known := of.setdefault(fold(form), name)) != fold(name):
                    raise LexiconError(f"{one.name}: {form} is {known} in another file")


def _modes(cls: str, mode: str, known: Sequence[str]) -> str:
    """What is wrong with the mode of a section, for people."""
    there = f"{cls} has the mode{'s'[: len(known) > 1]} {', '.join(known)}"
    if not mode:
        return f"it has no mode; {there}"
    near = _near(mode, known)
    return f"{near} {there}" if near.endswith("?") else there


def _near(name: str, known: Collection[str], mark: str = "") -> str:
    """What may be meant, for people."""
    from difflib import get_close_matches

    near = get_close_matches(name.lower(), known)
    near = near or [one for one in known if one.startswith(f"{name}.") or name.startswith(f"{one}.")]
    if near:
        return f"did you mean {' or '.join(mark + one for one in near[:3])}?"
    if known is readers():  # there are many
        plain = sorted(cls for cls, modes in readers().items() if "line" in modes and "." not in cls)
        return f"markers are {', '.join(plain)}; others have names as in khabar's own files"
    return f"there are {', '.join(mark + one for one in known)}"


def _near_language(tag: str, known: Collection[str]) -> str:
    """The tag of a language that is called so, or is written so but for its case."""
    for one in sorted(known):
        if one.lower() == tag.lower().replace("_", "-"):
            return f"did you mean {one}?"
    for one in sorted(languages()):
        if tag.lower() in read(f"languages/{one}.txt", folded=False).keys["name"][0].lower().split():
            return f"did you mean {one}?"
    return "it is a BCP 47 tag, such as ar, en or zh-Hans"
