"""Which language an article is in, so that one that no pipeline reads is kept and shown and not analysed.

Wrongly setting an English article aside costs the analyst that article; wrongly reading a foreign one costs some odd
rows. So a text is foreign only when that is plain: many letters of another script, or a confident identifier.
"""

import functools
import re
import unicodedata

import py3langid.langid

from analysis.articles import Article
from analysis.cleaning import furniture_of, without
from analysis.settings import Settings

_SAMPLE = 4_000
"""Enough of an article to tell its language [code points]."""
_FEW_LETTERS = 20
"""Below this a text is a name or a fragment and is taken to be in the pipeline's language [letters]."""
_ENGLISH = frozenset(("the", "of", "and", "to", "that", "was", "for", "with", "has", "by", "from", "said", "its"))
_ENGLISH_SHARE = 0.12
"""Share of the words above that only English prose reaches; spares loading the identifier [0 to 1]."""


def language_of(article: Article, settings: Settings) -> str:
    """ISO 639-1 code told from the text; what the document states where the text is too short; empty: neither says."""
    unread = [(item.start_char, item.end_char) for item in furniture_of(article)]
    sample = without(article.text, unread)[:_SAMPLE]
    if _is_english_prose(sample):
        return "en"
    letters = sum(character.isalpha() for character in sample)
    if letters < _FEW_LETTERS:
        return article.language_code
    code, confidence = _identifier().classify(sample)
    is_plain = confidence >= settings.language_confidence or _is_other_script(sample)
    return str(code) if is_plain else article.language_code


def is_read(language_code: str, pipeline_language: str = "en") -> bool:
    """Whether the pipeline reads it; a text whose language cannot be told is read."""
    return language_code in ("", pipeline_language)


def _is_english_prose(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text.lower())
    return len(words) >= 40 and sum(word in _ENGLISH for word in words) >= _ENGLISH_SHARE * len(words)


def _is_other_script(text: str) -> bool:
    """Whether most letters are not Latin: then the text is not English, whichever language it is."""
    letters = [character for character in text if character.isalpha()]
    latin = sum(unicodedata.name(character, "").startswith("LATIN") for character in letters)
    return latin < len(letters) / 2


@functools.cache
def _identifier() -> py3langid.langid.LanguageIdentifier:
    return py3langid.langid.LanguageIdentifier.from_model_file(py3langid.langid.MODEL_FILE, norm_probs=True)
