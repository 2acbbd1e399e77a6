"""The scenario that is on: its words, and its changes with what each does and why."""

from __future__ import annotations

from dataclasses import replace

from qtpy.QtCore import QSignalBlocker, Qt
from qtpy.QtWidgets import QFrame, QLineEdit, QListView, QListWidgetItem, QWidget

from desktop.commands import scenarios
from desktop.commands.command import Context
from desktop.commands.tips import as_tip
from desktop.panels.change_dialog import ChangeDialog
from desktop.panels.lists import BELOW, ListDelegate, ShortList
from desktop.panels.pieces import UNIT, column, icon_button, repaint, row, text
from geodata.scenario import MAX_LINE, OP_WORDS, Scenario, ScenarioTold

_FIELDS = (("title", "Name of the scenario"), ("author", "Author"), ("note", "What it is about"))
_COPY_FIRST = "It comes with the atlas: duplicate it to change it."


class ScenarioEditor:
    """Three lines and a list of changes; what is wrong is said below them."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._now: Scenario | None = None
        self._lines = {name: _line(words) for name, words in _FIELDS}
        self._changes = ShortList(14 * UNIT)
        self._add = icon_button("plus", "Add a change…")
        self._edit = icon_button("pencil", "Edit the change…")
        self._remove = icon_button("x", "Remove the change")
        self._wrong = text(name="export-words")
        head = row(text("Changes", "heading"), self._add, self._edit, self._remove, gap=2, stretch=0)
        self._names = row(self._lines["title"], self._lines["author"], gap=UNIT // 2, stretch=0)
        self._note = text(name="soft")
        parts = (self._names, self._lines["note"], self._note, head, self._changes, self._wrong)
        self.widget: QWidget = column(*parts, gap=UNIT // 2, stretch=4)
        self._set_up()

    def show(self, now: Scenario | None, told: ScenarioTold | None, editable: bool) -> None:
        """Show a scenario; None shows nothing."""
        self._now = now
        self.widget.setVisible(now is not None)
        if now is None:
            return
        for name, line in self._lines.items():
            if line.text().strip() != getattr(now, name):
                line.setText(getattr(now, name))
                line.setCursorPosition(0)
            line.setReadOnly(not editable)
            line.setToolTip(as_tip(getattr(now, name)))
        self._names.setVisible(editable)
        self._lines["note"].setVisible(editable)
        self._note.setText(now.note)
        self._note.setVisible(bool(now.note) and not editable)
        self._show_changes(now, told)
        self._add.setEnabled(editable)
        self._edit.setEnabled(editable and bool(now.changes))
        self._remove.setEnabled(editable and bool(now.changes))
        left_out = "\n".join(told.problems) if told else ""
        self._say(left_out or ("" if editable else _COPY_FIRST), bool(left_out))

    def _set_up(self) -> None:
        self._changes.setAccessibleName("Changes of the scenario")
        self._changes.setResizeMode(QListView.ResizeMode.Adjust)
        self._changes.setFrameShape(QFrame.Shape.NoFrame)
        self._changes.setItemDelegate(ListDelegate(self._changes, has_two_lines=True, wraps=True))
        self._changes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._changes.itemActivated.connect(lambda _item: self._ask(self._changes.currentRow()))
        for name, line in self._lines.items():
            line.textEdited.connect(lambda words, name=name: self._type(name, words))
        self._add.clicked.connect(lambda: self._ask(None))
        self._edit.clicked.connect(lambda: self._ask(self._changes.currentRow()))
        self._remove.clicked.connect(self._take_out)

    def _show_changes(self, now: Scenario, told: ScenarioTold | None) -> None:
        """List the changes: those that were made in the words of the frame, the others marked."""
        made = iter(told.lines if told else ())
        fits = told.fits if told and len(told.fits) == len(now.changes) else (False,) * len(now.changes)
        current = self._changes.currentRow()
        with QSignalBlocker(self._changes):
            self._changes.clear()
            for change, is_made in zip(now.changes, fits, strict=True):
                line = next(made, "").removesuffix(f" {change.assumption}") if is_made else ""
                words = line or f"Left out: {change.target}, {OP_WORDS[change.op]}, {change.to}"
                item = QListWidgetItem(words)
                item.setData(BELOW, change.assumption)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words} {change.assumption}")
                tip = (words, change.assumption, f"Leans on: {change.source}" if change.source else "")
                item.setToolTip(as_tip("\n".join(filter(None, tip))))
                self._changes.addItem(item)
            self._changes.setCurrentRow(min(max(current, 0), self._changes.count() - 1))

    def _type(self, name: str, words: str) -> None:
        if self._now is None or not scenarios.is_editable(self._context):
            return
        title = f"Edit the {'name' if name == 'title' else name} of the scenario"
        changed = replace(self._now, **{name: words.strip()})
        wrong = scenarios.edit(self._context.store, title, changed, f"type the scenario's {name}")
        if wrong:
            self._say(wrong, True)

    def _ask(self, place: int | None) -> None:
        if self._now is None or not scenarios.is_editable(self._context):
            return
        if place is None or 0 <= place < len(self._now.changes):
            dialog = ChangeDialog(self.widget, self._context, place)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _take_out(self) -> None:
        scenarios.remove_change(self._context.store, self._changes.currentRow())

    def _say(self, words: str, is_wrong: bool) -> None:
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))
        repaint(self._wrong, "problem", is_wrong)


def _line(words: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName("scenario-line")
    line.setAccessibleName(words)
    line.setPlaceholderText(words)
    line.setMaxLength(MAX_LINE)
    return line
