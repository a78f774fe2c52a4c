"""A function applied to many things by several processes: in order, in bounded memory, and none lost with a process.

Not by ``ProcessPoolExecutor``: its workers write into one pipe, and one that is killed while it writes (out of memory,
``kill -9``) leaves all of them waiting for ever; one that dies elsewhere takes down what the others had in hand. Here a
worker has a pipe of its own and one thing at a time: its death is an end of file, and what it was at is known.

On Linux the workers are forked from a server that has no threads and has loaded ``preload``, so that a dictionary is
read once and its memory is shared. Elsewhere forking is not safe, and every worker starts from nothing.
"""

from __future__ import annotations

import contextlib
import enum
import gc
import logging
import multiprocessing
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import forkserver
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

log = logging.getLogger(__name__)

#: things for each worker that are in hand, or done and waiting for their turn behind a slow one
AHEAD = 8
#: seconds that the workers have to end by themselves, before they are killed
PATIENCE = 1.0
#: of every process that is started: a library that calculates in threads would take the cores of the other workers and
#: leave the server unfit for forking; and what lies in the working directory is never taken for a module
_ENVIRONMENT = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "PYTHONSAFEPATH"), "1")


@dataclass(frozen=True, kw_only=True, slots=True)
class Died(Generic[T]):
    """Stands in the place of a result: the thing ended its process, and then another that had nothing else to do."""

    item: T
    #: exit code of the second process; negative: the signal that ended it; None if it could not be started
    code: int | None

    @property
    def reason(self) -> str:
        """How the process ended, as half a sentence.

        >>> Died(item="a.txt", code=-9).reason, Died(item="a.txt", code=3).reason
        ('was killed by SIGKILL (out of memory?)', 'ended with code 3')
        """
        if self.code is None:
            return "could not be started again"
        if self.code >= 0:
            return f"ended with code {self.code}"
        try:
            name = signal.Signals(-self.code).name
        except ValueError:
            name = f"signal {-self.code}"
        return f"was killed by {name}" + (" (out of memory?)" if name == "SIGKILL" else "")


def cores() -> int:
    """Number of cores that this process may use."""
    count: Callable[[], int | None] | None = getattr(os, "process_cpu_count", None)  # Python 3.13
    if count is not None:
        return count() or 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def ordered(
    function: Callable[[T], R],
    items: Iterable[T],
    *,
    workers: int,
    prepare: Callable[[], object] | None = None,
    preload: Sequence[str] = (),
) -> Generator[R | Died[T], None, None]:
    """``function(item)`` of every item, in the order of the items whatever the number of workers; 1 is this process.

    At most ``workers * AHEAD`` items are taken before their results are asked for. ``prepare`` is called first in every
    worker; ``preload`` are modules that the server imports which workers are forked from. All that goes from process
    to process must be picklable. What ``function`` raises is raised here, in its turn. When the generator is closed or
    interrupted, its workers end within ``PATIENCE``.
    """
    crew = _Crew(function, prepare, preload, workers)
    try:
        if workers > 1:
            yield from crew.results(iter(items))
        else:
            yield from map(function, items)
    finally:
        crew.dismiss()


class _State(enum.Enum):
    IN_HAND = enum.auto()
    DONE = enum.auto()
    RAISED = enum.auto()
    #: its worker died
    LOST = enum.auto()


@dataclass(kw_only=True, slots=True, eq=False)
class _Task:
    """One item on its way; ``result`` is what the function gave, or what it raised."""

    item: Any
    state: _State = _State.IN_HAND
    result: Any = None


class _Worker:
    """A process that applies the function to what comes through its pipe. OSError or EOFError: it cannot be started."""

    def __init__(self, context: Any, *work: Any) -> None:
        self.pipe, far_end = context.Pipe()
        self.process = context.Process(target=_work, args=(far_end, *work), daemon=True)
        self.task = _Task(item=None, state=_State.DONE)
        try:
            self.process.start()
        except BaseException:
            self.pipe.close()
            raise
        finally:
            far_end.close()  # else the death of the worker would not end the pipe

    def take(self, task: _Task) -> None:
        """Begin with a task."""
        self.task = task
        with contextlib.suppress(OSError):  # it is dead, which ``collect`` will meet
            self.pipe.send(task.item)

    def collect(self) -> bool:
        """Wait until the task is done; False if the worker died of it."""
        try:
            self.task.state, self.task.result = self.pipe.recv()
        except (EOFError, OSError):
            self.task.state = _State.LOST
        return self.task.state is not _State.LOST

    def end(self, until: float) -> int | None:
        """Let the process end, kill it at ``until`` (by the monotonic clock); its exit code."""
        self.pipe.close()
        self.process.join(max(0.0, until - time.monotonic()))
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        code: int | None = self.process.exitcode
        self.process.close()
        return code


