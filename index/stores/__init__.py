"""Nearest-neighbour search over vectors, behind `index.model.VectorStore`.

Each module is one way to do it, and has one class whose name ends in `Store`.
"""
