"""What is said of references that come to nothing: what isn't there, and what is instead."""

from __future__ import annotations

import re

from assistant.referring import Missing
from assistant.referring.choosing import of_series
from assistant.referring.numbers import order, parts
from assistant.wording import Wording
from corpus.model import Heading, Paragraph, Report
from corpus.sentences import sentence_spans

_SECTIONS = ("annex", "section", "part")


def lacking(missing: Missing, report: Report, words: Wording) -> str:
    """A sentence on one thing that was asked for and isn't there."""
    sentence = _lacking(missing, report, words)
    return sentence[:1].upper() + sentence[1:]


def _lacking(missing: Missing, report: Report, words: Wording) -> str:
    said = words.answers
    inside = missing.inside
    if missing.unit == "said":
        return said.nothing_said
    if missing.unit in ("before", "after"):
        template = said.nothing_before if missing.unit == "before" else said.nothing_after
        return template.format(paragraph=_name(missing.nearest, words))
    if missing.unit == "text" and isinstance(inside, Heading):
        return said.no_text.format(section=inside.label)
    if missing.unit in _SECTIONS and missing.labels:
        return _no_section(missing, report, words)
    kinds = {"summary": said.summary, "front": said.front, "note": said.note, "annex": said.annex}
    if missing.unit in kinds:
        kind = kinds[missing.unit]
        name = f"{kind} {words.listed(missing.labels)}".strip()
        return said.no_such_kind.format(kind=name)
    if missing.unit in ("item", "line") and isinstance(inside, Paragraph):
        labels = [item.label for item in inside.items]
        template = said.no_such_item if labels else said.no_items
        return template.format(
            paragraph=words.paragraph(inside),
            items=words.listed(labels),
            label=words.listed(missing.labels),
        )
    if missing.unit == "sentence":
        return _no_sentence(missing, report, words)
    return _no_paragraph(missing, report, words)


def _no_sentence(missing: Missing, report: Report, words: Wording) -> str:
    inside = missing.inside
    name = report.short_title or report.title
    there = tuple(p for p in report.paragraphs if p.kind == "body")
    if isinstance(inside, Paragraph):
        name, there = words.paragraph(inside), (inside,)
    elif inside:
        name, there = inside.label, tuple(p for p in report.paragraphs if inside in p.headings)
    count = sum(len(sentence_spans(p.text)) for p in there)
    label = words.listed(missing.labels)
    return words.answers.no_such_sentence.format(paragraph=name, label=label, count=count)


def _no_paragraph(missing: Missing, report: Report, words: Wording) -> str:
    inside = missing.inside
    there = [
        p
        for p in report.paragraphs
        if p.kind == "body" and p.number and (inside is None or inside in p.headings)
    ]
    series = [p.number for p in of_series(missing.unit, there)] if there else []
    # Where numbers start afresh, in an annex or an operative part, the longest run is told.
    numbers = sorted(series, key=lambda number: order(parts(number)))
    asked = words.listed(
        [_as_printed(label, numbers[-1] if numbers else "") for label in missing.labels]
    )
    if isinstance(inside, Heading) and numbers:
        return words.answers.no_such_in_section.format(
            section=inside.label,
            numbers=words.from_to(numbers[0], numbers[-1]),
            number=words.numbered(asked),
        )
    return words.no_such_paragraph(asked, *((numbers[0], numbers[-1]) if numbers else ()))


def _as_printed(label: str, like: str) -> str:
    """A number that isn't there in the form of those that are: 200 as Article 200.

    >>> _as_printed("200", "Article 99"), _as_printed("200", "第九十八条"), _as_printed("9", "3")
    ('Article 200', '第200条', '9')
    >>> _as_printed("14-1", "第九十八条"), _as_printed("44", "المادة الأولى")
    ('第14条之1', 'المادة 44')
    """
    if like.startswith("第"):
        number, again, inserted = label.partition("-")
        return f"第{number}{like[-1]}" + (f"之{inserted}" if again else "")
    if not like[:1].isalpha():
        return label
    in_figures = re.sub(r"\d+(?:[-.¹²³⁴⁵⁶⁷⁸⁹]\d*)*", label, like, count=1)
    return in_figures if in_figures != like else f"{like.split()[0]} {label}"


def _no_section(missing: Missing, report: Report, words: Wording) -> str:
    said, inside = words.answers, missing.inside
    labels = words.listed([label.upper() for label in missing.labels])
    level = inside.level if isinstance(inside, Heading) else 0
    below = [h for h in report.outline if h.number and (not level or _is_below(h, inside, report))]
    top = min((h.level for h in below), default=0)
    numbers = words.listed([h.number.strip(" .．、") for h in below if h.level == top])
    if isinstance(inside, Heading):
        template = said.no_such_part if numbers else said.no_parts
        return template.format(section=inside.label, sections=numbers, label=labels)
    template = said.no_such_section if numbers else said.no_sections
    return template.format(sections=numbers, label=labels)


def _is_below(heading: Heading, inside: object, report: Report) -> bool:
    if not isinstance(inside, Heading):
        return False
    between = report.outline[report.outline.index(inside) + 1 :]
    for other in between:
        if other.level <= inside.level:
            return False
        if other == heading:
            return True
    return False


def _name(paragraphs: tuple[Paragraph, ...], words: Wording) -> str:
    return words.paragraph(paragraphs[0]) if paragraphs else ""
