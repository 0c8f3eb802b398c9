"""Signed links."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, strategies as st

from cueweave.api.identity.links import Opens, check_link, signed_query
from cueweave.domain.tasks import TaskId
from cueweave.errors import BadLink

SECRET = "of these tests"  # noqa: S105 - as it says
SOON = int(time.time()) + 86400  # read when tests are collected, long before the last one runs
tasks = st.builds(TaskId, st.from_regex(r"[A-Za-z0-9._@|+-]{1,20}", fullmatch=True), st.uuids().map(str))


def parts(query: str) -> tuple[str, str]:
    """`expires` and `signature`."""
    first, second = query.split("&")
    return first.removeprefix("expires="), second.removeprefix("signature=")


@given(tasks, st.integers(SOON, 10**12 - 1))
def test_a_link_opens_the_task_that_it_was_signed_for(task_id: TaskId, expires: int) -> None:
    query = signed_query(SECRET, task_id, expires)
    assert query.isascii()
    assert parts(query)[0] == str(expires)
    check_link(SECRET, task_id, *parts(query))


@given(tasks, tasks)
def test_a_link_opens_no_other_task(task_id: TaskId, other: TaskId) -> None:
    if other != task_id:
        with pytest.raises(BadLink):
            check_link(SECRET, other, *parts(signed_query(SECRET, task_id, SOON)))


@given(tasks)
def test_a_link_to_a_transcript_opens_its_files_too_and_one_to_files_no_transcript(task_id: TaskId) -> None:
    whole = parts(signed_query(SECRET, task_id, SOON, Opens.TRANSCRIPT))
    for opens in Opens:
        check_link(SECRET, task_id, *whole, opens)
    files = parts(signed_query(SECRET, task_id, SOON, Opens.FILES))
    check_link(SECRET, task_id, *files, Opens.FILES)
    with pytest.raises(BadLink, match="signature"):
        check_link(SECRET, task_id, *files, Opens.TRANSCRIPT)


def test_links_that_were_given_out_before_still_open_files_and_nothing_else() -> None:
    task_id = TaskId("ada", "3f2b9c1e-5d4a-4b6f-8a7e-0c1d2e3f4a5b")
    old = ("99999999999", "EZxYKrTYEWNskQ8TjMGqedCqdr9fbrmtr-WVnY7Rr-Q")
    check_link(SECRET, task_id, *old)
    with pytest.raises(BadLink):
        check_link(SECRET, task_id, *old, Opens.TRANSCRIPT)


@given(tasks, st.text(), st.text())
def test_nothing_but_a_signature_opens_a_task(task_id: TaskId, expires: str, signature: str) -> None:
    with pytest.raises(BadLink):
        check_link(SECRET, task_id, expires, signature)


@given(tasks)
def test_another_secret_ends_all_links(task_id: TaskId) -> None:
    with pytest.raises(BadLink):
        check_link("another", task_id, *parts(signed_query(SECRET, task_id, SOON)))


@given(tasks, st.integers(1, int(time.time()) - 1))
def test_a_link_that_has_expired_opens_nothing(task_id: TaskId, expires: int) -> None:
    with pytest.raises(BadLink, match="expired"):
        check_link(SECRET, task_id, *parts(signed_query(SECRET, task_id, expires)))
