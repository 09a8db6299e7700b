"""PDF with a text layer: blocks rebuilt from where the letters stand."""

from corpus.formats.pdf.reading import ISOLATED, SUFFIXES, blocks

__all__ = ["ISOLATED", "SUFFIXES", "blocks"]
