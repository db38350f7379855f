"""Decoding, whatever the bytes: no error but khabar's own, nothing lost, and the name gives the text back."""

from __future__ import annotations

import codecs

from hypothesis import assume, example, given
from hypothesis import strategies as st
from khabar.decode import Decoded, decode, repair
from khabar.errors import BinaryInput, EmptyInput, KhabarError, UnknownEncoding

ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي ةىءأإآ،؛؟"
MISREAD = "طظع§„ظ…ط§ظ„Ø§Ù„â€™Ã©Ð°ÇáÃ \ufffd?\u0081\u00a0"
texts = st.one_of(st.text(), st.text(ARABIC), st.text(ARABIC + MISREAD), st.text(MISREAD))
pieces = st.sampled_from([b"\xff", b"\0", b"\xed\xa0\x80", b"\xd9", b"<meta charset=", b"utf-16>", b"\x1b$B", b"a "])
legacy = st.sampled_from(["cp1256", "iso8859-6", "mac_arabic", "cp720", "utf-16", "utf-16-be", "gb18030"])
noise = st.one_of(
    st.binary(),
    st.lists(pieces).map(b"".join),
    st.tuples(st.text(ARABIC), legacy).map(lambda t: t[0].encode(t[1], "ignore")),
    st.tuples(st.text(), st.binary(max_size=4)).map(lambda t: t[0].encode("utf-8", "surrogatepass") + t[1]),
)
asked = st.sampled_from(["utf-8", "cp1256", "utf-16", "gb18030", "iso-2022-jp", "utf-7", "mac-arabic", "ascii"])


def outcome(data: bytes, encoding: str | None = None) -> Decoded | KhabarError:
    try:
        return decode(data, encoding=encoding)
    except KhabarError as error:
        return error


@given(noise)
@example(b"\xff\xfe\x00")
@example(b"\x00\x00\xfe\xff\x00")
@example(b"<?xml encoding='utf-7'?>\xff")
@example(b"\x1b$B\x1b")
def test_any_bytes_are_text_or_a_khabar_error(data: bytes) -> None:
    decoded = outcome(data)
    if isinstance(decoded, KhabarError):
        assert isinstance(decoded, EmptyInput | BinaryInput)
        assert "\n" not in str(decoded)
        return
    assert decoded.text.strip()
    assert all("\n" not in warning for warning in decoded.warnings)
    codecs.lookup(decoded.encoding)
    assert decoded.encoding == decoded.encoding.lower()
    if not any("misread" in warning or "CESU" in warning for warning in decoded.warnings):
        assert data.decode(decoded.encoding, "replace").removeprefix("\ufeff") == decoded.text


@given(noise, asked)
def test_any_bytes_under_any_encoding(data: bytes, encoding: str) -> None:
    decoded = outcome(data, encoding)
    if isinstance(decoded, Decoded):
        codecs.lookup(decoded.encoding)
    else:
        assert isinstance(decoded, EmptyInput | BinaryInput)


@given(st.text(max_size=40))
def test_any_name_of_an_encoding(name: str) -> None:
    decoded = outcome(b"plain", name)
    assert isinstance(decoded, Decoded | UnknownEncoding | EmptyInput)
    assert "\n" not in str(decoded)


@given(texts)
def test_valid_utf8_comes_back(text: str) -> None:
    assume(text.isprintable() and text.strip())
    _, warnings = repair(text)
    assume(not warnings and not text.startswith("%PDF-"))
    decoded = decode(text.encode())
    assert decoded.text == text
    assert decoded.encoding == "utf-8"
    assert decoded.warnings == ()


@given(texts)
def test_repair_says_when_it_changes_a_text(text: str) -> None:
    repaired, warnings = repair(text)
    assert warnings or repaired is text


@given(st.text(ARABIC, min_size=30), st.sampled_from(["windows-1256", "latin-1"]))
def test_misread_arabic_comes_back(text: str, codec: str) -> None:
    letters = text.replace(" ", "")
    assume(len(set(letters)) >= 10 and "ا" in letters and "ل" in letters)
    assert repair(text.encode().decode(codec))[0] == text


@given(st.text(ARABIC, min_size=1))
def test_arabic_words_are_never_repaired(text: str) -> None:
    repaired, warnings = repair(text)
    assert repaired is text
    assert not [w for w in warnings if "had been" in w]
