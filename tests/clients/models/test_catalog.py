"""Which model suits which machine."""

import pytest

from cueweave.clients.models.catalog import REPOSITORIES, best_of, repository, suited_to

GIB = 1024**3


def test_more_machine_gets_no_smaller_model() -> None:
    ranks = list(REPOSITORIES)
    found = [suited_to(processors=count, memory=64 * GIB, cuda=False) for count in (1, 2, 4, 8, 16, 64)]
    assert [ranks.index(name) for name in found] == sorted(ranks.index(name) for name in found)
    assert suited_to(processors=64, memory=GIB, cuda=False) == "tiny"
    assert suited_to(processors=1, memory=GIB, cuda=True) == "large-v3-turbo"


@pytest.mark.parametrize(
    ("there", "taken"),
    [
        ([], None),
        (["tiny", "small", "base"], "small"),
        (["tiny", "base", "large-v3"], "base"),
        (["large-v3", "medium"], "medium"),
        (["own/model"], "own/model"),
    ],
)
def test_of_what_is_there_the_best_that_the_machine_bears_is_taken(there: list[str], taken: str | None) -> None:
    assert best_of(there, "small") == taken


def test_a_name_is_one_of_ours_or_of_the_hub() -> None:
    assert repository("small") == "Systran/faster-whisper-small"
    assert repository("own/model-2.b") == "own/model-2.b"
    for name in ("huge", "", "../x", "a/b/c", "/etc", "a/../b", "-/x"):
        assert repository(name) is None
