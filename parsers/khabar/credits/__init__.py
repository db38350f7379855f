"""Photo credits: told from a caption, taken off it, and cleaned of their label words."""

from khabar.credits.clean import clean_credit, is_credit_text
from khabar.credits.split import Parts, split_caption

__all__ = ["Parts", "clean_credit", "is_credit_text", "split_caption"]
