"""Rules and passes that are switched off for one document, to see what they are worth (`--without`)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from khabar.errors import UnknownRule
from khabar.hints import did_you_mean
from khabar.labels.rules import OFF, RULES


def load_rules() -> None:
    """Fill the table of rules: the modules that declare them are imported when an input needs them."""
    from khabar import assemble  # noqa: F401
    from khabar.labels import pages, texts  # noqa: F401


def passes() -> tuple[str, ...]:
    """Names of the passes that can be left out: all but the first, without which no other has anything to see."""
    from khabar.labels.pages import PAGE_PASSES
    from khabar.labels.texts import PASSES

    return tuple(dict.fromkeys(one.__name__ for one in (*PASSES[1:], *PAGE_PASSES[1:])))


@contextmanager
def without_rules(names: Collection[str]) -> Iterator[None]:
    """Rules of these ids give no verdict inside, and passes of these names are left out. Raises UnknownRule."""
    token = OFF.set(switched_off(names))
    try:
        yield
    finally:
        OFF.reset(token)


def switched_off(names: Collection[str]) -> frozenset[str]:
    """The names, each of a rule that gives verdicts or of a pass. Raises UnknownRule, with what may be meant."""
    load_rules()
    known = [rule.id for rule in RULES.values() if rule.stage != "assemble"] + list(passes())
    for name in (names,) if isinstance(names, str) else names:
        if name in RULES and name not in known:
            raise UnknownRule(f"{name} cannot be switched off: it names a part of a text, and labels none")
        if name not in known:
            raise UnknownRule(f"no rule or step is called {name}; {rule_hint(name, known)}")
    return frozenset((names,) if isinstance(names, str) else names)


def rule_hint(name: str, known: Collection[str]) -> str:
    """The nearest rules for people, or where all of them stand."""
    return near_rules(name, known) or f"`khabar rules` lists the rules; the steps are {', '.join(passes())}"


def near_rules(name: str, known: Collection[str]) -> str | None:
    """The nearest rules for people; None where none is near."""
    family = [one for one in known if one.startswith(f"{name}.")]
    return did_you_mean(name, known) or (f"did you mean {' or '.join(family[:3])}?" if family else None)
