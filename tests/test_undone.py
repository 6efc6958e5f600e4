"""What was planned and did not take place, sorts of things of which one thing is one, and denials that say the same."""

import pytest

from analysis import compare_passages

UNDONE = [
    # called off, fallen through, not taken place: whether told by a noun or a verb
    ("The two leaders met in Astana.", "The meeting of the two leaders in Astana fell through.", True),
    ("The minister visited Chile.", "The minister's visit to Chile was scrapped.", True),
    ("The talks were held in Oslo.", "The talks in Oslo did not go ahead.", True),
    ("The prisoners were exchanged on Friday.", "The exchange of prisoners did not happen on Friday.", True),
    ("The vote in the senate took place.", "The vote in the senate was called off.", True),
    # phrasal opposites
    ("The senate approved the plan.", "The senate turned down the plan.", True),
    ("The army scaled up its drills.", "The army scaled down its drills.", True),
    # near miss: not called off
    ("The minister visited Chile.", "The minister's visit to Chile was not cancelled.", False),
    # near miss: what was cancelled has been
    ("The series was watched in Chile.", "The series was cancelled in Chile.", False),
    # near miss: somebody else's
    ("The talks were held in Oslo.", "The talks in Oslo went ahead after the match was called off.", False),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "clashes"), UNDONE)
def test_what_was_called_off_was_not_done(claim: str, passage: str, clashes: bool) -> None:
    found = compare_passages(claim, passage)
    assert any(d.kind in {"negation", "antonym", "stance"} for d in found.differences) is clashes, found.reasons
    assert not (clashes and found.relation == "same")


SORTS = [
    ("Lund is a county.", "Lund is a city in the south.", True),
    ("The wreck was a submarine.", "The wreck was a ship of the navy.", True),
    ("It was a missile.", "It was a drone.", False),  # of one thing only where both name it
    # near miss: two words for one sort
    ("The wreck was a ship.", "The wreck was a vessel of the navy.", False),
    ("Winter Harbour is a film.", "Winter Harbour is a movie from Chile.", False),
    # near miss: said of another, and what is denied
    ("Lund is a city.", "Skane, in which Lund lies, is a county.", False),
    ("Lund is not a county.", "Lund is a city in the south.", False),
    # near miss: of both
    ("Berlin is a city.", "Berlin is a city and a state.", False),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "clashes"), SORTS)
def test_one_thing_is_of_one_sort(claim: str, passage: str, clashes: bool) -> None:
    found = compare_passages(claim, passage)
    assert any("of one thing" in d.reason for d in found.differences) is clashes, found.reasons


DENIED_ALIKE = [
    ("The envoy refused to work for the firm.", "The envoy declined to work for the firm."),
    ("The king did not sign the law.", "The king refused to sign the law."),
    ("Lund is not a county.", "Lund is a city in the south."),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "passage"), DENIED_ALIKE)
def test_two_denials_of_one_act_do_not_contradict(claim: str, passage: str) -> None:
    assert compare_passages(claim, passage).relation != "contradicts"


RELATIONS = [
    ("The bomb went off outside the mosque.", "The bomb went off inside the mosque.", True),
    ("Japan is in favour of the ban.", "Japan is against the ban.", True),
    # near miss: another's, another word for the same
    ("The bomb went off outside the mosque.", "The guards slept inside the mosque.", False),
    ("Japan is in favour of the ban.", "Japan is for the ban.", False),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "clashes"), RELATIONS)
def test_opposite_relations_of_one_act_clash(claim: str, passage: str, clashes: bool) -> None:
    found = compare_passages(claim, passage)
    assert any(d.kind == "location" and d.is_contradiction for d in found.differences) is clashes, found.reasons
