"""The words of references, as data."""
