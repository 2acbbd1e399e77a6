"""The chart: what is known, reckoned and wanted look different; click and keys pick a claim."""

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from qtpy.QtCore import QPoint, QPointF, QRectF, Qt
from qtpy.QtGui import QColor, QFont, QFontMetricsF
from qtpy.QtTest import QTest
from stage import new_store
from widgets import application, click, settle

from desktop.panels.chart import ChartView
from desktop.panels.chart_layout import ChartLayout, value_words
from geodata.drawn import Bar, ChartModel

SLOTS = tuple((year, str(year)) for year in range(2021, 2027))


def bar(start, value, evidence="actual", length=1.0, **more):
    letter = {"estimate": "E", "target": "T"}.get(evidence, "")
    year = 2021 + int(start)
    text = "not found" if value is None else f"{value:g}"
    return Bar(
        f"claim.{start}", str(year), start, length, value, text, evidence, letter, year, f"tip {year}", **more
    )


BARS = (
    bar(0, 20.0), bar(1, None, "missing"), bar(2, None, "missing"), bar(3, 60.0, "estimate", rivals=2),
    bar(4, 40.0, length=0.5), bar(5, 90.0, "target", open_bound=True),
)  # fmt: skip
MODEL = ChartModel(
    "s", "x", "Neodymium made", "tonnes", SLOTS, 100.0, ((0, "0"), (50, "50"), (100, "100")), BARS, "plant"
)


@pytest.fixture
def shown():
    application()
    view = ChartView()
    view.resize(480, 300)
    view.take(MODEL, 2024, "")
    view.show()
    settle()
    yield view
    view.close()


def laid_out(view):
    return ChartLayout(MODEL, QRectF(view.rect()), QFontMetricsF(view.font()))


def colours(image, rect):
    return {
        QColor(image.pixel(x, y)).name()
        for x in range(round(rect.left()) + 3, round(rect.right()) - 3)
        for y in range(round(rect.top()) + 3, round(rect.bottom()) - 3)
    }


def test_bars_stand_at_their_years_as_high_as_their_figures():
    application()
    layout = ChartLayout(MODEL, QRectF(0, 0, 480, 300), QFontMetricsF(QFont()))
    rects = [layout.bar(found) for found in BARS]
    assert rects[0].height() == pytest.approx(layout.plot.height() * 0.2)
    assert rects[5].height() == pytest.approx(layout.plot.height() * 0.9)
    assert rects[4].width() == pytest.approx(rects[0].width() / 2)
    assert rects[4].left() - layout.slot(4).left() == pytest.approx(0, abs=layout.slot_width * 0.1)
    assert all(layout.plot.left() <= rect.left() and rect.right() <= layout.plot.right() for rect in rects)
    assert all(one.right() < other.left() for one, other in pairwise(rects))


def test_actual_is_filled_estimated_hatched_and_wanted_pale(shown):
    image = shown.grab().toImage()
    layout = laid_out(shown)
    filled, hatched, pale = (colours(image, layout.bar(BARS[place])) for place in (0, 3, 5))
    assert len(filled) == 1
    assert len(hatched) > 1
    assert len(pale) <= 4
    assert max(QColor(name).lightness() for name in pale) > QColor(next(iter(filled))).lightness()


def test_figures_carry_their_letter_bound_and_rivals():
    assert [value_words(found) for found in BARS] == ["20", "not found", "not found", "60 E ≠", "40", ">90 T"]


def test_not_found_is_written_once_over_a_run_of_years(shown):
    (run,) = laid_out(shown).gaps()
    assert run.width() == pytest.approx(2 * laid_out(shown).slot_width)


@pytest.mark.parametrize(("width", "letters"), [(480, 12), (300, 12), (416, 24)])
def test_not_found_is_never_upright_but_explained_where_it_has_no_room(width, letters):
    application()
    font = QFont()
    font.setPixelSize(letters)
    for model in (MODEL, *new_store().frame.charts):
        layout = ChartLayout(model, QRectF(0, 0, width, 230), QFontMetricsF(font))
        written = [layout.words_over(run) for run in layout.gaps()]
        key = layout.key_of_gaps()
        assert (key is not None) == (bool(written) and not any(written))
        if key is not None:
            sample, words = key
            unit = layout.metrics.horizontalAdvance(model.unit)
            assert layout.unit.left() + unit < sample.left() < sample.right() < words.left()
            assert words.right() <= width


