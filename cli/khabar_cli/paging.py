"""Standard output through a pager, from the first line on that the screen has no room for."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, BinaryIO, cast

from khabar_cli.pager import environment
from khabar_cli.sink import OutputClosed, OutputError, Sink
from khabar_cli.terminal import is_terminal

_BELOW = 1
"""Lines of the screen that the shell's next prompt takes."""


class PagerSink(Sink):
    """What is written is held back until it is longer than the screen; then the pager gets it, and all that follows
    as it comes. Who quits the pager has closed the output (OutputClosed).

    Where standard error is the terminal, too, its lines keep their place in what is held back; once there is a pager,
    they wait for its end.
    """

    def __init__(self, stream: BinaryIO, command: Sequence[str], rows: int) -> None:
        super().__init__(stream, "standard output")
        self._command = command
        self._room = rows - _BELOW
        self._holds = True
        self._held: list[tuple[Any, str]] = []
        """Texts for standard error, with that stream, and for the output (None)."""
        self._pager: subprocess.Popen[bytes] | None = None
        self._complaints: _Complaints | None = None
        if is_terminal(sys.stderr):
            self._complaints = _Complaints(self, sys.stderr)
            sys.stderr = self._complaints

    def write(self, text: str) -> None:
        if not self._holds:
            super().write(text)
            return
        self._held.append((None, text))
        self._room -= text.count("\n")
        if self._room < 0:
            self._holds = False
            self._start()
            self._hand_over()

    def complain(self, stream: Any, text: str) -> None:
        """A text for standard error."""
        if self._holds or self._pager is not None:
            self._held.append((stream, text))
        else:
            stream.write(text)

    def commit(self) -> None:
        self._end()

    def abort(self) -> None:
        with suppress(OutputClosed, OutputError):
            self._end()

    def _start(self) -> None:
        """Without the pager, where it cannot be started, the output goes on as it is."""
        with suppress(OSError):
            self._pager = subprocess.Popen(self._command, stdin=subprocess.PIPE, env=environment(os.environ))
            self._stream = cast(BinaryIO, self._pager.stdin)

    def _hand_over(self) -> None:
        """What is held back goes where it belongs; while there is a pager, without what is for standard error."""
        held, self._held = self._held, []
        for stream, text in held:
            if stream is None:
                super().write(text)
            else:
                self.complain(stream, text)

    def _end(self) -> None:
        if self._complaints is not None:
            sys.stderr, self._complaints = self._complaints.stream, None
        pager, self._pager, self._holds = self._pager, None, False
        if pager is not None and pager.stdin is not None:
            with _deaf():
                with suppress(OSError):
                    pager.stdin.close()
                pager.wait()
        self._hand_over()


class _Complaints:
    """Standard error, whose lines would come between those of the pager."""

    def __init__(self, sink: PagerSink, stream: Any) -> None:
        self._sink = sink
        self._process = os.getpid()
        self.stream = stream

    def write(self, text: str) -> int:
        if os.getpid() == self._process:
            self._sink.complain(self.stream, text)
        else:  # one that this one has made: nobody would ask it for what it holds
            self.stream.write(text)
        return len(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)


@contextmanager
def _deaf() -> Iterator[None]:
    """Inside, Ctrl-C is for the pager alone: to it, it means something else."""
    try:
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    except ValueError:  # not the main thread: that one hears it
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
