"""The step for datatrove: by itself, and in the README's pipelines. Resuming is in test_engines_resume."""

from __future__ import annotations

import json
import os
import stat
import sys
import time
from pathlib import Path
from typing import Any

import engine_pages as corpus
import khabar
import pytest

pytest.importorskip("datatrove", reason="khabar[datatrove] is not installed")
pytest.importorskip("orjson", reason="khabar[datatrove] is not installed")
pytest.importorskip("regex", reason="khabar[datatrove] is not installed")

from datatrove.data import Document
from khabar.engines.datatrove import DEFAULT_FIELDS, Khabar

GOOD = corpus.url(1)


def documents() -> list[Document]:
    bad = [Document(html, url) for url, html in corpus.NO_ARTICLES.items()]
    return [bad[0], Document(corpus.page(1), GOOD, metadata={"url": "kept"}), bad[1]]


def stats(folder: Path, step: str = "khabar") -> dict[str, Any]:
    """What the step counted in all tasks of a run."""
    steps = json.loads((folder / "logs" / "clean" / "stats.json").read_text("utf-8"))
    found: dict[str, Any] = next(entry["stats"] for entry in steps if step in entry["name"])
    return found


def test_a_document() -> None:
    (doc,) = Khabar()(documents())
    article = khabar.parse(corpus.page(1))
    assert doc.id == GOOD
    assert doc.text == "\n\n".join([article.title or "", *article.sections[0].paragraphs])
    assert doc.metadata == {
        "url": "kept",
        "khabar": article.replace(source=GOOD).to_dict(DEFAULT_FIELDS),
    }


def test_fields_and_key() -> None:
    (doc,) = Khabar(["title", "sections"], key="article")(documents())
    assert list(doc.metadata["article"]) == ["schema", "source", "title", "sections"]


def test_a_language_and_a_format_that_there_are_not() -> None:
    with pytest.raises(ValueError, match="no language tag: klingon"):
        Khabar(language="klingon")
    with pytest.raises(ValueError, match="no input format is called pdf"):
        Khabar(input_format="pdf")  # type: ignore[arg-type]


@pytest.mark.parametrize("fields", ["title", ["titel"]])
def test_fields_that_there_are_not(fields: Any) -> None:
    with pytest.raises(ValueError, match="fields: "):
        Khabar(fields)


def test_on_error_is_checked() -> None:
    with pytest.raises(ValueError, match="on_error: "):
        Khabar(on_error="raise")  # type: ignore[arg-type]


@pytest.mark.parametrize("timeout", [None, 20])
def test_failures_are_kept_if_asked_for(timeout: float | None) -> None:
    step = Khabar(on_error="keep", timeout=timeout)
    out = list(step(documents()))
    assert [doc.id for doc in out] == [doc.id for doc in documents()]
    assert out[0].text == documents()[0].text
    assert out[0].metadata["khabar"] == {
        "schema": khabar.SCHEMA, "source": out[0].id, "error": {"code": "empty", "message": "empty"},
    }  # fmt: skip
    assert step.stats["kept_empty"].total == 2
    assert step.stats["forwarded"].total == 3


def test_a_fault_of_our_own_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("khabar.engines.record.parse", broken)
    step = Khabar(on_error="keep")
    assert {doc.metadata["khabar"]["error"]["message"] for doc in step(documents())} == {"RecursionError: too deep"}
    assert step.stats["kept_fault"].total == 3


def test_a_page_without_text() -> None:
    step = Khabar(on_error="keep")
    (doc,) = step([Document("<html><body><nav><a href='/'>Home</a></nav></body></html>", "menu")])
    assert doc.metadata["khabar"]["error"]["code"] == "no-text"


