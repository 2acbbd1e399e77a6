"""The Views panel: the views at hand, what each controls, and which layers it cannot know."""

from __future__ import annotations

from qtpy.QtCore import QEvent, QSignalBlocker, Qt
from qtpy.QtGui import QKeyEvent
from qtpy.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout

from desktop.commands import layers, views
from desktop.commands.command import Command, Context
from desktop.commands.tips import as_tip
from desktop.panels.lists import BELOW, ListDelegate
from desktop.panels.pieces import AROUND, UNIT, column, command_button, row, text
from desktop.panels.seen import Seen
from desktop.state.view_list import Listed
from desktop.state.views import NamedView, added

_COMMANDS: dict[int, Command] = {Qt.Key.Key_F2: views.RENAME, Qt.Key.Key_Delete: views.DELETE}
_TOOLS = (views.SAVE, views.RENAME, views.DELETE, views.EXPORT, views.IMPORT)


class ViewsPanel:
    """Buttons, the list, and in words what the marked view controls."""

    def __init__(self, context: Context) -> None:
        self._context, self._views = context, context.views.list
        self._list = _ViewList(context)
        self._told = text(name="soft")
        self._buttons = [command_button(command, context) for command in _TOOLS]
        tools = row(*self._buttons, text(), gap=2, stretch=len(_TOOLS))
        self.widget = Seen()
        inside = QVBoxLayout(self.widget)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(column(tools, self._list, self._told, margins=AROUND, gap=UNIT // 2, stretch=1))
        self.widget.setFocusProxy(self._list)
        self.widget.came.connect(self._come)
        self._views.subscribe(self.show)

    def show(self, listed: Listed) -> None:
        """Show the views at hand, and what the marked one controls."""
        if not self.widget.isVisible():
            return
        self._list.show_views(listed)
        view = listed.view
        lines = [f"Controls {views.controls(view)}; all else stays."] if view else []
        later = added(view, self._context.store.frame) if view else ()
        lines += [f"{views.later_words(later)}."] if later else []
        self._told.setText("\n".join(lines))
        for command, button in zip(_TOOLS, self._buttons, strict=True):
            button.setEnabled(command.enabled(self._context))

    def _come(self) -> None:
        self._context.views.load()
        self.show(self._views.listed)


class _ViewList(QListWidget):
    """Views by name and year: Enter or a click shows one."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._names: tuple[NamedView, ...] | None = None
        self.setAccessibleName("Views")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(ListDelegate(self, has_two_lines=True))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(lambda item: views.show(context, self.row(item)))
        self.currentRowChanged.connect(lambda place: context.views.list.mark(place if place >= 0 else None))

    def show_views(self, listed: Listed) -> None:
        """List the views, and mark one."""
        with QSignalBlocker(self):
            if listed.views != self._names:
                self._names = listed.views
                drawn = {row.id for row in self._context.store.frame.rows if layers.is_drawn(row)}
                self.clear()
                for place, view in enumerate(listed.views):
                    self.addItem(_item(view, place < len(listed.bundled), drawn))
            self.setCurrentRow(-1 if listed.marked is None else listed.marked)

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the list for the list: F2 is the glossary elsewhere."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            command = _COMMANDS.get(event.key())
            if command is not None and command.enabled(self._context):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show at Enter and Space, rename at F2, delete at Delete."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        command = _COMMANDS.get(event.key())
        if event.key() in keys and self.currentRow() >= 0:
            views.show(self._context, self.currentRow())
        elif command is not None and command.enabled(self._context):
            command.run(self._context)
        else:
            super().keyPressEvent(event)


def _item(view: NamedView, is_bundled: bool, drawn: set[str]) -> QListWidgetItem:
    """List a view with its year and how many of the rows that the Layers pane lists it shows."""
    clock, count = view.atlas.clock, len(view.atlas.layers.visible & drawn)
    parts = (
        clock.label if "clock" in view.controls else "",
        f"{count} layers" if "layers" in view.controls else "",
    )
    below = " · ".join(filter(None, (*parts, "" if is_bundled else "yours")))
    item = QListWidgetItem(view.name)
    item.setData(BELOW, below)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{view.name}, {below}")
    item.setToolTip(as_tip(f"{view.name}\nControls {views.controls(view)}; all else stays."))
    return item
