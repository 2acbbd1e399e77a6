import subprocess
import sys

EMITS = """
from qtpy.QtCore import QCoreApplication, QObject, Signal

class Clock(QObject):
    ticked = Signal(int)

app = QCoreApplication([])
clock, heard = Clock(), []
clock.ticked.connect(heard.append)
for tick in range(20_000):
    clock.ticked.emit(tick)
print(len(heard), heard[-1])
"""


def test_a_signal_declared_in_python_survives_20_000_emits():
    """One release of PySide6 aborts the interpreter after a few hundred: hence a process of its own."""
    run = subprocess.run(
        [sys.executable, "-c", EMITS], capture_output=True, text=True, timeout=60, check=False
    )
    assert (run.returncode, run.stdout.split()) == (0, ["20000", "19999"]), run.stderr
