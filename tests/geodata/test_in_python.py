"""What README tells analysts to type in Python runs as it stands there, on the atlas's own data."""

import re
from pathlib import Path

import pytest

README = Path(__file__).parents[2] / "README.md"
TYPED = re.findall(r"^```python\n(.*?)^```$", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("typed", TYPED, ids=range(len(TYPED)))
def test_what_readme_tells_to_type_runs_and_prints_the_claims_it_names(typed, shipped, capsys):
    names = {}
    exec(compile(typed, README.name, "exec"), names)
    assert len(names["claims"]) == len(shipped.claims)
    assert names["claims"].crs.to_epsg() == 4326
    printed = capsys.readouterr().out
    wanted = [
        c for c in shipped.claims.values() if (c.subject, c.measure) == ("flow.cn-in.magnets", "trade_mass")
    ]
    assert sorted(names["magnets"].id) == sorted(claim.id for claim in wanted)
    assert all(figure in printed for figure in names["magnets"].figure)


def test_readme_has_something_to_type_in_python():
    assert TYPED
