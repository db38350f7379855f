"""Names that fold to the same, and how they become one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from khabar.characters import fold
from khabar.speakers.known import Known
from khabar.speakers.name import Name
from khabar.speakers.names import read_name

Entry = tuple[str, str | None]
"""A name as written, and the tag of the language that it was found in."""
_Word = TypeVar("_Word", bound=str | None)


class Node:
    """Names that fold to the same, and what they are merged into."""

    __slots__ = ("fixed", "folded", "genders", "language", "name", "number", "parent", "spellings")

    def __init__(self, number: int, folded: str, spellings: dict[str, int]) -> None:
        self.number = number
        self.folded = folded
        self.spellings = spellings
        self.name = Name()
        self.language: str | None = None
        self.parent: Node | None = None
        self.fixed: str | None = None
        """The name in the list of known people, of it and of whatever is merged into it."""
        self.genders: set[str] = set()

    def root(self) -> Node:
        node = self
        while node.parent is not None:
            if node.parent.parent is not None:
                node.parent = node.parent.parent
            node = node.parent
        return node


def commonest(counts: Mapping[_Word, int]) -> _Word:
    """The most frequent; of equals the first in the order of characters."""
    if len(counts) == 1:
        return next(iter(counts))
    return min(counts, key=lambda one: (-counts[one], one or ""))


def nodes_of(counts: Mapping[Entry, int], known: Known) -> list[Node]:
    """A node for each folded name, those of the list, too, in the order of the names."""
    languages: dict[str, dict[str | None, int]] = {}
    spellings: dict[str, dict[str, int]] = {}
    for (name, language), count in counts.items():
        folded = fold(name)
        of, tags = spellings.setdefault(folded, {}), languages.setdefault(folded, {})
        of[name] = of.get(name, 0) + count
        tags[language] = tags.get(language, 0) + count
    for folded in known.names:
        spellings.setdefault(folded, {})
    nodes = []
    for number, folded in enumerate(sorted(spellings)):
        node = Node(number, folded, spellings[folded])
        node.language = commonest(languages[folded]) if folded in languages else None
        node.fixed = known.names.get(folded)
        if node.fixed is not None and not node.spellings:  # of the list alone: as it is written there
            written = next(form for form in known.forms[node.fixed] if fold(form) == folded)
        else:
            written = commonest(node.spellings)
        node.name = read_name(written, node.language)
        if node.name.gender:
            node.genders.add(node.name.gender)
        nodes.append(node)
    return nodes


def roots_of(nodes: Iterable[Node]) -> set[Node]:
    return {node.root() for node in nodes}


def join(node: Node, other: Node) -> bool:
    one, two = node.root(), other.root()
    if one is two:
        return True
    if one.fixed is not None and two.fixed is not None and one.fixed != two.fixed:
        return False
    if one.number > two.number:
        one, two = two, one
    two.parent = one
    one.fixed = one.fixed or two.fixed
    one.genders |= two.genders
    return True


def join_all(nodes: list[Node]) -> None:
    """Make them one, unless the list says that they are two."""
    fixed = {root.fixed for root in roots_of(nodes)} - {None}
    if len(fixed) > 1:
        return
    for node in nodes[1:]:
        join(nodes[0], node)


def join_only(nodes: list[Node], longer: Iterable[Node]) -> None:
    """Make a name one with the longer ones, if those are all one."""
    people = roots_of(longer)
    if len(people) == 1:
        join_all([*nodes, *people])


def join_titled(nodes: list[Node]) -> None:
    """One word of which no full name is known, with titles and without: one person, unless it is he and she."""
    free = [node for node in nodes if not node.name.bound and not node.name.joined]
    if len(set().union(*(node.root().genders for node in free))) <= 1:
        join_all(free)


def join_fitting(nodes: list[Node], person: Node) -> None:
    """The only person of a surname, and those who are called so: not a woman where he is a man."""
    genders = set(person.genders)
    fitting = [node for node in nodes if not genders or node.root().genders <= genders]
    if not genders and len(set().union(*(node.root().genders for node in fitting))) > 1:
        return
    for node in fitting:
        join_all([node, person])
