"""A user's own lexicon: what each kind of section changes, what goes first, and what is refused, by line."""

from __future__ import annotations

import contextlib
import pickle
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import khabar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from khabar.lexicon import lexicon_for
from khabar.lexicon.additions import install, places_in, used
from khabar.lexicon.store import quotation_file
from khabar.pictures.credits.agencies import agencies_in
from khabar.quotations.lexicon import lexicon_of
from khabar.user_lexicon.classes import readers

Write = Callable[..., str]

ARTICLE = """Harbour wall to be rebuilt

Snapped for us by: Quayside Pictures

In the frame: The old wall in March

The council said that the old harbour wall would be rebuilt within a year, and that boats could stay.

"This is the best day of my life and of the whole town," Jane Roe gabbled.

Join the harbour club today

The Ashby Harbour Post, Quay Street, Ashby
"""


@pytest.fixture(autouse=True)
def _ours_again() -> Iterator[None]:
    yield
    khabar.use_lexicon()


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Write a lexicon file; returns its name in the folder at hand."""
    monkeypatch.chdir(tmp_path)

    def write(text: str | bytes, name: str = "my.txt") -> str:
        (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        return name

    return write


def use(write: Write, text: str) -> None:
    khabar.use_lexicon(write(text))


def labels(text: str = ARTICLE) -> dict[str, str]:
    """Rule by the first words of each block."""
    return {block.text[:16].strip(): block.rule for block in khabar.trace(text).blocks}


# -- what sections change


def test_a_marker_strips_its_line(write: Write) -> None:
    before = khabar.parse(ARTICLE)
    assert "Join the harbour club today" in before.sections[0].paragraphs
    use(write, "[promo start]\nJoin the harbour club\n")
    article = khabar.parse(ARTICLE)
    assert ("promo.line", "Join the harbour club today") in [(one.rule, one.text) for one in article.stripped]
    khabar.use_lexicon()
    assert khabar.parse(ARTICLE) == before


def test_a_credit_and_a_caption(write: Write) -> None:
    assert khabar.parse(ARTICLE).images == ()
    use(write, "[credit prefix] seen\nSnapped for us by:\n\n[caption prefix]\nIn the frame:\n")
    (image,) = khabar.parse(ARTICLE).images
    assert (image.credit, image.caption) == ("Quayside Pictures", "The old wall in March")


def test_a_credit_in_a_caption(write: Write) -> None:
    page = (
        "<html><body><article><h1>Harbour wall</h1><figure><img src=wall.jpg width=900>"
        "<figcaption>The old wall. Klick: Jane Roe</figcaption></figure><p>"
        + "The council said that the old harbour wall would be rebuilt within a year. " * 6
        + "</p></article></body></html>"
    )
    assert [(i.caption, i.credit) for i in khabar.parse(page).images] == [("The old wall. Klick: Jane Roe", None)]
    use(write, "[credit.inline word]\nKlick\n")
    assert [(i.caption, i.credit) for i in khabar.parse(page).images] == [("The old wall.", "Jane Roe")]


def test_a_publisher(write: Write) -> None:
    assert khabar.parse(ARTICLE).publisher is None
    text = "@name The Ashby Harbour Post\n@language en\n@proof line The Ashby Harbour Post, Quay Street, Ashby\n"
    use(write, text)
    article = khabar.parse(ARTICLE)
    assert (article.publisher, article.byline) == ("The Ashby Harbour Post", ())
    use(write, "@name Ashby\n[proof.text inside]\nwould be rebuilt within\n")
    assert khabar.parse(ARTICLE).publisher == "Ashby"


def test_a_brand_is_nobody(write: Write) -> None:
    text = ARTICLE.replace("\n\nSnapped for us by: Quayside Pictures", "\n\nBy Ashby Post")
    assert khabar.parse(text).byline == ("Ashby Post",)
    use(write, "@brand Ashby Post\n")
    assert khabar.parse(text).byline in ((), ("Ashby Post",))
    assert "ashby post" in lexicon_for("en").words["brand"]


def test_a_cue_verb(write: Write) -> None:
    text = ARTICLE.replace('"This is the best day of my life and of the whole town," ', "")
    text = text.replace("Jane Roe gabbled.", "Jane Roe gabbled that the wall had been the best of the whole town.")
    assert [one.cue for one in khabar.parse(text).statements] == ["said"]
    use(write, "@language en\n[cue.say word]\ngabble gabbles gabbled\n")
    said = khabar.parse(text).statements[-1]
    assert (said.speaker, said.cue) == ("Jane Roe", "gabbled")
    assert said.text.startswith("the wall had been")


def test_an_arabic_cue_verb_with_a_conjunction(write: Write) -> None:
    use(write, "@language ar\n[cue.say word]\nهتف يهتف / هتفت تهتف\n")
    lexicon = lexicon_of("ar")
    cue = lexicon.cue_of("وهتفت")
    assert cue is not None
    assert (cue.kind, cue.gender) == ("say", "f")
    assert lexicon.place_of("وهتفت") == "my.txt:3"
    assert lexicon.place_of("وقالت") == ""
    assert lexicon_of("fa").cue_of("هتف") is None


def test_a_phrase_is_known_as_a_whole(write: Write) -> None:
    use(write, "@language en\n[cue.say word]\nran_on + about\n")
    lexicon = lexicon_of("en")
    assert [lexicon.place_of(cue) for cue in ("ran on", "went on", "about")] == ["my.txt:3", "", ""]


def test_words_of_titles_count_for_speakers(write: Write) -> None:
    names = {"Boatswain Ana Lund": 2, "Ana Lund": 1}
    assert len(khabar.merge_speakers(names, language="en")) == 2
    use(write, "@language en\n[title word]\nboatswain\n")
    assert [person.name for person in khabar.merge_speakers(names, language="en")] == ["Ana Lund"]


def test_an_agency(write: Write) -> None:
    text = ARTICLE.replace("Snapped for us by:", "Image source,")
    use(write, "[agency pair]\nQuayside Pictures = Quayside\n")
    assert [image.agencies for image in khabar.parse(text).images] == [("Quayside",)]
    khabar.use_lexicon()
    assert [image.agencies for image in khabar.parse(text).images] == [()]


def test_the_name_of_an_agency_that_is_shown_is_a_spelling(write: Write) -> None:
    use(write, "[agency pair]\nQuayside Pictures = Quayside\nHarbour Post Photo = The Post; Quayside\n")
    for credit in ("Quayside Pictures", "Quayside", "Ann Poe/Quayside", "QUAYSIDE"):
        assert agencies_in(credit) == ("Quayside",), credit
    assert agencies_in("Harbour Post Photo") == ("The Post", "Quayside")
    assert agencies_in("The Post") == ("The Post",)
    assert agencies_in("Quaysides") == ()
    assert places_in("photo: quayside", ["en"]) == ("my.txt:2", "my.txt:3")
    assert places_in("photo: quayside pictures", ["en"]) == ("my.txt:2", "my.txt:3")
    assert places_in("photo: quaysides", ["en"]) == ()
    # not where the name is a spelling that has a line of its own
    use(write, "[agency pair]\nQuay Photo = AA\nQuayside Pictures = Quayside\nQuayside = Harbour Pictures\n")
    assert agencies_in("Quay Photo") == ("AA",)
    assert agencies_in("Reuters/AA") == ("Reuters", "Anadolu")
    assert agencies_in("AA motor show") == ()
    assert agencies_in("Quayside") == agencies_in("Harbour Pictures") == ("Harbour Pictures",)


def test_an_account_that_is_nobody(write: Write) -> None:
    page = (
        "<html><head><meta name=author content='Quay Robot'></head><body><h1>Harbour wall</h1><p>"
        + "The council said that the old harbour wall would be rebuilt within a year. " * 6
        + "</p></body></html>"
    )
    assert khabar.parse(page).byline == ("Quay Robot",)
    use(write, "[author.nobody word]\nquay robot\n")
    assert khabar.parse(page).byline == ()


def test_people(write: Write) -> None:
    counts = {"Captain Roe": 3, "Jane Roe": 2, "Bo Ek": 1}
    use(write, "[person pair]\nJane Marie Roe = Captain Roe | Jane Roe\n")
    assert [(p.name, p.times) for p in khabar.merge_speakers(counts)] == [("Jane Marie Roe", 5), ("Bo Ek", 1)]
    # a list that is given counts before the lexicon
    known = khabar.read_names("Bosun = Captain Roe\n")
    names = {p.name: p.times for p in khabar.merge_speakers(counts, known=known)}
    assert names == {"Bosun": 3, "Jane Marie Roe": 2, "Bo Ek": 1}


# -- whose texts


def test_a_file_of_one_language(write: Write) -> None:
    use(write, "@language de\n[promo start]\nJoin the harbour club\n")
    assert labels()["Join the harbour"] != "promo.line"
    use(write, "@language de\n@language en\n[promo start]\nJoin the harbour club\n")
    assert labels()["Join the harbour"] == "promo.line"


@pytest.mark.parametrize(
    ("language", "tags", "found"),
    [
        ("zh", ("zh-Hans", "zh"), True),
        ("zh-Hant", ("zh-Hans", "zh"), False),
        ("en", ("en-GB", "en"), True),
        ("sk", ("sk",), True),  # a language without a file of ours
        ("en", (), True),  # no language is English
        ("ar", (), False),
    ],
)
def test_tags(write: Write, language: str, tags: tuple[str, ...], found: bool) -> None:
    use(write, f"@language {language}\n[promo start]\nzzz zzz\n")
    assert ("promo" in lexicon_for(*tags).find("zzz zzz")) == found


def test_quotations_of_a_language_in_any_script(write: Write) -> None:
    use(write, "@language zh-Hans\n[cue.say word]\n喊话\n")
    file = quotation_file("zh")
    assert file is not None
    assert file.groups[0].texts == ["喊话"]
    assert "喊话" in lexicon_of("zh").cues
    assert lexicon_of("zh").cut("他喊话说")[0][:2] == ["他", "喊话"]


# -- what goes first


def test_of_equally_long_markers_the_users(write: Write) -> None:
    use(write, "[promo line]\nImage source,\n\n[credit prefix]\nImage caption,\n")
    find = lexicon_for("en").find
    assert find("image source, ap")["credit"].entry.where == ""
    found = find("image source,")
    assert found["promo"].entry.where == "my.txt:2"
    assert labels(ARTICLE.replace("Snapped for us by: Quayside Pictures", "Image source,"))["Image source,"] == (
        "promo.line"
    )
    assert labels(ARTICLE.replace("In the frame:", "Image caption,"))["Image caption, T"] == "credit.label"


def test_a_longer_marker_of_ours_counts(write: Write) -> None:
    use(write, "[promo start]\nImage\n")
    text = ARTICLE.replace("Snapped for us by:", "Image source,")
    assert labels(text)["Image source, Qu"] == "credit.label"
    assert labels(text.replace("Image source,", "Image of"))["Image of Quaysid"] == "promo.line"


def test_a_whole_line_counts_before_its_beginning(write: Write) -> None:
    use(write, "[credit line]\nPhoto: our readers\n[share inside]\nsubscribe to our newsletter\n")
    assert lexicon_for("en").find("photo: our readers")["credit"].entry.where == "my.txt:2"
    assert lexicon_for("en").find("photo: ana lund")["credit"].entry.where == ""


def test_a_marker_that_is_ours_too_still_proves_its_publisher(write: Write) -> None:
    text = ARTICLE.replace("Snapped for us by:", "Image source,").replace("In the frame:", "Image caption,")
    assert khabar.parse(text).publisher == "BBC News"
    use(write, "[credit prefix]\nImage source,\nHarbour cam:\n[caption.image prefix]\nImage caption,\n")
    assert khabar.parse(text).publisher == "BBC News"
    assert lexicon_for("en").find("image source, ap")["credit"].entry.where == "my.txt:2"


def test_months(write: Write) -> None:
    use(write, "@language en\n[month pair]\nHarvestmonth = 9\nMay = 6\n")
    assert (lexicon_for("en").months["harvestmonth"], lexicon_for("en").months["may"]) == (9, 6)
    assert khabar.parse("Harbour wall\n\nPublished 3 Harvestmonth 2024\n" + ARTICLE).published == "2024-09-03"


# -- what names them


def test_a_trace_names_the_entries(write: Write) -> None:
    use(
        write,
        "@name Post\n@proof line The Ashby Harbour Post, Quay Street, Ashby\n# a comment\n[credit prefix]\n"
        "Snapped for us by:\n[agency word]\nQuayside Pictures\nQuay\n",
    )
    found = {block.text[:7]: block.lexicon for block in khabar.trace(ARTICLE).blocks if block.lexicon}
    assert found == {"Snapped": ("my.txt:5", "my.txt:7"), "The Ash": ("my.txt:2", "my.txt:8")}
    khabar.use_lexicon()
    assert not any(block.lexicon for block in khabar.trace(ARTICLE).blocks)


def test_the_guide(write: Write) -> None:
    root = Path(__file__).resolve().parents[1]
    guide = (root / "parsers" / "README.md").read_text("utf-8").partition("\n### Your own lexicon\n")[2]
    use(write, guide.split("```\n")[1])
    text = ARTICLE.replace("Join the harbour club", "Join the Ashby Post's harbour club")
    article = khabar.parse(text)
    assert article.publisher == "The Ashby Harbour Post"
    assert [(one.credit, one.agencies) for one in article.images] == [("Quayside Pictures", ("Quayside",))]
    assert [(one.speaker, one.cue) for one in article.quotes] == [("Jane Roe", "gabbled")]
    assert "promo.line" in [one.rule for one in article.stripped]
    assert [block.lexicon for block in khabar.trace(text).blocks][1] == ("my.txt:7", "my.txt:16")
    assert [one.name for one in khabar.merge_speakers({"Captain Roe": 1, "J. M. Roe": 1})] == ["Jane Marie Roe"]


# -- the file


def test_marks_of_editors_do_not_count(write: Write) -> None:
    khabar.use_lexicon(write("\ufeff# Windows\r\n\r\n[promo start]\r\n  Join the harbour club  \r\n".encode()))
    assert labels()["Join the harbour"] == "promo.line"


def test_several_files_and_paths(write: Write, tmp_path: Path) -> None:
    write("[promo start]\nJoin the harbour club\n", "a.txt")
    write("[credit prefix]\nSnapped for us by:\n", "b.txt")
    khabar.use_lexicon(tmp_path / "a.txt", b"b.txt")
    assert labels()["Join the harbour"] == "promo.line"
    assert labels()["Snapped for us b"] == "credit.label"
    khabar.use_lexicon("b.txt")  # replaces both
    assert labels()["Join the harbour"] != "promo.line"


def test_another_process_can_be_told(write: Write) -> None:
    use(write, "[promo start]\nJoin the harbour club\n[person pair]\nJane Roe = Cap\n")
    told = pickle.dumps(used())
    khabar.use_lexicon()
    install(pickle.loads(told))
    assert labels()["Join the harbour"] == "promo.line"


def test_what_is_refused_changes_nothing(write: Write) -> None:
    use(write, "[promo start]\nJoin the harbour club\n")
    with pytest.raises(khabar.LexiconError):
        khabar.use_lexicon(write("[promo start]\nNew\n", "a.txt"), write("[promo]\n", "b.txt"))
    assert labels()["Join the harbour"] == "promo.line"


WRONG = [
    ("[credit prefx]\nFoto:\n", "my.txt:1: [credit prefx]: did you mean prefix? credit has the modes "),
    ("\n# a\n[credits prefix]\nFoto:\n", "my.txt:3: no class is called credits; did you mean credit or "),
    ("[cue.said word]\nx\n", "my.txt:1: no class is called cue.said; did you mean cue.say"),
    ("[zzz word]\nx\n", "my.txt:1: no class is called zzz; markers are ads, ago, alt, byline, caption, "),
    ("[credit]\nFoto:\n", "my.txt:1: [credit]: it has no mode; credit has the modes "),
    ("[weekday prefix]\nMonday\n", "my.txt:1: [weekday prefix]: weekday has the mode word"),
    ("[credit prefix\nFoto:\n", "my.txt:1: a section begins with [CLASS MODE], such as [credit prefix]"),
    ("Foto:\n[credit prefix]\n", "my.txt:1: an entry before the first section"),
    ("@langauge en\n", "my.txt:1: no key line @langauge in a lexicon of your own; did you mean @language?"),
    ("@direction rtl\n", "my.txt:1: no key line @direction in a lexicon of your own; there are @name, @brand"),
    ("@name\n", "my.txt:1: @name says nothing"),
    ("@name A\n@name B\n", "my.txt:2: a second @name: a file is of one publisher"),
    ("[promo line]\nx y\n@name A\n", "my.txt:3: @name stands behind a section: key lines come first"),
    ("@language klingon\n", "my.txt:1: no language has the tag klingon; it is a BCP 47 tag"),
    ("@language Arabic\n", "my.txt:1: no language has the tag Arabic; did you mean ar?"),
    ("@language ZH_hans\n", "my.txt:1: no language has the tag ZH_hans; did you mean zh-Hans?"),
    ("@proof line The Post, Quay\n", "my.txt:1: @proof proves a publisher: @name must stand before it"),
    ("@name A\n@proof prefix The Post\n", "my.txt:2: @proof MODE TEXT: no mode prefix; there are end, inside, "),
    ("@name A\n@proof inside The Post\n", "my.txt:2: The Post: is too short to prove a publisher"),
    ("@name A\n@proof line\n", "my.txt:2: nothing is left of this entry"),
    ("[proof.text inside]\n(Post) --\n", "my.txt:1: [proof.text …] proves a publisher: the file needs @name"),
    ("[cue.say word]\ngabbled\n", "my.txt:1: [cue.say word] is of one language: the file needs @language (ar, de, "),
    ("@language nl\n[cue.say word]\nzei\n", "my.txt:2: no words of quotations in nl; there are some in ar, de, "),
    ("[promo line]\n\n[ads line]\nx y\n", "my.txt:1: [promo line] has no entry"),
    ("[ads line]\nx y\n[promo line]\n", "my.txt:3: [promo line] has no entry"),
    ("[promo line]\nJoin us\nJOIN  us\n", "my.txt:3: JOIN  us: stands in line 2 already"),
    ("[promo line]\nJoin\n[promo line]\njoin\n", "my.txt:4: join: stands in line 2 already"),
    ("[promo line]\n\u0640\u064b\n", "my.txt:2: nothing is left of this entry when it is compared"),
    ("[promo line]\n-- --\n", "my.txt:2: -- --: has no letter or figure"),
    ("[promo start]\nx\n", "my.txt:2: x: is too short: it needs 2 characters"),
    ("[promo end]\nx...\n", "my.txt:2: x...: is too short"),
    ("[promo inside]\nclub\n", "my.txt:2: club: is too short to be looked for inside lines"),
    (f"[promo line]\n{'join ' * 40}\n", "is longer than 160 characters"),
    ("[promo line]\nJoin %title% now\n", "my.txt:2: Join %title% now: has a placeholder"),
    ("[promo template]\nJoin %title now\n", "my.txt:2: Join %title now: has a broken placeholder"),
    ("[promo template]\na%title%b\n", "my.txt:2: a%title%b: needs 2 characters before or behind its placeholder"),
    ("[month pair]\nHarvest = 13\n", "my.txt:2: Harvest = 13: must read NAME = NUMBER, a month from 1 to 12"),
    ("[month pair]\nHarvest\n", "my.txt:2: Harvest: must read NAME = NUMBER"),
    ("[agency pair]\nQuay Pictures\n", "my.txt:2: Quay Pictures: must read SPELLING = AGENCY"),
    ("@language en\n[cue.say word]\na / b / c / d / e\n", "my.txt:3: a / b / c / d / e: has more than 4 columns"),
    ("@language en\n[cue.say word]\nsaid --\n", "my.txt:3: said --: has a word without a letter: --"),
    ("@language en\n[cue.say word]\nsaid +\n", "my.txt:3: said +: has nothing behind its plus"),
    ("@language en\n[cue.say word]\n+ about\n", "my.txt:3: + about: has no word before its plus"),
    ("@language en\n[title word]\ncaptain / bosun\n", "my.txt:3: captain / bosun: has a stroke or a plus"),
    ("[person pair]\n= Roe\n", "my.txt:2: no name before the first tab, = or |"),
    ("[person pair]\nJane Roe = Cap\nBo Ek = CAP\n", "my.txt:3: CAP is Jane Roe already"),
    ("# nothing\n", "my.txt: holds no entry"),
    ("", "my.txt: holds no entry"),
]


@pytest.mark.parametrize(("text", "message"), WRONG, ids=[message[:60] for _, message in WRONG])
def test_what_is_wrong_is_told_by_its_line(write: Write, text: str, message: str) -> None:
    with pytest.raises(khabar.LexiconError, match=re.escape(message)) as error:
        khabar.use_lexicon(write(text))
    assert isinstance(error.value, khabar.KhabarError)
    assert error.value.code == "lexicon"
    assert "\n" not in str(error.value)


def test_files_that_cannot_be_read(write: Write, tmp_path: Path) -> None:
    for path, message in (
        ("no.txt", "no.txt: No such file or directory"),
        (".", ".: Is a directory"),
        ("a\0b", "a\0b: embedded null byte"),
        (write(b"[promo line]\nfine one\nna\xefve\n"), "my.txt:3: not UTF-8"),
    ):
        with pytest.raises(khabar.LexiconError) as error:
            khabar.use_lexicon(path)
        assert str(error.value) == message


def test_people_of_two_files(write: Write) -> None:
    files = write("[person pair]\nJane Roe = Cap\n", "a.txt"), write("[person pair]\nBo Ek = Cap\n", "b.txt")
    with pytest.raises(khabar.LexiconError, match=r"b\.txt: Cap is Jane Roe in another file"):
        khabar.use_lexicon(*files)


LEXICON = Path(khabar.__file__).parent / "lexicon"
OURS = [LEXICON / "common.txt", LEXICON / "agencies.txt", *sorted((LEXICON / "publishers").glob("*.txt")),
        *(LEXICON / "languages" / f"{tag}.txt" for tag in ("ar", "en", "zh-Hans")),
        *(LEXICON / "quotations" / f"{tag}.txt" for tag in ("ar", "en", "zh"))]  # fmt: skip
OUR_KEYS = re.compile(r"^@(?!name|brand|language|proof).*\n", re.MULTILINE)


@pytest.mark.parametrize("path", OURS, ids=[path.stem for path in OURS])
def test_our_own_files_are_of_the_format(write: Write, path: Path) -> None:
    """A user may begin with a copy of one: what is refused is only what stands twice in it, or a mark by itself."""
    text = OUR_KEYS.sub("", path.read_text("utf-8"))
    if path.parent.name == "quotations":
        text = f"@language {path.stem}\n{text}"
    told = ""
    try:
        khabar.use_lexicon(write(text, path.name))
    except khabar.LexiconError as error:
        told = str(error)
    assert not told or told.endswith((" already", "has no letter or figure", "has no entry"))


def test_a_section_has_one_reader() -> None:
    known = readers()
    assert known["credit"]["prefix"] == known["credit"]["template"] == "markers"
    assert (known["agency"]["word"], known["agency"]["pair"]) == ("markers", "agencies.txt")
    assert (known["source"]["line"], known["source"]["word"]) == ("markers", "quotations")
    assert known["author.nobody"] == {"word": "bylines.txt"}
    assert known["person"] == {"pair": "person"}


HEADERS = st.sampled_from(sorted(f"[{cls} {mode}]" for cls, modes in readers().items() for mode in modes))
WORDS = st.sampled_from(
    ["the", "wall", "said", "قال", "و", "市长", "a", "'s", "_on", "x_y", "u.s", "ab", "(", ":", "\u064b"]
)
ENTRY = st.lists(WORDS, min_size=1, max_size=5).flatmap(
    lambda words: st.sampled_from([" ", "", " / ", " + ", " = ", "_", " %any% ", ": "]).map(
        lambda gap: gap.join(words)
    )
)
SECTION = st.tuples(HEADERS, st.lists(ENTRY, min_size=1, max_size=2))
TEXTS = (
    ARTICLE,
    "ميناء قديم\n\nصدر الصورة، رويترز\n\nقال الرئيس إن الميناء يستقبل القوارب.\n",
    "旧港口\n\n市长说：“港口重新开放。”\n",
)


@settings(max_examples=settings.default.max_examples // 5)  # each reads our files anew
@given(st.lists(SECTION, min_size=1, max_size=6))
def test_what_is_not_refused_does_no_harm(
    tmp_path_factory: pytest.TempPathFactory, sections: list[tuple[str, list[str]]]
) -> None:
    files = []
    for n, (header, entries) in enumerate(sections):
        path = tmp_path_factory.getbasetemp() / f"any{n}.txt"
        path.write_text(
            "\n".join(["@name A", "@language en", "@language ar", "@language zh", header, *entries]), "utf-8"
        )
        with contextlib.suppress(khabar.LexiconError):
            khabar.use_lexicon(*files, path)
            files.append(path)
    for text in TEXTS:
        khabar.trace(text)
    khabar.merge_speakers(["Mayor Jane Roe", "Jane Roe", "سامي الهاشمي"])
