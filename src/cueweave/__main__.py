"""`python -m cueweave` is the command `cueweave`.

Each child process of ours imports this once more, as its parent's main module, so it imports nothing by itself.
"""


def main() -> None:
    """The entry point."""
    from cueweave.cli.main import main as command_line

    command_line()


if __name__ == "__main__":
    main()
