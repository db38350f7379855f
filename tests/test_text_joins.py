"""Lines broken in mid-sentence, as `get_text("\\n")` breaks them at every link: what is joined, and what is not."""

from __future__ import annotations

import khabar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from khabar.text import read
from khabar.text.joins import Hints
from khabar.text.lines import lines_of

BODY = (
    "رست السفينة المكتبة صباح الأحد عند الرصيف القديم، وعلى متنها سبعة آلاف كتاب وقطة واحدة.",
    "وقال أمينها خالد الرواس إن الاستعارة مجانية لكل من يحمل بطاقة صياد أو يعرف من يحملها.",
    "وستبقى السفينة في الميناء أسبوعين قبل أن تبحر جنوبا نحو القرى الصغيرة على الساحل.",
)
ENGLISH = (
    "The library ship tied up at the old quay on Sunday morning with seven thousand books and a cat.",
    "Her master, who used to carry cement, says that borrowing is free for anybody with a fishing permit.",
    "She will stay for a fortnight before sailing south to the villages that have no quay at all.",
)


def paragraphs(text: str, *labels: str) -> list[str]:
    return [block.text for block in read(text, lambda line: line.strip() in labels)]


def among(*lines: str, body: tuple[str, ...] = BODY) -> str:
    """The lines of interest among paragraphs, one line each."""
    return "\n".join((*body, *lines, *body))


def between(text: str, *labels: str, body: tuple[str, ...] = BODY) -> list[str]:
    """What the reader makes of the lines of `among`."""
    got = paragraphs(text, *labels)
    assert tuple(got[: len(body)]) == body
    assert tuple(got[-len(body) :]) == body
    return got[len(body) : -len(body)]


# -- joined

JOINED = {
    "a fragment before a link ends in a space": (
        "وكان الرواس قد عمل عشرين عاما أمينا لمكتبة الميناء قبل أن تغلقها البلدية، ثم ",
        "اشترى السفينة بثمن سيارة مستعملة",
        ", وهو يقول إنه لم يندم يوما.",
    ),
    "the line behind a link begins with an Arabic comma": (
        "وكان قد عمل في مكتبة الميناء",
        "، ثم اشترى السفينة بثمن سيارة مستعملة.",
    ),
    "with a full stop": ("وقد أغلقت البلدية المكتبة قبل عشرة أعوام بقرار من المجلس", ". ثم نسي الناس أمرها."),
    "with a closing bracket": ("وتتبع السفينة جمعية الكتاب البحري (وهي جمعية أهلية صغيرة", ") مقرها في العاصمة."),
    "with a question mark": ("وسأله أحد الصيادين هل في السفينة كتاب عن صيد الحبار", "؟ فضحك الأمين وأخرج له ثلاثة."),
    "with a closing quotation mark": ("وقال الرواس إن السفينة «ليست متحفا", "» ولا مدرسة، بل بيت لمن يقرأ."),
    "with a semicolon": ("ولا توجد غرامة على من يتأخر في إعادة الكتب", "؛ فالبحر كما يقول أولى بالصبر."),
    "with an opening bracket": ("وتتبع السفينة جمعية الكتاب البحري (", "تأسست في العاصمة قبل ثلاثين عاما)."),
    "with an opening quotation mark": ("وقال الرواس إن السفينة «", "ليست متحفا ولا مدرسة» بل بيت لمن يقرأ."),
}


@pytest.mark.parametrize("name", JOINED)
def test_a_broken_sentence_is_joined(name: str) -> None:
    (joined,) = between(among(*JOINED[name]))
    assert "".join(joined.split()) == "".join("".join(JOINED[name]).split())


JOINED_ENGLISH = {
    "lower case behind a link": (
        "The ship was bought by",
        "the Harbour Readers' Trust",
        "for the price of a used car.",
    ),
    "a link between commas": ("Her master, ", "Ruth Lindqvist", ", used to carry cement between the islands."),
    "a full stop on a line of its own": ("She keeps the log in a school notebook that", "her daughter lent her", "."),
    "an opening bracket at the end": ("The trust (", "founded in 1991", ") has four other ships."),
    "a possessive behind a link": ("It was the idea of the", "harbour master", "’s wife, who is a poet."),
    "a link in a long line, in capitals": (
        "The timetable, which was printed by a school on the mainland and copied by hand for the smaller islands, "
        "is kept by the",
        "HARBOUR OFFICE",
        "and can be read there on any weekday before noon.",
    ),
    "a link text that begins with a capital, in a long line": (
        "It took a further six years, and a good deal more money, to make the hull safe for the run to the north, "
        "said ",
        "Ruth Lindqvist",
        ", who paid for the paint.",
    ),
    "a lower-case continuation": ("The cat, which came with the cement,", "has its own berth behind the atlases."),
}


