"""From a page's text to a tree: nothing raises, and no page is cut without a word."""

from __future__ import annotations

import subprocess
import sys

import pytest
from effort import effort
from hypothesis import given, settings
from hypothesis import strategies as st
from khabar.html.tree import parse as tree
from khabar.html.tree.flatten import flatten
from khabar.html.tree.parse import Tree, parse_tree
from khabar.html.tree.tokens import tokens
from lxml import etree

BEFORE = [f"The mayor said on day {i} that the harbour was open again." for i in range(6)]
AFTER = [f"The boats of quay {i} came back in the evening." for i in range(3)]


def page(middle: str, head: str = "") -> str:
    """A page with something in the middle that may swallow what follows."""
    before, after = ("".join(f"<p>{s}</p>" for s in part) for part in (BEFORE, AFTER))
    return (
        f"<html><head><title>T</title>{head}</head><body><article><h1>Harbour</h1>{before}{middle}{after}</article>"
        "</body></html>"
    )


def root_of(source: str) -> etree._Element:
    root = parse_tree(source).root
    assert root is not None
    return root


def body_of(source: str) -> etree._Element:
    body = root_of(source).find("body")
    assert body is not None
    return body


def words(source: str) -> str:
    """The text of the body, white space single."""
    return " ".join("".join(body_of(source).itertext()).split())


def shape(source: str) -> str:
    """The tree as markup, without white space between elements."""
    return etree.tostring(root_of(source), encoding="unicode").replace("\n", "")


def is_whole(found: Tree) -> bool:
    """Whether every paragraph is an element of its own."""
    assert found.root is not None
    paragraphs = ["".join(p.itertext()) for p in found.root.iter("p")]
    return all(s in paragraphs for s in BEFORE + AFTER)


# what libxml2 makes of it, and what we do about that


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("plain words", "plain words"),
        ("<p>a<p>b</p>c</p>d", "abcd"),
        ("<div><p>a<ul><li>b<li>c<table><tr><td>d<td>e", "abcde"),
        ("<p>a</p></body></html>tail <p>b</p>", "atail b"),
        ("<body><p>a</p></body><body><p>b</p>c</body>d", "abcd"),
        ("<html><body>a</body></html><html lang=x><head><title>t</title></head><body>b</body></html>c", "abc"),
        ("<html></html><body>a", "a"),
        ("<p>a</p></html>b</html>c</html><i>d</i>", "abcd"),
        ("</html><p>a</html> &amp; &#1575;<!-- x --> b", "a& ا b"),
        ("<noscript><p>a</p></noscript>b", "ab"),
        ("<template><p>a</p></template>b", "ab"),
        ("<p>a<![CDATA[b <i>c</i> d]]>e", "ab c de"),
        ("<p>a<![CDATA[b < c", "ab < c"),
        ("<p>a<plaintext>b<p>c", "abc"),
        ("<xmp>a</xmp>b<textarea>c</textarea>", "abc"),
        ("<frameset><frame src=a><noframes><body><p>a</p></body></noframes></frameset>", "a"),
        ("<frameset><frame src=a></frameset><p>a", "a"),
        ("<p>a < b << c <3 <- & &amp &copy; &bogus; &#146;", "a < b << c <3 <- & & © &bogus; ’"),
        ("<svg><text>a</text></svg><math><mi>b</mi></math><o:p>c</o:p><x-y/>d", "abcd"),
        ("<!--[if IE]>no<![endif]--><![if !IE]>a<![endif]>b", "ab"),
        ("<? php ?>a<!x>b</ c>d", "abd"),
    ],
)
def test_text_is_kept(source: str, text: str) -> None:
    found = words(source)
    assert found.replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<html><head><title>t</title></head><body><p>a</p></body></html>", None),
        (
            "<html><head><title>t</title></head><body><p>a</p></body></html>\n<script>x</script>",
            "<html><head><title>t</title></head><body><p>a</p><script>x</script></body></html>",
        ),
        (
            "<body class='a'>x</body>y<body id='b'>z</body>",
            '<html><body class="a" id="b">xyz</body></html>',
        ),
        (
            "<html><body>a</body></html><html><head><meta name='x'></head><body>b</body></html>",
            '<html><head><meta name="x"/></head><body>ab</body></html>',
        ),
        (
            "<html><head><title>t</title><article><p>a</p></article><p>b",
            "<html><head><title>t</title></head><body><article><p>a</p></article><p>b</p></body></html>",
        ),
        (
            "<head><base href='http://x/'><title>t</title></head><p>a",
            '<html><head><base href="http://x/"/><title>t</title></head><body><p>a</p></body></html>',
        ),
        (
            '<xhtml:html xmlns:xhtml="x"><xhtml:head><xhtml:title>t</xhtml:title></xhtml:head><xhtml:body>a',
            '<html xmlns:xhtml="x"><head><title>t</title></head><body>a</body></html>',
        ),
        ("<HTML LANG=ar><BODY><P CLASS=X>a", '<html lang="ar"><body><p class="X">a</p></body></html>'),
    ],
)
def test_one_head_and_one_body(source: str, expected: str | None) -> None:
    assert shape(source) == (expected or source)
    assert parse_tree(source).warnings == ()


