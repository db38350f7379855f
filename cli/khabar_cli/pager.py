"""A pager for output on a terminal that is longer than the screen: which one, and what it is told.

As git does: $PAGER, else less; LESS=FRX where LESS is not set. What is printed is UTF-8 in every locale, so
LESSCHARSET says so; less then lets isolates through, but for the option -U.
"""

from __future__ import annotations

import os
import shlex
import shutil
from collections.abc import Mapping, Sequence

LESS = "less"
_DEFAULTS = {"LESS": "FRX", "LV": "-c", "LESSCHARSET": "utf-8"}
_TAKES_CODES_FOR_COLUMNS = ("more",)
"""Pagers that were seen to break lines inside the codes of colours."""


def pager(env: Mapping[str, str]) -> list[str] | None:
    """The command of the pager; None: there is none, or nobody could steer it."""
    if env.get("TERM", "") in ("", "dumb"):
        return None
    try:
        words = shlex.split(env.get("PAGER", LESS))
    except ValueError:
        return None
    if not words or os.path.basename(words[0]) == "cat" or shutil.which(words[0], path=env.get("PATH")) is None:
        return None
    if _is(words, LESS):
        words.insert(1, "-R")  # colours, also where LESS is set and does not say so
    return words if _keys() else None


def shows_isolates(command: Sequence[str], env: Mapping[str, str]) -> bool:
    """Does the pager hand them on to the terminal? Of less it is known."""
    flags = " ".join([env.get("LESS", ""), *command[1:]]).split()
    shown_as_codes = any("U" in flag for flag in flags if not flag.startswith("--"))
    return _is(command, LESS) and not shown_as_codes


def shows_colours(command: Sequence[str]) -> bool:
    """Does the pager hand colours on to the terminal?"""
    return not _is(command, *_TAKES_CODES_FOR_COLUMNS)


def environment(env: Mapping[str, str]) -> dict[str, str]:
    """What the pager is told."""
    return {**_DEFAULTS, **env}


def _is(command: Sequence[str], *names: str) -> bool:
    return os.path.basename(command[0]) in names


def _keys() -> bool:
    """Does a terminal have keys for the pager: one that this process may read from now?"""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return False
    try:
        return os.tcgetpgrp(terminal) == os.getpgrp()
    except OSError:
        return False
    finally:
        os.close(terminal)
