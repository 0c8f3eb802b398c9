"""Uploads that go on where a broken connection left them."""

from __future__ import annotations

import resource
import time
from email.utils import parsedate_to_datetime

import httpx
import pytest
from api.raw import exchange
from api.resuming import BYTES, VERSION, add, begun, offset, patch_head, sent, sha1
from api.service import Service

DATA = bytes(range(256)) * 400


def test_what_the_server_speaks_is_told_to_anybody(idle: Service) -> None:
    answer = httpx.options(f"{idle.url}/uploads/")
    assert answer.status_code == 204
    told = answer.headers
    assert (told["tus-version"], told["tus-max-size"], told["tus-checksum-algorithm"]) == (
        "1.0.0",
        str(4 * 1024**3),
        "sha1,sha256",
    )
    assert set(told["tus-extension"].split(",")) == {
        "creation",
        "creation-with-upload",
        "expiration",
        "checksum",
        "termination",
    }


def test_bytes_come_in_pieces(idle: Service, ada: httpx.Client) -> None:
    address = begun(ada, len(DATA))
    assert offset(ada, address) == 0
    first = add(ada, address, DATA[:1000], 0)
    assert (first.status_code, first.headers["upload-offset"], first.headers["tus-resumable"]) == (204, "1000", "1.0.0")
    assert add(ada, address, DATA[1000:], 1000).headers["upload-offset"] == str(len(DATA))
    (kept,) = (idle.data_dir / "blobs/resumable").glob("*/*/media")
    assert kept.read_bytes() == DATA


def test_what_the_client_said_of_it_is_told_again(ada: httpx.Client) -> None:
    named = "filename dGFsay53YXY=,filetype YXVkaW8vd2F2,is_private"
    answer = ada.head(begun(ada, 7, **{"Upload-Metadata": named}), headers=VERSION)
    assert (answer.headers["upload-metadata"], answer.headers["upload-length"]) == (named, "7")
    assert answer.headers["cache-control"] == "no-store"


def test_the_first_bytes_may_come_with_the_creation(ada: httpx.Client) -> None:
    answer = ada.post("/uploads/", content=DATA[:5], headers=VERSION | BYTES | {"Upload-Length": "10"})
    assert (answer.status_code, answer.headers["upload-offset"]) == (201, "5")
    assert add(ada, answer.headers["location"], DATA[5:10], 5).status_code == 204


def test_nothing_is_left_of_a_creation_whose_bytes_are_refused(idle: Service, ada: httpx.Client) -> None:
    asked = VERSION | BYTES | {"Upload-Length": "10", "Upload-Checksum": sha1(b"others")}
    assert ada.post("/uploads/", content=DATA[:5], headers=asked).status_code == 460
    assert idle.leftovers()["resumable"] == []


def test_an_upload_expires_a_day_after_its_last_bytes(ada: httpx.Client) -> None:
    address = begun(ada, 10)
    answer = add(ada, address, b"a", 0)
    left = parsedate_to_datetime(answer.headers["upload-expires"]).timestamp() - time.time()
    assert 86_300 < left <= 86_401


@pytest.mark.parametrize("told", [0, 999, 1001])
def test_bytes_for_another_place_are_refused(ada: httpx.Client, told: int) -> None:
    address = begun(ada, len(DATA))
    add(ada, address, DATA[:1000], 0)
    answer = add(ada, address, DATA[told : told + 10], told)
    assert answer.status_code == 409
    assert "1000 bytes have arrived" in answer.json()["detail"]
    assert offset(ada, address) == 1000


def test_bytes_that_come_to_their_checksum_are_kept(ada: httpx.Client) -> None:
    address = begun(ada, len(DATA))
    assert add(ada, address, DATA, 0, Upload_Checksum=sha1(DATA)).status_code == 204
    assert offset(ada, address) == len(DATA)


def test_bytes_that_come_to_another_checksum_are_not(ada: httpx.Client) -> None:
    address = begun(ada, len(DATA))
    add(ada, address, DATA[:1000], 0)
    answer = add(ada, address, DATA[1000:], 1000, Upload_Checksum=sha1(b"others"))
    assert answer.status_code == 460
    assert offset(ada, address) == 1000
    assert add(ada, address, DATA[1000:], 1000).status_code == 204


def test_a_deleted_upload_is_gone(idle: Service, ada: httpx.Client) -> None:
    address = sent(ada, DATA)
    answer = ada.delete(address, headers=VERSION)
    assert (answer.status_code, answer.headers["tus-resumable"]) == (204, "1.0.0")
    assert ada.head(address, headers=VERSION).status_code == 404
    assert idle.leftovers()["resumable"] == []


def test_another_version_of_the_protocol_is_refused(ada: httpx.Client) -> None:
    for told in ({}, {"Tus-Resumable": "0.2.2"}):
        answer = ada.post("/uploads/", headers={"Upload-Length": "1"} | told)
        assert (answer.status_code, answer.headers["tus-version"]) == (412, "1.0.0")
        assert "Tus-Resumable: 1.0.0" in answer.json()["detail"]


