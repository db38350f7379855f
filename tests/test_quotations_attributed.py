"""Who said what, by the cases of each language that has a lexicon."""

from __future__ import annotations

import pytest
from khabar.quotations import quotations
from quotation_cases import FOLDER, Case, cases

ALL = [case for path in sorted(FOLDER.glob("*.txt")) if path.name != "marks.txt" for case in cases(path.name)]


@pytest.mark.parametrize("case", ALL, ids=[f"{case.language}: {case.name}" for case in ALL])
def test_attribution(case: Case) -> None:
    found = [
        (quote.kind, quote.speaker or "-", quote.cue or "-", quote.text)
        for quote in quotations(case.article, case.language)
    ]
    expected = [tuple(part.strip() for part in line.split("|", 3)) for line in case.expected]
    cut = [
        (*row[:3], row[3][: len(want[3]) - 1] + "…" if want[3].endswith("…") else row[3])
        for row, want in zip(found, expected, strict=False)
    ]
    assert cut + found[len(cut) :] == expected
