"""Files of records: one document in each, with other fields beside its text."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from khabar.corpus.item import Failure, InputOptions, Item, source_of
from khabar.decode.invisible import visible_values

_LONGEST = 120
"""Bytes of a record's id that become its file's name below -o DIR."""
_HALVES = "half surrogate pairs in the record's other fields replaced with U+FFFD"
_SAFE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.,+=@~ ")


def lines(name: str, relative: str, options: InputOptions) -> Iterator[Item | Failure]:
    """JSON Lines: an object on each line, empty lines between them or not."""
    import json

    from khabar.corpus.streams import opened

    decoder = json.JSONDecoder(parse_constant=_no_number, parse_float=_finite)
    with opened(name) as file:
        for number, line in enumerate(file, 1):
            if number == 1:
                line = line.removeprefix(b"\xef\xbb\xbf")
            if line.isspace() or not line:
                continue
            try:
                value = decoder.decode(line.decode("utf-8").strip())
            except UnicodeDecodeError:
                yield Failure(f"{source_of(name)}:{number}", "record", "no UTF-8, as JSON has to be")
            except (ValueError, RecursionError):
                hint = "; of an array, jq -c '.[]' makes lines" if number == 1 and line[:1] == b"[" else ""
                yield Failure(f"{source_of(name)}:{number}", "record", f"no JSON object on this line{hint}")
            else:
                yield item(value, name, number, relative, options)


def item(value: Any, name: str, number: int, relative: str, options: InputOptions) -> Item | Failure:
    """The document in a record. `number`: of its line or row, from 1."""
    place = f"{source_of(name)}:{number}"
    if not isinstance(value, dict):
        return Failure(place, "record", "no JSON object on this line")
    text = value.get(options.text_field)
    if not isinstance(text, str | bytes):
        if options.text_field in value:
            return Failure(place, "record", f"the field {options.text_field} holds no text")
        there = ", ".join(list(value)[:20]) or "none"
        wrong = f"no field is called {options.text_field} (see --text-field)"
        return Failure(place, "record", f"{wrong}; there are {there}")
    beside = {key: field for key, field in value.items() if key != options.text_field}
    told: list[str] = []
    record = visible_values(beside, told)
    given = record.get(options.id_field)
    id = str(given) if isinstance(given, str | int) and not isinstance(given, bool) else ""
    warnings = (_HALVES,) if told else ()
    return Item(id or place, None, text, record, f"{relative}/{_file_name(id) if id else number}", warnings)


def _file_name(id: str) -> str:
    """The id as a file's name: what is no letter, digit or harmless mark is `%` and its bytes, as in addresses.
    A long one ends in a number made of the whole."""
    if id.isascii() and all(c in _SAFE for c in id) and not id.startswith((".", " ")) and len(id) <= _LONGEST:
        return id
    name = "".join(c if _stays(c) else "".join(f"%{b:02X}" for b in c.encode("utf-8", "surrogatepass")) for c in id)
    if name[0] in ". ":
        name = f"%{ord(name[0]):02X}{name[1:]}"
    data = name.encode("utf-8")
    if len(data) <= _LONGEST:
        return name
    from hashlib import sha256

    return data[: _LONGEST - 17].decode("utf-8", "ignore") + "-" + sha256(data).hexdigest()[:16]


def _stays(char: str) -> bool:
    return char in _SAFE if char.isascii() else char.isalnum()


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is no JSON")


def _finite(digits: str) -> float:
    """A number that JSON can have back."""
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError(f"{digits} is too large")
    return number
