"""The words that the atlas uses for what the layers name by key. Standard library only."""

from __future__ import annotations

from datetime import date

NOT_FOUND = "not found"
NOT_KNOWN_YET = "not known yet"
PROMISED = "promised"

SUBSTANCES = {
    "reo": "rare-earth oxide",
    "re_product": "rare earths",
    "re_minerals": "rare-earth minerals",
    "re_chloride": "mixed rare-earth chloride",
    "nd": "neodymium",
    "nd_oxide": "neodymium oxide",
    "ndpr_oxide": "NdPr oxide",
    "re_magnets": "rare-earth magnets",
    "metal_magnets": "magnets",
    "monazite": "monazite",
    "heavy_minerals": "heavy minerals",
    "ore": "ore",
}
MINED = ("reo", "ore")
"""Substances that are dug up: of all others it is said that they are made."""
SUBSTANCE_SHORT = {"nd": "metal", "nd_oxide": "oxide"}

MEASURES = {
    "output": "made",
    "capacity": "capacity",
    "trade_mass": "traded",
    "trade_value": "trade value",
    "reserves": "reserves",
    "resource": "resource",
    "stock": "in stock",
    "area": "area",
    "cost": "cost",
    "count": "count",
    "world_rank": "rank by reserves",
    "share_mining": "share of mining",
    "share_refining": "share of refining",
    "share_supply": "share of supply",
    "share_magnets": "share of magnets",
    "share_of_output": "share of output",
    "start": "start",
    "end": "end",
    "state": "state",
    "role": "role",
}

STATUSES = {
    "actual": "actual",
    "provisional": "provisional",
    "estimate": "estimate",
    "forecast": "forecast",
    "target": "target",
    "plan": "plan",
    "missing": "not found",
}

STATES = {
    "proposed": "proposed",
    "memorandum": "memorandum signed",
    "in_force": "in force",
    "suspension_requested": "suspension requested",
    "suspended": "suspended",
    "ended": "ended",
    "unknown": "unknown",
    "reserved": "area reserved",
    "prior_approval": "prior approval given",
    "letter_of_intent": "letter of intent",
    "clearances_applied": "clearances applied for",
    "hearing": "public hearing",
    "hearing_cancelled": "public hearing cancelled",
    "granted": "granted",
    "operating": "operating",
    "dropped": "dropped",
}

ROLES = {
    "mining": "mining",
    "separation": "separation",
    "monazite_processing": "extraction",
    "refining": "refining",
    "magnets": "magnets",
    "research": "research",
    "park": "industrial park",
    "port": "port",
}

KINDS = {
    "plant": "Plant",
    "site": "Site",
    "mine": "Proposed mine",
    "flow": "Trade flow",
    "actor": "Company or country",
    "agreement": "Agreement",
    "event": "Event",
}

COUNTRIES = {"IN": "India", "JP": "Japan", "CN": "China", "US": "United States", "WORLD": "all origins"}

PLACE_BASES = {
    "surveyed": "surveyed",
    "town": "point of the town",
    "inferred": "inferred from texts",
    "state_only": "known only by its state",
    "representative": "representative; no text names the place",
}

NAMED = {
    "stated": "named in a public text as one of the four",
    "inferred": "one of the four by inference; no public text names them",
    "guess": "a guess; no public text names the four",
    "none": "unnamed; no public text names the four",
}

CONFIDENCES = {
    "stated": "an official or primary text was read",
    "reported": "press, or a text that retells another",
    "indicative": "inferred, computed or unattributed; not to be quoted alone",
}

RELIABILITIES = {
    "official": "official text",
    "company": "company",
    "agency": "news agency",
    "press": "press",
    "retelling": "retelling",
    "dataset": "dataset",
    "own_search": "our own search",
    "assumption": "assumption of a scenario",
}

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_words(day: date | None, precision: str | None) -> str:
    """Write a day as precisely as it is known.

    Parameters
    ----------
    precision : str or None
        day, month or year; None is day.

    Examples
    --------
    >>> day_words(date(2025, 6, 1), "month")
    'Jun 2025'
    """
    if day is None:
        return NOT_FOUND
    if precision == "year":
        return str(day.year)
    month = f"{_MONTHS[day.month - 1]} {day.year}"
    return month if precision == "month" else f"{day.day} {month}"


def upper_first(words: str) -> str:
    """Write the first letter large and leave the others: NdPr stays NdPr."""
    return words[:1].upper() + words[1:]


def distance_words(metres: float) -> str:
    """Write a radius of uncertainty.

    Examples
    --------
    >>> distance_words(2000), distance_words(500)
    ('2 km', '500 m')
    """
    return f"{metres / 1000:g} km" if metres >= 1000 else f"{metres:g} m"
