"""The face of the library: what goes in, what comes out, what is told."""

from __future__ import annotations

import khabar
import pytest

TITLE = "السوق القديم يدخل مرحلة الترميم"
BODY = [
    "قالت بلدية مدينة الواحة إن أعمال ترميم السوق القديم ستبدأ مطلع الشهر المقبل، وإنها ستستمر نحو عام كامل.",
    "وأضافت البلدية في بيان أن المحال ستنقل مؤقتا إلى ساحة قريبة من محطة القطار، دون أي رسوم على أصحابها.",
    "ويخشى بعض التجار أن يفقدوا زبائنهم إذا طالت الأعمال، لكن غرفة التجارة تقول إن الساحة الجديدة أوسع.",
]
TEXT = "\n\n".join([TITLE, "صدر الصورة، Reuters", "التعليق على الصورة، السوق قبل الحريق", *BODY])


def test_bytes_and_text_give_the_same_article() -> None:
    a, b = khabar.parse(TEXT.encode(), source="a.txt"), khabar.parse_text(TEXT, source="a.txt")
    assert (a.encoding, b.encoding) == ("utf-8", None)
    assert a.replace(encoding=None) == b
    assert a.title == TITLE
    assert a.sections == (khabar.Section(None, tuple(BODY)),)
    assert a.publisher == "BBC News عربي"


def test_label_words_are_stripped_and_told() -> None:
    article = khabar.parse(TEXT)
    assert article.images == (khabar.Image(credit="Reuters", caption="السوق قبل الحريق", agencies=("Reuters",)),)
    assert [piece.text for piece in article.stripped] == ["صدر الصورة،", "التعليق على الصورة،"]
    assert {piece.rule for piece in article.stripped} == {"marker.word"}


def test_a_picture_says_before_which_paragraph_it_stood() -> None:
    text = "\n\n".join([TITLE, *BODY[:2], "صدر الصورة، AFP", BODY[2], "التعليق على الفيديو، جولة في السوق"])
    first, second = khabar.parse(text).images
    assert (first.section, first.paragraph, first.media) == (0, 2, None)
    assert (second.paragraph, second.media, second.caption) == (3, "video", "جولة في السوق")


def test_an_agency_in_brackets_becomes_the_credit() -> None:
    article = khabar.parse("\n".join([TITLE, "تجار يجمعون ما بقي من بضائعهم (رويترز)", *BODY]))
    assert article.images == (
        khabar.Image(credit="رويترز", caption="تجار يجمعون ما بقي من بضائعهم", agencies=("Reuters",)),
    )


def test_fields() -> None:
    article = khabar.parse(TEXT, source="a.txt")
    assert list(article.to_dict()) == list(khabar.FIELDS)
    assert list(article.to_dict(["title"])) == ["schema", "source", "title"]
    with pytest.raises(KeyError):
        article.to_dict(["titel"])


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", khabar.EmptyInput),
        (" \n\t\n", khabar.EmptyInput),
        ("\u200f\n\ufeff", khabar.EmptyInput),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), khabar.BinaryInput),
        ("<!DOCTYPE html><html><body></body></html>", khabar.EmptyInput),
    ],
)
def test_no_article_to_be_had(data: bytes | str, error: type[khabar.KhabarError]) -> None:
    with pytest.raises(error) as raised:
        khabar.parse(data)
    assert "\n" not in str(raised.value)
    assert raised.value.code


PAGE = f"<html><body><h1>{TITLE}</h1>{''.join(f'<p>{text}</p>' for text in BODY)}</body></html>"


def test_a_page_is_told_from_a_text() -> None:
    page, text = khabar.parse(PAGE.encode(), source="a.html"), khabar.parse(TEXT.encode(), source="a.html")
    assert (page.format, page.encoding, page.source) == ("html", "utf-8", "a.html")
    assert (page.title, page.sections, page.direction) == (TITLE, (khabar.Section(None, tuple(BODY)),), "rtl")
    assert text.format == "text"
    assert khabar.parse_text(PAGE).format == "html"


def test_the_format_can_be_given() -> None:
    assert khabar.parse(PAGE, input_format="text").format == "text"
    assert khabar.parse("\n\n".join((TITLE, *BODY)), input_format="html").format == "html"
    assert khabar.trace(PAGE, input_format="html").article == khabar.parse(PAGE)


def test_a_page_gives_only_what_is_asked_for() -> None:
    article = khabar.parse(PAGE.replace("<h1>", "<nav>الرئيسية</nav><h1>"), fields=["title"])
    assert (article.title, article.stripped, article.publisher, article.warnings) == (TITLE, (), None, ())


def test_encoding_of_a_page() -> None:
    for page in (PAGE, PAGE.replace("<body>", "<meta charset=windows-1256><body>")):
        article = khabar.parse(page.encode("windows-1256", "xmlcharrefreplace"))
        assert (article.title, article.encoding) == (TITLE, "windows-1256")
    assert khabar.parse(PAGE.replace("<body>", "<meta charset=windows-1256><body>").encode()).title == TITLE


def test_encoding_and_language_override() -> None:
    data = TEXT.encode("windows-1256", "replace")
    assert khabar.parse(data).title == TITLE
    assert khabar.parse(data, encoding="windows-1256").encoding == "windows-1256"
    assert khabar.parse(TEXT, language="fa").language == "fa"
    with pytest.raises(khabar.UnknownEncoding):
        khabar.parse(b"x", encoding="no-such-encoding")


def test_warnings() -> None:
    unclosed = "\n\n".join(
        [TITLE, BODY[0], "تخطى يستحق الانتباه وواصل القراءة\nقناتنا الرسمية على واتساب", *BODY[1:]]
    )
    assert any("end of the block" in w for w in khabar.parse(unclosed).warnings)
    assert any("no body" in w for w in khabar.parse("صدر الصورة، Reuters").warnings)
    assert khabar.parse(TEXT).warnings == ()


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("أبوظبي - سكاي نيوز عربية", "سكاي نيوز عربية"),
        ("قال موقع سكاي نيوز عربية إن السوق سيفتح أبوابه قريبا أمام الزوار والتجار جميعا.", None),
    ],
)
def test_publisher_is_proved_not_mentioned(line: str, publisher: str | None) -> None:
    assert khabar.parse("\n".join([TITLE, line, *BODY])).publisher == publisher


def test_trace_keeps_both_verdicts() -> None:
    trace = khabar.trace(TEXT)
    assert [b.line for b in trace.blocks] == [1, 3, 5, 7, 9, 11]
    assert (trace.blocks[0].first_rule, trace.blocks[0].rule) == ("short", "title.line")


def test_what_is_not_asked_for_is_not_computed() -> None:
    article = khabar.parse(TEXT + "\n\n4 March 2021", fields=["title", "images"])
    assert article.title == TITLE
    assert article.images[0].credit == "Reuters"
    assert (article.stripped, article.publisher) == ((), None)


def test_no_speaker_below_a_confidence() -> None:
    text = 'Port opens again\n\nThe mayor, Anna Lund, said: "We keep the port open all year for everybody."\n'
    whole = khabar.parse(text)
    assert len(whole.quotes) == 1
    assert khabar.parse(text, min_confidence=1.0) == whole.confident(1.0)
