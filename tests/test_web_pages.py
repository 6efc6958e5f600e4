"""Web pages: the article is read as before, and what its reading left out stands where the page has it, unread."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trafilatura import bare_extraction

from analysis.articles import Article
from analysis.cases import CaseStore, case_results, export_case, import_case
from analysis.cleaning import find_furniture, furniture_of, mask
from analysis.columns import Col
from analysis.corrections import Correction
from analysis.documents import documents_read
from analysis.errors import CaseError
from analysis.pipeline import analyse
from analysis.readers import Corpus, Source, read_sources
from analysis.readers.parsers.web_page import Line, lines_of, with_dropped
from analysis.tables import DOCUMENTS, REMOVALS, SENTENCES
from tests.cases import case_of, changed
from tests.documents import ASIDE, LEFT_OUT, MORE, PAGE, SENTENCE

LEAD = "The minister has today denied what the papers of the capital wrote about his plan last week."
CAPTION = "Ships of the northern fleet in the port of Berdal on Monday. Photo: A. Reporter"
MENU = "Home and world and sport and weather and everything else that a newspaper has on its front"
NOTE = "Copyright 2019 The Harbour Post, all rights reserved by the paper and by its reporters."
HTML = f"""<!doctype html><html lang="en"><body>
<nav><a href="/">{MENU}</a></nav><div hidden>{MENU} hidden</div><div style="display: none">{MENU} unseen</div>
<form><p>{MENU} as a form</p></form>
<main><article><h1>Minister denies plan</h1><div class="lead related">{LEAD}</div><p>{SENTENCE}</p>
<aside class="share-box">{ASIDE} <!-- a comment --><b>Nobody</b> was hurt.</aside>
<p>{MORE.replace("inspectors", "<b>inspectors</b> <i>at once</i>")}</p>
<div class="share">Share <a href="x">Postbox</a></div>
<figure><figcaption class="caption">{CAPTION}</figcaption></figure>
<p>The harbour has been closed since Friday, and no ship has left it since that day, officials said.<br>Nobody was hurt.
</p></article></main><footer><p>{NOTE}</p>
<ul><li><a href="/1">Ten things to do in the harbour this weekend when it rains all the time</a></li><li>Terms</li></ul>
</footer><script>let text = "{MENU}";</script></body></html>""".encode()


def page(html: bytes) -> Article:
    (reading,) = read_sources([Source("page.html", html)])
    assert reading.problems == ()
    return reading.articles[0]


def texts_of(article: Article) -> list[str]:
    return [article.text[start:end] for start, end in article.dropped]


def test_what_was_left_out_stands_where_the_page_has_it() -> None:
    article = page(HTML)
    left_out = [LEAD, f"{ASIDE} Nobody was hurt.", "Share Postbox", CAPTION, NOTE]
    assert texts_of(article) == left_out
    lines = article.text.split("\n")
    assert [line for line in lines if line in left_out] == left_out
    assert lines.index("Minister denies plan") < lines.index(LEAD) < lines.index(SENTENCE)
    assert (
        lines.index(SENTENCE) < lines.index(left_out[1]) < lines.index(MORE.replace("inspectors", "inspectors at once"))
    )
    assert MENU not in article.text


@pytest.mark.parametrize("html", [HTML, LEFT_OUT, PAGE])
def test_what_is_read_is_what_the_extraction_found(html: bytes) -> None:
    article = page(html)
    found = bare_extraction(html, with_metadata=True, include_comments=False, include_tables=True)
    read = mask(article.text, furniture_of(article))
    assert [line for line in read.split("\n") if line.strip()] == [line for line in found.text.split("\n") if line]


def test_a_page_of_which_nothing_was_left_out_is_as_it_was() -> None:
    article = page(PAGE)
    assert (article.text, article.dropped) == (f"Minister denies plan\n{SENTENCE}\n{MORE}", ())


def test_text_behind_a_comment_and_in_links_is_seen() -> None:
    lines = list(
        lines_of(b"<html><body><p>One <!-- x -->two</p><p><a href='x'>three four</a> five</p>six</body></html>")
    )
    assert [line.text for line in lines] == ["One two", "three four five", "six"]
    assert [round(line.linked, 1) for line in lines] == [0.0, 0.7, 0.0]


WORDS = st.lists(st.sampled_from(["port", "ship", "said", "left", "Monday", "the"]), min_size=1, max_size=12).map(
    " ".join
)
LINE = WORDS.map(lambda text: Line(text, f" {text.casefold()} ", 0.0))


@given(st.lists(WORDS | st.just(""), max_size=8), st.lists(LINE, max_size=14))
def test_the_articles_own_lines_never_change(article: list[str], lines: list[Line]) -> None:
    text, dropped = with_dropped(article, lines)
    inserted = [text[start:end] for start, end in dropped]
    edges = [edge for stretch in dropped for edge in stretch]
    assert edges == sorted(edges)
    assert all(line in [found.text for found in lines] for line in inserted)
    left = text.split("\n")
    for start, _ in reversed(dropped):
        del left[text[:start].count("\n")]
    assert left == article or (not article and left in ([], [""]))


def test_a_page_of_endless_lines_is_read_without_what_was_left_out() -> None:
    article = [f"Line {number} of the harbour's register of ships and their cargo." for number in range(2_000)]
    other = "Nobody has read this far on any page of any paper."
    page = list(lines_of("<p>".join(["", article[0], *[other] * 2_000, article[-1]]).encode()))
    assert with_dropped(article, page) == ("\n".join(article), [])
    assert with_dropped(article[:1] + article[-1:], page)[1] != []


def test_rules_do_not_look_at_what_was_left_out() -> None:
    text = "\n".join(["Read more", LEAD, SENTENCE, "Read more", "Ten Things to Do", MORE])
    article = Article("a", text, dropped=((0, 9),))
    assert [item.rule_id for item in furniture_of(article)] == ["web-page", "furniture-teaser", "furniture-teaser"]
    kept = Article("a", text, dropped=((0, 9),), kept=((0, 9),))
    assert [item.start_char for item in furniture_of(kept)] == [item.start_char for item in find_furniture(text)[1:]]


def test_what_was_put_back_is_analysed_and_moves_no_offset(tmp_path) -> None:
    store = CaseStore.open(tmp_path / "cases.duckdb")
    case = store.create("Port")
    for reading in read_sources([Source("page.html", LEFT_OUT)]):
        store.add(case.case_id, reading)
    before = case_results(store, case.case_id)
    check = Correction(kind="check", target={"table": "actors", "entity_id": "country:FRA"}, why="read twice")
    store.correct(case.case_id, check)
    assert before[REMOVALS][Col.TEXT].tolist() == [ASIDE]
    assert ASIDE not in before[SENTENCES][Col.TEXT].tolist()
    (item,) = store.brought(case.case_id)
    store.edit(case.case_id, "page", kept=item.article.dropped)
    for of, key in ((store, case.case_id), (store, import_case(store, export_case(store, case.case_id)))):
        after = case_results(of, key)
        assert after[REMOVALS].empty
        sentences = dict(zip(after[SENTENCES][Col.TEXT], after[SENTENCES][Col.START_CHAR], strict=True))
        assert ASIDE in sentences
        for text, start in zip(before[SENTENCES][Col.TEXT], before[SENTENCES][Col.START_CHAR], strict=True):
            assert sentences[text] == start
        assert of.corrections(key) == [check]


def test_whole_texts_are_compared_without_what_is_not_read() -> None:
    results = analyse(Corpus((page(HTML),)))
    (text,) = documents_read(results[DOCUMENTS], results[REMOVALS])[Col.TEXT]
    assert NOTE not in text
    assert text.split("\n")[0] == "Minister denies plan"
    assert text.split("\n")[-1] == "Nobody was hurt."


def test_a_page_in_a_language_that_is_not_read_shows_its_furniture_too() -> None:
    german = "Der Minister hat am Montag bestritten, dass es einen solchen Plan gibt, und nannte den Bericht erfunden. "
    text = f"{german * 4}\n{NOTE}"
    article = Article("a", text, dropped=((text.index(NOTE), len(text)),))
    results = analyse(Corpus((article,)))
    assert not results[DOCUMENTS][Col.IS_ANALYSED].any()
    assert results[REMOVALS][Col.TEXT].tolist() == [NOTE]


def test_an_imported_case_cannot_leave_out_what_is_not_there(tmp_path) -> None:
    store = CaseStore.open(tmp_path / "cases.duckdb")
    case = store.create("Port")
    for reading in read_sources([Source("page.html", LEFT_OUT)]):
        store.add(case.case_id, reading)
    data = export_case(store, case.case_id)
    for stretches in ([[5, 2]], [[0, 10], [5, 12]], [[-1, 3]], [[0, 10**6]]):
        document = case_of(data)
        imprint = json.loads(document["articles"][0]["imprint"])
        document["articles"][0]["imprint"] = json.dumps({**imprint, "dropped": stretches})
        with pytest.raises(CaseError, match="damaged"):
            import_case(store, changed(data, "case.json", json.dumps(document).encode()))
