"""What Chromium is told before it starts: the user's own words first."""

import os

import pytest

from desktop.web.chromium import (
    FLAGS,
    SANDBOX_SWITCH,
    chromium_flags,
    lacks_graphics_card,
    prepare_chromium,
)


@pytest.mark.parametrize(
    ("existing", "software", "flags"),
    [
        ("", False, "--js-flags=--expose-gc,--max-heap-size=256"),
        ("", True, "--js-flags=--expose-gc,--max-heap-size=256 --disable-gpu"),
        ("--js-flags=--lite-mode", False, "--js-flags=--lite-mode"),
        (
            "--disable-gpu --lang=hi",
            True,
            "--disable-gpu --lang=hi --js-flags=--expose-gc,--max-heap-size=256",
        ),
    ],
)
def test_our_flags_are_added_to_the_users(existing, software, flags):
    assert chromium_flags(existing, software) == flags


@pytest.mark.parametrize(("user", "is_off"), [(0, True), (1000, False)])
def test_the_sandbox_is_off_for_root_alone_and_a_line_says_so(monkeypatch, capsys, user, is_off):
    monkeypatch.setenv(FLAGS, "")
    monkeypatch.setenv("QT_QUICK_BACKEND", "")
    monkeypatch.setenv(SANDBOX_SWITCH, "")
    monkeypatch.delenv(SANDBOX_SWITCH)
    monkeypatch.setattr(os, "geteuid", lambda: user)
    prepare_chromium()
    assert (os.environ.get(SANDBOX_SWITCH) == "1") == is_off
    assert ("sandbox" in capsys.readouterr().err) == is_off


@pytest.mark.parametrize(
    ("platform", "device", "lacks"),
    [
        ("linux", "tty0", True),
        ("linux", "dri", False),
        ("linux", "nvidia0", False),
        ("darwin", "tty0", False),
        ("win32", "tty0", False),
    ],
)
def test_only_a_linux_without_a_graphics_card_is_known_to_lack_one(tmp_path, platform, device, lacks):
    (tmp_path / device).touch()
    assert lacks_graphics_card(platform, tmp_path) == lacks


@pytest.mark.parametrize("lacks", [True, False])
def test_where_there_is_no_graphics_card_none_is_asked_for(monkeypatch, lacks):
    monkeypatch.setenv(FLAGS, "")
    monkeypatch.setenv(SANDBOX_SWITCH, "1")
    monkeypatch.setenv("QT_QUICK_BACKEND", "")
    monkeypatch.setattr("desktop.web.chromium.lacks_graphics_card", lambda: lacks)
    prepare_chromium()
    assert ("--disable-gpu" in os.environ[FLAGS]) == lacks
    assert (os.environ["QT_QUICK_BACKEND"] == "software") == lacks
