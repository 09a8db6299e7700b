"""A tokenizer that reads the new languages, grown from the teacher's.

English is cut as before: the old vocabulary keeps its ids. New whole words are added, and every
way of writing the same thing shares one id: a word and its `##` twin, simplified and traditional
Chinese. All of it is a standard `tokenizer.json`.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tokenizers import Regex, Tokenizer, normalizers, pre_tokenizers

from corpus.normalising import folded
from training.sources import Entry, is_han

LONGEST_RUN = 48  # Chinese characters cut at once; the cutting is quadratic in them
_ARTICLE = (
    r"(?<![\p{Arabic}])(?:[وفبك]|وب|ول)?ال(?=[\p{Arabic}]{3})"
    r"|(?<![\p{Arabic}])(?:و)?لل(?=[\p{Arabic}]{3})"
)


@dataclass(frozen=True, slots=True)
class Row:
    """A new row of the embedding table: what it stands for, in which language."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The grown tokenizer as JSON, and its new rows in order of their ids."""

    tokenizer: dict[str, Any]
    rows: tuple[Row, ...]


def normaliser() -> normalizers.Normalizer:
    """One form of writing: width, case, accents, Chinese full stops, Arabic articles."""
    steps = [
        normalizers.NFKC(),
        normalizers.Replace("。", "."),
        normalizers.Replace("、", ","),
        normalizers.Replace("\u0640", ""),
        normalizers.BertNormalizer(
            clean_text=True, handle_chinese_chars=False, strip_accents=True, lowercase=True
        ),
        normalizers.Replace("ة", "ه"),
        normalizers.Replace("ى", "ي"),
        normalizers.Replace(Regex(_ARTICLE), ""),
    ]
    return normalizers.Sequence(steps)


def grow(
    teacher: Path,
    entries: Sequence[Entry],
    chinese: Sequence[str],
    words: Mapping[str, Sequence[str]],
) -> Vocabulary:
    """Add rows to a teacher's tokenizer.

    Args:
        teacher: The folder of the teacher model.
        entries: The dictionary, for the traditional writing of Chinese words.
        chinese: Chinese words to add beside every character, simplified.
        words: For each other language the words to add, as `normaliser` leaves them.
    """
    tokenizer = json.loads((teacher / "tokenizer.json").read_text("utf-8"))
    ids: dict[str, int] = tokenizer["model"]["vocab"]
    rows: list[Row] = []
    first = len(ids)

    def add(text: str, language: str, *writings: str) -> None:
        if text not in ids:
            ids[text] = first + len(rows)
            rows.append(Row(text, language))
        for writing in (text, *writings):
            ids.setdefault(writing, ids[text])
            ids.setdefault(f"##{writing}", ids[text])

    traditional = {folded(entry.simplified): entry.traditional for entry in entries}
    for character in sorted(set("".join(traditional)) | set("".join(traditional.values()))):
        if is_han(character):
            plain = folded(character)
            add(plain, "zh", character)
    for word in chinese:
        add(word, "zh", traditional.get(word, word))
    for language, listed in words.items():
        for word in listed:
            add(word, language)

    tokenizer["truncation"] = tokenizer["padding"] = None
    grown = Tokenizer.from_str(json.dumps(tokenizer))
    grown.normalizer = normaliser()
    grown.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.BertPreTokenizer(),
            pre_tokenizers.Split(Regex(rf"\p{{Han}}{{1,{LONGEST_RUN}}}"), "isolated"),
        ]
    )
    made = json.loads(grown.to_str())
    # The library writes one text an id; the twins are put back.
    made["model"]["vocab"] = ids
    return Vocabulary(made, tuple(rows))


def frequent(texts: Iterable[str], limit: int, known: frozenset[str], least: int = 2) -> list[str]:
    """The words of texts by falling frequency, as the tokenizer sees them before cutting.

    Words of the old vocabulary and those with anything but letters are left out.
    """
    cleaner, cutter = normaliser(), pre_tokenizers.BertPreTokenizer()
    seen = Counter(
        word
        for text in texts
        for word, _ in cutter.pre_tokenize_str(cleaner.normalize_str(text))
        if word.isalpha() and word not in known
    )
    return [word for word, times in seen.most_common(limit) if times >= least]
