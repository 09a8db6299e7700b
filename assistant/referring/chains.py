"""Steps that belong together: “the last paragraph of section IV”, “第四节C第二段”."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.referring.atoms import atom
from assistant.referring.labels import label
from assistant.referring.lexing import ARABIC_PREFIX, Token
from assistant.referring.model import SECTIONS, Label, Pick, Step, Unit
from assistant.referring.passing import ARTICLES, Tokens, can, past_articles
from assistant.referring.units import UNITS, Atom, unit_of
from corpus.joining import is_unspaced

_RANK = {unit: rank for rank, unit in enumerate(UNITS)}
# Alone these name what they are; others need a label to be a reference.
NAMING: tuple[Unit, ...] = ("summary", "front", "note")
_NOMINATIVES = frozenset("часть раздел глава подраздел".split())


def chain(tokens: Tokens, first: Atom) -> tuple[tuple[Step, ...], int]:
    """Join what belongs together, largest first, whatever order it is said in."""
    atoms, steps = [first], []  # type: tuple[list[Atom], list[Step]]
    end = _added(steps, first, tokens)
    while True:
        at, comma = _linked(tokens, end)
        following = atom(tokens, at) or (numbered_alone(tokens, at) if at > end else None)
        if following is None or not _belongs(atoms, following, at > end, comma):
            break
        atoms.append(following)
        end = _added(steps, following, tokens)
    return tuple(sorted(_parted(steps), key=_rank)), end


def _added(steps: list[Step], read: Atom, tokens: Tokens) -> int:
    """Add a step, and the part of it that a letter right after it names: “section IV C”."""
    if read.step.word == "条" and any(step.unit == "paragraph" for step in steps):
        read = replace(read, step=replace(read.step, unit="item"))  # 第15段第二条
    _insert(steps, read.step, tokens, read.start)
    if read.step.unit in SECTIONS and read.step.picks:
        lettered, end = subsection(tokens, read.end)
        if lettered is not None:
            steps.insert(steps.index(read.step) + 1, lettered)
            return end
    return read.end


def numbered_alone(tokens: Tokens, place: int) -> Atom | None:
    """“The second paragraph of IV.C”: a section that only its number tells, with its part."""
    found, after = label(tokens, place, "section")
    if found is None or found.style not in ("roman", "number"):
        return None
    lettered, _ = subsection(tokens, after)
    return Atom(Step("section", (Pick(found),)), place, after) if lettered else None


def _parted(steps: list[Step]) -> list[Step]:
    """A numbered part of an article is a paragraph of it: «часть 1 статьи 3»."""
    if not any(step.unit == "article" for step in steps):
        return steps
    return [
        replace(step, unit="paragraph")
        if step.unit == "part" and step.picks and step.picks[0].first.style == "number"
        else step
        for step in steps
    ]


def _insert(steps: list[Step], step: Step, tokens: Tokens, start: int) -> None:
    """Put a step after what contains it.

    “Part B of section IV” and «часть B раздела IV» name the larger one last; Chinese, a comma
    between, or a nominative, as in «раздел IV часть B», first.
    """
    before = tokens[start - 1] if steps else None
    if before is not None and before.text in ARTICLES and not before.can_be("of"):
        before = tokens[start - 2]
    of = before is not None and before.can_be("of") and before.text.isalpha()
    told = tokens[start].text not in _NOMINATIVES and _is_cyrillic(tokens[start])
    genitive = before is not None and not before.can_be("comma") and told
    reversed_order = (of or genitive) and before is not None and ord(before.text[0]) < 0x2E80
    steps.insert(0, step) if reversed_order else steps.append(step)


def _is_cyrillic(token: Token) -> bool:
    return "\u0400" <= token.text[0] <= "\u04ff"


def _rank(step: Step) -> int:
    """Sections and parts contain each other as they are said to; the rest by its nature."""
    return _RANK["section" if step.unit == "part" else step.unit]


def _linked(tokens: Tokens, place: int) -> tuple[int, bool]:
    """Past what may stand between a thing and what it is in: of, 的, a comma, a bracket."""
    at, comma = place, False
    while can(tokens, at, "of", "comma", "filler", "that", "open") and not can(tokens, at, "also"):
        if atom(tokens, at) is not None:
            break
        comma = comma or can(tokens, at, "comma")
        at = past_articles(tokens, at + 1)
    return at, comma


def _belongs(atoms: Sequence[Atom], following: Atom, linked: bool, comma: bool) -> bool:
    """Whether a step is of another rank than those before it, so that one contains the other."""
    step = following.step
    if not step.picks and step.unit not in ("summary", "annex"):
        return False
    if {step.unit, *(before.step.unit for before in atoms)} & {*SECTIONS} and _is_around(
        step, *(before.step for before in atoms)
    ):
        return False  # “a summary of section IV” asks for one, not for that of the report
    for before in atoms:
        same = step.unit == before.step.unit
        if same and not (step.unit == "section" and _nests(before.step, step, comma)):
            return False
        if before.bare and before.step.unit not in NAMING and not linked:
            return False
    return True


def _is_around(*steps: Step) -> bool:
    return any(step.unit in NAMING and not step.picks for step in steps)


def _nests(one: Step, other: Step, comma: bool) -> bool:
    """Whether one of two sections contains the other: 第四节第一小节, section B of section IV."""
    styles = [step.picks[0].first.style if step.picks else "" for step in (one, other)]
    if "beside" in styles:
        return False  # 第二节的下一节 is beside it, not in it
    words = [ARABIC_PREFIX.sub("", step.word, count=1) for step in (one, other)]
    return words[0] != words[1] or (styles[0] != styles[1] and not comma)


def subsection(tokens: Tokens, place: int) -> tuple[Step | None, int]:
    """A part told by its letter alone: IV.C, IV C, IV(C), 第四节C, 第四节之C."""
    at = place
    if can(tokens, at, "of") and is_unspaced(tokens[at].text[0]) and can(tokens, at + 1, "letter"):
        at += 1
    if (
        can(tokens, at, "dot", "dash", "open")
        or (at < len(tokens) and tokens[at].text == "、")
        or (can(tokens, at, "comma") and _ends(tokens, at + 2))
    ):
        at += 1
    if not can(tokens, at, "letter"):
        return None, place
    token, following = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    plain = at == place and not token.glued
    joins = plain and token.can_be("range", "also", "before", "of", "about", "within")
    if following is not None and plain and following.text in ARTICLES:
        return None, place  # “la sección II y la sección III”
    if following is not None and joins and not following.can_be("stop"):
        return None, place
    if following is not None and unit_of(following) and not following.text.isascii():
        return None, place  # “B部分” reads itself
    closed = can(tokens, at + 1, "close")
    found = [Pick(Label("letter", token.roles["letter"], token.text))]
    at += 1 + closed
    while can(tokens, at, "also", "comma") and can(tokens, at + 1, "letter"):
        other = tokens[at + 1]
        if not _ends(tokens, at + 2) and other.text.isascii() and tokens[at + 2].text.isascii():
            break
        found.append(Pick(Label("letter", other.roles["letter"], other.text)))
        at += 2
    return Step("part", tuple(found)), at


def _ends(tokens: Tokens, place: int) -> bool:
    """Whether a clause ends before a place."""
    return place >= len(tokens) or can(tokens, place, "stop", "comma", "also")
