"""Whole elements of a page that are not read: a rule for each kind, so that what was stripped says why."""

from __future__ import annotations

from khabar.blocks import Label
from khabar.html.roles import Role
from khabar.labels.rules import Rule, rule


def _element(name: str, label: Label, reason: str, example: str) -> Rule:
    return rule(f"element.{name}", label, reason, example, stage="first")


ELEMENTS: dict[Role, Rule] = {
    role: _element(role.value, label, f"an element for {what}", f'<div class="{example}">')
    for role, label, what, example in (
        (Role.NAV, Label.BOILERPLATE, "menus and paths", "breadcrumb"),
        (Role.FOOTER, Label.BOILERPLATE, "what stands at the foot of pages", "footer"),
        (Role.COMMENTS, Label.PROMO, "readers' comments", "comments"),
        (Role.NEWSLETTER, Label.PROMO, "offers to subscribe, register or log in", "newsletter"),
        (Role.RELATED, Label.RELATED, "other articles", "related"),
        (Role.TEASER, Label.RELATED, "teasers of other articles", "teaser"),
        (Role.SHARE, Label.PROMO, "buttons to share", "share"),
        (Role.TAGS, Label.PROMO, "keywords", "tags"),
        (Role.AUTHOR, Label.PROMO, "notes about the author", "author-box"),
        (Role.ADS, Label.PROMO, "advertisements", "advert"),
        (Role.COOKIE, Label.PROMO, "consent to cookies", "cookie-banner"),
        (Role.POPUP, Label.PROMO, "what opens over the page", "modal"),
        (Role.SIDEBAR, Label.BOILERPLATE, "what stands beside the text", "sidebar"),
        (Role.MEDIA, Label.MEDIA, "a player's controls and messages", "audio-player"),
        (Role.EMBED, Label.PROMO, "posts from elsewhere", "twitter-tweet"),
        (Role.TOC, Label.PROMO, "a table of contents", "toc"),
        (Role.TOOLBAR, Label.PROMO, "buttons to operate the page with", "toolbar"),
        (Role.INFOBOX, Label.BOILERPLATE, "facts in a box beside the text", "infobox"),
        (Role.DISCLAIMER, Label.PROMO, "notices of the publisher", "disclaimer"),
        (Role.POLL, Label.PROMO, "polls and quizzes", "poll"),
        (Role.HIDDEN, Label.BOILERPLATE, "text that is not shown", "visually-hidden"),
    )
}
for _role, _what, _example in (
    (Role.READING, "readings of characters", "<ruby>湾<rt>わん</rt></ruby>"),
    (Role.DELETED, "words that were struck out and written anew", "<del>Monday</del> <ins>Tuesday</ins>"),
):
    ELEMENTS[_role] = rule(
        f"element.{_role.value}", Label.BOILERPLATE, f"an element for {_what}", _example, stage="first"
    )
"""The rule of each role whose elements are stripped whole."""

OTHER = _element("other", Label.BOILERPLATE, "something beside the article, by its name", "<aside>")


def element_rule(role: Role | None) -> Rule:
    """The rule that strips an element of this role."""
    return ELEMENTS.get(role, OTHER) if role is not None else OTHER
