"""The legend of a frame: each kind of symbol that is drawn, at true size, and no other. Pure."""

from __future__ import annotations

from dataclasses import replace

from geodata import wording
from geodata.drawn import Area, FlowLine, LegendEntry, Place
from geodata.framing.index import Index
from geodata.framing.places import PLACE_STYLES
from geodata.framing.rules import is_after_data
from geodata.scenario import LETTER
from geodata.year import Year

_PLACES = {
    "plant": "IREL plant",
    "mine": "Proposed mine, place approximate",
    "site": "Other site",
}
_ARC = "; arc: its state"
_AREA = "Proposed mine somewhere in this state"


def legend(
    index: Index, year: Year, drawn: tuple[Place, ...], areas: tuple[Area, ...], lines: tuple[FlowLine, ...]
) -> tuple[LegendEntry, ...]:
    """List each kind of symbol that is drawn, once, in the order of the map's reading."""
    has_arc = any(place.state for place in drawn if place.style == "mine")
    found = [
        _found(place.style, _PLACES[place.style], place, year, has_arc and place.style == "mine")
        for style in PLACE_STYLES
        for place in drawn
        if place.style == style
    ]
    found += [_found("area", _AREA, area, year) for area in areas]
    return tuple(dict.fromkeys([*found, *(_flow_entry(index, line, year) for line in lines)]))


def _found(symbol: str, words: str, drawn: Place | Area, year: Year, has_arc: bool = False) -> LegendEntry:
    """Name a kind of place; what is pinned, or assumed by a scenario, has an entry of its own."""
    words += _ARC if has_arc else ""
    return LegendEntry(
        symbol=symbol,
        text=_pinned(
            f"{words}: as the scenario has it" if drawn.scenario else words, drawn.pinned_year, year
        ),
        letter=LETTER if drawn.scenario else "",
        pinned_year=drawn.pinned_year,
        scenario=drawn.scenario,
        has_arc=has_arc,
    )


def _pinned(words: str, pinned: int | None, year: Year) -> str:
    return words if pinned is None else f"{words}; pinned to {Year(pinned, year.fiscal)}"


def _flow_entry(index: Index, line: FlowLine, year: Year) -> LegendEntry:
    """Name how a flow is drawn, in the year that its row shows."""
    own = year if line.pinned_year is None else Year(line.pinned_year, year.fiscal)
    entry = _drawn_entry(index, line, own)
    words = f"{entry.text}, as the scenario has it" if line.scenario else entry.text
    text = _pinned(words, line.pinned_year, year)
    return replace(entry, text=text, pinned_year=line.pinned_year, scenario=line.scenario)


def _drawn_entry(index: Index, line: FlowLine, year: Year) -> LegendEntry:
    symbol = f"{line.style}/{line.drawn_as}"
    thing = index.dataset.things[line.thing]
    claim = index.dataset.claims.get(line.claim or "")
    substance = wording.upper_first(wording.SUBSTANCES.get((claim or thing).substance or "", "trade"))
    if claim is not None and claim.quantity is not None:
        per_year = "" if claim.quantity.unit.endswith("/y") else " a year"
        promised = "promised, " if line.style == "promise" else ""
        text = f"{substance}: {promised}{index.numbers.text(claim.quantity)}{per_year}"
        return LegendEntry(symbol, text, line.width_px, line.letter)
    if line.drawn_as == "in_force":
        return LegendEntry(symbol, f"{substance}: agreement in force, volume not found")
    is_after = is_after_data(index, year)
    return LegendEntry("relation/known", "Not known yet" if is_after else "Trade known, volume not found")
