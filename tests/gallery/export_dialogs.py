"""Pictures of the export dialog: in both themes, on paper, and with something to look at first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from driver import Driver
from exporting import open_dialog
from patience import eventually
from qtpy.QtCore import QEventLoop, QTimer

from desktop.services.stories import bundled
from desktop.services.story_sheets import story_requests
from desktop.sheets.check_dialog import CheckDialog
from desktop.sheets.choices import CUSTOM
from desktop.sheets.errors import SheetError
from desktop.sheets.export_dialog import ExportDialog
from desktop.sheets.series_check import Found, SeriesCheck

STILL_MS = 350
Change = Callable[[ExportDialog], object]


def _own_size(dialog: ExportDialog) -> None:
    """Ask for a wall that no sheet can be made for."""
    dialog.form.choose(size=CUSTOM)
    dialog.form.custom.take((2900, 2100))
    dialog.form.custom.choose_unit("mm")


DIALOGS: tuple[tuple[str, str, Change], ...] = (
    ("export-dialog", "view.theme.light", lambda _dialog: None),
    ("export-dialog-dark", "view.theme.dark", lambda dialog: dialog.form.choose(theme="dark")),
    ("export-dialog-paper", "view.theme.light", lambda dialog: dialog.form.choose(size="a3", theme="print")),
    ("export-dialog-custom", "view.theme.light", _own_size),
    (
        "export-dialog-warning",
        "view.theme.light",
        lambda dialog: dialog.form.title.setText("450 t of neodymium a year"),
    ),
)
"""Name of the picture, theme of the window, and what is set in the dialog."""


def draw_export_dialogs(driver: Driver, folder: Path) -> None:
    """Open the dialog, set it up, and take its picture."""
    driver.window.resize(1280, 800)
    for name, theme, change in DIALOGS:
        driver.do(theme)
        dialog = open_dialog(driver)
        change(dialog)
        eventually(lambda dialog=dialog: dialog.preview.is_up_to_date, f"{name} was not drawn")
        _let_it_rest()
        dialog.grab().save(str(folder / f"{name}.png"))
        dialog.reject()
    driver.do("view.theme.light")
    _draw_check(driver, folder / "check-dialog.png")


def _draw_check(driver: Driver, picture: Path) -> None:
    """Look the bundled story over, and take the picture of what there is to look at."""
    requests = story_requests(bundled(), driver.store.frame_of)
    found: list[Found] = []
    check = SeriesCheck(driver.program.files.sheets)
    check.run(requests, lambda _count: None, lambda _sheets, told: found.append(told), _fail)
    eventually(lambda: found, "the story was not looked over")
    dialog = CheckDialog(driver.window, "talk.pptx", requests, found[0])
    dialog.show()
    _let_it_rest()
    dialog.grab().save(str(picture))
    dialog.reject()


def _fail(error: SheetError) -> None:
    raise error


def _let_it_rest() -> None:
    """Wait until what is drawn is on the screen."""
    loop = QEventLoop()
    QTimer.singleShot(STILL_MS, loop.quit)
    loop.exec_()
