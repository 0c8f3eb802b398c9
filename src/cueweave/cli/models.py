"""`models`: the speech models of faster-whisper, fetched once and kept."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cueweave.cli.config import read_settings
from cueweave.cli.options import JsonOption
from cueweave.cli.progress import progress
from cueweave.cli.show import show_json
from cueweave.cli.transcriber import models_dir, suited_model

models = typer.Typer(
    help="Fetch and list the models with which faster-whisper hears.", rich_markup_mode=None, no_args_is_help=True
)
ToOption = Annotated[
    Path | None,
    typer.Option("--to", help="The folder of models [default: CUEWEAVE_MODELS_DIR].", file_okay=False),
]


@models.command(epilog="\b\nExample:\n  cueweave models pull small")
def pull(
    name: Annotated[str, typer.Argument(metavar="NAME", help="As `models list` names it, or OWNER/NAME of the hub.")],
    *,
    to: ToOption = None,
) -> None:
    """Fetch a model from the hub, whole or not at all."""
    from cueweave.clients.models.hub import pull as fetch

    folder = (to or models_dir(read_settings())).absolute()
    with progress() as show:
        found = fetch(name, folder, show)
    typer.echo(found)


@models.command("list", epilog="\b\nExample:\n  cueweave models list")
def list_(*, to: ToOption = None, as_json: JsonOption = False) -> None:
    """Say which models are there, which can be had, and which suits this machine."""
    from cueweave.clients.models.catalog import REPOSITORIES
    from cueweave.clients.models.folder import folder_of, names_in, size_of

    settings = read_settings()
    folder, suited = (to or models_dir(settings)).absolute(), suited_model(settings)
    there = {name: size_of(folder_of(folder, name)) for name in names_in(folder)}
    if as_json:
        show_json({"folder": str(folder), "models": there, "suited": suited, "known": list(REPOSITORIES)})
        return
    for name in dict.fromkeys([*REPOSITORIES, *there]):
        here = f"{there[name] / 1e6:,.0f} MB" if name in there else "-"
        typer.echo(f"{name:<18}  {here:>9}{'  suits this machine' if name == suited else ''}".rstrip())
    typer.echo(f"in {folder}")
