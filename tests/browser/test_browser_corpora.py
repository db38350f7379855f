"""Reports of many articles, as people make them: of 2,000 samples, and of texts from the wild."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import make_corpus
import pytest

COUNT = 2000
ELEMENTS = 20_000
"""More than that a page of any number of articles does not have at once: it is what keeps it smooth."""
VIEWS = ("articles", "quotes", "speakers", "pictures", "lines")


@pytest.fixture(scope="module")
def samples(browser: Any, khabar_command: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of 2,000 samples; `browser`, so that it is not made for nothing."""
    folder = tmp_path_factory.mktemp("samples")
    make_corpus.make(folder / "texts", COUNT)
    path = folder / "report.html"
    run = subprocess.run(
        [khabar_command, "report", "-q", "-o", str(path), str(folder / "texts")], capture_output=True
    )
    assert run.returncode == 0, run.stderr.decode()[-2000:]
    return path


def elements(page: Any) -> int:
    """How many elements the page has."""
    return page.evaluate("document.getElementsByTagName('*').length")


def to(page: Any, anchor: str) -> None:
    """Go to a place of the page, and wait until it is shown."""
    page.evaluate("anchor => { location.hash = anchor; }", anchor)
    page.wait_for_function("() => !document.querySelector('[aria-busy=true]')")
    page.wait_for_timeout(100)  # ms


def test_two_thousand_samples(samples: Path, open_page: Callable[..., Any]) -> None:
    began = time.perf_counter()
    page = open_page(samples)
    page.locator("text=/2,?000 articles/").first.wait_for()
    ready = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    size, seconds = samples.stat().st_size / 1e6, time.perf_counter() - began
    print(f"\n{COUNT} articles, {size:.1f} MB: read in {ready / 1000:.1f} s, shown in {seconds:.1f} s")
    for view in VIEWS:
        to(page, f"#{view}")
        assert elements(page) < ELEMENTS, view
        print(f"{view}: {elements(page)} elements")
    to(page, f"#d{COUNT}")
    page.locator(f"#d{COUNT}p1").wait_for()
    assert elements(page) < ELEMENTS


def test_one_article_at_a_time(samples: Path, open_page: Callable[..., Any]) -> None:
    """Articles that were read do not stay in the page."""
    page = open_page(samples)
    to(page, "#d1")
    page.locator("#d1p1").wait_for()
    for number in (700, 1400, COUNT):
        to(page, f"#d{number}")
        page.locator(f"#d{number}p1").wait_for()
        assert page.locator("article.k-article").count() == 1


def test_the_wild(
    shared: Path, report: Callable[..., Path], open_page: Callable[..., Any], axe: Callable[..., None]
) -> None:
    if not (shared / "wild").is_dir():
        pytest.skip("no texts from the wild beside the repo (../shared/wild)")
    page = open_page(report(shared / "wild"))
    for view in VIEWS:
        to(page, f"#{view}")
        axe(page)
    count = page.evaluate("document.querySelectorAll('script.k-document').length")
    assert count > 100
    for number in range(1, count + 1):
        to(page, f"#d{number}")
        page.locator(f"#d{number}p1").wait_for()
        if number % 20 == 1:
            axe(page)
