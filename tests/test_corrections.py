"""Corrections: the file is read and checked, compared with what khabar says, and documents are measured by it."""

from __future__ import annotations

import json
from typing import Any

import khabar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from khabar.corrections import (
    MEASURES,
    ByName,
    Checked,
    Content,
    CorrectionsError,
    Counts,
    Figures,
    Score,
    check,
    of_article,
    of_corrected,
    read_corrections,
    score,
    written,
)
from khabar.corrections.matching import dice, pairs
from khabar.corrections.quotations import pairs as quotation_pairs
from khabar.corrections.record import Quotation
from khabar.corrections.speakers import same_speaker
from khabar.corrections.tokens import credit_tokens, tokens

TEXT = """\
ميناء الصيادين القديم يستعيد حركته بعد عشر سنوات من الإغلاق

صدر الصورة، Getty Images

التعليق على الصورة، عاد الصيادون إلى الميناء بعد إصلاح الأرصفة

قال رئيس البلدية سامي الهاشمي إن "الميناء يستقبل اليوم 120 قاربا كل صباح" بعد أن أغلق عشر سنوات للصيانة.

سوق السمك

ويبيع الصيادون ما يصطادونه في سوق السمك المجاور، حيث تبدأ المزادات في الخامسة صباحا وتنتهي قبل الثامنة.
"""


def traced(text: str = TEXT, source: str = "a.txt") -> khabar.Trace:
    trace = khabar.trace(text)
    return trace._replace(article=trace.article.replace(source=source))


def made(text: str = TEXT) -> dict[str, Any]:
    """A file of one document in which nothing is corrected."""
    return json.loads(json.dumps(written([traced(text)], "0.1.0")))  # type: ignore[no-any-return]


def rows(file: dict[str, Any], text: str = TEXT) -> list[Checked]:
    (document,) = read_corrections(json.dumps(file)).documents
    return list(check(document, traced(text)))


def line_of(file: dict[str, Any], begins: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in file["documents"][0]["lines"] if one["text"].startswith(begins))
    return found


class TestReading:
    def test_what_is_written_is_read(self) -> None:
        found = read_corrections(json.dumps(made()).encode())
        assert found.khabar == "0.1.0"
        (document,) = found.documents
        assert document.source == "a.txt"
        assert [line.label for line in document.lines] == [block.label for block in traced().blocks]
        assert [(one.kind, one.speaker) for one in document.quotes] == [("direct", "رئيس البلدية سامي الهاشمي")]

    @pytest.mark.parametrize(
        ("at", "value", "told"),
        [
            (("corrections",), 2, "corrections: this khabar reads format 1, not 2"),
            (("corrections",), True, "corrections: this khabar reads format 1, not True"),
            (("documents",), {}, "documents: this must be a list, not {}"),
            (("documents", 0), 7, "documents[0]: this must be an object, not 7"),
            (("documents", 0, "source"), None, "documents[0].source: it is missing"),
            (("documents", 0, "lines", 1, "label"), "captoin",
             "documents[0].lines[1].label: no label is called captoin; did you mean caption?"),
            (("documents", 0, "lines", 1, "was"), "x", "documents[0].lines[1].was: no label is called x"),
            (("documents", 0, "lines", 1, "line"), 0, "documents[0].lines[1].line: this must be a number from 1 on"),
            (("documents", 0, "lines", 1, "end_line"), 1, "documents[0].lines[1].end_line: line 1 is before line 3"),
            (("documents", 0, "lines", 1, "text"), 3, "documents[0].lines[1].text: this must be a text, not 3"),
            (("documents", 0, "quotes", 0, "kind"), "shout", "documents[0].quotes[0].kind: no kind is called shout"),
            (("documents", 0, "quotes", 0, "was"), {"kind": 1}, "documents[0].quotes[0].was.kind: this must"),
            (("documents", 0, "quotes", 0, "start"), -1, "documents[0].quotes[0].start: this must be a number"),
            (("documents", 0, "quotes", 0, "speaker"), ["x"], "documents[0].quotes[0].speaker: this must be a text"),
        ],
    )  # fmt: skip
    def test_what_is_wrong_is_told_with_its_place(self, at: tuple[Any, ...], value: Any, told: str) -> None:
        file = made()
        place: Any = file
        for key in at[:-1]:
            place = place[key]
        place[at[-1]] = value
        with pytest.raises(CorrectionsError) as error:
            read_corrections(json.dumps(file))
        assert str(error.value).startswith(told)
        assert "\n" not in str(error.value)

    @pytest.mark.parametrize(
        ("data", "told"),
        [
            (b"\xff", "not UTF-8"),
            (b"{", "broken JSON in line 1"),
            (b"{}\n{}", "corrections are one object, not JSON Lines"),
            (b"[" * 100_000, "broken JSON"),
            (b"[]", "this is not a file of corrections"),
            (b'{"schema": 1, "source": "a"}', "but what khabar has printed"),
        ],
    )
    def test_what_is_no_file_of_corrections(self, data: bytes, told: str) -> None:
        with pytest.raises(CorrectionsError, match=told):
            read_corrections(data)

    def test_a_source_is_there_once(self) -> None:
        file = made()
        file["documents"] *= 2
        with pytest.raises(CorrectionsError, match=r"documents\[1\].source: a.txt is documents\[0\] already"):
            read_corrections(json.dumps(file))

    @given(
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(),
            lambda of: (
                st.lists(of) | st.dictionaries(st.sampled_from(["corrections", "documents", "lines", "was"]), of)
            ),
        )
    )
    def test_anything_is_read_or_refused(self, value: Any) -> None:  # fmt: skip
        with pytest.raises(CorrectionsError):
            read_corrections(json.dumps({"corrections": 1, "documents": [value]}))


