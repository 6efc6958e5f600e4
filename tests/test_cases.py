"""Cases: an article is kept as it came, and adding one analyses that article alone."""

import dataclasses

import pytest

from analysis.articles import Article
from analysis.cases import CaseStore, case_results
from analysis.cases.computing import KEPT_VERSIONS
from analysis.columns import Col
from analysis.errors import CaseError, InputError
from analysis.pipeline import analyse
from analysis.readers import Reading, Source, read_sources
from analysis.readers.corpus import problem
from analysis.results import Results
from analysis.tables import DOCUMENTS, PROBLEMS, REMOVALS, TABLES
from tests.cases import CHECK, TEXTS, fill
from tests.documents import PAGE


def same(first: Results, second: Results) -> bool:
    return all(
        first[t].to_json() == second[t].to_json() and (first[t].dtypes == second[t].dtypes).all() for t in TABLES
    )


def test_a_case_is_made_renamed_and_deleted(store: CaseStore) -> None:
    kept, gone = store.create("Bridge"), store.create(" Balloon  over sea ")
    assert [case.name for case in store.cases()] == ["Bridge", "Balloon over sea"]
    store.rename(kept.case_id, "Kerch bridge")
    fill(store, gone.case_id, TEXTS[0])
    store.delete(gone.case_id)
    assert [case.name for case in CaseStore.open(store.database.path).cases()] == ["Kerch bridge"]
    left = [store.database.read(f"SELECT * FROM {table}") for table in ("articles", "raws", "article_tables")]
    assert left == [[], [], []]


@pytest.mark.parametrize("name", ["", "  ", "x" * 101, "Bridge"])
def test_names_of_cases_are_told_apart(store: CaseStore, name: str) -> None:
    store.create("Bridge")
    with pytest.raises(CaseError, match="no other case has"):
        store.create(name)


def test_articles_keep_their_bytes_their_order_and_ids_of_their_own(store: CaseStore) -> None:
    case = store.create("Bridge")
    page = Source("a/news.txt", TEXTS[0].encode())
    other = Source("b/news.txt", TEXTS[1].encode())
    added = [article for reading in read_sources([page, other]) for article in store.add(case.case_id, reading)]
    assert [article.document_id for article in added] == ["news", "news-2"]
    assert store.raw(case.case_id, "news-2") == TEXTS[1].encode()
    assert [item.article for item in store.brought(case.case_id)] == added
    # the same file dropped again is not a second article
    assert [store.add(case.case_id, reading) for reading in read_sources([page])] == [[]]


def test_a_file_that_a_later_version_reads_otherwise_is_no_second_article(store: CaseStore) -> None:
    case = store.create("Bridge")
    (reading,) = read_sources([Source("news.html", PAGE)])
    (article,) = reading.articles
    older = dataclasses.replace(reading, articles=(dataclasses.replace(article, text=article.text[:-20]),))
    (kept,) = store.add(case.case_id, older)
    assert store.add(case.case_id, reading) == []
    renamed = dataclasses.replace(reading, source=Source("copy.html", PAGE))
    assert len(store.add(case.case_id, renamed)) == 1  # shown as a copy, for the analyst to judge
    assert store.brought(case.case_id)[0].article == kept


def test_articles_of_one_table_are_told_apart_by_their_text(store: CaseStore) -> None:
    case = store.create("Heap")
    table = "text\n" + "\n".join(f'"{text}"' for text in TEXTS)
    (reading,) = read_sources([Source("news.csv", table.encode())])
    assert [len(store.add(case.case_id, reading)) for _ in range(2)] == [len(TEXTS), 0]
    ids = [item.article.document_id for item in store.brought(case.case_id)]
    made = store.branch(case.case_id, "Both", ids)
    assert len(store.brought(made.case_id)) == len(TEXTS)


def test_an_unreadable_source_is_kept_as_a_problem_once(store: CaseStore) -> None:
    case = store.create("Bridge")
    for _ in range(2):
        for reading in read_sources([Source("clip.mp4", b"\0\0")]):
            store.add(case.case_id, reading)
    fill(store, case.case_id, TEXTS[0])
    problems = case_results(store, case.case_id)[PROBLEMS]
    assert problems[Col.INPUT].tolist() == ["clip.mp4"]
    assert "PDF" in problems[Col.ACCEPTED][0]


def test_results_of_a_case_are_those_of_its_corpus(store: CaseStore) -> None:
    case = store.create("Bridge")
    articles = fill(store, case.case_id, *TEXTS)
    fresh = analyse(store.corpus(case.case_id))
    for results in (case_results(store, case.case_id), case_results(store, case.case_id)):
        assert same(fresh, results)
        assert results.fingerprint == fresh.fingerprint
    assert fresh[DOCUMENTS][Col.DOCUMENT_ID].tolist() == [article.document_id for article in articles]


