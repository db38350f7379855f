"""The README's figures on documents that nobody who builds khabar has read.

`python tests/figures.py` writes the tables into README.md from tests/figures.json. `--measure` makes the file anew,
with the closed sets and the bench beside the repo (../shared), in a minute; `--peers PYTHON` measures the extractors
of tests/peers.py too, with a Python that has them. Do so before a release, not while you work: figures on documents
that one works by are no longer figures on unseen documents.
"""

from __future__ import annotations

import argparse
import json
import re
import shlex
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import khabar
from peers import PEERS

ROOT = Path(__file__).resolve().parents[1]
FIGURES = Path(__file__).with_suffix(".json")
SETS = ("bbc-html", "publishers-html", "scrapinghub-html", "pages-trafilatura", "pages-postlight", "bbc-text-seed",
        "bbc-text-inner", "bbc-text-resiliparse", "bbc-text-soup", "wild-text", "wild-text-3", "quotes-ar",
        "quotes-en", "quotes-de", "quotes-other", "statements-ar", "statements-en")  # fmt: skip
OF_PAGES = SETS[:5]
KHABAR = "khabar"


class Row(NamedTuple):
    """A row of a table: what is measured, on which set, under which name in the bench."""

    what: str
    of: str
    key: str


PAGES = (
    Row("article's words", "publishers-html", "body_f1"),
    Row("paragraphs", "publishers-html", "para_f1"),
    Row("headings", "publishers-html", "heading_f1"),
    Row("captions", "publishers-html", "caption_f1"),
    Row("photo credits", "publishers-html", "credit_f1"),
    Row("words of captions that are left in the body (less is better)", "publishers-html", "cap_leak"),
    Row("article's words", "bbc-html", "body_f1"),
    Row("captions", "bbc-html", "caption_f1"),
    Row("photo credits", "bbc-html", "credit_f1"),
    Row("article's words", "scrapinghub-html", "body_f1"),
    Row("title, word for word", "pages-trafilatura", "title"),
    Row("authors", "pages-trafilatura", "author"),
    Row("date", "pages-trafilatura", "date"),
    Row("passages that must be in the text", "pages-trafilatura", "with"),
    Row("passages that must not be (less is better)", "pages-trafilatura", "without"),
    Row("title, word for word", "pages-postlight", "title"),
    Row("lead picture", "pages-postlight", "image"),
)
NOT_GIVEN = {
    "trafilatura": ("caption_f1", "credit_f1"),
    "trafilatura, precision": ("caption_f1", "credit_f1"),
    "readability-lxml": ("credit_f1", "author", "date", "image"),
}
"""What a peer does not claim to find."""
PAGE_SETS = {
    "publishers-html": "publishers in a dozen languages",
    "bbc-html": "BBC services",
    "scrapinghub-html": "Scrapinghub's benchmark",
    "pages-trafilatura": "trafilatura's own tests",
    "pages-postlight": "Postlight's own tests",
}
TEXTS = {
    "bbc-text-seed": "BBC pages, as most scrapers give them",
    "bbc-text-inner": "BBC pages, copied from a browser",
    "bbc-text-soup": "BBC pages, through BeautifulSoup",
    "bbc-text-resiliparse": "BBC pages, through Resiliparse",
    "wild-text": "Arabic publishers of every kind, one set",
    "wild-text-3": "Arabic publishers of every kind, another, with dumps of whole pages",
}
TEXT_KEYS = {"body_f1": "article's words", "para_f1": "paragraphs", "heading_f1": "headings",
             "caption_f1": "captions", "credit_f1": "credits", "title": "title"}  # fmt: skip
QUOTES = {"quotes-ar": "Arabic", "quotes-en": "English", "quotes-de": "German", "quotes-other": "other languages"}
QUOTE_KEYS = {"speech_overlap": "quotations found", "kind_accuracy": "kind", "speaker_accuracy": "speaker",
              "speaker_precision_when_given": "speaker, where one is named"}  # fmt: skip
STATEMENTS = {"statements-ar": "Arabic", "statements-en": "English"}
STATEMENT_KEYS = {"f1": "statements found", "speaker": "speaker, of those found", "type": "type, of those found"}


def measure(shared: Path, peers: str | None) -> dict[str, Any]:
    """The figures of khabar, and with `peers`, a Python that has them, of the other extractors."""
    command = shlex.quote(str(Path(sys.executable).with_name("khabar")))
    sets = {name: _measured(shared, name, f"{command} parse --format jsonl") for name in SETS}
    found: dict[str, Any] = {
        "khabar": khabar.__version__,
        "measured": f"{datetime.now(UTC):%Y-%m-%d}",
        "documents": {name: documents for name, (documents, _) in sets.items()},
        "figures": {KHABAR: {name: figures for name, (_, figures) in sets.items()}},
    }
    for peer in PEERS if peers else ():
        call = shlex.join([peers or "", str(Path(__file__).with_name("peers.py")), peer])
        found["figures"][peer] = {name: _measured(shared, name, call)[1] for name in OF_PAGES}
    return found


