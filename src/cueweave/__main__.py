"""`python -m cueweave` is the command `cueweave`."""

from cueweave.cli.main import main

if __name__ == "__main__":
    main()
