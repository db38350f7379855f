"""--speaker and --speaker-exact: names as people type them, and what is told where nobody matches."""

from __future__ import annotations

import pytest
from conftest import Quoted
from hypothesis import given
from hypothesis import strategies as st
from khabar_cli.names import SpeakerNames
from made_up import AHMAD, FATIMA, MAYOR, TOWN, UNION
from process import Result

BOTH = ("quoted.txt", "second.txt")


def speakers(done: Result) -> list[str | None]:
    assert (done.status, done.err) == (0, "")
    return [row["speaker"] for row in done.records]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("وزير", "الوزير محمد العلي"),
        ("الوزير", "وزير الخارجية"),
        ("ألوزير", "وزير الخارجية"),
        ("وزير خارجية", "وزير الخارجية"),
        ("الوزير الخارجية", "وزير خارجية فرنسا"),
        ("الخارجية", "المتحدث للخارجية"),
        ("الدفاع", "وزيرا الخارجية والدفاع"),
        ("هاشم", "سامي الهاشمي"),
        ("إسراء", "اسراء"),
        ("عبد الله", "عبدالله بن زايد"),
        ("عبدالرحمن", "محمد عبد الرحمن آل ثاني"),
        ("الرحمن", "عبدالرحمن"),
        ("الله", "عبد الله"),
        ("مُصطفى", "مصطفي"),
        ("ERDOGAN", "Recep Tayyip Erdoğan"),
        ("erdoğan", "Erdogan"),
        ("Muller", "Thomas Müller"),
        ("Lukasz", "Łukasz Żal"),
        ("al hashimi", "Sami Al-Hashimi"),
        ("J. K.", "J.K. Rowling"),
        ("О’Брайен", "o'брайен".upper().replace("O", "О")),
        ("Алёна", "Алена"),
        ("चौधरी", "राम चौधरी"),
        ("وزير الخارجية", "وزيرة الخارجية الإسبانية"),
        ("وزير الخارجية", "وزير الشؤون الخارجية"),
        ("وزير الخارجية", "وزيرة خارجية الاتحاد الأوروبي"),
        ("Netanyahu Benjamin", "Benjamin Netanyahu"),
        ("Merkel Angela", "Angela Merkel"),
        ("العلي محمد", "محمد العلي"),
        ("merk", "Angela Merkel"),
        ("Ali", "Mohammed Ali"),
        ("an ann", "Ann Anders"),  # the first may begin both words
        ("Estaing", "Valéry Giscard d’Estaing"),
        ("d'Estaing", "Giscard d'Estaing"),
        ("OBrien", "Conan O'Brien"),
        ("إلهان", "الهان عمر"),
        ("近平", "习近平主席"),
        ("主席 近平", "习近平主席"),
        ("哈维尔米莱", "哈维尔·米莱"),
        ("首相", "岸田文雄首相"),
        ("ชินวัตร", "นายทักษิณชินวัตร"),
    ],
)
def test_as_people_type(typed: str, name: str) -> None:
    assert SpeakerNames([typed]).match(name)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("ألمانيا", "رئيس رومانيا"),
        ("الوزير", "نائب الرئيس"),
        ("الله", "له"),
        ("Ali", "a journalist"),
        ("عون", "المدعون"),
        ("King", "Marking"),
        ("minister", "Schulministerium"),
        ("وزير", "التوزير"),
        ("Ann Ann", "Ann Poe"),
        ("Ann Poe", "Ann"),
        ("Angela Merz", "Angela Merkel"),
        ("D'Angelo", "Angelo Davis"),
        ("إلهان", "هاني شاكر"),
        ("إلياس", "ياسر عرفات"),
        ("الياس", "ياسر عرفات"),
        ("近平", "平近"),
        ("कि", "की"),  # in Devanagari the marks are vowels
        ("Май", "Маи"),
    ],
)
def test_other_names(typed: str, name: str) -> None:
    assert not SpeakerNames([typed]).match(name)


