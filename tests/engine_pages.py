"""What the tests of engines share: a small corpus with failing documents, and the code of engines/README.md, run."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "parsers" / "khabar" / "engines" / "README.md").read_text("utf-8")
SCRIPTS: dict[str, str] = dict(re.findall(r"^```python\n# (\S+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL))
_SENTENCES = (ROOT / "tests" / "fixtures" / "sentences.txt").read_text("utf-8").splitlines()
EN = [line.split(" ", 1)[1] for line in _SENTENCES if line.startswith("en")][:4]
FILES, EACH = 6, 12
NO_ARTICLES = {"https://example.org/5": "  \n ", "https://example.org/17": "<html><body></body></html>"}


def url(n: int) -> str:
    return f"https://example.org/{n}"


def title(n: int) -> str:
    return f"Harbour wall {n} to be mended after the storm"


def page(n: int) -> str:
    """A page of its own title; every second has a date and a picture, but not the first, whose types are guessed."""
    if url(n) in NO_ARTICLES:
        return NO_ARTICLES[url(n)]
    date = '<meta property="article:published_time" content="2024-06-19T14:05:00Z">' if n % 2 else ""
    picture = '<figure><img src="a.jpg"><figcaption>The wall (Photo: Reuters)</figcaption></figure>' if n % 2 else ""
    body = "".join(f"<p>{text}</p>" for text in EN)
    article = f"<article><h1>{title(n)}</h1>{picture}{body}</article>"
    return f"<!DOCTYPE html><html lang='en'><head>{date}</head><body>{article}</body></html>"


def rows() -> list[list[dict[str, Any]]]:
    """The corpus, a list for each file."""
    numbers = [range(file * EACH, (file + 1) * EACH) for file in range(FILES)]
    return [[{"url": url(n), "html": page(n), "crawl": "2024-26"} for n in file] for file in numbers]


def good() -> list[str]:
    """The addresses of what should come out."""
    return sorted(url(n) for n in range(FILES * EACH) if url(n) not in NO_ARTICLES)


def write_jsonl(folder: Path) -> None:
    folder.mkdir()
    for number, file in enumerate(rows()):
        (folder / f"{number:05}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in file), "utf-8")


def write_parquet(folder: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    folder.mkdir()
    for number, file in enumerate(rows()):
        pq.write_table(pa.Table.from_pylist(file), folder / f"{number:05}.parquet")


def read_jsonl(folder: Path) -> list[dict[str, Any]]:
    out: list[dict[str, Any]] = []
    for path in sorted(folder.iterdir()):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            out += map(json.loads, file)
    return out


def read_parquet(folder: Path) -> list[dict[str, Any]]:
    import pyarrow.parquet as pq

    return [row for path in sorted(folder.glob("*.parquet")) for row in pq.read_table(path).to_pylist()]


def run(name: str, folder: Path, timeout: int = 240, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the README's script of this name, as a user would: written to a file, in the folder of the pages."""
    (folder / name).write_text(SCRIPTS[name], "utf-8")
    done = subprocess.run(
        [sys.executable, name], cwd=folder, env={**os.environ, **environment},
        stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8", timeout=timeout,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-4000:]
    return done
