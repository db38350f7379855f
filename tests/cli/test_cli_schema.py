"""`khabar schema`: everything that is printed validates, with --fields and --errors json as well."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_args

import pytest
from conftest import ENGLISH, Quoted
from khabar_cli import options
from khabar_cli.help import HELP
from khabar_cli.schema import key_schema, schema_of
from khabar_cli.views import view_class
from khabar_cli.views.base import RowView
from process import Khabar, Result

jsonschema = pytest.importorskip("jsonschema")
SAMPLES = Path(__file__).resolve().parents[2] / "samples"
NAMES: tuple[str, ...] = get_args(get_args(options.SchemaName)[0])
"""What there is a schema of."""
COMMANDS = [name for name in NAMES if name not in ("diff", "rules", "score", "error")]
"""Those that read documents, and need nothing else."""
Json = dict[str, Any]


@pytest.fixture
def corpus(khabar: Khabar) -> Khabar:
    """Texts, pages, records with fields of their own, and what fails."""
    shutil.copytree(SAMPLES, khabar.folder / "samples")
    records = [{"id": "a-1", "text": ENGLISH, "country": "SY", "n": 7, "tags": ["x"]}, {"text": ENGLISH}, {"id": 3}]
    lines = "".join(json.dumps(record) + "\n" for record in records)
    (khabar.folder / "records.jsonl").write_text(lines, "utf-8")
    return khabar


INPUTS = ("samples", "arabic.txt", "english.txt", "records.jsonl", "missing.txt", "empty.txt")


def schema(khabar: Khabar, *args: str) -> Json:
    done = khabar.inside("schema", *args)
    assert (done.status, done.err) == (0, "")
    found: Json = json.loads(done.out)
    jsonschema.Draft202012Validator.check_schema(found)
    return found


def validate(done: Result, against: Json) -> list[Json]:
    """The objects that were printed, each of which is as the schema says."""
    assert done.records
    check = jsonschema.Draft202012Validator(against).validate
    for record in done.records:
        check(record)
    return done.records


@pytest.mark.parametrize("command", COMMANDS)
class TestEveryCommand:
    def test_what_is_printed(self, corpus: Khabar, command: str) -> None:
        args = ("--jsonl", "--errors", "json", *INPUTS)
        rows = validate(corpus.inside(command, *args), schema(corpus, command))
        errors = [row for row in rows if "error" in row]
        assert len(errors) >= 3
        check = jsonschema.Draft202012Validator(schema(corpus, "error")).validate
        for error in errors:
            check(error)
        assert json.loads(corpus.inside(command, "--json", *args[1:]).out) == rows

    def test_with_fields(self, corpus: Khabar, command: str) -> None:
        for fields in choices(command):
            args = ("--jsonl", "--fields", ",".join(fields), "--errors", "json", *INPUTS)
            printed = corpus.inside(command, *args)
            validate(printed, schema(corpus, command))
            chosen = schema(corpus, command, "--fields", ",".join(fields))
            validate(printed, chosen)
            if "properties" not in chosen:  # of `explain` and `explain --quotes` at once
                continue
            for row in printed.records:
                assert set(row) <= set(chosen["properties"])
                lacking = {key: value for key, value in row.items() if key != fields[0]}
                if fields[0] in row and fields[0] not in ("schema", "record"):
                    assert not jsonschema.Draft202012Validator(chosen).is_valid(lacking), fields

    def test_every_key_is_described(self, khabar: Khabar, command: str) -> None:
        for view in (command, "explain_quotes") if command == "explain" else (command,):
            shown = view_class(view)
            for key in (*shown.fields, *shown.others, "schema", "record.x"):
                assert key_schema(view, key)["description"], key


def choices(command: str) -> Iterable[tuple[str, ...]]:
    """Fields: each alone in a few calls, and some together."""
    view = view_class(command)
    names = [name for name in (*view.fields, *view.others) if not (command == "speakers" and name == "statements")]
    yield tuple(names)
    yield (names[-1],)
    yield tuple(names[1:3])
    if view.of_records and issubclass(view, RowView):
        yield ("title", "record.country", "record.tags")


class TestWhatIsSaid:
    def test_explain_quotes(self, quoted: Quoted) -> None:
        files = ("quoted.txt", "reported.txt", "plain.txt")
        found = schema(quoted, "explain")
        assert len(found["anyOf"]) == 3
        validate(quoted.inside("explain", "--quotes", *files), found)
        validate(quoted.inside("explain", *files), found)
        args = ("--fields", "speaker,candidates")
        validate(quoted.inside("explain", "--quotes", *args, *files), schema(quoted, "explain", *args))

    def test_quotations_statements_and_speakers(self, quoted: Quoted) -> None:
        files = ("quoted.txt", "second.txt", "reported.txt", "empty.txt")
        for command in ("parse", "quotes", "statements"):
            rows = validate(quoted.inside(command, "--errors", "json", *files), schema(quoted, command))
            assert len(rows) > 3
        for of in ("quotes", "statements", "quotes,statements"):
            validate(quoted.inside("speakers", "--of", of, *files), schema(quoted, "speakers"))
        args = ("--fields", "context,text")
        validate(quoted.inside("quotes", *args, *files), schema(quoted, "quotes", *args))

    def test_a_wrong_object_does_not_validate(self, quoted: Quoted) -> None:
        row = quoted.inside("quotes", "quoted.txt").records[1]
        check = jsonschema.Draft202012Validator(schema(quoted, "quotes"))
        assert check.is_valid(row)
        for wrong in ({"kind": "shout"}, {"start": -1}, {"speaker": 7}, {"confidence": 1.2}, {"schema": 2}):
            assert not check.is_valid({**row, **wrong}), wrong
        assert not check.is_valid({"schema": 1, "source": "x", "error": {"code": "y"}})

    def test_fields_may_be_repeated(self, quoted: Quoted) -> None:
        twice = schema(quoted, "quotes", "--fields", "speaker", "--fields", "title")
        assert twice == schema(quoted, "quotes", "--fields", "speaker,title")


def test_rules(khabar: Khabar) -> None:
    validate(khabar.inside("rules", "--jsonl"), schema(khabar, "rules"))
    args = ("--fields", "id,reason")
    validate(khabar.inside("rules", "--jsonl", *args), schema(khabar, "rules", *args))


def test_diff(khabar: Khabar) -> None:
    for args in ((), ("--fields", "sections")):
        rows = validate(khabar.inside("diff", *args, "arabic.txt", "english.txt"), schema(khabar, "diff", *args))
        assert len(rows) > 1


def test_a_folder_of_documents(khabar: Khabar) -> None:
    assert khabar.inside("parse", "arabic.txt", "-o", "out/").status == 0
    document = json.loads((khabar.folder / "out" / "arabic.txt.json").read_bytes())
    jsonschema.validate(document, schema(khabar))


def test_there_is_one_of_each_command_that_prints_json() -> None:
    assert set(NAMES) - {"error"} <= set(HELP)


def test_without_an_argument_it_is_that_of_documents(khabar: Khabar) -> None:
    found = schema(khabar)
    assert found == schema(khabar, "parse") == schema_of("parse")
    assert found["title"] == "khabar document, schema 1"
    assert (found["required"], found["properties"]["schema"]["const"]) == (["schema", "source"], 1)


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("quots",), "not quots; did you mean quotes?"),
        (("quotes", "--fields", "speakr"), "no field is called speakr; did you mean speaker?"),
        (("explain", "--fields", "speakr"), "no field is called speakr"),
        (("speakers", "--fields", "title"), "title is a field of one document"),
        (("error", "--fields", "code"), "an error has all its keys"),
    ],
)
def test_usage(khabar: Khabar, args: tuple[str, ...], message: str) -> None:
    done = khabar.inside("schema", *args)
    assert (done.status, done.out) == (2, b"")
    assert message in " ".join(done.err.split())
