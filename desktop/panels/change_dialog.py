"""The dialog of one change of a scenario: what it is about, what it becomes, and why it might be so."""

from __future__ import annotations

import re

from qtpy.QtCore import Qt
from qtpy.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from desktop.commands import scenarios
from desktop.commands.command import Context
from desktop.panels.pieces import repaint, text
from geodata.frame import Frame
from geodata.scenario import MAX_LINE, OP_WORDS, OPS, TARGET_WORDS, TO_WORDS, Change

_FIND = "type a part of its name"
_LEAN = "a source, found by typing, or words; may be empty"
_KINDS = {
    "set_value": ("claim",),
    "set_status": ("claim",),
    "shift_year": ("claim",),
    "end": ("flow", "agreement"),
    "open": ("mine",),
    "set_state": ("agreement", "mine", "event"),
}
"""Kinds of entries of the index that a change may be about; `add_value` is about series."""
_LINES = {
    "target and to": "Of which and Becomes",
    "target": "Of which",
    "to": "Becomes",
    "from": "Instead of",
    "assumption": "Because",
    "source": "Leans on",
}
"""What the dialog calls the fields of a change."""


class ChangeDialog(QDialog):
    """Asks for a change, and says in one line why it does not fit.

    Parameters
    ----------
    place : int or None
        Which change of the scenario that is on is edited; None adds one.
    """

    def __init__(self, parent: QWidget, context: Context, place: int | None) -> None:
        super().__init__(parent.window())
        self._context, self._place = context, place
        self.setWindowTitle("Add a change" if place is None else f"Edit change {place + 1}")
        self.op, self.target, self.source = QComboBox(), QComboBox(), QComboBox()
        self.to, self.before, self.assumption = QLineEdit(), QLineEdit(), QLineEdit()
        self.wrong = text(name="export-words")
        repaint(self.wrong, "problem", True)
        self._about, self._into = text(name="soft", wrap=False), text(name="soft", wrap=False)
        choice = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(choice.Ok | choice.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._lay_out(buttons)
        self._set_up()
        now = context.store.atlas.scenario
        self._fill(now.changes[place] if now is not None and place is not None else None)

    def accept(self) -> None:
        """Take the change over, or say why it does not fit."""
        change = self._change()
        wrong = self._empty(change) or scenarios.put_change(self._context.store, change, self._place)
        self.wrong.setText(_by_line(wrong))
        if not wrong:
            super().accept()

    def _empty(self, change: Change) -> str:
        """Say which line has to be filled, by its name in the dialog; empty where none has."""
        needed = (
            (change.target, "Of which", self._about.text()),
            (change.to, "Becomes", self._into.text()),
            (change.assumption, "Because", "why it might be so"),
        )
        return next(
            (f"{name}: expected {words}, got nothing" for value, name, words in needed if not value), ""
        )

    def _change(self) -> Change:
        return Change(
            op=self.op.currentData(),
            target=_found(self.target),
            to=self.to.text().strip(),
            assumption=self.assumption.text().strip(),
            from_=self.before.text().strip(),
            source=_chosen(self.source),
        )

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        form = QFormLayout(self)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows: tuple[tuple[str, QWidget], ...] = (
            ("What changes", self.op),
            ("Of which", self.target),
            ("", self._about),
            ("Becomes", self.to),
            ("", self._into),
            ("Instead of", self.before),
            ("Because", self.assumption),
            ("Leans on", self.source),
        )
        for words, widget in rows:
            label = QLabel(words)
            label.setTextFormat(Qt.TextFormat.PlainText)
            form.addRow(label, widget)
            if words:
                widget.setAccessibleName(words)
        form.addRow(self.wrong)
        form.addRow(buttons)
        self.setMinimumWidth(560)

    def _set_up(self) -> None:
        for op in OPS:
            self.op.addItem(OP_WORDS[op], op)
        for box, hint in ((self.target, _FIND), (self.source, _LEAN)):
            box.setEditable(True)
            line = QLineEdit()
            line.setPlaceholderText(hint)
            box.setLineEdit(line)
            box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(40)
            finder = QCompleter(box.model(), box)
            finder.setFilterMode(Qt.MatchFlag.MatchContains)
            finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            box.setCompleter(finder)
        for line in (self.to, self.before, self.assumption):
            line.setMaxLength(MAX_LINE)
        self.before.setPlaceholderText("may be left empty: what the claims must say for it to fit")
        self.assumption.setPlaceholderText("Why it might be so, in one sentence")
        for entry in self._context.store.frame.sources:
            self.source.addItem(entry.title, entry.id)
        self.source.setCurrentIndex(-1)
        self.op.currentIndexChanged.connect(lambda _place: self._offer())
        for line in self.findChildren(QLineEdit):
            line.textEdited.connect(lambda _words: self.wrong.clear())

    def _fill(self, change: Change | None) -> None:
        """Show a change that is edited."""
        self.op.setCurrentIndex(OPS.index(change.op) if change else 0)
        self._offer()
        if change is None:
            return
        self.to.setText(change.to)
        self.before.setText(change.from_)
        self.assumption.setText(change.assumption)
        for box, name in ((self.target, change.target), (self.source, change.source)):
            box.setCurrentIndex(box.findData(name))
            if box.currentIndex() < 0:
                box.setEditText(name)
            for line in box.findChildren(QLineEdit):
                line.setCursorPosition(0)

    def _offer(self) -> None:
        """Offer what the chosen kind of change may be about, and say how its values are written."""
        op = self.op.currentData()
        self.target.clear()
        for title, name in _targets(self._context.store.frame, op):
            self.target.addItem(title, name)
        self.target.setCurrentIndex(-1)
        self._about.setText(TARGET_WORDS[op].split(":")[0])
        self._into.setText(TO_WORDS[op])


def _by_line(wrong: str) -> str:
    """Say what is wrong by the lines of the dialog, not by the fields of a file."""
    found = re.search(rf"(?:^|[:,] )({'|'.join(_LINES)}): (expected .*)", wrong)
    return f"{_LINES[found[1]]}: {found[2]}" if found else wrong


def _targets(frame: Frame, op: str) -> list[tuple[str, str]]:
    if op == "add_value":
        return [(chart.title, chart.series) for chart in frame.charts if not chart.series.endswith("/plan")]
    if "claim" in _KINDS[op]:
        words = ((f"{f.what}, {f.period}: {f.text} ({f.source_short})", f.claim) for f in frame.figures)
        return list(words)
    return [(entry.title, entry.id) for entry in frame.index if entry.kind in _KINDS[op]]


def _chosen(box: QComboBox) -> str:
    """Give the id of what was chosen, or the words that were typed instead."""
    typed = box.currentText().strip()
    place = box.findText(typed, Qt.MatchFlag.MatchFixedString)
    return str(box.itemData(place)) if place >= 0 else typed


def _found(box: QComboBox) -> str:
    """Give the id of what was chosen, or of the only one that the typed words are a part of."""
    typed = box.currentText().strip()
    parts = [at for at in range(box.count()) if typed.casefold() in box.itemText(at).casefold()]
    return str(box.itemData(parts[0])) if typed and len(parts) == 1 else _chosen(box)
