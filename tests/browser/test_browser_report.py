"""The page of one article, in three languages: accessible, quiet, and used as people use it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import khabar
import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
ARABIC, ENGLISH, PERSIAN = "bbc-arabic-scraped.txt", "bbc-english.txt", "bbc-persian.txt"
LANGUAGES = {ARABIC: ("ar", "rtl"), ENGLISH: ("en", "ltr"), PERSIAN: ("fa", "rtl")}
NARROW = {"width": 320, "height": 640}  # CSS pixels: as WCAG's reflow wants it
STRIPPED = '.k-toggle[data-toggle="stripped"]'

Show = Callable[..., Any]


@pytest.fixture
def show(open_page: Callable[..., Any], report: Callable[..., Path]) -> Show:
    """Opens the report of one sample."""

    def shown(name: str, anchor: str = "") -> Any:
        return open_page(report(SAMPLES / name), anchor)

    return shown


def wait_in_window(page: Any, selector: str) -> None:
    """Until the page has scrolled there."""
    page.wait_for_function(
        """selector => {
          const box = document.querySelector(selector).getBoundingClientRect();
          return box.top >= 0 && box.bottom <= innerHeight;
        }""",
        arg=selector,
    )


@pytest.mark.parametrize("name", [*LANGUAGES, "bbc-urdu.txt", "bbc-amp-page.html", "page-dump.txt"])
def test_axe(show: Show, axe: Callable[..., None], name: str) -> None:
    page = show(name)
    axe(page)
    for button in page.locator("button.k-toggle:not([data-toggle=title])").all():
        button.click()
    axe(page)


@pytest.mark.parametrize("name", LANGUAGES)
def test_axe_with_notes_and_on_a_phone(show: Show, axe: Callable[..., None], name: str) -> None:
    page = show(name)
    page.keyboard.press("r")
    axe(page)
    page.set_viewport_size(NARROW)
    axe(page)
    page.keyboard.press("?")
    axe(page)


@pytest.mark.parametrize("name", LANGUAGES)
def test_direction_and_language(show: Show, name: str) -> None:
    article = show(name).locator("article.k-article")
    assert (article.get_attribute("lang"), article.get_attribute("dir")) == LANGUAGES[name]


@pytest.mark.parametrize("name", [*LANGUAGES, "page-dump.txt", "bbc-arabic-glued.txt", "english-page.html"])
def test_every_block_stands_in_its_place(show: Show, name: str) -> None:
    page = show(name)
    trace = khabar.trace((SAMPLES / name).read_bytes())
    shown = page.evaluate("""() => [...document.querySelectorAll(".k-piece")].map(piece => {
        const {label, rule, line} = piece.dataset;
        return [piece.querySelector(".k-text").textContent, label, rule, +line];
    })""")
    assert shown == [[block.text, block.label, block.rule, block.line] for block in trace.blocks]


@pytest.mark.parametrize("name", LANGUAGES)
def test_quotations_are_marked(show: Show, name: str) -> None:
    page = show(name)
    article = khabar.parse((SAMPLES / name).read_bytes())
    parts = page.evaluate("""() => [...document.querySelectorAll(".k-quote")].map(quote =>
        [+quote.dataset.quote, quote.textContent, quote.dataset.kind, quote.dataset.speaker ?? null])""")
    for number, quote in enumerate(article.quotes, 1):
        mine = [part for part in parts if part[0] == number]
        assert "\n\n".join(part[1] for part in mine) == quote.text
        assert {(part[2], part[3]) for part in mine} == {(quote.kind, quote.speaker)}


def test_no_request_and_works_without_a_script(browser: Any, report: Callable[..., Path]) -> None:
    context = browser.new_context(java_script_enabled=False)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    address = report(SAMPLES / ARABIC).as_uri()
    page.goto(address)
    assert asked == [address]
    assert page.locator(".k-piece").count() == page.locator(".k-piece:visible").count()
    context.close()


def test_buttons_hide_and_show(show: Show) -> None:
    page = show(ARABIC)
    buttons = page.locator("button.k-toggle[data-toggle]")
    labels = [button.get_attribute("data-toggle") for button in buttons.all()]
    assert {"paragraph", "caption", "credit", "stripped"} <= set(labels)
    for label in labels:
        mine = "[data-stripped]" if label == "stripped" else f"[data-label={label}]"
        pieces, button = page.locator(f".k-piece{mine}:visible"), page.locator(f'.k-toggle[data-toggle="{label}"]')
        before = pieces.count()
        assert before > 0
        assert button.get_attribute("aria-pressed") == "true"
        button.click()
        assert button.get_attribute("aria-pressed") == "false"
        assert pieces.count() == 0
        button.press("Enter")
        assert pieces.count() == before


def test_keys_reach_everything(show: Show) -> None:
    """Tab goes to each button and each quotation's speaker, and what has the focus is to be seen."""
    page = show(ENGLISH)
    reached = set()
    for _ in range(400):
        page.keyboard.press("Tab")
        at = page.evaluate("""() => {
          const here = document.activeElement;
          if (!here || here === document.body) return null;
          const box = here.getBoundingClientRect();
          const under = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
          const seen = box.width > 0 && (under === null || here.contains(under) || under.contains(here));
          return [here.className + " " + here.id, seen, getComputedStyle(here).outlineStyle];
        }""")
        if at is None:
            break
        name, seen, outline = at
        assert seen, f"{name} has the focus and is hidden"
        assert outline != "none", f"{name} has the focus and does not show it"
        reached.update(name.split())
    assert {"k-toggle", "k-line", "k-who"} <= reached


