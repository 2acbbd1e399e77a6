"""A window over the real data, with a plain widget where the map would be."""

import pytest
from widgets import open_window, settle


@pytest.fixture
def opened(tmp_path):
    """Give window, store, port and stand-in; the window is closed at the end."""
    windows = []

    def make(**how):
        found = open_window(tmp_path / "window.json", **how)
        windows.append(found[0])
        return found

    yield make
    for window in windows:
        window.close()
        window.deleteLater()
    settle()
