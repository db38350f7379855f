"""`decode`: which way bytes are read. Valid UTF-8, nearly every input, costs little more than `bytes.decode`;
everything else is decided here in order and done in the modules beside this one, imported when needed."""

from __future__ import annotations

from typing import NamedTuple

from khabar.decode.mojibake import repair
from khabar.errors import BinaryInput, EmptyInput

_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1b") + b"\x7f"
_INVISIBLE = " \t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u00a0\u00ad\u2028\u2029\u200b\u200e\u200f\u2060\ufeff\u061c"
_HEAD = 1024


class Decoded(NamedTuple):
    """Text read from bytes.

    `encoding` is what the bytes were read with, a name that `bytes.decode` takes. Where text had to be
    repaired after that (UTF-8 misread upstream and saved again), no single name gives the text; `encoding`
    is still the first step, so that `data.decode(encoding, "replace")` gives the words before the repair,
    and the warning names the second.
    """

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, *, encoding: str | None = None) -> Decoded:
    """The text of `data`, without byte order mark.

    `encoding`: read with this and nothing else. Without it: UTF-8 where valid; then byte order marks,
    UTF-16 and UTF-32 without one, a declaration in HTML or XML, UTF-8 with some broken bytes, a legacy
    encoding found by how probable its letters are. Bytes that cannot be read become U+FFFD, which
    `warnings` tells.

    Raises EmptyInput (nothing to see), BinaryInput (no text), UnknownEncoding (`encoding` is none).
    """
    if encoding is not None:
        return _asked(data, encoding)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return _finish(*_broken(data, error))
    if data[:_HEAD].translate(None, _CONTROLS) != data[:_HEAD] or b"\0" in data or b"\x1b" in data:
        return _finish(*_strange(data, text))
    if data.startswith(b"%PDF-"):
        raise BinaryInput("a PDF file")
    return _finish(text, "utf-8", ())


def _finish(text: str, encoding: str, warnings: tuple[str, ...]) -> Decoded:
    if text[:1] == "\ufeff":
        text = text[1:]
    if not text or text.isspace() or (not text[:64].strip(_INVISIBLE) and not text.strip(_INVISIBLE)):
        raise EmptyInput("empty")
    text, repaired = repair(text)
    if repaired:
        return Decoded(text.removeprefix("\ufeff"), encoding, warnings + repaired)
    return Decoded(text, encoding, warnings)


def _strange(data: bytes, text: str) -> tuple[str, str, tuple[str, ...]]:
    """Valid UTF-8 with control characters: nothing but ASCII and NULs may be UTF-16, a program, or text."""
    from khabar.decode import binary, legacy, unicode

    if kind := binary.kind(data):
        raise BinaryInput(kind)
    if wide := unicode.wide(data):
        return wide
    if kind := binary.by_controls(data, most=0.3):
        raise BinaryInput(kind)
    if b"\x1b" in data and (escaped := legacy.escaped(data)):
        return escaped
    return text, "utf-8", ()


def _broken(data: bytes, error: UnicodeDecodeError) -> tuple[str, str, tuple[str, ...]]:
    """Bytes that are not valid UTF-8."""
    from khabar.decode import binary, legacy, unicode

    if kind := binary.kind(data):
        raise BinaryInput(kind)
    if wide := unicode.wide(data):
        return wide
    if kind := binary.by_controls(data, most=0.05):
        raise BinaryInput(kind)
    mended = unicode.broken_utf8(data, error)
    if mended.mostly_good:
        return mended.result
    if b"<" in data[:_HEAD]:
        from khabar.decode import markup

        return markup.read(data, error.start, mended)
    return legacy.read(data, legacy.sample(data, error.start), mended)


def _asked(data: bytes, encoding: str) -> Decoded:
    """Read with the encoding asked for. Only magic numbers still refuse: nobody means a PDF to be text."""
    from khabar.decode import binary, names

    codec = names.lookup(encoding)
    if kind := binary.kind(data):
        raise BinaryInput(kind)
    text, warnings = names.read(data, codec)
    return _finish(text, names.canonical(codec), warnings)