@pytest.mark.parametrize("name", JOINED_ENGLISH)
def test_a_broken_english_sentence_is_joined(name: str) -> None:
    (joined,) = between(among(*JOINED_ENGLISH[name], body=ENGLISH), body=ENGLISH)
    assert "".join(joined.split()) == "".join("".join(JOINED_ENGLISH[name]).split())


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        # a mark that was written tight stays tight, and a word gets its space
        (("قال الرواس", "، وهو أمين السفينة."), "قال الرواس، وهو أمين السفينة."),
        (("قال الرواس", "."), "قال الرواس."),
        (("قال الرواس ", "، وهو أمين السفينة."), "قال الرواس ، وهو أمين السفينة."),
        (("قال الرواس (", "وهو أمين السفينة)."), "قال الرواس ( وهو أمين السفينة)."),
        (("هل وصلت السفينة", "؟"), "هل وصلت السفينة؟"),
    ],
)
def test_how_lines_are_put_together(lines: tuple[str, str], joined: str) -> None:
    assert between(among(*lines)) == [joined]


def test_a_sentence_broken_many_times_is_one_block() -> None:
    lines = (
        "The ship was bought by",
        "the trust",
        "from",
        "a cement works",
        ", which had",
        "forgotten",
        "that it owned her",
        ".",
    )
    (joined,) = between(among(*lines, body=ENGLISH), body=ENGLISH)
    assert joined == "The ship was bought by the trust from a cement works, which had forgotten that it owned her."


def test_a_russian_sentence_broken_at_a_link() -> None:
    body = (
        "Корабль с книгами пришёл в старый порт в воскресенье утром, и первыми на борт поднялись школьники.",
        "Капитан, который раньше возил цемент, говорит, что брать книги можно бесплатно и на любой срок.",
    )
    lines = ("Судно принадлежит", "обществу портовых читателей", ", которому в этом году исполнилось тридцать лет.")
    assert between(among(*lines, body=body), body=body) == [
        "Судно принадлежит обществу портовых читателей, которому в этом году исполнилось тридцать лет."
    ]


def test_a_persian_sentence_broken_at_a_link() -> None:
    body = (
        "کشتی کتابخانه صبح یکشنبه در اسکلهٔ کهنه پهلو گرفت و نخستین کسانی که بالا رفتند دانش‌آموزان بودند.",
        "ناخدا که پیشتر سیمان جابه‌جا می‌کرد می‌گوید امانت گرفتن کتاب برای همهٔ ماهیگیران رایگان است.",
    )
    lines = ("این کشتی از آن", "انجمن کتاب دریایی", "، بنیادی کوچک در پایتخت، است.")
    got = between(among(*lines, body=body), body=body)
    assert got[-1].endswith("انجمن کتاب دریایی، بنیادی کوچک در پایتخت، است.")


BOLD = (
    "رست السفينة عند الرصيف",
    "القديم",
    "، وعلى متنها سبعة آلاف كتاب.",
    "وقال أمينها",
    "خالد الرواس",
    "، إن الاستعارة مجانية.",
)


def test_a_comma_at_the_end_goes_on_where_sentences_are_broken() -> None:
    comma = ("وتضم السفينة كتبا بالعربية والفارسية والتركية،", "وقسما للأطفال فيه قصص مصورة عن البحر.")
    assert between(among(*BOLD, *comma))[-1] == " ".join(comma)
    assert between(among(*comma)) == list(comma)


def test_a_lead_in_is_not_joined_with_the_quotation_below() -> None:
    lines = ("وقال الرواس للصحفيين وهو يغلق باب السفينة:", "البحر لا يقرأ، ولكنه يسمع.")
    assert between(among(*lines)) == list(lines)


# -- not joined

