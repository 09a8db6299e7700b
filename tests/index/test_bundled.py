import hashlib
from pathlib import Path

import pytest

from index.embedders.bundled import FOLDER, bundled_embedder
from index.embedders.processor import fastest_dtype
from index.embedders.sentence_transformer import SentenceTransformerEmbedder

# The weights that the numbers measured with the default embedder belong to.
WEIGHTS = {
    "model.safetensors": "3e39d8649798f5f562ea9acdecccd3e9dd4c6b1d4025e318dc615e127e8c917f",
    "rows.safetensors": "5df24274ef687faf00ce0af143e40c8dbb2ff09d329b5c5bfaf46ed7e8a02e96",
    "tokenizer.json": "8baf0a688b0c1e9f889295df20636af07d88fb75836e31a84019ad87b55cd586",
}


@pytest.fixture(scope="module")
def bundled() -> SentenceTransformerEmbedder:
    return bundled_embedder()


def test_the_bundled_weights_are_the_ones_that_were_measured() -> None:
    for name, digest in WEIGHTS.items():
        assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == digest, name


def test_the_bundled_model_stays_under_80_megabytes() -> None:
    assert sum(file.stat().st_size for file in FOLDER.rglob("*")) < 80_000_000


def test_the_bundled_model_reads_256_tokens_of_six_languages(
    bundled: SentenceTransformerEmbedder,
) -> None:
    assert bundled.token_limit == 256
    for text in ("信息社会世界首脑会议", "la société de l'information", "Совещание", "الاجتماع"):
        assert bundled.measure([text])[0].unknown == 0, text


def test_a_sentence_and_its_translation_are_near(bundled: SentenceTransformerEmbedder) -> None:
    others = ["会议在突尼斯举行。", "La réunion a eu lieu à Tunis.", "La reunión fue en Túnez."]
    texts = ["The meeting was held in Tunis.", "Clean water for all.", *others]
    english, *_ = vectors = [one.vector for one in bundled.encode_documents(texts)]
    assert all(english @ vector > 0.5 > vectors[1] @ vector for vector in vectors[2:])


def test_the_type_of_the_arithmetic_is_part_of_the_fingerprint() -> None:
    halves = SentenceTransformerEmbedder(str(FOLDER), "bfloat16")
    assert halves.fingerprint != SentenceTransformerEmbedder(str(FOLDER)).fingerprint


def test_16_bits_say_nearly_the_same_as_32() -> None:
    texts = ["信息社会世界首脑会议", "The Council met in Tunis in 2004."]
    halves, floats = (
        SentenceTransformerEmbedder(str(FOLDER), dtype).encode_documents(texts)
        for dtype in ("bfloat16", "float32")
    )
    for half, full in zip(halves, floats, strict=True):
        assert half.vector @ full.vector > 0.995
        assert (half.tokens * full.tokens).sum(1).min() > 0.98


def test_the_processor_is_asked_in_words_that_linux_uses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PINCITE_DTYPE", raising=False)
    told = tmp_path / "cpuinfo"
    told.write_text("processor: 0\nflags\t\t: fpu avx512f avx512_bf16\n")
    assert fastest_dtype(told) == "bfloat16"
    told.write_text("processor: 0\nflags\t\t: fpu avx2\n")
    assert fastest_dtype(told) == "float32"
    assert fastest_dtype(tmp_path / "absent") == "float32"
    told.write_text("flags\t\t: avx512_bf16\n")
    monkeypatch.setenv("PINCITE_DTYPE", "float32")
    assert fastest_dtype(told) == "float32"
