"""-o DIR: a file for each document; and tables in Parquet and CSV."""

from __future__ import annotations

import json
import os
import re
import signal
import time
from pathlib import Path
from typing import Any

import pytest
from conftest import ENGLISH
from khabar_cli.sources import NAME as SOURCES
from process import PATIENCE, Khabar


@pytest.fixture
def tree(khabar: Khabar) -> Path:
    root = khabar.folder / "tree"
    for name in ("a.txt", "a.html", "sub/b.txt", "sub/deep/c.txt"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(ENGLISH, "utf-8")
    return root


def below(folder: Path) -> list[str]:
    """Every file in it, hidden ones too, but for the one that says what is of whom."""
    files = (path for path in folder.rglob("*") if not path.is_dir() and path != folder / SOURCES)
    return sorted(str(path.relative_to(folder)) for path in files)


NAMES = ["a.html.json", "a.txt.json", "sub/b.txt.json", "sub/deep/c.txt.json"]


def test_names_are_those_below_the_folder(khabar: Khabar, tree: Path) -> None:
    done = khabar("parse", "tree", "-o", "out/")
    assert (done.status, done.out, done.err) == (0, b"", "")
    assert below(khabar.folder / "out") == NAMES
    text = (khabar.folder / "out/sub/b.txt.json").read_text("utf-8")
    assert text.startswith('{\n  "schema": 1,\n  "source": "tree/sub/b.txt",\n')
    (khabar.folder / "there").mkdir()
    assert khabar("parse", str(tree), "-o", "there").err == ""  # one that is there needs no slash
    assert below(khabar.folder / "there") == NAMES


def test_names_that_were_given(khabar: Khabar, tree: Path) -> None:
    args = ["tree/a.txt", "./tree/sub/../a.html", str(tree / "sub/b.txt"), "tree/sub/deep/../../../arabic.txt", "-"]
    done = khabar("parse", *args, "-o", "out/", stdin=ENGLISH.encode())
    assert (done.status, done.err) == (0, "")
    absolute = f"{str(tree).lstrip('/')}/sub/b.txt.json"
    expected = ["arabic.txt.json", absolute, "stdin.json", "tree/a.html.json", "tree/a.txt.json"]
    assert below(khabar.folder / "out") == sorted(expected)
    outside = khabar.bash(
        f"cd texts && khabar parse ../../{khabar.folder.name}/english.txt -o out/ && find out -name '*.json'"
    )
    assert outside.text == f"out/{khabar.folder.name}/english.txt.json\n"


@pytest.mark.parametrize(
    ("args", "end", "begin"),
    [
        (["parse", "--jsonl"], ".jsonl", '{"schema": 1'),
        (["sections"], ".json", "[\n  {"),
        (["credits", "--jsonl"], ".jsonl", '{"schema": 1'),
        (["credits", "-f", "csv"], ".csv", "source,n,"),
        (["text"], ".txt", "Old fishing port"),
        (["text", "-f", "markdown"], ".md", "# Old fishing"),
        (["text", "--json"], ".json", '{\n  "schema"'),
        (["parse", "-f", "blocks", "-j", "2"], ".txt", "tree/"),
        (["explain"], ".json", "[\n  {"),
    ],
)
def test_each_file_is_an_output_of_its_own(khabar: Khabar, tree: Path, args: list[str], end: str, begin: str) -> None:
    done = khabar.inside(*args, "tree", "-o", "out/")
    assert (done.status, done.err) == (0, "")
    files = below(khabar.folder / "out")
    assert files == sorted(f"{name}{end}" for name in ("a.html", "a.txt", "sub/b.txt", "sub/deep/c.txt"))
    for name in files:
        assert (khabar.folder / "out" / name).read_text("utf-8").lstrip("\n").startswith(begin)


def test_what_can_be_done_is_told_once(khabar: Khabar, tree: Path) -> None:
    khabar.inside("parse", "tree", "-o", "out/")
    first, *others = khabar.inside("parse", "tree", "-o", "out/").told
    assert first.endswith(" is there already; --force writes over it, --skip-existing goes on with the others")
    assert len(others) == len(NAMES) - 1
    assert all(line.endswith(".json is there already") for line in others)


def test_nothing_is_written_over(khabar: Khabar, tree: Path) -> None:
    out = khabar.folder / "out"
    (out / "sub").mkdir(parents=True)
    (out / "sub/b.txt.json").write_text("mine")
    done = khabar("parse", "tree", "-o", "out")
    assert done.status == 1
    assert done.told == [
        "khabar: tree/sub/b.txt: out/sub/b.txt.json is there already; --force writes over it, "
        "--skip-existing goes on with the others"
    ]
    assert below(out) == NAMES
    assert (out / "sub/b.txt.json").read_text() == "mine"
    (out / "a.txt.json").unlink()
    done = khabar("parse", "tree", "-o", "out", "--skip-existing")
    assert (done.status, done.told) == (0, ["khabar: 1 read, 0 failed, 3 there already"])
    assert khabar("parse", "tree", "-o", "out", "--skip-existing", "-q").err == ""
    assert below(out) == NAMES
    assert (out / "sub/b.txt.json").read_text() == "mine"
    assert khabar("parse", "tree", "-o", "out", "--force").status == 0
    assert json.loads((out / "sub/b.txt.json").read_text())["source"] == "tree/sub/b.txt"


@pytest.mark.parametrize("option", [[], ["--force"], ["--skip-existing"]])
@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["tree/sub", "tree/./sub"], "tree/sub and tree/./sub would get one name in out/"),
        (["tree/a.txt", "english.txt", "../{}/tree/../tree/a.txt", "x"], "tree/a.txt is"),
        (["english.txt", "tree", "english.txt"], "english.txt is named twice, and gets one name in out/"),
        (["a.txt", "tree"], "a.txt and tree/a.txt would get one name in out/"),
        (["tree", "tree/sub/b.txt", "tree/sub"], "tree/sub/b.txt is named twice, and gets one name in out/"),
        (["english.txt", "."], "english.txt and ./english.txt would get one name in out/"),
        (["../{}/arabic.txt", "{}/arabic.txt"], "../{}/arabic.txt and {}/arabic.txt would get one name in out/"),
    ],
)
def test_two_inputs_of_one_name(khabar: Khabar, tree: Path, names: list[str], told: str, option: list[str]) -> None:
    """One clear error, before any work."""
    here = khabar.folder.name
    done = khabar.inside("parse", *(name.format(here) for name in names), "-o", "out/", *option)
    if told == "tree/a.txt is":  # by another way, under another name
        assert len(below(khabar.folder / "out")) == 3
        return
    assert (done.status, done.out) == (2, b"")
    assert told.format(*[here] * told.count("{}")) in " ".join(done.err.split())
    assert not (khabar.folder / "out").exists()


