"""Signals that ask the command to end: it leaves nothing half-done behind, and then dies of the signal, so that who
sent it sees that it did."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


class Ended(KeyboardInterrupt):
    """A signal has come that ends the command. To all that cleans up it is what Ctrl-C is."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextmanager
def ended_cleanly() -> Iterator[None]:
    """Inside, SIGTERM and SIGHUP raise Ended; outside, the process dies of the signal that came. One that is ignored
    (nohup) stays ignored."""
    replaced = []
    try:
        for number in _ENDING:
            if signal.getsignal(number) is signal.SIG_DFL:
                signal.signal(number, _end)
                replaced.append(number)
    except ValueError:  # not the main thread: nobody but that one may
        pass
    try:
        yield
    except Ended as ended:
        signal.signal(ended.number, signal.SIG_DFL)
        os.kill(os.getpid(), ended.number)
        raise
    finally:
        for number in replaced:
            signal.signal(number, signal.SIG_DFL)


def _end(number: int, _: FrameType | None) -> None:
    for other in _ENDING:  # cleaning up is not interrupted
        signal.signal(other, signal.SIG_IGN)
    raise Ended(number)
