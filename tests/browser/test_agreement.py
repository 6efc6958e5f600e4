"""An analyst compares outlets: from a discrepancy to both articles, from claim to claim, with a claim of their own."""

from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import settled, visit

pytestmark = pytest.mark.browser

PAIR = "article=Northern+Herald&article=South+Times+%3Cb%3E"


def column(page: Page, number: int) -> Locator:
    return page.locator(f".st-key-side-column-{number}")


def listening(page: Page) -> None:
    """Wait for the script that follows a key press; it comes after the text. Polling by playwright needs `eval`, which
    the content security policy forbids, so the page looks by itself."""
    page.evaluate(
        "() => new Promise(done => { const look = () => "
        "window.readoutJump === undefined ? setTimeout(look, 50) : done(); look(); })"
    )


def asked_for(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlparse(page.url).query)


def test_a_discrepancy_leads_to_both_passages(page: Page, site: str) -> None:
    visit(page, f"{site}/source-agreement")
    page.get_by_role("tab", name="Discrepancies").click()
    expect(page.get_by_text("3 boats against 5 boats", exact=True)).to_be_visible()
    page.locator('a[href*="claim=d1"]').first.click()  # the menu has a link of that name too
    expect(page.get_by_role("heading", name="Side by side", exact=True)).to_be_visible()
    settled(page)
    for number in (0, 1):
        expect(column(page, number).locator("mark.ro-discrepancy.ro-chosen").first).to_be_in_viewport()
    expect(column(page, 0)).to_contain_text("sinking 3 fishing boats")
    expect(column(page, 1)).to_contain_text("5 fishing boats were lost")
    assert asked_for(page)["claim"] == ["d1"]


def test_next_jumps_in_all_columns_and_a_reload_keeps_it(page: Page, site: str) -> None:
    visit(page, f"{site}/side-by-side?{PAIR}")
    page.get_by_role("button", name="Next").click()
    settled(page)
    page.get_by_role("button", name="Next").click()
    settled(page)
    expect(page.get_by_text("Told by Northern Herald and South Times <b>.")).to_be_visible()
    for number in (0, 1):
        expect(column(page, number).locator('mark.ro-chosen[data-thread="2"]').first).to_be_in_viewport()
    assert asked_for(page)["claim"] == ["g1"]
    page.reload()
    settled(page)
    expect(column(page, 1).locator('mark.ro-chosen[data-thread="2"]').first).to_be_in_viewport()


def test_a_passage_is_chosen_by_keyboard(page: Page, site: str) -> None:
    visit(page, f"{site}/side-by-side?{PAIR}")
    listening(page)
    mark = column(page, 0).locator('mark[data-thread="3"][tabindex="0"]').first
    mark.focus()
    page.keyboard.press("Enter")
    expect(column(page, 1).locator('mark.ro-chosen[data-thread="3"]').first).to_be_in_viewport()
    assert asked_for(page)["claim"] == ["g2"]


def test_a_layer_that_is_switched_off_is_not_marked(page: Page, site: str) -> None:
    visit(page, f"{site}/side-by-side?{PAIR}")
    entities, claims = (column(page, 0).locator(f"mark.ro-{kind}") for kind in ("entity", "claim"))
    expect(entities.first).to_be_visible()
    told = "".join(claims.all_text_contents())
    page.get_by_role("button", name="Actors").click()
    expect(entities).to_have_count(0)
    assert "".join(claims.all_text_contents()) == told != ""


def test_the_text_stands_as_published(page: Page, site: str) -> None:
    visit(page, f"{site}/side-by-side?{PAIR}")
    text = column(page, 0).locator(".ro-text").evaluate("element => element.textContent")
    assert text.startswith("Advertisement\nNorland accused Sudmark of sinking 3 fishing boats on Thursday.\nSudmark")


def test_a_typed_claim_is_held_against_every_outlet(page: Page, site: str) -> None:
    visit(page, f"{site}/source-agreement")
    page.get_by_role("tab", name="Check a claim").click()
    field = page.get_by_role("textbox", name="Claim to check against every article")
    field.fill("Norland accused Sudmark of sinking 3 fishing boats.")
    field.press("Enter")
    expect(page.get_by_text("tell the same").first).to_be_visible()
    expect(page.get_by_text("✓ Northern Herald, 2024-03-01 supports")).to_be_visible()
    assert asked_for(page)["check"] == ["Norland accused Sudmark of sinking 3 fishing boats."]


def test_counting_origins_names_them_in_the_map(page: Page, site: str) -> None:
    visit(page, f"{site}/source-agreement")
    page.get_by_role("radio", name="Count independent origins").or_(
        page.get_by_role("button", name="Count independent origins")
    ).first.click()
    chart = page.locator(".st-key-agreement-claims-chart .js-plotly-plot")
    expect(chart.get_by_text("Coast").first).to_be_attached()
    assert asked_for(page)["count"] == ["Count independent origins"]
