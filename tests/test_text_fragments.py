"""Fragments as `get_text("\\n")` leaves them, with the white space of text nodes: what is made of them."""

from __future__ import annotations

import pytest
from khabar.text import read

BODY = (
    "The mill at Harrow Sound was built to grind oats and has not ground any for a hundred and eleven years.",
    "Its wheel still turns, because the children of the village oil it every spring with butter from the dairy.",
    "Nobody remembers who began it, and the oldest man in the village says that his grandfather did not know either.",
    "The county has offered to pay for proper oil, and the children have written back that butter is proper oil.",
    "There is a book in which every child who has oiled the wheel has written a name, and the first is unreadable.",
)


def among(*fragments: str, body: tuple[str, ...] = BODY, label: str = "\0") -> list[str]:
    """What fragments in the middle of a text are read as."""
    blocks = read("\n".join((*body, *fragments, *body)), lambda line: label in line)
    texts = [block.text for block in blocks]
    assert texts[: len(body)] == list(body)
    assert texts[-len(body) :] == list(body)
    return texts[len(body) : -len(body)]


JOINED = {
    "a blank behind": ("The wheel was mended by ", "Harrow Forge ", "in the year of the flood."),
    "a blank before": ("Harrow Forge", " and its smith mended the wheel", " in the year of the flood."),
    "links in a row": (
        "The mill is painted every year by pupils of ",
        "North School, East School",
        " and ",
        "the Priory",
        " in turn.",
    ),
    "a source in brackets behind a full stop": (
        "Harrow Forge",
        ", which mended it before, is to mend ",
        "the wheel",
        " again next spring, its smith has told us. ",
        "(Harrow Gazette)",
    ),
    "a dash behind a bold name": ("Upper sluice ", "- never opened since the flood, and painted green."),
    "parts of a word": ("The wheel of the Co", "uncil", " was given by the county."),
    "a quotation between lone marks": (
        "The smith called it ",
        ' "',
        "the last wheel that sings",
        '"',
        " in the north.",
    ),
}


@pytest.mark.parametrize("name", JOINED)
def test_joined(name: str) -> None:
    (joined,) = among(*JOINED[name])
    assert "".join(joined.split()) == "".join("".join(JOINED[name]).split())


APART = {
    "sources in brackets, each in its paragraph": (
        (
            "Harrow Forge will mend the wheel again, its smith said. (Gazette)",
            "East School has asked for one. (Herald)",
        ),
        [
            "Harrow Forge will mend the wheel again, its smith said. (Gazette)",
            "East School has asked for one. (Herald)",
        ],
    ),
    "titles of links, the first with a blank": (
        ("Oiling the wheel ", "How the priory lost its bell", "A dairy on two wheels"),
        ["Oiling the wheel", "How the priory lost its bell", "A dairy on two wheels"],
    ),
    "list items behind a dash": (
        ("Upper sluice", " - green", " - locked", "Lower sluice"),
        ["Upper sluice", "green", "locked", "Lower sluice"],
    ),
    "an address": (
        ("Harrow Gazette", "https://example.org/wheel.png", "Butter and oil"),
        ["Harrow Gazette", "https://example.org/wheel.png", "Butter and oil"],
    ),
}


@pytest.mark.parametrize("name", APART)
def test_what_stays_apart(name: str) -> None:
    fragments, blocks = APART[name]
    assert among(*fragments) == blocks


def test_a_blank_says_nothing_where_paragraphs_end_with_one() -> None:
    body = tuple(line + " " for line in BODY)
    lines = (*body, "Oiling the wheel ", "Butter is better than oil, the children say ", *body)
    assert [block.text for block in read("\n".join(lines), lambda line: False)] == [line.strip() for line in lines]


def test_a_blank_before_says_nothing_where_paragraphs_begin_with_one() -> None:
    body = tuple(" " + line for line in BODY)
    lines = (*body, " Oiling the wheel", " Butter is better than oil, the children say", *body)
    assert [block.text for block in read("\n".join(lines), lambda line: False)] == [line.strip() for line in lines]


def test_a_link_that_is_a_network_goes_on_in_its_sentence() -> None:
    fragments = ("For more of the wheel follow us on ", "Facebook", ", and on ", "Twitter", " in winter.")
    assert among(*fragments, label="Facebook") == [
        "For more of the wheel follow us on Facebook, and on Twitter in winter."
    ]


def test_a_label_before_its_value_is_not_joined() -> None:
    assert among("Image source, ", "Harrow Gazette", label="Image source") == ["Image source,", "Harrow Gazette"]


# -- runs of blanks inside a line


def test_a_run_of_blanks_in_mid_sentence_is_somebodys_typing() -> None:
    line = "The county has offered to pay for   proper oil, and the children have written back   in ink."
    assert among(line) == [line]


def test_a_run_of_blanks_behind_a_full_stop_is_a_break() -> None:
    assert among(f"{BODY[0]}   {BODY[1]}") == list(BODY[:2])


def test_in_a_text_of_one_line_every_run_is_a_break() -> None:
    text = "   ".join(("Butter for the wheel", BODY[0], "Oil in the post", BODY[1]))
    got = [block.text for block in read(text, lambda line: False)]
    assert got == ["Butter for the wheel", BODY[0], "Oil in the post", BODY[1]]
