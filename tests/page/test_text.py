"""Data are text, never HTML: markup in any field is shown as it stands."""

from dataclasses import replace

from geodata.drawn import Label

MARKUP = '<img src=x onerror="document.title=1"><b>&amp;</b>'


def test_markup_in_every_field_is_shown_as_text(driven, make_frame):
    frame = make_frame()
    label, tip = Label(MARKUP, (MARKUP,)), (MARKUP, MARKUP)
    places = [replace(place, label=label, tip=tip) for place in frame.places[2:3]]
    areas = [replace(area, label=label, tip=tip) for area in frame.areas]
    flows = [replace(frame.flows[0], label=label, tip=tip, mark=MARKUP, letter=MARKUP)]
    driven.view.resize(1200, 900)
    driven.show(make_frame(places=tuple(places), areas=tuple(areas), flows=tuple(flows)))
    shown = driven.evaluate("document.querySelector('.labels').textContent")
    assert shown.count("onerror=") >= 4
    assert (
        driven.evaluate("document.querySelectorAll('img, b, .labels img, .map-tip *:not(div)').length") == 0
    )
    (place,) = driven.laid_out()["places"]
    driven.point_at(*place["spot"])
    driven.becomes("document.querySelector('.map-tip').textContent", 2 * MARKUP)
    assert driven.evaluate("document.querySelectorAll('.map-tip img, .map-tip b').length") == 0
    assert driven.evaluate("document.title") != "1"
