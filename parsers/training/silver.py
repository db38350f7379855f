"""Silver data: HTML pages whose parts are known, rendered as the raw text that scrapers give, with gold and labels.

    python parsers/training/silver.py --pages ../shared/sets/publishers-html --pages ../shared/wild --out DIR

`--pages`: a folder with pages/ and gold/ (what an annotator found counts), with pages/ and gold.jsonl, or with HTML
files at any depth (what khabar makes of the page counts, where it can be trusted; `--weak` keeps the others, too).
Written are sets `silver-FORM-a` and `silver-FORM-b` for the forms of `render.FORMS` and `body`, each with pages/,
gold/, labels/ and meta.json. All pages of a publisher are in the same half: make rules while looking at a, check them
on b.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import khabar
from khabar.characters import ends_sentence
from khabar.decode import decode
from lxml.etree import _Element
from training.align import Alignment, Unit, align, fold
from training.render import FORMS, parse_page

Doc = dict[str, Any]
_PARAGRAPHS = 5
"""Paragraphs of a page that khabar is trusted with, at the least."""
_PROSE = 0.5
"""Share of the paragraphs that end as sentences do, at the least: those of front pages and lists do not."""
_AGREED = 0.85
"""Share of words that khabar's text and another account of it have in common, at the least."""
_SHORT = 80
"""Characters of a line that may be a heading."""
_HELD = 0.8
"""Share of the article's characters that a rendering must hold."""
_SECOND = frozenset(("ac", "co", "com", "edu", "gov", "net", "org"))
_KINDS = {"list-item": "list_item", "quote": "quote_block", "standfirst": "standfirst"}
_LINES = {"byline": "byline", "date": "date", "standfirst": "standfirst", "title-repeat": "title_repeat",
          "caption": "caption", "credit": "credit", "media": "media"}  # fmt: skip
_READ = frozenset(("paragraph", "heading", "list-item", "quote", "standfirst"))


class Page(NamedTuple):
    """A page, what is known of its article (in the neutral form of gold), and where that comes from."""

    key: str
    root: _Element
    truth: Doc
    trace: khabar.Trace
    meta: Doc


def read_pages(folder: Path, weak: bool = False) -> Iterator[Page]:
    """The pages of a folder whose article is known."""
    gold = {path.stem: json.loads(path.read_text("utf-8")) for path in (folder / "gold").glob("*.json")}
    meta = json.loads((folder / "meta.json").read_text("utf-8")) if (folder / "meta.json").exists() else {}
    told = {}
    if (folder / "gold.jsonl").exists():
        told = {row["id"]: row for row in map(json.loads, (folder / "gold.jsonl").read_text("utf-8").splitlines())}
    for path in sorted([*folder.rglob("*.html"), *folder.rglob("*.html.gz")]):
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        key = path.name.removesuffix(".gz").removesuffix(".html")
        about = meta.get(key) or told.get(key) or {}
        try:
            trace = khabar.trace(data, input_format="html", fields=[f for f in khabar.FIELDS if f != "quotes"])
        except khabar.KhabarError:
            continue
        root = parse_page(decode(data).text)
        if root is None:
            continue
        truth, group = gold.get(key), "gold"
        if truth is None:
            truth = neutral(trace.article)
            group = "silver" if is_trusted(truth, data, about) else "weak"
        if group == "weak" and not (weak and truth["sections"]):
            continue
        publisher = publisher_of(about, trace.article, path)
        lang = about.get("lang") or trace.article.language
        kept = {"publisher": publisher, "lang": lang, "group": group, "set": folder.name}
        yield Page(f"{folder.name}-{key}", root, truth, trace, kept)


def neutral(article: khabar.Article) -> Doc:
    """An article in the form of gold."""
    pictures = [image for image in article.images if image.caption or image.credit]
    images = [{"caption": image.caption, "credit": image.credit, "alt": None} for image in pictures]
    return {"title": article.title, "sections": [s.to_dict() for s in article.sections], "images": images}


