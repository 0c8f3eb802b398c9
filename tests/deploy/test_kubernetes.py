"""The files for Kubernetes are what its schemas allow, and agree with the image, the settings and one another."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from kubernetes_validate.utils import ValidationError, validate
from support.commands import cueweave

from cueweave.settings import Settings

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "deploy/kubernetes"
DOCKERFILE = (ROOT / "deploy/docker/Dockerfile").read_text()
VERSION = "1.37"
OLDEST = "1.31"
"""`preStop: sleep` is on by default from 1.30 on."""
Thing = dict[str, Any]
KUSTOMIZATION: Thing = yaml.safe_load((FOLDER / "kustomization.yaml").read_text())
LITERALS = dict(literal.split("=", 1) for literal in KUSTOMIZATION["configMapGenerator"][0]["literals"])
THINGS: list[Thing] = [
    thing for name in KUSTOMIZATION["resources"] for thing in yaml.safe_load_all((FOLDER / name).read_text())
]
OURS = ("api", "worker")
GIB = 1024**3


def thing(kind: str, name: str) -> Thing:
    (found,) = (each for each in THINGS if (each["kind"], each["metadata"]["name"]) == (kind, name))
    return found


def pod(name: str) -> Thing:
    kind = "StatefulSet" if name == "store" else "Deployment"
    found: Thing = thing(kind, name)["spec"]["template"]
    return found


def container(name: str) -> Thing:
    (found,) = pod(name)["spec"]["containers"]
    assert isinstance(found, dict)
    return found


def port_of(name: str, port: str) -> int:
    (number,) = (each["containerPort"] for each in container(name)["ports"] if each["name"] == port)
    assert isinstance(number, int)
    return number


def settings() -> Settings:
    """As the pods read them: the image's, the map's, and the secret's of docs/kubernetes.md."""
    return Settings.model_validate(LITERALS | {"CUEWEAVE_JWT_SECRET": "x" * 48, "CUEWEAVE_OPERATOR_TOKEN": "x" * 32})


def valid(what: Thing, version: str) -> str:
    told: str = validate(what, version, strict=True)
    return told


@pytest.mark.parametrize("version", [OLDEST, VERSION])
@pytest.mark.parametrize("what", THINGS, ids=lambda each: f"{each['kind']}-{each['metadata']['name']}")
def test_the_schemas_of_kubernetes_allow_it(what: Thing, version: str) -> None:
    if what["kind"] == "ScaledObject":  # no part of Kubernetes; what it makes is
        behavior = what["spec"]["advanced"]["horizontalPodAutoscalerConfig"]["behavior"]
        spec = {"scaleTargetRef": {"kind": "Deployment", "name": "x"}, "maxReplicas": 1, "behavior": behavior}
        what = {"apiVersion": "autoscaling/v2", "kind": "HorizontalPodAutoscaler", "metadata": {"name": "x"}} | {
            "spec": spec
        }
    assert valid(what, version) == version


def test_a_slip_would_be_noticed() -> None:
    wrong = json.loads(json.dumps(thing("Deployment", "api")).replace('"httpGet"', '"httpget"'))
    with pytest.raises(ValidationError):
        valid(wrong, VERSION)


def test_every_file_is_named() -> None:
    assert {path.name for path in FOLDER.glob("*.yaml")} == {*KUSTOMIZATION["resources"], "kustomization.yaml"}


def test_every_setting_is_in_the_documents_and_has_a_good_value() -> None:
    told = (ROOT / "docs/settings.md").read_text()
    assert [name for name in LITERALS if f"`{name}`" not in told] == []
    assert settings().auth == "jwt"
    assert settings().redis_url == f"redis://store:{port_of('store', 'redis')}/0"


@pytest.mark.parametrize("name", OURS)
def test_the_image_starts_what_it_is_told_as_the_user_that_it_has(name: str) -> None:
    assert 'ENTRYPOINT ["cueweave"]' in DOCKERFILE
    assert f"USER {pod(name)['spec']['securityContext']['runAsUser']}\n" in DOCKERFILE
    command, *options = container(name)["args"]
    told = cueweave(command, "--help", env={"COLUMNS": "200"})
    assert all(option in told.stdout for option in options if option.startswith("--"))
    (volume,) = re.findall(r"^VOLUME (\S+)$", DOCKERFILE, re.MULTILINE)
    assert {"name": "data", "mountPath": volume} in container(name)["volumeMounts"]
    sources = [next(iter(source.values()))["name"] for source in container(name)["envFrom"]]
    assert sources == [KUSTOMIZATION["configMapGenerator"][0]["name"], "cueweave"]


