"""`khabar diff`: two documents, or two sets of them."""

from __future__ import annotations

import csv
import gzip
import io
import json
import random
from collections.abc import Callable
from typing import Any

import pytest
from conftest import ARABIC, ENGLISH, Quoted
from hypothesis import given
from hypothesis import strategies as st
from khabar import Article, Image, Quote, Section, Stripped
from khabar_cli.compare.differences import COMPARED, differences
from khabar_cli.compare.record import Difference
from made_up import AHMAD, MAYOR
from process import Khabar, Result

TITLE = ENGLISH.split("\n")[0]
ROW = ["schema", "source", "what", "a", "b", "text", "section", "paragraph", "rule"]
Document = dict[str, Any]


def told(done: Result) -> list[tuple[Any, ...]]:
    """The differences: what, a, b."""
    assert (done.status, done.err) == (1, "")
    assert all(list(row) == ROW for row in done.records)
    return [(row["what"], row["a"], row["b"]) for row in done.records]


@pytest.fixture
def parsed(khabar: Khabar) -> Callable[..., list[Document]]:
    """Parses files, and writes what is made of the documents to a file of JSON Lines."""

    def write(name: str, *files: str, change: Callable[[list[Document]], object] = lambda _: None) -> list[Document]:
        documents = khabar.inside("parse", *files).records
        change(documents)
        lines = (json.dumps(document, ensure_ascii=False) + "\n" for document in documents)
        (khabar.folder / name).write_text("".join(lines), "utf-8")
        return documents

    return write


