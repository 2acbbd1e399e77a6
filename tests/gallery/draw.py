"""Drive the real window and write pictures of it: ``draw.py FOLDER``."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1] / "driving"), str(Path(__file__).parents[2])]

from chromium import Chromium, Tab  # noqa: E402 (the paths above come first)
from decks import draw_decks  # noqa: E402
from driver import Driver  # noqa: E402
from export_dialogs import draw_export_dialogs  # noqa: E402
from films import draw_films  # noqa: E402
from patience import eventually  # noqa: E402
from pictures import COMPARED, PAGES, SCALED, SHEETS, STAGED, WINDOWS, Page, Picture, Sheet, Staged  # noqa: E402
from presenting import draw_presenter  # noqa: E402
from qtpy.QtCore import QEventLoop, Qt, QTimer  # noqa: E402
from qtpy.QtGui import QImage  # noqa: E402
from recovering import draw_recovering  # noqa: E402
from stage import dataset  # noqa: E402

from desktop.asking import deriver, opening_atlas  # noqa: E402
from desktop.sheets.page import write_page  # noqa: E402
from desktop.sheets.sheet import SheetRequest  # noqa: E402
from desktop.state.atlas import Atlas, Clock, Look, Selection, View  # noqa: E402
from desktop.state.comparing import frame_of_a  # noqa: E402
from geodata.bundled import scenarios  # noqa: E402

STILL_MS = 350
"""A picture is taken once the window has looked the same for so long."""
PROJECTED = (1920, 1080)
SCALED_ARGUMENT = "--scaled"


def main() -> int:
    """Write every picture and say where they are."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    if sys.argv[2:] == [SCALED_ARGUMENT]:
        draw_windows(folder, SCALED)
        return 0
    draw_windows(folder, WINDOWS)
    draw_pages(folder)
    again = [sys.executable, __file__, str(folder), SCALED_ARGUMENT]
    subprocess.run(again, env={**os.environ, "QT_SCALE_FACTOR": "2"}, check=True)
    pictures = sorted(folder.glob("*.png"))
    print(f"{len(pictures)} pictures in {folder}/: {', '.join(picture.stem for picture in pictures)}")
    return 0


def draw_windows(folder: Path, pictures: Iterable[Picture]) -> None:
    """Draw pictures of the window, and with the last window the sheets."""
    with tempfile.TemporaryDirectory() as settings:
        driver = Driver(Path(settings) / "window.json")
        driver.open()
        for picture in pictures:
            show(driver, picture)
            settled(driver).save(str(folder / f"{picture.name}.png"))
        if pictures is WINDOWS:
            draw_compared(driver, folder)
            for staged in STAGED:
                draw_staged(driver, staged, folder / f"{staged.name}.png")
            draw_presenter(driver, folder)
            for sheet in SHEETS:
                draw_sheet(driver, sheet, folder / f"{sheet.name}.png")
            draw_export_dialogs(driver, folder)
            draw_films(driver, folder)
            draw_decks(driver, folder)
        driver.close()
    if pictures is WINDOWS:
        draw_recovering(folder, settled)


def show(driver: Driver, picture: Picture) -> None:
    """Bring the window into the state of a picture."""
    driver.window.resize(*picture.size)
    driver.window.docks.arrange()
    if picture.pane:
        driver.window.docks.show(picture.pane)
    store = driver.store
    opening = opening_atlas(dataset())
    atlas = replace(
        opening,
        clock=Clock(
            picture.year,
            mode="instant" if picture.since is None else "range",
            since=picture.since,
            fiscal=picture.fiscal,
        ),
        known_on=picture.known_on,
        layers=replace(opening.layers, visible=opening.layers.visible | set(picture.rows)),
        selection=Selection(picture.selected),
        look=Look(picture.theme),
        scenario=next((found for found in scenarios() if found.id == picture.scenario), None),
        compare=picture.compare,
    )
    store.change("Picture", atlas)
    driver.rest()
    store.change("Picture", replace(store.atlas, view=View(picture.bounds or store.frame.opening)))
    driver.rest()
    driver.map.setFocus()


def draw_compared(driver: Driver, folder: Path) -> None:
    """Draw two states in one window."""
    for picture in COMPARED:
        show(driver, picture)
        settled(driver).save(str(folder / f"{picture.name}.png"))


def draw_staged(driver: Driver, staged: Staged, path: Path) -> None:
    """Present a step full screen, and keep the picture as a projector of 1920 by 1080 has it."""
    show(driver, Picture(staged.name, theme=staged.theme))
    driver.window.context.stories.present(staged.place)
    eventually(driver.window.isFullScreen, "nothing is presented")
    driver.rest()
    picture = settled(driver)
    smooth = Qt.TransformationMode.SmoothTransformation
    picture.scaled(*PROJECTED, Qt.AspectRatioMode.KeepAspectRatio, smooth).save(str(path))
    driver.key(Qt.Key.Key_Escape)
    eventually(lambda: not driver.window.isFullScreen(), "the window did not come back")


def settled(driver: Driver) -> QImage:
    """Grab the window once it has stopped changing."""
    seen: list[QImage] = []

    def is_still() -> bool:
        loop = QEventLoop()
        QTimer.singleShot(STILL_MS, loop.quit)
        loop.exec_()
        seen.append(driver.window.grab().toImage())
        return len(seen) > 1 and seen[-1] == seen[-2]

    eventually(is_still, "the window does not come to rest")
    return seen[-1]


def draw_sheet(driver: Driver, sheet: Sheet, path: Path) -> None:
    """Export a sheet of the opening state in another year, size and theme."""
    derive, atlas = deriver(dataset()), replace(opening_atlas(dataset(), sheet.year), compare=sheet.compare)
    frame, other = derive(atlas), frame_of_a(atlas, derive)
    request = SheetRequest(frame, frame.opening, sheet.size, sheet.theme, "png", other=other)
    done: list[bytes] = []
    failed: list[Exception] = []
    driver.program.files.sheets.write(request, path, done.append, failed.append)
    eventually(lambda: done or failed, f"{sheet.name} was not drawn")
    if failed:
        raise failed[0]


def draw_pages(folder: Path) -> None:
    """Draw the page in one file as Chromium shows it."""
    with tempfile.TemporaryDirectory() as beside, Chromium(Path(beside) / "profile") as chromium:
        path = Path(beside) / "atlas.html"
        for page in PAGES:
            write_page(_atlas_of(page), deriver(dataset()), path)
            draw_page(Tab(chromium, page.size, page.dark), page, path, folder)


def _atlas_of(page: Page) -> Atlas:
    """Give what a page opens with: a scenario in the year that it is about."""
    if page.scenario is None:
        return opening_atlas(dataset())
    chosen = next(scenario for scenario in scenarios() if scenario.id == page.scenario)
    return replace(opening_atlas(dataset(), 2030), scenario=chosen)


def draw_page(tab: Tab, page: Page, path: Path, folder: Path) -> None:
    """Open a page, select something, and take the picture."""
    tab.open(path)
    if page.selected:
        tab.run(f"document.querySelector('[data-id=\"{page.selected}\"]').focus()")
        tab.press("Enter")
    picture = folder / f"{page.name}.png"
    if page.is_printed:
        printed = tab.ask("Page.printToPDF", printBackground=True, paperWidth=8.27, paperHeight=11.69)
        line = ["pdftoppm", "-png", "-singlefile", "-r", "110", "-", str(picture.with_suffix(""))]
        subprocess.run(line, input=base64.b64decode(printed["data"]), check=True)
    else:
        tab.picture(picture)
    tab.close()


if __name__ == "__main__":
    raise SystemExit(main())
