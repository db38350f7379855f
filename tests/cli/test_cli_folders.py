"""Folders: what is taken from them, in which order, and what stands in the way."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest
from conftest import ENGLISH
from process import Khabar


@pytest.fixture
def tree(khabar: Khabar) -> Path:
    root = khabar.folder / "tree"
    for name in ("b.txt", "a/z.html", "a/y.txt", "a.txt", "a/deep/x.HTM", "c/n.txt", "ä.txt"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(ENGLISH, "utf-8")
    return root


def sources(khabar: Khabar, *args: str, told: str = "") -> list[str]:
    """The names of the documents; `told`: the last line, as far as it tells what was passed over."""
    done = khabar.inside("parse", "--fields", "format", *args)
    assert done.status == 0
    assert done.err.partition(" skipped: ")[2].rstrip("\n") == told
    assert told or done.err == ""
    return [record["source"] for record in done.records]


PAGE = f"<!DOCTYPE html>\n<html><head><title>Old port</title></head><body><p>{ENGLISH}</p></body></html>\n"


def test_all_texts_and_pages_sorted(khabar: Khabar, tree: Path) -> None:
    for name in (".hidden.txt", ".git/x.txt", "notes.md", "photo.jpg", "data.jsonl", "c/more.parquet", "README"):
        (tree / name).parent.mkdir(exist_ok=True)
        (tree / name).write_text(ENGLISH)
    (tree / "p.txt.gz").write_bytes(gzip.compress(ENGLISH.encode()))
    (tree / "empty").mkdir()
    expected = ["a.txt", "a/deep/x.HTM", "a/y.txt", "a/z.html", "b.txt", "c/n.txt", "p.txt.gz", "ä.txt"]
    told = "1 .jpg, 1 .jsonl (see --input-format jsonl), 1 .md, 1 .parquet (see --input-format parquet), "
    assert sources(khabar, "tree", told=told + "1 without extension") == [f"tree/{name}" for name in expected]
    parts = ["a/deep/x.HTM", "a/y.txt", "a/z.html", "c/n.txt"]
    told = "1 .parquet (see --input-format parquet)"
    assert sources(khabar, "tree/a/", "tree/c", told=told) == [f"tree/{name}" for name in parts]
    found = khabar.bash("find tree -type f ! -path '*/.*' ! -name '*.jsonl' ! -name '*.parquet' | LC_ALL=C sort")
    assert sources(khabar, "tree", "--include", "*", "--exclude", "*.[jp]*[lt]") == found.text.split()


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--include", "*.txt"], ["a.txt", "a/y.txt", "b.txt", "c/n.txt", "ä.txt"]),
        (["--include", "*.html", "--include", "*.HTM"], ["a/deep/x.HTM", "a/z.html"]),
        (["--include", "a/*"], ["a/y.txt", "a/z.html"]),
        (["--include", "a/**"], ["a/deep/x.HTM", "a/y.txt", "a/z.html"]),
        (["--include", "**/[xy].*"], ["a/deep/x.HTM", "a/y.txt"]),
        (["--include", "/a.txt"], ["a.txt"]),
        (["--include", "?.txt", "--exclude", "a*"], ["b.txt", "c/n.txt", "ä.txt"]),
        (["--exclude", "a", "--exclude", "*.txt", "--include", "*"], []),
        (["--exclude", "a/deep/"], ["a.txt", "a/y.txt", "a/z.html", "b.txt", "c/n.txt", "ä.txt"]),
        (["--exclude", "**/n.txt", "--exclude", "deep", "--exclude", "[!b].txt"], ["a/z.html", "b.txt"]),
    ],
)
def test_globs(khabar: Khabar, tree: Path, options: list[str], expected: list[str]) -> None:
    if not expected:
        done = khabar.inside("parse", "tree", *options)
        assert (done.status, done.told) == (1, ["khabar: tree: no file in this folder is called *"])
        return
    assert sources(khabar, "tree", *options) == [f"tree/{name}" for name in expected]


def test_files_that_are_named_need_no_pattern(khabar: Khabar, tree: Path) -> None:
    (tree / "article").write_text(ENGLISH)
    assert sources(khabar, "tree/article", "--include", "*.none", "--exclude", "art*") == ["tree/article"]
    (khabar.folder / "list").write_text("tree/c\ntree/article\n")
    assert sources(khabar, "--files-from", "list") == ["tree/c/n.txt", "tree/article"]


def test_links(khabar: Khabar, tree: Path) -> None:
    """Followed, but no folder twice; what leads nowhere is told."""
    (tree / "a" / "up").symlink_to("..")
    (tree / "self").symlink_to(".")
    (tree / "c" / "other.txt").symlink_to("../b.txt")
    (khabar.folder / "elsewhere").mkdir()
    (khabar.folder / "elsewhere" / "e.txt").write_text(ENGLISH)
    (tree / "zz").symlink_to(khabar.folder / "elsewhere")
    names = ["a.txt", "a/deep/x.HTM", "a/y.txt", "a/z.html", "b.txt", "c/n.txt", "c/other.txt", "zz/e.txt", "ä.txt"]
    assert sources(khabar, "tree") == [f"tree/{name}" for name in names]
    (tree / "gone.txt").symlink_to("nowhere")
    (tree / "round.txt").symlink_to("round.txt")
    done = khabar.inside("parse", "tree")
    assert (done.status, len(done.records)) == (1, len(names))
    assert done.told[0] == "khabar: tree/gone.txt: No such file or directory"
    assert done.told[1].startswith("khabar: tree/round.txt: Too many levels")


def test_what_is_no_file(khabar: Khabar, tree: Path) -> None:
    os.mkfifo(tree / "pipe.txt")
    (tree / "device.txt").symlink_to("/dev/zero")
    assert len(sources(khabar, "tree", told="2 special (pipe, socket or device)")) == 7


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_folder(khabar: Khabar, tree: Path) -> None:
    (tree / "c").chmod(0)
    try:
        done = khabar("parse", "tree")
    finally:
        (tree / "c").chmod(0o755)
    assert (done.status, len(done.records)) == (1, 6)
    assert done.told == ["khabar: tree/c: Permission denied"]


def test_unreadable_folder_told_once(khabar: Khabar, tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.scandir

    def scandir(path: str) -> object:
        if str(path).rstrip("/").endswith("tree/c"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    done = khabar.inside("parse", "tree", "--errors", "json")
    (failed,) = (record for record in done.records if "error" in record)
    assert failed["error"] == {"code": "unreadable", "message": "Permission denied"}
    assert failed["source"] == "tree/c"
    assert len(done.records) == 7


def test_deep_folders(khabar: Khabar) -> None:
    """Deeper than Python's own recursion."""
    below = "/".join("d" for _ in range(1200))
    khabar.bash(f"mkdir -p {below} && cp english.txt {below}/x.txt")
    assert sources(khabar, "d") == [f"{below}/x.txt"]
    done = khabar.inside("text", "d", "-o", "out/")
    assert (done.status, done.err) == (0, "")
    assert (khabar.folder / "out" / below.removeprefix("d/") / "x.txt.txt").stat().st_size > 100
    khabar.bash("rm -r d out")  # pytest could not


