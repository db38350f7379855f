"""Look-up of label strings: one dictionary probe by the beginning, one by the end, one by the whole line.

No regex per label and line: an ordinary paragraph costs three dictionary probes.
"""

from __future__ import annotations

from typing import NamedTuple

from khabar.characters import fold, in_letter
from khabar.lazy import Lazy
from khabar.lexicon.files import Entry, Group, LexiconFile


class Hit(NamedTuple):
    """A label found in a line: its class, how it matched, and the entry of the lexicon that it is."""

    cls: str
    mode: str
    entry: Entry
    length: int
    """Characters of the folded line that a `prefix` takes; 0 for other modes."""


PICTURE = frozenset(("credit", "caption.image", "caption.video", "caption.audio", "caption"))
"""Classes of the labels that lead a picture's parts."""

_STAMPS = ("published", "updated")
_WORD = Lazy(r"[^\W\d_\u0590-\uffff]{4,}|[\u0590-\uffff]{2,}")
NO_HITS: dict[str, Hit] = {}
_TRAIL = ' :.,،؛;…!。，؟?|>»›-"'
_FRAME = " -–—―*=~·•()[]（）【】«»"
"""What frames a label on both sides: "— Sponsored —", "(Advertisement)"."""
_HEAD = 2
_TEMPLATE = 140
"""Characters of a line that a template makes, at the most."""
_LONG_HEAD = 5
"""Characters that labels are indexed by: the first five, or the first two of a shorter one. Two alone would
try hundreds of labels on every Arabic line that begins with the article."""


def bare(key: str) -> str:
    """A folded line without the marks at its end that labels are written with or without."""
    return key.rstrip(_TRAIL)


def _bucket(head: str) -> str:
    return head[: _LONG_HEAD if len(head) >= _LONG_HEAD else _HEAD]


_Place = tuple[Group, int]  # a group and the index of an entry in it
_Head = tuple[str, str, str, _Place]  # folded beginning, folded end, mode, entry


