"""Exit statuses, and standard error: one line for each input that fails, and the others go on."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest
from process import Khabar


def test_good_input_says_nothing_on_stderr(khabar: Khabar) -> None:
    done = khabar("parse", "arabic.txt", "english.txt")
    assert (done.status, done.err) == (0, "")
    assert [r["source"] for r in done.records] == ["arabic.txt", "english.txt"]


def test_failing_inputs_get_a_line_each_and_the_others_go_on(khabar: Khabar) -> None:
    names = ["missing.txt", "arabic.txt", "empty.txt", "blank.txt", "binary.txt", "texts", "english.txt"]
    done = khabar("parse", *names)
    assert done.status == 1
    assert [r["source"] for r in done.records] == ["arabic.txt", "english.txt"]
    failed = [name for name in names if name not in ("arabic.txt", "english.txt")]
    assert len(done.told) == len(failed)
    for line, name in zip(done.told, failed, strict=True):
        assert line.startswith(f"khabar: {name}: ")
        assert len(line) > len(f"khabar: {name}: ")
    assert "No such file" in done.told[0]
    assert done.told[4].startswith("khabar: texts: no file in this folder is called *.txt")


@pytest.mark.skipif(not os.path.exists("/proc/self/mem"), reason="no file here that opens but cannot be read")
def test_unreadable_file(khabar: Khabar) -> None:
    done = khabar("parse", "/proc/self/mem", "english.txt")
    assert (done.status, len(done.told), len(done.records)) == (1, 1, 1)


def test_errors_as_data(khabar: Khabar) -> None:
    done = khabar("parse", "--errors", "json", "missing.txt", "arabic.txt", "binary.txt", "texts")
    assert (done.status, done.err) == (1, "")
    assert [r["source"] for r in done.records] == ["missing.txt", "arabic.txt", "binary.txt", "texts"]
    codes = [r["error"]["code"] for r in done.records if "error" in r]
    assert codes == ["not-found", "binary", "folder"]
    assert all(set(r) == {"schema", "source", "error"} for r in done.records if "error" in r)
    array = khabar("credits", "--errors", "json", "--json", "missing.txt", "english.txt")
    assert [("error" in r) for r in json.loads(array.out)] == [True, False]


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["parse", "--no-such-option"], "no option is called --no-such-option; khabar help parse lists them"),
        (["parse", "--fromat", "csv"], "no option is called --fromat; did you mean --format?"),
        (["parse", "--kind", "direct", "arabic.txt"], "parse has no option --kind; quotes and speakers have it"),
        (["no-such-command"], "no command and no file is called no-such-command; khabar help lists the commands"),
        (["prase"], "no command and no file is called prase; did you mean parse?"),
        (["help", "qoutes"], "no command is called qoutes; did you mean quotes?"),
        (["parse", "--json", "--jsonl", "arabic.txt"], "one of --format, --json and --jsonl"),
        (["parse", "--json", "-f", "csv", "arabic.txt"], "one of --format, --json and --jsonl"),
        (["parse", "--fields", "title,pictures", "arabic.txt"], "pictures; there are schema, source, format"),
        (["credits", "--fields", "title", "arabic.txt"], "title; there are source, n, credit"),
        (["parse", "--fields", ",", "arabic.txt"], "no field is named"),
        (["parse", "--encoding", "no-such-encoding", "arabic.txt"], "no-such-encoding"),
        (["parse", "--encoding", "utf9", "arabic.txt"], "did you mean utf-8"),
        (["parse", "--language", "klingon", "arabic.txt"], "tags are such as ar"),
        (["parse", "--language", "arabic", "arabic.txt"], "did you mean ar?"),
        (["parse", "-j", "two", "arabic.txt"], "--jobs: takes a whole number of 0 or more, not two"),
        (["parse", "--max-bytes", "lots", "arabic.txt"], "64K or 10M, not lots"),
        (["parse", "--timeout", "0", "arabic.txt"], "takes a number of seconds greater than 0, not 0"),
        (["quotes", "--min-confidence", "2", "arabic.txt"], "takes a number from 0 to 1, not 2"),
        (["quotes", "--min-confidence", "high", "arabic.txt"], "takes a number, not high"),
        (["quotes", "--kind", "dirct", "arabic.txt"], "no kind is called dirct; did you mean direct?"),
        (["parse", "-f", "jsno", "arabic.txt"], "not jsno; did you mean json"),
        (["parse", "--fields"], "--fields: needs a value"),
        (["parse", "--json=1"], "--json: takes no value"),
        (["rules", "a", "b"], "rules has no use for b"),
        (["completion"], "completion needs SHELL: bash, zsh or fish"),
        (["completion", "fsh"], "SHELL: takes bash, zsh or fish, not fsh"),
        (
            ["arabic.txt", "https://example.org/a?b=1&c=2"],
            "khabar does not fetch pages: curl -sL 'https://example.org/a?b=1&c=2' | khabar parse",
        ),
        (["parse", "--errors", "json", "-f", "csv", "arabic.txt"], "needs --format json or jsonl"),
        (["parse", "-f", "xml", "arabic.txt"], "xml"),
        (["parse", "--width", "3", "arabic.txt"], "--width: takes a whole number of 20 or more, not 3"),
        (["rules", "-o", "texts"], "is a folder"),
        (["speakers", "-o", "texts/", "arabic.txt"], "is a folder"),
        (["agencies", "-o", "texts/", "arabic.txt"], "is a folder"),
        (["agencies", "--sort", "credit", "arabic.txt"], "pictures"),
        (["parse", "--skip-existing", "arabic.txt"], "--skip-existing: needs -o DIR/"),
        (["parse", "-o", "texts", "--force", "--skip-existing", "arabic.txt"], "makes no sense with --skip-existing"),
        (["parse", "-o", "texts", "--errors", "json", "arabic.txt"], "json needs one output"),
        (["parse", "-0", "arabic.txt"], "--null: needs --files-from LIST"),
        (["parse", "-f", "parquet", "-o", "x.parquet", "arabic.txt"], "parquet is for sections, quotes, statements"),
        (["quotes", "-f", "parquet", "arabic.txt"], "parquet needs --output"),
        (["parse", "--files-from", "-", "-"], "standard input is the list"),
        (["parse", "-o", "", "arabic.txt"], "no file is named"),
        (["parse", "--fields", "a\n\x1b[31m", "arabic.txt"], r"a\n\x1b[31m; there are"),
        (["rules", "no.such.rule"], "no rule is called no.such.rule"),
    ],
)
def test_usage_errors(khabar: Khabar, args: list[str], told: str) -> None:
    done = khabar(*args)
    assert done.status == 2
    assert done.out == b""
    assert told in done.err
    assert len(done.told) == 1
    assert done.err.startswith("khabar: ")


def test_a_terminal_and_no_file_is_told_how_to_go_on(khabar: Khabar) -> None:
    done = khabar.terminal("parse", stdin=None)
    assert done.status == 2
    assert done.out == b""
    assert "Usage: khabar parse" in done.err
    assert len(done.told) < 5


def test_interrupt_is_quiet(khabar: Khabar) -> None:
    process = khabar.start("parse", "english.txt", "-")
    assert process.stdout is not None
    assert process.stdout.readline().startswith(b'{"schema"')  # it waits for standard input now
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (130, b"")


def test_interrupt_leaves_the_old_output(khabar: Khabar) -> None:
    target = khabar.folder / "out.json"
    target.write_text("old")
    process = khabar.start("parse", "english.txt", "missing.txt", "-", "--output", "out.json")
    assert process.stderr is not None
    process.stderr.readline()
    before = sorted(os.listdir(khabar.folder))
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=30)
    assert process.returncode == 130
    assert target.read_text() == "old"
    assert len(before) == len(os.listdir(khabar.folder)) + 1  # the file in the making is gone


class TestInProcess:
    """What no input is known to provoke."""

    @pytest.fixture(autouse=True)
    def broken(self, monkeypatch: pytest.MonkeyPatch) -> None:
        import khabar

        def fail(*_: object, **__: object) -> None:
            raise RuntimeError("a bug\nwith two lines")

        monkeypatch.setattr(khabar, "trace", fail)

    def test_internal_error_is_one_line(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        from khabar_cli.main import run

        assert run(["parse", str(folder / "english.txt"), str(folder / "missing.txt")]) == 1
        err = capfd.readouterr().err.splitlines()
        assert err[0].endswith(r"english.txt: internal error: RuntimeError: a bug\nwith two lines")
        assert err[1].endswith("No such file or directory")
        assert len(err) == 2

    def test_internal_error_as_data(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        from khabar_cli.main import run

        assert run(["parse", "--errors", "json", "--jsonl", str(folder / "english.txt")]) == 1
        out, err = capfd.readouterr()
        record = json.loads(out)
        assert err == ""
        assert record["error"]["code"] == "internal"

    def test_debug_shows_the_traceback(
        self, folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from khabar_cli.main import run

        monkeypatch.setenv("KHABAR_DEBUG", "")
        for args in (["--debug", "parse"], ["parse", "--debug"], ["parse"]):  # the last by the variable
            assert run([*args, str(folder / "english.txt")]) == 1
            err = capfd.readouterr().err
            assert "Traceback" in err
            assert "english.txt" in err
            monkeypatch.setenv("KHABAR_DEBUG", "1")
