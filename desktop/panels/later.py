"""The panels that are closed at first: not even imported before somebody opens them."""

from __future__ import annotations

from qtpy.QtWidgets import QWidget

from desktop.commands.command import Context
from desktop.panels.following import following


def text(context: Context) -> QWidget:
    """Build the text version of what is shown."""
    from desktop.panels.text_version import TextVersionPanel, part_of

    return following(TextVersionPanel, part_of(context.store), context)


def matrix(context: Context) -> QWidget:
    """Build the evidence matrix."""
    from desktop.panels.matrix import MatrixPanel, part

    return following(MatrixPanel, part, context)


def deliveries(context: Context) -> QWidget:
    """Build the charts of what was promised and delivered."""
    from desktop.panels.deliveries import DeliveriesPanel, part

    return following(DeliveriesPanel, part, context)


def ladder(context: Context) -> QWidget:
    """Build the status ladder of the mines."""
    from desktop.panels.ladder import LadderPanel, part

    return following(LadderPanel, part, context)


def scenarios(context: Context) -> QWidget:
    """Build the list of scenarios and their editor."""
    from desktop.panels.scenarios import ScenariosPanel, part

    return following(ScenariosPanel, part, context)


def balance(context: Context) -> QWidget:
    """Build the balance of a year."""
    from desktop.panels.balance import BalancePanel, part

    return following(BalancePanel, part, context)


def compare(context: Context) -> QWidget:
    """Build the table of differences."""
    from desktop.panels.compare import ComparePanel, part_of

    return following(ComparePanel, part_of(context.store), context)


def views(context: Context) -> QWidget:
    """Build the list of views, which follows that list itself."""
    from desktop.panels.views import ViewsPanel

    return ViewsPanel(context).widget


def history(context: Context) -> QWidget:
    """Build the list of what was done, which follows the store by itself."""
    from desktop.panels.history import HistoryPanel

    return HistoryPanel(context).widget
