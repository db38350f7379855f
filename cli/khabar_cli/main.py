"""The entry: what must be fast or must never fail stands here, before Typer is imported."""

from __future__ import annotations

import errno
import gc
import os
import sys

INTERRUPTED = 130
"""Exit status after Ctrl-C: 128 + SIGINT, as shells count."""


def main() -> None:
    """The console script: run, flush, leave."""
    # A short process needs no collector, and saves a tenth; one of many files gets it back in `documents`
    gc.disable()
    args = sys.argv[1:]
    _leave(run(args if all(map(str.isascii, args)) else _as_texts(args)))


_TEXTS = ("--speaker", "--speaker-exact", "--agency", "--fields", "--text-field", "--id-field")
"""Options whose values are words, not names of files, and so are UTF-8 in any locale."""


def _as_texts(args: list[str]) -> list[str]:
    """The arguments with the values of these options in UTF-8, also where the locale is another (LC_ALL=C, with
    Python's UTF-8 mode off). A file's name stays as the system gives it."""
    before = ["", *args]
    return [
        os.fsencode(arg).decode("utf-8", "surrogateescape")
        if option in _TEXTS or arg.partition("=")[0] in _TEXTS
        else arg
        for option, arg in zip(before, args, strict=False)
    ]


def run(argv: list[str]) -> int:
    """Run the command on these arguments and return its exit status; never raises, prints no traceback.

    0 all parsed, 1 some input failed (or the output did), 2 usage, 130 interrupted.
    """
    try:
        if argv[:1] in (["--version"], ["-V"]):
            from khabar_cli.messages import check_open
            from khabar_cli.versions import lines

            check_open(sys.stdout)
            for line in lines():
                print(line, flush=True)  # the first need not wait for the second
            return 0
        if "--debug" in argv:
            from khabar_cli.dispatch import flag

            if flag(argv, "--debug"):
                os.environ["KHABAR_DEBUG"] = "1"  # processes of this one see it too
        from khabar_cli.app import command

        command(argv)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:  # of the help and the version; commands tell of theirs themselves
        return _output_failed(error)
    except Exception as error:
        from khabar_cli.messages import internal, say

        say(internal(error))
        return 1
    return 0


def _leave(status: int) -> None:
    """Flush, and end the process at once: tearing the interpreter down costs a tenth of a short run."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except (OSError, ValueError) as error:
        status = status or _output_failed(error)
    _complain("")
    os._exit(status)


def _output_failed(error: OSError | ValueError) -> int:
    """The exit status: that nobody reads on is no failure."""
    if isinstance(error, BrokenPipeError):
        return 0
    closed = getattr(error, "errno", None) == errno.EBADF
    what = " is closed" if closed else f": {getattr(error, 'strerror', None) or error}"
    _complain(f"khabar: standard output{what}\n")
    return 1


def _complain(line: str) -> None:
    """Write to standard error, if there is one that takes it."""
    try:
        if sys.stderr is not None:
            sys.stderr.write(line)
            sys.stderr.flush()
    except (OSError, ValueError):
        pass
