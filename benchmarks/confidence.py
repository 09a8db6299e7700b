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

from assistant.confidence import evidence
from corpus.reading import read_report
from index.embedders.bundled import bundled_embedder
from index.library import Library
from index.searching import Index

SETS = (
    ("xquad/paragraphs.zh.jsonl", "xquad/questions.zh.jsonl"),
    ("xquad/paragraphs.en.jsonl", "xquad/questions.en.jsonl"),
    ("cmrc-trial/paragraphs.jsonl", "cmrc-trial/questions.jsonl"),
)
Row = tuple[float, bool]


def main(sets: Path) -> None:
    """Print the coefficients and how well they do, by five-fold cross-validation."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import brier_score_loss, roc_auc_score
    from sklearn.model_selection import cross_val_predict

    rows = [row for paragraphs, questions in SETS for row in _twins(sets, paragraphs, questions)]
    features = np.array([row[:1] for row in rows])
    answered = np.array([row[1] for row in rows])
    model = LogisticRegression(C=100)
    chance = cross_val_predict(model, features, answered, cv=5, method="predict_proba")[:, 1]
    model.fit(features, answered)
    print(f"n = {len(rows)} (questions asked twice)")
    print(f"COVERAGE = {model.coef_[0][0]:.2f}")
    print(f"area under the curve {roc_auc_score(answered, chance):.3f}")
    print(f"Brier score {brier_score_loss(answered, chance):.3f}")
    score = features @ model.coef_[0]
    for refused in (0.01, 0.02, 0.03, 0.05, 0.08):
        least = np.quantile(score[answered], refused)
        wrong = np.mean(score[~answered] >= least)
        print(f"INTERCEPT = {-least:.2f}: false refusals {refused:.2f}, false answers {wrong:.2f}")


def _twins(sets: Path, paragraphs: str, questions: str) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder) / "l.sqlite") as library:
        index = Index(library, bundled_embedder())
        report = index.add(read_report(sets / paragraphs)).report
        for line in (sets / questions).read_text("utf-8").splitlines():
            question = json.loads(line)
            gold = {str(number) for number in question["gold"]}
            hits = index.search(question["question"], limit=10)
            weights = index.weigh(question["question"], report.id)
            hidden = [hit for hit in hits if hit.paragraph.number not in gold]
            shown = evidence(hits, weights, report.language)
            yield shown.coverage, hits[0].paragraph.number in gold
            yield evidence(hidden, weights, report.language).coverage, False


if __name__ == "__main__":
    main(Path(sys.argv[1]))
