"""Spreads slow comparisons over the processors."""

import multiprocessing
import os
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Found = TypeVar("Found")


def spread(function: Callable[[Item], Found], items: Iterable[Item]) -> list[Found]:
    """Give what a function gives for each item, in their order, worked out in as many processes as there are processors."""
    kind = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    with ProcessPoolExecutor(os.cpu_count(), mp_context=multiprocessing.get_context(kind)) as pool:
        return list(pool.map(function, items))
