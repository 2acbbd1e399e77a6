"""Extents of India's states, for what is known only by its state. Standard library only."""

from __future__ import annotations

from geodata.drawn import Bounds

BOUNDS: dict[str, Bounds] = {
    "IN-AN": (92.22, 6.74, 94.29, 13.68),  # Andaman and Nicobar
    "IN-AP": (76.76, 12.61, 84.76, 19.16),  # Andhra Pradesh
    "IN-AR": (91.56, 26.65, 97.41, 29.46),  # Arunachal Pradesh
    "IN-AS": (89.69, 24.13, 96.02, 27.98),  # Assam
    "IN-BR": (83.32, 24.29, 88.29, 27.52),  # Bihar
    "IN-CH": (76.69, 30.67, 76.84, 30.8),  # Chandigarh
    "IN-CT": (80.24, 17.78, 84.39, 24.11),  # Chhattisgarh
    "IN-DH": (70.67, 20.05, 73.23, 20.99),  # Dadra and Nagar Haveli and Daman and Diu
    "IN-DL": (76.83, 28.41, 77.34, 28.88),  # Delhi
    "IN-GA": (73.68, 14.89, 74.34, 15.8),  # Goa
    "IN-GJ": (68.14, 20.12, 74.48, 24.71),  # Gujarat
    "IN-HP": (75.58, 30.38, 79.0, 33.26),  # Himachal Pradesh
    "IN-HR": (74.47, 27.66, 77.59, 30.93),  # Haryana
    "IN-JH": (83.32, 21.97, 87.97, 25.35),  # Jharkhand
    "IN-JK": (73.4, 32.29, 76.74, 35.12),  # Jammu and Kashmir
    "IN-KA": (74.09, 11.57, 78.58, 18.46),  # Karnataka
    "IN-KL": (74.86, 8.3, 77.4, 12.79),  # Kerala
    "IN-LA": (72.51, 32.34, 80.34, 37.09),  # Ladakh
    "IN-LD": (72.17, 8.25, 73.68, 11.69),  # Lakshadweep
    "IN-MH": (72.65, 15.6, 80.89, 22.03),  # Maharashtra
    "IN-ML": (89.82, 25.03, 92.8, 26.12),  # Meghalaya
    "IN-MN": (92.97, 23.84, 94.74, 25.7),  # Manipur
    "IN-MP": (74.03, 21.08, 82.81, 26.87),  # Madhya Pradesh
    "IN-MZ": (92.26, 21.94, 93.44, 24.52),  # Mizoram
    "IN-NL": (93.33, 25.2, 95.24, 27.04),  # Nagaland
    "IN-OR": (81.38, 17.8, 87.48, 22.56),  # Odisha
    "IN-PB": (73.88, 29.55, 76.93, 32.58),  # Punjab
    "IN-PY": (75.22, 10.81, 82.3, 16.75),  # Puducherry
    "IN-RJ": (69.48, 23.06, 78.26, 30.19),  # Rajasthan
    "IN-SK": (88.01, 27.08, 88.92, 28.13),  # Sikkim
    "IN-TG": (77.24, 15.83, 81.78, 19.92),  # Telangana
    "IN-TN": (76.23, 8.08, 80.35, 13.54),  # Tamil Nadu
    "IN-TR": (91.15, 22.94, 92.34, 24.53),  # Tripura
    "IN-UP": (77.08, 23.87, 84.63, 30.41),  # Uttar Pradesh
    "IN-UT": (77.56, 28.72, 81.04, 31.46),  # Uttarakhand
    "IN-WB": (85.83, 21.52, 89.88, 27.22),  # West Bengal
}
"""ISO 3166-2 code → west, south, east, north in degrees, WGS84; of geodata/basemap/india_states.topojson."""
