"""The scenarios that come with the atlas."""

from __future__ import annotations

from pathlib import Path

from geodata.scenario import Scenario, read_scenario

SCENARIOS = Path(__file__).parent / "scenarios"


def scenarios() -> tuple[Scenario, ...]:
    """Read the bundled scenarios, in the order of their titles."""
    found = (read_scenario(path.read_text(encoding="utf-8")) for path in SCENARIOS.glob("*.json"))
    return tuple(sorted(found, key=lambda scenario: scenario.title))
