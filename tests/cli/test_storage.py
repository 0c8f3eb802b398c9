"""A bucket, as an operator sets it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from support.commands import cueweave
from support.s3 import KEYS, S3Box, S3Server, s3, s3_server  # noqa: F401
from support.stored import edited, made
from support.tls import TLS

from cueweave.cli.config import read_settings
from cueweave.cli.storage import bucket, look
from cueweave.domain.tasks import TaskId
from cueweave.domain.turns import PLAN
from cueweave.errors import SetupError
from cueweave.store.bucket import BRIEF, Bucket
from cueweave.store.opening import open_storage

DOCUMENT = Path(__file__).parents[2] / "docs/object-storage.md"


def told(monkeypatch: pytest.MonkeyPatch, folder: Path, settings: Mapping[str, str]) -> Bucket | None:
    monkeypatch.chdir(folder)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    return bucket(read_settings())


def test_a_bucket_and_its_keys_are_read_from_the_usual_variables(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings = {
        "CUEWEAVE_STORAGE": "s3://lectures/our/own/",
        "AWS_ENDPOINT_URL": "https://objects.example.org/",
        "AWS_REGION": "eu-central-1",
        "AWS_SESSION_TOKEN": "token",
        **KEYS,
    }
    assert told(monkeypatch, tmp_path, settings) == Bucket(
        name="lectures",
        prefix="our/own",
        endpoint="https://objects.example.org",
        region="eu-central-1",
        access_key_id="testing",
        secret_access_key=KEYS["AWS_SECRET_ACCESS_KEY"],
        session_token=settings["AWS_SESSION_TOKEN"],
    )


def test_without_the_setting_files_stay_in_the_data_directory(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert told(monkeypatch, tmp_path, KEYS) is None


@pytest.mark.parametrize(
    "wrong",
    ["lectures", "gs://lectures", "s3://", "s3://a", "s3://Lectures", "s3://lectures/../other", "s3://lectures/a b"],
)
def test_what_is_no_bucket_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, wrong: str) -> None:
    with pytest.raises(SetupError, match="write it like s3://bucket"):
        told(monkeypatch, tmp_path, {"CUEWEAVE_STORAGE": wrong})


@pytest.mark.parametrize(
    ("address", "more", "is_taken"),
    [
        ("http://objects.example.org", {}, False),
        ("http://objects.example.org", {"CUEWEAVE_S3_ALLOW_HTTP": "1"}, True),
        ("http://127.0.0.1:9000", {}, True),
        ("http://[::1]:9000", {}, True),
        ("http://localhost:9000", {}, True),
        ("http://127.0.0.1.example.org", {}, False),
        ("https://user:word@objects.example.org", {}, False),
        ("https://objects.example.org;", {}, False),
        ("https://[::1", {}, False),
        ("ftp://objects.example.org", {}, False),
        ("objects.example.org", {}, False),
    ],
)
def test_recordings_travel_in_the_open_only_where_that_is_safe_or_wanted(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, address: str, more: Mapping[str, str], *, is_taken: bool
) -> None:
    settings = {"CUEWEAVE_STORAGE": "s3://lectures", "AWS_ENDPOINT_URL": address, **more}
    if is_taken:
        found = told(monkeypatch, tmp_path, settings)
        assert found
        assert found.endpoint == address
    else:
        with pytest.raises(SetupError, match="AWS_ENDPOINT_URL"):
            told(monkeypatch, tmp_path, settings)


def test_half_a_pair_of_keys_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="belong together"):
        told(monkeypatch, tmp_path, {"CUEWEAVE_STORAGE": "s3://lectures", "AWS_ACCESS_KEY_ID": "x"})


def test_the_doctor_tries_the_bucket_and_names_it_without_the_keys(s3: S3Box, tmp_path: Path) -> None:  # noqa: F811
    done = cueweave("doctor", folder=tmp_path, env=s3.settings())
    (line,) = (line for line in done.stdout.splitlines() if " storage " in line)
    assert (done.returncode, line.startswith("ok"), s3.bucket.address in line) == (0, True, True)
    assert s3.names() == set()
    missing = cueweave("doctor", folder=tmp_path, env=s3.settings() | {"CUEWEAVE_STORAGE": "s3://none-such"})
    assert missing.returncode == 1
    assert "MISSING  storage" in missing.stdout
    assert "bucket does not exist" in missing.stdout
    assert "(NoSuchBucket)" in missing.stdout
    assert "Make the bucket" in missing.stdout
    for each in (done, missing):
        assert "testing-secret" not in each.stdout + each.stderr


@pytest.fixture(scope="module")
def _lawful() -> Iterator[S3Server]:
    server = S3Server()
    yield server
    server.stop()


@pytest.fixture
def strict(_lawful: S3Server) -> S3Server:
    """A server that will look at the rights of whoever asks, once it is told to."""
    look_at_rights(_lawful, after=1_000_000)
    return _lawful


def look_at_rights(server: S3Server, *, after: int) -> None:
    """When so many questions more have been answered."""
    httpx.post(f"{server.address}/moto-api/reset-auth", content=str(after).encode(), verify=TLS).raise_for_status()


def ask(server: S3Server, **what: str) -> str:
    """A question to the server's side of users and rights."""
    scope = "AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=x"
    form = {"Version": "2010-05-08", **what}
    return httpx.post(server.address, data=form, headers={"Authorization": scope}, verify=TLS).raise_for_status().text


