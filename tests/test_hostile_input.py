"""Files that want to do harm or are not what they say: each costs itself alone, and says what would be accepted."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from analysis.columns import Col
from analysis.errors import ArticleError
from analysis.pipeline import analyse
from analysis.readers import Corpus, Reading, Source, isolation, read_sources
from analysis.readers.archive import MAX_MEMBERS
from analysis.readers.corpus import in_words
from analysis.tables import SENTENCES
from tests.documents import MORE, PAGE, SENTENCE, archive, mail, pdf, word, workbook


def bomb(name: str = "a.txt", megabytes: int = 300) -> bytes:
    return archive({name: b"\0" * (megabytes << 20)})


def locked_zip() -> bytes:
    data = bytearray(archive({"a.txt": SENTENCE.encode()}))
    for header, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(header) + flag] |= 1
    return bytes(data)


def link_zip() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        info = zipfile.ZipInfo("a.txt")
        info.external_attr = 0o120777 << 16
        file.writestr(info, "/etc/passwd")
    return stream.getvalue()


def docx_bomb() -> bytes:
    stream = io.BytesIO(word(SENTENCE))
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/padding.xml", b"<a/>" * (40 << 20))
    return stream.getvalue()


def locked_pdf(password: str, method: str) -> bytes:
    """With a password of its owner; the reader's may be empty: then anybody may read, and not print or copy."""
    writer, stream = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(SENTENCE)))), io.BytesIO()
    writer.encrypt(password, "owner", algorithm=method)
    writer.write(stream)
    return stream.getvalue()


UNREADABLE: list[tuple[str, Callable[[], bytes], str]] = [
    ("empty.txt", lambda: b"", "is empty"),
    ("blank.txt", lambda: b" \n\t ", "is empty"),
    ("program.txt", lambda: b"MZ\x90\0\x03" + bytes(range(256)), "a program"),
    ("noise.txt", lambda: bytes(range(256)) * 40, "not text|binary"),
    ("picture.html", lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), "a picture"),
    ("old.doc", lambda: b"\xd0\xcf\x11\xe0" + bytes(600), "save it as .docx"),
    ("clip.mp4", lambda: b"\0\0\0\x18ftyp", "kind that is not read"),
    ("huge.txt", lambda: b"word " * 1_100_000, "at most 5 MB"),
    ("long.txt", lambda: b"word " * 210_000, "at most 1,000,000"),
    ("empty.html", lambda: b"<html><body><script>x()</script></body></html>", "no article text"),
    ("broken.pdf", lambda: b"%PDF-1.7\n" + bytes(500), "damaged or no PDF"),
    ("scan.pdf", lambda: pdf(), "text layer"),
    ("broken.docx", lambda: archive({"word/other.xml": b""}), "damaged or no Word"),
    ("bomb.docx", docx_bomb, "unpacks to"),
    ("bomb.xlsx", lambda: bomb("xl/sheet.xml"), "unpacks to"),
    ("bomb.zip", bomb, "unpack to 300 MB"),
    ("many.zip", lambda: archive({f"{n}.txt": b"x" for n in range(MAX_MEMBERS + 1)}), "holds 2,001"),
    ("damaged.zip", lambda: archive({"a.txt": SENTENCE.encode() * 50})[:-30], "damaged zip"),
    ("locked.zip", locked_zip, "password"),
    ("link.zip", link_zip, "is a link"),
    ("none.zip", lambda: archive({}), "holds no document"),
    ("zero.zip", lambda: b"", "is empty"),
    ("locked.pdf", lambda: locked_pdf("secret", "RC4-128"), "locked with a password"),
    ("locked-aes.pdf", lambda: locked_pdf("secret", "AES-256"), "locked with a password"),
    (
        "certificate.pdf",
        lambda: locked_pdf("", "AES-256").replace(b"/Standard", b"/Adobe.PS"),
        "locked or packed in a way",
    ),
    ("short-key.pdf", lambda: re.sub(rb"(?<=/UE <)..", b"", locked_pdf("", "AES-256")), "damaged or no PDF"),
    ("header.csv", lambda: b"text,title\n", "no row under its columns"),
    ("nested.zip", lambda: archive({"inner.zip": archive({"a.txt": b"x"})}), "archive inside an archive"),
    ("no-text.csv", lambda: b"title,url\nA,b\n", "none with the text"),
    ("ragged.csv", lambda: b'text,title\n"open quote,b\nc,d,e,f\n', "not a table|none with"),
    ("broken.jsonl", lambda: b'{"id": 1', "not JSON"),
    ("nothing.eml", lambda: b"\n\nno header at all", "no header"),
    ("picture.eml", lambda: mail(html="<img src=x>"), "no article text"),
    ("not-a-feed.rss", lambda: b"<html><body>Subscribe!</body></html>", "no RSS or Atom feed"),
    ("quiet.rss", lambda: b'<rss version="2.0"><channel><title>Post</title></channel></rss>', "has no entries"),
    ("empty.xlsx", lambda: workbook(("text",)), "no rows"),
]


