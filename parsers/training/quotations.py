"""Learn the weights of quotations: their kinds, and who says them (lexicon/weights/quotation-*.txt).

    python parsers/training/quotations.py --shared ../shared            # cross-validated figures, nothing is changed
    python parsers/training/quotations.py --shared ../shared --write    # and the weights of all articles

The articles of ../shared/sets/quotes-* whose terms allow it are read by the engine with the gold as its judge; what
it asks are the examples. The speaker is a conditional logit over the candidates of a quotation, the kind one over
three classes; both with a quadratic penalty, the kind with one on the weights' sizes, too, which keeps them few. A
weight is the sum of a part for all languages, one for the order of words, and a correction for the language, which is
penalised more: little gold corrects, it does not replace. Figures are cross-validated by article: none is judged by
weights that were learnt from it. Needs NumPy and SciPy.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from khabar.quotations.engine import in_title, made, read
from khabar.quotations.lexicon import lexicon_of
from khabar.quotations.made import SPEECH
from khabar.quotations.scorer import calibrated

sys.path.insert(0, str(Path(__file__).parent))
import logit  # type: ignore[import-not-found]
import shapes  # type: ignore[import-not-found]
import statements  # type: ignore[import-not-found]
from articles import (  # type: ignore[import-not-found]
    ALIKE,
    FOLDS,
    SETS,
    Document,
    Example,
    begins_of,
    documents,
    fold_of,
    free,
    known,
)
from confidence import steps_of, worth  # type: ignore[import-not-found]
from model import STATEMENTS, Model, Sections, learn  # type: ignore[import-not-found]
from teacher import examples  # type: ignore[import-not-found]

WEIGHTS = Path(__file__).resolve().parents[1] / "khabar" / "lexicon" / "weights"
ARABIC = ("quotes-fresh",)
"""Sets of Arabic articles; what a confidence is worth is told of them and of all others."""


def judged(doc: Document, model: Model, score: Any) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The gold of an article and what is found with a model's weights, both placed in its text."""
    lexicon = lexicon_of(doc.language) if known(doc.language) else None
    begins = begins_of(doc.text, doc.ready.texts)
    gold = score.load_quotes(doc.everything, doc.text)
    if lexicon is None:
        return gold, []
    texts, places, found = doc.ready
    verdicts = read(texts, places, found, lexicon, model.judge(lexicon.group, lexicon.tag))
    out = []
    for verdict, quote in zip(verdicts, made(texts, places, verdicts), strict=True):
        if begins[verdict.span.at] >= 0:
            start = begins[verdict.span.at] + verdict.span.start
            end = begins[verdict.span.last] + verdict.span.end
            start, end = score.trim(doc.text, start, end)
            out.append({**quote.to_dict(), "start": start, "end": end, "chosen": verdict.chosen})
    title = doc.article.title or ""
    for quote in _titles(doc):
        at = doc.text.find(title) + quote.start
        out.append({**quote.to_dict(), "start": at, "end": at + len(quote.text)})
    return gold, out


def _titles(doc: Document) -> list[Any]:
    return in_title(doc.article.title, doc.language)


def figures(
    docs: Sequence[Document], models: Sequence[Model], score: Any, errors: int = 0
) -> tuple[dict[str, dict[str, Any]], list[tuple[float, bool, str]], list[bool]]:
    """The bench's figures by set, each article judged by the model that has not seen it; (said, right, set) of every
    speaker given; and of what is speech without one, whether that is right."""
    tallies: dict[str, Any] = defaultdict(score.Tally)
    sure: list[tuple[float, bool, str]] = []
    silent: list[bool] = []
    for doc in docs:
        gold, got = judged(doc, models[fold_of(doc.name) % len(models)], score)
        name = doc.set if doc.set != "quotes-mixed" else f"mixed-{doc.language}"
        tallies[name].add(doc.name, gold, got)
        sure += [(said, ok, name) for said, ok in _sure(gold, got, score)]
        silent += _silent(gold, got, score)
    for name, tally in tallies.items():
        for error in tally.errors[:errors]:
            print("   ", name, error)
    return {name: tally.result() for name, tally in tallies.items()}, sure, silent


