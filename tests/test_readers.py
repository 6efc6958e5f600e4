"""Every kind of document that can be brought in, and what is found in it."""

import io
from pathlib import Path

import docx
import pytest

from analysis.articles import Article
from analysis.columns import Col
from analysis.errors import ArticleError, InputError
from analysis.readers import Source, pasted, read_corpus, read_folder, read_sources
from analysis.readers.formats import FORMATS
from analysis.readers.imprint import country_code, country_of_address, date, language_code
from tests.documents import FEED, MORE, PAGE, SENTENCE, archive, mail, pdf, word, workbook

TABLE = f"""Headline;Outlet;Country;Date;Body
Minister denies plan;The Harbour Post;France;24 October 2022;{SENTENCE}
Second;The Other Post;Atlantis;03/04/2022;"=HYPERLINK(""http://x"")" {MORE}
"""
DOCUMENTS = [
    ("a.txt", SENTENCE.encode(), {"title": ""}),
    ("bom.txt", ("﻿" + SENTENCE).encode("utf-8"), {}),
    ("wide.txt", SENTENCE.encode("utf-16"), {}),
    ("a.md", f"# Minister **denies** plan\n\n{SENTENCE}".encode(), {"title": "Minister **denies** plan"}),
    ("a.html", PAGE, {"title": "Minister denies plan", "publisher": "The Harbour Post", "author": "Ann Reporter",
                      "published_on": "2022-10-24", "language_code": "en", "publisher_country_code": "GBR",
                      "url": "https://www.harbourpost.co.uk/a/1"}),
    ("a.pdf", pdf(SENTENCE, MORE), {"title": "Minister denies plan", "author": "Ann Reporter", "published_on": ""}),
    ("named-as-text.txt", pdf(SENTENCE), {"title": "Minister denies plan"}),
    ("a.docx", word(SENTENCE, MORE), {"title": "Minister denies plan", "author": "Ann Reporter"}),
    ("a.eml", mail(SENTENCE), {"title": "Minister denies plan", "author": "Ann Reporter",
                               "published_on": "2022-10-24"}),
    ("html.eml", mail(html=PAGE.decode()), {"publisher": "The Harbour Post", "published_on": "2022-10-24"}),
    ("a.rss", FEED, {"title": "Minister denies plan", "publisher": "The Harbour Post", "published_on": "2022-10-24"}),
    ("a.csv", TABLE.encode(), {"title": "Minister denies plan", "publisher_country_code": "FRA",
                               "published_on": "2022-10-24"}),
    ("a.xlsx", workbook(("title", "text", "date"), ("Minister denies plan", SENTENCE, "2022-10-24")),
     {"title": "Minister denies plan", "published_on": "2022-10-24"}),
    ("a.jsonl", f'{{"id": "one", "text": "{SENTENCE}", "author": "Ann Reporter"}}'.encode(),
     {"document_id": "one", "author": "Ann Reporter"}),
]  # fmt: skip


def read_one(name: str, data: bytes) -> Article:
    return next(iter(read_sources([Source(name, data)]))).articles[0]


@pytest.mark.parametrize(("name", "data", "stated"), DOCUMENTS, ids=[name for name, _, _ in DOCUMENTS])
def test_text_and_imprint_are_found(name: str, data: bytes, stated: dict[str, str]) -> None:
    article = read_one(name, data)
    assert SENTENCE in " ".join(article.text.split())
    assert {key: getattr(article, key) for key in stated} == stated


def test_every_format_is_tried_above() -> None:
    suffixes = {Path(name).suffix for name, _, _ in DOCUMENTS}
    assert [item.words for item in FORMATS if not suffixes & set(item.suffixes)] == []


@pytest.mark.parametrize("name", ["a.html", "a.rss", "html.eml"])
def test_scripts_and_menus_are_not_text(name: str) -> None:
    data = next(data for given, data, _ in DOCUMENTS if given == name)
    text = read_one(name, data).text
    assert [word for word in ("steal", "injected", "Home", "<p") if word in text] == []