def read_all(*sources: tuple[str, bytes]) -> list[Reading]:
    return list(read_sources(Source(name, data) for name, data in sources))


@pytest.mark.parametrize(("name", "make", "reason"), UNREADABLE, ids=[name for name, _, _ in UNREADABLE])
def test_unreadable_input_costs_itself_alone(name: str, make: Callable[[], bytes], reason: str) -> None:
    *bad, good = read_all((name, make()), ("good.txt", SENTENCE.encode()))
    assert [article for reading in bad for article in reading.articles] == []
    rows = [row for reading in bad for row in reading.problems]
    assert rows
    assert re.search(reason, str(rows[0][Col.REASON])), rows
    assert all(str(row[Col.ACCEPTED]) for row in rows)
    assert good.articles[0].text == SENTENCE


@pytest.mark.parametrize("method", ["RC4-128", "AES-128", "AES-256-R5", "AES-256"])
def test_a_pdf_that_is_locked_against_printing_alone_is_read(method: str) -> None:
    (reading,) = read_all(("paper.pdf", locked_pdf("", method)))
    assert [article.text for article in reading.articles] == [SENTENCE]


@pytest.mark.parametrize("member", ["../../etc/passwd.txt", "/etc/passwd.txt", "..\\..\\boot.txt", "C:\\x\\boot.txt"])
def test_names_of_members_are_never_paths(member: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (reading,) = read_all(("a.zip", archive({member: SENTENCE.encode()})))
    assert reading.articles[0].document_id in {"passwd", "boot"}
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["note.txt", "note.zip", "note"])
def test_an_office_document_under_another_name_is_read(name: str) -> None:
    (reading,) = read_all((name, word(SENTENCE, MORE)))
    assert MORE in reading.articles[0].text
    assert reading.problems == ()
    (reading,) = read_all((name, workbook(("text",), (SENTENCE,))))
    assert [article.text for article in reading.articles] == [SENTENCE]


def test_a_table_without_texts_is_said_once() -> None:
    (reading,) = read_all(("nocol.csv", b"headline,outlet\n" + b"A,B\n" * 9))
    (row,) = reading.problems
    assert in_words(row).startswith(
        "'nocol.csv' has the columns 'headline', 'outlet' and none with the text. Accepted:"
    )
    assert in_words(row).count("Accepted:") == 1


def test_what_would_be_accepted_is_the_document_of_its_kind() -> None:
    locked, empty, film = read_all(("a.pdf", locked_pdf("secret", "AES-256")), ("b.txt", b""), ("c.mp4", b"\0"))
    assert in_words(locked.problems[0]).endswith("save it without one. Accepted: a PDF with text (.pdf).")
    assert in_words(empty.problems[0]) == "'b.txt' is empty. Accepted: plain text or Markdown (.txt, .md)."
    assert in_words(film.problems[0]).endswith("a zip or folder of these.")