def is_trusted(doc: Doc, data: bytes, told: Doc) -> bool:
    """Whether khabar's account of a page is good enough: a title, a body of sentences, and nobody says otherwise."""
    paragraphs = [text for section in doc["sections"] for text in section["paragraphs"]]
    body = " ".join(paragraphs)
    if not doc["title"] or len(paragraphs) < _PARAGRAPHS or told.get("kind", "article") != "article":
        return False
    if sum(map(ends_sentence, paragraphs)) < max(_PARAGRAPHS, _PROSE * len(paragraphs)):
        return False
    others = [told["body"]] if told.get("body") else []
    others += re.findall(r'"articleBody"\s*:\s*("(?:[^"\\]|\\.)*")', data.decode("utf-8", "replace"))[:1]
    for other in others:
        if other[:1] == '"':
            try:
                other = json.loads(other, strict=False)
            except ValueError:
                continue
        if other and _likeness(body, re.sub(r"<[^>]*>|&\w+;", " ", other)) < _AGREED:
            return False
    key = fold(body)
    return all(fold(x) in fold(doc["title"]) + key for x in told.get("with", ())) and not any(
        fold(x) in key for x in told.get("without", ())
    )


def _likeness(a: str, b: str) -> float:
    left, right = Counter(a.split()), Counter(b.split())
    return 2 * (left & right).total() / max(left.total() + right.total(), 1)


def publisher_of(about: Doc, article: khabar.Article, path: Path) -> str:
    """The publisher's domain, or its name where no address is known; the BBC's services count each as one."""
    if about.get("service"):
        return f"bbc.com/{about['service']}"
    url = urlsplit(about.get("url") or article.url or "")
    parts = (url.hostname or "").split(".")
    domain = ".".join(parts[-3 if len(parts) > 2 and parts[-2] in _SECOND else -2 :])
    if domain in ("bbc.com", "bbc.co.uk"):
        return "bbc.com/" + url.path.lstrip("/").partition("/")[0]
    return domain or (article.publisher or path.name.split("__")[0]).lower()


def half_of(publisher: str) -> str:
    return "ab"[hashlib.sha256(publisher.encode()).digest()[0] & 1]


def units_of(page: Page) -> list[Unit]:
    """The texts of a page that a line can be: the article's, then those that khabar labels."""
    kinds = {fold(block.text): _KINDS.get(block.label.value, "paragraph") for block in page.trace.blocks}
    truth, article = page.truth, page.trace.article
    units = [Unit("title", text) for text in dict.fromkeys((truth["title"], article.title)) if text]
    units.append(Unit("title_repeat", ""))
    for section in truth["sections"]:
        if section["heading"]:
            units.append(Unit("heading", section["heading"], len(units)))
        for text in section["paragraphs"]:
            units.append(Unit(kinds.get(fold(text), "paragraph"), text, len(units)))
    for n, image in enumerate(truth["images"]):
        units += [Unit(part, image[part], image=n) for part in ("caption", "credit") if image.get(part)]
    units += [Unit("standfirst", text) for text in truth.get("optional") or []]
    return units + _beside_the_article(page, {fold(unit.text) for unit in units})


def _beside_the_article(page: Page, known: set[str]) -> list[Unit]:
    """What khabar reads on the page beside the texts that are known already (folded)."""
    units = [Unit("byline", name) for name in page.trace.article.byline]
    for block in page.trace.blocks:
        label = block.label.value
        if fold(block.text) in known or block.rule.startswith("element."):
            continue
        if page.meta["group"] == "gold" and label in _READ | {"caption"}:
            units.append(Unit("other", block.text))  # two accounts of the page: neither is held against anybody
        elif label in _LINES:
            units.append(Unit(_LINES[label], block.text))
    return units


