"""--fields: which names a command takes, and what to say to one that it does not know."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from khabar_cli.messages import one_line
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
    unknown = [name for name in names if not _is_known(name, view)]
    if unknown:
        raise FieldError(_unknown(unknown, view))
    return names


def _is_known(name: str, view: type[View[Any]]) -> bool:
    """Raises FieldError for what is a field elsewhere."""
    if name in view.fields or name in view.others:
        return True
    if view.of_records and name.startswith(RECORD_NAME) and name != RECORD_NAME:
        return True
    if name in (RECORD, RECORD_NAME) and view.of_records:
        raise FieldError("a record's own field is record.NAME; for one called date: record.date")
    if view.gathers and _of_documents(name):
        raise FieldError(
            f"{one_line(name)} is a field of one document, and each row here counts over all of them; "
            f"there are {', '.join(view.fields)}"
        )
    return False


def _unknown(names: Sequence[str], view: type[View[Any]]) -> str:
    """The sentence for names that the command does not know, all of them."""
    meant = {name: _near(name, view) for name in names}
    there = f"there are {', '.join(dict.fromkeys((*view.fields, *view.others)))}"
    if len(names) == 1:
        (name,) = names
        return f"no field is called {one_line(name)}; {_did_you_mean(meant[name]) or there}"
    told = [f"{one_line(name)} ({_did_you_mean(near)})" if near else one_line(name) for name, near in meant.items()]
    *first, last = told
    sentence = f"no field is called {', '.join(first)} or {last}"
    return sentence if all(meant.values()) else f"{sentence}; {there}"


def _near(name: str, view: type[View[Any]]) -> list[str]:
    """The names that may be meant: those that people call so, else those that are spelt nearly so: `time` is spelt
    nearly as `title`."""
    from difflib import get_close_matches

    from khabar_cli.guesses import COLUMNS

    known = list(dict.fromkeys((*view.fields, *view.others)))
    folded = name.casefold()
    if folded in known:
        return [folded]
    return [one for one in COLUMNS.get(folded, ()) if one in known] or get_close_matches(folded, known)


def _did_you_mean(names: Sequence[str]) -> str:
    return f"did you mean {' or '.join(names)}?" if names else ""


def _of_documents(name: str) -> bool:
    from khabar_cli.views.values import ARTICLE

    return name in ("source", "context", *ARTICLE) or name.startswith(RECORD_NAME)
