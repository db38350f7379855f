"""The shapes of features: their names without values. A file of weights lists those that it was learnt with."""

from __future__ import annotations

import re
from collections.abc import Iterable

from khabar.quotations import candidates
from khabar.quotations.features import SHAPES

assert candidates  # its tables are what SHAPES lists


def of_speakers() -> list[str]:
    """The shapes of all features that a candidate can have, by the tables of the code."""
    return sorted(set(SHAPES["speakers"]))


def of_kinds(features: Iterable[str]) -> list[str]:
    """The shapes of the features of kinds that were met: "left=colon&right=end" is "left=&right="."""
    return sorted({"&".join(re.sub("(?<=[=>]).*", "", part) for part in one.split("&")) for one in features})
