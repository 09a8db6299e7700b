"""Reports as numbered paragraphs: reading, numbering, sentences and one form for comparing."""
