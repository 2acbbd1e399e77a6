"""Panels over the real data, each shown by itself and following its store."""

from importlib import import_module

import pytest
from stage import new_context
from widgets import application, settle

from desktop.window import theme


@pytest.fixture
def panel():
    """Build a panel as `desktop.panels.all` does: give it, the context and the port."""
    application()
    theme.apply("light")
    shown = []

    def make(module: str, year: int = 2025, size: tuple[int, int] = (384, 420), follow: bool = True):
        context, port = new_context(year)
        found = import_module(f"desktop.panels.{module}")
        kind = next(getattr(found, name) for name in dir(found) if name.endswith("Panel"))
        made = kind() if module == "legend" else kind(context)
        if follow:
            part = found.part_of(context.store) if hasattr(found, "part_of") else found.part
            context.store.subscribe(made.show, part)
        made.widget.resize(*size)
        made.widget.show()
        made.widget.activateWindow()
        shown.append(made)
        settle()
        return made, context, port

    yield make
    for made in shown:
        made.widget.close()
        made.widget.deleteLater()
    settle()
