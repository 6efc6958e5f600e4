"""Who `we` and `I` are: whoever speaks the words that they stand in."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from analysis.grammar.roles import with_conjuncts
from analysis.grammar.words import words
from analysis.records import Statement
from analysis.stretches import Stretches


def is_first_person(token: Token) -> bool:
    """Whether the word means whoever speaks: we, our, I."""
    return token.pos_ == "PRON" and token.lower_ in words("first_person")


class FirstPersons:
    """The speakers behind the first persons of one article.

    Args:
        doc: The parsed article.
        statements: Rows of STATEMENTS; where there are none, nobody is known to speak.
    """

    def __init__(self, doc: Doc, statements: Sequence[Statement]) -> None:
        self._doc = doc
        self._said = Stretches(statements, lambda item: (item.content_start_char, item.content_end_char))

    def speakers_of(self, token: Token) -> list[Token]:
        """Heads of the names of those who say the word, by its innermost statement; [] where the text names nobody."""
        for item in sorted(self._said.touching(token.idx, token.idx + 1), key=_length):
            start, end = item.speaker_start_char, item.speaker_end_char
            if start is None or end is None:
                continue
            span = self._doc.char_span(start, end, alignment_mode="expand")
            if span is not None and not is_first_person(span.root):
                return with_conjuncts(span.root)
        return []

    def speakers_at_first(self, token: Token) -> list[Token]:
        """The speakers of what begins with a pronoun: Peru's minister said [its jets] did; [] for other words.

        With no other noun before it in what is said, the pronoun means the state that the speaker speaks for.
        """
        if token.pos_ != "PRON" or token.lower_ not in words("state_pronouns") or _is_impersonal(token):
            return []
        said = sorted(self._said.touching(token.idx, token.idx + 1), key=_length)
        start = said[0].content_start_char if said else None
        if start is None:
            return []
        before = self._doc.char_span(start, token.idx, alignment_mode="contract") or ()
        return [] if any(word.pos_ in {"NOUN", "PROPN"} for word in before) else self.speakers_of(token)


def _is_impersonal(pronoun: Token) -> bool:
    """Whether `it` may stand for nothing, or for what is told after it: it is raining, it is wrong to refuse."""
    verb = pronoun.head
    is_subject = pronoun.dep_ in {"nsubj", "nsubjpass", "expl"}
    return is_subject and (verb.lemma_ == "be" or any(c.lemma_ == "be" and c.dep_ == "aux" for c in verb.lefts))


def _length(statement: Statement) -> int:
    return (statement.content_end_char or 0) - (statement.content_start_char or 0)
