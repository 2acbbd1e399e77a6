"""What must run where no Qt is installed, and what must not wake the heavy libraries."""

import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import desktop.commands
import desktop.state
import geodata
import resources

QT = ["qtpy", "PySide6", "PyQt5", "folium"]
HEAVY = ["geopandas", "numpy", "pandas", "pyogrio", "pyproj", "shapely"]
HEAVY_FOR_SHEETS = [
    "PIL",
    "openpyxl",
    "pikepdf",
    "pptx",
    "pypdfium2",
    "qtpy.QtPrintSupport",
    "desktop.sheets.printer",
]
MAY_BE_HEAVY = ("geodata.tables", "geodata.flows", "geodata.making", "geodata.__main__")

IMPORT_ALL = """
import importlib, sys
refused, modules = sys.argv[1].split(","), sys.argv[2].split(",")
for name in refused:
    sys.modules[name] = None   # from here on Python answers: no such module
for name in modules:
    importlib.import_module(name)
print(len(modules))
"""


def modules_of(*packages):
    return sorted(
        module.name
        for package in packages
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
        if not module.name.startswith("geodata.making") and not module.name.endswith("__main__")
    )


def import_without(refused, modules):
    return subprocess.run(
        [sys.executable, "-c", IMPORT_ALL, ",".join(refused), ",".join(modules)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_data_resources_state_and_commands_need_no_qt():
    modules = modules_of(geodata, resources, desktop.state, desktop.commands)
    run = import_without(QT, modules)
    assert (run.returncode, run.stdout.strip()) == (0, str(len(modules))), run.stderr


def test_the_road_to_the_first_paint_wakes_no_heavy_library():
    modules = [
        name
        for name in modules_of(geodata, resources, desktop.state, desktop.commands)
        if not name.startswith(MAY_BE_HEAVY)
    ]
    run = import_without(QT + HEAVY, modules)
    assert (run.returncode, run.stdout.strip()) == (0, str(len(modules))), run.stderr


def test_the_web_engine_starts_before_anything_else_is_imported():
    run = import_without(
        ["desktop.beginning", "desktop.panels", "desktop.window", "geodata", *HEAVY], ["desktop.app"]
    )
    assert (run.returncode, run.stdout.strip()) == (0, "1"), run.stderr


def test_the_window_and_its_rooms_wake_no_heavy_library():
    run = import_without(
        ["folium", *HEAVY, *HEAVY_FOR_SHEETS], ["desktop.cli", "desktop.app", "desktop.beginning"]
    )
    assert (run.returncode, run.stdout.strip()) == (0, "3"), run.stderr


@pytest.mark.parametrize("package", ["desktop", "geodata", "resources"])
def test_naming_a_package_runs_nothing(package):
    init = Path(pkgutil.resolve_name(package).__file__)
    assert init.read_text(encoding="utf-8").strip() == ""
