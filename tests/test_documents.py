"""What the documents say is there: files and headings that they link to, commands and options, the figures."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import figures
import pytest
from khabar.blocks import Label
from khabar_cli import help as texts

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = ("README.md", "parsers/README.md", "samples/README.md", "parsers/khabar/engines/README.md")
_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_OPTION = re.compile(r"(?<![\w-])--[a-z][\w-]+")


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def anchors(text: str) -> set[str]:
    """The headings as GitHub links to them: small letters, no marks, hyphens for spaces."""
    headings = re.findall(r"^#+ (.+)$", _FENCE.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_to_files_and_headings(name: str) -> None:
    text = _FENCE.sub("", read(name))
    for link in _LINK.findall(text):
        target, _, heading = link.partition("#")
        if target.startswith("https://"):
            continue
        file = (ROOT / name).parent / target if target else ROOT / name
        assert file.exists(), link
        assert not heading or heading in anchors(file.read_text("utf-8")), link


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_path_of_a_machine(name: str) -> None:
    assert not re.search(r"(?<![\w.])/(?:home|root|tmp|work|Users|mnt)/", read(name))


@pytest.mark.parametrize("name", DOCUMENTS[:3])
def test_options_exist(name: str) -> None:
    known = options_of_the_command() | options_of_scripts()
    lines = re.sub(r"\|[^|`\n]*\b(?:jq|parallel|find|xargs|sort|duckdb)\b.*", "", read(name))
    said = {option for option in _OPTION.findall(lines) if option not in {"--version", "--help"}}
    assert said <= known, said - known


def options_of_the_command() -> set[str]:
    """All long options of all commands."""
    source = "".join(path.read_text("utf-8") for path in (ROOT / "cli" / "khabar_cli").rglob("*.py"))
    return set(re.findall(r'(?<=["/])--[a-z][\w-]+', source))


def options_of_scripts() -> set[str]:
    """Those of the tests' and the training's scripts, and of tools that the documents call."""
    scripts = [*(ROOT / "tests").glob("*.py"), *(ROOT / "parsers" / "training").glob("*.py")]
    found = set(re.findall(r'"(--[a-z][\w-]+)"', "".join(path.read_text("utf-8") for path in scripts)))
    return found | {"--durations"}


@pytest.mark.parametrize("name", DOCUMENTS[:3])
def test_commands_exist(name: str) -> None:
    code = "\n".join(_FENCE.findall(read(name)) + re.findall(r"`([^`\n]+)`", _FENCE.sub("", read(name))))
    said = set(re.findall(r"(?:^|[;&|] ?)khabar ([a-z]+)(?= |$)", code, re.MULTILINE))
    assert said
    assert {word for word in said if not (ROOT / word).exists()} <= {*texts.HELP, "help", "completion"}


def test_the_figures_are_those_that_were_measured() -> None:
    data = json.loads(figures.FIGURES.read_text("utf-8"))
    text = read("README.md")
    assert figures.written(text, data) == text, "run `python tests/figures.py`"
    for place in figures.tables(data):
        assert f"<!-- {place} -->\n|" in text


def test_the_glossary_has_every_label() -> None:
    glossary = read("parsers/README.md").partition("\n## Glossary\n")[2]
    for label in Label:
        assert f"| `{label.value}` |" in glossary


def test_what_an_index_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    plugin = ModuleType("hatchling.metadata.plugin.interface")
    plugin.MetadataHookInterface = object  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "hatchling.metadata.plugin.interface", plugin)
    for name in ("hatchling", "hatchling.metadata", "hatchling.metadata.plugin"):
        monkeypatch.setitem(sys.modules, name, SimpleNamespace())  # type: ignore[arg-type]
    code: dict[str, object] = {}
    exec(compile(read(".ci/index_readme.py"), ".ci/index_readme.py", "exec"), code)
    shown = code["for_an_index"](read("README.md"))  # type: ignore[operator]
    assert shown.startswith("# khabar\n")
    assert "![" not in shown
    assert all(link.startswith(("https://", "#")) for link in _LINK.findall(_FENCE.sub("", shown)))
    assert "# What you get" in shown
