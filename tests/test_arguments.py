"""What khabar.parse says of arguments that cannot be, as a user would give them."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any

import khabar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from khabar.arguments import check_arguments, check_data, check_fields, check_language
from khabar.hints import did_you_mean
from khabar.lexicon.store import languages
from khabar.lexicon.tags import NO_LANGUAGE, canonical_tag, meant_tags

TEXT = """Old harbour to reopen in May after two years of work

The old harbour is to open again in May, and the fish market with it, the town council decided on Monday.

"We are ready, and the boats may come," said the mayor, Ann Poe, on the quay.
"""


class TestData:
    """The first argument: bytes or text."""

    @pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
    def test_bytes_of_every_kind(self, kind: Any) -> None:
        assert khabar.parse(kind(TEXT.encode())) == khabar.parse(TEXT.encode())

    @pytest.mark.parametrize(
        ("data", "told"),
        [
            (None, "not None"),
            (5, "not int"),
            ([TEXT], "not list"),
            ({"text": TEXT}, "not dict"),
            (Path("a.txt"), "not a path: khabar.parse_file reads it"),
            (io.BytesIO(TEXT.encode()), "not an open file: pass what its read() gives"),
            (io.StringIO(TEXT), "not an open file: pass what its read() gives"),
        ],
    )
    def test_anything_else_is_a_type_error(self, data: Any, told: str) -> None:
        for parse in (khabar.parse, khabar.parse_text, khabar.trace):
            with pytest.raises(TypeError) as raised:
                parse(data)
            assert str(raised.value) == f"khabar.parse takes the contents of an article, bytes or str, {told}"


class TestNamesOfFiles:
    """A text that is the name of a file."""

    def test_it_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "article.txt").write_text(TEXT)
        name = str(tmp_path / "article.txt")
        (told,) = [one for one in khabar.parse(name).warnings if "file" in one]
        assert told.startswith(f"{name} is the name of a file that is there")
        assert "khabar.parse_file" in told
        assert told in khabar.parse_text(name, source="x").warnings
        assert told in khabar.parse(name, fields=["title"]).warnings

    def test_of_a_name_in_the_folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "article.txt").write_text(TEXT)
        monkeypatch.chdir(tmp_path)
        assert any("article.txt is the name" in one for one in khabar.parse("article.txt").warnings)
        (tmp_path / "article.txt").unlink()
        assert not any("file" in one for one in khabar.parse("article.txt").warnings)

    @pytest.mark.parametrize("data", [b"article.txt", bytearray(b"article.txt"), TEXT, "a" * 241, "a\nb", "a\rb"])
    def test_nobody_looks_for_anything_else(self, data: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os.path, "isfile", lambda path: pytest.fail(f"looked for {path}"))
        khabar.parse(data)

    def test_nor_does_a_trace(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os.path, "isfile", lambda path: pytest.fail(f"looked for {path}"))
        khabar.trace("article.txt")

    @pytest.mark.parametrize("text", ["a\0b", "a\ud800b", "/" * 240, "~", ".", "x:*?"])
    def test_what_cannot_be_a_name(self, text: str) -> None:
        assert not any("is the name of a file" in one for one in khabar.parse(text).warnings)


def refused(**arguments: Any) -> str:
    """What a ValueError says."""
    with pytest.raises(ValueError, match=r"^[^\n]+$") as raised:
        khabar.parse(TEXT, **arguments)
    return str(raised.value)


class TestFields:
    @pytest.mark.parametrize(
        ("name", "told"),
        [
            ("titel", "no field is called titel; did you mean title?"),
            ("Title", "no field is called Title; did you mean title?"),
            ("headings.x", f"no field is called headings.x; there are {', '.join(khabar.FIELDS)}"),
            (5, f"no field is called 5; there are {', '.join(khabar.FIELDS)}"),
            ("a\nb", f"no field is called a\\nb; there are {', '.join(khabar.FIELDS)}"),
        ],
    )
    def test_unknown(self, name: Any, told: str) -> None:
        assert refused(fields=["title", name]) == told

    def test_a_text_in_place_of_names(self) -> None:
        with pytest.raises(TypeError, match=r'fields takes a list, such as \["title"\], not the text "title"'):
            khabar.parse(TEXT, fields="title")

    @pytest.mark.parametrize("kind", [list, tuple, set, frozenset])
    def test_all_known(self, kind: Any) -> None:
        assert khabar.parse(TEXT, fields=kind(khabar.FIELDS)) == khabar.parse(TEXT)

    def test_a_trace_refuses_them_too(self) -> None:
        with pytest.raises(ValueError, match="did you mean title"):
            khabar.trace(TEXT, fields=["titel"])

    def test_known_names_of_others(self) -> None:
        check_fields(["speaker"], ["speaker", "text"])
        with pytest.raises(ValueError, match="did you mean speaker"):
            check_fields(["speker"], ["speaker", "text"])


class TestLanguage:
    @pytest.mark.parametrize(
        ("tag", "told"),
        [
            ("klingon", "no language tag: klingon; tags are such as ar, pt-BR and zh-Hant (BCP 47)"),
            ("arabic", "no language tag: arabic; did you mean ar?"),
            ("Persian", "no language tag: Persian; did you mean fa?"),
            ("germn", "no language tag: germn; did you mean de?"),
            ("Chinese", "no language tag: Chinese; did you mean zh-Hans or zh-Hant?"),
            ("kurdish", "no language tag: kurdish; did you mean ckb?"),
            ("en_US", "no language tag: en_US; did you mean en-US?"),
            ("ar_EG.UTF-8", "no language tag: ar_EG.UTF-8; tags are such as ar, pt-BR and zh-Hant (BCP 47)"),
            ("", "no language tag: an empty text; tags are such as ar, pt-BR and zh-Hant (BCP 47)"),
            ("a", "no language tag: a; tags are such as ar, pt-BR and zh-Hant (BCP 47)"),
            ("عربي", "no language tag: عربي; tags are such as ar, pt-BR and zh-Hant (BCP 47)"),
            ("en-", "no language tag: en-; tags are such as ar, pt-BR and zh-Hant (BCP 47)"),
            ("und", "und says no language; where none is given, it is detected"),
        ],
    )
    def test_what_is_no_tag(self, tag: str, told: str) -> None:
        assert refused(language=tag) == told
        with pytest.raises(ValueError, match="language"):
            khabar.trace(TEXT, language=tag)

    @pytest.mark.parametrize(
        ("tag", "written"),
        [
            ("AR", "ar"),
            ("ara", "ar"),
            ("fas-IR", "fa-IR"),
            ("iw", "he"),
            ("nb-no", "no-NO"),
            ("PT-br", "pt-BR"),
            ("es-419", "es-419"),
            ("sr-latn-rs", "sr-Latn-RS"),
            ("zh-tw", "zh-Hant"),
            ("zh-yue-HK", "zh-yue-HK"),
            ("sl-rozaj-biske", "sl-rozaj-biske"),
            ("de-1996", "de-1996"),
            ("ar-u-nu-latn", "ar-u-nu-latn"),
            ("en-x-TWAIN", "en-x-twain"),
            ("x-ours", "x-ours"),
            ("i-klingon", "i-klingon"),
            ("tlh", "tlh"),
            ("mul-Latn", None),
        ],
    )
    def test_tags(self, tag: str, written: str | None) -> None:
        if written is None:
            assert "says no language" in refused(language=tag)
        else:
            assert check_language(tag) == written
            assert khabar.parse(TEXT, language=tag).language == written

    @pytest.mark.parametrize("tag", sorted(languages()))
    def test_every_language_that_is_known_stays(self, tag: str) -> None:
        assert check_language(tag) == check_language(tag.upper()) == tag

    @given(st.from_regex(r"[a-z]{2,3}", fullmatch=True))
    def test_any_other_language_may_be_parsed(self, tag: str) -> None:
        if meant_tags().get(tag) == NO_LANGUAGE:
            assert "says no language" in refused(language=tag)
        else:
            assert check_language(check_language(tag)) == check_language(tag)

    @given(st.text(max_size=80))
    def test_whatever_is_given(self, tag: str) -> None:
        if canonical_tag(tag):
            assert check_language(tag) == canonical_tag(tag)
        else:
            assert len(refused(language=tag)) < 200


def test_input_format() -> None:
    assert refused(input_format="htm") == "no input format is called htm; did you mean html?"
    assert refused(input_format="pdf") == "no input format is called pdf; there are auto, text, html"


@pytest.mark.parametrize("minimum", [-0.1, 1.01, 90, float("nan")])
def test_confidence(minimum: float) -> None:
    assert refused(min_confidence=minimum) == f"a confidence is from 0 to 1, not {minimum}"


def test_a_confidence_is_a_number() -> None:
    with pytest.raises(TypeError, match=r'^min_confidence takes a number from 0 to 1, not the text "0\.5"$'):
        khabar.parse(TEXT, min_confidence="0.5")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("arguments", "error", "told"),
    [
        ({"jobs": "2"}, TypeError, 'jobs takes a whole number, 0 for one process on each core, not the text "2"'),
        ({"jobs": None}, TypeError, "jobs takes a whole number, 0 for one process on each core, not None"),
        ({"jobs": True}, TypeError, "jobs takes a whole number, 0 for one process on each core, not True"),
        ({"jobs": 2.5}, TypeError, "jobs takes a whole number, 0 for one process on each core, not 2.5"),
        ({"jobs": -1}, ValueError, "jobs takes a whole number, 0 for one process on each core, not -1"),
        ({"timeout": "5"}, TypeError, 'timeout takes a number of seconds above 0, not the text "5"'),
        ({"timeout": 0}, ValueError, "timeout takes a number of seconds above 0, not 0"),
        ({"timeout": float("nan")}, ValueError, "timeout takes a number of seconds above 0, not nan"),
        ({"max_bytes": "64M"}, TypeError, 'max_bytes takes a number of bytes above 0, not the text "64M"'),
        ({"max_bytes": -5}, ValueError, "max_bytes takes a number of bytes above 0, not -5"),
    ],
)
def test_many_documents(arguments: dict[str, Any], error: type[Exception], told: str) -> None:
    """Before it begins: nothing was asked of the iterator."""
    with pytest.raises(error) as raised:
        khabar.iter_documents("no-such-folder", **arguments)
    assert str(raised.value) == told


def test_one_file() -> None:
    with pytest.raises(ValueError, match="max_bytes takes a number of bytes above 0, not 0"):
        khabar.parse_file("no-such-file", max_bytes=0)


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ("Merkel", 'merge_speakers takes a list, such as ["Merkel", "Angela Merkel"], not the text "Merkel"'),
        (b"Merkel", 'merge_speakers takes a list, such as ["Merkel", "Angela Merkel"], not the text "Merkel"'),
        (["Merkel", None], "a name is a text, or a pair of a text and the tag of its language, not None"),
        ([("Merkel", 5)], "a name is a text, or a pair of a text and the tag of its language, not ('Merkel', 5)"),
        ({5: 1}, "a name is a text, or a pair of a text and the tag of its language, not 5"),
    ],
)
def test_speakers(names: Any, told: str) -> None:
    with pytest.raises(TypeError) as raised:
        khabar.merge_speakers(names)
    assert str(raised.value) == told


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("utf9", "no encoding is called 'utf9'; did you mean utf-8"),
        ("windws-1256", "no encoding is called 'windws-1256'; did you mean windows-1256"),
        ("klingon", "no encoding is called 'klingon'"),
    ],
)
def test_encoding(name: str, told: str) -> None:
    with pytest.raises(khabar.UnknownEncoding) as raised:
        khabar.parse(TEXT.encode(), encoding=name)
    assert str(raised.value).startswith(told)


def test_all_at_once() -> None:
    check_arguments()
    check_arguments(
        fields=["title"], language="ar", input_format="warc", encoding="utf-8", input_formats=["auto", "warc"]
    )
    with pytest.raises(ValueError, match="no input format is called warc"):
        check_arguments(input_format="warc")
    with pytest.raises(ValueError, match="from 0 to 1"):
        check_arguments(min_confidence=2)


def test_did_you_mean() -> None:
    assert did_you_mean("HTML", ["html", "text"]) == "did you mean html?"
    assert did_you_mean("x", ["html", "text"]) is None
    check_data(b"")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({"source": 5}, "source takes a text, not 5"),
        ({"source": b"a"}, "source takes a text, not b'a'"),
        ({"language": 5}, "language takes a text, not 5"),
        ({"encoding": 5}, "encoding takes a text, not 5"),
        ({"min_confidence": "x"}, 'min_confidence takes a number from 0 to 1, not the text "x"'),
        ({"min_confidence": True}, "min_confidence takes a number from 0 to 1, not True"),
        ({"fields": 5}, 'fields takes a list, such as ["title"], not 5'),
        ({"fields": b"title"}, 'fields takes a list, such as ["title"], not the text "title"'),
        ({"fields": iter(["title"])}, 'fields takes a list, such as ["title"], not <list_iterator'),
        ({"without": 5}, "without takes a text or several, not 5"),
        ({"without": [5]}, "without takes a text or several, not 5 among them"),
    ],
)
def test_of_another_type(arguments: dict[str, Any], told: str) -> None:
    for parse in (khabar.parse, lambda text, **given: khabar.parse(text.encode(), **given)):
        with pytest.raises(TypeError) as raised:
            parse(TEXT, **arguments)
        assert str(raised.value).startswith(told)


@pytest.mark.parametrize("name", ["punycode", "base-64", "uu", "rot13", "hex", "zlib", "idna", "unicode_escape"])
def test_only_encodings_of_text_are_suggested(name: str) -> None:
    with pytest.raises(khabar.UnknownEncoding) as raised:
        khabar.parse(TEXT.encode(), encoding=name)
    _, _, hint = str(raised.value).partition("did you mean ")
    for suggested in filter(None, hint.rstrip("?").split(" or ")):
        assert khabar.parse(TEXT.encode(), encoding=suggested)
