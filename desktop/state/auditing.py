"""What has become of the figures of a sheet that was made from other data. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.state.changes import Change, changes
from desktop.state.session import ShownFigure, shown_figure
from geodata.drawn import Figure

WANTED = ("target", "plan", "forecast")
"""Statuses of what was only wanted or expected."""
KNOWN = ("actual", "provisional")

KINDS = {
    "actual": ("was a target or forecast and is known now", "were targets or forecasts and are known now"),
    "changed": ("has changed", "have changed"),
    "gone": ("has lost its claim", "have lost their claims"),
    "source": ("rests on another source", "rest on another source"),
}
"""What can have become of a figure, and how one and several are told."""

_BY = "by "


@dataclass(frozen=True, slots=True)
class Finding:
    """A figure that is no longer what a sheet says.

    Parameters
    ----------
    kind : str
        One of `KINDS`.
    words : str
        By name, old → new.
    claim : str or None
        What the data have in its place, to be looked at; None where they have nothing.
    """

    kind: str
    words: str
    claim: str | None


def findings(figures: Iterable[ShownFigure], now: Iterable[Figure]) -> tuple[Finding, ...]:
    """Compare the figures of a sheet with those of the data, each once.

    Parameters
    ----------
    now : iterable of Figure
        Every figure of the data, grouped (thousands, or lakh and crore) as the sheet has them.

    Returns
    -------
    tuple of Finding
        In the sheet's order; empty where every figure still stands.
    """
    figures, standing = tuple(figures), {figure.claim: figure for figure in now}
    changed = {change.before.claim: change for change in changes(figures, standing.values())}
    known = [figure for figure in standing.values() if figure.status in KNOWN]
    names = {figure.source: figure.source_short for figure in standing.values()}
    found = (
        _finding(figure, standing.get(figure.claim), changed.get(figure.claim), known, names)
        for figure in figures
    )
    return tuple(filter(None, found))


def _finding(
    before: ShownFigure,
    after: Figure | None,
    change: Change | None,
    known: list[Figure],
    names: Mapping[str, str],
) -> Finding | None:
    answer = next((figure for figure in known if _answers(figure, before)), None)
    if before.status in WANTED and answer is not None:
        old = f"{before.number}{before.unit} ({before.status})"
        new = f"{answer.text} ({answer.status}, {answer.source_short})"
        return Finding("actual", f"{before.what}, {before.period}: {old} → {new}", answer.claim)
    if change is not None:
        return Finding("gone" if after is None else "changed", change.words, after.claim if after else None)
    if after is not None and before.source not in ("", shown_figure(after).source):
        lost = names.get(before.source, f"a source that the data no longer have ({before.source})")
        words = f"{before.what}, {before.period}: {lost} → {after.source_short}"
        return Finding("source", f"{words}; the figure stands", after.claim)
    return None


def _answers(figure: Figure, wanted: ShownFigure) -> bool:
    """Tell whether a known figure is of the same thing and stretch of time as one that was wanted."""
    period = wanted.period.removeprefix(_BY)
    is_same_time = figure.period == period or (wanted.period.startswith(_BY) and str(figure.year) == period)
    return figure.what == wanted.what and is_same_time