@pytest.mark.parametrize(("does", "code"), [("time.sleep(60)", "timeout"), ("os.kill(os.getpid(), 9)", "died")])
def test_a_document_that_hangs_or_dies(does: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    real = khabar.parse

    def parse(text: str, **options: Any) -> khabar.Article:
        if "mended" not in text and "Home" in text:
            exec(does, {"os": os, "time": time})
        return real(text, **options)

    monkeypatch.setattr("khabar.engines.record.parse", parse)
    step = Khabar(timeout=1.5)
    given = [
        Document(corpus.page(1), "a"),
        Document("<html><body>Home</body></html>", "b"),
        Document(corpus.page(3), "c"),
    ]
    assert [doc.id for doc in step(given)] == ["a", "c"]
    assert step.stats[f"dropped_{code}"].total == 1


def test_jsonl(tmp_path: Path) -> None:
    corpus.write_jsonl(tmp_path / "pages")
    done = corpus.run("clean.py", tmp_path)
    out = corpus.read_jsonl(tmp_path / "clean")
    assert sorted(doc["id"] for doc in out) == corpus.good()
    assert all(doc["metadata"]["khabar"]["source"] == doc["id"] for doc in out)
    assert {doc["id"]: doc["text"].split("\n\n")[0] for doc in out}[GOOD] == corpus.title(1)
    counted = stats(tmp_path)
    failed = len(corpus.NO_ARTICLES)
    assert (counted["total"], counted["forwarded"]) == (len(out) + failed, len(out))
    assert (counted["dropped"], counted["dropped_empty"]) == (failed, failed)
    dropped = {doc["id"]: doc["metadata"]["filter_reason"] for doc in corpus.read_jsonl(tmp_path / "failed")}
    assert dropped == dict.fromkeys(corpus.NO_ARTICLES, "empty")
    logs = "".join(log.read_text("utf-8") for log in (tmp_path / "logs" / "clean" / "logs").iterdir())
    assert all(f"khabar: {url}: " in logs for url in corpus.NO_ARTICLES)
    assert "Traceback" not in done.stderr + logs
    again = corpus.run("clean.py", tmp_path)
    assert "all 4 tasks have already been completed" in again.stderr


def test_parquet(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="khabar[parquet] is not installed")
    corpus.write_parquet(tmp_path / "pages")
    corpus.run("clean_parquet.py", tmp_path)
    out = corpus.read_parquet(tmp_path / "clean")
    assert sorted(row["id"] for row in out) == corpus.good()
    found = {row["id"]: row["metadata"] for row in out}
    assert {metadata["crawl"] for metadata in found.values()} == {"2024-26"}
    assert found[GOOD]["khabar"]["published"] == "2024-06-19T14:05:00+00:00"
    assert found[corpus.url(2)]["khabar"]["published"] is None
    assert found[GOOD]["khabar"]["images"][0]["credit"] == "Reuters"
    assert found[GOOD]["khabar"]["sections"] == khabar.parse(corpus.page(1)).to_dict()["sections"]


@pytest.mark.parametrize("expand", [False, True])
def test_schema_has_all_that_is_written(expand: bool, tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    from datatrove.pipeline.writers import ParquetWriter

    step = Khabar(khabar.FIELDS, on_error="keep")
    schema = step.schema({"url": "string"}, expand_metadata=expand)
    writer = ParquetWriter(str(tmp_path), schema=schema, expand_metadata=expand)
    given = [*documents(), Document((corpus.ROOT / "samples" / "german-page.html").read_text("utf-8"), "sample")]
    wanted = [dict(doc.metadata["khabar"]) for doc in writer(step(given))]
    rows = pq.read_table(tmp_path / "000_00000.parquet").to_pylist()
    found = [row["khabar"] if expand else row["metadata"]["khabar"] for row in rows]
    for row, record in zip(found, wanted, strict=True):
        assert bare(row) == bare(record)


def bare(value: Any) -> Any:
    """Without keys that are null: Arrow has all keys in all rows."""
    if isinstance(value, dict):
        return {key: bare(x) for key, x in value.items() if x is not None}
    return [bare(x) for x in value] if isinstance(value, list) else value


_SBATCH = r"""#!/usr/bin/env bash
# Slurm's manners, one task after the other: the script's array, each index in an environment of its own
script=${@: -1}
echo "Submitted batch job 7"
[[ $(<"$script") == *launch_pickled_pipeline* ]] || exit 0
last=$(sed -n 's/^#SBATCH --array=0-\([0-9]*\).*/\1/p' "$script")
for ((i = 0; i <= last; i++)); do
  SLURM_ARRAY_TASK_ID=$i SLURM_JOB_ID=7 SLURM_NODELIST=here RUN_OFFSET=0 bash "$script" >>slurm.log 2>&1
done
"""


@pytest.mark.skipif(os.name != "posix", reason="shell scripts")
def test_slurm_as_far_as_it_goes_without_slurm(tmp_path: Path) -> None:
    bin = tmp_path / "bin"
    bin.mkdir()
    srun = '#!/usr/bin/env bash\nwhile [[ $1 == -* ]]; do [[ $1 == -n ]] && shift; shift; done\nexec "$@"\n'
    for name, code in {"sbatch": _SBATCH, "srun": srun, "scontrol": "#!/bin/sh\necho here\n"}.items():
        (bin / name).write_text(code, "utf-8")
        (bin / name).chmod(0o755)
        assert (bin / name).stat().st_mode & stat.S_IXUSR
    corpus.write_jsonl(tmp_path / "pages")
    path = f"{bin}:{Path(sys.executable).parent}:{os.environ['PATH']}"
    corpus.run("clean_slurm.py", tmp_path, PATH=path)
    script = (tmp_path / "logs" / "clean" / "launch_script.slurm").read_text("utf-8")
    assert "--array=0-3%2" in script
    found = sorted(doc["id"] for doc in corpus.read_jsonl(tmp_path / "clean"))
    assert found == corpus.good(), (tmp_path / "slurm.log").read_text("utf-8")[-4000:]
    assert "all 4 tasks have already been completed" in corpus.run("clean_slurm.py", tmp_path, PATH=path).stderr


def test_ray(tmp_path: Path) -> None:
    pytest.importorskip("ray", reason="Ray is not installed")
    corpus.write_jsonl(tmp_path / "pages")
    corpus.run("clean_ray.py", tmp_path)
    assert sorted(doc["id"] for doc in corpus.read_jsonl(tmp_path / "clean")) == corpus.good()
