"""The lines above an article: headline, outlet, day, author; and what is none of these and must stay unread."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.masthead import headline_of, is_program, outlet_of_title, read_opening, sender_of

PROSE = "The minister denied on Monday that any such plan existed and called the report a fabrication."
HEADLINE = "Minister denies plan to move the fleet"


@pytest.mark.parametrize(
    ("line", "outlet", "day", "author"),
    [
        ("Daily Courier, 14 March 2024, 15:20 GMT", "Daily Courier", "2024-03-14", ""),
        ("By Jane Roe | The Herald | March 3, 2024", "The Herald", "2024-03-03", "Jane Roe"),
        ("Mar. 3, 2024 | By JANE ROE and JOHN DOE | Kestrel Tribune", "Kestrel Tribune", "2024-03-03",
         "JANE ROE and JOHN DOE"),
        ("The Guardian · Thu 14 Mar 2024 15.20 GMT", "The Guardian", "2024-03-14", ""),
        ("Jane Roe, Diplomatic Editor, The Daily Telegraph, 14/03/2024", "The Daily Telegraph", "2024-03-14",
         "Jane Roe"),
        ("Updated: 15 March 2024 | Published: 14 March 2024, 3:20 PM EDT", "", "2024-03-14", ""),
        ("Haaretz (Reuters) | Mar. 3, 2024 5:12 pm IST", "Haaretz", "2024-03-03", "Reuters"),
        ("2024-03-14T15:20:00Z — kyivpost.com", "kyivpost.com", "2024-03-14", ""),
        ("By Jane Roe in London for Kestrel Wire", "Kestrel Wire", "", "Jane Roe"),
        ("By Jane Roe, John Doe and Kim Lee, The Times of India, Updated: Mar 14, 2024", "The Times of India",
         "2024-03-14", "Jane Roe, John Doe and Kim Lee"),
        ("AFP - 14 March 2024", "AFP", "2024-03-14", ""),
        ("Thursday 14th March, 2024", "", "2024-03-14", ""),
        ("March 14, 2024 / 6:20 PM / CBS News", "CBS News", "2024-03-14", ""),
        ("Source: Kestrel", "Kestrel", "", ""),  # the label says what the name is
        ("(The Herald, 03.04.2024)", "The Herald", "", ""),  # March to some and April to others
        ("London, 14 March 2024", "", "2024-03-14", ""),  # a town is no outlet
        ("Kestrel, 14 March 2024", "", "2024-03-14", ""),  # nor what may be one
        ("World News | 14 March 2024", "", "2024-03-14", ""),
        ("BBC News, Oslo", "BBC News", "", ""),
        ("Published By: Jane Roe", "", "", "Jane Roe"),
        ("Published by The Herald on 3 March 2024", "The Herald", "2024-03-03", ""),
        ("Byline: By Jane Roe", "", "", "Jane Roe"),
    ],
)  # fmt: skip
def test_a_source_line_is_read_in_any_order(line: str, outlet: str, day: str, author: str) -> None:
    stated = {"publisher": outlet, "published": day, "author": author}
    fields = {key: value for key, value in stated.items() if value}
    assert read_opening(f"{HEADLINE}\n\n{line}\n\n{PROSE}").fields == {"title": HEADLINE, **fields}
    assert read_opening(f"{line}\n{PROSE}").fields == fields


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the minister had resigned, The Herald said on 3 March 2024.",
        "The Herald, founded on 14 March 1824, will close its doors in Dublin",
        "Source: the minister denied that any plan existed",
        "Author: did the minister know of it?",
        "By Land and by Sea, Aid Reaches Port",
        "Minister Attacks Press, 3 Arrested",
        "Deadline Looms for May 5, 2024 Election",
        "Timeline: Events of 14 March 2024 in Kyiv",
        "The Associated Press (AP) said that the minister had resigned and left for Lisbon.",
        "The navy (Reuters) reported the minister denied on Monday that any such plan existed.",
        "In March 2024 — and before — the minister denied that any such plan existed at all.",
    ],
)
def test_a_sentence_or_headline_is_no_source_line(line: str) -> None:
    found = read_opening(f"{HEADLINE}\n\n{line}\n\n{PROSE}")
    assert found.fields == {"title": HEADLINE}
    assert found.imprint == ()


@pytest.mark.parametrize(
    ("dateline", "expected"),
    [
        ("LONDON, March 3 (Reuters) - ", {"publisher": "Reuters"}),  # without a year there is no date
        ("KYIV, Ukraine (AP) — ", {"publisher": "AP"}),
        ("MOSCOW, March 3. /TASS/. ", {"publisher": "TASS"}),
        ("BEIJING, March 3, 2024 (Xinhua) -- ", {"publisher": "Xinhua", "published": "2024-03-03"}),
        ("(Bloomberg) -- ", {"publisher": "Bloomberg"}),
        ("PARIS, 3 March 2024 – ", {"published": "2024-03-03"}),
        ("LISBON — ", {}),
    ],
)
def test_a_dateline_names_the_agency(dateline: str, expected: dict[str, str]) -> None:
    assert read_opening(dateline + PROSE).fields == expected
    # an outlet that prints the agency's report is named first, and the agency signs
    printed = read_opening(f"The Herald, 4 March 2024\n\n{dateline}{PROSE}").fields
    assert printed["publisher"] == "The Herald"
    assert printed.get("author", "") == expected.get("publisher", "")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"{HEADLINE}\n\n{PROSE}", HEADLINE),
        (f"{HEADLINE}\n{PROSE}", HEADLINE),  # a much longer line under it
        (f"{HEADLINE}\nFleet stays in port, says Kyiv\n\n{PROSE}", HEADLINE),
        (f"{HEADLINE}\n3 hours ago\nBBC News, Oslo\n\n{PROSE}", HEADLINE),
        (f"Press release\nFor immediate release\n\n{HEADLINE}\n\n{PROSE}", HEADLINE),
        (f"WORLD\n\n{HEADLINE}\nBy Jane Roe\n{PROSE}", HEADLINE),
        (f"The Herald\n\n{HEADLINE}\n\n{PROSE}", HEADLINE),
        (f"Minister denies plan to move\nthe fleet\nBy Jane Roe\n{PROSE}", HEADLINE),  # broken as PDF pages are
        (f"{HEADLINE} | The Harbour Post\n\n{PROSE}", HEADLINE),
        (f"Title: {HEADLINE}\nDate: 3 March 2024\n\n{PROSE}", HEADLINE),
        (f"Will the fleet move?\n\n{PROSE}", "Will the fleet move?"),
        (f"{PROSE}\n\n{PROSE}", ""),
        (f"The minister denied it.\n\n{PROSE}", ""),
        ("The minister denied on Monday that a plan existed and called\nRussia a liar in a speech to parliament.", ""),
        ("The minister denied on Monday that a plan existed and called\nthe report a lie in a speech to him.\n", ""),
        (f"{HEADLINE}\n======\n\n{PROSE}", HEADLINE),
        ("A note\n---", ""),
        ("Item one\nItem two\nItem three\n", ""),  # no sentence follows
    ],
)
def test_the_headline_is_the_short_line_above_the_text(text: str, title: str) -> None:
    assert read_opening(text).fields.get("title", "") == title


PARTS = st.sampled_from(
    [HEADLINE, PROSE, "", " ", "---", "# ", "By Jane Roe", "The Herald | 3 March 2024", "a", "By", "|", "\r"]
)


@given(st.lists(PARTS, max_size=14).map("\n".join))
def test_any_text_is_read_and_the_imprint_is_whole_lines_of_it(text: str) -> None:
    imprint = read_opening(text).imprint
    assert [text[start:end] for start, end in imprint if text[start:end] not in text.split("\n")] == []
    assert list(imprint) == sorted(set(imprint))


def test_only_whole_lines_without_an_agency_are_the_imprint() -> None:
    text = f"{HEADLINE}\n\nBy Jane Roe\nReuters, 3 March 2024\n\n{PROSE}"
    assert [text[start:end] for start, end in read_opening(text).imprint] == ["By Jane Roe"]


@pytest.mark.parametrize(
    ("title", "headings", "expected"),
    [
        (f"{HEADLINE} | The Harbour Post", [], (HEADLINE, "The Harbour Post")),
        ("Microsoft Word - draft3.docx", [HEADLINE], (HEADLINE, "")),
        (
            "untitled",
            ["THE HARBOUR POST", HEADLINE],
            (HEADLINE, "THE HARBOUR POST"),
        ),  # a newspaper's name is set larger than all else
        ("Another story that was overwritten", [HEADLINE], (HEADLINE, "")),
        (HEADLINE, ["A pull quote that is set large"], (HEADLINE, "")),  # the text begins with its title
        ("War - live updates", [], ("War - live updates", "")),
    ],
)
def test_the_title_field_gives_way_to_the_heading_that_is_seen(
    title: str, headings: list[str], expected: tuple[str, str]
) -> None:
    assert headline_of(title, headings, f"{HEADLINE}\n{PROSE}") == expected


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("python-docx", True), ("Microsoft Office User", True), ("LaTeX with hyperref", True), ("Skia/PDF m120", True),
        ("pdfTeX-1.40.25", True), ("Windows User", True), ("admin", True), ("Writer", True),
        ("Ann Reporter", False), ("John Word", False), ("Rex Latexer", False), ("Office of the President", False),
    ],
)  # fmt: skip
def test_a_program_is_no_author(author: str, expected: bool) -> None:
    assert is_program(author) is expected


def test_an_outlet_before_the_headline_is_taken_off_too() -> None:
    assert outlet_of_title(f"Kyiv Independent | {HEADLINE}") == (HEADLINE, "Kyiv Independent")


@pytest.mark.parametrize(
    ("name", "address", "mailing", "expected"),
    [
        ("Ann Reporter", "ann@harbourpost.example", "", ("Ann Reporter", "")),
        ("Jane Roe", "jane@list.example", "press-list", ("Jane Roe", "")),  # she wrote to a list
        ("", "ann@harbourpost.example", "", ("ann@harbourpost.example", "")),
        ("Jane Roe, Political Editor", "jane@x.example", "", ("Jane Roe, Political Editor", "")),
        ("Baltic Post Morning", "newsletter@balticpost.example", "Baltic Post Morning", ("", "Baltic Post")),
        ("Kestrel", "hello@kestrel.example", "bulk", ("", "Kestrel")),
        ("Kestrel", "newsroom@kestrel.example", "", ("", "Kestrel")),
        ("The Herald", "jane@herald.example", "", ("", "The Herald")),  # its name tells
        ("BBC Breaking News", "x@bbc.example", "bulk", ("", "BBC")),
        ("Sky News", "x@sky.example", "bulk", ("", "Sky News")),
        ("Jane Roe from The Herald", "newsletter@x.example", "bulk", ("Jane Roe", "The Herald")),
        ("Jane Roe at Kestrel", "noreply@x.example", "bulk", ("Jane Roe", "Kestrel")),
        ("John Doe, The Guardian", "john@g.example", "", ("John Doe", "The Guardian")),
        ("The Morning from Kestrel", "news@kestrel.example", "bulk", ("", "Kestrel")),
        ("", "newsroom@kestrel.example", "bulk", ("", "")),
    ],
)
def test_a_newsroom_is_the_outlet_and_a_person_the_author(
    name: str, address: str, mailing: str, expected: tuple[str, str]
) -> None:
    assert sender_of(name, address, mailing) == expected
