"""What the user can do, as data: menus, toolbar, shortcuts and finder are built from lists of commands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields

from desktop.commands.outside import (
    DeckActions,
    Dialogs,
    ExportActions,
    FileActions,
    FilmActions,
    MapActions,
    PaneActions,
    RecoveryActions,
    ScenarioActions,
    SessionActions,
    StoryActions,
    TextActions,
    ViewActions,
    WindowActions,
)
from desktop.state.store import Store


@dataclass(frozen=True, slots=True)
class Services:
    """What works outside the store for the window's commands."""

    files: FileActions
    exports: ExportActions
    texts: TextActions
    stories: StoryActions
    sessions: SessionActions
    recovery: RecoveryActions
    films: FilmActions
    decks: DeckActions
    scenarios: ScenarioActions
    views: ViewActions

    def within(
        self,
        store: Store,
        map_actions: MapActions,
        window: WindowActions,
        panes: PaneActions,
        dialogs: Dialogs,
    ) -> Context:
        """Give the context of a window's commands that these work for."""
        own = {field.name: getattr(self, field.name) for field in fields(Services)}
        return Context(**own, store=store, map=map_actions, window=window, panes=panes, dialogs=dialogs)


@dataclass(frozen=True, slots=True)
class Context(Services):
    """What a command may reach: the services, and what the window brings."""

    store: Store
    map: MapActions
    window: WindowActions
    panes: PaneActions
    dialogs: Dialogs


def always(_context: Context) -> bool:
    """Enable a command at all times."""
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the user can do.

    Parameters
    ----------
    id : str
        ``menu.verb``.
    title : str
        As the menu shows it, without accelerator marks.
    run : callable
        Takes the `Context`.
    shortcut : str
        In Qt's portable form; empty for none.
    icon : str
        Name of a file in resources/icons, without its ending.
    enabled : callable
        Context → bool; changes nothing.
    checked : callable or None
        Context → bool for a command that switches something; changes nothing.
    title_now : callable or None
        Context → title, where it tells more than `title`: "Undo Hide Proposed mines".
    listed : callable
        Context → bool: whether menus have it now; changes nothing.
    """

    id: str
    title: str
    run: Callable[[Context], None]
    shortcut: str = ""
    icon: str = ""
    enabled: Callable[[Context], bool] = always
    checked: Callable[[Context], bool] | None = None
    title_now: Callable[[Context], str] | None = None
    listed: Callable[[Context], bool] = always


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu: None among its entries is a separator, a menu among them a submenu.

    Parameters
    ----------
    exclusive : bool
        Whether exactly one of its commands is checked at a time.
    """

    title: str
    entries: tuple[Command | Menu | None, ...]
    exclusive: bool = False

    @property
    def commands(self) -> tuple[Command, ...]:
        """Every command in it and in its submenus, in order."""
        found: list[Command] = []
        for entry in self.entries:
            if isinstance(entry, Menu):
                found += entry.commands
            elif entry is not None:
                found.append(entry)
        return tuple(found)
