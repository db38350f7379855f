"""On a terminal: blocks and tables that keep Arabic whole. Real pseudo-terminals."""

from __future__ import annotations

import re

import pytest
from process import Khabar, Result
from rich.cells import cell_len

FSI, LRI, RLI, PDI = "\u2068", "\u2066", "\u2067", "\u2069"
CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
ANSI = re.compile(r"\x1b\[[0-9;]*m")
VTE = {"VTE_VERSION": "7006"}
MEASURE = 76


def lines(done: Result) -> list[str]:
    return ANSI.sub("", done.text).rstrip("\n").split("\n")


def check_isolates(shown: list[str]) -> None:
    """Each line opens and closes its own isolates, none in the first column (VTE loses it there)."""
    for line in shown:
        depth = 0
        for at, char in enumerate(line):
            depth += (char in (FSI, LRI, RLI)) - (char == PDI)
            assert depth in (0, 1), line
            assert at or not CONTROLS.match(char), line
        assert depth == 0, line


def test_default_is_blocks(khabar: Khabar) -> None:
    done = khabar.terminal("parse", "english.txt")
    assert (done.status, done.err) == (0, "")
    shown = lines(done)
    assert shown[0] == "english.txt"
    assert "Old fishing port opens again after ten years" in shown
    assert "▣ Boats came back to the harbour on Monday" in shown
    assert "© Reuters" in shown
    assert "\x1b[1mOld fishing port opens again after ten years\x1b[0m" in done.text
    assert any(line.startswith("stripped: ") for line in shown)


@pytest.mark.parametrize("columns", [200, 80, 40, 25, 20])
def test_blocks_fit_and_are_right_aligned(khabar: Khabar, columns: int) -> None:
    for command in ("parse", "sections", "credits", "text", "explain"):
        done = khabar.terminal(command, "arabic.txt", columns=columns, **VTE)
        assert (done.status, done.err) == (0, "")
        shown = lines(done)
        check_isolates(shown)
        assert max(map(cell_len, shown)) <= columns
        arabic = [line for line in shown if re.search("[\u0600-\u06ff]", line)]
        assert arabic
        assert all(PDI in line for line in arabic)
        if command != "explain":  # whose gutter stands at the right
            assert all(cell_len(line) == min(columns, MEASURE) for line in arabic)


@pytest.mark.parametrize("columns", [80, 40, 20])
@pytest.mark.parametrize("command", ["parse", "sections", "credits", "explain"])
def test_tables_keep_their_columns(khabar: Khabar, command: str, columns: int) -> None:
    done = khabar.terminal(command, "-f", "table", "arabic.txt", "english.txt", columns=columns, **VTE)
    assert (done.status, done.err) == (0, "")
    shown = lines(done)
    check_isolates(shown)
    assert max(map(cell_len, shown)) <= columns
    isolated = f"[{FSI}{RLI}{LRI}][^{PDI}]*{PDI}"
    for line in shown:
        assert not re.search("[\u0600-\u06ff]", re.sub(isolated, "", line)), line
        assert not re.search(f"{PDI} ?[{FSI}{RLI}{LRI}]", line), line  # two columns keep two cells apart


def test_no_bidi_control_in_a_pipe_or_a_file(khabar: Khabar) -> None:
    for form in ("jsonl", "json", "table", "csv", "tsv", "markdown", "text", "blocks"):
        done = khabar.inside("parse", "-f", form, "arabic.txt", **VTE)
        assert not CONTROLS.search(done.text), form
    khabar.terminal("parse", "-f", "table", "-o", "out.txt", "arabic.txt", **VTE)
    assert not CONTROLS.search((khabar.folder / "out.txt").read_text("utf-8"))


def test_isolates_that_are_asked_for_are_everywhere_that_is_laid_out(khabar: Khabar) -> None:
    for form in ("table", "blocks"):
        done = khabar.inside("parse", "-f", form, "--bidi", "isolate", "arabic.txt")
        assert CONTROLS.search(done.text), form
        check_isolates(lines(done))
        khabar.inside("parse", "-f", form, "--bidi", "isolate", "-o", "out.txt", "arabic.txt")
        assert (khabar.folder / "out.txt").read_text("utf-8") == done.text
    for form in ("jsonl", "json", "csv", "tsv", "markdown", "text"):
        done = khabar.inside("parse", "-f", form, "--bidi", "isolate", "arabic.txt")
        assert not CONTROLS.search(done.text), form


@pytest.mark.parametrize(
    ("args", "env", "isolated"),
    [
        ([], {}, False),
        ([], {"VTE_VERSION": "7006"}, True),
        ([], {"KONSOLE_VERSION": "221200"}, True),
        ([], {"VTE_VERSION": "7006", "TERM": "xterm-kitty"}, False),
        ([], {"VTE_VERSION": "7006", "TERM": "mlterm"}, False),
        (["--bidi", "isolate"], {}, True),
        (["--bidi", "none"], {"VTE_VERSION": "7006"}, False),
        ([], {"KHABAR_BIDI": "isolate"}, True),
        (["--bidi", "none"], {"KHABAR_BIDI": "isolate"}, False),
    ],
)
def test_when_isolates_are_used(khabar: Khabar, args: list[str], env: dict[str, str], isolated: bool) -> None:
    done = khabar.terminal("text", *args, "arabic.txt", **env)
    assert done.status == 0
    assert bool(CONTROLS.search(done.text)) is isolated


@pytest.mark.parametrize(
    ("args", "env", "coloured"),
    [
        ([], {}, True),
        ([], {"NO_COLOR": "1"}, False),
        ([], {"NO_COLOR": ""}, True),
        ([], {"TERM": "dumb"}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_on_a_terminal(khabar: Khabar, args: list[str], env: dict[str, str], coloured: bool) -> None:
    for form in ("blocks", "table"):
        done = khabar.terminal("parse", "-f", form, *args, "english.txt", **env)
        assert ("\x1b[" in done.text) is coloured


@pytest.mark.parametrize(
    ("args", "env", "coloured"),
    [
        ([], {}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "0"}, False),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["--color", "always"], {}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_in_a_pipe(khabar: Khabar, args: list[str], env: dict[str, str], coloured: bool) -> None:
    for form in ("blocks", "table"):
        done = khabar.inside("parse", "-f", form, *args, "english.txt", **env)
        assert ("\x1b[" in done.text) is coloured


def test_width(khabar: Khabar) -> None:
    for args, env in ((["--width", "50"], {}), ([], {"COLUMNS": "50"})):
        done = khabar("text", "-f", "blocks", *args, "arabic.txt", **env)
        assert max(map(cell_len, lines(done))) == 50


def test_warnings_below_the_article(khabar: Khabar) -> None:
    with (khabar.folder / "english.txt").open("ab") as file:
        file.write(b"\nA last sentence with bad \xff\xfe bytes in it.\n")
    done = khabar.terminal("parse", "--encoding", "utf-8", "english.txt")
    assert done.err == ""
    assert lines(done)[-1].startswith("warning: ") or lines(done)[-2].startswith("warning: ")
