"""What documents are called below an output folder, so that no two inputs have one name."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st
from khabar.corpus.naming import below, clash, in_list, told_apart

NAMES = st.lists(st.sampled_from("ab"), min_size=1, max_size=4).map("/".join)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a/b", "a/b"), ("/a/b", "a/b"), ("./a//b/", "a/b"), ("../../a/b", "a/b"), ("a/../b", "b"), ("-", "stdin"),
     (".", "_"), ("/", "_"), ("..", "_")],
)  # fmt: skip
def test_below(name: str, expected: str) -> None:
    assert below(name) == expected
    if name != "-":
        assert in_list(name) == ("" if expected == "_" else f"{expected}/")


@pytest.mark.parametrize(
    ("folders", "expected"),
    [
        ([], []),
        (["yr"], [""]),
        (["yr", "./yr/"], ["", ""]),
        (["yr/2023", "yr/2024/"], ["2023/", "2024/"]),
        (["/a/2023", "/b/2023"], ["a/2023/", "b/2023/"]),
        (["/a/2023", "/b/2023", "/b/2024"], ["a/2023/", "b/2023/", "b/2024/"]),
        (["/", "/a"], ["_/", "a/"]),
        (["/x", "/x/x", "/x/x/x"], ["x/", "x/x/", "x/x/x/"]),
    ],
)
def test_told_apart(folders: list[str], expected: list[str]) -> None:
    assert [told_apart(folders)[folder] for folder in folders] == expected


@given(st.lists(NAMES.map("/data/".__add__), min_size=2, max_size=6, unique=True), st.randoms())
def test_told_apart_in_any_order(folders: list[str], chance: object) -> None:
    begin = told_apart(folders)
    assert len(set(begin.values())) == len(folders)
    assert all(f"{folder}/".endswith(f"/{name}") for folder, name in begin.items())
    mixed = sorted(folders, key=lambda _: chance.random())  # type: ignore[attr-defined]
    assert told_apart(mixed) == begin


@given(st.lists(NAMES, min_size=2, max_size=5, unique=True))
def test_files_of_folders_that_are_told_apart(folders: list[str]) -> None:
    """No name is given twice, but to one file."""
    begin = told_apart(folders)
    files = ["x", "a/x", "b/a/x"]
    named: dict[str, str] = {}
    for folder in folders:
        for file in files:
            path = os.path.normpath(f"{folder}/{file}")
            assert named.setdefault(begin[folder] + file, path) == path


def test_clash(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(str(tmp_path))
    os.makedirs("d/e")
    assert clash(["d", "d/e", "a", "b", "-"]) is None
    assert clash(["a", "d", "./d/"]) == ("d", "./d/")
    assert clash(["../a", "b", "a"]) == ("../a", "a")
    assert clash(["-", "-"]) == ("-", "-")
    assert clash(["stdin", "-"]) == ("stdin", "-")
