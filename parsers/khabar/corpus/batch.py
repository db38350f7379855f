"""Many documents at once: who works on what, and in what order results come out.

What is held at any time is bounded, in documents and in bytes: while the first of the window is not done, no
more are begun than the window takes (those behind it in its message go to others). Items are pulled when a
worker is idle, so a source that is slow (records that somebody is still writing) delays results by as many
documents as there are workers.
"""

from __future__ import annotations

import gc
import time
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from khabar.corpus.item import Failure, Item
from khabar.corpus.work import Job, Result, failed, tune_collector, work

if TYPE_CHECKING:
    from khabar.corpus.workers import Task, Worker

HANDFUL = 20
"""So few files are done before other processes would have begun."""
MANY = 100
"""From so many documents on the collector is worth its time (main switches it off)."""
WINDOW = 1000
"""Documents begun and not yet out, at most."""
WINDOW_BYTES = 32 << 20
"""And their bytes, as far as they are in this process; what is at work when it is full comes on top."""
_LONGEST = 64
"""Documents in a message."""
_MESSAGE_BYTES = 1 << 20
_MESSAGE_SECONDS = 0.1
"""Work in a message: enough that handing over costs nothing, so little that nobody waits at the end."""
_NEWEST = 0.05
"""Weight of the newest document in the average of seconds for one: some twenty count."""
_FASTEST = 1e-6
"""Seconds for a document at the least, to divide by."""
_STUCK = 0.5
"""Seconds at one document after which those behind it in its message are given to others."""
_LONGEST_WAIT = 3600.0
"""Seconds that are waited at once: systems know no number for those of some weeks."""


def run(
    items: Iterable[Item | Failure], job: Job, jobs: int, ordered: bool, *, collector: bool = False
) -> Generator[Result, None, None]:
    """A result for each item, in the order of the items or as they are done. `jobs`: processes, 0 for one on
    each core. `collector`: that of this process may be tuned for good, since it does nothing else. Close the iterator
    to end the processes before it is exhausted."""
    jobs = jobs or cores()
    source = iter(items)
    head: list[Item | Failure] = []
    if job.timeout is None:  # a document can only be stopped in a process of its own
        if jobs > 1:
            head = _handful(source)
        if len(head) < HANDFUL and (jobs == 1 or not _is_data(head)):
            return _alone(chain(head, source), job, collector)
    return _Pool(chain(head, source), job, jobs, ordered, collector).run()


def cores() -> int:
    """The processors that this process may use."""
    import os

    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def _handful(source: Iterator[Item | Failure]) -> list[Item | Failure]:
    """The first items: as many as make a pool worth its while. Only files are waited for: records may come
    slowly, and are rarely few."""
    head: list[Item | Failure] = []
    for item in source:
        head.append(item)
        if len(head) == HANDFUL or _is_data(head):
            break
    return head


def _is_data(head: list[Item | Failure]) -> bool:
    return bool(head) and isinstance(head[-1], Item) and head[-1].data is not None


def _alone(items: Iterable[Item | Failure], job: Job, collector: bool) -> Generator[Result, None, None]:
    for number, item in enumerate(items):
        if number == MANY and collector:
            gc.freeze()
            tune_collector()
        yield _of_failure(item) if isinstance(item, Failure) else work(item, job)


def _of_failure(item: Failure) -> Result:
    return Result(item.source, item.source, None, (item.code, item.message))


