"""Wait for what will happen, with all the patience in the world, and never by the clock."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qtpy.QtCore import QEventLoop, QTimer

PATIENCE_MS = 90_000
"""How long anything may take before the test is lost: far longer than it ever does on a busy machine."""
LOOK_MS = 10
"""How often a condition that no signal tells of is looked at."""


def until(signal, act: Callable[[], object] | None = None, accept: Callable[..., bool] = lambda *_: True):
    """Act, wait for a signal whose values are accepted, and give them."""
    loop, got = QEventLoop(), []

    def take(*values):
        if accept(*values):
            got.append(values)
            loop.quit()

    signal.connect(take)
    if act:
        act()
    _run(loop, got)
    signal.disconnect(take)
    assert got, "what was waited for did not come"
    return got[0]


def answer_of(ask: Callable[[Callable[[Any], None]], object]) -> Any:
    """Ask what calls back with its answer, wait for that, and give it."""
    loop, got = QEventLoop(), []

    def take(value: Any) -> None:
        got.append(value)
        loop.quit()

    ask(take)
    _run(loop, got)
    assert got, "no answer came"
    return got[0]


def eventually(look: Callable[[], Any], what: str = "") -> Any:
    """Let events happen until something is true, and give it."""
    loop, got = QEventLoop(), []
    timer = QTimer(interval=LOOK_MS)

    def see():
        found = look()
        if found:
            got.append(found)
            loop.quit()

    timer.timeout.connect(see)
    see()
    timer.start()
    _run(loop, got)
    timer.stop()
    assert got, what or "what was waited for did not come true"
    return got[0]


def _run(loop: QEventLoop, got: list) -> None:
    """Run a loop, which may have ended before it began, and never for ever."""
    if not got:
        limit = QTimer(singleShot=True, interval=PATIENCE_MS)
        limit.timeout.connect(loop.quit)
        limit.start()
        loop.exec_()
        limit.stop()
