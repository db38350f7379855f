"""What the page needs so that a reader can correct it: scripts, styles, and their words."""

from __future__ import annotations

import json

from khabar.decode.invisible import whole
from khabar.report.words import words

SCRIPTS = ("corrections.js",)
STYLES = ("corrections.css",)
_PARTS = ("edit.", "label.", "kind.", "language")


def words_html() -> str:
    """The words of the editor as a script of JSON, which nothing runs. No "<" is in it, so nothing ends it."""
    from khabar import __version__

    table = {key: told for key, told in words().items() if key.startswith(_PARTS)}
    text = json.dumps({"khabar": __version__, **table}, ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/json" id="k-words">{whole(text)[0]}</script>\n'