def test_bytes_of_another_type_are_refused(ada: httpx.Client) -> None:
    answer = add(ada, begun(ada, 10), b"a", 0, Content_Type="audio/wav")
    assert (answer.status_code, "application/offset+octet-stream" in answer.json()["detail"]) == (415, True)


def test_a_client_that_can_only_post_may(ada: httpx.Client) -> None:
    address, posted = begun(ada, 3), VERSION | BYTES | {"Upload-Offset": "0", "X-HTTP-Method-Override": "PATCH"}
    assert ada.post(address, content=b"abc", headers=posted).status_code == 204
    assert ada.post(address, headers=VERSION | {"X-HTTP-Method-Override": "DELETE"}).status_code == 204
    assert ada.head(address, headers=VERSION).status_code == 404


def test_what_arrived_before_the_connection_broke_is_kept(idle: Service, ada: httpx.Client) -> None:
    address = begun(ada, len(DATA))
    exchange(
        idle.url,
        patch_head(address, len(DATA)) + DATA[:50_000],
        wait=lambda: offset(ada, address) == 50_000,
        answer=False,
    )
    rest = None
    while rest is None or rest.status_code == 423:  # until the server has seen that the other one went
        rest = add(ada, address, DATA[50_000:], 50_000)
    assert rest.status_code == 204
    (kept,) = (idle.data_dir / "blobs/resumable").glob("*/*/media")
    assert kept.read_bytes() == DATA


def test_of_bytes_with_a_checksum_that_broke_off_none_counts(idle: Service, ada: httpx.Client) -> None:
    address = begun(ada, len(DATA))
    (kept,) = (idle.data_dir / "blobs/resumable").glob("*/*/media")
    checksum = f"Upload-Checksum: {sha1(DATA)}\r\n"
    exchange(
        idle.url,
        patch_head(address, len(DATA), more=checksum) + DATA[:50_000],
        wait=lambda: kept.stat().st_size == 50_000 and offset(ada, address) == 0,
        answer=False,
    )
    again = None
    while again is None or again.status_code == 423:
        again = add(ada, address, DATA, 0, Upload_Checksum=sha1(DATA))
    assert (again.status_code, kept.read_bytes() == DATA) == (204, True)


def test_of_two_at_once_one_is_refused(idle: Service, ada: httpx.Client) -> None:
    address = begun(ada, len(DATA))
    answers: list[httpx.Response] = []

    def refused() -> bool:
        """While the other one's bytes are half there."""
        if offset(ada, address) < 50_000:
            return False
        answers.append(add(ada, address, DATA[50_000:], 50_000))
        answers.append(ada.delete(address, headers=VERSION))
        return True

    exchange(idle.url, patch_head(address, len(DATA)) + DATA[:50_000], wait=refused, answer=False)
    assert [answer.status_code for answer in answers] == [423, 423]
    assert all("retry-after" in answer.headers for answer in answers)
    assert offset(ada, address) == 50_000


def test_what_fitted_before_the_storage_was_full_is_kept(idle: Service, ada: httpx.Client) -> None:
    data, usual = bytes(2 * 1024**2), resource.prlimit(idle.pid, resource.RLIMIT_FSIZE)
    address = begun(ada, len(data))
    resource.prlimit(idle.pid, resource.RLIMIT_FSIZE, (1024**2, usual[1]))
    try:
        answer = add(ada, address, data, 0)
    finally:
        resource.prlimit(idle.pid, resource.RLIMIT_FSIZE, usual)
    assert (answer.status_code, answer.json()["detail"]) == (503, "The storage is full; please try again later.")
    assert offset(ada, address) == 1024**2
    assert add(ada, address, data[1024**2 :], 1024**2).status_code == 204


def test_an_upload_must_fit_the_limit(narrow: Service) -> None:
    with narrow.client() as client:
        answer = client.post("/uploads/", headers=VERSION | {"Upload-Length": str(1024**2 + 1)})
        assert (answer.status_code, answer.headers["tus-resumable"]) == (413, "1.0.0")
        assert "limit of 1048576 bytes" in answer.json()["detail"]


def test_pages_of_this_machine_can_upload(ada: httpx.Client) -> None:
    asked = {
        "Origin": "http://localhost:5173",
        "Access-Control-Request-Method": "PATCH",
        "Access-Control-Request-Headers": "content-type, tus-resumable, upload-checksum, upload-offset, x-user-id",
    }
    assert ada.options("/uploads/x", headers=asked).status_code == 200
    begin = asked | {
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "tus-resumable, upload-length, upload-metadata, x-user-id",
    }
    assert ada.options("/uploads/", headers=begin).status_code == 200
    refused = ada.head("/uploads/x", headers=VERSION | {"Origin": asked["Origin"]})
    exposed = refused.headers["access-control-expose-headers"].split(", ")
    assert refused.status_code == 404
    assert {"Location", "Tus-Resumable", "Tus-Version", "Upload-Expires", "Upload-Length", "Upload-Offset"} <= set(
        exposed
    )