class TestCheck:
    def test_nothing_to_tell_where_nothing_is_corrected(self) -> None:
        assert rows(made()) == []

    def test_a_label_that_differs_and_one_that_agrees(self) -> None:
        file = made()
        line_of(file, "سوق").update(label="related", was="heading")
        line_of(file, "ويبيع").update(label="paragraph", was="caption")
        first, second = rows(file)
        assert first[:4] == (9, "label", "related", "heading")
        assert (first.agrees, first.corrected, first.rule) == (False, True, "heading.short")
        assert (second.found, second.agrees) == ("paragraph", True)

    def test_a_confirmed_line_that_differs_now(self) -> None:
        file = made()
        line_of(file, "سوق")["label"] = "related"
        (one,) = rows(file)
        assert (one.agrees, one.corrected) == (False, False)

    def test_lines_move_and_change_their_spelling(self) -> None:
        file = made()
        line_of(file, "سوق").update(label="related", was="heading")
        (one,) = rows(file, TEXT.replace("\n\n", "\n\n\n").replace("القديم", "القَديم"))
        assert one.line == 13

    def test_a_line_with_another_word(self) -> None:
        file = made()
        line_of(file, "ويبيع").update(label="caption", was="paragraph")
        (one,) = rows(file, TEXT.replace("المجاور", "القريب"))
        assert (one.line, one.found) == (11, "paragraph")

    def test_of_equal_lines_the_nearest(self) -> None:
        text = TEXT + "\nسوق السمك\n\nوقال التجار إن الأسعار ارتفعت هذا العام مع عودة القوارب الكبيرة إلى الميناء.\n"
        file = made(text)
        again = [one for one in file["documents"][0]["lines"] if one["text"] == "سوق السمك"][1]
        again.update(label="related", was=again["label"], line=again["line"] + 1, end_line=again["line"] + 1)
        (one,) = rows(file, text)
        assert one.line == again["line"] - 1

    def test_a_line_that_is_joined_or_gone(self) -> None:
        file = made()
        lines = file["documents"][0]["lines"]
        lines.append(
            {**lines[-1], "text": "حيث تبدأ المزادات في الخامسة صباحا", "label": "heading", "was": "caption"}
        )
        lines.append({**lines[-1], "text": "ليس في النص", "label": "heading", "was": "caption"})
        joined, gone = rows(file)
        assert (joined.found, joined.line) == ("paragraph", 11)
        assert (gone.line, gone.found, gone.agrees) == (None, None, False)

    def test_a_value_without_its_marker(self) -> None:
        file = made()
        credit = line_of(file, "صدر")
        assert credit["value"] == "Getty Images"
        credit.update(value="Getty", was="credit", was_value="Getty Images")
        (one,) = rows(file)
        assert (one.what, one.expected, one.found, one.agrees) == ("value", "Getty", "Getty Images", False)
        caption = line_of(made(), "التعليق")
        file = made()
        line_of(file, "التعليق").update(was="caption", was_credit="", credit="AFP")
        (one,) = rows(file)
        assert (one.what, one.expected, one.found, one.agrees) == ("credit", "AFP", None, False)
        assert caption["value"].startswith("عاد")

    def test_speaker_and_kind(self) -> None:
        file = made()
        quote = file["documents"][0]["quotes"][0]
        quote.update(kind="partial", speaker=None, was={"kind": quote["kind"], "speaker": quote["speaker"]})
        kind, speaker = rows(file)
        assert (kind.what, kind.expected, kind.found, kind.agrees) == ("kind", "partial", "direct", False)
        assert (speaker.what, speaker.expected, speaker.found) == ("speaker", None, "رئيس البلدية سامي الهاشمي")
        assert kind.line == speaker.line == 7

    def test_a_name_without_its_office_is_the_same(self) -> None:
        file = made()
        file["documents"][0]["quotes"][0].update(
            speaker="سامي الهاشمي", was={"kind": "direct", "speaker": "البلدية"}, section=4, paragraph=7
        )
        (one,) = rows(file)
        assert one.agrees

    def test_a_quotation_that_is_gone(self) -> None:
        file = made()
        (one,) = rows(file, TEXT.replace('"', ""))
        assert (one.what, one.expected, one.found, one.agrees, one.line) == ("quotation", "direct", None, False, 7)


