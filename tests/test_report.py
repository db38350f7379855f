"""The report: every line of a source is in it, in its place, and says what khabar made of it."""

from __future__ import annotations

import re
from pathlib import Path

import khabar
import pytest
from khabar import Article, Trace, trace
from khabar.blocks import Label, LabelledBlock
from khabar.entries import Image, Quote, Section
from khabar.report.article import article_html
from khabar.report.page import page, policy
from khabar.report.pieces import Piece, pieces
from khabar.report.single import single
from khabar.report.spans import Span, inside
from khabar.report.speakers import HUES, snippet, speakers_of
from khabar.report.words import counted, language_name, word, words
from report_page import acting, texts_of, tree_of

SAMPLES = sorted(
    path for path in (Path(__file__).parents[1] / "samples").iterdir() if path.suffix in (".txt", ".html")
)
REPORT = Path(khabar.__file__).parent / "report"
CSS = (REPORT / "report.css").read_text("utf-8")
ARTICLE = """\
Old fishing port opens again after ten years

Image source, Reuters

Image caption, Boats came back to the harbour on Monday

The mayor, Ann Poe, said: "The port takes in 120 boats every morning, and we are glad of every one."

- "It is the best thing that has happened to this town in years," said Li Wei, who sells fish on the quay.

Follow us on WhatsApp

The work cost 40 million dollars and covered the quays, the stores and the market next to them.
"""


def block(text: str, label: Label, line: int = 1, bullet: str = "", value: str | None = None) -> LabelledBlock:
    return LabelledBlock(text, line, line, bullet, label, "some.rule", label, "some.rule", (), value)


def test_every_line_is_there_in_order() -> None:
    found = list(pieces(trace(ARTICLE)))
    assert [(one.line, str(one.label), one.kept) for one in found] == [
        (1, "title", True),
        (3, "credit", True),
        (5, "caption", True),
        (7, "paragraph", True),
        (9, "list-item", True),
        (11, "promo", False),
        (13, "paragraph", True),
    ]
    assert [one.place for one in found] == [(None, None), None, None, (0, 0), (0, 1), None, (0, 2)]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_of_each_sample(path: Path) -> None:
    """The pieces are the blocks, their places those of the article, and quotations have their words."""
    document = trace(path.read_bytes())
    article = document.article
    found = list(pieces(document))
    tree = tree_of(article_html(document))
    assert texts_of(tree, "k-text") == [one.text for one in document.blocks]
    assert [one.get("data-line") for one in tree.iter() if one.get("class") == "k-piece"] == [
        str(one.line) for one in document.blocks
    ]
    for one in found:
        if one.place and one.place[1] is not None and one.place[0] is not None:
            assert article.sections[one.place[0]].paragraphs[one.place[1]].endswith(one.text)
    kept = [one for one in found if one.place and one.place[1] is not None]
    assert len(kept) == sum(len(section.paragraphs) for section in article.sections)
    said: dict[str, list[str]] = {}
    for q in tree.iter("q"):
        said.setdefault(q.get("data-quote") or "", []).append("".join(q.itertext()))
    titled = any(one.place == (None, None) for one in found) or any(tree.iter("h1"))
    for number, quote in enumerate(article.quotes, 1):
        if quote.section is not None or titled:
            assert "\n\n".join(said[str(number)]) == quote.text


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_page_of_each_sample(path: Path) -> None:
    document = trace(path.read_bytes())
    article = document.article
    made = single(article_html(document), title=article.title, source=path.name, direction=article.direction)
    assert acting(made) == []
    tree = tree_of(made)
    assert (tree.get("dir"), tree.get("lang")) == (article.direction, "en")
    assert len(list(tree.iter("h1"))) == len(list(tree.iter("main"))) == 1
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in tree.xpath("//@href")} <= set(ids)
    for names in tree.xpath("//@aria-describedby | //@aria-labelledby"):
        assert set(names.split()) <= set(ids)


