"""A new operator who follows the page word for word has a running, watched service with TLS."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from deploy.walkthrough import ROOT, blocks, missing

ASKED = "CUEWEAVE_TEST_WALKTHROUGH" in os.environ


@pytest.mark.skipif(not ASKED, reason="needs `make walkthrough`, since it installs everything anew, as root")
@pytest.mark.timeout(900)
def test_the_page_leads_to_a_finished_recording_over_tls_and_to_scraped_numbers() -> None:
    assert missing() == []
    program = Path(__file__).with_name("walkthrough.py")
    done = subprocess.run([sys.executable, str(program)], capture_output=True, text=True)
    told = done.stdout
    assert done.returncode == 0, told[-3000:] + done.stderr[-3000:]
    assert "1 finished" in told
    assert re.findall(r"scraped \S+ with the token", told)
    assert told.count("scraped 127.0.0.1:910") == 2


def test_the_page_names_only_files_that_there_are() -> None:
    named = re.findall(r"\b(?:deploy|samples)/[\w./*-]+", "\n".join(blocks()))
    assert len(named) > 5
    assert [name for name in named if not name.startswith("samples/out/") and not list(ROOT.glob(name))] == []
