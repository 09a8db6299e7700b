import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from index.embedders.bundled import bundled_embedder
from index.embedders.finding import fetch, local_folder, model_fingerprint
from index.embedders.hashing import HashingEmbedder
from index.embedders.sentence_transformer import SentenceTransformerEmbedder
from index.errors import UnfetchableModelError, UnknownModelError
from index.model import Embedder, Encoded, Measure, Vectors
from training.teacher import teacher_folder

_OFFLINE = """
import socket, sys
def refuse(*_, **__):
    raise AssertionError("the network was asked")
socket.getaddrinfo = socket.create_connection = refuse
socket.socket.connect = socket.socket.connect_ex = refuse
from index.embedders.bundled import bundled_embedder
embedder = bundled_embedder()
assert embedder.fingerprint and "torch" not in sys.modules, "the fingerprint loaded torch"
assert embedder.encode_query("who?").tokens.shape == (2, 384)
assert len(embedder.encode_documents(["a", "b"])) == 2
embedder.measure(["word " * 5000])
"""


@pytest.fixture(scope="module")
def bundled() -> SentenceTransformerEmbedder:
    return bundled_embedder()


@pytest.fixture(scope="module")
def minilm() -> SentenceTransformerEmbedder:
    """Stands for any other model."""
    return SentenceTransformerEmbedder(str(teacher_folder()))


