"""Markdown: what the view makes of each item, parted by rules."""

from __future__ import annotations

from typing import Any

from khabar_cli.characters import plain
from khabar_cli.output.base import Writer


class MarkdownWriter(Writer):
    """Documents are parted by a rule."""

    between = "\n---\n\n"

    def part(self, item: Any) -> str:
        text = plain(self.view.markdown(item)).strip("\n")
        return f"{text}\n" if text else ""
