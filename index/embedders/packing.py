"""A model whose table of tokens is packed: 8 bits a value, 4 in the rows of rare tokens.

The folder is an ordinary sentence-transformers model with an empty table, and beside it
`rows.safetensors` holds the table: whole numbers, each run of `GROUP` values with a scale of its
own. It is a third of the size of 16-bit floats and finds as much (`index/weights/README.md`).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import torch

ROWS = "rows.safetensors"
GROUP = 64
_EIGHT, _FOUR = 127.0, 7.0


def pack(rows: torch.Tensor, common: int) -> dict[str, torch.Tensor]:
    """Round a table to 8 bits in its first `common` rows, and to 4 in the others.

    Args:
        rows: Shape (tokens, width), float; the width is a multiple of `GROUP`.
        common: How many rows are worth 8 bits.
    """
    import torch

    eight, scale_eight = _rounded(rows[:common].float(), _EIGHT)
    four, scale_four = _rounded(rows[common:].float(), _FOUR)
    halves = (four + 8).to(torch.uint8)
    return {
        "eight": eight.to(torch.int8),
        "eight.scale": scale_eight.half(),
        "four": halves[:, ::2] * 16 + halves[:, 1::2],
        "four.scale": scale_four.half(),
    }


def unpack(packed: dict[str, torch.Tensor]) -> torch.Tensor:
    """The table again; shape (tokens, width), float32."""
    import torch

    pairs = packed["four"]
    four = torch.stack((pairs // 16, pairs % 16), dim=2).flatten(1).float() - 8
    return torch.cat(
        (
            _scaled(packed["eight"].float(), packed["eight.scale"]),
            _scaled(four, packed["four.scale"]),
        )
    )


def fill(model: Any, folder: Path) -> None:
    """Give a model loaded from `folder` its table, if the folder holds one that is packed."""
    if not (folder / ROWS).exists():
        return
    from safetensors.torch import load_file
    from torch import nn

    body = model[0].model
    table = unpack(load_file(folder / ROWS)).to(body.dtype)
    body.set_input_embeddings(nn.Embedding(len(table), table.shape[1], _weight=table))


def _rounded(rows: torch.Tensor, most: float) -> tuple[torch.Tensor, torch.Tensor]:
    groups = rows.reshape(len(rows), rows.shape[1] // GROUP, GROUP)
    scale = (groups.abs().amax(dim=2, keepdim=True) / most).half().float().clamp(min=1e-7)
    return (groups / scale).round().clamp(-most, most).reshape(rows.shape), scale.squeeze(2)


def _scaled(rows: torch.Tensor, scale: torch.Tensor) -> torch.Tensor:
    groups = rows.reshape(len(rows), rows.shape[1] // GROUP, GROUP) * scale.float().unsqueeze(2)
    return groups.reshape(rows.shape)
