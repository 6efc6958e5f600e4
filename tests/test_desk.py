"""The analyst's desk in the dashboard: cases, articles brought in, described, cleaned and put right."""

import dataclasses
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.cases import CaseStore, case_results, export_case, import_case
from analysis.columns import Col
from analysis.readers import Source
from analysis.readers.incoming import read_source
from analysis.tables import ACTORS, CLAIMS, EVENTS, RESPONSES, SENTENCES, Table
from dashboard import data
from dashboard.desk import bringing_in, heap
from tests import factories
from tests.conftest import ROOT
from tests.desk import figures, paste, turned, words
from tests.documents import ASIDE, FEED, LEFT_OUT, PAGE, word

MORNING = (
    "French President Emmanuel Macron denied the report on Monday.\n\nAdvertisement\n\nBerlin said 12 ships had left."
)
GERMAN = "Das Ministerium in Berlin wies den Bericht am Montag zurück. Zwölf Schiffe hatten den Hafen verlassen."
NOON = "Germany said 14 ships had left the port. Turkey has made no statement."


def store() -> CaseStore:
    return data.store()


def save_edits(app: AppTest, table: str, rows: dict[int, dict[str, object]], button: str) -> None:
    app.session_state[table] = {"edited_rows": rows, "added_rows": [], "deleted_rows": []}
    app.button(key=button).click().run()


def test_a_case_is_made_and_opened(opened: AppTest) -> None:
    assert not opened.exception
    (case,) = store().cases()
    assert (case.name, opened.selectbox(key="case").value) == ("Bridge", case.case_id)
    assert "No articles yet." in words(opened)


def test_a_name_that_is_taken_is_said(opened: AppTest) -> None:
    opened.text_input(key="new-case-name").set_value("Bridge")
    opened.button(key="new-case-make").click().run()
    assert "no other case has" in words(opened)
    assert len(store().cases()) == 1


def test_files_and_pasted_text_are_added_and_one_bad_file_is_said(opened: AppTest) -> None:
    files = [("news.html", PAGE, "text/html"), ("note.docx", word(NOON), ""), ("clip.mp4", b"\0\0\0\x18ftyp", "")]
    opened.file_uploader(key="files-0").set_value(files).run()
    opened.button(key="add-files").click().run()
    assert not opened.exception
    assert "2 articles added." in words(opened)
    assert "'clip.mp4' is of a kind that is not read" in words(opened)
    paste(opened, MORNING)
    (case,) = store().cases()
    assert [item.article.document_id for item in store().brought(case.case_id)] == ["news", "note", "pasted-003"]
    assert "3 of 3 articles" in "".join(str(badge.value) for badge in opened.markdown) + words(opened)


def test_a_folder_is_added_with_its_folders(opened: AppTest) -> None:
    files = [
        ("morning/sources.csv", b"file,publisher\nlate/note.txt,The Late\n", ""),
        ("morning/late/note.txt", NOON.encode(), ""),
        ("morning/clip.mp4", b"\0\0\0\x18ftyp", ""),
        ("morning/page.html", PAGE, ""),
    ]
    opened.file_uploader(key="folder-0").set_value(files).run()
    opened.button(key="add-folder").click().run()
    assert not opened.exception
    assert "2 articles added." in words(opened)
    assert "'morning/clip.mp4' is of a kind that is not read" in words(opened)
    (case,) = store().cases()
    assert [item.article.publisher for item in store().brought(case.case_id)] == ["The Late", "The Harbour Post"]


def test_an_address_inside_the_network_is_refused_and_said(opened: AppTest) -> None:
    opened.text_area(key="addresses-text").set_value("http://127.0.0.1/admin\nfile:///etc/passwd")
    opened.button(key="fetch-pages").click().run()
    assert not opened.exception
    assert "which is not a public address" in words(opened)
    assert "'file:///etc/passwd' is not an address that is fetched" in words(opened)
    (case,) = store().cases()
    assert store().brought(case.case_id) == []


def test_metadata_is_edited_and_what_is_not_understood_is_said(opened: AppTest) -> None:
    paste(opened, MORNING)
    (case,) = store().cases()
    editor = next(e for e in opened.data_editor if "publisher" in e.value.columns)
    typed = {"publisher": "Le Port", "published_on": "24 October 2022", "publisher_country_code": "France"}
    save_edits(opened, editor.key, {0: typed}, "save-articles")
    article = store().brought(case.case_id)[0].article
    assert (article.publisher, article.published_on, article.publisher_country_code) == ("Le Port", "2022-10-24", "FRA")
    editor = next(e for e in opened.data_editor if "publisher" in e.value.columns)
    save_edits(opened, editor.key, {0: {"published_on": "03/04/2022"}}, "save-articles")
    assert "'03/04/2022' is not understood" in words(opened)
    assert store().brought(case.case_id)[0].article.published_on == "2022-10-24"


