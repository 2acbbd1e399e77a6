import pytest

from resources import files


def test_a_resource_is_read_by_its_name():
    assert b"Leaflet 1.9.4" in files.read("vendor/leaflet/leaflet.js")


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "../pyproject.toml", "/etc/hostname", "vendor/../../README.md", "fonts/../..", "a\0b"],
)
def test_the_door_opens_to_nothing_outside_the_folder(name):
    with pytest.raises(files.OutsideResourcesError, match="expected the name of a file inside"):
        files.read(name)


def test_a_link_that_leads_out_is_not_followed(tmp_path, monkeypatch):
    (tmp_path / "inside").mkdir()
    (tmp_path / "secret.txt").write_text("not ours", encoding="utf-8")
    (tmp_path / "inside" / "link.txt").symlink_to(tmp_path / "secret.txt")
    monkeypatch.setattr(files, "ROOT", (tmp_path / "inside").resolve())
    with pytest.raises(files.OutsideResourcesError):
        files.read("link.txt")


def test_a_missing_resource_is_reported_as_missing():
    with pytest.raises(FileNotFoundError):
        files.read("vendor/nothing.js")


def test_every_served_file_has_a_type_that_a_page_accepts():
    served = [p for p in files.ROOT.rglob("*") if p.suffix in {".js", ".css", ".woff2", ".svg", ".png"}]
    assert served
    assert {files.content_type(p.name) for p in served} == {
        "text/javascript",
        "text/css",
        "font/woff2",
        "image/svg+xml",
        "image/png",
    }
