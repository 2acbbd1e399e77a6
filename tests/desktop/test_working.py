"""Slow work that is cancelled between its steps: it ends, says so, and the old file stays."""

import pytest
from qtpy.QtWidgets import QApplication
from stage import dataset

from desktop.asking import deriver, opening_atlas
from desktop.services.exports import _write_page, _write_table
from desktop.sheets.page_check import first_view
from desktop.working import Steps, Work


@pytest.fixture(scope="module")
def application():
    return QApplication.instance() or QApplication(["irel-atlas"])


@pytest.fixture
def heard(application):
    """Steps, and what they told: what ended with which words, and how far the work came."""
    steps, ended, taken = Steps(), [], []
    steps.ended.connect(lambda *how: ended.append(how))
    steps.taken.connect(lambda *far: taken.append(far))
    steps.application = application
    return steps, ended, taken


def page(path):
    atlas = opening_atlas(dataset())
    view = first_view(atlas, deriver(dataset()))
    return lambda steps: _write_page(atlas, view, dataset(), path, steps)


def table(path):
    claims = [claim.id for claim in dataset().claims.values() if claim.quantity]
    return lambda steps: _write_table(dataset(), claims, path, steps)


@pytest.mark.parametrize(("work", "ending"), [(page, "html"), (table, "csv"), (table, "geojson")])
def test_cancelled_work_leaves_the_old_file_as_it_was(heard, tmp_path, work, ending):
    steps, ended, taken = heard
    path = tmp_path / f"old.{ending}"
    path.write_bytes(b"old")
    steps.cancel()
    Work(work(path), steps).run()
    assert ended == [("", False)]
    assert taken == []
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_page_tells_a_step_for_each_year(heard, tmp_path):
    steps, ended, taken = heard
    path = tmp_path / "atlas.html"
    Work(page(path), steps).run()
    assert ended == [(f"Wrote {path}", True)]
    assert taken[-1] == (86, 86)
    assert taken == sorted(taken)


def test_work_that_slips_ends_all_the_same_and_says_so(heard):
    steps, ended, _taken = heard
    work = Work(lambda _steps: {}["nobody thought of this"], steps)
    with pytest.raises(KeyError):
        work.run()
    assert ended == [("it could not be done: KeyError: 'nobody thought of this'", False)]
