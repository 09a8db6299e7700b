"""A transcript as Markdown: readable as it is, and safe wherever it is rendered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.keeping.transcript import Exchange, Quoted, Transcript

# What CommonMark gives a meaning to inside a line, and (second) only at a line's beginning.
_INSIDE = re.compile(r"([\\`*_\[\]<>&$~|])")
_AT_BEGINNING = re.compile(r"^(\s*)(?:([#+=-])|(\d+)([.)]))", re.MULTILINE)


def markdown(transcript: Transcript) -> str:
    """Write it as CommonMark; what people and reports say is text there, whatever it holds."""
    lines = [f"# {plain(transcript.title)}", "", f"*{plain(transcript.note)}*", ""]
    for exchange in transcript.exchanges:
        lines += _exchange(exchange)
    return "\n".join(lines).rstrip() + "\n"


def _exchange(exchange: Exchange) -> Iterator[str]:
    yield f"## {plain(' '.join(exchange.question.split()))}"
    yield ""
    for remark in exchange.remarks:
        yield plain(remark)
        yield ""
    for quoted in (*exchange.quotes, *exchange.parallels):
        yield from _quote(quoted)
    for note in exchange.notes:
        yield plain(note)
        yield ""
    for near in exchange.nearest:
        yield f"- {_link(near)}"
    if exchange.nearest:
        yield ""


def _quote(quoted: Quoted) -> Iterator[str]:
    # A backslash at its end keeps a line from running into the next.
    yield "> " + "\\\n> ".join(plain(line) for line in quoted.text.splitlines() if line.strip())
    yield ">"
    yield f"> — {_link(quoted)}"
    yield ""


def _link(quoted: Quoted) -> str:
    return f"[{plain(quoted.citation)}](<{quoted.link}>)"


def plain(text: str) -> str:
    r"""Text that Markdown takes for nothing but text.

    >>> plain("1. *a* <b>")
    '1\\. \\*a\\* \\<b\\>'
    """
    escaped = _INSIDE.sub(r"\\\1", text)
    return _AT_BEGINNING.sub(
        lambda found: (
            f"{found[1]}\\{found[2]}" if found[2] else f"{found[1]}{found[3]}\\{found[4]}"
        ),
        escaped,
    )
