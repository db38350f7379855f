"""What an input holds is told by its first bytes: in files of any name, and in a pipe."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from conftest import ENGLISH
from process import Khabar, Result
from test_cli_records import PAGE, lines, response

RECORDS = [{"id": f"r{number}", "text": ENGLISH, "n": number} for number in range(30)]
IDS = [str(record["id"]) for record in RECORDS]
WARC = b"".join(response(f"http://example.org/{number}", PAGE.encode()) for number in range(3))
TITLE = ENGLISH.split("\n")[0]


def zstd(data: bytes) -> bytes:
    module: Any = pytest.importorskip("compression.zstd" if has_zstd() else "backports.zstd")
    packed: bytes = module.compress(data)
    return packed


def has_zstd() -> bool:
    from khabar.corpus.missing import EXTRAS

    return EXTRAS["zst"][1] == "compression.zstd"


def parquet() -> bytes:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    out = io.BytesIO()
    parquet.write_table(pyarrow.table({key: [record[key] for record in RECORDS] for key in RECORDS[0]}), out)
    return out.getvalue()


def warc() -> bytes:
    return WARC


def pretty(value: Any) -> bytes:
    return json.dumps(value, indent=2, ensure_ascii=False).encode()


MANY: dict[str, Callable[[], bytes]] = {
    "lines": lambda: lines(*RECORDS),
    "lines with a byte order mark": lambda: b"\xef\xbb\xbf\r\n" + lines(*RECORDS).replace(b"\n", b"\r\n"),
    "lines.gz": lambda: gzip.compress(lines(*RECORDS)),
    "lines.zst": lambda: zstd(lines(*RECORDS)),
    "frames.zst": lambda: zstd(lines(*RECORDS[:9])) + zstd(lines(*RECORDS[9:])),
    "array": lambda: json.dumps(RECORDS).encode(),
    "pretty array": lambda: b"\n\n" + pretty(RECORDS),
    "array.gz": lambda: gzip.compress(pretty(RECORDS)),
    "objects": lambda: b"\n".join(map(pretty, RECORDS)),
    "object of an array": lambda: pretty({"status": "ok", "total": 30, "articles": RECORDS, "tags": ["a"]}),
    "object of an array on a line": lambda: json.dumps({"status": "ok", "articles": RECORDS}).encode(),
    "object of records": lambda: pretty({key: {"text": ENGLISH} for key in IDS}),
    "parquet": parquet,
    "parquet.gz": lambda: gzip.compress(parquet()),
}


@pytest.mark.parametrize("kind", MANY)
def test_records(khabar: Khabar, kind: str) -> None:
    data = MANY[kind]()
    runs = [khabar("parse", "--fields=title", stdin=data), khabar("parse", "--fields=title", "-j2", stdin=data)]
    for name in ("page.txt", "page.html", "data", "data.json"):
        (khabar.folder / name).write_bytes(data)
        runs.append(khabar.inside("parse", "--fields=title", name))
    runs.append(khabar.bash("khabar parse --fields title < data"))
    runs.append(khabar.bash("khabar parse --fields title <(cat data)"))
    for done in runs:
        assert (done.status, done.err) == (0, "")
        assert [record["source"] for record in done.records] == IDS
        assert {record["title"] for record in done.records} == {TITLE}


def test_warc(khabar: Khabar) -> None:
    pages = [response(f"http://example.org/{number}", PAGE.encode()) for number in range(3)]
    for data in (warc(), gzip.compress(WARC), b"".join(map(gzip.compress, pages))):
        (khabar.folder / "crawl.html").write_bytes(data)
        for done in (khabar("parse", stdin=data), khabar.inside("parse", "crawl.html")):
            assert (done.status, done.err) == (0, "")
            assert [record["source"] for record in done.records] == [f"http://example.org/{n}" for n in range(3)]


def test_warc_in_zstd(khabar: Khabar) -> None:
    (khabar.folder / "a.warc.zst").write_bytes(zstd(warc()))
    assert len(khabar.inside("parse", "a.warc.zst").records) == 3
    (khabar.folder / "b.warc.zst").write_bytes(b"\x5d\x2a\x4d\x18\x10\x00\x00\x00" + bytes(16) + zstd(WARC))
    done = khabar.inside("parse", "b.warc.zst")
    assert (done.status, len(done.told)) == (1, 1)
    assert "zstd with a dictionary of its own is not supported" in done.told[0]


def test_texts_in_zstd(khabar: Khabar) -> None:
    packed = zstd(ENGLISH.encode())
    (khabar.folder / "texts/a.txt.zst").write_bytes(packed)
    (khabar.folder / "texts/b.txt").write_bytes(packed)
    (khabar.folder / "c").write_bytes(packed[:-9])
    done = khabar.inside("parse", "texts")
    assert ([r["source"] for r in done.records], done.err) == (["texts/a.txt.zst", "texts/b.txt"], "")
    assert khabar("parse", stdin=packed).records[0]["title"] == TITLE
    broken = khabar.inside("parse", "c", "--errors", "json").records[0]["error"]
    assert broken == {"code": "zstd", "message": "broken zstd: it ends too early"}


def test_zstd_that_is_not_installed(khabar: Khabar, monkeypatch: pytest.MonkeyPatch) -> None:
    from khabar.corpus import missing

    monkeypatch.setitem(missing.EXTRAS, "zst", ("zstd needs", "not.installed"))
    (khabar.folder / "c").write_bytes(b"\x28\xb5\x2f\xfd\x04\x00")
    done = khabar.inside("parse", "c", "english.txt")
    assert (done.status, len(done.records)) == (1, 1)
    assert done.told == ["khabar: c: zstd needs not.installed: pip install 'khabar[zst]'"]
    assert khabar.inside("parse", "c.txt.zst").status == 2


@pytest.mark.parametrize(
    "begin",
    [
        "[ANALYSIS] The port opens again",
        "[1] The port opens again",
        "[2024, AFP] The port opens again",
        '["We are glad"] The port opens again',
        "{{ title }} The port opens again",
        "{% block title %} The port opens again",
        '{"We are glad"} The port opens again',
        "[] The port opens again",
        "{} The port opens again",
        "[[Port]] The port opens again",
        "[\nThe port opens again",
        "[1] [2] The port opens again",
        '["Exclusive"] [Reuters] The port opens again',
        "[2024] {photo} The port opens again",
        "{} [Photo: AP] The port opens again",
        "[]\n[x] The port opens again",
        '{"We are glad", the mayor said} The port opens again',
        '["We are glad\nthat the port opens"] The port opens again',
        "{photo: AP} The port opens again",
        "# The port opens again",
        "// The port opens again",
        "(AP) The port opens again",
        '"{The port} opens" again',
        '"[Port] \\"open\\"" again',
        "Port(The port opens again)",
        "WARC/1.0 is the format of archives",
        "PAR1S wins the cup",
    ],
)
def test_a_text_that_begins_with_a_bracket(khabar: Khabar, begin: str) -> None:
    (khabar.folder / "a.txt").write_text(f"{begin}\n\n{ENGLISH}")
    for done in (khabar.inside("parse", "a.txt"), khabar("parse", stdin=f"{begin}\n\n{ENGLISH}".encode())):
        assert (done.status, done.err, len(done.records)) == (0, "", 1)
        assert done.records[0]["format"] == "text"


@pytest.mark.parametrize(
    "data",
    [
        '{"We won": the mayor said}\n\n' + ENGLISH,
        '["' + "word " * 400 + "\n\n" + ENGLISH,
        '{"' + "k" * 2000 + '": 1, "text": "Old port opens"}',
        '{"te',
        '{"te\n',
        '["te',
        "{",
        " {\n",
        "{'text': 'Old port opens again', 'id': 3}",
        "[{'text': 'Old port opens again'}]",
        '{text: "Old port opens again"}',
        '// records\n{"text": "Old port opens again"}',
        '/* records */ [{"text": "Old port opens again"}]',
        '# records\n\n{"text": "Old port opens again"}',
        ")]}',\n" + '{"text": "Old port opens again"}',
        'for(;;);{"text": "Old port opens again"}',
        'while(1);[{"text": "Old port opens again"}]',
        'site.callback({"text": "Old port opens again"});',
        json.dumps(json.dumps(RECORDS[0])),
        json.dumps(json.dumps(RECORDS[:2], indent=1)),
        "WARC/1.0\n\n" + ENGLISH,
    ],
)
def test_where_it_is_not_sure_there_is_a_way_out(khabar: Khabar, data: str) -> None:
    (khabar.folder / "a.txt").write_text(data)
    for done in (khabar.inside("parse", "a.txt"), khabar("parse", stdin=data.encode())):
        assert (done.status, done.records, len(done.told)) == (1, [], 1)
        assert "--input-format text takes" in done.told[0]
        assert khabar.inside("parse", "--input-format", "text", "a.txt").status == 0


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("data", [lines(*RECORDS[:2]), pretty(RECORDS[:2]), b"\n[" + lines(RECORDS[0]) + b"]"])
def test_wide_letters(khabar: Khabar, encoding: str, data: bytes) -> None:
    data = data.decode().encode(encoding)
    for name in ("a", "a.json", "a.jsonl"):
        (khabar.folder / name).write_bytes(data)
    for done in (*(khabar.inside("parse", name) for name in ("a", "a.json", "a.jsonl")), khabar("parse", stdin=data)):
        assert (done.status, done.records, len(done.told)) == (1, [], 1)
        assert f"is {encoding[:6].upper()}, and JSON must be UTF-8: iconv -f {encoding[:6].upper()}" in done.told[0]


BROKEN: dict[str, tuple[bytes, int, str]] = {
    "an array that is cut off": (pretty(RECORDS)[:3000], 7, "FILE: broken JSON after 7 records: it ends too early"),
    "a line that is cut off": (lines(*RECORDS[:3])[:-9], 2, "FILE:3: this line is not valid JSON"),
    "one line that is cut off": (lines(RECORDS[0])[:-9], 0, "FILE: broken JSON: it ends too early"),
    "an object without a text": (b'{"body": "x", "n": 1}', 0, "FILE:1: no field is called text (see --text-field)"),
    "broken in the middle": (
        json.dumps(RECORDS[:3]).encode().replace(b'"n": 1', b'"n": '),
        2,
        "FILE:2: this value is not valid JSON",
    ),
    "cut off after a record": (pretty(RECORDS[:2])[:-9], 1, "FILE: broken JSON after 1 record: it ends too early"),
    "an array of numbers that is cut off": (b"[1,2", 0, "FILE: broken JSON: it ends too early"),
    "what follows an array": (
        json.dumps(RECORDS[:2]).encode() + b" and so on",
        2,
        "FILE: broken JSON after 2 records",
    ),
    "an array of numbers": (b"[1]\n", 0, "FILE:1: is a number, not a JSON object with the field text"),
    "an array of texts": (b'["a", "b"]', 0, "FILE:1: is a string, not a JSON object"),
    "an array that begins with a comma": (
        b"[," + lines(RECORDS[0]) + b"]",
        1,
        "FILE:1: no value stands beside a comma of the array",
    ),
    "an empty array": (b"[]\n", 0, "FILE: no records: the array is empty"),
    "brackets": (b"[" * 5000, 0, "FILE: broken JSON: it ends too early"),
    "UTF-16": (json.dumps(RECORDS).encode("utf-16"), 0, "FILE: is UTF-16, and JSON must be UTF-8: iconv"),
    "a record that is JSON itself": (lines({"text": json.dumps(RECORDS)}), 0, "FILE:1: is JSON, not an article"),
    "JSON behind much white space": (b" " * 5000 + lines(RECORDS[0]), 0, "FILE: is JSON, not an article"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_json_never_becomes_an_article(khabar: Khabar, kind: str) -> None:
    data, documents, told = BROKEN[kind]
    (khabar.folder / "a.txt").write_bytes(data)
    for name, done in {"a.txt": khabar.inside("parse", "a.txt"), "<stdin>": khabar("parse", stdin=data)}.items():
        assert done.status == 1
        assert len(done.records) == documents
        assert done.told[0].startswith("khabar: " + told.replace("FILE", name))


def test_an_array_that_is_broken_at_once_is_one_error(khabar: Khabar) -> None:
    for text in ("[1,2", "[1", '["a", "b'):
        (khabar.folder / "a.json").write_text(text)
        assert len(khabar.inside("parse", "a.json").told) == 1
    (khabar.folder / "a.json").write_text("[1, 2]")
    assert len(khabar.inside("parse", "a.json").told) == 2
    (khabar.folder / "a.json").write_text('[1, {"text": "Rain\n\nIt rained on Monday."}]'.replace("\n", "\\n"))
    done = khabar.inside("parse", "a.json")
    assert (len(done.told), len(done.records)) == (1, 1)


def test_json_as_text_where_it_is_asked_for(khabar: Khabar) -> None:
    done = khabar("parse", "--input-format", "text", stdin=lines(*RECORDS[:2]))
    assert (done.status, len(done.records), done.records[0]["source"]) == (0, 1, "<stdin>")
    page = khabar("parse", "--input-format", "html", stdin=b"[1]\n" + PAGE.encode())
    assert page.records[0]["format"] == "html"


def test_the_name_says_json(khabar: Khabar) -> None:
    (khabar.folder / "a.json").write_text("'id': 1")
    (khabar.folder / "b.json").write_bytes(b"")
    (khabar.folder / "c.jsonl").write_bytes(b"\n \n")
    done = khabar.inside("parse", "a.json", "b.json", "c.jsonl", "--errors", "json")
    assert [(r["source"], r["error"]["code"], r["error"]["message"]) for r in done.records] == [
        ("a.json", "json", "is not JSON: it begins with neither { nor ["),
        ("b.json", "empty", "no records: the file is empty"),
        ("c.jsonl", "empty", "no records: the file is empty"),
    ]
    assert done.status == 1


def test_the_option_wins(khabar: Khabar) -> None:
    (khabar.folder / "a.txt").write_bytes(pretty(RECORDS))
    assert len(khabar.inside("parse", "--input-format", "json", "a.txt").records) == 30
    as_lines = khabar.inside("parse", "--input-format", "jsonl", "a.txt")
    assert (as_lines.status, as_lines.records) == (1, [])
    assert as_lines.told[0].endswith("; --input-format json reads arrays")
    (khabar.folder / "texts/b.json").write_bytes(pretty(RECORDS))
    assert len(khabar.inside("parse", "--input-format", "json", "texts").records) == 30


def test_names_below_the_folder_of_the_output(khabar: Khabar) -> None:
    (khabar.folder / "a.json").write_bytes(pretty({"articles": [{"text": ENGLISH}]}))
    (khabar.folder / "b.json").write_bytes(pretty([{"text": ENGLISH}, {"id": "x", "text": ENGLISH}]))
    done = khabar.inside("parse", "a.json", "b.json", "-o", "out/")
    assert (done.status, done.err) == (0, "")
    found = sorted(
        str(path.relative_to(khabar.folder / "out")) for path in (khabar.folder / "out").rglob("*[1x].json")
    )
    assert found == ["a.json/#1.1.json", "b.json/#1.json", "b.json/x.json"]


def test_our_own_output_is_no_record(khabar: Khabar) -> None:
    (khabar.folder / "ours.jsonl").write_bytes(khabar.inside("parse", "english.txt").out)
    done = khabar.inside("parse", "ours.jsonl")
    told = "is khabar's own output; parse the documents that it was made from"
    assert (done.status, done.told) == (1, [f"khabar: ours.jsonl:1: {told}"])
    (khabar.folder / "clean.jsonl").write_bytes(khabar.inside("text", "--jsonl", "english.txt").out)
    assert khabar.inside("parse", "clean.jsonl").status == 0  # it holds a text


def test_records_come_as_they_are_written(khabar: Khabar) -> None:
    """Neither the kind nor the first record waits for the end of a pipe."""
    process = khabar.start("parse")
    assert process.stdin is not None
    assert process.stdout is not None
    for record in RECORDS[:2]:
        process.stdin.write(lines(record))
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["source"] == record["id"]
    out, err = process.communicate(lines(RECORDS[2]), timeout=30)
    assert (process.returncode, err, out.count(b"\n")) == (0, b"", 1)


def test_the_output_is_no_input(khabar: Khabar) -> None:
    (khabar.folder / "all.txt").write_bytes(lines(*RECORDS))
    done = khabar.bash("khabar parse all.txt english.txt >> all.txt")
    assert (done.status, done.told) == (1, ["khabar: all.txt: is also the output"])


def test_counting_reads_no_documents(khabar: Khabar) -> None:
    """What the progress line counts beside the work is read but once."""
    from khabar.corpus.inputs import items
    from khabar.corpus.item import InputOptions

    (khabar.folder / "a").write_bytes(lines(*RECORDS))
    names = [str(khabar.folder / name) for name in ("english.txt", "a", "a.warc", "missing")]
    found = list(items([*names, "-"], InputOptions(counting=True)))
    assert [getattr(item, "data", 0) for item in found] == [None, b"", b"", None, b""]


def test_texts_in_a_pipe_by_name(khabar: Khabar) -> None:
    done: Result = khabar.bash("khabar parse <(cat english.txt) <(gzip -c english.txt)")
    assert (done.status, [r["title"] for r in done.records]) == (0, [TITLE, TITLE])
    assert all(r["source"].startswith("/dev/fd/") for r in done.records)
