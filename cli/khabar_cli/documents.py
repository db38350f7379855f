"""The loop: each input is read, parsed and written, in the order given; one that fails is told of and the
others go on."""

from __future__ import annotations

import gc
from collections.abc import Collection, Sequence
from typing import Literal

import khabar

from khabar_cli import messages
from khabar_cli.inputs import InputError, read, source_of
from khabar_cli.output.base import Writer
from khabar_cli.sink import Sink

_MANY = 100
"""From so many inputs on the collector is worth its time (main switches it off)."""


class Failures:
    """How many inputs failed so far: a count that outlives an interrupted loop."""

    def __init__(self) -> None:
        self.count = 0


class Documents:
    """How inputs are read, and what becomes of errors and warnings."""

    def __init__(
        self,
        *,
        input_format: Literal["auto", "text", "html"],
        encoding: str | None,
        language: str | None,
        fields: Collection[str] | None,
        errors_as_data: bool,
        warnings_on_stderr: bool,
    ) -> None:
        self.fields = fields
        self.input_format = input_format
        self.encoding = encoding
        self.language = language
        self.errors_as_data = errors_as_data
        self.warnings_on_stderr = warnings_on_stderr

    def write_all(self, names: Sequence[str], writer: Writer, sink: Sink, failures: Failures) -> None:
        """Every input through the writer to the sink. Raises OutputError and OutputClosed, nothing else."""
        if len(names) >= _MANY:
            gc.freeze()
            gc.set_threshold(50_000)  # a document makes no cycles: there is little to look for
            gc.enable()
        sink.write(writer.head())
        for name in names:
            sink.write(self._one(name, writer, failures))
        sink.write(writer.tail())

    def _one(self, name: str, writer: Writer, failures: Failures) -> str:
        source = source_of(name)
        try:
            trace = khabar.trace(
                read(name),
                encoding=self.encoding,
                language=self.language,
                fields=self.fields,
                input_format=self.input_format,
            )
            trace = trace._replace(article=trace.article._replace(source=source))
            out = writer.item(trace)
        except (khabar.KhabarError, InputError) as error:
            code, message = error.code, str(error)
        except Exception as error:  # ours: the other inputs need not suffer for it
            code, message = "internal", messages.internal(error)
        else:
            if self.warnings_on_stderr:
                for warning in trace.article.warnings:
                    messages.say(source, "warning", warning)
            return out
        failures.count += 1
        if self.errors_as_data:
            return writer.error(source, code, messages.one_line(message))
        messages.say(source, message)
        return ""
