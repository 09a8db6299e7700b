"""One module a file format, found by being in this folder.

Each has `SUFFIXES` (lower case, with the dot) and `blocks(path)`, which yields the file's
`Block`s in order. A format whose numbers are data, and so never judged as a sequence, also sets
`NUMBERS_ARE_GIVEN = True`.
"""
