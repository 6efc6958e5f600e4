"""Page furniture out, offsets kept.

What is not the article (advertisement marks, teasers of other articles, comment forms) is replaced by as many blanks,
so that every offset into the cleaned text is an offset into the text as read. Nothing is removed from what people see:
the REMOVALS table lists each stretch with the rule that took it out.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from analysis.articles import Article
from analysis.mailings import ends_mailing, is_of_mail
from analysis.masthead import imprint_lines


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of an article that is the page's and not the reporter's; [start_char, end_char) code points."""

    start_char: int
    end_char: int
    rule_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str

    @property
    def is_sentence(self) -> bool:
        return len(self.text.split()) >= 8 and self.text.rstrip("”’\"')").endswith((".", "!", "?", "…"))

    @property
    def is_title(self) -> bool:
        return len(self.text) <= 160 and not self.text.endswith((".", "!", "?", "”", '"', ":", ","))


_MARK = re.compile(
    r"(?:advertis(?:e)?ments?|sponsored(?: content)?|story continues below(?: advertisement)?|skip advertisement"
    r"|scroll (?:down )?to continue.*|article continues after.*|continue reading(?: below)?|listen to this article.*"
    r"|share(?: this)?(?: article| story)?|print(?: this)?|save(?: article)?|photo:? .{0,80}|image credits?:.{0,80})",
    re.IGNORECASE,
)
_TEASER_HEADING = re.compile(
    r"(?:other topics of interest|more (?:on this (?:topic|story)|stories|news)|related(?: (?:articles?|stor(?:y|ies)|"
    r"topics?|news|content|coverage))?|read (?:more|also|next)|see also|you may also like|recommended(?: for you)?"
    r"|most (?:read|popular)|trending(?: now)?|editors?['’]? picks?):?",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:to suggest a correction.*|you can also highlight the text and press.*|comments? \(\d+\)"
    r"|leave a (?:comment|reply)|write the first comment.*|post a comment|join the (?:conversation|discussion)"
    r"|(?:sign up|subscribe) (?:to|for) .*"
    r"|(?:©|\(c\)|copyright) .*|all rights reserved.*|follow us on .*|get the latest .* (?:inbox|newsletter).*)",
    re.IGNORECASE,
)
_MAIL = ("furniture-mail", "what a mail program or mailing list adds")
_DROPPED = ("web-page", "not part of the article, as the page is built")
"""Rule and reason of what the reading of a web page left out."""
_UNBROKEN = re.compile(r"\S{300,}")
"""More characters without a blank than a word or an address has: data, ornament, or a text made to harm, for which the
tokenizer needs a time that grows with the square of the length."""
_PRINTED_AT = re.compile(
    r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}, \d{1,2}:\d{2}(?::\d{2})?(?:\s[AP]M)?\s.{1,250}", re.IGNORECASE
)
_PRINTED_FROM = re.compile(
    r"(?:https?|[f\N{LATIN SMALL LIGATURE FI}]i?le)://\S+ \d{1,4}/\d{1,4}|page \d{1,4} (?:of|/) \d{1,4}", re.IGNORECASE
)
"""The moment and title, the address and the number of the page, as browsers print them together on its edges."""
_BARE_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def furniture_of(article: Article, *, is_all: bool = False) -> list[Furniture]:
    """What of an article is not read: what the reading of its page left out, and furniture among what it let in.

    Args:
        article: The article.
        is_all: Also what the analyst put back.
    """
    kept = () if is_all else article.kept
    dropped = [Furniture(*stretch, *_DROPPED) for stretch in article.dropped if stretch not in kept]
    found = find_furniture(mask(article.text, dropped), kept)
    return sorted([*dropped, *found], key=lambda item: item.start_char)


