"""The README for a package index, where paths into the repository lead nowhere: no pictures, links as plain words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface


def for_an_index(readme: str) -> str:
    """Without pictures of the repository, and without links to its files; links elsewhere and to headings stay."""
    for pictures in (r"^\|.*\n\|[-|]+\|\n\| !\[.*\n+", r"^!\[[^]]*\]\((?!https:)[^)]*\)\n+"):  # of a table, alone
        readme = re.sub(pictures, "", readme, flags=re.MULTILINE)
    return re.sub(r"\[([^]]+)\]\((?!https:|#)[^)]*\)", r"\1", readme)


class ReadmeForAnIndex(MetadataHookInterface):
    """Hatchling's hook for `dynamic = ["readme"]`."""

    def update(self, metadata: dict[str, Any]) -> None:
        text = (Path(self.root) / "README.md").read_text("utf-8")
        metadata["readme"] = {"content-type": "text/markdown", "text": for_an_index(text)}
