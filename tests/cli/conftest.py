"""The command as its users have it: a real process, a pipe or a pseudo-terminal, articles in a folder."""

from __future__ import annotations

import os
from pathlib import Path

import khabar as library
import made_up
import pytest
from process import Khabar

HERE = Path(__file__).parent

ARABIC = """\
ميناء الصيادين القديم يستعيد حركته بعد عشر سنوات من الإغلاق

صدر الصورة، Getty Images

التعليق على الصورة، عاد الصيادون إلى الميناء بعد إصلاح الأرصفة

قال رئيس البلدية سامي الهاشمي إن "الميناء يستقبل اليوم 120 قاربا" كل صباح، بعد أن أغلق عشر سنوات للصيانة.

وأضاف في تصريح لـ BBC أن الأعمال كلفت 40 مليون دولار (بحسب تقرير شركة Harbour Works) وشملت الأرصفة والمخازن.

سوق السمك

ويبيع الصيادون ما يصطادونه في سوق السمك المجاور، حيث تبدأ المزادات في الخامسة صباحا وتنتهي قبل الثامنة.
"""

ENGLISH = """\
Old fishing port opens again after ten years

Image source, Reuters

Image caption, Boats came back to the harbour on Monday

The mayor said that the port takes in 120 boats every morning, after repairs that lasted for ten years.

The work cost 40 million dollars and covered the quays, the stores and the market next to them.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two articles and what is no article."""
    (tmp_path / "arabic.txt").write_text(ARABIC, "utf-8")
    (tmp_path / "english.txt").write_text(ENGLISH, "utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b" \n\n\t\n")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 64)
    (tmp_path / "texts").mkdir()
    return tmp_path


@pytest.fixture
def khabar(folder: Path, khabar_command: str) -> Khabar:
    """Runs the installed command in that folder."""
    return Khabar(khabar_command, folder)


class Quoted(Khabar):
    """The command with made-up quotations and statements, in a process of its own too."""

    def env(self, **more: str) -> dict[str, str]:
        return super().env(PYTHONPATH=f"{self.folder / 'made_up'}{os.pathsep}{HERE}", **more)


@pytest.fixture
def quoted(tmp_path: Path, khabar_command: str, monkeypatch: pytest.MonkeyPatch) -> Quoted:
    """A folder with two articles that quote, one that only reports, one that does neither, and an empty file."""
    for name, text in made_up.FILES.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    (tmp_path / "made_up").mkdir()
    (tmp_path / "made_up" / "sitecustomize.py").write_text("import made_up\n\nmade_up.install()\n")
    monkeypatch.setattr(library, "trace", made_up.trace)
    return Quoted(khabar_command, tmp_path)
