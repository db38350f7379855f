"""The face of a writer."""

from __future__ import annotations

from typing import Any

from khabar_cli.views.base import View


class Writer:
    """Items to strings: `head`, then one `item` or `error` for each input, then `tail`."""

    def __init__(self, view: View[Any]) -> None:
        self.view = view

    def head(self) -> str:
        """What stands before the first item."""
        return ""

    def item(self, item: Any) -> str:
        """One item (a document's trace, or all rules), whole."""
        raise NotImplementedError

    def error(self, source: str, code: str, message: str) -> str:
        """An input that failed, as an object of the stream (only the JSON formats have any)."""
        raise NotImplementedError

    def tail(self) -> str:
        """What stands after the last item."""
        return ""
