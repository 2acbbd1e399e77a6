"""The dialog that lists every command that has a shortcut."""

from __future__ import annotations

from collections.abc import Sequence

from qtpy.QtGui import QKeySequence
from qtpy.QtWidgets import QDialog, QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from desktop.commands.command import Command


class ShortcutsDialog(QDialog):
    """Commands and their keys, as the lists of commands have them."""

    def __init__(self, window: QWidget, commands: Sequence[Command]) -> None:
        super().__init__(window)
        self.setWindowTitle("Keyboard shortcuts")
        self.resize(480, 640)
        tree = QTreeWidget()
        tree.setAccessibleName("Keyboard shortcuts")
        tree.setHeaderLabels(["Command", "Keys"])
        tree.setRootIsDecorated(False)
        tree.setFrameShape(QFrame.Shape.NoFrame)
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        for command in commands:
            if command.shortcut:
                keys = QKeySequence(command.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
                tree.addTopLevelItem(QTreeWidgetItem([command.title, keys]))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(tree)
