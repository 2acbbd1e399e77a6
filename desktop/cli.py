"""The atlas from the command line."""

from __future__ import annotations

import argparse
from importlib.metadata import version


def main() -> int:
    """Run one command and return its exit code."""
    parser = argparse.ArgumentParser(prog="irel-atlas")
    parser.add_argument("--version", action="version", version=f"irel-atlas {version('irel-atlas')}")
    parser.parse_args()
    return 0
