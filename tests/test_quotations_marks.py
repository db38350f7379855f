"""Where quotations begin and end, whatever the marks."""

from __future__ import annotations

import pytest
from khabar.quotations import quotations
from quotation_cases import Case, cases

KINDS = ("direct", "partial", "term", "heading")
ALL = cases("marks.txt")


@pytest.mark.parametrize("case", ALL, ids=[case.name for case in ALL])
def test_spans(case: Case) -> None:
    found = quotations(case.article, case.language)
    wanted = []
    for line in case.expected:
        kind, _, text = line.partition(": ")
        wanted.append((kind, text) if kind in KINDS else ("", line))
    texts = [text.replace(" / ", "\n\n") for _, text in wanted]
    assert [quote.text for quote in found] == texts
    for (kind, _), quote in zip(wanted, found, strict=True):
        assert not kind or quote.kind == kind
