"""The years run by a beat of their own, and stop when told."""

from qtpy.QtCore import QTimer

from desktop.commands import years


def test_each_beat_is_a_year_and_pausing_ends_it(opened):
    window, store, *_ = opened()
    timer = window.player._timer
    assert not timer.isActive()
    years.play(store, True)
    assert timer.isActive()
    timer.timeout.emit()
    timer.timeout.emit()
    assert store.frame.year == 2027
    years.play(store, False)
    assert not timer.isActive()
    assert isinstance(timer, QTimer)


def test_the_last_year_ends_it(opened):
    window, store, *_ = opened()
    years.go_to(store, 2034)
    years.play(store, True)
    window.player._timer.timeout.emit()
    assert store.frame.year == 2035
    assert not window.player._timer.isActive()
