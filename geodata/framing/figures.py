"""Figures: claims in the words of the table, the charts, the details and the sheet's headlines. Pure."""

from __future__ import annotations

from geodata import wording
from geodata.claim import AMOUNT_MEASURES, Claim, HeadlineRow, Thing
from geodata.drawn import Figure, letter_of
from geodata.framing.index import Index
from geodata.framing.rules import drawn_claim, is_after_data, last_known, may_be_drawn, touches
from geodata.quantity import NotComparableError, Quantity
from geodata.told import Headline
from geodata.year import Year

_PARTS = ("part", "span", "instant")


def figure(index: Index, claim: Claim) -> Figure:
    """Put a claim into words."""
    quantity = claim.quantity
    return Figure(
        claim=claim.id,
        subject=claim.subject,
        what=what(index, claim),
        number=index.numbers.number(quantity) if quantity else figure_text(index, claim),
        unit=quantity.unit_text if quantity else "",
        sort_value=_sort_value(claim),
        period=claim.period.label,
        year=index.year(claim),
        measure=claim.measure,
        substance=claim.substance,
        status=claim.status,
        letter=letter_of(claim),
        confidence=claim.confidence,
        rank=claim.rank,
        source=claim.source,
        source_short=source_short(index, claim.source),
        locator=claim.locator,
        rivals=len(index.rivals[claim.id]),
        conflict=claim.conflict,
        scope=claim.scope,
        note=claim.note,
        scenario=claim.scenario,
        replaces=replaced(index, claim),
        quantity=quantity,
    )


def replaced(index: Index, claim: Claim) -> str:
    """Say what a claim tells without the scenario."""
    if claim.base is None:
        return ""
    base = claim.base
    return f"{figure_words(index, base)} ({source_short(index, base.source)})"


def what(index: Index, claim: Claim) -> str:
    """Say what a claim measures: "Neodymium made, IREL"."""
    thing = index.dataset.things[claim.subject]
    substance = wording.SUBSTANCES.get(claim.substance or "", "")
    if claim.measure == "trade_mass":
        return thing.name if claim.status != "plan" else f"{thing.name}: promised"
    if claim.measure == "output":
        verb = "mined" if claim.substance in wording.MINED else "made"
        return f"{wording.upper_first(substance)} {verb}, {thing.short}"
    if claim.measure in ("capacity", "reserves", "resource", "stock") and substance:
        return f"{wording.upper_first(substance)} {wording.MEASURES[claim.measure]}, {thing.short}"
    counted = claim.scope if claim.measure == "count" else ""
    return f"{wording.upper_first(counted or wording.MEASURES[claim.measure])}, {thing.short}"


def table(index: Index) -> tuple[Figure, ...]:
    """List every numeric claim, newest first within its subject and measure."""
    numeric = [claim for claim in index.dataset.claims.values() if claim.measure in AMOUNT_MEASURES]
    numeric.sort(key=lambda c: (c.subject, c.measure, c.substance or "", -(c.year or 0), c.id))
    return tuple(figure(index, claim) for claim in numeric)


def source_short(index: Index, source: str) -> str:
    """Name a source in a few words: publisher and year."""
    found = index.dataset.sources[source]
    publisher = "publisher not found" if found.publisher == wording.NOT_FOUND else found.publisher
    return f"{publisher} {(found.published or '')[:4]}".strip()


def headline(index: Index, row: HeadlineRow, year: Year) -> Headline:
    """Make one entry of the sheet's column for a year: the figure, or the words that there is none."""
    drawn = drawn_claim(index, row.series, year)
    fact = drawn if drawn and drawn.is_outcome else None
    lines = [*_part_lines(index, row.series, year), *_target_lines(index, row.series, year)]
    if fact is None:
        lines = [*_end_lines(index, row.series, year), *_last_lines(index, row.series, year), *lines]
    missing = wording.NOT_KNOWN_YET if is_after_data(index, year) else wording.NOT_FOUND
    return Headline(
        claim=fact.id if fact else None,
        what=row.title,
        number=index.numbers.number(fact.quantity) if fact and fact.quantity else missing,
        unit=fact.quantity.unit_text if fact and fact.quantity else "",
        period=fact.period.label if fact else "",
        letter=letter_of(fact) if fact else "",
        style=row.style,
        lines=tuple((words, (claim.source,) if claim else ()) for words, claim in lines),
        sources=(fact.source,) if fact else (),
        quoted=tuple(claim.id for _, claim in lines if claim),
    )


Line = tuple[str, Claim | None]
"""Words below a headline, and the claim whose figure they tell."""


def _part_lines(index: Index, series: str, year: Year) -> list[Line]:
    """Quote the figures of the flows that are part of this one."""
    whole, rest = series.split("/", 1)
    lines: list[Line] = []
    for part in index.parts_of.get(whole, ()):
        claim = drawn_claim(index, f"{part.id}/{rest}", year)
        if claim and claim.quantity and claim.is_outcome:
            country = wording.COUNTRIES.get(part.from_ or "", part.from_)
            lines.append((f"from {country} {_marked(index, claim, claim.quantity)}", claim))
    return lines


