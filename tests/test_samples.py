"""The samples: articles in the shape of real ones, each beside the document that it must give.

KHABAR_UPDATE=1 pytest tests/test_samples.py    # writes what the library gives now; read the diff
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import khabar
import pytest
from words import unaccounted

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
TEXTS = sorted(SAMPLES.glob("*.txt"))
each = pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)


def parsed(path: Path) -> dict[str, Any]:
    return khabar.parse(path.read_bytes(), source=path.name).to_dict()


def expected(path: Path) -> Path:
    return path.with_suffix(".expected.json")


@each
def test_gives_the_expected_document(path: Path) -> None:
    document = parsed(path)
    if os.environ.get("KHABAR_UPDATE") == "1":
        expected(path).write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", "utf-8")
    assert document == json.loads(expected(path).read_text("utf-8"))


@each
def test_loses_no_word(path: Path) -> None:
    document = parsed(path)
    text = path.read_bytes().decode(document["encoding"])
    assert unaccounted(text, document) == ({}, {})


@each
def test_comes_out_the_same_when_parsed_from_text(path: Path) -> None:
    document = parsed(path)
    text = path.read_bytes().decode(document["encoding"])
    assert khabar.parse_text(text, source=path.name).to_dict() == document | {"encoding": None}


@each
def test_is_listed_in_the_folders_readme(path: Path) -> None:
    assert f"`{path.name}`" in (SAMPLES / "README.md").read_text("utf-8")


def test_there_is_a_text_for_every_expected_document() -> None:
    assert [expected(path) for path in TEXTS] == sorted(SAMPLES.glob("*.expected.json"))
    assert len(TEXTS) >= 8
