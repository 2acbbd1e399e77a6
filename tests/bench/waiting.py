"""Acting and waiting inside a running Qt program."""

import time

from qtpy.QtCore import QEventLoop, QTimer

LONGEST_WAIT_S = 60


def wait(seconds):
    """Let the program run on its own."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec_()


def until(signal, act, accept=lambda *_: True):
    """Act, and wait for a signal with values that are accepted; gives the milliseconds that it took."""
    began = time.perf_counter()
    return (heard_after(signal, act, accept) - began) * 1000


def heard_after(signal, act, accept):
    """Act, and give the moment at which an accepted signal came."""
    loop, moments = QEventLoop(), []

    def hear(*values):
        if not moments and accept(*values):
            moments.append(time.perf_counter())
            loop.quit()

    patience = QTimer(singleShot=True, interval=LONGEST_WAIT_S * 1000)
    patience.timeout.connect(loop.quit)
    signal.connect(hear)
    patience.start()
    act()
    if not moments:
        loop.exec_()
    signal.disconnect(hear)
    if not moments:
        raise SystemExit("the page did not answer in time")
    return moments[0]


def until_ended(start):
    """Start something that takes two callbacks, for its end and for its failure; gives the milliseconds."""
    loop, moments, complaints = QEventLoop(), [], []

    def end(_result):
        moments.append(time.perf_counter())
        loop.quit()

    def fail(error):
        complaints.append(str(error))
        loop.quit()

    began = time.perf_counter()
    start(end, fail)
    if not moments and not complaints:
        loop.exec_()
    if complaints:
        raise SystemExit(complaints[0])
    return (moments[0] - began) * 1000
