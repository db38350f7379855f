"""`--without`: rules and passes that are switched off."""

from __future__ import annotations

import json

import pytest
from conftest import ENGLISH
from process import Khabar


def test_in_every_view(khabar: Khabar) -> None:
    (article,) = khabar.inside("parse", "english.txt", "--without", "credit.label, title").records
    assert (article["title"], [image["credit"] for image in article["images"]]) == (None, [None])
    (credit,) = khabar.inside("credits", "--without", "credit.label", "english.txt").records
    assert credit["credit"] is None
    rules = {row["rule"] for row in khabar.inside("explain", "--without", "caption.label", "english.txt").records}
    assert "caption.label" not in rules
    assert "credit.label" in rules
    assert khabar.inside("text", "--without", "captions", "english.txt").status == 0


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_through_workers(khabar: Khabar, jobs: str) -> None:
    data = "".join(json.dumps({"id": n, "text": ENGLISH}) + "\n" for n in range(40)).encode()
    done = khabar("parse", "--input-format=jsonl", "-j", jobs, "--without", "title", "--fields", "title", stdin=data)
    assert (done.status, len(done.records)) == (0, 40)
    assert {record["title"] for record in done.records} == {None}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("credit.lable", "no rule or step is called credit.lable; did you mean credit.label"),
        ("title,captoins", "did you mean captions"),
        (",", "no rule is named"),
        ("first_pass", "no rule or step is called first_pass"),
    ],
)
def test_usage(khabar: Khabar, given: str, told: str) -> None:
    done = khabar.inside("parse", "--without", given, "english.txt")
    assert (done.status, done.out) == (2, b"")
    assert told in done.err


def test_help(khabar: Khabar) -> None:
    assert "--without RULE,..." in khabar.inside("parse", "--help").text
    assert "--without" not in khabar.inside("rules", "--help").text
