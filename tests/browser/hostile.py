"""Texts that would act where a page does not treat them as text; each sets `window.acted`, or asks for something."""

from __future__ import annotations

import itertools

MARKUP = {
    "script": "<script>window.acted=1</script>",
    "script-end": "</script><script>window.acted=1</script>",
    "json-end": "]}</script><script>window.acted=1</script><script>{[",
    "comment": "<!--<script>window.acted=1</script>-->",
    "comment-open": "<!--<script>",
    "cdata": "<![CDATA[<script>window.acted=1</script>]]>",
    "image": "<img src=x onerror=window.acted=1>",
    "attribute": "\"><img src=x onerror=window.acted=1>'><img src=x onerror=window.acted=1>",
    "attribute-bare": '" onmouseover=window.acted=1 onfocus=window.acted=1 autofocus tabindex=0 x="',
    "svg": "<svg/onload=window.acted=1>",
    "math": "<math><mi//xlink:href='data:x,<script>window.acted=1</script>'>",
    "details": "<details open ontoggle=window.acted=1>",
    "frame": "<iframe src=javascript:parent.acted=1></iframe>",
    "srcdoc": "<iframe srcdoc='<script>parent.acted=1</script>'></iframe>",
    "link": "<a href='javascript:window.acted=1'>link</a>",
    "address": "javascript:window.acted=1",
    "data-address": "data:text/html,<script>window.acted=1</script>",
    "form": "<form action=https://khabar.invalid><button autofocus>send</button></form>",
    "style": "<style>*{display:none!important}</style>",
    "style-end": "</style><style>body{background:url(https://khabar.invalid/x)}</style>",
    "title-end": "</title><script>window.acted=1</script>",
    "textarea-end": "</textarea></noscript></template><script>window.acted=1</script>",
    "base": "<base href=https://khabar.invalid/>",
    "refresh": "<meta http-equiv=refresh content='0;url=https://khabar.invalid/'>",
    "stylesheet": "<link rel=stylesheet href=https://khabar.invalid/x.css>",
    "template-literal": "${window.acted=1} `${window.acted=1}`",
    "mustache": "{{constructor.constructor('window.acted=1')()}} {% raw %} #{7*7} <%= 7*7 %>",
    "quotes": "';window.acted=1;//\";window.acted=1;//\\",
    "entities": "&lt;img src=x onerror=window.acted=1&gt; &#60;script&#62; &amp;amp;",
    "replacement": "$& $1 $` $' $$ $<name> \\1 \\g<0>",
}
"""Shown as they are, every character of them."""

NAMES = (
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "prototype",
    "length",
    "null",
    "undefined",
    "0",
    "",
)
"""Names that every object of JavaScript has, or that look like none."""

STEERING = {
    "override": "abc \u202e3cba\u202d xyz",
    "embedding": "\u202b\u202a\u202b\u202a open",
    "isolate": "\u2067\u2066\u2068 open \u2067",
    "closing": "\u2069\u2069\u202c\u202c shut \u2069",
    "terminal": "\x1b]0;owned\x07\x1b[2J\x1b[31mred\x9b31m\x1b]8;;https://khabar.invalid\x1b\\link\x1b]8;;\x1b\\",
    "nul": "before\x00after",
    "separators": "one\u2028two\u2029three\ufeff\u200b",
    "combining": "Z" + "\u0301\u0489" * 2000,
    "surrogate": "\ud800 \udfff",
    "nobody": "\U000e0001\U000e0041\ufff9\ufffb\uffff",
}
"""What turns, hides or cuts the text round it; how it is shown is the page's choice."""

LONG = "و" * 1_000_000
"""A word of a million letters."""

ALL = [*MARKUP.values(), *NAMES, *STEERING.values()]


def every(count: int) -> list[str]:
    """That many hostile texts: all of them in turn."""
    return list(itertools.islice(itertools.cycle(ALL), count))
