"""Promised against delivered: for each agreement a chart of both by year, gaps left as gaps. Pure."""

from __future__ import annotations

import math

from geodata import wording
from geodata.claim import Claim, Thing
from geodata.drawn import Bar, ChartModel, letter_of
from geodata.framing.charts import bar_text, scale, size_of, tick_step
from geodata.framing.figures import figure_words
from geodata.framing.index import Index
from geodata.framing.rules import drawn_claim, governing_state, speaks_of, state_in
from geodata.year import Year, year_of

_HALF = 0.5


def deliveries(index: Index) -> tuple[ChartModel, ...]:
    """Make a chart for every agreement: first those that promised a mass a year, oldest first."""
    things = [thing for thing in index.dataset.things.values() if thing.kind == "agreement"]
    things.sort(key=lambda thing: (thing.start is None, thing.start, thing.id))
    models = [(thing, promised_delivered(index, thing.id)) for thing in things]
    gaps = _gaps(index, [thing for thing, model in models if model is None])
    return (*(model for _, model in models if model is not None), *gaps)


def promised_delivered(index: Index, agreement: str) -> ChartModel | None:
    """Set what an agreement promised beside what came on its flow, year by year.

    Returns
    -------
    ChartModel or None
        Promised stands in the left half of a year, as a target; delivered in the right half. A year that was
        looked for in vain says so, one of which nothing is told stays empty. None where no mass was promised.
    """
    thing = index.dataset.things[agreement]
    promises = _promises(index, thing)
    if not promises:
        return None
    flow = index.dataset.things[promises[0].subject]
    years = _clock(index, promises, flow)
    told = [(year, _promised(promises, year), delivered(index, thing, flow, year)) for year in years]
    largest = max(size_of(c.quantity) for _, *pair in told for c in pair if c and c.quantity)
    divisor, unit = scale(promises, largest)
    step = tick_step(largest / divisor)
    count = max(1, math.ceil(largest / divisor / step))
    bars: list[Bar] = []
    for place, (_, promise, came) in enumerate(told):
        bars += [_bar(index, promise, place, divisor)] if promise else []
        bars += [_bar(index, came, place + _HALF, divisor)] if came else []
    return ChartModel(
        series=f"{agreement}/promised",
        subject=agreement,
        title=f"{thing.name}: promised and delivered, {unit}",
        unit=unit,
        slots=tuple((year.number, str(year)) for year in years),
        top=step * count,
        ticks=tuple((step * i, index.numbers.plain(step * i)) for i in range(count + 1)),
        bars=tuple(bars),
        style="import" if flow.to == "IN" else "export",
    )


def _gaps(index: Index, things: list[Thing]) -> tuple[ChartModel, ...]:
    """Draw as gaps what promised no mass: on one scale of years, each from its first state on.

    Notes
    -----
    Such a chart has no unit and no scale; each of its bars is a year in which no promise was found, and
    leads to the state that held in it.
    """
    found = [thing for thing in things if index.states.get(thing.id)]
    days = [claim.start for thing in found for claim in index.states[thing.id] if claim.start]
    if not days:
        return ()
    ends = (*days, index.dataset.catalog.data_date)
    first, last = (year_of(end(ends), index.fiscal) for end in (min, max))
    years = [Year(number, index.fiscal) for number in range(first, last + 1)]
    return tuple(_gap(index, thing, years) for thing in found)


def _gap(index: Index, thing: Thing, years: list[Year]) -> ChartModel:
    states = [(place, year, state_in(index, thing.id, year)) for place, year in enumerate(years)]
    bars = [_bar_of_state(place, year, state) for place, year, state in states if state]
    return ChartModel(
        series=f"{thing.id}/promised",
        subject=thing.id,
        title=f"{thing.name}: no promise of a yearly mass was found",
        unit="",
        slots=tuple((year.number, str(year)) for year in years),
        top=0.0,
        ticks=((0.0, ""),),
        bars=tuple(bars),
        style="relation",
    )


def _bar_of_state(place: int, year: Year, state: Claim) -> Bar:
    return Bar(
        claim=state.id,
        label=str(year),
        start=place,
        length=1.0,
        value=None,
        text=wording.NOT_FOUND,
        evidence="missing",
        letter=letter_of(state),
        year=year.number,
        tip=f"{wording.STATES[state.word or 'unknown']}: no promise of a yearly mass was found",
        scenario=state.scenario,
    )


def _promises(index: Index, agreement: Thing) -> list[Claim]:
    """List the masses a year that an agreement promised, one for each question."""
    drawn = {claim.id for series in index.series.values() for claim in series}
    own: dict[str, Claim] = {}
    for claim in index.claims_under.get(agreement.id, ()):
        if claim.status == "plan" and claim.measure == "trade_mass" and claim.id in drawn:
            first = index.rivals_of[claim.question][0]
            own.setdefault(claim.question, first if first.id in drawn else claim)
    return sorted(own.values(), key=lambda claim: (claim.start is None, claim.start, claim.id))


def _clock(index: Index, promises: list[Claim], flow: Thing) -> list[Year]:
    """List the years from the first promise to the last of which anything may be told."""
    catalog = index.dataset.catalog
    days = [claim.start for claim in promises if claim.start]
    first = min((year_of(day, index.fiscal) for day in days), default=catalog.first_year)
    assumed = [c.start for c in index.claims_of.get(flow.id, ()) if c.scenario and c.start]
    last = max(year_of(day, index.fiscal) for day in (catalog.data_date, *assumed))
    return [Year(number, index.fiscal) for number in range(first, max(first, last) + 1)]


def _promised(promises: list[Claim], year: Year) -> Claim | None:
    return next((claim for claim in promises if speaks_of(claim, year)), None)


def delivered(index: Index, agreement: Thing, flow: Thing, year: Year) -> Claim | None:
    """Find what came under an agreement in a year, or else that nothing was found of its flow.

    A figure counts for the agreement that it is told of; a scenario's for the one in force on the flow.
    """
    told = [
        claim
        for claim in index.claims_of.get(flow.id, ())
        if claim.measure == "trade_mass" and claim.rank != "deprecated" and claim.status != "plan"
        if year.owns(claim.period) and claim.period.is_whole_year
    ]
    figure = drawn_claim(index, f"{flow.id}/trade_mass/{flow.substance}", year)
    state = governing_state(index, flow, year) if figure and figure.scenario else None
    if figure and agreement.id in (figure.agreement, state.subject if state else None):
        return figure
    return next((claim for claim in told if claim.status == "missing"), None)


def _bar(index: Index, claim: Claim, start: float, divisor: int) -> Bar:
    quantity = claim.quantity
    tip = figure_words(index, claim) if quantity else f"{claim.period.label}: {wording.NOT_FOUND}"
    return Bar(
        claim=claim.id,
        label=claim.period.label,
        start=start,
        length=_HALF,
        value=size_of(quantity) / divisor if quantity else None,
        text=bar_text(index, quantity, divisor) if quantity else wording.NOT_FOUND,
        evidence="missing" if quantity is None else "actual" if claim.is_fact else "target",
        letter=letter_of(claim),
        year=index.year(claim),
        tip=tip,
        rivals=len(index.rivals[claim.id]),
        open_bound=quantity is not None and quantity.bound == "at_least",
        scenario=claim.scenario,
    )
