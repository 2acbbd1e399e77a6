"""Which figures a frame shows: what leaves the building carries these with it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from geodata.drawn import ChartModel, Figure


def shown(
    figures: dict[str, Figure], year_part: dict[str, Any], charts: Iterable[ChartModel], chart: str
) -> tuple[Figure, ...]:
    """List the figures that headlines, map and chart show, each once, in this order.

    Parameters
    ----------
    figures : dict
        Claim id → figure, those that the filter holds back included: it filters lists, not the map.
    year_part : dict
        The parts of the frame that depend on the year.
    chart : str
        The series of the chart that is shown.
    """
    bars = [bar.claim for model in charts if model.series == chart for bar in model.bars]
    claims = dict.fromkeys([*_told(year_part), *bars])
    return tuple(figures[claim] for claim in claims if claim in figures)


def _told(year_part: dict[str, Any]) -> Iterator[str]:
    for headline in year_part["headlines"]:
        yield from filter(None, (headline.claim, *headline.quoted))
    for flow in year_part["flows"]:
        yield from filter(None, (flow.claim, flow.quoted))
    for place in (*year_part["places"], *year_part["areas"]):
        yield from place.claims
