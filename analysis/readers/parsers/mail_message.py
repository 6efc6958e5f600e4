"""The text of a mail message (.eml) and what its headers say: subject, sender, date.

A message that somebody passed on speaks of the one that was passed on: that one's headers stand in its text.
"""

import email
import email.policy
import email.utils
import re
from email.message import EmailMessage

_PASSED_ON = re.compile(
    r"(?:-{2,} ?(?:forwarded|original) message ?-{2,}|begin forwarded message:|_{10,})\s*"
    r"(?P<headers>(?:[> *]*(?:from|date|sent|subject|to|cc|reply-to):.*\n+){2,})",
    re.IGNORECASE,
)
_HEADER = re.compile(r"[> *]*(from|date|sent|subject):[* ]*(.*)", re.IGNORECASE)
_PREFIX = re.compile(r"(?:(?:fwd?|re|aw|wg|tr|rv|enc|i)(?:\[\d+\])?: *)+", re.IGNORECASE)
_BULK = ("List-Id", "List-Unsubscribe", "Feedback-ID", "X-Campaign", "X-Mailer-RecptId")
"""Headers of what is sent to many at once."""


def parse(data: bytes, name: str) -> list[dict[str, str]]:
    """One document. A message that has only an HTML body gives it as "html", for the reader of web pages."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not message.keys():
        raise ValueError("it has no header; a message saved from a mail program is needed")
    body = message.get_body(preferencelist=("plain", "html"))
    content = body.get_content() if body is not None else ""
    if body is None or not isinstance(content, str) or not content.strip():
        raise ValueError("it holds no text, neither plain nor HTML")
    content = content.replace("\r\n", "\n")
    headers = _passed_on(content) or _headers(message)
    sender, address = email.utils.parseaddr(headers["from"])
    return [
        {
            "html" if body.get_content_type() == "text/html" else "text": content,
            "title": _PREFIX.sub("", headers["subject"].strip(), count=1),
            "sender": sender,
            "address": address,
            "mailing": headers["mailing"],
            "published": headers["date"],
            "language": str(message.get("Content-Language", "")).partition(",")[0].strip(),
        }
    ]


def _headers(message: EmailMessage) -> dict[str, str]:
    """The message's own; "mailing" is the name of its list, or "bulk", or empty where it was sent to a few."""
    listed = email.utils.parseaddr(str(message.get("List-Id", "")))[0]
    is_bulk = any(name in message for name in _BULK) or str(message.get("Precedence", "")).lower() in ("bulk", "list")
    named = {name.lower(): str(message.get(name, "")) for name in ("From", "Subject")}
    return {**named, "date": _date(str(message.get("Date", ""))), "mailing": listed or ("bulk" if is_bulk else "")}


def _passed_on(content: str) -> dict[str, str]:
    """The headers of a message that is passed on in the text of this one; empty where none is."""
    found = _PASSED_ON.search(content)
    if not found:
        return {}
    named = {match[1].lower(): match[2].strip() for match in _HEADER.finditer(found["headers"])}
    date = named.get("date") or named.get("sent", "")
    return {"from": named.get("from", ""), "date": date, "subject": named.get("subject", ""), "mailing": "passed on"}


def _date(value: str) -> str:
    try:
        return email.utils.parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError):
        return ""
