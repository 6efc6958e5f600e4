"""The vectors trained for telling claims apart, and the annotated events behind them."""

import json
import random
from pathlib import Path

import numpy as np
import pytest

from analysis.claims.background import centred
from analysis.embeddings import Encoder, load_encoder
from analysis.errors import InputError
from analysis.retelling import load_reteller
from analysis.retelling.annotated import EVENTS, TRAINING, WEIGHING, AnnotatedEvent, read_events
from analysis.retelling.told import ToldEvent, read_told

# Of one event: a claim, another outlet's words for it, and another claim that shares more of its words.
RETOLD = [
    # another act of the same
    ("Denmark's coast guard towed the freighter Alma to Skagen.",
     "The cargo ship was brought into harbour at Skagen by the Danes.",
     "Denmark's coast guard denied that the freighter Alma had been damaged."),
    # the mirror act
    ("Norway recalled its ambassador from Copenhagen.",
     "Oslo has called home its envoy in the Danish capital.",
     "Denmark recalled its ambassador from Oslo."),
    # as many, counted of something else
    ("Nineteen sailors were killed in the explosion on board.",
     "The blast claimed the lives of 19 of the crew.",
     "Nineteen sailors were rescued after the explosion on board."),
    # another stance
    ("Sweden called for an independent investigation of the explosion.",
     "Stockholm wants outsiders to look into how the ship caught fire.",
     "Sweden rejected the findings of the investigation of the explosion."),
    # what follows from it
    ("The strait will be closed from Friday, the Danish transport ministry said.",
     "From the end of the week no vessel may pass, officials in Copenhagen announced.",
     "The closure of the strait has ruined fishermen, their union said."),
    # offered and received
    ("Poland offered divers for the search.",
     "Polish frogmen could help to look for the missing, Warsaw said.",
     "Poland thanked the divers for the search."),
    # silence and speech
    ("Finland has not commented on the accusation.",
     "There was no word from Helsinki about the charge.",
     "Finland has repeated the accusation."),
    # who warned whom
    ("The captain had ignored two warnings by radio.",
     "Twice the bridge was told over the radio to turn away, and did not.",
     "The captain had sent two warnings by radio."),
]  # fmt: skip


def _told_apart(encoder: Encoder) -> float:
    """By how much a claim lies nearer to its retelling than to what shares more of its words, on the mean [cosine]."""
    texts = [text for trio in RETOLD for text in trio]
    vectors = centred(encoder.encode(texts), range(len(texts)))
    claim, retelling, other = (vectors[start::3] for start in range(3))
    return float(((claim * retelling).sum(axis=1) - (claim * other).sum(axis=1)).mean())


def test_retellings_lie_nearer_and_what_only_shares_words_farther_than_as_installed() -> None:
    assert _told_apart(load_reteller()) > _told_apart(load_encoder()) + 0.15


def test_a_passage_has_one_vector_whatever_is_asked_beside_it() -> None:
    texts = [text for trio in RETOLD for text in trio]
    alone = load_reteller().encode(texts[3:4])[0].sentence
    assert np.array_equal(load_reteller().encode(texts[::-1])[-4].sentence, alone)


def test_events_are_trained_on_or_weighed_and_all_can_be_read() -> None:
    trained, weighed = read_events(TRAINING), read_events(WEIGHING)
    names = [event.name for event in (*trained, *weighed)]
    assert len(names) == len(set(names)) == len(list(EVENTS.glob("*/*.json")))
    assert len(trained) > len(weighed) > 0
    assert all(len(event.claims) >= 40 and len(event.corpus.articles) >= 9 for event in (*trained, *weighed))
    assert not any(event.corpus.problems for event in (*trained, *weighed))


def test_a_place_is_told_by_the_claims_whose_quotation_it_mostly_is(tmp_path: Path) -> None:
    article = {"id": "north", "text": "Oslo expelled nine diplomats on Monday. Fishermen mended their nets."}
    passages = ["Oslo expelled nine diplomats", "nine diplomats", "Fishermen mended their nets"]
    claims = [{"text": "", "passages": {"north": quotation}, "is_loose": False} for quotation in passages]
    (tmp_path / "nets.jsonl").write_text(json.dumps(article), encoding="utf-8")
    (tmp_path / "nets.json").write_text(json.dumps({"claims": claims}), encoding="utf-8")
    event = AnnotatedEvent.read(tmp_path / "nets.jsonl", tmp_path / "nets.json")
    assert event.told_by(("north", 0, 39)) == {0, 1}
    assert event.told_by(("north", 0, 8)) == {0}
    assert event.told_by(("south", 0, 39)) == frozenset()


def test_a_quotation_of_no_article_is_named(tmp_path: Path) -> None:
    (tmp_path / "nets.jsonl").write_text(json.dumps({"id": "north", "text": "Oslo is quiet."}), encoding="utf-8")
    claim = {"text": "", "passages": {"south": "Oslo is quiet"}, "is_loose": False}
    (tmp_path / "nets.json").write_text(json.dumps({"claims": [claim]}), encoding="utf-8")
    with pytest.raises(InputError, match="'Oslo is quiet' does not stand in 'south'"):
        AnnotatedEvent.read(tmp_path / "nets.jsonl", tmp_path / "nets.json")


FERRY = """# A ferry runs aground | 2025-03-14
## 1 Oslo blamed the pilot
[[Oslo blamed the pilot]] and said that six had drowned.

## 2 Six drowned
Oslo blamed the pilot and said that [[six had drowned]].
Divers brought up the dead: [[six in all]], it was said.
## 3 (contradicts 2) Nine drowned
[[Nine lost their lives.]]
"""


def test_told_claims_are_read_with_what_contradicts_them(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(FERRY, encoding="utf-8")
    event = ToldEvent.read(tmp_path / "ferry.txt")
    assert [(line.claim, line.part) for line in event.lines] == [
        (1, "Oslo blamed the pilot"), (2, "six had drowned"), (2, "six in all"), (3, "Nine lost their lives.")
    ]  # fmt: skip
    assert event.contradicting == {frozenset({2, 3})}
    read = {tuple(event.texts(random.Random(seed))) for seed in range(20)}
    # a sentence that tells two claims is never read whole, one that tells one now and then
    assert {texts[0] for texts in read} == {"Oslo blamed the pilot"}
    assert {texts[2] for texts in read} == {"six in all", "Divers brought up the dead: six in all, it was said."}


@pytest.mark.parametrize(
    "line", ["Six drowned.", "[[Six had drowned]] and [[nine were saved]].", "[[Six]] drowned.", "##"]
)
def test_a_told_line_without_one_marked_part_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "ferry.txt").write_text(f"# A ferry | 2025-03-14\n## 1 Six drowned\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"ferry\.txt line 3"):
        ToldEvent.read(tmp_path / "ferry.txt")


def test_every_told_claim_can_be_read() -> None:
    told = read_told()
    assert len(told) >= 80
    assert all(len({line.claim for line in event.lines}) >= 25 and event.contradicting for event in told)
