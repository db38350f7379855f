"""Files of JSON: an object on each line, or arrays and objects over many lines. Nothing is held but the record at
hand; one that is broken is told by its number, and the others go on."""

from __future__ import annotations

import io
from collections.abc import Iterator

from khabar.corpus.files import counted, too_big
from khabar.corpus.item import Failure, InputOptions, Item, source_of
from khabar.corpus.json_values import values
from khabar.corpus.records import decoded, items
from khabar.corpus.streams import head_of
from khabar.errors import InputError

_SKIPPED = 1 << 16
"""Bytes that are read at a time of a line that is too long."""
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
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
    if head.startswith(_UTF16):
        raise InputError("json", "is UTF-16, and JSON must be UTF-8: iconv -f UTF-16 -t UTF-8 converts it")
    if head.startswith(_BOM):
        file.read(len(_BOM))
    begin = head.removeprefix(_BOM).lstrip()[:1]
    if objects and begin not in (b"", b"{", b"["):
        raise InputError("json", "is not JSON: it begins with neither { nor [")
    if array and begin == b"[":
        yield from _values(b"", file, name, relative, options)
        return
    first = True
    for number, line in enumerate(_lines(file, options.max_bytes), 1):
        if line is not None and not line.strip():
            continue
        if first and line is not None and objects and _goes_on(line):
            yield from _values(line, file, name, relative, options)
            return
        hint = "; --input-format json reads arrays" if first and begin == b"[" else ""
        first = False
        yield from _documents(line, number, "line", name, relative, options, hint)
    if first:
        yield Failure(source_of(name), "empty", "no records: the file is empty")


def _goes_on(line: bytes) -> bool:
    """Does the first object not end on its line? A broken one that ends like an object is a record of lines."""
    return not line.rstrip().endswith(b"}")


def _values(
    begin: bytes, file: io.BufferedReader, name: str, relative: str, options: InputOptions
) -> Iterator[Item | Failure]:
    number = 0
    held: Failure | None = None  # what is wrong with the first value may be that the text is broken
    try:
        for number, value in enumerate(values(begin, file, options.max_bytes), 1):
            if held is not None:
                yield held
                held = None
            for found in _documents(value, number, "value", name, relative, options, ""):
                if number == 1 and value is not None and value[:1] != b"{" and isinstance(found, Failure):
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


def _documents(
    data: bytes | None, number: int, what: str, name: str, relative: str, options: InputOptions, hint: str
) -> Iterator[Item | Failure]:
    """The documents in a line or a value. `data`: None where it is too long."""
    place = f"{source_of(name)}:{number}"
    if data is None:
        wrong = too_big(options.max_bytes or 0)
        yield Failure(place, wrong.code, str(wrong))
        return
    try:
        value = decoded(data, what)
    except InputError as error:
        yield Failure(place, error.code, f"{error}{hint}")
        return
    yield from items(value, name, str(number), relative, options)


def _lines(file: io.BufferedReader, limit: int | None) -> Iterator[bytes | None]:
    """The lines of a file; None for one of more than `limit` bytes, of which the rest is skipped."""
    most = -1 if limit is None else limit + len(b"\r\n")
    while line := file.readline(most):
        if limit is None or len(line.rstrip(b"\r\n")) <= limit:
            yield line
            continue
        yield None  # told before its end is looked for: it may have none
        while not line.endswith(b"\n") and (line := file.readline(_SKIPPED)):
            pass