class TestDocuments:
    def test_equal(self, khabar: Khabar) -> None:
        done = khabar("diff", "arabic.txt", "arabic.txt")
        assert (done.status, done.out, done.err) == (0, b"", "")
        for format, out in {"json": "[]\n", "csv": ",".join(ROW[1:]) + "\n", "blocks": "", "table": ""}.items():
            done = khabar.inside("diff", "-f", format, "arabic.txt", "arabic.txt")
            assert (done.status, done.text) == (0, out), format

    def test_two_texts_whatever_their_names(self, khabar: Khabar) -> None:
        later = ENGLISH.replace("ten years\n", "eleven years\n").replace("cost 40 million", "cost 50 million")
        (khabar.folder / "later.txt").write_text(later.replace("Reuters", "AFP"), "utf-8")
        rows = told(khabar("diff", "english.txt", "later.txt"))
        paragraph = ENGLISH.split("\n\n")[-1].strip()
        assert rows == [
            (
                "title",
                "Old fishing port opens again after ten years",
                "Old fishing port opens again after eleven years",
            ),
            ("paragraph", paragraph, paragraph.replace("40", "50")),
            ("image.credit", "Reuters", "AFP"),
            ("image.agencies", "Reuters", "AFP"),
        ]
        assert khabar.inside("diff", "english.txt", "later.txt").records[1]["paragraph"] == 1

    def test_what_is_stripped_now_and_what_was(self, khabar: Khabar, parsed: Callable[..., Any]) -> None:
        def change(documents: list[Document]) -> None:
            (one,) = documents
            text = one["sections"][0]["paragraphs"].pop()
            back = one["stripped"].pop()
            one["stripped"].append({"rule": "promo.line", "text": text})
            one["sections"][1]["paragraphs"].append(back["text"])
            one["stripped"][0]["rule"] = "marker.alone"

        parsed("new.jsonl", "arabic.txt", change=change)
        (khabar.folder / "old.txt").write_text(ARABIC, "utf-8")
        done = khabar.inside("diff", "old.txt", "new.jsonl")
        rows = done.records
        assert told(done) == [
            ("label", "paragraph", "stripped"),
            ("label", "stripped", "paragraph"),
            ("rule", "marker.word", "marker.alone"),
        ]
        assert rows[0]["text"].startswith("وأضاف في تصريح لـ BBC")
        assert (rows[0]["rule"], rows[0]["section"], rows[0]["paragraph"]) == ("promo.line", 0, 1)
        assert (rows[1]["text"], rows[1]["rule"], rows[1]["section"]) == ("التعليق على الصورة،", "marker.word", 1)
        assert rows[2]["text"] == "صدر الصورة،"

    def test_who_says_what(self, quoted: Quoted) -> None:
        assert quoted("parse", "quoted.txt", "-o", "old.jsonl").status == 0
        document = json.loads((quoted.folder / "old.jsonl").read_bytes())
        heading, first, second, third, *_ = document["quotes"]
        first["speaker"], second["cue"], second["kind"] = AHMAD, None, "term"
        third["text"] = third["text"].split("\n\n")[0]
        first["confidence"] = 0.1  # not compared
        document["quotes"].remove(heading)
        document["statements"][0]["type"] = "denial"
        (quoted.folder / "new.json").write_text(json.dumps(document), "utf-8")
        assert told(quoted("diff", "old.jsonl", "new.json")) == [
            ("quote.speaker", MAYOR, AHMAD),
            ("quote.kind", "partial", "term"),
            ("quote.cue", "وأضاف", None),
            ("quote", "نبيع اليوم ضعف ما كنا نبيعه.\n\nونرجو أن يستمر ذلك في الشتاء", "نبيع اليوم ضعف ما كنا نبيعه."),
            ("quote", "لن يغلق", None),
            ("statement.type", "statement", "denial"),
        ]
        assert told(quoted.inside("diff", "--fields", "statements", "old.jsonl", "new.json")) == [
            ("statement.type", "statement", "denial")
        ]
        done = quoted.inside("diff", "--fields", "title,url", "old.jsonl", "new.json")
        assert (done.status, done.out) == (0, b"")

    def test_what_a_rule_does(self, khabar: Khabar, parsed: Callable[..., Any]) -> None:
        parsed("with.jsonl", "english.txt")
        whats = told(khabar.inside("diff", "with.jsonl", "english.txt", "--without", "credit.label"))
        assert ("image.credit", "Reuters", None) in whats

    def test_bounds(self, khabar: Khabar) -> None:
        done = khabar.inside("diff", "--max-bytes", "100", "english.txt", "arabic.txt")
        assert (done.status, len(done.told)) == (2, 2)
        assert "--max-bytes" in done.told[0]

    def test_every_format(self, khabar: Khabar) -> None:
        (khabar.folder / "b.txt").write_text(ARABIC.replace("القديم", "الجديد").replace("سوق السمك\n", "السوق\n"))
        args = ("arabic.txt", "b.txt")
        rows = khabar.inside("diff", *args).records
        assert [row["what"] for row in rows] == ["title", "heading"]
        assert json.loads(khabar.inside("diff", "--json", *args).out) == rows
        table = list(csv.DictReader(io.StringIO(khabar.inside("diff", "-f", "csv", *args).text)))
        assert [row["b"] for row in table] == [row["b"] for row in rows]
        assert khabar.inside("diff", "-f", "tsv", *args).text.splitlines()[0] == "\t".join(ROW[1:])
        assert "| title |" in khabar.inside("diff", "-f", "markdown", *args).text
        text = khabar.inside("diff", "-f", "text", *args).text
        assert text.startswith("− arabic.txt\n+ b.txt\n\ntitle\n− ميناء الصيادين القديم")
        assert text.endswith("\nheading · section 1\n− سوق السمك\n+ السوق\n")
        assert "arabic.txt → b.txt" in khabar.inside("diff", "-f", "table", *args).text

    def test_on_a_terminal(self, khabar: Khabar) -> None:
        (khabar.folder / "b.txt").write_text(ARABIC.replace("القديم", "الجديد"))
        done = khabar.terminal("diff", "arabic.txt", "b.txt")
        assert done.status == 1
        lines = done.text.splitlines()
        assert lines[:2] == ["\x1b[1;31m− arabic.txt\x1b[0m", "\x1b[1;32m+ b.txt\x1b[0m"]
        assert [line.lstrip() for line in lines[4:6]] == [
            "\x1b[31m− ميناء الصيادين القديم يستعيد حركته بعد عشر سنوات من الإغلاق\x1b[0m",
            "\x1b[32m+ ميناء الصيادين الجديد يستعيد حركته بعد عشر سنوات من الإغلاق\x1b[0m",
        ]
        assert lines[4].startswith("   ")  # from the right

    def test_standard_input(self, khabar: Khabar) -> None:
        assert khabar("diff", "english.txt", "-", stdin=ENGLISH.encode()).status == 0
        assert khabar("diff", "-", "english.txt", stdin=ARABIC.encode()).status == 1
        output = khabar.inside("parse", "english.txt").out
        assert khabar("diff", "-", "english.txt", stdin=output).status == 0
        done = khabar("diff", "-", "-", stdin=output)
        assert (done.status, "both cannot be standard input" in " ".join(done.err.split())) == (2, True)


