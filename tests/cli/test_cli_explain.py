"""`khabar explain`: a gutter of lines and labels, what it shows, and which lines are chosen."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from khabar import Label
from khabar_cli.output.gutter import LABEL, LEAST_TEXT
from khabar_cli.selection import Range, Selection, families, labels, names, ranges
from khabar_cli.terminal import MEASURE
from khabar_cli.views.label_styles import label_style, text_style
from process import Khabar
from rich.cells import cell_len

GUTTER = 1 + 2 + LABEL + 2
"""Columns before the text where a document has fewer than ten lines."""
MIXED = """\
Old fishing port opens again after ten years

Image source, Reuters

The mayor said that the port takes in 120 boats every morning, after repairs that lasted for ten years.

Read more:
"""


def gutter(khabar: Khabar, *args: str, **env: str) -> list[str]:
    done = khabar.inside("explain", "-f", "blocks", *args, **env)
    assert (done.status, done.err) == (0, "")
    return done.text.rstrip("\n").split("\n")


class TestGutter:
    def test_a_line_for_each_block(self, khabar: Khabar) -> None:
        (khabar.folder / "mixed.txt").write_text(MIXED, "utf-8")
        assert gutter(khabar, "mixed.txt") == [
            "mixed.txt",
            "1  title         Old fishing port opens again after ten years",
            "3  credit        Image source, Reuters",
            "5  paragraph     The mayor said that the port takes in 120 boats every morning,",
            "                 after repairs that lasted for ten years.",
            "7  related       Read more:",
        ]

    def test_from_right_to_left_it_stands_at_the_right(self, khabar: Khabar) -> None:
        shown = gutter(khabar, "arabic.txt")
        assert shown[0] == "arabic.txt"
        assert re.fullmatch(" +ميناء .* من الإغلاق {9}title   1", shown[1])
        assert [cell_len(line) for line in shown[1:] if line.endswith(tuple("0123456789"))] == [80] * 7
        text_ends = {cell_len(line) for line in shown[1:] if not line.endswith(tuple("0123456789"))}
        assert text_ends == {80 - GUTTER - 1}
        wide = gutter(khabar, "arabic.txt", COLUMNS="160")
        assert max(map(cell_len, wide)) == GUTTER + 1 + MEASURE  # at the left of a wide screen

    def test_source_lines_of_a_block(self, khabar: Khabar) -> None:
        (khabar.folder / "mixed.txt").write_text(MIXED.replace(", after", ",\nafter") + "\n" * 4 + MIXED, "utf-8")
        shown = gutter(khabar, "mixed.txt", "--width", "200")[1:]
        numbers = [re.match(r" *([\d-]+)  ", line) for line in shown if "  " in line[:18].lstrip()]
        assert {found[1] for found in numbers if found} >= {"1", "3", "5-6", "15"}
        assert len({found.end() for found in numbers if found}) == 1

    @pytest.mark.parametrize("room", [LEAST_TEXT - 1, LEAST_TEXT])
    @pytest.mark.parametrize("name", ["english.txt", "arabic.txt"])
    def test_on_a_narrow_screen_text_stands_below_its_label(self, khabar: Khabar, name: str, room: int) -> None:
        line = gutter(khabar, name, "--width", str(GUTTER + room + (name == "arabic.txt")))[1]
        assert line.split() == (["1", "title"] if name == "english.txt" else ["title", "1"]) or room >= LEAST_TEXT
        assert ("fishing" in line or "ميناء" in line) is (room >= LEAST_TEXT)

    def test_text_is_no_wider_than_is_readable(self, khabar: Khabar) -> None:
        widest = GUTTER + MEASURE
        shown = gutter(khabar, "english.txt", COLUMNS=str(widest))
        assert gutter(khabar, "english.txt", COLUMNS=str(widest + 1)) == shown
        assert gutter(khabar, "english.txt", COLUMNS=str(widest - 8)) != shown
        assert gutter(khabar, "english.txt", "--width", "200")[4].endswith("lasted for ten years.")  # as asked for

    @pytest.mark.parametrize("columns", [20, 40, 80, 160])
    def test_it_fits(self, khabar: Khabar, columns: int) -> None:
        for args in ([], ["-v"], ["--fields", "line,rule,title"]):
            shown = gutter(khabar, "arabic.txt", "english.txt", "--width", str(columns), *args)
            assert max(map(cell_len, shown)) <= columns

    def test_labels_have_the_colour_of_their_kind(self, khabar: Khabar) -> None:
        (khabar.folder / "mixed.txt").write_text(MIXED, "utf-8")
        text = khabar.terminal("explain", "mixed.txt").text
        assert "\x1b[2m1\x1b[0m  \x1b[1;32mtitle\x1b[0m " in text
        assert "\x1b[36mcredit\x1b[0m        \x1b[36mImage source, Reuters\x1b[0m" in text
        assert "\x1b[32mparagraph\x1b[0m     The mayor" in text
        assert "\x1b[2mrelated\x1b[0m       \x1b[2mRead more:\x1b[0m" in text

    def test_every_label_fits_and_has_a_style(self) -> None:
        assert max(map(len, labels())) == LABEL
        assert {label_style(label) for label in labels()} == {"bold green", "green", "magenta", "cyan", "dim"}
        assert text_style("paragraph") == ""
        for label in ("promo", "skip", "boilerplate", "title-repeat", "marker"):
            assert label_style(label) == text_style(label) == "dim"

    def test_what_steers_a_terminal_is_no_text(self, khabar: Khabar) -> None:
        (khabar.folder / "mixed.txt").write_text(MIXED.replace("mayor", "may\x1b[2J\u202eor"), "utf-8")
        text = khabar.terminal("explain", "mixed.txt").text
        assert "\x1b[2J" not in text
        assert "\u202e" not in text

    def test_warnings_and_fields_of_the_document(self, khabar: Khabar) -> None:
        (khabar.folder / "mixed.txt").write_bytes(
            MIXED.encode() + b"A last sentence with bad \xff\xfe bytes in it.\n"
        )
        args = ("mixed.txt", "--encoding", "utf-8", "--fields", "line,label,language")
        shown = gutter(khabar, *args)
        assert (shown[1], shown[2]) == ("language: en", "1  title")
        assert shown[-1].strip().startswith(("warning: ", "byte"))
        assert not any(line.startswith("warning") for line in gutter(khabar, "-q", *args))


class TestVerbose:
    def test_rules_and_reasons(self, khabar: Khabar) -> None:
        told = " ".join(" ".join(gutter(khabar, "-v", "english.txt")).split())
        assert "credit.label: begins with the marker of a photo credit" in told
        assert "looks most like the title of the text below it first pass: undecided (short line) 3 credit" in told
        assert told.count("ends as a sentence does") == 1  # of a run of one rule
        assert told.count("paragraph.sentence") == 2
        assert "credit.label" not in " ".join(gutter(khabar, "english.txt"))

    def test_what_the_first_pass_said(self, khabar: Khabar) -> None:
        """Where it is not the verdict: its label with the rule and the reason; of a run of one rule once."""
        (khabar.folder / "mixed.txt").write_text(MIXED.replace("source, ", "source,\n"), "utf-8")
        reason = "begins with the marker of a photo credit"
        for fields, told in (
            ("rule,reason,first,first_rule,first_reason", f"credit (credit.label: {reason})"),
            ("first,first_rule", "credit (credit.label)"),
            ("first,first_reason", f"credit ({reason})"),
            ("first", "credit"),
            ("first_rule", "credit.label"),
            ("first_reason", reason),
        ):
            shown = gutter(khabar, "mixed.txt", "--only", "marker,title", "--width", "200", "--fields", fields)
            assert shown[-1] == f"first pass: {told}"
            if fields.startswith("first,"):
                assert shown[1] == "first pass: undecided (short line)"
        assert gutter(khabar, "mixed.txt", "--only", "title", "--fields", "first")[1] == "first pass: undecided"

    def test_beside_a_gutter_at_the_right_it_keeps_its_left_edge(self, khabar: Khabar) -> None:
        """English that is wrapped, beside an Arabic text: the longest line of it ends where the text begins."""
        for width in (40, 80):
            shown = gutter(khabar, "-v", "arabic.txt", "--only", "title", "--width", str(width))
            at = next(at for at, line in enumerate(shown) if line.lstrip().startswith("title.line"))
            assert len({len(line) - len(line.lstrip()) for line in shown[at:]}) == 1
            assert (len(shown) > at + 2) is (width == 40)
            assert max(map(len, shown[at:])) == width - (GUTTER if width == 80 else 1 + 2)

    def test_in_a_table_and_in_text(self, khabar: Khabar) -> None:
        for form in ("table", "text"):
            brief, told = (khabar.inside("explain", *more, "-f", form, "english.txt").text for more in ((), ("-v",)))
            assert ("credit.label" in brief, "credit.label" in told) == (False, True), form

    def test_for_programs_all_is_there_anyway(self, khabar: Khabar) -> None:
        for form in ("json", "jsonl", "csv", "markdown"):
            brief, told = (khabar.inside("explain", *more, "-f", form, "english.txt").out for more in ((), ("-v",)))
            assert brief == told, form

    def test_skipped_files_are_still_named(self, khabar: Khabar) -> None:
        (khabar.folder / "texts" / "b.pdf").write_bytes(b"%PDF")
        assert "khabar: texts/b.pdf: skipped: .pdf" in khabar.inside("explain", "-v", "texts", "english.txt").told
        assert khabar.inside("explain", "-v", "-q", "english.txt").status == 2

    def test_fields_say_what_is_shown(self, khabar: Khabar) -> None:
        shown = gutter(khabar, "--fields", "label,rule", "--only", "credit", "english.txt")
        assert shown == ["english.txt", "credit        credit.label"]
        shown = gutter(khabar, "--fields", "line,text", "--only", "credit", "english.txt")
        assert shown == ["english.txt", "3  Image source, Reuters"]


def test_plain_text_has_a_line_for_each_block(khabar: Khabar) -> None:
    text = khabar.inside("explain", "-f", "text", "--only", "credit,caption", "english.txt").text
    assert text.split("\n")[0] == "3\tcredit\tImage source, Reuters"
    text = khabar.inside("explain", "-f", "text", "--fields", "rule,language", "--line", "3", "english.txt").text
    assert text == "credit.label\ten\n"


class TestOnly:
    @pytest.mark.parametrize(
        ("given", "found"),
        [
            ("credit", {"credit"}),
            ("credit,caption", {"credit", "caption"}),
            ("credit.label", {"credit"}),
            ("title.line", {"title"}),
            ("paragraph.", {"paragraph"}),
            ("title.", {"title"}),
            ("short", None),  # a rule of the first pass: no verdict stands by it in this text
        ],
    )
    def test_labels_rules_and_families(self, khabar: Khabar, given: str, found: set[str] | None) -> None:
        done = khabar.inside("explain", "--only", given, "english.txt")
        assert {row["label"] for row in done.records} == (found or set())
        assert bool(done.err) is (found is None)

    def test_what_was_stripped(self) -> None:
        stripped = Selection(("stripped",))
        assert {label for label in Label if not stripped.match(label, "a.rule", 1, 1)} == {
            Label.TITLE, Label.HEADING, Label.STANDFIRST, Label.PARAGRAPH, Label.LIST_ITEM, Label.QUOTE,
            Label.UNKNOWN, Label.ALT, Label.CAPTION, Label.CREDIT, Label.BYLINE,
        }  # fmt: skip

    def test_a_label_is_no_family(self) -> None:
        """boilerplate.url says that a line is a promo."""
        assert not Selection(("boilerplate",)).match("promo", "boilerplate.url", 1, 1)
        assert Selection(("boilerplate.",)).match("promo", "boilerplate.url", 1, 1)
        assert Selection(("promo",)).match("promo", "boilerplate.url", 1, 1)
        assert Selection(("tail",)).match("promo", "tail.below", 1, 1)
        assert not Selection(("tail",)).match("promo", "tails.below", 1, 1)

    @pytest.mark.parametrize("form", ["json", "jsonl", "csv", "tsv", "markdown", "text", "blocks", "table"])
    def test_in_every_format(self, khabar: Khabar, form: str) -> None:
        text = khabar.inside("explain", "--only", "credit", "--line", "-4", "-f", form, "english.txt").text
        assert "Image source, Reuters" in text
        assert "mayor" not in text
        assert "Image caption" not in text

    def test_documents_without_any_are_left_out(self, khabar: Khabar) -> None:
        (khabar.folder / "plain.txt").write_text(MIXED.replace("Image source, Reuters\n\n", ""), "utf-8")
        for form in ("blocks", "table"):
            done = khabar.inside("explain", "--only", "credit", "-f", form, "plain.txt", "english.txt")
            assert ("plain.txt" in done.text, "Reuters" in done.text, done.err) == (False, True, "")

    def test_an_empty_result_says_so(self, khabar: Khabar) -> None:
        for form in ("jsonl", "blocks", "csv", "table"):
            args = ("--only", "promo,skip", "--line", "2,90-", "-f", form, "english.txt", "arabic.txt")
            done = khabar.inside("explain", *args)
            assert (done.status, done.err) == (0, "khabar: no line matches --only promo,skip --line 2,90-\n")
            assert khabar.inside("explain", "-q", *args).err == ""

    @pytest.mark.parametrize(
        ("given", "told"),
        [
            ("promos", "no label or rule is called promos; did you mean promo?"),
            ("credit.lable", "no label or rule is called credit.lable; did you mean credit.label?"),
            ("xyzzy", "no label or rule is called xyzzy; there are stripped, title, "),
            (",", "no label or rule is named; there are stripped, title, "),
        ],
    )
    def test_an_unknown_name(self, khabar: Khabar, given: str, told: str) -> None:
        done = khabar.inside("explain", "--only", given, "english.txt")
        assert (done.status, done.text, len(done.told)) == (2, "", 1)
        assert done.err.startswith(f"khabar: --only: {told}")

    def test_all_names_are_known(self) -> None:
        assert names([",".join(Label)]) == labels()
        assert set(names([",".join(families())])) == set(families())
        assert "credit.label" in names(["credit.label", "credit.label"])


class TestLine:
    @pytest.mark.parametrize(
        ("given", "found"),
        [
            ("3", [3]),
            ("2", []),
            ("3-5", [3, 5]),
            ("4-6", [5]),
            ("7-", [7, 9]),
            ("-3", [1, 3]),
            ("1,9-12", [1, 9]),
            (" 9 , 1", [1, 9]),
            ("٣", [3]),
        ],
    )
    def test_which(self, khabar: Khabar, given: str, found: list[int]) -> None:
        done = khabar.inside("explain", "--line", given, "english.txt")
        assert [row["line"] for row in done.records] == found
        assert khabar.inside("explain", f"--line={given}", "english.txt").out == done.out

    def test_a_block_of_several_lines(self) -> None:
        for line, meant in (("4", False), ("5", True), ("7", True), ("8", False), ("-4", False), ("8-", False)):
            assert Selection((), ranges([line])).match("paragraph", "", 5, 7) is meant, line

    @pytest.mark.parametrize(
        ("given", "told"),
        [
            ("x", "takes lines such as 20, 20-40, 20- or -40, not x"),
            ("-", "takes lines such as 20, 20-40, 20- or -40, not -"),
            ("1-2-3", "takes lines such as 20, 20-40, 20- or -40, not 1-2-3"),
            ("1" * 10, f"takes lines such as 20, 20-40, 20- or -40, not {'1' * 10}"),
            ("0", "lines count from 1, not 0"),
            ("0-4", "lines count from 1, not 0-4"),
            ("-0", "lines count from 1, not -0"),
            ("40-20", "40-20 ends before it begins; did you mean 20-40?"),
            (",", "no line is named"),
        ],
    )
    def test_what_is_none(self, khabar: Khabar, given: str, told: str) -> None:
        done = khabar.inside("explain", "--line", given, "english.txt")
        assert (done.status, done.text, done.err) == (2, "", f"khabar: --line: {told}\n")

    @given(st.lists(st.tuples(st.integers(1, 99), st.none() | st.integers(0, 50)), min_size=1, max_size=4))
    def test_they_are_told_as_they_are_given(self, found: list[tuple[int, int | None]]) -> None:
        made = tuple(Range(first, None if more is None else first + more) for first, more in found)
        assert ranges([",".join(map(str, made))]) == tuple(dict.fromkeys(made))


def test_quotations_have_no_lines(khabar: Khabar) -> None:
    for option, value in (("--only", "promo"), ("--line", "3")):
        done = khabar.inside("explain", "--quotes", option, value, "english.txt")
        assert (done.status, done.err) == (2, f"khabar: {option}: is for lines, not with --quotes\n")
    assert khabar.inside("explain", "--quotes", "-v", "english.txt").status == 0


def test_it_is_for_one_call(khabar: Khabar) -> None:
    for name in ("ONLY", "LINE"):
        done = khabar.inside("explain", "english.txt", KHABAR_NO_CONFIG="", **{f"KHABAR_{name}": "3"})
        assert (done.status, "it is for one call" in done.err) == (2, True)


def test_csv_has_the_chosen_rows(khabar: Khabar) -> None:
    text = khabar.inside("explain", "--only", "caption", "-f", "csv", "english.txt").text
    (row,) = csv.DictReader(io.StringIO(text))
    assert (row["label"], row["line"]) == ("caption", "5")