def test_what_is_not_known_of_an_article_is_said(opened: AppTest) -> None:
    paste(opened, MORNING)
    assert "Without an outlet, so that the file's name stands for it: pasted-001." in words(opened)
    (case,) = store().cases()
    store().edit(
        case.case_id, "pasted-001", publisher="Le Port", publisher_country_code="FRA", published_on="2022-10-24"
    )
    opened.run()
    assert "Without" not in words(opened)
    editor = next(e for e in opened.data_editor if "publisher" in e.value.columns)
    assert list(editor.value["publisher_country_code"]) == ["France"]  # as it may be typed


def test_what_cleaning_took_out_is_put_back(opened: AppTest) -> None:
    paste(opened, MORNING)
    (case,) = store().cases()
    editor = next(e for e in opened.data_editor if "keep" in e.value.columns)
    assert list(editor.value["text"]) == ["Advertisement"]
    save_edits(opened, editor.key, {0: {"keep": True}}, "save-cleaning")
    article = store().brought(case.case_id)[0].article
    assert [article.text[start:end] for start, end in article.kept] == ["Advertisement"]


def test_what_the_reading_of_a_page_left_out_is_put_back(opened: AppTest) -> None:
    opened.file_uploader(key="files-0").set_value([("page.html", LEFT_OUT, "text/html")]).run()
    opened.button(key="add-files").click().run()
    (case,) = store().cases()
    editor = next(e for e in opened.data_editor if "keep" in e.value.columns)
    assert list(editor.value["text"]) == [ASIDE]
    save_edits(opened, editor.key, {0: {"keep": True}}, "save-cleaning")
    (item,) = store().brought(case.case_id)
    assert [item.article.text[start:end] for start, end in item.article.kept] == [ASIDE]
    assert ASIDE in case_results(store(), case.case_id)[SENTENCES]["text"].tolist()


