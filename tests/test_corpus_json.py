"""The values of a JSON text, whatever pieces it comes in, and what looks like JSON."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from khabar.corpus.json_values import values
from khabar.corpus.sniff import HEAD, kind_of, looks_like_json
from khabar.errors import InputError

SCALARS = st.none() | st.booleans() | st.integers() | st.text('ab ,[]{}"\\\n:ب😀')
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text('a"\\,[{', max_size=3), inner, max_size=3),
)


class Pieces(io.RawIOBase):
    """A file that gives a few bytes at a time."""

    def __init__(self, data: bytes, size: int) -> None:
        self._data = data
        self._size = size

    def read1(self, _: int = -1) -> bytes:
        piece, self._data = self._data[: self._size], self._data[self._size :]
        return piece


def split(data: bytes, size: int = 1 << 16, limit: int | None = None) -> list[bytes | None]:
    """None for one that is too long."""
    found = values(b"", Pieces(data, size), limit)
    return [None if isinstance(value, InputError) else value for value in found]


@given(st.lists(JSON, max_size=4), st.integers(1, 9), st.sampled_from([None, 1]))
def test_elements_of_an_array(elements: list[Any], size: int, indent: int | None) -> None:
    data = json.dumps(elements, ensure_ascii=False, indent=indent).encode()
    assert [json.loads(value or b"") for value in split(data, size)] == elements


@given(st.lists(st.dictionaries(st.text(max_size=3), JSON, max_size=3), max_size=4), st.integers(1, 9))
def test_objects_one_after_the_other(objects: list[Any], size: int) -> None:
    data = b"\n".join(json.dumps(one, indent=1).encode() for one in objects)
    assert [json.loads(value or b"") for value in split(data, size)] == objects


@given(st.lists(JSON, min_size=1, max_size=4), st.integers(1, 9), st.integers(1, 12))
def test_those_that_are_too_long_are_skipped(elements: list[Any], size: int, limit: int) -> None:
    parts = [json.dumps(element).encode() for element in elements]
    expected = [part if len(part) <= limit else None for part in parts]
    assert split(b"[" + b",".join(parts) + b"]", size, limit) == expected


@pytest.mark.parametrize("data", [b"[", b"[1", b"[1,", b'{"a": 1', b'[{"a": "]', b'{"a": "\\', b"[[[1]]"])
def test_a_text_that_ends_too_early(data: bytes) -> None:
    with pytest.raises(InputError, match="it ends too early"):
        split(data, 3)


@pytest.mark.parametrize("data", [b"x", b'"a"', b"[1] x", b"[1]]", b"1", b"{} ,"])
def test_what_stands_between_values(data: bytes) -> None:
    with pytest.raises(InputError, match="neither an object nor an array"):
        split(data, 3)


@given(JSON.filter(lambda value: isinstance(value, dict | list)), st.sampled_from([None, 2]))
def test_json_looks_like_json(value: Any, indent: int | None) -> None:
    data = json.dumps(value, indent=indent, ensure_ascii=False)
    for head in (data, data.encode(), ("\ufeff\r\n" + data).encode(), data.encode("utf-16")):
        assert looks_like_json(head)


@pytest.mark.parametrize("begin", range(60))
def test_the_begin_of_a_long_array_does(begin: int) -> None:
    """Wherever it is cut."""
    value = ["x" * begin, *["\ud83d\ude00\x1f", -1.5e-30, False, None, [{'a"': "b"}], []] * 40]
    assert looks_like_json(json.dumps(value))
    assert looks_like_json(json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize(
    ("head", "early", "kind"),
    [
        (b"WARC/1.0\r\nWARC-Type:", "warc", "warc"),
        (b"\r\n\nWARC/1.1\nContent-Length :", "warc", "warc"),
        (b"WARC/1.0\r\n", None, "warc"),
        (b"WARC/1.0\r\n\r\n", None, None),
        (b"WARC/1.0 is a format\nNote: it", None, None),
        (b"WARC/ news", None, None),
        (b"PAR1", None, "parquet"),
        (b"PAR1\x15", "parquet", "parquet"),
        (b"PAR1S wins\r\n\tthe cup", None, None),
        (b'{"a": 1', "json", "json"),
        (b'{"a":', None, "json"),
        (b'{"a": the', None, None),
        (b'{"a": the\n{"b": 1', "json", "json"),
        (b'\xef\xbb\xbf\n [ {"a"\n: [', "json", "json"),
        (b'{"a', None, None),
        (b"{'a': 1}", None, None),
        (b"[port]", None, None),
        (b"<html>", None, None),
        (b"", None, None),
    ],
)
def test_kinds(head: bytes, early: str | None, kind: str | None) -> None:
    """Where more may follow, and where nothing does."""
    assert (kind_of(head), kind_of(head, more=False)) == (early, kind)


def test_what_may_go_on_is_not_told_too_early() -> None:
    assert kind_of(b"[1]") is None
    assert kind_of(b"[1]", more=False) == "json"
    assert kind_of(b"[1] See below", more=False) is None
    assert not looks_like_json('["We are glad" ' + "x" * HEAD)
    assert not looks_like_json('["We are glad\n' + "x" * HEAD)