class TestContent:
    def test_of_a_corrected_document_as_of_its_article(self) -> None:
        (document,) = read_corrections(json.dumps(made())).documents
        assert of_corrected(document) == of_article(traced().article)

    def test_by_labels(self) -> None:
        file = made()
        line_of(file, "سوق").update(label="standfirst", was="heading")
        line_of(file, "صدر").update(label="promo", was="credit")
        content = of_corrected(read_corrections(json.dumps(file)).documents[0])
        assert (content.headings, content.credits) == ((), ())
        assert "سوق السمك" in content.paragraphs

    def test_a_credit_within_a_caption(self) -> None:
        file = made()
        line_of(file, "التعليق").update(value="عاد الصيادون", credit="AFP")
        content = of_corrected(read_corrections(json.dumps(file)).documents[0])
        assert (content.captions, content.credits) == (("عاد الصيادون",), ("Getty Images", "AFP"))


class TestScore:
    def test_all_right(self) -> None:
        content = of_article(traced().article)
        counts = score(content, content)
        assert list(counts) == list(MEASURES)
        assert all(one.gold == one.found == one.right for one in counts.values())

    def test_counts(self) -> None:
        gold = Content("A title", ("Heading one",), ("one two three", "four five"), ("caption",), ("AFP",))
        found = Content("A title", ("A title", "Heading one"), ("one two three",), (), ("Photo: AFP", "dpa"))
        counts = score(gold, found)
        assert counts["body"] == Counts(7, 7, 5)
        assert counts["headings"] == Counts(1, 1, 1)  # one that repeats the title is neither right nor wrong
        assert counts["paragraphs"] == Counts(2, 1, 1)
        assert (counts["captions"], counts["credits"]) == (Counts(1, 0, 0), Counts(1, 2, 1))

    def test_quotations_speakers_kinds(self) -> None:
        def quote(text: str, kind: Any, speaker: str | None, paragraph: int = 0) -> Quotation:
            return Quotation(text, kind, speaker, 0, paragraph, 0, len(text))

        gold = Content(quotes=(quote("We are ready to sail", "direct", "Ann Poe"), quote("old port", "term", None)))
        found = Content(
            quotes=(quote("old port", "partial", "X", 3), quote("We are ready to sail,", "direct", "Poe", 2))
        )
        counts = score(gold, found)
        assert counts["quotations"] == Counts(2, 2, 2)
        assert counts["speakers"] == Counts(1, 1, 1)
        assert counts["kinds"] == Counts(2, 2, 1)

    def test_only_what_the_gold_has(self) -> None:
        gold = Content("A title", fields=frozenset({"title"}))
        assert set(score(gold, Content("A title"))) == {"title"}

    def test_many_documents(self) -> None:
        total = Score()
        total.add({"body": Counts(10, 10, 10), "credits": Counts(2, 1, 1)})
        total.add({"body": Counts(100, 50, 50), "credits": Counts(0, 1, 0)})
        total.add({"title": Counts(0, 0, 0)})
        assert total.documents("body") == 2
        assert total.figures("body") == Figures(1.0, 0.75, round((1 + 2 / 3) / 2, 4))  # means of documents
        assert total.figures("credits") == Figures(0.5, 0.5, 0.5)  # of the sums
        assert total.figures("title") == Figures(None, None, None)

    def test_nothing_found(self) -> None:
        assert Figures.of(Counts(3, 0, 0)) == Figures(None, 0.0, 0.0)

    @given(st.lists(st.text("اab ،", max_size=8)), st.lists(st.text("اab ،", max_size=8)))
    def test_properties(self, gold: list[str], found: list[str]) -> None:
        a, b = Content(paragraphs=tuple(gold)), Content(paragraphs=tuple(found))
        counts, back = score(a, b), score(b, a)
        for name in ("body", "paragraphs"):
            assert 0 <= counts[name].right <= min(counts[name].gold, counts[name].found)
            assert counts[name] == (back[name].found, back[name].gold, back[name].right)


