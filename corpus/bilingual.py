"""A report printed in two languages side by side, parted into one text for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.language import detect, language_of_report, script_of
from corpus.marks import mark_of
from corpus.model import Block

_FEWEST_NUMBERS = 5  # in each language
_ALIKE = 0.9  # how nearly both languages have as many numbers
_LEAST_CHANGES = 0.5  # how often one language follows the other, of all numbers
_SAMPLE = 200  # lines that show whether there is a second language
_LONG_ENOUGH = 60  # characters that show a language with Latin letters


def parted_by_language(blocks: Sequence[Block]) -> dict[str, tuple[Block, ...]]:
    """Part the blocks of a bilingual report by language; one in a single language stays whole.

    It is bilingual when its lines change between two languages, and each has as many numbers of
    its own. The order of the languages is that in which they appear.

    Returns:
        The blocks by BCP 47 tag, or by `""` where there is one language.
    """
    lines = [(place, line) for place, block in enumerate(blocks) for line in _lines(block)]
    # An odd step, lest of two languages in turn only one be seen.
    seen = [line for _, line in lines[:: len(lines) // _SAMPLE | 1]]
    if len(set(_languages(seen))) < 2:
        return {"": tuple(blocks)}
    languages = _languages([line for _, line in lines])
    counts = Counter(
        language for (_, line), language in zip(lines, languages, strict=True) if mark_of(line)
    )
    if not _is_bilingual(languages, lines, counts):
        return {"": tuple(blocks)}
    parted: dict[str, list[Block]] = {}
    before: dict[str, int] = {}
    for (place, line), language in zip(lines, languages, strict=True):
        mine = parted.setdefault(language, [])
        if before.get(language) == place:
            mine[-1] = replace(mine[-1], text=f"{mine[-1].text}\n{line}")
        else:
            mine.append(replace(blocks[place], text=line, number=""))
        before[language] = place
    return {language: tuple(mine) for language, mine in parted.items()}


def _lines(block: Block) -> Iterator[str]:
    text = f"{block.number} {block.text}" if block.number else block.text
    return filter(str.strip, text.split("\n"))


def _is_bilingual(
    languages: Sequence[str], lines: Sequence[tuple[int, str]], counts: Counter[str]
) -> bool:
    if len(set(languages)) != 2 or len(counts) != 2:
        return False
    fewer, more = sorted(counts.values())
    numbered = [
        language for (_, line), language in zip(lines, languages, strict=True) if mark_of(line)
    ]
    changes = sum(before != after for before, after in pairwise(numbered))
    return fewer >= max(_FEWEST_NUMBERS, more * _ALIKE) and changes >= more * _LEAST_CHANGES


def _languages(lines: Sequence[str]) -> list[str]:
    """Tell each line's language; one too short to show it is in that of the line before it."""
    scripts = Counter(script_of(line) for line in lines)
    by_script = len([script for script, times in scripts.items() if script and times > 2]) > 1
    told = []
    last = ""
    for line in lines:
        script = script_of(line)
        if by_script:
            language = script or last
        else:
            found = detect(line) if len(line) >= _LONG_ENOUGH else "und"
            language = found if found != "und" else last
        told.append(language)
        last = language
    named = {
        language: language_of_report(
            "\n".join(line for line, one in zip(lines, told, strict=True) if one == language)
        )
        for language in set(told)
    }
    first = next((language for language in told if language), "")
    return [named.get(language or first, "und") for language in told]
