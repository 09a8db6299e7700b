"""From paragraphs to ranked hits: the library on disk, its vectors and its full text."""
