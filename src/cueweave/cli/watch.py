"""`watch`: what is put into a folder is worked on."""

from __future__ import annotations

from typing import Annotated

import typer

from cueweave.cli.batch.folder import Folder
from cueweave.cli.config import read_settings
from cueweave.cli.export import formats_named
from cueweave.cli.options import (
    FORMATS,
    FolderArgument,
    FormatsOption,
    JobsOption,
    LanguageOption,
    OutOption,
    RecursiveOption,
    TokenOption,
    TranscriberOption,
    UserOption,
    checked_language,
)


def watch(  # noqa: PLR0913 - one for each option of the command
    folder: FolderArgument,
    *,
    language: LanguageOption = None,
    transcriber: TranscriberOption = None,
    out: OutOption = None,
    formats: FormatsOption = FORMATS,
    jobs: JobsOption = None,
    recursive: RecursiveOption = False,
    settle: Annotated[
        float, typer.Option(min=0.5, help="Seconds for which a file must not have grown before it is taken.")
    ] = 5.0,
    server: Annotated[
        str | None, typer.Option(help="Hand it to this server [default: work here].", show_default=False)
    ] = None,
    user: UserOption = None,
    token: TokenOption = None,
) -> None:
    """Work on each recording that is or comes into a folder, until interrupted."""
    from cueweave.cli.batch.run import at_server, on_this_machine
    from cueweave.cli.batch.watching import watch_folder

    if not server:
        read_settings()  # what is wrong there is wrong for all recordings
    told = Folder(folder, out, formats_named(formats), checked_language(language), recursive, jobs)
    told.jobs()  # a folder that can't be read is no folder to watch
    workplace = at_server(server, user, token, out or folder) if server else on_this_machine(transcriber)
    watch_folder(told, workplace, settle)
