"""What HTML's elements are to a reader: part of a line, a block of their own, or nothing that is read."""

from __future__ import annotations

INLINE = frozenset(
    (
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
        "ins", "kbd", "mark", "nobr", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong",
        "sub", "sup", "time", "tt", "u", "var", "wbr", "math", "mi", "mn", "mo", "mrow", "meter", "label",
    )
)  # fmt: skip
"""Elements that stand inside a line of text."""

LINES = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6"))
"""Elements that hold one paragraph: what stands inside of one does not divide it."""

BOLD = frozenset(("b", "strong"))

READINGS = frozenset(("rt", "rp"))
"""How characters are read, beside them, and the brackets round it."""

DELETED = frozenset(("del", "s", "strike"))

UNREAD = frozenset(
    (
        "script", "style", "svg", "template", "head", "link", "meta", "title", "base", "map", "canvas", "param",
        "track", "source", "option", "datalist", "noscript",
    )
)  # fmt: skip
"""Elements whose text no reader sees."""

CONTROLS = frozenset(("button", "select", "textarea", "input", "dialog", "menu", "fieldset", "progress", "optgroup"))
"""Elements to operate the page with."""

FRAMES = frozenset(("iframe", "object", "embed", "audio", "video", "amp-video", "amp-iframe", "amp-audio"))
"""Elements that show something from elsewhere; their text is for programs that cannot."""

IMAGES = frozenset(("img", "amp-img", "image"))

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}

OUTSIDE = frozenset(("nav", "footer", "aside", "dialog", "menu"))
"""Elements that are beside an article by their meaning."""
