"""Memory: a page takes no more than ten times its size and 100 MB."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pages import EN, TITLE

SIZE = 20_000_000
_PEAK = """
import sys, khabar

def peak():
    with open("/proc/self/status") as status:  # ru_maxrss also counts the process that this one was forked from
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM"))

def parse(name):
    with open(name, "rb") as file:
        return khabar.parse(file.read())

parse(sys.argv[1])
base = peak()
article = parse(sys.argv[2])
print(peak() - base, sum(len(section.paragraphs) for section in article.sections))
print(*article.warnings, sep="\\n")
"""


def written(path: Path, body: str) -> Path:
    path.write_text(f"<html><body><main><h1>{TITLE}</h1>{body}</main></body></html>", "utf-8")
    return path


@pytest.mark.skipif(sys.platform != "linux", reason="the peak is read from /proc")
@pytest.mark.parametrize("kind", ["paragraphs", "one paragraph"])
def test_a_page_of_20_mb(kind: str, tmp_path: Path) -> None:
    if kind == "paragraphs":
        parts: list[str] = []
        size = 0
        while size < SIZE:
            n = len(parts)
            part = f"<p>{n} {EN[n % 4]} {EN[(n + 1) % 4]}</p>" if n % 20 else f"<h2>Part {n} of it</h2>"
            parts.append(part)
            size += len(part)
        body = "\n".join(parts)
    else:
        body = f"<p>{EN[0]}</p><p>{' '.join(EN) * (SIZE // len(' '.join(EN)))}</p>"
    page = written(tmp_path / "page.html", body)
    small = written(tmp_path / "small.html", f"<p>{EN[0]}</p><p>{EN[1]}</p>")
    command = [sys.executable, "-c", _PEAK, small, page]
    run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    figures, *warnings = run.stdout.strip().splitlines()
    taken, paragraphs = figures.split()
    assert int(taken) <= 10 * page.stat().st_size + 100_000_000
    assert int(paragraphs) == (sum("<p>" in part for part in parts) if kind == "paragraphs" else 2)
    limits = ("who speaks", "reporting words")  # of what is looked for in so much text: they are told
    assert [warning for warning in warnings if not any(limit in warning for limit in limits)] == []
