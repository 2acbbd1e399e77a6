"""Scenarios held against the claims: which can be read, and which of their changes fit."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from geodata.claim import Dataset
from geodata.framing.overlay import apply
from geodata.scenario import ScenarioError, read_scenario_file


@dataclass(frozen=True, slots=True)
class CheckedScenario:
    """A scenario's file: what it holds, in one line, empty where it cannot be read, and what is wrong."""

    words: str
    problems: tuple[str, ...] = ()


def check_scenario(path: Path, dataset: Dataset | None) -> CheckedScenario:
    """Read a scenario's file and lay it over the claims; None where there are none that can be read."""
    try:
        scenario = read_scenario_file(path)
    except OSError as error:
        return CheckedScenario("", (f"{path.name}: cannot be read: {error.strerror or error}.",))
    except ScenarioError as error:
        return CheckedScenario("", (f"{path.name}: {error}.",))
    count = len(scenario.changes)
    words = f"{path.name}: {scenario.title}, {count} change{'s' * (count != 1)}, by {scenario.author}."
    unfit = apply(dataset, scenario).problems if dataset else ()
    return CheckedScenario(words, tuple(f"{path.name}: {problem}." for problem in unfit))