def test_the_output_in_the_folder(khabar: Khabar, tree: Path) -> None:
    count = len(sources(khabar, "tree"))
    done = khabar("text", "tree", "-o", "tree/all.txt")
    assert (done.status, done.err) == (0, "")  # of a file that is not there yet
    whole = (tree / "all.txt").read_bytes()
    done = khabar("text", "tree", "-o", "tree/all.txt")  # it may be an article, for all that can be known
    assert (done.status, done.told) == (
        2,
        [
            "khabar: --output: tree/all.txt is an input as well; the output would take its place "
            "(--exclude all.txt leaves it out)"
        ],
    )
    assert (tree / "all.txt").read_bytes() == whole
    done = khabar("text", "tree", "-o", "tree/all.txt", "--exclude", "all.txt")
    assert (done.status, done.err, (tree / "all.txt").read_bytes()) == (0, "", whole)
    told = f"khabar: {count} read, 0 failed, 1 skipped: 1 that is the output\n"
    for _ in range(2):  # the shell has emptied it
        assert khabar.bash("khabar text tree --exclude all.txt > tree/b2.txt").err == told
    os.unlink(tree / "b2.txt")
    os.unlink(tree / "all.txt")
    before = (tree / "b.txt").read_bytes()
    (tree / "link.txt").symlink_to(tree / "b.txt")
    (khabar.folder / "out.txt").symlink_to(tree / "b.txt")
    os.link(tree / "b.txt", khabar.folder / "hard.txt")
    for output, status in (("out.txt", 2), ("hard.txt", 1)):
        assert khabar("text", "tree", "-o", output).status == status
        assert (tree / "b.txt").read_bytes() == before
    os.unlink(tree / "link.txt")
    for _ in range(2):
        done = khabar("text", "tree", "-o", "tree/out/", "--force")
        assert (done.status, done.err) == (0, "")
        assert len(list((tree / "out").rglob("*.txt"))) == count
    same = khabar("text", "tree", "-o", "tree")
    assert same.told == ["khabar: tree: is the folder of the output as well; give another one to --output"]


