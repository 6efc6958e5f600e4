"""What the tests of cases put into them."""

import io
import json
import zipfile

from analysis.articles import Article
from analysis.cases import CaseStore
from analysis.corrections import Correction
from analysis.readers import pasted, read_sources

TEXTS = (
    "French President Emmanuel Macron denied the report on Monday.\nAdvertisement\nBerlin said 12 ships had left.",
    "Germany said 14 ships had left the port. Turkey has made no statement.",
    "The Kremlin rejected the claim, and the White House called on both sides to talk.",
)
BRIEF = {"title": "Ships", "choices": [{"key": "quotes", "caption": "mine"}]}
CHECK = Correction(kind="check", target={"table": "actors", "entity_id": "country:FRA"}, why="read twice")


def fill(store: CaseStore, case_id: str, *texts: str) -> list[Article]:
    """Bring texts into a case as an analyst pastes them; the articles that they became."""
    readings = read_sources(pasted(text, number) for number, text in enumerate(texts, 1))
    return [article for reading in readings for article in store.add(case_id, reading)]


def case_of(data: bytes) -> dict[str, object]:
    """What an exported case says of itself."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return dict(json.loads(archive.read("case.json")))


def changed(data: bytes, member: str, content: bytes) -> bytes:
    """An exported case with one member's content replaced."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, content if name.startswith(member) else old.read(name))
    return stream.getvalue()
