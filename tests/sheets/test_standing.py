"""The map of a film of years stands still, whatever stands beside it in a year."""

from dataclasses import replace
from functools import cache

import pytest
from stage import dataset

from desktop.asking import deriver, opening_atlas
from desktop.sheets.film import Manner, film_of_years
from desktop.sheets.series import SheetSeries
from desktop.sheets.series_check import SeriesCheck
from desktop.sheets.sheet import SheetRequest
from desktop.sheets.standing import Measuring, box_of, places_of, stand_still


@cache
def derive():
    return deriver(dataset())


def film(first, last, size_px):
    return film_of_years(opening_atlas(dataset()), derive(), first, last, Manner(size_px))


def still(sheets, requests):
    return sheets.wait(lambda end: stand_still(SheetSeries(sheets.printer), requests, end, end))


def boxes(sheets, requests):
    return {box_of(sheets.make(replace(request, format="svg", carry=None))) for request in requests}


@pytest.mark.parametrize("size_px", [(1920, 1080), (1280, 720), (1080, 1080)], ids=str)
def test_the_map_lies_where_it_lay_the_year_before(sheets, size_px):
    requests = list(film(2019, 2030, size_px).requests)
    assert len(boxes(sheets, requests)) > 1, "left to itself it would jump"
    asked = still(sheets, requests)
    assert boxes(sheets, asked) == {asked[0].map_box}
    assert [request.frame.year for request in asked] == list(range(2019, 2031))


def test_what_the_check_has_measured_is_not_drawn_again(sheets):
    requests = list(film(2022, 2025, (1920, 1080)).requests)
    measuring, drawn = Measuring(), SheetSeries(sheets.printer)
    eyes, told = measuring.eyes, list[int]()
    sheets.wait(
        lambda end: SeriesCheck(sheets.printer, eyes).run(requests, told.append, lambda *_: end(1), end)
    )
    assert told == [1, 2, 3, 4]
    measured = measuring.last(len(requests))
    assert measured == tuple(box_of(sheets.make(request.as_drawing)) for request in requests)
    made = list[SheetRequest]()

    class Counting(SheetSeries):
        def make(self, requests, each, done, fail):
            wanted = list(requests)
            made.extend(wanted)
            super().make(wanted, each, done, fail)

    asked = sheets.wait(lambda end: stand_still(Counting(sheets.printer), requests, end, end, measured))
    assert all(request.map_box for request in made), "one was drawn again as it was"
    assert asked == sheets.wait(lambda end: stand_still(drawn, requests, end, end))


def test_a_picture_alone_stays_as_it_is(sheets):
    (request,) = still(sheets, film(2024, 2024, (960, 540)).requests)
    assert request.map_box is None


def test_a_place_without_room_for_the_rest_is_not_taken(sheets):
    (request,) = film(2024, 2024, (1920, 1080)).requests
    own = boxes(sheets, [request])
    assert boxes(sheets, [replace(request, map_box=(40, 10, 1308, 1060))]) == own
    assert boxes(sheets, [replace(request, map_box=(40, 112, 1840, 860))]) == own


def test_what_cannot_be_drawn_is_told(sheets):
    requests = [replace(request, dpi=400) for request in film(2024, 2025, (960, 540)).requests]
    assert "too small" in str(still(sheets, requests))


def test_the_place_of_the_most_is_tried_first_as_high_as_the_least_high():
    assert places_of([(40, 110, 1300, 870), (40, 112, 1300, 900), (40, 110, 1840, 600)]) == [
        (40, 112, 1300, 868),
        (40, 112, 1840, 598),
    ]