class TestSets:
    def test_matched_by_source_in_any_order(self, khabar: Khabar, parsed: Callable[..., Any]) -> None:
        for n in range(30):
            (khabar.folder / f"{n}.txt").write_text(ENGLISH.replace("120", str(n)), "utf-8")
        files = [f"{n}.txt" for n in range(30)]

        def change(documents: list[Document]) -> None:
            documents[7]["title"] = "Another"
            del documents[3]
            documents.append({**documents[0], "source": "more.txt"})
            random.Random(7).shuffle(documents)

        parsed("a.jsonl", *files)
        parsed("b.jsonl", *files, change=change)
        rows = khabar("diff", "a.jsonl", "b.jsonl").records
        assert sorted((row["source"], row["what"]) for row in rows) == [
            ("3.txt", "document"), ("7.txt", "title"), ("more.txt", "document"),
        ]  # fmt: skip
        with gzip.open(khabar.folder / "b.jsonl.gz", "wb") as packed:
            packed.write((khabar.folder / "b.jsonl").read_bytes())
        assert khabar("diff", "a.jsonl", "b.jsonl.gz").records == rows
        array = [json.loads(line) for line in (khabar.folder / "b.jsonl").read_text("utf-8").splitlines()]
        (khabar.folder / "b.json").write_text(json.dumps(array, indent=1), "utf-8")
        assert khabar("diff", "a.jsonl", "b.json").records == rows

    def test_the_same_source_twice(self, khabar: Khabar, parsed: Callable[..., Any]) -> None:
        parsed("a.jsonl", "english.txt", "english.txt", "arabic.txt")
        parsed("b.jsonl", "english.txt", "arabic.txt")
        rows = told(khabar.inside("diff", "a.jsonl", "b.jsonl"))
        assert rows == [("document", TITLE, None)]

    def test_folders(self, khabar: Khabar) -> None:
        for name, text in {"a/x/1.txt": ENGLISH, "a/2.txt": ARABIC, "b/x/1.txt": ENGLISH, "b/2.txt": ENGLISH}.items():
            (khabar.folder / name).parent.mkdir(parents=True, exist_ok=True)
            (khabar.folder / name).write_text(text, "utf-8")
        rows = khabar.inside("diff", "a", "b").records
        assert {row["source"] for row in rows} == {"a/2.txt"}
        assert rows[0]["what"] == "language"
        assert khabar("parse", "a", "-o", "parsed/").status == 0
        assert khabar("diff", "a", "parsed").status == 0  # output of -o DIR, by the names of its files
        assert khabar("diff", "parsed", "b").records == rows

    def test_folders_of_lines(self, khabar: Khabar, parsed: Callable[..., Any]) -> None:
        for side in "ab":
            (khabar.folder / side).mkdir()
            for n in range(4):
                (khabar.folder / f"{n}.txt").write_text(ENGLISH.replace("120", str(n)), "utf-8")
            parsed(f"{side}/all.jsonl", *(f"{n}.txt" for n in range(4)))
        assert khabar.inside("diff", "a", "b").status == 0
        text = (khabar.folder / "b" / "all.jsonl").read_text("utf-8").splitlines(keepends=True)
        (khabar.folder / "b" / "all.jsonl").write_text("".join(text[:2] + text[3:]), "utf-8")
        assert [row["source"] for row in khabar.inside("diff", "a", "b").records] == ["2.txt"]

    def test_nothing_matches(self, khabar: Khabar, parsed: Callable[..., Any]) -> None:
        parsed("a.jsonl", "english.txt", "arabic.txt")
        parsed("b.jsonl", "english.txt", "arabic.txt", change=lambda all: [one.update(source="x") for one in all])
        done = khabar.inside("diff", "a.jsonl", "b.jsonl")
        assert [row["what"] for row in done.records] == ["document"] * 4
        assert done.told == [
            "khabar: no document of one side has the name (`source`, in folders the file's) of one of the other"
        ]

    def test_what_one_side_does_not_have_is_told(self, khabar: Khabar) -> None:
        (khabar.folder / "a.jsonl").write_bytes(khabar.inside("parse", "--fields", "title,quotes", "english.txt").out)
        done = khabar.inside("diff", "a.jsonl", "english.txt")
        assert (done.status, done.out) == (0, b"")
        assert done.told == [
            "khabar: not compared, as not both sides have it: format, encoding, language, direction, publisher, "
            "url, image, byline, published, modified, sections, statements, images, stripped, warnings"
        ]
        assert khabar.inside("diff", "--fields", "title", "a.jsonl", "english.txt").err == ""
        assert khabar.inside("diff", "-q", "a.jsonl", "english.txt").err == ""
        assert khabar.inside("diff", "a.jsonl", "a.jsonl").err == ""
        done = khabar.inside("diff", "--fields", "title,url", "a.jsonl", "a.jsonl")
        assert (done.status, done.err) == (0, "khabar: not compared, as not both sides have it: url\n")

    def test_errors_of_an_earlier_run(self, khabar: Khabar) -> None:
        args = ("parse", "--errors", "json", "english.txt", "empty.txt")
        (khabar.folder / "a.jsonl").write_bytes(khabar.inside(*args).out)
        assert khabar.inside("diff", "a.jsonl", "a.jsonl").status == 0
        (khabar.folder / "empty.txt").write_text(ENGLISH, "utf-8")
        (khabar.folder / "b.jsonl").write_bytes(khabar.inside(*args).out)
        ((what, a, b),) = told(khabar.inside("diff", "a.jsonl", "b.jsonl"))
        assert (what, "empty" in a, b) == ("error", True, None)

    def test_output_in_a_file_and_to_nobody(self, khabar: Khabar) -> None:
        assert khabar("diff", "english.txt", "arabic.txt", "-o", "out.csv", "-f", "csv").status == 1
        assert (khabar.folder / "out.csv").read_text("utf-8").startswith("source,what,")
        done = khabar.bash("khabar diff english.txt arabic.txt | head -1 | wc -l; echo ${PIPESTATUS[0]}")
        assert done.text.split() == ["1", "1"]


