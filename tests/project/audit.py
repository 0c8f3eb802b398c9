"""Holds requirements.lock against the databases of known vulnerabilities; `make audit` runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SERVICES = ("pypi", "osv")
CLEAN, VULNERABLE, UNKNOWN = 0, 1, 2
"""Exit codes; UNKNOWN says that nothing was found out, which is no all-clear."""


def main(program: str) -> int:
    """Ask one database after another, until one knows our packages."""
    for service in SERVICES:
        found = _asked(program, service)
        known = [each for each in found if "skip_reason" not in each]
        if known:
            return _told(known, len(found), service)
    sys.stdout.write(
        f"No vulnerability database could be reached ({', '.join(SERVICES)}), so nothing was audited. "
        "Run `make audit` on a machine that reaches https://pypi.org or https://api.osv.dev.\n"
    )
    return UNKNOWN


def _asked(program: str, service: str) -> list[dict[str, Any]]:
    """What it says about each package; nothing where it can't be reached."""
    lock = str(ROOT / "requirements.lock")
    options = ("--disable-pip", "--require-hashes", "--progress-spinner", "off", "--format", "json", "--timeout", "10")
    done = subprocess.run(
        [program, *options, "--vulnerability-service", service, "--requirement", lock], capture_output=True, text=True
    )
    try:
        found: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        return []
    return found


def _told(known: list[dict[str, Any]], of: int, service: str) -> int:
    vulnerable = [each for each in known if each["vulns"]]
    for each in vulnerable:
        for vulnerability in each["vulns"]:
            fixed = ", ".join(vulnerability["fix_versions"]) or "no version yet"
            sys.stdout.write(f"{each['name']} {each['version']}: {vulnerability['id']}, mended in {fixed}\n")
    sys.stdout.write(f"{len(known)} of {of} packages audited against {service}: {len(vulnerable)} vulnerable.\n")
    return VULNERABLE if vulnerable else CLEAN


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
