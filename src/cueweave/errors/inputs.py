"""Errors about what was handed in."""

from cueweave.errors.base import CueweaveError


class BadInput(CueweaveError):
    """What was handed in can't be used; the message says what to do."""


class MalformedRequest(BadInput):
    """The request itself can't be read."""


class BadUserId(BadInput):
    """A user id that breaks the rules."""


class BadLanguage(BadInput):
    """A name of a language that is none."""


class LanguageNotHeard(BadInput):
    """Speech, with no subtitles, of a language that the transcriber doesn't know."""


class MissingField(BadInput):
    """A form field that must be there is not."""


class BadCursor(BadInput):
    """A place in a list that the server never gave out."""


class BadAddress(BadInput):
    """An address that is none, or that may not be reached."""


class MediumNotFetched(BadInput):
    """A medium that could not be had from the address that its user named."""


class KeyReused(BadInput):
    """A key that a client gave for something else before."""


class EmptyFile(BadInput):
    """A file of zero bytes."""


class TooLarge(BadInput):
    """More bytes than the limit."""


class ChecksumMismatch(BadInput):
    """Bytes that are not those that were sent, by the checksum that came with them."""


class TooSlow(BadInput):
    """A request that doesn't arrive in time."""


class TooLong(BadInput):
    """More seconds than the limit."""


class BadResult(BadInput):
    """An edited result that has not the shape of one, or breaks what results promise."""


class NotExportable(BadInput):
    """A result that lacks what the format needs; the message says what."""


class TooManyPixels(BadInput):
    """A larger picture than the limit."""


class TooManyTracks(BadInput):
    """More streams in a medium than the limit."""


class NotSubtitles(BadInput):
    """Bytes that are no subtitles in any known format."""


class NoCues(BadInput):
    """Subtitles in which nobody says anything."""


class TooManyWords(BadInput):
    """Subtitles in which more is said than anybody can say in the longest medium that is accepted."""


class NotSlides(BadInput):
    """Slides that are no PDF."""


class BrokenSlides(BadInput):
    """Slides that are locked, damaged, empty, or can't be drawn in bounds."""


class TooManyPages(BadInput):
    """Slides with more pages than the limit, or larger ones."""


class NotAMedium(BadInput):
    """Bytes that are no audio or video in an allowed format."""


class UnlistedCodec(BadInput):
    """A medium in a codec that isn't accepted."""


class BrokenMedium(BadInput):
    """A medium that begins well and can't be decoded."""


class NoSound(BadInput):
    """A medium in which there is nothing to hear."""
