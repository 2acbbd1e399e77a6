"""A box to choose from shortens what is chosen to its room, and never cuts a letter."""

from widgets import application

from desktop.panels.choice_box import ChoiceBox


def test_long_words_end_in_an_ellipsis_as_in_a_box_that_says_so():
    application()
    long, short = ChoiceBox("Long"), ChoiceBox("Short")
    long.addItem("Permanent magnets, all origins to India, by fiscal year")
    pictures = []
    for box in (long, short):
        box.resize(160, 32)
    for length in range(4, 30):
        short.clear()
        short.addItem(f"{long.itemText(0)[:length]}…")
        pictures.append(short.grab().toImage())
    assert long.grab().toImage() in pictures
