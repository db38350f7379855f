"""`khabar report`: what khabar saw of each document, as a page for a browser."""

from __future__ import annotations

from khabar_cli.views.parse import ParseView


class ReportView(ParseView):
    """The same as that of `khabar parse`, and a page only."""

    default_format = "html"
    terminal_format = "html"


VIEW = ReportView
