"""--fields: which names a command takes, and what to say to one that it does not know."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from khabar_cli.messages import one_line, suggestion
from khabar_cli.record import RECORD, RECORD_NAME

if TYPE_CHECKING:
    from khabar_cli.views.base import View


class FieldError(ValueError):
    """A field that a command does not have; the message is one sentence for people."""


def listed(given: str | Iterable[str]) -> tuple[str, ...]:
    """The names of a list with commas, or of several such lists: each once, in the order given."""
    lists = (given,) if isinstance(given, str) else given
    return tuple(dict.fromkeys(name.strip() for part in lists for name in part.split(",") if name.strip()))


def chosen_fields(given: Sequence[str] | None, view: type[View[Any]]) -> tuple[str, ...] | None:
    """The names of --fields, each once; None where none were asked for. Raises FieldError."""
    if not given:
        return None
    names = listed(given)
    if not names:
        raise FieldError(f"no field is named; there are {', '.join(view.fields)}")
    for name in names:
        _check(name, view)
    return names


def _check(name: str, view: type[View[Any]]) -> None:
    if name in view.fields or name in view.others:
        return
    if view.of_records and name.startswith(RECORD_NAME) and name != RECORD_NAME:
        return
    if name in (RECORD, RECORD_NAME) and view.of_records:
        raise FieldError("a record's own field is record.NAME; for one called date: record.date")
    if view.gathers and _of_documents(name):
        raise FieldError(
            f"{one_line(name)} is a field of one document, and each row here counts over all of them; "
            f"there are {', '.join(view.fields)}"
        )
    raise FieldError(f"no field is called {one_line(name)}; {suggestion(name, view.fields, view.others)}")


def _of_documents(name: str) -> bool:
    from khabar_cli.views.values import ARTICLE

    return name in ("source", "context", *ARTICLE) or name.startswith(RECORD_NAME)
