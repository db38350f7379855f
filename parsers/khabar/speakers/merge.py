"""Names that are one person's: what each may be short for, and whether only one person is that.

No name is merged for likeness. One without a title is the one with it; a given name and a surname are those with more
names between; a surname is the only person who bears it. Whatever could be two people's stays by itself. A title that
is a given name, too ("Duke Roe"), is a title only where somebody of the surname has it before a full name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from khabar.arguments import check_many
from khabar.characters import fold
from khabar.speakers.known import NOBODY, Known, with_lexicon
from khabar.speakers.name import Core, Name
from khabar.speakers.nodes import (
    Entry,
    Node,
    commonest,
    join,
    join_all,
    join_fitting,
    join_only,
    join_titled,
    nodes_of,
    roots_of,
)
from khabar.speakers.shorter import shortened
from khabar.speakers.words import words_of


class Person(NamedTuple):
    """A speaker over all articles: a person, an institution, or whoever a description means."""

    name: str
    """As a list of known people has it; otherwise the commonest full name without a title, of equals the shortest."""
    forms: tuple[str, ...]
    """All spellings that were met, the commonest first."""
    times: int
    """How often they were met, together."""


def merge_speakers(
    names: Iterable[str | Entry] | Mapping[str | Entry, int] | Mapping[str, int],
    *,
    language: str | None = None,
    known: Known = NOBODY,
) -> tuple[Person, ...]:
    """Merge what is one person: the names of speakers, each as often as it was met, or with its count.

    An entry may be a pair of a name and its language's tag; `language` is that of the others (None: by its letters).
    `known`: people who are known by names that nothing in them tells (see `read_names`), beside those of the user's
    lexicon. The same names give the same people in any order: the most frequent first, equals by name. Takes time in
    proportion to the number of names. Raises TypeError where `names` is one text, or a name in it is none.
    """
    check_many("merge_speakers", names, '["Merkel", "Angela Merkel"]')
    counts: dict[Entry, int] = {}
    for name, count in names.items() if isinstance(names, Mapping) else Counter(names).items():
        entry = (name, language) if isinstance(name, str) else _pair(name)
        counts[entry] = counts.get(entry, 0) + count
    nodes = nodes_of(counts, with_lexicon(known))
    _Merger(nodes).run()
    people: dict[int, list[Node]] = {}
    for node in nodes:
        people.setdefault(node.root().number, []).append(node)
    found = [person for group in people.values() if (person := _person(group))]
    return tuple(sorted(found, key=lambda one: (-one.times, fold(one.name), one.name)))


def _pair(entry: object) -> Entry:
    """A name and its language. Raises TypeError for anything else."""
    match entry:
        case (str(), None | str()) if isinstance(entry, tuple):
            return entry
    raise TypeError(f"a name is a text, or a pair of a text and the tag of its language, not {entry!r}")


class _Merger:
    """The rules, in the order of their certainty. What one finds in doubt, none after it decides."""

    def __init__(self, nodes: list[Node]) -> None:
        self._nodes = nodes

    def run(self) -> None:
        self._called()
        self._listed()
        cores = self._equal()
        self._with_unclear_titles(cores)
        self._shorter(cores)
        self._surnames(cores)

    def _called(self) -> None:
        """Names that begin with a title that is a given name, too: a title where somebody of this surname has it."""
        borne = {(name.title, name.core[-1]) for node in self._nodes if (name := node.name).full and name.title}
        for node in self._nodes:
            *_, last = node.name.core or ("",)
            if node.name.called and (node.name.called, last) in borne:
                node.name = Name((last,), titled=True)

    def _listed(self) -> None:
        """The forms of somebody who is known."""
        of: dict[str, Node] = {}
        for node in self._nodes:
            if node.fixed is not None:
                join(node, of.setdefault(node.fixed, node))

    def _equal(self) -> dict[Core, list[Node]]:
        """Full names that differ by their titles: for each its nodes."""
        cores: dict[str, tuple[Core, list[Node]]] = {}
        for node in self._nodes:
            if len(node.name.core) > 1:
                cores.setdefault("".join(node.name.core), (node.name.core, []))[1].append(node)
        for _, nodes in cores.values():
            join_all(nodes)
        return dict(cores.values())

    def _with_unclear_titles(self, cores: Mapping[Core, list[Node]]) -> None:
        """Names that end with a full name that others bear without a title."""
        whole = {"".join(core): nodes for core, nodes in cores.items()}
        for node in self._nodes:
            for tail in node.name.tails:
                found = [one for one in whole.get("".join(tail), ()) if one.name.full]
                if found:
                    join_all([node, *found])
                    break

    def _shorter(self, cores: Mapping[Core, list[Node]]) -> None:
        """Names that leave out some of a longer one, where that is one person's; the longest first."""
        longer: dict[Core, list[Node]] = {}
        full = {core: nodes for core, nodes in cores.items() if any(node.name.full for node in nodes)}
        for core, nodes in full.items():
            double = any(_tag(node.language) in words_of("double") for node in nodes)
            for short in shortened(core, double=double):
                longer.setdefault(short, []).append(nodes[0])
        for core in sorted(full, key=lambda core: (-len(core), sum(len(word) == 1 for word in core), core)):
            join_only(full[core], longer.get(core, ()))

    def _surnames(self, cores: Mapping[Core, list[Node]]) -> None:
        """Surnames (and the given names of languages that use them so) that only one person has."""
        last: dict[str, list[Node]] = {}
        others: dict[str, list[Node]] = {}
        for core, nodes in cores.items():
            if not any(node.name.full for node in nodes):
                continue
            by_first = any(_tag(node.language) in words_of("first") for node in nodes)
            last.setdefault(core[-1], []).append(nodes[0])
            if by_first:
                last.setdefault(core[0], []).append(nodes[0])
            for word in core[0 if not by_first else 1 : -1]:
                others.setdefault(word, []).append(nodes[0])
        short: dict[str, list[Node]] = {}
        for node in self._nodes:
            word = node.name.joined or (node.name.core[0] if len(node.name.core) == 1 else "")
            if word:
                short.setdefault(word, []).append(node)
        for word, nodes in short.items():
            people = roots_of(last.get(word, ()))
            if not people and word not in others:
                join_titled(nodes)
            elif len(people) == 1 and roots_of(others.get(word, ())) <= people:
                join_fitting(nodes, next(iter(people)))


def _person(group: list[Node]) -> Person | None:
    """The person of a group of names; None where only the list has any of them."""
    spellings = group[0].spellings if len(group) == 1 else {form: n for x in group for form, n in x.spellings.items()}
    if not spellings:
        return None
    forms = tuple(sorted(spellings, key=lambda form: (-spellings[form], form)))
    name = group[0].root().fixed
    if name is None:
        best = group[0] if len(group) == 1 else min((node for node in group if node.spellings), key=_rank)
        name = commonest(best.spellings)
    return Person(name, forms, sum(spellings.values()))


def _rank(node: Node) -> tuple[bool, bool, bool, bool, int, int, str]:
    """Smaller for the name that shows best who it is."""
    name = node.name
    return (
        not name.full or bool(name.joined),
        name.titled,
        len(name.core[:1] and name.core[0]) == 1,
        not node.folded.replace(" ", "").replace("-", "").isalpha(),
        -sum(node.spellings.values()),
        len(node.folded),
        node.folded,
    )


def _tag(language: str | None) -> str:
    return (language or "").partition("-")[0]
