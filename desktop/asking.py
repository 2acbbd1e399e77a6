"""From the state to the frame: which query an atlas asks, and the atlas that opens on a dataset. No Qt."""

from __future__ import annotations

from collections.abc import Callable

from desktop.errors import AskedError
from desktop.state.atlas import Atlas, Clock, Layers, View
from geodata.claim import Catalog, Dataset
from geodata.frame import Frame, Query
from geodata.frames import framer
from geodata.framing.overlay import as_seen


def deriver(dataset: Dataset) -> Callable[[Atlas], Frame]:
    """Make the store's pure and memoised function from a state to its frame."""
    frame = framer(dataset)
    return lambda atlas: frame(query_of(atlas))


def query_of(atlas: Atlas) -> Query:
    """Say what the frame of a state depends on."""
    return Query(
        year=atlas.clock.year,
        rows=atlas.layers.visible,
        selected=atlas.selection.id,
        statuses=atlas.filter.statuses,
        substances=atlas.filter.substances,
        series=atlas.filter.series,
        lakh=atlas.look.lakh,
        known_on=atlas.known_on,
        scenario=atlas.scenario,
        fiscal=atlas.clock.fiscal,
        since=atlas.clock.first,
        cumulative=atlas.clock.cumulative,
        pinned=atlas.clock.pinned,
    )


def seen(dataset: Dataset, atlas: Atlas) -> Dataset:
    """Give the claims that a state shows: as known on its day, with its scenario laid over them."""
    return as_seen(dataset, atlas.known_on, atlas.scenario)


def opening_atlas(dataset: Dataset, year: int | None = None) -> Atlas:
    """Give the state that a dataset opens with: its rows that are on, its year, and the extent of both.

    Raises
    ------
    AskedError
        Where the year lies outside the clock.
    """
    catalog = dataset.catalog
    rows = frozenset(row.id for row in catalog.rows if row.on)
    shown = checked_year(catalog, catalog.open_year if year is None else year)
    extent = framer(dataset)(Query(shown, rows)).opening
    return Atlas(View(extent), Layers(rows), Clock(shown))


def checked_year(catalog: Catalog, year: int, name: str = "year") -> int:
    """Let a year of the clock pass.

    Parameters
    ----------
    name : str
        What was asked for, as it was typed.

    Raises
    ------
    AskedError
        Where it lies outside.
    """
    if not catalog.first_year <= year <= catalog.last_year:
        raise AskedError(f"{name}: expected {catalog.first_year} to {catalog.last_year}, got {year}")
    return year


def checked_rows(catalog: Catalog, text: str) -> frozenset[str]:
    """Read the ids of rows, joined by commas.

    Raises
    ------
    AskedError
        Where the catalogue has no such row.
    """
    known = {row.id for row in catalog.rows}
    wanted = [name.strip() for name in text.split(",") if name.strip()]
    unknown = next((name for name in wanted if name not in known), None)
    if unknown is not None or not wanted:
        raise AskedError(f"layers: expected rows among {', '.join(sorted(known))}, got {unknown or text!r}")
    return frozenset(wanted)
