"""How the bundled embedder and its translation table are made; never imported by the product."""
