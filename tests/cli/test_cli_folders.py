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


def sources(khabar: Khabar, *args: str) -> list[str]:
    done = khabar.inside("parse", "--fields", "format", *args)
    assert (done.status, done.err) == (0, "")
    return [record["source"] for record in done.records]


def test_all_texts_and_pages_sorted(khabar: Khabar, tree: Path) -> None:
    for name in (".hidden.txt", ".git/x.txt", "notes.md", "photo.jpg", "data.jsonl", "c/more.parquet", "README"):
        (tree / name).parent.mkdir(exist_ok=True)
        (tree / name).write_text(ENGLISH)
    (tree / "p.txt.gz").write_bytes(gzip.compress(ENGLISH.encode()))
    (tree / "empty").mkdir()
    expected = ["a.txt", "a/deep/x.HTM", "a/y.txt", "a/z.html", "b.txt", "c/n.txt", "p.txt.gz", "ä.txt"]
    assert sources(khabar, "tree") == [f"tree/{name}" for name in expected]
    parts = ["a/deep/x.HTM", "a/y.txt", "a/z.html", "c/n.txt"]
    assert sources(khabar, "tree/a/", "tree/c") == [f"tree/{name}" for name in parts]
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
    assert len(sources(khabar, "tree")) == 7


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
    for _ in range(2):
        assert khabar("text", "tree", "-o", "tree/all.txt").status == 0
        assert khabar.bash("khabar text tree --exclude all.txt > tree/b2.txt").err == ""
        os.unlink(tree / "b2.txt")
    os.unlink(tree / "all.txt")
    for _ in range(2):
        done = khabar("text", "tree", "-o", "tree/out/", "--force")
        assert (done.status, done.err) == (0, "")
        assert sum(len(files) for _, _, files in os.walk(tree / "out")) == count
    same = khabar("text", "tree", "-o", "tree")
    assert same.told == ["khabar: tree: is the folder of the output as well; give another one to --output"]


def test_a_folder_of_nothing(khabar: Khabar) -> None:
    done = khabar("parse", "texts", "english.txt")
    assert (done.status, len(done.records)) == (1, 1)
    assert done.told == [
        "khabar: texts: no file in this folder is called *.txt, *.text, *.html, *.htm, *.xhtml, *.warc (or *.gz of "
        "these); see --include"
    ]