APART = {
    "headings": ("قطة على متن السفينة", "كتب لا تعار"),
    "a heading and the paragraph below": ("كتب لا تعار", "وفي السفينة خزانة مغلقة لا يفتحها إلا الأمين نفسه."),
    "a heading with a trailing space": ("كتب لا تعار ", "وفي السفينة خزانة مغلقة لا يفتحها إلا الأمين نفسه."),
    "a heading with a trailing no-break space": ("كتب لا تعار\u00a0", "وفي السفينة خزانة مغلقة لا يفتحها أحد."),
    "a heading that ends in a colon": ("كتب لا تعار:", "وفي السفينة خزانة مغلقة لا يفتحها إلا الأمين نفسه."),
    "a heading in quotation marks": ("«البحر لا يقرأ»", "وفي السفينة خزانة مغلقة لا يفتحها إلا الأمين نفسه."),
    "a heading in straight quotation marks": ('"البحر لا يقرأ"', "وفي السفينة خزانة مغلقة لا يفتحها إلا الأمين."),
    "a question and its answer": ("لماذا سفينة؟", "لأن الطريق إلى القرى الجنوبية لم يعبد بعد."),
    "titles of links": (
        "مكتبة على ظهر جمل تصل إلى الواحات البعيدة",
        "صياد يكتب رواية على أشرعة قاربه",
        "لماذا أغلقت البلدية مكتبة الميناء القديمة",
    ),
    "list items": ("- كتب في الملاحة", "- قصص للأطفال", "- خرائط قديمة"),
    "list items that end with commas": ("- كتب في الملاحة،", "- قصص للأطفال،", "- خرائط قديمة"),
    "a name and a place": ("خالد الرواس", "ميناء القصيبة"),
    "a dateline of an agency": ("ميناء القصيبة", "(وكالة أنباء الساحل) - رست السفينة عند الرصيف القديم أمس."),
    "dots": ("وغابت السفينة خلف الجزيرة", ".. وبقي الصغار يلوحون لها حتى المساء"),
}


@pytest.mark.parametrize("name", APART)
def test_lines_that_are_apart_stay_apart(name: str) -> None:
    lines = APART[name]
    got = read(among(*lines), lambda line: False)[len(BODY) : -len(BODY)]
    assert [f"{block.bullet} {block.text}".strip() for block in got] == [line.strip() for line in lines]


APART_ENGLISH = {
    "a heading in capitals": (
        "A BERTH FOR THE CAT",
        "The cat came with the cement and has never left the ship since.",
    ),
    "a heading with a trailing space": ("A berth for the cat ", "The cat came with the cement and has never left."),
    "titles of links": (
        "Slate quarry to become bird reserve",
        "Why small stations are coming back",
        "The bus that only runs on Tuesdays",
    ),
    "titles of links with trailing spaces": (
        "Slate quarry to become bird reserve ",
        "Why small stations are coming back ",
        "The bus that only runs on Tuesdays ",
    ),
    "a byline and a role": ("By Morag Tennant", "Harbour correspondent"),
    "a heading in quotation marks": ("'We are not a museum'", "The master says that nobody has ever paid a fine."),
}


@pytest.mark.parametrize("name", APART_ENGLISH)
def test_english_lines_that_are_apart_stay_apart(name: str) -> None:
    lines = APART_ENGLISH[name]
    assert between(among(*lines, body=ENGLISH), body=ENGLISH) == [line.strip() for line in lines]


def test_titles_of_links_are_not_joined_in_a_broken_text() -> None:
    links = ("Slate quarry to become bird reserve", "Why small stations are coming back", "The bus on Tuesdays")
    text = "\n".join((*ENGLISH, "Her master, ", "Ruth Lindqvist", ", sails her.", *links, *ENGLISH))
    assert paragraphs(text)[len(ENGLISH) :] == ["Her master, Ruth Lindqvist, sails her.", *links, *ENGLISH]


def test_trailing_spaces_tell_nothing_where_all_lines_have_them() -> None:
    lines = (*ENGLISH, "A berth for the cat", "The cat came with the cement and has never left the ship", *ENGLISH)
    assert paragraphs("\n".join(line + " " for line in lines)) == list(lines)


def test_leading_spaces_tell_nothing_where_all_lines_have_them() -> None:
    lines = (*BODY, "كتب لا تعار", "وفي السفينة خزانة مغلقة لا يفتحها إلا الأمين نفسه", *BODY)
    assert paragraphs("\n".join(" " + line for line in lines)) == list(lines)


