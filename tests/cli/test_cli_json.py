"""JSON of any layout: what is broken in it costs no record beside it, and none is lost in silence."""

from __future__ import annotations

import gzip
import io
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from conftest import ENGLISH
from khabar.errors import InputError
from process import Khabar, Result

LINES = [json.dumps({"id": f"r{n}", "text": ENGLISH, "n": [n, {"a": "b"}]}) for n in range(2, 5)]
IDS = ["r2", "r3", "r4"]
WRONG = "this line is not valid JSON"


def runs(khabar: Khabar, data: str | bytes) -> Iterator[tuple[str, Result]]:
    """As standard input, as a file that says what it is, and as one that does not."""
    data = data.encode() if isinstance(data, str) else data
    yield "<stdin>", khabar("parse", "--fields=title", stdin=data)
    for name in ("a.json", "a.txt"):
        (khabar.folder / name).write_bytes(data)
        yield name, khabar.inside("parse", "--fields=title", name)


def ids(done: Result) -> list[str]:
    return [record["source"] for record in done.records]


CUT = {
    "in a string": '{"id": "r1", "text": "The port opens',
    "behind a comma in a string": '{"id": "r1", "text": "The port,',
    "behind a key": '{"id": "r1", "text"',
    "behind a colon": '{"id": "r1", "text":',
    "behind a comma": '{"id": "r1", "n": 1,',
    "in a list": '{"id": "r1", "n": [1, 2',
    "at the begin of a list": '{"id": "r1", "n": [',
    "before its end": LINES[0][:-1],
    "like an object": '{"id": "r1", "text: "x"}',
    "a bracket": '{"id": "r1", "n": ]',
}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n \n"])
@pytest.mark.parametrize("cut", CUT)
def test_a_first_line_that_is_broken(khabar: Khabar, cut: str, end: str) -> None:
    for name, done in runs(khabar, end.join([CUT[cut], *LINES]) + end):
        assert (done.status, ids(done), len(done.told)) == (1, IDS, 1)
        assert done.told[0].startswith(f"khabar: {name}:1: {WRONG}")


@pytest.mark.parametrize("cut", CUT)
def test_a_first_line_that_is_broken_and_one_more(khabar: Khabar, cut: str) -> None:
    for _, done in runs(khabar, CUT[cut] + "\n" + LINES[0]):
        assert (done.status, ids(done), len(done.told)) == (1, ["r2"], 1)


def test_lines_that_end_in_a_comma(khabar: Khabar) -> None:
    for name, done in runs(khabar, ",\n".join(LINES)):
        assert (done.status, ids(done)) == (1, ["r4"])
        assert [line.split(" (")[0] for line in done.told] == [f"khabar: {name}:{n}: {WRONG}" for n in (1, 2)]


@pytest.mark.parametrize(
    "text",
    [
        '{"articles": [\n{}\n]}',
        '{"articles":\n[\n{}\n]\n}',
        '{"n": 1, "articles": [\n\n {}\n]\n}\n',
        '{"all":\n{"articles": [{}]},\n"n": 1}',
    ],
)
@pytest.mark.parametrize("comma", [",\n", "\n,", "\n, \n"])
def test_objects_over_many_lines(khabar: Khabar, text: str, comma: str) -> None:
    if "all" in text:
        text = text.replace('"all":\n{"articles": [{}]}', '"all":\n[{}]')
    for _, done in runs(khabar, text.replace("{}", comma.join(LINES))):
        assert (done.err, ids(done)) == ("", IDS)


def test_line_ends_of_old(khabar: Khabar) -> None:
    for end in ("\r", "\r\r", " \r ", "\n\r", "\r\n\r"):
        for _, done in runs(khabar, end.join(LINES) + end):
            assert (done.status, done.err, ids(done)) == (0, "", IDS)
    bad = LINES[0].replace('"n"', "n")
    for name, done in runs(khabar, "\r".join([LINES[0], bad, *LINES[1:]])):
        assert (done.status, ids(done), len(done.told)) == (1, IDS, 1)
        assert done.told[0].startswith(f"khabar: {name}:2: {WRONG}")
    (khabar.folder / "a.jsonl").write_text("\r".join(LINES))
    assert ids(khabar.inside("parse", "a.jsonl")) == IDS
    done = khabar.inside("parse", "a.jsonl", "--max-bytes", "1K")
    assert done.told == [
        "khabar: a.jsonl:1: more than 1 KiB (see --max-bytes); the lines end in carriage returns: tr '\\r' '\\n' "
        "converts them"
    ]


def test_a_text_sequence(khabar: Khabar) -> None:
    """Of RFC 7464."""
    pretty = [json.dumps(json.loads(line), indent=1) for line in LINES]
    for texts in (LINES, pretty):
        for _, done in runs(khabar, "".join(f"\x1e{text}\n" for text in texts)):
            assert (done.status, done.err, ids(done)) == (0, "", IDS)


