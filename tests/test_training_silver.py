"""The generator of silver data: one page in all forms, with its gold and labels."""

from __future__ import annotations

import json
from pathlib import Path

from pages import EN, TITLE
from training.confusion import judge
from training.silver import read_pages, write

PAGE = f"""<html lang="en"><head><title>{TITLE} - The Harbour Post</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>{TITLE}</h1>
<figure><img src="wall.jpg"><figcaption>The wall after the storm <span>Photo: Ann Field</span></figcaption></figure>
<p>{EN[0]}</p><p>{EN[1].replace(" ", " <a href='/x'>", 1)}</a></p><h2>Who pays</h2>
<p>{EN[2]}</p><p>{EN[3]}</p></article>
<footer><p>All rights of the Harbour Post are reserved.</p></footer></body></html>"""
GOLD = {
    "title": TITLE,
    "sections": [{"heading": None, "paragraphs": list(EN[:2])}, {"heading": "Who pays", "paragraphs": list(EN[2:4])}],
    "images": [
        {"caption": "The wall after the storm", "credit": "Ann Field", "alt": "not shown"},
        {"caption": "A picture that the page does not show", "credit": None, "alt": None},
    ],
}
FORMS = ("dump-gettext", "dump-document", "dump-inner", "dump-bullets", "main-inner", "body")


def made(folder: Path) -> dict[str, Path]:
    """The sets that the page gives, by form."""
    for name in ("pages", "gold"):
        (folder / "set" / name).mkdir(parents=True)
    (folder / "set/pages/one.html").write_text(PAGE, "utf-8")
    (folder / "set/gold/one.json").write_text(json.dumps(GOLD), "utf-8")
    metas: dict[Path, dict[str, object]] = {}
    for page in read_pages(folder / "set"):
        assert write(page, "silver", folder / "out", metas) == []
    for path, meta in metas.items():
        (path / "meta.json").write_text(json.dumps(meta), "utf-8")
    return {path.name.removeprefix("silver-")[:-2]: path for path in metas}


def test_every_form_has_the_gold_that_stands_in_it(tmp_path: Path) -> None:
    sets = made(tmp_path)
    assert set(sets) == set(FORMS)
    assert len({path.name[-1] for path in sets.values()}) == 1  # one publisher is in one half
    for form, path in sets.items():
        gold = json.loads((path / "gold/set-one.json").read_text("utf-8"))
        assert (gold["title"], gold["sections"]) == (GOLD["title"], GOLD["sections"]), form
        shown = [] if form == "body" else [{**GOLD["images"][0], "alt": None}]  # type: ignore[dict-item]
        assert gold["images"] == shown, form
        assert ("Sport" in " ".join(gold["boilerplate"])) == form.startswith("dump"), form


def test_every_line_has_a_label(tmp_path: Path) -> None:
    sets = made(tmp_path)
    for form, path in sets.items():
        lines = (path / "pages/set-one.txt").read_text("utf-8").split("\n")
        labels = json.loads((path / "labels/set-one.json").read_text("utf-8"))["lines"]
        assert [row["n"] for row in labels] == [n for n, line in enumerate(lines, 1) if line.strip()], form
        judged = [(lines[row["n"] - 1], row["label"]) for row in labels]
        assert (TITLE, "title") in judged
        assert ("Who pays", "heading") in judged
        assert all(label == "paragraph" for line, label in judged if line and line in " ".join(EN))
        assert len(list(judge(path, "set"))) == len(labels)
    first = (sets["dump-document"] / "labels/set-one.json").read_text("utf-8")
    assert json.loads(first)["lines"][0]["label"] == "title_repeat"
    assert "• Sport" in (sets["dump-bullets"] / "pages/set-one.txt").read_text("utf-8")
