"""Starting costs: what is not needed is not imported."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import khabar
import khabar_cli
from process import Khabar

_IMPORTS = """
import json, sys
from khabar_cli.main import run
status = run(sys.argv[1:])
sys.stdout.flush()
sys.stderr.write(json.dumps([status, sorted(sys.modules)]))
"""


def modules(folder: Path, *args: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", _IMPORTS, *args], cwd=folder, capture_output=True, check=True, timeout=30
    )
    status, names = json.loads(done.stderr)
    assert status == 0
    return {name.split(".")[0] for name in names} | {name for name in names if name.startswith("khabar")}


def test_json_needs_neither_rich_nor_bs4_nor_lxml(folder: Path) -> None:
    for command in (
        "parse",
        "sections",
        "credits",
        "agencies",
        "quotes",
        "statements",
        "speakers",
        "stats",
        "explain",
    ):
        names = modules(folder, command, "arabic.txt")
        assert not names & {"rich", "bs4", "lxml", "pydantic", "csv", "tempfile", "importlib_metadata"}
        assert "khabar_cli.output.blocks" not in names
        assert "khabar_cli.output.json" in names


def test_without_a_configuration_nothing_reads_one(folder: Path) -> None:
    unneeded = {"tomllib", "khabar_cli.config", "khabar_cli.layout", "khabar_cli.usage", "khabar_cli.completing"}
    assert not unneeded & modules(folder, "parse", "arabic.txt")


def test_version_needs_nothing_of_ours(folder: Path) -> None:
    for flag in ("--version", "-V"):
        assert not modules(folder, flag) & {"typer", "khabar", "rich", "pyarrow", "brotli"}


def test_the_first_line_of_the_version_needs_nothing(folder: Path) -> None:
    code = "import sys\nfrom khabar_cli.versions import lines\nprint(next(lines()), *sys.modules, sep='\\n')"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, check=True, text=True, timeout=30
    )
    assert not {"typer", "khabar", "rich", "lxml", "importlib.metadata"} & set(done.stdout.splitlines())


def test_version(khabar: Khabar) -> None:
    done = khabar("--version")
    assert (done.status, done.err) == (0, "")
    first, second = done.text.splitlines()
    assert first == f"khabar {khabar_cli.__version__}"
    assert re.match(r"Python 3\.\d+\.\d+\S*, lxml \d\S* \(libxml2 \d+\.\d+\.\d+\)", second)
    for extra, package in (("warc", "brotli"), ("parquet", "pyarrow")):
        told = f"{package} {version(package)}" if importlib.util.find_spec(package) else "missing"
        assert f", {extra}: {told}" in second
    assert khabar("-V").out == done.out


def test_versions_agree() -> None:
    import tomllib

    project = Path(__file__).resolve().parents[2] / "pyproject.toml"
    declared = tomllib.loads(project.read_text("utf-8"))["project"]["version"]
    assert khabar_cli.__version__ == khabar.__version__ == declared
