"""Resumable uploads of others, made-up ids, lies about lengths and offsets, and more uploads than anybody needs."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from api.raw import exchange, stubborn
from api.resuming import BYTES, VERSION, add, begun, handed_in, offset, patch_head, sha1
from api.service import CLEAN, Files, Service

UPLOADS_PER_USER = 20


def written(service: Service) -> set[str]:
    """All files of the service's folder, but for the locks."""
    files = (path for path in service.data_dir.rglob("*") if path.is_file() and path.name != ".lock")
    return {str(path.relative_to(service.data_dir)) for path in files}


def gone(service: Service, client: httpx.Client, *addresses: str) -> None:
    for address in addresses:
        assert client.delete(address, headers=VERSION).status_code == 204
    assert service.leftovers() == CLEAN


def test_an_upload_of_somebody_else_is_not_there(impatient: Service, files: Files) -> None:
    with impatient.client("ada") as ada, impatient.client("mallory") as mallory:
        address = begun(ada, 10)
        add(ada, address, b"secret", 0)
        answers = [
            mallory.head(address, headers=VERSION),
            add(mallory, address, b"abcd", 6),
            mallory.delete(address, headers=VERSION),
            handed_in(mallory, files, address),
        ]
        assert [answer.status_code for answer in answers] == [404] * 4
        assert offset(ada, address) == 6
        gone(impatient, ada, address)


def test_nobody_has_no_uploads(impatient: Service) -> None:
    with impatient.client("ada") as ada, impatient.client(None) as nobody:
        address = begun(ada, 10)
        answers = [
            nobody.post("/uploads/", headers=VERSION | {"Upload-Length": "1"}),
            nobody.head(address, headers=VERSION),
            add(nobody, address, b"a", 0),
            nobody.delete(address, headers=VERSION),
        ]
        assert [answer.status_code for answer in answers] == [401] * 4
        assert all(answer.headers["tus-resumable"] == "1.0.0" for answer in answers)
        gone(impatient, ada, address)


@pytest.mark.parametrize(
    "name",
    [
        "..",
        "%2e%2e",
        "..%2f..%2ftasks",
        "%2e%2e%2fincoming",
        ".lock",
        "about",
        "%00",
        "a" * 5000,
        "9B2F6C1E-5D4A-4B6F-8A7E-0C1D2E3F4A5B",
        "9b2f6c1e-5d4a-4b6f-8a7e-0c1d2e3f4a5b%0a",
        "9b2f6c1e-5d4a-4b6f-8a7e-0c1d2e3f4a5b%2fmedia",
    ],
)
def test_a_made_up_id_leads_nowhere(impatient: Service, name: str) -> None:
    before = written(impatient)
    with impatient.client("ada") as ada:
        for method in ("HEAD", "DELETE", "PATCH"):
            asked = VERSION | BYTES | {"Upload-Offset": "0"}
            answer = ada.request(method, f"/uploads/{name}", headers=asked, content=b"a" if method == "PATCH" else None)
            assert answer.status_code in (404, 405), answer
    assert written(impatient) == before


@pytest.mark.parametrize("told", ["-1", "+1", "1e3", "1_0", "0x10", "1.0", "", "9" * 19, "9" * 5000, "１"])
def test_a_length_that_is_none_begins_nothing(impatient: Service, told: str) -> None:
    with impatient.client("ada") as ada:
        answer = ada.post("/uploads/", headers={b"Tus-Resumable": b"1.0.0", b"Upload-Length": told.encode()})
    assert (answer.status_code, set(answer.json())) == (400, {"detail"})
    assert impatient.leftovers() == CLEAN


def test_two_lengths_begin_nothing(impatient: Service) -> None:
    with impatient.client("ada") as ada:
        lengths = [("Upload-Length", "1"), ("Upload-Length", "2")]
        assert ada.post("/uploads/", headers=[*VERSION.items(), *lengths]).status_code == 400


def test_a_huge_length_begins_nothing(impatient: Service) -> None:
    with impatient.client("ada") as ada:
        assert ada.post("/uploads/", headers=VERSION | {"Upload-Length": "9" * 18}).status_code == 413
    assert impatient.leftovers() == CLEAN


