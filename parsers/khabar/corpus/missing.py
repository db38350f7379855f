"""What is not installed by default: the extras of the package."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

from khabar.errors import KhabarError

EXTRAS = {
    "warc": ("Pages that are encoded as br need", "brotli"),
    "parquet": ("Parquet needs", "pyarrow"),
    # the same module, which Python brings from 3.14 on
    "zst": ("zstd needs", "compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd"),
    "xlsx": ("Spreadsheets need", "xlsxwriter"),
}
"""For each extra: what needs it, and the module that it brings."""


class MissingExtra(KhabarError):
    """An extra is not installed; the message is one line that says how it is."""

    code = "missing"


def need(extra: str) -> ModuleType:
    """The extra's module. Raises MissingExtra."""
    what, module = EXTRAS[extra]
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtra(f"{what} {module}: pip install 'khabar[{extra}]'") from error
