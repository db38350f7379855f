"""khabar: a scraped news article, raw text or HTML, into structure.

>>> import khabar
>>> text = '''Old harbour to reopen in May after two years of work
...
... The old harbour is to open again in May, and the fish market with it, the town council decided on Monday.
...
... "We are ready, and the boats may come," said the mayor, Ann Poe, on the quay.
... '''
>>> article = khabar.parse(text, source="harbour.txt")
>>> article
<Article 'harbour.txt' 'Old harbour to reopen in May after two years of work': 1 section, 1 quotation>
>>> article.sections[0].paragraphs[0]
'The old harbour is to open again in May, and the fish market with it, the town council decided on Monday.'
>>> [(quote.text, quote.speaker) for quote in article.quotes]
[('We are ready, and the boats may come,', 'the mayor, Ann Poe')]

`parse` reads nothing but its own lexicon and yours, `parse_file` and `iter_documents` read files, and nothing is
written. What they return is immutable.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from khabar.arguments import InputFormat, check_confidence, check_text, names_a_file
from khabar.article import FIELDS, SCHEMA, Article
from khabar.blocks import Label, LabelledBlock
from khabar.entries import (
    Direction,
    Format,
    Image,
    Media,
    Quote,
    QuoteKind,
    Section,
    Statement,
    StatementType,
    Stripped,
)
from khabar.errors import (
    BinaryInput,
    EmptyInput,
    InputError,
    KhabarError,
    LexiconError,
    UnknownEncoding,
    UnknownRule,
)
from khabar.labels.rules import RULES, Rule
from khabar.labels.switches import load_rules
from khabar.pipeline import parsed, trace
from khabar.traced import Trace

if TYPE_CHECKING:
    import os

    from khabar.corpus.documents import Document as Document
    from khabar.corpus.documents import iter_documents as iter_documents
    from khabar.corpus.documents import parse_file as parse_file
    from khabar.speakers import Known, Person

__version__ = "0.1.0"

__all__ = [
    "FIELDS",
    "SCHEMA",
    "Article",
    "BinaryInput",
    "Direction",
    "Document",
    "EmptyInput",
    "Format",
    "Image",
    "InputError",
    "InputFormat",
    "KhabarError",
    "Label",
    "LabelledBlock",
    "LexiconError",
    "Media",
    "Quote",
    "QuoteKind",
    "Rule",
    "Section",
    "Statement",
    "StatementType",
    "Stripped",
    "Trace",
    "UnknownEncoding",
    "UnknownRule",
    "iter_documents",
    "merge_speakers",
    "parse",
    "parse_file",
    "parse_text",
    "read_names",
    "rule",
    "rules",
    "trace",
    "use_lexicon",
]


_OF_MANY = ("Document", "iter_documents", "parse_file")


def __getattr__(name: str) -> Any:
    """Names that few programs need, and that need not be loaded for the others."""
    if name in _OF_MANY:
        from khabar.corpus import documents

        return getattr(documents, name)
    raise AttributeError(f"module 'khabar' has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names, for those who press the tabulator."""
    return [*__all__, "__version__"]


