"""The embedder from end to end: vocabulary, first values, two stages, a model folder."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

from corpus.normalising import folded
from index.embedders.packing import ROWS, pack
from training.alignment import Table
from training.lessons import Lessons
from training.rows import EnglishRows, first_values
from training.sources import Asked, Entry, Pair, questions
from training.stages import Course, Pace
from training.student import Student, best_dtype, student
from training.vocabulary import Vocabulary, frequent, grow
from training.words import segmenter

SEED = 1
ROWS_RATES = (2e-3, 5e-4)
BODY_RATE = 3e-5
_TABLE = "embeddings.word_embeddings.weight"


@dataclass(frozen=True, slots=True)
class Size:
    """How much to learn: rows, steps and tokens of a batch."""

    chinese: int = 50_000
    others: int = 12_000
    first_steps: int = 1_400
    second_steps: int = 600
    tokens: int = 4_096

    def defaults(self) -> dict[str, int]:
        """The settings by name."""
        return asdict(self)


def make_embedder(
    *,
    teacher: Path,
    entries: Sequence[Entry],
    pairs: Mapping[str, Sequence[Pair]],
    sets: Path,
    set_names: tuple[str, ...],
    tables: Mapping[str, tuple[Table, Table]],
    work: Path,
    size: Size,
) -> Path:
    """Train from what `work` holds on, and write the model.

    Returns:
        The folder of the model, which `SentenceTransformer` loads.
    """
    torch.manual_seed(SEED)
    asked = questions(sets, set_names)
    weights = load_file(teacher / "model.safetensors")
    vocabulary = _vocabulary(teacher, entries, pairs, asked, size)
    plain = json.loads((teacher / "tokenizer.json").read_text("utf-8"))
    plain["truncation"] = plain["padding"] = None
    english = EnglishRows(
        plain["model"]["vocab"],
        weights[_TABLE].numpy(),
        [pair.english for found in pairs.values() for pair in found],
    )
    into = {language: table for language, (table, _) in tables.items()}
    first = first_values(vocabulary.rows, english, entries, into, weights[_TABLE].shape[1])
    dtype = best_dtype()
    learner = student(teacher, json.dumps(vocabulary.tokenizer), torch.from_numpy(first), dtype)
    example = student(teacher, json.dumps(plain), torch.zeros(1, first.shape[1]), dtype)
    chinese = tables["zh"][1] if "zh" in tables else {}
    segment = segmenter(entries)
    lessons = Lessons(
        pairs, entries, asked, chinese, segment, _worded(into.get("zh", {}), english), SEED
    )
    course = Course(learner, example, lessons, work, lambda line: print(line, flush=True))
    course.first(Pace(size.first_steps, size.tokens, ROWS_RATES[0]))
    course.second(Pace(size.second_steps, size.tokens, ROWS_RATES[1], BODY_RATE))
    return _write(work / "embedder", teacher, vocabulary, learner, weights)


def _worded(table: Table, english: EnglishRows) -> dict[str, str]:
    """One English word for each word of a table; numbers, which align by accident, apart."""
    likeliest = (
        (word, next((stem for stem, _ in found if stem.isalpha()), ""))
        for word, found in table.items()
    )
    return {word: english.form(stem) for word, stem in likeliest if stem}


def _vocabulary(
    teacher: Path,
    entries: Sequence[Entry],
    pairs: Mapping[str, Sequence[Pair]],
    asked: Sequence[Asked],
    size: Size,
) -> Vocabulary:
    """The words that the texts have most, then short ones that only the dictionary has."""
    segment = segmenter(entries)
    texts = [pair.other for pair in pairs.get("zh", ())]
    texts += [text for one in asked for text in (one.question, one.paragraph)]
    seen = Counter(word for text in texts for word in segment(text) if len(word) > 1)
    heads = {folded(entry.simplified): None for entry in entries if len(entry.simplified) > 1}
    rest = sorted((head for head in heads if head not in seen), key=len)
    chinese = [*(word for word, _ in seen.most_common()), *rest][: size.chinese]
    known = frozenset(json.loads((teacher / "tokenizer.json").read_text("utf-8"))["model"]["vocab"])
    words = {
        language: frequent((pair.other for pair in found), size.others, known)
        for language, found in pairs.items()
        if language != "zh"
    }
    return grow(teacher, entries, chinese, words)


def _write(
    folder: Path,
    teacher: Path,
    vocabulary: Vocabulary,
    learner: Student,
    weights: dict[str, torch.Tensor],
) -> Path:
    """Write a folder like the teacher's, with what was learned and the table packed."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "1_Pooling").mkdir(parents=True)
    for name in ("modules.json", "sentence_bert_config.json", "1_Pooling/config.json"):
        shutil.copyfile(teacher / name, folder / name)
    learned = {
        name: parameter.detach().half().contiguous()
        for name, parameter in learner.body.named_parameters()
        if name in weights and name != _TABLE
    }
    learned[_TABLE] = learner.old[:1].half()
    save_file(learned, folder / "model.safetensors", metadata={"format": "pt"})
    table = torch.cat([learner.old, learner.new.weight.detach()])
    save_file(pack(table, common=len(learner.old)), folder / ROWS)
    config = json.loads((teacher / "config.json").read_text("utf-8"))
    config |= {"vocab_size": 1, "dtype": "float32"}
    (folder / "config.json").write_text(json.dumps(config, indent=1), "utf-8")
    # Written as it is: the library would drop all but one text of an id.
    text = json.dumps(vocabulary.tokenizer, ensure_ascii=False, separators=(",", ":"))
    (folder / "tokenizer.json").write_text(text, "utf-8")
    special = {
        f"{name}_token": f"[{name.upper()}]" for name in ("unk", "sep", "pad", "cls", "mask")
    }
    settings = {"tokenizer_class": "PreTrainedTokenizerFast", "model_max_length": 512, **special}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings, indent=1), "utf-8")
    return folder
