"""Names that are no text: they go round unharmed."""

from __future__ import annotations

import json
import os
import sys

import pytest
from process import Khabar

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="names are any bytes on Linux only")

NAME = b"a\xff\n\x1b[31m.txt"


@pytest.fixture(autouse=True)
def _files(khabar: Khabar) -> None:
    folder = os.fsencode(khabar.folder) + b"/odd\xfe"
    os.mkdir(folder)
    with open(folder + b"/" + NAME, "wb") as file:
        file.write((khabar.folder / "english.txt").read_bytes())


def test_in_a_folder_and_in_a_list(khabar: Khabar) -> None:
    for done in (
        khabar("parse", b"odd\xfe"),
        khabar("parse", "--files-from", "-", "-0", stdin=b"odd\xfe/" + NAME + b"\0"),
        khabar("parse", "--files-from", "-", stdin=b"odd\xfe\n"),
    ):
        assert (done.status, done.err) == (0, "")
        assert [os.fsencode(r["source"]) for r in done.records] == [b"odd\xfe/" + NAME]
        assert b"\\udcfe/a\\udcff\\n\\u001b" in done.out  # escapes of JSON, no U+FFFD


def test_through_workers(khabar: Khabar) -> None:
    args = ["parse", b"odd\xfe", *["english.txt"] * 30, "-j", "2"]
    done = khabar(*args)
    assert (done.status, done.err, len(done.records)) == (0, "", 31)
    assert os.fsencode(done.records[0]["source"]) == b"odd\xfe/" + NAME


def test_below_an_output_folder(khabar: Khabar) -> None:
    done = khabar("parse", b"odd\xfe", "-o", "out/")
    assert (done.status, done.err) == (0, "")
    (name,) = (one for one in os.listdir(os.fsencode(khabar.folder) + b"/out") if not one.startswith(b"."))
    assert name == NAME + b".json"
    with open(os.fsencode(khabar.folder) + b"/out/" + name, encoding="utf-8") as file:
        assert os.fsencode(json.load(file)["source"]) == b"odd\xfe/" + NAME
    again = khabar("parse", b"odd\xfe", "-o", "out/")
    assert again.told == [
        r"khabar: odd\xfe/a\xff\n\x1b[31m.txt: out/a\xff\n\x1b[31m.txt.json is there already; "
        "--force writes over it, --skip-existing goes on with the others"
    ]


def test_told_on_one_line(khabar: Khabar) -> None:
    done = khabar("parse", "--files-from", "-", "-0", stdin=b"x\n\xff\0")
    assert done.told == [r"khabar: x\n\xff: No such file or directory"]


def test_in_parquet(khabar: Khabar) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    assert khabar("sections", "-f", "parquet", "-o", "out.parquet", b"odd\xfe").status == 0
    rows = parquet.read_table(khabar.folder / "out.parquet").to_pylist()
    assert rows[0]["source"] == "odd\\udcfe/a\\udcff\n\x1b[31m.txt"


def test_arguments_are_utf8_in_any_locale(khabar: Khabar) -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = khabar("quotes", "--speaker", "الهاشمي", "--fields", "speaker", "arabic.txt", **plain)
    assert (done.status, done.err) == (0, "")
    assert {one["speaker"] for one in done.records} == {"رئيس البلدية سامي الهاشمي"}