def test_a_feed_offers_what_is_new_to_the_case(opened: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    (case,) = store().cases()
    reading = read_source(Source("feed.rss", FEED, "https://post.example/rss"))
    monkeypatch.setattr(bringing_in, "_fetched", lambda addresses: [reading])
    for n_articles in (0, 1, 2):
        store().add(case.case_id, dataclasses.replace(reading, articles=reading.articles[:n_articles]))
        opened.text_input(key="feed-address").set_value("https://post.example/rss")
        opened.button(key="open-feed").click().run()
        assert len(opened.session_state["feed-entries"]) == 2 - n_articles
    assert "Nothing in 'https://post.example/rss' is new to this case." in words(opened)


def test_events_are_told_apart_and_copies_named(opened: AppTest) -> None:
    paste(opened, MORNING)
    paste(opened, MORNING + " ")
    assert "pasted-001 and pasted-002: the same article" in words(opened)


def test_an_article_that_is_not_read_is_said_and_is_no_event_of_its_own(opened: AppTest) -> None:
    paste(opened, MORNING)
    paste(opened, NOON)
    paste(opened, GERMAN)
    assert "All articles that were read are about one event." in words(opened)
    assert "Not sorted, since their language is not read: pasted-003." in words(opened)
    assert "event-case" not in {button.key for button in opened.button}
    turned(opened, "Overview")
    assert not opened.exception
    assert figures(opened)["Articles"] == ("3", "1 not analysed")
    assert "pasted-003: not analysed: no pipeline reads de" in words(opened)


def test_an_article_that_is_not_read_leaves_no_claim_out(opened: AppTest) -> None:
    for text in (MORNING, f"{MORNING} ", GERMAN):
        paste(opened, text)
    turned(opened, "Source agreement")
    glance = "".join(str(element.proto.body) for element in opened.get("html"))
    assert "; 0 leave it out" in glance
    assert "; 1 leave it out" not in glance


def test_two_events_of_one_name_are_both_offered(opened: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A series prints one title over different stories."""
    found = [{Col.EVENT_ID: f"e{n}", Col.EVENT: "What we know", Col.DOCUMENT_ID: f"pasted-00{n}"} for n in (1, 2)]
    monkeypatch.setattr(heap, "find_events", lambda *_: EVENTS.frame(found))
    paste(opened, MORNING)
    paste(opened, f"{NOON} {NOON}")
    assert opened.radio(key="event").options == ["1: What we know", "1: What we know"]
    opened.radio(key="event").set_value(1).run()
    opened.button(key="event-case").click().run()
    assert not opened.exception
    branched = next(case for case in store().cases() if case.name == "What we know")
    assert [item.article.document_id for item in store().brought(branched.case_id)] == ["pasted-002"]


def test_the_open_case_is_what_the_pages_show(opened: AppTest) -> None:
    paste(opened, MORNING)
    paste(opened, NOON)
    turned(opened, "Overview")
    assert not opened.exception
    assert figures(opened)["Articles"] == ("2", "from 2 outlets")


def test_a_case_that_is_deleted_is_closed(opened: AppTest) -> None:
    opened.button(key="delete-case").click().run()
    assert not opened.exception
    assert store().cases() == []
    assert opened.selectbox(key="case").value == ""
    assert "not on this computer" not in words(opened)


def test_an_exported_case_is_imported(opened: AppTest) -> None:
    paste(opened, MORNING)
    (case,) = store().cases()
    found = export_case(store(), case.case_id)
    assert store().case(import_case(store(), found)).name == "Bridge (2)"
    opened.file_uploader(key="import-case-0").set_value(("x.readout", b"no case", "")).run()
    opened.button(key="import-case-now").click().run()
    assert "not an exported case" in words(opened)
    assert [toast.value for toast in opened.toast] == ["That did not work; the reason stands at the top of the page."]
    opened.file_uploader(key="import-case-0").set_value(("x.readout", found, "")).run()
    opened.button(key="import-case-now").click().run()
    assert not opened.exception
    assert "The imported case Bridge (3) is open, with 1 article and 0 corrections." in words(opened)
    assert opened.file_uploader(key="import-case-1").value is None  # or it would be brought in again


def test_an_imported_case_says_that_its_filters_are_on(opened: AppTest) -> None:
    paste(opened, MORNING)
    (case,) = store().cases()
    store().keep_filters(case.case_id, {"country": ["FRA"]})
    exported = export_case(store(), case.case_id)
    store().delete(case.case_id)
    opened.file_uploader(key="import-case-0").set_value(("x.readout", exported, "")).run()
    opened.button(key="import-case-now").click().run()
    assert "The filters that it was left with are on." in words(opened)


def show_form(table_name: str) -> None:
    """The script of the form in the dialog, for the first row of a table; a dialog itself needs a browser."""
    from analysis.tables import TABLES
    from dashboard import shell
    from dashboard.desk.correcting import correction_form

    view = shell.opened()
    table = next(table for table in TABLES if table.name == table_name)
    if view is not None and len(view.run[table]):
        correction_form(view, table, str(view.run[table][table.key[0]].iloc[0]))


@pytest.mark.parametrize("table", [ACTORS, RESPONSES, CLAIMS])
def test_every_way_to_put_a_row_right_has_its_form(opened: AppTest, table: Table) -> None:
    paste(opened, MORNING)
    form = AppTest.from_function(show_form, args=(table.name,), default_timeout=120)
    form.session_state["case"] = store().cases()[0].case_id
    form.run()
    for words_of_form in form.selectbox(key="put-right-kind").options:
        form.selectbox(key="put-right-kind").set_value(words_of_form).run()
        assert not form.exception, words_of_form


def test_a_response_is_put_right_and_the_correction_undone(opened: AppTest) -> None:
    paste(opened, MORNING)
    (case,) = store().cases()
    form = AppTest.from_function(show_form, args=("responses",), default_timeout=120)
    form.session_state["case"] = case.case_id
    form.run()
    form.selectbox(key="put-right-kind").set_value("Change country, act or target").run()
    form.selectbox(key="put-right-act").set_value("REJECT").run()
    form.text_input(key="put-right-why").set_value("he rejected it")
    form.button(key="put-right-save").click().run()
    (made,) = store().corrections(case.case_id)
    assert (made.kind, made.before["act"], made.after["act"], made.why) == (
        "change_response", "DENY", "REJECT", "he rejected it"
    )  # fmt: skip
    opened.run()
    opened.button(key=f"undo-{made.correction_id}").click().run()
    assert store().corrections(case.case_id) == []


def test_a_store_that_cannot_be_opened_leaves_the_sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    factories.sample().write(tmp_path / "run")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "cases.duckdb").write_bytes(b"no database" * 1000)
    monkeypatch.setenv("READOUT_CORPUS", str(tmp_path / "run"))
    monkeypatch.setenv("READOUT_DATA", str(tmp_path / "data"))
    app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=120).run()
    assert not app.exception
    assert "Cases cannot be opened." in words(app)
    assert figures(app)["Articles"] == ("3", "from 3 outlets")


def test_a_named_folder_is_not_called_the_sample(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("READOUT_CORPUS", raising=False)
    assert data.source_name() == "Sample articles"
    monkeypatch.setenv("READOUT_CORPUS", str(tmp_path / "balloon"))
    assert data.source_name() == "Folder balloon"
