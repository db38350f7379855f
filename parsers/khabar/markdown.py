"""Articles and pictures in Markdown: the title as `#`, headings as `##`, pictures as figure lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from khabar.bidi import CONTROLS, contained
from khabar.entries import Image, Readable, in_order

_INSIDE = re.compile(r"[\\`*_\[\]<]|&(?=#?\w+;)")
_AT_START = re.compile(r"^(\s*)(?:([#>+=~|-])|(\d+)([.)])(?=\s|$))")


def escape(text: str) -> str:
    """The text as Markdown that shows it as it is, on one line, and turns nothing round that follows. Characters that
    mean something only at the start of a line (`#`, `-`, `1.`) are escaped there only."""
    text = _INSIDE.sub(r"\\\g<0>", contained(" ".join(text.split())))
    return _AT_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", text)


def figure(image: Image) -> str:
    """`![alt](src)`, and under it the caption in italics, a dash and the credit."""
    lines = []
    if image.alt or image.src:
        lines.append(f"![{escape(image.alt or '')}]({_target(image.src)})")
    caption = f"*{escape(image.caption)}*" if image.caption else ""
    credit = escape(image.credit) if image.credit else ""
    if caption or credit:
        lines.append(" — ".join(part for part in (caption, credit) if part))
    return "\\\n".join(lines)  # a backslash at the end of a line is a hard line break


def _target(src: str | None) -> str:
    if src and not src.isascii():
        src = re.sub(f"[{CONTROLS}]", lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), src)
    if not src or not re.search(r"[\s()<>]", src):
        return src or ""
    return "<" + re.sub(r"\s", "%20", src).replace("<", "%3C").replace(">", "%3E") + ">"


def article(a: Readable) -> str:
    """A whole article."""
    return "\n\n".join(part for part in _parts(a) if part)


def _parts(a: Readable) -> Iterator[str]:
    if a.title:
        yield f"# {escape(a.title)}"
    about = [*a.byline, *(stamp for stamp in (a.published,) if stamp)]
    if about:
        yield escape(" · ".join(map(contained, about)))
    for part in in_order(a.sections, a.images):
        if isinstance(part, Image):
            yield figure(part)
        else:
            heading, text = part
            yield f"## {escape(text)}" if heading else escape(text)
