"""Quotations and statements, with who said them. Imported where they are asked for."""

from khabar.quotations.engine import quotations
from khabar.quotations.made import PROSE
from khabar.quotations.speech import speech

__all__ = ["PROSE", "quotations", "speech"]
