"""A server that turns speech into text, as OpenAI's does: `POST {address}/audio/transcriptions`.

ask     sending a piece of sound, through outages, and in the way that the server understands
reply   what the answers mean
look    whether a server is there, without sending it anything
"""
