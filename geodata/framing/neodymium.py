"""The balance's chapter on neodymium: what was made against the target, and the target as oxide. Pure."""

from __future__ import annotations

from datetime import date

from geodata.balance import Chapter, Operand, Step
from geodata.claim import Claim
from geodata.factor import ND_OXIDE
from geodata.framing.arithmetic import convert, subtract, why_other_period
from geodata.framing.index import Index
from geodata.framing.reckoning import compute, operand, unknown
from geodata.year import Year, last_day

_NEODYMIUM = ("nd", "nd_oxide")


def neodymium(index: Index, year: Year, made: list[Claim]) -> Chapter:
    """Set what was made of neodymium against the latest target that has fallen due, or tell the next one."""
    title = "Neodymium against its target"
    fallen = _targets(index, year, to_come=False)
    due = max(fallen, key=lambda claim: (_day_due(claim), claim.rank == "preferred"), default=None)
    if due is None or due.quantity is None:
        return Chapter(title, _before_any_target(index, year, made))
    steps = [Step("Target", (operand(index, due),)), _as_oxide(index, due)]
    own = next((claim for claim in made if _kind(claim) == _kind(due)), None)
    if own is None:
        why = f"the neodymium made in {year} {unknown(index, year)}"
        return Chapter(title, (*steps, Step("Target less what was made", (), "−", why_not=why)))
    return Chapter(title, (*steps, compute(index, "Target less what was made", "−", (due, own), subtract)))


def _targets(index: Index, year: Year, to_come: bool) -> list[Claim]:
    """List the targets for neodymium that fall due after a year, or else by its end."""
    return [
        claim
        for substance in _NEODYMIUM
        for claim in index.series.get(f"actor.irel/output/{substance}", ())
        if claim.status == "target" and last_day(claim.period) and year.precedes(claim.period) == to_come
    ]


def _kind(claim: Claim) -> tuple[str, str | None]:
    return claim.subject, claim.substance


def _day_due(target: Claim) -> date:
    return last_day(target.period) or date.min


def _before_any_target(index: Index, year: Year, made: list[Claim]) -> tuple[Step, ...]:
    """Say that no target falls due yet, and set beside what was made the one that comes next."""
    steps = [Step("Target", (), why_not=f"no target falls due by {year}")]
    coming = _targets(index, year, to_come=True)
    for own in made:
        alike = [claim for claim in coming if _kind(claim) == _kind(own)]
        if alike:
            following = min(alike, key=lambda claim: (_day_due(claim), claim.rank != "preferred"))
            both = (operand(index, following), operand(index, own))
            why = why_other_period(following, own)
            steps.append(Step("Next target less what was made", both, "−", why_not=why))
    return tuple(steps)


def _as_oxide(index: Index, target: Claim) -> Step:
    """Convert a target for the metal into its oxide, by the one factor that the atlas has."""
    assert target.quantity is not None
    outcome = convert(target.quantity, ND_OXIDE)
    factor = Operand(
        words=f"{ND_OXIDE.name} = {ND_OXIDE.formula}",
        number=f"{ND_OXIDE.value}",
        source=ND_OXIDE.sources[0],
    )
    result = f"{index.numbers.text(outcome.quantity)} of oxide" if outcome.quantity else ""
    return Step("The same as oxide", (operand(index, target), factor), "×", result, outcome.why_not)
