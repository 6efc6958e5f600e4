"""Whom a passage names, and whose word it gives."""

from analysis import Results, analyse
from analysis.articles import Article
from analysis.claims.voices import Voices, find_voices
from analysis.readers import Corpus

FILLER = " ".join(f"Fishermen of village number {n} mended their old nets again." for n in range(30))


def _voices(results: Results) -> dict[str, Voices]:
    claims = results.tables["claims"]
    found = find_voices(claims, range(len(claims)), results.tables)
    return dict(zip(map(str, claims["text"]), found, strict=True))


def test_a_name_that_few_passages_have_and_one_who_speaks_once() -> None:
    said = "Norwegian Foreign Minister Maria Berg said the cable near Rotterdam was cut by an anchor."
    found = _voices(analyse(Corpus((Article("a", f"{said} {FILLER}"),))))
    voices = next(value for text, value in found.items() if "Rotterdam" in text)
    assert voices.seldom_named == {"place:rotterdam", "country:NOR"}
    assert voices.seldom_heard == {"person:maria-berg"}
    assert not voices.seldom_heard & voices.seldom_named
    assert {"Norway", "NOR"} <= voices.named


def test_the_analysts_speak_for_the_institute_that_was_named() -> None:
    text = (
        "The Nordic Institute for Peace published a study of the war on Monday. "
        "The analysts believe that talks about the border will fail before winter."
    )
    found = _voices(analyse(Corpus((Article("a", text),))))
    voices = next(value for shown, value in found.items() if "talks" in shown)
    assert voices.institutes == {"organisation:nordic-institute-for-peace"}
