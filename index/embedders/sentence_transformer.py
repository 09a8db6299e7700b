"""Any sentence-transformers model that is on this machine, loaded at its first use.

The network is never asked: a name is looked up in the local cache alone.
"""

from __future__ import annotations

import contextlib
import threading
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.embedders.finding import first_line, local_folder, model_fingerprint
from index.embedders.packing import fill
from index.embedders.processor import Dtype
from index.errors import UnknownModelError
from index.lexical import is_unspaced
from index.model import Encoded, Measure

# sentence-transformers looks for them in this order.
_DOCUMENT_PROMPTS = ("document", "passage", "corpus")
_BATCH = 16
# What we read at most of a model that names no limit of its own.
_LONGEST = 8192


class SentenceTransformerEmbedder:
    """The model in a folder, or of a name in the local cache; safe to share between threads.

    Making one is cheap, and so is its fingerprint; everything else loads the model first.

    Args:
        name_or_folder: Of the model.
        dtype: In which of torch's types to compute; a model that is not ours stays with its own.

    Raises:
        UnknownModelError: at any first use, if there is no such model or it can't be loaded.
    """

    def __init__(self, name_or_folder: str, dtype: Dtype = "float32") -> None:
        self.name = name_or_folder
        self._dtype = dtype
        self._lock = threading.RLock()
        self._fingerprint = ""
        self._model: Any = None
        self._counter: Any = None
        self._unknown: frozenset[int] = frozenset()
        self._special: tuple[int, ...] = ()
        self._token_limit = 0

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the model's files and the type it computes in; loads nothing."""
        if not self._fingerprint:
            self._fingerprint = model_fingerprint(local_folder(self.name), self._dtype)
        return self._fingerprint

    @property
    def token_limit(self) -> int:
        """The most tokens a text may have, special ones included, beside the model's prompt."""
        self._load()
        return self._token_limit

    def encode_documents(self, texts: Sequence[str]) -> list[Encoded]:
        """Embed passages, whole and token by token."""
        model = self._load()
        # Neighbours of like length waste no padding; the longest first, for memory grows once.
        # Between batches a question may go first, so they are small.
        order = sorted(range(len(texts)), key=lambda row: -len(texts[row]))
        encoded: dict[int, Encoded] = {}
        for start in range(0, len(order), _BATCH):
            rows = order[start : start + _BATCH]
            with self._lock:
                found = model.encode_document(
                    [_readable(texts[row]) for row in rows],
                    output_value=None,
                    batch_size=_BATCH,
                    show_progress_bar=False,
                )
            encoded |= zip(rows, (_encoded(one, self._special) for one in found), strict=True)
        return [encoded[row] for row in range(len(texts))]

    def encode_query(self, text: str) -> Encoded:
        """Embed one question, whole and token by token."""
        model = self._load()
        with self._lock, _one_thread():
            found = model.encode_query(_readable(text), output_value=None, show_progress_bar=False)
        return _encoded(found, self._special)

    def measure(self, texts: Sequence[str]) -> list[Measure]:
        """Count each text's tokens, special ones included, and those unknown; nothing is cut."""
        self._load()
        return [
            Measure(len(ids), sum(number in self._unknown for number in ids))
            for ids in self._counter([_readable(text) for text in texts])
        ]

    def _load(self) -> Any:
        if self._model is not None:
            return self._model  # without waiting for whoever is embedding
        with self._lock:
            if self._model is None:
                folder = local_folder(self.name)
                try:
                    model = _loaded(folder, self._dtype)
                    self._counter = _token_counter(model.tokenizer, folder)
                    self._unknown = _unknown_ids(model.tokenizer)
                    self._special = tuple(model.tokenizer.all_special_ids)
                    limit = min(model.max_seq_length or _LONGEST, _LONGEST)
                    self._token_limit = limit - self._prompt_tokens(model)
                except Exception as error:
                    # Whatever a stranger's folder makes the libraries say, it is no model of ours.
                    raise UnknownModelError(self.name, first_line(error)) from error
                self._model = model
            return self._model

    def _prompt_tokens(self, model: Any) -> int:
        name = next((one for one in _DOCUMENT_PROMPTS if one in model.prompts), None)
        prompt = model.prompts.get(name or model.default_prompt_name, "")
        special, with_prompt = self._counter(["", prompt])
        return len(with_prompt) - len(special)


