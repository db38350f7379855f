"""A process that works on documents, and the pipe to it.

Processes of our own and not concurrent.futures: there, one that dies takes the whole pool with it. A result
comes for every document as soon as it is done, so the first one without an answer is the one at hand: that is
who is to blame when the process dies, and whose time is measured.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import time
from collections import deque
from collections.abc import Collection, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from khabar.corpus.work import Job, Result, internal, tune_collector, warm, work
from khabar.lexicon.additions import install

if TYPE_CHECKING:
    from khabar.corpus.item import Item

Task = tuple[int, "Item"]
"""A document and its number in the order of the input."""
_ENDING = {getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)}
"""Signals that end the command."""
_FORKS = sys.platform == "linux"
"""Elsewhere a process that was forked may not use the system's libraries, and starts anew."""
_PR_SET_PDEATHSIG = 1
"""To prctl of Linux: the signal that comes when the parent dies."""
_context: Any = get_context("fork" if _FORKS else "spawn")


def prepare(job: Job) -> None:
    """To be called once before the first worker: what is loaded now, all of them have."""
    if _FORKS:
        import ctypes  # noqa: F401 for _die_with

        warm(job)
        gc.freeze()  # so that no collection writes to the pages that are shared


class Worker:
    """One process. `pending`: the documents that it was given and has not answered, in order; `ghosts`: how many
    of those that were taken back from it, and given to others, it will answer all the same."""

    def __init__(self, job: Job, others: Collection[Worker]) -> None:
        """`others`: those that live, whose pipes the new process must not hold open. Raises OSError."""
        self.pending: deque[Task] = deque()
        self.ghosts = 0
        self.since = 0.0
        """When the document at hand was begun, as far as can be known here."""
        self.pipe, theirs = _context.Pipe()
        inherited = [self.pipe, *(other.pipe for other in others)] if _FORKS else []
        self._process = _context.Process(target=_serve, args=(theirs, job, inherited, os.getpid()), daemon=True)
        try:
            with _no_interrupts():
                self._process.start()
        except BaseException:
            self.pipe.close()
            raise
        finally:
            theirs.close()

    def give(self, tasks: Sequence[Task]) -> None:
        """Hand over documents, to a worker that has none: it reads at once, so this does not block."""
        self.pending.extend(tasks)
        self.since = time.monotonic()
        with suppress(OSError):  # it is dead: `take` finds out
            self.pipe.send_bytes(pickle.dumps([item for _, item in tasks], pickle.HIGHEST_PROTOCOL))

    @property
    def busy(self) -> bool:
        """It has not answered everything that it was given."""
        return bool(self.pending or self.ghosts)

    def take(self) -> tuple[Task, Result] | None:
        """The next result, where the pipe has something; None for one that is not wanted any more. Raises
        EOFError where the process is dead."""
        try:
            result = pickle.loads(self.pipe.recv_bytes())
        except OSError as error:
            raise EOFError from error
        self.since = time.monotonic()
        if self.pending:
            return self.pending.popleft(), result
        self.ghosts -= 1
        return None

    def release(self) -> list[Task]:
        """Give back the documents behind the one at hand. They cannot be called back from the pipe: the worker
        does them too when it gets there, which is a moment's work (see batch), for nothing."""
        rest = [self.pending.pop() for _ in range(len(self.pending) - 1)]
        self.ghosts += len(rest)
        return rest[::-1]

    def end(self) -> None:
        """Kill the process: it holds nothing but the document at hand."""
        self._process.kill()
        self._process.join()
        self.pipe.close()

    def dead(self) -> str:
        """The end of a process that has hung up, for people."""
        self._process.join(1)  # it may be a moment from being dead
        self.end()
        code = self._process.exitcode or 0
        return f"killed by signal {-code}" if code < 0 else f"exit status {code}"


class _no_interrupts:  # noqa: N801 used as a function
    """Ctrl-C and the like come later: a new process must not see them before it is deaf to them, or has left off
    what the parent does about them."""

    def __enter__(self) -> None:
        if hasattr(signal, "pthread_sigmask"):
            self._before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)

    def __exit__(self, *_: object) -> None:
        if hasattr(signal, "pthread_sigmask"):
            signal.pthread_sigmask(signal.SIG_SETMASK, self._before)


def _die_with(parent: int) -> None:
    """Have the kernel kill this process when the parent dies, be it in the middle of a document."""
    if sys.platform == "linux":
        import ctypes

        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)


def _serve(pipe: Connection, job: Job, inherited: Collection[Connection], parent: int) -> None:
    """The life of a worker: until the pipe is closed. Never returns, so nothing of the parent's is flushed."""
    status = 0
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's; it ends us
        for number in _ENDING:
            if callable(signal.getsignal(number)):  # the parent cleans up; there is nothing here to clean
                signal.signal(number, signal.SIG_DFL)
        if hasattr(signal, "pthread_sigmask"):
            signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
        _die_with(parent)
        for other in inherited:
            other.close()
        tune_collector()
        install(job.lexicon)
        while True:
            for item in pickle.loads(pipe.recv_bytes()):
                pipe.send_bytes(pickle.dumps(work(item, job), pickle.HIGHEST_PROTOCOL))
    except (EOFError, OSError):  # the parent has no more work, or is gone
        pass
    except BaseException as error:
        internal(error, "a worker" if job.debug else None)
        status = 1
    finally:
        os._exit(status)
