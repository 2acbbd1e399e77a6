"""The slides of the bundled story, made beside the window as the user makes them."""

from waiting import until_ended

from desktop.services.stories import bundled
from desktop.services.story_sheets import story_requests
from desktop.sheets.binding import Deck, bind
from desktop.sheets.files import put
from desktop.sheets.series import SheetSeries

SIZE = (3840, 2160)
ROUNDS = 3


def measure_deck(program, folder):
    """Make the ten slides of the bundled story a few times, milliseconds; the first time does not count."""
    story, series = bundled(), SheetSeries(program.files.sheets)
    path = folder / "talk.pptx"

    def make(done, fail):
        deck = Deck(story.title, tuple(story_requests(story, program.store.frame_of, SIZE)), "pptx")
        made = []

        def write():
            put(path, bind(deck, made))
            done(path)

        series.make(deck.requests, lambda _place, sheet: made.append(sheet), write, fail)

    return {"deck_ms": [until_ended(make) for _round in range(ROUNDS + 1)][1:]}
