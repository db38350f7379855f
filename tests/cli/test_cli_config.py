"""The configuration: khabar.toml and KHABAR_* variables, what goes before what, and what is an error."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from khabar_cli.app import long_options
from khabar_cli.config import BY_COMMAND, NOT_IN_CONFIG
from process import Khabar, Result


@pytest.fixture
def run(khabar: Khabar) -> Configured:
    return Configured(khabar)


class Configured:
    """The command, with the configuration in force."""

    def __init__(self, khabar: Khabar) -> None:
        self.khabar = khabar
        self.file = khabar.folder / "khabar.toml"

    def write(self, text: str) -> None:
        self.file.write_text(text, "utf-8")

    def __call__(self, *args: str, **env: str) -> Result:
        return self.khabar.inside(*args, **{"KHABAR_NO_CONFIG": "", **env})

    def format(self, *args: str, **env: str) -> str:
        """The format that a call prints."""
        out = self("parse", "english.txt", *args, **env).text
        if out.startswith("["):
            return "json"
        return "jsonl" if out.startswith("{") else "csv" if out.startswith("source,") else "tsv"


class TestPrecedence:
    def test_a_value_that_something_goes_before_is_checked_too(self, run: Configured) -> None:
        done = run("parse", "english.txt", "-f", "csv", KHABAR_FORMAT="nope")
        assert (done.status, done.out) == (2, b"")
        assert done.err.startswith("khabar: KHABAR_FORMAT: takes json, ")
        run.write('color = "nope"\n')
        done = run("parse", "english.txt", "--color", "never", KHABAR_FORMAT="csv")
        assert (done.status, done.err) == (2, "khabar: khabar.toml:1: color: takes auto, always or never, not nope\n")

    def test_the_command_line_then_the_environment_then_the_file(self, run: Configured) -> None:
        assert run.format() == "jsonl"
        run.write('format = "csv"\n')
        assert run.format() == "csv"
        assert run.format(KHABAR_FORMAT="tsv") == "tsv"
        assert run.format("-f", "json", KHABAR_FORMAT="tsv") == "json"
        assert run.format(KHABAR_FORMAT="") == "csv"  # empty: not set

    def test_the_short_forms_of_format_are_the_command_line_too(self, run: Configured) -> None:
        run.write('format = "csv"\n[parse]\nformat = "tsv"\n')
        assert run.format("--json") == "json"
        assert run.format("--jsonl", KHABAR_FORMAT="csv") == "jsonl"
        assert run.format() == "tsv"
        done = run("parse", "--json", "-f", "csv", "english.txt")
        assert (done.status, done.err) == (2, "khabar: --format: give one of --format, --json and --jsonl\n")

    def test_the_table_of_a_command_goes_before_the_keys_over_all(self, run: Configured) -> None:
        run.write('format = "tsv"\n\n[sections]\nformat = "csv"\n')
        assert run("sections", "english.txt").text.startswith("source,")
        assert run("credits", "english.txt").text.startswith("source\t")

    def test_it_can_be_ignored(self, run: Configured) -> None:
        run.write('format = "csv"\nnonsense = 1\n')
        assert run.format("--no-config") == "jsonl"
        assert run.format(KHABAR_NO_CONFIG="1") == "jsonl"
        assert run("--no-config", "parse", "english.txt").records
        assert run.format("--no-config", KHABAR_FORMAT="tsv") == "tsv"  # the file is ignored, the rest is not

    def test_it_is_found_upwards(self, run: Configured) -> None:
        run.write('format = "csv"\n')
        below = run.khabar.folder / "texts" / "2024"
        below.mkdir()
        run.khabar.folder = below
        assert run("parse", "../../english.txt").text.startswith("source,")
        (below.parent / "khabar.toml").write_text('format = "tsv"\n')
        assert run("parse", "../../english.txt").text.startswith("source\t")  # the nearest one alone


class TestValues:
    @pytest.mark.parametrize(
        ("line", "args", "told"),
        [
            ("jobs = 2", ["parse", "english.txt"], b'"source": "english.txt"'),
            ("min-confidence = 0.7", ["quotes", "english.txt"], b""),
            ("min-confidence = 1", ["quotes", "english.txt"], b""),
            ('max-bytes = "1M"', ["parse", "english.txt"], b'"source": "english.txt"'),
            ("max-bytes = 1000000", ["parse", "english.txt"], b'"source": "english.txt"'),
            ('without = ["captions"]', ["parse", "english.txt"], b'"source": "english.txt"'),
            ('include = "eng*"', ["parse", "."], b'"source": "./english.txt"'),
            ('include = ["eng*", "x*"]', ["parse", "."], b'"source": "./english.txt"'),
            ('language = "DE"', ["parse", "english.txt"], b'"language": "de"'),
            ('[parse]\nfields = ["title"]', ["parse", "english.txt"], b'"title": "Old fishing port'),
            ('[speakers]\nsort = "words"', ["speakers", "english.txt"], b""),
        ],
    )
    def test_values_of_every_type(self, run: Configured, line: str, args: list[str], told: bytes) -> None:
        run.write(f"{line}\n")
        done = run(*args)
        assert (done.status, done.err) == (0, "")
        assert told in done.out

    def test_they_count(self, run: Configured) -> None:
        run.write('max-bytes = 10\nerrors = "json"\n')
        done = run("parse", "english.txt")
        assert (done.status, done.err) == (1, "")
        assert done.records[0]["error"]["code"]
        run.write('[parse]\nfields = ["title", "url"]\n')
        assert set(run("english.txt").records[0]) == {"schema", "source", "title", "url"}

    def test_switches(self, run: Configured) -> None:
        run.write("fail-fast = true\n")
        assert len(run("parse", "missing.txt", "empty.txt").told) == 1
        assert len(run("parse", "missing.txt", "empty.txt", KHABAR_FAIL_FAST="0").told) == 2
        assert len(run("parse", "missing.txt", "empty.txt", "--no-config").told) == 2
        assert len(run("parse", "missing.txt", "empty.txt", "--no-config", KHABAR_FAIL_FAST="yes").told) == 1

    def test_a_variable_with_several_values(self, run: Configured) -> None:
        done = run("parse", ".", KHABAR_INCLUDE=os.pathsep.join(["eng*", "arab*"]))
        assert [one["source"] for one in done.records] == ["./arabic.txt", "./english.txt"]

    def test_what_goes_with_other_options_gives_way(self, run: Configured) -> None:
        run.write('bom = true\nsync = true\ntype = "denial"\n[parse]\nformat = "csv"\nerrors = "json"\n')
        assert run("sections", "english.txt").records
        assert run("speakers", "english.txt").status == 0  # statements are not counted
        done = run("parse", "english.txt")
        assert done.out.startswith(b"\xef\xbb\xbf")
        assert run("parse", "english.txt", "--json").out.startswith(b"[")

    def test_options_that_exclude_each_other(self, run: Configured) -> None:
        run.write("quiet = true\n")
        assert "skipped" not in run("parse", ".").err
        assert run("parse", "-v", "english.txt").status == 0
        run.write("quiet = true\nverbose = true\n")
        assert run("parse", "-q", "english.txt").status == 0

    def test_a_format_that_a_command_cannot_write_gives_way(self, run: Configured) -> None:
        run.write('format = "parquet"\nerrors = "json"\n')
        assert run("explain", "english.txt").records
        assert run("quotes", "english.txt").status == 0  # parquet needs a file
        assert run("quotes", "english.txt", KHABAR_FORMAT="csv").text.startswith("source,")  # without errors in it
        run.write('[explain]\nformat = "parquet"\n')
        done = run("explain", "english.txt")
        assert done.status == 2
        assert done.err.startswith("khabar: khabar.toml:2: [explain] format: parquet needs --output")


class TestPaths:
    LEXICON = "@language en\n\n[promo start]\nFurther harbour tales:\n"

    def test_names_of_files_are_relative_to_the_file(self, run: Configured) -> None:
        run.write('[lexicon]\nfiles = ["lists/own.txt"]\n\n[speakers]\nnames = "lists/names.txt"\n')
        (run.khabar.folder / "lists").mkdir()
        (run.khabar.folder / "lists" / "own.txt").write_text(self.LEXICON)
        (run.khabar.folder / "lists" / "names.txt").write_text("Ann Poe = A. Poe\n")
        run.khabar.folder /= "texts"
        done = run("speakers", "../english.txt")
        assert (done.status, done.err) == (0, "")

    def test_what_is_wrong_with_a_lexicon_is_told_with_its_line(self, run: Configured) -> None:
        run.write('[lexicon]\nfiles = ["own.txt"]\n')
        own = run.khabar.folder / "own.txt"
        own.write_text("@language en\n\n[prmo start]\nFurther harbour tales:\n")
        done = run("parse", "english.txt")
        assert (done.status, done.out, len(done.told)) == (2, b"", 1)
        assert done.err.startswith(f"khabar: khabar.toml:2: [lexicon] files: {own}:3: ")
        own.unlink()
        assert "own.txt: No such file" in run("parse", "english.txt").err
        assert run("parse", "english.txt", "--no-config").status == 0

    def test_a_lexicon_of_the_command_line_goes_before(self, run: Configured) -> None:
        run.write('[lexicon]\nfiles = ["missing.txt"]\n')
        (run.khabar.folder / "own.txt").write_text(self.LEXICON)
        done = run("parse", "english.txt", "--lexicon", "own.txt")
        assert (done.status, done.err) == (0, "")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# ours\nfromat = 'csv'", "khabar.toml:2: fromat: no option is called so; did you mean format?"),
        ("[quotes]\nknid = 'direct'", "khabar.toml:2: [quotes] knid: no option is called so; did you mean kind?"),
        (
            "[parse]\nkind = 'direct'",
            "khabar.toml:2: [parse] kind: parse has no such option; quotes and speakers have it",
        ),
        ("min_confidence = 1", "khabar.toml:1: min_confidence: no option is called so; did you mean min-confidence?"),
        ("[qoutes]\n", "khabar.toml:1: [qoutes]: no command is called qoutes; did you mean quotes?"),
        ("output = 'x'", "khabar.toml:1: output: cannot be configured: it is for one call"),
        ("json = true", 'khabar.toml:1: json: cannot be configured: write format = "json"'),
        ("fields = 'title'", "khabar.toml:1: fields: write it in a table, such as [quotes] fields = …"),
        ("lexicon = 'own.txt'", "khabar.toml:1: lexicon: write it in a table, such as [lexicon] files = […]"),
        ("[lexicon]\nfile = 'own.txt'", "khabar.toml:2: [lexicon] file: no key is called so; [lexicon] has files"),
        ("\njobs = 'two'", 'khabar.toml:2: jobs: takes a whole number, not "two"'),
        ("jobs = true", "khabar.toml:1: jobs: takes a whole number, not true"),
        ("jobs = 1.5", "khabar.toml:1: jobs: takes a whole number, not 1.5"),
        ("jobs = -1", "khabar.toml:1: jobs: takes a whole number of 0 or more, not -1"),
        ("quotes = 5", "khabar.toml:1: quotes: is a command: write its options in one table, [quotes]"),
        ("[[quotes]]\nkind = 'direct'", "quotes: is a command: write its options in one table, [quotes]"),
        ("max-bytes = 1.5", 'khabar.toml:1: max-bytes: takes a whole number or a text such as "64K", not 1.5'),
        ("max-bytes = true", 'khabar.toml:1: max-bytes: takes a whole number or a text such as "64K", not true'),
        ("format = 3", "khabar.toml:1: format: takes a text in quotation marks, not 3"),
        ("format = 'cvs'", "not cvs; did you mean csv"),
        ("quiet = 1", "khabar.toml:1: quiet: takes true or false, not 1"),
        ("include = [1]", "khabar.toml:1: include: takes a text or a list of texts, not [1]"),
        ("timeout = {}", "khabar.toml: [timeout]: no command is called timeout; khabar help lists the commands"),
        ("language = 'klingon'", "khabar.toml:1: language: no language tag: klingon"),
        ("max-bytes = 'lots'", "khabar.toml:1: max-bytes: takes a number of bytes greater than 0"),
        ("min-confidence = 2", "khabar.toml:1: min-confidence: takes a number from 0 to 1, not 2"),
        ("jobs = ", "khabar.toml: is not TOML: Invalid value (at end of document)"),
        ("jobs = 1\njobs = 2", "khabar.toml: is not TOML: "),
    ],
)
def test_what_is_wrong_in_the_file(run: Configured, text: str, told: str) -> None:
    run.write(text)
    done = run("parse", "english.txt")
    assert (done.status, done.out, len(done.told)) == (2, b"", 1)
    assert done.err.startswith("khabar: khabar.toml")
    assert told in done.err


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("KHABAR_", "1", "KHABAR_: no variable is called so; khabar help COMMAND lists the options"),
        ("KHABAR_FROMAT", "csv", "KHABAR_FROMAT: no variable is called so; did you mean KHABAR_FORMAT?"),
        ("KHABAR_format", "csv", "KHABAR_format: no variable is called so; did you mean KHABAR_FORMAT?"),
        ("KHABAR_OUTPUT", "x", "KHABAR_OUTPUT: cannot be configured: it is for one call"),
        ("KHABAR_SORT", "words", "KHABAR_SORT: --sort differs by command; set it in a table of khabar.toml"),
        ("KHABAR_JOBS", "two", "KHABAR_JOBS: takes a whole number of 0 or more, not two"),
        ("KHABAR_QUIET", "maybe", "KHABAR_QUIET: takes 1 or 0, not maybe"),
        ("KHABAR_BIDI", "both", "KHABAR_BIDI: takes auto, isolate or none, not both"),
        ("KHABAR_MIN_CONFIDENCE", "high", "KHABAR_MIN_CONFIDENCE: takes a number, not high"),
        ("KHABAR_ENCODING", "utf9", "KHABAR_ENCODING: "),
    ],
)
def test_what_is_wrong_in_the_environment(run: Configured, name: str, value: str, told: str) -> None:
    done = run("parse", "english.txt", **{name: value})
    assert (done.status, done.out, len(done.told)) == (2, b"", 1)
    assert done.err.startswith(f"khabar: {told}")


def test_variables_of_the_build_and_the_tests_are_none_of_these(run: Configured) -> None:
    names = ("DEBUG", "COMPILE", "KNOWN", "EXAMPLES", "CORPUS", "UPDATE")
    assert run("parse", "english.txt", **{f"KHABAR_{name}": "0" for name in names}).status == 0


def test_a_working_directory_that_is_gone(khabar: Khabar) -> None:
    article = khabar.folder / "english.txt"
    script = f"mkdir gone && cd gone && rmdir ../gone && khabar parse {article}"
    done = khabar.bash(script, KHABAR_NO_CONFIG="")
    assert (done.status, done.err, len(done.records)) == (0, "", 1)


def test_a_file_that_cannot_be_read(run: Configured) -> None:
    run.file.write_bytes(b"format = '\xff'\n")
    assert run("parse", "english.txt").err == "khabar: khabar.toml: is not UTF-8\n"
    run.write(f"x = {'[' * 5000}{']' * 5000}")
    assert run("parse", "english.txt").status == 2


def test_a_file_above_is_named_in_full(run: Configured) -> None:
    run.write("nonsense = 1\n")
    run.khabar.folder /= "texts"
    assert run("parse", "../english.txt").err.startswith(f"khabar: {os.path.realpath(run.file)}:1: nonsense: ")


def test_help_and_completion_do_without(run: Configured) -> None:
    run.write("nonsense = 1\n")
    for args in (["--help"], ["parse", "--help"], ["help", "quotes"], ["completion", "bash"], ["--version"]):
        assert run(*args).status == 0


class TestShown:
    """`khabar config`."""

    def test_as_lines(self, run: Configured) -> None:
        assert run("config").text == "no khabar.toml in this folder or above it\n"
        run.write('jobs = 4\nformat = "csv"\n[quotes]\nkind = ["direct", "partial"]\n')
        done = run("config", KHABAR_JOBS="2")
        assert done.text.splitlines() == [
            "khabar.toml",
            'jobs = "2"  KHABAR_JOBS',
            'format = "csv"  khabar.toml:2',
            'kind = ["direct", "partial"]  khabar.toml:4  (quotes)',
        ]

    def test_as_json(self, run: Configured) -> None:
        run.write('[quotes]\nkind = "direct"\n')
        found = json.loads(run("config", "--json", KHABAR_FORMAT="csv").out)
        assert found["file"] == os.path.realpath(run.file)
        assert "KHABAR_FORMAT" in found["variables"]
        assert found["options"]["quotes"] == {
            "kind": {"value": ["direct"], "from": "khabar.toml:2: [quotes] kind"},
            "format": {"value": "csv", "from": "KHABAR_FORMAT"},
        }
        assert found["options"]["parse"] == {"format": {"value": "csv", "from": "KHABAR_FORMAT"}}

    def test_all_is_checked(self, run: Configured) -> None:
        run.write('[agencies]\nsort = "size"\n')
        done = run("config")
        assert (done.status, done.out) == (2, b"")
        assert done.err.startswith(
            "khabar: khabar.toml:2: [agencies] sort: takes pictures, files or agency, not size"
        )


def test_what_cannot_be_configured_is_there(tmp_path: Path) -> None:
    known = set().union(*long_options().values())
    assert {f"--{name.replace('_', '-')}" for name in (*NOT_IN_CONFIG, *BY_COMMAND)} <= known