@pytest.mark.parametrize(
    "before",
    ["undefined\n", "\ufeff\n ", "<br /><b>Warning</b>: a <b>b</b><br />\n", "]>", "<script>var a</script>", "ï»¿"],
)
@pytest.mark.parametrize("doctype", ["", "<!doctype html>\n"])
def test_what_stands_before_the_page_stands_behind_it(before: str, doctype: str) -> None:
    root = root_of(
        before + doctype + "<html lang=ar><head><title>t</title></head><body class=x><p>a</p></body></html>"
    )
    assert root.get("lang") == "ar"
    assert root.findtext("head/title") == "t"
    body = root.find("body")
    assert body is not None
    assert (body.get("class"), body[0].tag) == ("x", "p")
    assert before.strip("\ufeff\n ").split("<")[0] in "".join(body.itertext())


def test_http_headers_are_left_out_and_told() -> None:
    found = parse_tree("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<!doctype html><html lang=ar><p>a")
    assert found.root is not None
    assert found.root.get("lang") == "ar"
    assert "".join(found.root.itertext()) == "a"
    assert found.warnings == ("HTTP headers before the page: not read",)


def test_document_type_with_declarations() -> None:
    source = (
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "b"> <!ENTITY c "&a;&a;">]><html lang="x"><p>&c;d</p></html>'
    )
    assert shape(source) == '<html lang="x"><body><p>&amp;c;d</p></body></html>'


@pytest.mark.parametrize(
    "declaration",
    [
        '<?xml version="1.0" encoding="utf-16"?>',
        "<meta charset=utf-16>",
        "<meta charset=iso-8859-1>",
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">',
    ],
)
def test_what_the_page_says_of_its_encoding_does_not_matter(declaration: str) -> None:
    assert words(declaration + "<p>ميناء é 港</p>") == "ميناء é 港"


def test_comments_and_instructions_are_left_out() -> None:
    source = "<!-- a --><html><?php b ?><body><!-- c --><p>d<!-- e -->f</p></body></html><!-- g -->"
    assert shape(source) == "<html><body><p>df</p></body></html>"


@pytest.mark.parametrize(
    "source", ["", " \n", "<!-- x -->", "<!doctype html>", "<?php x ?>", "<html>", "<html></html>\n", "</p>"]
)
def test_nothing(source: str) -> None:
    assert parse_tree(source) == (None, ())


# characters


def test_controls_and_noncharacters() -> None:
    found = words("<p>a\x00b\x01c\x0bd\x1ce\x7f\ufffe\uffff\x85f</p><p>g</p>")
    assert found == "abc d e\ufffe\uffff fg"


def test_lone_surrogates_and_pairs() -> None:
    assert words("<p>a\ud800b\udcffc \ud83d\ude00</p><p>d</p>") == "a\ufffdb\ufffdc 😀d"


def test_noncharacters_outside_of_the_body() -> None:
    assert words("<p>a</p></html>\ufffe b</html>\uffff") == "a\ufffd b\ufffd"


# pages that do not end


UNCLOSED = {
    "comment": "<!-- never closed ",
    "comments": "<!-- a <!-- b <!-- c",
    "script": "<script>var x = 'y';\n",
    "data": '<script type="application/ld+json">{"headline": "x"',
    "scripts": "<script>a<script>b<b>c</b>",
    "script in a script": "<script><!--<script></script>",
    "style": "<style>p { color: red }",
    "title": "<title>t",
    "titles": "<title>a<title>b<i>c</i>",
    "textarea": "<textarea>x",
    "xmp": "<xmp>x",
    "iframe": "<iframe src=x>",
    "noembed": "<noembed>",
    "plaintext": "<plaintext>",
    "attribute": '<div class="x>y',
    "attribute in single marks": "<div class='x>y",
    "attribute after others": '<a href="y" title="z>w',
    "mixed": '<!-- a <div class="b><script>c',
}


@pytest.mark.parametrize("name", UNCLOSED)
def test_a_page_that_goes_on_inside_of_something_is_read(name: str) -> None:
    found = parse_tree(page(UNCLOSED[name]))
    assert is_whole(found)
    assert len(found.warnings) >= 1


