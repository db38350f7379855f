"""Make a folder of many texts from the samples: `python tests/make_corpus.py FOLDER [COUNT]`.

No two are the same: each has its number in its first paragraph, and the samples take turns. The folders below
hold 1000 texts each, as corpora do. The same call makes the same bytes, and what is there already is kept.
"""

from __future__ import annotations

import sys
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
COUNT = 20_000
A_FOLDER = 1000


def texts() -> list[str]:
    """The samples that are raw text in UTF-8."""
    found = []
    for path in sorted(SAMPLES.glob("*.txt")):
        try:
            found.append(path.read_bytes().decode("utf-8-sig"))
        except UnicodeDecodeError:  # it stands for other encodings
            continue
    return found


def name(number: int) -> str:
    """The name of a text below the folder; sorted names are in the order of the numbers."""
    return f"{number // A_FOLDER:03}/{number:06}.txt"


def make(folder: Path, count: int = COUNT) -> None:
    """Write the texts."""
    given = texts()
    for number in range(count):
        path = folder / name(number)
        if number % A_FOLDER == 0:
            path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            # A line of its own at the end: every form of text has a paragraph there
            path.write_text(f"{given[number % len(given)].rstrip()}\n\n{number}\n", "utf-8")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    make(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) == 3 else COUNT)
