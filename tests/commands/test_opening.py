"""A file that is opened or dropped goes to whoever reads its kind, whatever it is called."""

import pytest
from stage import new_context, new_store

from desktop.commands.file import open_file
from desktop.services.stories import bundled
from desktop.state.session import session_of, text_of
from desktop.state.story_file import story_text
from geodata.bundled import SCENARIOS, VIEWS


def texts():
    store = new_store(2024)
    return {
        "sessions": text_of(session_of(store.atlas, store.frame)),
        "stories": story_text(bundled()),
        "scenarios": next(SCENARIOS.glob("*.json")).read_text(encoding="utf-8"),
        "views": VIEWS.read_text(encoding="utf-8"),
    }


class Heard:
    """Notes which of the services is asked to open what."""

    def __init__(self, kind, heard):
        self.open = self.open_sheet = lambda path: heard.append((kind, path.name))


@pytest.fixture
def opened(tmp_path):
    """Open a file with some text under a name, and tell who was asked."""

    def make(name, text):
        heard = []
        (tmp_path / name).write_text(text, encoding="utf-8")
        context, _ = new_context()
        for kind in ("sessions", "stories", "scenarios", "views", "files"):
            object.__setattr__(context, kind, Heard(kind, heard))
        open_file(tmp_path / name, context)
        return heard

    return make


@pytest.mark.parametrize("kind", ["sessions", "stories", "scenarios", "views"])
@pytest.mark.parametrize("name", ["a.json", "a.atlas", "a.irel-story.json"])
def test_what_the_text_says_goes_first(opened, kind, name):
    assert opened(name, texts()[kind]) == [(kind, name)]


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.atlas", "sessions"), ("A.ATLAS", "sessions"), ("a.atlas~", "sessions"), ("a.json", "stories")],
)
def test_a_damaged_text_goes_by_its_name(opened, name, kind):
    assert opened(name, "{") == [(kind, name)]


@pytest.mark.parametrize("name", ["a.png", "a.svg", "a", "a.pptx"])
def test_everything_else_is_a_sheet(opened, name):
    assert opened(name, texts()["sessions"]) == [("files", name)]
