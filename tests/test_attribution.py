"""Who said what: quotation marks, speakers, contents, chains, on sentences that each hold a trap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from analysis.articles import Article
from analysis.attribution import find_statements
from analysis.attribution.quotes import find_quotes, is_direct
from analysis.entities import find_mentions
from analysis.grammar.roles import clause_of
from analysis.records import Statement


def statements_in(nlp: Language, text: str) -> list[Statement]:
    article, doc = Article("a", text), nlp(text)
    return find_statements(article, doc, find_mentions(article, doc))


def quoted(text: str) -> list[str]:
    return [text[quote.start_char : quote.end_char] for quote in find_quotes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "stop it now" twice.', ['"stop it now"']),
        ("“One,” he said. “Two.”", ["“One,”", "“Two.”"]),
        # a quotation over paragraphs opens each of them and closes the last alone
        ("“One.\n\n“Two.\n\n“Three,” he said.", ["“One.\n\n“Two.\n\n“Three,”"]),
        # the closing mark is lost: the quotation ends with its paragraph
        ("“One and no end.\n\nNext paragraph.", ["“One and no end."]),
        ("She wrote ‘we can’t go’ on the wall.", ["‘we can’t go’"]),
        # an inch mark and an apostrophe open nothing
        ("A 6\" pipe and the ministers' cars.", []),
    ],
)
def test_quotations_begin_and_end(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@given(st.lists(st.sampled_from(["“", "”", '"', "‘", "’", "a", " ", "\n", ".", "said", "don't"]), max_size=40))
def test_quotations_never_overlap_and_stay_in_the_text(parts: list[str]) -> None:
    text = "".join(parts)
    edges = [edge for quote in find_quotes(text) for edge in (quote.start_char, quote.end_char)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)


def test_words_in_inverted_commas_are_nobodys_sentence() -> None:
    text = "The “dirty trick” failed. “We will not leave this place,” he said."
    assert [is_direct(quote, text) for quote in find_quotes(text)] == [False, True]


@pytest.mark.parametrize(
    ("text", "speaker", "content", "form"),
    [
        ("Norway said the ferry had sunk.", "Norway", "the ferry had sunk", "indirect"),
        ("The ferry had sunk, the minister said on Monday.", "the minister", "The ferry had sunk", "indirect"),
        ("“The ferry has sunk,” said the minister.", "the minister", "“The ferry has sunk,”", "direct"),
        # one quotation on both sides of its speaker
        ("“It sank,” he said. “Nobody drowned.”", "he", "“It sank,” he said. “Nobody drowned.”", "mixed"),
        # ... also after a conjunction, but not where it has a cue of its own
        ("“It sank at dawn,” he said, but “nobody drowned there.”", "he",
         "“It sank at dawn,” he said, but “nobody drowned there.”", "mixed"),
        ("“It sank at dawn,” he said, adding: “Nobody drowned there.”", "he", "“It sank at dawn,”", "direct"),
        # a paragraph that is only a quotation has the speaker of the one before
        ("“It sank at dawn,” he said on Monday.\n\n“Nobody drowned there.”\n\nThe search ended.", "he",
         "“It sank at dawn,” he said on Monday.\n\n“Nobody drowned there.”", "mixed"),
        ("“It sank at dawn,” he said.\n\nLie agreed: “Nobody drowned there.”", "he", "“It sank at dawn,”", "direct"),
        # a clause that runs into a quotation is reported whole
        ("He said that the owners had sold, “for very little money”, a ship of steel.", "He",
         "that the owners had sold, “for very little money”, a ship of steel", "mixed"),
        # what the speaker says next is another statement
        ("Lie said the ferry had sunk and warned of storms.", "Lie", "the ferry had sunk", "indirect"),
        ("Lie said the ferry had sunk, citing the storm.", "Lie", "the ferry had sunk", "indirect"),
        ("Lie said the ferry was safe, although nobody had looked at it.", "Lie", "the ferry was safe", "indirect"),
        ("Lie said the ferry had sunk and drifted north.", "Lie", "the ferry had sunk and drifted north", "indirect"),
        ("According to the police, the ferry had sunk.", "the police", "the ferry had sunk", "indirect"),
        ("Norway said the voyage was “a disgrace to us”.", "Norway", "the voyage was “a disgrace to us”", "mixed"),
        ("The minister, who accused the owners of fraud, resigned.", "who", "the owners of fraud", "indirect"),
        # the infinitive is wanted, not said
        ("Chile wants to join the pact.", "Chile", "to join the pact", "indirect"),
        # the clause is what is said, though it stands next to whom it is said to
        ("Oslo alleged to the Danish envoy that Chile had bought the ferry.", "Oslo", "that Chile had bought the ferry",
         "indirect"),
        # a headline
        ("Minister: The ferries will sail again", "Minister", "The ferries will sail again", "indirect"),
        # whoever is quoted says it, not who quotes
        ("Interfax quoted the minister as saying that the ferry had sunk.", "the minister", "that the ferry had sunk",
         "indirect"),
        ("“The ferry has sunk,” the minister was quoted as saying.", "the minister", "“The ferry has sunk,”", "direct"),
        # whoever issues a statement says what is in it
        ("Oslo issued a statement condemning the raid.", "Oslo", "the raid", "indirect"),
    ],
)  # fmt: skip
def test_speaker_content_and_form(nlp: Language, text: str, speaker: str, content: str, form: str) -> None:
    found = {(s.speaker, s.content, s.form) for s in statements_in(nlp, text)}
    assert (speaker, content, form) in found


@pytest.mark.parametrize(
    ("words", "heads", "deps", "expected"),
    [
        # an aside without subject tells what else a thing is called, and nothing that is said ...
        ("Oslo claimed to own it also called Lie", [1, 1, 3, 1, 3, 6, 1, 6],
         ["nsubj", "ROOT", "aux", "xcomp", "dobj", "advmod", "parataxis", "oprd"], None),
        # ... where a clause set beside the verb is said
        ("Oslo said : boats sank", [1, 1, 1, 4, 1], ["nsubj", "ROOT", "punct", "nsubj", "parataxis"], "sank"),
    ],
)  # fmt: skip
def test_what_stands_beside_a_verb(
    nlp: Language, words: str, heads: list[int], deps: list[str], expected: str | None
) -> None:
    clause = clause_of(Doc(nlp.vocab, words.split(), heads=heads, deps=deps)[1])
    assert (clause.text if clause is not None else None) == expected


def test_offsets_are_those_of_the_text(nlp: Language) -> None:
    text = "“We reject it,” said Anna Lie. According to Oslo, the envoy told reporters that talks would go on."
    for statement in statements_in(nlp, text):
        assert text[statement.content_start_char : statement.content_end_char] == statement.content
        if statement.speaker_start_char is not None:
            assert text[statement.speaker_start_char : statement.speaker_end_char] == statement.speaker


def test_a_statement_within_a_statement_names_its_parent(nlp: Language) -> None:
    outer, inner = statements_in(nlp, "The agency reported that the minister said the ferry had sunk.")
    assert (outer.speaker, inner.speaker) == ("The agency", "the minister")
    assert inner.parent_id == outer.statement_id
    assert outer.parent_id == ""


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # a chain of words
        ("The agency reported that the ministry said the ferry had sunk.", ["The agency", "the ministry"]),
        # what a speaker thinks, wants and says himself is part of his words ...
        ("Anna Lie said she believed the ferry had sunk.", ["Anna Lie"]),
        ("Anna Lie said she had told them that the ferry had sunk.", ["Anna Lie"]),
        # ... and so are the wishes that he claims others have
        ("Anna Lie said Oslo wanted to raise the ferry.", ["Anna Lie"]),
        # ... but what others claim to be, they say
        ("Anna Lie said that Oslo claimed to own the ferry.", ["Anna Lie", "Oslo"]),
        # going on to say something is one saying
        ("Anna Lie went on to say that the ferry had sunk.", ["Anna Lie"]),
    ],
)
def test_within_words_only_the_words_of_others_are_statements(nlp: Language, text: str, speakers: list[str]) -> None:
    assert [statement.speaker for statement in statements_in(nlp, text)] == speakers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Officials said the ferry had sunk.", "vague"),
        ("The report said the ferry had sunk.", "document"),
        ("Anna Lie said the ferry had sunk.", "named"),
    ],
)
def test_source_types(nlp: Language, text: str, expected: str) -> None:
    assert [statement.source_type for statement in statements_in(nlp, text)] == [expected]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Peru denied the report.", "DENY"),
        ("Peru has never denied the report.", "COMMENT"),
        ("Peru declined to threaten Chile.", "NO_STATEMENT"),
        ("Peru vowed to rebuild the harbour.", "AGREE"),
        ("Peru could condemn the report.", "COMMENT"),
    ],
)
def test_a_statement_has_the_act_that_its_verb_carries_out(nlp: Language, text: str, act: str) -> None:
    assert {statement.act for statement in statements_in(nlp, text)} in ({act}, set() if act == "COMMENT" else {act})


@pytest.mark.parametrize("text", ["Lie's support for the ferry grew.", "The owners have the support of the harbour."])
def test_what_somebody_is_for_or_against_is_no_word_of_his(nlp: Language, text: str) -> None:
    assert statements_in(nlp, text) == []


def test_i_think_inside_a_quotation_is_part_of_it(nlp: Language) -> None:
    found = statements_in(nlp, "“I think that we will win this vote,” the premier said.")
    assert [statement.cue for statement in found] == ["said"]