@pytest.mark.parametrize(
    ("end", "inside"),
    [
        ("<script>if (a < b) { show('<p>x</p>')", "<script>"),
        ("<!-- x", "a comment"),
        ('<img src="http://', "a tag"),
        ("<a hre", "a tag"),
        ("</", "a declaration"),
        ("<style>p{", "<style>"),
        ("<title>x", "<title>"),
    ],
)
def test_a_page_that_breaks_off_is_told(end: str, inside: str) -> None:
    found = parse_tree("<html><body><p>a</p>" + end)
    assert found.root is not None
    assert found.root.findtext("body/p") == "a"
    assert "khabar" not in etree.tostring(found.root, encoding="unicode")
    assert len(found.warnings) == 1
    assert found.warnings[0].startswith(f"the page breaks off inside {inside}: its last ")


@pytest.mark.parametrize(
    "end", ["", "<", "<p", "&am", "&#12", "<p>x", "<td>", "</p>", "<head>", "<select>", "</html> \n"]
)
def test_the_end_is_not_seen(end: str) -> None:
    found = parse_tree("<html><body><p>a</p>" + end)
    assert found.root is not None
    assert "khabar" not in etree.tostring(found.root, encoding="unicode")
    assert found.root.getnext() is None


# pages that nest too deep


DEEP = {
    "div": "<div>" * 20_000 + "deep" + "</div>" * 20_000,
    "div, unclosed": "<div>" * 20_000 + "deep",
    "formatting, unclosed": "<b><i>" * 10_000 + "x",
    "fonts, each its own": "".join(f"<font color={i}><span class=c{i}>w{i} " for i in range(5000)),
    "tables": "<table><tr><td>x" * 5000,
    "lists": "<ul><li>x" * 5000,
    "headings": "<h1>x" * 5000,
    "unknown": "<x-y>" * 5000 + "</b></i></z>" * 5000,
    "with an unclosed comment": "<div>" * 5000 + "<!-- x ",
    "with scripts": "<div><script>'<p>'</script><style>b{}</style>" * 5000,
}


@pytest.mark.parametrize("name", DEEP)
def test_deep_pages_keep_their_text(name: str) -> None:
    found = parse_tree(page(DEEP[name]))
    assert is_whole(found)
    assert "elements nested too deep: taken out of each other" in found.warnings
    expected = [t for t in etree.HTML(f"<div>{DEEP[name][:9000]}").itertext() if t.strip()]
    assert found.root is not None
    kept = "".join(found.root.itertext())
    assert all(t.strip() in kept for t in expected if "x" not in t)


def test_depth_that_is_no_trouble_stays() -> None:
    source = "<div>" * 1000 + "x" + "</div>" * 1000
    assert parse_tree(source).warnings == ()
    assert sum(1 for _ in root_of(source).iter("div")) == 1000


def test_flat_blocks_stand_side_by_side() -> None:
    flat = flatten(
        "<div>" * 300 + "a<p class=x>b<i>c</i></p>d<br>e<h2>f</h2><img src=g>" + "</div>" * 300 + "<p>h</p>"
    )
    assert flat == (
        "<div>" * 256
        + "<div>a</div><p class=x>bc</p><div>d<br>e</div><h2>f</h2><div><img src=g></div>"
        + "</div>" * 256
        + "<p>h</p>"
    )


def test_formatting_opens_three_times() -> None:
    assert flatten("<b>" * 9 + "x</b>y") == "<b><b><b>x</b>y"
    assert flatten("<i><div>x</i>y</div></q>z") == "<i><div>xy</div>z"


def test_tokens() -> None:
    source = "a<P x='>' y=\"<b>\">b<br/></p><!-- <i> --><script>'</b>'</script><title/><!x><textarea>c"
    found = [(t.kind, source[t.start : t.end], t.closed) for t in tokens(source)]
    assert found == [
        ("start", "<P x='>' y=\"<b>\">", True),
        ("empty", "<br/>", True),
        ("end", "</p>", True),
        ("comment", "<!-- <i> -->", True),
        ("start", "<script>", True),
        ("raw", "'</b>'", True),
        ("end", "</script>", True),
        ("empty", "<title/>", True),
        ("other", "<!x>", True),
        ("start", "<textarea>", True),
        ("raw", "c", False),
    ]


# what takes too long, or too much


