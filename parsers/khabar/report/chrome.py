"""What stands round the articles of every page: the bar with its buttons, and the help."""

from __future__ import annotations

import khabar
from khabar.report.escaping import attributes, content_html
from khabar.report.words import word, word_html

_KEYS = (
    ("j", "n", "next"), ("k", "p", "previous"), ("s", "", "stripped"), ("S", "", "stripped-back"), ("h", "", "hide"),
    ("r", "", "rules"), ("t", "", "theme"), ("?", "", "help"), ("Esc", "", "close"),
)  # fmt: skip
"""Keys and what they do; a second key does the same."""
_LEGEND = ("quote", "unsure", "term", "marker", "more")


def bar(name: str, *, more: str = "") -> str:
    """The bar at the top. `name`: what the page is of; `more`: HTML of other buttons, before those of all pages."""
    skip = f'<a class="k-skip" href="#main">{word_html("skip-to-article")}</a>'
    rules = attributes(type="button", class_="k-button", id="k-rules-button", aria_pressed="false")
    themes = {f"data_{key}": word(f"theme.{key}") for key in ("auto", "light", "dark")}
    theme = attributes(type="button", class_="k-button", id="k-theme", **themes)
    help = attributes(
        type="button", class_="k-button", id="k-help-button", aria_haspopup="dialog", aria_keyshortcuts="?"
    )
    return (
        f'{skip}\n<header class="k-bar"><span class="k-brand">khabar <span lang="ar">خبر</span></span>'
        f'<bdi class="k-of-what">{content_html(name)}</bdi><div class="k-buttons k-needs-js">{more}'
        f"<button{rules}>{word_html('show-rules')}</button>"
        f'<button{theme}>{word_html("theme")}: <span class="k-state">{word_html("theme.auto")}</span></button>'
        f"<button{help}>{word_html('help')}</button></div></header>\n"
    )


def end() -> str:
    """What stands below the articles: who made the page, and the help."""
    made = word_html("made-by", name=khabar.__version__)
    return f'<footer class="k-end" dir="ltr"><p>{made}</p></footer>\n{_help()}\n'


def _help() -> str:
    keys = "".join(_key(word_html(f"keys.{what}"), one, two) for one, two, what in _KEYS)
    legend = "".join(f'<li class="k-legend-{key}">{word_html(f"legend.{key}")}</li>' for key in _LEGEND)
    return (
        '<dialog id="k-help" class="k-dialog" dir="ltr" aria-labelledby="k-help-title">'
        f'<h2 id="k-help-title">{word_html("legend")}</h2><ul class="k-legend">{legend}</ul>'
        f'<h2>{word_html("keys")}</h2><dl class="k-keys">{keys}</dl>'
        f'<p><label><input type="checkbox" id="k-keys-on" checked> {word_html("keys.on")}</label></p>'
        f'<p><button type="button" class="k-button" id="k-help-close">{word_html("close")}</button></p></dialog>'
    )


def _key(what: str, *keys: str) -> str:
    shown = " ".join(f"<kbd>{key}</kbd>" for key in keys if key)
    return f"<div><dt>{shown}</dt><dd>{what}</dd></div>"
