"""What all our errors are."""


class CueweaveError(Exception):
    """An error whose text is a sentence for a person."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
