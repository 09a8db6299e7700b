"""Make what the product ships: `python -m training DATA_FOLDER SETS_FOLDER WORK_FOLDER`.

Each step's result is kept in the work folder and taken up again: the alignment, the new rows, the
two stages of training. What is finished is written to `WORK_FOLDER/lexicon.sqlite` and
`WORK_FOLDER/embedder`.
"""

from __future__ import annotations

import argparse
import pickle
from collections import Counter
from pathlib import Path

from training.embedder import Size, make_embedder
from training.lexicon import aligned, write_lexicon
from training.measuring import measured, table
from training.sources import LANGUAGES, dictionary, parallel
from training.teacher import teacher_folder
from training.words import segmenter

QUESTION_SETS = ("stard", "drcd-dev")


def main(arguments: list[str] | None = None) -> None:
    """Run every step that is not done yet."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("data", type=Path, help="the folder of the dictionary and parallel text")
    parser.add_argument("sets", type=Path, help="the folder of question sets")
    parser.add_argument("work", type=Path, help="where results are kept")
    parser.add_argument("--teacher", type=Path, help="the folder of the teacher model")
    parser.add_argument("--lexicon-only", action="store_true", help="stop before the embedder")
    for name, value in Size().defaults().items():
        parser.add_argument(f"--{name.replace('_', '-')}", type=int, default=value)
    asked = parser.parse_args(arguments)
    asked.work.mkdir(parents=True, exist_ok=True)

    entries = dictionary(asked.data)
    pairs = {language: found for language in LANGUAGES if (found := parallel(asked.data, language))}
    segment = segmenter(entries)
    kept = asked.work / "alignment.pickle"
    if not kept.exists():
        print("aligning words", flush=True)
        kept.write_bytes(pickle.dumps(aligned(pairs, segment)))
    tables = pickle.loads(kept.read_bytes())
    seen = Counter(word for pair in pairs.get("zh", ()) for word in segment(pair.other))
    write_lexicon(asked.work / "lexicon.sqlite", tables, entries, seen)
    if asked.lexicon_only:
        return
    model = make_embedder(
        teacher=asked.teacher or teacher_folder(),
        entries=entries,
        pairs=pairs,
        sets=asked.sets,
        set_names=QUESTION_SETS,
        tables=tables,
        work=asked.work,
        size=Size(**{name: getattr(asked, name) for name in Size().defaults()}),
    )
    for line in table(measured(model, asked.sets, QUESTION_SETS)):
        print(line, flush=True)


if __name__ == "__main__":
    main()
