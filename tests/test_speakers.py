"""Who is one person over many articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import khabar
import pytest
from effort import effort
from hypothesis import given
from hypothesis import strategies as st
from khabar.characters import fold
from khabar.speakers import Known, NamesError, Person, merge_speakers, together
from khabar.speakers.names import read_name


def groups(names: Iterable[str], language: str | None = None, known: Known | None = None) -> set[frozenset[str]]:
    return {frozenset(person.forms) for person in khabar.merge_speakers(list(names), language=language, known=known)}


ONE = [
    ("ar", "فلاديمير بوتين | بوتين | الرئيس فلاديمير بوتين | الرئيس بوتين | الرئيس الروسي فلاديمير بوتين"),
    ("ar", "عبدالفتاح السيسي | السيسى | الرئيس السيسي | عبد الفتاح السيسي"),
    ("ar", "سارة الأحمدي | ساره الاحمدى | الدكتورة سارة الأحمدي | الدكتورة ســارة الأحمدي"),
    ("ar", "أحمد أبو زيد | أبو زيد | المتحدث باسم الخارجية أحمد أبو زيد"),
    ("ar", "بوريس جونسون | رئيس الوزراء البريطاني بوريس جونسون | رئيس وزراء بريطانيا بوريس جونسون"),
    ("ar", "نعمان الحضري | رئيس الفريق، الدكتور نعمان الحضري | نعمان صالح الحضري | الحضري"),
    ("ar", "محمد بن سلمان | الأمير محمد بن سلمان | محمد بن سلمان آل سعود"),
    ("ar", "إلياس خوري | الأديب إلياس خوري | #إلياس_خوري | إلياس خوري رئيس تحرير المجلة | خوري"),
    ("ar", "سليم الأندلسي | سليم الأندلسي وزير الزراعة في الأرخبيل | الأندلسي"),
    ("en", "Angela Merkel | Merkel | Chancellor Angela Merkel | Merkel's | Ms Merkel | A. Merkel"),
    ("en", "Matt Hancock | Health Minister Matt Hancock | Mr Hancock | Hancock"),
    ("en", "Rudy Giuliani | Trump's lawyer Rudy Giuliani | Rudy Giuliani (R)"),
    ("en", "John Kennedy | John Fitzgerald Kennedy | John F. Kennedy | President Kennedy"),
    ("en", "Jane Roe | the president of the company, Jane Roe | Jane Roe, director"),
    ("de", "Joschka Fischer | Herr Fischer | Außenminister Joschka Fischer"),
    ("de", "Ursula von der Leyen | von der Leyen | Frau von der Leyen | Kommissionspräsidentin von der Leyen"),
    ("fr", "Olivier Véran | le ministre de la Santé Olivier Véran | M. Véran | Véran"),
    ("fr", "Marine Le Pen | Le Pen | Mme Le Pen"),
    ("es", "Pedro Sánchez | Pedro Sánchez Castellanos | el presidente Pedro Sánchez | Sánchez"),
    ("tr", "Stefan Haefele | Haefele'ye | Haefele | Bakan Haefele"),
    ("ru", "Владимир Путин | Владимир Владимирович Путин | президент России Владимир Путин | В. Путин | Путин"),
    (
        "ru",
        "Анна Петрова | глава ведомства Ольховки Анна Петрова | директор издательства «Заря» Анна Петрова | Петрова",
    ),
    ("pl", "Ewa Nowak | minister zdrowia Ewa Nowak | rzeczniczka sądu Ewa Nowak | Nowak"),
    ("hi", "राहुल शर्मा | मंत्री राहुल शर्मा | डॉक्टर शर्मा | शर्मा"),
    ("zh", "李明·约翰 | 约翰 | 总统约翰 | 北国总统约翰"),
    ("id", "Budi A Rahman | Wali Kota Sintang Budi A. Rahman | Rahman | Budi"),
    ("id", "Joko Santoso | Presiden Joko Santoso | Joko | Pak Joko"),
    ("fa", "سرگئی لاوروف | وزیر خارجه روسیه سرگئی لاوروف | آقای لاوروف | لاوروف"),
    ("en", "Bill Clinton | President Clinton | former President Bill Clinton | Clinton"),
    ("en", "Joshua Simmons | Judge Simmons | Simmons"),
    ("en", "John Smith | Major John Smith | Major Smith"),
    ("en", "John Smith | major Smith"),
    ("en", "King Charles | Charles"),
    ("en", "Sultan Qaboos | Qaboos"),
    ("ar", "تميم | الأمير تميم"),
    (None, "Angela Merkel | Merkel"),
    ("xx", "Angela Merkel | Merkel"),
]


@pytest.mark.parametrize(("language", "names"), ONE)
def test_one_person(language: str | None, names: str) -> None:
    forms = names.split(" | ")
    (person,) = merge_speakers(forms, language=language)
    assert set(person.forms) == set(forms)
    assert person.times == len(forms)
    assert person.name == forms[0]


APART = [
    ("en", "Angela Merkel | Joachim Merkel | Merkel | Ms Merkel"),
    ("en", "Bill Clinton | Mr Clinton | Mrs Clinton"),
    ("en", "Hillary Clinton | Bill Clinton | Clinton"),
    ("en", "Melinda Gates | Bill Gates"),
    ("en", "Sultan Ahmed | Karim Ahmed | Ahmed"),
    ("en", "Imam Hossain | Kamal Hossain"),
    ("en", "Duke Simmons | Joshua Simmons | Bill Simmons | Simmons"),
    ("en", "Major Smith | John Smith"),
    ("en", "Marine Le Pen | Jean-Marie Le Pen"),
    ("fr", "Pape Diouf | Mor Diouf"),
    ("pt", "Dom Phillips | Jane Phillips"),
    ("es", "Norma Piña | Luis Piña"),
    ("it", "Donna Strickland | Ann Strickland"),
    ("tr", "Metin Gürcan | Ali Gürcan"),
    ("id", "Imam Nahrawi | Ali Nahrawi"),
    ("hi", "राजकुमार राव | किरण राव"),
    ("ar", "سيد قطب | محمد قطب | السيد أحمد قطب"),
    ("ar", "سلطان أحمد | محمد أحمد"),
    ("ar", "أمير قطر | قطر | حمد قطر"),
    ("en", "Donald Trump | a spokesman for Donald Trump | spokesman for President Donald Trump | Trump's lawyer"),
    ("en", "Denzel Washington | Washington"),
    ("en", "Charles Michel | Charles | Ray Charles"),
    ("en", "Vladimir Putin | Wladimir Putin | فلاديمير بوتين"),
    ("en", "Jane Bank | Bank of Jane | the bank | Bank"),
    ("en", "minister | the minister | Foreign Minister | German Foreign Minister | Prime Minister"),
    ("en", "White House | House | Health Ministry | Ministry"),
    ("en", "John Adams Smith | John Quincy Smith | John Smith"),
    ("en", "Angela Merkel | Angela"),
    ("de", "Deutsche Bank | Bank | Regierung Merkel | Angela Merkel"),
    ("fr", "Jean-Marie Le Pen | Marine Le Pen | Le Pen | porte-parole de Marine Le Pen"),
    ("ar", "أحمد الهاشمي | سالم الهاشمي | الهاشمي | السيد الهاشمي"),
    ("ar", "محمد علي حسن | علي حسن"),
    ("ar", "فلاديمير بوتين | محامي بوتين | نائب الرئيس بوتين"),
    ("ar", "أحمد المصري | الرئيس المصري | المصريون"),
    ("ar", "وزير الخارجية | وزارة الخارجية | الوزير | رئيس روسيا | روسيا | وزير دفاع روسيا"),
    ("ar", "محمود عباس | عباس عراقجي | عباس"),
    ("en", "Anna Lund | Bernd Berg and Anna Lund | Berg"),
    ("ru", "Анна Петрова | Министр Ольховки Иван Смирнов и депутат Анна Петрова"),
    ("pl", "szef UZNK | UZNK | komunikacie Zarządu Portu | Zarządu Portu | orzeczeniu Nowak | Ewa Nowak"),
    ("ar", "المتحدث نفسه | الباحث نفسه | شرح بشأن الموانئ | الموانئ"),
    ("id", "istri Joko | Joko Santoso"),
    ("fa", "رئیس‌جمهور روسیه | روسیه | همسر پوتین | پوتین"),
]


@pytest.mark.parametrize(("language", "names"), APART)
def test_nobody_is_merged(language: str, names: str) -> None:
    forms = names.split(" | ")
    assert groups(forms, language) == {frozenset((form,)) for form in forms}


def test_a_title_or_a_given_name_in_groups_of_one_document() -> None:
    """What other documents show may make one of two names that are in one document."""
    (group,) = together([("Major Smith", "en"), ("John Smith", "en")])
    assert group == {"Major Smith", "John Smith"}
    assert len(together([("Bill Clinton", "en"), ("Hillary Clinton", "en")])) == 2


def test_a_surname_of_two_keeps_what_is_sure() -> None:
    found = groups(["Angela Merkel", "Chancellor Angela Merkel", "Joachim Merkel", "Merkel", "J. Merkel"], "en")
    assert found == {
        frozenset(("Angela Merkel", "Chancellor Angela Merkel")),
        frozenset(("Joachim Merkel", "J. Merkel")),
        frozenset(("Merkel",)),
    }


def test_a_womans_title_is_no_mans() -> None:
    names = ["Hillary Clinton", "Mrs Hillary Clinton", "Mrs Clinton", "Mr Clinton"]
    assert groups(names, "en") == {frozenset(names[:3]), frozenset(names[3:])}


def test_institutions_by_their_folded_names() -> None:
    names = ["وزارة الداخلية", "وزاره الداخليه", "وزارة الداخلية العراقية", "وزارة الخارجية"]
    assert groups(names, "ar") == {frozenset(names[:2]), frozenset(names[2:3]), frozenset(names[3:])}


def test_people_over_languages() -> None:
    names = [("Angela Merkel", "en"), ("Bundeskanzlerin Angela Merkel", "de"), ("Merkel", "fr"), ("Merkel", None)]
    (person,) = khabar.merge_speakers(names)
    assert person == ("Angela Merkel", ("Merkel", "Angela Merkel", "Bundeskanzlerin Angela Merkel"), 4)


def test_the_name_shown_is_the_commonest_full_one_without_a_title() -> None:
    counts = {"Merkel": 50, "Chancellor Angela Merkel": 9, "Angela Merkel": 2, "ANGELA MERKEL": 1}
    (person,) = khabar.merge_speakers(counts, language="en")
    assert person == Person("Angela Merkel", tuple(counts), 62)
    (person,) = khabar.merge_speakers({"Chancellor Merkel": 1, "Merkel": 1}, language="en")
    assert person.name == "Merkel"


def test_nothing_and_odd_names() -> None:
    assert khabar.merge_speakers([]) == ()
    odd = [
        "",
        " ",
        "، ،",
        "Mr",
        "de",
        "The",
        "'s",
        "(PT)",
        "…",
        "a" * 5000,
        "von der",
        "ال",
        "d'",
        "-",
        "\u200f",
        "7",
    ]
    assert sum(person.times for person in khabar.merge_speakers(odd)) == len(odd)


class TestKnown:
    def test_what_no_rule_tells(self) -> None:
        known = khabar.read_names("Jorge Bergoglio = Papst Franziskus | der Papst\n")
        found = khabar.merge_speakers(
            ["der Papst", "Kardinal Bergoglio", "Papst Franziskus"], language="de", known=known
        )
        (person,) = found
        assert (person.name, person.times) == ("Jorge Bergoglio", 3)

    def test_the_name_is_as_the_list_has_it(self) -> None:
        (person,) = khabar.merge_speakers(["Merkel", "Angela Merkel"], known=Known.of({"ANGELA MERKEL": ()}))
        assert person == ("ANGELA MERKEL", ("Angela Merkel", "Merkel"), 2)

    def test_two_of_the_list_stay_two(self) -> None:
        known = Known.of({"George Bush": ["Bush senior"], "George Walker Bush": ["Bush junior", "Bush"]})
        found = groups(["George Bush", "George Walker Bush", "Bush", "Bush senior", "G. Bush"], "en", known)
        assert {frozenset(("George Bush", "Bush senior")), frozenset(("George Walker Bush", "Bush"))} <= found

    def test_who_is_not_met_is_not_told(self) -> None:
        assert (
            khabar.merge_speakers(["Anna Lund"], known=Known.of({"Angela Merkel": ["Merkel"]}))[0].name == "Anna Lund"
        )

    @pytest.mark.parametrize(
        "text",
        [
            "Angela Merkel = Merkel | Kanzlerin\n",
            "Angela Merkel\tMerkel\tKanzlerin\n",
            "\ufeff# people\r\n\r\nAngela Merkel|Merkel|Kanzlerin\t\t\r\n",
            "Angela  Merkel = Merkel\nAngela Merkel = Kanzlerin",
            "name,form\nAngela Merkel,Merkel\nAngela Merkel,Kanzlerin\n",
            'Name, Form\n"Angela Merkel","Merkel"\n\nAngela Merkel,Kanzlerin\nAngela Merkel,\n',
        ],
    )
    def test_lists(self, text: str) -> None:
        for data in (text, text.encode()):
            known = khabar.read_names(data)
            assert known.forms == {"Angela Merkel": ("Angela Merkel", "Merkel", "Kanzlerin")}
            assert known.names[fold("MERKEL")] == "Angela Merkel"

    @pytest.mark.parametrize(
        ("data", "told"),
        [
            (b"A = B\n= C\n", "line 2: no name before the first tab, = or |"),
            (b"A = B\n\nC = b\n", "line 3: b is A already"),
            (b"A = B\nB = C\n", "line 2: B is A already"),
            (b"A = B\nC = \xff\n", "line 2: not UTF-8"),
            (b"name,form\nA,B,C\n", "line 2: is not name,form"),
            (b"# x\nname,form\n\n,B\n", "line 4: is not name,form"),
            (b'name,form\nA,"B\n', "line 2: broken CSV: unexpected end of data"),
        ],
    )
    def test_lists_that_cannot_be_used(self, data: bytes, told: str) -> None:
        with pytest.raises(NamesError) as raised:
            khabar.read_names(data)
        assert str(raised.value) == told
        assert raised.value.line == int(told.split()[1].rstrip(":"))
        assert isinstance(raised.value, khabar.KhabarError)


GIVEN = st.sampled_from(["Anna", "Bernd", "Carla", "B."])
SURNAMES = st.sampled_from(["Lund", "Okafor", "von Berg", "Le Pen"])
TITLES = st.sampled_from(["", "Mr ", "Mrs ", "Minister ", "the company's director ", "Dr "])
LATIN = st.builds(
    "{}{}{}{}".format, TITLES, GIVEN.map("{} ".format) | st.just(""), st.sampled_from(["", "K. "]), SURNAMES
)
ARABIC = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "الرئيس ", "السيدة ", "وزير الدفاع ", "رئيس مجلس إدارة شركة "]),
    st.sampled_from(["", "أحمد ", "احمد ", "سارة "]),
    st.sampled_from(["الهاشمي", "الهاشمى", "بوتين", "بن سلمان"]),
)
NAMES = st.one_of(LATIN, ARABIC, st.sampled_from(["the minister", "الوزير", "BBC", "Anna Lund, director", "روسيا"]))
LANGUAGES = st.sampled_from(["en", "de", "ar", None])
ENTRIES = st.lists(st.tuples(NAMES, LANGUAGES), max_size=25)


@given(ENTRIES)
def test_no_name_is_lost(entries: list[tuple[str, str | None]]) -> None:
    found = khabar.merge_speakers(entries)
    assert sum(person.times for person in found) == len(entries)
    forms = [form for person in found for form in person.forms]
    assert sorted(forms) == sorted({name for name, _ in entries})
    counts = Counter(name for name, _ in entries)
    assert all(person.times == sum(counts[form] for form in person.forms) for person in found)
    assert all(person.name in person.forms for person in found)


@given(ENTRIES.flatmap(lambda entries: st.tuples(st.just(entries), st.permutations(entries))))
def test_order_does_not_matter(orders: tuple[list[tuple[str, str | None]], list[tuple[str, str | None]]]) -> None:
    one, other = orders
    assert khabar.merge_speakers(one) == khabar.merge_speakers(other) == khabar.merge_speakers(Counter(other))


@given(ENTRIES)
def test_given_names_are_never_mixed(entries: list[tuple[str, str | None]]) -> None:
    tags: dict[str, set[str | None]] = {}
    for name, tag in entries:
        tags.setdefault(name, set()).add(tag)
    for person in khabar.merge_speakers(entries):
        cores = {read_name(form, tag).core for form in person.forms for tag in tags[form]}
        firsts = {core[0] for core in cores if len(core) > 1 and len(core[0]) > 1}
        assert len(firsts & {"anna", "bernd", "carla", "احمد", "ساره"}) <= 1


@given(st.lists(NAMES, max_size=25), LANGUAGES, st.sets(st.integers(0, 24), min_size=1))
def test_what_is_merged_was_together(names: list[str], language: str | None, at: set[int]) -> None:
    entries = [(name, language) for name in names]
    document = [entries[n] for n in at if n < len(entries)]
    parts = together(sorted(set(document), key=str))
    assert sorted(name for part in parts for name in part) == sorted({name for name, _ in document})
    people = {form: n for n, person in enumerate(khabar.merge_speakers(entries)) for form in person.forms}
    for n in {people[name] for name, _ in document}:
        met = {name for name, _ in document if people[name] == n}
        assert any(met <= part for part in parts)


@given(st.lists(st.text(max_size=30), max_size=12))
def test_any_text_is_a_name(names: list[str]) -> None:
    assert sum(person.times for person in khabar.merge_speakers(names)) == len(names)


def test_many_names_take_seconds() -> None:
    """Nearly linear: a hundred thousand names of one surname, and each of its own."""
    letters = "abcdefghij"
    word = lambda n: "".join(letters[int(digit)] for digit in str(n)).capitalize()  # noqa: E731
    names = [f"{word(n)} Lund" for n in range(20_000)] + [f"Anna {word(n)}son" for n in range(20_000)] + ["Lund"]
    found, spent = effort(lambda: khabar.merge_speakers(names, language="en"))
    assert len(found) == len(names)
    assert spent < 20
