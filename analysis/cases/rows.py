"""Articles, problems and corrections as the values of the store's columns, and back."""

import dataclasses
import datetime
import json
from collections.abc import Mapping
from typing import Any

from analysis.articles import Article
from analysis.columns import Col
from analysis.corrections.records import Correction
from analysis.settings import Settings
from analysis.tables import Row


def now() -> str:
    """This moment, ISO 8601 in UTC."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")


def to_json(values: Mapping[str, Any]) -> str:
    """A mapping as text, order of keys aside."""
    return json.dumps(values, ensure_ascii=True, sort_keys=True)


def settings_json(settings: Settings) -> str:
    """The settings that differ from the defaults: a case gets what a later version does better."""
    defaults = Settings().to_dict()
    return to_json({name: value for name, value in settings.to_dict().items() if value != defaults[name]})


def settings_of(text: str) -> Settings:
    """The settings of such a text, less those that this version does not have."""
    known = Settings().to_dict()
    return Settings.from_dict({name: value for name, value in json.loads(text).items() if name in known})


def imprint_json(article: Article) -> str:
    """Everything known about an article but its text."""
    imprint = {item.name: getattr(article, item.name) for item in dataclasses.fields(article) if item.name != "text"}
    return to_json(imprint)


def text_bytes(article: Article) -> bytes:
    """The text as bytes: text from a .jsonl need not be valid Unicode."""
    return article.text.encode("utf-8", "surrogatepass")


def article_of(imprint: str, text: bytes) -> Article:
    """The article of an imprint and a text."""
    fields = json.loads(imprint)
    dropped, kept = (tuple((int(a), int(b)) for a, b in fields.pop(name, ())) for name in ("dropped", "kept"))
    return Article(text=bytes(text).decode("utf-8", "surrogatepass"), dropped=dropped, kept=kept, **fields)


def problem_json(row: Row) -> str:
    """A PROBLEMS row."""
    return to_json({str(key): value for key, value in row.items()})


def problem_of(text: str) -> Row:
    """The PROBLEMS row of its text."""
    return {Col[name.upper()]: value for name, value in json.loads(text).items()}


def correction_of(text: str) -> Correction:
    """The correction of its text."""
    return Correction.from_dict(json.loads(text))
