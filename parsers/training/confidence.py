"""What a confidence is worth: how often what was said with a share is right, and what a least confidence gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

LEAST = 60
"""Answers that a step of the confidence rests on."""


def worth(rows: Sequence[tuple[float, bool, str]], wanted: Mapping[str, int], arabic: Sequence[str]) -> None:
    """Print what a least confidence gives, in the README's form: precision and recall, in Arabic and in the others.

    `rows`: how sure an answer is, whether it is right, and its set; `wanted`: how many there should be in each set.
    """
    groups = [[name for name in wanted if (name in arabic) is told] for told in (True, False)]
    for least in (0.0, 0.5, 0.7, 0.9):
        cells = []
        for names in (*groups, list(wanted)):
            some = [ok for said, ok, name in rows if said >= least and name in names]
            count = sum(wanted[name] for name in names)
            cells += [f"{sum(some) / max(1, len(some)):.2f}", f"{sum(some) / max(1, count):.2f}"]
        told = f"{least:g}".lstrip("0") or "none"
        print(f"| {told} | {' | '.join(cells[:4])} |", "all:", *cells[4:])


def steps_of(sure: Sequence[tuple[float, bool]]) -> list[tuple[float, float]]:
    """How often what was said with a share is right: neighbours are put together until it rises (pool adjacent
    violators), and until each step rests on at least `LEAST` quotations."""
    pools: list[tuple[float, float, int]] = []  # shares and rights summed up, and how many they are
    for share, ok in sorted(sure):
        pools.append((share, float(ok), 1))
        while len(pools) > 1 and (pools[-2][2] < LEAST or pools[-2][1] * pools[-1][2] >= pools[-1][1] * pools[-2][2]):
            (s, r, n), (s2, r2, n2) = pools[-2:]
            pools[-2:] = [(s + s2, r + r2, n + n2)]
    return [(round(s / n, 3), round(r / n, 3)) for s, r, n in pools]