class TestTokens:
    @pytest.mark.parametrize("other", ["العَبّارة", "العبـارة", "\u200fالعبارة\u200f"])
    def test_marks_do_not_count(self, other: str) -> None:
        assert tokens(other) == tokens("العبارة")

    def test_a_word_of_an_indic_script_stays_one(self) -> None:
        assert len(tokens("हिन्दी")) == 1

    @pytest.mark.parametrize("credit", ["Photo: AFP", "© AFP", "صدر الصورة، AFP", "Image source, AFP", "AFP"])
    def test_a_credit_without_its_marker(self, credit: str) -> None:
        assert credit_tokens(credit) == ("afp",)

    def test_pairs_are_the_likest(self) -> None:
        gold = [tuple("abcdefghij"), tuple("abcdefghix")]
        found = [tuple("abcdefghix"), tuple("zbcdefghij")]
        assert sorted(pairs(gold, found)) == [(0, 1), (1, 0)]
        assert dice((), ()) == 0.0

    @given(
        st.lists(st.lists(st.sampled_from("abc"), max_size=6)), st.lists(st.lists(st.sampled_from("abc"), max_size=6))
    )
    def test_pairs_are_one_to_one(self, a: list[list[str]], b: list[list[str]]) -> None:
        gold, found = [tuple(one) for one in a], [tuple(one) for one in b]
        matched = pairs(gold, found)
        assert len({i for i, _ in matched}) == len({j for _, j in matched}) == len(matched)
        assert all(gold[i] == found[j] or dice(gold[i], found[j]) >= 0.9 for i, j in matched)


class TestNames:
    @pytest.mark.parametrize(
        ("right", "found", "same"),
        [
            ("سامي الهاشمي", "رئيس البلدية سامي الهاشمي", True),
            ("رئيس البلدية سامي الهاشمي", "الهاشمي", True),
            ("سامي الهاشمي", "سامي", False),
            ("أحمد", "وأحمد", True),
            (None, None, True),
            (None, "Ann", False),
            ("Ann", None, False),
            ("!", "Ann", False),
        ],
    )
    def test_speakers(self, right: str | None, found: str | None, same: bool) -> None:
        assert same_speaker(right, found) is same

    def test_by_source_then_by_file(self) -> None:
        gold = ByName([("x/a.txt", 1), ("y/a.txt", 2), ("x/b.txt", 3)])
        assert [gold.get(name) for name in ("x/a.txt", "z/a.txt", "z/b.txt", "c.txt", None)] == [
            1,
            None,
            3,
            None,
            None,
        ]
        assert len(gold) == 3

    def test_quotations_of_one_text_by_place(self) -> None:
        quote = khabar.Quote("yes", "direct", None, None, 0, 1, 0, 3)
        there = [quote, quote.replace(paragraph=5)]
        assert quotation_pairs(there, there[::-1]) == [(0, 1), (1, 0)]
