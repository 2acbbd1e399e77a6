"""The window in the states of the gallery."""

import pytest
from draw import settled, show
from driver import Driver
from pictures import WINDOWS


@pytest.fixture(scope="module")
def driver(tmp_path_factory):
    """One window for all pictures."""
    driver = Driver(tmp_path_factory.mktemp("settings") / "window.json")
    driver.open()
    yield driver
    driver.close()
    assert driver.complaints == []


@pytest.fixture(scope="module", params=WINDOWS, ids=lambda picture: picture.name)
def stage(request, driver):
    """Bring the window into the state of a picture: the driver, and what is seen once all has settled."""
    show(driver, request.param)
    return driver, settled(driver)
