"""Commands on how things look: theme, numbers, panes and their layout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.commands import extent, knowing, views
from desktop.commands.command import Command, Menu
from desktop.commands.pane import Pane
from desktop.state.store import Store


def set_theme(store: Store, theme: str) -> None:
    """Draw light, dark, or as the system does."""
    store.change(_THEMES[theme][0], replace(store.atlas, look=replace(store.atlas.look, theme=theme)))


def set_lakh(store: Store, on: bool) -> None:
    """Group numbers in lakh and crore, or in thousands."""
    name = "Numbers in lakh and crore" if on else "Numbers in thousands"
    store.change(name, replace(store.atlas, look=replace(store.atlas.look, lakh=on)))


_THEMES = {
    "system": ("Theme of the system", "settings"),
    "light": ("Light theme", "sun"),
    "dark": ("Dark theme", "moon"),
}

LAKH = Command(
    "view.lakh",
    "Numbers in lakh and crore",
    lambda context: set_lakh(context.store, not context.store.atlas.look.lakh),
    checked=lambda context: context.store.atlas.look.lakh,
)
RESET_LAYOUT = Command(
    "view.reset-layout",
    "Reset layout",
    lambda context: context.panes.arrange(),
    "Ctrl+Shift+R",
    "layout",
)


def menu(panes: Sequence[Pane]) -> Menu:
    """List the extents, the themes and the panes."""
    themes = tuple(_theme(theme) for theme in _THEMES)
    return Menu(
        "View",
        (
            *extent.COMMANDS,
            None,
            views.MENU,
            Menu("Theme", themes, exclusive=True),
            LAKH,
            None,
            *knowing.COMMANDS,
            None,
            Menu("Panes", tuple(_pane(pane) for pane in panes)),
            RESET_LAYOUT,
        ),
    )


def _theme(theme: str) -> Command:
    title, icon = _THEMES[theme]
    return Command(
        f"view.theme.{theme}",
        title,
        lambda context: set_theme(context.store, theme),
        icon=icon,
        checked=lambda context: context.store.atlas.look.theme == theme,
    )


def _pane(pane: Pane) -> Command:
    return Command(
        f"view.pane.{pane.id}",
        pane.title,
        lambda context: context.panes.toggle(pane.id, not context.panes.is_open(pane.id)),
        checked=lambda context: context.panes.is_open(pane.id),
    )
