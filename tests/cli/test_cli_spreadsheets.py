"""What newsrooms open: xlsx, CSV with a byte order mark, and cells that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from conftest import ARABIC, ENGLISH, Quoted
from hypothesis import given
from hypothesis import strategies as st
from khabar_cli.spreadsheets import defused, is_formula
from process import Khabar

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
COMMANDS = (
    "parse",
    "text",
    "sections",
    "quotes",
    "statements",
    "credits",
    "speakers",
    "agencies",
    "explain",
    "stats",
)
TRIGGERS = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\n=1", "＝1", "＋1", "－1", "＠x", " =1", "\u00a0=1", "\u200b=1",
    "- نعم", '=HYPERLINK("http://x.example","y")', "=cmd|' /C calc'!A0", "\u200f=1", "  \t-1",
]  # fmt: skip
TAKEN_OUT = "\u200b\u200f"
"""Characters that no output has."""
HARMLESS = ["", "a=1", "نعم", "'=1", "1-1", '"=1"', "(=1)", "–1", "1", "é=", " a", "https://x.example/=1"]


def records(khabar: Khabar, *others: dict[str, Any], name: str = "crawl.jsonl") -> str:
    """A file with a record for each of these other fields."""
    lines = (json.dumps({"id": f"r{n}", "text": ENGLISH, **fields}) + "\n" for n, fields in enumerate(others))
    (khabar.folder / name).write_text("".join(lines))
    return name


class TestRule:
    @pytest.mark.parametrize("text", TRIGGERS)
    def test_what_a_spreadsheet_would_run(self, text: str) -> None:
        assert is_formula(text)
        assert defused(text) == f"'{text}"

    @pytest.mark.parametrize("text", HARMLESS)
    def test_what_it_would_not(self, text: str) -> None:
        assert not is_formula(text)
        assert defused(text) == text

    @given(st.text())
    def test_nothing_is_left_and_nothing_is_lost(self, text: str) -> None:
        assert not is_formula(defused(text))
        assert defused(text).removeprefix("'") == text.removeprefix("'")
        assert defused(defused(text)) == defused(text)


class TestCsv:
    @pytest.mark.parametrize("form", ["csv", "tsv"])
    def test_cells_are_defused(self, khabar: Khabar, form: str) -> None:
        texts = [text for text in TRIGGERS if text[0] not in TAKEN_OUT + "\t\n"]
        name = records(khabar, *({"x": text, "n": -5, "s": "-5"} for text in texts))
        args = ("credits", "-f", form, "--fields", "record.x,record.n,record.s,credit", name)
        out = io.StringIO(khabar.inside(*args).text)
        rows = list(csv.reader(out, dialect="excel-tab" if form == "tsv" else "excel"))
        texts = [text.replace("\t", " ") for text in texts] if form == "tsv" else texts
        assert [row[1] for row in rows[1:]] == [f"'{text}" for text in texts]
        assert {tuple(row[2:]) for row in rows[1:]} == {("-5", "'-5", "Reuters")}
        raw = khabar.inside(*args, "--no-defuse").text
        assert "'=1" not in raw
        assert "=1+1" in raw

    def test_text_of_the_article(self, khabar: Khabar) -> None:
        """A title, a caption and a line of dialogue; the same in JSON as ever."""
        text = '=HYPERLINK("http://x.example") opens the old port again\n\n- Yes, said the mayor of the town.\n'
        (khabar.folder / "x.txt").write_text(text)
        (row,) = csv.DictReader(io.StringIO(khabar.inside("parse", "-f", "csv", "x.txt").text))
        assert row["title"].startswith("'=HYPERLINK")
        for form in ("json", "jsonl", "markdown", "text", "blocks", "table"):
            shown = khabar.inside("parse", "-f", form, "--width", "200", "--fields", "title", "x.txt").text
            assert "'=" not in shown

    def test_quotes_of_tsv_do_not_hide_a_formula(self, khabar: Khabar) -> None:
        """Nothing is quoted in TSV: what opens it takes quotation marks off, and then sees the formula."""
        name = records(khabar, {"x": '"=1+1"'}, {"x": '"نعم"'})
        out = khabar.inside("credits", "-f", "tsv", "--fields", "record.x", name).text.splitlines()
        assert out[1:] == ['r0\t\'"=1+1"', 'r1\t"نعم"']

    @pytest.mark.parametrize("form", ["csv", "tsv"])
    def test_bom(self, khabar: Khabar, form: str) -> None:
        args = ("sections", "-f", form, "arabic.txt", "english.txt")
        done = khabar.inside(*args, "--bom")
        assert done.out == b"\xef\xbb\xbf" + khabar.inside(*args).out
        assert khabar.inside(*args, "--bom", "-o", "out/").status == 0
        for name in ("arabic", "english"):
            out = (khabar.folder / "out" / f"{name}.txt.{form}").read_bytes()
            assert out.count(b"\xef\xbb\xbf") == 1
            assert out.startswith(b"\xef\xbb\xbfsource")

    @pytest.mark.parametrize("form", ["json", "jsonl", "xlsx", "parquet", "table", "markdown", "text", "blocks"])
    def test_bom_elsewhere(self, khabar: Khabar, form: str) -> None:
        out = ["-o", "x.out"] if form in ("xlsx", "parquet") else []
        done = khabar.inside("sections", "-f", form, "--bom", *out, "arabic.txt")
        assert (done.status, done.out) == (2, b"")
        assert f"--bom: is for csv and tsv, not for {form}" in " ".join(done.err.split())


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["parse", "-f", "xlsx", "arabic.txt"], "xlsx needs --output FILE"),
        (["parse", "-f", "xlsx", "-o", "texts/", "arabic.txt"], "xlsx needs --output FILE"),
        (["rules", "-f", "xlsx", "-o", "x.xlsx"], "xlsx is for what is read from documents, not for rules"),
        (["parse", "-f", "xlsx", "--errors", "json", "-o", "x.xlsx", "arabic.txt"], "json needs --format json"),
    ],
)
def test_usage_errors(khabar: Khabar, args: list[str], told: str) -> None:
    done = khabar.inside(*args)
    assert (done.status, done.out) == (2, b"")
    assert told in " ".join(done.err.split())


def test_without_the_extra(khabar: Khabar) -> None:
    (khabar.folder / "none").mkdir()
    (khabar.folder / "none" / "xlsxwriter.py").write_text("raise ImportError('no xlsxwriter')")
    done = khabar("parse", "-f", "xlsx", "-o", "x.xlsx", "english.txt", PYTHONPATH=str(khabar.folder / "none"))
    assert (done.status, done.out) == (2, b"")
    assert done.told == ["khabar: Spreadsheets need xlsxwriter: pip install 'khabar[xlsx]'"]
    assert not (khabar.folder / "x.xlsx").exists()


class TestXlsx:
    @pytest.fixture(autouse=True)
    def installed(self) -> None:
        pytest.importorskip("xlsxwriter", reason="XlsxWriter is not installed")
        pytest.importorskip("openpyxl", reason="openpyxl is not installed")

    @staticmethod
    def book(khabar: Khabar, *args: str, err: str = "") -> Any:
        import openpyxl

        done = khabar.inside(*args, "-f", "xlsx", "-o", "out.xlsx")
        assert (done.status, done.out, done.err) == (0, b"", err)
        return openpyxl.load_workbook(khabar.folder / "out.xlsx")

    @pytest.mark.parametrize("command", COMMANDS)
    def test_the_cells_of_csv(self, khabar: Khabar, command: str) -> None:
        names = [str(SAMPLES / name) for name in ("bbc-arabic-page.html", "bbc-english.txt")]
        book = self.book(khabar, command, "--quiet", *names)
        done = khabar.inside(command, "--quiet", "-f", "csv", "--no-defuse", *names)
        head, *rows = csv.reader(io.StringIO(done.text))
        assert book.sheetnames == [command]
        cells = [[cell.value for cell in row] for row in book[command].iter_rows()]
        assert cells[0] == head

        def as_text(value: Any) -> str:
            return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)

        rows = [[value[:1] if value in ("0.0", "1.0") else value for value in row] for row in rows]

        assert [[as_text(value) for value in row] for row in cells[1:]] == rows
        assert all(cell.data_type != "f" for row in book[command].iter_rows() for cell in row)

    def test_a_sheet_for_people(self, khabar: Khabar) -> None:
        sheet = self.book(khabar, "parse", "arabic.txt", "english.txt", "arabic.txt").active
        assert sheet.freeze_panes == "A2"
        assert all(cell.font.bold for cell in sheet[1])
        assert not any(cell.font.bold for cell in sheet[2])
        assert sheet.auto_filter.ref == f"A1:{sheet.cell(1, sheet.max_column).column_letter}4"
        by_name = {cell.value: cell for cell in sheet[1]}
        width = {name: sheet.column_dimensions[cell.column_letter].width for name, cell in by_name.items()}
        assert width["n_words"] < width["published"] < width["url"] < width["text"]
        below = {name: sheet.cell(2, cell.column) for name, cell in by_name.items()}
        assert below["text"].alignment.wrap_text
        assert not below["url"].alignment.wrap_text
        assert isinstance(below["n_words"].value, int)

    def test_the_side_that_most_rows_are_read_from(self, khabar: Khabar) -> None:
        for names, rtl in (
            (["arabic.txt"], True),
            (["english.txt"], None),
            (["arabic.txt", "english.txt", "arabic.txt"], True),
            (["english.txt", "english.txt", "arabic.txt"], None),
        ):
            assert self.book(khabar, "credits", *names).active.sheet_view.rightToLeft == rtl
        assert self.book(
            khabar, "sections", "english.txt", "arabic.txt"
        ).active.sheet_view.rightToLeft  # 1 row, 2 rows

    def test_of_the_speakers(self, quoted: Quoted) -> None:
        assert self.book(quoted, "speakers", "quoted.txt").active.sheet_view.rightToLeft

    def test_values(self, khabar: Khabar) -> None:
        names = ["n", "f", "big", "id", "s", "b", "list", "none"]
        other = {
            "n": -3,
            "f": 0.5,
            "big": 12345678901234567890,
            "s": "007",
            "b": True,
            "list": ["a", "b"],
            "none": None,
        }
        name = records(khabar, other)
        sheet = self.book(khabar, "text", "--fields", ",".join(f"record.{name}" for name in names), name).active
        assert [cell.value for cell in sheet[2]][1:] == [
            -3, 0.5, "12345678901234567890", "r0", "007", "true", "a; b", None
        ]  # fmt: skip
        assert [cell.data_type for cell in sheet[2]][1:7] == ["n", "n", "s", "s", "s", "s"]
        (khabar.folder / "q.txt").write_text(ARABIC)
        flags = self.book(khabar, "statements", "--fields", "quoted,confidence", "q.txt").active
        assert {cell.data_type for cell in flags["B"][1:]} == {"b"}
        assert {cell.data_type for cell in flags["C"][1:]} == {"n"}

    def test_no_cell_is_a_formula(self, khabar: Khabar) -> None:
        """Texts keep their characters, and are marked as texts."""
        texts = [text for text in TRIGGERS if text[0] not in TAKEN_OUT] + HARMLESS[1:]
        name = records(khabar, *({"x": text} for text in texts))
        for option in ((), ("--no-defuse",)):
            sheet = self.book(khabar, "credits", "--fields", "record.x", *option, name).active
            cells = sheet["B"][1:]
            assert [cell.value for cell in cells] == texts
            assert {cell.data_type for cell in cells} == {"s"}
            assert [cell.quotePrefix for cell in cells] == [is_formula(text) and not option for text in texts]

    def test_links(self, khabar: Khabar, monkeypatch: pytest.MonkeyPatch) -> None:
        from khabar_cli.output import xlsx

        longest = "https://x.example/" + "a" * (xlsx.ADDRESS - 18)
        urls = [
            "https://x.example/a?b=1&c=%D8%A7#d", "http://x.example/مقال", longest, longest + "a", "ftp://x.example/",
            "see https://x.example/", "https://x.example/a b", "javascript:alert(1)", "internal:Sheet1!A1", "file:///etc",
        ]  # fmt: skip
        name = records(khabar, *({"x": url} for url in urls))
        sheet = self.book(khabar, "credits", "--fields", "record.x", name).active
        cells = sheet["B"][1:]
        assert [cell.value for cell in cells] == urls
        assert [cell.hyperlink is not None for cell in cells] == [True] * 3 + [False] * 7
        assert cells[0].hyperlink.target == "https://x.example/a?b=1&c=%D8%A7"
        assert cells[0].hyperlink.location == "d"
        monkeypatch.setattr(xlsx, "LINKS", 2)
        cells = self.book(khabar, "credits", "--fields", "record.x", name).active["B"][1:]
        assert [cell.hyperlink is not None for cell in cells] == [True] * 2 + [False] * 8
        assert [cell.value for cell in cells] == urls

    def test_addresses_of_pages_are_links(self, khabar: Khabar) -> None:
        page = SAMPLES / "bbc-arabic-page.html"
        sheet = self.book(khabar, "quotes", "--fields", "url,text", str(page)).active
        assert sheet["B2"].hyperlink.target == sheet["B2"].value
        assert sheet["C2"].hyperlink is None

    def test_cells_that_are_too_long(self, khabar: Khabar) -> None:
        from khabar_cli.output.xlsx import CHARACTERS

        texts = ["a" * CHARACTERS, "b" * (CHARACTERS + 1), "😀" * CHARACTERS, "ا" * 70_000]
        name = records(khabar, *({"x": text} for text in texts))
        told = "khabar: out.xlsx: warning: 3 cells were cut at 32767 characters, the most that a cell of Excel holds"
        args = ("credits", "--fields", "record.x", name)
        cells = self.book(khabar, *args, err=f"{told}\n").active["B"][1:]
        assert [cell.value for cell in cells] == [
            texts[0], texts[1][:-1], "😀" * (CHARACTERS // 2), "ا" * CHARACTERS
        ]  # fmt: skip
        self.book(khabar, *args, "--quiet")
        one = records(khabar, {"x": texts[1]}, name="one.jsonl")
        self.book(khabar, *args[:-1], one, err=told.replace("3 cells were", "1 cell was") + "\n")

    def test_more_rows_than_a_sheet_holds(self, khabar: Khabar, monkeypatch: pytest.MonkeyPatch) -> None:
        from khabar_cli.output import xlsx

        assert xlsx.ROWS + 1 == 1_048_576
        monkeypatch.setattr(xlsx, "ROWS", 3)
        name = records(khabar, *({"n": n} for n in range(6)))
        arabic = ["arabic.txt"] * 2
        book = self.book(khabar, "credits", "--fields", "record.n", name, *arabic)
        assert book.sheetnames == ["credits", "credits 2", "credits 3"]
        assert [cell.value for sheet in book for cell in sheet["B"][1:]] == [0, 1, 2, 3, 4, 5, None, None]
        assert [cell.value for sheet in book for cell in sheet[1]] == ["source", "record.n"] * 3
        assert [sheet.auto_filter.ref for sheet in book] == ["A1:B4", "A1:B4", "A1:B3"]
        assert [sheet.sheet_view.rightToLeft for sheet in book] == [None, None, True]

    def test_characters_that_a_sheet_cannot_hold(self, khabar: Khabar) -> None:
        name = records(khabar, {"x": "a\x00b\x1bc\x85d\ufffee\uffff\r\nf\tg\ud800"})
        sheet = self.book(khabar, "credits", "--quiet", "--fields", "record.x", name).active
        assert sheet["B2"].value == "abcde\nf\tg\ufffd"

    def test_names_that_a_sheet_cannot_hold(self, khabar: Khabar) -> None:
        (khabar.folder / "a\x1b[1m\u202eb.txt").write_text(ENGLISH)
        sheet = self.book(khabar, "text", "--fields", "source", "a\x1b[1m\u202eb.txt").active
        assert sheet["A2"].value == r"a\x1b[1m\u202eb.txt"

    def test_what_looks_like_an_escape_stays(self, khabar: Khabar) -> None:
        """Excel reads _x0041_ as A, and _x005F_ as the line that begins it."""
        self.book(khabar, "credits", "--fields", "record.x", records(khabar, {"x": "a_x0041_b"}))
        with zipfile.ZipFile(khabar.folder / "out.xlsx") as parts:
            assert b">a_x005F_x0041_b<" in parts.read("xl/worksheets/sheet1.xml")

    def test_long_prose_does_not_fill_the_window(self, khabar: Khabar) -> None:
        (khabar.folder / "long.txt").write_text(ENGLISH + "\nAnother sentence of the article.\n" * 60)
        sheet = self.book(khabar, "text", "long.txt", "english.txt").active
        assert sheet.row_dimensions[2].height == 150
        assert sheet.row_dimensions[3].height is None

    def test_no_rows(self, khabar: Khabar) -> None:
        done = khabar.inside("credits", "missing.txt", "-f", "xlsx", "-o", "out.xlsx")
        assert done.status == 1
        import openpyxl

        sheet = openpyxl.load_workbook(khabar.folder / "out.xlsx").active
        assert [cell.value for cell in sheet[1]][:3] == ["source", "n", "credit"]
        assert sheet.max_row == 1

    def test_through_workers(self, khabar: Khabar) -> None:
        import openpyxl

        names = ["arabic.txt", "english.txt"] * 10
        found: list[Sequence[Any]] = []
        for jobs in ("1", "2"):
            assert khabar("sections", "-f", "xlsx", "-o", "out.xlsx", "-j", jobs, *names).status == 0
            sheet = openpyxl.load_workbook(khabar.folder / "out.xlsx").active
            found.append([tuple(row) for row in sheet.iter_rows(values_only=True)])
        assert found[0] == found[1]
        assert len(found[0]) == 31

    @pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
    def test_full_disk(self, khabar: Khabar) -> None:
        done = khabar("sections", "-f", "xlsx", "-o", "/dev/full", "english.txt")
        assert (done.status, done.told) == (1, ["khabar: /dev/full: No space left on device"])

    def test_interrupt_leaves_nothing(self, khabar: Khabar) -> None:
        (khabar.folder / "temp").mkdir()
        env = {"TMPDIR": str(khabar.folder / "temp")}
        process = khabar.start("sections", "-f", "xlsx", "-o", "out.xlsx", "english.txt", "missing.txt", "-", **env)
        assert process.stderr is not None
        process.stderr.readline()
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)
        assert process.returncode == 130
        assert not [name for name in os.listdir(khabar.folder) if "xlsx" in name]
        assert os.listdir(khabar.folder / "temp") == []

    def test_differences(self, khabar: Khabar) -> None:
        import openpyxl

        (khabar.folder / "later.txt").write_text(ENGLISH.replace("The work", "=1+1"))
        args = ("diff", "english.txt", "later.txt", "-f")
        assert "'=1+1" in khabar.inside(*args, "csv").text
        assert "'=1+1" not in khabar.inside(*args, "csv", "--no-defuse").text
        done = khabar.inside(*args, "xlsx", "-o", "out.xlsx")
        assert (done.status, done.err) == (1, "")
        rows = list(openpyxl.load_workbook(khabar.folder / "out.xlsx")["diff"].iter_rows(values_only=True))
        records = khabar.inside(*args, "jsonl").records
        assert [dict(zip(rows[0], row, strict=True)) for row in rows[1:]] == [
            {k: v for k, v in record.items() if k != "schema"} for record in records
        ]

    def test_differences_that_cannot_be_written(self, khabar: Khabar) -> None:
        for form in ("csv", "xlsx"):
            done = khabar.inside("diff", "english.txt", "arabic.txt", "-f", form, "-o", "nowhere/out")
            assert (done.status, done.told) == (2, ["khabar: nowhere/out: No such file or directory"])
