"""What class names, ids, roles and itemprops say of an element.

Every name is judged by itself (`names.judge`); here the most telling one is chosen. What it says is a hint: names of
wrappers lie ("right-rail" round a whole article), so whoever strips by them must look at how much text is inside.
"""

from __future__ import annotations

from enum import StrEnum

from lxml.etree import _Element

from khabar.html.names import judge
from khabar.lazy import Lazy
from khabar.lexicon.markup import ANY, LAST, PART, WEAK, markup


class Role(StrEnum):
    """What an element is, by its names."""

    NAV = "nav"
    """Menus, breadcrumbs, pagination, search, links to skip."""
    FOOTER = "footer"
    COMMENTS = "comments"
    NEWSLETTER = "newsletter"
    """Offers: newsletter, subscription, registration, log-in, app, donation."""
    RELATED = "related"
    """Other articles, and the name says so: related, recommended, most read, next."""
    TEASER = "teaser"
    """A teaser: of another article, or the article's own standfirst. The place tells, the name does not."""
    SHARE = "share"
    TAGS = "tags"
    AUTHOR = "author"
    """Who the author is: box, biography, picture."""
    BYLINE = "byline"
    """The author's name."""
    DATE = "date"
    META = "meta"
    """A line of author, date and the like. It may also hold the title."""
    ADS = "ads"
    COOKIE = "cookie"
    POPUP = "popup"
    """Dialogs, overlays, tooltips, drawers."""
    SIDEBAR = "sidebar"
    """Beside the text; what stands in it may still be the article's picture."""
    MEDIA = "media"
    """Controls and messages of a player, offers to have the article read aloud."""
    EMBED = "embed"
    """A post from elsewhere, or its placeholder."""
    CAPTION = "caption"
    CREDIT = "credit"
    STANDFIRST = "standfirst"
    SUMMARY = "summary"
    """The article in short, in points: some houses' standfirst, others' text by a machine."""
    KICKER = "kicker"
    """What stands over the title: topic, section."""
    TITLE = "title"
    SUBHEAD = "subhead"
    """A heading in the text; between title and text it is a standfirst."""
    HIDDEN = "hidden"
    """Text for screen readers, and what is not shown."""
    GALLERY = "gallery"
    """Pictures, to keep."""
    INFOBOX = "infobox"
    """Facts beside the text, part of the article."""
    TOC = "toc"
    PAGE = "page"
    """A container of the whole page or article; words of other roles beside it tell of the page's make-up."""
    BODY = "body"
    """The article's text: the only name that speaks for an element."""
    PULLQUOTE = "pullquote"
    """A sentence of the article once more, large."""
    TOOLBAR = "toolbar"
    """Buttons, font size, language, counters."""
    POLL = "poll"
    DISCLAIMER = "disclaimer"
    CORRECTION = "correction"
    READING = "reading"
    """How characters are read, written beside them."""
    DELETED = "deleted"
    """What the page has struck out and written anew."""


_WHOLE = frozenset(("html", "body", "main", "article"))
"""Elements whose names tell of the whole page: WordPress writes tags and categories of the article there."""
_OTHERS = frozenset((Role.TEASER, Role.RELATED, Role.COMMENTS, Role.ADS))
"""What an <article> in an article is: another one, and its names say it. None of 90 publishers has text in these."""
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SHOWN = Lazy(r"(?:^|[\s:-])(?:block|flex|grid|inline|inline-block|inline-flex|table|visible|contents)(?=\s|$)")
"""A responsive class beside "hidden" that shows the element on other screens: "hidden lg:block"."""
_SLUG = 5
"""Joints in an id from which on it is a sentence made into an anchor; a heading's id is always one."""
_PICTURES = frozenset(("figure", "picture", "img"))
_CAPTIONS = frozenset((Role.CAPTION, Role.CREDIT))
_CLASSES = 2000
"""Characters of a class attribute that are searched for it."""
_MOST = 60
"""Names of one element that are looked at."""
_BOUND = 20_000
"""Elements' names kept; a page has a few hundred."""
_Judged = tuple[int, str]
"""How strongly a name tells a role, and which."""
_SURE = 100
"""Strength of an attribute that says where the article's text is: more than any name's."""


