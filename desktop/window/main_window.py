"""The main window: a frame around the map, and what only a window can do."""

from __future__ import annotations

from qtpy.QtCore import Qt
from qtpy.QtGui import QCloseEvent
from qtpy.QtWidgets import QApplication, QGridLayout, QMainWindow, QPushButton, QVBoxLayout, QWidget

from desktop.commands import file, finding, menus
from desktop.commands.command import Command, Menu, Services
from desktop.commands.outside import MapActions
from desktop.state.store import Store
from desktop.window.actions import Actions
from desktop.window.badges import Badge, MapBadges
from desktop.window.dialogs import WindowDialogs
from desktop.window.docking import Docks
from desktop.window.field_keys import FieldKeys
from desktop.window.finder import Finder
from desktop.window.memory import Memory
from desktop.window.offer_bar import OfferBar
from desktop.window.player import Player
from desktop.window.problem_bar import ProblemBar
from desktop.window.progress import ProgressLine
from desktop.window.settings import SettingsFile
from desktop.window.status import StatusBar
from desktop.window.theming import Theming
from desktop.window.tool_bar import ToolBar

FIRST_SIZE = (1280, 800)


class MainWindow(QMainWindow):
    """The window of the atlas.

    Notes
    -----
    `status` takes requests and the point under the pointer, `progress` slow work, `problems`
    what went wrong; `theming` tells which theme is drawn.
    """

    def __init__(
        self,
        store: Store,
        map_widget: QWidget,
        map_actions: MapActions,
        services: Services,
        settings: SettingsFile,
    ) -> None:
        super().__init__()
        self.setWindowTitle("IREL Atlas")
        self.resize(*FIRST_SIZE)
        self._store, self._map = store, map_widget
        self.docks = Docks(self, map_widget)
        self.memory = Memory(self, self.docks, settings)
        dialogs = WindowDialogs(self, store, self._menus)
        self.context = services.within(store, map_actions, self, self.docks, dialogs)
        self.doing, self._field_keys = Actions(self, self.context), FieldKeys(self)
        self.theming = Theming(self, self.doing)
        self.finder = Finder(self, self._offer, lambda match: match.run(self.context))
        self.status = StatusBar()
        self.badges = MapBadges(self.context)
        self.progress = ProgressLine(self.status)
        self.offers, self.problems = OfferBar(), ProblemBar(self._reload_button())
        self.player = Player(store, self)
        self._lay_out(map_widget)

    def commands(self) -> tuple[Command, ...]:
        """List every command that there is now."""
        return menus.commands(self._store.frame, self.docks.panes)

    def find(self) -> None:
        """Put the cursor into the box that finds and does."""
        self.finder.begin(QApplication.focusWidget())

    def quit(self) -> None:
        """Close the window."""
        self.close()

    def build_menus(self) -> None:
        """Build the menus anew: the rows or the series have changed."""
        self.doing.build(self.menuBar(), self._menus())
        self._field_keys.take(command.shortcut for command in self.commands())
        self.theming.paint_icons()

    def show_badges(self, shown: tuple[Badge, ...]) -> None:
        """Show over the map under which conditions alone it is right."""
        self.badges.show_badges(shown)
        self.theming.paint_icons()

    def come_back(self) -> None:
        """Take up the size and the layout in which the window was closed."""
        self.memory.bring_back()
        self._map.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about what is not saved, and remember how the window looked."""
        if any(
            kept.keeps_open()
            for kept in (self.context.stories, self.context.scenarios, self.context.sessions)
        ):
            event.ignore()
            return
        self.memory.keep(self._store.atlas, self.context.stories.book.telling.place)
        super().closeEvent(event)

    def _menus(self) -> tuple[Menu, ...]:
        return menus.menus(self._store.frame, self.docks.panes)

    def _offer(self, text: str) -> tuple[finding.Match, ...]:
        frame = self._store.frame
        typed = (finding.year_match(text, frame), finding.day_match(text, frame))
        return (*filter(None, typed), *finding.candidates(self.context, self.docks.panes))

    def _reload_button(self) -> QPushButton:
        button = QPushButton(file.RELOAD.title)
        button.clicked.connect(self.doing.of(file.RELOAD).trigger)
        return button

    def _lay_out(self, map_widget: QWidget) -> None:
        column = QWidget()
        layout = QGridLayout(column)  # beside and below the map there is room for what an audience is told
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        bars = QVBoxLayout()
        bars.addWidget(self.offers)
        bars.addWidget(self.problems)
        layout.addLayout(bars, 0, 0)
        layout.addWidget(map_widget, 1, 0)
        layout.addWidget(self.badges, 1, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        layout.setRowStretch(1, 1)
        layout.setColumnStretch(0, 1)
        self.addToolBar(ToolBar(self.doing, self.finder))
        self.setCentralWidget(column)
        self.setStatusBar(self.status)
