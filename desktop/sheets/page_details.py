"""What a page in one file tells of a thing and of its sources, as compact plain values. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from desktop.sheets.sources import month_words
from geodata.drawn import Figure
from geodata.told import ConflictTold, Detail, Rivalry, SourceRow, StateChange

Value = dict[str, Any]
Keep = Callable[[Any], int]
"""Keeps a value once, and gives its number."""
Numbers = Mapping[str, int]
"""Id of a source → its number in the list of sources."""


def detail_of(detail: Detail, numbers: Numbers, keep: Keep) -> Value:
    """Give everything that is told of a thing; its figures are kept, because conflicts repeat them."""

    def kept(figures: tuple[Figure, ...]) -> list[int]:
        return [keep(_figure(figure, numbers)) for figure in figures]

    return {
        "title": detail.title,
        "kind": detail.kind,
        "facts": detail.facts,
        "bounds": detail.bounds,
        "history": [_change(change) for change in detail.history],
        "conflicts": [_conflict(told) | {"figures": kept(told.figures)} for told in detail.conflicts],
        "rivalries": [_rivalry(told) | {"figures": kept(told.figures)} for told in detail.rivalries],
    }


def source_of(row: SourceRow, numbers: Numbers) -> Value:
    """Give what the list of sources says of one; ``retells`` is a number, or 0."""
    return {
        "title": row.title,
        "published": f"{row.publisher}, {month_words(row.published)}",
        "reliability": row.reliability,
        "address": row.address or "",
        "retells": numbers.get(row.retells or "", 0),
        "claims": row.claims,
    }


def _rivalry(rivalry: Rivalry) -> Value:
    return {
        "title": rivalry.title,
        "summary": rivalry.summary,
        "standings": rivalry.standings,
        "agree": rivalry.agree,
        "reason": rivalry.reason,
        "computed": rivalry.computed,
        "origins": rivalry.origins,
    }


def _conflict(conflict: ConflictTold) -> Value:
    return {"title": conflict.title, "text": conflict.text}


def _change(change: StateChange) -> Value:
    return {
        "words": change.words,
        "when": change.when,
        "source": change.source_short,
        "note": change.note or "",
    }


def _figure(figure: Figure, numbers: Numbers) -> Value:
    return {
        "claim": figure.claim,
        "what": figure.what,
        "text": figure.text,
        "period": figure.period,
        "status": figure.status,
        "letter": figure.letter,
        "confidence": figure.confidence,
        "rank": figure.rank,
        "source": numbers[figure.source],
        "cited": f"{figure.source_short}, {figure.locator}",
        "notes": [words for words in (figure.scope, figure.note) if words],
    }
