"""The lexicon's data files, read by a parser of the test's own: format, provenance, completeness."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

LEXICON = Path(__file__).resolve().parent.parent / "parsers" / "khabar" / "lexicon"
LANGUAGES = sorted((LEXICON / "languages").glob("*.txt"))
PUBLISHERS = sorted((LEXICON / "publishers").glob("*.txt"))
FILES = [*LANGUAGES, *PUBLISHERS, LEXICON / "common.txt", LEXICON / "agencies.txt"]

MODES = {"prefix", "line", "start", "end", "template", "inside", "word", "pair"}
PLACEHOLDERS = {"%title%", "%provider%", "%n%", "%any%"}
PROOF_MODES = {"line", "start", "end", "inside", "template"}
TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?$")
HEADER = re.compile(r"\[([a-z-]+(?:\.[a-z-]+)*) ([a-z]+)\] (\S+)$")

# The BBC World Service's languages (and scripts) of 2022.
BBC = [
    "am", "ar", "az", "bn", "cy", "en", "es", "fa", "fr", "gd", "gu", "ha", "hi", "id", "ig", "ja",
    "ko", "ky", "mr", "my", "ne", "om", "pa", "pcm", "ps", "pt", "ru", "rw", "si", "so", "sr-Cyrl",
    "sr-Latn", "sw", "ta", "te", "th", "ti", "tr", "uk", "ur", "uz-Cyrl", "vi", "yo", "zh-Hans",
    "zh-Hant",
]  # fmt: skip
REQUIRED = {
    "credit", "caption.image", "caption.video", "caption.audio", "caption", "updated", "skip.page",
    "embed.begin", "embed.end", "embed.notice", "related", "media", "footer", "navigation", "ads", "month",
    "weekday",
}  # fmt: skip
UNTRANSLATED = {"cy": {"embed.notice"}, "gd": {"embed.notice"}}
"""What a service has in English only; the English file is loaded with every language."""

Section = tuple[str, str, str, list[str]]  # class, mode, source, entries


def parse(path: Path) -> tuple[dict[str, list[str]], list[Section]]:
    """Key lines and sections of a lexicon file; an AssertionError names the line that breaks the format."""
    keys: dict[str, list[str]] = {}
    sections: list[Section] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        where = f"{path.name}:{number}: {line!r}"
        if not line or line.startswith("#"):
            continue
        if line.startswith("@"):
            key, _, value = line[1:].partition(" ")
            assert value, where
            assert not sections, f"{where}: a key line behind the first section"
            keys.setdefault(key, []).append(value)
        elif line.startswith("["):
            match = HEADER.match(line)
            assert match, where
            cls, mode, source = match.groups()
            assert mode in MODES, where
            sections.append((cls, mode, source, []))
        else:
            assert sections, f"{where}: an entry before the first section"
            assert line == line.strip(), where
            sections[-1][3].append(line)
    return keys, sections


def rows(name: str) -> list[list[str]]:
    """The lines of a file of columns."""
    lines = (LEXICON / name).read_text(encoding="utf-8").splitlines()
    assert all(unicodedata.is_normalized("NFC", line) for line in lines)
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def script(code: str) -> list[str]:
    """The line of a script in scripts.txt; that of its letters where it is a mixture of scripts."""
    code = {"Kore": "Hang", "Jpan": "Kana"}.get(code, code)
    return next(row for row in rows("scripts.txt") if row[0] == code)


def ids(paths: list[Path]) -> list[str]:
    return [f"{p.parent.name}/{p.stem}" for p in paths]


@pytest.mark.parametrize("path", FILES, ids=ids(FILES))
def test_format(path: Path) -> None:
    raw = path.read_bytes()
    assert b"\r" not in raw
    assert not raw.startswith(b"\xef\xbb\xbf")
    text = raw.decode("utf-8")
    assert text.endswith("\n")
    assert unicodedata.is_normalized("NFC", text)
    assert not re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]", text), "a bidi control"
    keys, sections = parse(path)
    assert len(keys["name"]) == 1
    assert sections or keys.get("proof")
    for cls, mode, source, entries in sections:
        assert entries, f"[{cls} {mode}] {source} is empty"


@pytest.mark.parametrize("path", FILES, ids=ids(FILES))
def test_entries(path: Path) -> None:
    seen: set[tuple[str, str, str]] = set()
    for cls, mode, _, entries in parse(path)[1]:
        for entry in entries:
            key = (cls, mode, entry.casefold())
            assert key not in seen, f"[{cls} {mode}] {entry!r} stands twice"
            seen.add(key)
            assert mode == "word" or any(c.isalpha() for c in entry), f"[{cls} {mode}] {entry!r} has no letter"
            if mode == "template":
                assert set(re.findall("%[a-z_]+%", entry)) <= PLACEHOLDERS, entry
                assert entry.count("%") % 2 == 0, entry
                bare = re.sub("%[a-z]+%", "", entry)
                assert sum(c.isalpha() for c in bare) >= 2, f"{entry!r} matches any line"
            else:
                assert not re.search("%[a-z_]+%", entry), f"[{cls} {mode}] {entry!r}: a placeholder"
            if mode == "pair":
                assert re.fullmatch(r"\S.* = \S.*", entry), entry
            if mode == "inside":
                assert len(entry.encode()) >= 7, f"{entry!r} is too short to be looked for inside lines"


@pytest.mark.parametrize("path", FILES, ids=ids(FILES))
def test_every_source_is_explained(path: Path) -> None:
    explained = (LEXICON / "SOURCES.md").read_text(encoding="utf-8")
    known = set(re.findall(r"^\| `([^`]+)` \|", explained, re.MULTILINE))
    assert {source for _, _, source, _ in parse(path)[1]} <= known


@pytest.mark.parametrize("path", LANGUAGES, ids=ids(LANGUAGES))
def test_language(path: Path) -> None:
    keys, sections = parse(path)
    assert TAG.match(path.stem)
    assert keys["direction"] in (["ltr"], ["rtl"])
    assert keys["direction"] == [script(keys["script"][0])[1]]
    months: dict[str, int] = {}
    for cls, mode, _, entries in sections:
        if cls != "month":
            continue
        assert mode == "pair"
        for entry in entries:
            name, _, number = entry.rpartition(" = ")
            assert months.setdefault(name.casefold(), int(number)) == int(number), f"{name!r} is two months"
    assert set(months.values()) == set(range(1, 13))
    if path.stem in BBC:
        assert keys["brand"]
        assert {cls for cls, _, _, _ in sections} >= REQUIRED - UNTRANSLATED.get(path.stem, set())


def test_all_languages_of_the_bbc_are_there() -> None:
    assert set(BBC) <= {p.stem for p in LANGUAGES}


@pytest.mark.parametrize("path", PUBLISHERS, ids=ids(PUBLISHERS))
def test_publisher(path: Path) -> None:
    keys, _ = parse(path)
    languages = {p.stem for p in LANGUAGES}
    assert keys["language"]
    assert set(keys["language"]) <= languages
    for proof in keys.get("proof", []):
        mode, _, text = proof.partition(" ")
        assert mode in PROOF_MODES, proof
        assert sum(c.isalpha() for c in text) >= 3, proof
        assert mode != "inside" or len(text) >= 12, f"{proof!r}: a mere mention would match"


def test_no_string_proves_two_publishers() -> None:
    owners: dict[tuple[str, str], str] = {}
    for path in PUBLISHERS:
        keys, _ = parse(path)
        for proof in keys.get("proof", []):
            for language in keys["language"]:
                owner = owners.setdefault((language, proof.casefold()), path.stem)
                assert owner == path.stem, f"{proof!r} proves {owner} and {path.stem}"


def test_scripts() -> None:
    codes = [code for code, _, _, _, _ in rows("scripts.txt")]
    assert len(codes) == len(set(codes))
    languages = [tag for *_, tags in rows("scripts.txt") for tag in tags.split()]
    assert len(languages) == len(set(languages))
    assert not {tag for tag, *_ in rows("detect.txt")} & set(languages)
    for code, direction, ranges, marks, _ in rows("scripts.txt"):
        assert re.fullmatch("[A-Z][a-z]{3}", code), code
        assert direction in ("ltr", "rtl")
        assert re.fullmatch("(?:[0-9A-F]+(?:-[0-9A-F]+)? ?)+", ranges) or code == "Zyyy", code
        assert all(len(mark) == 1 for mark in marks.split()), code


def profiles() -> list[list[str]]:
    """Tag, script, letters and stopwords of every language: the rows of detect.txt, and of files without a row."""
    out = rows("detect.txt")
    known = {row[0] for row in out}
    for path in LANGUAGES:
        if path.stem not in known:
            keys, _ = parse(path)
            out.append([path.stem, *keys["script"], *(" ".join(keys.get(k, [])) for k in ("letters", "stopwords"))])
    return out


def test_a_language_is_told_in_one_place() -> None:
    known = {tag: script for tag, script, _, _ in rows("detect.txt")}
    for path in LANGUAGES:
        keys, _ = parse(path)
        if path.stem in known:
            assert keys["script"] == [known[path.stem]], path.stem
            assert not keys.keys() & {"letters", "stopwords"}, f"{path.stem} has a row in detect.txt"


def test_what_languages_are_detected_by() -> None:
    rows = profiles()
    tags = [tag for tag, _, _, _ in rows]
    assert len(tags) == len(set(tags))
    for tag, script, letters, stopwords in rows:
        assert TAG.match(tag)
        assert re.fullmatch("[A-Z][a-z]{3}", script), script
        words = stopwords.split()
        assert len(words) == len(set(words)), tag
        assert all(w == w.casefold() for w in words), tag
        alone = [s for _, s, _, _ in rows].count(script) == 1
        assert alone or letters or len(words) >= 10, f"{tag}: nothing tells it from others in its script"
        if script == "Latn":
            assert len(words) >= 10, tag