def test_a_folder_of_nothing(khabar: Khabar) -> None:
    done = khabar("parse", "texts", "english.txt")
    assert (done.status, len(done.records)) == (1, 1)
    assert done.told == [
        "khabar: texts: no file in this folder is called *.txt, *.text, *.html, *.htm, *.xhtml, *.warc (or *.gz of "
        "these); see --include"
    ]


class TestPassedOver:
    """What is not read is told: nothing is passed over in silence."""

    def test_counted_by_kind_in_the_last_line(self, khabar: Khabar, tree: Path) -> None:
        for name in ("1.pdf", "2.PDF", "a/3.pdf", "Makefile", "old.tar.gz", "empty.txt", "c.csv", ".hidden.pdf"):
            (tree / name).write_bytes(b"")
        done = khabar("parse", "tree", "--exclude", "*.csv")
        assert done.status == 1
        assert done.told == [
            "khabar: tree/empty.txt: empty",
            "khabar: 7 read, 1 failed, 5 skipped: 3 .pdf, 1 .tar, 1 without extension",
        ]
        assert khabar("parse", "tree", "--exclude", "*.csv", "-q").told == ["khabar: tree/empty.txt: empty"]
        assert khabar("parse", "tree", "-j", "2", "--exclude", "*.csv").told == done.told

    def test_named_one_by_one(self, khabar: Khabar, tree: Path) -> None:
        for name in ("z.jpg", "b.pdf", "a/x.ndjson"):
            (tree / name).write_bytes(b"")
        expected = [
            "khabar: tree/a/x.ndjson: skipped: .ndjson (see --input-format jsonl)",
            "khabar: tree/b.pdf: skipped: .pdf",
            "khabar: tree/z.jpg: skipped: .jpg",
            "khabar: 7 read, 0 failed, 3 skipped: 1 .jpg, 1 .ndjson (see --input-format jsonl), 1 .pdf",
        ]
        for options in (["-v"], ["--verbose", "-j", "2"], ["-v", "-o", "out/"]):
            done = khabar("parse", "tree", *options)
            assert (done.status, done.told) == (0, expected)
        both = khabar("parse", "tree", "-v", "-q")
        assert (both.status, both.out) == (2, b"")
        assert "makes no sense with --quiet" in both.err

    def test_what_was_chosen_is_not_skipped(self, khabar: Khabar, tree: Path) -> None:
        (tree / "photo.jpg").write_bytes(b"")
        assert len(sources(khabar, "tree", "--exclude", "*.jpg")) == 7
        assert len(sources(khabar, "tree", "--include", "*.txt")) == 5
        assert khabar("parse", "tree/a.txt", "tree/c").err == ""

    def test_many_kinds(self, khabar: Khabar, tree: Path) -> None:
        for n, end in enumerate(["abi", "adb", "ads", "agda", "ahk", "apl", "asm", "awk", "bas", "bf"], 1):
            for copy in range(n):
                (tree / f"{copy}.{end}").write_bytes(b"")
        told = "10 .bf, 9 .bas, 8 .awk, 7 .asm, 6 .apl, 5 .ahk, 4 .agda, 3 .ads, 3 others"
        assert len(sources(khabar, "tree", told=told)) == 7

    def test_nothing_but_other_files(self, khabar: Khabar) -> None:
        (khabar.folder / "texts" / "report.pdf").write_bytes(b"%PDF")
        done = khabar("parse", "texts")
        assert (done.status, done.out, len(done.told)) == (1, b"", 2)
        assert done.told[1] == "khabar: 0 read, 1 failed, 1 skipped: 1 .pdf"

    def test_records_where_they_are_asked_for(self, khabar: Khabar, tree: Path) -> None:
        (tree / "r.jsonl").write_text('{"text": "Old port\\n\\nThe mayor said that it opens again."}\n')
        done = khabar("parse", "tree", "--input-format", "jsonl")
        assert [record["source"] for record in done.records] == ["tree/r.jsonl:1"]
        assert done.told == ["khabar: 1 read, 0 failed, 7 skipped: 5 .txt, 1 .htm, 1 .html"]

    def test_names_cannot_steer_the_terminal(self, khabar: Khabar, tree: Path) -> None:
        (tree / "x\x1b[31m\n.pdf").write_bytes(b"")
        done = khabar.inside("parse", "tree", "-v")
        assert done.told[0] == r"khabar: tree/x\x1b[31m\n.pdf: skipped: .pdf"
        assert len(done.told) == 2


