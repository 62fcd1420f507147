"""Spreads work over processes: results come in the order of what was asked, whoever was first."""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

Item = TypeVar("Item")
Found = TypeVar("Found")
_function: Callable[[Any], Any] | None = None


def processors() -> int:
    """Count the processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(
    prepare: Callable[..., Callable[[Item], Found]], given: tuple[Any, ...], items: Sequence[Item], jobs: int
) -> Iterator[Found]:
    """Give what a function gives for each item, in their order, worked out in ``jobs`` processes (one: in this one).

    Each process makes the function for itself, once: ``prepare(*given)``. A process that dies raises BrokenProcessPool.
    """
    if jobs <= 1 or len(items) <= 1:
        yield from map(prepare(*given), items)
        return
    kind = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"  # what was loaded need not be loaded again
    context = multiprocessing.get_context(kind)
    pool = ProcessPoolExecutor(min(jobs, len(items)), context, _begin, (prepare, given))
    try:
        yield from pool.map(_work, items)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _begin(prepare: Callable[..., Callable[[Any], Any]], given: tuple[Any, ...]) -> None:
    global _function
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # who stops the command stops this too, without a word
    _function = prepare(*given)


def _work(item: Any) -> Any:
    assert _function is not None, "the process was not made ready"
    return _function(item)