def test_a_text_of_any_length() -> None:
    assert SpeakerNames(["a " * 5000]).match("a " * 5000)
    assert not SpeakerNames(["a " * 5000]).match("a " * 4999)
    assert not SpeakerNames(["a " * 200]).match("a " * 199)


@pytest.mark.parametrize(
    ("typed", "name", "same"),
    [
        ("الهاشمي", "هاشمى", True),
        ("احمد هاشمي", "أحمد الهاشمي", True),
        ("angela-merkel", "Angela Merkel", True),
        ("Merkel", "Angela Merkel", False),
        ("أحمد", "أحمد الهاشمي", False),
    ],
)
def test_whole_names(typed: str, name: str, same: bool) -> None:
    assert SpeakerNames([], [typed]).match(name) is same


@given(st.text(min_size=1), st.text(), st.text())
def test_what_stands_in_a_name_is_found(typed: str, before: str, after: str) -> None:
    try:
        names = SpeakerNames([typed], [typed])
    except ValueError:
        assert not any(char.isalnum() for char in typed)
        return
    assert names.match(typed)
    assert names.match(f"{before} {typed} {after}")


class TestOptions:
    def test_with_and_without_the_article(self, quoted: Quoted) -> None:
        for typed in ("رئيس بلدية", "الرئيس", "الرئيس البلدية"):
            assert speakers(quoted.inside("quotes", "--speaker", typed, *BOTH)) == [MAYOR, MAYOR], typed
        assert speakers(quoted.inside("statements", "--speaker", "بلديه", "reported.txt")) == [TOWN]
        assert speakers(quoted.inside("speakers", "--speaker", "هاشمي", *BOTH)) == [AHMAD]

    def test_exact(self, quoted: Quoted) -> None:
        assert speakers(quoted.inside("quotes", "--speaker-exact", "احمد هاشمي", *BOTH)) == ["احمد الهاشمي", AHMAD]
        assert speakers(quoted.inside("statements", "--speaker-exact", UNION, "reported.txt")) == [UNION]
        (row,) = quoted.inside("speakers", "--speaker-exact", MAYOR, *BOTH).records
        assert (row["speaker"], row["quotes"]) == (AHMAD, 4)  # by any of the forms

    def test_more_than_one(self, quoted: Quoted) -> None:
        args = ("--speaker", "فاطمة", "--speaker-exact", MAYOR)
        assert speakers(quoted.inside("quotes", *args, *BOTH)) == [MAYOR, MAYOR, FATIMA]
        args = ("--speaker", "فاطمة", "--speaker", "رئيس")
        assert speakers(quoted.inside("quotes", *args, *BOTH)) == [MAYOR, MAYOR, FATIMA]

    @pytest.mark.parametrize("option", ["--speaker", "--speaker-exact"])
    @pytest.mark.parametrize("name", ["", " ", "…", "ـَ"])
    def test_no_name(self, quoted: Quoted, option: str, name: str) -> None:
        done = quoted.inside("quotes", option, name, "quoted.txt")
        assert (done.status, done.out) == (2, b"")
        assert f"{option}: no speaker is named" in " ".join(done.err.split())


