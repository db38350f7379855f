"""Help: every command has it under all names, it fits, and its examples run."""

from __future__ import annotations

import inspect
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import khabar as khabar_library
import man_page
import pytest
import typer
from khabar.corrections import written
from khabar_cli.app import _other, build
from khabar_cli.help import EXIT_STATUS, GROUPS, HELP, TOP
from process import Khabar

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
EXAMPLES = [line for text in (TOP, *HELP.values()) for line in text.examples]
_STYLES = re.compile(r"\x1b\[\d*m")


def test_help_under_all_names(khabar: Khabar) -> None:
    done = [khabar.inside(*args) for args in (["-h"], ["--help"], ["help"])]
    assert [one.status for one in done] == [0, 0, 0]
    assert len({one.out for one in done}) == 1
    for name, text in HELP.items():
        assert f"\n  {name} " in done[0].text
        assert text.short[:30] in done[0].text
    assert EXIT_STATUS in done[0].text
    for example in TOP.examples:
        assert f"\n  {example}\n" in done[0].text, example


@pytest.mark.parametrize("name", HELP)
def test_help_of_a_command(khabar: Khabar, name: str) -> None:
    done = khabar.inside(name, "-h")
    assert done.status == 0
    assert khabar.inside("help", name).out == khabar.inside(name, "--help").out == done.out
    for example in HELP[name].examples:
        assert f"\n  {example}\n" in done.text, example
    assert "Exit status" not in done.text  # told once, in the help of all
    assert 1 <= len(HELP[name].examples) <= 4


@pytest.mark.parametrize("name", HELP)
def test_every_option_is_in_a_group_and_says_what_it_does(name: str) -> None:
    command = build(name)
    params = command.get_params(typer.Context(command, help_option_names=["--help"]))
    options = [param for param in params if param.param_type_name == "option"]
    assert [one.opts for one in options if one.rich_help_panel not in GROUPS] == []
    for one in options:
        assert one.help
        assert not one.help.endswith("."), one.opts
        assert one.help.count("\n") == 0
        for choice in getattr(one.type, "choices", ()):
            assert choice in one.help or choice == one.default, (one.opts, choice)
    # the configuration finds an option by its parameter's name
    named = [one for one in command.params if one.param_type_name == "option"]
    assert [one.opts for one in named if f"--{(one.name or '').replace('_', '-')}" not in one.opts] == []


def test_most_options_take_one_line(khabar: Khabar) -> None:
    help = khabar.inside("parse", "--help").text
    options = re.findall(r"^  -.*$", help, re.MULTILINE)
    more = re.findall(r"^ {10,}\S.*$", help, re.MULTILINE)
    assert len(more) <= len(options) / 6


def test_defaults_are_told(khabar: Khabar) -> None:
    parse = " ".join(khabar.inside("parse", "--help").text.split())
    for told in ("blocks on a terminal, else jsonl", "(default: auto)", "(default: 1)", "(default: detected)"):
        assert told in parse
    assert "table on a terminal, else jsonl" in " ".join(khabar.inside("quotes", "--help").text.split())
    assert "(default: direct,partial)" in " ".join(khabar.inside("speakers", "--help").text.split())


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 200])
@pytest.mark.parametrize("name", ["parse", "speakers", "help", None])
def test_help_fits_the_screen(khabar: Khabar, name: str | None, columns: int) -> None:
    done = khabar.inside(*filter(None, [name]), "--help", COLUMNS=str(columns))
    body = done.text.partition("\nExamples:")[0]
    words = max(len(word) for word in body.split()) + 4
    assert max(map(len, body.splitlines())) <= max(
        min(columns, 100), words if columns < 60 else 0, 40 if columns < 40 else 0
    )


def test_help_is_coloured_on_a_terminal_only(khabar: Khabar) -> None:
    shown = khabar.terminal("quotes", "--help", columns=72)
    assert "\x1b[1mUsage:\x1b[0m" in shown.text
    assert "\x1b[36m-f, --format FORMAT\x1b[0m" in shown.text
    plain = _STYLES.sub("", shown.text)
    assert plain == khabar.inside("quotes", "--help", COLUMNS="72").text
    assert khabar.terminal("quotes", "--help", columns=72, NO_COLOR="1").text == plain
    assert khabar.inside("quotes", "--help", COLUMNS="72", FORCE_COLOR="1").text == shown.text


def test_a_terminal_without_arguments_gets_the_help(khabar: Khabar) -> None:
    done = khabar.terminal(stdin=None)
    assert (done.status, done.out) == (2, b"")
    assert done.err.startswith("Usage: khabar [COMMAND]")
    assert "Examples:" in done.err


