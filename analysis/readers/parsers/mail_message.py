"""The text of a mail message (.eml) and what its headers say: subject, sender, date."""

import email
import email.policy
import email.utils


def parse(data: bytes, name: str) -> list[dict[str, str]]:
    """One document. A message that has only an HTML body gives it as "html", for the reader of web pages."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not message.keys():
        raise ValueError("it has no header; a message saved from a mail program is needed")
    body = message.get_body(preferencelist=("plain", "html"))
    content = body.get_content() if body is not None else ""
    if body is None or not isinstance(content, str) or not content.strip():
        raise ValueError("it holds no text, neither plain nor HTML")
    sender, address = email.utils.parseaddr(str(message.get("From", "")))
    kind = "html" if body.get_content_type() == "text/html" else "text"
    return [
        {
            kind: content.replace("\r\n", "\n"),
            "title": str(message.get("Subject", "")).strip(),
            "author": sender or address,
            "published": _date(str(message.get("Date", ""))),
        }
    ]


def _date(value: str) -> str:
    try:
        return email.utils.parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError):
        return ""
