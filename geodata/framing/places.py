"""The places and hatched areas that the map draws for a year. Pure."""

from __future__ import annotations

from geodata import wording
from geodata.claim import Claim, Row, Thing
from geodata.drawn import Area, Label, Place
from geodata.framing.figures import figure_words, shown_figures, touching, when
from geodata.framing.index import Index
from geodata.framing.rules import is_after_data, is_there, state_in
from geodata.regions import BOUNDS
from geodata.scenario import LETTER
from geodata.year import Year

PLACE_STYLES = ("plant", "mine", "site")
_MOST_FIGURES = 3
"""How many figures hovering tells; the rest are counted."""


def places(index: Index, row: Row, year: Year) -> tuple[list[Place], list[Area]]:
    """Give the places and hatched areas of a row in a year."""
    there = [thing for thing in index.things_of[row.id] if is_there(index, thing, year)]
    drawn = [_place(index, row, thing, year) for thing in there if thing.positions]
    areas = [_area(index, row, thing, year) for thing in there if not thing.positions and thing.region]
    return drawn, areas


def told(index: Index, thing: Thing, year: Year) -> list[Claim]:
    """List the figures that hovering over a place tells."""
    return shown_figures(index, thing, year)[:_MOST_FIGURES]


def _place(index: Index, row: Row, thing: Thing, year: Year) -> Place:
    return Place(
        thing=thing.id,
        row=row.id,
        style=row.style,
        position=thing.positions[0],
        precision_m=thing.precision_m or 0.0,
        label=Label(thing.short, (*_lines(index, thing, row.style), *_supposed(index, thing, year))),
        tip=_tip(index, thing, year),
        more=_more(index, thing, year),
        claims=tuple(claim.id for claim in told(index, thing, year)),
        state=_word(index, thing, year),
        scenario=_is_assumed(index, thing, year),
    )


def _area(index: Index, row: Row, thing: Thing, year: Year) -> Area:
    return Area(
        thing=thing.id,
        row=row.id,
        style=row.style,
        region=thing.region or "",
        bounds=BOUNDS.get(thing.region or ""),
        label=Label(thing.short, ("place unknown", *_supposed(index, thing, year))),
        tip=_tip(index, thing, year),
        more=_more(index, thing, year),
        claims=tuple(claim.id for claim in told(index, thing, year)),
        state=_word(index, thing, year),
        scenario=_is_assumed(index, thing, year),
    )


def _word(index: Index, thing: Thing, year: Year) -> str:
    """Give the word of a place's state; after the day of the data only a scenario's."""
    state = state_in(index, thing.id, year)
    if state is None or (is_after_data(index, year) and not state.scenario):
        return ""
    return state.word or ""


def _is_assumed(index: Index, thing: Thing, year: Year) -> bool:
    """Tell whether a scenario has a hand in what is told of a place."""
    state = state_in(index, thing.id, year)
    assumed = any(claim.scenario for claim in told(index, thing, year))
    return assumed or (state is not None and state.scenario)


def _more(index: Index, thing: Thing, year: Year) -> int:
    return len(touching(index, thing, year)) - len(told(index, thing, year))


def _lines(index: Index, thing: Thing, style: str) -> tuple[str, ...]:
    """Give the words under a place's name: a plant's roles, another site's operator."""
    if style == "plant":
        roles = dict.fromkeys(c.word for c in index.of(thing.id, "role") if c.word and c.rank == "preferred")
        roles = roles or dict.fromkeys(c.word for c in index.of(thing.id, "role") if c.word)
        return (", ".join(wording.ROLES[role] for role in roles),) if roles else ()
    operator = index.dataset.things.get(thing.operator or "")
    if style != "site" or operator is None or operator.short == thing.short:
        return ()
    return (operator.short,)


def _supposed(index: Index, thing: Thing, year: Year) -> tuple[str, ...]:
    """Give the state that a scenario supposes, with its letter: a symbol alone could pass for a fact."""
    state = state_in(index, thing.id, year)
    return (f"{wording.STATES[state.word]} [{LETTER}]",) if state and state.scenario and state.word else ()


def _tip(index: Index, thing: Thing, year: Year) -> tuple[str, ...]:
    lines = [thing.name]
    state = state_in(index, thing.id, year)
    if state is not None and state.word:
        words = f"{wording.STATES[state.word]}, {when(state)}"
        lines.append(_state_line(state, words, is_after_data(index, year), year))
    lines.extend(figure_words(index, claim) for claim in told(index, thing, year))
    if thing.named in wording.NAMED and thing.named != "stated":
        lines.append(wording.upper_first(wording.NAMED[thing.named]))
    if thing.precision_m and thing.positions:
        lines.append(f"Place good to {wording.distance_words(thing.precision_m)}")
    return tuple(lines)


def _state_line(state: Claim, words: str, is_after: bool, year: Year) -> str:
    if state.scenario:
        return f"{wording.upper_first(words)}, in the scenario"
    return f"{year}: {wording.NOT_KNOWN_YET}; last: {words}" if is_after else wording.upper_first(words)
