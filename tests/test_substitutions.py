"""One word for another in passages that read alike: the one does not bear the other out.

Near misses stand beside them: synonyms, spellings, what is told in another order, what only one passage tells.
"""

import pytest

from analysis import compare_passages

SUBSTITUTED = [
    # a noun of another thing, an act of another sort
    ("The minister's wife flew to Oslo on Monday.", "The minister's lawyer flew to Oslo on Monday.", True),
    ("The envoy sold the old ferry to a bank in May.", "The envoy sold the old ferry to a zoo in May.", True),
    # a name, one word of a name, a name that the passage has elsewhere
    ("The Lund Institute counted the ships at sea.", "The Berg Institute counted the ships at sea.", True),
    ("South Sudan and Kenya signed the pact, Kenya said.", "South Sudan and Chad signed the pact, Kenya said.", True),
    # an office
    ("The foreign minister of Chad opened the bridge.", "The defence minister of Chad opened the bridge.", True),
    # small words
    ("The envoy left before the vote on the dam.", "The envoy left after the vote on the dam.", True),
    ("More than 40 ships left the port.", "Less than 40 ships left the port.", True),
    ("The navy shot the drone down over the bay.", "The navy shot the drone up over the bay.", True),
    ("The council must close the old bridge.", "The council may close the old bridge.", True),
    ("Chad sent its troops to the border.", "Chad sent its troops from the border.", True),
    ("The court freed the editor and the publisher.", "The court freed the editor or the publisher.", True),
    ("The envoy came to Oslo on Monday.", "The envoy went to Oslo on Monday.", True),
    ("The other guard spoke to the crowd.", "The same guard spoke to the crowd.", True),
    # a denial that one of them has
    ("The ship should not stop at the port, it said.", "The ship should stop at the port, it said.", True),
    # near miss: another word for the same
    ("The army attacked the village on Sunday.", "The army assaulted the village on Sunday.", False),
    ("Police arrested the driver in Lund.", "Police detained the driver in Lund.", False),
    # near miss: another spelling, the people for the country
    ("The organisation left the town on Monday.", "The organization left the town on Monday.", False),
    ("Sergey Holm toured the Norwegian port.", "Sergei Holm toured the Norwegian port.", False),
    # near miss: in another order
    ("Chad and Mali signed the pact.", "Mali and Chad signed the pact.", False),
    ("On Monday the envoy left the town.", "The envoy left the town on Monday.", False),
    # near miss: the passage tells more, and denies something else
    ("The bridge was closed to lorries.", "The bridge, which had not been mended, was closed to lorries.", False),
    # near miss: told in other words throughout
    ("A ferry sank before dawn.", "After the storm a ferry went down in the dark.", False),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "is_another"), SUBSTITUTED)
def test_a_word_in_the_place_of_another_makes_another_claim(claim: str, passage: str, is_another: bool) -> None:
    found = compare_passages(claim, passage)
    exchanged = [d for d in found.differences if "reads alike" in d.reason]
    assert bool(exchanged) is is_another, found.reasons
    assert not (is_another and found.relation == "same")
    assert all(d.falls_short and not d.is_contradiction for d in exchanged)
