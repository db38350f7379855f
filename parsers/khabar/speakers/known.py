"""A user's own list of people: who is known by which names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from khabar.characters import fold
from khabar.errors import KhabarError
from khabar.lexicon.additions import used

_BETWEEN = re.compile(r"[\t=|]")
_HEADER = ("name", "form")
"""The heading of a list in CSV."""


class NamesError(KhabarError, ValueError):
    """A list of names that cannot be used. `line`: the number of the line that is wrong, from 1; None: all of it."""

    code = "names"

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message if line is None else f"line {line}: {message}")
        self.line = line


class Known(NamedTuple):
    """People of a list. A form counts in whatever spelling: both mappings have folded names as keys."""

    names: Mapping[str, str] = {}
    """The name that each form belongs to, as the list has it; a name is a form of itself."""
    forms: Mapping[str, tuple[str, ...]] = {}
    """The forms of each name, itself the first."""

    @classmethod
    def of(cls, people: Mapping[str, Iterable[str]]) -> Known:
        """Of names and their further forms. Raises NamesError where a form is of two people."""
        return _known((None, name, form) for name, forms in people.items() for form in (name, *forms))


NOBODY = Known()


def read_names(data: bytes | str) -> Known:
    """Read a list: a person on a line, first the name, then its forms, a tab, "=" or "|" between them; or CSV with
    the header name,form. Empty lines and those that begin with # are none.

    Raises NamesError: not UTF-8, a line without a name, a form of two people.
    """
    if isinstance(data, bytes):
        try:
            data = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise NamesError("not UTF-8", error.object[: error.start].count(b"\n") + 1) from None
    lines = data.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    first = next((at for at, line in enumerate(lines) if line.strip() and not line.startswith("#")), len(lines))
    is_csv = first < len(lines) and tuple(cell.strip().casefold() for cell in lines[first].split(",")) == _HEADER
    return _known(_table(lines, first) if is_csv else _lines(lines))


def forms_in(line: str) -> tuple[str, ...]:
    """The name of a person on a line, "" where there is none, then the other forms."""
    name, *forms = (" ".join(cell.split()) for cell in _BETWEEN.split(line))
    return (name, *filter(None, forms))  # a spreadsheet ends short rows with tabs


def with_lexicon(known: Known) -> Known:
    """The people of a list, and those of the lexicon files that the user added. Where both know a form, the list
    counts."""
    people = [forms for one in used() for forms in one.people]
    if not people:
        return known
    names = dict(known.names)
    forms = {name: dict.fromkeys(some) for name, some in known.forms.items()}
    for name, *others in people:
        canonical = names.get(fold(name), name)
        for form in (name, *others):
            if names.setdefault(fold(form), canonical) == canonical:
                forms.setdefault(canonical, {})[form] = None
    return Known(names, {name: tuple(some) for name, some in forms.items()})


def _lines(lines: list[str]) -> Iterator[tuple[int, str, str]]:
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        name, *forms = forms_in(line)
        if not name:
            raise NamesError("no name before the first tab, = or |", number)
        yield number, name, name
        for form in forms:
            yield number, name, form


def _table(lines: list[str], header: int) -> Iterator[tuple[int, str, str]]:
    import csv  # few lists are in it

    reader = csv.reader(lines[header + 1 :], strict=True)
    number = header + 2
    """Of the line that a row begins on, from 1."""
    try:
        for row in reader:
            cells = [" ".join(cell.split()) for cell in row]
            if any(cells) and (len(cells) != len(_HEADER) or not cells[0]):
                raise NamesError("is not name,form", number)
            yield from ((number, cells[0], form) for form in cells if form)
            number = header + 2 + reader.line_num
    except csv.Error as error:
        raise NamesError(f"broken CSV: {error}", number) from None


def _known(found: Iterable[tuple[int | None, str, str]]) -> Known:
    canonical: dict[str, str] = {}
    names: dict[str, str] = {}
    forms: dict[str, dict[str, None]] = {}
    for number, written, form in found:
        name = canonical.setdefault(fold(written), written)
        of = names.setdefault(fold(form), name)
        if of != name:
            raise NamesError(f"{form} is {of} already", number)
        forms.setdefault(name, {})[form] = None
    return Known(names, {name: tuple(each) for name, each in forms.items()})