def test_keys(show: Show) -> None:
    page = show(ENGLISH)
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.dataset.quote")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.dataset.quote") != first
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.dataset.quote") == first
    page.keyboard.press("h")
    assert page.locator(".k-piece[data-stripped]:visible").count() == 0
    page.keyboard.press("?")
    assert page.locator("dialog[open]").count() == 1
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0


@pytest.mark.parametrize("name", LANGUAGES)
def test_nothing_is_wider_than_a_phone(show: Show, name: str) -> None:
    page = show(name)
    page.set_viewport_size(NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


def test_print(show: Show) -> None:
    """On paper: black on white, the text and what was stripped, no buttons."""
    page = show(ARABIC)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator("button:visible").count() == 0
    assert page.locator("h1.k-text").is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.k-text')).color") == "rgb(0, 0, 0)"
    assert page.pdf()[:4] == b"%PDF"


def test_a_link_leads_to_a_quotation(show: Show) -> None:
    page = show(ARABIC, "#d1q3")
    wait_in_window(page, "#d1q3")


def test_who_is_quoted_most_and_where(show: Show) -> None:
    """By looking only: the first of the speakers has the most, and a link of it leads to the words in the text."""
    page = show(ENGLISH)
    article = khabar.parse((SAMPLES / ENGLISH).read_bytes())
    said = [quote.speaker for quote in article.quotes if quote.speaker]
    first = page.locator(".k-speaker").first
    name = first.get_attribute("data-speaker")
    assert said.count(name) == max(map(said.count, said))
    assert name in first.text_content()
    assert str(said.count(name)) in first.locator(".k-count").text_content()
    first.locator("a").first.click()
    target = page.evaluate("location.hash")
    quote = page.locator(target)
    assert quote.get_attribute("data-speaker") == name
    wait_in_window(page, target)
    # and back from the quotation to its speaker
    page.locator(f"{target} a.k-who, {target} ~ a.k-who, .k-piece:has({target}) a[href='#d1s1']").first.click()
    assert page.evaluate("location.hash") == "#d1s1"


def test_a_line_stripped_wrongly_and_by_which_rule(show: Show) -> None:
    """By looking only: what was stripped stands in its place, and its rule and reason are read by pointing at it."""
    page = show(ARABIC)
    piece = page.locator(".k-piece[data-label=promo]").first
    assert piece.get_attribute("data-stripped") is not None
    piece.locator(".k-line").focus()
    rule = piece.get_attribute("data-rule")
    assert piece.locator(".k-rule").text_content() == rule
    assert piece.locator(".k-rule").is_visible()
    assert khabar.rule(rule).reason in piece.locator(".k-note").inner_text()


@pytest.mark.parametrize("name", LANGUAGES)
def test_notes_by_pointer_and_by_focus(show: Show, name: str) -> None:
    page = show(name)
    quote = page.locator(".k-quote[data-speaker]").first
    kind, speaker = quote.get_attribute("data-kind"), quote.get_attribute("data-speaker")
    note = page.locator(f".k-piece:has(#{quote.get_attribute('id')}) .k-note")
    for point in (quote.hover, page.locator(".k-quote[data-speaker] .k-who").first.focus):
        page.mouse.move(0, 0)
        assert "%" not in note.inner_text()
        point()
        text = note.inner_text()
        assert speaker in text
        assert kind in text.lower()
        assert "%" in text
