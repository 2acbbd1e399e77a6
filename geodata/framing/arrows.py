"""The arrows that the map draws for a year. Pure."""

from __future__ import annotations

from functools import lru_cache

from geodata import wording
from geodata.claim import Claim, Position, Row, Thing
from geodata.drawn import RELATION_NOTICE, FlowLine, Label, letter_of
from geodata.flows import BEND, centre_line, width_px
from geodata.framing.figures import figure_words, status_words, touching, when
from geodata.framing.index import Index
from geodata.framing.rules import drawn_claim, governing_state, is_after_data, is_there, last_known
from geodata.year import Year

FLOW_STYLES = ("export", "import", "relation", "promise")
_BENDS = {"import": BEND, "export": -0.10, "promise": -0.17, "relation": 0.16}


def flows(index: Index, row: Row, year: Year) -> list[FlowLine]:
    """Give the arrows of a row in a year."""
    there = [
        thing
        for thing in index.things_of[row.id]
        if is_there(index, thing, year) and len(thing.positions) == 2
    ]
    lines = [_flow(index, row, thing, year) for thing in there]
    return [line for line in lines if line is not None]


@lru_cache(maxsize=64)
def flow_line(positions: tuple[Position, ...], style: str) -> tuple[Position, ...]:
    """Curve a flow as its style bends: imports to the north, exports to the south."""
    return centre_line(positions[0], positions[1], _BENDS[style])


def trade_series(flow: Thing) -> str:
    """Name the series of a flow's masses."""
    return f"{flow.id}/trade_mass/{flow.substance}"


def _flow(index: Index, row: Row, thing: Thing, year: Year) -> FlowLine | None:
    plans = row.style == "promise"
    claim = drawn_claim(index, trade_series(thing), year, plans)
    if plans and claim is None:
        return None
    state = governing_state(index, thing, year)
    if state is not None and not state.scenario and is_after_data(index, year):
        state = None
    mark = "suspension requested" if state and state.word == "suspension_requested" and not plans else ""
    return FlowLine(
        thing=thing.id,
        row=row.id,
        style=row.style,
        drawn_as=_drawn_as(claim, state, row.style),
        line=flow_line(thing.positions, row.style),
        width_px=_width_px(index, claim),
        letter=letter_of(claim) if claim else "",
        mark=mark,
        label=_label(index, thing, claim, state if mark else None, year),
        tip=_tip(index, thing, claim, state, year),
        claim=claim.id if claim else None,
        more=_more(index, thing, claim, year, plans),
        quoted=None if claim else _quoted(index, thing, year),
        scenario=_is_assumed(claim, None if plans else state),
    )


def _is_assumed(claim: Claim | None, state: Claim | None) -> bool:
    """Tell whether a scenario has a hand in what is drawn."""
    return any(told is not None and told.scenario for told in (claim, state))


def _quoted(index: Index, thing: Thing, year: Year) -> str | None:
    known = last_known(index, trade_series(thing), year)
    return known.id if known else None


def _width_px(index: Index, claim: Claim | None) -> float:
    if claim is None or claim.quantity is None:
        return 0.0
    return width_px(claim.quantity.tonnes, index.largest[claim.substance or ""])


def _more(index: Index, thing: Thing, claim: Claim | None, year: Year, plans: bool) -> int:
    """Count the figures of the year that are not drawn; promises are counted in their own row."""
    others = [other for other in touching(index, thing, year) if (other.status == "plan") == plans]
    return len(others) - (claim in others)


def _drawn_as(claim: Claim | None, state: Claim | None, style: str) -> str:
    if claim is not None:
        return "figure" if claim.is_fact else "target"
    return "in_force" if state is not None and style != "relation" else "known"


def _label(index: Index, thing: Thing, claim: Claim | None, suspension: Claim | None, year: Year) -> Label:
    asked = _suspension_lines(suspension)
    if claim is not None and claim.quantity is not None:
        substance = wording.SUBSTANCES.get(claim.substance or "", "")
        promised = "promised " if claim.status == "plan" else ""
        title = f"{thing.short}: {promised}{index.numbers.text(claim.quantity)} of {substance}"
        extra = f", {status_words(claim)}" if claim.status != "actual" else ""
        return Label(title, (claim.period.label + extra, *asked))
    is_after = is_after_data(index, year)
    if not is_after and not any(other.quantity for other in index.of(thing.id, "trade_mass")):
        return Label(thing.short, ("trade known, volume not found", *asked))
    missing = wording.NOT_KNOWN_YET if is_after else wording.NOT_FOUND
    known = last_known(index, trade_series(thing), year)
    quoted = index.numbers.text(known.quantity) if known and known.quantity else ""
    lines = (f"{known.period.label}: {quoted}", *asked) if known and quoted else asked
    return Label(f"{thing.short}: {year} {missing}", lines)


def _suspension_lines(suspension: Claim | None) -> tuple[str, ...]:
    if suspension is None:
        return ()
    return (f"suspension requested {when(suspension)}, outcome not confirmed",)


def _tip(index: Index, thing: Thing, claim: Claim | None, state: Claim | None, year: Year) -> tuple[str, ...]:
    missing = wording.NOT_KNOWN_YET if is_after_data(index, year) else "volume " + wording.NOT_FOUND
    lines = [thing.name, figure_words(index, claim) if claim else f"{year}: {missing}"]
    if claim and claim.scope:
        lines.append(wording.upper_first(claim.scope))
    if state is not None and state.word:
        lines.append(f"Agreement: {wording.STATES[state.word]}, {when(state)}")
    disputes = len(index.rivals[claim.id]) if claim else 0
    if disputes:
        lines.append(f"{disputes} rival figure{'s' if disputes > 1 else ''}")
    return (*lines, RELATION_NOTICE)
