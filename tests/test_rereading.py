"""Pairs of passages read together before they are taken for one claim."""

from dataclasses import replace

import numpy as np
import pytest

from analysis.claims.deeds import Deeds
from analysis.claims.likelihood import Likeness, Nearness, Told
from analysis.claims.linking import Link, Links, link_claims
from analysis.claims.rereading import REREAD_FROM, reread, weighed
from analysis.claims.voices import Voices
from analysis.comparison.passages import read_passage
from analysis.language import load_pipeline
from analysis.pipeline import gather, read_articles
from analysis.results import records
from analysis.retelling.annotated import AnnotatedEvent, average_precision
from analysis.retelling.rereader import read_together
from analysis.settings import Settings
from analysis.tables import CLAIMS
from tests.conftest import ROOT

CLAIM, RETELLING, OTHER = (
    "Sweden called for an independent investigation of the explosion.",
    "Stockholm wants outsiders to look into how the ship caught fire.",
    "Nineteen sailors were rescued after the explosion on board.",
)


def _link(odds: float, first: int, second: int) -> Link:
    """A link whose likeness has about these log odds by its meaning alone."""
    passage = Told(read_passage(load_pipeline(Settings().model)("Oslo spoke.")[:]), Deeds(), Voices())
    plain = Likeness.of(passage, passage, Nearness(0.0))
    steep = Likeness.of(passage, passage, Nearness(1.0)).log_odds - plain.log_odds
    return Link(first, second, (), 0.5, replace(plain, nearness=Nearness((odds - plain.log_odds) / steep)))


def test_near_pairs_of_an_event_are_in_better_order_once_they_were_read_together() -> None:
    """Of an event that nothing was trained on or fitted to."""
    folder = ROOT / "tests" / "events" / "boat_seized"
    event = AnnotatedEvent.read(folder, folder / "annotation.json")
    tables = gather(read_articles(event.corpus.articles, Settings(), lambda done, total: None))
    links = [link for link in reread(link_claims(tables, Settings())).across if link.reread is not None]
    told = event.told_by_rows(records(tables[CLAIMS.name]))
    is_one = [bool(told[link.first] & told[link.second]) for link in links]
    before, after = (
        average_precision(is_one, odds)
        for odds in ([link.likeness.log_odds for link in links], [link.log_odds for link in links])
    )
    assert after > before + 0.03


def test_the_order_of_a_pair_and_what_is_asked_beside_it_mean_nothing() -> None:
    odds = read_together([(CLAIM, RETELLING), (RETELLING, CLAIM), (CLAIM, OTHER)])
    assert odds[0] == odds[1]
    assert np.array_equal(read_together([(CLAIM, OTHER)]), odds[2:])
    assert read_together([]).shape == (0,)


def test_those_pairs_are_read_that_may_tell_one_claim() -> None:
    links = [_link(REREAD_FROM + above, 0, second) for above, second in ((0.01, 1), (-0.01, 1), (0.01, 2))]
    found = reread(Links(links, {(0, 1): 0.5}, [CLAIM, RETELLING, OTHER]))
    assert [link.reread is None for link in found.across] == [False, True, False]
    assert found.across[1] == links[1]
    together = read_together([(CLAIM, RETELLING), (CLAIM, OTHER)])
    assert [found.across[place].log_odds for place in (0, 2)] == pytest.approx(
        [weighed(REREAD_FROM + 0.01, x) for x in together]
    )
    assert (found.repeats, [(x.first, x.second) for x in found.across]) == ({(0, 1): 0.5}, [(0, 1), (0, 1), (0, 2)])


def test_nothing_to_read_is_nothing_read() -> None:
    assert reread(Links([], {})) == Links([], {})
    far = Links([_link(REREAD_FROM - 1, 0, 1)], {}, ["Oslo spoke.", "Oslo was silent."])
    assert reread(far) == far


@pytest.mark.parametrize("likelier", [(0.0, 1.0), (1.0, 0.0)])
def test_what_was_found_before_and_what_is_read_together_both_count(likelier: tuple[float, float]) -> None:
    assert weighed(*likelier) > weighed(0.0, 0.0)


def test_a_reader_is_told_that_a_pair_was_read_together() -> None:
    link = _link(1.0, 0, 1)
    assert "read together" not in link.in_words()
    assert replace(link, reread=0.0).in_words() == f"{link.in_words()}, likely by 0.50 read together"
    assert replace(link, reread=0.0).likelihood == pytest.approx(0.5)
