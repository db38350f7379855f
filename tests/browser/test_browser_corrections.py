"""Editing in the report, in a real browser: what a reader corrects is saved, checked and scored by the command."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from khabar.corrections import CorrectionsError, read_corrections

ARABIC = """\
ميناء الصيادين القديم يستعيد حركته بعد عشر سنوات من الإغلاق

صدر الصورة، Getty Images

التعليق على الصورة، عاد الصيادون إلى الميناء بعد إصلاح الأرصفة

قال رئيس البلدية سامي الهاشمي إن "الميناء يستقبل اليوم 120 قاربا كل صباح" بعد أن أغلق عشر سنوات للصيانة.

سوق السمك

وأضافت المهندسة ليلى منصور: "لم يبق من الأرصفة القديمة شيء يذكر، وبدأنا من جديد" قبل أن تغادر المكان.
"""
ENGLISH = """\
Old fishing port opens again after ten years

Image source, Reuters

Image caption, Boats came back to the harbour on Monday

"We are ready, and the boats may come," said the mayor, Ann Poe, on the quay on Monday morning.

The work cost 40 million dollars and covered the quays, the stores and the market next to them.
"""
EVIL = '"></bdi><script>window.evil=1</script><img src=x onerror="window.evil=1">'
LABEL = 'select[aria-label="Label of line {}"]'
SPEAKER = 'input[aria-label="Speaker of quotation {}"]'
KIND = 'select[aria-label="Kind of quotation {}"]'
SWITCH = ".k-edit-edit"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "arabic.txt").write_text(ARABIC, "utf-8")
    (tmp_path / "english.txt").write_text(ENGLISH, "utf-8")
    return tmp_path


@pytest.fixture
def one(folder: Path, report: Callable[..., Path], open_page: Callable[..., Any]) -> Any:
    """The page of one article, in edit mode."""
    page = open_page(report(folder / "arabic.txt"))
    page.click(SWITCH)
    return page


def save(page: Any, path: Path) -> dict[str, Any]:
    """Press Save; what was saved."""
    with page.expect_download() as download:
        page.click(".k-edit-save")
    assert download.value.suggested_filename == "corrections.json"
    download.value.save_as(path)
    return json.loads(path.read_bytes())  # type: ignore[no-any-return]


def command(khabar_command: str, folder: Path, *args: str) -> tuple[int, list[dict[str, Any]]]:
    run = subprocess.run([khabar_command, *args], cwd=folder, capture_output=True, text=True, timeout=60)
    assert "Traceback" not in run.stderr
    return run.returncode, [json.loads(line) for line in run.stdout.splitlines()]


def count(page: Any) -> str:
    return str(page.inner_text(".k-edit-count"))


def changed(file: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        one for document in file["documents"] for one in (*document["lines"], *document["quotes"]) if "was" in one
    ]


class TestOneArticle:
    def test_round_trip(self, one: Any, folder: Path, khabar_command: str) -> None:
        assert one.inner_text(LABEL.format(9) + " option:checked") == "heading"
        one.select_option(LABEL.format(9), "related")
        one.fill(SPEAKER.format(2), "")
        one.select_option(KIND.format(1), "partial")
        assert count(one) == "3 unsaved corrections"
        file = save(one, folder / "corrections.json")
        assert count(one) == "nothing unsaved"
        assert (file["corrections"], len(file["documents"])) == (1, 1)
        (document,) = file["documents"]
        assert document["source"].endswith("arabic.txt")
        line, kind, speaker = changed(file)
        assert (line["text"], line["label"], line["was"]) == ("سوق السمك", "related", "heading")
        assert (kind["kind"], kind["was"]["kind"]) == ("partial", "direct")
        assert (speaker["speaker"], speaker["was"]) == (
            None,
            {"kind": "direct", "speaker": "المهندسة ليلى منصور"},
        )
        credit = next(one for one in document["lines"] if one["label"] == "credit")
        assert credit["value"] == "Getty Images"

        status, rows = command(khabar_command, folder, "explain", "--check", "corrections.json", "arabic.txt")
        assert status == 1
        assert [(row["what"], row["agrees"]) for row in rows] == [
            ("label", False),
            ("kind", False),
            ("speaker", False),
        ]
        status, rows = command(khabar_command, folder, "score", "corrections.json", "arabic.txt")
        right = {row["what"]: (row["gold"], row["given"], row["right"]) for row in rows}
        assert status == 0
        assert right["headings"] == (0, 1, 0)
        assert right["captions"] == right["credits"] == right["title"] == (1, 1, 1)
        assert right["quotations"] == (2, 2, 2)
        assert right["speakers"] == (2, 2, 1)
        assert right["kinds"] == (2, 2, 1)

    def test_a_credit_before_its_caption(
        self, tmp_path: Path, report: Callable[..., Path], open_page: Callable[..., Any]
    ) -> None:
        text = ENGLISH.replace("Image source, Reuters\n\nImage caption, Boats", "Photo by Ann Poe/AFP | Boats")
        (tmp_path / "english.txt").write_text(text, "utf-8")
        page = open_page(report(tmp_path / "english.txt"))
        page.click(SWITCH)
        page.click(".k-edit-looked")
        (document,) = save(page, tmp_path / "corrections.json")["documents"]
        (line,) = (line for line in document["lines"] if line["label"] == "caption")
        assert line["value"] == "Boats came back to the harbour on Monday"
        assert line["credit"] == "Ann Poe/AFP"

    def test_looked_through(self, one: Any, folder: Path, khabar_command: str) -> None:
        looked = one.locator(".k-edit-looked")
        assert looked.get_attribute("aria-pressed") == "false"
        one.click(".k-edit-save")  # nothing is downloaded
        assert "You have corrected nothing yet" in one.inner_text(".k-edit-told")
        looked.click()
        assert (looked.get_attribute("aria-pressed"), count(one)) == ("true", "1 unsaved correction")
        file = save(one, folder / "corrections.json")
        assert changed(file) == []
        status, rows = command(khabar_command, folder, "explain", "--check", "corrections.json", "arabic.txt")
        assert (status, rows) == (0, [])
        _, rows = command(khabar_command, folder, "score", "corrections.json", "arabic.txt")
        assert all(row["gold"] == row["given"] == row["right"] for row in rows)

    def test_undo(self, one: Any) -> None:
        undo = one.locator(".k-edit-undo")
        assert undo.is_disabled()
        one.select_option(LABEL.format(9), "promo")
        one.locator(SPEAKER.format(1)).press_sequentially("xyz")
        one.select_option(KIND.format(1), "term")
        assert one.locator(SPEAKER.format(1)).is_disabled()  # a term has no speaker
        undo.click()
        undo.click()
        assert one.input_value(SPEAKER.format(1)) == "رئيس البلدية سامي الهاشمي"
        assert count(one) == "1 unsaved correction"
        undo.click()
        assert (one.input_value(LABEL.format(9)), count(one)) == ("heading", "nothing unsaved")
        assert undo.is_disabled()

    def test_what_is_corrected_is_shown_without_editing(self, one: Any) -> None:
        one.select_option(LABEL.format(9), "promo")
        one.click(SWITCH)
        assert not one.locator(LABEL.format(9)).is_visible()
        assert one.locator(".k-was:visible").all_inner_texts() == ["promotion (was heading)"]
        assert one.locator(".k-edit-save").is_visible()  # as there is something to save

    def test_a_value_without_its_marker(self, one: Any, folder: Path, khabar_command: str) -> None:
        one.fill('input[aria-label="Text of line 3 without its marker"]', "Getty")
        one.fill('input[aria-label="Photo credit in line 5"]', "AFP")
        credit, caption = changed(save(one, folder / "corrections.json"))
        assert (credit["value"], credit["was"], credit["was_value"]) == ("Getty", "credit", "Getty Images")
        assert (caption["credit"], caption["was"], caption["was_credit"]) == ("AFP", "caption", "")
        _, rows = command(khabar_command, folder, "explain", "--check", "corrections.json", "arabic.txt")
        assert [(row["what"], row["expected"], row["found"]) for row in rows] == [
            ("value", "Getty", "Getty Images"),
            ("credit", "AFP", None),
        ]

    def test_opened_again(self, one: Any, folder: Path, open_page: Callable[..., Any]) -> None:
        one.select_option(LABEL.format(9), "related")
        one.fill(SPEAKER.format(2), "ليلى")
        first = save(one, folder / "corrections.json")
        one.reload()
        one.set_input_files("input[type=file]", folder / "corrections.json")
        one.wait_for_selector(".k-editing")
        assert one.input_value(LABEL.format(9)) == "related"
        assert (one.input_value(SPEAKER.format(2)), count(one)) == ("ليلى", "nothing unsaved")
        one.select_option(LABEL.format(3), "caption")
        second = save(one, folder / "again.json")
        assert len(changed(second)) == len(changed(first)) + 1

    def test_another_file_is_refused(self, one: Any, folder: Path) -> None:
        for content in ("{", "[]", '{"corrections": 2, "documents": []}', '{"corrections": 1, "documents": [7]}'):
            (folder / "other.json").write_text(content)
            one.set_input_files("input[type=file]", folder / "other.json")
            one.wait_for_function("() => document.querySelector('.k-edit-told').textContent.includes('other.json')")
            assert "is not a corrections.json" in one.inner_text(".k-edit-told")

    def test_a_warning_before_the_page_is_left(self, one: Any) -> None:
        one.reload()
        assert one.watch.dialogs == []
        one.click(SWITCH)
        one.select_option(LABEL.format(9), "promo")
        with one.expect_event("dialog"):
            one.evaluate("setTimeout(() => location.reload())")
        assert one.watch.dialogs == ["beforeunload: "]
        assert one.input_value(LABEL.format(9)) == "promo"  # it was stayed on
        one.watch.clear()

    def test_by_keyboard(self, one: Any) -> None:
        one.focus(SWITCH)
        one.keyboard.press("Space")
        assert one.get_attribute(SWITCH, "aria-pressed") == "false"
        one.keyboard.press("Enter")
        one.focus(LABEL.format(9))
        one.keyboard.press("ArrowDown")
        assert count(one) == "1 unsaved correction"
        one.focus(KIND.format(1))
        one.keyboard.press("Tab")
        one.keyboard.type("x")
        assert one.input_value(SPEAKER.format(1)).endswith("x")
        assert count(one) == "2 unsaved corrections"

    def test_accessible(self, one: Any, axe: Callable[..., None]) -> None:
        one.select_option(LABEL.format(9), "promo")
        one.fill(SPEAKER.format(2), "")
        one.evaluate("scrollTo({ top: 0, behavior: 'instant' })")  # what is half below the bar is no target as it is
        axe(one)


class TestManyArticles:
    @pytest.fixture
    def many(self, folder: Path, report: Callable[..., Path], open_page: Callable[..., Any]) -> Any:
        """The page of two articles, the first one open."""
        page = open_page(report(folder / "arabic.txt", folder / "english.txt"), "#d1")
        page.wait_for_selector(".k-article")
        page.click(SWITCH)
        return page

    @staticmethod
    def go(page: Any, number: int, source: str) -> Any:
        """Open an article; it."""
        page.evaluate(f"location.hash = '#d{number}'")
        page.wait_for_selector(f".k-article[data-source$='{source}']")
        return page.locator(f".k-article[data-source$='{source}']")

    def test_corrections_of_all_are_kept(self, many: Any, folder: Path, khabar_command: str) -> None:
        self.go(many, 1, "arabic.txt").locator(LABEL.format(9)).select_option("related")
        self.go(many, 2, "english.txt").locator(SPEAKER.format(1)).fill("Ann")
        arabic = self.go(many, 1, "arabic.txt")
        assert (arabic.locator(LABEL.format(9)).input_value(), count(many)) == ("related", "2 unsaved corrections")
        file = save(many, folder / "corrections.json")
        assert [Path(one["source"]).name for one in file["documents"]] == ["arabic.txt", "english.txt"]
        assert len(changed(file)) == 2
        args = ("explain", "--check", "corrections.json", "arabic.txt", "english.txt")
        status, rows = command(khabar_command, folder, *args)
        assert (status, [row["what"] for row in rows]) == (1, ["label", "speaker"])

    def test_a_file_goes_on_with_articles_that_are_not_open(self, many: Any, folder: Path) -> None:
        self.go(many, 2, "english.txt").locator(SPEAKER.format(1)).fill("Ann")
        save(many, folder / "corrections.json")
        self.go(many, 1, "arabic.txt")
        many.reload()
        many.wait_for_selector(".k-article")
        many.set_input_files("input[type=file]", folder / "corrections.json")
        many.wait_for_selector(".k-editing")
        self.go(many, 1, "arabic.txt").locator(LABEL.format(9)).select_option("related")
        file = save(many, folder / "both.json")
        assert sorted(len(document["lines"]) > 3 for document in file["documents"]) == [True, True]
        assert {one.get("speaker", "line") for one in changed(file)} == {"Ann", "line"}
        assert self.go(many, 2, "english.txt").locator(SPEAKER.format(1)).input_value() == "Ann"

    def test_articles_of_one_source(
        self, folder: Path, report: Callable[..., Path], open_page: Callable[..., Any], khabar_command: str
    ) -> None:
        """A file has one document of a source: the article that was opened first is it."""
        records = (json.dumps({"id": "same", "text": text}) for text in (ENGLISH, ARABIC, ENGLISH))
        (folder / "records.jsonl").write_text("\n".join(records), "utf-8")
        page = open_page(report(folder / "records.jsonl"), "#d1")
        page.wait_for_selector("#d1p1")
        page.click(SWITCH)
        page.locator(LABEL.format(9)).select_option("related")
        page.evaluate("location.hash = '#d2'")
        page.wait_for_selector("#d2p1")
        assert (page.locator("select").count(), page.locator("[data-corrected]").count()) == (0, 0)
        assert "the same source" in page.inner_text(".k-edit-twice")
        page.evaluate("location.hash = '#d3'")
        page.wait_for_selector("#d3p1")
        assert page.locator(LABEL.format(9)).input_value() == "related"
        file = save(page, folder / "corrections.json")
        assert len(file["documents"]) == len(changed(file)) == 1


def test_a_file_of_many_lines_is_opened_at_once(
    folder: Path, report: Callable[..., Path], open_page: Callable[..., Any]
) -> None:
    """Lines are looked up by their text: each one compared with each took a minute."""
    lines = (f"Paragraph {n} says that the port takes in {n} boats on every morning." for n in range(6_000))
    (folder / "long.txt").write_text("\n\n".join((ENGLISH, *lines)), "utf-8")
    page = open_page(report(folder / "long.txt"))
    page.click(SWITCH)
    page.click(".k-edit-looked")
    file = save(page, folder / "corrections.json")
    file["documents"][0]["lines"][-1].update(label="related", was="paragraph")
    (folder / "corrections.json").write_text(json.dumps(file), "utf-8")
    page.evaluate("""() => {
      const normalize = String.prototype.normalize;
      window.normalized = 0;
      String.prototype.normalize = function (form) { window.normalized += 1; return normalize.call(this, form); };
    }""")
    page.set_input_files("input[type=file]", folder / "corrections.json")
    page.wait_for_function("() => document.querySelector('.k-edit-told').textContent.startsWith('Opened')")
    assert page.locator("[data-corrected]").count() == 1
    assert page.evaluate("window.normalized") < 10 * len(file["documents"][0]["lines"])


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("lines", "line"), 0),
        (("lines", "line"), "1"),
        (("lines", "end_line"), 0),
        (("lines", "value"), ["x"]),
        (("lines", "was"), "captoin"),
        (("quotes", "start"), -1),
        (("quotes", "paragraph"), 1.5),
        (("quotes", "speaker"), 7),
        (("quotes", "was"), "term"),
    ],
)
def test_what_khabar_refuses_is_not_opened(one: Any, folder: Path, place: tuple[str, str], value: object) -> None:
    """Documents that are not of the page would be saved again as they are."""
    one.click(".k-edit-looked")
    file = save(one, folder / "corrections.json")
    file["documents"][0]["source"] = "other.txt"
    part, key = place
    file["documents"][0][part][0][key] = value
    (folder / "wrong.json").write_text(json.dumps(file), "utf-8")
    with pytest.raises(CorrectionsError):
        read_corrections((folder / "wrong.json").read_bytes())
    one.set_input_files("input[type=file]", folder / "wrong.json")
    one.wait_for_function(
        "() => document.querySelector('.k-edit-told').textContent.includes('cannot read wrong.json')"
    )


def test_a_file_with_a_source_twice_is_not_opened(one: Any, folder: Path) -> None:
    one.click(".k-edit-looked")
    file = save(one, folder / "corrections.json")
    file["documents"] *= 2
    (folder / "wrong.json").write_text(json.dumps(file), "utf-8")
    one.set_input_files("input[type=file]", folder / "wrong.json")
    one.wait_for_function(
        "() => document.querySelector('.k-edit-told').textContent.includes('cannot read wrong.json')"
    )


def test_hostile_texts_are_texts(folder: Path, report: Callable[..., Path], open_page: Callable[..., Any]) -> None:
    (folder / "evil.txt").write_text(
        ARABIC.replace("المهندسة ليلى منصور", f"ليلى {EVIL}").replace("سوق", EVIL), "utf-8"
    )
    page = open_page(report(folder / "evil.txt"))
    page.click(SWITCH)
    page.fill(SPEAKER.format(1), EVIL)
    page.select_option(LABEL.format(9), "caption")
    page.fill('input[aria-label="Text of line 9 without its marker"]', EVIL)
    file = save(page, folder / "corrections.json")
    assert EVIL in json.dumps(file, ensure_ascii=False).replace('\\"', '"')
    page.reload()
    page.set_input_files("input[type=file]", folder / "corrections.json")
    page.wait_for_selector(".k-editing")
    assert page.input_value(SPEAKER.format(1)) == EVIL
    assert page.evaluate("window.evil") is None
    assert page.locator(".k-article script, .k-article img").count() == 0