class _Pool:
    """Workers, the items that they have, and the results that wait for their turn."""

    def __init__(self, items: Iterator[Item | Failure], job: Job, jobs: int, ordered: bool, collector: bool) -> None:
        self._numbered: Iterator[tuple[int, Item | Failure]] | None = enumerate(items)
        self._job = job
        self._jobs = jobs
        self._ordered = ordered
        self._collector = collector
        self._workers: list[Worker] = []
        self._again: deque[Task] = deque()
        """What others have begun and not done: those that died, or are stuck."""
        self._held = 0
        self._bytes = 0
        self._done: dict[int, Result] = {}
        self._next = 0
        self._reading: Worker | None = None
        """Whose message is being read."""
        self._pace = _MESSAGE_SECONDS / 4
        """Seconds for a document, lately."""

    def run(self) -> Generator[Result, None, None]:
        from khabar.corpus.workers import prepare

        prepare(self._job)
        if self._collector:
            tune_collector()
        try:
            while True:
                self._give()
                yield from self._out()
                if not any(worker.pending for worker in self._workers) and not self._again and not self._numbered:
                    return
                self._wait()
                yield from self._out()
        except KeyboardInterrupt:  # what is done is not lost
            if self._reading is not None:  # in the middle of a message: what follows in its pipe makes no sense
                self._reading.end()
                self._workers.remove(self._reading)
            while self._collect(0):
                pass
            yield from self._out()
            raise
        finally:
            for worker in self._workers:
                worker.end()
            if not self._collector:
                gc.unfreeze()

    def _give(self) -> None:
        """A message to each worker that has nothing to do."""
        for n in range(self._jobs):
            if n < len(self._workers) and self._workers[n].busy:
                continue
            tasks = self._message()
            if not tasks:
                return
            if n == len(self._workers) and not self._hire():
                self._again.extendleft(reversed(tasks))
                return
            self._workers[n].give(tasks)

    def _hire(self) -> bool:
        """One more worker; where the system has room for no more, those that there are must do."""
        from khabar.corpus.workers import Worker

        try:
            self._workers.append(Worker(self._job, self._workers))
        except OSError:
            if not self._workers:
                raise
            self._jobs = len(self._workers)
            return False
        return True

    def _message(self) -> list[Task]:
        """The next documents, as many as take a moment; none where there are none, or no room for more."""
        longest = max(1, min(_LONGEST, int(_MESSAGE_SECONDS / max(self._pace, _FASTEST))))
        until = time.monotonic() + _MESSAGE_SECONDS / 2
        tasks: list[Task] = []
        size = 0
        while len(tasks) < longest and size < _MESSAGE_BYTES:
            if self._again:
                task = self._again.popleft()
            else:
                fresh = self._fresh()
                if fresh is None:
                    break
                task = fresh
            tasks.append(task)
            size += _size(task[1])
            if time.monotonic() > until:  # a slow source
                break
        return tasks

    def _fresh(self) -> Task | None:
        while self._numbered and self._has_room():
            number, item = next(self._numbered, (0, None))
            if item is None:
                self._numbered = None
                return None
            self._held += 1
            if isinstance(item, Failure):
                self._done[number] = _of_failure(item)
                continue
            self._bytes += _size(item)
            return number, item
        return None

    def _has_room(self) -> bool:
        return self._held == 0 or (self._held < WINDOW and self._bytes < WINDOW_BYTES)

    def _out(self) -> Iterator[Result]:
        """The results whose turn it is."""
        if not self._ordered:
            while self._done:
                yield self._release(next(iter(self._done)))
            return
        while self._next in self._done:
            self._next += 1
            yield self._release(self._next - 1)

    def _release(self, number: int) -> Result:
        result = self._done.pop(number)
        self._held -= 1
        self._bytes -= result.size
        return result

    def _wait(self) -> None:
        """Until something is done, a worker dies or somebody has been at a document for too long."""
        limit = self._job.timeout
        busy = [worker for worker in self._workers if worker.busy]
        self._collect(self._patience(busy))
        now = time.monotonic()
        for worker in busy:
            # What has come is taken first: it may be this process that was late
            if worker not in self._workers or now - worker.since < min(limit or _STUCK, _STUCK) or worker.pipe.poll():
                continue
            if limit is not None and now - worker.since >= limit:
                worker.end()
                self._lose(worker, "timeout", f"took longer than {limit:g} s (--timeout)")
            elif len(worker.pending) > 1:
                self._again.extendleft(reversed(worker.release()))

    def _patience(self, busy: list[Worker]) -> float | None:
        """Seconds until the first of these has been at a document for too long; None: never."""
        limit = self._job.timeout
        until = [worker.since + limit for worker in busy] if limit is not None else []
        until += [worker.since + _STUCK for worker in busy if len(worker.pending) > 1]
        return min(max(0.0, min(until) - time.monotonic()), _LONGEST_WAIT) if until else None

    def _collect(self, seconds: float | None) -> bool:
        """Results that are there, or come within so many seconds, not more than one of each worker: any?"""
        from multiprocessing.connection import wait

        pipes = {worker.pipe: worker for worker in self._workers if worker.busy}
        found = wait(list(pipes), seconds) if pipes else []
        for pipe in found:
            worker = pipes[pipe]
            before = worker.since
            try:
                self._reading = worker
                taken = worker.take()
                self._reading = None
            except EOFError:
                self._reading = None
                self._lose(worker, "worker", f"the worker died ({worker.dead()})")
                continue
            if taken is None:
                continue
            (number, item), result = taken
            self._pace += _NEWEST * (worker.since - before - self._pace)
            self._bytes += result.size - _size(item)
            self._done[number] = result
        return bool(found)

    def _lose(self, worker: Worker, code: str, message: str) -> None:
        """A worker is no more: the document at hand is lost, the others go to its successors."""
        self._workers.remove(worker)
        if worker.pending:
            number, item = worker.pending.popleft()
            self._done[number] = failed(item, code, message)
            self._bytes -= _size(item)
            self._again.extendleft(reversed(worker.pending))


def _size(item: Item) -> int:
    return len(item.data) if item.data is not None else 0
