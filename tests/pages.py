"""Pages for tests: paragraphs in several languages, and a body of them parsed."""

from __future__ import annotations

from typing import Any

import khabar
from test_rules import FILLERS

TITLE = "Harbour wall to be mended after the storm"
EN, AR, TH, JA = (
    tuple(text for name, text in FILLERS.items() if name[:-1] == tag) for tag in ("en", "ar", "th", "ja")
)
ZH = (FILLERS["zh1"], FILLERS["zh2"], "商会说，鱼市也会一起修好，到时候渔民和买家都不必再绕远路去城里做生意。")


def article(*parts: str) -> str:
    """A page with a title, the first two paragraphs, the parts, and two more paragraphs."""
    inner = "".join(parts)
    return f"<article><h1>{TITLE}</h1><p>{EN[0]}</p><p>{EN[1]}</p>{inner}<p>{EN[2]}</p><p>{EN[3]}</p></article>"


def trace(page: str) -> khabar.Trace:
    return khabar.trace(page, input_format="html")


def parsed(page: str) -> khabar.Article:
    return trace(page).article


def paragraphs(page: str) -> list[str]:
    """All paragraphs of the page's article."""
    return [text for section in parsed(page).sections for text in section.paragraphs]


def inserted(*parts: str) -> list[str]:
    """The paragraphs that `article` of these parts has beside its own."""
    found = paragraphs(article(*parts))
    assert [text for text in found if text in EN] == list(EN)
    return [text for text in found if text not in EN]


def headed(page: str) -> list[tuple[str | None, int]]:
    """Heading and number of paragraphs of each section."""
    return [(section.heading, len(section.paragraphs)) for section in parsed(page).sections]


def images(*parts: str) -> list[tuple[str | None, str | None]]:
    """Caption and credit of each picture of `article` of these parts; its paragraphs are untouched."""
    page = parsed(article(*parts))
    assert [text for section in page.sections for text in section.paragraphs] == list(EN)
    return [(image.caption, image.credit) for image in page.images]


def stripped(page: str) -> dict[str, list[str]]:
    """Rule -> texts that it stripped."""
    out: dict[str, list[str]] = {}
    for piece in parsed(page).stripped:
        out.setdefault(piece.rule, []).append(piece.text)
    return out


def document(page: str | bytes, **more: Any) -> dict[str, Any]:
    return khabar.parse(page, **more).to_dict()
