"""What is left of a picture for a copier and for an eye without the middle cones."""

import numpy as np

DEUTERANOPIA = np.array(
    [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
)
"""Machado, Oliveira and Fernandes (2009), severity 1, for linear RGB."""
LUMINANCE = np.array([0.2126, 0.7152, 0.0722])


def linear(pixels):
    """Give light instead of the numbers of a file: 0 to 1."""
    share = pixels / 255
    return np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)


def in_grey(pixels):
    """Give the lightness of each pixel, 0 to 1, as an eye or a copier's lamp takes it."""
    return (linear(pixels) @ LUMINANCE).clip(0, 1) ** (1 / 2.4)


def without_red_and_green(pixels):
    """Give the same of what is left for an eye without the middle cones."""
    return ((linear(pixels) @ DEUTERANOPIA.T).clip(0, 1) @ LUMINANCE).clip(0, 1) ** (1 / 2.4)


EYES = {"copier": in_grey, "deuteranopia": without_red_and_green}


def tone(eye, colour):
    """Give the lightness of a colour, ``#RRGGBB``."""
    return float(eye(np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)], dtype=float)))


def lines_in(profile, line, ground):
    """Count the stretches of a profile that are nearer to the line's tone than to the ground's."""
    on = np.abs(profile - line) < np.abs(profile - ground)
    return int(on[0]) + int((np.diff(on.astype(int)) == 1).sum())
