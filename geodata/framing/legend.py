"""The legend of a frame: each kind of symbol that is drawn, at true size, and no other. Pure."""

from __future__ import annotations

from geodata import wording
from geodata.drawn import Area, FlowLine, LegendEntry, Place
from geodata.framing.index import Index
from geodata.framing.places import PLACE_STYLES
from geodata.framing.rules import is_after_data
from geodata.year import Year

_PLACES = {"plant": "IREL plant", "mine": "Proposed mine, place approximate", "site": "Other site"}


def legend(
    index: Index, year: Year, drawn: tuple[Place, ...], areas: tuple[Area, ...], lines: tuple[FlowLine, ...]
) -> tuple[LegendEntry, ...]:
    """List each kind of symbol that is drawn, once, in the order of the map's reading."""
    styles = [style for style in PLACE_STYLES if any(place.style == style for place in drawn)]
    entries = [LegendEntry(style, _PLACES[style]) for style in styles]
    if areas:
        entries.append(LegendEntry("area", "Proposed mine somewhere in this state"))
    return (*entries, *dict.fromkeys(_flow_entry(index, line, year) for line in lines))


def _flow_entry(index: Index, line: FlowLine, year: Year) -> LegendEntry:
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
