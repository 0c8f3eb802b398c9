"""What comes of a piece of sound that a server is to hear, on its good days and on its bad ones."""

from __future__ import annotations

import gzip
import io
import threading
import time
import wave
from email.utils import formatdate

import pytest
from support.speech_server import TEXT, Act, Script, SpeechServer, answers, fails, first, good

from cueweave.clients.speech import ask
from cueweave.clients.speech.ask import TRIES, Hearing
from cueweave.clients.speech.look import look
from cueweave.clients.speech.reply import Reply
from cueweave.domain import engines
from cueweave.errors import EngineFailed, Stopped

KEY = "sk-very-secret-1234"


@pytest.fixture(autouse=True)
def _short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ask, "FIRST_WAIT", 0.01)


def silence(seconds: float = 1.0) -> bytes:
    """A WAV file."""
    data = io.BytesIO()
    with wave.open(data, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes(bytes(int(seconds * 32_000)))
    return data.getvalue()


def access(server: SpeechServer, *, timeout: float = 5.0) -> engines.SpeechServer:
    return engines.SpeechServer("whisper-1", server.url, api_key=KEY, timeout=timeout)


def hear(server: SpeechServer, *, timeout: float = 5.0) -> Reply:
    return Hearing(access(server, timeout=timeout)).hear(silence(), "en", lambda: None)


def trouble(script: Script, *, timeout: float = 5.0) -> tuple[str, int]:
    """The sentence that comes of it, and how many requests were made."""
    with SpeechServer(script) as server, pytest.raises(EngineFailed) as raised:
        hear(server, timeout=timeout)
    assert KEY not in str(raised.value)
    return str(raised.value), len(server.asked)


def test_words_and_segments_are_asked_for_with_the_key_in_a_header() -> None:
    with SpeechServer() as server:
        reply = hear(server)
    (asked,) = server.asked
    assert (reply.text, reply.language, len(reply.words), len(reply.segments)) == (TEXT, "en", 7, 1)
    assert (asked.path, asked.seconds) == ("/v1/audio/transcriptions", 1.0)
    assert asked.headers["authorization"] == f"Bearer {KEY}"
    assert asked.fields == {
        "model": ["whisper-1"],
        "language": ["en"],
        "response_format": ["verbose_json"],
        "timestamp_granularities[]": ["word", "segment"],
    }


def test_without_a_key_none_is_sent() -> None:
    with SpeechServer() as server:
        Hearing(engines.SpeechServer("any", server.url)).hear(silence(), None, lambda: None)
    assert "authorization" not in server.asked[0].headers
    assert "language" not in server.asked[0].fields


def test_a_server_that_knows_no_times_is_asked_for_the_text_and_that_is_remembered() -> None:
    def text_only(asked: object) -> Act:
        fields = getattr(asked, "fields", {})
        return answers({"text": TEXT}) if fields["response_format"] == ["json"] else Act(b"{}", 400)

    with SpeechServer(text_only) as server:
        hearing = Hearing(access(server))
        assert hearing.gives_times
        replies = [hearing.hear(silence(), None, lambda: None) for _ in range(2)]
    assert [reply.text for reply in replies] == [TEXT, TEXT]
    assert not hearing.gives_times
    assert len(server.asked) == 4


def test_plain_text_is_taken_for_what_it_is() -> None:
    with SpeechServer(fails(body=b" Hello you.\n", headers={"Content-Type": "text/plain; charset=utf-8"})) as server:
        assert hear(server) == Reply("Hello you.", None)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_an_outage_that_passes_is_waited_for(status: int) -> None:
    with SpeechServer(first(fails(status=status), 2)) as server:
        assert hear(server).text == TEXT
    assert len(server.asked) == 3


@pytest.mark.parametrize("as_date", [False, True])
def test_the_server_says_when_to_come_again(*, as_date: bool) -> None:
    told = formatdate(time.time() + 2, usegmt=True) if as_date else "0.3"
    with SpeechServer(first(fails(status=429, headers={"Retry-After": told}), 1)) as server:
        begun = time.monotonic()
        hear(server)
    assert time.monotonic() - begun >= 0.3


@pytest.mark.parametrize(
    ("script", "says"),
    [
        (fails(status=500), "in trouble"),
        (fails(status=429), "too much to do"),
        (fails(body=b"<html>", headers={"Content-Type": "text/html"}), "no transcript"),
        (fails(body=b'{"text": "half an ans'), "no transcript"),
        (fails(body=b"[" * 100_000), "no transcript"),
        (fails(body=b'{"text": 7}'), "no transcript"),
        (fails(body=b"{}", headers={"Content-Length": "500"}), "speak HTTP|reached|no answer"),
        (fails(body=gzip.compress(b"{}"), headers={"Content-Encoding": "gzip"}), "packed"),
    ],
)
def test_an_outage_that_lasts_is_told_after_some_tries(script: Script, says: str) -> None:
    said, times = trouble(script, timeout=0.5)
    assert times == TRIES
    assert "again later" in said
    assert any(word in said for word in says.split("|")), said


@pytest.mark.parametrize(
    ("script", "says"),
    [
        (fails(status=401, body=f"your key {KEY} is wrong".encode()), "CUEWEAVE_TRANSCRIBER_API_KEY"),
        (fails(status=404), "CUEWEAVE_TRANSCRIBER_MODEL"),
        (fails(status=413), "as large"),
        (fails(status=307, headers={"Location": "http://127.0.0.1:1/"}), "elsewhere"),
    ],
)
def test_what_will_not_change_is_told_at_once(script: Script, says: str) -> None:
    said, times = trouble(script)
    assert (times, says in said) == (1, True)


def test_what_is_rejected_in_every_shape_is_told() -> None:
    said, times = trouble(fails(status=400))
    assert (times, "rejects" in said) == (3, True)


@pytest.mark.parametrize("script", [fails(hang=True), fails(drips=True)])
def test_no_answer_takes_longer_than_it_may(script: Script, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ask, "TRIES", 1)
    assert "no answer within 0.3 s" in trouble(script, timeout=0.3)[0]


def test_an_answer_without_end_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ask, "LONGEST_ANSWER", 1000)
    monkeypatch.setattr(ask, "TRIES", 1)
    assert "no end" in trouble(fails(body=b" " * 2000))[0]


def test_a_server_that_is_away_is_told() -> None:
    with pytest.raises(EngineFailed, match="can't be reached"):
        Hearing(engines.SpeechServer("any", "http://127.0.0.1:1/v1")).hear(silence(), None, lambda: None)


def test_whoever_stops_waits_for_no_answer() -> None:
    def stop() -> None:
        if server.asked:
            raise Stopped("stop")

    with SpeechServer(fails(hang=True)) as server:
        with pytest.raises(Stopped):
            Hearing(access(server, timeout=60)).hear(silence(), None, stop)
        assert server.gone.wait(5)


def test_no_thread_is_left() -> None:
    with SpeechServer() as server:
        hear(server)
        ours = {thread.name for thread in threading.enumerate() if "serve" not in thread.name.lower()}
    assert not any("asyncio" in name for name in ours)


@pytest.mark.parametrize(("status", "says"), [(200, ""), (404, ""), (401, "key"), (500, "trouble")])
def test_it_is_looked_for_without_any_sound(status: int, says: str) -> None:
    with SpeechServer(good) as server:
        server.looked_at = status
        found = look(access(server))
    assert (says in found, bool(found)) == (True, bool(says))
    assert server.asked == []
    assert "not reachable" in look(engines.SpeechServer("any", "http://127.0.0.1:1/v1"))
