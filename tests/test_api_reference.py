"""The API reference in parsers/README.md is that of today."""

from __future__ import annotations

import ast
import subprocess
import sys

import api_reference
import khabar
import pytest


def test_the_reference_is_up_to_date() -> None:
    readme = api_reference.README.read_text("utf-8")
    if readme != api_reference.written_readme(readme):
        pytest.fail("the API reference in parsers/README.md is old: run python tests/api_reference.py")


def test_every_public_name_is_in_it() -> None:
    assert sorted(api_reference.public_names()) == sorted(khabar.__all__)
    reference = api_reference.reference()
    assert [name for name in khabar.__all__ if f"`{name}`" not in reference] == []


@pytest.mark.parametrize("name", khabar.__all__)
def test_every_public_name_is_explained(name: str) -> None:
    node, docstring = api_reference.definition(name)
    assert docstring
    if isinstance(node, ast.ClassDef):
        methods = [one for one in node.body if isinstance(one, ast.FunctionDef) and not one.name.startswith("_")]
        assert [one.name for one in methods if not ast.get_docstring(one)] == []


@pytest.mark.parametrize(
    "arguments",
    [
        "",
        "a",
        "*paths: str",
        "a, /, b: int = 1, *rest, c, d: str | None = None, **more: Any",
        "first: str, *, second: tuple[str, ...] = (), third: str = 'x' * 100, fourth: str = 'a long one' * 2",
    ],
)
def test_signatures_are_whole(arguments: str) -> None:
    (function,) = ast.parse(f"def f({arguments}) -> None: pass").body
    assert isinstance(function, ast.FunctionDef)
    (again,) = ast.parse(f"def {api_reference.signature(function, 'f')}: pass").body
    assert ast.dump(again) == ast.dump(function)


@pytest.mark.parametrize("name", khabar.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(khabar, name) is not None


def test_star_imports() -> None:
    done = subprocess.run([sys.executable, "-c", "from khabar import *; parse, Document, Article"], check=False)
    assert done.returncode == 0