def _sure(gold: list[dict[str, Any]], got: list[dict[str, Any]], score: Any) -> list[tuple[float, bool]]:
    """For each quotation that is given a speaker: how sure that is, and whether it is right."""
    out = []
    for i, j in score.match(gold, got, ALIKE):
        if got[j]["speaker"] is None or gold[i].get("optional") or got[j]["confidence"] is None:
            continue
        names = [name for name in (gold[i]["speaker"], *gold[i]["speaker_aliases"]) if name]
        out.append((got[j]["confidence"], bool(names) and score.speaker_right(got[j]["speaker"], names)))
    return out


def _silent(gold: list[dict[str, Any]], got: list[dict[str, Any]], score: Any) -> list[bool]:
    """For each quotation that is taken for speech of nobody: does the gold name nobody, either?"""
    pairs = [(gold[i], got[j]) for i, j in score.match(gold, got, ALIKE) if not gold[i].get("optional")]
    silent = [g for g, q in pairs if q["speaker"] is None and q["kind"] in SPEECH]
    return [g["kind"] not in SPEECH or not g["speaker"] for g in silent]


def _figures(r: dict[str, Any]) -> list[float | None]:
    spoken, kinds = (r["speech_overlap"]["f1"], r["kind_accuracy"]), (r["speech_or_not_accuracy"],)
    given = (r["speaker_accuracy"], r["speaker_precision_when_given"], r["speaker_strict"])
    return [*spoken, *kinds, *given, r["cue_accuracy"], r["span_overlap"]["f1"]]


def printed(table: dict[str, dict[str, Any]]) -> None:
    print(f"{'':18} speech  kind  s/n   spk   given strict cue   span")
    for name, r in sorted(table.items()):
        row = _figures(r)
        print(f"{name:18} " + " ".join("  -  " if v is None else f"{v:.3f}" for v in row))


def settings() -> argparse.Namespace:
    """What the command line asks for."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--shared", type=Path, default=Path("../shared"))
    ap.add_argument("--sets", nargs="*", default=SETS)
    ap.add_argument(
        "--also", nargs="*", default=["quotes", "quotes-seed", "quotes-de"], help="judged, not learnt from"
    )
    ap.add_argument("--write", action="store_true")
    ap.add_argument("--errors", type=int, default=0)
    ap.add_argument("--penalty", type=float, default=16.0)
    ap.add_argument("--correction", type=float, default=16.0)
    ap.add_argument("--kind-penalty", type=float, default=2.0)
    ap.add_argument("--kind-correction", type=float, default=4.0)
    ap.add_argument("--kind-lasso", type=float, default=0.3, help="keeps the weights few")
    for name, penalty, correction, lasso in STATEMENTS:
        ap.add_argument(f"--{name}-penalty", type=float, default=penalty)
        ap.add_argument(f"--{name}-correction", type=float, default=correction)
        ap.add_argument(f"--{name}-lasso", type=float, default=lasso)
    ap.add_argument("--part", type=float, default=1.0, help="the share of the articles that is learnt from")
    return ap.parse_args()


Parts = tuple[list[Example], list[Example], list[Example], list[Example], list[Example]]
"""Examples of kinds, speakers, and of statements' openings, endings and speakers."""


def reachable(speakers: Sequence[Example]) -> None:
    """Print for how many quotations the right speaker is among the candidates, by language."""
    share: Counter[tuple[str, bool]] = Counter((ex.language, not ex.right[-1]) for ex in speakers)
    print({lang: round(share[lang, True] / (share[lang, True] + share[lang, False]), 3) for lang, _ in sorted(share)})


def folds(parts: Parts, a: argparse.Namespace) -> list[Model]:
    """For each fold the model that was learnt from the others."""

    def inside(ex: Example) -> bool:
        place = int(hashlib.sha256(("part" + ex.document).encode()).hexdigest(), 16) % 1000
        return place < 1000 * float(a.part)

    models = []
    for fold in range(FOLDS):
        kept = [[ex for ex in part if fold_of(ex.document) != fold and inside(ex)] for part in parts]
        models.append(learn(kept, a))
    return models


