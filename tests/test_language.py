"""The pipeline: checked files, paragraphs that start sentences, offsets of the article as read."""

import importlib.util
import re
import shutil
from pathlib import Path

import pytest

from analysis import Settings
from analysis.articles import Article
from analysis.errors import ModelError
from analysis.language import MAX_SENTENCE_TOKENS, check_files, parse


def sentences(text: str) -> list[str]:
    ((_, doc),) = parse([Article("a", text)], Settings())
    return [sent.text.strip() for sent in doc.sents]


def test_a_headline_without_a_full_stop_is_a_sentence_of_its_own() -> None:
    assert sentences("Ministers meet in Vienna\nFrance denied the claim.") == [
        "Ministers meet in Vienna",
        "France denied the claim.",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a rank cut short is no end, in whatever way it is joined
        ("The note was read by Brig.-Gen. Amir Levi on Monday.", 1),
        ("Maj.-Gen. Tal Cohen met Sgt. Levi, Cpl. Roy and Amb. Tom Ray.", 1),
        ("Vice-Adm. Li Wei left. Lt.-Col. Ari Bar stayed.", 2),
        ("He was made a Col. His wife was glad.", 2),
        # an outlet's address printed with a blank
        ("The fire is out, Caliber. Az reported.", 1),
        ("Tom ate a fig. Az is a town.", 2),
    ],
)
def test_names_with_a_full_stop_within_are_not_cut(text: str, expected: int) -> None:
    assert len(sentences(text)) == expected


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("OSLO, Nov 14 (Reuters) - Finland and Estonia said no.", "OSLO, Nov 14 (Reuters) -"),
        ("NEW DELHI/DAKAR (Staff) — India said no.", "NEW DELHI/DAKAR (Staff) —"),
        ("GENEVA, Switzerland — The talks failed.", "GENEVA, Switzerland —"),
        ("Berlin (dpa) - The talks failed.", "Berlin (dpa) -"),
        # dashes of a sentence, and of a headline
        ("NATO - which has 32 members - said no.", "NATO - which has 32 members - said no."),
        ("US-China talks fail - UN chief angry", "US-China talks fail - UN chief angry"),
        ("Oslo - the capital - said no.", "Oslo - the capital - said no."),
    ],
)
def test_a_report_begins_after_its_dateline(text: str, first: str) -> None:
    assert sentences(f"Above it\n{text}")[1] == first


def test_lines_wrapped_at_a_margin_do_not_start_sentences() -> None:
    wrapped = (
        "The minister of foreign affairs said on Monday that the\ntalks would go on until a solution was\n"
        "found that all of the sides could accept.\n\nFrance denied the\nclaim."
    )
    assert len(sentences(wrapped)) == 2


@pytest.mark.parametrize("text", [", ".join(["Russia"] * 700), '" ' * 700, "( " * 400 + "it" + " )" * 400])
def test_what_has_no_full_stop_is_read_in_pieces(text: str) -> None:
    ((_, doc),) = parse([Article("a", text)], Settings())
    assert max(len(sent) for sent in doc.sents) <= MAX_SENTENCE_TOKENS


def test_a_long_sentence_of_a_reporter_is_read_whole() -> None:
    parts = " and ".join(f"the ministry of province number {number} denied it" for number in range(20))
    assert len(sentences(f"On Monday {parts}.")) == 1


def test_tokens_have_the_offsets_of_the_article_as_read() -> None:
    text = "Advertisement\n\nFrance denied it.\n\nAdvertisement\n\nTurkey did not."
    ((article, doc),) = parse([Article("a", text)], Settings())
    words = [token for token in doc if not token.is_space]
    assert [article.text[token.idx : token.idx + len(token)] for token in words] == [token.text for token in words]
    assert "Advertisement" not in [token.text for token in words]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Norway rejects 'phantom fleet' talk and asks for proof", '"phantom fleet"'),
        ("He said: 'I don't know.' Then he left.", '"I don\'t know."'),  # an apostrophe within
        ("Rock 'n' roll in the '90s was the workers' music", ""),
        ("'Tis the season of the dockers' strikes", ""),
        ("\"They said 'not now,'\" she wrote", "\"They said 'not now,'\""),  # within double marks
    ],
)
def test_single_marks_are_read_as_quotation_marks(text: str, quoted: str) -> None:
    ((article, doc),) = parse([Article("a", text)], Settings())
    assert len(doc.text) == len(article.text)
    assert "".join(re.findall('".*"', doc.text)) == quoted
    assert doc.text.replace('"', "'") == article.text.replace('"', "'")


def test_a_headline_with_single_marks_has_its_verb() -> None:
    ((_, doc),) = parse([Article("a", "Norway rejects 'phantom fleet' talk and asks for proof")], Settings())
    assert [token.text for token in doc if token.dep_ == "ROOT"] == ["rejects"]


def test_an_unknown_pipeline_is_named_with_the_mend() -> None:
    with pytest.raises(ModelError, match=r"'no_such_model' is not installed; run `pip install"):
        check_files("no_such_model")
    with pytest.raises(ModelError, match="not installed"):
        check_files("../etc")


@pytest.mark.parametrize("harm", ["change", "delete"])
def test_a_changed_or_missing_model_file_is_an_error(tmp_path: Path, monkeypatch, harm: str) -> None:
    name = Settings().model
    found = importlib.util.find_spec(name)
    assert found is not None
    assert found.origin is not None
    shutil.copytree(Path(found.origin).parent, tmp_path / name)
    victim = next((tmp_path / name).rglob("tagger/model"))
    if harm == "change":
        victim.write_bytes(victim.read_bytes()[:-1] + b"!")
    else:
        victim.unlink()
    spec = importlib.util.spec_from_file_location(
        name, tmp_path / name / "__init__.py", submodule_search_locations=[str(tmp_path / name)]
    )
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: spec)
    with pytest.raises(ModelError, match=r"'tagger/model'.*(differs|is missing)"):
        check_files(name)
