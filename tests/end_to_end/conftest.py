"""The atlas in its window, on the engine that QT_API names; no test may leave the page complaining."""

import shutil
from pathlib import Path

import pytest
from driver import Driver

from desktop.app import Opening
from geodata.reading import LAYERS

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.end_to_end)


@pytest.fixture(scope="module")
def atlas(tmp_path_factory):
    """The atlas as it opens the first time; the tests of a module share it."""
    driver = Driver(tmp_path_factory.mktemp("settings") / "window.json")
    driver.open()
    yield driver
    driver.close()


@pytest.fixture(autouse=True)
def _sound(request):
    """Whatever a test does, the page must not complain and nothing must have left this machine."""
    yield
    if "atlas" in request.fixturenames:
        atlas = request.getfixturevalue("atlas")
        assert atlas.complaints == []
        assert (atlas.gate.left_machine, atlas.gate.refused) == (0, 0)


@pytest.fixture
def layers(tmp_path) -> Path:
    """A copy of the layers, to be changed."""
    return Path(shutil.copytree(LAYERS, tmp_path / "layers"))


@pytest.fixture
def open_atlas(tmp_path):
    """Open further windows, one after the other: each is closed before the next, and the last at the end."""
    opened: list[Driver] = []

    def close() -> None:
        while opened:
            driver = opened.pop()
            driver.close()
            assert driver.complaints == []
            assert (driver.gate.left_machine, driver.gate.refused) == (0, 0)

    def make(data: Path | None = None, year: int | None = None, sheet: Path | None = None) -> Driver:
        close()
        driver = Driver(tmp_path / "window.json", Opening(data=data, year=year, sheet=sheet))
        opened.append(driver)
        driver.open()
        return driver

    yield make
    close()
