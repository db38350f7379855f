"""The values of a Parquet file as JSON can have them."""

from __future__ import annotations

import datetime
import math
from collections import Counter
from collections.abc import Callable
from typing import Any

from khabar.errors import InputError

_EPOCH = datetime.datetime(1970, 1, 1)
_PER_SECOND = {"s": 1, "ms": 10**3, "us": 10**6, "ns": 10**9}


def converter(kind: Any) -> Callable[[Any], Any]:
    """For the type of a column: from its scalars to values for JSON. These raise InputError, and what pyarrow does
    where a value is none of its type."""
    from pyarrow import types

    if types.is_timestamp(kind):
        return lambda scalar: None if scalar.value is None else _time(scalar.value, kind)
    if types.is_list(kind) or types.is_large_list(kind) or types.is_fixed_size_list(kind):
        inner = converter(kind.value_type)
        return lambda scalar: [inner(one) for one in scalar.values] if scalar.is_valid else None
    if types.is_struct(kind):
        twice = repeated([field.name for field in kind])
        if twice is not None:
            return lambda scalar: _refused(scalar, f"holds two fields that are called {twice}")
        fields = [(field.name, converter(field.type)) for field in kind]
        return lambda scalar: {name: get(scalar[name]) for name, get in fields} if scalar.is_valid else None
    if types.is_dictionary(kind):
        inner = converter(kind.value_type)
        return lambda scalar: inner(scalar.value) if scalar.is_valid else None
    if types.is_time64(kind) or types.is_duration(kind):
        return lambda scalar: None if scalar.value is None else _span(scalar.value, kind)
    return lambda scalar: _json(scalar.as_py())


def repeated(names: list[str]) -> str | None:
    """The first name that is there twice: JSON has one value under a name."""
    return next((name for name, number in Counter(names).items() if number > 1), None)


def _refused(scalar: Any, why: str) -> None:
    if scalar.is_valid:
        raise InputError("record", why)


def _time(value: int, kind: Any) -> str:
    """ISO 8601, with as many digits as there are; in the column's time zone."""
    seconds, rest = divmod(value, _PER_SECOND[kind.unit])
    try:
        moment = _EPOCH + datetime.timedelta(seconds=seconds)
        zone = ""
        if kind.tz is not None:
            local = moment.replace(tzinfo=datetime.UTC).astimezone(_zone(kind.tz))
            moment, zone = local.replace(tzinfo=None), local.isoformat()[len(moment.isoformat()) :]
    except (OverflowError, ValueError):
        raise InputError("record", "holds a time that is outside of the years 1 to 9999") from None
    return f"{moment.isoformat()}{_fraction(rest, kind.unit)}{zone}"


def _span(value: int, kind: Any) -> str:
    """A time of day, or a duration as `1 day, 2:03:04`."""
    seconds, rest = divmod(value, _PER_SECOND[kind.unit])
    try:
        span = datetime.timedelta(seconds=seconds)
    except OverflowError:
        raise InputError("record", "holds a duration of more than a billion days") from None
    told = str(span) if str(kind).startswith("duration") else (_EPOCH + span).time().isoformat()
    return f"{told}{_fraction(rest, kind.unit)}"


def _fraction(rest: int, unit: str) -> str:
    """Of a second: six digits, or nine where they are needed."""
    if not rest:
        return ""
    nanoseconds = rest * (_PER_SECOND["ns"] // _PER_SECOND[unit])
    return f".{nanoseconds // 1000:06}" if nanoseconds % 1000 == 0 else f".{nanoseconds:09}"


def _zone(name: str) -> datetime.tzinfo:
    from pyarrow import lib

    zone: datetime.tzinfo = lib.string_to_tzinfo(name)
    return zone


def _json(value: Any) -> Any:
    """Times in ISO 8601, decimals and bytes as text."""
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, bytes):
        return value.decode("utf-8", "backslashreplace")
    if isinstance(value, dict):
        return {str(key): _json(field) for key, field in value.items()}
    if isinstance(value, list | tuple):
        return [_json(field) for field in value]
    iso = getattr(value, "isoformat", None)
    return iso() if iso is not None else str(value)
