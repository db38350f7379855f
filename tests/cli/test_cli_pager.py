"""Long output on a terminal goes through a pager: here a script, which says what it got."""

from __future__ import annotations

import json
import subprocess
import time

import pytest
from conftest import ARABIC
from process import PATIENCE, Khabar, read_terminal
from test_cli_terminal import ANSI, check_isolates

ISOLATE = "\u2068"
KEEPS = "cat > got.txt; echo paged"
"""A pager that reads all of it."""


def script(khabar: Khabar, lines: str, name: str = "show") -> str:
    """A pager of these lines of shell; its command."""
    folder = khabar.folder / "pagers"
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{lines}\n")
    path.chmod(0o755)
    return str(path)


def got(khabar: Khabar) -> str | None:
    """What the pager got; None: it was not asked."""
    path = khabar.folder / "got.txt"
    return path.read_text("utf-8") if path.exists() else None


@pytest.mark.parametrize(
    "args",
    [["english.txt"], ["parse", "-f", "table", "english.txt", "arabic.txt"], ["rules"], ["stats", "english.txt"]],
)
def test_long_output_goes_through_it(khabar: Khabar, args: list[str]) -> None:
    plain = khabar.in_shell(*args, PAGER="cat")
    done = khabar.in_shell(*args, rows=5, PAGER=script(khabar, KEEPS))
    assert (done.status, done.text) == (0, "paged\n")
    assert got(khabar) == plain.text


@pytest.mark.parametrize("args", [["explain", "-v"], ["credits", "-f", "table"], ["parse", "-f", "table"]])
def test_columns_of_several_documents_keep(khabar: Khabar, args: list[str]) -> None:
    """less gets line for line what the terminal would get, with isolates that end on their line."""
    names = ("arabic.txt", "english.txt", "second.txt")
    (khabar.folder / "second.txt").write_text(ARABIC, "utf-8")
    direct = khabar.in_shell(*args, *names, PAGER="cat", VTE_VERSION="7006").text
    khabar.in_shell(*args, *names, rows=5, PAGER=script(khabar, KEEPS, "less"), VTE_VERSION="7006")
    assert got(khabar) == direct
    assert ISOLATE in direct
    check_isolates(ANSI.sub("", direct).split("\n"))


def test_of_differences_too(khabar: Khabar) -> None:
    done = khabar.in_shell("diff", "english.txt", "arabic.txt", rows=5, PAGER=script(khabar, KEEPS))
    assert (done.status, done.text) == (1, "paged\n")


def test_what_the_screen_has_room_for_does_not(khabar: Khabar) -> None:
    pager = script(khabar, KEEPS)
    shown = khabar.in_shell("text", "english.txt", rows=50, PAGER=pager).text
    lines = shown.count("\n")
    assert khabar.in_shell("text", "english.txt", rows=lines + 1, PAGER=pager).text == shown
    assert got(khabar) is None
    assert khabar.in_shell("text", "english.txt", rows=lines, PAGER=pager).text == "paged\n"
    assert got(khabar) == shown


@pytest.mark.parametrize(
    ("args", "env"),
    [
        (["--no-pager"], {}),
        ([], {"KHABAR_PAGER": "0"}),
        ([], {"PAGER": ""}),
        ([], {"PAGER": "cat"}),
        ([], {"PAGER": "no-such-pager -x"}),
        ([], {"PAGER": "'"}),
        ([], {"TERM": "dumb"}),
        (["-f", "jsonl"], {}),
        (["-f", "text"], {}),
    ],
)
def test_none(khabar: Khabar, args: list[str], env: dict[str, str]) -> None:
    done = khabar.in_shell("parse", "english.txt", *args, rows=5, **{"PAGER": script(khabar, KEEPS), **env})
    assert done.status == 0
    assert "Old fishing port" in done.text
    assert got(khabar) is None


def test_configured(khabar: Khabar) -> None:
    (khabar.folder / "khabar.toml").write_text("[parse]\npager = false\n")
    pager = script(khabar, KEEPS)
    assert khabar.in_shell("parse", "english.txt", rows=5, PAGER=pager, KHABAR_NO_CONFIG="").text != "paged\n"
    assert khabar.in_shell("text", "english.txt", rows=5, PAGER=pager, KHABAR_NO_CONFIG="").text == "paged\n"
    args = ("parse", "--pager", "english.txt")
    assert khabar.in_shell(*args, rows=5, PAGER=pager, KHABAR_NO_CONFIG="").text == "paged\n"


def test_no_terminal_that_has_keys(khabar: Khabar) -> None:
    """Standard output is a terminal, but not this process's."""
    done = khabar.terminal("text", "english.txt", PAGER=script(khabar, KEEPS), LINES="5")
    assert "Old fishing port" in done.text
    assert got(khabar) is None