def role_of_names(
    tag: str, class_: str = "", id_: str = "", itemprop: str = "", role: str = "", data: str = "", rel: str = ""
) -> Role | None:
    """The most telling role in an element's names: its tag, class, id, itemprop (or RDFa's property), ARIA role, the
    values of data-testid and the like (separated by spaces), rel. "" where it has none.

    A name for the article's text (BODY) speaks for the element against other classes, as a page's editors hang
    words of all kinds ("paywall", "premium") on it.
    """
    post = "hentry" in class_ or "type-post" in class_ or (id_.startswith("post-") and id_[5:].isdigit())
    best, whole = _role_in_classes(tag, class_, data, post=post)
    if id_ and _names_it(tag, id_):
        best, whole = _with_id(best, whole, judge(id_))
    if itemprop or role or rel:
        best = _role_in_attributes(best, itemprop, role, rel)
        if best is not None and best[0] == _SURE:
            return Role.BODY
    if tag in _WHOLE:
        return _role_of_whole(tag, best if not post else None, whole)
    if best is None or (whole is not None and (whole is not Role.PAGE or best[0] < ANY)):
        return whole
    # "page" is also said of a dialog's page; a picture's element holds the caption
    return None if tag in _PICTURES and best[1] in _CAPTIONS else Role(best[1])


def _role_in_classes(tag: str, class_: str, data: str, *, post: bool) -> tuple[_Judged | None, Role | None]:
    """The most telling name among the classes, and PAGE or BODY where one speaks for the whole element. `post`: the
    element is a post of WordPress, whose classes tell its tags and categories."""
    best: _Judged | None = None
    whole: Role | None = None
    prefixes = markup().post if post else ()
    named = class_.split(None, _MOST)[:_MOST]
    if data:
        named += data.split(None, _MOST)[:_MOST]
    if "-" in tag:
        named.append(tag)
    for name in named:
        found = judge(name)
        if found is None or (post and name.partition("-")[0] in prefixes):
            continue
        strength, meant = found
        if meant == "page" or (meant == "body" and strength > PART):
            whole = _larger(whole, meant)
        elif meant == "hidden" and strength == PART and _SHOWN().search(class_, 0, _CLASSES):
            continue
        elif best is None or strength > best[0]:
            best = found
    return best, whole


def _with_id(best: _Judged | None, whole: Role | None, found: _Judged | None) -> tuple[_Judged | None, Role | None]:
    """What the classes say, and what the id says beside them."""
    if found is None:
        return best, whole
    if found[1] in ("body", "page"):
        return best, _larger(whole, found[1])
    if best is not None and found[0] <= best[0]:
        return best, whole
    return found, None if found[0] >= ANY else whole  # class="article-content__group" id="comments"


def _role_of_whole(tag: str, best: _Judged | None, whole: Role | None) -> Role | None:
    """The role of an element that stands for the whole page, or of an <article> that is another one."""
    if whole is None and tag == "article" and best and best[0] >= WEAK and best[1] in _OTHERS:
        return Role(best[1])
    return Role.BODY if whole is Role.BODY and tag in ("article", "main") else None


def _larger(whole: Role | None, meant: str) -> Role:
    """BODY where either name says so, else PAGE."""
    return whole if whole is Role.BODY else Role(meant)


def _role_in_attributes(best: _Judged | None, itemprop: str, role: str, rel: str) -> _Judged | None:
    """The most telling of `best` and the values of attributes with a fixed vocabulary; BODY wins over all."""
    attributes = markup().attributes
    for attribute, value, strength in (("itemprop", itemprop, LAST), ("aria", role, WEAK), ("rel", rel, WEAK)):
        for word in value.lower().split(None, _MOST)[:_MOST]:
            meant = attributes[attribute].get(word)
            if meant == "body":
                return _SURE, meant
            if meant is not None and (best is None or strength > best[0]):
                best = strength, meant
    return best


def _names_it(tag: str, id_: str) -> bool:
    """Does an id name the element? One that is made of a sentence is for links to point to."""
    return tag not in _HEADINGS and id_.count("-") + id_.count("_") < _SLUG


_DATA = (
    "data-testid", "data-test", "data-test-id", "data-component", "data-component-name", "data-component-type",
    "data-module", "data-aqa", "data-qa", "data-e2e", "data-type", "data-block", "data-role", "data-gu-name",
    "data-widget-type",
)  # fmt: skip
"""Attributes that houses name their components with. (data-name and data-label hold words for readers.)"""
NAMES = frozenset((*_DATA, "class", "id", "itemprop", "property", "role", "rel"))
"""Attributes that an element's names are in."""
_seen: dict[tuple[object, ...], Role | None] = {}


def role_of(el: _Element) -> Role | None:
    """The most telling role of an element, by its names; None where they tell nothing. What stands round or in the
    element is not looked at.
    """
    named = [item for item in el.items() if item[0] in NAMES]
    tag = el.tag
    key = (tag, *named)
    try:
        return _seen[key]
    except KeyError:
        pass
    names = {str(name): str(value) for name, value in named}
    found = role_of_names(
        str(tag),
        names.get("class", ""),
        names.get("id", ""),
        names.get("itemprop") or names.get("property", ""),
        names.get("role", ""),
        " ".join(names[name] for name in _DATA if name in names),
        names.get("rel", "") if tag == "a" else "",
    )
    if len(_seen) >= _BOUND:
        _seen.clear()
    _seen[key] = found
    return found
