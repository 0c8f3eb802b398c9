"""The usual way to take an upload: FastAPI's `UploadFile`, copied to disk."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Annotated

from fastapi import FastAPI, File, UploadFile

app = FastAPI()
FOLDER = Path(os.environ["CUEWEAVE_DATA_DIR"]).parent


@app.post("/")
def take(media_file: Annotated[UploadFile, File()]) -> dict[str, int]:
    """It is parsed into a spooled file, then copied where it shall lie."""
    path = FOLDER / "uploaded"
    with path.open("wb") as file:
        shutil.copyfileobj(media_file.file, file)
    return {"bytes": path.stat().st_size}
