"""The draft that a scenario is written into, and how the words of its changes are read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import NoReturn

from geodata.claim import AMOUNT_MEASURES, Catalog, Claim, Thing
from geodata.period import Period, as_key, as_shown, parse_period
from geodata.quantity import Quantity, parse_amount
from geodata.scenario import Change, Scenario

ASSUMED = ("forecast", "target", "plan")
"""The statuses that an assumption may have: it is never a fact."""


class UnfitError(ValueError):
    """A change that does not fit the claims; its words say what was expected and what is there."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The things and claims that a scenario is being written into; `bases` are the claims before it."""

    scenario: Scenario
    bases: Mapping[str, Claim]
    things: dict[str, Thing]
    claims: dict[str, Claim]
    catalog: Catalog

    @property
    def source(self) -> str:
        """The id under which the scenario is cited."""
        return f"src.scenario-{self.scenario.id}"

    def thing(self, change: Change, kinds: tuple[str, ...]) -> Thing:
        """Find the thing that a change is about."""
        found = self.things.get(change.target)
        if found is None or found.kind not in kinds:
            unfit("target", f"the id of a thing ({', '.join(kinds)})", change.target)
        return found

    def figure(self, change: Change) -> Claim:
        """Find the numeric claim that a change is about."""
        found = self.claims.get(change.target)
        if found is None or found.measure not in AMOUNT_MEASURES:
            unfit("target", "the id of a claim with a figure", change.target)
        return found

    def day(self, text: str) -> date:
        """Read a day of a change, within the years of the clock: nobody would see it anywhere else."""
        found = day_of(text)
        if not self.catalog.first_year <= found.year <= self.catalog.last_year:
            unfit("to", f"a day {self._clock}", text)
        return found

    def period(self, key: str, period_type: str) -> Period:
        """Read the period of a change, within the years of the clock."""
        found = period_of(key, period_type)
        year = found.start.year if found.year is None and found.start else found.year
        if year is None or not self.catalog.first_year <= year <= self.catalog.last_year:
            unfit("to", f"a period {self._clock}", key)
        return found

    @property
    def _clock(self) -> str:
        return f"from {self.catalog.first_year} to {self.catalog.last_year}, the years of the clock"

    def assume(self, change: Change, number: int, claim: Claim) -> None:
        """Put a claim in, marked, in place of the answers to its question."""
        for other in [c for c in self.claims.values() if c.question == claim.question]:
            self.set_aside(other)
        self.claims[claim.id] = replace(
            claim,
            status=claim.status if claim.status in ASSUMED else "forecast",
            quantity=claim.quantity and replace(claim.quantity, is_target=True),
            source=self.source,
            locator=f"change {number}",
            rank="preferred",
            rank_reason=f"Assumed by the scenario “{self.scenario.title}”.",
            confidence="indicative",
            note=f"{change.assumption} Leans on: {change.source}." if change.source else change.assumption,
            known_on=None,
            scenario=True,
            base=self.bases.get(claim.id),
        )

    def set_aside(self, claim: Claim) -> None:
        """Let a claim no longer stand, and say why."""
        reason = f"Set aside by the scenario “{self.scenario.title}”."
        self.claims[claim.id] = replace(claim, rank="deprecated", rank_reason=reason)


def unfit(where: str, expected: str, got: str) -> NoReturn:
    """Say what does not fit."""
    raise UnfitError(f"{where}: expected {expected}, got {got or 'nothing'}")


def check_from(change: Change, was: str) -> None:
    """Refuse to change what the claims no longer say."""
    said = as_key(change.from_)
    if said and said.replace("_", " ") != was.replace("_", " "):
        unfit("from", as_shown(was).replace("_", " ") or "nothing", change.from_)


def amount_of(text: str, claim: Claim, period: Period, dimension: str) -> Quantity:
    """Read the figure of a change, of the dimension that the claim has."""
    try:
        value, value_max, bound, unit = parse_amount(text)
    except ValueError:
        unfit("to", "a figure such as 450 t or over 1,000 t", text)
    found = Quantity(
        value,
        unit,
        claim.measure,
        bound,
        value_max,
        claim.substance,
        claim.quantity.months if claim.quantity else period.months,
        True,
    )
    if dimension and found.dimension != dimension:
        unfit("to", f"a figure of {dimension}", text)
    return found


def period_of(key: str, period_type: str) -> Period:
    """Read the period of a change; a fiscal year may be written as it is shown, FY2026-27 for FY2027."""
    try:
        return parse_period(as_key(key), period_type)
    except ValueError:
        unfit("to", f"a {period_type} period", key)


def day_of(text: str) -> date:
    """Read the day of a change."""
    if re.fullmatch(r"(?:19|20)\d\d-\d\d-\d\d", text, re.ASCII):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    unfit("to", "a day such as 2029-01-01", text)
