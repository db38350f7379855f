"""Cells that a spreadsheet would run: scraped text must not become a formula.

Excel, LibreOffice and Google Sheets take a cell of a CSV file for a formula where its text begins with one of these
characters, and a formula can call programs and send data away (OWASP: CSV injection). The rule:

- A text is defused if its first character is a tab, a carriage return or a line feed, or if its first character that
  is no white space and is not invisible is `=`, `+`, `-`, `@`, or the full-width form of one of them (＝ ＋ － ＠).
- CSV and TSV get an apostrophe before such a text: `'=1+1`. In TSV, which has no quoting of its own, quotation marks
  at the beginning do not count as its first character, as spreadsheets take them off.
- xlsx keeps such a text as it is. It is a text cell there, as every other, and has the property by which Excel keeps
  it one when it is edited (quotePrefix).
- Column headings are texts, too. Numbers never are.

The price: a line of dialogue ("- نعم") gets an apostrophe, and so does a string of a record that is "-5".
`--no-defuse` switches it off. JSON, Parquet and the formats for people are never changed.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# a pattern as a string: JSON has no need of it, and `re` keeps what it has compiled
_FORMULA = "[\t\r\n]|[\\s\u200b-\u200f\u2060\ufeff]*[=+\\-@＝＋－＠]"


class CellOptions(NamedTuple):
    """How cells are written."""

    defuse: bool = False
    """What a spreadsheet would run is defused."""
    bom: bool = False
    """A byte order mark stands before CSV and TSV, by which Excel knows UTF-8."""


def is_formula(text: str) -> bool:
    """Would a spreadsheet run a cell that holds this text?"""
    return not text[:1].isalnum() and re.match(_FORMULA, text) is not None


def defused(text: str, ignored: str = "") -> str:
    """The text as it stands in CSV. `ignored`: characters at the beginning that spreadsheets take off."""
    return f"'{text}" if is_formula(text.lstrip(ignored) if ignored else text) else text
