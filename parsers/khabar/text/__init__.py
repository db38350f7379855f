"""The text reader: raw text to blocks. Lines, then layout, then paragraphs; nothing is labelled here."""

from khabar.text.reader import read

__all__ = ["read"]
