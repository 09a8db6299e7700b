"""The whole of training, end to end, on a made-up corpus and a teacher of one tiny layer."""

import gzip
import json
from pathlib import Path

import numpy as np
import pytest
import torch
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
from transformers import BertConfig, BertModel

from index.embedders.sentence_transformer import SentenceTransformerEmbedder
from index.lexical import terms
from index.model import Measure
from index.translation import Lexicon
from training.__main__ import main
from training.measuring import measured, table
from training.sources import is_held_out, questions

ENGLISH = ["the summit meets", "the fund pays", "the summit pays", "the fund meets"] * 3
CHINESE = ["首脑会议开会", "基金付钱", "首脑会议付钱", "基金开会"] * 3
RUSSIAN = ["саммит заседает", "фонд платит", "саммит платит", "фонд заседает"] * 3
HEADS = {"首脑会议": "summit", "基金": "fund", "开会": "to meet", "付钱": "to pay"}
SMALL = ["--first-steps", "4", "--second-steps", "4", "--tokens", "128", "--chinese", "20"]


@pytest.fixture(scope="module")
def teacher(tmp_path_factory):
    folder = tmp_path_factory.mktemp("teacher")
    words = sorted(
        {word for line in ENGLISH for word in line.split()} | set("abcdefghijklmnopqrstuvwxyz")
    )
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *words]
    ids = {token: number for number, token in enumerate(vocabulary)}
    tokenizer = Tokenizer(models.WordPiece(ids, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    tokenizer.save(str(folder / "tokenizer.json"))
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=len(ids), hidden_size=64, num_hidden_layers=1, num_attention_heads=2,
        intermediate_size=32, max_position_embeddings=192,
    )  # fmt: skip
    BertModel(config).save_pretrained(folder)
    (folder / "1_Pooling").mkdir()
    pooling = {"word_embedding_dimension": 64, "pooling_mode_mean_tokens": True}
    (folder / "1_Pooling" / "config.json").write_text(json.dumps(pooling))
    kinds = [("Transformer", ""), ("Pooling", "1_Pooling"), ("Normalize", "2_Normalize")]
    modules = [
        {"idx": n, "name": str(n), "path": path, "type": f"sentence_transformers.models.{kind}"}
        for n, (kind, path) in enumerate(kinds)
    ]
    (folder / "modules.json").write_text(json.dumps(modules))
    (folder / "sentence_bert_config.json").write_text('{"max_seq_length": 64}')
    return folder


@pytest.fixture(scope="module")
def made(tmp_path_factory, teacher):
    data, sets, work = (tmp_path_factory.mktemp(name) for name in ("data", "sets", "work"))
    for language, lines in (("en", ENGLISH), ("zh", CHINESE), ("ru", RUSSIAN)):
        (data / f"UNv1.0.devset.{language}").write_text("\n".join(lines) + "\n", "utf-8")
    with gzip.open(data / "cedict.txt.gz", "wt", encoding="utf-8") as file:
        file.writelines(f"{head} {head} [x] /{sense}/\n" for head, sense in HEADS.items())
    asked = sets / "stard"
    asked.mkdir()
    paragraphs = [{"number": str(n), "text": f"{line}。{line}。"} for n, line in enumerate(CHINESE)]
    questions = [{"question": line, "gold": [str(n)]} for n, line in enumerate(CHINESE)]
    for name, rows in (("paragraphs", paragraphs), ("questions", questions)):
        (asked / f"{name}.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    command = [str(data), str(sets), str(work), "--teacher", str(teacher), *SMALL]
    main(command)
    return work, command


def test_the_lexicon_learns_who_translates_whom(made):
    lexicon = Lexicon(made[0] / "lexicon.sqlite")
    assert lexicon.translations("首脑会议", "zh", "en")[0][0] == "summit"
    assert lexicon.translations("summit", "en", "zh")[0][0] == "首脑会议"
    (stem,) = terms("саммит", "ru")
    assert lexicon.translations(stem, "ru", "en")[0][0] == "summit"
    lexicon.close()


def test_the_model_loads_as_any_other_and_reads_the_new_languages(made):
    embedder = SentenceTransformerEmbedder(str(made[0] / "embedder"))
    assert embedder.measure(["首脑会议 саммит"]) == [Measure(4, 0)]
    for encoded in embedder.encode_documents(["首脑会议开会", "the summit meets"]):
        assert np.linalg.norm(encoded.vector) == pytest.approx(1, abs=1e-3)
        assert len(encoded.tokens) > 1


def test_a_table_tells_how_good_it_is_on_what_it_was_not_taught(made):
    work, command = made
    (row,) = measured(work / "embedder", Path(command[1]), ["stard"])
    held_out = sum(is_held_out(str(number)) for number in range(len(CHINESE)))
    assert row.n == held_out > 0
    assert all(0 <= share <= 1 for share in (row.dense, row.late, row.lexical, row.first, row.five))
    assert list(table(iter([row])))[-1].startswith("| stard zh on zh (held out) | ")


def test_what_is_held_out_is_never_taught(made):
    held_out = {CHINESE[number] for number in range(len(CHINESE)) if is_held_out(str(number))}
    taught = questions(Path(made[1][1]), ("stard",))
    assert len(taught) == sum(not is_held_out(str(number)) for number in range(len(CHINESE)))
    assert held_out


def test_what_is_done_is_not_done_again(made, capsys):
    work, command = made
    before = {path.name: path.stat().st_mtime_ns for path in work.glob("*.pt")}
    assert set(before) == {"rows.pt", "all.pt"}
    main(command)
    assert {path.name: path.stat().st_mtime_ns for path in work.glob("*.pt")} == before
    assert "aligning" not in capsys.readouterr().out
