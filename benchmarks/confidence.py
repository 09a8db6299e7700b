"""Fit the curves of `assistant.confidence`: `python -m benchmarks.confidence SETS_FOLDER`.

Every question of the labelled sets is asked twice: as it is (right when the best hit is one of
its gold paragraphs) and with its gold paragraphs hidden (nothing answers it then). A logistic
regression over the evidence of both gives `assistant/calibration.json`, and `CALIBRATION.md` and
its plot tell how well it is calibrated, by cross-validation over questions.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.confidence import CALIBRATION, PIECES, Evidence, evidence
from assistant.expecting import expectation
from corpus.reading import read_report
from index.embedders.bundled import bundled_embedder
from index.library import Library
from index.searching import Index

WITHIN = (
    ("xquad/paragraphs.zh.jsonl", "xquad/questions.zh.jsonl"),
    ("xquad/paragraphs.en.jsonl", "xquad/questions.en.jsonl"),
    ("cmrc-trial/paragraphs.jsonl", "cmrc-trial/questions.jsonl"),
    ("drcd-dev/paragraphs.jsonl", "drcd-dev/questions.jsonl"),
)
ACROSS = tuple(
    (f"xquad/paragraphs.{printed}.jsonl", f"xquad/questions.{asked}.jsonl")
    for printed in ("zh", "en")
    for asked in ("zh", "en", "es", "ru", "ar")
    if asked != printed
)
MOST = 1_200  # questions of one set; of a larger one every so many
HITS = 12
FOLDS = 5
_CARD = CALIBRATION.with_name("CALIBRATION.md")


@dataclass(frozen=True, slots=True)
class Twins:
    """Evidence on questions asked twice in a row, and whether the best paragraph was right."""

    known: list[Evidence]
    right: list[bool]


def main(sets: Path) -> None:
    """Write the curves and their card."""
    lines, curves = [], {}
    for way, files in (("within", WITHIN), ("across", ACROSS)):
        twins = Twins([], [])
        for paragraphs, questions in files:
            for known, right in _asked_twice(sets / paragraphs, sets / questions):
                twins.known.append(known)
                twins.right.append(right)
        curve, told = _fitted(twins)
        curves[way] = curve
        lines += [f"## {_TITLES[way]}", "", *told, ""]
    kept = json.loads(CALIBRATION.read_text("utf-8")) if CALIBRATION.exists() else {}
    kept["bundled"] = curves
    CALIBRATION.write_text(json.dumps(kept, indent=2) + "\n", "utf-8")
    print("\n".join(lines))
    _CARD.write_text(f"{_HEAD}\n" + "\n".join(lines), "utf-8")


def _fitted(twins: Twins) -> tuple[dict[str, object], list[str]]:
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import brier_score_loss, roc_auc_score
    from sklearn.model_selection import GroupKFold, cross_val_predict

    rows = np.array([astuple(known) for known in twins.known])
    right = np.array(twins.right)
    groups = np.arange(len(right)) // 2
    scale = rows.std(axis=0) + 1e-9
    model = LogisticRegression(C=1.0, max_iter=2_000)
    chance = cross_val_predict(
        model, rows / scale, right, groups=groups, cv=GroupKFold(FOLDS), method="predict_proba"
    )[:, 1]
    model.fit(rows / scale, right)
    slopes = {
        name: round(float(s), 3) for name, s in zip(PIECES, model.coef_[0] / scale, strict=True)
    }
    told = [
        f"n = {len(right)} (questions asked twice); area under the curve"
        f" {roc_auc_score(right, chance):.3f}; Brier score {brier_score_loss(right, chance):.3f};"
        f" expected calibration error {_error(chance, right):.3f}.",
        "",
        "| least confidence to answer | right answers refused | wrong or no answers given |",
        "|---|---|---|",
        *(
            f"| {least:.2f} | {np.mean(chance[right] < least):.3f} |"
            f" {np.mean(chance[~right] >= least):.3f} |"
            for least in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7)
        ),
        "",
        "Said and found, in ten parts of like size:",
        "",
        *_reliability(chance, right),
    ]
    return {"intercept": round(float(model.intercept_[0]), 3), "slopes": slopes}, told


def _parts(chance: NDArray[np.float64]) -> Sequence[NDArray[np.intp]]:
    return np.array_split(np.argsort(chance), 10)


def _error(chance: NDArray[np.float64], right: NDArray[np.bool_]) -> float:
    gaps = [len(p) * abs(chance[p].mean() - right[p].mean()) for p in _parts(chance)]
    return float(sum(gaps) / len(right))


def _reliability(chance: NDArray[np.float64], right: NDArray[np.bool_]) -> list[str]:
    rows = ["| said | found | |", "|---|---|---|"]
    for part in _parts(chance):
        found = float(right[part].mean())
        rows.append(f"| {chance[part].mean():.2f} | {found:.2f} | `{'#' * round(found * 40)}` |")
    return rows


def _asked_twice(paragraphs: Path, questions: Path) -> Iterator[tuple[Evidence, bool]]:
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder) / "l.sqlite") as library:
        index = Index(library, bundled_embedder())
        report = index.add(read_report(paragraphs)).report
        lines = questions.read_text("utf-8").splitlines()
        for line in lines[:: max(1, -(-len(lines) // MOST))]:
            question = json.loads(line)
            gold = {str(number) for number in question["gold"]}
            hits = index.search(question["question"], limit=HITS)
            sought = index.seek(question["question"], report.id)
            expected = expectation(question["question"])
            hidden = [hit for hit in hits if hit.paragraph.number not in gold]
            yield evidence(hits, sought, expected), hits[0].paragraph.number in gold
            yield evidence(hidden, sought, expected), False


_TITLES = {
    "within": "Question and report in one language",
    "across": "Question and report in two languages",
}
_HEAD = """# Confidence: how it was fitted, and how good it is

Made by `python -m benchmarks.confidence SETS_FOLDER`, with the bundled embedder. Data: XQuAD
(half of its articles, CC BY-SA 4.0), CMRC 2018 trial (CC BY-SA 4.0), DRCD dev (CC BY-SA 3.0); the
gold questions on the bundled report were not used. Method: each question twice, with its gold
paragraphs present and hidden; logistic regression over the pieces of evidence that
`confidence.py` names; figures below are of five-fold cross-validation, a question and its twin
always in the same fold. Hidden twins are hard: the neighbours on the same subject stay in view.

The chances are those of a collection where half of the questions have no answer. One in which
nearly all have is underrated, and the other way round.
"""

if __name__ == "__main__":
    main(Path(sys.argv[1]))
