"""Encoders of text, behind `index.model.Embedder`."""
