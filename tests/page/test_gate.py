"""Nothing leaves this machine, and what would have is counted."""

from patience import until
from qtpy.QtCore import QUrl


def test_no_request_went_outside(driven, engine):
    for lon, lat, zoom in [(95, 25, 3.5), (79, 13, 6), (76.5, 9.6, 10), (85, 19.5, 12)]:
        driven.go_to(lon, lat, zoom)
    driven.settle()
    assert engine.gate.seen > 20
    assert engine.gate.left_machine == 0
    assert engine.answers.not_found == []


def test_what_the_page_asks_of_the_outside_is_refused_and_counted(driven, engine):
    before = engine.gate.refused
    (refused,) = until(
        driven.view.refused, lambda: driven.run("new Image().src = 'https://example.org/spy.png';")
    )
    assert refused == before + 1
    driven.complaints.clear()


def test_the_gate_stands_where_a_page_has_no_policy(engine):
    engine.answers.serve("open.html", lambda: b'<img src="https://example.org/spy.png"><p>here</p>')
    page = engine.page()
    before = engine.gate.blocked
    until(engine.gate.counted, lambda: page.load(QUrl("atlas://map/open.html")))
    assert engine.gate.blocked == before + 1
    assert engine.gate.left_machine == 0
    page.deleteLater()


def test_the_page_stays_where_it_is(driven):
    page = driven.view.page
    (address,) = until(page.navigation_refused, lambda: driven.run("location.href = 'https://example.org/';"))
    assert address == "https://example.org/"
    driven.run("window.open('https://example.org/');")
    driven.heard()
    assert driven.evaluate("location.href") == "atlas://map/index.html"
    assert len(driven.laid_out()["places"]) == 6


def test_files_outside_the_served_folders_are_not_given(driven, engine):
    for name in [
        "../pyproject.toml",
        "web/../files.py",
        "files.py",
        "basemap/../claim.py",
        "web/nothing.js",
        "",
    ]:
        asked = driven.run(
            "return await new Promise(done => { const asked = new XMLHttpRequest();"
            " asked.onload = () => done(asked.status); asked.onerror = () => done('refused');"
            " asked.open('GET', 'atlas://map/' + name); asked.send(); });",
            name=name,
        )
        assert asked == "refused", name
    engine.answers.not_found.clear()
    driven.complaints.clear()