def titled(title: str, style: str | None = None, *, bold: bool = False) -> bytes:
    """A Word document whose first paragraph is its headline and whose properties are those of python-docx."""
    document = docx.Document()
    document.add_paragraph("Kestrel Tribune, 3 March 2024")
    document.add_paragraph(style=style).add_run(title).bold = bold
    for text in (SENTENCE, MORE):
        document.add_paragraph(text)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    "data",
    [titled("Port stays shut", "Heading 1"), titled("Port stays shut", "Title"), titled("Port stays shut", bold=True)],
)
def test_the_headline_of_a_word_document_is_what_is_set_as_one(data: bytes) -> None:
    article = read_one("a.docx", data)
    assert (article.title, article.publisher, article.published_on) == (
        "Port stays shut",
        "Kestrel Tribune",
        "2024-03-03",
    )
    assert article.author == ""  # "python-docx" is the program
    assert "Port stays shut" in article.text


def test_the_headline_of_a_pdf_is_what_is_set_largest() -> None:
    data = pdf(SENTENCE, MORE, large="Port stays shut").replace(b"(Minister denies plan)", b"(untitled)")
    assert read_one("a.pdf", data).title == "Port stays shut"
    assert read_one("a.pdf", data.replace(b"(Ann Reporter)", b"(LaTeX with hyperref)")).author == ""


def test_a_newsletter_is_from_its_outlet() -> None:
    data = (
        mail(SENTENCE)
        .replace(b"Ann Reporter <ann@", b"The Kestrel Daily <newsletter@")
        .replace(
            b"Subject:", b"List-Id: The Kestrel Daily <daily.kestrel.example>\nContent-Language: en-GB\nSubject: FW:"
        )
    )
    article = read_one("a.eml", data)
    assert (article.publisher, article.author, article.language_code) == ("The Kestrel Daily", "", "en")
    assert article.title == "Minister denies plan"


def test_a_message_that_was_passed_on_speaks_for_itself() -> None:
    passed_on = (
        "See below.\n\n---------- Forwarded message ---------\nFrom: The Herald <news@herald.example>\n"
        f"Date: Thu, Mar 14, 2024 at 6:30 AM\nSubject: Port stays shut\nTo: <ann@x.example>\n\n{SENTENCE}"
    )
    article = read_one("a.eml", mail(passed_on))
    assert (article.publisher, article.author) == ("The Herald", "")
    assert (article.title, article.published_on) == ("Port stays shut", "2024-03-14")


def test_a_printed_page_says_its_address() -> None:
    data = pdf(SENTENCE, "3/14/24, 5:18 PM Minister denies plan", "https://www.harbourpost.co.uk/a/1 1/2", MORE)
    article = read_one("a.pdf", data)
    assert (article.url, article.publisher_country_code) == ("https://www.harbourpost.co.uk/a/1", "GBR")


def test_formulas_of_tables_stay_text() -> None:
    csv, problems = (reading := next(read_sources([Source("a.csv", TABLE.encode())]))).articles, reading.problems
    assert csv[1].text.startswith('=HYPERLINK("http://x")')
    sheet = read_one("a.xlsx", workbook(("text",), ("=1+1",)))
    assert sheet.text == "=1+1"
    # a country and a date that cannot be understood are left empty and said, they do not cost the article
    assert (csv[1].publisher_country_code, csv[1].published_on) == ("", "")
    assert [word for word in ("Atlantis", "03/04/2022") if not any(word in str(p[Col.REASON]) for p in problems)] == []


def test_word_tables_are_read_in_place() -> None:
    assert read_one("a.docx", word(SENTENCE)).text == f"{SENTENCE}\n\nships | 14"


def test_rows_and_entries_have_ids_of_their_own() -> None:
    table = b"id,text\nx,One report.\nx,Another report.\n,A third one.\n"
    readings = list(read_sources([Source("a.csv", table), Source("f.xml", FEED)]))
    assert [article.document_id for reading in readings for article in reading.articles] == [
        "x", "x-2", "a-003", "f-001", "f-002"
    ]  # fmt: skip