def test_one_bad_member_leaves_the_others() -> None:
    readings = read_all(("a.zip", archive({"1.txt": b"", "2.txt": MORE.encode(), "3.html": PAGE, "4.exe": b"MZ\0"})))
    assert [article.document_id for reading in readings for article in reading.articles] == ["2", "3"]
    assert sum(len(reading.problems) for reading in readings) == 2


def test_half_a_character_moves_no_offset_and_stops_no_analysis() -> None:
    line = '{"id": "a", "text": "Paris denied it \\ud83d on Monday.", "title": "\\udc00"}'
    (reading,) = read_all(("a.jsonl", line.encode()))
    (article,) = reading.articles
    assert (article.text, article.title) == ("Paris denied it \ufffd on Monday.", "\ufffd")
    assert len(analyse(Corpus(reading.articles))[SENTENCES]) == 1


def test_a_broken_sources_table_costs_the_archive_nothing_else() -> None:
    table = b'file,title\na.txt,"' + b"x" * 200_000 + b'"\n'  # a field longer than the csv module takes
    readings = read_all(("a.zip", archive({"a.txt": SENTENCE.encode(), "sources.csv": table})))
    assert [article.document_id for reading in readings for article in reading.articles] == ["a"]
    assert "not a table" in str(readings[0].problems[0][Col.REASON])


def test_strange_names_are_only_names() -> None:
    names = ("-c import os.html", "a\0b.html", "\ud800.html", "x" * 300 + ".html", "$(reboot).html", "<b>.html")
    readings = read_all(*((name, PAGE) for name in names))
    assert [len(reading.articles) for reading in readings] == [1] * len(names)


def test_a_guessed_encoding_is_said() -> None:
    text = (
        "Le ministre a nié lundi l'existence d'un tel projet et a appelé le rapport une pure invention étrangère. " * 3
    )
    (reading,) = read_all(("ancien.txt", text.encode("cp1252")))
    assert "nié" in reading.articles[0].text
    assert "a guess" in str(reading.problems[0][Col.REASON])


def test_external_entities_of_feeds_and_documents_are_not_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET", encoding="utf-8")
    head = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file://{secret}">]>'
    item = f"<item><title>t &x;</title><description>{SENTENCE} &x;</description></item>"
    feed = f"{head}<rss><channel>{item}</channel></rss>"
    readings = read_all(
        ("a.rss", feed.encode()), ("a.html", f"{head}<html><body><p>{SENTENCE} &x;</p></body></html>".encode())
    )
    assert "SECRET" not in "".join(article.text + article.title for r in readings for article in r.articles)


def test_entities_that_multiply_are_cut_short() -> None:
    lines = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a0 "laugh">{lines}]>'
    feed = f"{head}<rss><channel><item><title>&a9;</title></item></channel></rss>"
    (reading,) = read_all(("laughs.rss", feed.encode()))
    assert sum(len(article.text) for article in reading.articles) < 10_000


def test_a_parser_that_takes_too_long_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "slow.py").write_text("def parse(data, name):\n    while True:\n        pass\n", encoding="utf-8")
    (tmp_path / "run.py").write_bytes((isolation.PARSERS / "run.py").read_bytes())
    monkeypatch.setattr(isolation, "PARSERS", tmp_path)
    with pytest.raises(ArticleError, match=r"'x' took more than 0\.5 s"):
        isolation.parse("slow", b"", "x", seconds=0.5)


@pytest.mark.parametrize(
    ("body", "reason"),
    [("return bytearray(3 << 30) and []", "memory"), ("raise RuntimeError('odd')", "odd"),
     ("import os; os.kill(os.getpid(), 9)", "signal 9"), ("raise ValueError('it is green')", "it is green")],
)  # fmt: skip
def test_a_parser_that_fails_fails_alone(
    body: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bad.py").write_text(f"def parse(data, name):\n    {body}\n", encoding="utf-8")
    (tmp_path / "run.py").write_bytes((isolation.PARSERS / "run.py").read_bytes())
    monkeypatch.setattr(isolation, "PARSERS", tmp_path)
    with pytest.raises(ArticleError, match=reason):
        isolation.parse("bad", b"", "x")
