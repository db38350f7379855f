"""Inputs and outputs that are in each other's way, told before any work as far as they can be known."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from khabar.corpus.item import InputOptions

OTHERS = ("files_from", "names", "a", "b", "check", "gold")
"""Options and arguments that name a file that is read, beside FILE and --lexicon."""


def in_folder(folder: str, names: Sequence[str], options: InputOptions) -> str | None:
    """What to tell where two inputs have one name in the folder."""
    from khabar.corpus.known import same_name
    from khabar.corpus.naming import clash

    both = clash(names) or same_name(names, options)
    if both is None:
        return None
    told = f"{both[0]} is named twice, and gets" if both[0] == both[1] else f"{both[0]} and {both[1]} would get"
    return f"{told} one name in {folder}"


def written_over(folder: str, names: Sequence[str], suffix: str) -> str | None:
    """What to tell where an input is in the folder, under the name that the output of another gets. `suffix`: what
    the format adds to names."""
    from khabar.corpus.files import identity_of
    from khabar.corpus.naming import below

    files = {identity_of(name): name for name in names if os.path.isfile(name)}
    for name in files.values():
        taken = files.get(identity_of(os.path.join(folder, below(name) + suffix)))
        if taken is not None:
            return f"{taken} is an input as well; the output of {name} would take its place"
    return None


def with_inputs(output: str, params: Mapping[str, Any], options: InputOptions | None) -> str | None:
    """What to tell where the output is a file that is read. `options`: None where no FILEs are."""
    if not os.path.isfile(output):
        return None
    from khabar.corpus.item import source_of
    from khabar.corpus.known import input_at

    named = [name for name in (*map(params.get, OTHERS), *(params.get("lexicon") or ())) if name is not None]
    found = input_at(output, params.get("files"), options, named)
    if found is None:
        return None
    name = os.path.basename(found.path)
    plain = found.inside and not set(name) & set("*?[")  # else it is a pattern of something else
    hint = f" (--exclude {name} leaves it out)" if plain else ""
    return f"{source_of(found.path)} is an input as well; the output would take its place{hint}"