class TestTrouble:
    @pytest.mark.parametrize(
        ("content", "message"),
        [
            (None, "b.json: No such file or directory"),
            (b'{"schema": 1, "source": "x", "title": ', "b.json: broken JSON: "),
            (
                b'{"schema": 2, "source": "x", "title": "y"}',
                "b.json:1: schema 2: this version of khabar reads schema 1",
            ),
            (
                b'{"schema": 1, "title": "y"}',
                "b.json: b.json:1: no document of khabar parse: it has no schema or no source",
            ),
            (b'{"schema": 1, "source": "x", "sections": 7}', "b.json:1: sections: this must be a list, not 7"),
            (
                b'{"schema": 1, "source": "x", "text": "y", "kind": "term"}',
                "b.json: has rows with kind: only documents",
            ),
            (b'{"schema": 1, "source": "x"}\n{"schema": ', "b.json:2: no JSON object on this line"),
            (b'{"schema": 1, "source": "x"}' + b"[" * 9000, "b.json: broken JSON: "),
            (
                b'{"schema": 1, "source": "x"}\n{"schema": 1, "source": "\xff"}',
                "b.json:2: not UTF-8",
            ),
            (b'{"schema": 1, "source": "\xff"}', "b.json: not UTF-8, as JSON has to be"),
            (b'[1, {"schema": 1}]', "b.json: b.json:1: no document of khabar parse"),
            (bytes(range(256)) * 9, "b.json: "),
        ],
    )
    def test_one_line(self, khabar: Khabar, content: bytes | None, message: str) -> None:
        if content is not None:
            (khabar.folder / "b.json").write_bytes(content)
        done = khabar.inside("diff", "english.txt", "b.json")
        assert done.status == 2
        assert message in done.err
        assert len(done.told) == 1
        assert "Traceback" not in done.err

    def test_the_others_are_compared(self, khabar: Khabar) -> None:
        for side in "ab":
            (khabar.folder / side).mkdir()
            (khabar.folder / side / "1.txt").write_text(ENGLISH if side == "a" else ARABIC, "utf-8")
            (khabar.folder / side / "2.txt").write_bytes(b"" if side == "a" else ENGLISH.encode())
        done = khabar("diff", "a", "b")
        assert (done.status, len(done.told)) == (2, 1)
        assert done.told[0].startswith("khabar: a/2.txt: ")
        whats = [(row["source"], row["what"]) for row in done.records]
        assert ("a/1.txt", "title") in whats
        assert ("a/2.txt", "error") in whats

    @pytest.mark.parametrize(
        ("args", "message"),
        [
            (("english.txt",), "diff needs B"),
            (("a", "b", "--fields", "titel"), "no field is called titel"),
            (("a", "b", "--encoding", "utf9"), "no encoding is called 'utf9'"),
        ],
    )
    def test_usage(self, khabar: Khabar, args: tuple[str, ...], message: str) -> None:
        done = khabar.inside("diff", *args)
        assert (done.status, done.out) == (2, b"")
        assert message in " ".join(done.err.split())

    def test_names_cannot_steer_a_terminal(self, khabar: Khabar) -> None:
        (khabar.folder / "a\x1b[2J.txt").write_text(ENGLISH, "utf-8")
        done = khabar.inside("diff", "-f", "blocks", "a\x1b[2J.txt", "arabic.txt")
        assert "\x1b" not in done.text + done.err