def test_two_documents_of_one_name(khabar: Khabar, tree: Path) -> None:
    """What cannot be known before is told with the document."""
    (khabar.folder / "list").write_text("tree/sub\n./tree/sub\n")
    done = khabar("parse", "--files-from", "list", "-o", "out/")
    assert done.status == 1
    assert done.told[0] == "khabar: ./tree/sub/b.txt: another document of this run is out/tree/sub/b.txt.json already"
    assert len(done.told) == 2
    records = b'{"id": "x", "text": "Old port"}\n' * 2
    done = khabar("parse", "--input-format", "jsonl", "-o", "out/", stdin=records)
    assert done.told == ["khabar: x: another document of this run is out/stdin/x.json already"]


def test_a_file_beside_a_folder_that_does_not_read_its_like(khabar: Khabar, tree: Path) -> None:
    khabar.bash("cp english.txt a.txt")
    done = khabar.inside("parse", "a.txt", "tree", "--exclude", "a.txt", "-o", "out/")
    assert (done.status, done.err) == (0, "")
    assert {"a.txt.json", "sub/b.txt.json"} <= set(below(khabar.folder / "out"))


def test_an_id_that_is_the_number_of_another_record(khabar: Khabar) -> None:
    records = b'{"id": "3", "text": "Old port"}\n{"id": "#3", "text": "New port"}\n{"text": "No port"}\n'
    done = khabar("parse", "-o", "out/", stdin=records)
    assert (done.status, done.err) == (0, "")
    assert below(khabar.folder / "out") == ["stdin/#3.json", "stdin/%233.json", "stdin/3.json"]


