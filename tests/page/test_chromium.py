"""What Chromium is told before it starts: the user's own words first."""

import os

import pytest

from desktop.web.chromium import FLAGS, SANDBOX_SWITCH, chromium_flags, prepare_chromium


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
    monkeypatch.setenv(SANDBOX_SWITCH, "")
    monkeypatch.delenv(SANDBOX_SWITCH)
    monkeypatch.setattr(os, "geteuid", lambda: user)
    prepare_chromium()
    assert (os.environ.get(SANDBOX_SWITCH) == "1") == is_off
    assert ("sandbox" in capsys.readouterr().err) == is_off
