"""The shapes of features: their names without values. A file of weights lists those that it was learnt with."""

from __future__ import annotations

import re
from collections.abc import Iterable

from khabar.quotations import candidates, endings, openings
from khabar.quotations.features import SHAPES

assert all((candidates, openings, endings))  # their tables are what SHAPES lists


def of_tables(score: str) -> list[str]:
    """The shapes of all features of a score, by the tables of the code."""
    return sorted(set(SHAPES[score]))


def of_kinds(features: Iterable[str]) -> list[str]:
    """The shapes of the features of kinds that were met: "left=colon&right=end" is "left=&right="."""
    return sorted({"&".join(re.sub("(?<=[=>]).*", "", part) for part in one.split("&")) for one in features})
