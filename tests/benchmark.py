"""How long an analysis takes, how much memory it needs, and how long a reader waits for a page: `make benchmark`.

Prints figures and never fails by the clock. The references of the ratios are measured in the same run: spaCy alone over
the same texts, which is what the language pipeline costs before Readout does anything, and a bare streamlit page.
"""

import datetime
import json
import resource
import sys
import tempfile
import time
from pathlib import Path

from analysis import Settings, analyse
from analysis.articles import Article
from analysis.briefing.formats import FORMATS
from analysis.briefing.making import make_brief
from analysis.language import load_pipeline
from analysis.readers import Corpus, read_corpus
from tests.browser import speed
from tests.conftest import SEEDS

COPIES = 20
"""Times the seeds are repeated, each copy another outlet's, so that stages that cross articles have work to do."""


def corpus(copies: int) -> Corpus:
    """The seed articles `copies` times over, under different ids and outlets."""
    seeds = read_corpus(SEEDS).articles
    return Corpus(
        tuple(
            Article(f"{article.document_id}-{copy}", article.text, f"{article.publisher} {copy}")
            for copy in range(copies)
            for article in seeds
        )
    )


def peak_megabytes() -> float:
    """Peak resident memory of this process so far [MB]."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


def measure_briefs() -> None:
    """Every figure of a brief of the seeds in each format, but for PDF, whose time is its converter's."""
    results = analyse(read_corpus(SEEDS))
    for suffix, file_format in FORMATS.items():
        if suffix == ".pdf":
            continue
        started = time.perf_counter()
        content = file_format.write(make_brief(results, made_on=datetime.date(2022, 10, 25)))
        seconds = round(time.perf_counter() - started, 2)
        print(json.dumps({"what": f"brief as {suffix}", "seconds": seconds, "bytes": len(content)}))


def main() -> None:
    """Print one JSON line per measurement."""
    articles = corpus(COPIES)
    started = time.perf_counter()
    nlp = load_pipeline(Settings().model)
    print(json.dumps({"what": "load the pipeline", "seconds": round(time.perf_counter() - started, 2)}))
    started = time.perf_counter()
    words = sum(len(doc) for doc in nlp.pipe(article.text for article in articles.articles))
    reference = time.perf_counter() - started
    print(json.dumps({"what": "spaCy alone", "articles": len(articles.articles), "seconds": round(reference, 2)}))
    for what, part in (("the two seeds", corpus(1)), ("all articles", articles)):
        started = time.perf_counter()
        results = analyse(part)
        seconds = time.perf_counter() - started
        share = reference * len(part.articles) / len(articles.articles)
        figures = {
            "what": f"analyse {what}",
            "articles": len(part.articles),
            "seconds": round(seconds, 2),
            "ratio_to_spacy": round(seconds / share, 2),
            "peak_megabytes": round(peak_megabytes()),
        }
        print(json.dumps(figures))
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        results.write(Path(folder))
        size = sum(path.stat().st_size for path in Path(folder).iterdir())
    print(json.dumps({"what": "write as parquet", "seconds": round(time.perf_counter() - started, 2), "bytes": size}))
    measure_briefs()
    for figures in speed.measured():
        print(json.dumps(figures))
    print(json.dumps({"what": "words", "words": words, "words_per_second_spacy": round(words / reference)}))


if __name__ == "__main__":
    main()
