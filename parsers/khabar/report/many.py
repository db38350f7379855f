"""The page of many articles, in the order of a stream: `head`, each article's `part`, `tail`.

Each article is a script that nothing runs: the HTML that `article_html` made of it, compressed to a seventh of its
size, which the page opens where somebody asks for it. The rows, which stand at the end, are what lists, facets and
charts are made of.
"""

from __future__ import annotations

import base64
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from khabar.decode.invisible import whole
from khabar.report import chrome, page
from khabar.report.article import numbered
from khabar.report.escaping import attributes, json_html, plain
from khabar.report.words import word, word_html, words

SCRIPTS = (*page.SCRIPTS, "many_rows.js", "many_places.js", "many_parts.js", "many_views.js",
           "many_facets.js", "many.js")  # fmt: skip
LEVEL = 6
"""Of compression: more takes longer, and makes little of it smaller."""
STYLES = (*page.STYLES, "many.css")


def head() -> str:
    """What stands before the first article."""
    start = page.head(title=word("many.title"), lang=word("language"), scripts=SCRIPTS, styles=STYLES)
    return f"{start}{chrome.bar('')}<noscript><p>{word_html('needs-script')}</p></noscript>\n"


def part(html: str, number: int) -> str:
    """The article of this number (from 1). `html`: as `article_html` made it."""
    packed = base64.b64encode(zlib.compress(whole(numbered(html, number))[0].encode(), LEVEL)).decode()
    return f'<script type="text/plain" class="k-document">{packed}</script>\n'


def unpacked(text: str) -> str:
    """The HTML of an article in the page: of what stands in a script of the class k-document."""
    return zlib.decompress(base64.b64decode(text)).decode()


def tail(rows: Sequence[dict[str, Any]], failed: Sequence[Mapping[str, str]] = ()) -> str:
    """What stands after the last article. `rows`: the facts of each (see `row`); `failed`: the inputs that could not
    be parsed, each with its `source` and a `message`."""
    facts = {
        "words": _words(),
        "direction": direction(rows),
        "people": people(rows),
        "rules": reasons(rows),
        "failed": [{key: plain(text) for key, text in one.items()} for one in failed],
        "rows": rows,
    }
    rows_of_all = f'<script type="application/json" id="k-rows">{json_html(facts)}</script>'
    return f"{_frame()}\n{chrome.end()}\n{rows_of_all}\n{page.foot(scripts=SCRIPTS)}"


def _frame() -> str:
    """The elements that lists and articles are shown in, empty."""
    query = attributes(
        id="m-query", type="search", dir="auto", autocomplete="off", spellcheck="false", aria_keyshortcuts="/"
    )
    return (
        f'<div class="m-page">\n<div class="m-top">\n<div class="m-search" role="search">'
        f'<label for="m-query">{word_html("many.search")}</label> <input{query}>'
        f'<label class="m-check"><input id="m-whole" type="checkbox"> {word_html("many.whole")}</label></div>\n'
        f'<nav id="m-views" class="m-views"{attributes(aria_label=word("many.lists"))}></nav>\n</div>\n'
        f'<div class="m-columns">\n<aside id="m-facets" class="m-facets"'
        f"{attributes(aria_label=word('many.filters'))}></aside>\n"
        '<main id="main" class="m-main" tabindex="-1">\n<p id="m-status" class="m-status" role="status"></p>\n'
        '<div id="m-chips" class="m-chips"></div>\n<div id="m-panel"></div>\n</main>\n</div>\n</div>'
    )


def _words() -> dict[str, str]:
    """The words that the scripts write."""
    return {key.removeprefix("many."): told for key, told in words().items() if key.startswith(("many.", "label."))}


def direction(rows: Sequence[dict[str, Any]]) -> str:
    """That of most articles."""
    return "rtl" if sum(row["direction"] == "rtl" for row in rows) * 2 > len(rows) else "ltr"


def people(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Who is one person over all articles, with all forms of the name, as `khabar speakers` has them."""
    from khabar.speakers import merge_speakers

    names: Counter[tuple[str, str | None]] = Counter()
    for row in rows:
        for name, times in row["speakers"].items():
            names[name, row["language"]] += times
    return [{"name": person.name, "forms": person.forms} for person in merge_speakers(names)]


def reasons(rows: Sequence[dict[str, Any]]) -> dict[str, dict[str, str]]:
    """Label and reason of each rule that stripped something."""
    from khabar.labels.rules import RULES
    from khabar.labels.switches import load_rules

    load_rules()
    stripped_by = sorted({name for row in rows for name in row["rules"]})
    return {
        name: {"label": str(RULES[name].label), "reason": RULES[name].reason} for name in stripped_by if name in RULES
    }
