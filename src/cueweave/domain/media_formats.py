"""The media that are accepted, in FFmpeg's names; formats that only refer to other files are left out on purpose."""

FORMATS = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,mp3,wav,flac,ogg,aac,avi,flv,mpegts,mpeg,asf,aiff,caf"

OPEN_OPTIONS = {"format_whitelist": FORMATS, "protocol_whitelist": "file"}
"""For every opening of a medium, always by path: without them a playlist or concat script opens other files."""
