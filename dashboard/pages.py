"""The menu: one entry per page. A new page is a module in views/ with `render(view)` and one line here."""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.view import View
from dashboard.views import actors, agreement, briefing, methods, overview, responses, side_by_side, sources


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the dashboard.

    Attributes:
        title: Its name in the menu and its heading.
        path: Its part of the address.
        icon: Material Symbols name.
        question: What it answers, in one sentence.
        render: Draws it.
    """

    title: str
    path: str
    icon: str
    question: str
    render: Callable[[View], None]


PAGES: tuple[Page, ...] = (
    Page("Overview", "overview", "dashboard", "What the articles tell, at a glance.", overview.render),
    Page("Sources", "sources", "library_add", "Your cases: bring articles in and put them right.", sources.render),
    Page("Actors", "actors", "groups", "Who is in the story, and in which outlet.", actors.render),
    Page(
        "Country responses",
        "country-responses",
        "public",
        "What each country did or said, and which stayed silent.",
        responses.render,
    ),
    Page(
        "Source agreement",
        "source-agreement",
        "compare_arrows",
        "What is corroborated, what is disputed, what hangs on one outlet.",
        agreement.render,
    ),
    Page(
        "Side by side",
        "side-by-side",
        "view_column",
        "Two to four outlets' articles, with what they share and where they differ.",
        side_by_side.render,
    ),
    Page(
        "Briefing",
        "briefing",
        "slideshow",
        "Charts, tables and passages as a deck, a document, a workbook or a page.",
        briefing.render,
    ),
    Page("Methods", "methods", "science", "How the figures were made and how far they can be trusted.", methods.render),
)
