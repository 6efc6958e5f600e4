"""The codebook: its form, and every one of its example sentences through the real pipeline."""

from pathlib import Path

import pytest
from spacy.language import Language

from analysis.articles import Article
from analysis.attribution import find_statements
from analysis.codebook import PATH, load_codebook, parse_cue
from analysis.entities import find_mentions
from analysis.errors import CodebookError
from analysis.responses import find_responses

CODEBOOK = load_codebook()
EXAMPLES = [
    pytest.param(act.code, code, sentence, expected, id=f"{act.code}-{'is' if expected else 'not'}-{i}")
    for act in CODEBOOK.acts.values()
    for expected, examples in ((True, act.matches), (False, act.near_misses))
    for i, (code, sentence) in enumerate(examples, 1)
]


def acts_in(nlp: Language, sentence: str) -> set[tuple[str, str]]:
    """(country, act) of every response in a sentence."""
    article, doc = Article("a", sentence), nlp(sentence)
    mentions = find_mentions(article, doc)
    statements = find_statements(article, doc, mentions)
    return {(row.country_code, row.act) for row in find_responses(article, doc, mentions, statements)}


@pytest.mark.parametrize(("act", "code", "sentence", "expected"), EXAMPLES)
def test_examples_of_the_codebook(nlp: Language, act: str, code: str, sentence: str, expected: bool) -> None:
    assert ((code, act) in acts_in(nlp, sentence)) == expected


def test_every_act_has_examples_cues_and_codes() -> None:
    assert len(CODEBOOK.acts) == 20
    for act in CODEBOOK.acts.values():
        assert act.matches, act.code
        assert act.near_misses, act.code
        assert act.cameo, act.code


@pytest.mark.parametrize("text", ["summon object:ambassador", "summon obj", "call up for"])
def test_an_unknown_condition_is_named(text: str) -> None:
    with pytest.raises(CodebookError, match="condition"):
        parse_cue("CONDEMN", "verb", text)


def test_a_polarity_outside_the_list_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "codebook.toml"
    path.write_text(
        PATH.read_text(encoding="utf-8").replace('polarity = "silent"', 'polarity = "mute"'), encoding="utf-8"
    )
    with pytest.raises(CodebookError, match="mute"):
        load_codebook(path)
