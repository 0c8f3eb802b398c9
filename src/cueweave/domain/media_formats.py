"""The media that are accepted, in FFmpeg's names; formats that only refer to other files are left out on purpose."""

FORMATS = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,mp3,wav,flac,ogg,aac,avi,flv,mpegts,mpeg,asf,aiff,caf"

AUDIO_CODECS = frozenset(
    """aac aac_latm ac3 eac3 alac flac opus libopus vorbis speex mp1float mp1 mp2float mp2 mp3float mp3
    amrnb libopencore_amrnb amrwb libopencore_amrwb wmav1 wmav2 wmapro wmalossless wmavoice
    gsm gsm_ms g722 g726 adpcm_ms adpcm_ima_wav adpcm_ima_qt adpcm_swf nellymoser wavpack
    pcm_alaw pcm_mulaw pcm_u8 pcm_s8 pcm_s16le pcm_s16be pcm_s24le pcm_s24be pcm_s32le pcm_s32be
    pcm_f32le pcm_f32be pcm_f64le pcm_f64be""".split()
)
VIDEO_CODECS = frozenset(
    """h264 hevc av1 libdav1d vp9 libvpx-vp9 vp8 libvpx vp6 vp6f theora mpeg1video mpeg2video mpegvideo mpeg4 h263 flv
    msmpeg4v1 msmpeg4v2 msmpeg4 wmv1 wmv2 wmv3 vc1 mss1 mss2 flashsv flashsv2 mjpeg prores dnxhd dvvideo qtrle
    rawvideo""".split()
)
"""Decoders of what cameras, phones, browsers, conferences and recorders of lectures write: FFmpeg has 500 more, most of
them for the files of old games, and many with no one who looks after them."""

MOST_STREAMS = 32
"""A film in many languages has some twenty."""
MOST_PIXELS = 36_000_000
"""Of a picture: 8K has 33,177,600."""
MOST_PACKETS_A_SECOND = 4000
"""Sound in Opus has at most 400, slow motion at most 1,000 pictures."""

OPEN_OPTIONS = {
    "format_whitelist": FORMATS,
    "protocol_whitelist": "file",
    "codec_whitelist": ",".join(sorted(AUDIO_CODECS | VIDEO_CODECS)),
    "max_streams": str(MOST_STREAMS + 1),
    "enable_drefs": "0",
    "use_absolute_path": "0",
}
"""For every opening of a medium, always by path: without them a playlist or concat script opens other files, and
QuickTime's atom `dref` would be next."""


def most_packets(seconds: float) -> float:
    """So many a stream of this length may hold; more are made to keep a machine busy."""
    return MOST_PACKETS_A_SECOND * (seconds + 10)
