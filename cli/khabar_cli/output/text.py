"""Plain text, one paragraph per line: no wrapping, no alignment, no colours."""

from __future__ import annotations

from typing import Any

from khabar_cli.characters import plain
from khabar_cli.output.base import Writer


class TextWriter(Writer):
    """Items are parted by two empty lines."""

    between = "\n\n"

    def part(self, item: Any) -> str:
        text = plain(self.view.text(item)).rstrip("\n")
        return f"{text}\n" if text else ""
