import importlib
import pkgutil
from collections.abc import Callable

import numpy as np
import pytest

import index.stores
from index.model import Vectors, VectorStore
from index.stores.exact import ExactStore

_Make = Callable[[Vectors], VectorStore]


def _stores() -> list[_Make]:
    """One class whose name ends in Store, from each module of the folder."""
    found = []
    for module in pkgutil.iter_modules(index.stores.__path__):
        loaded = importlib.import_module(f"index.stores.{module.name}")
        found += [
            value
            for name, value in vars(loaded).items()
            if name.endswith("Store") and value.__module__ == loaded.__name__
        ]
    return found


@pytest.fixture(params=_stores(), ids=lambda store: store.__name__)
def make(request: pytest.FixtureRequest) -> _Make:
    return request.param


def _unit(rows: int, dimension: int = 16, seed: int = 1) -> Vectors:
    vectors = np.random.default_rng(seed).normal(size=(rows, dimension)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def test_both_known_stores_are_discovered() -> None:
    assert {"ExactStore", "FlatStore"} <= {store.__name__ for store in _stores()}


@pytest.mark.parametrize("limit", [1, 7, 200])
def test_every_store_gives_the_scores_of_the_oracle(make: _Make, limit: int) -> None:
    vectors = _unit(200)
    for query in _unit(20, seed=2):
        rows, scores = make(vectors).search(query, limit)
        _, expected = ExactStore(vectors).search(query, limit)
        np.testing.assert_allclose(scores, expected, atol=1e-6)
        np.testing.assert_allclose(scores, vectors[rows] @ query, atol=1e-6)
        assert len(set(rows.tolist())) == limit


def test_the_oracle_is_right_by_hand() -> None:
    vectors = np.array([[1, 0], [0, 1], [0.6, 0.8]], np.float32)
    rows, scores = ExactStore(vectors).search(np.array([0, 1], np.float32), 2)
    assert rows.tolist() == [1, 2]
    np.testing.assert_allclose(scores, [1, 0.8])


def test_rows_and_scores_have_the_promised_types(make: _Make) -> None:
    rows, scores = make(_unit(5)).search(_unit(1)[0], 3)
    assert (rows.dtype, scores.dtype, rows.shape, scores.shape) == (
        np.int64,
        np.float32,
        (3,),
        (3,),
    )


def test_a_row_finds_itself_first(make: _Make) -> None:
    vectors = _unit(50)
    rows, scores = make(vectors).search(vectors[31], 1)
    assert rows.tolist() == [31]
    assert scores[0] == pytest.approx(1, abs=1e-6)


def test_equal_cosines_come_in_row_order(make: _Make) -> None:
    vectors = np.repeat(_unit(1), 9, axis=0)
    rows, _ = make(vectors).search(vectors[0], 9)
    assert rows.tolist() == list(range(9))


def test_a_tie_at_the_cut_keeps_the_first_rows(make: _Make) -> None:
    best, other = np.eye(2, dtype=np.float32)
    rows, _ = make(np.stack([other, best, best, other, best, best])).search(best, 3)
    assert rows.tolist() == [1, 2, 4]


def test_a_long_tie_at_the_cut_keeps_the_first_rows(make: _Make) -> None:
    one, other = _unit(2)
    vectors = np.stack([one if row % 3 else other for row in range(2000)])
    rows, _ = make(vectors).search(one, 100)
    assert rows.tolist() == [row for row in range(2000) if row % 3][:100]


def test_more_than_there_is_gives_all_rows_and_no_filling(make: _Make) -> None:
    rows, scores = make(_unit(3)).search(_unit(1)[0], 10)
    assert sorted(rows.tolist()) == [0, 1, 2]
    assert len(scores) == 3


@pytest.mark.parametrize("empty", [np.empty((0, 0), np.float32), np.empty((0, 16), np.float32)])
def test_an_empty_store_finds_nothing(make: _Make, empty: Vectors) -> None:
    rows, scores = make(empty).search(_unit(1)[0], 10)
    assert (len(rows), len(scores)) == (0, 0)


def test_a_limit_of_nothing_finds_nothing(make: _Make) -> None:
    rows, _ = make(_unit(3)).search(_unit(1)[0], 0)
    assert len(rows) == 0


def test_a_query_in_another_memory_layout_is_understood(make: _Make) -> None:
    vectors = _unit(20)
    strided = np.repeat(vectors[4], 2)[::2]
    rows, _ = make(np.asfortranarray(vectors)).search(strided, 1)
    assert rows.tolist() == [4]