class TestSeveralFolders:
    """Names that tell them apart, whatever the order and whatever is in them."""

    @pytest.fixture
    def years(self, khabar: Khabar) -> Path:
        for name in ("yr/2023/a.txt", "yr/2023/sub/b.txt", "yr/2024/a.txt", "old/2023/a.txt", "old/2023/c.txt"):
            (khabar.folder / name).parent.mkdir(parents=True, exist_ok=True)
            (khabar.folder / name).write_text(ENGLISH, "utf-8")
        return khabar.folder

    @pytest.mark.parametrize(
        ("names", "expected"),
        [
            (["yr/2023"], ["a.txt", "sub/b.txt"]),
            (["yr"], ["2023/a.txt", "2023/sub/b.txt", "2024/a.txt"]),
            (["yr/2023", "yr/2024/"], ["2023/a.txt", "2023/sub/b.txt", "2024/a.txt"]),
            (["yr/2024", "./yr/2023"], ["2023/a.txt", "2023/sub/b.txt", "2024/a.txt"]),
            (["yr/2023", "yr/2024", "english.txt"], ["2023/a.txt", "2023/sub/b.txt", "2024/a.txt", "english.txt"]),
            (["yr/2023", "english.txt"], ["a.txt", "english.txt", "sub/b.txt"]),
            (["yr/2024", "old/2023"], ["2023/a.txt", "2023/c.txt", "2024/a.txt"]),
            (["yr/2023", "old/2023"], ["old/2023/a.txt", "old/2023/c.txt", "yr/2023/a.txt", "yr/2023/sub/b.txt"]),
            (["old/2023", "yr/2024", "yr/2023/sub/../"],
             ["old/2023/a.txt", "old/2023/c.txt", "yr/2023/a.txt", "yr/2023/sub/b.txt", "yr/2024/a.txt"]),
        ],
    )  # fmt: skip
    def test_names(self, khabar: Khabar, years: Path, names: list[str], expected: list[str]) -> None:
        for _ in range(2):  # the same command, the same names
            done = khabar.inside("text", *names, "-o", "out/", "--skip-existing")
            assert done.status == 0
            assert below(years / "out") == [f"{name}.txt" for name in expected]
        assert done.told == [f"khabar: 0 read, 0 failed, {len(expected)} there already"]

    def test_in_a_list_they_keep_their_names(self, khabar: Khabar, years: Path) -> None:
        (years / "list").write_text("yr/2023\nyr/2023/../2024\n../nowhere.txt\n")
        done = khabar.inside("text", "--files-from", "list", "-o", "out/")
        assert (done.status, len(done.told)) == (1, 1)
        assert below(years / "out") == ["yr/2023/a.txt.txt", "yr/2023/sub/b.txt.txt", "yr/2024/a.txt.txt"]

    def test_a_part_of_it_and_all(self, khabar: Khabar, years: Path) -> None:
        """Whatever was named, it is the same source."""
        assert khabar.inside("parse", "yr/2023", "yr/2024", "-o", "out/").status == 0
        done = khabar.inside("parse", "yr", "-o", "out/", "--skip-existing")
        assert (done.status, done.told) == (0, ["khabar: 0 read, 0 failed, 3 there already"])


def test_what_fails_has_no_file(khabar: Khabar, tree: Path) -> None:
    (tree / "empty.txt").write_bytes(b"")
    done = khabar("parse", "tree", "-o", "out/")
    assert (done.status, len(done.told)) == (1, 1)
    assert below(khabar.folder / "out") == NAMES
    (tree / "empty.txt").write_text(ENGLISH)
    told = ["khabar: 1 read, 0 failed, 4 there already"]
    assert khabar("parse", "tree", "-o", "out/", "--skip-existing").told == told
    assert "empty.txt.json" in below(khabar.folder / "out")


def test_one_that_cannot_be_written(khabar: Khabar, tree: Path) -> None:
    out = khabar.folder / "out"
    (out / "a.txt.json").mkdir(parents=True)
    (out / "sub").write_text("a file where a folder should be")
    (tree / ("n" * 252 + ".t")).write_text(ENGLISH)
    done = khabar("parse", "tree", "--include", "*", "-o", "out", "--force")
    assert (done.status, len(done.told)) == (1, 4)
    assert "Is a directory" in done.told[0]
    assert "File name too long" in done.told[1]
    assert "Not a directory" in done.told[2]
    assert below(out) == ["a.html.json", "sub"]


def test_a_folder_that_cannot_be(khabar: Khabar) -> None:
    (khabar.folder / "file").write_text("")
    done = khabar("parse", "english.txt", "-o", "file/")
    assert (done.status, len(done.told)) == (1, 1)
    done = khabar("parse", "english.txt", "-o", "/proc/none/")
    assert (done.status, len(done.told)) == (1, 1)
    assert done.told[0].startswith("khabar: /proc/none/: ")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_read_only_folder(khabar: Khabar) -> None:
    (khabar.folder / "texts").chmod(0o555)
    done = khabar("parse", "english.txt", "-o", "texts")
    assert (done.status, done.told) == (1, ["khabar: texts: Permission denied"])