@pytest.mark.parametrize("height", [120, 155, 230, 500])
def test_the_scale_keeps_its_ends_and_leaves_out_what_would_touch(height):
    application()
    font = QFont()
    font.setPixelSize(24)
    for model in new_store().frame.charts:
        layout = ChartLayout(model, QRectF(0, 0, 416, height), QFontMetricsF(font))
        heights = [layout.y(value) for value, _ in layout.ticks]
        assert (layout.ticks[0], layout.ticks[-1]) == (model.ticks[0], model.ticks[-1])
        assert len(heights) == 2 or min(a - b for a, b in pairwise(heights)) >= layout.metrics.height()


def test_the_marked_year_has_a_band(shown):
    def band(year):
        shown.take(MODEL, year, "")
        image = shown.grab().toImage()
        slot = laid_out(shown).slot(2)
        return QColor(image.pixel(round(slot.left()) + 2, round(slot.top()) + 40)).name()

    assert band(2023) != band(2024)


def test_a_target_is_as_pale_in_the_marked_year_as_in_any_other(shown):
    def tones(year):
        shown.take(MODEL, year, BARS[5].claim)
        return colours(shown.grab().toImage(), laid_out(shown).bar(BARS[5]))

    assert tones(2026) == tones(2024)


@pytest.mark.parametrize("place", range(len(BARS)))
def test_a_click_picks_the_bar_even_where_nothing_was_found(shown, place):
    picked = []
    shown.picked.connect(picked.append)
    rect = laid_out(shown).bar(BARS[place])
    click(shown, QPoint(round(rect.center().x()), round(laid_out(shown).plot.bottom()) - 4))
    assert picked == [BARS[place].claim]


def test_a_click_beside_the_bars_picks_nothing(shown):
    picked = []
    shown.picked.connect(picked.append)
    click(shown, QPoint(2, 2))
    assert picked == []


def test_keys_walk_from_the_marked_year_and_stop_at_the_ends(shown):
    picked = []
    shown.picked.connect(picked.append)
    shown.picked.connect(lambda claim: shown.take(MODEL, 2024, claim))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(shown, key)
    assert picked == ["claim.3", "claim.4", "claim.5", "claim.5", "claim.4"]
    assert shown.accessibleDescription() == "tip 2025"


def test_what_is_selected_has_a_ring(shown):
    shown.take(MODEL, 2024, "")
    before = shown.grab().toImage()
    shown.take(MODEL, 2024, "claim.0")
    assert shown.grab().toImage() != before


@pytest.mark.parametrize("size", [(240, 140), (384, 220), (900, 500)])
def test_no_two_figures_of_any_real_chart_overlap_at_any_size(size):
    application()
    metrics = QFontMetricsF(QFont())
    for model in new_store().frame.charts:
        layout = ChartLayout(model, QRectF(0, 0, *size), metrics)
        boxes = [box for _, _, box in layout.value_boxes(())]
        assert boxes
        assert not [1 for n, one in enumerate(boxes) for other in boxes[:n] if one.intersects(other)]
        names = [box for _, _, box in layout.slot_labels(model.slots[0][0])]
        assert not [1 for one, other in combinations(names, 2) if one.intersects(other)]


def test_where_not_all_figures_have_room_the_newest_is_told():
    application()
    bars = tuple(bar(start, 2900.0, "estimate") for start in range(6))
    layout = ChartLayout(
        replace(MODEL, bars=bars, top=3000.0), QRectF(0, 0, 240, 140), QFontMetricsF(QFont())
    )
    told = [found.year for found, _words, _box in layout.value_boxes(())]
    assert len(told) < len(bars)
    assert told[0] == 2026


def test_without_a_model_nothing_is_painted_and_nothing_can_be_chosen(shown):
    chosen = []
    shown.picked.connect(chosen.append)
    with_bars = shown.grab().toImage()
    shown.take(None, 2024, "")
    picture = shown.grab().toImage()
    assert picture != with_bars
    tones = {picture.pixel(x, y) for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)}
    assert len(tones) == 1
    QTest.keyClick(shown, Qt.Key.Key_Right)
    click(shown, QPointF(100, 100).toPoint())
    assert chosen == []


@pytest.mark.parametrize("width", [240, 320, 480, 900])
@pytest.mark.parametrize("year", [2021, 2023, 2026])
def test_the_marked_year_is_always_named_and_no_two_names_touch(width, year):
    application()
    layout = ChartLayout(MODEL, QRectF(0, 0, width, 300), QFontMetricsF(QFont()))
    labels = layout.slot_labels(year)
    assert str(year) in [label for _, label, _ in labels]
    boxes = [box for _, _, box in labels]
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))
    assert all(box.left() >= 0 and box.right() <= width for box in boxes)
    assert len(labels) == len(SLOTS) or width < 480
