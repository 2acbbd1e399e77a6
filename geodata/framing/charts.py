"""Charts: the series among the claims, as scales, bars and labels that two painters draw alike. Pure."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import replace

from geodata import wording
from geodata.claim import Claim
from geodata.drawn import Bar, ChartModel, letter_of
from geodata.framing.figures import figure_words
from geodata.framing.index import Index, series_of
from geodata.period import Period
from geodata.quantity import NotComparableError, Quantity

_MEASURES = ("output", "trade_mass", "trade_value")
_LASTING = ("calendar", "fiscal", "part", "span", "by")
_EVIDENCE = {"actual": "actual", "provisional": "actual", "estimate": "estimate", "missing": "missing"}
_LARGE_UNITS = (
    (10_000_000, 1_000_000, "million tonnes"),
    (10_000, 1_000, "thousand tonnes"),
    (0, 1, "tonnes"),
)
"""From which mass on a chart counts in what: the least mass in tonnes, the divisor, the unit."""


def charts(index: Index) -> tuple[ChartModel, ...]:
    """Make a chart of every series that has at least two bars."""
    series: dict[str, list[Claim]] = defaultdict(list)
    for answers in index.rivals_of.values():
        told = [claim for claim in _told(answers) if claim.measure in _MEASURES and _has_a_length(claim)]
        series[series_of(index, answers[0])].extend(told)
    models = (_chart(index, key, claims) for key, claims in sorted(series.items()) if claims)
    return tuple(model for model in models if model is not None)


def _told(answers: tuple[Claim, ...]) -> list[Claim]:
    """Choose from the claims of a question the preferred one, and beside a target that no fact was found."""
    standing = [claim for claim in answers if claim.rank != "deprecated"]
    first = standing[:1]
    if first and first[0].quantity and not first[0].is_fact:
        first += [claim for claim in standing if claim.status == "missing"][:1]
    return first


def _has_a_length(claim: Claim) -> bool:
    """Tell whether a bar can stand for a claim: tonnes a year are tonnes only over one whole year."""
    rate = claim.quantity is not None and claim.quantity.dimension == "mass per year"
    return claim.period.type in _LASTING and not (rate and not claim.period.is_whole_year)


def _chart(index: Index, key: str, claims: list[Claim]) -> ChartModel | None:
    ordered = sorted(claims, key=lambda c: (slot_year(c.period), c.period.type == "part", _order(c), c.id))
    chosen = _told_once(ordered)
    values = [size_of(claim.quantity) for claim in chosen if claim.quantity]
    if len(chosen) < 2 or not values:
        return None
    subject = index.dataset.things[chosen[0].subject]
    divisor, unit = scale(chosen, max(values))
    first = min(slot_year(claim.period) - _slots(claim) + 1 for claim in chosen)
    last = max(slot_year(claim.period) for claim in chosen)
    step = tick_step(max(values) / divisor)
    count = max(1, math.ceil(max(values) / divisor / step))
    return ChartModel(
        series=key,
        subject=subject.id,
        title=f"{_title(index, chosen)}, {unit}",
        unit=unit,
        slots=tuple((year, _slot_label(year, chosen)) for year in range(first, last + 1)),
        top=step * count,
        ticks=tuple((step * i, index.numbers.plain(step * i)) for i in range(count + 1)),
        bars=_side_by_side([_bar(index, claim, first, divisor) for claim in chosen]),
        style=_style(index, subject.id),
    )


def slot_year(period: Period) -> int:
    """Name the slot of a period: the number of its fiscal year, or the calendar year of its last day."""
    last = period.year or 0
    ends_after_march = period.end is not None and period.end.month > 4
    return last + 1 if _is_fiscal(period) and ends_after_march else last


def _is_fiscal(period: Period) -> bool:
    return "FY" in period.key or period.type == "span"


def _bar(index: Index, claim: Claim, first: int, divisor: int) -> Bar:
    value = size_of(claim.quantity) / divisor if claim.quantity else None
    missing = f"{claim.period.label}: {wording.NOT_FOUND}"
    is_part = claim.period.type == "part"
    return Bar(
        claim=claim.id,
        label=claim.period.label,
        start=slot_year(claim.period) - first + (_offset(claim.period) if is_part else 1.0 - _slots(claim)),
        length=(claim.period.months or 12.0) / 12 if is_part else float(_slots(claim)),
        value=value,
        text=bar_text(index, claim.quantity, divisor) if claim.quantity else wording.NOT_FOUND,
        evidence=_EVIDENCE.get(claim.status, "target"),
        scenario=claim.scenario,
        letter=letter_of(claim),
        year=index.year(claim),
        tip=figure_words(index, claim) if claim.quantity else missing,
        rivals=len(index.rivals[claim.id]),
        open_bound=claim.quantity is not None and claim.quantity.bound == "at_least",
    )


def _offset(period: Period) -> float:
    """Place a part within its slot: the second half of a fiscal year begins in its middle."""
    if period.start is None:
        return 0.0
    return (period.start.month - (4 if _is_fiscal(period) else 1)) % 12 / 12


def _order(claim: Claim) -> int:
    return 0 if claim.is_fact else 1 if claim.quantity is None else 2


def _side_by_side(bars: list[Bar]) -> tuple[Bar, ...]:
    """Let whole years of one slot share it; parts stand at their place in it, spans over all of theirs."""
    slots: dict[float, list[Bar]] = defaultdict(list)
    for bar in bars:
        if bar.length == 1:
            slots[bar.start].append(bar)
    return tuple(_narrowed(bar, slots[bar.start]) if bar.length == 1 else bar for bar in bars)


def _narrowed(bar: Bar, neighbours: list[Bar]) -> Bar:
    share = 1 / len(neighbours)
    return replace(bar, start=bar.start + neighbours.index(bar) * share, length=share)


def _told_once(claims: list[Claim]) -> list[Claim]:
    """Tell a year once: its whole stands for its parts, and a part for a whole that was not found.

    What is left out of the chart stays in the table.
    """
    facts = [claim for claim in claims if claim.quantity and claim.is_fact]
    told = {slot_year(claim.period) for claim in facts}
    whole = {slot_year(claim.period) for claim in facts if claim.period.type != "part"}
    return [
        claim
        for claim in claims
        if (claim.quantity or slot_year(claim.period) not in told)
        and (claim.period.type != "part" or slot_year(claim.period) not in whole)
    ]


def _slots(claim: Claim) -> int:
    """Count the whole years that a claim's period covers, at least one."""
    return max(1, round((claim.period.months or 12.0) / 12))