def test_examples_run(khabar: Khabar) -> None:
    """All in one shell, each for itself, on a folder of articles and a page only."""
    if not shutil.which("jq"):
        pytest.skip("jq is not installed")
    for name in ("empty.txt", "blank.txt", "binary.txt"):
        (khabar.folder / name).unlink()
    (khabar.folder / "arabic.txt").rename(khabar.folder / "article.txt")
    shutil.copy(SAMPLES / "german-page.html", khabar.folder / "page.html")
    names = ("article.txt", "english.txt")
    traces = [khabar_library.trace((khabar.folder / name).read_bytes()) for name in names]
    named = [one._replace(article=one.article.replace(source=name)) for one, name in zip(traces, names, strict=True)]
    (khabar.folder / "corrections.json").write_text(json.dumps(written(named)))
    script = "\n".join(
        f"{line} > out || echo FAILED: '{number}'" if ">" not in line and "<(" not in line else line
        for number, line in enumerate(EXAMPLES)
    )
    done = khabar.bash(script.replace("\n", "\nrm -f report.html\n"))  # which is no article of *.html
    assert (done.status, done.text) == (0, "")
    assert all("0 failed" in line and "skipped" in line for line in done.told)  # of the folder's own files
    assert (khabar.folder / "article.md").read_text("utf-8").startswith("# ")
    assert (khabar.folder / "rules.md").read_text("utf-8").startswith("| id |")


class TestFirstWord:
    """`khabar FILE` is `khabar parse FILE`."""

    def test_a_file(self, khabar: Khabar) -> None:
        told = khabar.inside("parse", "english.txt").out
        assert khabar.inside("english.txt").out == khabar.inside("--", "english.txt").out == told
        assert khabar.inside("english.txt", "-f", "csv").out == khabar.inside("-f", "csv", "english.txt").out
        (khabar.folder / "article").write_bytes((khabar.folder / "english.txt").read_bytes())
        assert khabar.inside("article").records[0]["source"] == "article"

    def test_a_pipe(self, khabar: Khabar) -> None:
        article = (khabar.folder / "english.txt").read_bytes()
        for args in ([], ["-"], ["--json"]):
            done = khabar(*args, stdin=article)
            assert (done.status, done.err) == (0, "")
            assert b'"<stdin>"' in done.out

    @pytest.mark.parametrize("name", ["missing.txt", "texts/missing", "./missing"])
    def test_what_looks_like_a_file_is_missed_as_one(self, khabar: Khabar, name: str) -> None:
        done = khabar.inside(name, "english.txt")
        assert (done.status, len(done.records)) == (1, 1)
        assert done.err == f"khabar: {name}: No such file or directory\n"

    def test_a_command_goes_before_a_file_of_its_name(self, khabar: Khabar) -> None:
        (khabar.folder / "rules").write_text("no article")
        assert "source" not in khabar.inside("rules").records[0]

    def test_options_of_every_command_may_come_first(self, khabar: Khabar) -> None:
        told = khabar.inside("sections", "english.txt").out
        assert khabar.inside("--no-config", "--debug", "sections", "english.txt").out == told
        assert khabar.inside("--debug", "--version").out == khabar.inside("--version").out


class TestManPage:
    def test_it_is_up_to_date(self) -> None:
        told = "write it anew: python tests/man_page.py"
        assert man_page.PLACE.read_text("ascii") == man_page.man_page(), told

    def test_every_command_and_option_is_in_it(self) -> None:
        page = man_page.man_page()
        for name in HELP:
            assert f"\n.SS khabar {name}\n" in page
            for param in build(name).params:
                for option in (one for one in param.secondary_opts or param.opts if one.startswith("--")):
                    assert option.replace("-", r"\-") in page

    def test_groff_has_nothing_to_complain_of(self) -> None:
        if not shutil.which("groff"):
            pytest.skip("groff is not installed")
        done = subprocess.run(
            ["groff", "-man", "-Tutf8", "-ww", str(man_page.PLACE)], capture_output=True, check=False, timeout=60
        )
        assert (done.returncode, done.stderr) == (0, b"")
        shown = re.sub(r"\x1b\[\d*m|.\x08", "", done.stdout.decode())
        assert "khabar quotes --kind direct,partial --speaker رئيس *.txt | jq -r .text" in shown
        assert "jq -r '[.published, .url, .title] | @tsv'" in shown

    def test_roff_is_escaped(self) -> None:
        assert man_page.escaped(".a '\\n' -x") == r"\&.a \(aq\en\(aq \-x"


def test_the_library_runs_as_a_module(khabar: Khabar) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "khabar", "english.txt"],
        cwd=khabar.folder, env=khabar.env(), capture_output=True, check=False, timeout=30,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == khabar.inside("english.txt").out


def test_as_a_module_without_the_command(khabar: Khabar) -> None:
    (khabar.folder / "hidden").mkdir()
    (khabar.folder / "hidden" / "sitecustomize.py").write_text("import sys\nsys.modules['khabar_cli'] = None\n")
    done = subprocess.run(
        [sys.executable, "-m", "khabar", "english.txt"],
        env=khabar.env(PYTHONPATH=str(khabar.folder / "hidden")), capture_output=True, check=False, timeout=30,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith(b"khabar: the command is not installed beside this library")


def test_commands_that_read_documents_share_their_options() -> None:
    readers = [inspect.signature(build(name).callback or print).parameters for name in HELP if _other(name) is None]
    assert all("files" in one and "format" in one for one in readers)
