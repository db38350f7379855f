"""What a page does that a report must not do: requests, errors, dialogs, breaches of its security policy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

OWN = ("blob:", "data:")
"""Addresses that leave nothing: what the page itself made, to be saved."""

KINDS = ("requests", "violations", "console", "errors", "dialogs", "windows")

CANARY = "acted"
"""The global name that hostile texts set where they act: `window.acted = 1`."""

VIOLATIONS = """
document.addEventListener("securitypolicyviolation", event => {
  khabarViolation(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
});
"""


class Watch:
    """What happened on a page since it was opened, one list for each kind. Empty lists are what tests want."""

    def __init__(self, page: Any) -> None:
        self.requests: list[str] = []
        """Addresses asked for, but for the pages that were opened on purpose and what they made themselves."""
        self.violations: list[str] = []
        self.console: list[str] = []
        """Warnings and errors."""
        self.errors: list[str] = []
        """Exceptions that no script caught."""
        self.dialogs: list[str] = []
        self.windows: list[str] = []
        """Other windows that were opened."""
        self._allowed: set[str] = set()
        context = page.context
        context.expose_binding("khabarViolation", lambda _, text: self.violations.append(text))
        context.add_init_script(VIOLATIONS)
        context.on("request", self._request)
        context.on("page", lambda opened: self.windows.append(opened.url))
        page.on("websocket", lambda socket: self.requests.append(socket.url))
        page.on("console", self._message)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("dialog", self._dialog)
        self._page = page

    def allow(self, address: str) -> None:
        """This page (and its own anchors) may be loaded."""
        self._allowed.add(address.partition("#")[0])

    def _request(self, request: Any) -> None:
        address = request.url.partition("#")[0]
        if address not in self._allowed and not address.startswith(OWN):
            self.requests.append(request.url[:300])

    def _message(self, message: Any) -> None:
        if message.type in ("warning", "error", "assert"):
            self.console.append(f"{message.type}: {message.text[:500]}")

    def _dialog(self, dialog: Any) -> None:
        self.dialogs.append(f"{dialog.type}: {dialog.message}")
        dialog.dismiss()

    def clear(self) -> None:
        """Forget what happened: a test wanted it."""
        for kind in KINDS:
            getattr(self, kind).clear()

    def faults(self) -> Iterator[str]:
        """Everything that should not have been, one line each."""
        for kind in KINDS:
            yield from (f"{kind}: {what}" for what in getattr(self, kind))
        if not self._page.is_closed():
            acted = self._page.evaluate(f"window.{CANARY}")
            if acted is not None:
                yield f"a text acted: {acted!r}"
