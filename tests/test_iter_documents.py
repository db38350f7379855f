"""Many documents from a program: what `khabar.iter_documents` and `khabar.parse_file` give."""

from __future__ import annotations

import gc
import gzip
import json
import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import khabar
import pytest

PORT = """\
Old fishing port opens again after ten years

Image source, Reuters

"We are glad," the mayor, Anna Holm, said on Monday. The port takes in 120 boats every morning after the repairs.
"""
MARKET = """\
Fish market moves to the new quay before winter

The auction begins at five in the morning and ends before eight, as it has done for a hundred years now.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "texts" / "more").mkdir(parents=True)
    (tmp_path / "texts" / "a.txt").write_text(PORT, "utf-8")
    (tmp_path / "texts" / "b.txt").write_bytes(b"")
    (tmp_path / "texts" / "more" / "c.txt.gz").write_bytes(gzip.compress(MARKET.encode()))
    lines = [{"id": "m1", "text": MARKET, "crawled": 2024}, {"id": "m2"}, {"text": PORT}]
    (tmp_path / "records.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return tmp_path


@pytest.mark.parametrize("jobs", [1, 2])
def test_folders_files_and_records(folder: Path, jobs: int) -> None:
    found = list(khabar.iter_documents([folder / "texts", str(folder / "records.jsonl")], jobs=jobs))
    assert [one.source.removeprefix(f"{folder}/") for one in found] == [
        "texts/a.txt", "texts/b.txt", "texts/more/c.txt.gz", "m1", "records.jsonl:2", "records.jsonl:3",
    ]  # fmt: skip
    titles = [one.article.title if one.article else None for one in found]
    assert titles == [
        PORT.split("\n")[0],
        None,
        MARKET.split("\n")[0],
        MARKET.split("\n")[0],
        None,
        PORT.split("\n")[0],
    ]
    assert [one.error.code if one.error else None for one in found] == [None, "empty", None, None, "record", None]
    assert all(isinstance(one, khabar.Document) and (one.article is None) != (one.error is None) for one in found)
    assert [one.record for one in found][3:] == [{"id": "m1", "crawled": 2024}, None, {}]
    first = found[0].article
    assert first is not None
    assert first.source == found[0].source
    assert first.quotes[0].speaker
    assert pickle.loads(pickle.dumps(found[0])) == found[0]


def test_one_path_and_options(folder: Path) -> None:
    (one,) = khabar.iter_documents(folder / "texts", include=["a*"], fields=["title"], language="en")
    assert one.article is not None
    assert one.article.title
    assert not one.article.quotes
    everything = list(khabar.iter_documents(folder / "texts", exclude=["more"]))
    assert len(everything) == 2
    assert list(khabar.iter_documents([])) == []
    (big,) = khabar.iter_documents(folder / "texts" / "a.txt", max_bytes=20)
    assert big.error is not None
    assert big.error.code == "too-big"
    (missing,) = khabar.iter_documents(folder / "no-such-file.txt")
    assert missing.error is not None
    assert missing.error.code == "not-found"


def test_many_with_processes_in_order(folder: Path) -> None:
    for number in range(50):
        (folder / "texts" / f"d{number:02}.txt").write_text(f"{PORT}\nParagraph {number} of the port's long story.\n")
    names = [one.source for one in khabar.iter_documents(folder / "texts", jobs=2)]
    assert names == sorted(names)
    assert len(names) == 53
    assert sorted(one.source for one in khabar.iter_documents(folder / "texts", jobs=2, ordered=False)) == names


def test_the_collector_of_the_program_is_left_as_it_was(folder: Path) -> None:
    before = gc.get_threshold(), gc.isenabled(), gc.get_freeze_count()
    for jobs in (1, 2):
        some = khabar.iter_documents([folder / "texts"] * 50, jobs=jobs)
        for _ in range(120):
            next(some)
        some.close()  # type: ignore[attr-defined]
    assert (gc.get_threshold(), gc.isenabled(), gc.get_freeze_count()) == before


def test_timeout_needs_no_jobs(folder: Path) -> None:
    found = list(khabar.iter_documents(folder / "texts", timeout=60))
    assert len(found) == 3


def test_a_file_called_dash_is_no_standard_input(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    Path("-").write_text(PORT, "utf-8")
    (one,) = khabar.iter_documents("-")
    assert one.article is not None
    assert one.source == "./-"
    assert khabar.parse_file("-").title == PORT.split("\n")[0]


def test_parse_file(folder: Path) -> None:
    article = khabar.parse_file(folder / "texts" / "more" / "c.txt.gz", language="en")
    assert (article.title, article.source) == (MARKET.split("\n")[0], f"{folder}/texts/more/c.txt.gz")
    with pytest.raises(FileNotFoundError):
        khabar.parse_file(folder / "no-such-file.txt")
    with pytest.raises(IsADirectoryError):
        khabar.parse_file(folder)
    with pytest.raises(khabar.EmptyInput):
        khabar.parse_file(folder / "texts" / "b.txt")
    with pytest.raises(khabar.InputError, match="iter_documents"):
        khabar.parse_file(folder / "records.jsonl")
    with pytest.raises(khabar.KhabarError, match="more than 9 bytes"):
        khabar.parse_file(folder / "texts" / "a.txt", max_bytes=9)


def test_the_room_knows_no_command(folder: Path) -> None:
    code = "import khabar, sys; print(len(list(khabar.iter_documents(sys.argv[1:], jobs=2)))); print(*sys.modules)"
    env = {**os.environ, "KHABAR_DEBUG": ""}
    done = subprocess.run([sys.executable, "-c", code, folder], capture_output=True, text=True, env=env, check=True)
    count, modules = done.stdout.split("\n")[:2]
    assert int(count) == 3
    assert not {name for name in modules.split() if name.startswith(("khabar_cli", "typer", "rich"))}


@pytest.mark.parametrize(
    ("arguments", "error", "told"),
    [
        ({"timeout": -1}, ValueError, "timeout takes a number of seconds above 0, not -1"),
        ({"max_bytes": 1.5}, TypeError, "max_bytes takes a number of bytes above 0, not 1.5"),
        ({"without": ["nope"]}, khabar.UnknownRule, "no rule or step is called nope"),
        ({"without": "nope"}, khabar.UnknownRule, "no rule or step is called nope"),
        ({"include": 5}, TypeError, "include takes a text or several, not 5"),
        ({"exclude": [b"*"]}, TypeError, "exclude takes a text or several, not b'*' among them"),
        ({"text_field": 5}, TypeError, "text_field takes a text, not 5"),
        ({"id_field": 5}, TypeError, "id_field takes a text, not 5"),
        ({"language": 5}, TypeError, "language takes a text, not 5"),
        ({"encoding": 5}, TypeError, "encoding takes a text, not 5"),
        ({"min_confidence": "x"}, TypeError, "min_confidence takes a number"),
    ],
)
def test_arguments_are_checked_when_it_is_called(
    folder: Path, arguments: dict[str, Any], error: type[Exception], told: str
) -> None:
    with pytest.raises(error) as raised:
        khabar.iter_documents(folder, **arguments)
    assert str(raised.value).startswith(told)
    if "max_bytes" in arguments:
        with pytest.raises(error, match=told):
            khabar.parse_file(folder / "texts" / "a.txt", **arguments)


def test_what_are_no_paths(folder: Path) -> None:
    for paths in (5, [5], None, [folder, None]):
        with pytest.raises(TypeError):
            khabar.iter_documents(paths)  # type: ignore[arg-type]


def test_one_pattern_and_one_rule(folder: Path) -> None:
    assert len(list(khabar.iter_documents(folder / "texts", include="a*", exclude="c*"))) == 1
    assert len(list(khabar.iter_documents(folder / "texts", include="*.txt"))) == 2
    (one,) = khabar.iter_documents(folder / "texts" / "a.txt", without="skip.page")
    assert one.article is not None


def test_paths_of_bytes(folder: Path) -> None:
    path = os.fsencode(folder / "texts" / "a.txt")
    for paths in (path, [path], [Path(os.fsdecode(path))]):
        (one,) = khabar.iter_documents(paths)
        assert one.source == os.fsdecode(path)
    assert khabar.parse_file(path).source == os.fsdecode(path)
    assert len(list(khabar.iter_documents(os.fsencode(folder / "texts")))) == 3


def test_errors_speak_of_arguments(folder: Path) -> None:
    """Not of the command's options."""
    (big,) = khabar.iter_documents(folder / "texts" / "a.txt", max_bytes=20)
    assert str(big.error) == "more than 20 bytes (see max_bytes)"
    with pytest.raises(khabar.InputError, match=r"more than 20 bytes \(see max_bytes\)"):
        khabar.parse_file(folder / "texts" / "a.txt", max_bytes=20)
    found = list(khabar.iter_documents(folder / "records.jsonl"))
    assert "(see text_field)" in str(found[1].error)
    (folder / "one").write_text('{"text": "Old port"}', "utf-8")
    with pytest.raises(khabar.InputError, match=r"holds many documents|is JSON") as raised:
        khabar.parse_file(folder / "one")
    assert "--" not in str(raised.value)
    for one in khabar.iter_documents([folder / "records.jsonl", folder / "none"], text_field="nope"):
        assert "--" not in str(one.error)
