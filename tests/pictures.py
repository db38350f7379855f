"""Make the README's pictures anew: `python tests/pictures.py [NAME…]` (all, or those named), into samples/pictures/.

Terminals are drawn by VTE (xfce4-terminal) on a virtual screen, reports by Chromium. What is missing is named with
the package of Debian's that brings it. The same programs give the same pictures.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from subprocess import run
from typing import Any

import terminals

ROOT = terminals.ROOT
FOLDER = ROOT / "samples" / "pictures"
sys.path.insert(0, str(ROOT / "tests" / "browser"))

COLUMNS = 92  # with the font of `terminals`, about 950 pixels
MOST = 200_000  # bytes of one picture
ARABIC = "samples/bbc-arabic-page.html"
TERMINALS = {
    "parse": (f"khabar parse {ARABIC}", 42),
    "explain": (f"khabar explain {ARABIC}", 36),
    "quotes": (f"khabar quotes -f table {ARABIC}", 40),
}
"""By the picture's name: the command, and how many rows are shown."""
WINDOW = {"width": 1080, "height": 860}  # CSS pixels
SCALE = 1.1  # pixels of the picture to a CSS pixel


def of_terminal(name: str) -> None:
    command, rows = TERMINALS[name]
    terminals.picture(command, FOLDER / f"{name}.png", columns=COLUMNS, rows=220, keep=rows)


def one_article(page: Any, made: Callable[..., str]) -> None:
    """An Arabic article by day, with the note of a quotation."""
    page.goto(made(ARABIC))
    quote = page.locator(".k-quote[data-speaker]").nth(1)
    quote.evaluate("quote => quote.scrollIntoView({block: 'center', behavior: 'instant'})")
    quote.hover()
    page.wait_for_timeout(500)  # ms: until the note stands still


def many_articles(page: Any, made: Callable[..., str]) -> None:
    """The list of all samples by night."""
    page.emulate_media(color_scheme="dark")
    page.goto(made("samples"))


REPORTS = {"report": one_article, "report-many": many_articles}


def of_report(names: list[str]) -> None:
    from conftest import QUIET, browser_program
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        arguments = [*QUIET, "--no-sandbox", "--font-render-hinting=none", "--force-color-profile=srgb"]
        browser = driver.chromium.launch(executable_path=browser_program(), args=arguments)

        def made(*inputs: str) -> str:
            path = Path(folder, "report.html")
            command = [str(Path(sys.executable).with_name("khabar")), "report", "-o", str(path), *inputs]
            run(command, cwd=ROOT, check=True)
            return path.as_uri()

        for name in names:
            context = browser.new_context(viewport=WINDOW, device_scale_factor=SCALE, color_scheme="light")
            page = context.new_page()
            REPORTS[name](page, made)
            page.wait_for_load_state()
            page.screenshot(path=FOLDER / f"{name}.png", animations="disabled")
            context.close()
            terminals.squeeze(FOLDER / f"{name}.png", colours=96)
        browser.close()


def missing(names: list[str]) -> list[str]:
    """What these pictures need and is not there."""
    lost = terminals.missing({"vte"} if TERMINALS.keys() & set(names) else set())
    if REPORTS.keys() & set(names):
        from conftest import browser_program

        try:
            import playwright.sync_api  # noqa: F401
        except ImportError:
            lost.append("Playwright (pip install -e '.[browser]')")
        if browser_program() is None:
            lost.append("a browser (package chromium, or KHABAR_BROWSER)")
        if not run(["fc-list", "Noto Naskh Arabic"], capture_output=True).stdout:
            lost.append("the font Noto Naskh Arabic (package fonts-noto-core)")
    return lost


def main() -> None:
    known = [*TERMINALS, *REPORTS]
    names = sys.argv[1:] or known
    if unknown := set(names) - set(known):
        sys.exit(f"no such picture: {', '.join(sorted(unknown))}; there are: {', '.join(known)}")
    if lost := missing(names):
        sys.exit(f"not installed: {', '.join(lost)}")
    FOLDER.mkdir(exist_ok=True)
    for name in names:
        if name in TERMINALS:
            of_terminal(name)
    if reports := [name for name in names if name in REPORTS]:
        of_report(reports)
    for name in names:
        size = (FOLDER / f"{name}.png").stat().st_size
        print(f"{FOLDER.relative_to(ROOT)}/{name}.png {size // 1000} kB{' - too large' if size > MOST else ''}")


if __name__ == "__main__":
    main()
