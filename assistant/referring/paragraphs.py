"""References narrowed to paragraphs and to parts of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.referring import outline
from assistant.referring.choosing import in_range, labelled, number_value, of_series
from assistant.referring.entries import entries, is_entry, lines, sentences, whole
from assistant.referring.model import Label, Missing, Pick, Place, Step
from assistant.referring.narrowing import Narrowing
from assistant.referring.numbers import parts
from corpus.headings import is_summary_label
from corpus.model import Heading, Paragraph
from corpus.numerals import lowered

_ITEM = Step("item")
_NEAREST = 2  # paragraphs offered for what is not there


def to_paragraphs(narrowing: Narrowing, step: Step) -> None:
    """Narrow to paragraphs told by number, by place or by their distance from what was quoted."""
    candidates = of_series(step.unit, narrowing.paragraphs)
    chosen: list[Place] = []
    lacking: list[str] = []
    for pick in step.picks:
        if pick.first.style == "beside":
            got = _beside(pick, narrowing)
            missing: tuple[str, ...] = ()
        else:
            pick = _spelled_out(_numbered(pick, candidates, narrowing), candidates)
            got, missing = in_range(pick, candidates)
            got = _of_the_text(got)
            here = narrowing.headings and step.unit == "paragraph"
            if not got and here and pick.first.style == "number":
                # “Paragraph 2 of section III” is its second, where none there has that number.
                got, missing = in_range(_by_place(pick), candidates)
        lacking += missing
        for paragraph in got:
            there = whole(paragraph)
            chosen += _entered(narrowing, pick.within, there) if pick.within else (there,)
    narrowing.settle(chosen)
    if lacking:
        inside = narrowing.headings[0] if narrowing.headings else None
        near = _nearest(lacking, candidates)
        narrowing.missing.append(Missing(step.unit, tuple(dict.fromkeys(lacking)), inside, near))


def _numbered(pick: Pick, candidates: Sequence[Paragraph], narrowing: Narrowing) -> Pick:
    """“The 26th paragraph” has the number 26, where just one has; in a section it is a place."""
    place = pick.first
    if place.style != "place" or place.value < 1 or pick.last or narrowing.headings:
        return pick
    number = replace(place, style="number", text=str(place.value))
    return replace(pick, first=number) if len(labelled(number, candidates)) == 1 else pick


def _of_the_text(found: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Those of the text itself, where annexes that are not named have such numbers as well."""
    own = tuple(p for p in found if not any(map(outline.is_annex, p.headings)))
    return own or found


def _spelled_out(pick: Pick, candidates: Sequence[Paragraph]) -> Pick:
    """“Article 6.1” as paragraph 1 of article 6, where none has that number or one alike.

    Where articles put between others are numbered with a dot, 6.1 is one that is not there.
    """
    label = pick.first
    if label.style == "number" and len(pick.within) == 1 and pick.last is None:
        lettered = Label("compound", 0, f"{label.value}{pick.within[0].first.text}")
        # “26A” is a paragraph where one is numbered so, else entry (a) of paragraph 26.
        is_one = len(parts(lettered.text)) > 1 and labelled(lettered, candidates)
        return Pick(lettered) if is_one else pick
    path = label.text.split(".") if label.style == "compound" and pick.last is None else []
    if len(path) < 2 or labelled(label, candidates) or any(_is_inserted(p) for p in candidates):
        return pick
    numbers = [Label("number", int(part), part) for part in path if part.isdecimal()]
    found = labelled(numbers[0], candidates) if len(numbers) == len(path) else ()
    within = pick.within
    for number in reversed(numbers[1:]):
        within = (Pick(number, within=within),)
    reached = [whole(paragraph) for paragraph in found]
    for entry in numbers[1:]:
        marked = [at for at in reached if is_entry(entry, at)]
        reached = [place for at in marked for place in entries(Pick(entry), at)[0]]
    return Pick(numbers[0], within=within) if reached else pick


def _is_inserted(paragraph: Paragraph) -> bool:
    number = paragraph.number.strip(" .")
    return "." in number or lowered(number) != number


def _by_place(pick: Pick) -> Pick:
    first = replace(pick.first, style="place")
    return replace(pick, first=first, last=pick.last and replace(pick.last, style="place"))


