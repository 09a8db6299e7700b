"""Follow-ups without a language model: a question made to stand alone."""

from assistant.following.rewriting import Followed, follow

__all__ = ["Followed", "follow"]
