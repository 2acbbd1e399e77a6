"""Figures: claims in the words of the table, the charts, the details and the sheet's headlines. Pure."""

from __future__ import annotations

from geodata import wording
from geodata.claim import AMOUNT_MEASURES, Claim, HeadlineRow, Thing
from geodata.frame import STATUS_LETTERS, Figure, Headline
from geodata.quantity import NotComparableError
from geodata.rules import Index, drawn_claim, last_known, may_be_drawn, rivals, series_of


def figure(index: Index, claim: Claim) -> Figure:
    """Put a claim into words."""
    quantity = claim.quantity
    return Figure(
        claim=claim.id,
        subject=claim.subject,
        what=what(index, claim),
        number=quantity.number if quantity else _word(claim),
        unit=quantity.unit_text if quantity else "",
        sort_value=_sort_value(claim),
        period=claim.period.label,
        year=claim.year,
        measure=claim.measure,
        substance=claim.substance,
        status=claim.status,
        letter=STATUS_LETTERS[claim.status],
        confidence=claim.confidence,
        rank=claim.rank,
        source=claim.source,
        source_short=source_short(index, claim.source),
        locator=claim.locator,
        rivals=len(rivals(index, claim)),
        conflict=claim.conflict,
        scope=claim.scope,
        note=claim.note,
    )


def what(index: Index, claim: Claim) -> str:
    """Say what a claim measures: "Neodymium made, IREL"."""
    thing = index.dataset.things[claim.subject]
    substance = wording.SUBSTANCES.get(claim.substance or "", "")
    if claim.measure == "trade_mass":
        return thing.name if claim.status != "plan" else f"{thing.name}: promised"
    if claim.measure == "output":
        verb = "mined" if claim.substance == "reo" else "made"
        return f"{wording.upper_first(substance)} {verb}, {thing.short}"
    if claim.measure in ("capacity", "reserves", "resource", "stock") and substance:
        return f"{wording.upper_first(substance)} {wording.MEASURES[claim.measure]}, {thing.short}"
    words = wording.upper_first(wording.MEASURES[claim.measure])
    return f"{words}, {thing.short}"


def table(index: Index) -> tuple[Figure, ...]:
    """List every numeric claim, newest first within its subject and measure."""
    numeric = [claim for claim in index.dataset.claims.values() if claim.measure in AMOUNT_MEASURES]
    numeric.sort(key=lambda c: (c.subject, c.measure, c.substance or "", -(c.year or 0), c.id))
    return tuple(figure(index, claim) for claim in numeric)


def source_short(index: Index, source: str) -> str:
    """Name a source in a few words: publisher and year."""
    found = index.dataset.sources[source]
    year = (found.published or "")[:4]
    return f"{found.publisher} {year}".strip()


def headline(index: Index, row: HeadlineRow, year: int) -> Headline:
    """Make one entry of the sheet's column for a year: the figure, or the words that there is none."""
    drawn = drawn_claim(index, row.series, year)
    fact = drawn if drawn and drawn.is_fact else None
    lines = [*_part_lines(index, row.series, year), *_target_lines(index, row.series, year)]
    if fact is None:
        lines = [*_last_lines(index, row.series, year), *lines]
    after = year > index.dataset.catalog.data_date.year
    missing = wording.NOT_KNOWN_YET if after else wording.NOT_FOUND
    return Headline(
        claim=fact.id if fact else None,
        what=row.title,
        number=fact.quantity.number if fact and fact.quantity else missing,
        unit=fact.quantity.unit_text if fact and fact.quantity else "",
        period=fact.period.label if fact else "",
        letter=STATUS_LETTERS[fact.status] if fact else "",
        style=row.style,
        lines=tuple(lines),
        sources=(fact.source,) if fact else (),
    )


Line = tuple[str, tuple[str, ...]]


def _part_lines(index: Index, series: str, year: int) -> list[Line]:
    """Quote the figures of the flows that are part of this one."""
    whole, rest = series.split("/", 1)
    parts = [thing for thing in index.dataset.things.values() if thing.part_of == whole]
    claims = [(thing, drawn_claim(index, f"{thing.id}/{rest}", year)) for thing in parts]
    return [
        (
            f"from {wording.COUNTRIES.get(thing.from_ or '', thing.from_)} {claim.quantity.text}",
            (claim.source,),
        )
        for thing, claim in claims
        if claim and claim.quantity and claim.is_fact
    ]


def _last_lines(index: Index, series: str, year: int) -> list[Line]:
    claim = last_known(index, series, year)
    if claim is None or claim.quantity is None:
        return []
    return [(f"last known: {claim.quantity.text} in {claim.period.label}", (claim.source,))]


def _target_lines(index: Index, series: str, year: int) -> list[Line]:
    """Quote the next target of a series, with the letter T and what is disputed about it."""
    wanted = [
        claim
        for claim in index.in_series(series)
        if claim.status == "target" and claim.quantity and claim.year is not None and claim.year >= year
        if claim.known_on is None or claim.known_on.year <= year
    ]
    claim = min(wanted, key=lambda c: (c.year or 0, c.rank != "preferred", c.id), default=None)
    if claim is None or claim.quantity is None:
        return []
    others = {c.substance for c in rivals(index, claim)} | {claim.substance}
    names = sorted(
        {wording.SUBSTANCE_SHORT[name] for name in others if name in wording.SUBSTANCE_SHORT}, reverse=True
    )
    words = f"target for {claim.period.label.removeprefix('by ')}: {claim.quantity.text} [T]"
    lines: list[Line] = [(words, (claim.source,))]
    return [*lines, (f"{' or '.join(names)}: disputed", ())] if len(names) > 1 else lines


def shown_figures(index: Index, thing: Thing, year: int) -> list[Claim]:
    """List what hovering says of a thing: one claim per measure and family that holds in the year."""
    found: dict[str, Claim] = {}
    for claim in index.claims_of.get(thing.id, ()):
        numeric = claim.quantity is not None and claim.rank != "deprecated"
        if numeric and _holds(claim, year) and may_be_drawn(index, claim, year):
            key = series_of(index, claim)
            best = found.get(key)
            if best is None or (not claim.is_fact, claim.rank) < (not best.is_fact, best.rank):
                found[key] = claim
    return list(found.values())


def _holds(claim: Claim, year: int) -> bool:
    return claim.year == year or (claim.period.type == "since" and claim.period.holds_in(year))


def _word(claim: Claim) -> str:
    if claim.status == "missing":
        return wording.NOT_FOUND
    if claim.word:
        return wording.STATES.get(claim.word) or wording.ROLES.get(claim.word, claim.word)
    return wording.day_words(claim.start, claim.date_precision)


def _sort_value(claim: Claim) -> float | None:
    if claim.quantity is None:
        return None
    try:
        return claim.quantity.tonnes
    except NotComparableError:
        return claim.quantity.value
