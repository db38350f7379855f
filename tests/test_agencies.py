"""Whose pictures: agencies in credits, by one name in every language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import khabar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from khabar import Image
from khabar.lexicon.store import file
from khabar.pictures.credits.agencies import _LONGEST, agencies_in, with_agencies


def entries() -> Iterator[tuple[str, str, list[str]]]:
    """Class, spelling and agencies of each line of the lexicon."""
    for group in file("agencies.txt").groups:
        for text in group.texts if group.mode == "pair" else ():
            spelling, _, names = text.partition(" = ")
            yield group.cls, spelling, names.split("; ")


@pytest.mark.parametrize(
    ("credit", "found"),
    [
        # one name, however it is written
        ("Reuters", ["Reuters"]),
        ("REUTERS", ["Reuters"]),
        ("رويترز", ["Reuters"]),
        ("رویترز", ["Reuters"]),
        ("路透社", ["Reuters"]),
        ("ロイター", ["Reuters"]),
        ("로이터", ["Reuters"]),
        ("Рейтер", ["Reuters"]),
        ("रॉयटर्स", ["Reuters"]),
        ("รอยเตอร์", ["Reuters"]),
        ("Getty", ["Getty Images"]),
        ("GettyImages", ["Getty Images"]),
        ("غيتي إيمجز", ["Getty Images"]),
        ("גטי אימג'ס", ["Getty Images"]),
        ("ゲッティ イメージズ", ["Getty Images"]),
        ("أ ف ب", ["AFP"]),
        ("أ.ف.ب.", ["AFP"]),
        ("فرانس برس", ["AFP"]),
        ("ای‌اف‌پی", ["AFP"]),
        ("Agence France-Presse", ["AFP"]),
        ("ＡＦＰ", ["AFP"]),
        ("الأسوشيتد برس", ["AP"]),
        ("Deutsche Presse-Agentur", ["dpa"]),
        ("DPA", ["dpa"]),
        ("ТАСС", ["TASS"]),
        ("Tân Hoa Xã", ["Xinhua"]),
        # EPA-EFE is what EPA calls itself; with another mark between them they are two
        ("EPA-EFE", ["EPA"]),
        ("EFE/EPA", ["EFE", "EPA"]),
        # several, in the credit's order, each once
        ("AFP via Getty Images", ["AFP", "Getty Images"]),
        ("Getty Images/iStockphoto", ["Getty Images", "iStock"]),
        ("Mara Lind/picture alliance/dpa", ["picture alliance", "dpa"]),
        ("AFP, Reuters, AFP", ["AFP", "Reuters"]),
        ("رويترز والأناضول", ["Reuters", "Anadolu"]),
        ("로이터=연합뉴스", ["Reuters", "Yonhap"]),
        ("로이터연합뉴스", ["Reuters", "Yonhap"]),
        ("ＡＰ＝共同", ["AP", "Kyodo"]),
        ("AFP時事", ["AFP", "Jiji"]),
        # among other words
        ("Tomas Reil AP", ["AP"]),
        ("AP Photo/Tomas Reil", ["AP"]),
        ("وكالة رويترز - مراسلنا", ["Reuters"]),
        ("圖／路透資料照", ["Reuters"]),
        ("新华社记者 王某 摄", ["Xinhua"]),
        # nobody
        ("Tomas Reil", []),
        ("Handout", []),
        ("", []),
        ("…", []),
    ],
)
def test_agencies_of_a_credit(credit: str, found: list[str]) -> None:
    assert list(agencies_in(credit)) == found


@pytest.mark.parametrize(
    "credit",
    ["Apollo", "Apple", "EPAPER", "AFPBB", "Tassos Lind", "Gettysburg Times", "رويترزية", "Xinhuanet2"],
)
def test_no_name_is_found_inside_of_a_word(credit: str) -> None:
    assert agencies_in(credit) == ()


@pytest.mark.parametrize(
    ("alone", "beside"),
    [
        ("فارس", "فارس أحمد"),
        ("Pool/AA", "AA Milne"),
        ("(PA)", "PA Nderry"),
        ("أ ب", "أ. ب. محمد"),
        ("Foto: ap/Reil", "Ap Reil"),
        ("共同", "共同取材"),
        ("Zuma", "Jacob Zuma"),
        ("Belga Photo", "Nora Belga"),
    ],
)
def test_names_that_are_words_too_count_alone(alone: str, beside: str) -> None:
    assert len(agencies_in(alone)) == 1
    assert agencies_in(beside) == ()


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("AP", "AP-style"),
        ("EPA/Bo Ek", "EPA agency of the coast"),
        ("AP Photo/Bo Ek", "AP Moller"),
        ("APA/Ana Lund", "APA Group"),
        ("Bo Ek, PA", "Harrisburg, PA"),
        ("Bo Ek AFP", "AFP Limited"),
        ("AFPTV", "AFPTVX"),
        ("Tass", "Tass Petridou"),
        ("Reuters", "Thomson Reuters Foundation"),
        ("وكالة الأناضول", "جامعة الأناضول"),
    ],
)
def test_short_names_are_no_firms_and_no_places(whole: str, part: str) -> None:
    assert len(agencies_in(whole)) == 1
    assert agencies_in(part) == ()


def test_names_in_capitals_count_in_capitals() -> None:
    assert agencies_in("Foto ANI Delhi") == ("ANI",)
    assert agencies_in("Foto Ani Delhi") == ()


@pytest.mark.parametrize("credit", ["The J. Paul Getty Museum", "Michael Bloomberg", "Sputnik V"])
def test_other_names_that_have_an_agencys_in_them(credit: str) -> None:
    assert agencies_in(credit) == ()
    assert agencies_in(f"{credit} / AFP") == ("AFP",)


def test_every_line_of_the_lexicon_counts() -> None:
    wrong = [
        (spelling, agencies)
        for _, spelling, agencies in entries()
        if not list(agencies_in(spelling)) == list(agencies_in(f"Mara Lind/{spelling}")) == agencies
    ]
    assert wrong == []


def test_an_agency_has_one_spelling_of_its_name() -> None:
    names = {name for _, _, agencies in entries() for name in agencies}
    assert max(Counter(name.casefold() for name in names).values()) == 1
    assert all(agencies_in(name) in ((name,), ()) for name in names)


def test_pictures() -> None:
    images = with_agencies([Image(credit="رويترز", caption="AFP"), Image(caption="AFP"), Image(credit="Mara Lind")])
    assert [image.agencies for image in images] == [("Reuters",), (), ()]
    assert images[0].to_dict()["agencies"] == ["Reuters"]


PAGE = """<html><head><title>Harbour wall to be rebuilt</title></head><body><article>
<h1>Harbour wall to be rebuilt</h1>
<figure><img src="wall.jpg" alt="A wall">
<figcaption>The wall in March. Photo: AFP via Getty Images</figcaption></figure>
<p>The council said on Monday that the old harbour wall would be rebuilt within a year, and that boats could stay.</p>
<p>The works begin in May and cost two million, of which the region pays a half, the mayor told the paper.</p>
</article></body></html>"""
TEXT = """Harbour wall to be rebuilt

Image source, EPA-EFE

Image caption, The wall in March

The council said on Monday that the old harbour wall would be rebuilt within a year, and that boats could stay.
"""


def test_texts_and_pages() -> None:
    assert [image.agencies for image in khabar.parse(PAGE).images] == [("AFP", "Getty Images")]
    assert [image.agencies for image in khabar.parse(TEXT).images] == [("EPA",)]
    assert khabar.parse(TEXT, fields=["title"]).images[0].agencies == ()


def test_only_the_beginning_of_a_long_credit_is_looked_at() -> None:
    assert agencies_in("x" * (_LONGEST - 4) + " AFP") == ("AFP",)
    assert agencies_in("x" * (_LONGEST - 3) + " AFP") == ()


@given(st.text(st.sampled_from("AFPEapfe أفب.رويترز路透社로이터/-–'(), \u200c\u0301ार")))
def test_any_text(credit: str) -> None:
    found = agencies_in(credit)
    assert len(set(found)) == len(found)
    assert agencies_in(f"{credit} / Zzz") == found or len(credit) > _LONGEST - 6
