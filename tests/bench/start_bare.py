"""The least that a window with a web page costs: an empty page, painted. Prints a line when it is there."""

from PySide6.QtCore import QTimer  # noqa: TID251 (what qtpy itself imports is no part of the least)
from PySide6.QtWebEngineWidgets import QWebEngineView  # noqa: TID251
from PySide6.QtWidgets import QApplication  # noqa: TID251
from two_frames import two_frames


def main():
    application = QApplication(["bare"])
    view = QWebEngineView()
    view.resize(1280, 800)

    def hear(title):
        if title == "painted":
            print("drawn", flush=True)
            QTimer.singleShot(0, application.quit)

    view.titleChanged.connect(hear)
    view.setHtml(f"<title>empty</title><script>{two_frames('painted')}</script>")
    view.show()
    application.exec()


if __name__ == "__main__":
    main()
