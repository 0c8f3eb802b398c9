"""Options that several commands share."""

import getpass
from pathlib import Path
from typing import Annotated, Literal

import typer


def login_name() -> str:
    """The user as whom a client speaks when nobody says otherwise."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container's user without a name
        return "local"


def checked_language(given: str | None) -> str | None:
    """What `--language` says. Raises BadInput where that is no language."""
    from cueweave.domain.languages import check_language

    return check_language(given or "")


MediaOrFolderArgument = Annotated[
    Path,
    typer.Argument(
        metavar="MEDIA",
        help="The recording, video or audio; or a folder of recordings and their subtitles.",
        exists=True,
    ),
]
MaybeMediaArgument = Annotated[
    Path | None,
    typer.Argument(
        metavar="[MEDIA]",
        help="The recording, video or audio; or a folder of recordings and their subtitles. None with --media-url.",
        exists=True,
        show_default=False,
    ),
]
MediaUrlOption = Annotated[
    str | None,
    typer.Option(
        metavar="URL",
        help="In place of MEDIA: where the server fetches the recording, from hosts that its operator lists.",
        show_default=False,
    ),
]
CallbackOption = Annotated[
    str | None,
    typer.Option(
        metavar="URL",
        help="Who is sent a signed message when the task is over [default: whom the server always tells].",
        show_default=False,
    ),
]
ReuseOption = Annotated[
    bool | None,
    typer.Option(
        "--reuse/--no-reuse",
        help="Whether your earlier task of the same content will do, where the server offers that [default: it says].",
        show_default=False,
    ),
]
FolderArgument = Annotated[
    Path,
    typer.Argument(metavar="FOLDER", help="Recordings and their subtitles.", exists=True, file_okay=False),
]
OutOption = Annotated[
    Path | None,
    typer.Option("--out", "-o", help="The folder to write to [default: MEDIA's name with .cueweave].", file_okay=False),
]
FormatsOption = Annotated[str, typer.Option("--format", help="Names from docs/formats.md with commas between.")]
JobsOption = Annotated[
    int | None,
    typer.Option("--jobs", min=1, help="Of a folder: how many at once [default: as many as suit].", show_default=False),
]
RecursiveOption = Annotated[bool, typer.Option("--recursive", help="Of a folder: those in it, too.")]
SubtitlesOption = Annotated[
    Path | None,
    typer.Option("--srt", help="Its subtitles: SRT, WebVTT, ASS or SSA.", exists=True, dir_okay=False),
]
SlidesOption = Annotated[
    Path | None,
    typer.Option("--slides", help="Its slides as a PDF, shown where they belong.", exists=True, dir_okay=False),
]
LanguageOption = Annotated[
    str | None,
    typer.Option(
        help="What is spoken, such as en, pt-BR or zh-Hans [default: told from the words].", show_default=False
    ),
]
TranscriberOption = Annotated[
    Literal["auto", "faster-whisper", "openai", "pocketsphinx"] | None,
    typer.Option(
        help="What hears the words without --srt [default: CUEWEAVE_TRANSCRIBER or auto].", show_default=False
    ),
]
ServerOption = Annotated[str, typer.Option(help="The running server.", envvar="CUEWEAVE_SERVER")]
UserOption = Annotated[
    str | None,
    typer.Option(help="As whom [default: your login name].", envvar="CUEWEAVE_USER", show_default=False),
]
TokenOption = Annotated[
    str | None,
    typer.Option(
        help="An access token, for a server that wants one; better set the variable, since others see arguments.",
        envvar="CUEWEAVE_TOKEN",
        show_default=False,
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, for scripts.")]
TaskArgument = Annotated[str, typer.Argument(metavar="ID", help="The task's id, as `submit` printed it.")]

FORMATS = "json,vtt"
LOCAL_SERVER = "http://127.0.0.1:8000"
