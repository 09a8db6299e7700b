"""Fit the confidence curve: `python -m benchmarks.confidence SETS_FOLDER`.

Every question of the labelled sets is asked twice: as it is (right when the best hit is one of
its gold paragraphs) and with its gold paragraphs hidden (nothing answers it then). A logistic
regression over the evidence of both gives the coefficients of `assistant.confidence`.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.confidence import THRESHOLD, Evidence, confidence, evidence
from corpus.reading import read_report
from index.embedders.bundled import bundled_embedder
from index.library import Library
from index.searching import Index

WITHIN = (
    ("xquad/paragraphs.zh.jsonl", "xquad/questions.zh.jsonl"),
    ("xquad/paragraphs.en.jsonl", "xquad/questions.en.jsonl"),
    ("cmrc-trial/paragraphs.jsonl", "cmrc-trial/questions.jsonl"),
)
ACROSS = (
    ("xquad/paragraphs.zh.jsonl", "xquad/questions.en.jsonl"),
    ("xquad/paragraphs.zh.jsonl", "xquad/questions.es.jsonl"),
    ("xquad/paragraphs.zh.jsonl", "xquad/questions.ru.jsonl"),
    ("xquad/paragraphs.zh.jsonl", "xquad/questions.ar.jsonl"),
    ("xquad/paragraphs.en.jsonl", "xquad/questions.zh.jsonl"),
)
Row = tuple[Evidence, bool]


def main(sets: Path) -> None:
    """Print the coefficients for questions within a language and across languages."""
    print("## within one language")
    rows = [row for files in WITHIN for row in _twins(sets, *files)]
    _fit(np.array([[known.coverage] for known, _ in rows]), _right(rows))
    _as_shipped(rows)
    print("## across languages: score and lead")
    rows = [row for files in ACROSS for row in _twins(sets, *files)]
    _fit(np.array([[known.score, known.lead] for known, _ in rows]), _right(rows))
    _as_shipped(rows)


def _right(rows: list[Row]) -> NDArray[np.bool_]:
    return np.array([right for _, right in rows])


def _as_shipped(rows: list[Row]) -> None:
    yes, right = np.array([confidence(known) >= THRESHOLD for known, _ in rows]), _right(rows)
    refused, wrong = np.mean(~yes[right]), np.mean(yes[~right])
    print(f"as shipped: false refusals {refused:.2f}, false answers {wrong:.2f}")


def _fit(features: NDArray[np.float64], right: NDArray[np.bool_]) -> None:
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import brier_score_loss, roc_auc_score
    from sklearn.model_selection import cross_val_predict

    model = LogisticRegression(C=100)
    chance = cross_val_predict(model, features, right, cv=5, method="predict_proba")[:, 1]
    model.fit(features, right)
    print(f"n = {len(right)} (questions asked twice)")
    print(f"intercept {model.intercept_[0]:.2f}, slopes {np.round(model.coef_[0], 2)}")
    print(f"area under the curve {roc_auc_score(right, chance):.3f}")
    print(f"Brier score {brier_score_loss(right, chance):.3f}")
    odds = features @ model.coef_[0]
    points = [np.quantile(odds[right], refused) for refused in (0.01, 0.02, 0.05, 0.1, 0.2)]
    for least in (*points, -model.intercept_[0]):
        refused, wrong = np.mean(odds[right] < least), np.mean(odds[~right] >= least)
        print(f"intercept {-least:.2f}: false refusals {refused:.2f}, false answers {wrong:.2f}")


def _twins(sets: Path, paragraphs: str, questions: str) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder) / "l.sqlite") as library:
        index = Index(library, bundled_embedder())
        report = index.add(read_report(sets / paragraphs)).report
        for line in (sets / questions).read_text("utf-8").splitlines():
            question = json.loads(line)
            gold = {str(number) for number in question["gold"]}
            hits = index.search(question["question"], limit=10)
            sought = index.seek(question["question"], report.id)
            hidden = [hit for hit in hits if hit.paragraph.number not in gold]
            yield evidence(hits, sought), hits[0].paragraph.number in gold
            yield evidence(hidden, sought), False


if __name__ == "__main__":
    main(Path(sys.argv[1]))
