"""Signals that ask the command to end: it leaves nothing half-done behind, and then dies of the signal, so that who
sent it sees that it did."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

_ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


class Ended(KeyboardInterrupt):
    """A signal has come that ends the command. To all that cleans up it is what Ctrl-C is."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


_come: list[int] = []
"""The signals that have come. Python drops what is raised where it cannot go on, as in a callback of an import: who
works on many documents asks `check` after each."""


@contextmanager
def ended_cleanly() -> Iterator[Callable[[], None]]:
    """Inside, SIGTERM and SIGHUP raise Ended; outside, the process dies of the signal that came. One that is ignored
    (nohup) stays ignored. Gives `check`."""
    replaced: dict[int, Any] = {}
    try:
        for number, handler in {**dict.fromkeys(_ENDING, _end), signal.SIGINT: _interrupt}.items():
            if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
                replaced[number] = signal.signal(number, handler)
    except ValueError:  # not the main thread: nobody but that one may
        pass
    try:
        yield check
    except Ended as ended:
        signal.signal(ended.number, signal.SIG_DFL)
        os.kill(os.getpid(), ended.number)
        raise
    finally:
        _come.clear()
        for number, before in replaced.items():
            signal.signal(number, before)


def check() -> None:
    """Raise what a signal has raised before, and what was dropped."""
    if _come:
        raise KeyboardInterrupt if _come[0] == signal.SIGINT else Ended(_come[0])


def _interrupt(number: int, _: FrameType | None) -> None:
    _come.append(number)
    raise KeyboardInterrupt


def _end(number: int, _: FrameType | None) -> None:
    _come.append(number)
    for other in _ENDING:  # cleaning up is not interrupted
        signal.signal(other, signal.SIG_IGN)
    raise Ended(number)