class TestPagesUnderOtherNames:
    """A page is read whatever its name, if it cannot be mistaken."""

    @pytest.mark.parametrize(
        "name",
        ["index.html?id=3", "story.php", "article.aspx", "page.html.1", "12345", "news.example", "a.php?p=1&x=a.jpg",
         "index.html@id=3", "page.gz", "a.shtml"],
    )  # fmt: skip
    def test_read(self, khabar: Khabar, tree: Path, name: str) -> None:
        data = PAGE.encode()
        (tree / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
        assert f"tree/{name}" in sources(khabar, "tree")
        (record,) = khabar.inside("parse", "tree", "--exclude", "*.txt", "--exclude", "a").records
        assert (record["format"], record["title"]) == ("html", "Old port")
        assert khabar.inside("parse", "tree", "-o", "out/").err == ""
        assert (khabar.folder / "out" / f"{name}.json").is_file()

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "windows-1256"])
    def test_in_any_encoding(self, khabar: Khabar, tree: Path, encoding: str) -> None:
        (tree / "page").write_bytes(PAGE.replace("Old", "ميناء").encode(encoding))
        assert "tree/page" in sources(khabar, "tree")

    @pytest.mark.parametrize(
        ("name", "data", "kind"),
        [
            ("README", ENGLISH, "without extension"),
            ("README", f'<p align="center"><img src="logo.png"></p>\n\n{ENGLISH}', "without extension"),
            ("feed", '<?xml version="1.0"?>\n<rss><channel><title>News</title></channel></rss>', "without extension"),
            ("page.php", f"<?php include 'head.php'; ?>\n{PAGE}", ".php"),
            ("page.php", f"{PAGE[:40]}<?= $title ?>{PAGE[40:]}", ".php"),
            ("noise.aspx", "\0\1\2<html>", ".aspx"),
            ("page.html.1", "gone", "not a page"),
            ("style.css?v=3", PAGE, ".css"),
            ("page.html~", PAGE, "~"),
            ("page.html.bak", PAGE, ".bak"),
            ("broken.gz", "\x1f\u008b", ".gz"),
            ("data.json", '{"html": "<html>"}', ".json (see --input-format json)"),
            ("news.7z.zst", "", ".7z"),
            ("photo@2x.png", "", ".png"),
        ],
    )  # fmt: skip
    def test_passed_over(self, khabar: Khabar, tree: Path, name: str, data: str, kind: str) -> None:
        (tree / name).write_text(data, "latin-1" if name.endswith(".gz") else "utf-8")
        kind = "unreadable" if name == "broken.gz" else kind
        assert len(sources(khabar, "tree", told=f"1 {kind}")) == 7

    def test_a_page_is_no_raw_text(self, khabar: Khabar, tree: Path) -> None:
        (tree / "story.php").write_text(PAGE)
        assert len(sources(khabar, "tree", "--input-format", "text", told="1 .php")) == 7
        assert len(sources(khabar, "tree", "--input-format", "html")) == 8

    def test_a_link_that_leads_nowhere(self, khabar: Khabar, tree: Path) -> None:
        (tree / "gone").symlink_to("nowhere")
        assert len(sources(khabar, "tree", told="1 unreadable")) == 7
