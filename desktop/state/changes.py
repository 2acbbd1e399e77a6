"""What has changed between the figures of a sheet and those that the data have now. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.state.session import ShownFigure, shown_figure
from geodata.drawn import Figure


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that is no longer what it was; `after` is None where its claim is gone."""

    before: ShownFigure
    after: ShownFigure | None

    @property
    def words(self) -> str:
        """The change by name, old → new, with whatever differs of value, period and status."""
        before, after = self.before, self.after
        name = f"{before.what}, {before.period}"
        if after is None:
            return f"{name}: {_value(before)} → no longer in the data"
        return f"{name}: {_told(before, after)} → {_told(after, before)}"


def changes(figures: Iterable[ShownFigure], now: Iterable[Figure]) -> tuple[Change, ...]:
    """Compare what a sheet shows with the data.

    Parameters
    ----------
    now : iterable of Figure
        Every figure of the data, grouped (thousands, or lakh and crore) as the sheet has them.

    Returns
    -------
    tuple of Change
        In the sheet's order; empty where every figure still stands.
    """
    standing = {figure.claim: shown_figure(figure) for figure in now}
    found = (Change(figure, standing.get(figure.claim)) for figure in figures)
    return tuple(change for change in found if change.after is None or _differs(change.before, change.after))


def _differs(one: ShownFigure, other: ShownFigure) -> bool:
    return (_value(one), one.period, one.status) != (_value(other), other.period, other.status)


def _value(figure: ShownFigure) -> str:
    return figure.number + figure.unit


def _told(figure: ShownFigure, other: ShownFigure) -> str:
    """Write a figure with whatever tells it from the other one beside its value."""
    beside = [figure.period] if figure.period != other.period else []
    beside += [figure.status] if figure.status not in (other.status, "missing") else []
    return f"{_value(figure)} ({', '.join(beside)})" if beside else _value(figure)
