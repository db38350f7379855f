"""Who published it, where a line or the labels prove it. A publisher that is merely mentioned is no proof."""

from __future__ import annotations

from collections import defaultdict

from khabar.blocks import Label
from khabar.characters import fold
from khabar.labels.document import Document
from khabar.lexicon.store import brand

_DATELINE = 120
_HEAD = 360
"""Characters of the first paragraphs in which a dateline is looked for: each one's beginning, and in all."""
_OWN = ("credit", "caption.image", "caption.video", "caption.audio", "skip.begin", "skip.end", "embed.begin")
"""Classes of markers that a publisher words in its own way."""
_PROOF = 2
"""Such markers of one publisher, each in another wording, that prove it: one may be a coincidence."""


def publisher_of(doc: Document, language: str | None) -> str | None:
    """The publisher's name as its lexicon file gives it, or None.

    Proof: a line that only this publisher's pages have; or two markers in its own wording (`@house` in the lexicon's
    common.txt).
    """
    houses = doc.lexicon.houses
    seen: defaultdict[str, set[str]] = defaultdict(set)
    for block in doc.blocks:
        hits = block.hits
        if not hits:
            continue
        proof = hits.get("proof")
        if proof is not None:
            return proof.entry.source
        for cls in _OWN:
            hit = hits.get(cls)
            if hit is not None and hit.entry.source in houses:
                seen[houses[hit.entry.source]].add(hit.entry.text)
    for house, markers in seen.items():
        if len(markers) >= _PROOF:
            return brand(language) or house
    if doc.lexicon.proofs:
        head = fold(" ".join(b.text[:_DATELINE] for b in doc.blocks if b.label is Label.PARAGRAPH)[:_HEAD])
        return next((name for text, name in doc.lexicon.proofs if text in head), None)
    return None
