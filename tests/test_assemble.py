"""Labelled blocks to an article: where every kind of block goes, and what is stripped of it."""

from __future__ import annotations

import khabar
import pytest
from khabar import Image, Section, Stripped
from words import unaccounted

TITLE = "السوق القديم في مدينة الواحة يدخل مرحلة الترميم"
BODY = [
    "قالت بلدية مدينة الواحة إن أعمال ترميم السوق القديم ستبدأ مطلع الشهر المقبل، وإنها ستستمر نحو عام كامل.",
    "وأضافت البلدية في بيان أن المحال ستنقل مؤقتا إلى ساحة قريبة من محطة القطار، دون أي رسوم على أصحابها.",
    "ويخشى بعض التجار أن يفقدوا زبائنهم إذا طالت الأعمال، لكن غرفة التجارة تقول إن الساحة الجديدة أوسع.",
    "وكان السوق قد بني قبل أكثر من مئة عام، وتضررت سقوفه الخشبية في حريق كبير أتى على عشرات المحال في طرفه.",
]


def parse(*lines: str, sep: str = "\n\n") -> khabar.Article:
    """An article of these lines; no word of theirs is lost."""
    text = sep.join(lines)
    article = khabar.parse(text)
    assert unaccounted(text, article.to_dict()) == ({}, {})
    return article


def label_words(article: khabar.Article) -> list[str]:
    return [piece.text for piece in article.stripped if piece.rule == "marker.word"]


# -- sections


def test_paragraphs_before_the_first_heading_have_none() -> None:
    article = parse(TITLE, BODY[0], "ساحة أوسع", BODY[1], BODY[2], "سقوف من خشب", BODY[3])
    assert article.title == TITLE
    assert article.sections == (
        Section(None, (BODY[0],)),
        Section("ساحة أوسع", (BODY[1], BODY[2])),
        Section("سقوف من خشب", (BODY[3],)),
    )


def test_a_heading_right_under_the_title_begins_the_first_section() -> None:
    page = f"<h1>{TITLE}</h1><h2>ساحة أوسع</h2>" + "".join(f"<p>{text}</p>" for text in BODY)
    article = khabar.parse(f"<article>{page}</article>", input_format="html")
    assert [section.heading for section in article.sections] == ["ساحة أوسع"]


def test_a_line_right_under_the_title_in_words_of_the_text_is_a_caption() -> None:
    article = parse(TITLE, "ساحة أوسع من السوق القديم كله", BODY[1], BODY[2], BODY[3])
    assert [image.caption for image in article.images] == ["ساحة أوسع من السوق القديم كله"]
    assert [section.heading for section in article.sections] == [None]


def test_list_items_are_paragraphs_without_their_marks() -> None:
    article = parse(TITLE, BODY[0], "وتشمل خطة الترميم ما يلي:", "• السقوف الخشبية", "• الأبواب السبعة", BODY[1])
    assert article.sections[0].paragraphs[1:-1] == ("وتشمل خطة الترميم ما يلي:", "السقوف الخشبية", "الأبواب السبعة")
    assert article.stripped == ()


def test_a_mark_that_is_a_letter_is_told() -> None:
    article = parse(
        "The council's plan for the harbour", "They agreed on these two things:", "  o boats", "  o a bus"
    )
    assert article.sections[0].paragraphs == ("They agreed on these two things:", "boats", "a bus")
    assert article.stripped == (Stripped("list.mark", "o"), Stripped("list.mark", "o"))


def test_the_text_is_as_it_was_written() -> None:
    lines = [
        "\u202bقالت\u202c البلديّة إنّ الســوق القديم سيُغلق «عامًا» كاملًا ابتداءً من الشهر المقبل.",
        BODY[1],
        BODY[2],
    ]
    assert parse(TITLE, *lines).sections[0].paragraphs == tuple(lines)


# -- pictures


def test_a_label_is_cut_off_and_stripped() -> None:
    article = parse(TITLE, "صدر الصورة، Getty Images", "التعليق على الصورة، السوق قبل الحريق", *BODY)
    assert article.images == (Image(credit="Getty Images", caption="السوق قبل الحريق", agencies=("Getty Images",)),)
    assert article.stripped == (
        Stripped("marker.word", "صدر الصورة،"),
        Stripped("marker.word", "التعليق على الصورة،"),
    )


