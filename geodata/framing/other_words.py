"""What else people call the things and figures that they look for, beside the words shown. Pure."""

from __future__ import annotations

from geodata import wording
from geodata.claim import Claim, Source, Thing
from geodata.framing.index import Index

_OF_KIND = {"flow": "exports imports shipments trade", "mine": "mines mining", "plant": "factory unit"}
_OF_REGION = {
    "IN-AP": "Andhra Pradesh Vizag Visakhapatnam",
    "IN-KL": "Kerala Travancore",
    "IN-MP": "Madhya Pradesh",
    "IN-OR": "Odisha Orissa",
    "IN-TN": "Tamil Nadu",
}
"""By ISO 3166-2, the names of the states with plants, sites and mines."""
_OF_MEASURE = {
    "output": "production produced output",
    "trade_mass": "exports imports shipments trade tonnage",
    "trade_value": "exports imports price money",
    "reserves": "deposits",
    "world_rank": "third fifth sixth largest ranking",
    "cost": "price money investment",
}
_TOLD = frozenset(("agreement", "event"))
"""Kinds of which the notes tell more than their names do."""


def of_thing(index: Index, thing: Thing) -> str:
    """Give where a thing is, between which places it goes, and what its states and notes say."""
    words = [
        _spoken(thing.id), thing.label, _OF_REGION.get(thing.region or ""), thing.operator,
        thing.from_place, thing.to_place, _OF_KIND.get(thing.kind),
    ]  # fmt: skip
    for claim in index.claims_of.get(thing.id, ()) if thing.kind in _TOLD else ():
        words += [wording.STATES.get(claim.word or ""), claim.note]
    return " ".join(filter(None, words))


def of_claim(claim: Claim) -> str:
    """Give the other words for what a figure measures, its substance, its scope and its note."""
    words = (
        _spoken(claim.id), _OF_MEASURE.get(claim.measure), wording.SUBSTANCES.get(claim.substance or ""),
        claim.scope, claim.note,
    )  # fmt: skip
    return " ".join(filter(None, words))


def of_source(source: Source) -> str:
    """Give the short names in a source's id: the USGS, its MCS; years stand in too many to tell anything."""
    return " ".join(word for word in _spoken(source.id).split() if not word.isdigit())


def _spoken(name: str) -> str:
    return name.replace(".", " ").replace("-", " ")