@pytest.fixture(params=["hashing", "bundled", "minilm"])
def embedder(request: pytest.FixtureRequest) -> Embedder:
    name: str = request.param
    found: Embedder = HashingEmbedder() if name == "hashing" else request.getfixturevalue(name)
    return found


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A folder of any other model, whose files may be changed; the weights are a link."""
    folder = tmp_path / "model"
    shutil.copytree(
        teacher_folder(), folder, ignore=shutil.ignore_patterns("*.safetensors"), symlinks=True
    )
    (folder / "model.safetensors").symlink_to(teacher_folder() / "model.safetensors")
    return folder


@pytest.fixture
def empty_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "cache"))


def _whole(encoded: Sequence[Encoded]) -> Vectors:
    return np.stack([one.vector for one in encoded])


def test_each_token_but_the_special_ones_has_a_vector(minilm: SentenceTransformerEmbedder) -> None:
    (document,) = minilm.encode_documents(["Clean water, now."])
    for encoded in (document, minilm.encode_query("Clean water, now.")):
        assert encoded.tokens.shape == (5, 384)
        np.testing.assert_allclose(np.linalg.norm(encoded.tokens, axis=1), 1, atol=1e-5)
    alone = minilm.encode_documents(["x", "Clean water, now.", "a longer text " * 9])[1]
    np.testing.assert_allclose(alone.tokens, document.tokens, atol=1e-4)


def test_vectors_are_float32_of_unit_length(embedder: Embedder) -> None:
    texts = ["The right to development.", "Water", "信息社会", "x" * 3000]
    vectors = _whole(embedder.encode_documents(texts))
    query = embedder.encode_query(texts[0]).vector
    assert (vectors.dtype, query.dtype) == (np.float32, np.float32)
    assert vectors.shape == (4, *query.shape)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    np.testing.assert_allclose(np.linalg.norm(query), 1, atol=1e-5)


def test_vectors_stay_in_the_order_of_the_texts(embedder: Embedder) -> None:
    texts = ["word " * (37 * place % 50 + 1) + str(place) for place in range(80)]
    vectors = _whole(embedder.encode_documents(texts))
    for place in (0, 41, 79):
        alone = embedder.encode_documents([texts[place]])[0].vector
        assert vectors[place] @ alone == pytest.approx(1, abs=1e-4)


def test_a_text_is_nearest_to_the_question_about_it(embedder: Embedder) -> None:
    texts = ["Clean water and sanitation.", "Broadband networks in rural areas."]
    question = embedder.encode_query("rural broadband").vector
    assert np.argmax(_whole(embedder.encode_documents(texts)) @ question)


def test_no_texts_make_no_vectors(embedder: Embedder) -> None:
    assert embedder.encode_documents([]) == []
    assert embedder.measure([]) == []


@pytest.mark.parametrize("text", ["", " ", "\x00", "\ud800"])
def test_an_odd_text_still_has_a_vector(embedder: Embedder, text: str) -> None:
    for encoded in (embedder.encode_query(text), *embedder.encode_documents([text])):
        assert np.isfinite(encoded.vector).all()
        assert np.isfinite(encoded.tokens).all()
    assert len(embedder.measure([text])) == 1


def test_a_fingerprint_is_the_same_each_time(embedder: Embedder) -> None:
    assert embedder.fingerprint == embedder.fingerprint != ""


def test_threads_may_share_an_embedder(embedder: Embedder) -> None:
    texts = [f"paragraph {place} " * place for place in range(1, 41)]
    alone = embedder.encode_documents(texts)
    with ThreadPoolExecutor(4) as pool:
        queries = list(pool.map(embedder.encode_query, texts))
        measures = list(pool.map(lambda text: embedder.measure([text])[0], texts))
        batches = list(pool.map(embedder.encode_documents, [texts] * 2))
    assert measures == embedder.measure(texts)
    for batch in batches:
        np.testing.assert_allclose(_whole(batch), _whole(alone), atol=1e-4)
    assert len(queries) == 40


def test_hashing_is_the_same_on_every_machine() -> None:
    vector = HashingEmbedder(8).encode_query("Water").vector
    runs = np.array([2, 2, 3, 2, 1, 1, 3, 4])  # of one to three characters in " water ", by cell
    np.testing.assert_allclose(vector, runs / np.linalg.norm(runs), atol=1e-6)
    assert HashingEmbedder(8).fingerprint != HashingEmbedder(16).fingerprint


def test_counting_cuts_nothing_and_knows_what_it_does_not_know(
    minilm: SentenceTransformerEmbedder,
) -> None:
    minilm.encode_query("word " * 400)  # sets the limit on the model's own tokenizer
    assert minilm.measure(["", "hello world", "word " * 1000, "龘 hello"]) == [
        Measure(2, 0),
        Measure(4, 0),
        Measure(1002, 0),
        Measure(4, 1),
    ]


def test_loading_and_embedding_never_asks_the_network_and_says_nothing() -> None:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("HF_", "TRANSFORMERS"))}
    done = subprocess.run(
        [sys.executable, "-W", "default", "-c", _OFFLINE],
        env=environment,
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_prompt_takes_its_part_of_the_token_limit(copy: Path) -> None:
    settings = {"prompts": {"query": "question: ", "document": "a passage: "}}
    (copy / "config_sentence_transformers.json").write_text(json.dumps(settings))
    prompted = SentenceTransformerEmbedder(str(copy))
    assert prompted.token_limit == 256 - 3
    (document,) = prompted.encode_documents(["water"])
    assert prompted.encode_query("water").vector @ document.vector < 0.99


@pytest.mark.parametrize(
    "name", ["config.json", "tokenizer.json", "sentence_bert_config.json", "1_Pooling/config.json"]
)
def test_a_fingerprint_changes_with_every_file_that_decides_a_vector(copy: Path, name: str) -> None:
    before = model_fingerprint(copy)
    assert before == SentenceTransformerEmbedder(str(teacher_folder())).fingerprint
    (copy / name).write_text((copy / name).read_text() + " ")
    assert model_fingerprint(copy) != before


def test_a_fingerprint_does_not_change_with_the_readme(copy: Path) -> None:
    before = model_fingerprint(copy)
    (copy / "README.md").write_text("other words")
    assert model_fingerprint(copy) == before


def test_an_unknown_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnknownModelError, match="no such folder") as caught:
        _ = SentenceTransformerEmbedder(str(tmp_path / "absent")).fingerprint
    assert caught.value.name == str(tmp_path / "absent")


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownModelError, match="holds no model"):
        SentenceTransformerEmbedder(str(tmp_path)).encode_query("a")


def test_a_file_is_no_model(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a")
    with pytest.raises(UnknownModelError, match="a model is a folder"):
        local_folder(str(tmp_path / "file"))


def test_a_model_without_weights_is_refused(copy: Path) -> None:
    (copy / "model.safetensors").unlink()
    with pytest.raises(UnknownModelError, match="no weights"):
        _ = SentenceTransformerEmbedder(str(copy)).fingerprint


@pytest.mark.parametrize("name", ["model.safetensors", "tokenizer.json", "modules.json"])
def test_a_model_with_a_broken_file_is_refused_in_one_sentence(copy: Path, name: str) -> None:
    (copy / name).unlink()
    (copy / name).write_text("broken")
    with pytest.raises(UnknownModelError) as caught:
        SentenceTransformerEmbedder(str(copy)).encode_query("a")
    assert "\n" not in str(caught.value)


@pytest.mark.usefixtures("empty_cache")
@pytest.mark.parametrize("name", ["all-no-such-model", "nobody/no-such-model", "not a name!", ""])
def test_a_name_that_was_never_fetched_is_refused_without_asking(name: str) -> None:
    with pytest.raises(UnknownModelError) as caught:
        SentenceTransformerEmbedder(name).measure(["a"])
    assert "pincite model get" in str(caught.value)


@pytest.mark.usefixtures("empty_cache")
def test_a_name_in_the_local_cache_is_found(tmp_path: Path) -> None:
    kept = tmp_path / "cache" / "models--nobody--small"
    snapshot = kept / "snapshots" / ("0" * 40)
    snapshot.mkdir(parents=True)
    (kept / "refs").mkdir()
    (kept / "refs" / "main").write_text("0" * 40)
    assert local_folder("nobody/small") == snapshot


@pytest.mark.usefixtures("empty_cache")
def test_a_hub_that_cannot_be_reached_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable(*_: object, **__: object) -> str:
        raise OSError("no route to host\nand much more")

    monkeypatch.setattr("huggingface_hub.snapshot_download", unreachable)
    with pytest.raises(UnfetchableModelError, match=r"\(no route to host\)"):
        fetch("nobody/small")


def test_a_question_is_computed_in_one_thread_and_reports_in_all() -> None:
    import torch

    embedder = bundled_embedder()
    embedder.encode_query("?")
    seen: list[int] = []
    before = torch.get_num_threads()
    watched = torch.nn.modules.module.register_module_forward_pre_hook(
        lambda *_: seen.append(torch.get_num_threads())
    )
    try:
        torch.set_num_threads(3)
        embedder.encode_query("Who pays?")
        assert set(seen) == {1}
        seen.clear()
        embedder.encode_documents(["The host country pays."])
        assert set(seen) == {3}
    finally:
        watched.remove()
        torch.set_num_threads(before)
