"""Standard input and output, files, names and encodings: what goes in and out as bytes."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path

import pytest
from process import PATIENCE, Khabar

HAS_FULL = os.path.exists("/dev/full")


def test_stdin_without_a_file_and_as_dash(khabar: Khabar) -> None:
    data = (khabar.folder / "arabic.txt").read_bytes()
    for args in ((), ("-",)):
        done = khabar("parse", *args, stdin=data)
        assert (done.status, done.err) == (0, "")
        assert done.records[0]["source"] == "<stdin>"
    mixed = khabar("parse", "english.txt", "-", stdin=data)
    assert [r["source"] for r in mixed.records] == ["english.txt", "<stdin>"]
    assert mixed.records[1]["title"].startswith("ميناء")
    empty = khabar("parse", stdin=b"")
    assert (empty.status, len(empty.told)) == (1, 1)
    assert empty.err.startswith("khabar: <stdin>: ")


def test_stdin_is_bytes(khabar: Khabar) -> None:
    data = (khabar.folder / "arabic.txt").read_text("utf-8").encode("windows-1256")
    (record,) = khabar("parse", "--encoding", "windows-1256", stdin=data).records
    assert record["title"].startswith("ميناء الصيادين")
    assert record["encoding"] == "windows-1256"
    (told,) = khabar("parse", "--language", "fa", "arabic.txt").records
    assert told["language"] == "fa"


def test_closed_pipe_ends_quietly(khabar: Khabar) -> None:
    for number in range(40):
        (khabar.folder / f"copy{number}.txt").write_bytes((khabar.folder / "arabic.txt").read_bytes())
    done = khabar.bash("khabar parse copy*.txt | head -1")
    assert (done.status, done.err, len(done.records)) == (0, "", 1)
    done = khabar.bash("khabar parse copy*.txt --json | true")
    assert (done.status, done.err) == (0, "")
    done = khabar.bash("khabar explain -f blocks copy*.txt | head -c 10")
    assert (done.status, done.err, len(done.out)) == (0, "", 10)
    done = khabar.bash("khabar rules | head -1; khabar schema | head -1")
    assert (done.status, done.err) == (0, "")
    done = khabar.bash("khabar parse missing.txt copy*.txt | head -1")
    assert (done.status, len(done.told)) == (1, 1)  # a failure stays one


@pytest.mark.skipif(not HAS_FULL, reason="no /dev/full here")
@pytest.mark.parametrize("call", ["parse arabic.txt", "rules", "schema", "--version", "--help"])
def test_full_disk_is_one_line(khabar: Khabar, call: str) -> None:
    done = khabar.bash(f"khabar {call} > /dev/full")
    assert done.status == 1
    assert done.told == ["khabar: standard output: No space left on device"]


def test_closed_streams(khabar: Khabar) -> None:
    done = khabar.bash("khabar parse arabic.txt >&-")
    assert (done.status, done.told) == (1, ["khabar: standard output is closed"])
    done = khabar.bash("khabar parse <&-")
    assert (done.status, done.told) == (1, ["khabar: <stdin>: standard input is closed"])
    for words in (
        "--version",
        "-V",
        "--debug --version",
        "--help",
        "help",
        "help parse",
        "parse --help",
        "rules",
        "config",
    ):
        done = khabar.bash(f"khabar {words} >&-")
        assert (done.status, done.told) == (1, ["khabar: standard output is closed"]), words
    assert khabar.bash("khabar parse arabic.txt -o out.jsonl >&-").status == 0
    done = khabar.bash("khabar parse missing.txt 2>&-")
    assert (done.status, done.out) == (1, b"")


def test_output_file(khabar: Khabar) -> None:
    target = khabar.folder / "out.jsonl"
    done = khabar("parse", "arabic.txt", "--output", "out.jsonl")
    assert (done.status, done.out, done.err) == (0, b"", "")
    first = target.read_bytes()
    assert first == khabar("parse", "arabic.txt").out
    target.chmod(0o600)
    link = khabar.folder / "link.jsonl"
    link.symlink_to("out.jsonl")
    assert khabar("parse", "english.txt", "missing.txt", "-o", "link.jsonl").status == 1
    assert json.loads(target.read_bytes())["source"] == "english.txt"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert link.is_symlink()
    assert khabar("text", "english.txt", "-o", "out.jsonl").status == 0  # JSON, as it is called
    assert json.loads(target.read_bytes())["text"].startswith("Old fishing port")
    assert not [name for name in os.listdir(khabar.folder) if name.startswith(".")]


@pytest.mark.parametrize("name", ["english.txt", "./english.txt", "link.txt", "hard.txt"])
def test_output_that_is_an_input(khabar: Khabar, name: str) -> None:
    """Refused before any work, whatever it is called."""
    (khabar.folder / "link.txt").symlink_to("english.txt")
    os.link(khabar.folder / "english.txt", khabar.folder / "hard.txt")
    before = (khabar.folder / "english.txt").read_bytes()
    done = khabar.inside("text", "arabic.txt", "english.txt", "-o", name)
    assert (done.status, done.out) == (2, b"")
    assert "--output: english.txt is an input as well; the output would take its place" in " ".join(done.err.split())
    assert (khabar.folder / "english.txt").read_bytes() == before


def test_a_dash_is_standard_output(khabar: Khabar) -> None:
    plain = khabar.inside("parse", "english.txt")
    assert khabar.inside("parse", "english.txt", "-o", "-") == plain
    assert khabar.inside("parse", "english.txt", "--output=-") == plain
    for words in (["rules", "skip.page"], ["schema"], ["diff", "english.txt", "arabic.txt"]):
        assert khabar.inside(*words, "-o", "-") == khabar.inside(*words)
    assert not (khabar.folder / "-").exists()
    assert khabar.inside("parse", "english.txt", "-o", "./-").status == 0
    assert (khabar.folder / "-").read_bytes() == plain.out


TAKEN = "khabar: --output: {} is an input as well; the output would take its place"


@pytest.mark.parametrize("output", ["list", "english.txt"])
def test_output_that_is_an_input_of_a_list(khabar: Khabar, output: str) -> None:
    """A list that is a file can be looked through beforehand."""
    (khabar.folder / "list").write_text("arabic.txt\nenglish.txt\n")
    before = (khabar.folder / output).read_bytes()
    done = khabar.inside("text", "--files-from", "list", "-o", output)
    assert (done.status, done.told) == (2, [TAKEN.format(output)])
    assert (khabar.folder / output).read_bytes() == before


@pytest.mark.parametrize("more", [[], ["--jobs", "2"], ["--errors", "json", "-f", "jsonl"], ["-f", "xlsx"]])
def test_output_that_is_an_input_of_a_list_in_a_pipe(khabar: Khabar, more: list[str]) -> None:
    """Known only when its turn comes: then nothing is written."""
    if "xlsx" in more:
        pytest.importorskip("xlsxwriter")
    before = (khabar.folder / "english.txt").read_bytes()
    names = ["arabic.txt"] * 30 + ["./english.txt"]
    done = khabar("quotes", "--files-from", "-", "-o", "english.txt", *more, stdin="\n".join(names).encode())
    assert (done.status, done.told) == (1, ["khabar: ./english.txt: is also the output; nothing is written"])
    assert (khabar.folder / "english.txt").read_bytes() == before
    assert not [name for name in os.listdir(khabar.folder) if name.startswith(".")]


def test_output_that_is_standard_input(khabar: Khabar) -> None:
    before = (khabar.folder / "english.txt").read_bytes()
    for words in ("text", "text -", "text arabic.txt -", "text --files-from -"):
        done = khabar.bash(f"khabar {words} -o english.txt < english.txt")
        assert (done.status, done.told) == (2, [TAKEN.format("<stdin>")]), words
    assert (khabar.folder / "english.txt").read_bytes() == before
    done = khabar.bash("khabar text < english.txt >> english.txt")
    assert (done.status, done.told) == (1, ["khabar: <stdin>: is also the output"])
    assert (khabar.folder / "english.txt").read_bytes() == before
    done = khabar("parse", "/dev/null", "-o", "/dev/null")
    assert done.told == ["khabar: /dev/null: empty"]  # nothing is lost there


@pytest.mark.parametrize("option", ["--names", "--lexicon"])
def test_output_that_is_read_for_something_else(khabar: Khabar, option: str) -> None:
    (khabar.folder / "list").write_text("Ann Poe\n" if option == "--names" else "[[marker]]\n", "utf-8")
    before = (khabar.folder / "list").read_bytes()
    done = khabar.inside("speakers", "english.txt", option, "list", "-o", "list")
    assert done.status == 2
    assert (khabar.folder / "list").read_bytes() == before


@pytest.mark.skipif(not os.path.exists("/proc/self/fd"), reason="open files have no names here")
@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "out-link"])
def test_output_that_is_an_open_file(khabar: Khabar, name: str) -> None:
    """It is written to where it is, and not replaced: what stood there stays."""
    (khabar.folder / "out-link").symlink_to("/dev/stdout")
    kept = khabar.folder / "kept"
    kept.write_text("before\n")
    number = kept.stat().st_ino
    done = khabar.bash(f"(echo first; khabar parse english.txt -o {name}; echo last) >> kept")
    assert (done.status, done.err) == (0, "")
    first, second, document, last = kept.read_text("utf-8").splitlines()
    assert (first, second, last) == ("before", "first", "last")
    assert json.loads(document)["source"] == "english.txt"
    assert kept.stat().st_ino == number
    done = khabar.bash("khabar parse english.txt -o /dev/fd/7 7> other; wc -l < other")
    assert (done.status, done.out.strip()) == (0, b"1")


def test_output_that_cannot_be(khabar: Khabar) -> None:
    done = khabar("parse", "arabic.txt", "-o", "no/such/folder.json")
    assert (done.status, done.told) == (1, ["khabar: no/such/folder.json: No such file or directory"])
    done = khabar("parse", "arabic.txt", "-o", "/dev/null")
    assert (done.status, done.err) == (0, "")
    assert not os.path.isfile("/dev/null")  # it was written to, not replaced
    if HAS_FULL:
        done = khabar("parse", "arabic.txt", "-o", "/dev/full")
        assert (done.status, done.told) == (1, ["khabar: /dev/full: No space left on device"])


@pytest.mark.skipif(sys.platform != "linux", reason="names are any bytes on Linux only")
def test_names_that_are_no_utf8_and_names_that_steer(khabar: Khabar) -> None:
    data = (khabar.folder / "english.txt").read_bytes()
    name = b"a\xff\n\x1b[31m\xe2\x80\xae.txt"
    (khabar.folder / os.fsdecode(name)).write_bytes(data)
    done = khabar("parse", name)
    assert (done.status, done.err) == (0, "")
    assert os.fsencode(done.records[0]["source"]) == name
    done.out.decode("utf-8")
    for form in ("json", "table", "csv", "tsv", "markdown", "text", "blocks"):
        shown = khabar.inside("parse", "-f", form, os.fsdecode(name))
        assert (shown.status, shown.err) == (0, "")
        assert b"\x1b" not in shown.out
    for form, parted in (("csv", ","), ("tsv", "\t")):
        row = khabar("text", "--fields", "source,format", "-f", form, name).text.splitlines()[1]
        assert row.split(parted) == [r"a\xff\n\x1b[31m\u202e.txt", "text"]
    (khabar.folder / "a\u3000\u00a0ب\u200c.txt").write_bytes(data)
    assert khabar("text", "-f", "csv", "a\u3000\u00a0ب\u200c.txt").text.count("a\u3000\u00a0ب\u200c.txt") == 1
    failed = khabar("parse", b"gone-" + name)
    assert failed.told == [r"khabar: gone-a\xff\n\x1b[31m\u202e.txt: No such file or directory"]
    assert khabar("parse", "-o", name, "english.txt").status == 0


@pytest.mark.parametrize("locale", [{"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
                                    {"PYTHONIOENCODING": "ascii"}])  # fmt: skip
def test_output_is_utf8_whatever_the_locale(khabar: Khabar, locale: dict[str, str]) -> None:
    for args in (["parse"], ["text"], ["parse", "-f", "blocks"], ["parse", "-f", "table"]):
        done = khabar(*args, "arabic.txt", **locale)
        assert (done.status, done.err) == (0, "")
        assert "الميناء" in done.text or "ميناء" in done.text


def test_steering_characters_of_the_input(khabar: Khabar) -> None:
    """In JSON they are escaped data; in every other format for a pipe they are left out. ZWNJ is spelling."""
    bad = "\x1b[31m\x9b1m\u202e\u2067\u200f\x07"
    text = f"Old fishing port opens again\n\nThe mayor {bad}said that می\u200cشود took in 120 boats on Monday.\n"
    (khabar.folder / "bad.txt").write_text(text, "utf-8")
    steering = set(bad) - set("[31m")
    for form in ("json", "jsonl", "csv", "tsv", "markdown", "text", "blocks", "table"):
        done = khabar.inside("parse", "-f", form, "bad.txt")
        assert done.status == 0
        assert not steering & set(done.text), form
        if form != "table":
            assert "می\u200cشود" in done.text
    (record,) = khabar("parse", "bad.txt").records
    assert "\u202e" in json.dumps(record, ensure_ascii=False)
    shown = khabar.terminal("parse", "bad.txt", "--color", "never", VTE_VERSION="7000")
    assert not steering & set(shown.text.replace("\u2067", ""))


def test_documents_come_one_by_one(khabar: Khabar) -> None:
    """The first document is out before the second input is read."""
    process = khabar.start("parse", "english.txt", "-")
    assert process.stdout is not None
    assert json.loads(process.stdout.readline())["source"] == "english.txt"
    out, err = process.communicate((khabar.folder / "arabic.txt").read_bytes(), timeout=PATIENCE)
    assert json.loads(out)["source"] == "<stdin>"
    assert (process.returncode, err) == (0, b"")


def test_module_runs_too(khabar: Khabar, tmp_path: Path) -> None:
    done = khabar.bash(f"'{sys.executable}' -m khabar_cli parse english.txt")
    assert (done.status, done.records[0]["source"]) == (0, "english.txt")


def test_force_writes_over_no_input(khabar: Khabar) -> None:
    """The output of `english` would be `english.txt`, which is read next."""
    before = (khabar.folder / "english.txt").read_bytes()
    (khabar.folder / "english").write_bytes(before)
    done = khabar.inside("text", "english", "./english.txt", "-o", "./", "--force")
    told = "./english.txt is an input as well; the output of english would take its place"
    assert (done.status, done.told) == (2, [f"khabar: --output: {told}"])
    assert (khabar.folder / "english.txt").read_bytes() == before
