"""Follow-ups without a language model: a question made to stand alone."""

from assistant.following.rewriting import Followed, follow
from assistant.following.subjects import with_subject

__all__ = ["Followed", "follow", "with_subject"]
