"""How far the work is: one line on a terminal that changes in place, and one at the end that stays."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from khabar_cli.messages import one_line

if TYPE_CHECKING:
    from khabar.corpus.item import Failure, Item
    from khabar.corpus.skipped import Skipped

PATIENCE = 2.0
"""Seconds before the first sign: short work needs none."""
MANY = 1000
"""From so many documents on the last line is shown where there is no terminal, too."""
_EVERY = 0.25
_MOMENT = 0.02
"""Seconds of counting, each time that something is shown."""


class Progress:
    """Counts, and shows them. `terminal`: standard error is one, and standard output does not write to it as
    well. `total`: asked now and then for the number of all documents, None while that is not known. `skipped`:
    who counts what is passed over in folders and WARC files."""

    def __init__(
        self,
        *,
        terminal: bool,
        quiet: bool,
        total: Callable[[], int | None] = lambda: None,
        skipped: Skipped | None = None,
    ) -> None:
        self.done = 0
        self.failed = 0
        self.there = 0
        """Documents that --skip-existing found a file of."""
        self._interrupted = False
        self._unfinished: str | None = None
        self._skipped = skipped
        self._shows = terminal and not quiet
        self._quiet = quiet
        self._total = total
        self._start = time.monotonic()
        self._next = self._start + PATIENCE
        self._shown = False

    def add(self, failed: bool) -> None:
        """One more document is done."""
        self.done += 1
        self.failed += failed
        if self._shows:
            now = time.monotonic()
            if now >= self._next:
                self._next = now + _EVERY
                self._shown = True
                _write(f"\r\x1b[K{line(self.done, self.failed, now - self._start, self._total())}")

    def hide(self) -> None:
        """Make room for a line of somebody else's."""
        if self._shown:
            self._shown = False
            _write("\r\x1b[K")

    @contextmanager
    def unfinished(self, told: str | None) -> Iterator[None]:
        """Inside, Ctrl-C is told in the last line, with this; None: only where that line is shown anyway. Other
        signals (see khabar_cli.signals) are for who sent them to tell."""
        try:
            yield
        except KeyboardInterrupt as error:
            if type(error) is KeyboardInterrupt:
                self._interrupted = True
                self._unfinished = told
            raise

    def end(self) -> None:
        """The last line: where somebody has waited for it, or would count otherwise, wherever something was passed
        over, and where what was interrupted has left files."""
        self.hide()
        if self._quiet:
            return
        seconds = time.monotonic() - self._start
        skipped = self._skipped.summary() if self._skipped is not None else ""
        long = self.done >= MANY or (self._shows and seconds >= PATIENCE)
        if long or skipped or self.there or self._unfinished is not None or (self._interrupted and self._shows):
            read = self.done - self.failed
            told = last_line(read, self.failed, self.there, skipped, seconds if long else None)
            _write(f"{interrupted_line(told, self._unfinished) if self._interrupted else told}\n")


class Total:
    """The number of all documents, counted a moment at a time; None while it is not known, and for ever where
    some of them are in files of records: to count those is to read them."""

    def __init__(self, items: Iterator[Item | Failure]) -> None:
        self._items: Iterator[Item | Failure] | None = items
        self._counted = 0
        self._known = False

    def __call__(self) -> int | None:
        until = time.monotonic() + _MOMENT
        while self._items is not None and time.monotonic() < until:
            item = next(self._items, None)
            if item is None:
                self._items, self._known = None, True
            elif getattr(item, "data", None) is not None:
                self._items = None
            else:
                self._counted += 1
        return self._counted if self._known else None


def line(done: int, failed: int, seconds: float, total: int | None) -> str:
    """The line that changes: done, rate, errors, and the time left where the number of all is known."""
    rate = done / seconds if seconds else 0.0
    parts = [
        _documents(done) if total is None else f"{done} of {_documents(total)}",
        f"{rate:.0f}/s" if rate >= 10 else f"{rate:.1f}/s",
    ]
    if failed:
        parts.append(f"{failed} failed")
    if total is not None and rate:
        parts.append(f"{clock(max(0, total - done) / rate)} left")
    return "khabar: " + ", ".join(parts)


def last_line(read: int, failed: int, there: int, skipped: str, seconds: float | None) -> str:
    """The line that stays: `khabar: 412 read, 3 failed, 250 there already, 17 skipped: 12 .pdf, 5 .jpg (31 s)`.
    `read`: documents that were parsed; `seconds`: None for work that nobody waited for."""
    parts = [f"{read} read", f"{failed} failed"]
    if there:
        parts.append(f"{there} there already")
    if skipped:
        parts.append(skipped)
    told = f"khabar: {', '.join(parts)}"
    return one_line(told if seconds is None else f"{told} ({seconds:.0f} s)")


def interrupted_line(told: str, unfinished: str | None) -> str:
    """The last line of such a run: `khabar: interrupted: 41 read, 0 failed; a.csv was not written`."""
    line = told.replace("khabar: ", "khabar: interrupted: ", 1)
    return one_line(f"{line}; {unfinished}") if unfinished else line


def clock(seconds: float) -> str:
    """`1:05`, `2:01:05`."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _documents(number: int) -> str:
    return f"{number} document{'' if number == 1 else 's'}"


def _write(text: str) -> None:
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:  # nobody sees it
        pass
