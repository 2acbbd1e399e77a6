"""Quantities: numbers that know what they measure, and refuse to mix with others. Standard library only."""

from __future__ import annotations

import re
from dataclasses import dataclass

BOUNDS = ("exact", "about", "at_least", "at_most", "range")
UNITS = (
    "t", "Mt", "kg", "t/y", "Mt/y", "kg/y", "percent", "rank", "ha", "sites", "makers", "INR crore",
    "USD million",
)  # fmt: skip
ABOUT = 0.10
"""How far an "about" reaches either side, as a share of the value."""

_BOUNDS = {"": "exact", "about ": "about", "over ": "at_least", "up to ": "at_most"}
_UNIT_WORDS = {"%": "percent", "crore rupees": "INR crore"}
_NUMBER = r"((?:[0-9]{1,3}(?:,[0-9]{2,3})*|[0-9]{1,15})(?:\.[0-9]{1,6})?)"
_AMOUNT = re.compile(
    rf"(about |over |up to )?{_NUMBER}(?: to {_NUMBER})? "
    r"(t|Mt|kg|t/y|Mt/y|kg/y|%|ha|sites|makers|crore rupees|USD million)"
)

_TONNES = {"t": 1.0, "Mt": 1e6, "kg": 1e-3, "t/y": 1.0, "Mt/y": 1e6, "kg/y": 1e-3}


class NotComparableError(ValueError):
    """Two quantities that may not be added or share a scale; its text says why."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as its source prints it.

    Parameters
    ----------
    value : float
        As printed, in `unit`.
    unit : str
        One of `UNITS`.
    measure : str
        What is measured, one of `geodata.claim.MEASURES`.
    bound : str
        ``exact``, ``about``, ``at_least``, ``at_most`` or ``range``.
    value_max : float or None
        Upper end of a ``range``.
    substance : str or None
        What the mass is a mass of; None for money, areas, ranks and counts.
    months : float or None
        Length of the period; None for stocks and open periods.
    is_target : bool
        Whether it is a target, plan or forecast.
    """

    value: float
    unit: str
    measure: str
    bound: str = "exact"
    value_max: float | None = None
    substance: str | None = None
    months: float | None = None
    is_target: bool = False

    @property
    def dimension(self) -> str:
        """``mass``, ``mass per year``, or the unit itself."""
        if self.unit in _TONNES:
            return "mass per year" if self.unit.endswith("/y") else "mass"
        return self.unit

    @property
    def tonnes(self) -> float:
        """The value in tonnes (or tonnes a year).

        Raises
        ------
        NotComparableError
            Where it is no mass.
        """
        if self.unit not in _TONNES:
            raise NotComparableError(f"{self.unit} is not a mass")
        return self.value * _TONNES[self.unit]

    @property
    def interval(self) -> tuple[float, float]:
        """The closed interval of values that the figure allows, in `unit`."""
        low_high = {
            "about": (self.value * (1 - ABOUT), self.value * (1 + ABOUT)),
            "at_least": (self.value, float("inf")),
            "at_most": (0.0, self.value),
            "range": (self.value, self.value if self.value_max is None else self.value_max),
        }
        return low_high.get(self.bound, (self.value, self.value))

    def meets(self, other: Quantity) -> bool:
        """Tell whether the intervals of two figures share a value."""
        if self.dimension != other.dimension:
            return False
        (low, high), (other_low, other_high) = self.interval, other.interval
        scale, other_scale = _TONNES.get(self.unit, 1.0), _TONNES.get(other.unit, 1.0)
        return low * scale <= other_high * other_scale and other_low * other_scale <= high * scale

    def why_no_shared_scale(self, other: Quantity) -> str:
        """Say why two quantities may not share a scale; empty if they may."""
        for name, mine, others in (
            ("measures", self.measure, other.measure),
            ("substances", self.substance, other.substance),
            ("dimensions", self.dimension, other.dimension),
            ("lengths of period", self.months, other.months),
        ):
            if mine != others:
                return f"different {name}: {mine or 'none'} and {others or 'none'}"
        return ""

    def __add__(self, other: Quantity) -> Quantity:
        """Add two quantities of one kind.

        Raises
        ------
        NotComparableError
            Where measure, substance, dimension or period differ, a bound is open, or a target meets a fact.
        """
        why = self.why_no_shared_scale(other)
        if not why and not {self.bound, other.bound} <= {"exact", "about"}:
            why = "a bound that is neither exact nor about"
        if not why and self.is_target != other.is_target:
            why = "a target beside an actual figure"
        if why:
            raise NotComparableError(f"cannot be added: {why}")
        bound = "exact" if self.bound == other.bound == "exact" else "about"
        unit = "t/y" if self.dimension == "mass per year" else "t" if self.dimension == "mass" else self.unit
        total = self.tonnes + other.tonnes if self.unit in _TONNES else self.value + other.value
        return Quantity(total, unit, self.measure, bound, None, self.substance, self.months, self.is_target)

    @property
    def text(self) -> str:
        """The figure in words, bound and unit included: ``over 1,000 t``."""
        return f"{self.number}{self.unit_text}"

    @property
    def number(self) -> str:
        """The figure without its unit: ``over 1,000``."""
        return self.number_in()

    def number_in(self, lakh: bool = False) -> str:
        """Write the figure without its unit, its digits grouped in thousands or in lakh and crore."""
        words = {"about": "about ", "at_least": "over ", "at_most": "up to "}
        ends = (
            (self.value,) if self.bound != "range" or self.value_max is None else (self.value, self.value_max)
        )
        if self.unit == "rank":
            return " to ".join(_ordinal(int(end)) for end in ends)
        return words.get(self.bound, "") + " to ".join(format_number(end, lakh) for end in ends)

    @property
    def unit_text(self) -> str:
        """The unit as it follows the number, with its space."""
        return {"percent": " %", "rank": " in the world", "INR crore": " crore rupees"}.get(
            self.unit, f" {self.unit}"
        )


