"""Who said what: every attribution of an article, with speaker, cue and content.

`statements` puts the parts together: `cuefinding` sees the words that attribute (cues.toml, read by `lexicon`),
`speakers` whose word it is, `content` what is attributed: by `quotes` and `quoted` where it is a quotation, by
`complements` where it is a clause or a phrase. `passages` holds the stretches, `chains` puts words under the words that
they are reported in.
"""

from analysis.attribution.statements import find_statements

__all__ = ["find_statements"]
