"""Parsers of foreign formats: each one self-contained file with parse(data, name), run by `run.py` in its own process.

They import nothing of this project, so that a fresh process starts in a tenth of a second, and they raise ValueError
with a sentence for the analyst where a document cannot be read.
"""