def parse_amount(text: str) -> tuple[float, float | None, str, str]:
    """Read a figure as `Quantity.text` writes it.

    Returns
    -------
    tuple
        Value, upper end of a range or None, bound and unit.

    Raises
    ------
    ValueError
        Where it is no such figure.

    Examples
    --------
    >>> parse_amount("over 1,000 t"), parse_amount("2,000 to 2,300 t/y")
    ((1000.0, None, 'at_least', 't'), (2000.0, 2300.0, 'range', 't/y'))
    """
    found = _AMOUNT.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"{text!r} is not a figure with its unit")
    words, low, high, unit = found.groups()
    value, value_max = (None if end is None else float(end.replace(",", "")) for end in (low, high))
    assert value is not None
    if value_max is not None and (words or value_max < value):
        raise ValueError(f"{text!r} is not a range")
    bound = "range" if value_max is not None else _BOUNDS[words or ""]
    return value, value_max, bound, _UNIT_WORDS.get(unit, unit)


def format_number(value: float, lakh: bool = False) -> str:
    """Write a number with commas and no needless zeros.

    Parameters
    ----------
    lakh : bool
        Group as in India: three digits, and then by two.

    Examples
    --------
    >>> format_number(53748), format_number(6.9), format_number(1144.0618)
    ('53,748', '6.9', '1,144.0618')
    >>> format_number(53748, lakh=True), format_number(1234567.5, lakh=True)
    ('53,748', '12,34,567.5')
    """
    whole, _, rest = f"{round(value, 6) + 0.0:,.6f}".partition(".")  # adding 0.0 makes -0.0 plain
    whole, rest = _in_lakh(whole) if lakh else whole, rest.rstrip("0")
    return f"{whole}.{rest}" if rest else whole


def _in_lakh(whole: str) -> str:
    """Turn groups of three digits into one of three and others of two."""
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    digits = digits.replace(",", "")
    front, last = digits[:-3], digits[-3:]
    pairs = [front[max(0, end - 2) : end] for end in range(len(front), 0, -2)]
    return sign + ",".join([*reversed(pairs), last])


def _ordinal(number: int) -> str:
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"
