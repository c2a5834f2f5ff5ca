"""The register of the big files: one promise a municipality, three commitments and three goals each."""

from collections.abc import Mapping
from typing import Any, TypeAlias

Columns: TypeAlias = Mapping[str, Any]
SOURCE = "genererad"


def promises(towns: list[str]) -> Columns:
    every = len(towns)
    return {
        "löfte_id": [f"{town}-L2025" for town in towns],
        "kommun": towns,
        "rubrik": ["Medborgarlöfte 2025"] * every,
        "från": ["2025-01-01"] * every,
        "till": ["2025-12-31"] * every,
        "undertecknat": ["2024-12-10"] * every,
        "läge": ["avslutat"] * every,
        "källa": [SOURCE] * every,
    }


def commitment_ids(towns: list[str]) -> list[str]:
    return [f"{town}-L2025-A{n}" for town in towns for n in (1, 2, 3)]


def commitments(towns: list[str]) -> Columns:
    every = len(towns)
    return {
        "åtagande_id": commitment_ids(towns),
        "löfte_id": [f"{town}-L2025" for town in towns for _ in range(3)],
        "åtagande": ["Minst 400 timmar på plats.", "Minst 150 besök.", "En utsättning varje vecka."] * every,
        "typ": ["timmar", "antal", "återkommande"] * every,
        "mål": [400, 150, 1] * every,
        "enhet": ["timmar", "besök", "utsättningar"] * every,
        "intervall": [None, None, "vecka"] * every,
        "ansvarig part": ["polisen", "kommunen", "båda"] * every,
    }


def goals(towns: list[str]) -> Columns:
    every = len(towns)
    return {
        "mål_id": [f"{town}-L2025-M{n}" for town in towns for n in (1, 2, 3)],
        "löfte_id": [f"{town}-L2025" for town in towns for _ in range(3)],
        "mål": ["Skadegörelsen ska minska.", "Ofredandena ska minska.", "Fler ska känna sig trygga."] * every,
        "indikator": ["brott:skadegorelse", "brott:ofredande", "enkat:trygg"] * every,
        "riktning": ["minska", "minska", "öka"] * every,
        "utgångsläge från": ["2022-01-01", "2022-01-01", "2024-01-01"] * every,
        "utgångsläge till": ["2024-12-31"] * (3 * every),
        "uppföljning från": ["2025-01-01"] * (3 * every),
        "uppföljning till": ["2025-12-31"] * (3 * every),
        "primärt": ["ja", "ja", "nej"] * every,
    }