def main() -> None:
    a = settings()
    sys.path.insert(0, str(a.shared / "bench"))
    import score_quotes as score  # type: ignore[import-not-found]

    docs = documents(a.shared, a.sets, score)
    told = [one for doc in docs if (one := statements.annotated(a.shared, doc)) is not None]
    parts: Parts = (*examples(docs, score), *statements.examples(told, score))
    print(len(docs), "articles,", len(told), "with statements; examples:", *map(len, parts))
    reachable(parts[1])
    models = folds(parts, a)
    table, sure, silent = figures(docs, models, score, a.errors)
    nobody = round(sum(silent) / max(1, len(silent)), 2)
    print(f"nobody is named for {len(silent)}, and that is right for {nobody:g}")
    printed(table)
    steps = steps_of([(said, ok) for said, ok, _ in sure])
    spoken = {name: sum(n for _, n in r["speaker_by_attribution"].values()) for name, r in table.items()}
    worth([(calibrated(said, steps), ok, name) for said, ok, name in sure], spoken, ARABIC)
    reported, told_sure = statements.figures(told, models, score)
    statements.printed(reported)
    told_steps = steps_of([(said, ok) for said, ok, _ in told_sure])
    gold = {name: int(row["gold"]) for name, row in reported.items()}
    worth([(calibrated(said, told_steps), ok, name) for said, ok, name in told_sure], gold, statements.ARABIC)
    if not a.also and not a.write:
        return
    full = learn(parts, a)
    if a.also:
        others = documents(a.shared, a.also, score)
        printed(figures(others, [full], score, a.errors)[0])
        more = [one for doc in others if (one := statements.annotated(a.shared, doc)) is not None]
        statements.printed(statements.figures(more, [full], score)[0])
    if a.write:
        head = header(a, [doc for doc in docs if free(doc)], table)
        write_quotations(full, head, parts[0], {"confidence": _spelt(steps), "nobody": {"right": nobody}})
        write_statements(full, [*head[:2], *statements.header(reported)], {"confidence": _spelt(told_steps)})


def _spelt(steps: Sequence[tuple[float, float]]) -> dict[str, float]:
    return {f"{said:g}": right for said, right in steps}


def write_quotations(full: Model, head: Sequence[str], kinds: Sequence[Example], more: Sections) -> None:
    """The files of quotations. `more`: sections that are no weights."""
    asked = {feature.partition(":")[2] for ex in kinds for each in ex.features for feature in each}
    logit.write(WEIGHTS / "quotation-kinds.txt", full.kinds, [*head, *listed(shapes.of_kinds(asked))])
    shown = [*head, *listed(shapes.of_tables("speakers"))]
    logit.write(WEIGHTS / "quotation-speakers.txt", {**full.speakers, **more}, shown)


def write_statements(full: Model, head: Sequence[str], more: Sections) -> None:
    """The files of statements."""
    scores = (("openings", {**full.openings, **more}), ("endings", full.endings), ("speakers", full.tellers))
    for name, weights in scores:
        logit.write(WEIGHTS / f"statement-{name}.txt", weights, [*head, *listed(shapes.of_tables(name))])


def listed(known: Sequence[str]) -> list[str]:
    """The shapes of the features, as lines of a header; a test compares them with those of the code."""
    return ["", "shapes:", *known]


def header(a: argparse.Namespace, used: Sequence[Document], table: dict[str, dict[str, Any]]) -> list[str]:
    """What a file of weights says of itself: from what it was learnt, how, and what it is worth."""
    print_ = hashlib.sha256()
    for doc in used:
        print_.update(doc.text.encode() + json.dumps(doc.everything, sort_keys=True).encode())
    lines = [
        "Learnt by parsers/training/quotations.py; not to be edited by hand.",
        f"{len(used)} articles of {len({doc.set for doc in used})} sets, fingerprint {print_.hexdigest()[:16]}",
        f"penalties {a.penalty:g} {a.correction:g}; of kinds {a.kind_penalty:g} {a.kind_correction:g} {a.kind_lasso}",
        "cross-validated: speech F1, kind, speech or not, speaker, when given, strict, cue",
    ]
    for name, row in sorted(table.items()):
        lines.append(f"  {name:14} " + " ".join("  -  " if v is None else f"{v:.3f}" for v in _figures(row)[:7]))
    return lines


if __name__ == "__main__":
    main()