HOSTILE = {
    "deep": "'<div>' * 1_000_000 + 'x'",
    "deep, closed": "'<div>x' * 100_000 + '</div>y' * 100_000",
    "deep, mismatched": "'<span>' * 200_000 + '</b>' * 200_000",
    "attributes": "'<p ' + ' '.join(f'a{i}=1' for i in range(100_000)) + '>x'",
    "end tags": "'</x>' * 300_000",
    "comments": "'<!--' * 300_000",
    "scripts": "'<script>' * 300_000",
    "scripts with comments": "'<script>' + '<!--<script>' * 100_000",
    "titles": "'<title>' * 100_000",
    "marks": "'<' * 500_000",
    "pages": "'<html><body>x</body></html>' * 50_000",
    "ends of pages": "'x</html>' * 50_000",
    "bodies": "'</body><body>x' * 50_000",
    "sections": "'<![CDATA[x]]>' * 100_000",
    "open sections": "'<![CDATA[' * 100_000",
    "open attributes": "'<a b=\"' * 200_000",
    "text": "'<p>' + 'كلمة ' * 1_000_000 + '</p>'",
    "attribute": "'<div data-x=\"' + 'a' * 5_000_000 + '\">x</div>'",
    "surrogates": "'\\ud800' * 500_000",
}
_MEASURED = """
import resource, sys, time
sys.path.insert(0, {tests!r})
from effort import effort
from test_html_tree import page, is_whole, parse_tree
source = page({middle})
size = len(source.encode("utf-8", "surrogatepass"))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
found, spent = effort(lambda: parse_tree(source))
memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
text = "".join(found.root.itertext())
print(spent, memory, 10 * size + 100e6, len(text), "quay 2" in text or bool(found.warnings))
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_within_limits(name: str) -> None:
    from pathlib import Path

    code = _MEASURED.format(tests=str(Path(__file__).parent), middle=HOSTILE[name])
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    spent, memory, most, length, kept = done.stdout.split()
    assert float(spent) < 8
    assert float(memory) < float(most)
    assert int(length) > 300
    assert kept == "True"


def test_attributes_that_are_left_out_are_told() -> None:
    many = "<p " + " ".join(f"a{i}=1" for i in range(5000)) + ">x</p>"
    found = parse_tree(page(many))
    assert is_whole(found)
    assert found.warnings == ("a tag with more than 500 attributes: not all are read",)


def test_scripts_and_long_attributes_are_no_such_tags() -> None:
    script = "<script>for (i=0; i<a; " + "x = y; " * 5000 + "</script>"
    data = "<div data-x='" + "{a: 1} " * 5000 + "'>x</div>"
    assert parse_tree(page(script + data)).warnings == ()
    assert script[8:-9] in "".join(root_of(page(script)).itertext())


# the second parser


def test_what_lxml_cannot_take(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise etree.XMLSyntaxError("no", 1, 1, 1)

    source = page(
        "<br>a & b<!-- c --><x:y z=1 @q=2>d</x:y>&eacute;\x01" + "<div>" * 3000 + "e", "<meta name=m content=n>"
    )
    monkeypatch.setattr(etree, "fromstring", refuse)
    found = parse_tree(source)
    assert is_whole(found)
    assert found.root is not None
    assert [child.tag for child in found.root] == ["head", "body"]
    assert found.root.find("head/meta").attrib == {"name": "m", "content": "n"}  # type: ignore[union-attr]
    text = "".join(found.root.itertext())
    assert "a & bdé\ufffde" in text
    assert "read with html.parser: lxml could not" in found.warnings
    assert parse_tree("") == (None, ())


# whatever comes


MARKUP = st.sampled_from(
    ["<", ">", "</", "/>", "<!--", "-->", "<p", "<p>", "</p>", "<html>", "</html>", "<body>", "</body>", "<head>",
     "<script>", "</script>", "<title>", "<table>", "<td>", "<frameset>", "<noframes>", "<plaintext>", "<![CDATA[",
     "]]>", "<!doctype html", "<?", "<b a='", '"', "=", "&", "&amp;", "&#0;", "\x00", "\ud800", "\ufffe", " ", "\n",
     "x", "<x:html>", "<svg>", "<template>"]
)  # fmt: skip


@given(st.text(st.characters(exclude_categories=())) | st.lists(MARKUP, max_size=30).map("".join))
@settings(deadline=None)
def test_never_raises(source: str) -> None:
    root, warnings = parse_tree(source)
    assert all(isinstance(w, str) and w for w in warnings)
    if root is not None:
        assert root.tag == "html"
        assert root.getnext() is None
        assert len(root.findall("body")) <= 1
        assert len(root.findall("head")) <= 1
        assert not any(el.tag == tree._END for el in root.iter())


@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="<&\ufeff") | st.sampled_from(" \n\t"))
)
@settings(deadline=None)
def test_texts_keep_their_words(text: str) -> None:
    root = parse_tree(text).root
    assert ("".join(root.itertext()).split() if root is not None else []) == text.split()


def test_an_ordinary_page_costs_little_more_than_its_parse() -> None:
    source = page("".join(f"<div class=c><p>{s} <a href=x>y</a></p></div>" for s in BEFORE * 300))
    data = source.encode()

    def spent(what: object) -> float:
        return min(effort(what)[1] for _ in range(5))  # type: ignore[arg-type]

    assert spent(lambda: parse_tree(source)) < 2.5 * spent(lambda: etree.fromstring(data, etree.HTMLParser())) + 0.002
