"""Nothing leaves this machine: the status bar counts, and the count can rise."""

import pytest
from driver import Driver
from patience import eventually
from qtpy.QtWidgets import QLabel


@pytest.fixture
def driver(tmp_path):
    """A window of which more is asked than of the others: its page will try to reach the outside."""
    driver = Driver(tmp_path / "window.json")
    driver.open()
    yield driver
    driver.close()


def status(driver) -> str:
    return " ".join(label.text() for label in driver.window.status.findChildren(QLabel))


@pytest.mark.parametrize(
    "attempt",
    [
        "new Image().src = 'https://example.org/picture.png'",
        "navigator.sendBeacon('https://example.org/told', 'secret')",
        "document.head.append(Object.assign(document.createElement('script'), { src: 'https://a.example' }))",
    ],
    ids=["a picture", "a beacon", "a script"],
)
def test_a_request_to_the_outside_is_refused_and_counted_in_the_window(driver, attempt):
    assert "0 requests left this machine" in status(driver)
    assert "refused" not in status(driver)
    driver.evaluate(f"({attempt}, 0)")
    eventually(lambda: "refused" in status(driver), "the status bar does not tell of the refusal")
    assert "0 requests left this machine" in status(driver)
    assert driver.gate.left_machine == 0
    assert driver.gate.refused >= 1


def test_a_page_that_is_told_to_go_elsewhere_stays(driver):
    driver.evaluate("(location.href = 'https://example.org/', 0)")
    driver.two_frames()
    assert driver.map.page.url().scheme() == "atlas"
    assert "plant.aluva" in driver.drawn()
    assert driver.gate.left_machine == 0
