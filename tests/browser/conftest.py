"""Reports in a real browser: Chromium of the system, driven by Playwright (`pip install -e '.[browser]'`).

Tests are skipped where Playwright or a browser is missing. KHABAR_BROWSER names a browser that is not on PATH.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import accessible
import pytest
from watch import Watch

HERE = Path(__file__).parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
"""A browser that asks the network for nothing of its own."""
WINDOW = {"width": 1200, "height": 900}  # CSS pixels


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.slow)


def browser_program() -> str | None:
    """The browser that KHABAR_BROWSER names, or the first of those known on PATH."""
    named = os.environ.get("KHABAR_BROWSER")
    return shutil.which(named) if named else next(filter(None, map(shutil.which, BROWSERS)), None)


@pytest.fixture(scope="module")  # not longer: Playwright's event loop would be in the way of other modules' own
def browser() -> Iterator[Any]:
    """A running Chromium of Playwright's."""
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: the extra `browser`")
    program = browser_program()
    if program is None:
        pytest.skip("no Chromium on PATH, and KHABAR_BROWSER names none")
    root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with playwright.sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=program, args=[*QUIET, *root])
        yield running
        running.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A new page of Playwright's, with `page.watch`. The test fails at its end where the page did what a report
    must not do; a test that expects such a thing empties the list it is in."""
    context = browser.new_context(viewport=WINDOW, accept_downloads=True)
    context.set_default_timeout(60_000)  # ms
    opened = context.new_page()
    opened.watch = Watch(opened)
    yield opened
    faults = list(opened.watch.faults())
    context.close()
    assert not faults, "\n".join(["the page did what it must not do", *faults])


@pytest.fixture
def open_page(page: Any) -> Callable[..., Any]:
    """Opens an HTML file, at an anchor where one is given ("#d3"), and gives the page."""

    def opened(path: Path, anchor: str = "") -> Any:
        address = path.absolute().as_uri()
        page.watch.allow(address)
        page.goto(address + anchor)
        return page

    return opened


@pytest.fixture
def report(khabar_command: str, tmp_path: Path) -> Callable[..., Path]:
    """Makes a report of files or folders with the installed command, and gives its path."""

    def made(*inputs: Path | str, options: tuple[str, ...] = (), out: Path | None = None, status: int = 0) -> Path:
        path = out or tmp_path / "out" / "report.html"
        path.parent.mkdir(exist_ok=True)
        command = [khabar_command, "report", *options, "-o", str(path), *map(str, inputs)]
        run = subprocess.run(command, capture_output=True, text=True, timeout=600)
        assert run.returncode == status, f"{' '.join(command)[:500]}\n{run.stderr[-3000:]}"
        return path

    return made


@pytest.fixture
def axe() -> Callable[..., None]:
    """Fails where axe finds anything on the page as it is now, in light and in dark."""

    def clean(page: Any, context: str | None = None) -> None:
        found = accessible.findings(page, context)
        assert not found, "\n\n".join(["axe finds", *found])

    return clean
