"""Right-to-left text in a terminal: alignment, and isolates round each rendered line.

A terminal that reorders (VTE, Konsole) takes a whole screen line for one left-to-right paragraph, so two
neighbouring cells in Arabic change places and the borders with them. An isolate round each line of each
cell, put there after wrapping and inside the padding, keeps them apart; put round the whole cell before
wrapping it would be torn in two by the first line break. Nothing is ever reordered here: what is copied from
the screen is the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

FSI, LRI, RLI, PDI = "\u2068", "\u2066", "\u2067", "\u2069"

_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_DIGITS = re.compile("[0-9\u0660-\u0669\u06f0-\u06f9]+")


def first_strong(text: str) -> str | None:
    """ "rtl" or "ltr" by the first letter, None where there is none."""
    for char in text:
        if _RTL.match(char) and not _DIGITS.match(char):
            return "rtl"
        if char.isalpha():
            return "ltr"
    return None


def direction(text: str, base: str) -> str:
    """The direction of one paragraph in a document of direction `base`: in an Arabic article a paragraph that
    begins with "BBC" is Arabic all the same; a caption in Latin letters only is not."""
    if not _RTL.search(text):
        return "ltr"
    return "rtl" if base == "rtl" else first_strong(text) or base


def isolate(line: str, way: str) -> str:
    """One rendered line of a paragraph of direction `way`, in an isolate where it needs one."""
    opening, closing = isolates(line, way)
    return opening + line + closing


def isolates(line: str, way: str) -> tuple[str, str]:
    """What opens and closes the isolate of one rendered line of a paragraph of direction `way`; both "" where the
    line has no right-to-left letters, and needs none.

    First-strong where that gives the right answer, an explicit one where a line begins with the other
    script's word ("BBC" at the start of a line in an Arabic paragraph) or has no letter to tell.
    """
    if way == "ltr" and not _RTL.search(line):
        return "", ""
    return FSI if first_strong(line) == way else RLI if way == "rtl" else LRI, PDI


def wrap(text: str, width: int) -> Iterator[str]:
    """The text in lines of at most `width` columns, broken at spaces, and inside words that are longer."""
    return (" ".join(text[start:end] for start, end in line) for line in lines_of(text, width))


def wrap_path(text: str, width: int) -> Iterator[str]:
    """The same of a file's name with its folders: broken after a slash or at a space, inside a name only where that
    is longer than a line."""
    from rich.cells import cell_len, chop_cells

    line = ""
    for step in steps(text):
        if cell_len((line + step).rstrip()) <= width:
            line += step
            continue
        if line:
            yield line.rstrip()
        *full, line = chop_cells(step, width)
        yield from full
    yield line.rstrip()


def steps(path: str) -> list[str]:
    """The pieces of a file's name between which it may be broken: folders with their slash, words with a space."""
    return re.findall(r"[^/ ]*[/ ]+|[^/ ]+", path)


def lines_of(text: str, width: int) -> Iterator[list[tuple[int, int]]]:
    """The same as places of words, or of pieces of long ones, in the text; a space stands between those of a line."""
    from rich.cells import cell_len, chop_cells

    begin = 0
    for paragraph in text.split("\n"):
        line: list[tuple[int, int]] = []
        used = 0
        for found in re.finditer(r"\S+", paragraph):
            word, at = found[0], begin + found.start()
            size = cell_len(word)
            if line and used + 1 + size <= width:
                line.append((at, at + len(word)))
                used += 1 + size
                continue
            if line:  # also where it has no width: a lone combining mark
                yield line
            if size > width:
                *full, word = chop_cells(word, width)
                for piece in full:
                    yield [(at, at + len(piece))]
                    at += len(piece)
                size = cell_len(word)
            line, used = [(at, at + len(word))], size
        yield line
        begin += len(paragraph) + 1
