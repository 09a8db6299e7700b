"""Trouble told to a visitor: in their language, and without what only a developer can read."""

from __future__ import annotations

import logging

from assistant.errors import AssistantError
from assistant.page.rendering import notice_html
from assistant.wording import Wording
from corpus.errors import CorpusError
from index.errors import IndexingError

EXPECTED = (AssistantError, CorpusError, IndexingError)
_LOG = logging.getLogger(__name__)


def told(error: Exception, words: Wording) -> str:
    """The notice that says what went wrong."""
    return notice_html(sentence_of(error, words), words)


def sentence_of(error: Exception, words: Wording) -> str:
    """What went wrong; what nobody expected is logged, and only said to have happened."""
    if isinstance(error, EXPECTED):
        return words.error(error)
    _LOG.error("The page could not do what was asked", exc_info=error)
    return words.errors.Unexpected
