"""What two have exchanged and names that are nearly others make another claim.

Near misses stand beside them: another order of words, an enumeration, another spelling.
"""

import pytest

from analysis import compare_passages
from analysis.comparison.differences import Comparison, Difference

REVERSED = [
    # subject and object exchanged: every word has its counterpart
    ("Oslo accused Minsk of jamming the signal.", "Minsk accused Oslo of jamming the signal.", True),
    # nouns, not names
    ("The general phoned the minister on Friday.", "The minister phoned the general on Friday.", True),
    # both in the passive
    ("Berg was warned by Lund about the dam.", "Lund was warned by Berg about the dam.", True),
    # the passive keeps the order of the words and exchanges the parts
    ("Chad was invaded by Niger.", "Chad invaded Niger.", True),
    # giver and receiver
    ("The rebels handed the captives over to the army.", "The army handed the captives over to the rebels.", True),
    ("Norway sold the turbines to Chile.", "Chile sold the turbines to Norway.", True),
    # near miss: the passive of the same act
    ("Oslo accused Minsk of jamming.", "Minsk was accused by Oslo of jamming.", False),
    # near miss: an act told from its other end
    ("Norway sold the turbines to Chile.", "Chile bought the turbines from Norway.", False),
    # near miss: an act that holds of both alike
    ("Berg met Lund in Oslo.", "Lund met Berg in Oslo.", False),
    # near miss: each did it to the other
    ("Berg sued Lund.", "Lund sued Berg after Berg sued Lund.", False),
    # near miss: another act between the two
    ("The union praised the firm.", "The firm thanked the union, which had praised the firm.", False),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "is_reversed"), REVERSED)
def test_parts_that_two_exchange_in_one_act_contradict(claim: str, passage: str, is_reversed: bool) -> None:
    found = compare_passages(claim, passage)
    assert (_exchanged(found) != []) is is_reversed, found.reasons
    if is_reversed:
        assert found.relation == "contradicts"
        assert "against" in found.reasons[0]


EXCHANGED = [
    # the owner of one thing for the place of another
    ("A blast hit a bridge in Chile, an aide to Peru's president said.",
     "A blast hit a bridge in Peru, an aide to Chile's president said.", True),
    # parts of two different acts, and a part of an apposition
    ("Oslo said that Lagos would raise it with Cairo.", "Cairo said that Lagos would raise it with Oslo.", True),
    ("Berg, an adviser to Lund, flew to Oslo.", "Lund, an adviser to Berg, flew to Oslo.", True),
    ("Chad's envoy to Mali resigned.", "Mali's envoy to Chad resigned.", True),
    ("A Chilean judge fined a Peruvian firm.", "A Peruvian judge fined a Chilean firm.", True),
    # other words around them
    ("The army of Peru freed hostages in Chile on Monday.", "On Monday Chile's army freed hostages in Peru.", True),
    # names whose place the parser does not see, in passages that read alike otherwise
    ("Lund, 34, and his sister Berg, 41, resigned.", "Berg, 34, and his sister Lund, 41, resigned.", True),
    ("Those named were the U.N. (host) and Anna Berg (guest).",
     "Those named were Anna Berg (host) and the U.N. (guest).", True),
    # near miss: an enumeration in another order
    ("Envoys of Chad, Mali and Niger left.", "Envoys of Niger, Mali and Chad left.", False),
    ("The Navy and the Coast Guard closed the strait.", "The Coast Guard and the Navy closed the strait.", False),
    # near miss: an enumeration of phrases
    ("Berg of Bergen and Lund of Oslo took part.", "Lund of Oslo and Berg of Bergen took part.", False),
    # near miss: a possessive for an `of`, an adjective for the country, a passive
    ("The president of Chile flew to Peru.", "The Chilean president flew to Peru.", False),
    ("Peru's army was praised by Chile.", "Chile praised the army of Peru.", False),
    # near miss: a tie that holds of both alike
    ("Norway's dispute with Chile is over.", "Chile's dispute with Norway is over.", False),
    ("Lund's talks in Oslo with Berg failed.", "Berg's talks in Oslo with Lund failed.", False),
    # near miss: told both ways
    ("Chad's envoy to Mali resigned.", "Mali's envoy to Chad and Chad's envoy to Mali resigned.", False),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "is_exchanged"), EXCHANGED)
def test_names_that_have_changed_places_contradict(claim: str, passage: str, is_exchanged: bool) -> None:
    found = compare_passages(claim, passage)
    assert (_exchanged(found) != []) is is_exchanged, found.reasons
    if is_exchanged:
        assert found.relation == "contradicts"


RENAMED = [
    # one word of a name changed, the others left
    ("Erik Lund was arrested in Oslo over the theft of two paintings, police said.",
     "Anna Lund was arrested in Oslo over the theft of two paintings, police said.", True),
    ("The University of Oslo closed its old library, the rector said.",
     "The University of Bergen closed its old library, the rector said.", True),
    ("The Finance Ministry rejected the plan to sell the port to a private buyer.",
     "The Defence Ministry rejected the plan to sell the port to a private buyer.", True),
    # countries of which one's name stands in the other's, or is nearly the same
    ("Niger closed the border with Libya on Monday after the raid.",
     "Nigeria closed the border with Libya on Monday after the raid.", True),
    ("Guinea signed the treaty in the presence of the envoys.",
     "Equatorial Guinea signed the treaty in the presence of the envoys.", True),
    ("Austria recalled its envoy on Monday.", "Australia recalled its envoy on Monday.", True),
    # what is denied of one country is not denied of the other
    ("The firm did not pay the Norwegian crew, he said.", "The firm did not pay the Chilean crew, he said.", True),
    # near miss: a part of the name, an initial, another spelling
    ("Lund was arrested in Oslo over the theft.", "Erik Lund was arrested in Oslo over the theft.", False),
    ("E. Lund was arrested in Oslo over the theft.", "Erik Lund was arrested in Oslo over the theft.", False),
    ("Sergey Lund was arrested in Oslo over the theft.", "Sergei Lund was arrested in Oslo over the theft.", False),
    # near miss: a first name cut short, or its short form
    ("Tim Lund was arrested in Oslo over the theft.", "Timothy Lund was arrested in Oslo over the theft.", False),
    ("Bill Holm was arrested in Oslo over the theft.", "William Holm was arrested in Oslo over the theft.", False),
    ("Bob Lund was arrested in Oslo over the theft.", "William Lund was arrested in Oslo over the theft.", True),
    # near miss: a body by its initials, by its country's name and its people's
    ("The UN Security Council adopted the text.", "The United Nations Security Council adopted the text.", False),
    ("The Norwegian Navy towed the ship to Bergen.", "The Navy of Norway towed the ship to Bergen.", False),
    ("The Russian Embassy was closed on Friday.", "Moscow's Embassy was closed on Friday.", False),
    # near miss: the other is named as well
    ("Erik Lund was arrested in Oslo over the theft.",
     "Erik Lund and Anna Lund were arrested in Oslo over the theft.", False),
    # near miss: one country under a longer name
    ("Congolese troops left the village.", "The Democratic Republic of Congo's troops left the village.", False),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "is_another"), RENAMED)
def test_a_name_that_is_nearly_another_is_not_that_name(claim: str, passage: str, is_another: bool) -> None:
    found = compare_passages(claim, passage)
    assert (found.relation != "same") is is_another, found.reasons
    assert any(d.kind in {"actor", "target", "location"} for d in found.differences) is is_another, found.differences


def _exchanged(found: Comparison) -> list[Difference]:
    return [d for d in found.differences if d.kind == "actor" and d.is_contradiction and d.weight == 1.0]
