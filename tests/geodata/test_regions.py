from pathlib import Path

import geopandas
import pytest

from geodata.regions import BOUNDS

STATES = Path(__file__).resolve().parents[2] / "geodata" / "basemap" / "india_states.topojson"


def test_the_extents_are_those_of_the_states_that_are_drawn():
    drawn = geopandas.read_file(STATES).set_index("iso_3166_2").bounds
    assert sorted(BOUNDS) == sorted(drawn.index)
    for code, bounds in BOUNDS.items():
        assert bounds == pytest.approx(tuple(drawn.loc[code]), abs=0.006)
