"""Acts by the mood of their clause: imperatives, conditions without if, plans that are none, statements issued."""

import pytest
from spacy.language import Language

from tests.responding import acts_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an imperative asks, unless it is only a manner of speaking
        ("“Stop this madness,” Chad's foreign minister said.", {("TCD", "APPEAL")}),
        ("“Look, this is hard,” Chad's foreign minister said.", {("TCD", "COMMENT")}),
        # what is asked of others is not done by who asks
        ("“Release the sailors at once,” Chad's foreign minister said.", {("TCD", "APPEAL")}),
        # a condition by the order of words; a past perfect is none
        ("Had Chad expelled the envoy, Oman would have answered.", set()),
        ("Chad had condemned the raid before.", {("TCD", "CONDEMN")}),
        # what others expect, what is weighed, and plans that are none
        ("Many expect Chad to condemn the raid.", set()),
        ("Chad considered whether to condemn the raid.", set()),
        ("Chad has no plans to expel the ambassador.", set()),
        ("Chad plans to expel the ambassador.", {("TCD", "THREATEN")}),
        # who issues a statement says what is in it
        ("Chad and Mali issued a joint statement condemning the raid.", {("TCD", "CONDEMN"), ("MLI", "CONDEMN")}),
        # no answer is none given
        ("Chad has given no answer to the charge.", {("TCD", "NO_STATEMENT")}),
        ("A Chadian minister said he could not comment.", {("TCD", "NO_STATEMENT")}),
        ("Chad's premier brushed off questions about the raid.", {("TCD", "NO_STATEMENT")}),
        # an envoy is summoned by the ministry that he is summoned to
        ("Oman's ambassador was summoned to the Chadian foreign ministry.", {("TCD", "CONDEMN")}),
        ("Chad declared two Omani diplomats persona non grata.", {("TCD", "SANCTION")}),
    ],
)
def test_acts_by_their_mood(nlp: Language, text: str, expected: set[tuple[str, str]]) -> None:
    assert acts_in(nlp, text) == expected
