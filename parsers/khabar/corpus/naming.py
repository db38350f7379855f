"""What documents are called below `-o DIR`, so that no two inputs have one name.

Files that are named have the name that they were given (`../yr/a.txt`: `yr/a.txt`). Of one folder, documents have
their names below it. Of several folders, each document's name begins with the folder's: `2023/a.txt` and `2024/a.txt`
of `yr/2023 yr/2024`, and as much of the path as tells them apart, the same for all: `a/2023/…` and `b/2023/…`. So the
names depend neither on the order of the folders nor on what is in them. Folders of a list (--files-from), which is
read piece by piece, keep the whole name that they have there.
"""

from __future__ import annotations

import os
from collections.abc import Sequence


def below(name: str) -> str:
    """The name as one below a folder: `/a/b`, `../a/b` and `./a/b` are all `a/b`."""
    return "stdin" if name == "-" else "/".join(_parts(name)) or "_"


def in_list(folder: str) -> str:
    """What the names of the documents begin with that are in a folder of a list."""
    return "".join(f"{part}/" for part in _parts(folder))


def told_apart(folders: Sequence[str]) -> dict[str, str]:
    """For each folder what its documents' names begin with: nothing where it is the only one. A folder that is named
    twice (`a`, `./a`) is one: see `clash`."""
    places = {folder: os.path.abspath(folder) for folder in folders}
    parts = {place: place.strip("/").split("/") for place in set(places.values())}
    if len(parts) < 2:
        return dict.fromkeys(folders, "")
    longest = max(map(len, parts.values()))
    for count in range(1, longest + 1):
        ends = {place: "/".join(names[-count:]) for place, names in parts.items()}
        if count == longest or len(set(ends.values())) == len(ends):
            break
    return {folder: f"{ends[place] or '_'}/" for folder, place in places.items()}


def clash(names: Sequence[str]) -> tuple[str, str] | None:
    """Two of these names, of files and folders, whose documents would have the same names; None where there are
    none. What is in the files and folders is not looked at."""
    seen: dict[tuple[bool, str], str] = {}
    for name in names:
        folder = name != "-" and os.path.isdir(name)
        key = (folder, os.path.abspath(name) if folder else below(name))
        if key in seen:
            return seen[key], name
        seen[key] = name
    return None


def _parts(name: str) -> list[str]:
    parts = os.path.normpath(name).split("/")
    while parts and parts[0] in ("", ".", ".."):
        parts.pop(0)
    return parts
