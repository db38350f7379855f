"""`parsers/training/ablate.py` on two small documents of our own and a score of our own."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).parents[1] / "parsers" / "training" / "ablate.py"
SCORE = """
def score_page(gold, pred):
    body = lambda d: [t for s in d["sections"] for t in (s["heading"], *s["paragraphs"]) if t]
    credits = lambda d: {i["credit"] for i in d["images"] if i["credit"]}
    return {
            "body": (len(set(body(gold)) & set(body(pred))), len(body(gold)) + len(body(pred))),
            "title": gold["title"] == pred["title"],
            "credits": (len(credits(gold) & credits(pred)), len(credits(gold)))}

def aggregate(rows):
    both, all = (sum(r["body"][k] for r in rows) for k in (0, 1))
    found, credits = (sum(r["credits"][k] for r in rows) for k in (0, 1))
    return {"body_f1": 2 * both / all, "title": sum(r["title"] for r in rows) / len(rows), "heading_f1": None,
            "credit_f1": found / credits if credits else None}
"""
TITLE = "Old port opens again after ten years"
BODY = (
    "The mayor said that the port takes in 120 boats every morning, after repairs that lasted for ten years.",
    "The work cost 40 million dollars and covered the quays, the stores and the market next to them.",
)


@pytest.fixture(scope="module")
def ablate() -> Iterator[Any]:
    spec = importlib.util.spec_from_file_location("ablate", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["ablate"] = module
    spec.loader.exec_module(module)
    path, loaded = list(sys.path), set(sys.modules)
    yield module
    sys.path[:] = path
    for name in {"ablate", *(set(sys.modules) & {"score"} - loaded)}:
        sys.modules.pop(name, None)


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    (tmp_path / "bench").mkdir()
    (tmp_path / "bench" / "score.py").write_text(SCORE, "utf-8")
    folder = tmp_path / "sets" / "tiny"
    for part in ("gold", "pages"):
        (folder / part).mkdir(parents=True)
    meta = {}
    for name, publisher, credit in (("a", "The Harbour", "Reuters"), ("b", "The Quay", None)):
        picture = f"Image source, {credit}\n\n" if credit else ""
        (folder / "pages" / f"{name}.txt").write_text(f"{TITLE}\n\n{picture}{BODY[0]}\n\n{BODY[1]}\n", "utf-8")
        images = [{"credit": credit}] if credit else []
        gold = {"title": TITLE, "sections": [{"heading": None, "paragraphs": BODY}], "images": images}
        (folder / "gold" / f"{name}.json").write_text(json.dumps(gold), "utf-8")
        meta[name] = {"publisher": publisher}
    (folder / "meta.json").write_text(json.dumps(meta), "utf-8")
    return tmp_path


def rows(out: str) -> dict[str, dict[str, str]]:
    head, *lines = (line.split("\t") for line in out.splitlines())
    return {line[0]: dict(zip(head, line, strict=True)) for line in lines}


def test_every_rule_and_pass(ablate: Any, shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ablate.main(["--shared", str(shared), "--sets", "tiny"]) == 0
    out = capsys.readouterr().out
    found = rows(out)
    assert set(ablate.names_of(None)) == set(found)
    worth = [float(row["worth"]) for row in found.values()]
    assert worth == sorted(worth, reverse=True)
    credit = found["credit.label"]
    assert (credit["kind"], credit["few"], credit["fired"], credit["houses"]) == ("rule", "few", "1", "1")
    assert (credit["changed"], credit["helps"], credit["harms"], credit["credit_f1"]) == ("1", "1", "0", "100.00")
    title = found["title"]
    assert (title["kind"], title["fired"], title["houses"], title["helps"]) == ("pass", "2", "2", "2")
    assert float(title["title"]) == 100
    assert (found["skip.begin"]["fired"], found["skip.begin"]["worth"]) == ("0", "0.00")


def test_by_publisher(ablate: Any, shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    args = ["--shared", str(shared), "--sets", "tiny", "--by-publisher", "--rules"]
    assert ablate.main([*args, "title,credit.label"]) == 0
    told = [line.split("\t")[:3] for line in capsys.readouterr().out.splitlines()[1:]]
    assert sorted(told[:2]) == [["title", "The Harbour", "1"], ["title", "The Quay", "1"]]
    assert told[2:] == [["credit.label", "The Harbour", "1"]]


def test_names_that_are_none(ablate: Any, shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ablate.main(["--shared", str(shared), "--rules", "titel"]) == 2
    assert ablate.main(["--shared", str(shared), "--sets", "tiny,huge"]) == 2
    assert "no set is called huge" in capsys.readouterr().err
