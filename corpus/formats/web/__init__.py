"""Web pages: the main text of an HTML file."""

from corpus.formats.web.reading import SUFFIXES, blocks

__all__ = ["SUFFIXES", "blocks"]