def test_lies_about_the_offset_change_nothing(impatient: Service) -> None:
    with impatient.client("ada") as ada:
        address = begun(ada, 10)
        add(ada, address, b"abc", 0)
        statuses = [add(ada, address, b"x", told).status_code for told in (0, 2, 4, 10, 10**18 - 1)]
        assert statuses == [409] * 5
        for told in ("-1", "3.0", "", "9" * 30):
            answer = ada.patch(address, content=b"x", headers=VERSION | BYTES | {"Upload-Offset": told})
            assert answer.status_code == 400
        assert offset(ada, address) == 3
        gone(impatient, ada, address)


def test_more_bytes_than_were_told_are_not_taken(impatient: Service) -> None:
    with impatient.client("ada") as ada:
        address = begun(ada, 10)
        assert add(ada, address, b"a" * 11, 0).status_code == 413
        assert offset(ada, address) == 0
        chunked = patch_head(address, 0).replace(b"Content-Length: 0", b"Transfer-Encoding: chunked")
        piece = b"a" * 20_000
        answer = stubborn(impatient.url, chunked + b"%x\r\n%b\r\n" % (len(piece), piece) * 50)
        assert (answer.status, set(answer.json)) == (413, {"detail"})
        assert offset(ada, address) == 0
        assert add(ada, address, b"a" * 10, 0).status_code == 204
        assert add(ada, address, b"a", 10).status_code == 413
        gone(impatient, ada, address)


def test_bytes_that_stop_coming_are_not_waited_for_and_those_that_came_are_kept(impatient: Service) -> None:
    with impatient.client("ada") as ada:
        address = begun(ada, 5000)
        answer = exchange(impatient.url, patch_head(address, 5000) + b"a" * 500)
        assert (answer.status, answer.headers["tus-resumable"]) == (408, "1.0.0")
        assert offset(ada, address) == 500
        gone(impatient, ada, address)


BAD = {
    "no Base64": "filename ***",
    "half of it": "filename a",
    "a key twice": "a YQ==,a Yg==",
    "a key that is none": "ä YQ==",
    "a comma too many": "a YQ==,,",
    "too much": "a " + "YQ" * 4000,
}


@pytest.mark.parametrize("what", BAD)
def test_metadata_that_are_none_begin_nothing(impatient: Service, what: str) -> None:
    with impatient.client("ada") as ada:
        told = {b"Tus-Resumable": b"1.0.0", b"Upload-Length": b"1", b"Upload-Metadata": BAD[what].encode()}
        answer = ada.post("/uploads/", headers=told)
    assert (answer.status_code, answer.json()["detail"][:15]) == (400, "Upload-Metadata")
    assert impatient.leftovers() == CLEAN


@pytest.mark.parametrize(
    "told", ["md5 YQ==", "sha1", "sha1 ***", "sha1 " + "YQ" * 100, "SHA1 YQ==", "", "shake_128 YQ=="]
)
def test_a_checksum_that_cannot_be_checked_lets_nothing_in(impatient: Service, told: str) -> None:
    with impatient.client("ada") as ada:
        address = begun(ada, 10)
        assert add(ada, address, b"abc", 0, Upload_Checksum=told).status_code == 400
        assert offset(ada, address) == 0
        gone(impatient, ada, address)


def test_a_short_checksum_is_a_wrong_one(impatient: Service) -> None:
    with impatient.client("ada") as ada:
        address = begun(ada, 3)
        assert add(ada, address, b"abc", 0, Upload_Checksum=sha1(b"abc")[:9]).status_code == 460
        assert offset(ada, address) == 0
        gone(impatient, ada, address)


def test_nobody_has_more_uploads_than_allowed_however_many_are_begun_at_once(impatient: Service) -> None:
    with impatient.client("ada") as ada, ThreadPoolExecutor(16) as crowd:
        asked = VERSION | {"Upload-Length": "0"}
        answers = list(crowd.map(lambda _: ada.post("/uploads/", headers=asked), range(60)))
    statuses = [answer.status_code for answer in answers]
    assert (statuses.count(201), statuses.count(429)) == (UPLOADS_PER_USER, 40)
    refused = next(answer for answer in answers if answer.status_code == 429)
    assert "retry-after" in refused.headers
    assert "Maximum 20 unfinished uploads" in refused.json()["detail"]
    assert len(written(impatient)) == 2 * UPLOADS_PER_USER
    impatient.wipe()
