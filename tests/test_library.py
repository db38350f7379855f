"""Articles in the hands of a program: immutable, back from JSON, shown in Markdown, HTML and on one line."""

from __future__ import annotations

import copy
import json
import pickle
import re
import subprocess
import sys
import typing
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import khabar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from khabar.article import Article
from khabar.bidi import contained
from khabar.entries import Image, Quote, Section, Statement, Stripped
from khabar.frozen import Frozen
from pages import EN, TITLE

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
PAGE = f"""<!doctype html><html lang="en"><head><title>{TITLE}</title></head><body><nav>Home News Sport</nav><article>
<h1>{TITLE}</h1><figure><img src="a.jpg" alt="Boats"><figcaption>Boats at noon. Image source, Reuters</figcaption>
</figure><p>{"</p><p>".join(EN)}</p><p>“We are ready, and the boats may come,” said the mayor, Ann Poe. She said that
the harbour would open in May.</p></article></body></html>"""
ARTICLE = Article(
    source="a.txt",
    language="ar",
    direction="rtl",
    publisher="صحيفة الواحة",
    title="السوق القديم",
    byline=("منى سالم", "سامي حداد"),
    published="2021-07-05",
    sections=(Section(None, ("قالت البلدية.",)), Section("ساحة أوسع", ("قال تاجر: «لن نرحل».", "وبقي."))),
    quotes=(Quote("لن نرحل", "direct", "تاجر", "قال", 1, 0, 11, 18, 0, 0.9),),
    statements=(Statement("السوق باق", "statement", None, "قال", 1, 1, 0, 9),),
    images=(
        Image(credit="AFP", caption="السوق", alt="رجل", agencies=("AFP",)),
        Image(caption="جولة", section=1, paragraph=2, media="video"),
    ),
    stripped=(Stripped("skip.page", "تخطى إلى المحتوى"), Stripped("menu", "الرئيسية…", 900)),
    warnings=("line 1: something",),
)
PARTS = (
    ARTICLE,
    ARTICLE.sections[0],
    ARTICLE.quotes[0],
    ARTICLE.statements[0],
    ARTICLE.images[0],
    ARTICLE.stripped[0],
)


@pytest.fixture(scope="module")
def parsed() -> list[Article]:
    """Articles of texts and of a page, as they are parsed."""
    texts = [path.read_bytes() for path in sorted(SAMPLES.rglob("*")) if path.suffix in (".txt", ".html")]
    return [khabar.parse(data, source="x") for data in (*texts, PAGE)]


class TestValues:
    """An article and its parts are values."""

    @pytest.mark.parametrize("value", PARTS)
    def test_they_cannot_be_changed(self, value: Any) -> None:
        for name in (*value.__match_args__, "other"):
            with pytest.raises(AttributeError, match="immutable"):
                setattr(value, name, None)
        with pytest.raises(AttributeError, match="immutable"):
            del value.__dict__
        assert not hasattr(value, "__dict__")

    @pytest.mark.parametrize("value", PARTS)
    def test_they_compare_and_hash(self, value: Any) -> None:
        same = value.replace()
        assert same is not value
        assert same == value
        assert hash(same) == hash(value)
        first = value.__match_args__[0]
        assert value.replace(**{first: "other"}) != value
        assert value != tuple(getattr(value, name) for name in value.__match_args__)
        assert len({value, same}) == 1

    def test_no_two_classes_are_equal(self) -> None:
        class Other(Frozen):
            heading: str | None
            paragraphs: tuple[str, ...]

        assert Other(None, ()) != Section(None, ())
        assert Other(None, ()) == Other(None, ())

    @pytest.mark.parametrize("value", PARTS)
    @pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
    def test_they_pickle(self, value: Any, protocol: int) -> None:
        again = pickle.loads(pickle.dumps(value, protocol))
        assert again == value
        assert type(again) is type(value)

    @pytest.mark.parametrize("value", PARTS)
    def test_they_copy(self, value: Any) -> None:
        assert copy.copy(value) == copy.deepcopy(value) == value
        if hasattr(copy, "replace"):
            assert copy.replace(value) == value

    def test_one_that_is_extended_does_the_same(self) -> None:
        class Mine(Article):
            def words(self) -> int:
                return len(self.to_text().split())

        mine = Mine.from_dict(ARTICLE.to_dict())
        assert mine.words() == len(ARTICLE.to_text().split())
        assert mine != ARTICLE
        assert type(mine.replace(title=None)) is Mine
        with pytest.raises(AttributeError):
            mine.other = 1
        with pytest.raises(TypeError, match="Mine cannot have fields of its own"):
            type("Mine", (Article,), {"__annotations__": {"other": "int"}})

    def test_a_field_that_there_is_not(self) -> None:
        with pytest.raises(TypeError, match="titel"):
            ARTICLE.replace(titel="x")
        with pytest.raises(TypeError, match="titel"):
            Article(titel="x")  # type: ignore[call-arg]
        with pytest.raises(TypeError, match="paragraphs"):
            Section(None)  # type: ignore[call-arg]

    def test_patterns_match_them(self) -> None:
        match ARTICLE.quotes[0]:
            case Quote(text, "direct", speaker=speaker):
                assert (text, speaker) == ("لن نرحل", "تاجر")
            case _:
                pytest.fail("no match")

    @pytest.mark.parametrize("value", PARTS)
    def test_json_makes_no_array_of_them(self, value: Any) -> None:
        for inside in (value, [value], {"article": value}):
            with pytest.raises(TypeError, match="not JSON serializable"):
                json.dumps(inside)
        with pytest.raises(TypeError):
            iter(value)

    def test_choices_are_literals(self) -> None:
        for cls, field in ((Quote, "kind"), (Statement, "type"), (Image, "media"), (Article, "format")):
            kind = typing.get_type_hints(cls)[field]
            literal = kind if typing.get_origin(kind) is typing.Literal else typing.get_args(kind)[0]
            assert typing.get_origin(literal) is typing.Literal
        assert typing.get_args(typing.get_type_hints(Article)["direction"]) == ("ltr", "rtl")


