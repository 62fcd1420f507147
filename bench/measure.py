"""Measuring: medians of several runs, in this process and in processes of their own."""

import gc
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

RUNS = 7


@dataclass(frozen=True)
class Times:
    """The times of several runs by the clock, in seconds; ``work`` is for how long each had a processor."""

    runs: tuple[float, ...]
    work: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.runs)

    def shown(self, scale: float, digits: int) -> str:
        """Give the median with the quickest and the slowest run."""
        low, middle, high = (f"{value * scale:.{digits}f}" for value in (min(self.runs), self.median, max(self.runs)))
        return f"{middle} ({low}–{high})"

    def both(self, scale: float, digits: int) -> str:
        """Give the same, and how much of the median the process had a processor."""
        return f"{self.shown(scale, digits)}, at work {statistics.median(self.work) * scale:.{digits}f}"


class Process(NamedTuple):
    """A process that ended: its wall time, the time it had a processor (both in seconds), and its largest resident memory in MB."""

    wall: float
    work: float
    memory: float


def warm(work: Callable[[], Any], runs: int = RUNS) -> Times:
    """Time some work in this process, after one run that does not count. The waste of each run is collected before the next."""
    work()
    clock, busy = [], []
    for _ in range(runs):
        gc.collect()
        start, began = time.perf_counter(), time.process_time()
        kept = work()
        clock.append(time.perf_counter() - start)
        busy.append(time.process_time() - began)
        del kept
    return Times(tuple(clock), tuple(busy))


def times_of(processes: "list[Process]") -> Times:
    """Give the times of several processes."""
    return Times(tuple(each.wall for each in processes), tuple(each.work for each in processes))


def cold(arguments: list[str], cache: str, may_end: tuple[int, ...] = (0, 1)) -> Process:
    """Run ``forsvarlig`` once in a process of its own, with a cache folder of its own."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "cli.main", *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        env={**os.environ, "XDG_CACHE_HOME": cache},
    )
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in may_end:
        raise SystemExit(f"forsvarlig {' '.join(arguments)} ended {process.returncode}")
    unit = 1024**2 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux kilobytes
    return Process(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / unit)
