"""What an engine needs inside the fences, besides what every task has."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from cueweave.domain.engines import Engine, PocketSphinx, SpeechServer, Whisper

WELL_KNOWN_PORTS = {"http": 80, "https": 443}
OF_NVIDIA = ("/proc/driver/nvidia", "/sys/bus/pci/devices", "/sys/devices")
"""What its driver's library reads to find the cards."""


@dataclass(frozen=True, slots=True)
class Needs:
    """Nothing, unless it is said."""

    reads: tuple[Path, ...] = ()
    devices: tuple[Path, ...] = ()
    addresses: tuple[str, ...] = ()
    """Whose ports are connected to; empty ones are none."""
    bounded: bool = True
    """Whether it works with a bound on addresses."""


def needs_of(engine: Engine) -> Needs:
    """What to leave open for that engine."""
    match engine:
        case PocketSphinx():
            return Needs()
        case SpeechServer():
            return Needs(addresses=(engine.address, engine.proxy))
        case Whisper(device="cpu"):
            return Needs(reads=engine.reads)
        case Whisper():
            # CUDA maps the memory of all cards, and often the machine's, into the process's addresses
            devices = tuple(sorted(Path("/dev").glob("nvidia*")))
            return Needs(reads=(*engine.reads, *map(Path, OF_NVIDIA)), devices=devices, bounded=False)


def ports(*addresses: str) -> tuple[int, ...]:
    """The TCP ports of these addresses."""
    parts = [urlsplit(address) for address in addresses if "://" in address]
    return tuple({each.port or WELL_KNOWN_PORTS.get(each.scheme, 443) for each in parts})
