"""Where an article gives the two accounts of a claim: what tells it, and what says otherwise.

An article often carries an allegation and its denial. Which passage is worded most like the claim is then a matter of
chance, so both are looked for: answers to the questions that every sentence is asked, and denials of what somebody
alleges.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.claims.questions import QUESTIONS, Told, given_answers
from analysis.claims.questions.answers import told_as_fact
from analysis.claims.questions.finding import Claim
from analysis.claims.verdicts import BOTH, CONTRADICTS, SUPPORTS, Verdict
from analysis.comparison.passages import Passage, Word
from analysis.comparison.polarity import DENIALS
from analysis.comparison.related import stand_in_keys
from analysis.comparison.vocabulary import vocabulary

_TOLD_AGAIN = 0.6
"""Share of the claim's content words that a denial of it names again."""
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})


@dataclass(frozen=True, slots=True)
class Account:
    """A passage [start_char, end_char) of an article that gives one side of a claim, and why it does."""

    sentence_index: int
    start_char: int
    end_char: int
    reason: str

    @classmethod
    def by(cls, verdict: Verdict) -> "Account":
        """The account that a passage gives by its wording."""
        reading = verdict.reading
        return cls(reading.sentences[0].index, reading.start_char, reading.end_char, "; ".join(verdict.reasons))

    @classmethod
    def of(cls, claim: Claim, reason: str) -> "Account":
        """The account that a row of CLAIMS gives."""
        return cls(claim["sentence_index"], claim["start_char"], claim["end_char"], reason)


@dataclass(frozen=True, slots=True)
class Stand:
    """How an article stands to a claim; `rival` is the passage on the other side, where it reports both."""

    relation: str
    score: float
    account: Account
    rival: Account | None = None


def stand_of(claim: Passage, verdict: Verdict, told: Sequence[Told]) -> Stand:
    """How an article stands to a typed claim, by the passage worded most like it and by what else the article tells.

    Args:
        claim: What the analyst typed. That somebody says something is no less so where another says otherwise, so that
            such a claim is held against the wording alone.
        verdict: By the passage worded most like it.
        told: The sentences of the article.
    """
    worded = Account.by(verdict)
    if _is_somebodys_word(claim):
        return Stand(verdict.relation, verdict.score, worded)
    same, unlike = answers_to(claim, told)
    if unlike and not same:
        return Stand(CONTRADICTS, verdict.score, unlike)
    if same:
        contra = unlike or (worded if verdict.relation == CONTRADICTS else None)
        return Stand(BOTH, verdict.score, same, contra) if contra else Stand(verdict.relation, verdict.score, worded)
    for pro in (item for item in (verdict, *verdict.others) if item.relation == SUPPORTS):
        denial = denial_of(claim, pro.reading.passage, told)
        if denial:
            return Stand(BOTH, pro.score, Account.by(pro), denial)
    return Stand(verdict.relation, verdict.score, worded)


def answers_to(claim: Passage, told: Sequence[Told]) -> tuple[Account | None, Account | None]:
    """The passage that answers a question of QUESTIONS as a typed claim does, and one that answers it otherwise.

    Args:
        claim: What the analyst typed; what it only calls something in passing is no answer of it.
        told: The sentences of one article.
    """
    same, unlike = None, None
    for question in QUESTIONS:
        own = [answer for answer in question.find(claim) if answer.rank >= question.stated_from]
        for answer, row in given_answers(question, told) if own else ():
            words = f"{question.asks} {own[0].words} in the claim, {answer.words} here"
            if any(answer.value == a.value and question.meet(a, answer) for a in own):
                same = same or Account.of(row, words)
            elif any(question.are_unlike(a, answer) for a in own):
                unlike = unlike or Account.of(row, words)
    return same, unlike


def denial_of(claim: Passage, told_by: Passage, told: Sequence[Told]) -> Account | None:
    """The passage that denies a typed claim, or the allegations of those who make it; None where there is none.

    Args:
        claim: What the analyst typed. One that denies something itself has no denial that could be told from it.
        told_by: The passage of the article that tells the claim, with the names of who alleges it.
        told: The sentences of the article.
    """
    if any(word.negated or word.lemma in DENIALS for word in claim.words):
        return None
    is_alleged = any(stand_in_keys(word.lemma) & stand_in_keys("allegation") for word in told_by.words)
    accusers = {key for name in told_by.names for key in (name.code, name.text.split()[-1]) if key}
    for sentence in told:
        for word in _denials(sentence.passage):
            is_of_them = is_alleged and _names_allegations(word, sentence.passage, accusers)
            if is_of_them or _names_again(claim, sentence.passage):
                return Account.of(sentence.claim_at(word.start), f"{word.text}: a denial")
    return None


def _is_somebodys_word(passage: Passage) -> bool:
    """Whether somebody says, claims or alleges it; a verb of saying may show in its subject alone."""
    alleging = vocabulary("alleging") | vocabulary("blaming") | vocabulary("allegations")
    return any(word.lemma in alleging or (word.relation == "who" and word.head in alleging) for word in passage.words)


def _denials(passage: Passage) -> Iterator[Word]:
    return (word for word in told_as_fact(passage) if word.pos == "VERB" and word.lemma in DENIALS)


def _names_allegations(denial: Word, passage: Passage, accusers: set[str]) -> bool:
    """`denied the minister's allegations`: of somebody who makes the claim, with his or his country's name."""
    denied = [word for word in passage.words if word.relation == "whom" and word.lemma in vocabulary("allegations")]
    if not any(word.head == denial.lemma or _is_shared(denial, word, passage) for word in denied):
        return False
    named = {key for name in passage.names for key in (name.code, name.text.split()[-1]) if key}
    return bool(named & accusers)


def _is_shared(verb: Word, thing: Word, passage: Passage) -> bool:
    """`denied and condemned the allegations`: the object of the second verb is the first one's, too."""
    between = [word for word in passage.words if verb.end < word.start < thing.start]
    return any(word.lemma == thing.head for word in between) and all(word.relation != "who" for word in between)


def _names_again(claim: Passage, passage: Passage) -> bool:
    """`denied that it builds a bomb`: the claim's own words stand in the passage."""
    own = [word for word in claim.words if word.pos in _CONTENT]
    told = frozenset[str]().union(*(stand_in_keys(word.lemma) for word in passage.words))
    again = sum(bool(stand_in_keys(word.lemma) & told) for word in own)
    return len(own) > 1 and again >= _TOLD_AGAIN * len(own)
