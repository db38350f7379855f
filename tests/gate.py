"""The quality gate: figures that must not fall, measured on the reference texts and pages beside the repo.

    python tests/gate.py                        # measure and compare
    python tests/gate.py --update               # raise the floors in gate.json to what is measured now
    python tests/gate.py --update --allow-regression    # and lower those that fell; say why in CHANGELOG.md

gate.json holds the floors and the fingerprint of the texts and pages that they were measured on: on others the
floors mean nothing, so nothing is compared there.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared"
FILE = HERE / "gate.json"
WHOLE = ("bbc-text-seed", "bbc-text-resiliparse", "bbc-text-inner", "bbc-text-soup", "bbc-html", "bbc-html-amp",
         "publishers-html", "wild-text-2", "wild-text-3")  # fmt: skip
"""Sets that are one row each."""
SETS = (*WHOLE, "wild-text")
QUOTES = ("quotes", "quotes-seed", "quotes-de")
"""Sets of quotations that no weights were learnt from; their figures are others than those of articles."""
STATEMENTS = ("statements-seed",)
"""Sets of statements that no weights were learnt from."""
WEIGHTS = HERE.parent / "parsers" / "khabar" / "lexicon" / "weights"
LEARNT = (WEIGHTS / "quotation-speakers.txt", WEIGHTS / "statement-openings.txt")
"""Their headers have cross-validated figures of the sets that are learnt from: here they would be too good."""
PAGES = ("pages-mozilla", "pages-newspaper", "pages-postlight", "pages-trafilatura")
"""Sets of pages whose gold says only something of each: names, dates, pieces of the text."""
SMALL = ("cases", "patterns")
"""Small pages and texts; the share of them that hold."""
ROWS = (*WHOLE, "wild-text/body-text", "wild-text/page-dump", *QUOTES, *STATEMENTS, *PAGES, *SMALL)
METRICS = ("body_f1", "para_f1", "heading_f1", "caption_f1", "credit_f1", "alt_f1",
           "cap_leak", "cred_leak", "alt_leak", "boil_leak", "title")  # fmt: skip
QUOTE_METRICS = ("span_exact_f1", "speech_overlap_f1", "kind_accuracy", "speaker_accuracy",
                 "speaker_precision_when_given", "cue_accuracy")  # fmt: skip
LEARNT_METRICS = ("speech_overlap_f1", "kind_accuracy", "speech_or_not_accuracy", "speaker_accuracy",
                  "speaker_precision_when_given")  # fmt: skip
STATEMENT_METRICS = {
    "f1": "found_f1", "precision": "", "recall": "", "borders": "borders", "speaker": "speaker", "type": "type",
}  # fmt: skip
"""Names in the bench's output, in the order of the weights' header, and here; "" is not pinned."""
PAGE_METRICS = {
    "title~": "title_near", "author": "author", "date": "date", "image": "image", "body": "body_f1", "with": "with",
    "without": "without_leak", "lost": "lost_leak",
}  # fmt: skip
"""Names in the bench's output, and here; what must be small ends in "_leak"."""
TOLERANCE = 0.0005
"""Below what a single paragraph moves; so that the order of a dictionary cannot fail a build."""

COMMAND = Path(sys.executable).with_name("khabar")
_HELD = re.compile(r"^(\d+) of (\d+) (?:hold|right)", re.MULTILINE)
ALL_METRICS = (
    *dict.fromkeys(
        (*METRICS, *QUOTE_METRICS, *filter(None, STATEMENT_METRICS.values()), *PAGE_METRICS.values(), "held")
    ),
)

Figures = dict[str, dict[str, float]]


