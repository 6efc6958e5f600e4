"""The spaCy pipeline: loaded once, its files checked. No other module loads a model.

The parser sees paragraphs: a headline without a full stop must not run into the text under it, so every paragraph
starts a sentence. Furniture is blanked before parsing, so tokens' offsets are offsets into the article as read.
"""

import functools
import hashlib
import importlib.util
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from analysis.articles import Article
from analysis.cleaning import furniture_of, mask
from analysis.errors import ModelError
from analysis.settings import Settings

MAX_SENTENCE_TOKENS = 250
"""The longest sentence that is read as one [tokens]; reporters' longest have about a hundred."""

_FULL_STOPS = frozenset({".", "!", "?", "…"})
_QUOTED = re.compile(
    r"""
    "[^"\n]*"? | “[^”\n]*”? | „[^“”\n]*[“”]? | «[^»\n]*»?  # what stands within double marks stays as it is
    | (?<![\w'’]) '                             # opens at the start of a word ...
    (?! (?: tis|twas|em|til|cause|bout|n) \b )   # that is not one with its first letters left out
    ( [A-Za-z] (?: [^'"\n] | \b'\b ){1,200}? )  # an apostrophe within a word ends nothing
    (?<= [\w.,!?…] ) ' (?! [\w'] )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A stretch between double marks, or between straight single ones (group 1), within a line."""
_DATELINE = re.compile(
    r"""
    ^[ \t]*
    (?: [A-Z][A-Z.'’/ -]{2,}[A-Z] (?:,[ ][\w., ]{2,30})? \.? (?:[ ]?\([\w ,./]{2,30}\))?  # MINSK, June 3 (agency)
      | [A-Z][\w.'’/ -]{2,40} (?:,[ ][\w., ]{2,30})? [ ]?\([\w ,./]{2,30}\)               # Minsk (agency)
    )
    [ ]?(?:--|[—–-])[ ]+(?=["“'‘A-Z0-9])
    """,
    re.VERBOSE | re.MULTILINE,
)
"""Where and by whom a report was written, at the beginning of a paragraph: no part of its first sentence."""
_RANKS = (
    "Adm", "Amb", "Brig", "Capt", "Cdr", "Cmdr", "Col", "Comm", "Cpl", "Det", "Ens", "Fr", "Gen", "Gov", "Hon", "Insp",
    "Lt", "Maj", "Msgr", "Pres", "Prof", "Pvt", "Rep", "Rev", "Sen", "Sgt", "Spc", "Supt",
)  # fmt: skip
"""Ranks and titles as they are cut short before a name; in pairs too (Brig.-Gen.)."""
_CUT_SHORT = re.compile(rf"(?:(?:{'|'.join(_RANKS)}|Vice|Rear)\.?[- ]?)*(?:{'|'.join(_RANKS)})\.?")
_DOMAINS = frozenset(
    {"az", "com", "eu", "ge", "kg", "kz", "md", "net", "org", "ru", "tj", "tm", "tr", "tv", "ua", "uz"}
)
"""Ends of outlets' names that are addresses, printed with a blank (News. Az); none is an English word."""
_RECORDED = Path(__file__).with_name("models.toml")


@Language.component("paragraph_starts")
def paragraph_starts(doc: Doc) -> Doc:
    """Make the first token of every paragraph the start of a sentence, and no line break the start of one.

    A stretch of more than MAX_SENTENCE_TOKENS without a full stop is cut too: it is a list, a table or a text made to
    harm, and what reads a sentence takes time by the square of its length.
    """
    is_break = re.compile(r"\n\s*\n" if _is_hard_wrapped(doc.text) else r"\n").search
    at_start, length = True, 0
    for token in doc:
        if token.is_space:
            at_start = at_start or bool(is_break(token.text))
            token.is_sent_start = token.i == 0
            continue
        if at_start or length == MAX_SENTENCE_TOKENS:
            token.is_sent_start = True
            length = 0
        at_start = False
        length = 0 if token.text in _FULL_STOPS else length + 1
    return doc


def _is_hard_wrapped(text: str) -> bool:
    """Whether lines end at a margin and not at a paragraph: then many of them begin in the middle of a sentence."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return len(lines) > 3 and sum(line[0].islower() for line in lines) > len(lines) / 4


@Language.component("datelines")
def datelines(doc: Doc) -> Doc:
    """Let the report begin after its dateline: `OSLO, May 3 (AP) - ` is no subject of the verb that follows."""
    for match in _DATELINE.finditer(doc.text):
        place = doc.char_span(*match.span(), alignment_mode="contract")
        if place is not None and place.end < len(doc):
            for token in place[1:]:
                token.is_sent_start = False
            doc[place.end].is_sent_start = True
    return doc


def is_dateline(sent: Span) -> bool:
    """Whether a sentence tells only where and by whom a report was written, which claims nothing."""
    found = _DATELINE.match(sent.doc.text, sent.start_char)
    return found is not None and found.end() >= sent.end_char


@Language.component("unbroken_names")
def unbroken_names(doc: Doc) -> Doc:
    """Let no sentence start within a name: after a rank cut short (Brig.-Gen. Amir Levi), or in an outlet's address."""
    for token in doc[1:]:
        stop = token.nbor(-1)
        if not stop.text.endswith(".") or not token.text[:1].isupper() or token.is_sent_start:
            continue
        head = stop.nbor(-1) if stop.text == "." and stop.i else stop
        is_address = stop.text == "." and token.lower_ in _DOMAINS and head.text.istitle()
        if is_address or (_CUT_SHORT.fullmatch(head.text) and not token.is_stop):
            token.is_sent_start = False
    return doc


@functools.lru_cache(maxsize=2)
def load_pipeline(model: str) -> Language:
    """The named pipeline, checked and with paragraph starts.

    Raises:
        ModelError: it is not installed, is not an English pipeline with tagger, parser and entities, or its files are
            not those that were recorded.
    """
    check_files(model)
    nlp = spacy.load(model)
    lacking = {"parser", "ner", "lemmatizer"} - set(nlp.pipe_names)
    if nlp.lang != "en" or lacking:
        raise ModelError(
            f"The pipeline {model!r} is {nlp.lang!r} and lacks {sorted(lacking)}; an English one is needed."
        )
    nlp.add_pipe("paragraph_starts", before="parser")
    nlp.add_pipe("datelines", after="paragraph_starts")
    nlp.add_pipe("unbroken_names", after="datelines")
    tokenizer: Any = nlp.tokenizer
    for rank in (*_RANKS, *(f"{first}.-{rank}" for first in _RANKS for rank in _RANKS)):
        tokenizer.add_special_case(f"{rank}.", [{"ORTH": f"{rank}."}])
    return nlp


def check_files(model: str) -> str:
    """One SHA-256 over all files of an installed pipeline, after each was compared with the recorded one, if any.

    Raises:
        ModelError: the package is missing, or a file lacks, was added or differs.
    """
    spec = importlib.util.find_spec(model) if model.isidentifier() else None
    if spec is None or not spec.submodule_search_locations:
        raise ModelError(
            f"The language pipeline {model!r} is not installed; run `pip install -r requirements.txt`, "
            "or name an installed English spaCy pipeline in the settings."
        )
    folder = Path(next(iter(spec.submodule_search_locations)))
    recorded = tomllib.loads(_RECORDED.read_text(encoding="utf-8")).get(model)
    if recorded is not None:
        folder = folder / f"{model}-{recorded['version']}"
    total = hashlib.sha256()
    for name, digest in _sums(folder, recorded["sha256"] if recorded else None).items():
        total.update(f"{name} {digest}\n".encode())
    return total.hexdigest()


def _sums(folder: Path, recorded: dict[str, str] | None) -> dict[str, str]:
    if recorded is None:
        files = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix not in {".py", ".pyc"})
        return {path.relative_to(folder).as_posix(): _sha256(path) for path in files}
    for name, digest in recorded.items():
        path = folder / name
        if not path.is_file() or _sha256(path) != digest:
            state = "differs from the recorded one" if path.is_file() else "is missing"
            raise ModelError(f"The model file {name!r} of {folder.name} {state}; reinstall it from requirements.txt.")
    return recorded


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def parse(articles: Iterable[Article], settings: Settings) -> Iterator[tuple[Article, Doc]]:
    """Each article with its parsed Doc, in order, in batches; no more than a batch is held at a time."""
    nlp = load_pipeline(settings.model)
    texts = ((_with_double_marks(mask(article.text, furniture_of(article))), article) for article in articles)
    for doc, article in nlp.pipe(texts, as_tuples=True, batch_size=settings.batch_size):
        yield article, doc


def _with_double_marks(text: str) -> str:
    """The text, as long as before, with '...' written as \"...\": the parser takes a single mark for a possessive."""
    return _QUOTED.sub(lambda found: f'"{found[1]}"' if found[1] else found[0], text)
