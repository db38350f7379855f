"""Blocks that hold more than one thing: a credit and a caption glued into one line, list items in a row."""

from __future__ import annotations

import khabar
import pytest
from effort import effort
from hypothesis import given
from hypothesis import strategies as st
from khabar.blocks import Block
from khabar.lexicon import lexicon_for
from khabar.text import read
from khabar.text.split import split

ARABIC = "قضى الفريق ستة أسابيع في مسح الوادي قبل أن يعثر على البئر"
URDU = "پہاڑی سڑک پر برف صاف کرتے ہوئے گاؤں کے لوگ"
ENGLISH = "The ship has carried books between the islands for eleven years"


def parts(line: str, *languages: str) -> list[str]:
    """The blocks of one line, with their list marks."""
    blocks = split([Block(line, 7, 7, True)], lexicon_for(*languages))
    assert all((block.line, block.end_line) == (7, 7) for block in blocks)
    return [f"{block.bullet} {block.text}".strip() for block in blocks]


def letters(blocks: list[Block]) -> str:
    """All that the blocks say, without white space and list marks (an empty item is no block)."""
    return "".join("".join(block.text for block in blocks).translate({ord(c): None for c in "•■"}).split())


# -- a credit and a caption in one line

GLUED = {
    "ar, no space": (("ar",), "صدر الصورة، Getty Images", f"التعليق على الصورة، {ARABIC}", ""),
    "ar, a space": (("ar",), "صدر الصورة، Getty Images", f"التعليق على الصورة، {ARABIC}", " "),
    "ar, an Arabic name": (("ar",), "صدر الصورة، نعمان الحضري", f"التعليق على الصورة، {ARABIC}", " "),
    "ar, a name in capitals": (("ar",), "صدر الصورة، NUMAN HADARI", f"التعليق على الصورة، {ARABIC}", ""),
    "ar, labels with tashkeel": (("ar",), "صدرُ الصورة، Reuters", f"التعليقُ على الصّورة، {ARABIC}", ""),
    "ar, with direction marks": (
        ("ar",),
        "\u200fصدر الصورة، \u200eReuters",
        f"\u200fالتعليق على الصورة، {ARABIC}",
        "",
    ),
    "ur, leading commas": (("ur",), "،تصویر کا ذریعہGetty Images", f"،تصویر کا کیپشن{URDU}", ""),
    "ur, a space": (("ur",), "،تصویر کا ذریعہGetty Images", f"،تصویر کا کیپشن{URDU}", " "),
    "fa": (("fa",), "منبع تصویر، Getty Images", "توضیح تصویر، پل کهنه در سپیده‌دم", ""),
    "old BBC English": (("en",), "Image copyright PA Media", f"Image caption {ENGLISH}", " "),
    "BBC English": (("en",), "Image source, PA Media", f"Image caption, {ENGLISH}", ""),
    "BBC English, a space": (("en",), "Image source, PA Media", f"Image caption, {ENGLISH}", " "),
}


@pytest.mark.parametrize("name", GLUED)
def test_a_credit_and_a_caption_glued_into_one_line(name: str) -> None:
    languages, credit, caption, between = GLUED[name]
    got = parts(credit + between + caption, *languages)
    assert len(got) == 2
    assert got[0].strip("\u200f\u200e") == credit.strip("\u200f\u200e")
    assert got[1].strip("\u200f\u200e") == caption.strip("\u200f\u200e")


@pytest.mark.parametrize(
    ("text", "credit", "caption"),
    [
        (f"صدر الصورة، Getty Imagesالتعليق على الصورة، {ARABIC}", "Getty Images", ARABIC),
        (f"،تصویر کا ذریعہGetty Images،تصویر کا کیپشن{URDU}", "Getty Images", URDU),
        (f"Image copyright PA Media Image caption {ENGLISH}", "PA Media", ENGLISH),
        (f"Image source, PA MediaImage caption, {ENGLISH}", "PA Media", ENGLISH),
    ],
)
def test_the_picture_of_a_glued_line(text: str, credit: str, caption: str) -> None:
    body = {
        "ص": "رست السفينة المكتبة صباح الأحد عند الرصيف القديم، وعلى متنها سبعة آلاف كتاب وقطة واحدة.",
        "،": "یہ سڑک گاؤں کو شہر سے ملاتی ہے اور سردیوں میں اکثر برف سے بند ہو جاتی ہے، مگر اس سال کھلی رہی۔",
        "I": "The library ship tied up at the old quay on Sunday morning with seven thousand books and a cat.",
    }[text[0]]
    article = khabar.parse("\n\n".join((body[:40], text, body, body.replace("،", " "), body[10:])))
    assert [(image.credit, image.caption) for image in article.images] == [(credit, caption)]


@pytest.mark.parametrize(
    "line",
    [
        f"التعليق على الصورة، {ARABIC}",
        "صدر الصورة، Getty Images",
        "صدر الصورة،",
        "Image caption",
        f"وقال المصور إن التعليق على الصورة، كما نشر، لم يكن دقيقا، وإن {ARABIC}.",
        f"The editor said that the image caption, as printed, was wrong, and that {ENGLISH.lower()}.",
        ARABIC,
    ],
)
def test_a_line_with_one_label_or_none_stays_whole(line: str) -> None:
    assert parts(line, "ar", "en") == [line]


