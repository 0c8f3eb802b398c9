"""Cueweave turns a recording and its subtitles into an interactive transcript."""


def __getattr__(name: str) -> str:
    """`__version__`, read where somebody asks for it: it is looked for in what is installed."""
    if name != "__version__":
        raise AttributeError(name)
    from importlib.metadata import version

    return version("cueweave")
