"""Word documents (.docx): paragraphs with the numbers that Word would print."""

from corpus.formats.word.reading import ISOLATED, SUFFIXES, blocks

__all__ = ["ISOLATED", "SUFFIXES", "blocks"]
