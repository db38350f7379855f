"""The page round one or more articles: a single file that runs no script and loads no style but its own.

The content security policy names each script and style by its hash, so that nothing of a scraped page could act even
if it were not escaped.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from khabar.report import editing
from khabar.report.escaping import attributes, text_html

SCRIPTS = ("report.js", *editing.SCRIPTS)
STYLES = ("report.css", *editing.STYLES)
"""Files of this folder that every page has."""


@cache
def _file(name: str) -> str:
    return (Path(__file__).parent / name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def policy(scripts: Sequence[str], styles: Sequence[str]) -> str:
    """The content security policy of a page with these scripts and styles (their texts)."""
    none = ("'none'",)
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(_hash, scripts) if scripts else none)}",
            f"style-src {' '.join(map(_hash, styles) if styles else none)}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def head(
    *,
    title: str,
    lang: str = "en",
    dir: str = "ltr",
    scripts: Sequence[str] = SCRIPTS,
    styles: Sequence[str] = STYLES,
) -> str:
    """The page up to the beginning of its body. `scripts`, `styles`: names of files of this folder, in order; `foot`
    is to have the same scripts."""
    sheets = [_file(name) for name in styles]
    content = policy([_file(name) for name in scripts], sheets)
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f"<html{attributes(lang=lang, dir=dir)}>",
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{content}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            '<meta name="referrer" content="no-referrer">',
            f"<title>{text_html(title)}</title>",
            *(f"<style>{sheet}</style>" for sheet in sheets),
            "</head>",
            "<body>",
            "",
        )
    )


def foot(*, scripts: Sequence[str] = SCRIPTS) -> str:
    """The end of a page."""
    inlined = "".join(f"<script>{_file(name)}</script>\n" for name in scripts)
    return f"{editing.words_html()}{inlined}</body>\n</html>\n"


def page(body: str, *, title: str, lang: str = "en", dir: str = "ltr") -> str:
    """The page of one article, with this body, which is HTML."""
    return head(title=title, lang=lang, dir=dir) + body + foot()