def _measured(shared: Path, name: str, command: str) -> tuple[int, dict[str, float | None]]:
    """How many documents a closed set has, and a command's figures on it."""
    with tempfile.TemporaryDirectory() as folder:
        out, counts = Path(folder, "figures.json"), Path(folder, "counts")
        counted = shlex.join(["sh", "-c", f'echo $# >> {shlex.quote(str(counts))}; exec {command} "$@"', "sh"])
        subprocess.run(
            [sys.executable, str(shared / "bench" / "blind.py"), name, "--command", counted, "--json", str(out)],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        figures: dict[str, float | None] = json.loads(out.read_text("utf-8"))[name]
        calls = sum(map(int, counts.read_text("utf-8").split()))
    return calls - _open(shared, name), {
        key: value if value is None else round(value, 4) for key, value in figures.items()
    }


def _open(shared: Path, name: str) -> int:
    """How many documents of the open set that is like it the bench measures beside it."""
    folder = shared / "sets" / {"quotes-ar": "quotes-fresh"}.get(name, name)
    pages = folder / "pages" if (folder / "pages").is_dir() else folder
    endings = (".txt", ".html", ".gz")
    return sum(page.name.endswith(endings) for page in pages.iterdir()) if pages.is_dir() else 0


def tables(data: dict[str, Any]) -> dict[str, str]:
    """The README's tables by the name of their place."""
    return {
        "figures of pages": _pages(data),
        "figures of texts": _by_set(data, "raw text", TEXTS, TEXT_KEYS),
        "figures of quotations": _by_set(data, "quotations", QUOTES, QUOTE_KEYS),
        "figures of statements": _by_set(data, "statements", STATEMENTS, STATEMENT_KEYS),
    }


def _pages(data: dict[str, Any]) -> str:
    names = list(data["figures"])
    lines = [f"| pages | what | {' | '.join(names)} |", "|---|---|" + "---:|" * len(names)]
    before = ""
    for what, of, key in PAGES:
        values = [None if key in NOT_GIVEN.get(name, ()) else data["figures"][name][of].get(key) for name in names]
        best = (min if "less is better" in what else max)(round(v, 2) for v in values if v is not None)
        cells = " | ".join(_cell(v, bold=v is not None and round(v, 2) == best) for v in values)
        where = "" if of == before else f"{PAGE_SETS[of]} ({data['documents'][of]})"
        lines.append(f"| {where} | {what} | {cells} |")
        before = of
    return "\n".join(lines)


def _by_set(data: dict[str, Any], title: str, sets: dict[str, str], keys: dict[str, str]) -> str:
    lines = [f"| {title} | articles | {' | '.join(keys.values())} |", "|---|---:|" + "---:|" * len(keys)]
    for name, shown in sets.items():
        figures = data["figures"][KHABAR][name]
        cells = " | ".join(_cell(figures.get(key)) for key in keys)
        lines.append(f"| {shown} | {data['documents'][name]} | {cells} |")
    return "\n".join(lines)


def _cell(value: float | None, *, bold: bool = False) -> str:
    if value is None:
        return "–"
    return f"**{value:.2f}**" if bold else f"{value:.2f}"


def written(text: str, data: dict[str, Any]) -> str:
    """A text with the tables in their places, between `<!-- NAME -->` and `<!-- /NAME -->`."""
    for name, table in tables(data).items():
        text = re.sub(
            rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)",
            lambda m, t=table: f"{m[1]}{t}\n{m[2]}",
            text,
            flags=re.DOTALL,
        )
    return text


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--measure", action="store_true")
    options.add_argument("--peers", metavar="PYTHON")
    options.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    asked = options.parse_args()
    if asked.measure:
        new = measure(asked.shared.resolve(), asked.peers)
        old = json.loads(FIGURES.read_text("utf-8")) if FIGURES.is_file() else {"figures": {}}
        new["figures"] = old["figures"] | new["figures"]
        FIGURES.write_text(json.dumps(new, indent=1) + "\n", "utf-8")
    readme = ROOT / "README.md"
    readme.write_text(written(readme.read_text("utf-8"), json.loads(FIGURES.read_text("utf-8"))), "utf-8")


if __name__ == "__main__":
    main()