def without(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """What is read of a text and nothing else, for what looks at whole texts; no offset holds in it.

    Args:
        text: The article as read.
        stretches: Those that are left out, as [start, end), in reading order.
    """
    parts: list[str] = []
    at = 0
    for start, end in stretches:
        parts.append(text[at:start])
        at = end
    return "".join([*parts, text[at:]]).strip("\n")


def find_furniture(text: str, kept: Collection[tuple[int, int]] = ()) -> list[Furniture]:
    """Stretches of page furniture in reading order, none overlapping; empty when there are none.

    Whole lines are taken, and of other lines what no sentence has: hundreds of characters without a blank. A teaser is
    its heading, the title under it and the one paragraph that follows; its title is often printed above it too.

    Args:
        text: The article as read.
        kept: Stretches that the analyst put back, as [start, end); they are the article's, whatever they look like.
    """
    lines = [_Line(match.start(), match.end(), match.group().strip()) for match in re.finditer(r"[^\n]+", text)]
    lines = [line for line in lines if line.text]
    taken: dict[int, Furniture] = {}
    for index, line in enumerate(lines):
        for position, rule_id, reason in _rules(lines, index, line):
            taken.setdefault(position, Furniture(lines[position].start, lines[position].end, rule_id, reason))
    for start, _ in imprint_lines(text, passed_over={item.start_char for item in taken.values()}):
        for at, line in enumerate(lines):
            if line.start <= start < line.end:
                taken.setdefault(at, Furniture(line.start, line.end, "furniture-imprint", "says where it is from"))
    for at in range(_end_of_mailing(lines, taken), len(lines)):
        if not lines[at].is_sentence:
            taken.setdefault(at, Furniture(lines[at].start, lines[at].end, *_MAIL))
    found = [taken[position] for position in sorted(taken)]
    found = sorted([*found, *_unbroken(mask(text, found))], key=lambda item: item.start_char)
    return [item for item in found if (item.start_char, item.end_char) not in kept]


def _end_of_mailing(lines: list[_Line], taken: Mapping[int, Furniture]) -> int:
    """The first line of the second half that offers to unsubscribe or says why the mail came; addresses follow it."""
    ends = (at for at, item in sorted(taken.items()) if item.rule_id == _MAIL[0] and at >= len(lines) // 2)
    return next((at for at in ends if ends_mailing(lines[at].text)), len(lines))


def _unbroken(text: str) -> Iterator[Furniture]:
    for match in _UNBROKEN.finditer(text):
        reason = f"{len(match[0]):,} characters without a blank are no words"
        yield Furniture(match.start(), match.end(), "furniture-unbroken", reason)


def _rules(lines: list[_Line], index: int, line: _Line) -> Iterator[tuple[int, str, str]]:
    if _MARK.fullmatch(line.text):
        yield index, "furniture-mark", "a mark of the page, alone on its line"
    beside = [item.text for item in lines[max(index - 1, 0) : index + 2]]
    is_edge = _PRINTED_AT.fullmatch(line.text) and any(map(_PRINTED_FROM.fullmatch, beside))
    if is_edge or _PRINTED_FROM.fullmatch(line.text):
        yield index, "furniture-print", "what a browser prints on the edge of a page"
    if _BARE_LINK.fullmatch(line.text):
        yield index, "furniture-link", "an address alone on its line"
    if _TAIL.fullmatch(line.text) and index >= len(lines) // 2:
        yield index, "furniture-tail", "a form or notice after the article"
    if is_of_mail(beside, line.text):
        yield index, *_MAIL
    if _TEASER_HEADING.fullmatch(line.text):
        for position in _teaser(lines, index):
            yield position, "furniture-teaser", "a teaser of another article"


def _teaser(lines: list[_Line], heading: int) -> Iterator[int]:
    yield heading
    if heading + 1 >= len(lines) or not lines[heading + 1].is_title:
        return
    title = lines[heading + 1]
    yield heading + 1
    if heading and lines[heading - 1].text == title.text:
        yield heading - 1
        if heading + 2 < len(lines):
            yield heading + 2


def mask(text: str, furniture: Iterable[Furniture]) -> str:
    """The text with each stretch blanked; same length, line breaks kept, so offsets stay those of the text as read."""
    parts: list[str] = []
    at = 0
    for item in furniture:
        parts += [text[at : item.start_char], " " * (item.end_char - item.start_char)]
        at = item.end_char
    return "".join([*parts, text[at:]])
