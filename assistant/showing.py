"""Which paragraphs `pincite show` is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.errors import UsageError
from assistant.referring import find_reference
from corpus.model import Paragraph, Report

_KINDS = {
    "summary": "summary",
    "摘要": "summary",
    "front": "front",
    "note": "note",
    "notes": "note",
}


def select(report: Report, which: str) -> tuple[Paragraph, ...]:
    """Find paragraphs by number, range, kind, anchor or `all`; numbers in the order asked for.

    Raises:
        UsageError: If there are none, or only some; it says which numbers there are.
    """
    wanted = which.strip()
    if wanted.lower() == "all":
        return report.paragraphs
    kind = _KINDS.get(wanted.lower())
    found = tuple(
        paragraph
        for paragraph in report.paragraphs
        if paragraph.kind == kind or (wanted and wanted in (paragraph.anchor, paragraph.number))
    )
    if found:
        return found
    reference = find_reference(f"paragraphs {wanted}", report) or find_reference(wanted, report)
    if reference and reference.paragraphs and not reference.missing:
        return reference.paragraphs
    missing = [label for each in (reference.missing if reference else ()) for label in each.labels]
    raise UsageError(_nothing(report, which, missing))


def _nothing(report: Report, which: str, missing: Sequence[str]) -> str:
    numbers = [p.number for p in report.paragraphs if p.kind == "body" and p.number]
    others = list(dict.fromkeys(p.anchor for p in report.paragraphs if not p.number))[:5]
    have = f"paragraphs {numbers[0]} to {numbers[-1]}" if numbers else "no numbered paragraphs"
    also = f" (and {', '.join(others)})" if others else ""
    lacking = ", ".join(missing[:5]) + (", …" if len(missing) > 5 else "")
    return f"{report.id} has {have}{also}; there is no {lacking or f'“{which}”'}."