class TestDifferences:
    """Of articles in Python, where that says more than files."""

    def test_a_paragraph_inside_a_longer_piece(self) -> None:
        texts = tuple(f"Paragraph {n} of the article, and what it says." for n in range(4))
        a = Article(sections=(Section(None, texts),))
        b = Article(sections=(Section(None, texts[:1]),), stripped=(Stripped("element.footer", " ".join(texts[1:])),))
        found = list(differences(a, b))
        assert [(one.what, one.a, one.b, one.rule) for one in found] == [
            ("label", "paragraph", "stripped", "element.footer")
        ] * 3
        assert [one.text for one in found] == list(texts[1:])
        back = list(differences(b, a))
        assert [(one.what, one.a, one.b, one.rule) for one in back] == [
            ("label", "stripped", "paragraph", "element.footer")
        ] * 3

    def test_other_labels(self) -> None:
        a = Article(title="A title", sections=(Section("A heading", ("One", "A caption", "Two")),))
        b = Article(
            sections=(Section(None, ("A title", "A heading", "One", "Two")),), images=(Image(caption="A caption"),)
        )
        assert {(one.a, one.b, one.text) for one in differences(a, b) if one.what == "label"} == {
            ("title", "paragraph", "A title"),
            ("heading", "paragraph", "A heading"),
            ("paragraph", "caption", "A caption"),
        }
        assert {one.what for one in differences(a, b)} == {"title", "label", "image"}

    def test_order(self) -> None:
        a = Article(sections=(Section(None, ("One", "Two", "Three")),))
        b = Article(sections=(Section(None, ("Two", "Three", "One")),))
        assert list(differences(a, b)) == [
            Difference("place", "section 0, paragraph 0", "section 0, paragraph 2", "One", 0, 0)
        ]

    def test_what_is_new_beside_what_was_edited(self) -> None:
        old = "The mayor said that the port takes in boats."
        a = Article(sections=(Section(None, (old,)),))
        b = Article(sections=(Section(None, ("All new words here.", old.replace("boats", "120 boats"))),))
        assert {(one.a, one.b) for one in differences(a, b)} == {
            (old, old.replace("boats", "120 boats")),
            (None, "All new words here."),
        }

    def test_pictures(self) -> None:
        one, two = Image(src="1.jpg", caption="One"), Image(src="2.jpg", credit="AP")
        a, b = Article(images=(one, two)), Article(images=(two, Image(src="3.jpg", alt="Three")))
        assert [item[:3] for item in differences(a, b)] == [("image", "One", None), ("image", None, "Three")]

    def test_large_documents_take_no_longer_than_a_moment(self) -> None:
        same = tuple(f"line {n % 50}" for n in range(4000))
        quotes = tuple(Quote(f"words {n}", "direct", None, None, 0, n, 0, 9) for n in range(3000))
        others = tuple(Quote(f"others {n}", "direct", None, None, 0, n, 0, 9) for n in range(3000))
        a = Article(sections=(Section(None, same),), quotes=quotes)
        b = Article(sections=(Section(None, same[::-1]),), quotes=others)
        assert len(list(differences(a, b))) >= 6000


