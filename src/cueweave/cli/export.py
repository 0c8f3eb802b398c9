"""`export`: a result in another format, with its pictures where they lie beside it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cueweave.errors import BadInput, SetupError

if TYPE_CHECKING:
    from cueweave.formats import Asset, Format

OWN_ENDING = ".cueweave"
"""Of the folder that `process` makes."""


def export(
    result: Annotated[
        Path, typer.Argument(metavar="RESULT.json", help="A result as JSON.", exists=True, dir_okay=False)
    ],
    *,
    formats: Annotated[str, typer.Option("--format", help="A name from docs/formats.md: vtt, srt, docx, html, …")],
    out: Annotated[Path | None, typer.Option("--out", "-o", help="The file to write [default: stdout].")] = None,
    media: Annotated[
        str | None,
        typer.Option("--media", help="How html and h5p refer to the recording: a file beside them, or an address."),
    ] = None,
) -> None:
    """Turn a result into another format."""
    from cueweave.formats import read_result, talk_of

    wanted = formats_named(formats)
    if len(wanted) > 1:
        raise BadInput("One format at a time: the export has one output.")
    document = read_result(result.read_bytes())
    talk = talk_of(document, title=_title(result, media), medium=media, asset=assets_of(result.parent / "assets"))
    _give(wanted[0].write(talk), out)


def formats_named(text: str) -> list[Format]:
    """The formats of a list with commas, each once. Raises BadInput."""
    from cueweave.formats import format_named

    names = dict.fromkeys(name.strip() for name in text.split(",") if name.strip())
    return [format_named(name) for name in names or [""]]


def assets_of(folder: Path) -> Asset:
    """What is in the files of this folder, and nowhere else."""

    def asset(name: str) -> bytes | None:
        try:
            return (folder / name).read_bytes() if name == Path(name).name else None
        except (OSError, ValueError):  # not there; a name that no file can have
            return None

    return asset


def _give(data: bytes, out: Path | None) -> None:
    if out is None:
        if sys.stdout.isatty() and b"\0" in data:
            raise BadInput("This format is not for a terminal: name a file with -o.")
        typer.echo(data, nl=False)
        return
    try:
        out.write_bytes(data)
    except OSError as error:
        raise SetupError(f"Can't write {out}: {error.strerror}.") from None
    typer.echo(out)


def _title(result: Path, media: str | None) -> str:
    """After the recording, as far as it can be told."""
    if media:
        return Path(media).stem
    return result.stem if result.stem != "result" else result.resolve().parent.name.removesuffix(OWN_ENDING)
