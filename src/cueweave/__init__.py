"""Cueweave turns a recording and its subtitles into an interactive transcript."""

from importlib.metadata import version

__version__ = version("cueweave")
