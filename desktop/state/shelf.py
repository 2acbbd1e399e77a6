"""The scenarios at hand: those of the atlas, those in files, and those that were just made. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from geodata.scenario import Scenario

BUNDLED, FILE, NEW, MET = "bundled", "file", "new", "met"
"""Where a scenario comes from: the atlas, a file, this window, or a view, story or sheet that was opened."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """A scenario at hand, or a file that holds none.

    Parameters
    ----------
    origin : str
        `BUNDLED`, `FILE`, `NEW` or `MET`.
    scenario : Scenario or None
        As it is now; None where the file cannot be read.
    saved : Scenario or None
        As its file has it, or as it was met.
    place : str
        Path of its file; empty if it has none.
    reason : str
        Why the file cannot be read, in one line.
    """

    origin: str
    scenario: Scenario | None
    saved: Scenario | None = None
    place: str = ""
    reason: str = ""

    @property
    def is_unsaved(self) -> bool:
        """Whether something in it would be lost if the window closed."""
        if self.origin == NEW:
            return bool(self.scenario and self.scenario.changes)
        return self.origin in (FILE, MET) and self.scenario != self.saved


class Shelf:
    """Holds the scenarios at hand, and tells who listens when they change."""

    def __init__(self) -> None:
        self.entries: tuple[Shelved, ...] = ()
        self._on: Shelved | None = None
        self._views: list[Callable[[tuple[Shelved, ...]], object]] = []

    def subscribe(self, view: Callable[[tuple[Shelved, ...]], object]) -> None:
        """Call a view now and whenever the entries differ."""
        self._views.append(view)
        view(self.entries)

    def fill(self, entries: Iterable[Shelved]) -> None:
        """Hold other entries; what was made here and is in no file stays."""
        found = tuple(entries)
        places = {entry.place for entry in found if entry.place}
        there = [entry.scenario for entry in found]
        kept = (e for e in self.entries if e.is_unsaved or e.origin in (NEW, MET))
        others = (e for e in kept if e.place not in places and not (e.origin == MET and e.scenario in there))
        self._set((*found, *others))

    def put(self, entry: Shelved) -> None:
        """Hold an entry, in the place of the one with its file or its scenario's id."""
        others = [e for e in self.entries if not _is_same(e, entry)]
        place = next((n for n, e in enumerate(self.entries) if _is_same(e, entry)), len(self.entries))
        if self._on is not None and _is_same(self._on, entry):
            self._on = entry
        self._set((*others[:place], entry, *others[place:]))

    def drop(self, entry: Shelved) -> None:
        """Hold an entry no longer."""
        self._set(tuple(other for other in self.entries if other != entry))

    def hold(self, entry: Shelved | None) -> None:
        """Note which entry is meant: two files may hold the same scenario."""
        self._on = entry

    def keep(self, scenario: Scenario | None) -> None:
        """Take over a scenario as it is seen now: it may have been changed, or have come with a view."""
        on = self._on if self._on in self.entries else None
        if scenario is None or on is None or not _may_be(on, scenario):
            self._on = self.of(scenario)
        elif on.scenario != scenario and (on.saved == scenario or self.of(scenario) is None):
            self._put_in_place(on, replace(on, scenario=scenario))
        else:
            self._on = self.of(scenario)
        if scenario is not None and self._on is None:
            self._meet(scenario)

    def _meet(self, scenario: Scenario) -> None:
        """Take over a scenario that no entry is: another state of one that has its id, or a new one."""
        for origin in (FILE, NEW, MET):
            for entry in self.entries:
                if entry.origin == origin and _may_be(entry, scenario):
                    saved = scenario if origin == MET else entry.saved
                    self._put_in_place(entry, replace(entry, scenario=scenario, saved=saved))
                    return
        self._on = Shelved(MET, scenario, scenario)
        self._set((*self.entries, self._on))

    def _put_in_place(self, entry: Shelved, changed: Shelved) -> None:
        self._on = changed
        self._set(tuple(changed if e == entry else e for e in self.entries))

    def of(self, scenario: Scenario | None) -> Shelved | None:
        """Find the entry of a scenario: of two that hold the same, the one that was meant."""
        on = self._on if self._on in self.entries else None
        if on is not None and scenario is not None and on.scenario == scenario:
            return on
        return next((e for e in self.entries if scenario is not None and e.scenario == scenario), None)

    def free_id(self, wanted: str) -> str:
        """Give an id that no scenario at hand has, as near to the wanted one as can be."""
        taken = {entry.scenario.id for entry in self.entries if entry.scenario}
        numbers = (f"{wanted[:74]}-{number}" for number in range(2, len(taken) + 3))
        return next(name for name in (wanted, *numbers) if name not in taken)

    def _set(self, entries: tuple[Shelved, ...]) -> None:
        if entries != self.entries:
            self.entries = entries
            for view in tuple(self._views):
                view(entries)


def _may_be(entry: Shelved, scenario: Scenario) -> bool:
    """Tell whether a scenario may be another state of what an entry holds: the atlas's own never change."""
    return entry.origin != BUNDLED and entry.scenario is not None and entry.scenario.id == scenario.id


def _is_same(one: Shelved, other: Shelved) -> bool:
    if one.place or other.place:
        return one.place == other.place
    both = one.scenario and other.scenario and one.scenario.id == other.scenario.id
    return bool(both) and one.origin == other.origin
