"""The values of a Parquet file as JSON can have them."""

from __future__ import annotations

import datetime
import math
from collections import Counter
from collections.abc import Callable
from typing import Any

from khabar.errors import InputError

_EPOCH = datetime.datetime(1970, 1, 1)
_DAY = 24 * 60 * 60
_PER_SECOND = {"s": 1, "ms": 10**3, "us": 10**6, "ns": 10**9}


def converter(kind: Any) -> Callable[[Any], Any]:
    """For the type of a column: from its scalars to values for JSON. These raise InputError, and what pyarrow does
    where a value is none of its type."""
    from pyarrow import types

    if types.is_timestamp(kind):
        zone = None if kind.tz is None else _zone(kind.tz)
        return lambda scalar: None if scalar.value is None else _time(scalar.value, kind.unit, zone)
    if types.is_time(kind):
        return lambda scalar: None if scalar.value is None else _time_of_day(scalar.value, kind.unit)
    if types.is_duration(kind):
        return lambda scalar: None if scalar.value is None else _span(scalar.value, kind.unit)
    return _nested(kind) or (lambda scalar: _json(scalar.as_py()))


def _nested(kind: Any) -> Callable[[Any], Any] | None:
    """The same for a type that holds values of others; None for one that does not."""
    from pyarrow import types

    if types.is_map(kind):
        key, item = converter(kind.key_type), converter(kind.item_type)
        return lambda scalar: [[key(one[0]), item(one[1])] for one in scalar.values] if scalar.is_valid else None
    if types.is_list(kind) or types.is_large_list(kind) or types.is_fixed_size_list(kind):
        inner = converter(kind.value_type)
        return lambda scalar: [inner(one) for one in scalar.values] if scalar.is_valid else None
    if types.is_struct(kind):
        return _struct(kind)
    if types.is_dictionary(kind):
        inner = converter(kind.value_type)
        return lambda scalar: inner(scalar.value) if scalar.is_valid else None
    return None


def _struct(kind: Any) -> Callable[[Any], Any]:
    twice = repeated([field.name for field in kind])
    if twice is not None:
        return lambda scalar: _refused(scalar, f"holds two fields that are called {twice}")
    fields = [(field.name, converter(field.type)) for field in kind]
    return lambda scalar: {name: get(scalar[name]) for name, get in fields} if scalar.is_valid else None


def repeated(names: list[str]) -> str | None:
    """The first name that is there twice: JSON has one value under a name."""
    return next((name for name, number in Counter(names).items() if number > 1), None)


def _refused(scalar: Any, why: str) -> None:
    if scalar.is_valid:
        raise InputError("record", why)


def _time(value: int, unit: str, zone: datetime.tzinfo | None) -> str:
    """ISO 8601, with as many digits as there are; in the column's time zone."""
    seconds, rest = divmod(value, _PER_SECOND[unit])
    try:
        moment = _EPOCH + datetime.timedelta(seconds=seconds)
        told = ""
        if zone is not None:
            local = moment.replace(tzinfo=datetime.UTC).astimezone(zone)
            moment, told = local.replace(tzinfo=None), local.isoformat()[len(moment.isoformat()) :]
    except (OverflowError, ValueError):
        raise InputError("record", "holds a time that is outside of the years 1 to 9999") from None
    return f"{moment.isoformat()}{_fraction(rest, unit)}{told}"


def _time_of_day(value: int, unit: str) -> str:
    seconds, rest = divmod(value, _PER_SECOND[unit])
    if not 0 <= seconds < _DAY:
        raise InputError("record", "holds a time of day that is outside of 24 hours")
    return f"{(_EPOCH + datetime.timedelta(seconds=seconds)).time().isoformat()}{_fraction(rest, unit)}"


def _span(value: int, unit: str) -> str:
    """A duration as `1 day, 2:03:04`."""
    seconds, rest = divmod(value, _PER_SECOND[unit])
    try:
        return f"{datetime.timedelta(seconds=seconds)}{_fraction(rest, unit)}"
    except OverflowError:
        raise InputError("record", "holds a duration of more than a billion days") from None


def _fraction(rest: int, unit: str) -> str:
    """Of a second: six digits, or nine where they are needed."""
    if not rest:
        return ""
    nanoseconds = rest * (_PER_SECOND["ns"] // _PER_SECOND[unit])
    return f".{nanoseconds // 1000:06}" if nanoseconds % 1000 == 0 else f".{nanoseconds:09}"


def _zone(name: str) -> datetime.tzinfo:
    """UTC where nobody knows the zone: that is what the values are in."""
    from pyarrow import lib

    try:
        zone: datetime.tzinfo = lib.string_to_tzinfo(name)
        _EPOCH.replace(tzinfo=datetime.UTC).astimezone(zone)
    except Exception:  # of whatever module of time zones is there
        return datetime.UTC
    return zone


def bytes_in(array: Any) -> int:
    """How many bytes the values of an array have. A value that stands in a dictionary counts for each of those that
    refer to it; other values of the dictionary do not."""
    from pyarrow import types

    if types.is_dictionary(array.type):
        return _bytes_of_references(array)
    if types.is_struct(array.type):
        return sum(map(bytes_in, array.flatten()))
    if types.is_list(array.type) or types.is_large_list(array.type):
        return bytes_in(array.flatten())
    return int(array.nbytes)


def _bytes_of_references(array: Any) -> int:
    from pyarrow import compute, types

    values = array.dictionary
    kind = values.type
    if not (
        types.is_string(kind) or types.is_binary(kind) or types.is_large_string(kind) or types.is_large_binary(kind)
    ):
        return int(values.nbytes / max(1, len(values)) * len(array))
    lengths = compute.binary_length(values)
    return int(compute.sum(lengths.take(array.indices.drop_null())).as_py() or 0)


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
