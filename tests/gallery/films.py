"""Pictures of films: one of each kind as its file holds it, and the dialog in which they are set up."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from driver import Driver
from patience import eventually
from PIL import Image
from qtpy.QtWidgets import QApplication
from stage import dataset

from desktop.asking import deriver, opening_atlas
from desktop.sheets.film import Manner, film_of_years
from desktop.sheets.film_dialog import FilmDialog
from desktop.sheets.filming import FilmMaker

YEARS = (2024, 2025)


def draw_films(driver: Driver, folder: Path) -> None:
    """Draw the last picture of a film in each kind that loses something, and the dialog."""
    maker = FilmMaker(driver.program.files.sheets)
    with tempfile.TemporaryDirectory() as beside:
        for kind in ("mp4", "gif"):
            path = Path(beside) / f"film.{kind}"
            _make(maker, path)
            _last_picture(path, folder / f"film-{kind}.png")
    maker.close()
    _draw_dialog(driver, folder / "film-dialog.png")


def _make(maker: FilmMaker, path: Path) -> None:
    """Film the opening state."""
    ended: list[object] = []
    film = film_of_years(opening_atlas(dataset()), deriver(dataset()), *YEARS, Manner())
    maker.make(film, path, lambda *_step: None, ended.append, ended.append)
    eventually(lambda: ended, f"{path.name} was not made")
    if isinstance(ended[0], Exception):
        raise ended[0]


def _last_picture(film: Path, picture: Path) -> None:
    if film.suffix == ".gif":
        with Image.open(film) as pictures:
            pictures.seek(YEARS[1] - YEARS[0])
            pictures.convert("RGB").save(picture)
        return
    words = ["ffmpeg", "-v", "error", "-y", "-sseof", "-0.2", "-i", film, "-frames:v", "1", picture]
    subprocess.run(words, check=True)


def _draw_dialog(driver: Driver, path: Path) -> None:
    driver.do("file.export-film")
    eventually(lambda: isinstance(QApplication.activeModalWidget(), FilmDialog), "no dialog came")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.grab().save(str(path))
    dialog.close()
