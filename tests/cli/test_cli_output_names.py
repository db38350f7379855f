"""`-o NAME` without --format: the end of the name says what is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from process import Khabar


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.json", "json"),
        ("a.jsonl", "jsonl"),
        ("a.ndjson", "jsonl"),
        ("a.csv", "csv"),
        ("A.CSV", "csv"),
        ("a.tsv", "tsv"),
        ("a.md", "markdown"),
        ("./b.jsonl/../a.csv", "csv"),
        ("a.txt", None),
        ("a", None),
        ("csv", None),
        (".csv", None),
    ],
)
@pytest.mark.parametrize("command", ["parse", "text", "credits", "agencies", "stats", "rules", "diff"])
def test_the_end_decides(khabar: Khabar, command: str, name: str, form: str | None) -> None:
    (khabar.folder / "b.jsonl").mkdir()
    files = {"rules": [], "diff": ["arabic.txt", "english.txt"]}.get(command, ["arabic.txt", "english.txt"])
    wanted = khabar.inside(command, *files, *(["-f", form] if form else []))
    done = khabar.inside(command, *files, "-o", name)
    assert (done.status, done.out, done.err) == (wanted.status, b"", wanted.err)
    assert (khabar.folder / name).read_bytes() == wanted.out


@pytest.mark.parametrize(("form", "module"), [("xlsx", "openpyxl"), ("parquet", "pyarrow")])
def test_binary_ends(khabar: Khabar, form: str, module: str) -> None:
    pytest.importorskip("xlsxwriter" if form == "xlsx" else module)
    pytest.importorskip(module)
    begin = {"xlsx": b"PK", "parquet": b"PAR1"}[form]
    for command in ("credits", "stats"):
        done = khabar.inside(command, "english.txt", "-o", f"{command}.{form.upper()}")
        assert (done.status, done.err) == (0, "")
        assert (khabar.folder / f"{command}.{form.upper()}").read_bytes().startswith(begin)


def test_what_is_asked_for_goes_before_the_end(khabar: Khabar) -> None:
    assert khabar.inside("credits", "english.txt", "-f", "csv", "-o", "a.json").status == 0
    assert (khabar.folder / "a.json").read_text().startswith("source,")
    assert khabar.inside("credits", "english.txt", "--jsonl", "-o", "a.csv").status == 0
    assert json.loads((khabar.folder / "a.csv").read_text())["credit"] == "Reuters"


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (
            ["-f", "csv", "-o", "x.parquet"],
            "would not be parquet but csv: name it x.csv, or ask for --format parquet",
        ),
        (
            ["--jsonl", "-o", "x.xlsx"],
            "x.xlsx would not be xlsx but jsonl: name it x.jsonl, or ask for --format xlsx",
        ),
        (["-f", "table", "-o", "y/x.xlsx"], "name it y/x.txt, or ask for --format xlsx"),
        (["-f", "parquet", "-o", "x.xlsx"], "name it x.parquet, or ask for --format xlsx"),
        (["-o", "x.csv.gz"], "khabar does not compress: khabar credits … -f csv | gzip > x.csv.gz"),
        (["-o", "x.zst"], "khabar does not compress: khabar credits … -f jsonl | zstd > x.zst"),
        (["-f", "tsv", "-o", "x.GZ"], "khabar does not compress: khabar credits … -f tsv | gzip > x.GZ"),
        (["-o", "x.parquet.gz"], "khabar does not compress: write x.parquet"),
        (["--errors", "json", "-o", "x.csv"], "json needs --format json or jsonl, not csv"),
        (["--bom", "-o", "x.json"], "is for csv and tsv, not for json"),
    ],
)
def test_what_cannot_be(khabar: Khabar, args: list[str], told: str) -> None:
    before = sorted(path.name for path in khabar.folder.iterdir())
    done = khabar.inside("credits", "english.txt", *args)
    assert (done.status, done.out, len(done.told)) == (2, b"", 1)
    assert told in done.err
    assert sorted(path.name for path in khabar.folder.iterdir()) == before


def test_a_command_that_cannot_write_it(khabar: Khabar) -> None:
    for form in ("parquet", "xlsx"):
        asked = khabar.inside("rules", "-f", form, "-o", "x.out")
        named = khabar.inside("rules", "-o", f"x.{form}")
        assert (named.status, named.err) == (asked.status, asked.err)
        assert "is for what is read from documents, not for rules" in named.err


def test_an_extra_that_is_missing(khabar: Khabar) -> None:
    (khabar.folder / "none").mkdir()
    (khabar.folder / "none/sitecustomize.py").write_text(
        "import sys\nsys.modules['xlsxwriter'] = sys.modules['pyarrow'] = None\n"
    )
    for form in ("parquet", "xlsx"):
        done = khabar("credits", "english.txt", "-o", f"x.{form}", PYTHONPATH=str(khabar.folder / "none"))
        assert (done.status, done.out, len(done.told)) == (2, b"", 1)
        assert f"pip install 'khabar[{form}]'" in done.err


def test_folders_and_devices_have_no_ends(khabar: Khabar) -> None:
    (khabar.folder / "a.csv").mkdir()
    for folder in ("a.csv", "b.gz/"):
        assert khabar.inside("parse", "english.txt", "-o", folder).err == ""
        assert [path.name for path in Path(khabar.folder, folder).glob("*.json")] == ["english.txt.json"]
    assert khabar("parse", "english.txt", "-o", "/dev/null").err == ""


class TestConfiguration:
    def test_of_all_commands_gives_way(self, khabar: Khabar) -> None:
        (khabar.folder / "khabar.toml").write_text('format = "csv"\n')
        told = khabar.inside("credits", "english.txt", "-f", "jsonl").out
        for env in ({"KHABAR_NO_CONFIG": ""}, {"KHABAR_FORMAT": "csv"}):
            for name in ("a.jsonl", "a.csv", "a.txt"):
                assert khabar.inside("credits", "english.txt", "-o", name, **env).status == 0
            assert (khabar.folder / "a.jsonl").read_bytes() == told
            assert (khabar.folder / "a.txt").read_bytes() == (khabar.folder / "a.csv").read_bytes() != told

    def test_of_the_command_is_asked_for(self, khabar: Khabar) -> None:
        (khabar.folder / "khabar.toml").write_text('[credits]\nformat = "csv"\n')
        assert khabar.inside("credits", "english.txt", "-o", "a.jsonl", KHABAR_NO_CONFIG="").status == 0
        assert (khabar.folder / "a.jsonl").read_text().startswith("source,")
        done = khabar.inside("credits", "english.txt", "-o", "a.parquet", KHABAR_NO_CONFIG="")
        assert (done.status, "would not be parquet but csv" in done.err) == (2, True)
