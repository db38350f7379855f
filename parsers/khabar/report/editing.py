"""What the page needs so that a reader can correct it: scripts, styles, and their words."""

from __future__ import annotations

from khabar.report.escaping import json_html
from khabar.report.words import words

SCRIPTS = ("corrections_read.js", "corrections.js")
STYLES = ("corrections.css",)
_PARTS = ("edit.", "label.", "kind.", "language")


def words_html() -> str:
    """The words of the editor as a script of JSON, which nothing runs."""
    from khabar import __version__

    table = {key: told for key, told in words().items() if key.startswith(_PARTS)}
    content = json_html({"khabar": __version__, **table})
    return f'<script type="application/json" id="k-words">{content}</script>\n'