def gold_of(lines: list[str], units: list[Unit], found: Alignment) -> Doc:
    """What of the article is in the rendered text, in the form of gold."""
    sections: list[Doc] = []
    images: dict[int, Doc] = {}
    title = next((units[n].text for n in sorted(found.found) if units[n].label == "title"), None)
    for n, unit in enumerate(units):
        if n not in found.found:
            continue
        if unit.image is not None:
            images.setdefault(unit.image, {"caption": None, "credit": None, "alt": None})[unit.label] = unit.text
        elif unit.body is not None and unit.label == "heading":
            sections.append({"heading": unit.text, "paragraphs": []})
        elif unit.body is not None:
            if not sections:
                sections.append({"heading": None, "paragraphs": []})
            sections[-1]["paragraphs"].append(unit.text)
    loose = [units[n] for n in sorted(found.found) if units[n].body is None]
    return {
        "title": title,
        "sections": sections,
        "images": list(images.values()),
        "optional": [unit.text for unit in loose if unit.label in ("other", "standfirst")],
        "boilerplate": [
            text.strip()
            for text, line in zip(lines, found.lines, strict=True)
            if line.label in ("promo", "date") and not line.also and fold(text)
        ],
    }


def _may_head(text: str) -> bool:
    return len(text) < _SHORT and not ends_sentence(text)


def labels_of(page: Page, lines: list[str], found: Alignment) -> Doc:
    """The labels of the lines that are not blank, counted from 1."""
    rows: list[Doc] = []
    for n, (text, line) in enumerate(zip(lines, found.lines, strict=True), 1):
        if text.strip():
            row: Doc = {"n": n, "label": line.label}
            also = line.also
            if page.meta["group"] != "gold" and line.label == "paragraph" and _may_head(text):
                also += ("heading",)  # khabar reads a heading that the markup does not show as a paragraph
            if also:
                row["also"] = list(also)
            if line.parts:
                row["parts"] = [{"label": label, "text": part} for label, part in line.parts]
            rows.append(row)
    return {"id": page.key, "publisher": page.meta["publisher"], "lang": page.meta["lang"], "lines": rows}


def body_text(truth: Doc, kinds: dict[str, str]) -> list[str]:
    """Title and text alone, with blank lines, as extractors of the main content give it."""
    texts = [truth["title"] or ""]
    for section in truth["sections"]:
        texts.append(section["heading"] or "")
        texts += [("- " if kinds.get(x) == "list_item" else "") + x for x in section["paragraphs"]]
    return [line for text in texts if text for line in (" ".join(text.split()), "")][:-1]


def write(page: Page, prefix: str, out: Path, metas: dict[Path, Doc]) -> list[str]:
    """Write a page in every form; returns the forms that hold too little of its article."""
    units = units_of(page)
    size = sum(len(fold(unit.text)) for unit in units if unit.body is not None)
    missed = []
    renderings = {form: render(page.root) for form, render in FORMS.items()}
    renderings["body"] = body_text(page.truth, {unit.text: unit.label for unit in units})
    for form, lines in renderings.items():
        found = align(lines, units)
        held = sum(len(fold(units[n].text)) for n in found.found if units[n].body is not None)
        if not size or held < _HELD * size:
            missed.append(form)
            continue
        folder = out / f"{prefix}-{form}-{half_of(page.meta['publisher'])}"
        for name, suffix, content in (
            ("pages", "txt", "\n".join(lines) + "\n"),
            ("gold", "json", json.dumps(gold_of(lines, units, found), ensure_ascii=False, indent=1)),
            ("labels", "json", json.dumps(labels_of(page, lines, found), ensure_ascii=False)),
        ):
            (folder / name).mkdir(parents=True, exist_ok=True)
            (folder / name / f"{page.key}.{suffix}").write_text(content, "utf-8")
        metas.setdefault(folder, {})[page.key] = {**page.meta, "form": form}
    return missed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=Path, action="append", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--prefix", default="silver", help="what the sets' names begin with")
    parser.add_argument("--weak", action="store_true", help="keep pages on which khabar is not to be trusted")
    args = parser.parse_args()
    metas: dict[Path, Doc] = {}
    for folder in args.pages:
        missed: Counter[str] = Counter()
        count = 0
        for page in read_pages(folder, args.weak):
            count += 1
            missed.update(write(page, args.prefix, args.out, metas))
        print(f"{folder.name}: {count} pages; too little of the article in {dict(missed)}")
    for folder, meta in metas.items():
        (folder / "meta.json").write_text(json.dumps(meta, ensure_ascii=False, indent=1), "utf-8")


if __name__ == "__main__":
    main()