def parse(
    data: bytes | bytearray | memoryview | str,
    *,
    source: str | None = None,
    encoding: str | None = None,
    language: str | None = None,
    fields: Collection[str] | None = None,
    input_format: InputFormat = "auto",
    without: Collection[str] = (),
    min_confidence: float | None = None,
) -> Article:
    """Parse one article.

    `data`: the bytes of a file (their encoding is detected, or given as `encoding`), or text. `source`: a name for
    the document in the output. `language`: a BCP 47 tag, where it is known; otherwise it is detected. `fields`:
    names of FIELDS; the others may be left empty. Without `quotes` and `statements` parsing takes about half the
    time, leaving out others saves little. `input_format`: "text" or "html"; "auto" tells them apart. `without`: ids
    of rules that are switched off, and names of passes that are left out, to see what they are worth.
    `min_confidence` (0 to 1): no speaker of a quotation, and no statement, whose confidence is below; as
    `Article.confident`.

    >>> article = khabar.parse("Harbour to reopen\\n\\nThe port opens in May, the mayor said on Monday.\\n")
    >>> article.title, article.sections[0].paragraphs
    ('Harbour to reopen', ('The port opens in May, the mayor said on Monday.',))

    Text is parsed as it is, be it JSON: `parse_file` and `iter_documents` tell records from articles.

    Raises EmptyInput, BinaryInput, UnknownEncoding, UnknownRule (all are KhabarError) for a document that cannot be
    parsed; TypeError where `data` is neither bytes nor a text, or an argument is of another type, and ValueError for
    what is unknown. What a user should know of a text that could be parsed is in `Article.warnings`.
    """
    if min_confidence is not None:
        check_confidence(min_confidence)
    check_text("source", source)
    found = parsed(
        data, encoding=encoding, language=language, fields=fields, input_format=input_format, without=without
    )
    article = found.article if min_confidence is None else found.article.confident(min_confidence)
    if isinstance(data, str) and names_a_file(data):
        told = (
            f"{data} is the name of a file that is there; khabar.parse takes its contents, khabar.parse_file reads it"
        )
        article = article.replace(warnings=(*article.warnings, told))
    return article.replace(source=source)


def parse_text(text: str, *, source: str | None = None, language: str | None = None) -> Article:
    """Parse an article that is text already; `Article.encoding` is None. See `parse`."""
    return parse(text, source=source, language=language)


def merge_speakers(
    names: Iterable[str | tuple[str, str | None]] | Mapping[str | tuple[str, str | None], int] | Mapping[str, int],
    *,
    language: str | None = None,
    known: Known | None = None,
) -> tuple[Person, ...]:
    """Merge what is one person among the names of speakers: "Merkel", "Angela Merkel", "Chancellor Angela Merkel".

    `names`: each as often as it was met, or a mapping to its count (a Counter). A name may be a pair of it and its
    language's tag; `language` is that of the others (None: by its letters). `known`: a user's own list, as of
    `read_names`. Two people of one surname are never merged, and a surname that two bear stays by itself; the same
    names give the same people in any order. Each has `name`, `forms` and `times`.

    Raises TypeError where `names` is one text, or where one of them is no name.

    >>> people = khabar.merge_speakers(["Ann Poe", "Poe", "mayor Ann Poe", "Li Wei"])
    >>> [(person.name, person.times) for person in people]
    [('Ann Poe', 3), ('Li Wei', 1)]
    """
    from khabar.speakers import Known
    from khabar.speakers import merge_speakers as merged

    return merged(names, language=language, known=known or Known())


def read_names(data: bytes | str) -> Known:
    """Read a list of people for `merge_speakers`: a person on a line, first the name, then its other forms, a tab,
    "=" or "|" between them; or CSV with the header name,form.

    Raises NamesError (a KhabarError), which says the line, where it cannot be used.
    """
    from khabar.speakers import read_names as read

    return read(data)


def use_lexicon(*files: str | bytes | os.PathLike[str] | os.PathLike[bytes]) -> None:
    """Use lexicon files of your own beside khabar's, for all that is parsed from now on in this process.

    A file has markers, a publisher, words of quotations and names, in the format of khabar's own files
    (parsers/README.md, "Your own lexicon"): `[agency pair]` is "spelling = name to show", `[person pair]` "name to
    show = other form". The files replace those of an earlier call; without any, only khabar's
    own lexicon counts. Where entries match equally much of a line, yours goes first, and `trace` names it
    (`LabelledBlock.lexicon`). Do not call it while another thread parses.

    Raises LexiconError (a KhabarError), "FILE:LINE: what is wrong"; then nothing has changed.
    """
    from khabar.user_lexicon.reader import use

    use(files)


def rules() -> tuple[Rule, ...]:
    """All rules, in the order in which they are tried."""
    load_rules()
    stages = ("first", "second", "assemble")
    return tuple(sorted(RULES.values(), key=lambda one: stages.index(one.stage)))


def rule(id: str) -> Rule:
    """The rule of this id. Raises KeyError where there is none.

    >>> khabar.rule("skip.page").label.value
    'skip'
    """
    if id not in RULES:
        load_rules()
    return RULES[id]
