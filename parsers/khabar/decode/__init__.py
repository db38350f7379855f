"""Bytes to text, told what happened: `decode` for bytes, `repair` for text that was misread upstream."""

from __future__ import annotations

from khabar.decode.mojibake import repair
from khabar.decode.reading import Decoded, decode

__all__ = ["Decoded", "decode", "repair"]
