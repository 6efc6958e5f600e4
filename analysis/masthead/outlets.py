"""Names of outlets: those that are known, and those that a word such as Herald or Gazette shows to be one.

A name that only could be an outlet's - `Kestrel, 14 March 2024` may be a town - is left alone: an analyst fills a blank
and does not look for a wrong name.
"""

import functools
import re

from analysis.masthead.words import word_list
from analysis.origins.names import load_names

_SITE = re.compile(
    r"(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+(?:com|org|net|info|news|press|media|int|edu|gov|example|[a-z]{2}))/?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_](?:[\w'’&.-]*\w)?|\d+")
_EDITION = re.compile(
    r" (?:english|arabic|russian|africa|asia|europe|international|world|news|online|us|uk|usa|edition|\.com)+$"
)
"""What an outlet's name gets for one of its editions."""
_LONGEST = 6
"""Words of an outlet's name (Frankfurter Allgemeine Zeitung, The Bulletin of the Atomic Scientists) [words]."""
_TITLE_MARKS = re.compile(r" +(?:[|·•–—«»]|-{1,2}|::?) +")


def outlet_named(text: str, *, alone: bool = False) -> str:
    """The name, where a stretch of a source line is an outlet's name and nothing else; empty otherwise.

    Args:
        text: The stretch, such as what stands between two bars.
        alone: Nothing beside it shows that the line says where the article is from.
    """
    name = text.strip(' \t()[]*_“”"').removesuffix(".")
    if site := _SITE.fullmatch(name):
        return site[1].lower()
    if is_outlet(name) or _looks_like_one(name, alone=alone):
        return name
    return ""


def is_outlet(name: str) -> bool:
    """Whether it is a name by which an agency, newspaper, broadcaster or site is known."""
    bare = _bare(name)
    return bare in _known() or bool((edition := _EDITION.search(bare)) and bare[: edition.start()] in _known())


def is_agency(name: str) -> bool:
    """Whether it is a name by which a news agency is known."""
    return _bare(name) in _agencies()


def outlet_of_title(title: str) -> tuple[str, str]:
    """`Minister denies plan | The Harbour Post`, as pages are titled: the headline, and the outlet or an empty text."""
    marks = list(_TITLE_MARKS.finditer(title))
    for headline, name in (
        *((title[: mark.start()], title[mark.end() :]) for mark in marks[-1:]),
        *((title[mark.end() :], title[: mark.start()]) for mark in marks[:1]),
    ):
        if (outlet := outlet_named(name)) and len(headline.split()) > 1:
            return headline.strip(), outlet
    return title, ""


def is_name(text: str) -> bool:
    """Whether every word is written as those of names are: with a capital, or one of the small words within them."""
    words = text.split()
    capital = [word for word in words if word.strip("(\"“'").casefold() not in word_list("links")]
    return bool(capital) and all(word.lstrip("(\"“'")[:1].isupper() or word[:1].isdigit() for word in capital)


def _looks_like_one(name: str, *, alone: bool) -> bool:
    words = [word.casefold() for word in _WORD.findall(name)]
    if not 2 <= len(words) <= _LONGEST or not is_name(name) or word_list("generic").issuperset(words):
        return False
    if alone:
        return words[0] in {"the", "daily"} and words[-1] in word_list("sure")
    return words[-1] in word_list("last") or words[0] == "daily"


def _bare(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").removeprefix("the ").split())


@functools.cache
def _known() -> frozenset[str]:
    names = load_names()
    forms = (form for group in (names.agencies, names.outlets) for name in group for form in (name, *group[name]))
    return frozenset(_bare(form) for form in forms)


@functools.cache
def _agencies() -> frozenset[str]:
    names = load_names()
    return frozenset(_bare(form) for name in names.agencies for form in (name, *names.agencies[name]))
