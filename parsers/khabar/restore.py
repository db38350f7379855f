"""Plain JSON types back to the model's classes, checked against the types of their fields."""

from __future__ import annotations

import math
import operator
import types
import typing
from collections.abc import Collection, Hashable, Iterable, Mapping
from functools import cache
from typing import Any, Literal, TypeVar

from khabar.hints import represented

_T = TypeVar("_T")
_NAMES = {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}
"""Plain types, for people."""
_ENVELOPE = ("schema", "source", "record", "error")
"""Keys that rows of all kinds have."""
_SHOWN = 4
"""Keys that a message shows."""


def check_document(document: object, schema: int, fields: Collection[str]) -> None:
    """Raises ValueError where a document has another schema number, is an error's, or has no field of a document."""
    if not isinstance(document, Mapping):
        return
    found = document.get("schema", schema)
    if found != schema:
        raise ValueError(f"schema {found!r}: this version of khabar reads schema {schema}")
    error = document.get("error")
    if error is not None:
        told = error.get("message") if isinstance(error, Mapping) else error
        raise ValueError(f"this is an error and no article: {told}")
    others = [key for key in document if key not in _ENVELOPE]
    if not any(key in fields for key in others or document):
        raise ValueError(_no_document(others, fields))


def _no_document(keys: Collection[object], fields: Collection[str]) -> str:
    """What to say of a mapping that has only these keys, none of them a field."""
    from khabar.hints import did_you_mean, short

    shown = ", ".join(short(str(key)) for key in list(keys)[:_SHOWN]) + (", …" if len(keys) > _SHOWN else "")
    hint = next((hint for key in keys if (hint := did_you_mean(str(key), fields, count=1))), None)
    return f"no article: it has no field of one{f', only {shown}' if shown else ''}{f'; {hint}' if hint else ''}"


def restore(cls: type[_T], document: Mapping[str, Any]) -> _T:
    """The value with these fields.

    A field that is missing or null is as by default; without a default, None or empty, where its type allows that.
    Raises ValueError, with the place, for what cannot stand there; TypeError where it is no mapping.
    """
    if not isinstance(document, Mapping):
        raise TypeError(f"{cls.__name__}.from_dict takes a dict, not {type(document).__name__}")
    values = {}
    model: Any = cls
    for field, kind in _kinds(model).items():
        given = document.get(field)
        if given is not None or field not in model._defaults:
            values[field] = _value(given, kind, field)
    return cls(**values)


@cache
def _kinds(cls: Hashable) -> dict[str, Any]:
    """Field -> its type."""
    model: Any = cls
    hints = typing.get_type_hints(model)
    return {field: hints[field] for field in model.__match_args__}


def _value(given: Any, kind: Any, where: str) -> Any:
    """A value of this type. Raises ValueError, which begins with the place."""
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin is types.UnionType or origin is typing.Union:  # a type or None
        return None if given is None else _value(given, parts[0], where)
    if origin is tuple:
        if given is None:
            return ()
        if isinstance(given, str | bytes | Mapping) or not isinstance(given, Iterable):
            raise _wrong(where, "a list", given)
        return tuple(_value(part, parts[0], f"{where}[{at}]") for at, part in enumerate(given))
    if origin is Literal:
        if not isinstance(given, str) or given not in parts:
            raise _wrong(where, f"one of {', '.join(parts)}", given)
        return given
    if hasattr(kind, "from_dict"):
        if not isinstance(given, Mapping):
            raise _wrong(where, "an object", given)
        try:
            return kind.from_dict(given)
        except ValueError as error:
            raise ValueError(f"{where}.{error}") from None
    return _plain(given, kind, where)


def _plain(given: Any, kind: type, where: str) -> Any:
    """A text, number or truth value; a whole number may come as 3.0, as tables of numbers have it."""
    if kind is float and isinstance(given, int | float) and not isinstance(given, bool):
        try:
            if math.isfinite(given):
                return float(given)
        except OverflowError:  # a whole number that is too large
            pass
    if kind is int and not isinstance(given, bool):
        if isinstance(given, float) and given.is_integer():
            return int(given)
        try:
            return operator.index(given)
        except TypeError:
            raise _wrong(where, _NAMES[kind], given) from None
    if kind in (str, bool) and isinstance(given, kind):
        return given
    raise _wrong(where, _NAMES[kind], given)


def _wrong(where: str, right: str, given: object) -> ValueError:
    return ValueError(f"{where}: this must be {right}, not {represented(given)}")