TEXTS = st.lists(st.sampled_from(["one", "two", "a longer text of words", "a longer text", "four"]), max_size=6)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    said = draw(TEXTS)
    return Article(
        title=draw(st.sampled_from([None, "one", "title"])),
        byline=tuple(draw(TEXTS)),
        sections=tuple(
            Section(draw(st.sampled_from([None, "two", "h"])), tuple(draw(TEXTS)))
            for _ in range(draw(st.integers(0, 3)))
        ),
        images=tuple(Image(credit=text, caption=draw(st.sampled_from([None, "two"]))) for text in draw(TEXTS)),
        stripped=tuple(Stripped(draw(st.sampled_from("rs")), text) for text in draw(TEXTS)),
        quotes=tuple(Quote(text, "direct", draw(st.sampled_from([None, "x"])), None, 0, 0, 0, 1) for text in said),
    )


@given(articles(), articles())
def test_every_text_that_is_not_in_both_is_told(a: Article, b: Article) -> None:
    assert list(differences(a, a)) == []
    found = list(differences(a, b))
    told = {text for one in found for text in (one.a, one.b, one.text)}
    for one, other in ((a, b), (b, a)):
        texts = {text for section in other.sections for text in section.paragraphs}
        for section in one.sections:
            assert all(text in texts or text in told for text in section.paragraphs)
        assert all(
            piece in other.stripped or piece.text in told or any(piece.text in t for t in told if t)
            or any(t in piece.text for t in told if t)
            for piece in one.stripped
        )  # fmt: skip
    if a.sections != b.sections and [s.paragraphs for s in a.sections] != [s.paragraphs for s in b.sections]:
        flat = [[(s.heading, *s.paragraphs) for s in one.sections] for one in (a, b)]
        bodies = [[text for section in one for text in section if text] for one in flat]
        assert found or bodies[0] == bodies[1]
    assert [one for one in differences(a, b, ("title",)) if one.what != "title"] == []
    assert set(COMPARED).isdisjoint(("schema", "source"))


@pytest.mark.parametrize("output", ["old/a.txt", "new/a.txt"])
def test_the_output_is_no_side(khabar: Khabar, output: str) -> None:
    """A file that is compared stays, whether it is named or in a folder."""
    for side in ("old", "new"):
        (khabar.folder / side).mkdir()
        for name in ("a.txt", "b.txt"):
            (khabar.folder / side / name).write_text(f"{ENGLISH}\nThe {side} quay is closed on Sundays.\n", "utf-8")
    before = (khabar.folder / output).read_bytes()
    done = khabar.inside("diff", "old/a.txt", "new/a.txt", "-o", output)
    assert (done.status, (khabar.folder / output).read_bytes()) == (2, before)
    assert "is an input as well" in done.err
    done = khabar.inside("diff", "old", "new", "-o", output)
    assert (done.status, (khabar.folder / output).read_bytes()) == (2, before)
    assert done.told == [f"khabar: {output}: is also the output; nothing is written"]
    assert khabar.inside("diff", "old", "new", "-o", "out.txt").status == 1
