"""Records: a document in each, with other fields beside its text."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from khabar.corpus.item import Failure, InputOptions, Item, source_of
from khabar.decode.invisible import visible_values
from khabar.errors import InputError

MAX_DEPTH = 100
"""How deep a record may be nested. Values go from process to process and into JSON by functions that call themselves:
at some 300 levels these fail."""
_KINDS = {list: "an array", str: "a string", bool: "true or false", type(None): "null"}
_SHOWN = 20
"""Names of fields, or digits, that a message shows."""
_LONGEST = 120
"""Bytes of a record's id that become its file's name below -o DIR. One without an id has `#` and its number, which no
id can become."""
_DIGITS = 16
"""Hexadecimal digits that tell long ids apart: of 64 bits, hardly two in a hundred million are the same."""
_HALVES = "half surrogate pairs in the record's other fields replaced with U+FFFD"
_SAFE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.,+=@~ ")


def decoded(data: bytes, what: str) -> Any:
    """The JSON value. `what`: what the bytes are (a line, a value), for the message. Raises InputError."""
    import json

    try:
        text = data.decode("utf-8").strip()
        return json.JSONDecoder(parse_constant=_no_number, parse_float=_finite, object_pairs_hook=_object).decode(
            text
        )
    except UnicodeDecodeError:
        raise InputError("record", f"this {what} is not UTF-8, as JSON must be") from None
    except json.JSONDecodeError as error:
        where = f"{error.msg}, character {error.pos + 1}"
        raise InputError("record", f"this {what} is not valid JSON ({where})") from None
    except ValueError:  # Python's own limit
        raise InputError("record", f"this {what} holds an integer of more than 4300 digits") from None
    except RecursionError:
        raise too_deep() from None


def items(value: Any, name: str, number: str, relative: str, options: InputOptions) -> Iterator[Item | Failure]:
    """The documents of a JSON value: it is a record, or an object that holds records and is none itself."""
    inside = _inside(value, options.text_field)
    if inside is None:
        yield item(value, name, number, relative, options)
        return
    for n, (key, one) in enumerate(inside, 1):
        if key is not None and isinstance(one, dict) and options.id_field not in one:
            one = {options.id_field: key, **one}
        yield item(one, name, f"{number}.{n}", relative, options)


def _inside(value: Any, text_field: str) -> list[tuple[str | None, Any]] | None:
    """The records that an object holds: in the one list of records that it has, or under a key each. With the key
    where that is the record's name; None where it holds none."""
    if not isinstance(value, dict) or text_field in value or _is_ours(value):
        return None
    lists = [field for field in value.values() if isinstance(field, list) and _has_text(field, text_field)]
    if len(lists) == 1:
        return [(None, one) for one in lists[0]]
    fields = list(value.values())
    if not lists and all(isinstance(field, dict) for field in fields) and _has_text(fields, text_field):
        return list(value.items())
    return None


def _has_text(values: list[Any], text_field: str) -> bool:
    return any(isinstance(one, dict) and text_field in one for one in values)


def _is_ours(value: dict[str, Any]) -> bool:
    """Did khabar write this?"""
    return value.get("schema") == 1 and "sections" in value


def item(value: Any, name: str, number: int | str, relative: str, options: InputOptions) -> Item | Failure:
    """The document in a record. `number`: of its line, row or value, from 1."""
    place = f"{source_of(name)}:{number}"
    try:
        text = _text(value, options.text_field)
        if _is_deep(value):
            raise too_deep()
    except InputError as error:
        return Failure(place, error.code, str(error))
    beside = {key: field for key, field in value.items() if key != options.text_field}
    told: list[str] = []
    record = visible_values(beside, told)
    given = record.get(options.id_field)
    id = str(given) if isinstance(given, str | int) and not isinstance(given, bool) else ""
    warnings = (_HALVES,) if told else ()
    return Item(id or place, None, text, record, f"{relative}/{_file_name(id) if id else f'#{number}'}", warnings)


def _text(value: Any, text_field: str) -> str | bytes:
    """The text of a record. Raises InputError."""
    if not isinstance(value, dict):
        what = _KINDS.get(type(value), "a number")
        raise InputError("record", f"is {what}, not a JSON object with the field {text_field}")
    text = value.get(text_field)
    if isinstance(text, str | bytes):
        return text
    if text_field in value:
        raise InputError("record", f"the field {text_field} holds no text")
    if _is_ours(value):
        raise InputError("record", "is khabar's own output; parse the documents that it was made from")
    there = ", ".join(list(value)[:_SHOWN]) or "none"
    raise InputError("record", f"no field is called {text_field} (see --text-field); there are {there}")


def _is_deep(value: Any) -> bool:
    """Is it nested deeper than MAX_DEPTH?"""
    level = [value]
    for _ in range(MAX_DEPTH):
        inner: list[Any] = []
        for one in level:
            inner += [part for part in (one.values() if type(one) is dict else one) if type(part) in (dict, list)]
        if not inner:
            return False
        level = inner
    return True


def too_deep() -> InputError:
    """The error of a record that is nested too deep."""
    return InputError("record", f"nested more than {MAX_DEPTH} levels deep")


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

    end = f"-{sha256(data).hexdigest()[:_DIGITS]}"
    return data[: _LONGEST - len(end)].decode("utf-8", "ignore") + end


def _stays(char: str) -> bool:
    return char in _SAFE if char.isascii() else char.isalnum()


def _object(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    """Of two fields with one name Python would keep the last, in silence."""
    found = dict(fields)
    if len(found) < len(fields):
        seen: set[str] = set()
        twice = next(name for name, _ in fields if name in seen or seen.add(name))  # type: ignore[func-returns-value]
        raise InputError("record", f"two fields are called {twice[: 4 * _SHOWN]}")
    return found


def _no_number(name: str) -> Any:
    raise InputError("record", f"holds {name}, which JSON does not allow")


def _finite(digits: str) -> float:
    """A number that JSON can have back."""
    number = float(digits)
    if not math.isfinite(number):
        raise InputError("record", f"holds the number {digits[:_SHOWN]}, which is too large")
    return number
