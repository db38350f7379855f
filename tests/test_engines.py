"""What holds of khabar.engines where no engine is installed, and of their README."""

from __future__ import annotations

import subprocess
import sys

import engine_pages as corpus
import pytest

ENGINES = ("datatrove", "pyarrow", "pandas", "ray", "pyspark")


@pytest.mark.parametrize(
    ("module", "needs", "extra"), [("datatrove", "multiprocess", "datatrove"), ("arrow", "pyarrow", "parquet")]
)
def test_a_missing_library_is_told_in_one_line(module: str, needs: str, extra: str) -> None:
    code = f"import sys; sys.modules[{needs!r}] = None; import khabar.engines.{module}"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    last = run.stderr.splitlines()[-1]
    assert last.startswith(f"ImportError: khabar.engines.{module} needs ")
    assert last.endswith(f'pip install "khabar[{extra}]"')


def test_khabar_imports_no_engine() -> None:
    code = (
        "import sys, khabar; khabar.parse('<html><body><p>A page.</p></body></html>'); khabar.rules();"
        f"print([name for name in sys.modules if name.split('.')[0] in {ENGINES} or 'engines' in name])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert run.stdout == "[]\n"


def test_all_code_of_the_readme_is_run() -> None:
    tests = "".join(path.read_text("utf-8") for path in (corpus.ROOT / "tests").glob("test_engines_*.py"))
    assert corpus.README.count("```python") == len(corpus.SCRIPTS) >= 7
    for name, code in corpus.SCRIPTS.items():
        compile(code, name, "exec")
        assert f'"{name}"' in tests
