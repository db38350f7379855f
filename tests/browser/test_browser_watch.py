"""The watch over pages sees what it is there to see: else the other tests here would pass for nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import accessible
import pytest

GOOD = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A page</title>{head}</head>
<body><main><h1>A page</h1>{body}</main></body></html>"""
POLICY = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\">"


def written(folder: Path, body: str, head: str = "") -> Path:
    path = folder / "page.html"
    path.write_text(GOOD.format(head=head, body=body), "utf-8")
    return path


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ('<img alt="" src="https://khabar.invalid/x.png">', "requests"),
        ('<img alt="" src="other.png">', "requests"),
        ("<script>console.error('x')</script>", "console"),
        ("<script>throw new Error('x')</script>", "errors"),
        ("<script>alert('x')</script>", "dialogs"),
        ("<script>window.acted = 1</script>", None),
    ],
)
def test_seen(open_page: Callable[..., Any], tmp_path: Path, markup: str, kind: str | None) -> None:
    page = open_page(written(tmp_path, markup))
    page.wait_for_timeout(200)  # ms: a picture that is not there is asked for after the page has loaded
    watch = page.watch
    assert list(watch.faults())
    if kind is None:
        page.evaluate("delete window.acted")
    else:
        assert getattr(watch, kind), list(watch.faults())
    watch.clear()


@pytest.mark.parametrize("markup", ['<img alt="" src="x.png">', "<p onclick=a()>x</p>", "<script>alert(1)</script>"])
def test_violations(open_page: Callable[..., Any], tmp_path: Path, markup: str) -> None:
    page = open_page(written(tmp_path, markup, POLICY))
    page.wait_for_timeout(200)  # ms
    assert page.watch.violations
    page.watch.clear()


def test_a_good_page(open_page: Callable[..., Any], tmp_path: Path, axe: Callable[..., None]) -> None:
    page = open_page(written(tmp_path, "<p>Text.</p>"), "#here")
    assert page.evaluate("location.hash") == "#here"
    axe(page)


def test_axe_finds(open_page: Callable[..., Any], tmp_path: Path) -> None:
    path = written(tmp_path, '<button></button><p><font color="#ccc">pale</font></p>', POLICY)
    found = accessible.findings(open_page(path))
    assert any(text.startswith("light: button-name") for text in found)
    assert any(text.startswith("dark: color-contrast") for text in found)
