"""Commands on scenarios: one is laid over the claims, or none."""

from __future__ import annotations

from dataclasses import replace

from desktop.state.store import Store
from geodata.scenario import Scenario


def choose(store: Store, scenario: Scenario | None) -> None:
    """Lay a scenario over the claims; None takes it off."""
    name = f"Scenario {scenario.title}" if scenario else "No scenario"
    store.change(name, replace(store.atlas, scenario=scenario))