def test_they_are_defined_without_dataclasses() -> None:
    """Which take as long to import as all of the model."""
    code = (
        "import sys, khabar; khabar.parse('a'); sys.exit(bool({'dataclasses', 'inspect', 'json'} & {*sys.modules}))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


class TestFromDict:
    """The inverse of to_dict."""

    def test_of_what_is_parsed(self, parsed: list[Article]) -> None:
        assert any(article.quotes for article in parsed)
        assert any(article.images for article in parsed)
        for article in parsed:
            assert Article.from_dict(json.loads(article.to_json())) == article
            for part in (*article.sections, *article.quotes, *article.statements, *article.images, *article.stripped):
                assert type(part).from_dict(part.to_dict()) == part

    def test_of_one_made_by_hand(self) -> None:
        assert Article.from_dict(ARTICLE.to_dict()) == ARTICLE
        assert Article.from_dict(Article().to_dict()) == Article()

    def test_of_what_the_command_prints(self, khabar_command: str, tmp_path: Path) -> None:
        (tmp_path / "page.html").write_text(PAGE, "utf-8")
        made = subprocess.run([khabar_command, "parse", "page.html"], cwd=tmp_path, capture_output=True, check=True)
        assert Article.from_dict(json.loads(made.stdout)) == khabar.parse(PAGE.encode(), source="page.html")

    @given(st.sets(st.sampled_from(khabar.FIELDS)))
    def test_keys_that_are_missing(self, fields: set[str]) -> None:
        article = Article.from_dict(ARTICLE.to_dict(fields))
        asked = {*fields, "source"} - {"schema"}
        assert article == Article(**{name: getattr(ARTICLE, name) for name in asked})

    def test_keys_of_others(self) -> None:
        assert Article.from_dict({**ARTICLE.to_dict(), "record": {"id": 1}, "more": None}) == ARTICLE
        section = {"heading": "A", "paragraphs": [], "level": 2}
        assert Article.from_dict({"sections": [section]}).sections == (Section("A", ()),)

    def test_documents_of_few_fields(self) -> None:
        for fields in ([], ["title"], ["warnings"]):
            document = ARTICLE.to_dict(fields)
            assert Article.from_dict(document).source == ARTICLE.source
            assert Article.from_dict({**document, "record": {"id": 1}, "error": None}).source == ARTICLE.source

    def test_missing_keys_of_parts(self) -> None:
        assert Section.from_dict({}) == Section(None, ())
        assert Image.from_dict({}) == Image()
        quote = Quote.from_dict({"text": "a", "kind": "term", "start": 1, "end": 2})
        assert quote == Quote("a", "term", None, None, None, None, 1, 2)

    def test_values_of_tables(self) -> None:
        """Parquet and data frames have nulls for what is not there, and floats for whole numbers."""
        made = Article.from_dict(
            {
                "format": None,
                "byline": ("A",),
                "images": [{"section": 2.0, "agencies": None, "media": None}],
                "quotes": [
                    {"text": "a", "kind": "term", "start": 1, "end": 2, "confidence": 1, "end_paragraph": None}
                ],
            }
        )
        assert (made.format, made.byline, made.images) == ("text", ("A",), (Image(section=2),))
        assert isinstance(made.images[0].section, int)
        assert isinstance(made.quotes[0].confidence, float)

    @pytest.mark.parametrize(
        ("document", "told"),
        [
            ({"schema": 2}, "schema 2: this version of khabar reads schema 1"),
            ({"schema": None}, "schema None: this version of khabar reads schema 1"),
            ({"error": {"code": "empty", "message": "empty"}}, "this is an error and no article: empty"),
            ({}, "no article: it has no field of one"),
            ({"record": {"id": 1}}, "no article: it has no field of one"),
            ({"titel": "x"}, "no article: it has no field of one, only titel; did you mean title?"),
            (
                {
                    "schema": 1,
                    "source": "a.txt",
                    "kind": "direct",
                    "speaker": None,
                    "text": "a",
                    "cue": None,
                    "end": 4,
                },
                "no article: it has no field of one, only kind, speaker, text, cue, …",
            ),
            ({"x" * 900: 1, "a\nb": 2, 5: 3}, None),
            ({"title": 5}, "title: this must be a text, not 5"),
            ({"direction": "up"}, "direction: this must be one of ltr, rtl, not 'up'"),
            ({"format": ["text"]}, "format: this must be one of text, html, not ['text']"),
            ({"byline": "Ann Poe"}, "byline: this must be a list, not 'Ann Poe'"),
            ({"byline": ["Ann Poe", None]}, "byline[1]: this must be a text, not None"),
            ({"sections": 5}, "sections: this must be a list, not 5"),
            ({"sections": ["a"]}, "sections[0]: this must be an object, not 'a'"),
            ({"sections": [{}, {"paragraphs": [1]}]}, "sections[1].paragraphs[0]: this must be a text, not 1"),
            ({"images": [{"section": 1.5}]}, "images[0].section: this must be a whole number, not 1.5"),
            ({"images": [{"section": True}]}, "images[0].section: this must be a whole number, not True"),
            ({"quotes": [{"kind": "term"}]}, "quotes[0].text: this must be a text, not None"),
            (
                {"quotes": [{"text": "a", "kind": "said", "start": 0, "end": 1}]},
                "quotes[0].kind: this must be one of direct, partial, term, heading, not 'said'",
            ),
            (
                {"quotes": [{"text": "a", "kind": "term", "start": 0, "end": 1, "confidence": float("nan")}]},
                "quotes[0].confidence: this must be a number, not nan",
            ),
            ({"stripped": [{"rule": "a", "text": "x" * 99, "chars": "y" * 99}]}, None),
        ],
    )
    def test_what_cannot_be(self, document: dict[str, Any], told: str | None) -> None:
        with pytest.raises(ValueError, match=r"^[^\n]+$") as raised:
            Article.from_dict(document)
        assert told is None or str(raised.value) == told
        assert len(str(raised.value)) < 200

    @pytest.mark.parametrize("given", [None, "{}", [], 5, ARTICLE])
    def test_what_is_no_mapping(self, given: Any) -> None:
        for cls in (Article, Section, Quote, Image):
            with pytest.raises(TypeError, match=f"{cls.__name__}.from_dict takes a dict, not {type(given).__name__}"):
                cls.from_dict(given)


class TestJson:
    def test_it_is_the_document(self, parsed: list[Article]) -> None:
        for article in parsed:
            assert json.loads(article.to_json()) == article.to_dict()
            assert "\n" not in article.to_json()
            assert json.loads(article.to_json(indent=2)) == article.to_dict()

    def test_letters_are_letters(self) -> None:
        assert "السوق القديم" in ARTICLE.to_json()
        assert ARTICLE.to_json(indent=1).startswith('{\n "schema": 1,\n')
        assert ARTICLE.to_json(fields=["title"]) == '{"schema": 1, "source": "a.txt", "title": "السوق القديم"}'

    @given(st.text(st.characters()))
    def test_it_is_always_utf_8(self, title: str) -> None:
        assert json.loads(Article(title=title).to_json().encode())["title"] is not None
        assert Article(title="\ud800 a").to_json(fields=["title"]).endswith('"\ufffd a"}')


def test_tabulator_shows_the_public_names() -> None:
    assert set(dir(khabar)) == {*khabar.__all__, "__version__"}
    assert all(hasattr(khabar, name) for name in dir(khabar))


def test_markdown() -> None:
    assert ARTICLE.to_markdown() == "\n\n".join(
        (
            "# السوق القديم",
            "منى سالم · سامي حداد · 2021-07-05",
            "![رجل]()\\\n*السوق* — AFP",
            "قالت البلدية.",
            "## ساحة أوسع",
            "قال تاجر: «لن نرحل».",
            "وبقي.",
            "*جولة*",
        )
    )
    assert Article().to_markdown() == ""


class TestRepr:
    def test_it_is_one_short_line(self, parsed: list[Article]) -> None:
        for article in (*parsed, ARTICLE):
            for part in (article, *article.sections, *article.quotes, *article.statements, *article.stripped):
                assert len(repr(part).splitlines()) == 1
                assert len(repr(part)) < 400

    def test_what_it_says(self) -> None:
        assert repr(ARTICLE) == (
            "<Article 'a.txt' 'السوق القديم': 2 sections, 2 pictures, 1 quotation, 1 statement, 1 warning>"
        )
        assert repr(Article()) == "<Article without a title: empty>"
        assert repr(ARTICLE.sections) == "(<Section None: 1 paragraph>, <Section 'ساحة أوسع': 2 paragraphs>)"
        assert repr(Image(credit="AFP")) == "Image(credit='AFP')"
        assert repr(Stripped("menu", "x" * 90)) == f"Stripped(rule='menu', text='{'x' * 59}…')"

    def test_no_character_reorders_a_line(self) -> None:
        assert "\u202e" not in repr(Article(title="a\u202eb\nc"))


class Tags(HTMLParser):
    """The elements of HTML, with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, list[str]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, [name for name, _ in attrs]))
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


OURS = {"article", "h3", "h4", "p", "small", "bdi", "span", "q", "u", "details", "summary", "blockquote"}
EVIL = """<script>alert(1)</script><img src=x onerror=alert(1)> " onclick="alert(1)' style='x'><a href="javascript:a">
https://x.example/ $\\href{javascript:alert(1)}{x}$ &lt;b&gt; </article><style>*{}</style>"""


class TestNotebook:
    """What a notebook shows."""

    def test_what_it_has(self) -> None:
        html = ARTICLE._repr_html_()
        assert html.startswith('<article dir="rtl" lang="ar">')
        shown = Tags(html).text
        for text in (
            "السوق القديم",
            "منى سالم",
            "2021-07-05",
            "ساحة أوسع",
            "وبقي.",
            "AFP",
            "تاجر",
            "line 1: something",
        ):
            assert text in shown
        assert "[Picture] السوق — AFP" in shown
        assert "[Video] جولة" in shown
        assert "2 pieces stripped, by 2 rules" in shown
        assert shown.index("السوق — AFP") < shown.index("قالت البلدية") < shown.index("جولة")

    def test_nothing_of_a_page_acts(self) -> None:
        evil = Article(
            source=EVIL,
            title=EVIL,
            byline=(EVIL,),
            language='"><script>',
            direction='"><script>',  # type: ignore[arg-type]
            publisher=EVIL,
            url=EVIL,
            image=EVIL,
            published=EVIL,
            sections=(Section(EVIL, (EVIL,)),),
            quotes=(Quote(EVIL, "direct", EVIL, EVIL, 0, 0, 0, 1),),
            images=(Image(EVIL, EVIL, EVIL, EVIL), Image(alt=EVIL, media="video")),
            stripped=(Stripped(EVIL, EVIL),),
            warnings=(EVIL,),
        )
        html = evil._repr_html_()
        found = Tags(html)
        assert found.open == []
        assert {tag for tag, _ in found.elements} <= OURS
        assert {name for _, names in found.elements for name in names} <= {"dir", "lang"}
        assert re.sub("<span>.</span>", "", html).count("$") == 0  # nor is anything a formula
        assert "\\" not in re.sub("<span>.</span>", "", html)
        assert "alert(1)" in found.text

    @given(st.text())
    def test_any_text_is_shown_as_it_is(self, text: str) -> None:
        found = Tags(Article(title="T", sections=(Section(None, (text,)),))._repr_html_())
        assert found.open == []
        assert {tag for tag, _ in found.elements} <= OURS
        shown = re.sub("[\x00-\x08\x0b-\x1f]", lambda found: chr(0x2400 + ord(found[0])), contained(text))
        assert re.sub("[\x80-\x9f]", "\ufffd", shown.replace("\x7f", "\u2421")) in found.text

    def test_of_what_is_parsed(self, parsed: list[Article]) -> None:
        for article in (*parsed, Article()):
            found = Tags(article._repr_html_())
            assert found.open == []
            assert {tag for tag, _ in found.elements} <= OURS

    def test_a_long_text_is_cut_and_says_so(self) -> None:
        article = Article(sections=(Section(None, ("word " * 1000,) * 50),), stripped=(Stripped("a", "b"),))
        html = article._repr_html_()
        assert len(html) < 25_000
        assert "to_text() has all of it" in html
        assert "1 piece stripped, by 1 rule" in html
