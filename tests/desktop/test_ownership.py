import sys

from desktop.ownership import foreign_owners, warning


def install(site, name, *, files):
    """Leave in `site` what pip leaves there for a distribution with these files."""
    info = site / f"{name.replace('-', '_')}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    (info / "RECORD").write_text("".join(f"{file},,\n" for file in files), encoding="utf-8")
    for file in files:
        (site / file).parent.mkdir(exist_ok=True)
        (site / file).touch()


def test_no_one_else_owns_the_atlas_here():
    assert foreign_owners() == {}


def test_the_atlas_itself_is_no_stranger(tmp_path, monkeypatch):
    install(
        tmp_path, "irel-atlas", files=["desktop/__init__.py", "geodata/__init__.py", "resources/__init__.py"]
    )
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    assert foreign_owners() == {}


def test_another_distribution_with_one_of_our_names_is_named(tmp_path, monkeypatch):
    install(tmp_path, "game-kit", files=["resources/__init__.py", "game_kit/__init__.py"])
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    assert foreign_owners() == {"resources": ["game-kit"]}
    assert "game-kit" in warning(foreign_owners())
    assert '"resources"' in warning(foreign_owners())


def test_several_strangers_make_one_sentence():
    text = warning({"desktop": ["b", "a"], "geodata": ["b"]})
    assert text.startswith('a, b also install "desktop", "geodata" and')
