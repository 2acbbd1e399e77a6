"""All that the user can do: the menus, the toolbar, and every command by its id."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.commands import (
    compare,
    edit,
    explain,
    extent,
    figures,
    file,
    go,
    layers,
    look,
    scenarios,
    stories,
    years,
)
from desktop.commands.command import Command, Menu
from desktop.commands.pane import Pane
from geodata.frame import Frame

TOOLBAR: tuple[Command | None, ...] = (
    extent.FIT_ALL,
    extent.ZOOM_TO_SELECTION,
    extent.MEASURE,
    None,
    edit.UNDO,
    edit.REDO,
)
TOOLBAR_RIGHT: tuple[Command | None, ...] = (file.EXPORT_SHEET,)


def menus(frame: Frame, panes: Sequence[Pane]) -> tuple[Menu, ...]:
    """List every menu; those of layers and figures follow the rows and series of the frame."""
    return (
        file.MENU,
        edit.MENU,
        look.menu(panes),
        layers.menu(frame),
        figures.menu(frame),
        years.MENU,
        compare.MENU,
        scenarios.MENU,
        stories.MENU,
        go.menu(panes),
        explain.MENU,
    )


def commands(frame: Frame, panes: Sequence[Pane]) -> tuple[Command, ...]:
    """List every command once, in the order of the menus."""
    found = {command.id: command for menu in menus(frame, panes) for command in menu.commands}
    return tuple(found.values())
