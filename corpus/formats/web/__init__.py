"""Web pages: the main text of an HTML file."""

from corpus.formats.web.reading import ISOLATED, SUFFIXES, blocks

__all__ = ["ISOLATED", "SUFFIXES", "blocks"]