class TestNobody:
    @pytest.mark.parametrize(
        ("args", "told"),
        [
            (("quotes", *BOTH), "no quotations by Z; 2 speakers are quoted: khabar speakers lists them"),
            (("quotes", "second.txt"), "no quotations by Z; 1 speaker is quoted: khabar speakers lists them"),
            (("quotes", "plain.txt"), "no quotations by Z; nobody is quoted by name"),
            (
                ("quotes", "--kind", "term", "quoted.txt"),
                "no quotations by Z of these kinds; nobody is quoted by name in those",
            ),
            (
                ("quotes", "--kind", "partial", "--min-confidence", ".5", *BOTH),
                "no quotations by Z of these kinds and with this confidence; 1 speaker is quoted in those: "
                "khabar speakers --kind partial --min-confidence 0.5 lists them",
            ),
            (
                ("quotes", "--min-confidence", "1", *BOTH),
                "no quotations by Z with this confidence; nobody is quoted by name in those",
            ),
            (
                ("statements", "--type", "denial", "quoted.txt"),
                "no statements by Z of these types; nobody is reported by name in those",
            ),
            (
                ("speakers", "--kind", "term", *BOTH),
                "no speaker matches Z in quotations of these kinds; nobody is quoted by name in those",
            ),
            (
                ("statements", "reported.txt"),
                "no statements by Z; 3 speakers are reported: khabar speakers --of statements lists them",
            ),
            (
                ("speakers", *BOTH),
                "no speaker matches Z; 2 speakers are quoted: khabar speakers without --speaker lists them",
            ),
            (
                ("speakers", "--of", "quotes,statements", "quoted.txt", "reported.txt"),
                "no speaker matches Z; 4 speakers are quoted or reported: "
                "khabar speakers without --speaker lists them",
            ),
        ],
    )
    def test_one_line(self, quoted: Quoted, args: tuple[str, ...], told: str) -> None:
        done = quoted.inside(*args, "--speaker", "Z")
        assert (done.status, done.err, done.out) == (0, f"khabar: {told}\n", b"")
        assert quoted.inside(*args, "--speaker", "Z", "-q").err == ""

    def test_speakers_are_as_many_as_the_other_command_lists(self, quoted: Quoted) -> None:
        listed = [row for row in quoted.inside("speakers", *BOTH).records if row["speaker"]]
        assert f" {len(listed)} speakers " in quoted.inside("quotes", "--speaker", "Z", *BOTH).err

    def test_one_document_that_matches_is_enough(self, quoted: Quoted) -> None:
        done = quoted.inside("quotes", "--speaker", "فاطمة", "second.txt", "quoted.txt", "plain.txt")
        assert (done.err, len(done.records)) == ("", 1)

    def test_many_documents_in_other_processes_make_one_line(self, quoted: Quoted) -> None:
        for n in range(40):
            (quoted.folder / f"{n}.txt").write_text((quoted.folder / BOTH[n % 2]).read_text("utf-8"), "utf-8")
        files = [f"{n}.txt" for n in range(40)]
        told = "no quotations by nobody; 2 speakers are quoted: khabar speakers lists them"
        for args in ((), ("--unordered",), ("-o", "out/")):
            done = quoted("quotes", "--speaker", "nobody", "-j", "2", *args, *files)
            assert (done.status, done.err) == (0, f"khabar: {told}\n"), args
        assert len(list((quoted.folder / "out").glob("*.json"))) == 40
        done = quoted("quotes", "--speaker", "فاطمة", "-j", "2", *files)
        assert (done.err, len(done.records)) == ("", 20)

    def test_every_format_writes_what_it_writes_for_nothing(self, quoted: Quoted) -> None:
        for format, out in {"json": "[]\n", "text": "", "blocks": "quoted.txt\n"}.items():
            done = quoted.inside("quotes", "--speaker", "Z", "-f", format, "quoted.txt")
            assert (done.text, len(done.told)) == (out, 1)

    def test_not_where_nothing_could_be_read(self, quoted: Quoted) -> None:
        done = quoted.inside("quotes", "--speaker", "Z", "missing.txt")
        assert (done.status, len(done.told)) == (1, 1)
        assert "missing.txt" in done.err

    def test_a_name_that_only_a_list_has(self, quoted: Quoted) -> None:
        (quoted.folder / "names.txt").write_text(f"The mayor = {AHMAD}\n", "utf-8")
        done = quoted.inside("speakers", "--names", "names.txt", "--speaker", "The Mayor", *BOTH)
        assert (done.err, len(done.records)) == ("", 1)

    def test_what_was_typed_cannot_steer_a_terminal(self, quoted: Quoted) -> None:
        assert "\x1b" not in quoted.inside("quotes", "--speaker", "Z\x1b[2J", "quoted.txt").err
