"""Markdown: what the view makes of each item, parted by rules."""

from __future__ import annotations

from typing import Any

from khabar_cli.characters import plain
from khabar_cli.output.base import Writer


class MarkdownWriter(Writer):
    """Documents are parted by a rule."""

    _between = ""

    def item(self, item: Any) -> str:
        text = plain(self.view.markdown(item)).strip("\n")
        if not text:
            return ""
        before, self._between = self._between, "\n---\n\n"
        return f"{before}{text}\n"