class Lexicon:
    """The entries of a few files, ready for look-up: of equally long ones of a class the first counts, a user's own
    also before shorter ones of ours. Immutable once made."""

    __slots__ = (
        "_glue",
        "_inside",
        "_line",
        "_stamps",
        "_start",
        "_tail",
        "houses",
        "language",
        "months",
        "proofs",
        "tags",
        "words",
    )

    def __init__(self, files: list[LexiconFile], language: str | None = None) -> None:
        self.language = language
        self.tags = [f.keys.get("name", [""])[0] for f in files]
        self._line: dict[str, list[_Place]] = {}
        self._start: dict[str, list[_Head]] = {}
        self._tail: dict[str, list[_Head]] = {}
        self._glue: tuple[str, ...] | None = None
        self._inside: list[tuple[str, _Place]] = []
        self._stamps: dict[str, set[str]] = {cls: set() for cls in _STAMPS}
        self.words: dict[str, set[str]] = {}
        self.months: dict[str, int] = {}
        self.proofs: list[tuple[str, str]] = []
        """Strings that prove a publisher in the first paragraphs ("(CNN)--"), and its name."""
        self.houses: dict[str, str] = {}
        """Sources of markers that are one publisher's own wording -> its name."""
        for file in files:
            for house in file.keys.get("house", ()):
                source, _, name = house.partition(" ")
                self.houses[source] = name
            for group in file.groups:
                self._add(group)
                if group.cls == "proof.text":
                    self.proofs += [(key, file.keys["name"][0]) for key in group.keys]
            for proof in file.keys.get("proof", ()):
                mode, _, text = proof.partition(" ")
                self._add(Group("proof", mode, file.keys["name"][0], [text], [fold(text)]))
            brands = self.words.setdefault("brand", set())
            brands.update(map(fold, (*file.keys.get("brand", ()), *file.keys.get("name", ()))))
        for index in (self._start, self._tail):
            for heads in index.values():
                if len(heads) > 1:
                    heads.sort(key=lambda h: -len(h[0]) - len(h[1]))

    def _add(self, group: Group) -> None:
        cls, mode, keys = group.cls, group.mode, group.keys
        if cls in _STAMPS:
            self._stamps[cls].update(found[-1] for key in keys if (found := _WORD().findall(key)))
        if mode == "word":
            self.words.setdefault(cls, set()).update(keys)
        elif mode == "line":
            self._lines(group)
        elif mode in ("prefix", "start"):
            start = self._start
            for at, key in enumerate(keys):
                start.setdefault(_bucket(key), []).append((key, "", mode, (group, at)))
            if mode == "prefix":
                # alone on its line a label of one word needs the mark that it is written with: "Foto:" and not "Foto"
                self._lines(group, several=True)
        elif mode == "end":
            for at, key in enumerate(keys):
                tail = bare(key)
                self._tail.setdefault(tail[-_HEAD:], []).append(("", tail, mode, (group, at)))
        elif mode == "inside":
            self._inside += [(key, (group, at)) for at, key in enumerate(keys)]
        elif mode == "template":
            for at in range(len(keys)):
                self._template(group, at)
        elif cls == "month":
            for key in keys:
                name, _, value = key.rpartition("=")
                self.months.setdefault(name.strip(), int(value))

    def stamp_words(self) -> dict[str, str]:
        """The words that the markers of dates end with -> "published" or "updated", folded: those that only one of
        the two has."""
        published, updated = (self._stamps[cls] for cls in _STAMPS)
        return dict.fromkeys(published - updated, "published") | dict.fromkeys(updated - published, "updated")

    def _lines(self, group: Group, *, several: bool = False) -> None:
        line = self._line
        for at, key in enumerate(group.keys):
            if several and " " not in bare(key):
                continue
            line.setdefault(key.rstrip(_TRAIL), []).append((group, at))

    def _template(self, group: Group, at: int) -> None:
        """A whole line with placeholders: what stands before the first and behind the last of them."""
        before, percent, rest = group.keys[at].partition("%")
        name, _, after = rest.rpartition("%")
        head, tail = before.strip(), bare(after.strip())
        # where one side is empty, only a known network proves that the line is an embed's
        mode = "network" if name == "provider" and not (head and tail) else "template"
        between = rest.split("%")[1:-1:2]  # "skip %provider% post by %any%": its own words must be there
        if mode == "template" and between:
            mode += " " + " ".join(between)
        if not percent:
            self._line.setdefault(bare(head), []).append((group, at))
        elif len(head) >= _HEAD:
            self._start.setdefault(_bucket(head), []).append((head, tail, mode, (group, at)))
        elif tail:
            self._tail.setdefault(tail[-_HEAD:], []).append((head, tail, mode, (group, at)))

    def may_begin(self, key: str) -> bool:
        """False where no label begins as the folded line does."""
        return key[:_LONG_HEAD] in self._start or key[:_HEAD] in self._start

    def find(self, key: str, *, whole: bool = True) -> dict[str, Hit]:
        """The labels in a folded line: {class: hit}, the longest of each class.

        `whole` is False where the key is only the beginning of a long line: then only labels at the beginning
        are found, a `start` entry also where it is longer than the key.
        """
        found: dict[str, Hit] = {}
        for size in (_LONG_HEAD, _HEAD):
            heads = self._start.get(key[:size])
            if heads:
                self._begins(key, heads, whole, found)
        if not whole:
            return found or NO_HITS
        plain = bare(key)
        entries = self._line.get(plain)
        if entries is None and key and key[0] in _FRAME and key[-1] in _FRAME:
            entries = self._line.get(key.strip(_FRAME))
        if entries:
            for group, at in entries:
                if group.cls not in found or _outdoes(group, at, found[group.cls]):
                    length = len(key) if group.mode == "prefix" else 0
                    found[group.cls] = Hit(group.cls, group.mode, group.entry(at), length)
        if plain[-1:].isdigit():
            plain = _numberless(plain)
        heads = self._tail.get(plain[-_HEAD:])
        if heads and len(key) < _TEMPLATE:
            self._ends(key, plain, heads, found)
        for part, (group, at) in self._inside:
            if part in key and (group.cls not in found or _outdoes(group, at, found[group.cls])):
                found[group.cls] = Hit(group.cls, "inside", group.entry(at), 0)
        return found or NO_HITS

    def _ends(self, key: str, plain: str, heads: list[_Head], found: dict[str, Hit]) -> None:
        """Add the labels that a line ends with; `heads` are those of its bucket."""
        for head, tail, mode, (group, at) in heads:
            if not (plain.endswith(tail) and key.startswith(head)):
                continue
            if group.cls not in found or _outdoes(group, at, found[group.cls]):
                if mode != "network" or self._network(plain, head, tail):
                    found[group.cls] = Hit(group.cls, group.mode, group.entry(at), 0)

    def _begins(self, key: str, heads: list[_Head], whole: bool, found: dict[str, Hit]) -> None:
        """Add the labels that a line begins with; `heads` are those of its bucket, the longest first."""
        for head, tail, mode, (group, at) in heads:
            if not key.startswith(head):
                # a label may be longer than the beginning of a long line that was folded
                if whole or mode != "start" or not head.startswith(key):
                    continue
            elif mode == "prefix":
                if not _separate(key, head):
                    continue
            elif mode.startswith(("template", "network")):
                plain = _numberless(bare(key))
                if not whole or len(key) >= _TEMPLATE or not plain[len(head) : len(plain) - len(tail)].strip():
                    continue
                if not plain.endswith(tail) or (mode == "network" and not self._network(plain, head, tail)):
                    continue
                if len(mode) > len("template") and not set(mode.split()[1:]) <= set(plain.split()):
                    continue
            if group.cls not in found:
                found[group.cls] = Hit(group.cls, group.mode, group.entry(at), len(head) if mode == "prefix" else 0)

    def _network(self, plain: str, head: str, tail: str) -> bool:
        """Is what stands for the placeholder the name of a social network?"""
        return plain[len(head) : len(plain) - len(tail)].strip() in self.words.get("embed.site", ())

    def glued(self, key: str, start: int = 1) -> int:
        """Where in a folded line a credit's or caption's label begins behind `start`, or -1.

        For credits and captions glued into one line; only labels that end with a comma, begin with one, or are
        of two words are looked for, so that a name is not cut.
        """
        if self._glue is None:
            self._glue = tuple(
                {
                    head
                    for heads in self._start.values()
                    for head, _, mode, (group, _at) in heads
                    if mode == "prefix" and group.cls in PICTURE and (" " in head or head[-1] in ",،:")
                }
            )
        return min((at for head in self._glue if (at := key.find(head, start)) >= 0), default=-1)


def _outdoes(group: Group, at: int, hit: Hit) -> bool:
    """Is it a user's entry, and no shorter than ours that was found in the line before?"""
    return bool(group.wheres) and not hit.entry.where and len(group.keys[at]) >= len(hit.entry.key)


_OPEN = ",،:;؛-|/.)。、"


def _separate(key: str, head: str) -> bool:
    """A prefix must end where a word ends, unless it brings its own mark ("،تصویر کا ذریعہGetty Images")."""
    if len(key) == len(head) or head[-1] in _OPEN or head[0] in ",،":
        return True
    return not key[len(head)].isalnum() and not in_letter(key, len(head))


def _numberless(plain: str) -> str:
    """A bare line without the ", 2" that numbers a page's embeds."""
    stem = plain.rstrip("0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")
    return stem.rstrip(_TRAIL) if len(stem) < len(plain) and stem.rstrip(" ").endswith((",", "،")) else plain
