"""textrank4zh itself, as the peer of what ranks."""

from __future__ import annotations

import warnings
from importlib.util import find_spec

import networkx as nx
import pytest


@pytest.fixture
def textrank4zh(monkeypatch):
    """The package's module ``util``, 0.3 with the one function that networkx 3 took away from it."""
    monkeypatch.setattr(nx, "from_numpy_matrix", nx.from_numpy_array, raising=False)
    if find_spec("scipy") is None:  # textrank4zh does not ask for it; networkx has the same algorithm without it
        from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python

        monkeypatch.setattr(nx, "pagerank", _pagerank_python)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba's and its own, at import
        from textrank4zh import util
    return util
