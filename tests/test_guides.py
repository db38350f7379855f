"""The guides of parsers/README.md, followed to the letter on a copy: what they say to write is enough."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "parsers" / "README.md").read_text("utf-8")
STEP = re.compile(
    r"^`([\w./-]+)`, (a new file|add at the end|add to [^:]+):\n\n```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL
)
IGNORED = shutil.ignore_patterns("__pycache__", "*.pyc")
TESTED = ("conftest.py", "slow.py", "slow.txt", "test_lexicon_data.py", "test_rules.py")

HEBREW = """שוק הדייגים הישן ייסגר לשנה

פורסם: 5 ביולי 2024, 14:30

עיריית החוף הודיעה כי עבודות השיפוץ בשוק הישן יתחילו בחודש הבא וכי הן יימשכו כשנה, אבל הסוחרים לא קיבלו הודעה.

צילום: רויטרס

ראש העירייה אמר כי השוק ייפתח מחדש עם חנויות חדשות והוסיף כי לא ייגבה תשלום מבעלי החנויות הוותיקות.

קראו גם

הנמל החדש נחנך

כל הזכויות שמורות
"""
ENGLISH = """Harbour wall to be rebuilt

The council said that the old harbour wall would be rebuilt within a year, and that boats could stay.

Snapped for us by: Jane Roe

Join the Ashby Post's harbour club today

The Ashby Harbour Post, Quay Street, Ashby
"""


def steps(guide: str) -> list[tuple[str, str, str]]:
    """(path, what to do, text) of every file that a guide of the README shows."""
    _, _, text = README.partition(f"\n### {guide}\n")
    text = re.split(r"^##", text, maxsplit=1, flags=re.MULTILINE)[0]
    return [(m[1], m[2], m[3]) for m in STEP.finditer(text)]


def follow(root: Path, guide: str) -> None:
    """Do what a guide says."""
    found = steps(guide)
    assert found, f"the guide {guide!r} shows no file"
    for name, what, text in found:
        path = root / name
        if what == "a new file":
            assert not path.exists()
            path.write_text(text, "utf-8")
            continue
        old = path.read_text("utf-8")
        if what == "add to the imports":
            new = old.replace("\n\nPASSES", f"\n{text}\nPASSES", 1)
        elif what == "add to `PASSES`":
            head, table, passes = old.partition("\nPASSES")
            new = head + table + passes.replace("\n)\n", f"\n{text})\n", 1)
        else:
            assert what == "add at the end"
            new = old + text
        assert new != old
        path.write_text(new, "utf-8")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The library, and the tests that the guides name, in a folder of their own."""
    shutil.copytree(ROOT / "parsers" / "khabar", tmp_path / "parsers" / "khabar", ignore=IGNORED)
    shutil.copytree(ROOT / "tests" / "fixtures", tmp_path / "tests" / "fixtures")
    for name in TESTED:
        shutil.copy(ROOT / "tests" / name, tmp_path / "tests" / name)
    return tmp_path


def run(copy: Path, *arguments: str, text: str = "") -> str:
    """What Python prints with the copy's library."""
    env = {**os.environ, "PYTHONPATH": str(copy / "parsers"), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=copy,
        env=env,
        input=text,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def parsed(copy: Path, text: str) -> dict[str, Any]:
    """A text, parsed with the copy's library, as a record."""
    code = "import json, sys, khabar; print(json.dumps(khabar.parse(sys.stdin.read()).to_dict()))"
    record: dict[str, Any] = json.loads(run(copy, "-c", code, text=text))
    return record


def run_tests(copy: Path, name: str, *chosen: str) -> None:
    """The copy's own tests pass."""
    run(
        copy,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        "-c",
        os.devnull,
        f"tests/{name}",
        *chosen,
    )


@pytest.mark.parametrize("known", ["with a row in detect.txt", "without one"])
def test_add_a_language(copy: Path, known: str) -> None:
    lexicon = copy / "parsers" / "khabar" / "lexicon"
    (lexicon / "languages" / "he.txt").unlink()
    detect = lexicon / "detect.txt"
    rows = detect.read_text("utf-8").splitlines(keepends=True)
    if known == "without one":
        detect.write_text("".join(row for row in rows if not row.startswith("he\t")), "utf-8")
    follow(copy, "Add a language")
    if known == "with a row in detect.txt":  # then, the guide says, the file has no stopwords
        file = lexicon / "languages" / "he.txt"
        file.write_text(re.sub("@stopwords.*\n", "", file.read_text("utf-8")), "utf-8")
    article = parsed(copy, HEBREW)
    assert (article["language"], article["direction"]) == ("he", "rtl")
    assert article["title"] == "שוק הדייגים הישן ייסגר לשנה"
    assert article["published"] == "2024-07-05T14:30:00"
    assert [image["credit"] for image in article["images"]] == ["רויטרס"]
    stripped = {piece["text"]: piece["rule"] for piece in article["stripped"]}
    assert stripped["קראו גם"] == "related.label"
    assert stripped["כל הזכויות שמורות"] == "footer.copyright"
    run_tests(copy, "test_lexicon_data.py", "-k", "he or what_languages or told")


def test_add_a_marker_and_a_publisher(copy: Path) -> None:
    follow(copy, "Add a marker")
    follow(copy, "Add a publisher")
    article = parsed(copy, ENGLISH)
    assert [image["credit"] for image in article["images"]] == ["Jane Roe"]
    assert article["publisher"] == "The Ashby Harbour Post"
    stripped = {piece["text"]: piece["rule"] for piece in article["stripped"]}
    assert stripped["Join the Ashby Post's harbour club today"] == "promo.line"
    run_tests(copy, "test_lexicon_data.py", "-k", "ashby or languages/en or two_publishers")


def test_add_a_rule(copy: Path) -> None:
    follow(copy, "Add a rule")
    (case,) = [text for name, _, text in steps("Add a rule") if name.startswith("tests/")]
    cases = (copy / "tests" / "fixtures" / "rules" / "promos.txt").read_text("utf-8")
    line = cases[: cases.index(case.strip())].count("\n") + 1
    run_tests(copy, f"test_rules.py::test_verdicts[rules/promos.txt:{line}]")
    run_tests(copy, "test_rules.py", "-k", "explain_themselves or titles_of_cases")


@pytest.mark.parametrize("guide", ["Add a marker", "Add a language", "Add a publisher", "Add a rule"])
def test_the_tests_that_a_guide_names_exist(guide: str) -> None:
    text = README.partition(f"\n### {guide}\n")[2].split("\n### ")[0]
    named = re.findall(r"tests/test_\w+\.py", text)
    assert named
    assert all((ROOT / name).is_file() for name in named)
