"""What is written of one document: the half of a writer's work that any process can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from khabar_cli.output import make_writer
from khabar_cli.spreadsheets import CellOptions

if TYPE_CHECKING:
    from khabar import Trace

    from khabar_cli.output.base import Writer
    from khabar_cli.terminal import Screen
    from khabar_cli.views.base import View


_AS_THEY_ARE = CellOptions()


class Rendering:
    """The `finish` of a job: a parsed document becomes what `put` of the writer takes, in an `Unmatched`
    where it has none of the speakers that were asked for. Can be pickled.

    `whole`: each document is an output of its own, with the head and the tail of its format.
    """

    def __init__(
        self,
        view: View[Any],
        format: str,
        screen: Screen,
        *,
        quiet: bool = False,
        whole: bool = False,
        cells: CellOptions = _AS_THEY_ARE,
    ) -> None:
        self.view = view
        self.format = format
        self.screen = screen
        self.quiet = quiet
        self.whole = whole
        self.cells = cells

    def writer(self) -> Writer:
        """A new writer of the format, nothing written yet."""
        writer = make_writer(self.format, self.view, self.screen, quiet=self.quiet, cells=self.cells)
        tally = self.view.tally()
        if tally is not None:
            from khabar_cli.output.gathered import GatheringWriter

            writer = GatheringWriter(writer, tally)
        if self.view.notes is not None:
            from khabar_cli.output.noting import NotingWriter

            writer = NotingWriter(writer, self.view.notes)
        return writer

    def __call__(self, trace: Trace) -> Any:
        made = self._made(trace)
        names = self.view.unmatched(trace)
        if names is None:
            return made
        from khabar_cli.unmatched import Unmatched

        return Unmatched(made, names)

    def _made(self, trace: Trace) -> Any:
        writer = self.writer()
        if not self.whole:
            return writer.part(trace)
        return writer.head() + writer.item(trace) + writer.tail()
