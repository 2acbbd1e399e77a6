"""What happens in other threads: work while events go on, and never the end of what Qt has made."""

import gc
import threading
import weakref

import pytest
from patience import eventually
from qtpy.QtCore import QObject, QTimer
from qtpy.QtWidgets import QApplication

from desktop.collecting import Collector
from desktop.errors import AskedError
from desktop.meanwhile import meanwhile


@pytest.fixture(scope="module")
def application():
    return QApplication.instance() or QApplication(["irel-atlas"])


@pytest.fixture
def collector(application):
    collector = Collector(application)
    yield collector
    collector.end()
    assert gc.isenabled()


@pytest.mark.usefixtures("application")
def test_events_happen_while_work_is_done_elsewhere():
    may_end = threading.Event()
    QTimer.singleShot(0, may_end.set)
    in_time, thread = meanwhile(lambda: (may_end.wait(60), threading.current_thread()))
    assert in_time
    assert thread is not threading.current_thread()


@pytest.mark.usefixtures("application")
def test_what_the_work_raises_is_raised_to_who_waits():
    def ask():
        raise AskedError("year: expected 1950 to 2035, got 1900")

    with pytest.raises(AskedError, match="got 1900"):
        meanwhile(ask)


def cycle_of_qt():
    """Make garbage that only the collector finds."""
    one, other = QObject(), QObject()
    one.other, other.one = other, one
    return weakref.ref(one)


def make_garbage():
    for _ in range(200_000):
        loop = []
        loop.append(loop)


@pytest.mark.usefixtures("collector")
def test_a_busy_thread_does_not_take_apart_what_qt_made():
    garbage = cycle_of_qt()
    thread = threading.Thread(target=make_garbage)
    thread.start()
    thread.join()
    assert garbage() is not None
    make_garbage()
    eventually(lambda: garbage() is None, "nobody took it away")
