"""From sound records to values. Standard library only: on the road to the first paint."""

from __future__ import annotations

from datetime import date
from typing import Any

from geodata.checking.periods import day, period_of
from geodata.checking.records import Record
from geodata.claim import Catalog, Claim, Conflict, HeadlineRow, Row, Source, Thing
from geodata.period import Period
from geodata.quantity import Quantity

_TARGETS = ("target", "plan", "forecast")
_STOCKS = ("reserves", "resource", "stock")
_MOMENTS = ("since", "instant")
_PLAIN_OF_THING = (
    "id", "kind", "name", "label", "country", "region", "operator", "precision_m", "place_basis", "named",
    "to", "from_place", "to_place", "substance", "hs", "part_of", "flow", "date_precision", "note",
)  # fmt: skip
_PLAIN_OF_CLAIM = (
    "id", "subject", "measure", "question", "status", "source", "locator", "word", "substance", "scope",
    "year", "substance_basis", "date_precision", "made", "formula", "rank", "rank_reason", "confidence",
    "conflict", "agreement", "note",
)  # fmt: skip


def thing_of(record: Record) -> Thing:
    """Build a thing from a record that passed its checks."""
    plain = {name: record.get(name) for name in _PLAIN_OF_THING if name in record.fields}
    return Thing(
        file=record.file,
        positions=record.positions,
        aliases=record.ids("aliases"),
        from_=record.get("from"),
        parties=record.ids("parties"),
        about=record.ids("about"),
        start=day(record, "start"),
        end=day(record, "end"),
        **plain,
    )


def claim_of(record: Record) -> Claim | None:
    """Build a claim, as far as its fields are sound; None where one is missing that it cannot be without."""
    needed = ("id", "subject", "measure", "question", "status", "source", "locator")
    period = period_of(record)
    if period is None or any(name not in record.fields for name in needed):
        return None
    return Claim(
        period=period,
        quantity=_quantity(record, period),
        start=day(record, "start"),
        end=day(record, "end"),
        computed_from=record.ids("computed_from"),
        known_on=day(record, "known_on"),
        **{name: record.get(name) for name in _PLAIN_OF_CLAIM if name in record.fields},
    )


def _quantity(record: Record, period: Period) -> Quantity | None:
    value, unit = record.get("value"), record.get("unit")
    if value is None or unit is None:
        return None
    lasting = period.type not in _MOMENTS and record.get("measure") not in _STOCKS
    return Quantity(
        value=value,
        unit=unit,
        measure=record.get("measure"),
        bound=record.get("bound") or "exact",
        value_max=record.get("value_max"),
        substance=record.get("substance"),
        months=period.months if lasting else None,
        is_target=record.get("status") in _TARGETS,
    )


def source_of(record: Record) -> Source:
    """Build a source from a record that passed its checks."""
    return Source(**record.fields)


def conflict_of(record: Record) -> Conflict:
    """Build a conflict from a record that passed its checks."""
    fields: dict[str, Any] = {**record.fields, "claims": tuple(record.get("claims"))}
    return Conflict(**fields)


def catalog_of(catalog: Record, rows: list[Record], headlines: list[Record]) -> Catalog:
    """Build the catalogue from records that passed their checks."""
    clock = catalog.get("clock")
    return Catalog(
        data_date=date.fromisoformat(catalog.get("data_date")),
        first_year=clock["start"],
        last_year=clock["end"],
        open_year=clock["open"],
        rows=tuple(map(_row_of, rows)),
        headlines=tuple(HeadlineRow(**headline.fields) for headline in headlines),
    )


def _row_of(record: Record) -> Row:
    fields: dict[str, Any] = {**record.fields, "where": tuple(record.get("where").items())}
    return Row(**fields)