def test_adding_an_article_analyses_that_article_alone(store: CaseStore) -> None:
    case = store.create("Bridge")
    analysed: list[tuple[int, int]] = []
    for texts in (TEXTS[:2], TEXTS, TEXTS):
        fill(store, case.case_id, *texts)
        results = case_results(store, case.case_id, lambda done, total: analysed.append((done, total)))
    assert analysed == [(1, 2), (2, 2), (1, 1)]
    assert same(results, analyse(store.corpus(case.case_id)))
    store.remove(case.case_id, "pasted-002")
    case_results(store, case.case_id, lambda done, total: analysed.append((done, total)))
    assert len(analysed) == 3


def test_work_that_is_cancelled_is_not_done_twice(store: CaseStore) -> None:
    case = store.create("Bridge")
    fill(store, case.case_id, *TEXTS)

    def cancel(done: int, total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        case_results(store, case.case_id, cancel)
    analysed: list[int] = []
    case_results(store, case.case_id, lambda done, total: analysed.append(total))
    assert analysed == [1]


def test_only_the_last_analyses_of_a_text_are_kept(store: CaseStore) -> None:
    case = store.create("Bridge")
    fill(store, case.case_id, *TEXTS[:2])
    for day in range(10, 10 + KEPT_VERSIONS + 2):
        store.edit(case.case_id, "pasted-001", published_on=f"2022-10-{day}")
        case_results(store, case.case_id)
    count = "SELECT text_sha256, count(DISTINCT part_key) FROM article_tables GROUP BY text_sha256"
    assert sorted(n for _, n in store.database.read(count)) == [1, KEPT_VERSIONS]
    analysed: list[int] = []
    store.edit(case.case_id, "pasted-001", published_on=f"2022-10-{day - 1}")  # the one before last is known still
    case_results(store, case.case_id, lambda done, total: analysed.append(total))
    assert analysed == []


def test_what_is_known_of_an_article_can_be_edited(store: CaseStore) -> None:
    case = store.create("Bridge")
    fill(store, case.case_id, TEXTS[0])
    removed = case_results(store, case.case_id)[REMOVALS]
    stretch = (int(removed[Col.START_CHAR][0]), int(removed[Col.END_CHAR][0]))
    store.edit(case.case_id, "pasted-001", publisher="Le Port", published_on="2022-10-24", kept=(stretch,))
    results = case_results(store, case.case_id)
    assert results[DOCUMENTS][[Col.PUBLISHER, Col.PUBLISHED_ON]].to_numpy().tolist() == [["Le Port", "2022-10-24"]]
    assert results[REMOVALS].empty
    with pytest.raises(CaseError, match="accepted are title"):
        store.edit(case.case_id, "pasted-001", text="other")
    with pytest.raises(CaseError, match="no article 'other'"):
        store.edit(case.case_id, "other", title="x")


@pytest.mark.parametrize(
    ("field", "value", "kept", "refused", "accepted"),
    [
        ("published_on", "24 October 2022", "2022-10-24", "03/04/2022", "2022-10-24 or 24 October 2022"),
        ("published_on", "2022-10-24", "2022-10-24", "yesterday", "2022-10-24 or 24 October 2022"),
        ("published_on", "", "", "0001-01-01", "2022-10-24 or 24 October 2022"),
        ("publisher_country_code", "France", "FRA", "Atlantis", "FRA or FR"),
        ("language_code", "English", "en", "Elvish", "a code such as en"),
    ],
)
def test_a_value_that_is_not_understood_is_named_and_changes_nothing(
    store: CaseStore, field: str, value: str, kept: str, refused: str, accepted: str
) -> None:
    case = store.create("Bridge")
    fill(store, case.case_id, TEXTS[0])
    store.edit(case.case_id, "pasted-001", **{field: value})
    with pytest.raises(InputError, match=f"{refused}.* accepted is .*{accepted}"):
        store.edit(case.case_id, "pasted-001", **{field: refused, "title": "x"})
    (item,) = store.brought(case.case_id)
    assert (getattr(item.article, field), item.article.title) == (kept, "")


def test_corrections_are_logged_undone_and_redone(store: CaseStore) -> None:
    case = store.create("Bridge")
    store.correct(case.case_id, CHECK)
    assert store.corrections(case.case_id) == [CHECK]
    store.set_undone(case.case_id, CHECK.correction_id)
    assert (store.corrections(case.case_id), store.log(case.case_id)) == ([], [(CHECK, True)])
    store.set_undone(case.case_id, CHECK.correction_id, False)
    assert store.corrections(case.case_id) == [CHECK]
    with pytest.raises(CaseError, match="no correction 'x'"):
        store.set_undone(case.case_id, "x")


def test_a_problem_names_the_article_that_it_came_with(store: CaseStore) -> None:
    case = store.create("Bridge")
    first, second = (Article(document_id=name, text=f"{name} said so.") for name in ("north", "south"))
    source = Source("both.csv", b"bytes")
    store.add(case.case_id, Reading(source, (first,)))
    store.add(case.case_id, Reading(source, (first, second), (problem("both.csv", "south", CaseError("no date"), ""),)))
    assert [row[Col.DOCUMENT_ID] for row in store.corpus(case.case_id).problems] == ["south"]
