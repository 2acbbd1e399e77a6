"""What the map draws for a year: places, hatched areas, flows, and the legend of just these. Pure."""

from __future__ import annotations

from functools import lru_cache

from geodata import wording
from geodata.claim import Claim, Position, Row, Thing
from geodata.figures import shown_figures
from geodata.flows import BEND, centre_line, width_px
from geodata.frame import STATUS_LETTERS, Area, FlowLine, Label, LegendEntry, Place
from geodata.rules import (
    Index,
    agreements_on,
    drawn_claim,
    is_there,
    last_known,
    rivals,
    state_in,
)

PLACE_STYLES = ("plant", "mine", "site")
FLOW_STYLES = ("export", "import", "relation", "promise")
_BENDS = {"import": BEND, "export": -0.10, "promise": -0.17, "relation": 0.16}
_IN_FORCE = ("memorandum", "in_force", "suspension_requested")
_PLACE_LEGEND = {"plant": "IREL plant", "mine": "Proposed mine, place approximate", "site": "Other site"}


def places(index: Index, row: Row, year: int) -> tuple[list[Place], list[Area]]:
    """Give the places and hatched areas of a row in a year."""
    there = [thing for thing in index.things_of[row.id] if is_there(index, thing, year)]
    drawn = [_place(index, row, thing, year) for thing in there if thing.positions]
    areas = [_area(index, row, thing, year) for thing in there if not thing.positions and thing.region]
    return drawn, areas


def flows(index: Index, row: Row, year: int) -> list[FlowLine]:
    """Give the arrows of a row in a year."""
    there = [
        thing
        for thing in index.things_of[row.id]
        if is_there(index, thing, year) and len(thing.positions) == 2
    ]
    lines = [_flow(index, row, thing, year) for thing in there]
    return [line for line in lines if line is not None]


def legend(
    index: Index, year: int, drawn: tuple[Place, ...], areas: tuple[Area, ...], lines: tuple[FlowLine, ...]
) -> tuple[LegendEntry, ...]:
    """List each kind of symbol that is drawn, once, in the order of the map's reading."""
    styles = [style for style in PLACE_STYLES if any(place.style == style for place in drawn)]
    entries = [LegendEntry(style, _PLACE_LEGEND[style]) for style in styles]
    if areas:
        entries.append(LegendEntry("area", "Proposed mine somewhere in this state"))
    after = year > index.dataset.catalog.data_date.year
    flow_entries = (_flow_entry(index, line, after) for line in lines)
    return (*entries, *dict.fromkeys(flow_entries))


def _place(index: Index, row: Row, thing: Thing, year: int) -> Place:
    return Place(
        thing=thing.id,
        row=row.id,
        style=row.style,
        position=thing.positions[0],
        precision_m=thing.precision_m or 0.0,
        label=Label(thing.short, _place_lines(index, thing, row.style)),
        tip=_tip(index, thing, year),
        more=sum(1 for claim in shown_figures(index, thing, year) if rivals(index, claim)),
    )


def _area(index: Index, row: Row, thing: Thing, year: int) -> Area:
    label = Label(thing.short, ("place unknown",))
    return Area(thing.id, row.id, row.style, thing.region or "", label, _tip(index, thing, year))


def _place_lines(index: Index, thing: Thing, style: str) -> tuple[str, ...]:
    """Give the words under a place's name: a plant's roles, another site's operator."""
    if style == "plant":
        roles = dict.fromkeys(c.word for c in index.of(thing.id, "role") if c.word and c.rank == "preferred")
        roles = roles or dict.fromkeys(c.word for c in index.of(thing.id, "role") if c.word)
        return (", ".join(wording.ROLES[role] for role in roles),) if roles else ()
    operator = index.dataset.things.get(thing.operator or "")
    return (operator.short,) if style == "site" and operator else ()


def _tip(index: Index, thing: Thing, year: int) -> tuple[str, ...]:
    lines = [thing.name]
    state = state_in(index, thing.id, year)
    if state is not None and state.word:
        lines.append(f"{wording.upper_first(wording.STATES[state.word])}, {_when(state)}")
    lines.extend(figure_words(claim) for claim in shown_figures(index, thing, year)[:3])
    if thing.named in wording.NAMED and thing.named != "stated":
        lines.append(wording.upper_first(wording.NAMED[thing.named]))
    if thing.precision_m and thing.positions:
        lines.append(f"Place good to {wording.distance_words(thing.precision_m)}")
    return tuple(lines)


def figure_words(claim: Claim) -> str:
    """Write a figure in one line: measure, value, substance, period and status."""
    quantity = claim.quantity.text if claim.quantity else wording.NOT_FOUND
    substance = wording.SUBSTANCES.get(claim.substance or "", "")
    measure = wording.upper_first(wording.MEASURES[claim.measure])
    return (
        f"{measure} {quantity} {substance}".strip()
        + f"; {claim.period.label}, {wording.STATUSES[claim.status]}"
    )