@contextlib.contextmanager
def _one_thread() -> Iterator[None]:
    """Compute in one thread: one question gains little by more, which wait for each other.

    Where anything else computes meanwhile, the next request included, it is several times faster.
    """
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)


def _readable(text: str) -> str:
    """Replace half characters, which a command line can hold and a tokenizer refuses."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _encoded(features: Mapping[str, Any], special: Sequence[int]) -> Encoded:
    """What a model says of one text. Models that only look words up have no tokens to show."""
    vector = _of_unit_length(features["sentence_embedding"])
    if "token_embeddings" not in features:
        return Encoded(vector, np.empty((0, len(vector)), np.float32))
    ids = features["input_ids"].numpy(force=True)
    tokens = _of_unit_length(features["token_embeddings"])
    return Encoded(vector, tokens[~np.isin(ids, special)])


def _of_unit_length(vectors: Any) -> NDArray[np.float32]:
    """Scale here, for a model that computes in 16 bits is one per cent out."""
    wide = vectors.float().numpy(force=True)
    lengths = np.linalg.norm(wide, axis=-1, keepdims=True)
    return np.asarray(wide / np.maximum(lengths, 1e-12), np.float32)


def _loaded(folder: Path, dtype: Dtype) -> Any:
    import torch
    from sentence_transformers import SentenceTransformer

    settings = {"dtype": torch.bfloat16} if dtype == "bfloat16" else {}
    with _quiet():
        model = SentenceTransformer(str(folder), local_files_only=True, model_kwargs=settings)
    fill(model, folder)
    return model


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep the libraries' advice and progress bars off the user's screen while loading."""
    from transformers.utils import logging as untyped

    logging: Any = untyped
    bars, verbosity = logging.is_progress_bar_enabled(), logging.get_verbosity()
    logging.disable_progress_bar()
    logging.set_verbosity_error()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.set_verbosity(verbosity)
        if bars:
            logging.enable_progress_bar()


def _unknown_ids(tokenizer: Any) -> frozenset[int]:
    """The ids that mean nothing to the model: the unknown token, and single letters of words.

    An English tokenizer has every Russian and Arabic letter, and spells their words with them.
    """
    letters = {
        number
        for token, number in tokenizer.get_vocab().items()
        if len(letter := token.removeprefix("##")) == 1
        and letter.isalpha()
        and not is_unspaced(letter)
        and not (token.isascii() and token == letter)
    }
    unknown = tokenizer.unk_token_id
    return frozenset(letters if unknown is None else letters | {int(unknown)})


def _token_counter(tokenizer: Any, folder: Path) -> Callable[[list[str]], list[list[int]]]:
    """A reader of token ids that cuts nothing and leaves the model's own tokenizer as it is."""
    if not tokenizer.is_fast:
        return lambda texts: list(
            tokenizer(texts, truncation=False, padding=False, verbose=False)["input_ids"]
        )
    from tokenizers import Tokenizer

    # Encoding sets the limit ON the model's tokenizer; a copy can count in another thread. It is
    # read from the file where there is one: written out, a tokenizer keeps one word an id.
    file = folder / "tokenizer.json"
    copy = (
        Tokenizer.from_file(str(file))
        if file.exists()
        else Tokenizer.from_str(tokenizer.backend_tokenizer.to_str())
    )
    copy.no_truncation()
    copy.no_padding()
    return lambda texts: [encoding.ids for encoding in copy.encode_batch_fast(texts)]
