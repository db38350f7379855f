"""Reading a corrections.json: everything is checked, and what is wrong is told in one sentence with its place."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, get_args

from khabar.blocks import Label
from khabar.corrections.record import FORMAT, Before, Corrected, Corrections, CorrectionsError, Line, Quotation
from khabar.entries import QuoteKind
from khabar.hints import did_you_mean, represented, short

_LABELS = tuple(str(label) for label in Label)
_KINDS: tuple[str, ...] = get_args(QuoteKind)


def read_corrections(data: bytes | str) -> Corrections:
    """Read a file of corrections.

    Raises CorrectionsError, "documents[0].lines[3].label: no label is called captoin; did you mean caption?".

    >>> read_corrections('{"corrections": 1, "documents": [{"source": "a.txt", "lines": [], "quotes": []}]}')
    Corrections(documents=(Corrected(source='a.txt', lines=(), quotes=()),), khabar=None)
    """
    found = _json(data)
    if not isinstance(found, dict) or "corrections" not in found:
        printed = isinstance(found, dict) and "schema" in found
        hint = " but what khabar has printed" if printed else ""
        raise CorrectionsError(f"this is not a file of corrections{hint}: it has no key `corrections`")
    if found["corrections"] != FORMAT or isinstance(found["corrections"], bool):
        told = represented(found["corrections"])
        raise CorrectionsError(f"corrections: this khabar reads format {FORMAT}, not {told}")
    version = _text(found, "khabar", "", null=True)
    documents = tuple(_document(one, f"documents[{at}]") for at, one in enumerate(_list(found, "documents", "")))
    seen: dict[str, int] = {}
    for at, one in enumerate(documents):
        if one.source in seen:
            raise CorrectionsError(
                f"documents[{at}].source: {short(one.source)} is documents[{seen[one.source]}] already"
            )
        seen[one.source] = at
    return Corrections(documents, version)


def _json(data: bytes | str) -> Any:
    try:
        return json.loads(data.decode("utf-8-sig") if isinstance(data, bytes) else data)
    except UnicodeDecodeError:
        raise CorrectionsError("not UTF-8, as JSON has to be") from None
    except json.JSONDecodeError as error:
        several = "; corrections are one object, not JSON Lines" if error.msg == "Extra data" else ""
        raise CorrectionsError(f"broken JSON in line {error.lineno}: {error.msg}{several}") from None
    except (ValueError, RecursionError):
        raise CorrectionsError("broken JSON: nested too deep, or a number that is too long") from None


def _document(found: Any, where: str) -> Corrected:
    value = _object(found, where)
    where += "."
    return Corrected(
        _text(value, "source", where) or "",
        tuple(_line(one, f"{where}lines[{at}]") for at, one in enumerate(_list(value, "lines", where))),
        tuple(_quotation(one, f"{where}quotes[{at}]") for at, one in enumerate(_list(value, "quotes", where))),
    )


def _line(found: Any, where: str) -> Line:
    value = _object(found, where)
    where += "."
    line = _number(value, "line", where, least=1) or 1
    end_line = _number(value, "end_line", where, least=1, null=True) or line
    if end_line < line:
        raise CorrectionsError(f"{where}end_line: line {end_line} is before line {line}")
    return Line(
        line,
        end_line,
        _text(value, "text", where) or "",
        Label(_one_of(value, "label", where, _LABELS, "label")),
        _text(value, "value", where, null=True),
        _text(value, "credit", where, null=True),
        None if value.get("was") is None else Label(_one_of(value, "was", where, _LABELS, "label")),
        _text(value, "was_value", where, null=True),
        _text(value, "was_credit", where, null=True),
        _text(value, "rule", where, null=True),
    )


def _quotation(found: Any, where: str) -> Quotation:
    value = _object(found, where)
    where += "."
    kind: Any = _one_of(value, "kind", where, _KINDS, "kind")
    speaker = _text(value, "speaker", where, null=True)
    was = None
    if value.get("was") is not None:
        before = _object(value["was"], f"{where}was")
        old: Any = _one_of(before, "kind", f"{where}was.", _KINDS, "kind") if "kind" in before else kind
        was = Before(old, _text(before, "speaker", f"{where}was.", null=True) if "speaker" in before else speaker)
    start = _number(value, "start", where) or 0
    end = _number(value, "end", where) or 0
    return Quotation(
        _text(value, "text", where) or "",
        kind,
        speaker,
        _number(value, "section", where, null=True),
        _number(value, "paragraph", where, null=True),
        start,
        end,
        was,
    )


def _object(found: Any, where: str) -> Mapping[str, Any]:
    if not isinstance(found, dict):
        raise _wrong(where, "an object", found)
    return found


def _list(value: Mapping[str, Any], key: str, where: str) -> list[Any]:
    found = value.get(key)
    if not isinstance(found, list):
        raise _lacking(value, key, where) if found is None else _wrong(where + key, "a list", found)
    return found


def _text(value: Mapping[str, Any], key: str, where: str, *, null: bool = False) -> str | None:
    found = value.get(key)
    if isinstance(found, str) or (found is None and null):
        return found
    raise _lacking(value, key, where) if found is None else _wrong(where + key, "a text", found)


def _number(value: Mapping[str, Any], key: str, where: str, *, least: int = 0, null: bool = False) -> int | None:
    found = value.get(key)
    if found is None and null:
        return None
    if isinstance(found, int) and not isinstance(found, bool) and found >= least:
        return found
    raise _lacking(value, key, where) if found is None else _wrong(where + key, f"a number from {least} on", found)


def _one_of(value: Mapping[str, Any], key: str, where: str, known: tuple[str, ...], what: str) -> str:
    found = _text(value, key, where) or ""
    if found not in known:
        hint = did_you_mean(found, known) or f"there are {', '.join(known)}"
        raise CorrectionsError(f"{where}{key}: no {what} is called {short(found) or 'nothing'}; {hint}")
    return found


def _lacking(value: Mapping[str, Any], key: str, where: str) -> CorrectionsError:
    hint = did_you_mean(key, [name for name in value if isinstance(name, str)], count=1)
    return CorrectionsError(f"{where}{key}: it is missing{f'; {hint}' if hint and key not in value else ''}")


def _wrong(where: str, right: str, found: object) -> CorrectionsError:
    return CorrectionsError(f"{where}: this must be {right}, not {represented(found)}")
