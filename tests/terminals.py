"""Pictures of what the command writes in real terminals, on a screen that nobody sees (Xvfb).

`python tests/terminals.py OUT.png 'khabar parse samples/bbc-arabic-scraped.txt' [--terminal vte] [--columns 100]`
"""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FONT = "DejaVu Sans Mono"
"""The one font of Debian's with Arabic letters as wide as a terminal's cells."""
POINTS = 12
BACKGROUND, FOREGROUND = "#16181d", "#e3e5e8"
PALETTE = """\
#2a2d34;#f0717a;#8cc265;#d8a657;#6cb6ff;#d38aea;#4fc1d0;#c8ccd4;\
#7a808c;#ff8f97;#a5d97f;#ecc06f;#8fc8ff;#e3a8f5;#74d8e5;#ffffff"""
"""The sixteen colours of ANSI, each with contrast to the background."""
PROGRAMS = {
    "Xvfb": "xvfb",
    "xfce4-terminal": "xfce4-terminal",
    "xterm": "xterm",
    "tmux": "tmux",
    "dbus-run-session": "dbus-daemon",
    "xdotool": "xdotool",
    "import": "imagemagick",
    "convert": "imagemagick",
}
"""What the pictures are made with, and the package of Debian's that brings it."""
NEEDED = {"vte": {"xfce4-terminal", "dbus-run-session"}, "xterm": {"xterm"}}
NEEDED["tmux"] = {*NEEDED["vte"], "tmux"}
ALWAYS = {"Xvfb", "xdotool", "import", "convert"}
WAIT = 60.0  # s, for a command to end
SETTLE = 0.8  # s, for a terminal to draw what it has read
PADDING = 0.1  # rows, above the first one
SCREEN = "2600x6000x24"

SHOW = """\
#!/bin/bash
clear
printf '\\e[?25l\\e[1;32m$\\e[0m %s\\n' {shown}
{command}
touch {done}
sleep {wait}
"""


