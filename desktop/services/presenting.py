"""Presenting: the steps of a story full screen, one key after the other, and afterwards all as it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from qtpy.QtCore import QObject, Qt
from qtpy.QtGui import QColor, QKeySequence, QPalette, QScreen
from qtpy.QtWidgets import QApplication, QShortcut, QWidget

from desktop.panels.presenter_view import Place, PresenterView
from desktop.panels.stage import Seen, Stage, Told
from desktop.state.atlas import Atlas
from desktop.state.comparing import frame_of_a
from desktop.state.fitting import fitted
from desktop.state.store import Store
from desktop.state.story_store import StoryStore
from desktop.web.map_view import MapView
from desktop.window.full_screen import FullScreen, other_screen
from desktop.window.main_window import MainWindow
from desktop.window.pointer import PointerRest
from geodata.frame import Frame

FORWARD = ("Right", "Down", "PgDown", "Space", "Return")
BACK = ("Left", "Up", "PgUp", "Backspace")


class Presenter(QObject):
    """Shows steps to an audience; the state walked through leaves no trace in undo."""

    def __init__(self, store: Store, book: StoryStore, page: MapView, window: MainWindow) -> None:
        super().__init__(window)
        self._store, self._book, self._page, self._window = store, book, page, window
        self._stage = Stage()
        self._screen = FullScreen(window)
        self._black = _black(window)
        self._place = 0
        self._on: QScreen | None = None
        self._pointer = PointerRest(self)
        self._own: PresenterView | None = None
        self._forget: Callable[[], None] | None = None
        self._keys = [self._key(*pair) for pair in self._deeds()]
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.screenRemoved.connect(self._note_screen_gone)

    @property
    def is_on(self) -> bool:
        """Whether an audience is watching."""
        return self._forget is not None

    def begin(self, place: int) -> None:
        """Fill a screen, another one than the window's if there is one, and show a step."""
        if self.is_on or not self._book.telling.story.steps:
            return
        self._store.set_aside()
        here, self._on = self._window.screen(), other_screen(self._window)
        self._own = None if here is self._on else PresenterView(self._buttons())
        self._stage.fit(self._on.geometry().height())
        self._page.stage(self._stage.magnification)
        self._screen.enter(self._on, self._stage.side, self._stage.band)
        self._window.badges.step_back(True)
        for key in self._keys:
            key.setEnabled(True)
        self._show(place)
        self._forget = self._store.subscribe(self._show_seen, self._seen)
        self._pointer.begin()
        if self._own is not None:
            self._own.begin(here.availableGeometry())
        self._stage.band.setFocus()

    def end(self) -> None:
        """Bring back the window and the state as they were; the step shown last stays the current one."""
        if self._forget is None:
            return
        self._forget()
        self._forget = None
        self._pointer.end()
        if self._own is not None:
            self._own.end()
            self._own.deleteLater()
            self._own = None
        for key in self._keys:
            key.setEnabled(False)
        self._black.hide()
        self._page.stage(None)
        self._window.badges.step_back(False)
        self._screen.leave()
        self._store.take_up()
        self._book.stand_at(self._place)

    def _show(self, place: int) -> None:
        steps = self._book.telling.story.steps
        self._place = min(max(place, 0), len(steps) - 1)
        step, look = steps[self._place], self._store.atlas.look
        self._show_black(False)
        atlas = fitted(replace(step.atlas, look=look), self._store.frame, self._store.frame_of)
        self._stage.tell(Told(step.name, step.caption, self._place + 1, len(steps)))
        if self._own is not None:
            self._own.show_place(Place(steps, self._place))
        self._store.change(f"Go to {step.name}", atlas)

    def _show_seen(self, seen: Seen) -> None:
        self._stage.show(seen)
        if self._own is not None:
            self._own.show_frame(seen.frame)

    def _seen(self, atlas: Atlas, frame: Frame) -> Seen:
        return Seen(frame, frame_of_a(atlas, self._store.frame_of))

    def _forward(self) -> None:
        self._show(self._place + 1)

    def _back(self) -> None:
        self._show(self._place - 1)

    def _buttons(self) -> list[tuple[str, Callable[[], None]]]:
        return [
            ("Back", self._back),
            ("Next", self._forward),
            ("Black screen", self._blacken),
            ("End", self.end),
        ]

    def _deeds(self) -> list[tuple[str, Callable[[], None]]]:
        return [
            *((key, self._forward) for key in FORWARD),
            *((key, self._back) for key in BACK),
            ("Home", lambda: self._show(0)),
            ("End", lambda: self._show(len(self._book.telling.story.steps))),
            ("B", self._blacken),
            (".", self._blacken),
            ("Esc", self.end),
            ("F5", self.end),
        ]

    def _key(self, keys: str, deed: Callable[[], None]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self._window)
        shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)  # the presenter's own window has them too
        shortcut.setEnabled(False)
        shortcut.activated.connect(deed)
        return shortcut

    def _blacken(self) -> None:
        """Turn the screen black, or show it again."""
        self._show_black(self._black.isHidden())

    def _show_black(self, on: bool) -> None:
        self._black.setGeometry(self._window.rect())
        self._black.setVisible(on)
        self._black.raise_()
        if self._own is not None:
            self._own.show_black(on)

    def _note_screen_gone(self, screen: QScreen) -> None:
        if screen is self._on:
            self.end()


def _black(window: QWidget) -> QWidget:
    cover = QWidget(window)
    colours = cover.palette()
    colours.setColor(QPalette.ColorRole.Window, QColor("#000000"))
    cover.setPalette(colours)
    cover.setAutoFillBackground(True)
    cover.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, False)
    cover.setCursor(Qt.CursorShape.BlankCursor)
    cover.hide()
    return cover
