"""What each rule and each pass is worth: the scores of labelled texts and pages without it.

    python parsers/training/ablate.py --shared ../shared > worth.tsv
    python parsers/training/ablate.py --shared ../shared --rules caption.mark,captions --sets wild-text,wild-text-2
    python parsers/training/ablate.py --shared ../shared --rules teasers --by-publisher

A row for each rule and pass, sorted by worth:

- `fired`, `houses`: how many documents and publishers it gave a verdict in, as far as the chosen sets go; a page that
  stands in several sets in several forms is one document. `few`: fewer than three documents or two publishers.
- `changed`: documents whose article is another one without it; `helps`, `harms`: publishers whose documents score
  worse without it, and better.
- `worth`: points of all metrics together, a leak counting against it, as a mean over the sets; then each metric's
  share: the figure with the rule minus the figure without it. A rule of no worth, or of worth at one publisher
  alone, is one that remembers.

Parsing is done in this process; for each rule only documents in which it fired are parsed again. Not in the wheel.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import json
import sys
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import khabar
from khabar.labels.rules import OFF
from khabar.labels.switches import passes, switched_off

SETS = ("bbc-text-seed", "bbc-text-inner", "bbc-text-soup", "bbc-text-resiliparse", "wild-text", "wild-text-2",
        "wild-text-3", "bbc-html", "bbc-html-amp", "publishers-html")  # fmt: skip
METRICS = ("body_f1", "para_f1", "heading_f1", "caption_f1", "credit_f1", "cap_leak", "cred_leak", "alt_leak",
           "boil_leak", "title")  # fmt: skip
FIELDS = ("title", "sections", "images")
"""What the bench scores of an article."""
FEW_DOCUMENTS, FEW_PUBLISHERS = 3, 2
"""With fewer, a rule knows a document or a publisher, not news."""
POINTS = 100

Row = dict[str, Any]
"""The bench's counts of one document."""
Figures = dict[str, float]


class _Watch(frozenset[str]):
    """Nothing is switched off, and who asks whether it is, is noted: every rule that would give a verdict, and
    every pass that runs."""

    seen: set[str]

    def __contains__(self, name: object) -> bool:
        self.seen.add(str(name))
        return False


class Document(NamedTuple):
    """A labelled document, and how it is with all rules."""

    set: str
    key: str
    publisher: str
    data: bytes
    gold: dict[str, Any]
    article: khabar.Article
    row: Row
    fired: frozenset[str]


class Effect(NamedTuple):
    """What leaving one rule or pass out does: the documents in which it fired, and their counts without it, by
    their indices; only of those that are others."""

    name: str
    fired: tuple[int, ...]
    rows: dict[int, Row]


class Bench:
    """The scores of the bench that lies beside the sets."""

    def __init__(self, folder: Path) -> None:
        sys.path.insert(0, str(folder))
        self._score = importlib.import_module("score")

    def row(self, gold: dict[str, Any], article: khabar.Article) -> Row:
        """Counts of one document."""
        row: Row = self._score.score_page(gold, article.to_dict(FIELDS))
        return row

    def figures(self, rows: Sequence[Row]) -> Figures:
        """The metrics over documents; those that the gold says nothing of are left out."""
        found = self._score.aggregate(rows)
        return {metric: found[metric] for metric in METRICS if found.get(metric) is not None}


def read_sets(folder: Path, names: Iterable[str], bench: Bench) -> list[Document]:
    """All documents of the sets, parsed once with all rules; those that are no articles are left out."""
    out = []
    for name in names:
        meta = json.loads((folder / name / "meta.json").read_text("utf-8"))
        for page in sorted((folder / name / "pages").iterdir()):
            key = page.name.removesuffix(".gz").rsplit(".", 1)[0]
            gold = folder / name / "gold" / f"{key}.json"
            if not gold.is_file():
                continue
            data = gzip.decompress(page.read_bytes()) if page.name.endswith(".gz") else page.read_bytes()
            publisher = meta.get(key, {}).get("publisher") or name.split("-")[0]
            read = _watched(data)
            if read is not None:
                labelled = json.loads(gold.read_text("utf-8"))
                row = bench.row(labelled, read[0])
                out.append(Document(name, key, publisher, data, labelled, read[0], row, read[1]))
    return out


def _watched(data: bytes) -> tuple[khabar.Article, frozenset[str]] | None:
    """The article, and the rules that gave it verdicts and the passes that it went through."""
    watch = _Watch()
    watch.seen = set()
    token = OFF.set(watch)
    try:
        return khabar.parse(data, fields=FIELDS), frozenset(watch.seen)
    except khabar.KhabarError:
        return None
    finally:
        OFF.reset(token)


def names_of(chosen: str | None) -> tuple[str, ...]:
    """The rules and passes asked for, or all that can be left out. Raises khabar.UnknownRule."""
    if chosen is not None:
        names = tuple(dict.fromkeys(name.strip() for name in chosen.split(",") if name.strip()))
        switched_off(names)
        return names
    return (*(rule.id for rule in khabar.rules() if rule.stage != "assemble"), *passes())


def effect_of(name: str, documents: Sequence[Document], bench: Bench) -> Effect:
    """Parse the documents in which the rule fired without it."""
    fired = tuple(at for at, document in enumerate(documents) if name in document.fired)
    rows = {}
    for at in fired:
        document = documents[at]
        article = khabar.parse(document.data, fields=FIELDS, without=(name,))
        if article.replace(warnings=()) != document.article.replace(warnings=()):
            rows[at] = bench.row(document.gold, article)
    return Effect(name, fired, rows)