class TestPieces:
    def test_a_list_mark_moves_no_quotation(self) -> None:
        """The article's paragraph has the mark of a line that is no list item; the block's text has not."""
        text = 'He said: "We are glad of it all."'
        quote = Quote("We are glad of it all.", "direct", None, None, 0, 0, 12, 34, 0)
        article = Article(sections=(Section(None, (f"* {text}",)),), quotes=(quote,))
        (one,) = pieces(Trace(article, (block(text, Label.PARAGRAPH, bullet="*"),)))
        assert text[one.quoted[0].start : one.quoted[0].end] == quote.text

    def test_a_quotation_over_paragraphs(self) -> None:
        texts = ('"First of all,', "and then more,", 'and last."')
        quote = Quote("\n\n".join(texts)[1:-1], "direct", "Ann", "said", 0, 0, 1, 9, 2, 0.9)
        article = Article(sections=(Section(None, texts),), quotes=(quote,))
        document = Trace(article, tuple(block(text, Label.PARAGRAPH, n) for n, text in enumerate(texts)))
        tree = tree_of(article_html(document))
        assert ["".join(q.itertext()) for q in tree.iter("q")] == ["First of all,", "and then more,", "and last."]
        assert [q.get("id") for q in tree.iter("q")] == ["d1q1", None, None]
        assert len(texts_of(tree, "k-who")) == 1

    def test_a_second_caption_of_a_picture_was_stripped(self) -> None:
        article = Article(images=(Image(credit="AFP", caption="Boats"),))
        blocks = (
            block("Boats", Label.CAPTION),
            block("Boats again", Label.CAPTION),
            block("© AFP", Label.CREDIT),
            block("Photo:", Label.CREDIT, value=""),
        )
        assert [one.kept for one in pieces(Trace(article, blocks))] == [True, False, True, False]

    def test_markers_and_values(self) -> None:
        found = {one.label: one for one in pieces(trace(ARTICLE))}
        credit = found[Label.CREDIT]
        assert [credit.text[one.start : one.end] for one in credit.values] == ["Reuters"]
        tree = tree_of(article_html(trace(ARTICLE)))
        assert texts_of(tree, "k-marker") == ["Image source, ", "Image caption, "]
        assert texts_of(tree, "k-value") == ["Reuters", "Boats came back to the harbour on Monday"]

    def test_a_credit_before_its_caption(self) -> None:
        """Which of the two is the credit is said: it need not be the second one."""
        line = block("Photo by Ann Poe/AFP | Boats", Label.CAPTION, value="Boats")._replace(credit="Ann Poe/AFP")
        article = Article(images=(Image(caption="Boats", credit="Ann Poe/AFP"),))
        tree = tree_of(article_html(Trace(article, (line,))))
        values = [one for one in tree.iter("span") if one.get("class") == "k-value"]
        assert [(one.text, one.get("data-part")) for one in values] == [("Ann Poe/AFP", "credit"), ("Boats", None)]

    def test_characters_that_are_not_in_the_article_move_no_quotation(self) -> None:
        """Texts in a page's data may have soft hyphens, which the article has not."""
        quote = Quote("We are glad", "direct", None, None, 0, 0, 10, 21, 0)
        article = Article(sections=(Section(None, ('He said: "We are glad"',)),), quotes=(quote,))
        document = Trace(article, (block('He s\u00adaid: "We are glad"', Label.PARAGRAPH),))
        assert [q.text for q in tree_of(article_html(document)).iter("q")] == ["We are glad"]

    def test_a_title_within_its_line(self) -> None:
        document = Trace(Article(title="Port opens"), (block("News | Port opens", Label.TITLE),))
        tree = tree_of(article_html(document))
        assert (texts_of(tree, "k-marker"), texts_of(tree, "k-value")) == (["News | "], ["Port opens"])

    def test_a_title_that_no_line_has(self) -> None:
        document = Trace(Article(title="Port opens"), (block("Harbour to open", Label.TITLE),))
        assert [one.kept for one in pieces(document)] == [False]
        assert texts_of(tree_of(article_html(document)), "k-title") == ["Port opens"]
        untitled = tree_of(article_html(Trace(Article(), ())))
        assert texts_of(untitled, "k-untitled") == [word("untitled")]


