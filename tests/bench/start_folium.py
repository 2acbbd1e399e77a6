"""A plain folium document of the same layers in the same kind of view, from nothing; then for other years.

``start_folium.py FOLDER YEAR …`` prints a line for each year when it is on the screen, with the milliseconds
that building, loading and painting its document took.
"""

import sys
import time
from pathlib import Path

from folium_document import build
from PySide6.QtCore import QTimer, QUrl  # noqa: TID251 (as start_bare.py, which this is compared with)
from PySide6.QtWebEngineWidgets import QWebEngineView  # noqa: TID251
from PySide6.QtWidgets import QApplication  # noqa: TID251


def main():
    folder, years = Path(sys.argv[1]), [int(year) for year in sys.argv[2:]]
    application = QApplication(["folium"])
    view = QWebEngineView()
    view.resize(1280, 800)
    began = 0.0

    def show_next():
        nonlocal began
        began = time.perf_counter()
        view.load(QUrl.fromLocalFile(str(build(folder, years.pop(0)))))

    def hear(title):
        if title == "painted":
            print(f"drawn {(time.perf_counter() - began) * 1000:.1f}", flush=True)
            QTimer.singleShot(200, show_next) if years else QTimer.singleShot(0, application.quit)

    view.titleChanged.connect(hear)
    view.show()
    show_next()
    application.exec()


if __name__ == "__main__":
    main()
