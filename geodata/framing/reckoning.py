"""Steps of a balance: figures as operands, what comes of two of them, and why nothing does. Pure."""

from __future__ import annotations

from collections.abc import Callable

from geodata import wording
from geodata.balance import Operand, Step
from geodata.claim import Claim
from geodata.drawn import letter_of
from geodata.framing.arithmetic import Outcome, over_a_year
from geodata.framing.figures import source_short, status_words, what
from geodata.framing.index import Index
from geodata.framing.numbers import Numbers
from geodata.framing.rules import is_after_data
from geodata.quantity import Quantity
from geodata.year import Year

Compute = Callable[[Quantity, Quantity, Numbers], Outcome]


def operand(index: Index, claim: Claim, quantity: Quantity | None = None) -> Operand:
    """Tell a claim as a figure of a step; `quantity` where an earlier step changed it."""
    told = quantity or claim.quantity
    number = index.numbers.text(told) if told else wording.NOT_FOUND
    substance = wording.SUBSTANCES.get((told.substance if told else claim.substance) or "", "")
    period = f"{claim.period.label}, {status_words(claim)}; {source_short(index, claim.source)}"
    return Operand(
        words=f"{number} {substance}; {period}",
        number=number,
        claim=claim.id,
        source=claim.source,
        letter=letter_of(claim),
        scenario=claim.scenario,
    )


def compute(index: Index, title: str, sign: str, claims: tuple[Claim, Claim], how: Compute) -> Step:
    """Set two claims against one another."""
    one, other = (over_a_year(claim.quantity) if claim.quantity else None for claim in claims)
    operands = tuple(operand(index, claim, told) for claim, told in zip(claims, (one, other), strict=True))
    if one is None or other is None:
        missing = ", ".join(what(index, c) for c, q in zip(claims, (one, other), strict=True) if q is None)
        return Step(title, operands, sign, why_not=f"{missing}: {wording.NOT_FOUND}")
    outcome = how(one, other, index.numbers)
    result = index.numbers.text(outcome.quantity) if outcome.quantity else ""
    return Step(title, operands, sign, result, outcome.why_not)


def unknown(index: Index, year: Year) -> str:
    """Say of a year without a figure whether one could be known."""
    return "is not known yet" if is_after_data(index, year) else "was not found"