def _flow(index: Index, row: Row, thing: Thing, year: int) -> FlowLine | None:
    plans = row.style == "promise"
    claim = drawn_claim(index, trade_series(thing), year, plans)
    if plans and claim is None:
        return None
    after = year > index.dataset.catalog.data_date.year
    state = None if after else _agreement_state(index, thing, year)
    mark = "suspension requested" if state and state.word == "suspension_requested" and not plans else ""
    return FlowLine(
        thing=thing.id,
        row=row.id,
        style=row.style,
        drawn_as=_drawn_as(claim, state, row.style),
        line=flow_line(thing.positions, row.style),
        width_px=width_px(claim.quantity.tonnes, _largest(index, claim.substance))
        if claim and claim.quantity
        else 0.0,
        letter=STATUS_LETTERS[claim.status] if claim else "",
        mark=mark,
        label=_flow_label(index, thing, claim, state if mark else None, year, after),
        tip=_flow_tip(index, thing, claim, state, year, after),
        claim=claim.id if claim else None,
        more=len(rivals(index, claim)) if claim else 0,
    )


@lru_cache(maxsize=64)
def flow_line(positions: tuple[Position, ...], style: str) -> tuple[Position, ...]:
    """Curve a flow as its style bends: imports to the north, exports to the south."""
    return centre_line(positions[0], positions[1], _BENDS[style])


def trade_series(flow: Thing) -> str:
    """Name the series of a flow's masses."""
    return f"{flow.id}/trade_mass/{flow.substance}"


def _drawn_as(claim: Claim | None, state: Claim | None, style: str) -> str:
    if claim is not None:
        return "figure" if claim.is_fact else "target"
    agreed = state is not None and state.word in _IN_FORCE and style != "relation"
    return "in_force" if agreed else "known"


def _agreement_state(index: Index, flow: Thing, year: int) -> Claim | None:
    """Find the state in a year of what governs a flow; a later agreement does not hide a stronger one."""
    found = [state_in(index, agreement.id, year) for agreement in agreements_on(index, flow.id)]
    strong = [state for state in found if state is not None and state.word in _IN_FORCE]
    return max(strong, key=lambda state: (_IN_FORCE.index(state.word or ""), state.id), default=None)


def _largest(index: Index, substance: str | None) -> float:
    """Find the largest yearly figure of a substance over all flows and years."""
    sizes = [
        claim.quantity.tonnes
        for claim in index.dataset.claims.values()
        if claim.measure == "trade_mass"
        and claim.substance == substance
        and claim.quantity
        and claim.rank != "deprecated"
        and (claim.period.is_whole_year or claim.period.type == "since")
    ]
    return max(sizes)


def _flow_label(
    index: Index, thing: Thing, claim: Claim | None, suspension: Claim | None, year: int, after: bool
) -> Label:
    if claim is not None and claim.quantity is not None:
        substance = wording.SUBSTANCES.get(claim.substance or "", "")
        promised = "promised " if claim.status == "plan" else ""
        title = f"{thing.short}: {promised}{claim.quantity.text} of {substance}"
        words = wording.STATUSES[claim.status]
        extra = f", {words}" if claim.status != "actual" else ""
        return Label(title, (claim.period.label + extra, *_suspension_lines(suspension)))
    if not after and not _has_figures(index, thing):
        return Label(thing.short, ("trade known, volume not found",))
    missing = wording.NOT_KNOWN_YET if after else wording.NOT_FOUND
    known = last_known(index, trade_series(thing), year)
    quoted = (f"{known.period.label}: {known.quantity.text}",) if known and known.quantity else ()
    return Label(f"{thing.short}: {year} {missing}", (*quoted, *_suspension_lines(suspension)))


def _has_figures(index: Index, thing: Thing) -> bool:
    return any(claim.quantity for claim in index.of(thing.id, "trade_mass"))


def _suspension_lines(suspension: Claim | None) -> tuple[str, ...]:
    if suspension is None:
        return ()
    return (f"suspension requested {_when(suspension)}, outcome not confirmed",)


def _flow_tip(
    index: Index, thing: Thing, claim: Claim | None, state: Claim | None, year: int, after: bool
) -> tuple[str, ...]:
    missing = wording.NOT_KNOWN_YET if after else "volume " + wording.NOT_FOUND
    lines = [thing.name, figure_words(claim) if claim else f"{year}: {missing}"]
    if claim and claim.scope:
        lines.append(wording.upper_first(claim.scope))
    if state is not None and state.word:
        lines.append(f"Agreement: {wording.STATES[state.word]}, {_when(state)}")
    disputes = len(rivals(index, claim)) if claim else 0
    if disputes:
        lines.append(f"{disputes} rival figure{'s' if disputes > 1 else ''}")
    return (*lines, "A relation, not a route; both ends are representative")


def _flow_entry(index: Index, line: FlowLine, after: bool) -> LegendEntry:
    symbol = f"{line.style}/{line.drawn_as}"
    thing = index.dataset.things[line.thing]
    claim = index.dataset.claims.get(line.claim or "")
    substance = wording.upper_first(wording.SUBSTANCES.get((claim or thing).substance or "", "trade"))
    if claim is not None and claim.quantity is not None:
        per_year = "" if claim.quantity.unit.endswith("/y") else " a year"
        promised = "promised, " if line.style == "promise" else ""
        text = f"{substance}: {promised}{claim.quantity.text}{per_year}"
        return LegendEntry(symbol, text, line.width_px, line.letter)
    if line.drawn_as == "in_force":
        return LegendEntry(symbol, f"{substance}: agreement in force, volume not found")
    return LegendEntry("relation/known", "Not known yet" if after else "Trade known, volume not found")


def _when(claim: Claim) -> str:
    return wording.day_words(claim.start, claim.date_precision)
