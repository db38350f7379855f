"""Quotations, with who said them. Imported where quotations are asked for."""

from khabar.quotations.engine import quotations

__all__ = ["quotations"]