MISSING = "no value stands beside a comma of the array"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[A,,B,C]", {2: MISSING}),
        ("[A, ,\n,B,C]", {2: MISSING}),
        ("[,A,B,C]", {1: MISSING}),
        ("[A,B,C,]", {4: MISSING}),
        ("[A,B,C,,]", {4: MISSING}),
        ("[,A,,B,C,]", {1: MISSING, 3: MISSING, 6: MISSING}),
        ("[A B,C]", {}),
        ("[AB\nC]", {}),
        ("[A x,B,C]", {2: "this value is not valid JSON"}),
        ("[A,B]\n[C,]", {4: MISSING}),
    ],
)
def test_commas(khabar: Khabar, text: str, told: dict[int, str]) -> None:
    text = re.sub("[ABC]", lambda found: LINES["ABC".index(found[0])], text)
    for name, done in runs(khabar, text):
        assert ids(done) == IDS
        assert [line.split(" (")[0] for line in done.told] == [
            f"khabar: {name}:{n}: {why}" for n, why in told.items()
        ]


@pytest.mark.parametrize(
    ("record", "name"),
    [
        ('{"text": "x", "text": "y"}', "text"),
        ('{"text": "x", "id": 1, "n": 2, "id": 1}', "id"),
        ('{"text": "x", "n": [{"a": 1, "b": 2, "b": 3}]}', "b"),
        ('{"text": "x", "\\u0061": 1, "a": 2}', "a"),
    ],
)
@pytest.mark.parametrize("layout", ["{},\n", "[{},\n"])
def test_two_fields_of_one_name(khabar: Khabar, record: str, name: str, layout: str) -> None:
    text = "\n".join([LINES[0], record, *LINES[1:]])
    text = f"[{text.replace(f'{chr(10)}', f',{chr(10)}')}]" if layout.startswith("[") else text
    for source, done in runs(khabar, text):
        assert ids(done) == IDS
        assert done.told == [f"khabar: {source}:2: two fields are called {name}"]


class TestBounds:
    """In bytes and steps: no file is read for ever, and none takes ages."""

    def test_brackets(self, khabar: Khabar) -> None:
        (khabar.folder / "a.gz").write_bytes(gzip.compress(b"[" * (30 << 20)))
        (khabar.folder / "b.gz").write_bytes(gzip.compress(b'{"a":' * (4 << 20)))
        done = khabar.inside("parse", "a.gz", "b.gz", "english.txt")
        assert ids(done) == ["english.txt"]
        told = "broken JSON: nested more than 100 levels deep, and its end is not found; --input-format text takes it"
        assert done.told[0] == f"khabar: a.gz: {told} as text"
        assert done.told[1].startswith("khabar: b.gz: broken JSON: nested more than")

    def test_steps(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from khabar.corpus import json_values

        monkeypatch.setattr(json_values, "STEPS", 1000)
        for text in (b"[" * 10**7, b'[{"a":' + b"[]," * 10**6, b'[{"a":' + b'"x",' * 10**6):
            file = io.BufferedReader(io.BytesIO(text))  # type: ignore[arg-type]
            with pytest.raises(InputError, match="and its end is not found"):
                list(json_values.values(b"", file, 5000))
            assert file.tell() <= 3 << 16

    def test_a_deep_value_among_others(self, khabar: Khabar) -> None:
        for deep in ("[" * 300 + "]" * 300, '{"text": "x", "n": ' + '{"a": [' * 150 + "]}" * 150 + "}"):
            for name, done in runs(khabar, f"[{LINES[0]}, {deep}, {LINES[1]},\n{LINES[2]}]"):
                assert ids(done) == IDS
                assert done.told == [f"khabar: {name}:2: nested more than 100 levels deep"]

    def test_the_end_of_a_line_is_not_looked_for_for_ever(
        self, khabar: Khabar, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from khabar.corpus import lines

        monkeypatch.setattr(lines, "SKIPPED", 1 << 20)
        found = lines.Lines(io.BufferedReader(_Zeros()), 5000)
        assert isinstance(found.take(), InputError)
        with pytest.raises(InputError, match="line 1 has no end in 1 MiB more: no more is read"):
            found.take()
        assert _Zeros.taken < 3 << 20
        done = khabar.inside("parse", "--input-format", "jsonl", "/dev/zero", "english.txt", "--max-bytes", "9K")
        assert done.told == [
            "khabar: /dev/zero:1: more than 9 KiB (see --max-bytes)",
            "khabar: /dev/zero: line 1 has no end in 1 MiB more: no more is read",
            *done.told[2:],
        ]

    def test_empty_lines(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """They are passed by the piece, and counted."""
        from khabar.corpus import lines

        calls = 0

        class Counted(io.BufferedReader):
            def readline(self, size: int | None = -1, /) -> bytes:
                nonlocal calls
                calls += 1
                return super().readline(size)

        data = b"{}\n" + b"\n" * 500_000 + b" \r\n" * 500_000 + b"  {}\n" + b"\n" * 300_000 + b"   "
        found = lines.Lines(Counted(io.BytesIO(data)), 5000)  # type: ignore[arg-type]
        assert [(found.number, line) for line in found] == [(1, b"{}\n"), (1_000_002, b"  {}\n")]
        assert calls < 1000


class _Zeros(io.RawIOBase):
    """Never ends."""

    taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        _Zeros.taken += len(buffer)
        buffer[:] = bytes(len(buffer))
        return len(buffer)
