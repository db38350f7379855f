"""What the address of a picture's file says: that it is an icon, a button, an author's portrait; how large it is."""

from __future__ import annotations

from functools import lru_cache

from khabar.html.metadata.authors import words
from khabar.lazy import Lazy

PHOTOS = (".jpg", ".jpeg", ".webp", ".avif")
"""Files of photographs: of one, a name such as "red-button.jpg" says what it shows."""
_SIZE = Lazy(r"(?<![0-9.:])(\d{2,4})x(\d{2,4})(?![a-z0-9:])")
_WIDTH = Lazy(r"(?<![a-z0-9])w[_=-]?(\d{2,3})(?![a-z0-9])")
_RATIO = 30
"""Both numbers below it: a ratio ("16x9"), no size in pixels."""
_ICON = 80
"""Pixels: what is narrower or lower is an icon, a badge, a portrait."""
_PORTRAIT = 100
"""Pixels: what is neither wider nor higher is a portrait or a button. (Galleries show 120 and 150.)"""
_WORD = Lazy(r"[a-z]+")
_FOLDER = 2
"""Words in a folder's name at the most: more are an article's title."""
_NEAR = 2
"""Folders before the file's name that say what it is; "/authors/ann-poe/articles/storm/a.jpg" is no portrait."""
_LONGEST = 400
"""Characters of an address that are looked at."""
_KEPT = 2_000


@lru_cache(maxsize=_KEPT)
def named_size(address: str) -> tuple[int, int]:
    """Width and height in pixels that an address gives ("badge_80x15.png", "/w110/cover.jpg"); 0 where none is."""
    sizes = [(int(width), int(height)) for width, height in _SIZE().findall(address[-_LONGEST:].lower())]
    if sizes and max(sizes[-1]) >= _RATIO:
        return sizes[-1]
    width = _WIDTH().search(address[-_LONGEST:].lower())
    return (int(width[1]), 0) if width is not None else (0, 0)


@lru_cache(maxsize=_KEPT)
def is_decor(address: str) -> bool:
    """Does the address say that the picture is none of the article's: an icon, a button, a portrait of somebody who
    writes there, a file of the site's looks?"""
    path = _path(address)
    if any(part in path for part in words("image.path")) or is_portrait(address):
        return True
    name = path.rpartition("/")[2]
    width, height = named_size(name)  # folders of sizes are those of previews, too
    if width and height and min(width, height) < _ICON:
        return True
    stem = name.rpartition(".")[0]
    return not name.endswith(PHOTOS) and any(stem.endswith(word) for word in words("image.button"))


@lru_cache(maxsize=_KEPT)
def is_portrait(address: str) -> bool:
    """Is it of the size of a portrait, or in a folder of portraits and other small pictures?"""
    *folders, name = _path(address).rpartition("//")[2].split("/")
    width, height = named_size(name)
    if width and height and max(width, height) <= _PORTRAIT:
        return True
    said = words("image.people")
    found = (_WORD().findall(folder) for folder in folders[1:][-_NEAR:])
    return any(len(names) <= _FOLDER and not said.isdisjoint(names) for names in found)


def _path(address: str) -> str:
    """What names the file, in small letters."""
    return address[:_LONGEST].partition("?")[0].partition("#")[0].lower()
