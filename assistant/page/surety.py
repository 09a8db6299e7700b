"""How sure an answer is, in words."""

from __future__ import annotations

from assistant.confidence import THRESHOLD
from assistant.model import Answer
from assistant.page.knowing import Known
from assistant.page.safety import inert_line
from assistant.wording import Wording

_HIGH, _FAIR = 0.85, 0.65
_CLOSE = 0.7 * THRESHOLD  # from here a no was a close call


def surety(answer: Answer, words: Wording, known: Known) -> str:
    """A line for an answer that was searched for; what is looked up by number is certain."""
    if answer.query.kind != "search":
        return ""
    said = words.reading
    if answer.status == "answered":
        sure = answer.confidence
        degree = said.high if sure >= _HIGH else said.fair if sure >= _FAIR else said.low
        sentences = [said.sure.format(degree=degree)]
    else:
        sentences = [said.close_call] if answer.confidence >= _CLOSE else []
    if not known.is_calibrated:
        sentences.append(words.answers.uncalibrated)
    percent = f' title="{answer.confidence:.0%}"' if answer.status == "answered" else ""
    lines = "<br>".join(inert_line(sentence) for sentence in sentences)
    return f'<p class="surety"{percent}>{lines}</p>' if lines else ""