def losses(effect: Effect, documents: Sequence[Document], bench: Bench) -> Figures:
    """By how much each metric is worse without the rule: a mean over the sets, in points; leaks are turned."""
    total: Figures = dict.fromkeys(METRICS, 0.0)
    sets: dict[str, list[int]] = defaultdict(list)
    for at, document in enumerate(documents):
        sets[document.set].append(at)
    for members in sets.values():
        if effect.rows.keys() & members:
            for metric, loss in _loss(members, effect, documents, bench).items():
                total[metric] += POINTS * loss / len(sets)
    return total


def by_publisher(effect: Effect, documents: Sequence[Document], bench: Bench) -> dict[str, Figures]:
    """The same for each publisher whose articles the rule changes, over its documents alone, without weights."""
    members: dict[str, list[int]] = defaultdict(list)
    for at, document in enumerate(documents):
        members[document.publisher].append(at)
    changed = sorted({documents[at].publisher for at in effect.rows})
    return {
        publisher: {m: POINTS * loss for m, loss in _loss(members[publisher], effect, documents, bench).items()}
        for publisher in changed
    }


def _loss(members: Collection[int], effect: Effect, documents: Sequence[Document], bench: Bench) -> Figures:
    """Each metric with the rule minus without it (of a leak the other way round) over these documents."""
    before = bench.figures([documents[at].row for at in members])
    after = bench.figures([effect.rows.get(at, documents[at].row) for at in members])
    return {
        metric: (after[metric] - value) if metric.endswith("_leak") else (value - after[metric])
        for metric, value in before.items()
        if metric in after
    }


COLUMNS = ("name", "kind", "few", "fired", "houses", "changed", "helps", "harms", "worth", *METRICS)


def table(names: Iterable[str], documents: Sequence[Document], bench: Bench) -> list[dict[str, Any]]:
    """A row for each rule and pass, the most worth first."""
    rules = {rule.id for rule in khabar.rules()}
    out = []
    for name in names:
        effect = effect_of(name, documents, bench)
        loss = losses(effect, documents, bench)
        houses = {documents[at].publisher for at in effect.fired}
        keys = {documents[at].key for at in effect.fired}
        sums = [sum(figures.values()) for figures in by_publisher(effect, documents, bench).values()]
        out.append({
            "name": name,
            "kind": "rule" if name in rules else "pass",
            "few": "few" if len(keys) < FEW_DOCUMENTS or len(houses) < FEW_PUBLISHERS else "",
            "fired": len(keys),
            "houses": len(houses),
            "changed": len({documents[at].key for at in effect.rows}),
            "helps": sum(one > 0 for one in sums),
            "harms": sum(one < 0 for one in sums),
            "worth": sum(loss.values()),
            **loss,
        })  # fmt: skip
    return sorted(out, key=lambda row: -row["worth"])


def publishers(names: Iterable[str], documents: Sequence[Document], bench: Bench) -> Iterator[dict[str, Any]]:
    """A row for each rule and each publisher whose articles it changes, the most worth first."""
    for name in names:
        effect = effect_of(name, documents, bench)
        found = by_publisher(effect, documents, bench)
        for publisher, loss in sorted(found.items(), key=lambda pair: -sum(pair[1].values())):
            changed = {documents[at].key for at in effect.rows if documents[at].publisher == publisher}
            row = {"name": name, "publisher": publisher, "changed": len(changed), "worth": sum(loss.values())}
            yield {**row, **dict.fromkeys(METRICS, 0.0), **loss}


def lines(rows: Iterable[dict[str, Any]], columns: Sequence[str]) -> Iterator[str]:
    """Tab-separated, with a head."""
    yield "\t".join(columns)
    for row in rows:
        yield "\t".join(f"{row[c]:.2f}" if isinstance(row[c], float) else str(row[c]) for c in columns)


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table. 0, or 2 where a rule or a set is not known."""
    parser = argparse.ArgumentParser(description="What each rule and pass is worth: see the module's text.")
    parser.add_argument("--shared", type=Path, required=True, help="the folder that holds sets/ and bench/")
    parser.add_argument("--bench", type=Path, help="where score.py is; otherwise SHARED/bench")
    parser.add_argument("--rules", metavar="NAME,...", help="only these rules and passes")
    parser.add_argument("--sets", default=",".join(SETS), metavar="NAME,...", help="sets to measure on")
    parser.add_argument("--by-publisher", action="store_true", help="a row for each rule and publisher")
    args = parser.parse_args(argv)
    sets = [name.strip() for name in args.sets.split(",") if name.strip()]
    missing = [name for name in sets if not (args.shared / "sets" / name / "meta.json").is_file()]
    try:
        names = names_of(args.rules)
    except khabar.UnknownRule as error:
        print(error, file=sys.stderr)
        return 2
    if missing:
        print(f"no set is called {', '.join(missing)}", file=sys.stderr)
        return 2
    bench = Bench(args.bench or args.shared / "bench")
    documents = read_sets(args.shared / "sets", sets, bench)
    if args.by_publisher:
        columns = ("name", "publisher", "changed", "worth", *METRICS)
        print("\n".join(lines(publishers(names, documents, bench), columns)))
    else:
        print("\n".join(lines(table(names, documents, bench), COLUMNS)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
