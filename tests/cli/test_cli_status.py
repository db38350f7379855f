"""Exit statuses, and standard error: one line for each input that fails, and the others go on."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
from pathlib import Path

import pytest
from process import PATIENCE, Khabar


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
        (["parse", "--spaeker", "x"], "did you mean --speaker? quotes, statements and speakers have it"),
        (["help", "--jobs", "2"], "help has no option --jobs; other commands have it"),
        (["no-such-command"], "no command and no file is called no-such-command; khabar help lists the commands"),
        (["--verison"], "no option is called --verison; did you mean --version?"),
        (["parse", "--hlep"], "no option is called --hlep; did you mean --help?"),
        (["parse", "--no-confg"], "no option is called --no-confg; did you mean --no-config?"),
        (["parse", "--version"], "parse has no option --version; khabar --version prints it"),
        (["prase"], "no command and no file is called prase; did you mean parse?"),
        ([""], "khabar: the first word is empty; khabar help lists the commands"),
        (["parse", ""], "khabar: the name of a file is empty"),
        (["compare", "a", "b"], "no command and no file is called compare; did you mean diff?"),
        (["pictures"], "no command and no file is called pictures; did you mean credits?"),
        (["Images", "arabic.txt"], "did you mean credits?"),
        (["help", "export"], "no command is called export; did you mean parse?"),
        (["help", "--fields"], "help has no option --fields; other commands have it"),
        (["help", "-f"], "no option is called -f; khabar help help lists them"),
        (["diff", "a"], "diff needs B: what A is compared with"),
        (["rules", "nosuch"], "no rule is called nosuch; khabar rules lists them"),
        (["parse", "-f", "md", "arabic.txt"], "not md; did you mean markdown?"),
        (["parse", "-f", "Excel", "arabic.txt"], "not Excel; did you mean xlsx?"),
        (["parse", "--input-format", "htm", "arabic.txt"], "not htm; did you mean html?"),
        (
            ["quotes", "arabic.txt", "www.bbc.com/arabic"],
            "khabar: khabar does not fetch pages: curl -sL https://www.bbc.com/arabic | khabar quotes",
        ),
        (["example.org/a"], "curl -sL https://example.org/a | khabar parse"),
        (
            ["diff", "arabic.txt", "https://example.org/a"],
            "khabar does not fetch pages: curl -sLo page.html https://example.org/a",
        ),
        (["help", "qoutes"], "no command is called qoutes; did you mean quotes?"),
        (["parse", "--json", "--jsonl", "arabic.txt"], "one of --format, --json and --jsonl"),
        (["parse", "--json", "-f", "csv", "arabic.txt"], "one of --format, --json and --jsonl"),
        (["parse", "--fields", "title,pictures", "arabic.txt"], "pictures; there are schema, source, format"),
        (["credits", "--fields", "titel", "arabic.txt"], "no field is called titel; did you mean title?"),
        (["credits", "--fields", "x", "arabic.txt"], "x; there are source, n, credit"),
        (["parse", "--fields", ",", "arabic.txt"], "no field is named"),
        (["parse", "--encoding", "no-such-encoding", "arabic.txt"], "no-such-encoding"),
        (["parse", "--encoding", "utf9", "arabic.txt"], "did you mean utf-8"),
        (["parse", "--language", "klingon", "arabic.txt"], "tags are such as ar"),
        (["parse", "--language", "arabic", "arabic.txt"], "did you mean ar?"),
        (["parse", "-j", "two", "arabic.txt"], "--jobs: takes a whole number of 0 or more, not two"),
        (["parse", "--max-bytes", "lots", "arabic.txt"], "64K or 10M, or none; not lots"),
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
        (["rules", "-f", "parquet", "-o", "x.parquet"], "parquet is for what is read from documents, not for rules"),
        (["parse", "-f", "parquet", "-o", "texts", "arabic.txt"], "parquet needs --output FILE"),
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
    _, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, err) == (130, b"")


def test_interrupt_leaves_the_old_output(khabar: Khabar) -> None:
    target = khabar.folder / "out.json"
    target.write_text("old")
    process = khabar.start("parse", "english.txt", "missing.txt", "-", "--output", "out.json")
    assert process.stderr is not None
    process.stderr.readline()
    before = sorted(os.listdir(khabar.folder))
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert re.fullmatch(rb"khabar: interrupted: 1 read, [01] failed; out\.json was not written\n", err)
    assert target.read_text() == "old"
    assert len(before) == len(os.listdir(khabar.folder)) + 1  # the file in the making is gone


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("output", ["out.jsonl", "out/", "out.parquet"])
def test_a_signal_leaves_nothing_behind(khabar: Khabar, stop: signal.Signals, jobs: str, output: str) -> None:
    """Files in the making are gone, old ones are as they were, and the status says which signal it was."""
    command = "sections" if output == "out.parquet" else "parse"
    if output == "out.parquet":
        pytest.importorskip("pyarrow")
    if output != "out/":
        (khabar.folder / output).write_text("old")
    names = ["missing.txt", *(f"texts/{number}.txt" for number in range(24)), "-"]
    for name in names[1:-1]:
        (khabar.folder / name).write_bytes((khabar.folder / "english.txt").read_bytes())
    before = sorted(os.listdir(khabar.folder))
    process = khabar.start(command, *names, "-j", jobs, "--output", output)
    assert process.stderr is not None
    process.stderr.readline()  # it is at work
    assert sorted(os.listdir(khabar.folder)) != before
    process.send_signal(stop)
    _, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, err) == (-stop, b"")
    after = sorted(os.listdir(khabar.folder))
    if output == "out/":
        assert not [
            name for name in os.listdir(khabar.folder / "out") if name.startswith(f".khabar-{os.uname().nodename}")
        ]
    else:
        assert after == before
        assert (khabar.folder / output).read_text() == "old"


def test_nohup_is_heeded(khabar: Khabar) -> None:
    process = subprocess.Popen(
        ["bash", "-c", "trap '' HUP; exec khabar parse missing.txt - -o out.jsonl"],
        stdin=subprocess.PIPE, stderr=subprocess.PIPE, cwd=khabar.folder, env=khabar.env(),
    )  # fmt: skip
    assert process.stderr is not None
    process.stderr.readline()
    process.send_signal(signal.SIGHUP)
    process.communicate((khabar.folder / "english.txt").read_bytes(), timeout=PATIENCE)
    assert process.returncode == 1
    assert (khabar.folder / "out.jsonl").read_bytes()


def test_what_a_kill_left_behind_is_swept(khabar: Khabar) -> None:
    """Of processes of this machine that are dead; those of others may be alive."""
    (khabar.folder / "work").mkdir()
    process = khabar.start("parse", "missing.txt", "-", "--output", "work/out.jsonl")
    assert process.stderr is not None
    process.stderr.readline()
    (left,) = os.listdir(khabar.folder / "work")
    assert left.startswith(f".khabar-{os.uname().nodename}-{process.pid}-")
    assert khabar("parse", "english.txt", "-o", "work/other.jsonl").status == 0
    assert sorted(os.listdir(khabar.folder / "work")) == [left, "other.jsonl"]  # it lives
    process.kill()
    process.communicate(timeout=PATIENCE)
    foreign = f".khabar-elsewhere-{process.pid}-0a"
    (khabar.folder / "work" / foreign).write_text("")
    assert khabar("parse", "english.txt", "-o", "work/out.jsonl").status == 0
    assert sorted(os.listdir(khabar.folder / "work")) == [foreign, "other.jsonl", "out.jsonl"]


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


def test_formats_in_capitals(khabar: Khabar) -> None:
    told = khabar.inside("parse", "-f", "csv", "arabic.txt").out
    assert khabar.inside("parse", "-f", "CSV", "--input-format", "Text", "arabic.txt").out == told


@pytest.mark.parametrize("name", ["texts/missing", "texts/a.com/b", "gone.dir/x.html", "x.txt"])
def test_paths_are_no_addresses(khabar: Khabar, name: str) -> None:
    assert khabar.inside("parse", name).err == f"khabar: {name}: No such file or directory\n"


def test_a_folder_that_looks_like_an_address(khabar: Khabar) -> None:
    (khabar.folder / "example.com").mkdir()
    (khabar.folder / "example.com" / "a").write_bytes((khabar.folder / "english.txt").read_bytes())
    assert len(khabar.inside("parse", "example.com/a").records) == 1
    assert khabar.inside("parse", "example.com/b").err == "khabar: example.com/b: No such file or directory\n"