def test_full_disk(khabar: Khabar, tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Told once, with nothing half-written: the next document would not be spared either."""
    import builtins

    real = builtins.open
    opened: list[Any] = []

    class Full:
        def __init__(self, file: Any) -> None:
            self.file = file

        def __enter__(self) -> Full:
            return self

        def __exit__(self, *_: object) -> None:
            self.file.close()

        def write(self, data: bytes) -> int:
            self.file.write(data[:100])
            raise OSError(28, "No space left on device")

    def open_(path: Any, mode: str = "r", *args: Any, **more: Any) -> Any:
        file = real(path, mode, *args, **more)
        if "w" in mode and ".khabar-" in str(path):
            opened.append(path)
            return Full(file) if len(opened) > 2 else file  # the first is the trial, the second a document
        return file

    monkeypatch.setattr(builtins, "open", open_)
    done = khabar.inside("parse", "tree", "-o", "out/")
    monkeypatch.undo()
    assert (done.status, done.told) == (1, ["khabar: out/a.txt.json: No space left on device"])
    assert below(khabar.folder / "out") == ["a.html.json"]


def test_file_size_limit_is_told(khabar: Khabar, tree: Path) -> None:
    (tree / "long.txt").write_text(ENGLISH + "The mayor said that the port takes in 120 boats.\n\n" * 4000)
    done = khabar.bash("ulimit -f 64; khabar parse tree -o out/")
    assert (done.status, len(done.told)) == (1, 1)
    assert "long.txt.json: File too large" in done.told[0]
    assert below(khabar.folder / "out") == NAMES


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_resume_after_a_kill(khabar: Khabar, jobs: str) -> None:
    """Killed again and again at any moment, then finished: every document is there and whole."""
    many = khabar.folder / "many"
    count = 400
    for n in range(count):
        (many / f"{n % 7}").mkdir(parents=True, exist_ok=True)
        (many / f"{n % 7}" / f"{n}.txt").write_text(ENGLISH)
    out = khabar.folder / "out"
    args = ["parse", "many", "-o", "out/", "--skip-existing", "-j", jobs]
    for wait in (0.35, 0.45, 0.55):
        process = khabar.start(*args)
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=PATIENCE)
        for name in below(out) if out.exists() else []:
            if not Path(name).name.startswith("."):
                assert json.loads((out / name).read_text("utf-8"))["sections"]
    done = khabar(*args)
    assert done.status == 0
    read, there = (int(part.split()[0]) for part in done.err.removeprefix("khabar: ").split(", ")[::2])
    assert (read + there, len(done.told)) == (count, 1)
    files = below(out)
    assert len(files) == count  # and nothing hidden is left
    for name in files:
        assert json.loads((out / name).read_text("utf-8"))["source"] == f"many/{name.removesuffix('.json')}"


def test_interrupt_keeps_what_is_done(khabar: Khabar, tree: Path) -> None:
    process = khabar.start("parse", "tree", "-", "-o", "out/")
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and not (khabar.folder / "out/sub/deep/c.txt.json").exists():
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert below(khabar.folder / "out") == NAMES
    assert re.fullmatch(rb"khabar: interrupted: \d read, 0 failed; --skip-existing goes on from here\n", err)


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("-o", "out/", "--force"), rb"khabar: interrupted: 1 read, [01] failed\n"),
        (("-o", "out/", "-q"), b""),
        (("-o", "out.csv", "-q"), b""),
        (("-o", "/dev/null"), b""),
        (("--fields", "title"), b""),
    ],
)
def test_interrupt_tells_only_what_is_of_use(khabar: Khabar, args: tuple[str, ...], told: bytes) -> None:
    process = khabar.start("parse", "english.txt", "missing.txt", "-", *args)
    assert process.stderr is not None
    assert b"missing.txt" in process.stderr.readline()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert re.fullmatch(told, err)


class TestSources:
    """--skip-existing takes no other input's file for done."""

    @pytest.fixture(autouse=True)
    def years(self, khabar: Khabar) -> None:
        for year in ("2023", "2024"):
            for name in ("a.txt", "sub/b.txt"):
                path = khabar.folder / "yr" / year / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(ENGLISH.replace("ten years", f"the flood of {year}"), "utf-8")
        (khabar.folder / "yr/2024/c.txt").write_text(ENGLISH)

    def again(self, khabar: Khabar, *args: str, count: int = 2) -> None:
        """All is there already."""
        done = khabar.inside(*args, "-o", "out/", "--skip-existing")
        assert (done.status, done.told) == (0, [f"khabar: 0 read, 0 failed, {count} there already"])

    @pytest.mark.parametrize("command", ["parse", "quotes -f csv", "text", "parse --jsonl"])
    @pytest.mark.parametrize("jobs", ["1", "2"])
    def test_the_next_year(self, khabar: Khabar, command: str, jobs: str) -> None:
        args = [*command.split(), "-j", jobs]
        assert khabar.inside(*args, "yr/2023", "-o", "out/").err == ""
        first = {name: (khabar.folder / "out" / name).read_bytes() for name in below(khabar.folder / "out")}
        end = min(first).removeprefix("a.txt")
        done = khabar.inside(*args, "yr/2024", "-o", "out/", "--skip-existing")
        assert done.status == 1
        hint = "give another folder, or --force"
        assert done.told == [
            f"khabar: yr/2024/a.txt: out/a.txt{end} is of yr/2023/a.txt: {hint}",
            f"khabar: yr/2024/sub/b.txt: out/sub/b.txt{end} is of yr/2023/sub/b.txt: {hint}",
        ]
        now = {name: (khabar.folder / "out" / name).read_bytes() for name in below(khabar.folder / "out")}
        assert first.items() <= now.items()
        assert set(now) - set(first) == {f"c.txt{end}"}  # what was not there is done
        self.again(khabar, *args, "yr/2023")
        done = khabar.inside(*args, "yr/2024", "-o", "out/")
        assert (done.status, done.told[0][-len(hint) :]) == (1, hint)

    def test_one_source_by_many_names(self, khabar: Khabar) -> None:
        here = khabar.folder
        (here / "link").symlink_to("yr")
        assert khabar.inside("parse", "yr/2023", "-o", "out/").status == 0
        for name in ("./yr/2023/", "yr/2024/../2023", str(here / "yr/2023"), f"../{here.name}/yr/2023", "link/2023"):
            self.again(khabar, "parse", name)
        for line in ("cd yr && khabar parse 2023 -o ../out", "cd yr/2023/sub && khabar parse .. -o ../../../out"):
            done = khabar.bash(f"{line} --skip-existing")
            assert (done.status, done.told) == (0, ["khabar: 0 read, 0 failed, 2 there already"])
        done = khabar.bash("cd yr/2024 && khabar parse . -o ../../out --skip-existing")
        assert "../../out/a.txt.json is of " in done.told[0]
        assert str(here / "yr/2023/a.txt") in done.told[0]

    def test_force_makes_it_the_others(self, khabar: Khabar) -> None:
        assert khabar.inside("parse", "yr/2023", "-o", "out/").status == 0
        assert khabar.inside("parse", "yr/2024", "-o", "out/", "--force").err == ""
        self.again(khabar, "parse", "yr/2024", count=3)
        done = khabar.inside("parse", "yr/2023", "-o", "out/", "--skip-existing")
        assert (done.status, len(done.told)) == (1, 2)
        size = (khabar.folder / "out" / SOURCES).stat().st_size
        assert khabar.inside("parse", "yr/2024", "-o", "out/", "--force").err == ""
        assert (khabar.folder / "out" / SOURCES).stat().st_size == size  # nothing new to tell

    @pytest.mark.parametrize("moment", ["before", "behind"])
    def test_killed_while_a_file_is_written_over(
        self, khabar: Khabar, moment: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """It is nobody's, and done again by whoever comes."""
        from khabar_cli.targets import FolderTarget

        assert khabar.inside("parse", "yr/2023", "-o", "out/").status == 0
        place = FolderTarget._place

        def killed(self: FolderTarget, path: str, text: str) -> None:
            if moment == "behind":
                place(self, path, text)
            raise KeyboardInterrupt

        monkeypatch.setattr(FolderTarget, "_place", killed)
        assert khabar.inside("parse", "yr/2024", "-o", "out/", "--force").status == 130
        monkeypatch.undo()
        for year in ("2024", "2023"):
            if year == "2023":
                assert khabar.inside("parse", "yr/2023", "-o", "out/", "--force").status == 0
            done = khabar.inside("parse", f"yr/{year}", "-o", "out/", "--skip-existing")
            assert json.loads((khabar.folder / "out/a.txt.json").read_text())["source"] == f"yr/{year}/a.txt"
            assert done.told[-1].startswith("khabar: 2 read" if year == "2024" else "khabar: 0 read") or done.status

    def test_moved_together(self, khabar: Khabar) -> None:
        here = khabar.folder
        for name in ("yr", "english.txt"):
            (here / name).rename(here / "texts" / name)
        done = khabar.bash("cd texts && khabar parse yr/2023 -o out/")
        assert done.err == ""
        (here / "texts").rename(here / "elsewhere")
        done = khabar.bash("cd elsewhere && khabar parse yr/2023 -o out/ --skip-existing")
        assert (done.status, done.told) == (0, ["khabar: 0 read, 0 failed, 2 there already"])
        # a copy is not the original, which is still there
        done = khabar.bash("cp -r elsewhere copy && cd copy && khabar parse yr/2023 -o out/ --skip-existing")
        assert (done.status, len(done.told)) == (0, 1)
        (here / "moved").mkdir()
        (here / "elsewhere" / "out").rename(here / "moved" / "out")
        done = khabar.bash("khabar parse elsewhere/yr/2023 -o moved/out/ --skip-existing")
        assert done.status == 1  # neither the place that it was nor the same direction
        assert "is of " in done.told[0]

    def test_records(self, khabar: Khabar) -> None:
        """Those of another file, and other records, are other sources."""
        for folder in ("one", "two"):
            (khabar.folder / folder).mkdir()
            lines = [json.dumps({"id": f"n{n}", "text": ENGLISH}) for n in range(3)]
            (khabar.folder / folder / "r.jsonl").write_text("\n".join(lines))
        args = ("--input-format", "jsonl")
        assert khabar.inside("parse", "one", *args, "-o", "out/").err == ""
        assert below(khabar.folder / "out") == [f"r.jsonl/n{n}.json" for n in range(3)]
        self.again(khabar, "parse", str(khabar.folder / "one"), *args, count=3)
        done = khabar.inside("parse", "two", *args, "-o", "out/", "--skip-existing")
        assert (done.status, len(done.told)) == (1, 3)
        assert done.told[0].startswith("khabar: n0: out/r.jsonl/n0.json is of one/r.jsonl/n0: ")

    def test_standard_input_is_one_source(self, khabar: Khabar) -> None:
        data = ENGLISH.encode()
        for told in ([], ["khabar: 0 read, 0 failed, 1 there already"]):
            done = khabar("parse", "-o", "out/", "--skip-existing", stdin=data)
            assert (done.status, done.told) == (0, told)

    def test_what_others_made_is_taken_as_it_is(self, khabar: Khabar) -> None:
        (khabar.folder / "out").mkdir()
        (khabar.folder / "out/a.txt.json").write_text("mine")
        for year, told in (("2023", "1 read, 0 failed, 1 there already"), ("2024", "1 read, 1 failed, 1 there")):
            done = khabar.inside("parse", f"yr/{year}", "-o", "out/", "--skip-existing")
            assert told in done.told[-1]
        assert (khabar.folder / "out/a.txt.json").read_text() == "mine"

    @pytest.mark.parametrize("junk", [b"\0" * 50, b"=12", b'=zz\t[1]\nzz\t"a.txt.json"\n', b"\xff\t\n\n\n", b"?"])
    def test_a_line_that_is_not_whole(self, khabar: Khabar, junk: bytes) -> None:
        """A disk that was full, a power loss: what is told besides holds, and what comes is told."""
        assert khabar.inside("parse", "yr/2023", "-o", "out/").status == 0
        with open(khabar.folder / "out" / SOURCES, "ab") as file:
            file.write(junk)
        done = khabar.inside("parse", "yr/2024", "-o", "out/", "--skip-existing")
        assert (done.status, len(done.told)) == (1, 2)
        self.again(khabar, "parse", "yr/2023")
        (khabar.folder / "yr/2023/c.txt").write_text(ENGLISH)
        done = khabar.inside("parse", "yr/2023", "-o", "out/", "--skip-existing")
        assert "out/c.txt.json is of yr/2024/c.txt: " in done.told[0]  # what was told behind it

    def test_names_of_any_bytes(self, khabar: Khabar) -> None:
        for year in ("2023", "2024"):
            for name in (b'n\xff\n\t".txt', "ميناء.txt".encode()):
                with open(os.path.join(os.fsencode(khabar.folder), b"yr", year.encode(), name), "w") as file:
                    file.write(ENGLISH)
        env = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
        assert khabar("parse", "yr/2023", "-o", "out/", **env).status == 0
        self.again(khabar, "parse", "yr/2023", count=4)
        done = khabar("parse", "yr/2024", "-o", "out/", "--skip-existing", **env)
        assert (done.status, len(done.told)) == (1, 4)

    @pytest.mark.skipif(os.name != "posix", reason="files are locked by flock")
    def test_two_runs_at_once(self, khabar: Khabar) -> None:
        """Each name goes to one of them; the other is told, and the list says which."""
        names = [f"{n}.txt" for n in range(150)]
        for year in ("2023", "2024"):
            for name in names:
                (khabar.folder / "yr" / year / name).write_text(ENGLISH)
        runs = {
            year: khabar.start("parse", f"yr/{year}", "-o", "out/", "--skip-existing") for year in ("2023", "2024")
        }
        errors = {year: run.communicate(timeout=PATIENCE)[1].decode().splitlines() for year, run in runs.items()}
        assert [line for lines in errors.values() for line in lines if "is of" not in line] == []
        owners = {
            name: json.loads((khabar.folder / "out" / f"{name}.json").read_text())["source"].split("/")[1]
            for name in [*names, "a.txt", "sub/b.txt"]
        }
        for year, lines in errors.items():
            told = {line.split(": ")[1].removeprefix(f"yr/{year}/") for line in lines}
            assert told == {name for name, owner in owners.items() if owner != year}

    @pytest.fixture
    def folding(self, khabar: Khabar, monkeypatch: pytest.MonkeyPatch) -> None:
        """A disk such as those of macOS and Windows, as far as they are asked what is there."""
        real = os.path.lexists

        def lexists(path: str) -> bool:
            folder, name = os.path.split(path)
            return (os.path.isdir(folder) and name.lower() in map(str.lower, os.listdir(folder))) or real(path)

        monkeypatch.setattr(os.path, "lexists", lexists)

    @pytest.mark.usefixtures("folding")
    def test_one_file_by_two_names(self, khabar: Khabar, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where the output folder does not tell A.TXT from a.txt."""
        (khabar.folder / "yr/2023/A.TXT").write_text(ENGLISH)
        done = khabar.inside("parse", "yr/2023", "-o", "out/")
        assert done.status == 1
        assert done.told == ["khabar: yr/2023/a.txt: another document of this run is out/a.txt.json already"]
        (khabar.folder / "yr/2023/A.TXT").unlink()
        done = khabar.inside("parse", "yr/2023", "-o", "out/", "--skip-existing")
        assert done.told == [
            "khabar: yr/2023/a.txt: out/a.txt.json would be A.TXT.json, which is there, on this disk",
            "khabar: 0 read, 1 failed, 1 there already",
        ]

    def test_two_files_where_the_disk_tells_them_apart(self, khabar: Khabar) -> None:
        (khabar.folder / "yr/2023/A.TXT").write_text(ENGLISH)
        if len(os.listdir(khabar.folder / "yr/2023")) < 3:
            pytest.skip("this disk does not tell A from a")
        assert khabar.inside("parse", "yr/2023", "-o", "out/").err == ""
        self.again(khabar, "parse", "yr/2023", count=3)


class TestSync:
    """--sync: what has its name is on the disk."""

    @pytest.fixture
    def calls(self, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
        """What was done, in order: the file or folder that was synced, the name that was given."""
        made: list[tuple[str, str]] = []
        fsync, replace = os.fsync, os.replace

        def synced(opened: int) -> None:
            made.append(("sync", os.readlink(f"/proc/self/fd/{opened}")))
            fsync(opened)

        def named(old: str, new: str) -> None:
            made.append(("name", os.path.realpath(new)))
            replace(old, new)

        monkeypatch.setattr(os, "fsync", synced)
        monkeypatch.setattr(os, "replace", named)
        return made

    @pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="the names of open files are in /proc")
    def test_one_file(self, khabar: Khabar, calls: list[tuple[str, str]]) -> None:
        assert khabar.inside("parse", "english.txt", "-o", "out.jsonl").status == 0
        assert [what for what, _ in calls] == ["name"]
        calls.clear()
        for args in (["parse", "-o", "out.jsonl"], ["sections", "-f", "parquet", "-o", "out.parquet"]):
            if "parquet" in args:
                pytest.importorskip("pyarrow")
            assert khabar.inside(*args, "english.txt", "--sync").status == 0
            (file, temp), name, folder = calls
            assert file == "sync"
            assert Path(temp).name.startswith(".khabar-")
            assert name == ("name", str(khabar.folder / args[-1]))
            assert folder == ("sync", str(khabar.folder))
            calls.clear()

    @pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="the names of open files are in /proc")
    def test_a_folder(self, khabar: Khabar, tree: Path, calls: list[tuple[str, str]]) -> None:
        assert khabar.inside("parse", "tree", "-o", "out/").status == 0
        assert {what for what, _ in calls} == {"name"}
        calls.clear()
        assert khabar.inside("parse", "tree", "-o", "synced/", "--sync").status == 0
        out = khabar.folder / "synced"
        named = [number for number, call in enumerate(calls) if call[0] == "name"]
        written = {str(out / name) for name in NAMES}
        assert written <= {calls[number][1] for number in named}
        for number in named:  # each behind the syncing of its contents
            if calls[number][1] in written:
                assert any(
                    what == "sync" and "/.khabar-" in path for what, path in calls[max(number - 3, 0) : number]
                )
        folders = {str(out), str(out / "sub"), str(out / "sub/deep")}
        assert folders <= {path for what, path in calls[named[-1] :] if what == "sync"}

    def test_usage(self, khabar: Khabar) -> None:
        done = khabar.inside("parse", "english.txt", "--sync")
        assert (done.status, done.out) == (2, b"")
        assert "--sync: needs --output" in " ".join(done.err.split())


class TestParquet:
    @pytest.fixture(autouse=True)
    def parquet(self) -> Any:
        return pytest.importorskip("pyarrow.parquet")

    @pytest.mark.parametrize("command", ["sections", "quotes", "statements", "credits", "speakers", "agencies"])
    def test_rows_as_in_json(self, khabar: Khabar, parquet: Any, command: str) -> None:
        done = khabar(command, "-f", "parquet", "-o", "out.parquet", "arabic.txt", "missing.txt", "english.txt")
        assert (done.status, len(done.told), done.out) == (1, 1, b"")
        table = parquet.read_table(khabar.folder / "out.parquet")
        rows = khabar.inside(command, "arabic.txt", "english.txt").records
        assert table.to_pylist() == [{k: v for k, v in row.items() if k != "schema"} for row in rows]
        kinds = {field.name: str(field.type) for field in table.schema}
        numbers = {k for row in rows for k, v in row.items() if type(v) is int} - {"schema"}
        assert all(kinds[name] == "int32" for name in numbers)
        assert all(kinds[k].startswith("list") for row in rows for k, v in row.items() if isinstance(v, list))
        assert table.schema.metadata[b"khabar.schema"] == b"1"

    def test_no_rows(self, khabar: Khabar, parquet: Any) -> None:
        assert khabar.inside("credits", "-f", "parquet", "-o", "out.parquet", "missing.txt").status == 1
        table = parquet.read_table(khabar.folder / "out.parquet")
        assert (table.num_rows, table.schema.field("n").type) == (0, "int32")

    def test_groups_as_they_come(self, khabar: Khabar, parquet: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        from khabar_cli.output import parquet as ours

        monkeypatch.setattr(ours, "_GROUP_ROWS", 4)
        names = ["english.txt", "arabic.txt"] * 10
        done = khabar.inside("sections", "-f", "parquet", "-o", "out.parquet", "--fields", "heading", *names)
        assert (done.status, done.err) == (0, "")
        file = parquet.ParquetFile(khabar.folder / "out.parquet")
        assert file.num_row_groups > 3
        assert file.schema_arrow.names == ["source", "heading"]
        assert file.read().column("source").to_pylist()[0] == "english.txt"

    @pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
    def test_full_disk(self, khabar: Khabar) -> None:
        done = khabar("sections", "-f", "parquet", "-o", "/dev/full", "english.txt")
        assert (done.status, done.told) == (1, ["khabar: /dev/full: No space left on device"])

    def test_interrupt_leaves_nothing(self, khabar: Khabar) -> None:
        process = khabar.start("sections", "-f", "parquet", "-o", "out.parquet", "missing.txt", "-")
        assert process.stderr is not None
        process.stderr.readline()
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=PATIENCE)
        assert process.returncode == 130
        assert not [name for name in os.listdir(khabar.folder) if "parquet" in name]

    def test_duckdb_and_pandas_read_them(self, khabar: Khabar) -> None:
        duckdb = pytest.importorskip("duckdb")
        pandas = pytest.importorskip("pandas")
        for form in ("parquet", "csv"):
            done = khabar("sections", "-f", form, "-o", f"out.{form}", "arabic.txt", "english.txt")
            assert done.status == 0
        query = "select source, count(*), max(section) from '{}' group by source order by source"
        expected = [("arabic.txt", 2, 1), ("english.txt", 1, 0)]
        with duckdb.connect() as connection:
            for form in ("parquet", "csv"):
                assert connection.sql(query.format(khabar.folder / f"out.{form}")).fetchall() == expected
            lists = f"select len(paragraphs) from '{khabar.folder}/out.parquet' where heading is null"
            assert len(connection.sql(lists).fetchall()) == 2
        for frame in (pandas.read_parquet(khabar.folder / "out.parquet"), pandas.read_csv(khabar.folder / "out.csv")):
            assert frame.section.tolist() == [0, 1, 0]
            assert frame.heading.isna().tolist() == [True, False, True]


def test_without_the_extra(khabar: Khabar) -> None:
    """One line that says how to get it, and nothing begun."""
    (khabar.folder / "none").mkdir()
    (khabar.folder / "none" / "pyarrow.py").write_text("raise ImportError('no pyarrow')")
    path = {"PYTHONPATH": str(khabar.folder / "none")}
    for args, told in (
        (["sections", "-f", "parquet", "-o", "x.parquet", "english.txt"], "pyarrow: pip install 'khabar[parquet]'"),
        (["parse", "english.txt", "x.parquet"], "pyarrow: pip install 'khabar[parquet]'"),
    ):
        done = khabar(*args, **path)
        assert (done.status, done.out, len(done.told)) == (2, b"", 1)
        assert done.told[0].endswith(told)
    (khabar.folder / "texts" / "rows.parquet").write_bytes(b"PAR1")
    (khabar.folder / "texts" / "x.txt").write_text(ENGLISH)
    done = khabar("parse", "texts", "--include", "*", **path)  # in a folder it is one of many
    assert (done.status, len(done.records)) == (1, 1)
    assert "khabar: texts/rows.parquet: Parquet needs pyarrow: pip install 'khabar[parquet]'" in done.told
    assert sorted(os.listdir(khabar.folder / "texts")) == ["rows.parquet", "x.txt"]
