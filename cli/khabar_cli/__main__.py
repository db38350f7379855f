"""`python -m khabar_cli`."""

from khabar_cli.main import main

main()