def _marked(index: Index, claim: Claim, quantity: Quantity) -> str:
    """Write a figure with its letter, such as [E], where it is not plainly actual."""
    letter = letter_of(claim)
    return index.numbers.text(quantity) + (f" [{letter}]" if letter else "")


def _end_lines(index: Index, series: str, year: Year) -> list[Line]:
    """Say that what is measured has ended: then there is none of it."""
    thing = index.dataset.things.get(series.split("/", maxsplit=1)[0])
    ended = thing is not None and thing.end is not None and thing.end <= year.start
    return [(f"none: it ends on {end_words(thing)}", None)] if thing and ended else []


def _last_lines(index: Index, series: str, year: Year) -> list[Line]:
    claim = last_known(index, series, year)
    if claim is None or claim.quantity is None:
        return []
    return [(f"last known: {_marked(index, claim, claim.quantity)} in {claim.period.label}", claim)]


def _target_lines(index: Index, series: str, year: Year) -> list[Line]:
    """Quote the next target of a series, with the letter T and what is disputed about it."""
    wanted = [
        claim
        for claim in index.series.get(series, ())
        if claim.status == "target" and (year.owns(claim.period) or year.precedes(claim.period))
        if claim.known_on is None or claim.known_on < year.end
    ]
    claim = min(wanted, key=lambda claim: claim.year or 0, default=None)
    if claim is None or claim.quantity is None:
        return []
    others = {rival.substance for rival in index.rivals[claim.id]} | {claim.substance}
    names = sorted(
        {wording.SUBSTANCE_SHORT[name] for name in others if name in wording.SUBSTANCE_SHORT}, reverse=True
    )
    words = f"target for {claim.period.label.removeprefix('by ')}: {_marked(index, claim, claim.quantity)}"
    lines: list[Line] = [(words, claim)]
    return [*lines, (f"{' or '.join(names)}: disputed", None)] if len(names) > 1 else lines


def figure_words(index: Index, claim: Claim) -> str:
    """Write a figure in one line: measure, value, substance, period and status."""
    substance = wording.SUBSTANCES.get(claim.substance or "", "")
    is_promise = claim.status == "plan" and claim.measure == "trade_mass"
    measure = wording.PROMISED if is_promise else wording.MEASURES[claim.measure]
    words = f"{wording.upper_first(measure)} {figure_text(index, claim)} {substance}".strip()
    return f"{words}; {claim.period.label}, {status_words(claim)}"


def status_words(claim: Claim) -> str:
    """Say how sure a claim's figure is: its status, and whether a scenario assumes it."""
    status = wording.STATUSES[claim.status]
    return f"{status} of the scenario" if claim.scenario else status


def shown_figures(index: Index, thing: Thing, year: Year) -> list[Claim]:
    """List what hovering says of a thing: one claim per measure and substance that holds in the year.

    Facts come before what is wanted, and whole years before parts.
    """
    shown = []
    for series in index.series_about.get(thing.id, ()):
        claims = index.series[series]
        found = [claim for claim in claims if touches(claim, year) and may_be_drawn(index, claim, year)]
        if found:
            shown.append(min(found, key=lambda claim: (not claim.is_fact, claim.period.type in _PARTS)))
    return shown


def touching(index: Index, thing: Thing, year: Year) -> list[Claim]:
    """List the figures about a thing that belong to a year, rivals and parts of the year included."""
    return [
        claim
        for claim in index.claims_of.get(thing.id, ())
        if claim.quantity is not None and claim.rank != "deprecated"
        if touches(claim, year) and may_be_drawn(index, claim, year)
    ]


def figure_text(index: Index, claim: Claim) -> str:
    """Write what a claim says: a figure with its unit, a state, a role, a day, or that none was found."""
    if claim.quantity is not None:
        return index.numbers.text(claim.quantity)
    if claim.status == "missing":
        return wording.NOT_FOUND
    if claim.word:
        return wording.STATES.get(claim.word) or wording.ROLES.get(claim.word, claim.word)
    return when(claim)


def when(claim: Claim) -> str:
    """Write the day of a state or date as precisely as it is known."""
    return wording.day_words(claim.start, claim.date_precision)


def end_words(thing: Thing) -> str:
    """Say when a thing ends, and that a scenario has it so; empty where no end is known."""
    if thing.end is None:
        return ""
    if thing.assumed_end:
        return f"{wording.day_words(thing.end, 'day')}, in the scenario"
    return wording.day_words(thing.end, thing.date_precision)


def ended_words(thing: Thing, year: Year) -> str:
    """Say of what has ended before a year that there is none of it, which is not unknown; else empty."""
    is_over = thing.end is not None and thing.end <= year.start
    return f"none: it ends on {end_words(thing)}" if is_over else ""


def _sort_value(claim: Claim) -> float | None:
    if claim.quantity is None:
        return None
    try:
        return claim.quantity.tonnes
    except NotComparableError:
        return claim.quantity.value