def test_missing_full_stops_tell_nothing_where_no_line_has_them() -> None:
    lines = (
        "เรือห้องสมุดจอดที่ท่าเรือเก่าเมื่อเช้าวันอาทิตย์พร้อมหนังสือเจ็ดพันเล่มและแมวหนึ่งตัวที่ไม่ยอมลงจากเรือ",
        "กัปตันเรือซึ่งเคยขนปูนซีเมนต์มาก่อนบอกว่าทุกคนที่มีใบอนุญาตทำประมงสามารถยืมหนังสือได้โดยไม่เสียเงิน ",
        "แมวบนเรือ",
        "เรือจะจอดอยู่สองสัปดาห์ก่อนออกเดินทางลงใต้ไปยังหมู่บ้านเล็ก ๆ ที่ไม่มีท่าเรือเป็นของตนเองเลยแม้แต่แห่งเดียว",
    )
    assert paragraphs("\n".join(lines)) == [line.strip() for line in lines]


# -- where blank lines stand between paragraphs, a break between them is none in a sentence

SPACED = {
    "a fragment that ends in a space": (
        "وكان الرواس قد عمل عشرين عاما أمينا لمكتبة الميناء قبل أن تغلقها ",
        "ثم اشترى",
    ),
    "a comma": ("وتضم السفينة كتبا بالعربية والفارسية والتركية،", "وقسما للأطفال فيه قصص مصورة عن البحر."),
    "lower case": ("The ship was bought by", "the Harbour Readers' Trust"),
    "a mark": ("وكان قد عمل في مكتبة الميناء", "، ثم اشترى السفينة."),
}


@pytest.mark.parametrize("name", SPACED)
def test_nothing_is_joined_over_a_blank_line(name: str) -> None:
    lines = [line.strip() for line in (*BODY, *SPACED[name], *BODY)]
    assert paragraphs("\n\n".join((*BODY, *SPACED[name], *BODY))) == lines


def test_lines_without_a_blank_line_in_a_spaced_text_are_not_joined() -> None:
    # a caption and a date stand together, the paragraphs have blank lines between them
    pair = ("أطفال على الرصيف ينتظرون السفينة", "الأحد 7 مارس 2021")
    text = "\n\n".join((*BODY, "\n".join(pair), *BODY))
    assert paragraphs(text) == [*BODY, *pair, *BODY]


def test_a_mark_at_the_start_is_joined_even_in_a_spaced_text() -> None:
    text = "\n\n".join((*BODY, "قال الرواس\n، وهو أمين السفينة.", *BODY))
    assert paragraphs(text) == [*BODY, "قال الرواس، وهو أمين السفينة.", *BODY]


# -- labels

CREDIT, CAPTION = "صدر الصورة،", "التعليق على الصورة،"


def test_a_label_is_not_joined_with_its_value() -> None:
    lines = (CREDIT, "خالد الرواس", CAPTION, "السفينة عند الرصيف القديم")
    assert between(among(*lines), CREDIT, CAPTION) == list(lines)


def test_a_caption_is_not_joined_with_the_body() -> None:
    caption = "The crew of the library ship at the old quay, who used to carry cement between the two islands and "
    label = "Image caption,"
    text = "\n".join((*ENGLISH, "Her master, ", "Ruth", ", sails her.", label, caption, *ENGLISH))
    assert paragraphs(text, label)[4:] == [label, caption.strip(), *ENGLISH]


def test_a_label_is_not_joined_with_an_open_line_before_it() -> None:
    lines = ("وتضم السفينة كتبا بالعربية والفارسية،", CREDIT, "رويترز")
    assert between(among(*lines), CREDIT) == list(lines)


@pytest.mark.parametrize(
    "date", ["5 يوليو/ تموز 2021", "الأحد، 7 مارس 2021", "17 January 2021", "٠٩:٣٠ الأربعاء ٨ / ٦ / ٢٠٢٢"]
)
def test_a_date_line_stays_alone(date: str) -> None:
    lines = ("مكتبة عائمة ترسو في ميناء القصيبة،", date, "رست السفينة المكتبة عند الرصيف القديم أمس.")
    assert between(among(*lines), date) == list(lines)
    assert date in [block.text for block in khabar.trace(among(*lines)).blocks]


