"""Other programs' windows on an X display: found by their title, and closed as a window manager does."""

from __future__ import annotations

import ctypes as c

_unheard = c.CFUNCTYPE(c.c_int, c.c_void_p, c.c_void_p)(lambda _display, _error: 0)
"""A window may be gone by the time it is asked for its title: Xlib would end this process for that."""
WM_DELETE, CLIENT_MESSAGE, LONGS = b"WM_DELETE_WINDOW", 33, 32


class _ClientMessage(c.Structure):
    _fields_ = (
        ("type", c.c_int),
        ("serial", c.c_ulong),
        ("send_event", c.c_int),
        ("display", c.c_void_p),
        ("window", c.c_ulong),
        ("message_type", c.c_ulong),
        ("format", c.c_int),
        ("data", c.c_long * 5),
        ("rest_of_the_union", c.c_long * 24),
    )


class Screen:
    """An X display, through Xlib, which Qt needs anyway."""

    def __init__(self) -> None:
        self._x = c.CDLL("libX11.so.6")
        self._x.XOpenDisplay.restype = c.c_void_p
        self._x.XDefaultRootWindow.restype = self._x.XInternAtom.restype = c.c_ulong
        self._x.XSetErrorHandler(_unheard)
        self._display = c.c_void_p(self._x.XOpenDisplay(None))
        assert self._display, "there is no X display"
        self._root = c.c_ulong(self._x.XDefaultRootWindow(self._display))

    def windows(self, title: str) -> list[int]:
        """Give the ids of the windows of a title."""
        return [window for window in self._all() if self._title(window) == title]

    def ask_to_close(self, window: int) -> None:
        """Ask a window to close, which it may refuse."""
        message = _ClientMessage(type=CLIENT_MESSAGE, window=window, format=LONGS)
        message.message_type = self._atom(b"WM_PROTOCOLS")
        message.data[0] = self._atom(WM_DELETE)
        self._x.XSendEvent(self._display, c.c_ulong(window), 0, c.c_long(0), c.byref(message))
        self._x.XSync(self._display, 0)

    def close(self) -> None:
        """Let the display go."""
        self._x.XCloseDisplay(self._display)

    def _atom(self, name: bytes) -> int:
        return self._x.XInternAtom(self._display, name, 0)

    def _all(self) -> list[int]:
        root, parent, count = c.c_ulong(), c.c_ulong(), c.c_uint()
        children = c.POINTER(c.c_ulong)()
        places = (root, parent, children, count)
        self._x.XQueryTree(self._display, self._root, *map(c.byref, places))
        found = [children[place] for place in range(count.value)]
        if found:
            self._x.XFree(children)
        return found

    def _title(self, window: int) -> str:
        name = c.c_char_p()
        self._x.XFetchName(self._display, c.c_ulong(window), c.byref(name))
        return (name.value or b"").decode("utf-8", "replace")
