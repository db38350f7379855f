"""What each command shows of a document: records for programs, lines and grids for people."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from khabar_cli.views.base import View


def view_class(name: str) -> type[View[Any]]:
    """The view of the command of this name; only its own module is imported."""
    found: type[View[Any]] = import_module(f"khabar_cli.views.{name}").VIEW
    return found
