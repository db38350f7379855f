"""Date lines: what is read from them, and which lines are none."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from effort import effort
from hypothesis import given
from hypothesis import strategies as st
from khabar.characters import fold
from khabar.dates import is_relative_time, looks_like_date, parse_date, split_stamps

NAMES = {
    1: "يناير, كانون الثاني, January, janvier, января, ژانویه, جنوري, جنوری, thg 1, Am Faoilleach, 1月",
    2: "فبراير, شباط, February, fevereiro, февраля, فوریه",
    3: "مارس, آذار, March, mars, марта, مارچ, мар",
    4: "أبريل, نيسان, April, abril, آوریل, tháng 4",
    5: "مايو, أيار, May, Mayıs, มิถุนายน-5",
    6: "يونيو, حزيران, June, जून",
    7: "يوليو, تموز, July, Juli, juillet, जुलाई, 7月, An t-Iuchar",
    8: "أغسطس, آب, August, আগস্ট",
    9: "سبتمبر, أيلول, September, سپتامبر",
    10: "أكتوبر, تشرين الأول, October, ตุลาคม, اکتوبر",
    11: "نوفمبر, تشرين الثاني, November, ноября",
    12: "ديسمبر, كانون الأول, December, Aralık, Dezember",
}
MONTHS = {fold(name): number for number, names in NAMES.items() for name in names.split(", ")}

READ = [
    # machines
    ("Thu, 03 May 2018 14:27:40 GMT", "2018-05-03T14:27:40+00:00"),
    ("Mon, 05 Mar 2018 17:18:58 +0400", "2018-03-05T17:18:58+04:00"),
    ("Sat, 20 Oct 2018 03:18:01 -0330", "2018-10-20T03:18:01-03:30"),
    ("Sat, 20 Oct 2018 03:18:01 +0000 (UTC)", "2018-10-20T03:18:01+00:00"),
    ("2018-05-03T14:27:40Z", "2018-05-03T14:27:40+00:00"),
    ("2018-05-03T14:27:40.123+03:00", "2018-05-03T14:27:40+03:00"),
    ("2018-05-03T14:27", "2018-05-03T14:27:00"),
    ("2019-08-28 10:14:22", "2019-08-28T10:14:22"),
    ("2026-01-08 | 12:42", "2026-01-08T12:42:00"),
    # Arabic
    ("31 يوليو/ تموز 2019", "2019-07-31"),
    ("5 يوليو/تموز 2021", "2021-07-05"),
    ("الجمعة 24 نيسان / أبريل 2020 09:22 مساءً", "2020-04-24T21:22:00"),
    ("20 نوفمبر/ تشرين الثاني 2015", "2015-11-20"),
    ("10 كانون الأول 2020", "2020-12-10"),
    ("٠٢:٠٠ الثلاثاء ١ / ١٢ / ٢٠٢٠", "2020-12-01T02:00:00"),
    ("الإثنين، 24 أغسطس 2020 09:23 ص", "2020-08-24T09:23:00"),
    ("الأربعاء، 07 أكتوبر 2020 - 12:09 م", "2020-10-07T12:09:00"),
    ("الأربعاء، 07 أكتوبر 2020 12:09 ص", "2020-10-07T00:09:00"),
    ("17:55 GMT 17 مارس/ آذار 2020", "2020-03-17T17:55:00+00:00"),
    ("15/11/2023", "2023-11-15"),
    ("15/11/202302:54 م (بتوقيت مكة المكرمة)", "2023-11-15T14:54:00+03:00"),
    ("31/12/2020 الساعة 23:59 بتوقيت غرينتش", "2020-12-31T23:59:00+00:00"),
    ("4 كانون الأول/ديسمبر 2019 10:30 بتوقيت القاهرة", "2019-12-04T10:30:00"),
    ("11 شوال 1441هـ - 03 يونيو 2020م", "2020-06-03"),
    ("03 يونيو 2020م الموافق 11 شوال 1441 هـ", "2020-06-03"),
    ("1 ربيع الأول 1442 - 18 أكتوبر 2020", "2020-10-18"),
    # Persian and Pashto: the Iranian calendar
    ("2 تير 1399", "2020-06-22"),
    ("2 تير 1399 - 12:09:08 ب.ظ", "2020-06-22T12:09:08"),
    ("سه‌شنبه ۲۹ بهمن ۱۳۹۸", "2020-02-18"),
    ("۳۰ اسفند ۱۳۹۹", "2021-03-20"),
    ("۸ مهر ۱۴۰۰ - ۳۰ سپتامبر ۲۰۲۱", "2021-09-30"),
    ("۹ لړم ۱۳۹۸ - ۳۱ اکتوبر ۲۰۱۹", "2019-10-31"),
    ("1399/04/02", "2020-06-22"),
    # others
    ("17 December 2020", "2020-12-17"),
    ("December 17, 2020", "2020-12-17"),
    ("Dec. 17, 2020 3:05 PM", "2020-12-17T15:05:00"),
    ("July 4, 2015 3 p.m.", "2015-07-04T15:00:00"),
    ("17-Dec-2020", "2020-12-17"),
    ("7 марта 2022 г.", "2022-03-07"),
    ("2019年7月12日", "2019-07-12"),
    ("2020年11月3日 午後3時05分", "2020-11-03T15:05:00"),
    ("2019년 7월 12일", "2019-07-12"),
    ("2021년 1월 7일 오후 3시 5분", "2021-01-07T15:05:00"),
    ("28 Mayıs 2022", "2022-05-28"),
    ("16 de fevereiro de 2020", "2020-02-16"),
    ("le 1er juillet 2019 à 14h30", "2019-07-01T14:30:00"),
    ("12. Juli 2019 um 14.30 Uhr", "2019-07-12T14:30:00"),
    ("6 ตุลาคม 2019", "2019-10-06"),
    ("6 ตุลาคม 2562", "2019-10-06"),
    ("३ जुलाई २०१५", "2015-07-03"),
    ("২ আগস্ট ২০১৬", "2016-08-02"),
    ("28 tháng 4 2015", "2015-04-28"),
    ("18 Am Faoilleach 2021", "2021-01-18"),
    ("13 An t-Iuchar 2019", "2019-07-13"),
    ("23.10.2019", "2019-10-23"),
    ("24/08/2020 09:56", "2020-08-24T09:56:00"),
    ("03/04/2020", "2020-04-03"),
    ("4/13/2020", "2020-04-13"),
    ("15/11/23", "2023-11-15"),
]


@pytest.mark.parametrize(("line", "expected"), READ)
def test_date_lines_are_read(line: str, expected: str) -> None:
    assert parse_date(line, MONTHS) == expected
    assert looks_like_date(line, MONTHS)
    assert split_stamps(line, MONTHS) == (expected, None)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("تم نشره الجمعة 24 نيسان 2020", "2020-04-24"),
        ("وكالات، القاهرة 5 مايو 2020", "2020-05-05"),
        ("BBC News, 5 May 2020", "2020-05-05"),
        ("11 شوال 1441هـ", None),
        ("11/10/1441", None),
        ("May 2020", None),
        ("11-14 March", None),
        ("31/02/2020", None),
        ("30 فبراير 2020", None),
        ("192.168.10.20", None),
        ("2018: لاعب من إسبانيا", None),
        ("17:30", None),
        ("²³ ½ 2019", None),
        ("", None),
    ],
)
def test_dates_in_other_lines(line: str, expected: str | None) -> None:
    assert parse_date(line, MONTHS) == expected


@pytest.mark.parametrize(
    "line",
    [
        "في 6 فبراير 2019 قال", "In February 2019 he", "2018: لاعب من إسبانيا", "2019", "2018/2019",
        "May 2020",
        "24 أغسطس", "24 أغسطس 09:23", "17:30 GMT", "11-14 March", "192.168.10.20",
        "تكلفة المشروع 12.5.2019 %",
        "12/10/2019؟", "القاهرة: 07 أكتوبر 2020", "5 May 2020 17", "1956 - تأميم القناة", "99/99/2020",
        "2 min",
        "6 February 2019 " * 6, "قبل 12 دقيقة", "كأس العالم 2022", "+201001234567", "7-12-3 2020",
    ],
)  # fmt: skip
def test_other_lines_are_no_date_lines(line: str) -> None:
    assert not looks_like_date(line, MONTHS)


def test_a_lunar_date_is_a_date_line_that_cannot_be_read() -> None:
    assert looks_like_date("11 شوال 1441هـ", MONTHS)
    assert parse_date("11 شوال 1441هـ", MONTHS) is None


def test_weekdays_of_the_lexicon() -> None:
    assert not looks_like_date("Dydd Llun, 5 May 2020", MONTHS)
    assert looks_like_date("Dydd Llun, 5 May 2020", MONTHS, {"dydd", "llun"})


def test_english_months_are_known_everywhere() -> None:
    assert parse_date("Tue, 12 Jun 2018 12:53:16 GMT", {}) == "2018-06-12T12:53:16+00:00"


def test_months_added_to_a_mapping_are_seen() -> None:
    months = {"brumaire": 11}
    assert parse_date("9 brumaire 2020", months) == "2020-11-09"
    months["frimaire"] = 12
    assert parse_date("9 frimaire 2020", months) == "2020-12-09"


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        (
            "GMT 17:27 17.03.2020(محدثة GMT 17:49 17.03.2020)",
            "2020-03-17T17:27:00+00:00",
            "2020-03-17T17:49:00+00:00",
        ),
        ("07.04.2024 - محدث : 08.04.2024", "2024-04-07", "2024-04-08"),
        ("07.04.2024 - 08.04.2024", "2024-04-07", "2024-04-08"),
        ("08.04.2024 - 07.04.2024", "2024-04-08", None),
        (
            "الأربعاء، 28 آب/أغسطس 2013، آخر تحديث 14:00 (GMT+0400)",
            "2013-08-28",
            "2013-08-28T14:00:00+04:00",
        ),
        ("|آخر تحديث: 15/11/202302:54 م", None, "2023-11-15T14:54:00"),
        ("Published 5 May 2020 Updated 6 May 2020 10:00", "2020-05-05", "2020-05-06T10:00:00"),
        ("نشر في 5 مايو 2020", "2020-05-05", None),
        ("لا تاريخ هنا", None, None),
        ("12 ولا تاريخ هنا", None, None),
    ],
)
def test_published_and_updated(line: str, published: str | None, modified: str | None) -> None:
    assert split_stamps(line, MONTHS) == (published, modified)


@pytest.mark.parametrize(
    "line",
    [
        "قبل 12 دقيقة", "منذ ساعتين", "منذ ساعة", "منذ 3 ساعات و5 دقائق", "قبل ١٢ دقيقة", "2 hours ago",
        "an hour ago",
        "3h ago", "۱۲ دقیقه پیش", "12 منٹ قبل", "5 saat önce", "3 часа назад", "il y a 2 heures",
        "hace 5 horas",
        "há 3 horas", "vor 3 Stunden", "2 jam yang lalu", "3小时前", "3時間前", "5시간 전", "2 घंटे पहले",
        "آخر تحديث قبل 3 ساعات",
    ],
)  # fmt: skip
def test_relative_times(line: str) -> None:
    assert is_relative_time(line)
    assert not looks_like_date(line, MONTHS)


@pytest.mark.parametrize(
    "line",
    [
        "قبل يومين من الانتخابات", "منذ سنوات", "In 2019", "12", "دقيقة", "ago", "بعد 12 دقيقة", "2 hours",
        "قال قبل 12 دقيقة", "", "x" * 50, "قبل قبل", "3 hours ago he left the city centre",
    ],
)  # fmt: skip
def test_no_relative_times(line: str) -> None:
    assert not is_relative_time(line)


@given(st.dates(date(1995, 1, 1), date(2035, 12, 31)), st.integers(0, 23), st.integers(0, 59))
def test_every_day_is_read_in_every_order(day: date, hour: int, minute: int) -> None:
    month = NAMES[day.month].split(", ")[0]
    expected = f"{day.isoformat()}T{hour:02}:{minute:02}:00"
    for line in (
        f"{day.day} {month} {day.year} {hour:02}:{minute:02}",
        f"{hour}:{minute:02} {day.day}/{day.month}/{day.year}",
        f"{day:%Y-%m-%d}T{hour:02}:{minute:02}",
        f"{day:%B} {day.day}, {day.year} {hour:02}:{minute:02}",
        f"{day.year}年{day.month}月{day.day}日 {hour:02}:{minute:02}",
    ):
        assert parse_date(line, MONTHS) == expected, line
        assert looks_like_date(line, MONTHS), line


@given(st.dates(date(1996, 4, 1), date(2030, 1, 1)))
def test_iranian_days_follow_each_other(day: date) -> None:
    # 1 Farvardin of 1375 was 20 March 1996; six months of 31 days, then of 30; leap years as listed
    left, year = (day - date(1996, 3, 20)).days, 1375
    while left >= (length := 366 if year in {1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408} else 365):
        left, year = left - length, year + 1
    month = left // 31 if left < 186 else 6 + (left - 186) // 30
    number = left % 31 if left < 186 else (left - 186) % 30
    assert parse_date(f"{year}/{month + 1:02}/{number + 1:02}", {}) == day.isoformat()


@given(st.text(max_size=100))
def test_no_text_raises(text: str) -> None:
    for line in (text, text + " 12/10/2019 " + text, "5 " + text + " 2019", "10:" + text):
        parsed = parse_date(line, MONTHS)
        assert parsed is None or date.fromisoformat(parsed[:10])
        split_stamps(line, MONTHS)
        is_relative_time(line)
        if looks_like_date(line, MONTHS):
            assert len(line) <= 90


@given(st.text(alphabet="0123456789٠١٢٣۱۲ :/.-+年月日TZhGMT صمامARjulyJ,()\u200f", max_size=60))
def test_no_line_of_date_characters_raises(line: str) -> None:
    parsed = parse_date(line, MONTHS)
    assert parsed is None or date.fromisoformat(parsed[:10]) - date(1900, 1, 1) >= timedelta()
    looks_like_date(line, MONTHS)
    split_stamps(line, MONTHS)
    is_relative_time(line)


def test_ordinary_lines_are_rejected_at_once() -> None:
    lines = (
        "وقال الوزير إن المحادثات مستمرة منذ يومين في العاصمة",
        "ورد في التقرير أن 3 من أصل 5 وزراء",
        "x" * 500,
    )
    _, spent = effort(lambda: [looks_like_date(line, MONTHS) for line in lines for _ in range(2000)])
    assert spent / 6000 < 50e-6  # about 1.5 µs
