"""A store over the real data, and ports that write down what commands ask of them. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any

from desktop.asking import deriver, opening_atlas
from desktop.commands.command import Context, Services
from desktop.services.stories import bundled
from desktop.state.shelf import BUNDLED, Shelf, Shelved
from desktop.state.store import Store
from desktop.state.story_store import StoryStore
from desktop.state.view_list import ViewList
from desktop.state.views import read_views
from geodata.bundled import scenarios, views_text
from geodata.claim import Dataset
from geodata.reading import read


@cache
def dataset() -> Dataset:
    """Read the atlas's own layers, once."""
    found = read()
    assert found.dataset is not None, "\n".join(map(str, found.problems))
    return found.dataset


def shelf_of_all() -> Shelf:
    """Give the scenarios that come with the atlas."""
    shelf = Shelf()
    shelf.fill(Shelved(BUNDLED, scenario) for scenario in scenarios())
    return shelf


def list_of_all() -> ViewList:
    """Give the views that come with the atlas."""
    made = ViewList()
    made.fill(read_views(views_text()), ())
    return made


@dataclass
class Port:
    """Takes every call that a command makes to the outside, and remembers it."""

    calls: list[tuple] = field(default_factory=list)
    is_measuring: bool = False
    has_offer: bool = True
    open_panes: set[str] = field(default_factory=set)
    shelf: Shelf = field(default_factory=shelf_of_all)
    list: ViewList = field(default_factory=list_of_all)
    book: StoryStore = field(default_factory=lambda: StoryStore(bundled()))

    def __getattr__(self, name: str):
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *values: self.calls.append((name, *values))

    def measure(self, on: bool) -> None:
        self.calls.append(("measure", on))
        self.is_measuring = on

    def is_open(self, pane: str) -> bool:
        return pane in self.open_panes

    def toggle(self, pane: str, on: bool) -> None:
        self.calls.append(("toggle", pane, on))
        (self.open_panes.add if on else self.open_panes.discard)(pane)


def services_of(port: Any) -> Services:
    """Let a port stand for every service."""
    return Services(**{field.name: port for field in fields(Services)})


def new_store(year: int | None = None) -> Store:
    """Open the atlas's own data."""
    return Store(opening_atlas(dataset(), year), deriver(dataset()))


def new_context(year: int | None = None) -> tuple[Context, Port]:
    """Give a context over the atlas's own data, and the port that stands for all that is outside."""
    port = Port()
    outside: Any = port
    return services_of(port).within(new_store(year), outside, outside, outside, outside), port
