"""Who may be credited in an article, and what a credit to them looks like."""

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from analysis.origins.names import load_names

AGENCY, OUTLET = "agency", "outlet"
VERBS = (
    r"(?:report(?:s|ed)?|said|says|wrote|writes|quote[sd]|cite[sd]|announced|confirmed|believes?|assess(?:es|ed)?|"
    r"note[sd]|points? out|concluded?|estimate[sd]?|found|claim(?:s|ed)?|judge[sd]?|argue[sd]?|reveal(?:s|ed)|"
    r"disclosed|published|aired|broadcast|learned|understands)"
)
ADVERBS = r"(?:also |earlier |first |later |has |had |have |previously |on \w+day |\w+day )*"
_MEDIUM = r"(?: (?:news|newspaper|daily|weekly|magazine|website|site|channel|outlet|agency|broadcaster|television|TV))*"
_CITING = r"(?:, (?:citing|quoting) [^,.]{1,60})?"
_BEFORE = (
    r"told", r"according to", r"citing", r"cited by", r"quoted by", r"text by", r"via", r"reported by", r"source:",
    r"(?:talk|speak)ing (?:to|with|on)", r"spoke (?:to|with|on)", r"interview(?:ed)? (?:with|by|to|on|in|for)",
    r"(?:comment|remark|statement)s? to", r"(?:published|reports?|article|story) (?:by|in|from)", r"writing (?:in|for)",
    r"(?:obtained|seen|carried|aired|broadcast) by",
)  # fmt: skip
"""Words before a name that make it a source; a plain `by` counts for agencies alone (`text by`, `photo by`)."""
_FILLER = (
    r"(?:(?:the|a|an|its|local|public|state|private|news|newspaper|daily|site|website|channel|agency|outlet|media|"
    r"broadcaster|television|radio|state-run|state-owned|US|U\.S\.|[A-Z][a-z]+(?:an|ish|ese|ch|i|ek)) ){0,5}"
)
"""What may stand between: `told the Ukrainian news outlet ...`."""
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_ENDS = rf"(?!\w)(?!['’]s? (?!report|article|story|investigation|account))(?! (?!{_DAY}\b)[A-Z])"
"""The name ends here: neither the `Guardian Council` nor `the BBC's headquarters` is an outlet that is credited."""


@dataclass(frozen=True, slots=True)
class Cited:
    """An agency or outlet that articles may credit.

    Attributes:
        kind: AGENCY or OUTLET.
        name: Its name.
        forms: The names that a credit uses.
    """

    kind: str
    name: str
    forms: tuple[str, ...]

    def is_named(self, text: str) -> bool:
        """Whether a text has any of its names; what has none is not searched for credits."""
        return any(_bare(form) in text for form in self.forms)

    def is_credited(self, text: str) -> bool:
        """Whether a text names it as a source."""
        return self.is_named(text) and bool(_credit(self.kind, self.forms).search(text))

    def publishes(self, publisher: str) -> bool:
        """Whether it is the outlet of that name."""
        return publisher_name(publisher).lower() in {_bare(form).lower() for form in (self.name, *self.forms)}


@functools.lru_cache(maxsize=10_000)
def publisher_name(publisher: str) -> str:
    """An outlet's name as others cite it: without its country, its agency, or `The`."""
    name = re.sub(r"\s*\(.*?\)", "", publisher)
    return _bare(re.split(r",\s|;\s|\svia\s", name)[0].strip())


def who_may_be_cited(publishers: Iterable[str]) -> list[Cited]:
    """Agencies and outlets that are known, and those of the publishers that no list has."""
    known = _known()
    listed = {_bare(form).lower() for cited in known for form in (cited.name, *cited.forms)}
    new = sorted({publisher_name(publisher) for publisher in publishers})
    return [*known, *(Cited(OUTLET, name, (name,)) for name in new if len(name) > 1 and name.lower() not in listed)]


@functools.lru_cache(maxsize=1)
def _known() -> tuple[Cited, ...]:
    names = load_names()
    lists: Mapping[str, Mapping[str, tuple[str, ...]]] = {AGENCY: names.agencies, OUTLET: names.outlets}
    return tuple(Cited(kind, name, forms) for kind, entries in lists.items() for name, forms in entries.items())


@functools.lru_cache(maxsize=1024)
def _credit(kind: str, forms: tuple[str, ...]) -> "re.Pattern[str]":
    """A credit to an agency or outlet; made for those that a text has, since it has few of the many."""
    written = "|".join(_written(form) for form in sorted(forms, key=len, reverse=True))
    before = "|".join((*_BEFORE, r"by") if kind == AGENCY else _BEFORE)
    return re.compile(
        rf"\((?:[\w. ]+[/;,] ?)?(?:{written})\)"
        rf"|\b(?i:{before})\s+{_FILLER}(?:{written}){_ENDS}"
        rf"|(?<![\w-])(?:{written}){_ENDS}{_MEDIUM}{_CITING},? {ADVERBS}{VERBS}\b(?! in a statement)"
    )


def _written(form: str) -> str:
    """A name as a pattern; `The Times` also as `the Times`, never as `Times`."""
    return rf"[Tt]he {re.escape(form[4:])}" if form.startswith("The ") else rf"(?:[Tt]he )?{re.escape(form)}"


def _bare(name: str) -> str:
    return name.removeprefix("The ")


_ORIGIN = r"(?:[A-Z][a-z]+(?:an|ish|ese|ch|i|ek|k) )"
_MEDIA = re.compile(
    rf"\b({_ORIGIN}?(?:state |local |national |foreign |independent |regional )?[Mm]edia)"
    r"(?:(?: outlets?| reports?| organi[sz]ations?)\b)?(?: in ((?:[A-Z]\w+ ?)+))?"
)


def media_credited(text: str) -> Sequence[str]:
    """Media that a text credits without naming an outlet: `Iraqi media reported`, `according to local media`."""
    found = []
    for match in _MEDIA.finditer(text):
        media = re.escape(match[0].strip())
        if re.search(
            rf"\b(?i:according to|citing|reported by|quoted by)(?: \w+){{0,2}} {media}|{media} {ADVERBS}{VERBS}\b", text
        ):
            found.append(match[1][0].upper() + match[1][1:] + (f" in {match[2].strip()}" if match[2] else ""))
    return found
