"""How things are measured: the best of several runs, or a fresh interpreter; and on what machine and versions."""

from __future__ import annotations

import json
import os
import platform
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
CORPORA = ROOT.parent / "shared" / "corpora"
#: tells the child the seconds of work that it may spend
LIMIT_NAME = "BENCH_LIMIT"
CHILD = Path(__file__).with_name("child.py")

PACKAGES = ("jieba", "rjieba", "textrank4zh", "sumy", "snownlp", "numpy", "networkx", "scipy", "setuptools")
#: on a small or busy machine the threads of a matrix library wait for each other: everybody gets one
os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MKL_NUM_THREADS="1")


def best(action: Callable[[], object], runs: int = 5) -> float:
    """Seconds of the fastest of several runs."""
    return min(seconds(action) for _ in range(runs))


def seconds(action: Callable[[], object]) -> float:
    begin = time.perf_counter()
    action()
    return time.perf_counter() - begin


def line(label: str, value: str) -> None:
    print(f"{label:<78} {value}", flush=True)


def heading(text: str) -> None:
    print(f"\n{text}", flush=True)


def row(label: str, cells: Sequence[str], *, wide: int = 15) -> None:
    print(f"{label:<34}" + "".join(f"{cell:>{wide}}" for cell in cells), flush=True)


def duration(value: float) -> str:
    """Seconds as people say them.

    >>> duration(0.00213), duration(0.35), duration(19.76), duration(197.6)
    ('2.13 ms', '350 ms', '19.8 s', '198 s')
    """
    if value >= 1:
        return f"{value:.0f} s" if value >= 100 else f"{value:.3g} s"
    return f"{value * 1000:.0f} ms" if value >= 0.1 else f"{value * 1000:.3g} ms"


def environment() -> None:
    """Python, processor and packages."""
    line("Python", f"{platform.python_version()}, {platform.system()} {platform.machine()}")
    line("processor", f"{_processor()}, {os.cpu_count()} cores, one thread each")
    line("packages", ", ".join(f"{name} {_version(name)}" for name in PACKAGES))


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown"
    models = [text.partition(":")[2].strip() for text in lines if text.startswith("model name")]
    return models[0] if models else platform.machine()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "(not installed)"


def fresh(*arguments: str, limit: int) -> dict[str, Any] | None:
    """What ``child.py`` measures in a fresh interpreter; None when it is stopped after ``limit`` seconds of work."""
    command = [sys.executable, "-W", "ignore", str(CHILD), *arguments]
    environment = {**os.environ, LIMIT_NAME: str(limit)}
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE, env=environment)
    if done.returncode == -signal.SIGXCPU:
        return None
    done.check_returncode()
    return json.loads(done.stdout)
