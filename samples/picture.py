"""Draws what `make demo` printed as a picture: `make demo | python samples/picture.py docs/demo.svg`."""

import re
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

WIDTH = 110
LINES = 44


def main() -> None:
    """Takes the lines from standard input; words between brackets and titles stand out."""
    console = Console(record=True, width=WIDTH, file=sys.stderr, force_terminal=True)
    for line in sys.stdin.read().splitlines()[:LINES]:
        text = Text(line)
        text.highlight_regex(r"^\[[^]]+\]", "bold cyan")
        text.highlight_regex(r"^# .*", "bold yellow")
        text.highlight_regex(r"^  .*\((main|Key Terms|Warnings|Callouts)\).*", "green")
        console.print(text)
    drawn = console.export_svg(title="make demo")
    # the fonts that rich refers to lie on somebody's server; any monospaced one does
    Path(sys.argv[1]).write_text(re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL))


if __name__ == "__main__":
    main()
