"""Photo credits: found in a caption, taken off it, and cleaned of their markers."""

from khabar.pictures.credits.clean import clean_credit, is_credit_text, is_label, is_marked_credit, is_names
from khabar.pictures.credits.split import Parts, split_caption

__all__ = [
    "Parts",
    "clean_credit",
    "is_credit_text",
    "is_label",
    "is_marked_credit",
    "is_names",
    "split_caption",
]
