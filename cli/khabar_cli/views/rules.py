"""`khabar rules [ID]`: the rules, in the order in which they are tried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from khabar import Rule, rules

from khabar_cli.views.base import Grid, Line, Record, RowView


class RulesView(RowView[tuple[Rule, ...]]):
    """One row for each rule."""

    fields = ("id", "label", "stage", "reason", "example")
    named = False
    exported = False

    def all(self, item: tuple[Rule, ...]) -> Iterator[Record]:
        for rule in item:
            yield {
                "id": rule.id,
                "label": str(rule.label),
                "stage": rule.stage,
                "reason": rule.reason,
                "example": rule.example,
            }

    def lines(self, item: tuple[Rule, ...]) -> Iterable[Line]:
        for row in self.all(item):
            yield Line(
                " · ".join(row[name] for name in ("id", "label", "stage") if self.wants(name)),
                "cyan",
                gap=True,
            )
            if self.wants("reason"):
                yield Line(row["reason"])
            if self.wants("example") and row["example"]:
                yield Line(row["example"], "dim")

    def grid(self, item: tuple[Rule, ...]) -> Grid:
        kinds = {"id": "prose", "label": "word", "stage": "word", "reason": "prose", "example": "prose"}
        kept = {name: kind for name, kind in kinds.items() if self.wants(name)}
        return Grid(None, "ltr", kept, [[[Line(row[name])] for name in kept] for row in self.all(item)])


def chosen_rules(rule_id: str | None) -> tuple[Rule, ...]:
    """All rules, or the one of this id. Raises KeyError with a line for people where there is none."""
    if rule_id is None:
        return rules()
    found = tuple(rule for rule in rules() if rule.id == rule_id)
    if not found:
        from khabar.labels.switches import near_rules

        near = near_rules(rule_id, [rule.id for rule in rules()])
        raise KeyError(f"no rule is called {rule_id}; {near or 'khabar rules lists them'}")
    return found


VIEW = RulesView
