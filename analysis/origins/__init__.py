"""Which outlets rest on one origin, passage by passage: an agency, another outlet, an institute, a text, one's word.

Five outlets that all print one agency are one source five times. Reliance is found passage by passage: an outlet may
take one paragraph from an agency and report the next itself. A credit in the dateline covers the whole article.
"""

from analysis.origins.finding import find_origins
from analysis.origins.words import add_words

__all__ = ["add_words", "find_origins"]
