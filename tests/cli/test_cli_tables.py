"""Tables: light rules, columns in reading order, all documents in one, any width."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import Quoted
from hypothesis import given
from hypothesis import strategies as st
from khabar_cli.bidi import wrap_path
from khabar_cli.output import table
from khabar_cli.output.drawing import Drawing, Row
from khabar_cli.output.table import MEASURED, NARROW, TableWriter
from khabar_cli.output.widths import GAP, LEAST, MARGIN, READABLE, Wish, fit
from khabar_cli.terminal import Screen
from khabar_cli.views.base import Grid, Line, View
from process import Khabar
from rich.cells import cell_len
from test_cli_terminal import CONTROLS, VTE, check_isolates

LETTERS = st.text("ab \u0633\u0644\u0627\u0645 \u4e2d", max_size=40)


def screen(width: int, *, bidi: bool = False) -> Screen:
    return Screen(terminal=True, colour=False, width=width, bidi=bidi)


def grid(*rows: tuple[str, str], title: str = "a.txt", base: str = "ltr") -> Grid:
    cells = [[[Line(number)], [Line(text)]] for number, text in rows]
    return Grid(title, base, {"n": "number", "text": "prose"}, cells)


class Grids(View[Grid]):
    """An item is its own table."""

    def grid(self, item: Grid) -> Grid:
        return item


def drawn(*grids: Grid, width: int = 80) -> list[str]:
    writer = TableWriter(Grids(), screen(width))
    text = "".join([*map(writer.item, grids), writer.tail()])
    assert text.endswith("\n")
    return text[:-1].split("\n")


class TestRules:
    def test_one_rule_below_the_headings_and_no_box(self) -> None:
        assert drawn(grid(("1", "One"), ("22", "Two"))) == [
            "a.txt",
            "  n  text",
            " ──  ────",
            "  1  One",
            " 22  Two",
        ]

    def test_rows_of_several_lines_are_parted(self) -> None:
        shown = drawn(grid(("1", "One two three four"), ("2", "Two")), width=20)
        assert shown[3:] == [" 1  One two three", "    four", "", " 2  Two"]

    def test_rows_that_hold_empty_lines_are_parted_by_a_rule(self) -> None:
        one = grid(("1", "x"), ("2", "y"))
        one.rows[0][1] = [Line("One"), Line("Two", gap=True)]
        assert drawn(one)[3:] == [" 1  One", "", "    Two", " ┄  ┄┄┄┄", " 2  y"]

    def test_a_grid_that_is_not_ruled(self) -> None:
        one = grid(("1", "One two three four"), ("2", "Two"))
        one.ruled = False
        assert "" not in drawn(one, width=20)


class TestOrder:
    def test_from_right_to_left(self) -> None:
        """The first column at the right; digits end in one column."""
        shown = drawn(grid(("1", "سلام"), ("22", "سلام سلام"), base="rtl"), width=30)
        assert shown[1:] == ["      text   n", " ─────────  ──", "      سلام   1", " سلام سلام  22"]

    def test_the_direction_is_that_of_most_rows(self) -> None:
        arabic, english = grid(("1", "سلام"), title="b.txt", base="rtl"), grid(("22", "One"))
        assert drawn(arabic, english)[0].split() == ["text", "n", "source"]
        assert drawn(arabic, english, english)[0].split() == ["source", "n", "text"]

    def test_numbers_of_both_directions_end_in_one_column(self) -> None:
        for others in (1, 3):
            shown = drawn(grid(("1", "سلام"), title="b.txt", base="rtl"), *[grid(("22", "One"))] * others)[2:]
            assert len({re.search(r"\d+(?= |$)", line).end() for line in shown}) == 1  # type: ignore[union-attr]

    @pytest.mark.parametrize("kind", ["name", "word", "side", "path", "note", "prose"])
    def test_names_and_words_follow_the_table_and_texts_their_document(self, kind: str) -> None:
        grids = [grid(("1", "x"), title=f"{n}.txt", base=base) for n, base in enumerate(["ltr", "rtl", "rtl"])]
        for one in grids:
            one.kinds, one.headings = ("number", kind), ("n", "heading")
        shown = drawn(*grids)[2:]
        follows = kind in ("name", "word", "side", "path")
        assert [line.index("x") == shown[1].index("x") for line in shown] == [follows, True, True]

    def test_on_a_terminal_each_cell_is_isolated(self, quoted: Quoted) -> None:
        done = quoted.terminal("quotes", "quoted.txt", "second.txt", columns=100, VTE_VERSION="7006")
        rows = [line for line in done.text.split("\n") if "partial" in line]
        assert all(line.count("\u2069") >= 2 for line in rows)


class TestManyDocuments:
    @pytest.mark.parametrize("jobs", ["1", "2"])
    def test_one_table_with_each_source_over_its_rows(self, quoted: Quoted, jobs: str) -> None:
        args = ("quotes", "-f", "table", "--width", "120", "-j", jobs, "quoted.txt", "plain.txt", "second.txt")
        text = quoted(*args).text
        shown = text.split("\n")
        assert shown[0].split() == ["heading", "sure", "kind", "quotation", "speaker"]
        assert text.count("sure") == 1
        assert [text.count(name) for name in ("quoted.txt", "plain.txt", "second.txt")] == [1, 0, 1]
        assert shown[2].strip() == "quoted.txt"
        assert shown[shown.index(next(line for line in shown if line.endswith("second.txt"))) - 1] == ""

    def test_a_source_stands_where_its_rows_begin(self) -> None:
        def table(base: str) -> list[str]:
            rows = ("1", "One"), ("2", "Twenty")
            return drawn(grid(*rows, base=base), grid(*rows, title="b/c.txt", base=base))

        assert table("ltr") == [
            " n  text",
            " ─  ──────",
            "a.txt",
            " 1  One",
            " 2  Twenty",
            "",
            "b/c.txt",
            " 1  One",
            " 2  Twenty",
        ]
        assert [line for line in table("rtl") if "txt" in line] == ["     a.txt", "   b/c.txt"]
        assert max(map(len, table("rtl"))) == len("   b/c.txt")

    def test_two_documents_of_one_name_are_two(self) -> None:
        shown = drawn(*[grid(("1", "One"), ("2", "Two"))] * 2, grid(("3", "x"), ("4", "y"), title="b.txt"))
        assert [line for line in shown if "txt" in line] == ["a.txt", "a.txt", "b.txt"]

    @pytest.mark.parametrize(("more", "beside"), [(1, True), (2, False)])
    def test_where_most_have_one_row_there_is_a_column(self, more: int, beside: bool) -> None:
        """It says each source once, too."""
        rows = [(str(n), "One") for n in range(1, 2 + more)]
        shown = drawn(grid(*rows), grid(("9", "x"), title="b.txt"))
        if beside:
            assert shown == [
                " source  n  text",
                " ──────  ─  ────",
                " a.txt   1  One",
                "         2  One",
                " b.txt   9  x",
            ]
        else:
            assert (shown[0], [line for line in shown if "txt" in line]) == (" n  text", ["a.txt", "b.txt"])

    def test_of_one_the_source_stands_above(self, quoted: Quoted) -> None:
        for names in (["quoted.txt"], ["plain.txt", "quoted.txt"]):
            shown = quoted.inside("quotes", "-f", "table", *names).text.split("\n")
            assert (shown[0], "source" in shown[1]) == ("quoted.txt", False)

    @pytest.mark.parametrize("width", [NARROW - 1, NARROW])
    def test_on_a_narrow_screen_sources_stand_above_their_rows(self, width: int) -> None:
        shown = drawn(grid(("1", "One")), grid(("2", "Two"), ("3", "x"), title="b.txt"), width=width)
        if width < NARROW:
            assert shown == [" n  text", " ─  ────", "a.txt", " 1  One", "", "b.txt", " 2  Two", " 3  x"]
        else:
            assert shown[0] == " source  n  text"

    def test_where_nobody_has_rows_the_headings_are_all(self) -> None:
        assert drawn(grid(), grid(title="b.txt")) == ["a.txt", " n  text", " ─  ────"]

    def test_of_differences(self, khabar: Khabar) -> None:
        for folder, text in (("x", "One"), ("y", "Two")):
            (khabar.folder / folder).mkdir()
            for name in ("a.txt", "b.txt"):
                (khabar.folder / folder / name).write_text(f"The title\n\n{text} sentence of an article.\n")
        shown = khabar.inside("diff", "-f", "table", "--width", "120", "x", "y").text.split("\n")
        assert shown[0].split()[0] == "documents"
        assert shown[2].startswith(" x/a.txt → y/a.txt")


class TestMemory:
    """Rows are kept until the columns are measured, and no longer."""

    def rows(self, count: int) -> Iterator[Grid]:
        return (grid((str(n), "One")) for n in range(count))

    @pytest.mark.parametrize("more", [0, 1])
    def test_so_many_are_kept(self, more: int) -> None:
        writer = TableWriter(Grids(), screen(80))
        early = "".join(map(writer.item, self.rows(MEASURED + more)))
        assert bool(early) is bool(more)
        text = early + writer.tail()
        assert text.count("\n") == MEASURED + more + 2 + (not more)
        # a table that may go on has the sources: more documents may follow
        assert text.startswith(" source " if more else "a.txt\n")

    def test_what_comes_after_is_drawn_in_the_same_columns(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(table, "MEASURED", 2)
        shown = drawn(*self.rows(3), grid(("4567", "A longer text"), title="b.txt"))
        assert shown[-4:] == [" b.txt   4  A", "         5  long", "         6  er", "         7  text"]

    def test_so_is_each_source_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(table, "MEASURED", 2)
        rows = [(str(n), "One") for n in range(4)]
        grids = [grid(*rows, title=f"{n}.txt") for n in range(3)]
        shown = drawn(*grids)
        assert [line for line in shown if "txt" in line] == ["0.txt", "1.txt", "2.txt"]
        assert [line for line in shown if line][2:] == [
            line for one in grids for line in (one.title, *(f" {n}  One" for n, _ in rows))
        ]


class TestWidths:
    def test_what_fits_is_as_wide_as_it_is(self) -> None:
        wishes = [Wish("number", 1, 3), Wish("prose", 4, 30), Wish("side", 4, 10)]
        assert fit(wishes, MARGIN + 2 * GAP + 43) == [3, 30, 10]
        assert fit(wishes, 1000) == [3, 30, 10]

    def test_prose_has_twice_the_share(self) -> None:
        assert fit([Wish("prose", 1, 300), Wish("name", 1, 300)], MARGIN + GAP + 60) == [40, 20]

    def test_prose_is_no_wider_than_is_readable(self) -> None:
        for longest, width in ((READABLE, READABLE), (READABLE + 1, READABLE)):
            assert fit([Wish("prose", 1, longest)], 200) == [width]

    def test_a_column_at_the_side_has_a_quarter(self) -> None:
        for longest, width in ((20, 20), (21, 20)):
            assert fit([Wish("side", 1, longest), Wish("prose", 1, 90)], 80) == [width, 80 - MARGIN - GAP - width]

    @pytest.mark.parametrize(("word", "width"), [(20, 20), (21, 20), (15, 15)])
    def test_a_long_word_is_not_broken_where_there_is_room(self, word: int, width: int) -> None:
        given_widths = fit([Wish("name", 1, 40, word), *[Wish("prose", 1, 300)] * 3], 80)
        assert given_widths is not None
        assert given_widths[0] == width

    def test_what_does_not_fit(self) -> None:
        wishes = [Wish("prose", 1, 99), Wish("side", 1, 99), Wish("number", 1, 6)]
        least = MARGIN + 2 * GAP + LEAST["prose"] + LEAST["side"] + 6
        assert fit(wishes, least) == [LEAST["prose"], LEAST["side"], 6]
        assert fit(wishes, least - 1) is None

    @given(
        st.lists(
            st.builds(
                Wish,
                st.sampled_from(["number", "word", "side", "name", "prose"]),
                st.integers(0, 12),
                st.integers(0, 200),
                st.integers(0, 60),
            ),
            min_size=1,
            max_size=6,
        ),
        st.integers(20, 200),
    )
    def test_widths_fit(self, wishes: list[Wish], width: int) -> None:
        found = fit(wishes, width)
        if found is None:
            return
        assert sum(found) + MARGIN + GAP * (len(found) - 1) <= width
        for wish, size in zip(wishes, found, strict=True):
            assert wish.heading <= size <= max(wish.heading, wish.longest)
            assert size == max(wish.heading, wish.longest) or wish.kind in LEAST


class TestDrawing:
    @given(
        st.lists(st.tuples(st.sampled_from(["rtl", "ltr"]), LETTERS, LETTERS), min_size=1, max_size=4),
        st.integers(20, 120),
        st.sampled_from(["rtl", "ltr"]),
        st.booleans(),
    )
    def test_any_texts_on_any_screen(
        self, texts: list[tuple[str, str, str]], width: int, direction: str, bidi: bool
    ) -> None:
        """No line is too wide, no word is lost, and isolates are closed on their line and never in the first
        column."""
        rows = [Row(base, [[Line("1")], [Line(one)], [Line(other, gap=True)]]) for base, one, other in texts]
        drawing = Drawing(
            ("n", "words", "more"),
            ("number", "side", "prose"),
            rows,
            direction=direction,
            ruled=True,
            screen=screen(width, bidi=bidi),
        )
        shown = [*drawing.head(), *(line for row in rows for line in drawing.row(row))]
        assert max(map(cell_len, shown)) <= width
        letters = "".join(shown)
        for _, one, other in texts:
            assert all(letters.count(char) >= (one + other).count(char) for char in set((one + other).strip(" ")))
        for line in shown:
            assert len(re.findall("[\u2066-\u2068]", line)) == line.count("\u2069")
            assert not re.match("[\u2066-\u2068]", line)

    def test_a_list_where_columns_do_not_fit(self) -> None:
        rows = [Row("ltr", [[Line("a word that fits")], [Line("a text that is wrapped")], [Line("")]])]
        drawing = Drawing(
            ("what", "words", "none"),
            ("word", "prose", "prose"),
            rows * 2,
            direction="ltr",
            ruled=True,
            screen=screen(20),
        )
        assert drawing.widths is None
        once = [" what", "  a word that fits", " words", "  a text that is", "  wrapped"]
        assert list(drawing.head()) == []
        assert [line for row in rows * 2 for line in drawing.row(row)] == [*once, "", *once]


@pytest.mark.parametrize("width", [20, 40, 80, 160])
@pytest.mark.parametrize("command", ["parse", "sections", "quotes", "statements", "credits", "explain", "explain -v",
                                     "explain --quotes", "text", "speakers", "agencies", "stats"])  # fmt: skip
def test_every_table_fits(quoted: Quoted, command: str, width: int) -> None:
    name = "a/very/long/name/of/a/file/that/is/broken.txt"
    (quoted.folder / name).parent.mkdir(parents=True)
    (quoted.folder / name).write_text((quoted.folder / "quoted.txt").read_text("utf-8"), "utf-8")
    for args in (["quoted.txt"], [name, "plain.txt", "reported.txt"]):
        done = quoted.inside(*command.split(), "-f", "table", "--width", str(width), *args)
        assert (done.status, done.err) == (0, "")
        assert 0 < max(map(cell_len, done.text.split("\n"))) <= width


class TestPaths:
    @pytest.mark.parametrize(
        ("width", "lines"),
        [
            (40, ["texts/2021/bbc-arabic-scraped.txt"]),
            (23, ["texts/2021/", "bbc-arabic-scraped.txt"]),
            (22, ["texts/2021/", "bbc-arabic-scraped.txt"]),
            (21, ["texts/2021/", "bbc-arabic-scraped.tx", "t"]),
            (6, ["texts/", "2021/", "bbc-ar", "abic-s", "craped", ".txt"]),
        ],
    )
    def test_they_are_broken_after_slashes(self, width: int, lines: list[str]) -> None:
        assert list(wrap_path("texts/2021/bbc-arabic-scraped.txt", width)) == lines

    def test_and_at_spaces(self) -> None:
        assert list(wrap_path("my texts/a b.txt → c.txt", 9)) == ["my texts/", "a b.txt →", "c.txt"]
        assert list(wrap_path("", 9)) == [""]

    @given(st.text("ab/ \u0633\u0644\u4e2d", max_size=40), st.integers(2, 30))
    def test_no_line_is_too_wide_and_no_letter_is_lost(self, path: str, width: int) -> None:
        lines = list(wrap_path(path, width))
        assert max(map(cell_len, lines)) <= width
        assert "".join(lines).replace(" ", "") == path.replace(" ", "")

    def test_a_column_of_them_is_not_broken_inside_a_name(self) -> None:
        shown = drawn(*[grid(("1", "word " * 30), title=f"texts/of-the-year-{n}.txt") for n in (1, 2)], width=70)
        assert shown[2:4] != []
        assert [line[:20].strip() for line in shown[2:4]] == ["texts/", "of-the-year-1.txt"]


@pytest.mark.parametrize("form", ["table", "blocks"])
@pytest.mark.parametrize("command", ["explain", "explain -v", "quotes"])
def test_isolates_that_are_asked_for_are_in_a_pipe_and_in_a_file(quoted: Quoted, command: str, form: str) -> None:
    """Whatever the terminal is; else a pipe has none, and no terminal has any that does not want them."""
    args = (*command.split(), "-f", form, "quoted.txt", "second.txt")
    asked = quoted(*args, "--bidi", "isolate").text
    check_isolates(asked.split("\n"))
    assert all("\u2069" in line for line in asked.split("\n") if re.search("[\u0620-\u064a]", line))
    assert CONTROLS.sub("", asked).split() == quoted(*args, **VTE).text.split()
    assert not CONTROLS.search(quoted.terminal(*args, "--bidi", "none", **VTE).text)
    if form == "table":
        quoted(*args, "--bidi", "isolate", "-o", "out.txt")
        assert (quoted.folder / "out.txt").read_text("utf-8") == asked


class TestNumbers:
    """What people see is what JSON has: sections, paragraphs and pictures count from 0."""

    def numbers(self, done: Any, word: str) -> list[int]:
        return [int(found) for found in re.findall(rf"\b{word} (\d+)", done.text)]

    def test_sections(self, khabar: Khabar) -> None:
        rows = [row["section"] for row in khabar.inside("sections", "arabic.txt").records]
        assert rows == self.numbers(khabar.inside("sections", "-f", "blocks", "arabic.txt"), "section") == [0, 1]
        drawn = khabar.inside("sections", "-f", "table", "arabic.txt").text
        assert re.findall(r"  (\d)\n", drawn) == ["0", "1"]

    def test_pictures(self, khabar: Khabar) -> None:
        images = khabar.inside("parse", "english.txt").records[0]["images"]
        (row,) = khabar.inside("credits", "english.txt").records
        assert images[row["picture"]]["credit"] == row["credit"] == "Reuters"
        assert row["n"] == row["picture"] + 1  # as before
        assert self.numbers(khabar.inside("credits", "-f", "blocks", "english.txt"), "picture") == [0]
        assert " 0  Reuters" in khabar.inside("credits", "-f", "table", "english.txt").text
        chosen = khabar.inside("credits", "-f", "blocks", "--fields", "n,credit", "english.txt").text
        assert ("n: 1" in chosen, "picture" in chosen) == (True, False)

    @pytest.mark.parametrize("command", ["quotes", "statements", "explain --quotes"])
    def test_what_is_said(self, quoted: Quoted, command: str) -> None:
        rows = quoted.inside(*command.split(), "quoted.txt").records
        blocks = quoted.inside(*command.split(), "-f", "blocks", "quoted.txt")
        for name in ("section", "paragraph"):
            assert self.numbers(blocks, name) == [row[name] for row in rows if row[name] is not None], name

    def test_the_help_says_so(self, khabar: Khabar) -> None:
        told = "Sections, paragraphs and pictures count from 0 in every format"
        assert told in " ".join(khabar.inside("help", "sections").text.split())
        readme = (Path(__file__).resolve().parents[2] / "README.md").read_text("utf-8")
        assert told in readme
