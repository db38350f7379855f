"""Learn the weights of the title's score (lexicon/weights/title.txt).

    python parsers/training/title.py --sets ../shared/sets/wild-text:8 SILVER/silver-dump-inner-a … \\
        --check SILVER/silver-dump-inner-b …

A set is a folder with pages/ and gold/ in the bench's form (silver.py makes such sets); `:N` weighs its documents N
times. The score is a conditional logit over a document's candidates (labels/headline.py) and "none", so that a text
without a title teaches, too. Needs NumPy and SciPy. Without --write nothing is changed.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from khabar.characters import fold
from khabar.decode import decode
from khabar.errors import KhabarError
from khabar.labels import texts
from khabar.labels.document import Document
from khabar.labels.extent import stretches
from khabar.labels.head import title as title_pass
from khabar.labels.headline import candidates
from khabar.language import detect, lexicon_tags
from khabar.lexicon import lexicon_for
from khabar.text import read
from khabar.text.split import split
from khabar.texts import marker_test

WEIGHTS = Path(__file__).resolve().parents[1] / "khabar" / "lexicon" / "weights" / "title.txt"
ALIKE = 0.8
"""Likeness of a line and the gold title, in words, from which on the line is the title (the bench's own measure)."""
PENALTY = 2.0
"""Of large weights (L2)."""


class Example(NamedTuple):
    """A document's candidates, and which of them are the title."""

    features: list[dict[str, float]]
    right: list[bool]
    weight: float


def document_of(data: bytes) -> Document:
    """A text as far as the pass that looks for its title."""
    text = decode(data).text
    tag, _ = detect(text)
    lexicon = lexicon_for(*lexicon_tags(tag))
    doc = Document(split(read(text, marker_test(lexicon)), lexicon), lexicon)
    for one in texts.PASSES[: texts.PASSES.index(title_pass)]:
        one(doc)
    return doc


def examples(folder: Path, weight: float) -> Iterator[Example]:
    """The documents of a set that have a candidate, and a title among them or none at all."""
    for path in sorted((folder / "gold").glob("*.json")):
        wanted = Counter(fold(json.loads(path.read_text("utf-8")).get("title") or "").split())
        try:
            doc = document_of(next((folder / "pages").glob(f"{path.stem}.*")).read_bytes())
        except KhabarError:
            continue
        found, doc.dump = stretches(doc.blocks)
        lines = list(candidates(doc, *found[0])) if found else []
        right = [_alike(Counter(doc.blocks[line.at].key.split()), wanted) >= ALIKE for line in lines]
        if lines and (any(right) or not wanted):
            features = [{name: float(value) for name, value in line.features.items()} for line in lines]
            yield Example(features, right, weight)


def _alike(a: Counter[str], b: Counter[str]) -> float:
    return 2 * (a & b).total() / (a.total() + b.total()) if a and b else 0.0


def learn(documents: list[Example]) -> dict[str, float]:
    """The weights, with that of "none"."""
    import numpy as np
    from scipy.optimize import minimize

    names = sorted(documents[0].features[0])
    rows = [
        (
            np.array([[line[name] for name in names] for line in one.features]),
            np.array([*one.right, not any(one.right)], dtype=float),
            one.weight,
        )
        for one in documents
    ]

    def loss(vector: Any) -> tuple[float, Any]:
        total, slope = PENALTY * vector @ vector, 2 * PENALTY * vector
        for features, right, weight in rows:
            score = np.append(features @ vector[:-1], vector[-1])
            chance = np.exp(score - score.max())
            chance /= chance.sum()
            mass = (chance * right).sum()
            total -= weight * np.log(mass + 1e-12)
            pull = right * chance / mass - chance
            slope[:-1] -= weight * (features.T @ pull[:-1])
            slope[-1] -= weight * pull[-1]
        return total, slope

    best = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B").x
    return dict(zip([*names, "none"], (round(float(value), 2) for value in best), strict=True))


def accuracy(documents: list[Example], weights: dict[str, float]) -> float:
    """The share of documents whose likeliest candidate is right."""
    good = 0
    for one in documents:
        scores = [sum(weights[name] * value for name, value in line.items()) for line in one.features]
        best = max(range(len(scores)), key=scores.__getitem__)
        good += one.right[best] if scores[best] > weights["none"] else not any(one.right)
    return good / len(documents)


def load(sets: list[str]) -> list[Example]:
    """The documents of sets, each written FOLDER or FOLDER:WEIGHT."""
    out: list[Example] = []
    for item in sets:
        folder, _, weight = item.partition(":")
        out += examples(Path(folder), float(weight or 1))
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", nargs="+", required=True)
    parser.add_argument("--check", nargs="*", default=[])
    parser.add_argument("--write", action="store_true", help=f"write {WEIGHTS.name}")
    args = parser.parse_args()
    documents = load(args.sets)
    weights = learn(documents)
    lines = [f"{name} {value}" for name, value in sorted(weights.items())]
    sys.stdout.write("\n".join(lines) + f"\n# {len(documents)} learnt: {accuracy(documents, weights):.3f}\n")
    if args.check:
        others = load(args.check)
        sys.stdout.write(f"# {len(others)} others: {accuracy(others, weights):.3f}\n")
    if args.write:
        head = "# Which line is the title (labels/headline.py): weights learnt by parsers/training/title.py.\n"
        WEIGHTS.write_text(head + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
