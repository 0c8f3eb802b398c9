"""What a medium is made of, held against the limits before anything of it is decoded."""

from __future__ import annotations

import av

from cueweave.domain.media_formats import AUDIO_CODECS, MOST_STREAMS, VIDEO_CODECS
from cueweave.errors import TooManyPixels, TooManyTracks, UnlistedCodec

SIZE_IN_HEADER = ("mov,mp4,m4a,3gp,3g2,mj2", "matroska,webm", "avi")
"""Containers that say how large a picture is before it comes."""


def check_streams(container: av.container.InputContainer, max_pixels: int) -> None:
    """Raises TooManyTracks, UnlistedCodec or TooManyPixels, with what to do."""
    if len(container.streams) > MOST_STREAMS:
        raise TooManyTracks(
            f"The medium holds more than {MOST_STREAMS} streams: export it with one picture and one sound."
        )
    sound, picture = first_sound(container), moving_picture(container)
    if sound is not None:
        _check_codec(sound, AUDIO_CODECS)
    if picture is not None:
        _check_codec(picture, VIDEO_CODECS)
        _check_size(picture.width, picture.height, max_pixels, in_header=container.format.name in SIZE_IN_HEADER)


def _check_size(width: int, height: int, max_pixels: int, *, in_header: bool) -> None:
    """FFmpeg forgets sizes that no decoder could have; a broadcast that was cut may simply say its own later."""
    if in_header and not width * height:
        raise TooManyPixels("The picture has no size, or one beyond all measure: export the medium again.")
    if width * height > max_pixels:
        raise TooManyPixels(
            f"The picture has {width} x {height} pixels; at most {max_pixels:,} are accepted. "
            "Export it smaller: 1920 x 1080 is enough."
        )


def first_sound(container: av.container.InputContainer) -> av.AudioStream | None:
    """The first that anything can decode."""
    return next((stream for stream in container.streams.audio if stream.codec_context is not None), None)


def moving_picture(container: av.container.InputContainer) -> av.VideoStream | None:
    """The first that anything can decode; the cover of an album is none."""
    cover = av.stream.Disposition.attached_pic
    moving = (stream for stream in container.streams.video if not stream.disposition & cover)
    return next((stream for stream in moving if stream.codec_context is not None), None)


def _check_codec(stream: av.stream.Stream, listed: frozenset[str]) -> None:
    codec = stream.codec_context.codec
    if codec.name not in listed:
        raise UnlistedCodec(
            f"The codec {codec.canonical_name} isn't accepted: "
            "export the medium with H.264, VP9 or AV1 for the picture, and AAC, Opus or MP3 for the sound."
        )
