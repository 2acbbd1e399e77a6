"""What may be set against what: differences and shares of quantities, or why there is none. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from geodata import wording
from geodata.claim import Claim
from geodata.factor import Factor
from geodata.framing.numbers import Numbers
from geodata.quantity import ABOUT, NotComparableError, Quantity

_CLOSED = ("exact", "about", "range")
_VERBS = {"output": "made", "trade_mass": "traded", "capacity": "a capacity"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a step gives: a quantity, or else why there is none."""

    quantity: Quantity | None = None
    why_not: str = ""


def subtract(one: Quantity, other: Quantity, numbers: Numbers) -> Outcome:
    """Take one quantity from another, with the room that their bounds leave."""
    why = why_apart(one, other, numbers)
    if why:
        return Outcome(why_not=why)
    (least, most), (other_least, other_most) = _ends(one), _ends(other)
    low, high = least - other_most, most - other_least
    if low < 0 < high:
        return Outcome(why_not="“about” leaves more room than the difference is large")
    middle = one.value * _scale(one) - other.value * _scale(other)
    return Outcome(_within(replace(one, unit=_unit(one)), middle, low, high))


def share(part: Quantity, whole: Quantity, numbers: Numbers) -> Outcome:
    """Say which share of a whole a part is, in percent."""
    why = why_apart(part, whole, numbers)
    if not why and whole.value <= 0:
        why = "the whole is nothing"
    if why:
        return Outcome(why_not=why)
    (low, high), (least, most) = _ends(part), _ends(whole)
    percent = replace(part, unit="percent", measure="share_supply")
    middle = 100 * part.tonnes / whole.tonnes
    found = _within(percent, middle, 100 * low / most, min(100.0, 100 * high / least))
    return Outcome(replace(found, value=round(found.value, 1)))


def convert(quantity: Quantity, factor: Factor) -> Outcome:
    """Say how much of another substance holds a quantity, by a factor of the atlas."""
    if quantity.substance != factor.from_:
        names = wording.SUBSTANCES
        wrong = names.get(quantity.substance or "", "this")
        return Outcome(why_not=f"{factor.name} turns {names[factor.from_]}, not {wrong}")
    scaled = quantity.value * factor.value
    upper = None if quantity.value_max is None else round(quantity.value_max * factor.value)
    bound = "about" if quantity.bound == "exact" else quantity.bound
    return Outcome(replace(quantity, value=round(scaled), value_max=upper, bound=bound, substance=factor.to))


def over_a_year(quantity: Quantity) -> Quantity:
    """Give what a yearly rate makes in one whole year."""
    if quantity.dimension != "mass per year":
        return quantity
    return replace(quantity, unit=quantity.unit.removesuffix("/y"), months=12.0)


def why_apart(one: Quantity, other: Quantity, numbers: Numbers) -> str:
    """Say why two quantities may not be set against one another; empty if they may."""
    reasons = []
    if one.substance != other.substance:
        names = [wording.SUBSTANCES.get(q.substance or "", "no substance") for q in (one, other)]
        reasons.append(f"{names[0]} and {names[1]} are different substances")
    if one.measure != other.measure:
        names = [_VERBS.get(q.measure, wording.MEASURES[q.measure]) for q in (one, other)]
        reasons.append(f"one figure is what is {names[0]}, the other what is {names[1]}")
    if one.dimension != other.dimension:
        reasons.append(f"{one.dimension} and {other.dimension} are different dimensions")
    elif one.months != other.months:
        reasons.append("the periods differ in length")
    reasons += [_why_open(quantity, numbers) for quantity in (one, other) if quantity.bound not in _CLOSED]
    return "; ".join(reasons)


def why_other_period(one: Claim, other: Claim) -> str:
    """Say that two claims speak of different stretches of time; empty if they do not."""
    same = (one.period.start, one.period.end) == (other.period.start, other.period.end)
    return "" if same else f"{one.period.label} and {other.period.label} are different periods"


def _why_open(quantity: Quantity, numbers: Numbers) -> str:
    end = "upper" if quantity.bound == "at_least" else "lower"
    return f"“{numbers.text(quantity)}” has no {end} end"


def _ends(quantity: Quantity) -> tuple[float, float]:
    """Give the ends of what a figure allows, in tonnes where it is a mass."""
    low, high = quantity.interval
    return low * _scale(quantity), high * _scale(quantity)


def _scale(quantity: Quantity) -> float:
    try:
        return replace(quantity, value=1.0).tonnes
    except NotComparableError:
        return 1.0


def _unit(quantity: Quantity) -> str:
    return {"mass": "t", "mass per year": "t/y"}.get(quantity.dimension, quantity.unit)


def _within(like: Quantity, middle: float, low: float, high: float) -> Quantity:
    """Write a result as sure as it is: exact, about, or a range."""
    if low == high:
        return replace(like, value=middle, value_max=None, bound="exact")
    room = 1e-9 * max(abs(low), abs(high))
    if min(middle * (1 - ABOUT), middle * (1 + ABOUT)) <= low + room and high - room <= max(
        middle * (1 - ABOUT), middle * (1 + ABOUT)
    ):
        return replace(like, value=middle, value_max=None, bound="about")
    return replace(like, value=round(low, 1), value_max=round(high, 1), bound="range")