class TestSpans:
    def test_nested_and_overlapping(self) -> None:
        spans = [Span(6, 9, "<c>", "</c>"), Span(0, 8, "<a>", "</a>"), Span(2, 4, "<b>", "</b>")]
        assert inside("0123456789", spans) == "<a>01<b>23</b>45<c>67</c></a>89"

    def test_outside_of_the_text(self) -> None:
        spans = [Span(5, 9, "<a>", "</a>"), Span(2, 9, "<b>", "</b>"), Span(1, 1, "<c>", "</c>")]
        assert inside("abc", spans) == "ab<b>c</b>"


class TestSpeakers:
    QUOTES = tuple(Quote("x", "direct", name, None, 0, 0, 0, 1) for name in ("Ann", "Bo", "Bo", None))

    def test_the_most_quoted_first(self) -> None:
        found = speakers_of(self.QUOTES)
        assert [(one.name, one.number, one.quotes) for one in found.values()] == [("Bo", 1, (2, 3)), ("Ann", 2, (1,))]

    def test_colours_begin_again(self) -> None:
        many = speakers_of([Quote("x", "direct", str(n), None, 0, 0, 0, 1) for n in range(HUES + 1)])
        assert len({one.hue for one in many.values()}) == HUES

    def test_links_both_ways(self) -> None:
        tree = tree_of(article_html(trace(ARTICLE)))
        who = [one for one in tree.iter("a") if one.get("class") == "k-who"]
        assert [one.get("href") for one in who] == ["#d1s1", "#d1s2"]
        assert tree.xpath("//li[@id='d1s1']//a/@href") == ["#d1q1"]
        assert [one.get("aria-label") for one in who] == tree.xpath("//li/@data-speaker")

    def test_snippets(self) -> None:
        assert snippet("short \n one") == "short one"
        assert snippet("word " * 30) == ("word " * 9).strip() + "…"
        assert len(snippet("x" * 500)) < 60


class TestPage:
    def test_scripts_and_styles_are_in_the_policy_by_their_hashes(self) -> None:
        made = page("", title="t")
        assert acting(made) == []
        assert policy((), ()) == (
            "default-src 'none'; script-src 'none'; style-src 'none'; base-uri 'none'; form-action 'none'"
        )
        assert "'unsafe" not in made

    def test_nothing_of_ours_asks_a_network(self) -> None:
        for path in REPORT.iterdir():
            if path.suffix in (".css", ".js", ".txt"):
                text = path.read_text("utf-8")
                assert not re.search(r"\burl\(|@import|fetch\(|XMLHttp|eval\(|Function\(", text), path.name

    def test_scripts_make_no_markup_of_text(self) -> None:
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacent|document\.write", (REPORT / "report.js").read_text()
        )

    def test_all_of_it_is_packaged(self) -> None:
        for name in ("report.css", "report.js", "words.txt"):
            assert (REPORT / name).is_file()


class TestWords:
    def test_every_label_and_kind_has_words(self) -> None:
        assert {f"label.{label}" for label in Label} <= set(words())
        assert {f"kind.{kind}" for kind in ("direct", "partial", "term", "heading")} <= set(words())

    def test_every_key_that_is_asked_for_is_there(self) -> None:
        code = "".join(path.read_text("utf-8") for path in REPORT.glob("*.py"))
        asked = set(re.findall(r"""\bword(?:_html)?\(\s*["']([\w.-]+)["']""", code))
        assert asked <= set(words())

    def test_every_key_is_asked_for(self) -> None:
        """By its name, or as one of a family ("many.sort.newest", "legend.term") whose beginning is asked for."""
        code = "".join(path.read_text("utf-8") for path in REPORT.iterdir() if path.suffix in (".py", ".js"))
        for key in words():
            name = re.sub(r"^(many|edit)\.|\.1$", "", key)
            family, dot, _ = name.rpartition(".")
            asked = [rf"[\"']{re.escape(one)}[\"']" for one in (key, name)]
            asked += [rf"[\"'`]{re.escape(family)}\."] if dot else []
            assert re.search("|".join(asked), code), key

    def test_numbers(self) -> None:
        assert (counted(1, "pictures"), counted(2000, "pictures")) == ("1 picture", "2,000 pictures")
        assert word("nothing.like.it") == "like.it"


