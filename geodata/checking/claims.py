"""Rules that one claim keeps by itself. Standard library only.

Each rule takes a record and yields problems; broken fields are passed over, for they are reported already.
"""

from __future__ import annotations

from collections.abc import Iterator

from geodata.checking.fields import STATE_WORDS
from geodata.checking.periods import fits_its_period
from geodata.checking.problem import Problem, shown
from geodata.checking.records import Record
from geodata.claim import AMOUNT_MEASURES, ROLES, WORD_MEASURES

_MASSES, _RATES, _MONEY = ("t", "Mt", "kg"), ("t/y", "Mt/y", "kg/y"), ("INR crore", "USD million")
UNITS_OF: dict[str, tuple[str, ...]] = {
    "output": _MASSES + _RATES,
    "capacity": _RATES,
    "trade_mass": _MASSES + _RATES,
    "trade_value": _MONEY,
    "reserves": _MASSES,
    "resource": _MASSES,
    "stock": _MASSES,
    "area": ("ha",),
    "cost": _MONEY,
    "count": ("sites", "makers"),
    "world_rank": ("rank",),
}
"""The units in which a measure may stand; all others are shares, in percent."""
_WITHOUT_SUBSTANCE = ("trade_value", "cost", "area", *WORD_MEASURES)
_WITH_ROLE = ("plant", "site", "mine", "actor")


def has_its_amount(claim: Record) -> Iterator[Problem]:
    """Check that a figure has value, unit and bound, and that nothing else has any of them."""
    measure, status = claim.get("measure"), claim.get("status")
    if {"measure", "status", "value"} & claim.broken or not measure:
        return
    if measure in AMOUNT_MEASURES and status != "missing":
        yield from (
            claim.problem(name, expected, "nothing")
            for name, expected in (
                ("value", "a number, or the status missing"),
                ("unit", "a unit"),
                ("bound", "a bound"),
            )
            if claim.lacks(name)
        )
        return
    why = "was not found" if measure in AMOUNT_MEASURES else f"is a {measure}"
    for name in ("value", "value_max", "unit", "bound"):
        if name in claim.fields:
            yield claim.problem(name, f"nothing, for what {why} has no figure", shown(claim.get(name)))


def has_a_sound_amount(claim: Record) -> Iterator[Problem]:
    """Check that value, upper value, bound and unit fit one another and the measure."""
    value, value_max = claim.get("value"), claim.get("value_max")
    bound, unit, measure = claim.get("bound"), claim.get("unit"), claim.get("measure")
    if measure in AMOUNT_MEASURES and unit and unit not in UNITS_OF.get(measure, ("percent",)):
        yield claim.problem(
            "unit", f"{' or '.join(UNITS_OF.get(measure, ('percent',)))} for {measure}", shown(unit)
        )
    if bound == "range" and claim.lacks("value_max"):
        yield claim.problem("value_max", "the upper end of the range", "nothing")
    if bound and bound != "range" and value_max is not None:
        yield claim.problem("value_max", "nothing, for the bound is no range", shown(value_max))
    if value is None:
        return
    if bound == "range" and value_max is not None and value_max <= value:
        yield claim.problem("value_max", f"more than the value {shown(value)}", shown(value_max))
    if value < 0:
        yield claim.problem("value", "zero or more", shown(value))
    if unit == "percent" and max(value, value_max or 0) > 100:
        yield claim.problem("value", "100 percent at most", shown(max(value, value_max or 0)))
    if unit == "rank" and (bound != "exact" or value < 1 or value != int(value)):
        yield claim.problem("value", "an exact whole rank", f"{bound or 'no bound'} {shown(value)}")


def names_its_substance(claim: Record) -> Iterator[Problem]:
    """Check that a mass is a mass of something, and tells whether the source says so."""
    substance, measure, unit = claim.get("substance"), claim.get("measure"), claim.get("unit")
    if measure in _WITHOUT_SUBSTANCE:
        for name in ("substance", "substance_basis"):
            if name in claim.fields:
                yield claim.problem(name, f"nothing for {measure}", shown(claim.get(name)))
    elif unit in _MASSES + _RATES and claim.lacks("substance"):
        yield claim.problem("substance", "a substance, for it is a mass", "nothing")
    elif substance and claim.lacks("substance_basis"):
        yield claim.problem("substance_basis", "stated or inferred", "nothing")
    elif "substance_basis" in claim.fields and claim.lacks("substance"):
        yield claim.problem(
            "substance_basis", "nothing without a substance", shown(claim.get("substance_basis"))
        )


def has_its_word(claim: Record) -> Iterator[Problem]:
    """Check that a state or role is a word that the subject's kind knows, and that nothing else has one."""
    measure, word = claim.get("measure"), claim.get("word")
    if not measure or "word" in claim.broken or "subject" in claim.broken:
        return
    if measure not in ("state", "role"):
        if word:
            yield claim.problem("word", f"nothing for {measure}", shown(word))
        return
    kind = str(claim.get("subject")).partition(".")[0]
    words = STATE_WORDS.get(kind, ()) if measure == "state" else ROLES if kind in _WITH_ROLE else ()
    if not words:
        yield claim.problem("measure", f"no {measure} for a {kind}", measure)
    elif claim.get("status") == "missing":
        if word:
            yield claim.problem("word", "nothing, for what was not found has no word", shown(word))
    elif word not in words:
        yield claim.problem("word", f"one of {', '.join(words)}", shown(word))


def says_how_it_was_made(claim: Record) -> Iterator[Problem]:
    """Check that what we computed says from which claims and how, and is indicative."""
    if claim.get("made") == "computed":
        for name, expected in (
            ("computed_from", "the claims it is computed from"),
            ("formula", "how it is computed"),
        ):
            if claim.lacks(name):
                yield claim.problem(name, expected, "nothing")
        if claim.get("confidence") not in ("indicative", None):
            yield claim.problem(
                "confidence", "indicative, for it is computed", shown(claim.get("confidence"))
            )
    elif claim.get("made") == "stated":
        for name in ("computed_from", "formula"):
            if name in claim.fields:
                yield claim.problem(name, "nothing, for the source states it", shown(claim.get(name)))


def says_why_it_is_deprecated(claim: Record) -> Iterator[Problem]:
    """Check that a claim that is set aside says why."""
    if claim.get("rank") == "deprecated" and claim.lacks("rank_reason"):
        yield claim.problem("rank_reason", "why it is deprecated", "nothing")


def says_when_it_was_known(claim: Record) -> Iterator[Problem]:
    """Check that all but a start, an end and a role have a day on which they became known."""
    if claim.get("measure") not in ("start", "end", "role", None) and claim.lacks("known_on"):
        yield claim.problem("known_on", "the day its source made it public", "nothing")


CLAIM_RULES = (
    has_its_amount,
    has_a_sound_amount,
    names_its_substance,
    has_its_word,
    fits_its_period,
    says_how_it_was_made,
    says_why_it_is_deprecated,
    says_when_it_was_known,
)
