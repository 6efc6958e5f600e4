"""What mail programs and lists add to an article: offers to unsubscribe, notices, headers of a passed-on mail."""

import re
from collections.abc import Sequence

_MAIL = r"(?:e-?mails?|newsletters?|messages?|mailings?|mail|updates)"
_OFFERS = (
    r"(?:please |click here |tap here )?(?:to )?(?:unsubscribe|opt[ -]out)"
    r"(?: here| now| from (?:this|these|our|all) .{1,40})?",
    rf"(?:view|read|open|see)(?: this| the)?(?: {_MAIL}| version| issue)? (?:in|on|as)(?: a| your| the)? (?:web ?)?"
    r"(?:browser|page|online)",
    r"(?:view|read)(?: it)? online|web version|view as a web ?page",
    rf"(?:forward|send|recommend)(?: this| it)?(?: {_MAIL})? to (?:a )?friends?(?: or colleague)?",
    rf"(?:(?:manage|update|change|edit)(?: your)? )?(?:(?:{_MAIL}|subscription|account) )?"
    r"(?:preferences|settings|profile)",
    r"manage(?: your)? subscriptions?|subscribe(?: now| here)?|sign up(?: here| now)?|(?:no images\? )?click here",
    r"privacy (?:policy|notice|statement)|cookie policy|terms(?: of (?:use|service)| and conditions)?",
    r"contact(?: us)?|help(?: cent(?:er|re))?|advertise(?: with us)?|share on \w+|tweet(?: this)?",
    r"sent from my \w+(?: \w+)?|get outlook for \w+",
)
_OFFER = re.compile(rf"(?:{'|'.join(_OFFERS)})[.:!?]?", re.IGNORECASE)
"""Links under and above a newsletter; a line of these and nothing else is none of its articles."""
_NOTICES = (
    rf"you(?:['’]re| are)? (?:receiv(?:ing|ed)|got|get) (?:this|these|our) {_MAIL}\b.*",
    r"this (?:e-?mail|newsletter) (?:was|has been|is being) (?:sent|delivered) (?:to|by|from)\b.*",
    r"(?:if you|to) (?:no longer (?:wish|want)|(?:would|'d) (?:like|prefer) not|do not (?:wish|want)|don['’]t want)"
    rf" to (?:receive|get) (?:these|this|our|any|further|such|future) (?:\w+ )?{_MAIL}\b.*",
    rf"to (?:unsubscribe|opt[ -]out|stop receiving (?:these|our) {_MAIL}|manage your (?:subscription|preferences))"
    r"(?: from .{1,60})?(?:[,:] .*| click .*| here.*)?",
    r"(?:having )?(?:trouble|problems?) (?:viewing|reading|seeing) this\b.*",
    r"(?:please )?add .{1,80} to your address book.*",
    rf"(?:was|got) this (?:{_MAIL} )?forwarded to you\b.*",
    r"-{2,} ?(?:forwarded|original) message ?-{2,}|begin forwarded message:",
)
_NOTICE = re.compile("|".join(_NOTICES), re.IGNORECASE)
_HEADER = re.compile(r"[> *]*(?:from|to|cc|bcc|sent|date|subject|reply-to):[ *].*", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:[|·•»›>/]|\s[-–—]\s|\s{3,})\s*|[\s:(<\[]*(?:https?://|www\.|mailto:)\S+\s*")


def is_of_mail(around: Sequence[str], line: str) -> bool:
    """Whether a line is an offer or notice of a mailing, or a header of a message that was passed on.

    Args:
        around: The line before, the line itself and the line after, as far as there are such lines: headers come in
            rows, and `Subject: the treaty` alone is a heading.
        line: The line.
    """
    if _HEADER.fullmatch(line):
        return sum(map(bool, map(_HEADER.fullmatch, around))) > 1
    parts = [part.strip() for part in _BETWEEN.split(line) if part.strip(" .,<>()[]:")]
    return bool(_NOTICE.fullmatch(line)) or bool(parts and all(map(_is_offer, parts)))


def ends_mailing(line: str) -> bool:
    """Whether an offer or notice is one of those under the last article of a mailing."""
    return bool(_NOTICE.fullmatch(line)) or "unsubscribe" in line.casefold()


def _is_offer(text: str) -> bool:
    return bool(_OFFER.fullmatch(text)) or all(map(_OFFER.fullmatch, re.split(r",? or | and ", text)))
