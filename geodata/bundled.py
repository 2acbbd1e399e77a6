"""The scenarios and views that come with the atlas."""

from __future__ import annotations

from pathlib import Path

from geodata.scenario import Scenario, read_scenario

SCENARIOS = Path(__file__).parent / "scenarios"
VIEWS = Path(__file__).parent / "views.json"


def scenarios() -> tuple[Scenario, ...]:
    """Read the bundled scenarios, in the order of their titles."""
    found = (read_scenario(path.read_text(encoding="utf-8")) for path in SCENARIOS.glob("*.json"))
    return tuple(sorted(found, key=lambda scenario: scenario.title))


def views_text() -> str:
    """Give the text of the bundled views, as it was read."""
    return VIEWS.read_text(encoding="utf-8")