def test_ports_and_probes_are_those_of_the_api() -> None:
    assert f"EXPOSE {port_of('api', 'http')}\n" in DOCKERFILE
    told = (ROOT / "docs/http.md").read_text()
    probes = [container("api")[f"{kind}Probe"]["httpGet"] for kind in ("startup", "liveness", "readiness")]
    assert all(probe["port"] == "http" and probe["path"] in told for probe in probes)
    assert [probe["path"] for probe in probes] == ["/healthz", "/healthz", "/readyz"]
    assert port_of("worker", "metrics") == settings().worker_metrics_port


@pytest.mark.parametrize("name", [*OURS, "store"])
def test_pods_have_no_more_rights_than_they_need(name: str) -> None:
    """As the level `restricted` of Kubernetes wants it, and a root that can't be written."""
    whole, inner = pod(name)["spec"], container(name)["securityContext"]
    assert whole["securityContext"]["runAsNonRoot"]
    assert whole["securityContext"]["runAsUser"] != 0
    assert whole["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert whole["automountServiceAccountToken"] is False
    assert (inner["allowPrivilegeEscalation"], inner["readOnlyRootFilesystem"]) == (False, True)
    assert inner["capabilities"] == {"drop": ["ALL"]}
    volumes = {volume["name"] for volume in whole.get("volumes", ())}
    claims = {claim["metadata"]["name"] for claim in thing("StatefulSet", "store")["spec"]["volumeClaimTemplates"]}
    assert {mount["name"] for mount in container(name)["volumeMounts"]} <= volumes | claims


def test_a_worker_has_the_time_to_drain_and_a_recording_less_memory_than_its_pod() -> None:
    grace = pod("worker")["spec"]["terminationGracePeriodSeconds"]
    assert grace >= settings().drain_seconds + 20
    assert container("worker")["args"] == ["worker", "--concurrency", "1"]
    for name in OURS:
        most = int(container(name)["resources"]["limits"]["memory"].removesuffix("Gi")) * GIB
        assert most >= settings().child_memory_bytes + GIB // 2


@pytest.mark.parametrize("name", [*OURS, "store"])
def test_services_budgets_and_rules_choose_the_pods_that_they_mean(name: str) -> None:
    labels = pod(name)["metadata"]["labels"]
    for kind in ("Service", "PodDisruptionBudget", "Deployment", "StatefulSet"):
        for each in THINGS:
            if (each["kind"], each["metadata"]["name"]) == (kind, name):
                selector = each["spec"]["selector"]
                assert selector.get("matchLabels", selector) == labels
    chosen = thing("NetworkPolicy", name)["spec"]["podSelector"]["matchLabels"]
    assert chosen.items() <= labels.items()
    ports = {port["port"] for rule in thing("NetworkPolicy", name)["spec"]["ingress"] for port in rule["ports"]}
    assert ports == {port["containerPort"] for port in container(name)["ports"]}


def test_nobody_reaches_anybody_who_is_not_named() -> None:
    assert thing("NetworkPolicy", "closed")["spec"] == {"podSelector": {}, "policyTypes": ["Ingress", "Egress"]}


def numbers(expression: str) -> Iterator[str]:
    yield from re.findall(r"\bcueweave_[a-z_]+", expression)


def test_workers_are_scaled_by_numbers_that_are_told() -> None:
    spec = thing("ScaledObject", "worker")["spec"]
    assert (
        thing("Deployment", spec["scaleTargetRef"]["name"])["spec"].get("replicas") is None
    )  # or apply would reset it
    told = (ROOT / "docs/monitoring.md").read_text()
    (trigger,) = spec["triggers"]
    assert set(trigger["metadata"]) == {"serverAddress", "threshold", "query"}
    assert all(isinstance(value, str) for value in trigger["metadata"].values())
    asked = list(numbers(trigger["metadata"]["query"]))
    assert len(asked) == 3
    assert [name for name in asked if f"`{name}`" not in told] == []
    assert spec["minReplicaCount"] <= spec["fallback"]["replicas"] <= spec["maxReplicaCount"] < settings().max_tasks


def test_the_ingress_is_as_patient_and_as_wide_as_the_proxy_for_a_plain_server() -> None:
    conf = (ROOT / "deploy/nginx/cueweave.conf").read_text()
    told = {
        name.removeprefix("nginx.ingress.kubernetes.io/"): value
        for name, value in thing("Ingress", "cueweave")["metadata"]["annotations"].items()
    }
    assert f"client_max_body_size {told['proxy-body-size']};" in conf
    assert f"proxy_read_timeout {told['proxy-read-timeout']}s;" in conf
    assert (told["proxy-buffering"], told["proxy-request-buffering"]) == ("off", "off")
    assert all(isinstance(value, str) for value in told.values())
    assert int(told["proxy-body-size"].removesuffix("m")) * 1024**2 > settings().max_media_bytes
