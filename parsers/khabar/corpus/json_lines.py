"""Files of JSON: an object on each line, or arrays and objects over many lines. Nothing is held but the record at
hand; one that is broken is told by its number, and the others go on."""

from __future__ import annotations

import io
from collections.abc import Iterator

from khabar.corpus.item import Failure, InputOptions, Item, source_of
from khabar.corpus.json_begin import SPACE, wide
from khabar.corpus.json_values import values
from khabar.corpus.lines import Line, Lines
from khabar.corpus.records import decoded, items
from khabar.corpus.streams import head_of
from khabar.errors import InputError
from khabar.hints import counted

_BOM = b"\xef\xbb\xbf"


def lines(file: io.BufferedReader, name: str, relative: str, options: InputOptions) -> Iterator[Item | Failure]:
    """JSON Lines, empty lines between them or not; an array, too, where the format was not asked for by name."""
    return _records(file, name, relative, options, array=options.input_format != "jsonl", objects=False)


def document(file: io.BufferedReader, name: str, relative: str, options: InputOptions) -> Iterator[Item | Failure]:
    """JSON of any layout: an array of records, objects one after the other, an object that holds records, lines."""
    return _records(file, name, relative, options, array=True, objects=True)


def _records(
    file: io.BufferedReader, name: str, relative: str, options: InputOptions, *, array: bool, objects: bool
) -> Iterator[Item | Failure]:
    head = head_of(file)
    encoding = wide(head)
    if encoding is not None:
        told = encoding.rstrip("BLE")
        raise InputError("json", f"is {told}, and JSON must be UTF-8: iconv -f {encoding} -t UTF-8 converts it")
    if head.startswith(_BOM):
        file.read(len(_BOM))
    begin = head.removeprefix(_BOM).lstrip(SPACE)[:1]
    if objects and begin not in (b"", b"{", b"["):
        raise InputError("json", "is not JSON: it begins with neither { nor [")
    if array and begin == b"[":
        yield from _values(b"", file, name, relative, options)
        return
    found = Lines(file, options.max_bytes)
    line = found.take()
    if line is None:
        yield Failure(source_of(name), "empty", "no records: the file is empty")
        return
    if objects and isinstance(line, bytes) and not _is_record(line, found):
        yield from _values(line + found.unread(), file, name, relative, options)
        return
    hint = "; --input-format json reads arrays" if begin == b"[" else ""
    yield from _documents(line, found.number, "line", name, relative, options, hint)
    for line in found:
        yield from _documents(line, found.number, "line", name, relative, options, "")


def _is_record(first: bytes, following: Lines) -> bool:
    """Is the first line a record of JSON Lines, broken or not, and not the begin of an object over many lines? No
    more than the next line is read to know."""
    first = first.rstrip(SPACE)
    if first.endswith(b"}"):
        return True
    if following.begin() != b"{":
        return False
    if not first.endswith((b"[", b",", b":")):  # only behind these another object can begin
        return True
    if first.endswith(b"},") and _is_object(first[:-1]):
        return True
    second = following.ahead()
    return isinstance(second, bytes) and _is_object(second) and following.begin() in (b"", b"{")


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(decoded(line, "line"), dict)
    except InputError:
        return False


def _values(
    begin: bytes, file: io.BufferedReader, name: str, relative: str, options: InputOptions
) -> Iterator[Item | Failure]:
    number = 0
    held: Failure | None = None
    try:
        for number, value in enumerate(values(begin, file, options.max_bytes), 1):
            if held is not None:
                yield held
                held = None
            for found in _documents(value, number, "value", name, relative, options, ""):
                if number == 1 and _is_doubtful(value) and isinstance(found, Failure):
                    held = found
                else:
                    yield found
    except InputError as error:
        if error.code != "json":
            if held is not None:
                yield held
            raise
        after = f" after {counted(number, 'record')}" if number and held is None else ""
        hint = "" if options.input_format == "json" else "; --input-format text takes it as text"
        raise InputError("json", f"broken JSON{after}: {error}{hint}") from error
    if held is not None:
        yield held
    if not number:
        yield Failure(source_of(name), "empty", "no records: the array is empty")


def _is_doubtful(first: Line) -> bool:
    """Can what is wrong with the first value be that the text is no JSON at all? That is told instead, if so."""
    return isinstance(first, bytes) and first[:1] != b"{"


def _documents(
    data: Line, number: int, what: str, name: str, relative: str, options: InputOptions, hint: str
) -> Iterator[Item | Failure]:
    """The documents in a line or a value, or why it is lost."""
    place = f"{source_of(name)}:{number}"
    if isinstance(data, InputError):
        yield Failure(place, data.code, str(data))
        return
    if not data:
        yield Failure(place, "record", "no value stands beside a comma of the array")
        return
    try:
        value = decoded(data, what)
    except InputError as error:
        yield Failure(place, error.code, f"{error}{hint}")
        return
    yield from items(value, name, str(number), relative, options)