def test_an_archive_may_carry_its_sources_table() -> None:
    sources = "file,publisher,publisher_country,published\none.html,Le Port,FR,2023-01-02\ntwo.txt,Die Zeitung,DEU,\n"
    data = archive({"in/one.html": PAGE, "in/two.txt": SENTENCE.encode(), "in/sources.csv": sources.encode()})
    one, two = (reading.articles[0] for reading in read_sources([Source("morning.zip", data)]))
    assert (one.publisher, one.publisher_country_code, one.published_on) == ("Le Port", "FRA", "2023-01-02")
    assert one.title == "Minister denies plan"  # what the table leaves out stays as the page has it
    assert (two.publisher, two.publisher_country_code) == ("Die Zeitung", "DEU")


def test_the_nearest_sources_table_speaks_for_a_file_of_a_folder() -> None:
    files = {
        "day/sources.csv": "file,publisher\nnews.txt,The Day\nnight/news.txt,By its path\nlate/news.txt,Too far\n",
        "day/news.txt": SENTENCE,
        "day/night/news.txt": SENTENCE,
        "day/late/news.txt": SENTENCE,
        "day/late/sources.csv": "file,publisher\nnews.txt,The Late\n",
        "news.txt": SENTENCE,  # above every table
    }
    readings = read_folder(Source(name, text.encode()) for name, text in files.items())
    assert {reading.source.name: reading.articles[0].publisher for reading in readings} == {
        "day/news.txt": "The Day",
        "day/night/news.txt": "By its path",
        "day/late/news.txt": "The Late",
        "news.txt": "",
    }


def test_a_folder_that_was_dropped_is_known_by_the_names_of_its_files() -> None:
    table = b"file,publisher\nnorth/a.txt,North\nsouth/b.txt,South\neast/b.txt,East\n"
    files = {"a.txt": SENTENCE.encode(), "b.txt": MORE.encode(), "sources.csv": table}
    readings = read_folder(Source(name, data) for name, data in files.items())
    assert [reading.articles[0].publisher for reading in readings] == ["North", ""]  # two files are called b.txt
    files = {"a.txt": SENTENCE.encode(), "south/c.txt": MORE.encode(), "sources.csv": table}
    readings = list(read_folder(Source(name, data) for name, data in files.items()))
    # this a.txt is not that of north
    assert [article.publisher for reading in readings for article in reading.articles] == ["", ""]
    assert len([row for reading in readings for row in reading.problems]) == 3  # not one file that the table names


def test_a_sources_table_that_names_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    table = "File;Outlet;Country;Date\nin/one.txt;Le Port;France;2 January 2023\nin/two.txt;Nobody;;\n"
    files = {"in/one.txt": SENTENCE.encode(), "sources.csv": table.encode()}
    for readings in (
        list(read_sources([Source("morning.zip", archive(files))])),
        list(read_folder(Source(name, data) for name, data in files.items())),
    ):
        articles = [article for reading in readings for article in reading.articles]
        problems = [str(row[Col.REASON]) for reading in readings for row in reading.problems]
        assert [(a.publisher, a.publisher_country_code, a.published_on) for a in articles] == [
            ("Le Port", "FRA", "2023-01-02")  # separated by semicolons, under names that archives use
        ]
        assert problems == ["'sources.csv' names 'in/two.txt', and no such file came with it."]


def test_a_sources_table_that_names_no_files_is_said() -> None:
    files = {"a.txt": SENTENCE.encode(), "sources.csv": b"name,publisher\na.txt,Le Port\n"}
    readings = list(read_folder(Source(name, data) for name, data in files.items()))
    assert [article.document_id for reading in readings for article in reading.articles] == ["a"]
    assert "'file' is needed" in str(readings[0].problems[0][Col.REASON])


