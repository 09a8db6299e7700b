"""Sections called by their titles: in full, in part, or by what such sections are usually called.

A title counts where the question says that a section is meant (“首脑会议的形式”这一节, the section
on …), or where it says nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.referring.labels import label
from assistant.referring.lexing import Lexed, Token, lexed
from assistant.referring.model import Mention
from assistant.referring.outline import fits
from assistant.referring.passing import ARTICLES
from assistant.referring.remaining import is_silent
from assistant.referring.vocabulary import TITLE
from corpus.joining import is_unspaced
from corpus.model import Heading, Report
from corpus.normalising import folded
from index.lexical import question_terms, terms
from index.translation import LANGUAGES, bundled_lexicon, forms_across

# What is before or after a title is for others to find; how far from it that is said, in tokens.
_SIDES, _BESIDE = ("before", "after", "previous", "next", "near"), 3
_UNITS = ("section", "part")
_LEAST = 0.6  # the share of what a title is called that must be in it
_LETTERS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Titled:
    """Headings called by their titles, from one token of the question to before another."""

    headings: tuple[Heading, ...]
    start: int
    end: int


def titled(words: Lexed, mentions: Sequence[Mention], report: Report) -> Titled | None:
    """Find the section that a question calls by its title, if it does.

    Args:
        words: The question.
        mentions: What else it refers to, which is no other subject.
        report: Whose titles they may be.
    """
    if not report.outline:
        return None
    referring = frozenset(
        at for m in mentions if not _only_points(m) for at in range(m.start, m.end)
    )
    covered = frozenset(at for m in mentions for at in range(m.start, m.end))
    found = (
        _quoted(words, covered, report)
        or _in_full(words, referring, covered, report)
        or _usual(words, referring, covered, report)
        or _described(words, referring, report)
    )
    return None if found and referring and _is_subject(words.tokens, found.start) else found


def _is_subject(tokens: Sequence[Token], start: int) -> bool:
    """“What does article 20 say about the Government” asks about it, within article 20."""
    at = start - 1
    while at >= 0 and tokens[at].text in ARTICLES:
        at -= 1
    return at >= 0 and tokens[at].can_be("about") and not tokens[at].can_be("of", *_UNITS)


def _only_points(mention: Mention) -> bool:
    """“That section”, 这一节: a title before it may say which."""
    return any((p.first.style, p.first.value) == ("beside", 0) for p in mention.steps[0].picks[:1])


def _quoted(words: Lexed, covered: frozenset[int], report: Report) -> Titled | None:
    """A title in quotation marks beside a word for section, or alone."""
    for place, token in enumerate(words.tokens):
        if not token.can_be("quoted", "titled"):
            continue
        start, end, called = _with_unit(words.tokens, place, place + 1)
        if not called and not _is_alone(words.tokens, covered, place, place + 1):
            continue
        name = token.text[1:-1]
        headings = _named(name, report) or _as_usual(lexed(name).tokens, report)
        if headings:
            return Titled(headings, start, end)
    return None


def _in_full(
    words: Lexed, referring: frozenset[int], covered: frozenset[int], report: Report
) -> Titled | None:
    """A whole title without quotation marks."""
    said = _letters(words.text)
    held = [heading for heading in report.outline if _letters(heading.title) in said]
    for heading in sorted(held, key=lambda heading: -len(heading.title)):
        span = _span(words, heading.title)
        if span is None or not referring.isdisjoint(range(*span)):
            continue
        start, end, called = _with_unit(words.tokens, *span)
        start = _past_number(words.tokens, start, heading)
        if called or _is_alone(words.tokens, covered, *span):
            title = folded(heading.title)
            same = tuple(h for h in report.outline if folded(h.title) == title)
            return Titled(same, start, end)
    return None


def _past_number(tokens: Sequence[Token], start: int, heading: Heading) -> int:
    """A title may stand behind its number, as it is printed: 二、首脑会议的形式."""
    marked = start > 1 and tokens[start - 1].can_be("comma", "dot")
    found, _ = label(tokens, start - 2, "part") if marked else (None, start)
    return start - 2 if found is not None and fits(heading, found) else start


def _usual(
    words: Lexed, referring: frozenset[int], covered: frozenset[int], report: Report
) -> Titled | None:
    """“The conclusions”, “背景部分”: what many reports call a section, in any language."""
    for place, token in enumerate(words.tokens):
        if place in referring or not any(role.startswith(TITLE) for role in token.roles):
            continue
        start, end, called = _with_unit(words.tokens, place, place + 1)
        whole = called or _is_alone(words.tokens, covered, place, place + 1)
        if whole and (headings := _as_usual((token,), report)):
            return Titled(headings, start, end)
    return None


def _described(words: Lexed, referring: frozenset[int], report: Report) -> Titled | None:
    """“The section on the preparatory phase”: words of a title, in the question's language."""
    for place, token in enumerate(words.tokens):
        if not token.can_be(*_UNITS) or place in referring:
            continue
        for start, end in _descriptions(words.tokens, place):
            text = words.text[words.tokens[start].start : words.tokens[end - 1].end]
            headings = _best(text, words.language, report)
            if headings:
                return Titled(headings, min(start, place), max(end, place + 1))
    return None


