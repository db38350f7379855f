"""Second pass: lines that are nothing but the name of a network or a shop ("Telegram", "• VK", "iOS")."""

from __future__ import annotations

from khabar.blocks import Label
from khabar.labels.document import Document
from khabar.labels.rules import OPEN, give, rule

SITE = rule("promo.site", Label.PROMO, "nothing but the name of a social network or a shop for apps", "Telegram")
HASHTAG = rule(
    "related.hashtag",
    Label.RELATED,
    "a line that begins with a hashtag and is no sentence",
    "#السعودية تطرد السفير",
)


def sites(doc: Document) -> None:
    """Strip names of networks and lone hashtags, behind the title."""
    names = doc.lexicon.words.get("embed.site", ())
    title = False
    for block in doc.blocks:
        if block.label is Label.TITLE:
            title = True
        elif block.label not in OPEN or not title or block.stop:
            continue
        elif block.words <= 2 and block.key.strip(" .:،,|-") in names:
            give(block, SITE)
        elif block.text[0] == "#" and block.label is Label.UNKNOWN:
            give(block, HASHTAG)
