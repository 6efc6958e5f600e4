"""Who sent a mail message: a person, an outlet, or a person for an outlet.

Newsletters carry the outlet in the sender's name (`Baltic Post <newsletter@...>`), colleagues and press officers their
own. The name, the mailbox and the list's headers tell which; where they do not, the sender is a person, since a person
taken for an outlet would count as a source of its own in every chart.
"""

import re

from analysis.masthead.bylines import is_full_name
from analysis.masthead.outlets import is_name, is_outlet, outlet_named
from analysis.masthead.words import word_list

PASSED_ON = "passed on"
"""A message that somebody passed on: its list's headers are gone."""
_OF = re.compile(r"(?: +(?:from|at|via|for|of|@|[|/–—-]) +|, +)(?=\S)")


def sender_of(name: str, address: str, mailing: str) -> tuple[str, str]:
    """Author and outlet of a message, each empty where the headers do not say.

    Args:
        name: The sender's name as displayed.
        address: The sender's address.
        mailing: The name of the list that it was sent to, "bulk" without a name, PASSED_ON, or empty: sent to a few.
    """
    name = " ".join(name.strip(" \"'“”").split())
    mailbox = address.partition("@")[0].casefold()
    is_outlets = _is_outlets(mailbox)
    is_many = is_outlets or mailing not in ("", PASSED_ON)
    for mark in _OF.finditer(name):
        left, right = name[: mark.start()], name[mark.end() :]
        if outlet_named(right) or (is_many and is_name(right) and mark[0].strip() in {"from", "at", "via", "|"}):
            return (left if _is_person(left) else ""), right
    if outlet_named(name, alone=not is_many):
        return "", _without_mailing(name)
    if not name or not is_many or (not is_outlets and mailing != name and _is_in(mailbox, name)):
        return name or ("" if is_many else address), ""
    return "", _without_mailing(name)


def _is_outlets(mailbox: str) -> bool:
    """Whether a mailbox is none of a person's."""
    return bool(word_list("mailboxes").intersection({mailbox, *re.split(r"[._+-]", mailbox)}))


def _is_in(mailbox: str, name: str) -> bool:
    """Whether a mailbox is called after somebody: ann@, a.reporter@, annreporter@."""
    return any(len(word) > 2 and word in mailbox for word in re.findall(r"[^\W\d_]+", name.casefold()))


def _is_person(name: str) -> bool:
    words = set(name.casefold().split())
    return is_full_name(name) and not outlet_named(name, alone=True) and not words & (word_list("mailings") | {"the"})


def _without_mailing(name: str) -> str:
    """`Baltic Post Newsletter` is the Baltic Post, `BBC Breaking News` the BBC and `Sky News` Sky News."""
    words = name.split()
    beginnings = [" ".join(words[:end]) for end in range(len(words), 0, -1)]
    added = word_list("mailings") | word_list("generic")
    for beginning in beginnings:
        if is_outlet(beginning):
            return beginning
        if words[len(beginning.split()) - 1].casefold() not in added:
            break
    while len(words) > 1 and words[-1].casefold() in word_list("mailings"):
        words = words[:-1]
    return " ".join(words)
