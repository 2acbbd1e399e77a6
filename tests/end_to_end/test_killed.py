"""A killed render process costs nothing: the view comes back with its state, and says what happened."""

import os
import signal

from patience import eventually, until

from desktop.commands import go


def kill(atlas) -> None:
    """End the map's render process as the kernel does when memory runs out."""
    until(atlas.map.crashed, lambda: os.kill(atlas.map.page.renderProcessPid(), signal.SIGKILL))
    until(atlas.map.ready)


def test_the_view_comes_back_with_its_state(open_atlas):
    atlas = open_atlas(year=2024)
    atlas.do("layers.show.other_sites")
    atlas.do("layers.show.flows_from_china")
    go.select(atlas.store, "plant.chavara")
    atlas.do("view.zoom-to-selection")
    atlas.rest()
    atlas.do("view.theme.dark")
    eventually(lambda: atlas.halo() == ["plant.chavara"])
    bounds, state, before = atlas.map_bounds(), atlas.store.atlas, atlas.laid_out()
    kill(atlas)
    eventually(lambda: atlas.evaluate("Boolean(window.atlas && window.atlas.scene)"))
    eventually(lambda: atlas.halo() == ["plant.chavara"])
    atlas.rest()
    assert atlas.store.atlas == state
    assert atlas.map_bounds() == bounds
    after = atlas.laid_out()
    for part in ("places", "flows", "areas"):
        assert [thing["id"] for thing in after[part]] == [thing["id"] for thing in before[part]]
    assert atlas.evaluate("document.documentElement.dataset.theme") == "dark"
    assert "the map was built again" in atlas.said


def test_the_map_answers_again_and_may_die_once_more(open_atlas):
    atlas = open_atlas()
    for year in (2026, 2027):
        kill(atlas)
        atlas.take_keyboard()
        atlas.painted(lambda: atlas.shortcut("Alt+Right"))
        assert atlas.store.frame.year == year
        assert f"{year} not" in eventually(atlas.map_words)
        x, y = atlas.spot_of("plant.oscom")
        picked = until(atlas.map.picked, lambda x=x, y=y: atlas.click(x, y))
        assert picked == ("plant.oscom",)


def test_a_sheet_can_be_made_after_its_own_process_was_killed(open_atlas, tmp_path):
    atlas = open_atlas()
    sheets = atlas.program.files.sheets
    eventually(lambda: sheets._bridge.is_ready)
    os.kill(sheets._page.renderProcessPid(), signal.SIGKILL)
    eventually(lambda: not sheets._bridge.is_ready)
    eventually(lambda: sheets._bridge.is_ready)
    ended: list = []
    sheets.write(atlas.program.files.sheet_request("png"), tmp_path / "sheet.png", ended.append, ended.append)
    (made,) = eventually(lambda: ended)
    assert isinstance(made, bytes), made
    assert (tmp_path / "sheet.png").read_bytes() == made
