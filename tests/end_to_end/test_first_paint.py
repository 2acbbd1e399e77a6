"""What the first paint does without: libraries that cost more than all the rest of the start."""

import subprocess
import sys

UNNEEDED = [
    "folium", "branca", "geopandas", "numpy", "pandas", "pyogrio", "pyproj", "shapely",
    "PIL", "openpyxl", "pikepdf", "pypdfium2",
]  # fmt: skip

OPEN = """
import sys
from qtpy.QtCore import QTimer
from desktop.app import Opening, Program, prepare_application

application = prepare_application()
program = Program(Opening())

def tell(_number):
    program.map.painted.disconnect(tell)
    print("painted", *sorted({name.split(".")[0] for name in sys.modules} & set(sys.argv[1:])))
    QTimer.singleShot(0, program.window.close)

program.map.painted.connect(tell)
program.window.show()
application.exec_()
program.close()
"""


def test_the_first_paint_comes_without_the_heavy_libraries(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    run = subprocess.run(
        [sys.executable, "-c", OPEN, *UNNEEDED], capture_output=True, text=True, timeout=120, check=False
    )
    assert (run.returncode, run.stdout.strip()) == (0, "painted"), run.stderr