def missing(terminals: set[str]) -> list[str]:
    """What is not there of that which pictures of these terminals need, each with the package that brings it."""
    needed = ALWAYS.union(*(NEEDED[terminal] for terminal in terminals))
    lost = [f"{program} (package {PROGRAMS[program]})" for program in sorted(needed) if not shutil.which(program)]
    fonts = (
        subprocess.run(["fc-list", FONT], capture_output=True, text=True).stdout if shutil.which("fc-list") else ""
    )
    return lost if fonts else [*lost, f"the font {FONT} (package fonts-dejavu-core)"]


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """A screen of its own; gives the environment in which programs draw on it."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", SCREEN, "-dpi", "96", "-nolisten", "tcp"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as told:
        number = told.readline().strip()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("TMUX", "LESS", "NO_COLOR"))}
    bin_folder = str(Path(sys.executable).parent)
    kept |= {"DISPLAY": f":{number}", "LC_ALL": "C.UTF-8", "PATH": f"{bin_folder}:{kept.get('PATH', '')}"}
    kept |= {"PAGER": "cat", "KHABAR_NO_CONFIG": "1"}
    try:
        yield kept
    finally:
        server.terminate()
        server.wait()


def command_line(terminal: str, columns: int, rows: int, script: str, socket: str) -> list[str]:
    """How the terminal is started with a script in it."""
    size = f"{columns}x{rows}+0+0"
    if terminal == "xterm":
        colours = ["-bg", BACKGROUND, "-fg", FOREGROUND]
        return ["xterm", "-fa", FONT, "-fs", str(POINTS), *colours, "-geometry", size, "-b", "8", "-e", script]
    inner = script if terminal == "vte" else f"tmux -L {socket} -f /dev/null new-session {shlex.quote(script)}"
    bare = ["--hide-menubar", "--hide-toolbar", "--hide-scrollbar", "--hide-borders", "--disable-server"]
    colours = [f"--color-bg={BACKGROUND}", f"--color-text={FOREGROUND}"]
    look = [f"--font={FONT} {POINTS}", f"--geometry={size}", *colours, *bare]
    return ["dbus-run-session", "--", "xfce4-terminal", *look, "-e", inner]


def picture(
    command: str, out: Path, *, terminal: str = "vte", columns: int = 100, rows: int = 60, keep: int | None = None
) -> None:
    """Run a command (of a shell) in a terminal and write a PNG of what is to be seen, without the empty end.

    `rows` is the terminal's height: of a longer output the end is seen. `keep` rows are left in the picture.
    """
    with screen() as environment, tempfile.TemporaryDirectory() as folder:
        done, script = Path(folder, "done"), Path(folder, "show")
        words = {"shown": shlex.quote(command), "command": command, "done": done, "wait": WAIT}
        script.write_text(SHOW.format(**words), "utf-8")
        script.chmod(0o755)
        environment |= {"XDG_CONFIG_HOME": folder, "XDG_CACHE_HOME": folder}
        settings = Path(folder, "xfce4", "terminal", "terminalrc")
        settings.parent.mkdir(parents=True)
        settings.write_text(f"[Configuration]\nColorPalette={PALETTE}\n", "utf-8")
        socket = f"pictures{os.getpid()}"
        started = command_line(terminal, columns, rows, str(script), socket)
        log = Path(folder, "log")
        with log.open("wb") as errors:
            running = subprocess.Popen(
                started, env=environment, cwd=ROOT, stdout=errors, stderr=errors, start_new_session=True
            )
        try:
            _wait(done, running, log)
            _capture(environment, out, 100 if keep is None else 100 * (keep + PADDING) / rows)
        finally:
            if terminal == "tmux":
                subprocess.run(["tmux", "-L", socket, "kill-server"], capture_output=True)
            with suppress(ProcessLookupError):
                os.killpg(running.pid, 15)
            running.wait()


def _wait(done: Path, running: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + WAIT
    while not done.exists():
        if running.poll() is not None or time.monotonic() > end:
            raise RuntimeError(f"the terminal showed nothing: {log.read_text('utf-8', 'replace')[-1000:]}")
        time.sleep(0.05)
    time.sleep(SETTLE)


def _capture(environment: dict[str, str], out: Path, height: float) -> None:
    """Take the terminal's picture: `height` per cent of it, from above, and without what is empty."""
    found = ["xdotool", "search", "--onlyvisible", "--class", "term"]
    window = subprocess.run(found, env=environment, capture_output=True, text=True, check=True).stdout.split()[-1]
    subprocess.run(["import", "-window", window, str(out)], env=environment, check=True)
    border = ["-bordercolor", BACKGROUND, "-border"]
    squeeze(out, "-crop", f"100%x{height:.3f}%+0+0", "+repage", *border, "1", "-trim", "+repage", *border, "16")


def squeeze(path: Path, *first: str, colours: int = 64) -> None:
    """Make a PNG small: few colours, no dates, no profile; `first` is done to it before (ImageMagick's options)."""
    small = ["+dither", "-colors", str(colours), "-strip", "-define", "png:exclude-chunks=date,time"]
    level = ["-define", "png:compression-level=9", "-define", "png:compression-filter=0"]
    subprocess.run(["convert", str(path), *first, *small, *level, f"PNG8:{path}"], check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("command")
    parser.add_argument("--terminal", choices=sorted(NEEDED), default="vte")
    parser.add_argument("--columns", type=int, default=100)
    parser.add_argument("--rows", type=int, default=60)
    parser.add_argument("--keep", type=int, metavar="ROWS", help="the first rows only")
    given = parser.parse_args()
    if lost := missing({given.terminal}):
        sys.exit(f"not installed: {', '.join(lost)}")
    picture(
        given.command, given.out, terminal=given.terminal, columns=given.columns, rows=given.rows, keep=given.keep
    )


if __name__ == "__main__":
    main()
