"""`khabar --version`: our own version at once, then what it works with. Nothing of that is imported but lxml, which
alone knows the libxml2 inside it."""

from __future__ import annotations

import sys
from collections.abc import Iterator

_NOT_FOR_USERS = ("dev",)


def lines() -> Iterator[str]:
    """The two lines of --version."""
    from khabar_cli import __version__

    yield f"khabar {__version__}"
    yield ", ".join([f"Python {sys.version.split()[0]}", _lxml(), *_extras()])


def _lxml() -> str:
    try:
        from lxml import etree
    except ImportError as error:  # pages cannot be read then, texts can
        return f"lxml: {error}"
    return f"lxml {etree.__version__} (libxml2 {'.'.join(map(str, etree.LIBXML_VERSION))})"


def _extras() -> Iterator[str]:
    """`warc: brotli 1.1.0`, `parquet: missing`."""
    import re
    from importlib.metadata import PackageNotFoundError, requires, version

    try:
        required = requires("khabar") or []
    except PackageNotFoundError:  # khabar runs without being installed
        return
    packages: dict[str, list[str]] = {}
    for one in required:
        found = re.match(r"([\w.-]+).*;.*\bextra\s*==\s*['\"]([\w-]+)['\"]", one)
        if found and found[2] not in _NOT_FOR_USERS and not found[1].startswith("khabar"):
            packages.setdefault(found[2], []).append(found[1])
    for extra, names in packages.items():
        try:
            yield f"{extra}: " + ", ".join([f"{name} {version(name)}" for name in names])
        except PackageNotFoundError:
            yield f"{extra}: missing"
