"""How far a measured share can be trusted.

Percentile bootstrap over clusters: the turns of one conversation are not independent, so whole
conversations are drawn; a single question is a cluster of one. Where all values are alike there
is nothing to draw from, and the exact binomial bound stands in: 5 right out of 5 says that
between 48% and 100% are right, not 100% for sure.

Source: Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapters 8 and 13;
Clopper and Pearson, Biometrika 26 (1934), for the bound at the edges.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np

RESAMPLES = 2_000
OUTSIDE = 0.05  # the share of resamples outside of the interval, half on each side
_SEED = 20_041
_CHUNK = 4_000_000  # draws held in memory at once


def interval(
    values: Sequence[float], clusters: Sequence[Hashable], least: float = 0.0
) -> tuple[float, float]:
    """The 95% interval of a mean.

    Args:
        values: One for each question, from `least` to 1; at least one.
        clusters: Which conversation each belongs to, in the same order.
        least: The smallest value there can be: 0, or -1 for differences.

    >>> interval([1.0, 1.0, 1.0, 1.0, 1.0], "abcde")[1]
    1.0
    >>> round(interval([1.0, 1.0, 1.0, 1.0, 1.0], "abcde")[0], 2)
    0.48
    """
    if min(values) == max(values):
        reach = 1 - (OUTSIDE / 2) ** (1 / len({*clusters}))
        return max(values[0] - reach, least), min(values[0] + reach, 1.0)
    low, high = _percentiles(values, clusters)
    # Conversations that all do equally well, as one alone does, leave their turns to be drawn.
    return (low, high) if low < high else _percentiles(values, range(len(values)))


def _percentiles(values: Sequence[float], clusters: Sequence[Hashable]) -> tuple[float, float]:
    order = {cluster: place for place, cluster in enumerate(dict.fromkeys(clusters))}
    rows = np.array([order[cluster] for cluster in clusters])
    sums = np.bincount(rows, weights=np.asarray(values, np.float64))
    counts = np.bincount(rows)
    draw = np.random.default_rng(_SEED)
    means = np.empty(RESAMPLES)
    step = max(1, _CHUNK // len(sums))
    for start in range(0, RESAMPLES, step):
        drawn = draw.integers(len(sums), size=(min(step, RESAMPLES - start), len(sums)))
        means[start : start + step] = sums[drawn].sum(axis=1) / counts[drawn].sum(axis=1)
    low, high = np.quantile(means, (OUTSIDE / 2, 1 - OUTSIDE / 2))
    return float(low), float(high)
