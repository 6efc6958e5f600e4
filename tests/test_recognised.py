"""Entities asked by place are those of the whole article."""

from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from analysis.recognised import entities_within, entity_at

VOCAB = Vocab()
TAGS = st.lists(st.sampled_from(["O", "B-PERSON", "I-PERSON", "B-GPE", "I-GPE"]), min_size=1, max_size=12)


def doc_of(tags: list[str]) -> Doc:
    """A text of as many words; an entity that has no beginning begins where it stands."""
    whole = [
        tag.replace("I-", "B-") if tag[2:] != before[2:] else tag
        for before, tag in zip(["O", *tags], tags, strict=False)
    ]
    return Doc(VOCAB, words=["word"] * len(tags), ents=whole)


@given(TAGS, st.data())
def test_entities_within_a_stretch_are_those_of_the_article_that_lie_whole_in_it(
    tags: list[str], data: st.DataObject
) -> None:
    doc = doc_of(tags)
    start = data.draw(st.integers(0, len(doc)))
    end = data.draw(st.integers(start, len(doc)))
    expected = [(e.start, e.end, e.label_) for e in doc.ents if start <= e.start and e.end <= end]
    assert [(e.start, e.end, e.label_) for e in entities_within(doc[start:end])] == expected


@given(TAGS)
def test_the_entity_at_a_token_is_the_one_of_the_article_that_has_it(tags: list[str]) -> None:
    doc = doc_of(tags)
    for token in doc:
        expected = next(((e.start, e.end, e.label_) for e in doc.ents if e.start <= token.i < e.end), None)
        found = entity_at(token)
        assert (None if found is None else (found.start, found.end, found.label_)) == expected
