"""What tests of every area share."""

import pytest
from make_sample import Sample, make_sample


@pytest.fixture(scope="session")
def sample() -> Sample:
    """The sample lecture: `media`, `srt` and true word times; made once a machine, by whoever comes first."""
    return make_sample()
