"""The lexicon: what people who know a language can edit, and the look-up that rules use.

Data files beside this module: `languages/<tag>.txt` (one per language), `publishers/*.txt`, `common.txt` (any
language), and tables of scripts, dates, tags and encodings. README in `parsers/README.md`;
provenance of every section in `SOURCES.md`.
"""

from khabar.lexicon.index import NO_HITS, PICTURE, Hit, Lexicon
from khabar.lexicon.store import lexicon_for

__all__ = ["NO_HITS", "PICTURE", "Hit", "Lexicon", "lexicon_for"]
