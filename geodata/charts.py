"""Charts: the series among the claims, as scales, bars and labels that two painters draw alike. Pure."""

from __future__ import annotations

import math
from collections import defaultdict

from geodata import wording
from geodata.claim import Claim
from geodata.drawing import figure_words
from geodata.frame import STATUS_LETTERS, Bar, ChartModel
from geodata.period import Period
from geodata.quantity import NotComparableError
from geodata.rules import Index, rivals, series_of

_MEASURES = ("output", "trade_mass", "trade_value")
_EVIDENCE = {"actual": "actual", "provisional": "actual", "estimate": "estimate", "missing": "missing"}
_THOUSANDS_FROM = 10_000


def charts(index: Index) -> tuple[ChartModel, ...]:
    """Make a chart of every series that has at least two bars."""
    series: dict[str, list[Claim]] = defaultdict(list)
    for claim in index.dataset.claims.values():
        if claim.measure in _MEASURES and claim.rank != "deprecated" and claim.period.months is not None:
            series[series_of(index, claim)].append(claim)
    models = (_chart(index, key, claims) for key, claims in sorted(series.items()))
    return tuple(model for model in models if model is not None)


def _chart(index: Index, key: str, claims: list[Claim]) -> ChartModel | None:
    chosen = _without_filled_gaps(_one_per_question(index, claims))
    if len(chosen) < 2 or not any(claim.quantity for claim in chosen):
        return None
    subject = index.dataset.things[chosen[0].subject]
    values = [size for size in map(_size, chosen) if size is not None]
    divisor = 1000 if max(values) >= _THOUSANDS_FROM and _is_mass(chosen) else 1
    first = min(slot_year(claim.period) - _slots(claim) + 1 for claim in chosen)
    last = max(slot_year(claim.period) for claim in chosen)
    step = _tick_step(max(values) / divisor)
    top = step * math.ceil(max(values) / divisor / step)
    return ChartModel(
        series=key,
        subject=subject.id,
        title=_title(index, chosen, divisor),
        unit=_unit(chosen, divisor),
        slots=tuple((year, _slot_label(year, chosen)) for year in range(first, last + 1)),
        top=top,
        ticks=tuple((step * i, f"{step * i:,g}") for i in range(round(top / step) + 1)),
        bars=tuple(_bar(index, claim, first, divisor) for claim in chosen),
        style=_style(index, subject.id),
    )


def slot_year(period: Period) -> int:
    """Name the slot of a period: the number of its fiscal year, or the calendar year of its last day."""
    last = period.year or 0
    is_fiscal = "FY" in period.key or period.type == "span"
    ends_after_march = period.end is not None and period.end.month > 4
    return last + 1 if is_fiscal and ends_after_march else last


def _bar(index: Index, claim: Claim, first: int, divisor: int) -> Bar:
    months = claim.period.months or 12.0
    size = _size(claim)
    value = None if size is None else size / divisor
    return Bar(
        claim=claim.id,
        label=claim.period.label,
        start=float(slot_year(claim.period) - first - _slots(claim) + 1),
        length=float(_slots(claim)) if months >= 12 else months / 12,
        value=value,
        text=wording.NOT_FOUND if value is None else _bar_text(value, divisor),
        evidence=_EVIDENCE.get(claim.status, "target"),
        letter=STATUS_LETTERS[claim.status],
        year=claim.year,
        tip=f"{claim.period.label}: {wording.NOT_FOUND}" if value is None else figure_words(claim),
        rivals=len(rivals(index, claim)),
        open_bound=claim.quantity is not None and claim.quantity.bound == "at_least",
    )


def _one_per_question(index: Index, claims: list[Claim]) -> list[Claim]:
    """Choose the preferred claim of every question, in order of time, facts before targets."""
    best: dict[str, Claim] = {}
    for claim in claims:
        first = next(rival for rival in index.rivals_of[claim.question] if rival in claims)
        best[claim.question] = first
    return sorted(best.values(), key=lambda c: (slot_year(c.period), not c.is_fact, c.id))


def _without_filled_gaps(claims: list[Claim]) -> list[Claim]:
    """Leave out "not found" for a year of which a part is told: the part stands there, at its own length."""
    told = {slot_year(claim.period) for claim in claims if claim.quantity}
    return [claim for claim in claims if claim.quantity or slot_year(claim.period) not in told]


def _slots(claim: Claim) -> int:
    """Count the whole years that a claim's period covers, at least one."""
    return max(1, round((claim.period.months or 12.0) / 12))


def _size(claim: Claim) -> float | None:
    """Give the value in tonnes, or in its own unit for money."""
    if claim.quantity is None:
        return None
    try:
        return claim.quantity.tonnes
    except NotComparableError:
        return claim.quantity.value


def _is_mass(claims: list[Claim]) -> bool:
    return all(claim.measure != "trade_value" for claim in claims)


def _unit(claims: list[Claim], divisor: int) -> str:
    if not _is_mass(claims):
        return next(claim.quantity.unit for claim in claims if claim.quantity)
    return "thousand tonnes" if divisor == 1000 else "tonnes"


def _title(index: Index, claims: list[Claim], divisor: int) -> str:
    thing = index.dataset.things[claims[0].subject]
    fiscal = any("FY" in claim.period.key for claim in claims)
    years = "by fiscal year" if fiscal else "by year"
    if claims[0].measure == "output":
        substance = wording.SUBSTANCES.get(claims[0].substance or "", "output")
        verb = "mined" if claims[0].substance == "reo" else "made"
        name = f"{wording.upper_first(substance)} {verb}, {thing.short}"
    else:
        name = thing.name
    return f"{name} {years}, {_unit(claims, divisor)}"


def _slot_label(year: int, claims: list[Claim]) -> str:
    inside = [claim for claim in claims if slot_year(claim.period) == year]
    if any(claim.period.key.startswith("by ") for claim in inside):
        return f"by {year}"
    fiscal = sum("FY" in claim.period.key or claim.period.type == "span" for claim in claims)
    label = f"{(year - 1) % 100:02d}-{year % 100:02d}" if fiscal * 2 >= len(claims) else str(year)
    part = inside and all(claim.period.type == "part" for claim in inside)
    return f"half {label}" if part else label


def _style(index: Index, subject: str) -> str:
    """Colour a series as its flow is drawn; what is no flow takes the plants' colour."""
    thing = index.dataset.things[subject]
    if thing.kind != "flow":
        return "plant"
    return "import" if thing.to == "IN" else "export"


def _bar_text(value: float, divisor: int) -> str:
    return f"{value:,.1f}" if divisor > 1 else f"{value:,g}"


def _tick_step(largest: float) -> float:
    """Choose a round step that gives three to five ticks."""
    if largest <= 0:
        return 1.0
    size = 10 ** math.floor(math.log10(largest / 4))
    return next(step * size for step in (1, 2, 5, 10) if largest / (step * size) <= 5)