def policy_for(box: S3Box) -> str:
    """The document's, for this bucket."""
    (policy,) = re.findall(r"```json\n(.*?\"Statement\".*?)```", DOCUMENT.read_text(), re.DOTALL)
    # of a list of objects to delete moto wants the right for the bucket, where S3 wants that for each object
    objects = '"arn:aws:s3:::BUCKET/PREFIX/*"'
    whole = str(policy).replace(objects, f'[{objects}, "arn:aws:s3:::BUCKET"]')
    return whole.replace("BUCKET", box.bucket.name).replace("PREFIX", box.bucket.prefix)


def let_in(server: S3Server, box: S3Box, policy: str) -> Bucket:
    """The bucket for a new user with these rights; from then on the server looks at rights."""
    user = box.bucket.name
    ask(server, Action="CreateUser", UserName=user)
    ask(server, Action="PutUserPolicy", UserName=user, PolicyName="ours", PolicyDocument=policy)
    answer = ask(server, Action="CreateAccessKey", UserName=user)
    key_id, key = (answer.partition(f"<{name}>")[2].partition("<")[0] for name in ("AccessKeyId", "SecretAccessKey"))
    look_at_rights(server, after=0)
    return replace(box.bucket, access_key_id=key_id, secret_access_key=key)


async def test_everything_works_with_the_rights_of_the_document(strict: S3Server, tmp_path: Path) -> None:
    box = strict.make_bucket("our")
    storage = open_storage(tmp_path / "blobs", let_in(strict, box, policy_for(box)), BRIEF)
    storage.check()
    incoming = storage.receive()
    incoming.open("media").write(bytes(20 * 1024**2))  # by parts
    incoming.close()
    storage.accept(incoming, TaskId.new("ada"))
    task_id = edited(storage)
    storage.keep(task_id, *made(tmp_path / "made"))
    kept = await storage.open_kept(task_id, tmp_path / "work")
    (kept.folder / PLAN).write_bytes(b"{}")
    kept.give()
    assert await storage.medium(task_id)
    storage.retire_edition(task_id, "2-a")
    storage.remove_editions(task_id, but="3-b")
    assert storage.used() > 20 * 1024**2
    for holding in list(storage.holdings(older_than=-5)):
        storage.remove(holding.task_id)
    assert storage.used() == 0


@pytest.mark.parametrize("right", ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:ListBucket"])
def test_the_doctor_says_so_where_a_right_is_missing(strict: S3Server, right: str) -> None:
    box = strict.make_bucket("our")
    wrong, mend = look(let_in(strict, box, policy_for(box).replace(right, "s3:GetObjectTagging")))
    assert wrong.startswith("The storage refuses this server")
    assert "docs/object-storage.md" in mend