def test_one_bad_file_of_a_folder_stops_no_other() -> None:
    files = {
        "m/1.txt": b"", "m/clip.mp4": b"\0\0", "m/sources.csv": b"\0\0\0", "m/.DS_Store": b"\0", "m/README.md": b"x",
        "m/in.zip": archive({"a.txt": SENTENCE.encode()}), "m/sub/2.txt": MORE.encode(),
    }  # fmt: skip
    readings = list(read_folder(Source(name, data) for name, data in files.items()))
    assert [article.document_id for reading in readings for article in reading.articles] == ["a", "2"]
    assert [str(row[Col.INPUT]) for reading in readings for row in reading.problems] == [
        "m/sources.csv", "m/1.txt", "m/clip.mp4"
    ]  # fmt: skip


def test_pasted_text_is_read_as_it_is() -> None:
    reading = next(read_sources([pasted(f"{SENTENCE}\r\n\r\n{MORE}", 3)]))
    assert (reading.articles[0].document_id, reading.articles[0].text) == ("pasted-003", f"{SENTENCE}\n\n{MORE}")


@pytest.mark.parametrize(
    ("value", "expected"),
    [("2022-10-24", "2022-10-24"), ("2022-10-24T10:00:00+02:00", "2022-10-24"), ("24 October 2022", "2022-10-24"),
     ("Oct 24, 2022", "2022-10-24"),
     ("Thu, Oct 24, 2024 at 6:30 AM", "2024-10-24"), ("24 Oct. 2022, 15:20 BST", "2022-10-24"), ("", "")],
)  # fmt: skip
def test_dates_are_understood(value: str, expected: str) -> None:
    assert date(value) == expected


@pytest.mark.parametrize(
    "value",
    ["03/04/2026", "yesterday", "2022-13-01", "24.10.",
     "0001-01-01", "9999-12-31T00:00:00", "00010101"],  # what databases write where they know no date
)  # fmt: skip
def test_a_date_that_is_none_or_can_be_read_two_ways_is_refused(value: str) -> None:
    with pytest.raises(ArticleError, match="accepted is 2022-10-24"):
        date(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [("France", "FRA"), ("fr", "FRA"), ("GBR", "GBR"), ("Türkiye", "TUR"), ("DE", "DEU"), ("Kosovo", "XKX"), ("", "")],
)
def test_countries_are_understood(value: str, expected: str) -> None:
    assert country_code(value) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [("https://www.bbc.co.uk/x", "GBR"), ("https://caliber.az/post/1", "AZE"), ("https://example.com/ru", ""),
     ("https://news.tv/x", ""), ("not an address", ""), ("http://[broken", "")],  # .tv is sold to everybody
)  # fmt: skip
def test_country_of_an_address(url: str, expected: str) -> None:
    assert country_of_address(url) == expected


@pytest.mark.parametrize(("value", "expected"), [("en-GB", "en"), ("French", "fr"), ("", "")])
def test_languages_are_understood(value: str, expected: str) -> None:
    assert language_code(value) == expected


def test_a_folder_of_documents_is_a_corpus(tmp_path: Path) -> None:
    files = {"a.html": PAGE, "a.txt": SENTENCE.encode(), "b.docx": word(MORE), "README.md": b"# About", "x.json": b"{}"}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    corpus = read_corpus(tmp_path)
    assert [article.document_id for article in corpus.articles] == ["a", "a-2", "b"]
    (tmp_path / "sources.csv").write_text("file,publisher\nb.docx,Le Port\n", encoding="utf-8")
    listed = read_corpus(tmp_path)  # a sources.csv says which files other than .txt are articles
    assert [(article.document_id, article.publisher) for article in listed.articles] == [("a", ""), ("b", "Le Port")]


def test_a_single_file_is_a_corpus(tmp_path: Path) -> None:
    (tmp_path / "morning.zip").write_bytes(archive({"a/x.txt": SENTENCE.encode(), "b/x.txt": MORE.encode()}))
    corpus = read_corpus(tmp_path / "morning.zip")
    assert [(article.document_id, article.text) for article in corpus.articles] == [("x", SENTENCE), ("x-2", MORE)]
    (tmp_path / "none.pdf").write_bytes(b"%PDF-1.4 broken")
    with pytest.raises(InputError, match="damaged or no PDF"):
        read_corpus(tmp_path / "none.pdf")
