"""The face of a writer."""

from __future__ import annotations

from typing import Any

from khabar_cli.views.base import View


class Writer:
    """Items to strings: `head`, then one `item` or `error` for each input, then `tail`.

    `item` has two halves: `part`, which may be made in another process and knows nothing of other items, and
    `put`, which is done where the output is, in its order.
    """

    between = ""
    """What stands between two parts that are text."""

    def __init__(self, view: View[Any]) -> None:
        self.view = view
        self._before = ""

    def head(self) -> str:
        """What stands before the first item."""
        return ""

    def part(self, item: Any) -> Any:
        """One item (a document's trace, or all rules), whole: its text, or where `put` gathers items, what
        it needs of this one (small, and such as can be pickled)."""
        raise NotImplementedError

    def put(self, part: Any) -> str:
        """The part in its place."""
        if not part:
            return ""
        before, self._before = self._before, self.between
        text: str = before + part
        return text

    def item(self, item: Any) -> str:
        """One item in its place."""
        return self.put(self.part(item))

    def error(self, source: str, code: str, message: str) -> str:
        """An input that failed, as an object in its place in the stream (only the JSON formats have any)."""
        raise NotImplementedError

    def failed(self, source: str, message: str) -> None:
        """An input has failed, as `message` says; it is told elsewhere."""

    def tail(self) -> str:
        """What stands after the last item."""
        return ""
