"""OpenDocument text (.odt): paragraphs with the numbers that a word processor would print."""

from corpus.formats.opendocument.reading import ISOLATED, SUFFIXES, blocks

__all__ = ["ISOLATED", "SUFFIXES", "blocks"]
