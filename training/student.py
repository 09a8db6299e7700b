"""The model that is taught: the teacher's body, its rows and the new ones.

Computes in bfloat16 where the processor has it. Attention runs "eager": on a CPU the backward pass
of the fused kernel is ten times slower in bfloat16.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional


class Student(nn.Module):
    """Texts in, unit vectors out.

    `old` are the teacher's rows and never change; `new` are learned from the first step on;
    `body` is everything else. Masters are float32, and the arithmetic is done on a copy in
    `dtype`, which `refresh` renews after each step that changes the body.
    """

    def __init__(
        self, body: Any, old: Tensor, new: Tensor, tokenizer: Tokenizer, dtype: torch.dtype
    ) -> None:
        super().__init__()
        self.tokenizer = tokenizer
        self.dtype = dtype
        self.body = body
        self.working = _copy(body, dtype)
        self.old: Tensor
        self.register_buffer("old", old)
        self.new = nn.Embedding(len(new), new.shape[1], sparse=True, _weight=new.clone())
        self.refresh()

    def refresh(self) -> None:
        """Bring the masters' values into the working copy."""
        with torch.no_grad():
            for working, master in zip(
                self.working.parameters(), self.body.parameters(), strict=True
            ):
                working.copy_(master)

    def collect(self) -> None:
        """Bring the working copy's gradients to the masters."""
        for working, master in zip(self.working.parameters(), self.body.parameters(), strict=True):
            if working.grad is not None:
                master.grad = working.grad.float()
                working.grad = None

    def tokens(self, texts: Sequence[str], limit: int) -> list[list[int]]:
        """Cut texts into ids, special ones included, at most `limit`."""
        encodings = self.tokenizer.encode_batch(list(texts))
        return [
            e.ids if len(e.ids) <= limit else [*e.ids[: limit - 1], e.ids[-1]] for e in encodings
        ]

    @torch.no_grad()
    def embed(self, texts: Sequence[str], limit: int, at_once: int = 4096) -> Tensor:
        """Embed without learning, those of like length together; shape (len(texts), width)."""
        ids = self.tokens(texts, limit)
        vectors = torch.empty(len(ids), self.old.shape[1])
        order = sorted(range(len(ids)), key=lambda row: len(ids[row]))
        while order:
            longest = len(ids[order[-1]])
            rows, order = order[-max(1, at_once // longest) :], order[: -max(1, at_once // longest)]
            vectors[rows] = self([ids[row] for row in rows])
        return vectors

    def forward(self, ids: Sequence[Sequence[int]]) -> Tensor:
        """Embed; shape (len(ids), width), float32, of unit length."""
        longest = max(map(len, ids))
        padded = torch.tensor([[*row, *[0] * (longest - len(row))] for row in ids])
        mask = torch.tensor([[1] * len(row) + [0] * (longest - len(row)) for row in ids])
        border = self.old.shape[0]
        is_new = padded >= border
        inputs = self.old[padded.clamp(max=border - 1)].to(self.dtype)
        fresh = self.new((padded - border).clamp(min=0)).to(self.dtype)
        inputs = torch.where(is_new.unsqueeze(-1), fresh, inputs)
        hidden = self.working(inputs_embeds=inputs, attention_mask=mask).last_hidden_state
        hidden = hidden.float()
        weight = mask.unsqueeze(-1).float()
        return functional.normalize((hidden * weight).sum(1) / weight.sum(1), dim=-1)


def student(teacher: Path, tokenizer: str, new: Tensor, dtype: torch.dtype) -> Student:
    """Make a student of a teacher's folder, a grown tokenizer (JSON) and new rows."""
    body = _bert(teacher)
    old = body.embeddings.word_embeddings.weight.detach().clone()
    # The body is given embeddings, so it needs no table of its own.
    body.embeddings.word_embeddings = nn.Embedding(1, old.shape[1], padding_idx=0)
    return Student(body, old, new, Tokenizer.from_str(tokenizer), dtype)


def best_dtype() -> torch.dtype:
    """bfloat16 where the processor computes in it, else float32."""
    capable = getattr(torch.cpu, "_is_avx512_bf16_supported", lambda: False)()
    return torch.bfloat16 if capable else torch.float32


def _bert(folder: Path) -> Any:
    from transformers import BertModel

    body: Any = BertModel.from_pretrained(
        str(folder), add_pooling_layer=False, attn_implementation="eager", local_files_only=True
    )
    return body.float()


def _copy(body: Any, dtype: torch.dtype) -> Any:
    from copy import deepcopy

    working = deepcopy(body).to(dtype)
    working.eval()  # no dropout: the teacher's targets carry no noise
    return working
