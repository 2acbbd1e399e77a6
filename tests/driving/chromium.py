"""Debian's Chromium, driven through its DevTools pipe: a browser that is not ours, and has no network."""

from __future__ import annotations

import base64
import itertools
import json
import os
import selectors
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any, Self

PATIENCE_S = 60
OFFLINE = (
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
    "--dns-prefetch-disable",
)


class Chromium:
    """One browser with a profile of its own; a context that ends it.

    Parameters
    ----------
    profile : pathlib.Path
        An empty folder.
    """

    def __init__(self, profile: Path) -> None:
        program = shutil.which("chromium")
        assert program, "chromium was not found: apt-get install chromium"
        ours_in, theirs_out = os.pipe()
        theirs_in, self._out = os.pipe()
        self._in = ours_in
        as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
        command = [program, "--headless=new", "--disable-gpu", "--remote-debugging-pipe", *as_root, *OFFLINE]

        def take_pipes() -> None:
            """Chromium reads what it is asked from descriptor 3 and answers on 4."""
            asked, answers = os.dup(theirs_in), os.dup(theirs_out)
            os.dup2(asked, 3)
            os.dup2(answers, 4)

        self._process = subprocess.Popen(
            [*command, f"--user-data-dir={profile}", "about:blank"],
            preexec_fn=take_pipes,  # noqa: PLW1509 (only this puts pipes at 3 and 4)
            close_fds=False,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self._numbers, self._rest, self.heard = itertools.count(1), b"", []
        self._waiting = selectors.DefaultSelector()
        self._waiting.register(self._in, selectors.EVENT_READ)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_how: object) -> None:
        os.close(self._out)
        os.close(self._in)
        self._process.terminate()
        self._process.wait(PATIENCE_S)

    def ask(self, method: str, session: str | None = None, **params: Any) -> dict[str, Any]:
        """Ask for something, and give the answer; what is heard meanwhile is kept in `heard`."""
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": params}
        os.write(
            self._out, json.dumps(message | ({"sessionId": session} if session else {})).encode() + b"\0"
        )
        while True:
            answer = self._next()
            if answer.get("id") == number:
                assert "error" not in answer, answer
                return answer["result"]
            self.heard.append(answer)

    def _next(self) -> dict[str, Any]:
        end = time.monotonic() + PATIENCE_S
        while b"\0" not in self._rest:
            assert self._waiting.select(end - time.monotonic()), "Chromium did not answer in time"
            read = os.read(self._in, 1 << 20)
            assert read, "Chromium ended"
            self._rest += read
        found, self._rest = self._rest.split(b"\0", 1)
        return json.loads(found)


class Tab:
    """A page in Chromium: what it asks for, says and shows.

    Parameters
    ----------
    size : tuple of int
        Width and height in pixels.
    dark : bool
        Whether the system prefers dark.
    """

    def __init__(self, chromium: Chromium, size: tuple[int, int] = (1280, 800), dark: bool = False) -> None:
        self._chromium = chromium
        self._target = chromium.ask("Target.createTarget", url="about:blank")["targetId"]
        attached = chromium.ask("Target.attachToTarget", targetId=self._target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.ask(f"{domain}.enable")
        width, height = size
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 500,
        )
        self.prefer("dark" if dark else "light")

    def ask(self, method: str, **params: Any) -> dict[str, Any]:
        """Ask something of this page."""
        return self._chromium.ask(method, self._session, **params)

    def prefer(self, scheme: str) -> None:
        """Let the system prefer light or dark, and no motion."""
        features = {"prefers-color-scheme": scheme, "prefers-reduced-motion": "reduce"}
        told = [{"name": name, "value": value} for name, value in features.items()]
        self.ask("Emulation.setEmulatedMedia", features=told)

    def open(self, path: Path) -> None:
        """Open a file of this machine, and wait until it has drawn itself."""
        self.ask("Page.navigate", url=path.absolute().as_uri())
        self.wait("document.documentElement && document.documentElement.dataset.settled !== undefined")

    def close(self) -> None:
        """Close the tab, and forget what was heard of it."""
        self._chromium.ask("Target.closeTarget", targetId=self._target)
        heard = self._chromium.heard
        heard[:] = [said for said in heard if said.get("sessionId") != self._session]

    def run(self, expression: str) -> Any:
        """Give the value of an expression, or of what it promises."""
        answer = self.ask("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def wait(self, expression: str) -> None:
        """Wait until an expression is true."""
        end = time.monotonic() + PATIENCE_S
        while not self.run(expression):
            assert time.monotonic() < end, f"never true: {expression}\n{self.complaints()}"
            time.sleep(0.02)

    def click(self, x: float, y: float) -> None:
        """Click at a point of the window, in pixels."""
        self.ask("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
        for kind in ("mousePressed", "mouseReleased"):
            self.ask("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def click_on(self, expression: str) -> None:
        """Click into the middle of an element."""
        box = self.run(
            f"(e => {{ e.scrollIntoView({{block: 'nearest'}}); const b = e.getBoundingClientRect();"
            f" return [b.left + b.width / 2, b.top + b.height / 2]; }})({expression})"
        )
        self.click(*box)

    def press(self, key: str) -> None:
        """Press and release a key, by its DevTools name."""
        codes = {
            "Enter": 13,
            " ": 32,
            "Tab": 9,
            "Escape": 27,
            "End": 35,
            "Home": 36,
            "ArrowLeft": 37,
            "ArrowRight": 39,
        }
        about = {"key": key, "code": key, "windowsVirtualKeyCode": codes[key]}
        text = {"text": "\r"} if key == "Enter" else {}
        self.ask("Input.dispatchKeyEvent", type="keyDown", **about, **text)
        self.ask("Input.dispatchKeyEvent", type="keyUp", **about)

    def picture(self, path: Path) -> None:
        """Write what is to be seen as PNG."""
        path.write_bytes(base64.b64decode(self.ask("Page.captureScreenshot", format="png")["data"]))

    def _heard(self, method: str) -> list[dict[str, Any]]:
        self.run("1")  # what was said before this is heard now
        mine = (said for said in self._chromium.heard if said.get("sessionId") == self._session)
        return [said["params"] for said in mine if said["method"] == method]

    def requests(self) -> list[str]:
        """List the addresses that were asked for, also those that were refused."""
        return [asked["request"]["url"] for asked in self._heard("Network.requestWillBeSent")]

    def complaints(self) -> list[str]:
        """List errors and warnings: of scripts, of the policy, of what was not found."""
        thrown = [said["exceptionDetails"] for said in self._heard("Runtime.exceptionThrown")]
        logged = [said["entry"] for said in self._heard("Log.entryAdded")]
        called = [
            said for said in self._heard("Runtime.consoleAPICalled") if said["type"] in ("error", "warning")
        ]
        return [str(said) for said in (*thrown, *logged, *called)]
