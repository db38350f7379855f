"""Who is quoted, and reported without marks, how often: a count over many documents that grows with the speakers,
not with the documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from khabar import Trace
from khabar.characters import fold
from khabar.speakers import Known, merge_speakers, together, with_lexicon

from khabar_cli.quotations import SAID, Choice
from khabar_cli.spoken import Said, what_is_said

Part = tuple[str, str | None, tuple[Said, ...]]
"""A document as it counts: its direction, its language, and what is said in it."""


class Speaker:
    """One speaker (or nobody: `name` is None) and what was counted. `forms`: as written, the commonest first."""

    __slots__ = ("_rtl", "files", "forms", "name", "quotes", "statements", "words")

    def __init__(self, name: str | None = None, forms: tuple[str, ...] = ()) -> None:
        self.name = name
        self.forms = forms
        self._rtl = 0
        self.quotes = 0
        self.statements = 0
        self.words = 0
        self.files = 0

    @property
    def direction(self) -> str:
        """That of most of what is said."""
        return "rtl" if self._rtl > 0 else "ltr"

    @property
    def times(self) -> int:
        """How often something is said."""
        return self.quotes + self.statements

    @property
    def merged(self) -> tuple[str, ...]:
        """The forms that are not the name."""
        return tuple(form for form in self.forms if form != self.name)

    def add(self, what: str, length: int, direction: str) -> None:
        """Count a quotation or a statement."""
        if what == "quotes":
            self.quotes += 1
        else:
            self.statements += 1
        self.words += length
        self._rtl += 1 if direction == "rtl" else -1

    def take(self, other: Speaker) -> None:
        """Count what another form of the name has."""
        self.quotes += other.quotes
        self.statements += other.statements
        self.words += other.words
        self._rtl += other._rtl


class Tally:
    """Counts by the name as written; which of them are one person's is known at the end."""

    def __init__(self, choice: Choice, known: Known | None = None) -> None:
        self._choice = choice
        self._known = with_lexicon(known or Known())
        self._counts: dict[tuple[str, str | None], Speaker] = {}
        self._nobody = Speaker()
        self._files: Counter[frozenset[str]] = Counter()
        """Documents by the names in them that may be one person's: nearly always a single one."""
        self._people: list[Speaker] | None = None

    def part(self, item: Trace) -> Part:
        """What is to be counted of a document: small enough to come from another process."""
        article = item.article
        return article.direction, article.language, tuple(what_is_said(article, self._choice))

    def put(self, part: Part) -> None:
        """Count a document's quotations and statements."""
        direction, language, said = part
        met: set[tuple[str, str | None]] = set()
        for what, name, length in said:
            if name is None:
                self._nobody.add(what, length, direction)
                continue
            entry = (name, language)
            met.add(entry)
            if entry not in self._counts:
                self._counts[entry] = Speaker(name)
            self._counts[entry].add(what, length, direction)
        self._files.update(together(met, self._known))
        self._nobody.files += any(name is None for _, name, _ in said)
        self._people = None

    def add(self, item: Trace) -> None:
        """Count a document that is in this process: `part` and `put`."""
        self.put(self.part(item))

    def sorted(self, by: str) -> Iterator[Speaker]:
        """By a number, the largest first, or by "speaker"; always the same for the same counts. Nobody last."""
        if self._people is None:
            self._people = self._merged()
        order = dict.fromkeys((by, *SAID, "words", "files"))
        order.pop("speaker", None)
        people = sorted(self._people, key=lambda one: (fold(one.name or ""), one.name or ""))
        if by != "speaker":
            people.sort(key=lambda one: [-getattr(one, name) for name in order])
        yield from (one for one in people if self._choice.names(one.name, *one.forms))
        if self._nobody.times and self._choice.names(None):
            yield self._nobody

    def _merged(self) -> list[Speaker]:
        """The people: each with all forms of the name."""
        people = []
        of: dict[str, Speaker] = {}
        for person in merge_speakers({entry: one.times for entry, one in self._counts.items()}, known=self._known):
            people.append(Speaker(person.name, person.forms))
            of.update(dict.fromkeys(person.forms, people[-1]))
        for (name, _), counts in self._counts.items():
            of[name].take(counts)
        for names, files in self._files.items():
            for one in {of[name] for name in names}:
                one.files += files
        return people
