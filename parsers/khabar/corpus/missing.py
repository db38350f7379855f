"""What is not installed by default: the extras of the package."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from khabar.errors import KhabarError

EXTRAS = {
    "warc": ("WARC files need", "warcio"),
    "parquet": ("Parquet needs", "pyarrow"),
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
