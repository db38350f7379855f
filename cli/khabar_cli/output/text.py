"""Plain text, one paragraph per line: no wrapping, no alignment, no colours."""

from __future__ import annotations

from typing import Any

from khabar_cli.characters import plain
from khabar_cli.output.base import Writer


class TextWriter(Writer):
    """Items are parted by two empty lines."""

    _between = ""

    def item(self, item: Any) -> str:
        text = plain(self.view.text(item)).rstrip("\n")
        if not text:
            return ""
        before, self._between = self._between, "\n\n"
        return f"{before}{text}\n"
