"""Rows as a table in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from khabar.markdown import escape


def pipe_table(columns: Sequence[str], rows: Iterable[Sequence[str | int | float | None]]) -> str:
    """Rows as a GitHub table."""
    lines = [list(columns), ["---"] * len(columns)]
    lines += [["" if c is None else escape(str(c)).replace("|", r"\|") for c in row] for row in rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
