"""`make fuzz`: made-up bytes for the readers of strangers' input, guided by what they reach; needs atheris.

Each reader runs for the given seconds in a process of its own. Whatever is raised but our own errors is printed with
the bytes that did it, which stay in `benchmarks/out/fuzz-found`.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

OUT = Path(__file__).parent / "out"
MOST_BYTES = 4096
SLOWEST_SECONDS = 5
"""One input of at most `MOST_BYTES` may take so long, with the fuzzer's own weight on every line."""
TALK = b"1\n00:00:01,000 --> 00:00:02,500\n<v Ann>One <i>two</i> {\\an8}&amp; three\n\n"
SEEDS: dict[str, list[bytes]] = {
    "subtitles": [
        TALK * 2,
        TALK.decode().encode("utf-16"),
        b"WEBVTT\n\nNOTE a\n\nSTYLE\n::cue {}\n\n00:01.000 --> 00:02.500 align:start\n<v Ann>a <00:01.500>b\n\n",
        b"[Script Info]\nScriptType: v4.00+\n\n[Events]\nFormat: Layer, Start, End, Style, Name, Text\n"
        b"Dialogue: 0,0:00:01.00,0:00:02.50,Default,Ann,{\\i1}a{\\i0}\\Nb\n",
        b"{1}{1}25\n{1}{50}a|b\n",
        b'<tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="0s" end="1s">a</p></div></body></tt>',
        b"<SAMI><BODY><SYNC Start=1><P>a<SYNC Start=2><P>b",
    ],
    "form": [
        b'\x03--x\r\nContent-Disposition: form-data; name="media_file"; filename="a"\r\n\r\nRIFF\r\n--x--\r\n',
        b'\x50--x\r\nContent-Disposition: form-data; name="language"\r\n\r\nen\r\n'
        b"--x\r\nContent-Disposition: form-data; name=\"srt_file\"; filename*=UTF-8''a\r\n\r\na\r\n--x--\r\n",
    ],
    "task_id": [b"ada:00000000-0000-4000-8000-000000000000", b"a|b@c:{00000000000040008000000000000000}"],
}


def read_subtitles(data: bytes) -> None:
    """Cues in order, in bounds, and no more text than came."""
    from cueweave.errors import BadInput
    from cueweave.stages.subtitles import LATEST, read_subtitles

    with suppress(BadInput):
        cues = read_subtitles(data)
        assert all(0 <= cue.start <= cue.end <= LATEST for cue in cues), cues  # noqa: S101
        assert sum(len(cue.text) for cue in cues) <= 2 * len(data), cues  # noqa: S101 - charset guesses, entities


def read_form(data: bytes) -> None:
    """Cut into pieces of a size that the first byte says; only what belongs to files is written."""
    from cueweave.api.multipart import FilePart, Form, TextPart
    from cueweave.errors import BadInput

    class Counted:
        size = 0

        def write(self, chunk: bytes) -> None:
            self.size += len(chunk)

        def close(self) -> None:
            """Nothing is open."""

    written = Counted()
    size = (data[:1] or b"\0")[0] + 1
    with suppress(BadInput):
        opened: Callable[[], object] = lambda: written  # noqa: E731
        files = [FilePart(name, 1000, opened) for name in ("media_file", "srt_file")]  # type: ignore[arg-type]
        text = TextPart("language", 35)
        form = Form("multipart/form-data; boundary=x", [*files, text])
        for at in range(1, len(data), size):
            form.feed(data[at : at + size])
        form.end()
        assert len(text.text) <= 36  # noqa: S101
    assert written.size <= len(data)  # noqa: S101


def read_task_id(data: bytes) -> None:
    """What is an id is written in one way, which is read again as the same."""
    from cueweave.domain.tasks import TaskId
    from cueweave.errors import TaskNotFound

    with suppress(TaskNotFound):
        task_id = TaskId.parse(data.decode("utf-8", "surrogateescape"))
        assert TaskId.parse(str(task_id)) == task_id  # noqa: S101
        assert str(task_id).isascii()  # noqa: S101
        assert str(task_id).isprintable()  # noqa: S101


READERS = {"subtitles": read_subtitles, "form": read_form, "task_id": read_task_id}


def fuzz(name: str, seconds: int) -> None:
    """Run one of them in this process, which ends with it."""
    import atheris

    with atheris.instrument_imports(include=["cueweave", "pysubs2", "multipart"]):
        import cueweave.api.multipart
        import cueweave.domain.tasks
        import cueweave.stages.subtitles  # noqa: F401
    corpus, found = OUT / f"fuzz-corpus-{name}", OUT / "fuzz-found"
    for folder in (corpus, found):
        folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(SEEDS[name]):
        (corpus / f"seed-{number}").write_bytes(seed)
    limits = [
        f"-max_total_time={seconds}",
        f"-max_len={MOST_BYTES}",
        f"-timeout={SLOWEST_SECONDS}",
        "-rss_limit_mb=2048",
    ]
    atheris.Setup(
        [sys.argv[0], *limits, f"-artifact_prefix={found}/{name}-", "-print_final_stats=1", str(corpus)], READERS[name]
    )
    atheris.Fuzz()


def main() -> None:
    """Seconds, and the name of a reader; without one, all of them one after the other."""
    seconds, *names = sys.argv[1:]
    if names:
        fuzz(names[0], int(seconds))
        return
    broken = [name for name in READERS if subprocess.run([sys.executable, __file__, seconds, name]).returncode]
    print(f"Broken: {', '.join(broken)}." if broken else "All held.")
    sys.exit(bool(broken))


if __name__ == "__main__":
    main()