def size_of(quantity: Quantity) -> float:
    """Give the value in tonnes, or in its own unit for money; of a range its upper end."""
    value = quantity.value if quantity.bound != "range" else quantity.interval[1]
    try:
        return replace(quantity, value=value).tonnes
    except NotComparableError:
        return value


def scale(claims: list[Claim], largest: float) -> tuple[int, str]:
    """Choose what a chart counts in: divisor and unit."""
    if claims[0].measure == "trade_value":
        return 1, next(claim.quantity.unit for claim in claims if claim.quantity)
    return next((divisor, unit) for least, divisor, unit in _LARGE_UNITS if largest >= least)


def _title(index: Index, claims: list[Claim]) -> str:
    thing = index.dataset.things[claims[0].subject]
    fiscal = any("FY" in claim.period.key for claim in claims)
    years = "by fiscal year" if fiscal else "by year"
    if claims[0].measure == "output":
        substance = wording.SUBSTANCES.get(claims[0].substance or "", "output")
        verb = "mined" if claims[0].substance in wording.MINED else "made"
        name = f"{wording.upper_first(substance)} {verb}, {thing.short}"
    else:
        name = thing.name
    return f"{name}, {years}"


def _slot_label(year: int, claims: list[Claim]) -> str:
    inside = [claim for claim in claims if slot_year(claim.period) == year]
    if any(claim.period.key.startswith("by ") for claim in inside):
        return f"by {year}"
    fiscal = sum(_is_fiscal(claim.period) for claim in claims)
    label = f"{(year - 1) % 100:02d}-{year % 100:02d}" if fiscal * 2 >= len(claims) else str(year)
    parts = {claim.period.months for claim in inside if claim.period.type == "part"}
    if not parts or len(inside) > len(parts):
        return label
    return f"half {label}" if parts == {6.0} else f"part of {label}"


def _style(index: Index, subject: str) -> str:
    """Colour a series as its flow is drawn; what is no flow takes the plants' colour."""
    thing = index.dataset.things[subject]
    if thing.kind != "flow":
        return "plant"
    return "import" if thing.to == "IN" else "export"


def bar_text(index: Index, quantity: Quantity, divisor: int) -> str:
    """Write what stands on a bar: the value in the chart's unit, both ends of a range, ≈ for "about"."""
    ends = quantity.interval if quantity.bound == "range" else (quantity.value,)
    sizes = [size_of(replace(quantity, value=end, bound="exact")) / divisor for end in ends]
    write = index.numbers.tenths if divisor > 1 else index.numbers.plain
    return ("≈" if quantity.bound == "about" else "") + "–".join(write(size) for size in sizes)


def tick_step(largest: float) -> float:
    """Choose a round step that gives three to five ticks."""
    if largest <= 0:
        return 1.0
    size = 10 ** math.floor(math.log10(largest / 4))
    return next(step * size for step in (1, 2, 5, 10) if largest / (step * size) <= 5)
