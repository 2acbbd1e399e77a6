"""A lean start: what nobody asks for is not imported, and all that is asked for is there."""

import subprocess
import sys

CODE = """
import gc, sys
from desktop.lean import UNUSED, start_lean
start_lean()
import desktop.app, desktop.beginning
from qtpy.QtGui import QAction
print(gc.isenabled(), [name for name in UNUSED if sys.modules.get(name) is not None])
"""


def test_what_nobody_asks_for_is_not_imported():
    told = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False []"
