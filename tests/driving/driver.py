"""Drive the running atlas as a user does: by mouse and keys, and see what the map and the panels show."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from patience import eventually, until
from qtpy.QtCore import QEvent, QPoint, QPointF, Qt
from qtpy.QtGui import QMouseEvent
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QAbstractButton, QApplication, QDockWidget, QLabel, QWidget

from desktop.app import Opening, Program, prepare_application
from desktop.window.settings import SettingsFile


@cache
def application() -> QApplication:
    """Give the one application of this process; its file dialogs are Qt's own, so that keys reach them."""
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    made = QApplication.instance() or prepare_application()
    assert isinstance(made, QApplication)
    made.setQuitOnLastWindowClosed(False)  # one window after another: the application outlives them
    return made


def keyboard_holder() -> QWidget:
    """Give the widget that the next key goes to."""
    found = QApplication.focusWidget() or QApplication.activeWindow()
    assert found is not None, "nothing has the keyboard"
    return found


class Driver:
    """The atlas in its window, what a user does with it, and what it shows.

    Parameters
    ----------
    settings : pathlib.Path
        The file in which the window remembers itself.
    """

    def __init__(self, settings: Path, opening: Opening | None = None) -> None:
        self.application = application()
        self.complaints: list[str] = []
        self.program = Program(opening or Opening(), SettingsFile(settings))
        self.map, self.store, self.window = self.program.map, self.program.store, self.program.window
        self.gate = self.program.engine.gate
        self.said = ""
        """What the status bar said last: after a few seconds it is no longer to be read there."""
        self.window.status.messageChanged.connect(self._hear)
        self.map.complained.connect(self.complaints.append)

    def open(self) -> None:
        """Show the window and wait until the map is painted and the keyboard is here."""
        until(self.map.painted, self.window.show)
        panes = [pane.id for pane in self.window.docks.panes if self.window.docks.is_open(pane.id)]
        eventually(lambda: all(self.dock(pane).widget() for pane in panes), "a pane stays empty")
        self.take_keyboard()

    def close(self) -> None:
        """Close the window and let everything go."""
        self.window.close()
        QApplication.closeAllWindows()
        self.program.close()

    def _hear(self, words: str) -> None:
        self.said = words or self.said

    def take_keyboard(self) -> None:
        """Bring the window to the front; without a window manager nobody else does after a dialog."""
        eventually(lambda: QApplication.activeModalWidget() is None, "a dialog keeps the keyboard")
        self.window.activateWindow()
        eventually(self.window.isActiveWindow, "the window did not get the keyboard")

    # Doing

    def painted(self, act: Callable[[], object]) -> None:
        """Do something that changes the scene, and wait until that is on the screen."""
        until(self.map.painted, act)

    def do(self, command: str) -> None:
        """Choose a command in its menu."""
        self.action(command).trigger()

    def action(self, command: str):
        """Give the action of a command, which menu, toolbar and shortcut share."""
        return self.window.doing.of(self.command(command))

    def command(self, name: str):
        """Find a command by its id."""
        return next(command for command in self.window.commands() if command.id == name)

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(keyboard_holder(), key, keys)

    def shortcut(self, keys: str) -> None:
        """Press a shortcut, in Qt's portable form."""
        QTest.keySequence(keyboard_holder(), keys)

    def type(self, text: str) -> None:
        """Type a text where the keyboard is."""
        QTest.keyClicks(keyboard_holder(), text)

    def find(self, words: str) -> None:
        """Type words into the box that finds and does, once it has the keyboard."""
        self.take_keyboard()
        self.shortcut("Ctrl+K")
        eventually(self.window.finder.hasFocus, "the box that finds did not get the keyboard")
        self.type(words)

    @property
    def surface(self) -> QWidget:
        """The widget of the map that takes mouse and keys."""
        found = self.map.focusProxy().focusProxy()
        assert found is not None
        return found

    def click(self, x: float, y: float) -> None:
        """Click on the map."""
        QTest.mouseClick(self.surface, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))

    def hover(self, x: float, y: float) -> None:
        """Move the pointer over the map, without a button."""
        at, none = QPointF(x, y), Qt.MouseButton.NoButton
        there, keys = QPointF(self.surface.mapToGlobal(at.toPoint())), Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(self.surface, QMouseEvent(QEvent.Type.MouseMove, at, there, none, none, keys))

    def drag(self, widget: QWidget, places: Sequence[QPoint]) -> None:
        """Press the left button at the first place, move over the others, and let go at the last."""
        button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mousePress(widget, button, pos=places[0])
        for place in places[1:]:
            there = QPointF(widget.mapToGlobal(place))
            move = QMouseEvent(QEvent.Type.MouseMove, QPointF(place), there, button, button, keys)
            QApplication.sendEvent(widget, move)
        QTest.mouseRelease(widget, button, pos=places[-1])

    # Seeing the map

    def evaluate(self, expression: str) -> Any:
        """Give the value of a JavaScript expression in the page."""
        answers: list[Any] = []
        self.map.page.runJavaScript(f"JSON.stringify([{expression}])", 0, answers.append)
        return json.loads(eventually(lambda: answers, "the page did not answer")[0])[0]

    def laid_out(self) -> dict[str, Any]:
        """Say what lies where on the map, in pixels."""
        return self.evaluate(
            "(({ places, flows, areas, labels }) => ({ labels,"
            " places: places.map(({ id, at, spot, r, moved }) => ({ id, at, spot, r, moved })),"
            " flows: flows.map(({ id, points }) => ({ id, points })),"
            " areas: areas.map(({ id, rings }) => ({ id, rings })) }))(window.atlas.scene.laidOut())"
        )

    def drawn(self) -> set[str]:
        """Give the ids of what is drawn on the map, as the document has them."""
        return set(
            self.evaluate(
                "[...document.querySelectorAll('.places > g, .areas > g, .flows > g')].map(g => g.dataset.id)"
            )
        )

    def map_words(self) -> str:
        """Give everything that is written on the map."""
        return self.evaluate(
            "[...document.querySelectorAll('.labels text')].map(t => t.textContent).join(' ')"
        )

    def spot_of(self, thing: str) -> list[float]:
        """Give the place of a symbol on the screen."""
        (spot,) = (place["spot"] for place in self.laid_out()["places"] if place["id"] == thing)
        return spot

    def halo(self) -> list[str]:
        """Give the ids of what is marked as selected on the map."""
        colour = "document.documentElement.style.getPropertyValue('--selection').trim()"
        return self.evaluate(
            f"(colour => [...document.querySelectorAll('g[data-id]')].filter("
            f"g => [...g.querySelectorAll('[stroke]')].some(one => one.getAttribute('stroke') === colour)"
            f").map(g => g.dataset.id))({colour})"
        )

    def two_frames(self) -> None:
        """Wait until the page has drawn two frames more: what it was told before has begun by then."""
        self.evaluate("(window.frames_to_wait = 2, 0)")
        count = "requestAnimationFrame(() => { frames_to_wait -= 1; })"
        while self.evaluate(f"({count}, frames_to_wait)") > 0:
            pass

    def rest(self) -> None:
        """Wait until the map has come to rest, and the store knows where."""
        moving = "map_atlas._animatingZoom || Boolean(map_atlas._panAnim && map_atlas._panAnim._inProgress)"
        there = (
            "(box => [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()])(map_atlas.getBounds())"
        )

        def is_at_rest() -> bool:
            self.two_frames()
            is_moving, bounds = self.evaluate(f"[{moving}, {there}]")
            return not is_moving and tuple(bounds) == self.map_bounds()

        eventually(is_at_rest, "the map does not come to rest")

    def map_bounds(self) -> tuple[float, float, float, float]:
        """Give west, south, east, north of what the map shows, in degrees."""
        return self.store.atlas.view.bounds

    # Seeing the panels

    def dock(self, pane: str) -> QDockWidget:
        """Find a pane's dock."""
        found = self.window.findChild(QDockWidget, pane)
        assert found is not None
        return found

    def raise_pane(self, pane: str) -> QDockWidget:
        """Bring a pane to the front."""
        self.window.docks.show(pane)
        dock = self.dock(pane)
        eventually(lambda: not dock.visibleRegion().isEmpty(), f"{pane} cannot be seen")
        return dock

    def words(self, pane: str) -> str:
        """Give everything that labels and buttons say in a pane."""
        return words_of(self.dock(pane).widget())

    def widget(self, kind: type, name: str) -> Any:
        """Find a widget by the name that screen readers tell."""
        return next(found for found in self.window.findChildren(kind) if found.accessibleName() == name)


def words_of(widget: QWidget) -> str:
    """Give what labels and buttons in a widget say, from top to bottom; what is cut short in full."""
    said = [*widget.findChildren(QLabel), *widget.findChildren(QAbstractButton)]
    shown = [one for one in said if one.isVisibleTo(widget) and one.text()]
    shown.sort(key=lambda one: one.mapTo(widget, QPoint(0, 0)).y())
    return "\n".join(one.accessibleName() if one.text().endswith("…") else one.text() for one in shown)
