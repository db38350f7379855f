"""The `khabar` command. It imports the library `khabar`; the library never imports it."""

__version__ = "0.1.0"
"""The same as `khabar.__version__` (a test compares them); here so that --version needs no library."""
