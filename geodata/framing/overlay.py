"""A scenario laid over a dataset: the same values with its assumptions in place, each marked as one. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from geodata.claim import Claim, Dataset, Source, Thing
from geodata.framing.assuming import OPS
from geodata.framing.draft import Draft, UnfitError
from geodata.framing.known import as_known_on
from geodata.period import as_shown
from geodata.scenario import OP_WORDS, Change, Scenario


@dataclass(frozen=True, slots=True)
class Overlay:
    """A dataset with a scenario in it.

    Parameters
    ----------
    dataset : Dataset
        A new one; what it was laid over is untouched.
    lines : tuple of str
        One for each change that was made, in words.
    problems : tuple of str
        One for each that does not fit the claims and was left out: what, where, expected, got.
    fits : tuple of bool
        For each change in order, whether it was made.
    """

    dataset: Dataset
    lines: tuple[str, ...]
    problems: tuple[str, ...]
    fits: tuple[bool, ...]


def apply(dataset: Dataset, scenario: Scenario) -> Overlay:
    """Lay a scenario over a dataset.

    Notes
    -----
    A changed claim keeps its id and, as `Claim.base`, what it says without the scenario; it is marked, cites
    the scenario as its source, and is never a fact. The other answers to its question are set aside.
    """
    draft = Draft(scenario, dataset.claims, dict(dataset.things), dict(dataset.claims), dataset.catalog)
    lines, problems, fits = [], [], []
    for number, change in enumerate(scenario.changes, 1):
        try:
            lines.append(_told(draft, change, OPS[change.op](draft, change, number)))
            fits.append(True)
        except UnfitError as error:
            problems.append(f"change {number} of {scenario.title}: {error}")
            fits.append(False)
    source = Source(draft.source, f"Scenario: {scenario.title}", scenario.author, "assumption")
    changed = replace(
        dataset,
        things=draft.things,
        claims=dict(sorted(draft.claims.items())),
        sources={**dataset.sources, source.id: source},
    )
    return Overlay(changed, tuple(lines), tuple(problems), tuple(fits))


def as_seen(dataset: Dataset, known_on: date | None, scenario: Scenario | None) -> Dataset:
    """Give the dataset as it was known on a day, with a scenario laid over it."""
    known = as_known_on(dataset, known_on)
    return apply(known, scenario).dataset if scenario else known


def _told(draft: Draft, change: Change, was: str) -> str:
    """Write a change as a line: what, from, to, and why it might be so."""
    name = change.target.split("/")[0]
    claim: Claim | None = draft.claims.get(name)
    thing: Thing | None = draft.things.get(claim.subject if claim else name)
    what = thing.short if thing else name
    values = (f"{was} → {change.to}" if was else change.to).replace("_", " ")
    return f"{what}: {OP_WORDS[change.op]}, {as_shown(values)}. {change.assumption}"
