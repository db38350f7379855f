"""What --speaker tells where nobody matches: that nobody does, and how many speakers there are. --agency tells the
like of agencies."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from khabar import Quote, Statement
    from khabar.speakers import Known

    from khabar_cli.quotations import Choice

Name = tuple[str, str | None]
"""A speaker's name, and the language of the document that has it; an agency's has none."""


class Limits(NamedTuple):
    """What was asked for besides a speaker. None: no limit."""

    kinds: Collection[str] | None = None
    types: Collection[str] | None = None
    min_confidence: float | None = None

    @classmethod
    def of(cls, params: Mapping[str, Any]) -> Limits:
        """Those of a command's parameters."""
        return cls(params.get("kind"), params.get("type"), params.get("min_confidence"))

    @property
    def told(self) -> str:
        """In words: "of these kinds and with this confidence"; empty without a limit."""
        of = [word for word, names in (("kinds", self.kinds), ("types", self.types)) if names]
        told = [f"of these {' and '.join(of)}"] if of else []
        return " and ".join([*told, *([] if self.min_confidence is None else ["with this confidence"])])

    @property
    def options(self) -> str:
        """As options of a command, each with a space before it."""
        given = {"--kind": ",".join(self.kinds or ()), "--type": ",".join(self.types or ())}
        given["--min-confidence"] = "" if self.min_confidence is None else f"{self.min_confidence:g}"
        return "".join(f" {option} {value}" for option, value in given.items() if value)


class Unmatched(NamedTuple):
    """What was made of a document in which no speaker (or agency) matches, and those that it has. Can be pickled."""

    made: Any
    names: frozenset[Name]


class Names:
    """The speakers of all documents, as long as none has matched."""

    def __init__(self) -> None:
        self._names: set[Name] = set()
        self._matched = False
        self._any = False

    def take(self, made: Any) -> Any:
        """What was made of a document, without what is noted here."""
        self._any = True
        if not isinstance(made, Unmatched):
            self._matched = True
            self._names.clear()
            return made
        if not self._matched:
            self._names |= made.names
        return made.made

    @property
    def unmatched(self) -> frozenset[Name] | None:
        """All names, where there were documents and none had a match."""
        return None if self._matched or not self._any else frozenset(self._names)


def unmatched(said: Iterable[Quote | Statement], choice: Choice, language: str | None) -> frozenset[Name] | None:
    """The speakers of a document; None where one is among those asked for, or all are meant."""
    if not choice.asked:
        return None
    names = {one.speaker for one in said if one.speaker is not None}
    if any(map(choice.names, names)):
        return None
    return frozenset((name, language) for name in names)


def absence(
    names: frozenset[Name],
    choice: Choice,
    *,
    wrong: str,
    limits: str,
    how: str,
    command: str,
    known: Known | None = None,
) -> str | None:
    """The line: `wrong` ("no quotations by"), with which `limits` ("of these kinds"; none: empty), how many people
    there are and `how` they speak ("quoted"), and the command that lists them. None where somebody matches by a name
    that only `known` has."""
    from khabar.speakers import Known, merge_speakers

    people = merge_speakers(dict.fromkeys(names, 1), known=known or Known())
    if any(choice.names(person.name, *person.forms) for person in people):
        return None
    nobody = " ".join(filter(None, (wrong, " or ".join(choice.asked), limits)))
    inside = " in those" if limits else ""
    if not people:
        return f"{nobody}; nobody is {how} by name{inside}"
    number = "1 speaker is" if len(people) == 1 else f"{len(people)} speakers are"
    return f"{nobody}; {number} {how}{inside}: {command} lists them"
