"""What parsers/README.md promises under Security: what khabar asks of the system while it reads, and what it writes.

The interpreter tells of each such call (sys.addaudithook): no promise rests on reading the code.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SECRET = "the harbour master's own secret"
SPY = """\
import json, os, sys
out = os.open(os.environ["SEEN"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
ASKED = ("socket.", "subprocess.", "urllib.", "os.system", "os.exec", "os.spawn", "os.posix_spawn", "os.fork")
CHANGED = {"os.rename": 1, "os.link": 1, "os.symlink": 1, "os.remove": 0, "os.rmdir": 0, "os.mkdir": 0, "os.chmod": 0}
def name(path):
    return "-" if isinstance(path, int) else os.path.abspath(os.fsdecode(path))
def spy(event, args):
    if event.startswith(ASKED):
        told = repr(args)[:200]
    elif event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        event, told = "write", name(args[0])
    elif event in CHANGED:
        told = name(args[CHANGED[event]])
    else:
        return
    os.write(out, json.dumps([event, told]).encode() + b"\\n")
sys.addaudithook(spy)
"""
RUN = """\
from khabar_cli.main import main
sys.argv[:1] = []
main()
"""
NOTHING = frozenset({"/dev/null", "-"})


def calls(arguments: list[str], folder: Path, program: str = RUN) -> list[list[str]]:
    """What a run of the command asked of the system: networks, processes, files to be written."""
    (folder / "spy.py").write_text(SPY + program, "utf-8")
    seen = folder / "seen.jsonl"
    done = subprocess.run(
        [sys.executable, "-B", str(folder / "spy.py"), "khabar", *arguments],
        env={"SEEN": str(seen), "PATH": "/nonexistent", "KHABAR_NO_CONFIG": "1", "PYTHONUTF8": "1"},
        cwd=folder,
        capture_output=True,
        stdin=subprocess.DEVNULL,
    )
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    told: list[list[str]] = list(map(json.loads, seen.read_text("utf-8").splitlines()))
    return [one for one in told if one[1] not in (*NOTHING, str(seen))]


def test_the_spy_sees(tmp_path: Path) -> None:
    program = 'import socket, subprocess; socket.socket(); subprocess.run([sys.executable, "-c", ""]); open("a", "w")'
    events = [event for event, _ in calls([], tmp_path, program)]
    assert events[0] == "socket.__new__"
    assert "subprocess.Popen" in events
    assert events[-1] == "write"


@pytest.mark.parametrize("command", ["parse", "quotes", "explain", "credits", "stats", "text"])
def test_reading_asks_for_nothing(command: str, tmp_path: Path) -> None:
    """No network, no process, no file that is written, whatever the samples are."""
    assert calls([command, str(ROOT / "samples"), "-q"], tmp_path) == []


@pytest.mark.parametrize("out", [["-o", "out/"], ["-o", "out/all.csv"], ["-f", "html", "-o", "out/page.html"]])
def test_nothing_is_written_outside_the_output(out: list[str], tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    written = calls(["parse", str(ROOT / "samples"), "-q", *out], tmp_path)
    assert written
    inside = str(tmp_path / "out")
    assert [one for one in written if not (one[1] + "/").startswith(inside + "/")] == []


@pytest.mark.parametrize("name", ["../../up", "/etc/up", "a/../../../up", "..", "C:\\up", "\u2025/up", "up\0down"])
def test_names_of_records_stay_in_the_folder(name: str, tmp_path: Path) -> None:
    text = "Old harbour opens again\n\nThe port opens in May, the mayor of the town said on Monday.\n"
    (tmp_path / "records.jsonl").write_text(json.dumps({"id": name, "text": text}) + "\n", "utf-8")
    (tmp_path / "out").mkdir()
    written = calls(["parse", "records.jsonl", "-q", "-o", "out/"], tmp_path)
    inside = str(tmp_path / "out")
    assert [one for one in written if not (one[1] + "/").startswith(inside + "/")] == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "records.jsonl", "seen.jsonl", "spy.py"]


def test_a_page_reads_no_file_and_loads_nothing(tmp_path: Path) -> None:
    """Entities, DTDs, includes, frames, styles and scripts of a page stay what they are."""
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, "utf-8")
    page = f"""<!DOCTYPE html [<!ENTITY own SYSTEM "{secret.as_uri()}">
<!ENTITY % far SYSTEM "http://example.org/x.dtd"> %far;]>
<html xmlns:xi="http://www.w3.org/2001/XInclude"><head><title>Old harbour opens again</title>
<link rel="stylesheet" href="http://example.org/x.css"><base href="{tmp_path.as_uri()}/"></head>
<body><article><h1>Old harbour opens again</h1>
<p>The port opens in May, the mayor of the town said on Monday. &own;</p>
<xi:include href="secret.txt" parse="text"/><iframe src="secret.txt"></iframe><object data="secret.txt"></object>
<script>fetch("http://example.org/")</script><img src="secret.txt" onerror="acted()">
<p>The fish market opens with it, and the ferry goes to the island again from the first of June.</p></article>
</body></html>"""
    (tmp_path / "page.html").write_text(page, "utf-8")
    assert calls(["parse", "page.html", "-q", "-o", "out.json"], tmp_path)
    assert SECRET not in (tmp_path / "out.json").read_text("utf-8")
    assert [one for one in calls(["parse", "page.html", "-q"], tmp_path) if one[0] != "write"] == []