class _Crew:
    """The workers and what they have in hand. A worker is started when there is work for it and none is idle."""

    def __init__(
        self,
        function: Callable[[Any], Any],
        prepare: Callable[[], object] | None,
        preload: Sequence[str],
        most: int,
    ) -> None:
        self._function, self._prepare, self._preload = function, prepare, preload
        self._most = most
        self._idle: list[_Worker] = []
        self._busy: dict[Connection[Any, Any], _Worker] = {}
        #: in the order of the items
        self._tasks: deque[_Task] = deque()

    def results(self, source: Iterator[Any]) -> Iterator[Any]:
        """See ``ordered``."""
        while True:
            self._hand_out(source)
            if not self._tasks:
                break
            first = self._tasks[0]
            self._collect(patient=first.state is _State.IN_HAND)
            if first.state is _State.IN_HAND:
                continue
            self._tasks.popleft()
            if first.state is _State.LOST:
                first = self._alone(first.item)
            if first.state is _State.RAISED:
                raise first.result
            yield first.result
        yield from map(self._function, source)  # something is left only where no process can be started

    def dismiss(self) -> None:
        """End all workers, in the middle of their work or not."""
        for worker in self._busy.values():
            worker.process.terminate()
        until = time.monotonic() + PATIENCE
        workers = [*self._idle, *self._busy.values()]
        for worker in workers:
            worker.pipe.close()
        for worker in workers:
            worker.end(until)
        self._idle.clear()
        self._busy.clear()

    def _hand_out(self, source: Iterator[Any]) -> None:
        while len(self._tasks) < self._most * AHEAD and (self._idle or self._grow()):
            try:
                task = _Task(item=next(source))
            except StopIteration:
                return
            self._tasks.append(task)
            worker = self._idle.pop()
            self._busy[worker.pipe] = worker
            worker.take(task)

    def _grow(self) -> bool:
        """One more worker, if there may be one; False if not."""
        if len(self._busy) >= self._most:
            return False
        try:
            self._idle.append(self._start())
        except (OSError, EOFError) as error:
            self._most = len(self._busy)
            log.warning("no more than %d processes could be started (%r)", self._most, error)
        return bool(self._idle)

    def _start(self) -> _Worker:
        if sys.platform != "linux":
            with _birth():
                return _Worker(multiprocessing.get_context("spawn"), self._function, self._prepare)
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(list(self._preload))
        with _birth():
            forkserver.ensure_running()
        return _Worker(context, self._function, self._prepare)  # not in there: it waits until the server has loaded

    def _collect(self, *, patient: bool) -> None:
        """Take the results that are there; if ``patient``, wait for one."""
        for pipe in wait(list(self._busy), None if patient else 0):
            worker = self._busy.pop(pipe)  # type: ignore[call-overload]
            if worker.collect():
                self._idle.append(worker)
            else:
                worker.end(time.monotonic() + PATIENCE)

    def _alone(self, item: Any) -> _Task:
        """Try an item again, in a new process while no other works: maybe there was only too little memory."""
        while self._busy:
            self._collect(patient=True)
        task = _Task(item=item)
        code: int | None = None
        try:
            worker = self._start()
        except (OSError, EOFError):
            task.state = _State.LOST
        else:
            self._busy[worker.pipe] = worker  # so that an interruption ends it too
            worker.take(task)
            worker.collect()
            del self._busy[worker.pipe]
            code = worker.end(time.monotonic() + PATIENCE)
        if task.state is _State.LOST:
            task.state, task.result = _State.DONE, Died(item=item, code=code)
        return task


@contextlib.contextmanager
def _birth() -> Iterator[None]:
    """What a process that is started here inherits: ``_ENVIRONMENT``, and Ctrl-C held back, which is ours to answer."""
    masks = hasattr(signal, "pthread_sigmask")
    if masks:
        from multiprocessing import resource_tracker

        resource_tracker.ensure_running()  # when it starts later, it lets Ctrl-C through again
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    saved = {name: os.environ.get(name) for name in _ENVIRONMENT}
    os.environ.update(_ENVIRONMENT)
    try:
        yield
    finally:
        for name, value in saved.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
        if masks:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(pipe: Connection[Any, Any], function: Callable[[Any], Any], prepare: Callable[[], object] | None) -> None:
    """The life of a worker: until the pipe ends, or SIGTERM, which lets it end the processes it has started itself."""
    signal.signal(signal.SIGTERM, _leave)
    gc.freeze()  # the collector would write on every page that is shared with the server
    if prepare is not None:
        prepare()
    with contextlib.suppress(EOFError, OSError):  # nobody asks any more
        while True:
            pipe.send(_outcome(function, pipe.recv()))


def _outcome(function: Callable[[Any], Any], item: Any) -> tuple[_State, Any]:
    try:
        return _State.DONE, function(item)
    except Exception as error:  # noqa: BLE001 - raised again by whoever asked
        return _State.RAISED, error


def _leave(*_: object) -> None:
    sys.exit(128 + signal.SIGTERM)
