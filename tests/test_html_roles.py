"""What class names, ids, itemprops and ARIA roles say of an element; the lexicon of names behind it."""

from __future__ import annotations

from pathlib import Path

import pytest
from khabar.html import names, roles
from khabar.html.roles import Role, role_of, role_of_names
from khabar.lexicon.markup import ATTRIBUTES, MODES, markup
from lxml.html import fragment_fromstring

HERE = Path(__file__).resolve().parent
LEXICON = HERE.parent / "parsers" / "khabar" / "lexicon" / "markup.txt"
CASES = [
    tuple(line.split("\t"))
    for line in (HERE / "fixtures" / "roles.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
LISTS = {"structure", "scope", "drop", "state", "post", "utility", "picture-credit", "picture-caption"}


@pytest.mark.parametrize(("role", "tag", "classes"), CASES, ids=[" ".join(case) for case in CASES])
def test_classes(role: str, tag: str, classes: str) -> None:
    assert (role_of_names(tag, classes) or "none") == role


@pytest.mark.parametrize(
    ("html", "role"),
    [
        ('<div itemprop="articleBody" class="paywall newsletter">', Role.BODY),
        ('<div property="schema:text">', Role.BODY),
        ('<span itemprop="author">', Role.BYLINE),
        ('<figcaption itemprop="caption">', Role.CAPTION),
        ('<span itemprop="copyrightHolder">', Role.CREDIT),
        ('<time itemprop="datePublished">', Role.DATE),
        ('<figcaption itemprop="description">', None),
        ('<div role="navigation">', Role.NAV),
        ('<div role="dialog">', Role.POPUP),
        ('<figure role="button">', None),
        ('<div role="complementary" class="newsletter">', Role.NEWSLETTER),
        ('<a rel="tag">', Role.TAGS),
        ('<a rel="nofollow author">', Role.BYLINE),
        ('<link rel="author">', None),
        ('<div data-testid="recommended-articles">', Role.RELATED),
        ('<div data-component="article-body">', Role.BODY),
        ('<div data-name="comments">', None),
        ('<div id="comments" class="article-content__group">', Role.COMMENTS),
        ('<div id="outbrain-widget">', Role.ADS),
        ('<amp-social-share>', Role.SHARE),
        ('<x-newsletter class="css-1abc2de">', Role.NEWSLETTER),
        ("<p>", None),
    ],
)  # fmt: skip
def test_attributes(html: str, role: Role | None) -> None:
    assert role_of(fragment_fromstring(html)) is role


@pytest.mark.parametrize(
    ("html", "role"),
    [
        # a heading's id, or an id that is a sentence, is for links to point to
        ('<h2 id="comments">', None),
        ('<div id="how-the-newsletter-of-a-small-town-came-to-be">', None),
        ('<div id="newsletter-box">', Role.NEWSLETTER),
        # names of whole pages and articles tell of what they are about
        ('<body class="single tag-cookies category-comments has-sidebar">', None),
        ('<main class="page newsletter">', None),
        ('<article class="post-12 type-post hentry tag-teaser category-related">', None),
        ('<div class="post-12 post type-post hentry tag-comments">', None),
        ('<article class="article-body paywall">', Role.BODY),
        ('<main itemprop="articleBody">', Role.BODY),
        ('<article class="teaser teaser--small">', Role.TEASER),
        ('<article class="author-box">', None),
        ('<figure class="image-caption">', None),
    ],
)
def test_what_a_name_stands_on(html: str, role: Role | None) -> None:
    element = fragment_fromstring(html) if "<body" not in html else None
    if element is None:
        assert role_of_names("body", html.split('"')[1]) is role
    else:
        assert role_of(element) is role


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("article__aside__caption", "article aside caption"),
        ("ImageCaption", "image caption"),
        ("HTMLText", "html text"),
        ("mediacaption", "media caption"),
        ("teaserimagebox", "teaser image box"),
        ("photographs", "photographs"),
        ("box2", "box"),
        ("sc-1lper5l-5", "sc"),
        ("Caption-sc-1cbdeug-7", "caption"),
        ("Slideshow_item__a1B-2", "slideshow item"),
        ("article--gallery", "article"),
        ("teaser--gallery", "teaser gallery"),
        ("field--name-field-caption", "field name field caption"),
        ("text-caption", ""),
        ("lg:hidden", ""),
        ("w-[30px]", ""),
        ("kTbWrE", ""),
        ("", ""),
        ("-", ""),
        ("--", ""),
        ("caption-" * 40, ""),
    ],
)
def test_words(name: str, words: str) -> None:
    assert names.words_of(name) == tuple(words.split())


def test_repeated_elements_are_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    roles._seen.clear()
    element = fragment_fromstring('<div class="newsletter" href="a">')
    role_of(element)
    monkeypatch.setattr(roles, "role_of_names", lambda *_: pytest.fail("asked twice"))
    assert role_of(fragment_fromstring('<div class="newsletter" href="b">')) is Role.NEWSLETTER


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(roles, "_BOUND", 3)
    roles._seen.clear()
    for at in range(10):
        role_of(fragment_fromstring(f'<div class="c{at}">'))
    assert len(roles._seen) <= 3


def test_no_name_takes_long() -> None:
    for name in ("a" * 100_000, "aB" * 50_000, "a-" * 50_000, "caption" * 10_000, "_" * 100_000, "é" * 1000):
        assert names.judge(name) is None
    role_of_names("div", "hidden " * 200_000, "", "x " * 200_000, "", "y " * 200_000)


def lexicon_sections() -> list[tuple[list[str], list[str]]]:
    sections: list[tuple[list[str], list[str]]] = []
    for line in LEXICON.read_text("utf-8").splitlines():
        if line.startswith("["):
            sections.append((line[1 : line.index("]")].split(), []))
            assert line[line.index("]") + 1 :].strip(), f"{line}: no source"
        elif line and not line.startswith("#"):
            sections[-1][1].extend(line.split())
    return sections


def test_lexicon_sections() -> None:
    for head, entries in lexicon_sections():
        assert entries, head
        assert len(entries) == len(set(entries)), [e for e in entries if entries.count(e) > 1]
        if len(head) == 1:
            assert head[0] in LISTS
        else:
            assert head[0] == "none" or Role(head[0])
            assert head[1] in MODES or head[1] in ATTRIBUTES
        if head[-1] != "exact":
            assert all(entry == entry.lower() for entry in entries), head


def test_lexicon_has_each_name_once() -> None:
    seen: dict[tuple[str, str], str] = {}
    for head, entries in lexicon_sections():
        for entry in entries if len(head) > 1 else ():
            assert seen.setdefault((head[1], entry), head[0]) == head[0], (head, entry)


def test_lexicon_speaks_of_every_role() -> None:
    lexicon = markup()
    found = {role for hits in lexicon.phrases.values() for _, role in hits} | set(lexicon.exact.values())
    assert found - {None} == set(Role) - {Role.READING, Role.DELETED}, "those two are told by their tags"