@pytest.mark.parametrize(
    ("line", "label", "credit"),
    [
        ("صدر الصورة، Reuters", "صدر الصورة،", "Reuters"),
        ("صدر الصورة،Reuters", "صدر الصورة،", "Reuters"),
        ("صَدر الصـورة،\u00a0 Reuters", "صَدر الصـورة،", "Reuters"),
        ("\u202bصدر الصورة، Reuters\u202c", "\u202bصدر الصورة،", "Reuters\u202c"),
        ("مصدر الصورة Reuters", "مصدر الصورة", "Reuters"),
        ("مصدر الصورة : Reuters", "مصدر الصورة :", "Reuters"),
        ("صدر الصورة، © Reuters", "صدر الصورة،", "Reuters"),
        ("صدر الصورة، محمد، رويترز", "صدر الصورة،", "محمد، رويترز"),
    ],
)
def test_where_a_label_ends(line: str, label: str, credit: str) -> None:
    article = parse(TITLE, line, *BODY)
    assert [image.credit for image in article.images] == [credit]
    assert label_words(article) == [label]


def test_a_label_on_a_line_of_its_own() -> None:
    article = parse(TITLE, "صدر الصورة، ", "AFP", "التعليق على الفيديو، ", "جولة في السوق", *BODY, sep="\n")
    assert article.images == (Image(credit="AFP", caption="جولة في السوق", media="video", agencies=("AFP",)),)
    assert article.stripped == (
        Stripped("marker.alone", "صدر الصورة،"),
        Stripped("marker.alone", "التعليق على الفيديو،"),
    )


def test_a_label_without_a_value_makes_no_picture() -> None:
    article = parse(TITLE, *BODY, "صدر الصورة،")
    assert article.images == ()
    assert article.stripped == (Stripped("credit.label", "صدر الصورة،"),)


def test_alt_credit_and_caption_are_one_picture() -> None:
    article = parse(TITLE, "رجل يحمل صندوقا", "صدر الصورة، AFP", "التعليق على الصورة، السوق بعد الحريق", *BODY)
    assert article.images == (
        Image(credit="AFP", caption="السوق بعد الحريق", alt="رجل يحمل صندوقا", agencies=("AFP",)),
    )


def test_pictures_say_before_which_paragraph_they_stood() -> None:
    article = parse(
        TITLE,
        "التعليق على الصورة، الأولى",
        BODY[0],
        BODY[1],
        "التعليق على الصورة، الثانية",
        "ساحة أوسع",
        "التعليق على الصورة، الثالثة",
        BODY[2],
        BODY[3],
        "التعليق على الصورة، الرابعة",
    )
    assert [section.heading for section in article.sections] == [None, "ساحة أوسع"]
    places = {image.caption: (image.section, image.paragraph) for image in article.images}
    assert places == {"الأولى": (0, 0), "الثانية": (0, 2), "الثالثة": (1, 0), "الرابعة": (1, 2)}


def test_two_credits_are_two_pictures() -> None:
    article = parse(TITLE, "صدر الصورة، AFP", "صدر الصورة، Reuters", "التعليق على الصورة، السوق", *BODY)
    assert article.images == (
        Image(credit="AFP", agencies=("AFP",)),
        Image(credit="Reuters", caption="السوق", agencies=("Reuters",)),
    )


@pytest.mark.parametrize(
    ("label", "media"),
    [("التعليق على الصورة،", None), ("التعليق على الفيديو،", "video"), ("التعليق على التسجيل الصوتي،", "audio")],
)
def test_media(label: str, media: str | None) -> None:
    (image,) = parse(TITLE, BODY[0], f"{label} ليلة الحريق", *BODY[1:]).images
    assert (image.caption, image.media) == ("ليلة الحريق", media)


# -- an agency behind a caption


@pytest.mark.parametrize("agency", ["رويترز", "أ ف ب", "AFP", "الأناضول", "رويترز/ أ ف ب", "AFP/Getty Images"])
def test_an_agency_in_brackets_becomes_the_credit(agency: str) -> None:
    article = parse(TITLE, f"تجار يجمعون ما بقي من بضائعهم ({agency})", *BODY, sep="\n")
    (image,) = article.images
    assert image.replace(agencies=()) == Image(credit=agency, caption="تجار يجمعون ما بقي من بضائعهم")
    assert image.agencies


def test_brackets_without_an_agency_stay() -> None:
    article = parse(TITLE, *BODY[:2], "تجار السوق (قبل الحريق)", *BODY[2:])
    assert article.images == ()


def test_a_caption_said_again_is_stripped() -> None:
    caption = "تجار يجمعون ما بقي من بضائعهم (رويترز)"
    article = parse(TITLE, caption, caption, *BODY, sep="\n")
    assert len(article.images) == 1
    assert article.stripped == (Stripped("caption.repeat", caption),)


# -- names and dates


