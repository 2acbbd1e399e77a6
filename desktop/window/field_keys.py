"""Keys that Qt's text fields would take from the atlas, given back to it in one place."""

from __future__ import annotations

from collections.abc import Iterable

from qtpy.QtCore import QEvent, QObject, Qt
from qtpy.QtGui import QKeyEvent, QKeySequence
from qtpy.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

_FIELDS = (QLineEdit, QAbstractSpinBox, QComboBox, QPlainTextEdit, QTextEdit)
_MODIFIERS = (
    (Qt.KeyboardModifier.ControlModifier, "Ctrl+"),
    (Qt.KeyboardModifier.AltModifier, "Alt+"),
    (Qt.KeyboardModifier.ShiftModifier, "Shift+"),
)
_TEXT_KEYS = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.SelectAll,
)


class FieldKeys(QObject):
    """Lets the atlas's shortcuts win over the Emacs-like keys of a text field, such as Ctrl+E for its end.

    Parameters
    ----------
    window : QWidget
        The window whose shortcuts they are.

    Notes
    -----
    Copy, cut, paste and select all stay the field's. Undo and redo are its own for as long as it has
    something to take back: once a line is taken, they are the atlas's again.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._shortcuts: frozenset[str] = frozenset()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def take(self, shortcuts: Iterable[str]) -> None:
        """Learn the shortcuts of the atlas, in Qt's portable form."""
        self._shortcuts = frozenset(shortcuts)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a field from claiming a key that is a shortcut."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if QApplication.activeModalWidget() is not None or not self._is_ours(watched, event):
            return False
        event.ignore()
        return True

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, _FIELDS):
            now.installEventFilter(self)  # a second time it is only moved to the front

    def _is_ours(self, field: QObject, event: QKeyEvent) -> bool:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier or _name(event) not in self._shortcuts:
            return False
        if event.matches(QKeySequence.StandardKey.Undo):
            line = _line(field)
            return line is not None and not line.isUndoAvailable()
        if event.matches(QKeySequence.StandardKey.Redo):
            line = _line(field)
            return line is not None and not line.isRedoAvailable()
        return not any(map(event.matches, _TEXT_KEYS))


def _line(field: QObject) -> QLineEdit | None:
    """Give the line that is typed in, if the field has one."""
    if isinstance(field, QAbstractSpinBox | QComboBox):
        return field.lineEdit()
    return field if isinstance(field, QLineEdit) else None


def _name(event: QKeyEvent) -> str:
    """Write a key as a shortcut is written."""
    held = "".join(name for modifier, name in _MODIFIERS if event.modifiers() & modifier)
    return held + QKeySequence(event.key()).toString(QKeySequence.SequenceFormat.PortableText)