def _beside(pick: Pick, narrowing: Narrowing) -> tuple[Paragraph, ...]:
    """The paragraphs counted from what was last quoted, in the report as it is now."""
    report, standing = narrowing.report, narrowing.standing
    if narrowing.headings and pick.last is not None:
        # 第四节后三段 are its last ones, whatever was quoted before.
        count = abs(pick.last.value if pick.first.value > 0 else pick.first.value)
        there = narrowing.paragraphs
        return there[-count:] if pick.first.value > 0 else there[:count]
    if standing is None or not standing.paragraphs:
        narrowing.missing.append(Missing("said", nearest=narrowing.paragraphs[:1]))
        return ()
    quoted = {paragraph.anchor for paragraph in standing.paragraphs}
    if pick.first.value == 0:
        return tuple(p for p in report.paragraphs if p.anchor in quoted)
    body = [p for p in report.paragraphs if p.kind == "body"]
    known = [place for place, p in enumerate(body) if p.anchor in quoted]
    if not known:
        # What was quoted stands before the numbered paragraphs, or after them.
        known = [-1] if standing.paragraphs[0].ordinal < body[0].ordinal else [len(body)]
    low, high = min(known), max(known)
    steps = (pick.first.value, (pick.last or pick.first).value)
    wanted = [(low if step < 0 else high) + step for step in range(steps[0], steps[1] + 1)]
    got = tuple(body[place] for place in wanted if 0 <= place < len(body))
    if not got:
        edge, near = ("before", body[0]) if steps[0] < 0 else ("after", body[-1])
        narrowing.missing.append(Missing(edge, nearest=(near,)))  # type: ignore[arg-type]
    return got


def to_entries(narrowing: Narrowing, step: Step) -> None:
    """Narrow to entries of a list, or lines of a text."""
    before = len(narrowing.missing)
    told = narrowing.places is not None
    chosen = [
        place
        for reached in narrowing.places or tuple(map(whole, narrowing.paragraphs))
        for place in _entered(narrowing, step.picks, reached, step)
    ]
    if not told:
        # Of a whole section one list will do.
        del narrowing.missing[before + (not chosen) :]
    narrowing.settle(chosen)


def to_sentences(narrowing: Narrowing, step: Step) -> None:
    """Narrow to sentences of what was told, one paragraph after another, or of all that is left."""
    told = narrowing.places is not None
    chosen: list[Place] = []
    for run in [(p,) for p in narrowing.paragraphs] if told else [narrowing.paragraphs]:
        for pick in step.picks:
            got, lacking = sentences(pick, run)
            chosen += got
            if not got:
                inside = run[0] if told else (*narrowing.headings, None)[0]
                counted = lacking.lstrip("-")
                narrowing.missing.append(Missing("sentence", (counted,), inside, run[:1]))
    narrowing.settle(chosen)


def _entered(
    narrowing: Narrowing, picks: Sequence[Pick], reached: Place, step: Step = _ITEM
) -> tuple[Place, ...]:
    """Entries of a paragraph's list; lines of its text where it has no list or lines are meant."""
    chosen: list[Place] = []
    paragraph = reached.paragraph
    for pick in picks:
        by_line = step.unit == "line" and pick.first.style not in ("letter", "roman")
        if by_line and not is_entry(pick.first, reached, step.word):
            got, lacking = lines(pick, paragraph, step.word)
        else:
            got, lacking = entries(pick, reached)
        if not got and by_line:
            got, _ = entries(pick, reached)
        elif not got and not paragraph.items and "\n" in paragraph.text:
            got, _ = lines(pick, paragraph)
        if not got:
            narrowing.missing.append(Missing("item", (lacking,), paragraph, (paragraph,)))
        for place in got:
            chosen += _entered(narrowing, pick.within, place) if pick.within else (place,)
    return tuple(chosen)


def to_kind(narrowing: Narrowing, step: Step) -> None:
    """Narrow to what stands around the numbered paragraphs: the summary, the notes."""
    report, kind = narrowing.report, step.unit
    there = tuple(p for p in report.paragraphs if p.kind == kind)
    if not there and kind == "summary":
        # A summary whose paragraphs have numbers is a section.
        headed = [h for h in report.outline if not h.number and h.ordinal <= 2]
        there = outline.under(report, headed[0]) if headed and _says_summary(headed[0]) else ()
    if step.picks and kind == "note":
        lacking: list[str] = []
        chosen: list[Paragraph] = []
        for pick in step.picks:
            numbers = any(number_value(p) for p in there)
            got, missing = in_range(pick if numbers else _by_place(pick), there)
            chosen += got
            lacking += missing
        if lacking:
            narrowing.missing.append(Missing("note", tuple(lacking), nearest=there[-_NEAREST:]))
        there = tuple(dict.fromkeys(chosen))
    elif not there:
        narrowing.missing.append(Missing(step.unit, nearest=narrowing.paragraphs[:1]))
    narrowing.paragraphs = there


def _says_summary(heading: Heading) -> bool:
    return is_summary_label(heading.title)


def _nearest(labels: Sequence[str], candidates: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """For each number that is not there, the paragraph whose number is next to it."""
    counted = [(value, p) for p in candidates if (value := number_value(p)) is not None]
    found = [
        min(counted, key=lambda pair: (abs(pair[0] - wanted), pair[0]))[1]
        for label in labels[:_NEAREST]
        if counted and (wanted := _whole_part(label)) is not None
    ]
    return tuple(dict.fromkeys(found)) or tuple(candidates[:1])


def _whole_part(label: str) -> int | None:
    """34 of 34-1, next to which it would stand."""
    return next((part for part in parts(label) if isinstance(part, int)), None)
