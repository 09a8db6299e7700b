"""Fit the curves of `assistant.confidence`: `python -m benchmarks.confidence SETS_FOLDER`.

Every question of the labelled sets is asked three times: as it is (right when the best hit is one
of its gold paragraphs), with its gold paragraphs hidden, and with the word that it asks about
replaced by that of another question (nothing answers it then); and some stray to a report that has
nothing to do with them (`askings.py`). A logistic regression over the evidence gives
`assistant/calibration.json`, and `CALIBRATION.md` tells how well it is calibrated, by
cross-validation over questions.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, astuple, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.confidence import CALIBRATION, NONE, PIECES, THRESHOLD, Curve
from benchmarks.askings import ACROSS, WITHIN, Asking, askings, on_the_bundled_report

STRAYS = 0.5  # what all that strayed weigh together, of what all others do
ANSWERED = 0.8  # the share of questions, as people ask them, that the report answers
FOLDS = 5
_CARD = CALIBRATION.with_name("CALIBRATION.md")


def main(sets: Path) -> None:
    """Write the curves and their card."""
    lines, curves = [], {}
    own, strays = on_the_bundled_report(sets)
    for way, files in (("within", WITHIN), ("across", ACROSS)):
        asked = [
            asking
            for paragraphs, questions in files
            for asking in askings(sets / paragraphs, sets / questions)
        ]
        curve, told = _fitted([*asked, *strays[way]])
        shift, moved = _moved(curve, own[way])
        curves[way] = replace(curve, intercept=round(curve.intercept + shift, 3))
        told += ["", moved]
        lines += [f"## {_TITLES[way]}", "", *told, ""]
    kept = json.loads(CALIBRATION.read_text("utf-8")) if CALIBRATION.exists() else {}
    kept["bundled"] = {way: asdict(curve) for way, curve in curves.items()}
    CALIBRATION.write_text(json.dumps(kept, indent=2) + "\n", "utf-8")
    print("\n".join(lines))
    _CARD.write_text(f"{_HEAD}\n" + "\n".join(lines), "utf-8")


def _fitted(asked: Sequence[Asking]) -> tuple[Curve, list[str]]:
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import roc_auc_score
    from sklearn.model_selection import GroupKFold, cross_val_predict

    rows = np.array([astuple(asking.known) for asking in asked])
    right = np.array([asking.right for asking in asked])
    strayed = np.array([asking.strayed for asking in asked])
    counted = np.where(strayed, STRAYS * (~strayed).sum() / max(1, strayed.sum()), 1.0)
    scale = rows.std(axis=0) + 1e-9
    model = LogisticRegression(C=1.0, max_iter=2_000)
    odds = cross_val_predict(
        model,
        rows / scale,
        right,
        groups=[asking.question for asking in asked],
        cv=GroupKFold(FOLDS),
        method="decision_function",
        params={"sample_weight": counted},
    )
    model.fit(rows / scale, right, sample_weight=counted)
    # From the share of right ones among all these to that among questions as people ask them.
    share = float(np.average(right, weights=counted))
    questions = len({asking.question for asking in asked})
    wanted = float(right.sum()) / questions * ANSWERED
    shift = _log_odds(wanted) - _log_odds(share)
    chance = 1 / (1 + np.exp(-(odds + shift)))
    weights = counted * np.where(right, wanted / share, (1 - wanted) / (1 - share))
    slopes = {
        name: round(float(s), 3) for name, s in zip(PIECES, model.coef_[0] / scale, strict=True)
    }
    told = [
        f"n = {len(right)} ({questions} questions; {strayed.sum()} strayed). Area under the curve"
        f" {roc_auc_score(right, odds):.3f}; expected calibration error"
        f" {_error(chance, right, weights):.3f}.",
        "",
        "| least confidence to answer | right answers refused | wrong or no answers given |"
        " strays answered |",
        "|---|---|---|---|",
        *(
            f"| {least:.2f} | {np.mean(chance[right] < least):.3f} |"
            f" {np.mean(chance[~right & ~strayed] >= least):.3f} |"
            f" {np.mean(chance[strayed] >= least):.3f} |"
            for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
        ),
        "",
        "Said and found, in ten parts of like size:",
        "",
        *_reliability(chance, right, weights),
    ]
    return Curve(float(model.intercept_[0]) + shift, slopes), told


def _moved(curve: Curve, asked: Sequence[Asking]) -> tuple[float, str]:
    """How far a curve must move so that it says of our own questions what is found of them."""
    from scipy.optimize import brentq

    told = [asking for asking in asked if asking.known != NONE]
    odds = np.array([_log_odds(curve(asking.known)) for asking in told])
    right = np.array([asking.right for asking in told])
    answered = np.array([asking.answered for asking in told])
    share = answered.mean()
    weights = np.where(answered, ANSWERED / share, (1 - ANSWERED) / (1 - share))

    def excess(shift: float) -> float:
        return float((weights * (1 / (1 + np.exp(-(odds + shift))) - right)).sum())

    shift = float(brentq(excess, -10, 10))
    refused = 1 / (1 + np.exp(-(odds + shift))) < THRESHOLD
    silent = len(asked) - len(told)
    return shift, (
        f"On {len(asked)} questions of our own about the bundled report"
        f" ({sum(asking.answered for asking in asked)} answered there) the log-odds are moved by"
        f" {shift:+.2f}. At the threshold of {THRESHOLD:.2f}, {refused[right].sum()} of"
        f" {right.sum()} right answers are refused, and {(~refused[~answered]).sum()} of"
        f" {(~answered).sum() + silent} questions without an answer are answered."
    )


def _log_odds(share: float) -> float:
    return float(np.log(share / (1 - share)))


def _parts(chance: NDArray[np.float64]) -> Sequence[NDArray[np.intp]]:
    return np.array_split(np.argsort(chance), 10)


def _error(
    chance: NDArray[np.float64], right: NDArray[np.bool_], weights: NDArray[np.float64]
) -> float:
    gaps = [
        weights[part].sum()
        * abs(np.average(chance[part] - right[part].astype(float), weights=weights[part]))
        for part in _parts(chance)
    ]
    return float(sum(gaps) / weights.sum())


def _reliability(
    chance: NDArray[np.float64], right: NDArray[np.bool_], weights: NDArray[np.float64]
) -> list[str]:
    rows = ["| said | found | |", "|---|---|---|"]
    for part in _parts(chance):
        said, found = (
            float(np.average(values[part], weights=weights[part])) for values in (chance, right)
        )
        rows.append(f"| {said:.2f} | {found:.2f} | `{'#' * round(found * 40)}` |")
    return rows


_TITLES = {
    "within": "Question and report in one language",
    "across": "Question and report in two languages",
}
_HEAD = """# Confidence: how it was fitted, and how good it is

Made by `python -m benchmarks.confidence SETS_FOLDER`, with the bundled embedder. Data: XQuAD
(half of its articles, CC BY-SA 4.0), CMRC 2018 trial (CC BY-SA 4.0), DRCD dev (CC BY-SA 3.0) and
STARD (MIT); the gold questions on the bundled report were not used. Method: each question up
to three times, with its gold paragraphs in view (right if the best paragraph is one of them), with
them hidden, and with the word that it asks about replaced by that of another question (never
right), and once more, of the bundled report, to which it strays (never right); logistic regression
over the pieces of evidence that `confidence.py` names; figures below are of five-fold
cross-validation, all that comes of one question in the same fold. Hidden ones are hard: the
neighbours on the same subject stay in view.

The curves are moved to four in five questions that have an answer, about what people ask of a
report that they have before them; said and found are weighted likewise. People ask shorter
questions than the sets do, so the curves are then moved once more, as a whole, by the questions of
our own in `benchmarks/questions.jsonl`; the threshold was chosen on them, and checked on the gold
questions.
"""

if __name__ == "__main__":
    main(Path(sys.argv[1]))
