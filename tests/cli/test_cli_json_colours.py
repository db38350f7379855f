"""JSON in colours: on a terminal, never in a pipe unless it is asked for, and always the same JSON."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from khabar_cli.output.json_colours import coloured
from process import Khabar

CODES = re.compile(r"\x1b\[[\d;]*m")
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(VALUES, st.sampled_from([None, "  "]))
def test_it_is_the_same_json(value: Any, indent: str | None) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    assert CODES.sub("", coloured(text)) == text


def test_the_colours_of_jq() -> None:
    shown = coloured('{"a": [null, true, -1.5e3, "x: \\"null\\", 1"]}')
    assert shown.replace("\x1b", "^") == (
        '^[1m{^[0m^[34;1m"a"^[0m^[1m:^[0m ^[1m[^[0m^[90mnull^[0m^[1m,^[0m true^[1m,^[0m -1.5e3^[1m,^[0m '
        '^[32m"x: \\"null\\", 1"^[0m^[1m]}^[0m'
    )


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_on_a_terminal(khabar: Khabar, form: str) -> None:
    plain = khabar("parse", "-f", form, "english.txt", "arabic.txt").text
    done = khabar.terminal("parse", "-f", form, "english.txt", "arabic.txt")
    assert '\x1b[34;1m"title"\x1b[0m' in done.text
    assert CODES.sub("", done.text) == plain
    for args, env in ((["--color", "never"], {}), ([], {"NO_COLOR": "1"}), ([], {"TERM": "dumb"})):
        assert khabar.terminal("parse", "-f", form, *args, "english.txt", "arabic.txt", **env).text == plain


@pytest.mark.parametrize("form", ["json", "jsonl"])
@pytest.mark.parametrize(
    ("args", "env", "is_coloured"),
    [
        ([], {}, False),
        ([], {"FORCE_COLOR": "1"}, False),  # a program that reads the pipe would fail on them
        (["--color", "always"], {}, True),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "always", "-o", "out.json"], {}, False),
        (["--color", "always", "-o", "out/"], {}, False),
    ],
)
def test_in_a_pipe_or_a_file(
    khabar: Khabar, form: str, args: list[str], env: dict[str, str], is_coloured: bool
) -> None:
    args = [arg.replace("json", form) for arg in args]
    done = khabar.inside("parse", "-f", form, *args, "english.txt", **env)
    found = done.text + "".join(path.read_text("utf-8") for path in khabar.folder.glob("**/*.json*"))
    assert '"title"' in found
    assert ("\x1b[" in found) is is_coloured


def test_errors_and_empty_arrays(khabar: Khabar) -> None:
    args = ("quotes", "--json", "--errors", "json", "--color", "always", "empty.txt")
    shown = khabar.inside(*args).text
    assert '\x1b[34;1m"error"\x1b[0m' in shown
    assert json.loads(CODES.sub("", shown))[0]["source"] == "empty.txt"
    assert json.loads(CODES.sub("", khabar.inside("quotes", "--json", "--color", "always", "english.txt").text)) == []


def test_nothing_of_the_text_acts(khabar: Khabar) -> None:
    """What steers a terminal stands there as an escape."""
    text = (khabar.folder / "english.txt").read_text("utf-8").replace("mayor", "ma\u2066y\x1b[31m\x9bor\u202e")
    (khabar.folder / "bad.txt").write_text(text, "utf-8")
    done = khabar.terminal("explain", "-f", "json", "bad.txt")
    assert "\\u001b[31m" in done.text
    assert not re.search("[\u2066\u202e\x9b]", done.text)
    assert set(CODES.findall(done.text)) <= {f"\x1b[{code}m" for code in ("0", "1", "32", "34;1", "90")}
