"""Quotations, with who said them. Imported where quotations are asked for."""

from khabar.quotations.engine import quotations
from khabar.quotations.made import PROSE

__all__ = ["PROSE", "quotations"]