def test_names() -> None:
    article = parse(TITLE, "كتبت منى سالم", *BODY, "إعداد: سامي حداد")
    assert article.byline == ("منى سالم", "سامي حداد")
    assert label_words(article) == ["كتبت", "إعداد:"]


def test_the_source_is_no_name() -> None:
    article = parse(TITLE, *BODY, "المصدر: وكالات")
    assert article.byline == ()
    assert article.stripped == (Stripped("source.line", "المصدر: وكالات"),)


def test_an_office_is_no_name() -> None:
    lines = ("By Mira Holt", "Harbour correspondent")
    article = parse("The harbour wall is mended", *lines, "The council said that the wall was done. " * 2)
    assert article.byline == ("Mira Holt",)
    assert Stripped("byline.role", "Harbour correspondent") in article.stripped


@pytest.mark.parametrize(
    ("lines", "published", "modified"),
    [
        (["5 يوليو/ تموز 2021"], "2021-07-05", None),
        (["5 يوليو/ تموز 2021", "آخر تحديث 7 يوليو/ تموز 2021"], "2021-07-05", "2021-07-07"),
        (["آخر تحديث 7 يوليو/ تموز 2021"], None, "2021-07-07"),
        (["نشر في: 5 يوليو 2021"], "2021-07-05", None),
        (["5 يوليو 2021", "6 يوليو 2021"], "2021-07-05", None),  # the first counts
        (["قبل 12 دقيقة"], None, None),
    ],
)
def test_dates_above_the_text(lines: list[str], published: str | None, modified: str | None) -> None:
    article = parse(TITLE, *lines, *BODY)
    assert (article.published, article.modified) == (published, modified)
    assert [piece.text for piece in article.stripped] == lines


@pytest.mark.parametrize(
    ("above", "line", "published"),
    [
        (1, "7 أكتوبر 2019", "2019-10-07"),  # NEAR
        (2, "7 أكتوبر 2019", None),
        (2, "نشر في 7 أكتوبر 2019", "2019-10-07"),  # NEAR_MARKED
        (3, "نشر في 7 أكتوبر 2019", None),
    ],
)
def test_a_date_below_the_first_paragraphs(above: int, line: str, published: str | None) -> None:
    assert parse(TITLE, *BODY[:above], line, *BODY[above:]).published == published


def test_a_date_behind_the_text_is_not_the_articles() -> None:
    article = parse(TITLE, *BODY, "5 يوليو 2021")
    assert article.published is None
    assert [piece.text for piece in article.stripped] == ["5 يوليو 2021"]


# -- what is stripped


def test_stripped_pieces_keep_the_order_and_name_their_rule() -> None:
    article = parse(
        TITLE, "5 يوليو 2021", BODY[0], "تخطى البودكاست وواصل القراءة", "سوق وحكايات", "البودكاست نهاية", *BODY
    )
    assert article.stripped == (
        Stripped("date.line", "5 يوليو 2021"),
        Stripped("skip.begin", "تخطى البودكاست وواصل القراءة"),
        Stripped("promo.region", "سوق وحكايات"),
        Stripped("skip.end", "البودكاست نهاية"),
    )


def test_a_stripped_list_item_keeps_its_mark() -> None:
    article = parse(TITLE, BODY[0], "تخطى البودكاست وواصل القراءة", "• الحلقة الأولى", "البودكاست نهاية", *BODY)
    assert article.stripped[1] == Stripped("promo.region", "• الحلقة الأولى")


def test_an_authors_box_has_one_name_and_a_date() -> None:
    box = ("Author, Mira Holt", "Role, BBC harbour correspondent", "Reporting from, Ashby", "Published, 4 March 2021")
    article = parse("The harbour wall is mended", *box, "The council said that the wall was done. " * 2)
    assert (article.byline, article.published) == (("Mira Holt",), "2021-03-04")


def test_the_date_of_another_article_is_not_this_ones() -> None:
    article = parse(TITLE, BODY[3], "لماذا احترق السوق القديم في ليلة واحدة؟", "10 مارس 2022", *BODY[:3], sep="\n")
    assert article.published is None


def test_a_credit_of_marks_alone_is_no_picture() -> None:
    assert parse(TITLE, BODY[0], "صدر الصورة، --------", BODY[1]).images == ()


def test_a_date_that_heads_a_part_of_a_timeline_is_not_the_articles() -> None:
    assert parse(TITLE, *BODY[:2], "5 يوليو 2021", *BODY[2:]).published is None


def test_a_credit_before_its_caption_is_told_once() -> None:
    parse("• ", "© REUTERS / Fishermen of Ashby mend their nets at dawn", sep="\n")
