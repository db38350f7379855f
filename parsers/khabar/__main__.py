"""`python -m khabar`: the command `khabar`, for where it is not on the PATH.

The library imports nothing of the command, and knows it only by its name here: both come in one package, but the
library can stand alone, copied into a program.
"""

from __future__ import annotations

import sys
from importlib import import_module

if __name__ == "__main__":
    try:
        main = import_module("khabar_cli.main").main
    except ModuleNotFoundError as error:
        sys.exit(f"khabar: the command is not installed beside this library ({error})")
    main()
