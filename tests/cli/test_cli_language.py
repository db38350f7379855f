"""`--language`: what is a tag, and what is said of what is none."""

from __future__ import annotations

import pytest
from process import Khabar


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("klingon", "no language tag: klingon; tags are such as ar, pt-BR and zh-Hant (BCP 47)"),
        ("arabic", "no language tag: arabic; did you mean ar?"),
        ("en_US", "no language tag: en_US; did you mean en-US?"),
        ("und", "und says no language; where none is given, it is detected"),
        ("a\nb", "no language tag: a\\nb; tags are such as"),
        ("", "no language tag: an empty text; tags are such as"),
    ],
)
@pytest.mark.parametrize("command", ["parse", "quotes", "explain"])
def test_usage(khabar: Khabar, command: str, given: str, told: str) -> None:
    done = khabar.inside(command, "--language", given, "english.txt")
    assert (done.status, done.out) == (2, b"")
    assert f"--language: {told}" in done.err


@pytest.mark.parametrize(
    ("given", "written"), [("EN-us", "en-US"), ("eng", "en"), ("tlh", "tlh"), ("zh-TW", "zh-Hant")]
)
def test_tags(khabar: Khabar, given: str, written: str) -> None:
    (article,) = khabar.inside("parse", "--language", given, "english.txt").records
    assert article["language"] == written
