"""Run the command: as installed, piped, through bash or on a pseudo-terminal; or in this process."""

from __future__ import annotations

import contextlib
import fcntl
import io
import json
import os
import pty
import signal
import struct
import subprocess
import termios
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

from khabar_cli.main import run

_UNSET = (
    "NO_COLOR", "FORCE_COLOR", "COLUMNS", "VTE_VERSION", "KONSOLE_VERSION", "PYTHONUNBUFFERED",
    "PYTHONDONTWRITEBYTECODE", "PAGER", "LESS", "LESSCHARSET", "LINES",
)  # fmt: skip

PATIENCE = 120
"""Seconds that a test waits for what must happen, on however slow a machine."""


@contextlib.contextmanager
def heard(*signals: signal.Signals) -> Iterator[None]:
    """Processes that are started inside hear these signals (by default those that end a run), although this one was
    told to ignore them, as a shell tells what it starts in the background: what is ignored is inherited, what is
    handled is not."""
    before = {
        number: signal.signal(number, signal.default_int_handler)
        for number in signals or (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
        if signal.getsignal(number) is signal.SIG_IGN
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@dataclass(frozen=True)
class Result:
    """What a run left behind."""

    status: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode("utf-8")

    @property
    def records(self) -> list[dict[str, Any]]:
        """Standard output as JSON Lines."""
        return [json.loads(line) for line in self.out.split(b"\n") if line]

    @property
    def told(self) -> list[str]:
        """The lines on standard error."""
        return self.err.splitlines()


class Khabar:
    """The command in a folder, with an environment that says nothing about terminals, and no configuration: a test
    of that gives KHABAR_NO_CONFIG="" ."""

    def __init__(self, command: str, folder: Path) -> None:
        self.command = command
        self.folder = folder

    def env(self, **more: str) -> dict[str, str]:
        kept = {k: v for k, v in os.environ.items() if k not in _UNSET and not k.startswith("KHABAR_")}
        kept["KHABAR_NO_CONFIG"] = "1"
        if "PYTHONPATH" in more and "PYTHONPATH" in kept:  # hooks come before what is there, not in its place
            more["PYTHONPATH"] += os.pathsep + kept["PYTHONPATH"]
        bin_dir = os.path.dirname(self.command)
        return {**kept, "PATH": f"{bin_dir}:{kept['PATH']}", "TERM": "xterm-256color", "PAGER": "cat", **more}

    def __call__(self, *args: str | bytes, stdin: bytes | None = None, **env: str) -> Result:
        done = subprocess.run(
            [self.command, *args],
            input=stdin,
            stdin=subprocess.DEVNULL if stdin is None else None,
            capture_output=True,
            cwd=self.folder,
            env=self.env(**env),
            timeout=PATIENCE,
        )
        return Result(done.returncode, done.stdout, done.stderr.decode("utf-8", "backslashreplace"))

    def inside(self, *args: str, **env: str) -> Result:
        """The same in this process: a tenth of the time, for what no process changes."""
        out, err = io.TextIOWrapper(io.BytesIO()), io.StringIO()
        with (
            mock.patch.dict(os.environ, self.env(**env), clear=True),
            contextlib.chdir(self.folder),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            status = run(list(args))
            out.flush()
        return Result(status, out.buffer.getvalue(), err.getvalue())  # type: ignore[attr-defined]

    def bash(self, script: str, **env: str) -> Result:
        """Run a line of shell with `khabar` on the PATH, pipefail on."""
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", script],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            cwd=self.folder,
            env=self.env(**env),
            timeout=PATIENCE,
        )
        return Result(done.returncode, done.stdout, done.stderr.decode("utf-8", "backslashreplace"))

    def start(self, *args: str, **env: str) -> subprocess.Popen[bytes]:
        """A process whose pipes are the test's own."""
        pipe = subprocess.PIPE
        with heard():
            return subprocess.Popen(
                [self.command, *args], stdin=pipe, stdout=pipe, stderr=pipe, cwd=self.folder, env=self.env(**env)
            )

    @contextlib.contextmanager
    def shell(
        self, *args: str, rows: int = 5, stdin: int = subprocess.DEVNULL, both: bool = True, **env: str
    ) -> Iterator[subprocess.Popen[bytes]]:
        """A process as a shell on a terminal starts it: that is what /dev/tty is, and standard output, and standard
        error with `both`. What comes out is in `stdout`."""
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, 80, 0, 0))
        with heard():
            process = subprocess.Popen(
                [self.command, *args],
                stdin=stdin,
                stdout=theirs,
                stderr=theirs if both else subprocess.PIPE,
                cwd=self.folder,
                env=self.env(**env),
                start_new_session=True,
                preexec_fn=lambda: fcntl.ioctl(1, termios.TIOCSCTTY, 0),
            )
        os.close(theirs)
        process.stdout = os.fdopen(ours, "rb", buffering=0)
        with process.stdout:
            yield process
        process.wait(PATIENCE)

    def in_shell(self, *args: str, rows: int = 5, both: bool = True, **env: str) -> Result:
        """Such a process until it ends."""
        with self.shell(*args, rows=rows, both=both, **env) as process:
            out = read_terminal(process.stdout)
            err = b"" if both else process.stderr.read()  # type: ignore[union-attr]
        if process.stderr is not None:
            process.stderr.close()
        return Result(process.returncode, out, err.decode("utf-8"))

    def terminal(self, *args: str, columns: int = 80, stdin: bytes | None = b"", **env: str) -> Result:
        """Standard output is a terminal; standard input too where `stdin` is None. It has no keys for a pager."""
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
        process = subprocess.Popen(
            [self.command, *args],
            stdin=theirs if stdin is None else subprocess.DEVNULL,
            stdout=theirs,
            stderr=subprocess.PIPE,
            cwd=self.folder,
            env=self.env(**env),
            start_new_session=True,
        )
        os.close(theirs)
        with os.fdopen(ours, "rb", buffering=0) as terminal:
            out = read_terminal(terminal)
            _, err = process.communicate(timeout=PATIENCE)
        return Result(process.returncode, out, err.decode("utf-8"))


def read_terminal(terminal: Any) -> bytes:
    """All that comes on a terminal until nobody writes any more, with the lines' ends of a file."""
    chunks = []
    while True:
        try:
            chunk = terminal.read(65536)
        except OSError:  # how a terminal says so
            break
        if not chunk:
            break
        chunks.append(chunk)
    return b"".join(chunks).replace(b"\r\n", b"\n")
