"""`khabar diff` from its options to its exit status."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from khabar_cli.compare.differences import COMPARED, differences
from khabar_cli.compare.document import Document
from khabar_cli.compare.pairs import Pair, pairs
from khabar_cli.compare.record import Difference
from khabar_cli.compare.sides import Reader
from khabar_cli.documents import check_kept
from khabar_cli.messages import say
from khabar_cli.output import make_writer
from khabar_cli.plan import Params, Plan, input_options, make_job, usage_error
from khabar_cli.session import ended_cleanly
from khabar_cli.sink import told_errors, whole_output
from khabar_cli.views.diff import Compared

if TYPE_CHECKING:
    from khabar.corpus.item import Failure

EQUAL, DIFFERENT, TROUBLE = 0, 1, 2
"""Exit statuses, as of diff(1)."""


def show_differences(params: Params) -> int:
    """Compare the sides `a` and `b` of the options; the exit status."""
    if params["a"] == params["b"] == "-":
        raise usage_error("B", "both cannot be standard input")
    plan = Plan("diff", params)
    lacking = plan.lacking()
    if lacking is not None:
        say(lacking)
        return TROUBLE
    comparison = _Comparison(params, plan.view.chosen)
    writer = make_writer(plan.format, plan.view, plan.screen, quiet=plan.quiet, cells=plan.cells)
    with ended_cleanly(plan.output), told_errors() as result:
        with whole_output(plan.open) as sink:
            sink.write(writer.head())
            for item in comparison.items():
                sink.write(writer.item(item))
            sink.write(writer.tail())
        plan.tell(sink)
    if not plan.quiet:
        comparison.tell()
    return TROUBLE if result.status else comparison.status


class _Comparison:
    """The sides, what they do not have, and how they came out."""

    def __init__(self, params: Params, chosen: tuple[str, ...] | None) -> None:
        self._fields = COMPARED if chosen is None else chosen
        self._asked = chosen is not None
        self._replaces = params["output"] is not None
        self._names: tuple[str, str] = (params["a"], params["b"])
        self._reader = Reader(input_options(params), make_job(params, fields=self._fields))
        self._lacking: dict[str, None] = {}
        self._pairs = self._alone = 0
        self.status = EQUAL

    def items(self) -> Iterator[Compared]:
        """The pairs that differ."""
        a, b = (self._reader.entries(name) for name in self._names)
        for pair in pairs(a, b, self._failed):
            compared = self._compare(pair)
            if compared.differences:
                self.status = max(self.status, DIFFERENT)
                yield compared

    def tell(self) -> None:
        """What was not compared."""
        if self._lacking:
            say(f"not compared, as not both sides have it: {', '.join(self._lacking)}")
        if self._alone > 1 and not self._pairs and self.status != TROUBLE:
            say("no document of one side has the name (`source`, in folders the file's) of one of the other")

    def _failed(self, failure: Failure) -> None:
        if self._replaces:
            check_kept(*failure)
        self.status = TROUBLE
        say(failure.source, failure.message)

    def _compare(self, pair: Pair) -> Compared:
        if pair.a is None or pair.b is None:
            self._alone += 1
            return self._only(pair)
        self._pairs += 1
        a, b = pair.a.document(), pair.b.document()
        if a.same(b):
            self._lack(a.fields, b.fields)
            return Compared(a.name, b.name, [])
        a, b = self._read(a), self._read(b)
        found: list[Difference] = []
        if a.error != b.error:
            found.append(Difference("error", a.error, b.error))
        if a.article is not None and b.article is not None:
            both = a.fields & b.fields
            self._lack(a.fields, b.fields)
            found += differences(a.article, b.article, both.intersection(self._fields))
        direction = next((one.article.direction for one in (b, a) if one.article is not None), "ltr")
        return Compared(a.name, b.name, found, direction)

    def _lack(self, a: Collection[str], b: Collection[str]) -> None:
        """Note what could have been compared, or was asked for, and was not."""
        there = self._fields if self._asked else {*a, *b}
        lacking = (name for name in self._fields if name in there and not (name in a and name in b))
        self._lacking.update(dict.fromkeys(lacking))

    def _only(self, pair: Pair) -> Compared:
        """A document that one side alone has: `a` or `b` is its title."""
        entry = pair.a or pair.b
        assert entry is not None
        document = self._read(entry.document())
        article = document.article
        told = article.title if article is not None and article.title else document.name
        one = Difference("document", told if pair.a else None, told if pair.b else None)
        direction = article.direction if article is not None else "ltr"
        return Compared(document.name if pair.a else None, document.name if pair.b else None, [one], direction)

    def _read(self, document: Document) -> Document:
        document = document.made()
        if document.failed:
            self.status = TROUBLE
            say(document.place or document.name, document.error)
        return document
