"""What frames stand on: the data as known on a day, with a scenario laid over them. Pure, and memoised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from geodata.claim import Dataset
from geodata.frame import Query
from geodata.framing.index import make_index
from geodata.framing.known import as_known_on
from geodata.framing.overlay import apply
from geodata.framing.timeless import Timeless
from geodata.scenario import Scenario, ScenarioTold

_MEMORY = 12


@dataclass(frozen=True, slots=True)
class Basis:
    """What all years of a frame's clock have in common."""

    known_on: date | None
    scenario: Scenario | None
    fiscal: bool
    lakh: bool


class Knowledge:
    """The look-ups that frames need, one for each basis that is asked for.

    Parameters
    ----------
    dataset : Dataset
        Read and checked; nothing changes it.
    """

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        days = {claim.known_on for claim in dataset.claims.values() if claim.known_on is not None}
        self._report_days = tuple(sorted(days))
        self.timeless = lru_cache(maxsize=_MEMORY)(self._timeless)

    def basis(self, query: Query) -> Basis:
        """Name what a query stands on; a day from the data's own on is no restriction."""
        day = query.known_on
        if day is not None and day >= self._dataset.catalog.data_date:
            day = None
        return Basis(day, query.scenario, query.fiscal, query.lakh)

    def _timeless(self, basis: Basis) -> Timeless:
        known = as_known_on(self._dataset, basis.known_on)
        if basis.known_on is None and basis.scenario is None:
            index = make_index(known, basis.lakh, fiscal=basis.fiscal)
            return Timeless(index, report_days=self._report_days)
        widest = self.timeless(Basis(None, None, False, basis.lakh)).index.largest
        overlay = apply(known, basis.scenario) if basis.scenario else None
        index = make_index(overlay.dataset if overlay else known, basis.lakh, widest, basis.fiscal)
        told = None
        if basis.scenario and overlay:
            named = basis.scenario
            told = ScenarioTold(
                named.id, named.title, named.author, named.note, overlay.lines, overlay.problems, overlay.fits
            )
        data_date = self._dataset.catalog.data_date
        return Timeless(index, data_date, basis.known_on, told, self._report_days)
