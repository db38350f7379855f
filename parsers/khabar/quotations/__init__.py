"""Quotations and statements, with who said them. Imported where they are asked for."""

from khabar.quotations.engine import quotations, speech
from khabar.quotations.made import PROSE

__all__ = ["PROSE", "quotations", "speech"]