def test_the_order_and_the_gap_are_kept() -> None:
    text = f"{ARABIC}\n\nصدر الصورة، Reutersالتعليق على الصورة، {ARABIC}\n{ARABIC}"
    blocks = split(read(text, lambda line: False), lexicon_for("ar"))
    assert [block.line for block in blocks] == [1, 3, 3, 4]
    assert [block.gap for block in blocks] == [True, True, False, False]


# -- list items in one line


@pytest.mark.parametrize("mark", ["•", "●", "▪", "■", "►"])
def test_items_in_one_line(mark: str) -> None:
    line = f"في السفينة ثلاثة أقسام: {mark} كتب في الملاحة {mark} قصص للأطفال {mark} خرائط قديمة"
    assert parts(line) == [
        "في السفينة ثلاثة أقسام:",
        f"{mark} كتب في الملاحة",
        f"{mark} قصص للأطفال",
        f"{mark} خرائط قديمة",
    ]


def test_items_without_a_lead_in() -> None:
    assert parts("• كتب • قصص • خرائط") != ["• كتب • قصص • خرائط"]
    blocks = split(read("• كتب • قصص • خرائط", lambda line: False), lexicon_for())
    assert [(block.bullet, block.text) for block in blocks] == [("•", "كتب"), ("•", "قصص"), ("•", "خرائط")]


def test_items_behind_full_stops_need_no_space() -> None:
    assert parts("الأقسام:•كتب الملاحة.•قصص الأطفال؛•خرائط") == [
        "الأقسام:",
        "• كتب الملاحة.",
        "• قصص الأطفال؛",
        "• خرائط",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "خالد الرواس • ميناء القصيبة",  # one mark inside a line stands between two things
        "a•b•c",
        "•••",
        "••",
        "نقطة •",
        "BBC■News",
        "5•3•2",
    ],
)
def test_marks_that_begin_no_items(line: str) -> None:
    assert parts(line) == [line]


def test_empty_items_are_no_blocks() -> None:
    assert parts("الأقسام: • كتب • • خرائط") == ["الأقسام:", "• كتب", "• خرائط"]


# -- nothing lost, nothing made

PIECES = (
    *("صدر الصورة، ", "التعليق على الصورة، ", "صدر الصورة،", "Getty Images", "Image caption ", "Image copyright "),
    *("،تصویر کا ذریعہ", "،تصویر کا کیپشن", "Image source, ", "Reuters", ARABIC, URDU, ENGLISH),
    *(" • ", "•", " ■ ", ": ", " ", "\u200f", "\u0640", "\u064e", ". ", "، ", "ﷺ", "İ", "ß"),
)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map("".join))
def test_splitting_loses_nothing(line: str) -> None:
    blocks = read(line, lambda line: False)
    got = split(blocks, lexicon_for("ar", "ur", "en"))
    assert letters(got) == letters(blocks)
    assert all(block.text.strip() for block in got)


@pytest.mark.parametrize(
    "line",
    [
        "صدر الصورة، Reutersالتعليق على الصورة، " + "كلمة " * 400_000,
        "• بند " * 50_000,
        "•" * 1_000_000,
        "صدر الصورة،" + "\u064e" * 1_000_000,
    ],
    ids=["a long caption", "many items", "many marks", "many diacritics"],
)
def test_a_huge_line_is_split_in_time(line: str) -> None:
    lexicon = lexicon_for("ar")
    found, spent = effort(lambda: split([Block(line, 1, 1)], lexicon))
    assert found
    assert spent < 3


# -- read and split


def pieces(text: str, language: str) -> list[str]:
    lexicon = lexicon_for(language)
    return [block.text for block in split(read(text, lambda line: False), lexicon)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "صدر الصورة، Getty Imagesالتعليق على الصورة، صيادون على رصيف الميناء",
            "ar",
            ["صدر الصورة، Getty Images", "التعليق على الصورة، صيادون على رصيف الميناء"],
        ),
        (
            "Image source, Sami DahanImage caption, Fishermen on the quay",
            "en",
            ["Image source, Sami Dahan", "Image caption, Fishermen on the quay"],
        ),
        (
            "Image caption Fishermen on the quay Image copyright Sami Dahan",
            "en",
            ["Image caption Fishermen on the quay", "Image copyright Sami Dahan"],
        ),
    ],
)
def test_a_credit_and_a_caption_in_one_line(text: str, language: str, expected: list[str]) -> None:
    assert pieces(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("صدر الصورة، Getty Images", "ar"),
        ("Image source, Sami Dahan", "en"),
        ("The paper gave no image source for the picture it printed on Sunday.", "en"),
        ("وقال المتحدث إن صدر الصورة لم يعرف بعد، وإن التعليق على الصورة كتبه محرر الصفحة.", "ar"),
        ("", "ar"),
    ],
)
def test_what_holds_one_thing_stays_whole(text: str, language: str) -> None:
    assert pieces(text, language) == ([text] if text else [])


def test_list_items_in_a_row() -> None:
    assert pieces("وطلب السكان أمرين: • إصلاح البئر • فتح المدرسة", "ar") == [
        "وطلب السكان أمرين:",
        "إصلاح البئر",
        "فتح المدرسة",
    ]


def test_one_bullet_between_words_is_a_divider() -> None:
    assert pieces("Harbour Radio • Monday", "en") == ["Harbour Radio • Monday"]


def test_the_parts_keep_the_line_number() -> None:
    lexicon = lexicon_for("en")
    text = "A title here\n\nImage source, Sami DahanImage caption, Fishermen on the quay"
    blocks = split(read(text, lambda line: False), lexicon)
    assert [(block.line, block.end_line) for block in blocks] == [(1, 1), (3, 3), (3, 3)]
