"""Who said what: every attribution of an article, with speaker, cue and content."""

from analysis.attribution.statements import find_statements

__all__ = ["find_statements"]
