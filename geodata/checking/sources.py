"""Rules about a claim and its source. Standard library only."""

from __future__ import annotations

from collections.abc import Iterator

from geodata.checking.entries import Entries
from geodata.checking.problem import Problem
from geodata.checking.records import Record

_SECOND_HAND = ("agency", "press", "retelling")


def check_sources(entries: Entries) -> Iterator[Problem]:
    """Check that claims are neither known before their source nor surer than it."""
    sources = {source.get("id"): source for source in entries.sources}
    for claim in entries.claims:
        source = sources.get(claim.get("source"))
        if source:
            yield from _known_after(claim, source)
            yield from _as_sure_as(claim, source)


def _known_after(claim: Record, source: Record) -> Iterator[Problem]:
    published, known_on = source.get("published"), claim.get("known_on")
    if published and known_on and known_on < published:
        yield claim.problem("known_on", f"{published} or later, when {source.name} was published", known_on)


def _as_sure_as(claim: Record, source: Record) -> Iterator[Problem]:
    """Check that "stated" rests on an official or primary text."""
    if claim.get("confidence") == "stated" and source.get("reliability") in _SECOND_HAND:
        got = f"stated, beside a source of the reliability {source.get('reliability')}"
        yield claim.problem("confidence", "reported or indicative, unless a primary text was read", got)