def _descriptions(tokens: Sequence[Token], place: int) -> Iterator[tuple[int, int]]:
    """Where words that describe a section may stand: after “section on”, before 一节."""
    at = place + 1
    while (
        at < len(tokens) and tokens[at].can_be("about", "of", "reading") and not _says(tokens[at])
    ):
        at += 1
    unspaced = is_unspaced(tokens[place].text[0])
    # “A part of the participants” is none of the report.
    joints = ("about",) if tokens[place].can_be("part") else ("about", "of")
    told = not unspaced and any(token.can_be(*joints) for token in tokens[place + 1 : at])
    end = at
    while end < len(tokens) and not tokens[end].can_be("stop", "comma"):
        end += 1
    while end > at and is_silent(tokens[end - 1]):
        end -= 1
    if told and end > at:
        yield at, end
    end = place
    while end > 0 and tokens[end - 1].can_be("that", "same", "han", "one", "of"):
        end -= 1
    start = end
    while start > 0 and not tokens[start - 1].can_be("stop", "comma", "about", "report"):
        start -= 1
    while start < end and is_silent(tokens[start]):
        start += 1
    # In Chinese something joins a description to its unit: 讲形式的那一节; 印章 is no 章.
    alone = all(is_silent(token) for token in tokens[place + 1 :])
    if start < end and (end < place if unspaced else alone):
        yield start, end


def _says(token: Token) -> bool:
    return token.can_be("asking", "which", "whether")


def _best(text: str, language: str, report: Report) -> tuple[Heading, ...]:
    """The headings whose titles hold most of a description, if they hold enough."""
    printed = report.language.split("-")[0]
    shares = {
        heading: share
        for heading in report.outline
        if (share := _share(text, heading.title, language, printed)) >= _LEAST
    }
    best = max(shares.values(), default=0.0)
    found = tuple(heading for heading, share in shares.items() if share == best)
    return found if len(found) == 1 else ()


def _share(text: str, title: str, language: str, printed: str) -> float:
    held = frozenset(terms(title, printed))
    if language != printed and {language, printed} <= LANGUAGES:
        forms = forms_across(text, language, printed, bundled_lexicon())
        met = [
            max((form.chance for form in ways if held.issuperset(form.terms)), default=0.0)
            for ways in forms.values()
        ]
        # What is as likely as not is as good as said; the rest tells titles apart.
        return sum(min(1.0, 2 * chance) for chance in met) / len(met) if met else 0.0
    wanted = [term for term in question_terms(text, printed) if len(term) > 1 or term.isdigit()]
    return sum(term in held for term in wanted) / len(wanted) if wanted else 0.0


def _named(name: str, report: Report) -> tuple[Heading, ...]:
    """Headings of a title, or else that hold it as a part of theirs."""
    wanted = _letters(name)
    if len(wanted) < 2:
        return ()
    same = tuple(h for h in report.outline if wanted in (_letters(h.title), _letters(h.label)))
    part = tuple(h for h in report.outline if wanted in _letters(h.title))
    return same or part


def _as_usual(tokens: Sequence[Token], report: Report) -> tuple[Heading, ...]:
    """Headings that are usual titles of the same meaning as some words."""
    wanted = {role for token in tokens for role in token.roles if role.startswith(TITLE)}
    if not wanted or len([token for token in tokens if not is_silent(token)]) > 1:
        return ()
    met: dict[bool, list[Heading]] = {True: [], False: []}
    for heading in report.outline:
        said = [token for token in lexed(heading.title).tokens if token.text.isalnum()]
        meant = [token for token in said if wanted & token.roles.keys()]
        if meant:
            met[len(said) == 1].append(heading)
    found = met[True] or [h for h in met[False] if len(_letters(h.title)) < 40]
    top = min((heading.level for heading in found), default=0)
    return tuple(heading for heading in found if heading.level == top)


def _with_unit(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int, bool]:
    """Widen a title's span over the word that says it is a section's, if one stands by it."""
    at = end
    while at < len(tokens) and tokens[at].can_be("that", "same", "han", "one", "of", "quote"):
        at += 1
    if at < len(tokens) and tokens[at].can_be(*_UNITS):
        return start, at + 1, True
    at = start - 1
    while (
        at >= 0
        and tokens[at].can_be("reading", "about", "of", "quote", "within")
        and not tokens[at].can_be("also", *_UNITS)
    ):
        at -= 1
    if at >= 0 and tokens[at].can_be(*_UNITS):
        return at, end, True
    return start, end, False


def _is_alone(tokens: Sequence[Token], covered: frozenset[int], start: int, end: int) -> bool:
    return all(
        start <= at < end
        or at in covered
        or is_silent(token)
        or token.can_be("which", "within")
        or (start - _BESIDE <= at < end + _BESIDE and token.can_be(*_SIDES))
        or _is_joined_title(tokens, at)
        for at, token in enumerate(tokens)
    )


def _is_joined_title(tokens: Sequence[Token], at: int) -> bool:
    """“The background and the conclusions”: another title, joined to this one."""
    joined = any(token.can_be("also", "comma") for token in tokens[max(0, at - 2) : at + 3])
    return joined and any(role.startswith(TITLE) for role in tokens[at].roles)


def _span(words: Lexed, title: str) -> tuple[int, int] | None:
    """The tokens in which a title stands in a question, whatever stands between its words."""
    wanted = _letters(title)
    if len(wanted) < 2:
        return None
    pieces = [_letters(words.text[token.start : token.end]) for token in words.tokens]
    said = "".join(pieces)
    place = said.find(wanted)
    if place < 0:
        return None
    edges, total = [], 0
    for piece in pieces:
        edges.append(total)
        total += len(piece)
    edges.append(total)
    if is_unspaced(wanted[0]):
        start = max(i for i, edge in enumerate(edges[:-1]) if edge <= place)
    elif place not in edges or place + len(wanted) not in edges:
        return None
    else:
        start = max(i for i, edge in enumerate(edges[:-1]) if edge == place)
    end = min(i for i, edge in enumerate(edges) if edge >= place + len(wanted))
    return start, end


@lru_cache(maxsize=4_096)
def _letters(text: str) -> str:
    return "".join(_LETTERS.findall(folded(text)))