class TestColours:
    """WCAG 2.2: 4.5 to 1 for text."""

    def schemes(self) -> list[dict[str, str]]:
        blocks = re.findall(r"(:root[^{}]*)\{([^{}]*--hue-1[^{}]*)\}", CSS)
        assert len(blocks) == 3  # light; dark as asked for, dark as the system says
        return [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", text)) for _, text in blocks]

    def contrast(self, one: str, other: str) -> float:
        low, high = sorted(map(self.luminance, (one, other)))
        return (high + 0.05) / (low + 0.05)

    def luminance(self, colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    def test_text_can_be_read(self) -> None:
        for colours in self.schemes():
            pairs = [(ink, ground) for ink in ("ink", "soft", "faint", "accent") for ground in ("paper", "raised")]
            for n in range(1, HUES + 1):
                pairs += [(f"hue-{n}", ground) for ground in ("paper", "raised", f"tint-{n}")]
                pairs += [(ink, f"tint-{n}") for ink in ("ink", "soft")]
            for ink, ground in pairs:
                assert self.contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground, colours[ink])
            for line in ("focus", "field"):
                assert self.contrast(colours[line], colours["paper"]) >= 3, line

    def test_both_ways_to_dark_are_one(self) -> None:
        _, asked, system = self.schemes()
        assert asked == system

    def test_every_label_can_be_hidden(self) -> None:
        for label in Label:
            assert f'[data-hide~="{label}"] [data-label="{label}"]' in CSS


def test_physical_sides_are_nowhere() -> None:
    """The layout is mirrored: left and right are not named."""
    assert not re.search(r"(?:margin|padding|border|inset)-(?:left|right)|(?:^|[{;\s])(?:left|right)\s*:", CSS)
    assert not re.search(r"text-align: (?:left|right)|float:", CSS)


def test_what_is_shown_of_a_line() -> None:
    tree = tree_of(article_html(trace(ARTICLE)))
    notes = texts_of(tree, "k-note")
    assert "direct quotation" in notes[3]
    assert re.search(r"Ann Poe.*cue said · \d+ % sure", notes[3])
    assert re.search(r"promotion promo\.\S+ \S", notes[5])
    lines = [one for one in tree.iter("a") if one.get("class") == "k-line"]
    assert lines[5].get("aria-label") == "Line 11: promotion"
    assert texts_of(tree, "k-bullet") == ["-"]


def test_the_lexicon_of_the_user() -> None:
    (one,) = pieces(Trace(Article(), (block("x", Label.PROMO)._replace(lexicon=("own.txt:3",)),)))
    assert isinstance(one, Piece)
    document = Trace(Article(), (block("x", Label.PROMO)._replace(lexicon=("own.txt:3",)),))
    assert "in your lexicon: own.txt:3" in texts_of(tree_of(article_html(document)), "k-note")[0]


@pytest.mark.parametrize(
    ("tag", "name"),
    [("ar", "Arabic"), ("ar-EG", "Arabic"), ("zh-Hant", "Chinese (Traditional)"), ("xx", "xx"), ("", "")],
)
def test_names_of_languages(tag: str, name: str) -> None:
    assert language_name(tag) == name


def test_every_language_of_the_lexicon_has_a_name() -> None:
    tags = [path.stem for path in (Path(khabar.__file__).parent / "lexicon/languages").glob("*.txt")]
    assert [tag for tag in tags if language_name(tag) == tag] == []
