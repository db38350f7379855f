"""Which labels khabar gives to the lines of a set that has labels/, by the label that they should have.

python parsers/training/confusion.py /tmp/silver/silver-dump-gettext-a --by lang
python parsers/training/confusion.py /tmp/silver/silver-dump-*-a --show caption:paragraph --lines 40
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import khabar

_NAMES = {"list-item": "list_item", "quote": "quote_block", "title-repeat": "title_repeat"}
_STRIPPED = frozenset(("promo", "related", "skip", "boilerplate", "media", "marker"))
"""Labels that come to the same for a reader: the line is not the article's."""
_ACCEPTED = {
    "promo": {"date", "title_repeat"},
    "date": {"promo"},
    "title_repeat": {"promo"},
    "standfirst": {"paragraph"},
    "quote_block": {"paragraph"},
    "list_item": {"paragraph"},
}
"""Labels that come to the same text in the article, or to none."""


class Judged(NamedTuple):
    gold: str
    ours: str
    text: str
    place: str
    """Document and line."""
    group: str


def judge(folder: Path, by: str) -> Iterator[Judged]:
    """Every labelled line of a set with both labels. A line of which khabar makes several blocks has the right label
    if one of them has it, else the first one's; "nothing" where it makes none. "other" is never wrong."""
    meta = json.loads((folder / "meta.json").read_text("utf-8"))
    for path in sorted((folder / "labels").glob("*.json")):
        page = json.loads(path.read_text("utf-8"))
        data = next((folder / "pages").glob(f"{path.stem}.*")).read_bytes()
        lines = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        ours: dict[int, list[str]] = defaultdict(list)
        for block in khabar.trace(data, input_format="text", fields=["sections"]).blocks:
            for n in range(block.line, block.end_line + 1):
                ours[n].append(_name(block.label.value))
        group = folder.name if by == "set" else str(meta[path.stem].get(by)).split("-")[0]
        for line in page["lines"]:
            n = line["n"]
            gold = _name(line["label"])
            right = {gold, *map(_name, line.get("also", ())), *_ACCEPTED.get(gold, ())}
            got = ours.get(n) or ["nothing"]
            label = gold if gold == "other" or not right.isdisjoint(got) else got[0]
            text = lines[n - 1].strip() if n <= len(lines) else ""
            yield Judged(gold, label, text, f"{path.stem}:{n}", group)


def _name(label: str) -> str:
    return "promo" if label in _STRIPPED else _NAMES.get(label, label)


def table(judged: list[Judged]) -> str:
    """Counts: a row for each label that lines should have, the labels that khabar gives them, most often first."""
    rows: dict[str, Counter[str]] = defaultdict(Counter)
    for line in judged:
        rows[line.gold][line.ours] += 1
    out = []
    for gold, ours in sorted(rows.items(), key=lambda row: -row[1].total()):
        others = "  ".join(f"{label} {count}" for label, count in ours.most_common() if label != gold)
        out.append(f"  {gold:13} {ours.total():6}  right {ours[gold] / ours.total():5.1%}  {others}")
    return "\n".join(out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", type=Path, nargs="+")
    parser.add_argument("--by", default="set", help="a table for each set, or for each value of a key of meta.json")
    parser.add_argument("--show", metavar="GOLD:OURS", help="print these lines, too; either side may be empty")
    parser.add_argument("--lines", type=int, default=100, help="how many of them")
    args = parser.parse_args()
    groups: dict[str, list[Judged]] = defaultdict(list)
    for folder in args.sets:
        for line in judge(folder, args.by):
            groups[line.group].append(line)
    for name, judged in sorted(groups.items()):
        print(f"{name}: {len(judged)} lines\n{table(judged)}")
    if args.show:
        gold, _, ours = args.show.partition(":")
        shown = [
            line
            for judged in groups.values()
            for line in judged
            if line.gold != line.ours and gold in ("", line.gold) and ours in ("", line.ours)
        ]
        for line in shown[: args.lines]:
            print(f"{line.place}\t{line.gold}->{line.ours}\t{line.text[:140]}")


if __name__ == "__main__":
    main()
