"""Axe's findings on a page, in words."""

from __future__ import annotations

from typing import Any

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""All of WCAG 2.2 up to AA (with target-size, which axe leaves out unless it is asked for), and axe's own advice."""

SCHEMES = ("light", "dark")

NODES = 5
"""Elements shown of each finding."""


def findings(page: Any, context: str | None = None) -> list[str]:
    """What axe finds on the page as it is now, in both colour schemes; `context` is a CSS selector of a part.

    One text each: scheme, rule, how grave, what to do, and the first elements.
    """
    from axe_playwright_python.sync_playwright import Axe

    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"], "preload": False}
    found = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        answer = Axe().run(page, context=context, options=options).response
        found += [_in_words(scheme, violation) for violation in answer["violations"]]
    page.emulate_media(color_scheme="null")
    return found


def _in_words(scheme: str, violation: dict[str, Any]) -> str:
    nodes = violation["nodes"]
    lines = [f"{scheme}: {violation['id']} ({violation['impact']}, {len(nodes)} elements): {violation['help']}"]
    for node in nodes[:NODES]:
        lines.append(f"  {' '.join(map(str, node['target']))}")
        lines.append(f"    {node['html'][:200]}")
        lines += [f"    {line}" for line in (node.get("failureSummary") or "").splitlines()[1:3]]
    return "\n".join(lines)