def test_a_dash_behind_a_bold_word_goes_on() -> None:
    text = "\n".join((*ENGLISH, "Old quay", " - a berth in the north of the harbour", *ENGLISH))
    assert paragraphs(text)[3:-3] == ["Old quay - a berth in the north of the harbour"]


# -- what white space tells


def hints(*lines: str) -> Hints:
    return Hints(lines_of("\n".join(lines)))


def test_which_hints_a_text_gives() -> None:
    plain = hints(*BODY)
    assert (plain.heads, plain.kept, plain.broken) == (True, False, False)
    assert not hints(*("\u00a0" + line for line in BODY)).heads
    assert hints(*(line + " " for line in BODY)).kept
    assert hints(*BOLD).broken


def test_no_lines_give_no_hints() -> None:
    assert not Hints([]).broken


# -- the same in small: two paragraphs and the lines in question

LEAD = "وصلت القافلة إلى واحة الجغبوب بعد أن سارت أحد عشر يوما في رمال لا ماء فيها ولا ظل."
NEXT = "ويقول دليلها مسعود إن الطريق القديم ما زال أقصر من الطريق المعبد."


def texts(*lines: str, label: str = "") -> list[str]:
    return [block.text for block in read("\n".join(lines), lambda line: bool(label) and line.startswith(label))]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # a link in the middle of a sentence: what is behind it begins with a mark or a small letter
        (
            ["The mayor told ", "Harbour Radio", ", a local station, that the pier will stay closed."],
            "The mayor told Harbour Radio, a local station, that the pier will stay closed.",
        ),
        (["The pier was built in 1911", "and it has been mended twice."], None),
        (
            ["وقال رئيس البلدية", "، الذي زار الجسر، إن الترميم سيبدأ غدا."],
            "وقال رئيس البلدية، الذي زار الجسر، إن الترميم سيبدأ غدا.",
        ),
        # an opened bracket goes on
        (["The boat (", "Star of the Bay", ") left at noon."], "The boat ( Star of the Bay) left at noon."),
    ],
)
def test_a_broken_sentence_is_put_together(lines: list[str], expected: str | None) -> None:
    # a text of two lines, the first behind a gap as every first line is, says too little about its gaps
    assert texts(LEAD, NEXT, *lines) == [LEAD, NEXT, expected or " ".join(lines)]


@pytest.mark.parametrize("heading", ["طريق الملح", "لماذا تختفي الآبار؟", "A road of salt", "Where are the wells?"])
def test_a_heading_is_joined_with_nothing(heading: str) -> None:
    assert texts(LEAD, heading, NEXT) == [LEAD, heading, NEXT]


def test_a_lead_in_before_a_list_stays_alone() -> None:
    assert texts("وطالب السكان بثلاثة أمور:", "إصلاح البئر القديمة", "فتح المدرسة") == [
        "وطالب السكان بثلاثة أمور:",
        "إصلاح البئر القديمة",
        "فتح المدرسة",
    ]


def test_a_label_is_never_joined_with_the_line_before_it() -> None:
    assert texts("The nets, the oars,", "Image source, Sami Dahan", label="Image source") == [
        "The nets, the oars,",
        "Image source, Sami Dahan",
    ]


def test_blank_lines_part_even_what_a_comma_ends() -> None:
    assert texts("زار الوفد السوق والميناء،", "", "ثم عاد إلى العاصمة.") == [
        "زار الوفد السوق والميناء،",
        "ثم عاد إلى العاصمة.",
    ]


def test_line_numbers_span_what_was_joined() -> None:
    blocks = read(
        f"{LEAD}\n{NEXT}\nThe mayor told \nHarbour Radio\n, a local station.\nThe end of it.\n", lambda line: False
    )
    assert [(block.line, block.end_line) for block in blocks] == [(1, 1), (2, 2), (3, 5), (6, 6)]


_PIECES = st.lists(
    st.sampled_from(
        [LEAD, NEXT, "طريق الملح", "", " ", "، ثم عاد", "- نقطة", "and so on", "(", ")", '"', "Reuters", ":"]
    ),
    max_size=20,
)


@settings(max_examples=150, deadline=None)
@given(_PIECES)
def test_no_word_is_lost_and_none_moves(lines: list[str]) -> None:
    blocks = read("\n".join(lines), lambda line: line == "Reuters")
    got = "".join(block.bullet + block.text for block in blocks)
    assert "".join(got.split()) == "".join("".join(lines).split())
