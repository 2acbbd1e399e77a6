"""The Scenarios panel: the scenarios at hand, the one that is on, and what it changes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from qtpy.QtCore import QSignalBlocker, Qt
from qtpy.QtGui import QKeyEvent, QResizeEvent
from qtpy.QtWidgets import QApplication, QFrame, QListWidgetItem, QVBoxLayout

from desktop.commands import scenarios
from desktop.commands.command import Context
from desktop.commands.tips import as_tip
from desktop.panels.lists import BELOW, SOFT, ListDelegate, ShortList
from desktop.panels.pieces import AROUND, UNIT, column, command_button, row, text
from desktop.panels.scenario_editor import ScenarioEditor
from desktop.panels.seen import Seen
from desktop.state.atlas import Atlas
from desktop.state.shelf import BUNDLED, NEW, Shelved
from geodata.frame import Frame
from geodata.scenario import Scenario, ScenarioTold

_TOOLS = (scenarios.MAKE, scenarios.DUPLICATE, scenarios.OPEN, scenarios.SAVE, scenarios.DELETE)
_ORIGINS = {BUNDLED: "comes with the atlas", NEW: "in no file yet"}
_ON = "on the map · "
_MET = "came with what was opened"
"""What is said of a scenario that came with a view, a story or a sheet."""


@dataclass(frozen=True, slots=True)
class ScenarioOn:
    """What the panel shows: the scenario that is on, and how the claims take it."""

    scenario: Scenario | None
    told: ScenarioTold | None


def part(atlas: Atlas, frame: Frame) -> ScenarioOn:
    """Take what the panel shows out of a state and its frame."""
    return ScenarioOn(atlas.scenario, frame.scenario)


class ScenariosPanel:
    """Buttons and the list above, the scenario that is on below; nothing is read before it is seen."""

    def __init__(self, context: Context) -> None:
        self._context, self._shelf = context, context.scenarios.shelf
        self._shown = ScenarioOn(None, None)
        self._list = _ScenarioList(context)
        self._editor = ScenarioEditor(context)
        self._buttons = [command_button(command, context) for command in _TOOLS]
        tools = row(*self._buttons, text(), gap=2, stretch=len(_TOOLS))
        self.widget = Seen()
        inside = QVBoxLayout(self.widget)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(
            column(tools, self._list, self._editor.widget, margins=AROUND, gap=UNIT // 2, stretch=1)
        )
        self.widget.setFocusProxy(self._list)
        self.widget.came.connect(self._come)
        self._shelf.subscribe(lambda _entries: self._show_now())

    def show(self, shown: ScenarioOn) -> None:
        """Show the scenarios at hand, and the one that is on."""
        self._shown = shown
        if not self.widget.isVisible():
            return
        self._list.show_entries(self._shelf.entries, shown.scenario)
        holder = QApplication.focusWidget()
        if shown.scenario is None and holder is not None and self._editor.widget.isAncestorOf(holder):
            self._list.setFocus()  # not to wherever Qt would send the keyboard when the editor is hidden
        self._editor.show(shown.scenario, shown.told, scenarios.is_editable(self._context))
        for command, button in zip(_TOOLS, self._buttons, strict=True):
            button.setEnabled(command.enabled(self._context))

    def _show_now(self) -> None:
        """Show what is so now: the shelf may hear of a typed letter first, and what was would undo it."""
        store = self._context.store
        self.show(part(store.atlas, store.frame))

    def _come(self) -> None:
        self._context.scenarios.load()
        self.show(self._shown)


class _ScenarioList(ShortList):
    """None, and every scenario at hand: Enter, Space or a click lays it over the claims."""

    def __init__(self, context: Context) -> None:
        super().__init__(15 * UNIT)
        self._context = context
        self._entries: tuple[Shelved, ...] | None = None
        self._now: tuple[Scenario | None, int] = (None, 0)
        self.setAccessibleName("Scenarios")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(ListDelegate(self, has_two_lines=True))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._choose)

    def show_entries(self, entries: tuple[Shelved, ...], now: Scenario | None) -> None:
        """List what is at hand, and mark the scenario that is on."""
        with QSignalBlocker(self):
            on = self._context.scenarios.shelf.of(now)
            here = entries.index(on) + 1 if on in entries else 0
            is_new = entries != self._entries or (now, here) != self._now
            if is_new:
                self._entries = entries
                self.clear()
                self.addItem(_item("No scenario", f"{'' if here else _ON}what the claims say", ""))
                for place, entry in enumerate(entries, 1):
                    self.addItem(_entry_item(entry, _ON if place == here else ""))
            if is_new or not self.hasFocus():
                self._now = now, here
                self.setCurrentRow(here)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the scenario that is on in sight."""
        super().resizeEvent(event)
        self.scrollToItem(self.currentItem())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose at Enter and Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentItem():
            self._choose(self.currentItem())
        else:
            super().keyPressEvent(event)

    def _choose(self, item: QListWidgetItem) -> None:
        place, entries = self.row(item), self._entries or ()
        entry = entries[place - 1] if place else None
        if entry is None or entry.scenario is not None:
            self._context.scenarios.shelf.hold(entry)
            scenarios.choose(self._context.store, entry.scenario if entry else None)
            self.show_entries(entries, self._context.store.atlas.scenario)


def _entry_item(entry: Shelved, on: str) -> QListWidgetItem:
    name = PurePath(entry.place).name
    if entry.scenario is None:
        item = _item(name, f"cannot be read: {entry.reason}", f"{entry.place}\n{entry.reason}")
        item.setData(SOFT, True)
        return item
    count = len(entry.scenario.changes)
    where = name or _ORIGINS.get(entry.origin, _MET)
    unsaved = ", not saved" if entry.is_unsaved and entry.origin != NEW else ""
    below = f"{on}{count} change{'s' * (count != 1)} · {where}{unsaved}"
    return _item(entry.scenario.title, below, f"{entry.scenario.title}\n{entry.scenario.note}".strip())


def _item(title: str, below: str, tip: str) -> QListWidgetItem:
    item = QListWidgetItem(title)
    item.setData(BELOW, below)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}, {below}")
    item.setToolTip(as_tip(tip))
    return item