def fingerprint(shared: Path = SHARED) -> str | None:
    """SHA-256 over names and contents of the sets' texts, packed pages and gold; None where one is missing."""
    folders = [shared / "sets" / name / part for name in SETS for part in ("gold", "pages")]
    folders += [shared / "sets" / name / "pages" for name in PAGES]
    folders += [*(shared / "sets" / name for name in (*QUOTES, *STATEMENTS)), shared / "cases"]
    if not all(folder.is_dir() for folder in folders):
        return None
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.iterdir()):
            digest.update(f"{folder.parent.name}/{folder.name}/{path.name}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def measure(shared: Path = SHARED) -> Figures:
    """The bench's figures of the command that is installed beside this Python, rounded to four places."""
    measured = _printed(shared, "bench.py", *SETS, *QUOTES, "--by", "kind")
    rows = measured["articles"]
    rows |= {name: _of_quotations(measured["quotes"][name]) for name in QUOTES}
    for name, figures in _printed(shared, "score_statements.py", *STATEMENTS).items():
        rows[name] = {ours: figures[theirs] for theirs, ours in STATEMENT_METRICS.items() if ours}
    for name, figures in _printed(shared, "pages.py", *PAGES).items():
        rows[name] = {ours: figures.get(theirs) for theirs, ours in PAGE_METRICS.items()}
    rows |= {name: {"held": _held(shared, name)} for name in SMALL}
    measured_here = {
        row: {metric: round(value, 4) for metric in ALL_METRICS if (value := rows[row].get(metric)) is not None}
        for row in ROWS
    }
    return measured_here | cross_validated()


def cross_validated() -> Figures:
    """The figures in the headers of the weights, of the sets of one language each (`# quotes-fr  0.944 0.859 …`,
    `# statements-ar  136 0.789 …`: how many, then the figures)."""
    quotes, statements = (path.read_text("utf-8") for path in LEARNT)
    out = {
        f"{name} (cross-validated)": dict(zip(LEARNT_METRICS, map(float, numbers.split()), strict=False))
        for name, numbers in re.findall(r"^# +(quotes-\w+) +([\d. ]+)$", quotes, re.MULTILINE)
    }
    for name, numbers in re.findall(r"^# +((?:statements|own)-\w+) +\d+ ([\d. ]+)$", statements, re.MULTILINE):
        row = zip(STATEMENT_METRICS.values(), map(float, numbers.split()), strict=False)
        out[f"{name} (cross-validated)"] = {metric: value for metric, value in row if metric}
    return out


def _printed(shared: Path, script: str, *arguments: str) -> dict[str, Any]:
    """The figures that a script of the bench writes, for the command beside this Python."""
    with tempfile.TemporaryDirectory() as tmp:
        out = Path(tmp) / "figures.json"
        subprocess.run(
            [sys.executable, shared / "bench" / script, *arguments, "--json", out,
             "--command", f"{COMMAND} parse --format jsonl"],
            check=True, capture_output=True,
        )  # fmt: skip
        figures: dict[str, Any] = json.loads(out.read_text("utf-8"))
        return figures


def _held(shared: Path, name: str) -> float:
    """The share of the small cases that hold: "193 of 195 hold" and "45 of 45 right" are the scripts' last lines."""
    arguments = ["--command", f"{COMMAND} parse --format jsonl"] if name == "cases" else [str(COMMAND)]
    run = subprocess.run(
        [sys.executable, shared / "bench" / f"{name}.py", *arguments], capture_output=True, text=True, check=False
    )
    held, all_of = _HELD.findall(run.stdout)[-1]
    return int(held) / int(all_of)


def _of_quotations(overall: dict[str, Any]) -> dict[str, float]:
    """The figures of quotations that are pinned, by flat names."""
    return {
        "span_exact_f1": overall["span_exact"]["f1"],
        "speech_overlap_f1": overall["speech_overlap"]["f1"],
        **{name: overall[name] for name in QUOTE_METRICS[2:]},
    }


def worse(metric: str, now: float, floor: float) -> bool:
    """Has a figure fallen below its floor (a leak risen above its ceiling) by more than the tolerance?"""
    return now > floor + TOLERANCE if metric.endswith("_leak") else now < floor - TOLERANCE


def regressions(floors: Figures, now: Figures) -> list[str]:
    """A line for every figure that is worse than it was."""
    return [
        f"{row} {metric}: {now[row].get(metric)} (was {floor})"
        for row, figures in floors.items()
        for metric, floor in figures.items()
        if worse(metric, now[row].get(metric, 1.0 if metric.endswith("_leak") else 0.0), floor)
    ]


def raised(floors: Figures, now: Figures, *, lower: bool) -> Figures:
    """The new floors: the better of both figures, or with `lower` what is measured now."""
    if lower:
        return now
    best: Figures = {}
    for row, figures in now.items():
        old = floors.get(row, {})
        best[row] = {
            metric: (min if metric.endswith("_leak") else max)(value, old.get(metric, value))
            for metric, value in figures.items()
        }
    return best


def main(argv: list[str] | None = None) -> int:
    """Measure, compare, and with --update write gate.json. 0 nothing fell, 1 something did, 2 no texts."""
    parser = argparse.ArgumentParser(description="Measure, compare, update: see the module's text.")
    parser.add_argument("--update", action="store_true", help="write the floors")
    parser.add_argument("--allow-regression", action="store_true", help="let floors be lowered, too")
    args = parser.parse_args(argv)
    print_of = fingerprint()
    if print_of is None:
        print("no reference texts beside the repo: nothing to measure", file=sys.stderr)
        return 2
    pinned: dict[str, Any] = json.loads(FILE.read_text("utf-8")) if FILE.is_file() else {}
    same = pinned.get("fingerprint") == print_of
    floors: Figures = pinned["floors"] if same else {}
    now = measure()
    for row, figures in now.items():
        print(row, " ".join(f"{metric}={value}" for metric, value in figures.items()))
    fallen = regressions(floors, now)
    print("\n".join(fallen) or ("nothing fell" if same else "other texts than the floors were measured on"))
    if not args.update:
        return bool(fallen)
    if fallen and not args.allow_regression:
        print("not updated: --allow-regression lowers floors", file=sys.stderr)
        return 1
    pinned = {"fingerprint": print_of, "floors": raised(floors, now, lower=args.allow_regression)}
    FILE.write_text(json.dumps(pinned, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
