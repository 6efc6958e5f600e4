"""A corpus folder: one .txt file per article and, optionally, sources.csv that says where each is from."""

import csv
from pathlib import Path

from analysis.articles import Article
from analysis.errors import ArticleError, InputError
from analysis.readers.corpus import Corpus, article_from, problem
from analysis.tables import Row

ACCEPTS = "a folder of .txt files, with or without a sources.csv"
SOURCES_COLUMNS = ("file", "publisher", "publisher_country", "url", "published", "title")


def accepts(path: Path) -> bool:
    """A folder is read as a corpus."""
    return path.is_dir()


def read(path: Path) -> Corpus:
    """Every .txt file, in the order of names; other files are left alone."""
    files = sorted(file for file in path.iterdir() if file.suffix.lower() == ".txt" and file.is_file())
    if not files:
        raise InputError(f"The folder {str(path)!r} holds no .txt file. Accepted: {ACCEPTS}.")
    sources = _sources(path / "sources.csv")
    articles: list[Article] = []
    problems: list[Row] = [
        problem("sources.csv", Path(name).stem, ArticleError(f"There is no file {name!r}."), "a file of this folder")
        for name in sources
        if name not in {file.name for file in files}
    ]
    for file in files:
        try:
            text = file.read_bytes().decode("utf-8")
            articles.append(article_from(sources.get(file.name, {}), document_id=file.stem, text=text))
        except UnicodeDecodeError as error:
            reason = ArticleError(f"The file {file.name!r} is not UTF-8: {error.reason} at byte {error.start}.")
            problems.append(problem(file.name, file.stem, reason, "UTF-8 text"))
        except (ArticleError, OSError) as error:
            problems.append(problem(file.name, file.stem, error, "a readable UTF-8 text of an article"))
    return Corpus(tuple(articles), tuple(problems))


def _sources(path: Path) -> dict[str, dict[str, object]]:
    if not path.exists():
        return {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            if "file" not in (reader.fieldnames or ()):
                raise InputError(
                    f"{str(path)!r} has the columns {reader.fieldnames}; 'file' is needed, "
                    f"and {', '.join(SOURCES_COLUMNS[1:])} are read when present."
                )
            return {str(row["file"]): dict(row) for row in reader}
    except UnicodeDecodeError as error:
        raise InputError(f"{str(path)!r} is not UTF-8 at byte {error.start}; save it as UTF-8.") from error
