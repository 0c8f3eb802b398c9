"""Signed links."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, strategies as st

from cueweave.api.identity.links import check_link, signed_query
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
