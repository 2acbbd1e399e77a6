"""The film of 21 years, made beside the window as the user makes it."""

import shutil

from waiting import until_ended

from desktop.sheets.film import Manner, film_of_years
from desktop.sheets.filming import FilmMaker

FIRST, LAST = 2005, 2025
ROUNDS = 3


def measure_film(program, folder):
    """Make the film of 21 years at 1920 x 1080 a few times, milliseconds; nothing without ffmpeg."""
    if shutil.which("ffmpeg") is None:
        return {"film_ms": []}
    maker, store = FilmMaker(program.files.sheets), program.store

    def make(done, fail):
        film = film_of_years(store.atlas, store.frame_of, FIRST, LAST, Manner())
        maker.make(film, folder / "years.mp4", lambda *_step: None, done, fail)

    return {"film_ms": [until_ended(make) for _round in range(ROUNDS + 1)][1:]}
