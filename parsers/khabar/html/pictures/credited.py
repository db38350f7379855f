"""Credits and captions that only the page's JSON gives, put to the pictures that are shown."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.characters import words
from khabar.entries import Image
from khabar.html.metadata.read import Metadata, MetaImage
from khabar.html.pictures.files import is_decor
from khabar.lazy import Lazy

_NAME = Lazy(r"[^/?#]+$")
_WORDS = 5
"""Words of a caption that nothing but JSON gives, at the least."""
_TIMES = 2
"""A credit is longer than half of a caption that says little more."""
_LEAST = 6
"""Characters of a file's name that can tell a picture from another."""


def credited(images: Sequence[Image], meta: Metadata, *, told: bool = False) -> tuple[Image, ...]:
    """The images, with credit and caption from JSON-LD where the page shows none and the address is the same.

    `told`: the text is JSON-LD's, too: where it has no pictures of its own, they are those that JSON-LD gives."""
    if not meta.images:
        return tuple(images)
    if not images:
        return tuple(_image(said) for said in meta.images if not is_decor(said.url)) if told else ()
    known: dict[str, MetaImage] = {}
    for said in meta.images:
        if said.url and (name := _file(said.url)):
            known.setdefault(name, said)
    out = []
    for image in images:
        found = known.get(_file(image.src) or "") if image.src else None
        if found is not None:
            caption = image.caption or _caption(found, image)
            image = image.replace(credit=image.credit or found.credit, caption=caption)
        out.append(image)
    return tuple(out)


def _image(said: MetaImage) -> Image:
    """A picture that only JSON gives, before the text."""
    return Image(said.credit, said.caption, src=said.url)


def _caption(said: MetaImage, image: Image) -> str | None:
    """The caption that JSON gives, unless it is a name, or says the alt text or the credit again."""
    if not said.caption or words(said.caption) < _WORDS or said.caption == image.alt:
        return None
    if image.credit and image.credit in said.caption and _TIMES * len(image.credit) > len(said.caption):
        return None
    return said.caption


def _file(url: str) -> str | None:
    """The last part of an address's path, which stays the same where sizes differ."""
    path = url.split("?", 1)[0].split("#", 1)[0].rstrip("/")
    found = _NAME().search(path)
    return found[0] if found and len(found[0]) >= _LEAST else None
