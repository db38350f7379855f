"""Who published it, where a line or the labels prove it. A publisher that is merely mentioned is no proof."""

from __future__ import annotations

from khabar.blocks import Label
from khabar.characters import fold
from khabar.labels.document import Document
from khabar.lexicon.store import brand

_DATELINE = 120
_HEAD = 360
"""Characters of the first paragraphs in which a dateline is looked for: each one's beginning, and in all."""
_PICTURE = ("credit", "caption.image", "caption.video", "caption.audio")


def publisher_of(doc: Document, language: str | None) -> str | None:
    """The publisher's name as its lexicon file gives it, or None.

    Proof: a line that only this publisher's pages have; or two labels of the BBC's own wording, which its
    pages in all languages share in form ("صدر الصورة، …", "التعليق على الصورة، …").
    """
    bbc: set[str] = set()
    for block in doc.blocks:
        hits = block.hits
        if not hits:
            continue
        proof = hits.get("proof")
        if proof is not None:
            return proof.entry.source
        for cls in _PICTURE:
            hit = hits.get(cls)
            if (hit is not None and hit.entry.source.startswith("bbc") and hit.entry.text[-1:] in ",،，") or (
                hit is not None and hit.entry.text[:1] == "،"
            ):
                bbc.add(hit.entry.text)
        for cls in ("skip.begin", "skip.end", "embed.begin"):
            hit = hits.get(cls)
            if hit is not None and hit.entry.source.startswith("bbc"):
                bbc.add(hit.entry.text)
    if len(bbc) >= 2:
        return brand(language) or "BBC News"
    if doc.lexicon.proofs:
        head = fold(" ".join(b.text[:_DATELINE] for b in doc.blocks if b.label is Label.PARAGRAPH)[:_HEAD])
        return next((name for text, name in doc.lexicon.proofs if text in head), None)
    return None
