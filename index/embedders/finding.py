"""Where a model's files are on this machine, and what tells two models apart."""

from __future__ import annotations

import hashlib
from pathlib import Path

from index.errors import UnfetchableModelError, UnknownModelError

_WEIGHTS = (".safetensors", ".bin")
# What decides a vector: weights, tokenizers, settings, and a model's own code.
_MATTERS = (*_WEIGHTS, ".json", ".txt", ".model", ".py")
# Weights for other runtimes, which are never loaded.
_OTHER_RUNTIMES = {"onnx", "openvino"}
# Raised when this package itself comes to embed in another way.
_RECIPE = "pincite 3"


def local_folder(name_or_folder: str) -> Path:
    """Find the folder of a model: the one given, or that of a name in the local cache.

    Raises:
        UnknownModelError: it is neither.
    """
    folder = Path(name_or_folder).expanduser()
    if folder.is_dir():
        if not any((folder / name).is_file() for name in ("modules.json", "config.json")):
            raise UnknownModelError(name_or_folder, "the folder holds no model: no modules.json")
        return folder
    if folder.exists():
        raise UnknownModelError(name_or_folder, "it is a file, and a model is a folder")
    if folder.is_absolute() or name_or_folder.count("/") > 1 or "\\" in name_or_folder:
        raise UnknownModelError(name_or_folder, "there is no such folder")
    return _cached(name_or_folder)


def model_fingerprint(folder: Path, dtype: str = "float32") -> str:
    """Name what a model makes of texts: a SHA-256 of the files that decide it, in hexadecimal.

    Args:
        folder: The model's.
        dtype: The type it computes in, which decides too.

    Raises:
        UnknownModelError: the folder holds no weights, as after a download that broke off.
    """
    files = sorted(
        file
        for file in folder.rglob("*")
        if file.suffix in _MATTERS and not _OTHER_RUNTIMES & set(file.relative_to(folder).parts)
    )
    if not any(file.suffix in _WEIGHTS for file in files):
        raise UnknownModelError(str(folder), "the folder holds no weights")
    whole = hashlib.sha256(f"{_RECIPE} {dtype}".encode())
    for file in files:
        with file.open("rb") as opened:
            digest = hashlib.file_digest(opened, "sha256").hexdigest()
        whole.update(f"\n{digest} {file.relative_to(folder).as_posix()}".encode())
    return whole.hexdigest()


def fetch(name: str) -> Path:
    """Download a model by name into the local cache; the one thing here that goes online.

    Returns:
        The folder where it is now.

    Raises:
        UnfetchableModelError: the hub can't be reached, or has no such model.
    """
    from huggingface_hub import snapshot_download

    for full_name in _full_names(name):
        try:
            return Path(
                snapshot_download(
                    full_name, ignore_patterns=[f"{other}/*" for other in _OTHER_RUNTIMES]
                )
            )
        except Exception as error:
            # The hub's client raises those of its HTTP library, its own, and OSError.
            reason = error
    raise UnfetchableModelError(name, first_line(reason)) from reason


def first_line(error: Exception) -> str:
    """The gist of another library's error, which may run over many lines."""
    lines = str(error).strip().splitlines()
    return lines[0].rstrip(". ") if lines else type(error).__name__


def _cached(name: str) -> Path:
    from huggingface_hub import snapshot_download

    for full_name in _full_names(name):
        try:
            return Path(snapshot_download(full_name, local_files_only=True))
        except (OSError, ValueError):
            # Not there, or no possible name.
            continue
    raise UnknownModelError(name, "there is no such folder, nor such a name in the local cache")


def _full_names(name: str) -> tuple[str, ...]:
    """Like sentence-transformers, take a bare name for one of its own models first."""
    return (name,) if "/" in name else (f"sentence-transformers/{name}", name)