def test_the_status_is_kept_and_errors_come_at_the_end(khabar: Khabar) -> None:
    pager = script(khabar, KEEPS)
    done = khabar.in_shell("text", "gone.txt", "english.txt", "empty.txt", "arabic.txt", PAGER=pager)
    assert done.status == 1
    assert [line.partition(": No")[0] for line in done.text.splitlines()[:2]] == ["paged", "khabar: gone.txt"]
    assert "khabar:" not in (got(khabar) or "khabar:")
    done = khabar.in_shell("text", "gone.txt", "english.txt", both=False, PAGER=pager)
    assert (done.status, done.text) == (1, "paged\n")
    assert done.err.startswith("khabar: gone.txt: ")


def test_without_a_pager_errors_keep_their_place(khabar: Khabar) -> None:
    done = khabar.in_shell("text", "english.txt", "gone.txt", "arabic.txt", rows=90, PAGER=script(khabar, KEEPS))
    at = [done.text.index(part) for part in ("Old fishing", "khabar: gone.txt", "سوق السمك")]
    assert at == sorted(at)


def many(khabar: Khabar) -> list[str]:
    """Documents that no pipe has room for."""
    (khabar.folder / "long.txt").write_text(
        ARABIC + "\nوقال الوزير إن العمل مستمر في الميناء كل يوم.\n" * 2000, "utf-8"
    )
    return ["text", *["long.txt"] * 3, "gone.txt"]


def test_who_quits_early_gets_no_error(khabar: Khabar) -> None:
    done = khabar.in_shell(*many(khabar), PAGER=script(khabar, "head -n 1; echo enough"))
    assert (done.status, done.text) == (0, "long.txt\nenough\n".replace("long.txt", done.text.split("\n")[0]))
    assert "long.txt" in done.text


def test_ctrl_c_while_the_pager_reads_ends_the_run(khabar: Khabar) -> None:
    pager = script(khabar, "head -c 100 > /dev/null; kill -INT $PPID; cat > /dev/null; echo ended")
    done = khabar.in_shell(*many(khabar), PAGER=pager)
    assert (done.status, done.text) == (130, "ended\n")


def test_ctrl_c_when_all_is_read_is_the_pagers(khabar: Khabar) -> None:
    done = khabar.in_shell("text", "english.txt", PAGER=script(khabar, "cat > got.txt; kill -INT $PPID; echo ended"))
    assert (done.status, done.text) == (0, "ended\n")


def test_documents_come_as_they_are_done(khabar: Khabar) -> None:
    """The pager has the first ones while others are yet to be written."""
    pager = script(khabar, 'read -r line; echo "$line" > first.txt; cat > got.txt')
    first = khabar.folder / "first.txt"
    record = json.dumps({"id": "a", "text": ARABIC}).encode() + b"\n"
    args = ("text", "--input-format", "jsonl")
    with khabar.shell(*args, stdin=subprocess.PIPE, PAGER=pager) as process:
        assert process.stdin is not None
        process.stdin.write(record * 3)
        process.stdin.flush()
        until = time.monotonic() + PATIENCE
        while not (first.exists() and first.stat().st_size) and time.monotonic() < until:
            time.sleep(0.05)
        assert process.poll() is None
        process.stdin.write(record)
        process.stdin.close()
        assert read_terminal(process.stdout) == b""
    assert process.returncode == 0
    assert (got(khabar) or "").count("سوق السمك المجاور") == 4


@pytest.mark.parametrize(
    ("name", "args", "env", "isolated"),
    [
        ("less", [], {}, True),
        ("less", [], {"LESS": "-iM"}, True),
        ("less", [], {"LESS": "-iU"}, False),
        ("less", ["--bidi", "isolate"], {"LESS": "-iU"}, True),
        ("less", ["--bidi", "none"], {}, False),
        ("most", [], {}, False),
        ("most", ["--bidi", "isolate"], {}, True),
    ],
)
def test_isolates_where_it_shows_them(
    khabar: Khabar, name: str, args: list[str], env: dict[str, str], isolated: bool
) -> None:
    pager = script(khabar, KEEPS, name)
    khabar.in_shell("text", "arabic.txt", *args, PAGER=pager, VTE_VERSION="7006", **env)
    assert (ISOLATE in (got(khabar) or "")) is isolated


def test_colours_where_it_shows_them(khabar: Khabar) -> None:
    for name, args, coloured in (("less", [], True), ("more", [], False), ("more", ["--color", "always"], True)):
        khabar.in_shell("text", "english.txt", *args, PAGER=script(khabar, KEEPS, name))
        assert ("\x1b[1m" in (got(khabar) or "")) is coloured, name


def test_what_less_is_told(khabar: Khabar) -> None:
    pager = script(khabar, 'cat > /dev/null; echo "$1 $LESS $LESSCHARSET"', "less")
    assert khabar.in_shell("text", "english.txt", PAGER=pager).text == "-R FRX utf-8\n"
    env = {"LESS": "-iM", "LESSCHARSET": "latin1"}
    assert khabar.in_shell("text", "english.txt", PAGER=pager, **env).text == "-R -iM latin1\n"
