"""What can go wrong with one input. Each error has a `code` for programs and a one-line message for people."""

from __future__ import annotations


class KhabarError(Exception):
    """An input that is no article for khabar; the message is one line without the file's name."""

    code = "error"


class EmptyInput(KhabarError):
    """No bytes, or nothing but white space."""

    code = "empty"


class BinaryInput(KhabarError):
    """Bytes that are no text: an archive, a picture, a program."""

    code = "binary"


class UnknownRule(KhabarError, LookupError):
    """A rule or pass that is to be left out, and that there is not."""

    code = "rule"


class LexiconError(KhabarError, ValueError):
    """A lexicon file that does not follow the format; the message names file and line."""

    code = "lexicon"


class UnknownEncoding(KhabarError, LookupError):
    """The encoding asked for is none that Python knows."""

    code = "encoding"


class InputError(KhabarError):
    """A file that cannot be read: `code` for programs, one line for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
